"""Play a scenario until all that it holds was met, or the games run out: what was met, how often, and where first.

Games are honest: every decision is one that the view of its seat allows. Worlds are numbered through, so a seed and a
number of games give the same course again, and so does the first world in which an item was met.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tabletop.analysis.comparing import acts_of
from tabletop.analysis.cover_items import FACT, INJECT, Probe, decision_kinds, items_of, probes_of
from tabletop.analysis.exploring import Explorer, Uses
from tabletop.analysis.rollout import ENDINGS
from tabletop.case.arrays import Bits, Bools, Worlds
from tabletop.case.case import Case
from tabletop.case.verbs import Extent, Ground, Status, Verb, Way
from tabletop.policy import POLICIES
from tabletop.policy.base import Luck, Policy, only_where
from tabletop.policy.table import REPLY_PLACE, play_turns
from tabletop.rules.choice import Choice
from tabletop.rules.draws import mixed
from tabletop.rules.endings import endings
from tabletop.rules.measures import end_measures, start_measures
from tabletop.rules.opening import opening
from tabletop.rules.script import holds
from tabletop.rules.state import State, changed
from tabletop.rules.weeks import advance_week, end_round
from tabletop.view.public import PublicView
from tabletop.view.seat import SeatView

BATCH: Final = 400
"""Worlds of one play: what was used least is asked again so often."""
FEWEST_PLAYS: Final = 12
"""Plays before an early end, so that hits say something."""
STEADY: Final = ("nothing", "island", "joint", "partner", "random")
"""Ways of working that are played first, by everybody."""
BESIDE: Final = ("joint", "partner", "random", "per_incident")
"""Ways of working of those who do not explore, in later plays."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Met:
    """How often an item was met, counted in worlds, and where first."""

    hits: int
    rounds: str
    """Format of the first: `core` or `long`."""
    world: int
    path: tuple[str, ...]
    """What was decided in that world, round by round; empty unless it was asked for."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """All items of a scenario with how often they were met."""

    seed: int
    games: int
    items: tuple[str, ...]
    met: Mapping[str, Met]

    def missed(self) -> list[str]:
        """Give the items that were not met."""
        return [id_ for id_ in self.items if id_ not in self.met]


def cover(
    cases: Mapping[str, Case], games: int, seed: int, show: str = "", progress: Progress | None = None
) -> Coverage:
    """Play up to so many games, turn about in each format (`cases` by name), and note what was met.

    `show` names an item whose path is kept.
    """
    items = items_of(cases)
    note = _Note(set(items), show)
    uses = Uses(next(iter(cases.values())))
    plays = max(-(-games // BATCH), 1)
    played = 0
    for play in range(plays):
        name, case = list(cases.items())[play % len(cases)]
        number = play // len(cases)
        worlds = np.arange(play * BATCH, (play + 1) * BATCH, dtype=np.uint64)
        _Watched(case, name, note, _policies(case, uses, number, seed)).play(seed, worlds)
        played += BATCH
        if progress is not None:
            progress(played, plays * BATCH)
        if play + 1 >= FEWEST_PLAYS and not note.waiting:
            break
    return Coverage(seed, played, items, note.met)


def _policies(case: Case, uses: Uses, number: int, seed: int) -> list[Policy]:
    """Give a policy to each role: first ways of working that all share, then explorers, then both at one table."""
    roles = len(case.roles)
    if number < len(STEADY):
        return [POLICIES[STEADY[number]]] * roles
    explorer: Policy = Explorer(uses)
    if number % 2:
        return [explorer] * roles
    other = POLICIES[BESIDE[number // 2 % len(BESIDE)]]
    coins = mixed(seed ^ mixed(number))
    return [explorer if coins >> role & 1 else other for role in range(roles)]


@dataclass
class _Note:
    """What was met so far."""

    waiting: set[str]
    show: str
    met: dict[str, Met] = field(default_factory=dict)

    def add(self, id_: str, where: Bools, watched: "_Watched") -> None:
        """Count the worlds in which an item was met."""
        hits = int(where.sum())
        if not hits:
            return
        before = self.met.get(id_)
        if before is not None:
            self.met[id_] = Met(before.hits + hits, before.rounds, before.world, before.path)
            return
        self.waiting.discard(id_)
        place = int(where.argmax())
        path = tuple(watched.path(place)) if id_ == self.show else ()
        self.met[id_] = Met(hits, watched.name, int(watched.worlds[place]), path)


class _Watched:
    """One play of a batch of worlds, and what is met in it. An item counts once a world."""

    def __init__(self, case: Case, name: str, note: _Note, policies: Sequence[Policy]) -> None:
        self.case, self.name, self.note = case, name, note
        self.chosen: list[tuple[int, Choice]] = []
        self.worlds: Worlds = np.zeros(0, np.uint64)
        self._policies = [_Listening(policy, self) for policy in policies]
        self._probes = probes_of(case)
        self._kinds = decision_kinds(case)
        self._now: dict[str, Bools] = {}
        self._round = 0

    def play(self, seed: int, worlds: Worlds) -> None:
        """Play to the end of the format."""
        case, self.worlds = self.case, worlds
        state = opening(case, seed, worlds)
        self._look_at_facts(state)
        for number, weeks in enumerate(case.round_weeks):
            self._round = number
            state = play_turns(case, state, self._policies, acts_of(case))
            for _ in range(weeks):
                asked = self._look_at_script(state)
                state = advance_week(case, state)
                self._ask(changed(asked, fired=state.fired), INJECT, fired=True)
                self._look_at_facts(state)
            state = end_round(case, state)
        self._look_at_end(state)
        for id_, where in self._now.items():
            self.note.add(id_, where, self)

    def path(self, place: int) -> list[str]:
        """Give what was decided in one world, round by round."""
        ids = self.case.decisions.ids
        return [f"{number + 1} {ids[choice.row[place]]}" for number, choice in self.chosen if choice.row[place] >= 0]

    def heard(self, choice: Choice) -> None:
        """Note a decision of the batch."""
        self.chosen.append((self._round, choice))
        chosen = choice.row >= 0
        row = np.maximum(choice.row, 0)
        decisions = self.case.decisions
        for role, verb in {
            *zip(decisions.role[row[chosen]].tolist(), decisions.verb[row[chosen]].tolist(), strict=True)
        }:
            id_ = self._kinds[role, Verb(verb)]
            self._met(id_, chosen & (decisions.role[row] == role) & (decisions.verb[row] == verb))
        told = chosen & np.isin(decisions.verb[row], (Verb.SHARE, Verb.ANSWER))
        if told.any():
            for table, values in ((Ground, choice.ground), (Extent, choice.extent), (Way, choice.way)):
                for each in table:
                    self._met(f"mode/{table.__name__.lower()}/{each.name.lower()}", told & (values == each))

    def brought(self, role: int, facts: Bits) -> None:
        """Note what was laid ready for a meeting."""
        self._met(self._kinds[role, Verb.BRING], facts != 0)

    def _met(self, id_: str, where: Bools) -> None:
        before = self._now.get(id_)
        self._now[id_] = where if before is None else before | where

    def _look_at_script(self, state: State) -> State:
        """Ask the conditions of injects as the coming week will: after measures end and start."""
        asked = start_measures(self.case, end_measures(self.case, state))
        self._ask(asked, INJECT)
        for place, id_ in enumerate(self.case.measures.ids):
            self._met(f"measure/{id_}", asked.status[:, place] == Status.RUNNING)
        return asked

    def _look_at_facts(self, state: State) -> None:
        """Ask the conditions of facts, and look who knows what."""
        self._ask(state, FACT)
        for place, id_ in enumerate(self.case.facts.ids):
            bit = np.uint64(1 << place)
            knows = (state.knows & bit) != 0
            holds_it = np.array([bool(int(held) >> place & 1) for held in self.case.facts.holders])
            self._met(f"fact/{id_}/known", knows.any(axis=1))
            self._met(f"fact/{id_}/passed_on", (knows & ~holds_it).any(axis=1) | ((state.joint & bit) != 0))

    def _ask(self, state: State, of: str, fired: bool = False) -> None:
        """Ask the conditions of injects or facts; with `fired` only those that one inject of the week waits in."""
        for probe in self._probes:
            if probe.of == of and (probe.waits or not fired):
                held = self._holds(state, probe)
                self._met(f"{probe.id}/true", held)
                self._met(f"{probe.id}/false", ~held)

    def _holds(self, state: State, probe: Probe) -> Bools:
        sign = None
        if probe.of == FACT:
            fact = probe.id.split("/")[2]
            sign = self.case.engine.facts.signs[self.case.facts.ids.index(fact)]
        return holds(self.case, state, probe.test, sign)

    def _look_at_end(self, state: State) -> None:
        scenario = self.case.pack.scenario
        for place, inject in enumerate(scenario.injects):
            self._met(f"inject/{inject.id}", (state.fired & np.uint64(1 << place)) != 0)
        for place, variant in enumerate(scenario.variants):
            self._met(f"variant/{variant.id}", state.variant == place)
        ends = endings(self.case, state)
        for place, name in enumerate(ENDINGS):
            self._met(f"ending/{self.name}/{name}", ends == place)


class _Listening:
    """A policy whose decisions are heard."""

    def __init__(self, policy: Policy, watched: _Watched) -> None:
        self.name = policy.name
        self._policy, self._watched = policy, watched
        self._going: Bools | None = None

    def turn(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        return self._in_row(self._policy.turn(case, view, luck), luck)

    def reply(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        return self._in_row(self._policy.reply(case, view, luck), luck)

    def bring(self, case: Case, view: SeatView, luck: Luck) -> Bits:
        facts = self._policy.bring(case, view, luck)
        self._watched.brought(view.role, facts)
        return facts

    def table(self, case: Case, public: PublicView, place: int, luck: Luck) -> Choice:
        choice = self._policy.table(case, public, place, luck)
        self._watched.heard(only_where(public.caller >= 0, choice))
        return choice

    def stance(self, case: Case, view: SeatView, luck: Luck) -> Choice:
        choice = self._policy.stance(case, view, luck)
        self._watched.heard(only_where(view.public.caller >= 0, choice))
        return choice

    def _in_row(self, choice: Choice, luck: Luck) -> Choice:
        """Hear a decision where the ones before it in this turn were all taken: elsewhere the turn is over."""
        is_first = int(luck.purpose.rsplit("/", 1)[1]) in (0, REPLY_PLACE)
        going = np.ones(len(choice.row), np.bool_) if is_first or self._going is None else self._going
        taken = only_where(going, choice)
        self._going = taken.row >= 0
        self._watched.heard(taken)
        return choice
