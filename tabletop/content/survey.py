"""Read, shape and cross-check a set of content files in one go."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tabletop.content.checks import check_shelf
from tabletop.content.faults import Fault, fault, in_order
from tabletop.content.files import is_inside
from tabletop.content.reading import Document, read_yaml
from tabletop.content.shape import read_spec
from tabletop.content.shelf import Shelf, spec_for
from tabletop.content.specs.common import Spec

Sources = Mapping[str, str]
"""Texts by their path in the pack, with forward slashes."""
SpecT = TypeVar("SpecT", bound=Spec)


@dataclass(frozen=True)
class Survey:
    """What was found in a set of files: the specs that hold, and every fault."""

    specs: Mapping[str, Spec]
    faults: tuple[Fault, ...]

    def get(self, path: str, kind: type[SpecT]) -> SpecT:
        """Give the spec of a file that is known to hold."""
        spec = self.specs[path]
        assert isinstance(spec, kind)  # noqa: S101 - the path decides the kind, and this tells the type checker
        return spec


def survey(
    sources: Sources, role_ids: Collection[str] = (), *, whole: bool = False, unread: Collection[Fault] = ()
) -> Survey:
    """Read everything in `sources`; `unread` are faults of files that could not even be opened.

    `role_ids` are roles that exist besides those in `sources`; `whole` says that there are no others.
    """
    reading: list[Fault] = list(unread)
    shapes: list[Fault] = []
    documents: dict[str, Document] = {}
    specs: dict[str, Spec] = {}
    for path in sorted(sources):
        document, faults = _read(path, sources[path])
        reading += faults
        kind = spec_for(path)
        if document is None or kind is None:
            continue
        documents[path] = document
        spec, faults = read_spec(document, kind)
        shapes += faults
        if spec is not None:
            specs[path] = spec
    shelf = Shelf.of(documents, frozenset(role_ids), whole=whole)
    return Survey(specs, tuple(in_order(reading, shapes, check_shelf(shelf))))


def _read(path: str, text: str) -> tuple[Document | None, list[Fault]]:
    if not is_inside(path):
        return None, [fault(path, (1, 1), "TT013")]
    if spec_for(path) is None:
        return None, [fault(path, (1, 1), "TT014")]
    return read_yaml(path, text)
