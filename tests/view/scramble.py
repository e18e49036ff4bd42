"""Change everything in a session that one role may not see, and nothing that it may."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tabletop.case.verbs import Status
from tabletop.rules.draws import draw
from tabletop.rules.state import State, changed
from tabletop.session.playing import Play
from tabletop.view.memory import Memory, Origin, SeatMemory
from tabletop.view.public import has_bits, public_injects, shown_measures
from tabletop.view.seat import heard_this_week

HIDDEN = (
    "variant", "active", "drive", "fixation", "belief", "ladder", "pace", "assessed", "trigger", "weeks_quiet",
    "quiet_until", "episode", "since", "clock", "rate", "strength", "trust", "contact", "awareness", "burden",
    "proof", "pattern", "recorded", "appeared", "role_trust", "overload", "post", "post_signals", "needless",
    "scaled", "let_go", "ban_force", "breach_weeks", "plan", "force", "turnout",
    "breach", "answered", "contacts", "reported", "breaches", "unanswered", "phases", "stages",
    "stage_weeks", "stage_changes", "danger", "violence", "harm", "consents", "consent_then",
)  # fmt: skip
"""Nobody sees these."""
OWN = ("knows", "signals", "told", "brought", "hours", "acts", "waiting", "heard", "consent_heard", "past", "came_upon")
"""A role sees its own row only."""
BETWEEN = ("questions", "post_questions")
"""A role sees the questions it asks, and those asked of it once they have arrived."""
MEASURE = ("status", "decided_by", "starts", "ends", "attempts", "lacked")
"""A role sees its own measures and those the board knows."""
WEEK = ("incident", "noticed", "reports")
"""A role sees the kind of incident of a week in which it heard of any."""
OTHER = ("seed", "fired", "took")
PUBLIC = (
    "week", "round", "worlds", "talked", "caller", "table", "joint", "meetings", "tasks", "agreement_owner",
    "agreement_since", "agreement_due", "stance", "measures_shown",
)  # fmt: skip


class Noise:
    """Numbers to put in the place of what is hidden; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.drawn = 0

    def reals(self, shape: tuple[int, ...]) -> NDArray[Any]:
        """Numbers in [0, 1)."""
        self.drawn += 1
        places = np.arange(int(np.prod(shape)), dtype=np.uint64)
        return draw(self.seed, places, 0, np.uint64(self.drawn)).reshape(shape)

    def below(self, high: int, shape: tuple[int, ...] = ()) -> NDArray[Any]:
        """Whole numbers from 0."""
        return np.asarray(np.floor(self.reals(shape) * high)).astype(np.int64)

    def one_of(self, values: list[int], shape: tuple[int, ...]) -> NDArray[Any]:
        """Some of these values."""
        return np.asarray(np.array(values)[self.below(len(values), shape)])


def scrambled(play: Play, role: int, noise: Noise) -> Play:
    """The same play as `role` sees it, with everything else changed."""
    state = _scrambled_state(play, role, noise)
    return replace(
        play, state=state, memory=_scrambled_memory(play.memory, role, noise), setup=replace(play.setup, seed=0)
    )


def all_fields() -> set[str]:
    """The fields of a state that this file knows."""
    return {*HIDDEN, *OWN, *BETWEEN, *MEASURE, *WEEK, *OTHER, *PUBLIC}


def _scrambled_state(play: Play, role: int, noise: Noise) -> State:
    state = play.state
    new = {name: _noise(getattr(state, name), noise) for name in HIDDEN}
    for name in OWN:
        new[name] = _noise(getattr(state, name), noise)
        new[name][:, role] = getattr(state, name)[:, role]
    for name in BETWEEN:
        new[name] = _noise(getattr(state, name), noise)
        new[name][:, :, role] = getattr(state, name)[:, :, role]
    new["questions"][:, role] = state.questions[:, role]
    hidden_news = ~public_injects(play.case)
    new["fired"] = (state.fired & ~hidden_news) | (_noise(state.fired, noise) & hidden_news)
    new |= _scrambled_week(play, role, noise) | _scrambled_measures(play, role, noise)
    return changed(state, seed=int(noise.below(1 << 30)), **new)


def _scrambled_week(play: Play, role: int, noise: Noise) -> dict[str, NDArray[Any]]:
    """What the role heard of stays: that it did, and the kind; how many noticed or reported it, nobody is told."""
    state, case = play.state, play.case
    new = {name: _noise(getattr(state, name), noise) for name in WEEK}
    heard = heard_this_week(case, state, role)
    new["incident"] = np.where(heard, state.incident, new["incident"]).astype(np.int8)
    if case.network.hears[role]:
        new["noticed"] = np.where(state.noticed > 0, np.maximum(new["noticed"], 1), 0).astype(np.int8)
    if role == case.engine.office.police:
        new["reports"] = np.where(state.reports > 0, np.maximum(new["reports"], 1), 0).astype(np.int8)
    return new


def _scrambled_measures(play: Play, role: int, noise: Noise) -> dict[str, NDArray[Any]]:
    """Measures that the role cannot see get any standing that it still cannot see."""
    state, case = play.state, play.case
    found = has_bits(state.came_upon[:, role], len(case.measures.ids))
    hidden = ~(shown_measures(case, state) | (state.decided_by == role) | found)
    new = {name: np.where(hidden, _noise(getattr(state, name), noise), getattr(state, name)) for name in MEASURE}
    others = [-1, *(other for other in range(len(case.roles)) if other != role)]
    decided_by, shape = noise.one_of(others, state.status.shape), state.status.shape
    quiet = noise.one_of([Status.NONE, Status.REQUESTED, Status.REFUSED], shape)
    any_status = np.where(case.measures.visible, quiet, noise.one_of(list(Status), shape))
    new["decided_by"] = np.where(hidden, decided_by, state.decided_by).astype(np.int8)
    new["status"] = np.where(hidden, any_status, state.status).astype(np.int8)
    at_work = (state.decided_by == role) & ((state.status == Status.RUNNING) | (state.status == Status.ENDED))
    at_work &= ~case.engine.effects.shelters
    new["took"] = np.where(at_work, state.took, _noise(state.took, noise))
    new["lacked"] = np.where(state.decided_by == role, state.lacked, _noise(state.lacked, noise))
    return new


def _noise(values: NDArray[Any], noise: Noise) -> NDArray[Any]:
    if values.dtype == np.bool_:
        return noise.reals(values.shape) < 0.5
    if values.dtype.kind == "f":
        return noise.reals(values.shape)
    return noise.below(6 if values.dtype == np.int8 else 1 << 12, values.shape).astype(values.dtype)


def _scrambled_memory(memory: Memory, role: int, noise: Noise) -> Memory:
    """Others remember something else, and other letters are in the post."""
    seats = tuple(
        seat if place == role else SeatMemory(origins={int(noise.below(9)): Origin(1, int(noise.below(3)))})
        for place, seat in enumerate(memory.seats)
    )
    mail = {(place, int(noise.below(9))): Origin(1, 1) for place in range(len(seats))}
    return replace(memory, seats=seats, mail=mail)


def unknown_fields() -> set[str]:
    """Fields of a state that nobody has said of who may see them."""
    return {field.name for field in fields(State)} ^ all_fields()
