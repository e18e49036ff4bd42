"""Packs: everything one game is played with, read from disk or from a session file, and checked as a whole."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tabletop.content.checking import check_paths
from tabletop.content.collecting import without_collecting
from tabletop.content.faults import ContentError, fault, faults_as_json
from tabletop.content.files import Folders, pack_root
from tabletop.content.home import content_home
from tabletop.content.numbers import ModelNumbers
from tabletop.content.shelf import (
    DISCIPLINES,
    FORMATS,
    INCIDENTS,
    MEASURES,
    MODEL,
    MODES,
    PHASES,
    POLICIES,
    REFERENCES,
    RUBRIC,
    RULES,
)  # fmt: skip
from tabletop.content.specs.common import Id, MeasureId, RoleId, SourceId
from tabletop.content.specs.formats import FormatsSpec
from tabletop.content.specs.measure import MeasureSpec, MeasuresSpec
from tabletop.content.specs.policies import PoliciesSpec
from tabletop.content.specs.role import DisciplinesSpec, RoleSpec
from tabletop.content.specs.scenario import ScenarioSpec
from tabletop.content.specs.scoring import (
    IncidentsSpec,
    InformationRulesSpec,
    ModelSpec,
    ModesSpec,
    NumberSpec,
    PhasesSpec,
    RubricSpec,
    SourceSpec,
    SourcesSpec,
)  # fmt: skip
from tabletop.content.suggestion import suggest
from tabletop.content.survey import Sources, Survey, survey

__all__ = [
    "Pack", "Sources", "check_paths", "faults_as_json", "find_scenario", "list_scenarios", "load_pack", "parse_pack",
    "read_sources",
]  # fmt: skip

Year = Literal["2018", "2026"]


@dataclass(frozen=True)
class Pack:
    """All content of one game, checked: what a case is compiled from and a session file embeds."""

    scenario: ScenarioSpec
    roles: Mapping[RoleId, RoleSpec]
    """The roles of the scenario's partners, in the order of the partners."""
    measures: Mapping[MeasureId, MeasureSpec]
    """Only those of the scenario, in its order."""
    numbers: Mapping[Id, NumberSpec]
    modes: ModesSpec
    incidents: IncidentsSpec
    phases: PhasesSpec
    rules: Mapping[Year, InformationRulesSpec]
    """Every set of information rules; the scenario says which one is played."""
    rubric: RubricSpec
    formats: FormatsSpec
    policies: PoliciesSpec
    disciplines: DisciplinesSpec
    references: Mapping[SourceId, SourceSpec]
    """What content cites, by id."""
    sources: Sources
    """The texts all this was read from."""
    scenario_path: str
    """Which of the texts is the scenario."""
    hash: str
    """SHA-256 over all texts and their paths."""
    rules_version: int

    @property
    def values(self) -> ModelNumbers:
        """Give the values of the model's numbers; asking for one that is missing raises `ContentError`."""
        return ModelNumbers({id_: spec.value for id_, spec in self.numbers.items()})


def list_scenarios(home: Path | None = None) -> list[Path]:
    """Give the scenarios that were shipped, by name of file."""
    return sorted(((home or content_home()) / "scenarios").glob("*.yaml"))


def find_scenario(scenario: str | Path, home: Path | None = None) -> Path:
    """Give the file of a scenario that is named by id or by path. Raises `ContentError` when there is none."""
    shipped = {path.stem: path for path in list_scenarios(home)}
    if isinstance(scenario, str) and scenario in shipped:
        return shipped[scenario]
    path = Path(scenario)
    if not path.is_file():
        raise ContentError([fault(str(scenario), (1, 1), "TT009", suggest(path.stem, shipped))])
    return path


def read_sources(scenario: str | Path, home: Path | None = None) -> dict[str, str]:
    """Read exactly the files that a game of this scenario needs. Raises `ContentError`."""
    return dict(_gather(scenario, home).sources)


@without_collecting()
def load_pack(scenario: str | Path, home: Path | None = None) -> Pack:
    """Load a scenario by id (`start`) or by path, with all it needs. Raises `ContentError` with every fault.

    Roles and scoring come from `home`, unless a folder `roles` or `scoring` beside an outside scenario has its own.
    """
    gathered = _gather(scenario, home)
    return parse_pack(gathered.sources, gathered.path, gathered.role_ids)


@without_collecting()
def parse_pack(sources: Sources, scenario_path: str, role_ids: Collection[str] = ()) -> Pack:
    """Make a pack of texts, without touching a disk. Raises `ContentError` with every fault.

    `role_ids` are roles that exist outside these texts; with them a misspelt role gets a suggestion.
    """
    found = survey(sources, role_ids)
    errors = [each for each in found.faults if each.severity == "error"]
    absent = [path for path in (scenario_path, *_SPECS) if path not in sources]
    errors += [fault(path, (1, 1), "TT009") for path in absent]
    if errors:
        raise ContentError(errors)
    return _pack(found, dict(sources), scenario_path)


_SPECS = (MODEL, MODES, INCIDENTS, PHASES, MEASURES, RUBRIC, FORMATS, POLICIES, DISCIPLINES, REFERENCES, *RULES)


@dataclass(frozen=True)
class _Gathered:
    sources: Sources
    path: str
    role_ids: frozenset[str]


def _gather(scenario: str | Path, home: Path | None) -> _Gathered:
    home = home or content_home()
    file = find_scenario(scenario, home)
    root, path = pack_root(file)
    folders = Folders.of(root, home, {path: file})
    text, _ = folders.read([path])
    sources, unread = folders.read(folders.needed_by(path, text.get(path, "")))
    if unread:
        raise ContentError(survey(sources, folders.role_ids(), unread=unread).faults)
    return _Gathered(sources, path, folders.role_ids())


def _pack(found: Survey, sources: Sources, scenario_path: str) -> Pack:
    scenario = found.get(scenario_path, ScenarioSpec)
    model = found.get(MODEL, ModelSpec)
    measures = {each.id: each for each in found.get(MEASURES, MeasuresSpec).measures}
    rules = {each.id: each for each in (found.get(path, InformationRulesSpec) for path in RULES)}
    return Pack(
        scenario=scenario,
        roles={each.role: found.get(f"roles/{each.role}.yaml", RoleSpec) for each in scenario.partners},
        measures={each: measures[each] for each in scenario.measures},
        numbers={each.id: each for each in model.numbers},
        modes=found.get(MODES, ModesSpec),
        incidents=found.get(INCIDENTS, IncidentsSpec),
        phases=found.get(PHASES, PhasesSpec),
        rules=rules,
        rubric=found.get(RUBRIC, RubricSpec),
        formats=found.get(FORMATS, FormatsSpec),
        policies=found.get(POLICIES, PoliciesSpec),
        disciplines=found.get(DISCIPLINES, DisciplinesSpec),
        references={each.id: each for each in found.get(REFERENCES, SourcesSpec).sources},
        sources=sources,
        scenario_path=scenario_path,
        hash=hash_of(sources),
        rules_version=model.rules_version,
    )


def hash_of(sources: Sources) -> str:
    """Give the SHA-256 of texts and their paths, in order of path."""
    digest = hashlib.sha256()
    for path in sorted(sources):
        for part in (path, sources[path]):
            raw = part.encode()
            digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()
