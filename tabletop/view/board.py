"""The shared screen: everything on it comes from the public view and what the board remembers."""

from dataclasses import dataclass

from tabletop.view.board_lines import board_news, timeline
from tabletop.view.cards import picture_cards
from tabletop.view.memory import BoardMemory
from tabletop.view.pages import BoardEdge, BoardNode, BoardPage
from tabletop.view.plan import plan_page
from tabletop.view.public import PublicView
from tabletop.view.sentences import TASK_WORDS
from tabletop.view.words import Words, header

TRUST_LEVELS = ((0.4, "low"), (0.65, "fair"), (1.01, "good"))
"""What a line on the board shows: below the first bound little trust, and so on. Display only."""
SHOWN_TRUST = {"low": 0.2, "fair": 0.5, "good": 0.8}


@dataclass(frozen=True, slots=True)
class Table:
    """Who sits at the laptop: by role, whether it is played, and the names of who play it."""

    played: tuple[bool, ...]
    names: tuple[str, ...]
    turn: int = -1
    """The role whose turn it is."""


def board_page(words: Words, public: PublicView, memory: BoardMemory, table: Table) -> BoardPage:
    """The board."""
    case = words.case
    return BoardPage(
        header=header(words, public),
        intro=words.text(case.pack.scenario.intro),
        news=board_news(words, public, memory),
        nodes=tuple(_node(words, public, table, role) for role in range(len(case.roles))),
        edges=board_edges(words, public, memory),
        plan=plan_page(words, public),
        picture=picture_cards(words, public, memory),
        timeline=timeline(words, public, memory),
        weeks=case.weeks,
        week=public.week,
    )


def _node(words: Words, public: PublicView, table: Table, role: int) -> BoardNode:
    marks = [words.say(f"mark.{word}") for task, word in enumerate(TASK_WORDS) if int(public.tasks[0, task]) == role]
    if table.turn == role:
        marks.append(words.say("mark.turn"))
    if not table.played[role]:
        marks.append(words.say("mark.unplayed"))
    spec = words.case.pack.roles[words.case.roles[role]]
    at = words.case.pack.scenario.partners[role].at
    offer, need = words.text(spec.offer), words.text(spec.need)
    is_alone = bool(public.talked[0].any()) and not public.talked[0, role].any()
    alone = words.say("mark.alone") if is_alone else ""
    return BoardNode(words.badge(role), at, table.played[role], tuple(marks), offer, need, alone)


def board_edges(words: Words, public: PublicView, memory: BoardMemory) -> tuple[BoardEdge, ...]:
    """A line between every two partners."""
    count = len(words.case.roles)
    return tuple(_edge(words, public, memory, a, b) for a in range(count) for b in range(a + 1, count))


def _edge(words: Words, public: PublicView, memory: BoardMemory, a: int, b: int) -> BoardEdge:
    level = trust_level(words, memory, a, b)
    ids = words.case.roles
    spoke = bool(public.talked[0, a, b])
    return BoardEdge(ids[a], ids[b], SHOWN_TRUST[level], words.say(f"trust.{level}"), spoke)


def trust_level(words: Words, memory: BoardMemory, a: int, b: int) -> str:
    """How two partners stand, from what everybody knows: how they began, and how often they spoke and met since.

    What happened between them in private, such as a refusal, is not in it.
    """
    case = words.case
    start = (float(case.network.trust[a, b]) + float(case.network.trust[b, a])) / 2
    call = case.pack.modes.channels[0].trust.value
    grown = call * (memory.talks.get((a, b), 0) + memory.met.get((a, b), 0))
    return next(word for bound, word in TRUST_LEVELS if start + grown < bound or word == "good")
