"""Every line of the rubric is computed from figures that exist, and rests on numbers of the model that exist."""

from collections.abc import Iterator

from tabletop.content.checks.references import unknown
from tabletop.content.faults import Fault
from tabletop.content.shelf import MEASURES, MODEL, RUBRIC, Shelf, ids_in


def check_rubric(shelf: Shelf) -> Iterator[Fault]:
    """Check the figures, numbers and measures that the rubric names."""
    rubric = shelf.files.get(RUBRIC)
    if rubric is None:
        return
    figures = ids_in(rubric, "figures")
    numbers, measures = shelf.ids(MODEL, "numbers"), shelf.ids(MEASURES, "measures")
    for line in rubric.each("lines"):
        for word in (*line.words("computed_from"), *line.words("expected_from")):
            yield from unknown(word, "TT241", figures)
        for word in () if numbers is None else line.words("numbers"):
            yield from unknown(word, "TT242", numbers)
    for figure in rubric.each("figures"):
        for word in () if measures is None else figure.words("measures"):
            yield from unknown(word, "TT203", measures)
