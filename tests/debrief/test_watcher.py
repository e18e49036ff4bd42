"""A debrief that followed a session while it was played says what a replay at its end says."""

from tabletop.debrief.course import course_page
from tabletop.debrief.watching import Watcher, watch
from tabletop.rules.hashing import state_hash
from tabletop.session import acts
from tabletop.session.play import begin
from tests.session.group import Group, did, start, until
from tests.session.test_people import marked_case


def test_following_in_pieces_sees_what_a_replay_sees() -> None:
    finished = Group(1).play(start(4, 1))
    watcher = Watcher(start(4, 1))
    left: list[int] = []
    while not left or left[-1]:
        left.append(watcher.follow(finished, 10))
    assert left == [max(0, len(finished.entries) - 10 * many) for many in range(1, len(left) + 1)]
    seen, replayed = watcher.watched(finished), watch(finished)
    assert [step.number for step in seen.steps] == [step.number for step in replayed.steps]
    assert [state_hash(step.after) for step in seen.steps] == [state_hash(step.after) for step in replayed.steps]
    assert course_page(seen, "nl") == course_page(replayed, "nl")


def test_a_skipped_scene_is_mild_from_the_beginning_also_for_who_followed() -> None:
    case, scene = marked_case()
    play = until(begin(case, start(4).setup), "board")
    watcher = Watcher(play)
    watcher.follow(play)
    play = did(did(play, acts.inject_added(scene)), acts.scene_skipped(scene))
    ended = did(until(play, "debrief"), acts.debrief_opened())
    assert course_page(watcher.watched(ended), "nl") == course_page(watch(ended), "nl")
