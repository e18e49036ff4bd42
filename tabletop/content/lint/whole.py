"""All content together: nothing lies unused, and every phase of the victim is met somewhere."""

from collections.abc import Iterator

from tabletop.content.faults import Fault
from tabletop.content.lint.story import about
from tabletop.content.shelf import MEASURES, PHASES
from tabletop.content.specs.scenario import ScenarioSpec
from tabletop.content.survey import Survey


def lint_whole(found: Survey) -> Iterator[Fault]:
    """Check shared files against all scenarios there are."""
    scenarios = [spec for spec in found.specs.values() if isinstance(spec, ScenarioSpec)]
    if not scenarios:
        return
    shown: set[str] = {phase for each in scenarios for fact in each.facts for phase in fact.phases}
    yield from _unused(found, PHASES, "phases", "TT411", shown)
    yield from _unused(found, MEASURES, "measures", "TT480", {id_ for each in scenarios for id_ in each.measures})
    played = {partner.role for each in scenarios for partner in each.partners}
    for card in found.shelf.roles():
        named = card.word("id")
        if named is not None and named.value not in played:
            yield about(named, "TT481", named.value)


def _unused(found: Survey, path: str, key: str, code: str, used: set[str]) -> Iterator[Fault]:
    file = found.shelf.files.get(path)
    for item in () if file is None else file.each(key):
        named = item.word("id")
        if named is not None and named.value not in used:
            yield about(named, code, named.value)
