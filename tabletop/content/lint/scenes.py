"""What a scenario is as a whole: more than one stalker, marked scenes, and departures that are still needed."""

from collections.abc import Iterator
from typing import Final

from tabletop.content.faults import Fault
from tabletop.content.lint.story import Story, about, at
from tabletop.content.specs.scenario import VariantSpec

FEWEST_VARIANTS: Final = 2


def lint_scenes(story: Story) -> Iterator[Fault]:
    """Check variants, and that a scenario that weighs on people can be played softly."""
    spec = story.spec
    if len(spec.variants) < FEWEST_VARIANTS:
        yield about(at(story.node, "variants"), "TT419", spec.variants[0].id)
    for place, variant in enumerate(spec.variants):
        if any(_same(variant, other) for other in spec.variants[:place]):
            yield about(at(story.node, "variants", place), "TT420", variant.id)
    if spec.intensity != "low" and not any(inject.marked for inject in spec.injects):
        yield about(at(story.node, "intensity"), "TT425", spec.id, intensity=spec.intensity)
    for inject, node in story.injects():
        if inject.marked and inject.news is not None and inject.soft is None:
            yield about(at(node, "marked"), "TT428", inject.id)


def _same(one: VariantSpec, other: VariantSpec) -> bool:
    return (one.type, one.start, one.access) == (other.type, other.start, other.access)
