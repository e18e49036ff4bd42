"""What a screen shows, as text in one language: the only thing that `ui` ever gets to see of a game.

Every page is made in `tabletop.view` from the arrays of one view (a seat's, the public one, the opened debrief). A page
holds nothing that its reader may not see; a screen can show all of it.
"""

from dataclasses import dataclass
from typing import Literal

ChainName = Literal["justice", "care", "administration"]


@dataclass(frozen=True, slots=True)
class RoleBadge:
    """How a role is shown: name, short name for the board, chain (colour) and icon."""

    id: str
    name: str
    short: str
    chain: ChainName


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """One phase on the ribbon; `shown` when the joint picture supports it."""

    id: str
    short: str
    name: str
    meaning: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The strip above every screen of a game."""

    case_title: str
    place: str
    """'ronde 2 van 3 · week 6'"""
    phases: tuple[PhaseMark, ...]
    legend: str = ""
    """What the marked phases are: a guess of the table, and that several can be there at once."""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """Something that happened, with its week."""

    week: int
    week_label: str
    text: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class BoardNode:
    """A partner on the board. `at` is x and y from 0 to 1."""

    role: RoleBadge
    at: tuple[float, float]
    played: bool
    marks: tuple[str, ...]
    """Words such as 'procesregie', 'casusregie', 'aan zet', 'afwezig'."""
    hint: str
    """What this partner has to offer: from its card, so general."""
    need: str = ""
    """What it needs from others, from its card."""
    alone: str = ""
    """That it spoke with nobody this round, while others did."""


@dataclass(frozen=True, slots=True)
class BoardEdge:
    """A line between two partners: how much they trust each other, and whether they spoke this round."""

    a: str
    b: str
    trust: float
    trust_label: str
    spoke: bool


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure that the board knows."""

    name: str
    state: str
    """'loopt, nog 9 weken'"""
    decider: RoleBadge | None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement with owner and due week."""

    name: str
    owner: RoleBadge
    due: str
    state: Literal["open", "kept", "late"]
    state_label: str


@dataclass(frozen=True, slots=True)
class RouteStop:
    """A place where the case is, and with whom."""

    label: str
    holder: RoleBadge | None


@dataclass(frozen=True, slots=True)
class Route:
    """Where the case is now, and where it can go from there."""

    here: tuple[RouteStop, ...]
    due: str
    """The first agreement that is due, and with whom; empty for none."""
    up: str
    down: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan as the meeting made it."""

    process_lead: RoleBadge | None
    case_lead: RoleBadge | None
    tells_victim: RoleBadge | None
    tells_stalker: RoleBadge | None
    agreements: tuple[AgreementLine, ...]
    measures: tuple[MeasureLine, ...]
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A mark on the timeline of weeks; `due` is a week to come in which an agreement has to be kept."""

    week: int
    kind: Literal["news", "talk", "measure", "meeting", "incident", "due", "now"]
    label: str
    chain: ChainName | None = None
    icon: str = ""
    """The picture of the measure it is about."""


@dataclass(frozen=True, slots=True)
class FactCard:
    """A fact as its reader sees it."""

    id: str
    title: str
    text: str
    kind: str
    """'politiegegeven'"""
    subject: str
    """'zegt iets over de stalker'"""
    origin: str
    """'uit eigen systeem' or 'van politie, week 3'"""
    is_new: bool
    signal_only: bool
    """Only that there is something is known: title and text then say just that."""
    picked: bool = False
    """Laid ready for the meeting."""
    holder: RoleBadge | None = None
    shared: str = ""
    """What its reader did with it: 'gedeeld met OM (week 0)'."""


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The shared screen: everybody may look."""

    header: Header
    intro: str
    news: tuple[NewsLine, ...]
    nodes: tuple[BoardNode, ...]
    edges: tuple[BoardEdge, ...]
    plan: PlanPage
    picture: tuple[FactCard, ...]
    """The joint picture so far."""
    timeline: tuple[TimelineMark, ...]
    weeks: int
    """Weeks of the format, for the length of the timeline."""
    week: int


@dataclass(frozen=True, slots=True)
class CoverPage:
    """The screen between two people: opaque, and it says why."""

    hand_to: str
    """Name of the participant, or of the role when no name was given."""
    role: RoleBadge | None
    reason: str


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role as its player reads it."""

    role: RoleBadge
    who: str
    may: str
    must: str
    cannot: str
    pressure: str
    fear: str
    goal: str
    offer: str
    need: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    """What a role reads at the start, alone: card, dossier and first facts."""

    card: RoleCard
    dossier: str
    private_goal: str
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One possible decision: its id, as a sentence, its cost and its explanation."""

    id: str
    label: str
    cost: str
    """'1 uur', or empty"""
    explanation: str
    group: str = ""
    mark: str = ""
    """That it was agreed, and by when."""
    needs: str = ""
    """What must hold before it starts, as everybody can know."""
    caution: str = ""
    """What the reader knows that makes it pointless now."""
    closed: str = ""
    """Why it cannot be chosen now; empty when it can."""
    icon: str = ""
    """Its picture, for a measure."""


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What the information rules say of giver and receiver, with source and sureness."""

    text: str
    source: str
    sureness: str
    answers: tuple[str, ...] = ()
    """Where it is grey: what can be defended, each with its argument."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody to whom a fact can be told, with the decision that does it."""

    decision: str
    role: RoleBadge
    rule: RuleNote
    known: bool
    """The giver knows that this receiver already has it (told or heard in a meeting)."""
    offer: str = ""
    need: str = ""
    """What its card says to everybody."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice of a mode: ground, extent, channel or due week."""

    id: str
    label: str
    hint: str = ""
    note: str = ""
    """What the reader should see beside it at all times."""


@dataclass(frozen=True, slots=True)
class Modes:
    """Choices made after a decision to share; the defaults are sensible, never a verdict."""

    grounds: tuple[Chip, ...]
    extents: tuple[Chip, ...]
    ways: tuple[Chip, ...]
    default_extent: str
    default_way: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A question that waits for an answer: who asks what, and what could be answered."""

    asker: RoleBadge
    topic: str
    text: str
    answers: tuple[Option, ...]
    """`answer` decisions, labelled by the title of the fact; the same modes as a share apply."""
    nothing: str
    """Why there is nothing to answer: nothing known, or no hours left; empty when there is."""
    refusal: Option
    reasons: tuple[Chip, ...] = ()
    """Why one declines; the asker reads it."""


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Options of one kind, for the list 'iets anders doen'."""

    id: str
    title: str
    options: tuple[Option, ...]
    note: str = ""
    """For an agreement: when the measure can start at the earliest."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked: its decision, and what it is about in a word."""

    option: Option
    topic: str


@dataclass(frozen=True, slots=True)
class Asking:
    """What one partner, or the victim (no role), can be asked."""

    name: str
    role: RoleBadge | None
    offer: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The private desk of one seat in its turn."""

    header: Header
    card: RoleCard
    participant: str
    private_goal: str
    dossier: str
    news: tuple[NewsLine, ...]
    """Only what is new for this role; at most 40 words in all."""
    facts: tuple[FactCard, ...]
    letters: tuple[Letter, ...]
    hours_left: float
    hours_total: float
    hours_label: str
    decisions_left: int
    decisions_label: str
    modes: Modes
    groups: tuple[OptionGroup, ...]
    """ask, measure, call, scale, wait: everything but sharing and bringing."""
    taken: tuple[str, ...]
    """What this seat decided in this turn, as sentences."""
    can_undo: bool
    is_answering: bool
    """A short turn, only to answer questions."""
    pass_option: Option | None
    asking: tuple[Asking, ...] = ()
    """The options of the group `ask` by whom they go to."""
    agreements: tuple[AgreementLine, ...] = ()
    """What the meeting agreed that this role would do."""
    meeting: str = ""
    """That a meeting comes after the turns, and who asked for it; empty when nobody did."""


@dataclass(frozen=True, slots=True)
class ShareForm:
    """To whom a chosen fact can be told, and whether it can be laid ready for the meeting."""

    fact: FactCard
    receivers: tuple[Receiver, ...]
    bring: Option | None


@dataclass(frozen=True, slots=True)
class MeetingSeat:
    """Somebody at, or missing from, the table."""

    role: RoleBadge
    participant: str
    present: bool
    why_absent: str
    stance: Literal["none", "commits", "objects"]
    stance_label: str
    commit: Option | None
    objection: Option | None
    reason: str = ""
    """Why this role objects."""


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The meeting on the open screen."""

    header: Header
    caller: RoleBadge | None
    seats: tuple[MeetingSeat, ...]
    picture: tuple[FactCard, ...]
    picture_line: str
    """What the picture shows together, and what is still missing, in words."""
    questions: tuple[str, ...]
    plan: PlanPage
    leads: tuple[OptionGroup, ...]
    """One group per task, options per role at the table."""
    agreements: tuple[OptionGroup, ...]
    """Measures that can be agreed, one group per measure, options per owner."""
    due_chips: tuple[Chip, ...]
    can_undo: bool
    objections: tuple[Chip, ...] = ()
    """Reasons to object."""


@dataclass(frozen=True, slots=True)
class WeekPage:
    """One week that passes, as far as the board may know."""

    week: int
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """'Hardop gedeeld': what the speaker can pick from the own list."""

    speaker: RoleBadge
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A part of the programme: its name, the minute in which it should end, and whether it is over."""

    name: str
    until: str
    state: Literal["done", "now", "later"]


@dataclass(frozen=True, slots=True)
class ClockOffer:
    """Something shorter that the clock offers; the group decides."""

    id: Literal["brief", "round", "debrief", "now"]
    text: str
    take: str
    """What the button says."""


@dataclass(frozen=True, slots=True)
class ClockPage:
    """The session clock: nothing of the case stands here."""

    part: str
    left: str
    """'nog 12 min'"""
    pace: Literal["ahead", "on_time", "behind"]
    pace_label: str
    """'2 min achter'; empty outside play."""
    hint: str
    """'dit overleg: nog 3 min'"""
    rows: tuple[ClockRow, ...]
    offer: ClockOffer | None


@dataclass(frozen=True, slots=True)
class InjectLine:
    """An inject of the script, as the facilitator sees it: its title tells no secret."""

    id: str
    title: str
    when: str
    """'week 4' or 'als het zover komt'"""
    happened: bool
    marked: bool
    """A scene that may be skipped."""


@dataclass(frozen=True, slots=True)
class FacilitatorPage:
    """The facilitator's panel: public view, script, and titles of facts; never a dossier."""

    header: Header
    injects: tuple[InjectLine, ...]
    facts: tuple[str, ...]
    rules_card: str
