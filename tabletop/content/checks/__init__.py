"""Checks of content that no spec can see: of the parts of one file, and of files laid side by side."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from tabletop.content.checks.lists import check_lists
from tabletop.content.checks.numbers import check_numbers
from tabletop.content.checks.plans import check_plans
from tabletop.content.checks.references import check_references
from tabletop.content.checks.rounds import check_rounds
from tabletop.content.checks.rubric import check_rubric
from tabletop.content.checks.rules import check_rules
from tabletop.content.checks.script import check_script
from tabletop.content.checks.words import check_words
from tabletop.content.faults import Fault
from tabletop.content.reading import Document
from tabletop.content.shelf import Shelf

CHECKS: Final[tuple[Callable[[Shelf], Iterator[Fault]], ...]] = (
    check_references,
    check_script,
    check_rounds,
    check_rubric,
    check_plans,
)
"""Checks of a whole shelf."""
FILE_CHECKS: Final[tuple[Callable[[Document], Iterator[Fault]], ...]] = (
    check_lists,
    check_numbers,
    check_rules,
    check_words,
)
"""Checks that need to know one file only."""

MOST_FAULTS: Final = 500
"""After so many of one kind nobody reads on, and a hostile file costs no more time."""


def check_shelf(shelf: Shelf) -> list[Fault]:
    """Give the faults that show only when files, or parts of a file, are laid side by side."""
    together = [each for check in CHECKS for each in islice(check(shelf), MOST_FAULTS)]
    return together + [each for document in shelf.in_order() for each in check_file(document)]


@lru_cache(maxsize=256)
def check_file(document: Document) -> tuple[Fault, ...]:
    """Give the faults of one file by itself; packs share most of theirs, so each is checked once."""
    return tuple(each for check in FILE_CHECKS for each in islice(check(document), MOST_FAULTS))
