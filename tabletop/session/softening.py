"""Scenes and facts in milder words. The case stays the same: only what is read changes, never what happens."""

from collections.abc import Collection
from dataclasses import replace

from tabletop.case.case import Case
from tabletop.content.messages import messages
from tabletop.content.specs.common import Text
from tabletop.content.specs.scenario import FactSpec, InjectSpec, ScenarioSpec


def softened(case: Case) -> Case:
    """The case with every marked scene, and every fact that has them, in milder words."""
    scenario = case.pack.scenario
    injects = tuple(_mild_scene(each) if each.marked else each for each in scenario.injects)
    return _with(case, injects, tuple(_mild_fact(each) for each in scenario.facts))


def without_scene(case: Case, inject: str) -> Case:
    """The case in which one marked scene is skipped: its milder words stand in its place."""
    scenario = case.pack.scenario
    injects = tuple(_mild_scene(each) if each.id == inject else each for each in scenario.injects)
    return _with(case, injects, scenario.facts)


def may_be_skipped(scenario: ScenarioSpec) -> Collection[str]:
    """The marked scenes with news that nobody has skipped."""
    return {each.id for each in scenario.injects if each.marked and each.news is not None}


def told_mildly(scenario: ScenarioSpec) -> Collection[str]:
    """The scenes whose news stands in milder words already."""
    return {each.id for each in scenario.injects if each.news is not None and each.news in (each.soft, _skipped())}


def _mild_scene(inject: InjectSpec) -> InjectSpec:
    """A scene that is told mildly is marked no longer: there is nothing left to skip."""
    news = None if inject.news is None else inject.soft or _skipped()
    return inject.model_copy(update={"news": news, "marked": False})


def _mild_fact(fact: FactSpec) -> FactSpec:
    return fact if fact.soft is None else fact.model_copy(update={"text": fact.soft})


def _skipped() -> Text:
    """What stands there when a scene has no milder words of its own."""
    return Text(nl=messages("nl").say("scene.skipped"), en=messages("en").say("scene.skipped"))


def _with(case: Case, injects: tuple[InjectSpec, ...], facts: tuple[FactSpec, ...]) -> Case:
    scenario = case.pack.scenario.model_copy(update={"injects": injects, "facts": facts})
    return replace(case, pack=replace(case.pack, scenario=scenario))
