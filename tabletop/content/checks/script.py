"""Facts have holders, moments are clear, and levels in conditions have a bound."""

from collections.abc import Iterator

from tabletop.content.faults import Fault
from tabletop.content.shelf import Node, Shelf


def check_script(shelf: Shelf) -> Iterator[Fault]:
    """Check facts and injects of every scenario, each by itself."""
    for scenario in shelf.scenarios():
        revealed = {
            word.value
            for inject in scenario.each("injects")
            for effect in inject.each("effects")
            if (word := effect.word("reveal", "fact"))
        }
        for fact in scenario.each("facts"):
            yield from _holders(fact, revealed)
        for key in ("facts", "injects"):
            for item in scenario.each(key):
                yield from _moment(item.find("appears"))
        for node in shelf.holding(scenario, "level"):
            yield from _level(node.find("level"))


def _holders(fact: Node, revealed: set[str]) -> Iterator[Fault]:
    """A fact without holders can only be told by an inject that reveals it."""
    holders, named = fact.find("holders"), fact.word("id")
    nobody = holders is not None and holders.value == ()
    if holders is not None and nobody and named is not None and named.value not in revealed:
        yield holders.fault("TT210", word=named.value)


def _moment(appears: Node | None) -> Iterator[Fault]:
    if appears is None or not isinstance(appears.value, dict):
        return
    given = [key for key in ("week", "when") if appears.value.get(key) is not None]
    if len(given) != 1 and appears.value.keys() <= {"week", "when"}:
        yield appears.fault("TT221")


def _level(level: Node | None) -> Iterator[Fault]:
    if level is None or not isinstance(level.value, dict):
        return
    if level.value.get("at_least") is None and level.value.get("below") is None:
        yield level.fault("TT222")
