"""What measures do, as integers that are added up and as numbers for the week in which they start."""

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

import numpy as np

from tabletop.case.arrays import Int, Real
from tabletop.case.conditions import Places
from tabletop.case.engine import COLUMNS, Column, MeasureEffects
from tabletop.case.fixed import log_steps, rounded, to_steps
from tabletop.content.specs.common import Channel, Quantity, StalkerType
from tabletop.content.specs.measure import MeasureSpec

CHANNEL_IDS: tuple[str, ...] = get_args(Channel)
TYPES: tuple[str, ...] = get_args(StalkerType)
FRAME_KINDS = ("ban", "custody", "supervision")
HOLDING_KINDS = ("treatment", "shelter")
SEEING_KINDS = ("supervision", "treatment", "outreach")
COUNTER_KINDS = ("ban", "report", "shelter")
CALM_KINDS = ("alarm", "evidence", "priority")
TALK_KINDS = ("advice", "support", "report", "plan")


def compile_effects(measures: Sequence[MeasureSpec], places: Places, numbers: Mapping[str, float]) -> MeasureEffects:
    """Compile the effects, needs and kinds of the measures of a case."""

    def kinds(*wanted: str) -> np.uint64:
        return _set_of(measures, lambda spec: spec.kind in wanted)

    columns = [_columns(spec) for spec in measures]
    return MeasureEffects(
        running=_byte_sums(columns),
        busy=_busy(columns),
        stop=_values(measures, lambda spec: spec.effects.stop),
        trust=_values(measures, lambda spec: spec.effects.trust),
        pattern=_values(measures, lambda spec: spec.effects.pattern),
        fit=np.array([[_of_type(spec.fit, kind, 1.0) for kind in TYPES] for spec in measures]).reshape(-1, len(TYPES)),
        backfire=np.array([[_of_type(spec.backfire, kind, 0.0) for kind in TYPES] for spec in measures]).reshape(
            -1, len(TYPES)
        ),
        ends_with=np.array([_trigger_at_end(spec, numbers) for spec in measures]),
        needs_consent=np.array([spec.needs.consent for spec in measures], np.bool_),
        needs_proof=_values(measures, lambda spec: spec.needs.proof),
        needs_pattern=_values(measures, lambda spec: spec.needs.pattern),
        needs_picture=_values(measures, lambda spec: spec.needs.picture),
        needs_running=np.array([_needed_set(spec, places) for spec in measures], np.uint64),
        framed=tuple(
            (place, np.uint64(_needed_set(spec, places)))
            for place, spec in enumerate(measures)
            if spec.needs.throughout
        ),
        needs_breach=np.array([spec.needs.breach for spec in measures], np.bool_),
        needs_home=np.array([spec.needs.shared_home for spec in measures], np.bool_),
        hinges=np.array([bool(spec.hinges_on) for spec in measures], np.bool_),
        at_victim=np.array([spec.target == "victim" for spec in measures], np.bool_),
        bans=kinds("ban"),
        custody=kinds("custody"),
        supervision=kinds("supervision"),
        answers=_set_of(measures, lambda spec: spec.effects.answers_breach),
        advice=kinds("advice"),
        profiles=_set_of(measures, _assesses_stalker),
        redone=np.array([_assesses_stalker(spec) for spec in measures], np.bool_),
        talks_with_victim=_set_of(measures, lambda spec: spec.target == "victim" and spec.kind in TALK_KINDS),
        frames=kinds(*FRAME_KINDS),
        holds=kinds(*FRAME_KINDS, *HOLDING_KINDS),
        sees=kinds(*SEEING_KINDS),
        shelters=np.array([spec.kind == "shelter" for spec in measures], np.bool_),
        counter=np.flatnonzero([spec.kind in COUNTER_KINDS for spec in measures]),
        at_calm=kinds(*CALM_KINDS),
        ends_at_calm=np.array([spec.kind in CALM_KINDS for spec in measures], np.bool_),
        evidence=kinds("evidence"),
    )


def _assesses_stalker(spec: MeasureSpec) -> bool:
    return spec.kind == "assessment" and spec.target == "stalker"


def _set_of(measures: Sequence[MeasureSpec], belongs: Callable[[MeasureSpec], bool]) -> np.uint64:
    bits = 0
    for place, spec in enumerate(measures):
        bits |= int(belongs(spec)) << place
    return np.uint64(bits)


def _values(measures: Sequence[MeasureSpec], pick: Callable[[MeasureSpec], Quantity | None]) -> Real:
    found = [pick(spec) for spec in measures]
    return np.array([0.0 if quantity is None else quantity.value for quantity in found])


def _of_type(by_type: Mapping[StalkerType, Quantity], kind: str, otherwise: float) -> float:
    return next((quantity.value for name, quantity in by_type.items() if name == kind), otherwise)


def _trigger_at_end(spec: MeasureSpec, numbers: Mapping[str, float]) -> float:
    """Release (malsch_2011) and the end of a ban or of supervision (thesis_2018) stir him."""
    if spec.kind == "custody":
        return numbers["release_trigger"]
    return numbers["frame_end_trigger"] if spec.kind in ("ban", "supervision") else 0.0


def _needed_set(spec: MeasureSpec, places: Places) -> int:
    bits = 0
    for id_ in spec.needs.running:
        bits |= 1 << places.measures[id_] if id_ in places.measures else 0
    return bits


def _columns(spec: MeasureSpec) -> list[int]:
    """Give what one running measure adds, in steps of 2^-20, by column."""
    effects = spec.effects
    row = [0] * COLUMNS
    ban = spec.kind == "ban"
    for column, of_ban, quantity in (
        (Column.CONTACT, Column.BAN_CONTACT, effects.contact),
        (Column.VIOLENCE, Column.BAN_VIOLENCE, effects.violence),
        (Column.SERIOUS, Column.BAN_SERIOUS, effects.serious),
    ):
        row[of_ban if ban else column] = 0 if quantity is None else log_steps(quantity.value)
    channels = Column.CUSTODY if spec.kind == "custody" else Column.ACCESS
    for channel, risk in effects.access.items():
        row[channels + CHANNEL_IDS.index(channel)] = log_steps(risk.value)
    for column, quantity in (
        (Column.BELIEF, effects.belief), (Column.DRIVE, effects.drive), (Column.STRENGTH, effects.strength),
        (Column.TRUST, effects.weekly_trust), (Column.NO_CONTACT, effects.no_contact),
        (Column.PROOF, effects.proof), (Column.NOTICE, effects.notice),
    ):  # fmt: skip
        row[column] = 0 if quantity is None else to_steps(rounded(quantity.value))
    return row


def _busy(rows: Sequence[Sequence[int]]) -> Int:
    """Give the columns of relative risks in which something can happen; a ban has its own beside the plain one."""
    used = {column for row in rows for column, value in enumerate(row) if value}
    own = {column - Column.BAN_CONTACT for column in used if Column.BAN_CONTACT <= column < Column.CUSTODY}
    return np.array(sorted(own | {column for column in used if column < Column.BAN_CONTACT}), np.int64)


def _byte_sums(rows: Sequence[Sequence[int]]) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    """Add up the rows of each set of eight measures: `[bytes, 256, COLUMNS]`."""
    groups = max(1, -(-len(rows) // 8))
    sums = np.zeros((groups, 256, COLUMNS), np.int32)
    for place, row in enumerate(rows):
        group, bit = divmod(place, 8)
        chosen = (np.arange(256) >> bit) & 1 == 1
        sums[group, chosen] += np.array(row, np.int32)
    return sums
