"""Read, shape and cross-check a set of content files in one go."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from tabletop.content.checks import check_shelf
from tabletop.content.faults import Fault, fault, in_order
from tabletop.content.files import is_inside
from tabletop.content.reading import Document, read_once
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
    shelf: Shelf

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
        found = _look_at(path, sources[path])
        reading += found.unread
        shapes += found.shape
        if found.document is not None:
            documents[path] = found.document
        if found.spec is not None:
            specs[path] = found.spec
    shelf = Shelf.of(documents, frozenset(role_ids), whole=whole)
    return Survey(specs, tuple(in_order(reading, shapes, check_shelf(shelf))), shelf)


@dataclass(frozen=True)
class _File:
    """What was found in one file. Never changed: packs share it."""

    document: Document | None = None
    spec: Spec | None = None
    unread: tuple[Fault, ...] = ()
    shape: tuple[Fault, ...] = ()


@lru_cache(maxsize=128)
def _look_at(path: str, text: str) -> _File:
    """Read and shape one file; scenarios share most of theirs, so the same text is looked at once."""
    document, unread = _read(path, text)
    kind = spec_for(path)
    if document is None or kind is None:
        return _File(unread=unread)
    spec, shape = read_spec(document, kind)
    return _File(document, spec, unread, tuple(shape))


def _read(path: str, text: str) -> tuple[Document | None, tuple[Fault, ...]]:
    if not is_inside(path):
        return None, (fault(path, (1, 1), "TT013"),)
    if spec_for(path) is None:
        return None, (fault(path, (1, 1), "TT014"),)
    return read_once(path, text)
