"""A set of information rules says something about every pair of columns, only once, and with answers that exist."""

from collections.abc import Iterator
from typing import Final, get_args

from tabletop.content.checks.references import unknown
from tabletop.content.faults import Fault
from tabletop.content.reading import Document
from tabletop.content.shelf import Node, fits, ids_in
from tabletop.content.specs.role import Column

COLUMNS: Final[tuple[str, ...]] = get_args(Column)


def check_rules(document: Document) -> Iterator[Fault]:
    """Check the cells of a set of rules."""
    if not fits(document.path, "scoring/information_rules/*.yaml"):
        return
    rules = Node.of(document)
    first: dict[tuple[str, str], int] = {}
    answers = ids_in(rules, "answers")
    for cell in rules.each("cells"):
        giver, receiver = cell.word("giver"), cell.word("receiver")
        if giver is None or receiver is None:
            continue
        pair = (giver.value, receiver.value)
        if pair in first:
            yield giver.fault("TT215", giver=pair[0], receiver=pair[1], line=first[pair])
        first.setdefault(pair, giver.place[0])
        for answer in cell.words("answers"):
            yield from unknown(answer, "TT243", answers)
    yield from _missing(rules.find("cells"), set(first))


def _missing(cells: Node | None, told: set[tuple[str, str]]) -> Iterator[Fault]:
    pairs = [(giver, receiver) for giver in COLUMNS for receiver in COLUMNS if giver != receiver]
    missing = [f"{giver}-{receiver}" for giver, receiver in pairs if (giver, receiver) not in told]
    if cells is not None and missing:
        shown = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")  # noqa: PLR2004 - enough to find them
        yield cells.fault("TT216", count=len(missing), pairs=shown)
