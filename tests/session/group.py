"""A group of people at a table, who decide as a hash says: for tests that need a session somewhere on its way."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import load_pack
from tabletop.session import acts
from tabletop.session.entries import Entry, Participant, Seat, SetUp
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, act, begin
from tabletop.view.options import possible, possible_at_table


@cache
def the_case() -> Case:
    return compile_case(load_pack("start"))


def start(seats: int = 4, seed: int = 7) -> Play:
    """A session of so many seats before its first entry."""
    scenario = the_case().pack.scenario
    places = tuple(Seat(role, (Participant("student", f"Speler {role}"),)) for role in scenario.seats[seats])
    return begin(the_case(), SetUp("start", seed, places))


def did(play: Play, entry: Entry) -> Play:
    """The play after an entry that has to be accepted."""
    after = act(play, entry)
    assert not isinstance(after, Refusal), (after, entry, play.moment)
    return after


def refused(play: Play, entry: Entry) -> str:
    """The code with which an entry is refused."""
    after = act(play, entry)
    assert isinstance(after, Refusal), (entry, play.moment)
    return after.code


class Group:
    """People at a table who decide as a hash of seed and entry number says."""

    def __init__(self, seed: int = 1, look: Callable[[Play], object] | None = None) -> None:
        self.seed = seed
        self.look = look

    def luck(self, play: Play, word: str) -> int:
        return int.from_bytes(sha256(f"{self.seed}/{len(play.entries)}/{word}".encode()).digest()[:4], "big")

    def next_entry(self, play: Play) -> Entry:
        moment = play.moment
        if moment.kind == "dossiers":
            return acts.dossier_read(play) if moment.is_open else acts.opened(play)
        if moment.kind in ("board", "turn", "answer"):
            return self._in_turn(play) if moment.is_open else acts.opened(play)
        if moment.kind == "meeting":
            return self._in_meeting(play)
        if moment.kind == "weeks":
            return acts.week_passed()
        return acts.closed() if moment.is_open else acts.debrief_opened()

    def _in_turn(self, play: Play) -> Entry:
        view = play.view_of(play.queue[0])
        rows = possible(play.case, view) if play.moment.kind == "turn" else []
        if not rows or self.luck(play, "end") % 5 == 0:
            return acts.turn_ended(play)
        verbs = sorted({int(play.case.decisions.verb[row]) for row in rows})
        verb = verbs[self.luck(play, "verb") % len(verbs)]
        mine = [row for row in rows if play.case.decisions.verb[row] == verb]
        row = mine[self.luck(play, "row") % len(mine)]
        ground = ("unsure", "legal_task", "consent")[self.luck(play, "ground") % 3]
        return acts.decided(play, play.case.decisions.ids[row], ground=ground)

    def _in_meeting(self, play: Play) -> Entry:
        rows = possible_at_table(play.case, play.public)
        rows = [row for row in rows if play.case.decisions.role[row] < 0 or self._is_seat(play, row)]
        if not rows or self.luck(play, "end") % 8 == 0:
            return acts.meeting_closed()
        return acts.decided(play, play.case.decisions.ids[rows[self.luck(play, "row") % len(rows)]])

    @staticmethod
    def _is_seat(play: Play, row: int) -> bool:
        return play.seat_of(play.case.roles[int(play.case.decisions.role[row])]) is not None

    def play(self, play: Play, entries: int = 2000) -> Play:
        """Play until the session is closed, or for so many entries."""
        while play.moment.kind != "closed" and len(play.entries) < entries:
            play = did(play, self.next_entry(play))
            if self.look is not None:
                self.look(play)
        return play


def until(play: Play, kind: str, seed: int = 1) -> Play:
    """The play at the first moment of this kind."""
    people = Group(seed)
    while play.moment.kind != kind:
        play = did(play, people.next_entry(play))
    return play


@cache
def moments(seats: int, seed: int) -> tuple[Play, ...]:
    """Every moment of one whole session."""
    found = [start(seats, seed)]
    Group(seed, look=found.append).play(found[0])
    return tuple(found)
