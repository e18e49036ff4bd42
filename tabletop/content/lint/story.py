"""A scenario that holds, with all it rests on and the places where it was written: what a lint rule looks at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeVar

from tabletop.content.faults import Fault
from tabletop.content.shelf import MEASURES, Node
from tabletop.content.specs.common import RoleId
from tabletop.content.specs.measure import MeasureSpec, MeasuresSpec
from tabletop.content.specs.role import RoleSpec
from tabletop.content.specs.scenario import FactSpec, InjectSpec, PartnerSpec, ScenarioSpec
from tabletop.content.specs.scoring import CellSpec, InformationRulesSpec
from tabletop.content.survey import Survey

ItemT = TypeVar("ItemT")
CONSULT: Final = "ZVH"
"""Column of who leads a consult; as receiver it is the meeting itself."""


@dataclass(frozen=True)
class Story:
    """One scenario with its roles, measures and information rules."""

    node: Node
    spec: ScenarioSpec
    roles: Mapping[RoleId, RoleSpec]
    measures: Mapping[str, MeasureSpec]
    """Those of the scenario, in its order."""
    cells: Mapping[tuple[str, str], CellSpec]

    @classmethod
    def find(cls, found: Survey, path: str) -> "Story | None":
        """Give the story of a scenario; nothing while it, or what it rests on, has faults that hide the rest."""
        spec = found.specs.get(path)
        shared = found.specs.get(MEASURES)
        if not isinstance(spec, ScenarioSpec) or not isinstance(shared, MeasuresSpec):
            return None
        rules = found.specs.get(f"scoring/information_rules/{spec.rules}.yaml")
        roles = {each.role: found.specs.get(f"roles/{each.role}.yaml") for each in spec.partners}
        cards = {role: card for role, card in roles.items() if isinstance(card, RoleSpec)}
        known = {each.id: each for each in shared.measures}
        if (
            len(cards) < len(roles)
            or not isinstance(rules, InformationRulesSpec)
            or not known.keys() >= {*spec.measures}
        ):
            return None
        cells: dict[tuple[str, str], CellSpec] = {(cell.giver, cell.receiver): cell for cell in rules.cells}
        node = found.shelf.files[path]
        return cls(node, spec, cards, {each: known[each] for each in spec.measures}, cells)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The weeks in which rounds begin, and behind them the last week of the case."""
        return tuple(accumulate((each.weeks for each in self.spec.rounds), initial=0))

    @property
    def weeks(self) -> int:
        """Weeks of all rounds."""
        return self.starts[-1]

    @cached_property
    def core_rounds(self) -> int:
        """Rounds that a session of 60 minutes plays."""
        return sum(each.core for each in self.spec.rounds)

    @property
    def core_weeks(self) -> int:
        """Weeks of these."""
        return self.starts[self.core_rounds]

    @property
    def last_core_turn(self) -> int:
        """The week in which the last turns of these are taken."""
        return self.starts[max(self.core_rounds - 1, 0)]

    @property
    def last_turn(self) -> int:
        """The week in which the last turns of all are taken."""
        return self.starts[-2]

    def facts(self) -> Iterator[tuple[FactSpec, Node]]:
        """Yield facts with their nodes."""
        return self._items("facts", self.spec.facts)

    def injects(self) -> Iterator[tuple[InjectSpec, Node]]:
        """Yield injects with their nodes."""
        return self._items("injects", self.spec.injects)

    def partners(self) -> Iterator[tuple[PartnerSpec, Node]]:
        """Yield partners with their nodes."""
        return self._items("partners", self.spec.partners)

    def _items(self, key: str, specs: tuple[ItemT, ...]) -> Iterator[tuple[ItemT, Node]]:
        return zip(specs, self.node.each(key), strict=True)

    def column(self, role: RoleId) -> str:
        """Give the column of the information rules that a role falls under."""
        return self.roles[role].column

    def deciders(self, measure: MeasureSpec) -> list[RoleId]:
        """Give the partners who can decide on a measure."""
        return [role for role in measure.deciders if role in self.roles]

    def needers(self, fact: FactSpec) -> frozenset[RoleId]:
        """Give who acts better with a fact: those it names, and those whose measures hinge on its themes."""
        hinge = (each for each in self.measures.values() if set(each.hinges_on) & set(fact.themes))
        by_measure = (role for measure in hinge for role in self.deciders(measure))
        return frozenset({*fact.needed_by, *by_measure} - {*fact.holders})


def at(node: Node, *keys: str | int) -> Node:
    """Give what stands under these keys, or the node itself where nothing was written there."""
    return node.find(*keys) or node


def about(node: Node, code: str, word: str, /, **values: str | int | float) -> Fault:
    """Make a fault about something with an id, by which a scenario can accept it."""
    return node.fault(code, word=word, **values)
