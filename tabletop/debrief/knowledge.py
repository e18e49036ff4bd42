"""*Wie wist wat*: facts against roles, with the week in which each came to know, at any chosen week."""

from tabletop.content.specs.common import Language
from tabletop.debrief.knowing import JOINT, Known, bits, known_of
from tabletop.debrief.pages import KnowledgeCell, KnowledgePage, KnowledgeRow
from tabletop.debrief.watching import Watched
from tabletop.view.words import Words

__all__ = ["KnowledgeCell", "KnowledgePage", "KnowledgeRow", "knowledge_page"]


def knowledge_page(watched: Watched, language: Language, week: int | None = None) -> KnowledgePage:
    """Make the matrix as it stood at a week; at the end without one. A week outside the session is brought inside."""
    words, known = Words(watched.case, language), known_of(watched)
    at = watched.week if week is None else max(0, min(week, watched.week))
    facts = sorted(
        (fact for fact, since in known.appeared.items() if since <= at), key=lambda f: (known.appeared[f], f)
    )
    rows = tuple(_row(words, known, fact, at) for fact in facts)
    joint = sum(row.joint_since is not None for row in rows)
    stayed = tuple(row.title for row in rows if row.stayed)
    return KnowledgePage(
        weeks=watched.week,
        week=at,
        week_label=words.messages.say("knowledge.week", week=at),
        roles=tuple(words.badge(role) for role in range(len(watched.case.roles))),
        rows=rows,
        joint_count=joint,
        joint_label=words.messages.say("knowledge.joint", joint=joint, all=len(rows)),
        stayed=stayed,
        stayed_label=words.messages.count("knowledge.stayed", len(stayed)),
    )


def _row(words: Words, known: Known, fact: int, at: int) -> KnowledgeRow:
    spec = words.fact(fact)
    cells = tuple(_cell(words, known, fact, role, at) for role in range(len(words.case.roles)))
    joint = _by(known.knows.get((JOINT, fact)), at)
    outside = any(cell.state in ("knows", "signal") for cell in cells)
    return KnowledgeRow(
        title=words.text(spec.title),
        text=words.text(spec.text),
        kind=words.say(f"kind.{spec.kind}"),
        weight=spec.weight,
        cells=cells,
        joint_since=joint,
        joint_label="" if joint is None else words.messages.say("knowledge.on_table", week=joint),
        stayed=not outside and joint is None,
    )


def _cell(words: Words, known: Known, fact: int, role: int, at: int) -> KnowledgeCell:
    since = _by(known.knows.get((role, fact)), at)
    if since is not None:
        holds = fact in bits(int(words.case.facts.holders[role]))
        return KnowledgeCell("holds" if holds else "knows", since, words.messages.say("knowledge.since", week=since))
    since = _by(known.signals.get((role, fact)), at)
    if since is not None:
        return KnowledgeCell("signal", since, words.messages.say("knowledge.signal", week=since))
    return KnowledgeCell("unknown", None, words.messages.say("knowledge.unknown"))


def _by(since: int | None, at: int) -> int | None:
    return since if since is not None and since <= at else None
