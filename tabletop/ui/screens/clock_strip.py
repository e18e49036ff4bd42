"""The session clock on a screen: the time that is left, and what the clock offers."""

from __future__ import annotations

from tabletop.ui.screens.attendance import Attendance
from tabletop.ui.screens.base import TableScreen, in_turn
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import Button, Column, Panel, Row, Spacer, TextBlock, Widget
from tabletop.view.pages import ClockOffer, ClockPage

TONES: dict[str, Tone] = {"ahead": "care", "on_time": "muted", "behind": "danger"}
LONGER_MINUTES = 5


def clock_block(screen: TableScreen) -> list[Widget]:
    """How much time is left, for the right of a header; nothing while no clock runs."""
    page = screen.guide.facilitation.clock
    if page is None or not page.left:
        return []
    if screen.is_compact:
        return [TextBlock(page.left, "strong")]
    return [Column([TextBlock(page.left, "heading", align="right"), below(page)], gap=0)]


def below(page: ClockPage) -> TextBlock:
    """The line under the time: how the group is doing, or which part this is."""
    return TextBlock(page.pace_label or page.part, "small", TONES[page.pace], "right")


def offer_bar(screen: TableScreen) -> list[Widget]:
    """What the clock offers, to be taken or not; nothing when it offers nothing."""
    offer = screen.guide.facilitation.offer
    if offer is None:
        return []
    text = TextBlock(offer.text, "strong", most=560)
    buttons = offer_buttons(screen, offer)
    body: Widget = Column([text, Row(buttons)], gap=8) if screen.is_compact else Row([text, Spacer(), *buttons])
    return [Panel(body, tone="administration", accent="left", fill="soft", padding=10)]


def offer_buttons(screen: TableScreen, offer: ClockOffer) -> list[Button]:
    """Take it, or not. When the time for play is over, the session can be made longer; the debrief stays as it is."""
    side, say = screen.guide.facilitation, screen.app.say
    take = Button(offer.take, side.take, small=True, key="clock/take")
    if offer.id == "now":
        longer = say("clock.longer", minutes=LONGER_MINUTES)
        return [take, Button(longer, side.longer, kind="quiet", small=True, key="clock/longer")]
    decline = in_turn(side.decline, lambda: screen.app.focus(screen.first_focus))
    return [take, Button(say("clock.not_now"), decline, kind="quiet", small=True, key="clock/not_now")]


def scene_bar(screen: TableScreen) -> list[Widget]:
    """A marked scene whose news stands on this screen can be told more mildly; nothing when there is none."""
    side = screen.guide.facilitation
    scene = None if side.live is None else Attendance(side).scene()
    if scene is None:
        return []
    say = screen.app.say

    def skip() -> None:
        Attendance(side).skip_scene(scene)

    button = Button(say("scene.skip"), skip, small=True, key="scene/skip")
    return [Panel(Row([TextBlock(say("scene.bar"), "strong", most=560), Spacer(), button]), fill="soft", padding=10)]


def waiting_line(screen: TableScreen) -> list[Widget]:
    """A question for those who wait; it never touches the case."""
    question = screen.guide.facilitation.question
    if not question:
        return []
    return [TextBlock(screen.app.say("clock.waiting"), "caption"), TextBlock(question)]
