"""What the table kept for the debrief: bookmarks, notes, questions to a real professional, and who watched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tabletop.ui.screens.attendance import Attendance
from tabletop.ui.widgets import Column, Divider, Icon, Row, TextBlock, Widget

if TYPE_CHECKING:
    from tabletop.session.entries import Entry
    from tabletop.ui.screens.base import GameScreen

ICONS = {"bookmark": "next", "note": "written", "ask_real": "question"}


def kept_for_later(screen: GameScreen) -> list[Widget]:
    """The list with a heading; nothing when nothing was kept, as in a practice."""
    lines = list(_lines(screen)) if screen.guide.facilitation.live is not None else []
    if not lines:
        return []
    return [Divider(), TextBlock(screen.app.say("later.title"), "strong"), Column(lines, gap=6)]


def _lines(screen: GameScreen) -> Iterator[Widget]:
    """Who watched first, then all that was kept, in the order of the session."""
    play, say = Attendance(screen.guide.facilitation).play, screen.app.say
    watching = [each.name or say("setup.observer") for each in play.setup.onlookers if each.task == "observer"]
    if watching:
        yield TextBlock(say("later.observer", who=", ".join(watching)))
    round_number = 0
    for at, entry in enumerate(play.entries):
        round_number += entry.kind == "round_begun"
        act = str(entry.body.get("act"))
        if entry.kind == "facilitator" and act in ICONS:
            place = say("later.round", number=max(1, round_number))
            yield Row(
                [Icon(ICONS[act], 20), TextBlock(f"{place}: {_text(screen, entry, play.entries[at:])}", most=760)]
            )


def _text(screen: GameScreen, entry: Entry, since: tuple[Entry, ...]) -> str:
    say, text = screen.app.say, str(entry.body.get("text", ""))
    if entry.body["act"] != "ask_real":
        return text or say("later.bookmark")
    who = Attendance(screen.guide.facilitation).work(str(entry.body["discipline"]))
    return say(f"later.{_answer(since)}", who=who, text=text or say("real.aloud"))


def _answer(since: tuple[Entry, ...]) -> str:
    """Whether a question was answered before its round was over."""
    for entry in since:
        if entry.kind == "round_begun":
            break
        if entry.kind == "facilitator" and entry.body.get("act") == "real_answered":
            return "asked_answered"
    return "asked"
