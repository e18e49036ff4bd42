"""What one seat reads behind the cover, and the forms of its own turn."""

from dataclasses import dataclass

from tabletop.view.pages.shared import AgreementLine, FactCard, Header, NewsLine, RoleBadge


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
class SpokenPage:
    """'Hardop gedeeld': what the speaker can pick from the own list."""

    speaker: RoleBadge
    facts: tuple[FactCard, ...]
