"""A small set-up and a stand-in for a pack: all that a session file keeps of them."""

import hashlib
from types import SimpleNamespace
from typing import Any

from tabletop.content.specs.common import Text
from tabletop.session.entries import Entry, Participant, Seat, SetUp

NAME = "Quirijn van der Testnaam"
ENTRIES = (
    Entry("dossiers_read"),
    Entry("opened", "police", 0),
    Entry("decided", "police", 0, "police/share/old_reports/probation", "legal_task", "minimum", "call", options="3f"),
    Entry("joined", seat=1, body={"discipline": "student", "name": NAME}),
    Entry("week_passed"),
)


def small_pack() -> Any:
    """Give what a session file asks of a pack."""
    sources = {"scenarios/small.yaml": "format: 1\n", "roles/police.yaml": "één: 2\n"}
    rounds = (SimpleNamespace(core=True), SimpleNamespace(core=True), SimpleNamespace(core=False))
    scenario = SimpleNamespace(id="small", title=Text(nl="Klein", en="Small"), rounds=rounds)
    digest = hashlib.sha256(repr(sources).encode()).hexdigest()
    return SimpleNamespace(scenario=scenario, scenario_path="scenarios/small.yaml", sources=sources, hash=digest)


def small_setup() -> SetUp:
    """Give a set-up of two seats and three people, two with a name."""
    seats = (
        Seat("police", (Participant("care", NAME),)),
        Seat("probation", (Participant("police_officer"), Participant("judge", "Wim"))),
    )
    return SetUp("small", seed=7, seats=seats)
