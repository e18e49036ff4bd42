"""Cross-checks of content: what a spec of one file cannot see. Each check yields faults from a shelf."""

from collections.abc import Callable, Iterator
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
from tabletop.content.shelf import Shelf

CHECKS: Final[tuple[Callable[[Shelf], Iterator[Fault]], ...]] = (
    check_references,
    check_script,
    check_lists,
    check_rounds,
    check_numbers,
    check_rules,
    check_rubric,
    check_words,
    check_plans,
)

MOST_FAULTS: Final = 500
"""After so many of one kind nobody reads on, and a hostile file costs no more time."""


def check_shelf(shelf: Shelf) -> list[Fault]:
    """Give the faults that show only when files, or parts of a file, are laid side by side."""
    return [each for check in CHECKS for each in islice(check(shelf), MOST_FAULTS)]
