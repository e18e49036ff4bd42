"""Honest play that prefers what was used least: it chooses among what its view allows, as people do."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Bools, Real
from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Ground, Verb, Way
from tabletop.policy.base import Luck, in_block
from tabletop.rules.choice import NOTHING, Choice
from tabletop.view.options import STANCE_VERBS, TABLE_VERBS, kinds, rows, stance_rows, table_rows
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView, some_worlds

IN_TURN: Final = (Verb.SHARE, Verb.ASK, Verb.MEASURE, Verb.CALL, Verb.SCALE, Verb.WAIT, Verb.PASS)
IN_REPLY: Final = (Verb.ANSWER, Verb.REFUSE)
DUE_WEEKS: Final = 4


class Uses:
    """How often each row of the list of decisions was chosen so far."""

    def __init__(self, case: Case) -> None:
        """Start with nothing used."""
        self.rows = np.zeros(len(case.decisions.ids), np.int64)
        self.kinds = np.zeros((len(case.roles) + 1, len(Verb)), np.int64)

    def note(self, case: Case, row: NDArray[np.int32]) -> None:
        """Count what was chosen."""
        chosen = row[row >= 0]
        np.add.at(self.rows, chosen, 1)
        np.add.at(self.kinds, (case.decisions.role[chosen], case.decisions.verb[chosen]), 1)


def pick_rare(mask: Bools, uses: NDArray[np.int64], luck: Real) -> NDArray[np.int64]:
    """`[N]` one of the true columns of `mask` `[N, K]`, the likelier the less it was used; -1 where there is none.

    >>> pick_rare(np.array([[True, True], [False, False]]), np.array([3, 0]), np.array([0.3, 0.9])).tolist()
    [1, -1]
    """
    reach = np.cumsum(mask / (1.0 + uses), axis=1)
    found = (reach > (luck * reach[:, -1])[:, None]).argmax(axis=1)
    return np.where(mask.any(axis=1), found, -1)


class Explorer:
    """Chooses the kind of decision first, then the decision, each time the rarer the likelier."""

    name = "explorer"

    def __init__(self, uses: Uses) -> None:
        """Take the counts that steer it; they grow while it plays."""
        self._uses = uses

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Any possible decision of a turn."""
        return self._any_of(case, view, luck, IN_TURN)

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Any answer or refusal."""
        return self._any_of(case, view, luck, IN_REPLY)

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        """About half of what it knows."""
        del case
        low, high = ((luck.draw(word) * 2.0**32).astype(np.uint64) for word in ("low", "high"))
        half: Bits = high << np.uint64(32) | low
        return view.knows & half

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        """Give a lead or make an agreement, or leave it."""
        del place
        last = len(case.roles)
        masks = [table_rows(case, public, verb) for verb in TABLE_VERBS]
        first = [int(case.decisions.first[last, verb]) for verb in TABLE_VERBS]
        found = [
            in_block(start, pick_rare(mask, self._uses.rows[start : start + mask.shape[1]], luck.draw(f"row {start}")))
            for start, mask in zip(first, masks, strict=True)
        ]
        what = luck.draw("lead, agree or leave") * (len(TABLE_VERBS) + 1)
        row = np.where(what < 1, found[0], np.where(what < len(TABLE_VERBS), found[1], NOTHING)).astype(np.int32)
        return self._noted(case, Choice.rows(row, due=DUE_WEEKS))

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        """Commit or object."""
        sits = np.stack([stance_rows(case, view.public, view.role, verb)[:, 0] for verb in STANCE_VERBS], axis=1)
        verb = pick_rare(sits, self._uses.kinds[view.role, list(STANCE_VERBS)], luck.draw("stance"))
        first = np.array([int(case.decisions.first[view.role, each]) for each in STANCE_VERBS])
        return self._noted(case, Choice.rows(np.where(verb >= 0, first[verb], NOTHING).astype(np.int32)))

    def _any_of(self, case: Case, view: SeatView, luck: Luck, verbs: tuple[Verb, ...]) -> Choice:
        columns = list(verbs)
        kind = pick_rare(kinds(case, view)[:, columns], self._uses.kinds[view.role, columns], luck.draw("kind"))
        row, which = np.full(len(kind), NOTHING, np.int32), luck.draw("row")
        for place, verb in enumerate(verbs):
            worlds = np.flatnonzero(kind == place)
            if len(worlds):
                row[worlds] = self._row(case, some_worlds(view, worlds), verb, which[worlds])
        return self._noted(case, _told_somehow(row, luck))

    def _row(self, case: Case, view: SeatView, verb: Verb, luck: Real) -> NDArray[np.int32]:
        first, count = (int(table[view.role, verb]) for table in (case.decisions.first, case.decisions.count))
        return in_block(first, pick_rare(rows(case, view, verb), self._uses.rows[first : first + count], luck))

    def _noted(self, case: Case, choice: Choice) -> Choice:
        self._uses.note(case, choice.row)
        return choice


def _told_somehow(row: NDArray[np.int32], luck: Luck) -> Choice:
    """Any ground, extent and channel."""
    ground, extent, way = ((luck.draw(table.__name__) * len(table)).astype(np.int8) for table in (Ground, Extent, Way))
    return Choice(row=row, ground=ground, extent=extent, way=way, due=np.full(len(row), DUE_WEEKS, np.int16))
