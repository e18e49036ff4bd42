"""Courses of whole sessions with the real texts: who has to read how many words, and who decides how often.

Everybody takes every decision there is, reads all that is new, and answers every question: the slowest way to play.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.case.verbs import Verb
from tabletop.content.library import load_pack
from tabletop.content.messages import messages
from tabletop.content.specs.common import Language
from tabletop.session import acts, pages
from tabletop.session.clock import Standing, standing
from tabletop.session.entries import Entry, Participant, Reading, Seat, SetUp
from tabletop.session.moment import Refusal
from tabletop.session.play import Play, act, begin
from tabletop.session.timing import Plan, plan_of
from tabletop.view.options import possible
from tabletop.view.pages import DeskPage

LANGUAGE: Language = "nl"
USUAL = "minutes_60"
RULES = ("laptop", "alone", "aloud", "meeting", "debrief")


@dataclass(frozen=True)
class Step:
    """Something the table or one seat does: where the group is, who does it, words to read, decisions to take."""

    at: Standing
    seat: int | None
    words: int
    decisions: int
    news: int = 0
    """Words of the news alone."""


@dataclass(frozen=True)
class Course:
    """One session: its plan, what is read before it, and its steps in order."""

    plan: Plan
    seats: int
    reading: Reading
    note_words: int
    """Content note, rules card and introduction of the case, read aloud."""
    dossier_words: tuple[int, ...]
    """By seat: dossier, goal and first facts."""
    short_words: tuple[int, ...]
    """By seat: goal and first facts, for who reads the dossier later at the own desk."""
    card_words: tuple[int, ...]
    steps: tuple[Step, ...]


@cache
def case_of(scenario: str, *, long: bool = False) -> Case:
    return compile_case(load_pack(scenario), long=long)


@cache
def course(scenario: str, seats: int, seed: int, reading: Reading = "paper", format_id: str = USUAL) -> Course:
    """A session with as many meetings as its format counts on: in 60 minutes three rounds, two with a meeting."""
    long = case_of(scenario).pack.formats.find(format_id).long
    case = case_of(scenario, long=long)
    spec = case.pack.scenario
    places = tuple(Seat(role, (Participant("student"),)) for role in spec.seats[seats])
    play = begin(case, SetUp(scenario, seed, places, long, format_id, LANGUAGE, reading))
    plan = plan_of(case, play.setup, seats)
    table = Table(seed, plan)
    dossiers, short, cards = [], [], []
    while play.moment.kind == "dossiers":
        play = did(play, acts.opened(play))
        page = pages.dossier(play, LANGUAGE)
        card = page.card
        short.append(count(page.private_goal, *(t for f in page.facts for t in (f.title, f.text))))
        dossiers.append(short[-1] + count(page.dossier))
        cards.append(count(card.who, card.may, card.must, card.cannot, card.pressure, card.fear, card.goal))
        play = did(play, acts.dossier_read(play))
    say = messages(LANGUAGE).say
    rules = (say(f"note.rule_{name}") for name in RULES)
    note = count(spec.content_note.in_language(LANGUAGE), say("note.stop"), say("note.self"), *rules)
    note += count(spec.intro.in_language(LANGUAGE))
    steps = tuple(table.steps(play))
    return Course(plan, seats, reading, note, tuple(dossiers), tuple(short), tuple(cards), steps)


class Table:
    """Seats that take every decision; what they choose follows from a hash of seed and entry."""

    def __init__(self, seed: int, plan: Plan) -> None:
        self.seed = seed
        self.meets_in = {(seed + number) % plan.rounds for number in range(plan.meetings)}
        self.read_on_board: set[tuple[int, str]] = set()

    def steps(self, play: Play) -> Iterator[Step]:
        """Play to the debrief, step by step."""
        while play.moment.kind != "debrief":
            kind = play.moment.kind
            if kind == "board":
                yield Step(standing(play), None, self.board_words(play), 0)
            if kind in ("board", "turn", "answer"):
                step, play = self.turn(play)
            elif kind == "meeting":
                step, play = Step(standing(play), None, 0, 0), did(play, acts.meeting_closed())
            else:
                step, play = self.weeks(play)
            yield step

    def weeks(self, play: Play) -> tuple[Step, Play]:
        """The weeks of a round: what is read while they pass needs no reading on the board."""
        at, words = standing(play), 0
        for _ in range(play.weeks_left):
            play = did(play, acts.week_passed())
            page = pages.week(play, LANGUAGE)
            words += count(*page.lines)
            self.read_on_board |= {(page.week, line) for line in page.lines}
        return Step(at, None, words, 0), play

    def board_words(self, play: Play) -> int:
        """What stands new on the board, all of it."""
        page = pages.board(play, LANGUAGE)
        new = {(line.week, line.text) for line in page.news} - self.read_on_board
        self.read_on_board |= new
        return count(*(text for _, text in new))

    def turn(self, play: Play) -> tuple[Step, Play]:
        """One turn or short turn, from the cover on."""
        at, seat = standing(play), play.moment.seat
        at = replace(at, kind="turn") if at.kind == "board" else at
        opened = did(play, acts.opened(play))
        page, kind, role = pages.desk(opened, LANGUAGE), opened.moment.kind, opened.moment.role
        play, decisions = opened, 0
        while (entry := self.decision(play, kind)) is not None and play.moment.role == role and play.moment.is_open:
            play, decisions = did(play, entry), decisions + 1
        if play.moment.role == role and play.moment.is_open:
            play = did(play, acts.turn_ended(play))
        return Step(at, seat, desk_words(page), decisions, count(*(line.text for line in page.news))), play

    def decision(self, play: Play, kind: str) -> Entry | None:
        """The next decision of the seat that has the laptop."""
        if play.moment.kind != kind or not play.moment.is_open:
            return None
        rows = [row for row in possible(play.case, play.view_of(play.queue[0])) if self.is_wanted(play, row)]
        call = next((row for row in rows if play.case.decisions.verb[row] == Verb.CALL), None)
        if call is not None:
            return acts.decided(play, play.case.decisions.ids[call])
        verbs = sorted({int(play.case.decisions.verb[row]) for row in rows})
        while verbs:
            verb = verbs.pop(self.luck(play, "verb") % len(verbs))
            mine = [row for row in rows if play.case.decisions.verb[row] == verb]
            decision = play.case.decisions.ids[mine[self.luck(play, "row") % len(mine)]]
            entry = acts.decided(play, decision, ground="unsure")
            if not isinstance(act(play, entry), Refusal):
                return entry
        return None

    def is_wanted(self, play: Play, row: int) -> bool:
        """Passing and bringing take no decision; a meeting is called once, in two of three rounds."""
        verb = play.case.decisions.verb[row]
        may_call = play.round in self.meets_in and int(play.state.caller[0]) < 0
        return verb not in (Verb.PASS, Verb.BRING) and (verb != Verb.CALL or may_call)

    def luck(self, play: Play, word: str) -> int:
        """A number that looks drawn."""
        return int.from_bytes(sha256(f"{self.seed}/{len(play.entries)}/{word}".encode()).digest()[:4], "big")


def desk_words(page: DeskPage) -> int:
    """All that is new at a desk: the news (with titles), the text of each new fact, the post with possible answers."""
    facts = (fact.text for fact in page.facts if fact.is_new)
    post = (text for letter in page.letters for text in (letter.text, *(answer.label for answer in letter.answers)))
    return count(*(line.text for line in page.news), *facts, *post)


def count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)


def did(play: Play, entry: Entry) -> Play:
    after = act(play, entry)
    assert not isinstance(after, Refusal), (after, entry)
    return after
