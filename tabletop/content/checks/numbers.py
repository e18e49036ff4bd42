"""A number of the model lies within its own range, and weights are above zero."""

from collections.abc import Iterator

from tabletop.content.faults import Fault
from tabletop.content.reading import Document
from tabletop.content.shelf import INCIDENTS, Node, holding


def check_numbers(document: Document) -> Iterator[Fault]:
    """Check every quantity of a file, and the weights by which something is drawn."""
    for node in holding(document, "low"):
        yield from _range(node)
    for incident in Node.of(document).each("incidents") if document.path == INCIDENTS else ():
        weight = incident.find("weight", "value")
        number = incident.number("weight", "value")
        if weight is not None and number is not None and number <= 0:
            yield weight.fault("TT214", given=number)


def _range(node: Node) -> Iterator[Fault]:
    value, low, high = (node.number(key) for key in ("value", "low", "high"))
    at = node.find("value")
    if at is None or value is None or low is None or high is None:
        return
    if not low <= value <= high:
        yield at.fault("TT213", given=value, low=low, high=high)
