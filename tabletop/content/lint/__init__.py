"""Lint: what content may hold and should not. Each rule has a code, a severity, and a line that says why.

`checks` tells what cannot be played; lint tells what would play badly. It looks only at files that hold, and never
when a game is loaded. A scenario may depart from a rule about itself with a reason (`accepted`).
"""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

from tabletop.content.faults import Fault
from tabletop.content.lint.cards import lint_card
from tabletop.content.lint.facts import lint_facts
from tabletop.content.lint.measures import lint_measures
from tabletop.content.lint.partners import lint_partners
from tabletop.content.lint.reach import Reach
from tabletop.content.lint.scenes import lint_scenes
from tabletop.content.lint.scoring import lint_shared
from tabletop.content.lint.script import lint_script
from tabletop.content.lint.story import Story, about, at
from tabletop.content.lint.texts import lint_texts
from tabletop.content.lint.whole import lint_whole
from tabletop.content.specs.role import RoleSpec
from tabletop.content.survey import Survey

MOST_FAULTS: Final = 500
"""After so many in one file nobody reads on."""


def lint(found: Survey, paths: Collection[str]) -> Iterator[Fault]:
    """Yield what rules find in the files of these paths; the others are only looked at beside them."""
    for path in sorted({*paths} & found.specs.keys()):
        yield from islice(_file(found, path), MOST_FAULTS)
    yield from (each for each in (*lint_shared(found), *lint_whole(found)) if each.path in paths)


def _file(found: Survey, path: str) -> Iterator[Fault]:
    node, spec = found.shelf.files[path], found.specs.get(path)
    story = Story.find(found, path)
    if story is not None:
        yield from _departed(story, [*_story(story), *lint_texts(node)])
        return
    yield from lint_texts(node)
    if isinstance(spec, RoleSpec):
        yield from lint_card(node, spec)


def _story(story: Story) -> Iterator[Fault]:
    reach = Reach.of(story)
    yield from lint_script(story, reach)
    yield from lint_facts(story, reach)
    yield from lint_measures(story, reach)
    yield from lint_partners(story, reach)
    yield from lint_scenes(story)


def _departed(story: Story, faults: list[Fault]) -> Iterator[Fault]:
    """Take out what the scenario departs from with a reason, and tell reasons that nothing needs any more."""
    kept = set(range(len(faults)))
    for place, departure in enumerate(story.spec.accepted):
        taken = {n for n, each in enumerate(faults) if each.code == departure.code and _is_about(each, departure.id)}
        if not taken:
            yield about(at(story.node, "accepted", place), "TT426", departure.code)
        kept -= taken
    yield from (faults[n] for n in sorted(kept))


def _is_about(fault: Fault, id_: str | None) -> bool:
    return id_ is None or dict(fault.values).get("word") == id_
