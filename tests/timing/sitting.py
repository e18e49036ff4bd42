"""A group of slow readers sits through a course: how long everything takes is drawn, the real clock says the time.

All of these are assumptions, not measurements:

- Each time has its median at the pace of `scoring/formats.yaml`: 150 words a minute, 12 s a decision, 10 s a hand-over.
- It is drawn log-normal around that: a factor of the person (sigma 0.15) times one of the moment (sigma 0.35). So one
  time in thirty is more than twice as long, in a group in which everybody reads slowly.
- Set-up: the facilitator types a name and a discipline for each seat (one decision each), chooses case, length and
  room (three decisions), and reads content note, rules card and introduction aloud. Then dossiers are
  read, in one of three ways:
  - on paper: handed out (a third of a hand-over each), role cards too, all at the same time: the slowest counts;
  - at the laptop, one after another: a hand-over, then dossier, goal and first facts (125-190 words);
  - short, one after another: a hand-over, then goal and first facts (45-110 words); the dossier waits at the own desk,
    and the clock does not count on anybody reading it whole.
- Board: what is new on it is read aloud, then there is talk of a quarter of a minute. When the group is ahead,
  somebody asks "the real professional" something: half a minute.
- A turn: the laptop is handed over; all that is new is read: news, the text of every new fact, the post; every decision
  there is gets taken.
- A meeting takes as long as the clock gives it; the group stops a quarter of a minute (log-normal) after that.
- Weeks: what they bring is read aloud, as far as the clock gives time; the rest is read on the next board.
- The group takes every offer of the clock, as soon as it is made.
"""

import random
from dataclasses import dataclass, field, replace

from tabletop.content.specs.formats import PaceSpec
from tabletop.session.clock import Reading as Time
from tabletop.session.clock import Standing, read
from tabletop.session.timing import MINUTE, SECOND, reading
from tests.timing.courses import Course, Step

PERSON, MOMENT = 0.15, 0.35
SET_UP_CHOICES = 3
PAPERS = 3
"""So many papers are handed out in the time of handing the laptop over."""
DEBRIEF = Standing("debrief", 2, 0, None, is_called=False, held=2)
TALK, QUESTION, STOPPING = 15 * SECOND, 30 * SECOND, 15 * SECOND


@dataclass
class Sitting:
    """One group, while its time passes. `play` plays it to the debrief."""

    course: Course
    pace: PaceSpec
    luck: random.Random
    spent: float = 0.0
    offers: list[str] = field(default_factory=list)
    unread: float = 0.0
    closed_round: int = -1
    brief_round: int = -1
    is_last: bool = False
    last_round: int = 0
    rounds: int = 0
    """Rounds that were played to their end."""
    lost_in: list[int] = field(default_factory=list)
    """The round of each turn that fell away."""
    begun: set[int] = field(default_factory=set)
    """Rounds in which somebody had a turn."""
    meetings: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.people = [self.luck.lognormvariate(0, PERSON) for _ in range(self.course.seats)]

    @property
    def is_whole(self) -> bool:
        """All rounds were played, and nobody lost a turn."""
        return self.rounds == self.course.plan.rounds and not self.lost_in

    @property
    def is_cut_off(self) -> bool:
        """Somebody lost a turn in a round that others had begun."""
        return any(number in self.begun for number in self.lost_in)

    @property
    def debrief_minutes(self) -> float:
        """How long the debrief takes: to its planned end, or its full length when it begins late."""
        return read(self.course.plan, DEBRIEF, round(self.spent)).left / MINUTE

    @property
    def closing_minutes(self) -> float:
        """What then remains to close."""
        return (self.course.plan.ends - self.spent) / MINUTE - self.debrief_minutes

    def play(self) -> "Sitting":
        self.set_up()
        for step in self.course.steps:
            if "now" in self.offers or (self.is_last and step.at.round > self.last_round):
                self.loses(step)
            else:
                self.go_through(step)
        return self

    # -- how long things take

    def takes(self, median: float, seat: int | None = None) -> float:
        person = 1.0 if seat is None else self.people[seat]
        return median * person * self.luck.lognormvariate(0, MOMENT)

    def reads(self, words: int, seat: int | None = None) -> float:
        return self.takes(reading(self.pace, words), seat)

    def decides(self, times: int, seat: int | None = None) -> float:
        return sum(self.takes(self.pace.decision_seconds.value * SECOND, seat) for _ in range(times))

    def hands_over(self, seat: int | None = None) -> float:
        return self.takes(self.pace.hand_over_seconds.value * SECOND, seat)

    # -- what happens

    def set_up(self) -> None:
        seats = range(self.course.seats)
        self.spent += self.decides(SET_UP_CHOICES + len(seats)) + self.reads(self.course.note_words)
        if self.course.reading == "paper":
            self.spent += sum(self.hands_over(seat) / PAPERS for seat in seats)
            self.spent += max(self.reads(self.course.dossier_words[n] + self.course.card_words[n], n) for n in seats)
        else:
            words = self.course.short_words if self.course.reading == "short" else self.course.dossier_words
            self.spent += sum(self.hands_over(n) + self.reads(words[n], n) for n in seats)

    def loses(self, step: Step) -> None:
        """A turn falls away; what the table does together is nobody's turn."""
        if step.seat is not None:
            self.lost_in.append(step.at.round)

    def go_through(self, step: Step) -> None:
        if step.seat is not None and self.closed_round == step.at.round:
            self.loses(step)
            return
        now = self.look(step)
        if "now" in self.offers:
            self.loses(step)
            return
        acts = {"board": self.board, "meeting": self.meeting, "weeks": self.weeks}
        if step.seat is None:
            acts[step.at.kind](step, now)
        else:
            self.begun.add(step.at.round)
            self.spent += self.hands_over(step.seat) + self.reads(step.words, step.seat)
            self.spent += self.decides(self.decisions(step), step.seat)

    def look(self, step: Step) -> Time:
        """Read the clock, and take what it offers."""
        now = read(self.course.plan, self.standing(step), round(self.spent))
        if now.offer is not None:
            self.offers.append(now.offer)
            if now.offer == "debrief":
                self.is_last, self.last_round = True, step.at.round
            self.closed_round = step.at.round if now.offer == "round" else self.closed_round
            self.brief_round = step.at.round if now.offer == "brief" else self.brief_round
        return now

    def standing(self, step: Step) -> Standing:
        closes, is_brief = self.closed_round == step.at.round, step.at.is_brief or self.brief_round == step.at.round
        return replace(step.at, closes_round=closes, is_brief=is_brief, is_last=self.is_last)

    def decisions(self, step: Step) -> int:
        """In a brief round one decision less: answering questions takes none."""
        return max(1, step.decisions - 1) if self.brief_round == step.at.round else step.decisions

    def board(self, step: Step, now: Time) -> None:
        self.spent += self.unread + self.reads(step.words) + self.takes(TALK)
        if now.pace == "ahead":
            self.spent += self.takes(QUESTION)

    def meeting(self, step: Step, now: Time) -> None:
        took = max(0, now.box) + self.takes(STOPPING)
        self.meetings.append(took / MINUTE)
        self.spent += took

    def weeks(self, step: Step, now: Time) -> None:
        """Read what they bring, as far as the clock gives time; the rest is read on the next board."""
        needs = self.reads(step.words)
        took = max(self.course.plan.weeks.least, min(needs, now.box))
        self.unread = max(0.0, needs - took)
        self.spent += took
        self.rounds += 1
