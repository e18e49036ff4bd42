"""A session in which a scene was skipped can be looked back on."""

from tabletop.analysis.logs import read_log
from tabletop.debrief.watching import watch
from tabletop.session import acts
from tabletop.session.play import begin
from tests.session.group import did, start, until
from tests.session.test_people import marked_case


def test_the_debrief_plays_a_log_again_in_which_a_scene_was_skipped() -> None:
    case, scene = marked_case()
    play = until(begin(case, start(4).setup), "board")
    play = did(did(play, acts.inject_added(scene)), acts.scene_skipped(scene))
    ended = did(until(play, "debrief"), acts.debrief_opened())
    assert watch(ended).week == ended.state.week
    assert len(read_log(ended)) == ended.moment.round + 1
