"""Every game that a balance compares, by name: policies, variants of the case, and single things done or left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np

from tabletop.analysis.effects import Sample
from tabletop.analysis.forcing import (
    ask_late,
    calm_down,
    give_profile,
    keep_ready,
    leave_unled,
    order_measure,
    run_from_start,
    send_everything,
)
from tabletop.analysis.staging import Change, Staging, play, whole_harm
from tabletop.analysis.variants import knowing_only, one_round, unanswerable, with_numbers, without_measures
from tabletop.case.arrays import Real, Worlds
from tabletop.case.case import Case
from tabletop.content.specs.measure import MeasureSpec
from tabletop.policy import POLICIES
from tabletop.policy.base import Policy
from tabletop.policy.pooled import Plans, Pooled
from tabletop.policy.seats import Seats
from tabletop.rules.state import State

CORE_ACTS, LONG_ACTS = 2, 3
AFTER: Final = 26
"""Weeks after the last round over which slow effects are read."""
HALF_YEAR: Final = 26


def acts_of(case: Case) -> int:
    """Give the decisions a turn of the format of a case."""
    return LONG_ACTS if case.long else CORE_ACTS


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A case with the plans that were found for it."""

    case: Case
    plans: Mapping[str, Plans]

    @property
    def acts(self) -> int:
        """Decisions a turn in this format."""
        return acts_of(self.case)


def lightened(setting: Setting) -> Setting:
    """Give the same setting without the texts of its content, which games do not read: less to send to a process."""
    pack = replace(setting.case.pack, sources={}, references={}, rules={})
    return replace(setting, case=replace(setting.case, pack=pack))


Make = Callable[[Setting, int, str], Staging]


def sample(setting: Setting, name: str, seed: int, worlds: Worlds) -> Sample:
    """Play the staged game of this name in these worlds, and keep what is compared."""
    staging = stage(setting, name, len(worlds))
    state = play(staging, seed, worlds)
    return Sample(whole_harm(state), {**figures_of(state), **staging.marks})


def figures_of(state: State) -> dict[str, Real]:
    """Give what is compared besides harm, `[N]` each."""
    noticed = (state.unanswered > 0) | (state.breach_weeks >= 0)
    figures = (("variant", state.variant), ("force", state.force), ("breach", noticed))
    return {name: np.asarray(values, np.float64) for name, values in figures}


def stage(setting: Setting, name: str, worlds: int) -> Staging:
    """Give the staged game of a name; after a colon stands a role, or a number of weeks."""
    kind, _, word = name.partition(":")
    if kind in POLICIES:
        return Staging(setting.case, POLICIES[kind], setting.acts)
    return _MAKES[kind](setting, worlds, word)


def _planned(setting: Setting, worlds: int, word: str, plan: str) -> Staging:
    name = f"{plan}:{word}" if word else plan
    case = knowing_only(setting.case, setting.case.roles.index(word)) if word else setting.case
    return Staging(case, Pooled(case, setting.plans[name], worlds, setting.acts), setting.acts)


def _with_seat(setting: Setting, worlds: int, word: str, policy: str) -> Staging:
    pooled = _planned(setting, worlds, "", "pooled")
    own: dict[int, Policy] = {setting.case.roles.index(word): POLICIES[policy]}
    return replace(pooled, policy=Seats(pooled.policy, own))


def _flooded(setting: Setting, worlds: int, word: str) -> Staging:
    return replace(_planned(setting, worlds, word, "pooled"), before_turns=send_everything)


def _timed(setting: Setting, worlds: int, word: str, policy: str, late: bool) -> Staging:
    del worlds
    weeks = int(word)
    return Staging(
        setting.case, POLICIES[policy], setting.acts, wait_weeks=weeks if late else 0, more_weeks=0 if late else weeks
    )


def _first_contact(setting: Setting, worlds: int, word: str) -> Staging:
    del worlds
    return Staging(setting.case, POLICIES["joint"], setting.acts, after_turns=partial(ask_late, week=int(word)))


def _breaches(setting: Setting, worlds: int, word: str, answered: bool) -> Staging:
    """Let a ban run from the start; breaches are all answered at once, or none is."""
    del worlds, word
    bans = needed(measures_of(setting.case, lambda spec: spec.kind == "ban"))[:1]
    case = with_numbers(setting.case, {"wait_answer": 1.0}) if answered else unanswerable(setting.case)
    return Staging(
        case, POLICIES["nothing"], setting.acts, before_turns=partial(run_from_start, measures=bans),
        after_turns=keep_ready if answered else None, more_weeks=AFTER,
    )  # fmt: skip


def _talk(setting: Setting, worlds: int, word: str, profile: bool) -> Staging:
    del worlds, word
    talk = needed(measures_of(setting.case, lambda spec: spec.effects.stop is not None))[0]
    change: Change = partial(give_profile, measure=talk) if profile else partial(order_measure, measure=talk)
    return Staging(setting.case, POLICIES["nothing"], setting.acts, before_turns=change)


def _ordered(setting: Setting, worlds: int, word: str) -> Staging:
    """One measure is decided in the first week, and nothing else."""
    del worlds
    if word not in setting.case.measures.ids:
        raise LookupError(word)
    return Staging(
        setting.case, POLICIES["nothing"], setting.acts, before_turns=partial(order_measure, measure=word)
    )  # fmt: skip


def _silent_network(setting: Setting, worlds: int, word: str) -> Staging:
    """Nobody decides anything, and nobody around the victim passes anything on."""
    del worlds, word
    case = with_numbers(setting.case, {"leak_week": 0.0})
    return Staging(case, POLICIES["nothing"], setting.acts)


def _frame(setting: Setting, worlds: int, word: str, supervised: bool) -> Staging:
    """Let conditions run from the start, with or without supervision; `word` is the week in which it all ends."""
    del worlds
    case = setting.case
    watching = needed(measures_of(case, lambda spec: spec.kind == "supervision"))
    frames = {id_ for each in watching for id_ in case.pack.measures[each].needs.running}
    chosen = measures_of(case, lambda spec: spec.id in frames or (supervised and spec.id in watching))
    change = partial(run_from_start, measures=chosen, until=int(word) if word else HALF_YEAR)
    return Staging(case, POLICIES["nothing"], setting.acts, before_turns=change, more_weeks=AFTER)


def _calm(setting: Setting, worlds: int, word: str, let_go: int) -> Staging:
    del worlds, word
    marks: dict[str, Real] = {}
    change = partial(calm_down, let_go=let_go, marks=marks)
    return Staging(setting.case, POLICIES["joint"], setting.acts, after_turns=change, more_weeks=AFTER, marks=marks)


def _lead(setting: Setting, worlds: int, word: str, led: bool) -> Staging:
    """Hold one meeting, then let so many weeks pass."""
    del worlds
    case = one_round(setting.case, int(word))
    return Staging(case, POLICIES["joint"], setting.acts, after_turns=None if led else leave_unled)


def _nothing_longer(setting: Setting, worlds: int, word: str) -> Staging:
    del worlds
    return Staging(setting.case, POLICIES["nothing"], setting.acts, more_weeks=int(word))


def _struck(setting: Setting, worlds: int, word: str) -> Staging:
    """The pooled plan without all measures of a kind."""
    pooled = _planned(setting, worlds, "", "pooled")
    case = without_measures(setting.case, measures_of(setting.case, lambda spec: spec.kind == word))
    return replace(pooled, case=case)


def needed(measures: list[str]) -> list[str]:
    """Give these measures. Raises `LookupError` when there are none: the case cannot show it."""
    if not measures:
        raise LookupError
    return measures


def measures_of(case: Case, fits: Callable[[MeasureSpec], bool]) -> list[str]:
    """Give the ids of the measures of a case that fit."""
    return [id_ for id_ in case.measures.ids if fits(case.pack.measures[id_])]


_MAKES: Final[Mapping[str, Make]] = {
    "pooled": partial(_planned, plan="pooled"),
    "share_nothing": partial(_planned, plan="share_nothing"),
    "single": partial(_planned, plan="single"),
    "share_all": _flooded,
    "seat_random": partial(_with_seat, policy="random"),
    "seat_silent": partial(_with_seat, policy="nothing"),
    "on_time": partial(_timed, policy="joint", late=False),
    "delayed": partial(_timed, policy="joint", late=True),
    "nothing_longer": _nothing_longer,
    "first_contact": _first_contact,
    "answered": partial(_breaches, answered=True),
    "unanswered": partial(_breaches, answered=False),
    "talk": partial(_talk, profile=False),
    "talk_profiled": partial(_talk, profile=True),
    "ordered": _ordered,
    "silent_network": _silent_network,
    "supervised": partial(_frame, supervised=True),
    "unsupervised": partial(_frame, supervised=False),
    "struck": _struck,
    "watchful": partial(_calm, let_go=0),
    "let_go_blindly": partial(_calm, let_go=1),
    "let_go_checked": partial(_calm, let_go=2),
    "led": partial(_lead, led=True),
    "unled": partial(_lead, led=False),
}
