"""Every line of the rubric is computed from figures that exist, and rests on numbers of the model that exist."""

from collections.abc import Iterator

from tabletop.content.checks.references import unknown
from tabletop.content.faults import Fault
from tabletop.content.shelf import MEASURES, MODEL, RUBRIC, Node, Shelf, ids_in


def check_rubric(shelf: Shelf) -> Iterator[Fault]:
    """Check the figures, numbers and measures that the rubric names."""
    rubric = shelf.files.get(RUBRIC)
    if rubric is None:
        return
    figures, numbers, measures = ids_in(rubric, "figures"), shelf.ids(MODEL, "numbers"), shelf.ids(MEASURES, "measures")
    for line in rubric.each("lines"):
        for word in (*line.words("computed_from"), *line.words("expected_from")):
            yield from unknown(word, "TT241", figures)
        yield from _named(line.words("numbers"), "TT242", numbers)
    for figure in rubric.each("figures"):
        yield from _named(figure.words("measures"), "TT203", measures)


def _named(words: Iterator[Node], code: str, known: frozenset[str] | None) -> Iterator[Fault]:
    """Check names in another file; when that one cannot be read, nothing is known of them."""
    if known is not None:
        for word in words:
            yield from unknown(word, code, known)
