"""A small pack for tests of the engine: six partners, eight facts, ten measures, two variants, four injects.

Roles, rules of information, modes and numbers are those of the game; what the tests count on stands here.
"""

from dataclasses import replace
from functools import cache
from typing import Any

from tabletop.case.case import Case
from tabletop.case.compiling import compile_case
from tabletop.content.library import Pack, load_pack
from tabletop.content.specs.measure import MeasureSpec
from tabletop.content.specs.scenario import ScenarioSpec

ROLES = ("police", "prosecution", "probation", "veilig_thuis", "veiligheidshuis", "wijkteam")


def text(word: str) -> dict[str, str]:
    return {"nl": word, "en": word}


def number(value: float) -> dict[str, float]:
    return {"value": value, "low": value, "high": value}


def fact(id_: str, holder: str, theme: str, **more: Any) -> dict[str, Any]:
    plain = {"title": text(id_), "text": text(id_), "subject": "stalker", "kind": "police", "weight": 2}
    return {"id": id_, "holders": [holder], "themes": [theme], **plain, **more}


def measure(id_: str, kind: str, decider: str, target: str = "stalker", **more: Any) -> MeasureSpec:
    plain = {"name": text(id_), "explanation": text(id_), "risk": text(id_), "hours": 2, "lead_weeks": 1}
    content = {"id": id_, "kind": kind, "deciders": [decider], "target": target, "source": "design", **plain, **more}
    return MeasureSpec.model_validate(content)


FACTS = [
    fact("old_reports", "police", "pattern"),
    fact("new_report", "police", "pattern", subject="victim", weight=1),
    fact("case_file", "police", "legal", investigation=True),
    fact("her_story", "wijkteam", "victim", subject="victim", kind="care", weight=3),
    fact("diagnosis", "wijkteam", "mind", kind="medical"),
    fact("new_address", "wijkteam", "access", subject="victim", kind="care", weight=1) | {"secret": "address"},
    fact("bad_mood", "probation", "mind", appears={"when": {"level": {"of": "trigger", "at_least": 0.3}}}),
    fact("hearing", "prosecution", "legal", appears={"week": 4}),
]
MEASURES = [
    measure("join_complaints", "evidence", "police", effects={"pattern": number(0.5)}, hinges_on=["pattern"]),
    measure("stop_talk", "talk", "police", duration_weeks=1, effects={"stop": number(0.3)}, hinges_on=["mind"],
            backfire={"resentful": number(0.5)}, supply=2, deciders=["police", "probation"]),
    measure("ban", "ban", "prosecution", duration_weeks=8, effects={"contact": number(0.6), "belief": number(0.2)},
            hinges_on=["pattern"], fit={"rejected": number(1.2)}),
    measure("strict_ban", "ban", "prosecution", needs={"proof": number(0.9)}, lead_weeks=0),
    measure("remand", "custody", "prosecution", duration_weeks=3, lead_weeks=0,
            effects={"access": {c: number(0.0) for c in ("home", "work", "others")} | {"online": number(0.3)}}),
    measure("supervision", "supervision", "probation", needs={"running": ["ban"]}, duration_weeks=6,
            effects={"belief": number(0.15), "notice": number(0.4)}),
    measure("answer", "answer", "police", needs={"breach": True}, lead_weeks=0, duration_weeks=1, supply=9,
            effects={"answers_breach": True}),
    measure("alarm", "alarm", "veilig_thuis", "victim", needs={"consent": True}, effects={"serious": number(0.6)}),
    measure("refuge", "shelter", "veilig_thuis", "victim", effects={"access": {"home": number(0.2)}}),
    measure("advice", "advice", "wijkteam", "victim", lead_weeks=0, effects={"no_contact": number(0.05)}),
]  # fmt: skip


def variant(id_: str, type_: str, **start: float) -> dict[str, Any]:
    levels = {
        "drive": 0.6, "fixation": 0.4, "belief": 0.3, "ladder": 0.3, "strength": 0.6, "trust": 0.5, "contact": 0.3,
        "awareness": 0.4, "proof": 0.3, "pattern": 0.1,
    } | start  # fmt: skip
    access = {"home": 0.3, "work": 0.2, "others": 0.2, "online": 0.3}
    return {"id": id_, "title": text(id_), "type": type_, "violent": number(1.0), "start": levels, "access": access}


INJECTS = [
    {"id": "birthday", "title": text("birthday"), "appears": {"week": 2}, "news": text("birthday"),
     "effects": [{"change": {"of": "trigger", "by": 0.4}}, {"reveal": {"fact": "hearing", "to": "police"}}]},
    {"id": "holiday", "title": text("holiday"), "appears": {"week": 5}, "effects": [{"quiet": 2}]},
    {"id": "verdict", "title": text("verdict"), "effects": [{"start": "ban"}],
     "appears": {"when": {"all": [{"week": 3}, {"joint": "case_file"}]}}},
    {"id": "appeal", "title": text("appeal"), "effects": [{"end": "ban"}],
     "appears": {"when": {"all": [{"fired": "verdict"}, {"week": 6}]}}},
]  # fmt: skip


def scenario() -> dict[str, Any]:
    words = ("title", "summary", "intro", "content_note")
    partners: list[dict[str, Any]] = [
        {"role": role, "at": (0.5, 0.5), "dossier": text("dossier"), "goal": text("goal")} for role in ROLES
    ]
    partners[-1]["hears_incidents"] = True
    rounds = [{"id": id_, "title": text(id_), "weeks": 4, "news": text(id_)} for id_ in ("first", "second", "third")]
    rounds.append({"id": "later", "title": text("later"), "weeks": 8, "news": text("later"), "core": False})
    return {
        "format": 1, "id": "small", "intensity": "low", "rules": "2026", **{word: text(word) for word in words},
        "victim": {"name": text("Robin")}, "stalker": {"name": text("de ex")}, "rounds": rounds, "partners": partners,
        "seats": {4: ROLES[:4]}, "facts": FACTS, "injects": INJECTS, "measures": [spec.id for spec in MEASURES],
        "variants": [variant("clings", "rejected"), variant("wronged", "resentful", fixation=0.6)],
    }  # fmt: skip


@cache
def small_pack(**changes: Any) -> Pack:
    """Give the pack; `changes` replace keys of the scenario."""
    pack = load_pack("start")
    spec = ScenarioSpec.model_validate(scenario() | changes)
    roles = {role: pack.roles[role] for role in ROLES}
    return replace(pack, scenario=spec, roles=roles, measures={spec.id: spec for spec in MEASURES})


@cache
def small_case(long: bool = False) -> Case:
    """Compile the pack."""
    return compile_case(small_pack(), long)
