"""A number of the model lies within its own range, and weights are above zero."""

from collections.abc import Iterator
from functools import lru_cache

from tabletop.content.faults import Fault
from tabletop.content.reading import Document
from tabletop.content.shelf import INCIDENTS, Node, Shelf, holding


def check_numbers(shelf: Shelf) -> Iterator[Fault]:
    """Check every quantity on the shelf, and the weights by which something is drawn."""
    for document in shelf.in_order():
        yield from _ranges(document)
    incidents = shelf.files.get(INCIDENTS)
    for incident in () if incidents is None else incidents.each("incidents"):
        weight = incident.find("weight", "value")
        number = incident.number("weight", "value")
        if weight is not None and number is not None and number <= 0:
            yield weight.fault("TT214", given=number)


@lru_cache(maxsize=128)
def _ranges(document: Document) -> tuple[Fault, ...]:
    """Of one file; packs share most of theirs, so each is checked once."""
    return tuple(each for node in holding(document, "low") for each in _range(node))


def _range(node: Node) -> Iterator[Fault]:
    value, low, high = (node.number(key) for key in ("value", "low", "high"))
    at = node.find("value")
    if at is None or value is None or low is None or high is None:
        return
    if not low <= value <= high:
        yield at.fault("TT213", given=value, low=low, high=high)
