"""A short session by the rules alone: a share, a signal, a measure, a meeting, three weeks."""

from types import SimpleNamespace
from typing import Any

import numpy as np

from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Ground, Way
from tabletop.debrief.watching import Step, Watched
from tabletop.rules.choice import Choice
from tabletop.rules.deciding import apply
from tabletop.rules.meeting import attendance, close_meeting, open_meeting
from tabletop.rules.opening import opening
from tabletop.rules.rounds import begin_round
from tabletop.rules.state import State
from tabletop.rules.weeks import advance_week
from tabletop.session.entries import Entry


class Table:
    """Takes entries by the rules, and keeps the steps."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.state = opening(case, 7, np.array([0], np.uint64))
        self.steps: list[Step] = []
        self.keep(Entry("round_begun"), begin_round(case, self.state, 2))

    def keep(self, entry: Entry, after: State) -> None:
        self.steps.append(Step(len(self.steps) + 1, entry, self.state, after))
        self.state = after

    def decide(
        self, decision: str, extent: Extent = Extent.MINIMUM, way: Way = Way.CALL, reason: str | None = None
    ) -> None:
        role = decision.split("/", maxsplit=1)[0]
        choice = Choice.single(self.case.decisions.row[decision], Ground.UNSURE, extent, way)
        words = {"ground": "unsure", "extent": extent.name.lower(), "way": way.name.lower(), "due": 4}
        entry = Entry("decided", None if role == "table" else role, 0, decision, reason=reason, **words)  # type: ignore[arg-type]
        self.keep(entry, apply(self.case, self.state, choice))

    def meet(self, *decisions: str) -> None:
        everybody = np.ones(len(self.case.roles), np.bool_)
        self.keep(
            Entry("turn_ended"), open_meeting(self.case, self.state, attendance(self.case, self.state, everybody))
        )
        for decision in decisions:
            self.decide(decision)
        self.keep(Entry("meeting_closed"), close_meeting(self.case, self.state))

    def pass_weeks(self, count: int) -> None:
        for _ in range(count):
            self.keep(Entry("week_passed"), advance_week(self.case, self.state))

    def watched(self) -> Watched:
        play: Any = SimpleNamespace(case=self.case, state=self.state, moment=SimpleNamespace(kind="debrief", round=0))
        return Watched(play, tuple(self.steps))


def own_facts(case: Case, state: State, role: str) -> list[str]:
    """The facts a role knows, and no other role does."""
    at = case.roles.index(role)
    others = np.bitwise_or.reduce(np.delete(state.knows[0], at))
    held = int(state.knows[0, at] & ~others)
    return [fact for place, fact in enumerate(case.facts.ids) if held >> place & 1]
