"""The log as the score reads it: once, for all figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tabletop.case.case import Case
from tabletop.case.verbs import Status, Verb
from tabletop.content.specs.measure import MeasureSpec
from tabletop.debrief.score_shares import Told, told_in
from tabletop.debrief.watching import Step, Watched
from tabletop.rules.state import State


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of the log. `role` -1 is the table."""

    step: Step
    verb: Verb
    role: int
    object: int
    target: int

    @property
    def number(self) -> int:
        """Its number in the log."""
        return self.step.number


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure that came to another status, and who had decided it (-1: the script)."""

    step: Step
    measure: int
    status: Status
    role: int


class ScoreLog:
    """A watched session, with what figures ask of it."""

    def __init__(self, watched: Watched) -> None:
        self.watched = watched
        self.case: Case = watched.case
        self.end: State = watched.play.state
        self.steps = watched.steps

    @property
    def start(self) -> State:
        """The state of week 0."""
        return self.steps[0].before if self.steps else self.end

    @cached_property
    def decisions(self) -> tuple[Decided, ...]:
        """All decisions, in the order of the log."""
        rows, found = self.case.decisions, []
        for step in self.steps:
            row = rows.row.get(step.entry.decision or "", -1) if step.entry.kind == "decided" else -1
            if row >= 0:
                role, target = int(rows.role[row]), int(rows.target[row])
                found.append(Decided(step, Verb(int(rows.verb[row])), role, int(rows.object[row]), target))
        return tuple(found)

    def of_verb(self, *verbs: Verb) -> Iterator[Decided]:
        """The decisions of some kinds."""
        return (each for each in self.decisions if each.verb in verbs)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """All shares, judged."""
        return told_in(self.watched)

    @cached_property
    def weeks(self) -> tuple[Step, ...]:
        """The weeks that passed."""
        return tuple(step for step in self.steps if step.after.week > step.before.week)

    @cached_property
    def meetings(self) -> tuple[Step, ...]:
        """The meetings that were held, each by the entry that closed it."""
        return tuple(step for step in self.steps if step.after.meetings[0] > step.before.meetings[0])

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """Measures that were decided, began, ended or were refused."""
        return tuple(
            Moved(step, measure, Status(int(step.after.status[0, measure])), int(step.after.decided_by[0, measure]))
            for step in self.steps
            if step.after.status is not step.before.status
            for measure in np.flatnonzero(step.after.status[0] != step.before.status[0]).tolist()
        )

    def started(self) -> Iterator[Moved]:
        """Measures that began."""
        return (each for each in self.moved if each.status == Status.RUNNING)

    def measure(self, place: int) -> MeasureSpec:
        """A measure as it was authored."""
        return self.case.pack.measures[self.case.measures.ids[place]]

    @cached_property
    def round_ends(self) -> tuple[Step, ...]:
        """For each round, its first week: the state before it is what turns and meeting left."""
        firsts: dict[int, Step] = {}
        for step in self.weeks:
            firsts.setdefault(step.before.round, step)
        return tuple(firsts.values())

    def last_entry_of(self, role: int, in_round: int) -> int:
        """The entry with which a role ended its turn in a round; 0 when it had none."""
        name = self.case.roles[role]
        mine = [
            step.number
            for step in self.steps
            if step.before.round == in_round
            and step.entry.role == name
            and step.entry.kind in ("decided", "turn_ended")
        ]
        return mine[-1] if mine else 0
