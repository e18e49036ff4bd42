"""Content files side by side, read but not yet trusted: what cross-checks look at.

A check walks raw values instead of specs, so that one wrong shape does not hide the other faults of a file. What has
the wrong shape is passed over here; `shape.py` tells it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Final

from tabletop.content.faults import Fault, fault
from tabletop.content.reading import Document, Key, Mark, Place, Plain
from tabletop.content.specs.common import Spec
from tabletop.content.specs.formats import FormatsSpec
from tabletop.content.specs.measure import MeasuresSpec
from tabletop.content.specs.plan import PlansSpec
from tabletop.content.specs.policies import PoliciesSpec
from tabletop.content.specs.relations import RelationsSpec, WeightingsSpec
from tabletop.content.specs.role import DisciplinesSpec, RoleSpec
from tabletop.content.specs.scenario import ScenarioSpec
from tabletop.content.specs.scoring import (
    IncidentsSpec,
    InformationRulesSpec,
    ModelSpec,
    ModesSpec,
    PhasesSpec,
    RubricSpec,
    SourcesSpec,
)  # fmt: skip

MODEL: Final = "scoring/model.yaml"
MODES: Final = "scoring/modes.yaml"
INCIDENTS: Final = "scoring/incidents.yaml"
PHASES: Final = "scoring/phases.yaml"
MEASURES: Final = "scoring/measures.yaml"
RUBRIC: Final = "scoring/rubric.yaml"
FORMATS: Final = "scoring/formats.yaml"
POLICIES: Final = "scoring/policies.yaml"
DISCIPLINES: Final = "roles/disciplines.yaml"
REFERENCES: Final = "docs/sources.yaml"
RELATIONS: Final = "scoring/relations.yaml"
WEIGHTINGS: Final = "scoring/weightings.yaml"
PLANS: Final = "scenarios/plans/*.yaml"
RULES: Final = ("scoring/information_rules/2018.yaml", "scoring/information_rules/2026.yaml")
SHARED: Final = (MODEL, MODES, INCIDENTS, PHASES, MEASURES, RUBRIC, FORMATS, POLICIES, DISCIPLINES, REFERENCES, *RULES)
"""What every game needs, whatever its scenario."""

PARTIES: Final = frozenset({"victim", "stalker", "judge", "network"})
"""Those who are scripted: no role, and no partner."""

KINDS: Final[tuple[tuple[str, type[Spec]], ...]] = (
    (DISCIPLINES, DisciplinesSpec),
    ("roles/*.yaml", RoleSpec),
    ("scenarios/*.yaml", ScenarioSpec),
    (MODEL, ModelSpec),
    (MODES, ModesSpec),
    (INCIDENTS, IncidentsSpec),
    (PHASES, PhasesSpec),
    (MEASURES, MeasuresSpec),
    (RUBRIC, RubricSpec),
    (FORMATS, FormatsSpec),
    (POLICIES, PoliciesSpec),
    (RELATIONS, RelationsSpec),
    (WEIGHTINGS, WeightingsSpec),
    (PLANS, PlansSpec),
    ("scoring/information_rules/*.yaml", InformationRulesSpec),
    (REFERENCES, SourcesSpec),
)

_EMPTY: Final = Mark((1, 1))
"""What stands inside a scalar: nothing."""


def spec_for(path: str) -> type[Spec] | None:
    """Give the spec that a file of this path in a pack must have."""
    return next((spec for pattern, spec in KINDS if fits(path, pattern)), None)


def fits(path: str, pattern: str) -> bool:
    """Say whether a path fits a pattern; a star stays within its folder.

    >>> fits("scenarios/small.yaml", "scenarios/*.yaml"), fits("scenarios/plans/small.yaml", "scenarios/*.yaml")
    (True, False)
    """
    return path.count("/") == pattern.count("/") and fnmatch(path, pattern)


class Node:
    """A value of a file with its place, read with tolerance: what is not there yields nothing."""

    __slots__ = ("mark", "path", "place", "value")

    def __init__(self, path: str, value: Plain, mark: Mark | Place) -> None:
        self.path = path
        self.value = value
        self.mark = mark if isinstance(mark, Mark) else _EMPTY
        self.place = mark.place if isinstance(mark, Mark) else mark

    @classmethod
    def of(cls, document: Document) -> "Node":
        """Give the whole of a file."""
        return cls(document.path, document.content, document.mark)

    def find(self, *keys: Key) -> "Node | None":
        """Give what stands under these keys, one inside the other."""
        value: Plain = self.value
        mark = self.mark
        inner: Mark | Place | None = None
        for key in keys:
            inner = mark.inside.get(key)
            if inner is None:
                return None
            value = value[key]
            mark = inner if type(inner) is Mark else _EMPTY
        return self if inner is None else Node(self.path, value, inner)

    def each(self, *keys: Key) -> Iterator["Node"]:
        """Yield the items of the list, or the values of the mapping, under these keys."""
        node = self.find(*keys)
        if node is None or not isinstance(node.value, dict | tuple):
            return
        value: Plain = node.value
        for key, inner in node.mark.inside.items():
            yield Node(node.path, value[key], inner)

    def words(self, *keys: Key) -> Iterator["Node"]:
        """Yield the items under these keys that are text."""
        return (each for each in self.each(*keys) if isinstance(each.value, str))

    def word(self, *keys: Key) -> "Node | None":
        """Give the text under these keys."""
        node = self.find(*keys)
        return node if node is not None and isinstance(node.value, str) else None

    def keys(self, *keys: Key) -> Iterator["Node"]:
        """Yield the keys of the mapping under these keys, each at its own place."""
        node = self.find(*keys)
        if node is not None:
            for key, place in node.mark.keys.items():
                yield Node(node.path, key, place)

    def number(self, *keys: Key) -> float | None:
        """Give the number under these keys."""
        node = self.find(*keys)
        right = node is not None and isinstance(node.value, int | float) and not isinstance(node.value, bool)
        return node.value if node is not None and right else None

    def mappings(self) -> Iterator["Node"]:
        """Yield every mapping in this value, itself included, from the outside in."""
        waiting: list[tuple[Plain, Mark]] = [(self.value, self.mark)]
        while waiting:
            value, mark = waiting.pop()
            if type(value) is dict:
                yield Node(self.path, value, mark)
            for key, inner in mark.inside.items():
                if isinstance(inner, Mark):
                    waiting.append((value[key], inner))

    def fault(self, code: str, suggestion: str = "", /, **values: str | int | float) -> Fault:
        """Make a fault at this place."""
        return fault(self.path, self.place, code, suggestion, **values)


@dataclass(frozen=True)
class Shelf:
    """The files of a pack that could be read, by path."""

    files: Mapping[str, Node]
    documents: Mapping[str, Document]
    role_ids: frozenset[str]
    """Every role there is, on the shelf or not."""
    whole: bool
    """All roles are known, so that a role nobody knows is a fault in shared files, too."""

    @classmethod
    def of(cls, documents: Mapping[str, Document], role_ids: frozenset[str], *, whole: bool) -> "Shelf":
        """Put documents on a shelf."""
        files = {path: Node.of(each) for path, each in documents.items()}
        here = {_stem(path) for path in documents if fnmatch(path, "roles/*.yaml") and path != DISCIPLINES}
        return cls(files, documents, role_ids | here, whole)

    def under(self, pattern: str) -> Iterator[Node]:
        """Yield the files whose path fits a pattern."""
        return (self.files[path] for path in sorted(self.files) if fits(path, pattern))

    def scenarios(self) -> Iterator[Node]:
        """Yield the scenarios."""
        return self.under("scenarios/*.yaml")

    def roles(self) -> Iterator[Node]:
        """Yield the roles."""
        return (node for node in self.under("roles/*.yaml") if node.path != DISCIPLINES)

    def in_order(self) -> Iterator[Document]:
        """Yield every file, by path."""
        return (self.documents[path] for path in sorted(self.documents))

    def holding(self, file: Node, *keys: str) -> Iterator[Node]:
        """Yield every mapping of a file that has a key, at any depth, key by key; each key is one of `NOTED`."""
        return holding(self.documents[file.path], *keys)

    def ids(self, path: str, *keys: Key) -> frozenset[str] | None:
        """Give the ids in a list of a file; nothing when the file cannot be read."""
        node = self.files.get(path)
        return None if node is None else ids_in(node, *keys)


def holding(document: Document, *keys: str) -> Iterator[Node]:
    """Yield every mapping of a file that has a key, at any depth, key by key; each key is one of `NOTED`."""
    return (Node(document.path, value, mark) for key in keys for value, mark in document.noted.get(key, ()))


def ids_in(node: Node, *keys: Key) -> frozenset[str]:
    """Give the ids of the items in a list."""
    found = node.find(*keys)
    value: Plain = () if found is None else found.value
    items = value.values() if type(value) is dict else value if type(value) is tuple else ()
    ids = (item.get("id") for item in items if type(item) is dict)
    return frozenset(id_ for id_ in ids if type(id_) is str)


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yaml")
