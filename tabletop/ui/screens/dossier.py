"""The dossier: what a role reads at the start, alone."""

from __future__ import annotations

from tabletop.ui.screens.base import PrivateScreen
from tabletop.ui.screens.strip import named
from tabletop.ui.widgets import (
    Button,
    Cell,
    Column,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    Split,
    TextBlock,
    Widget,
)
from tabletop.view.pages import DossierPage, FactCard, RoleCard

CARD_PARTS = ("who", "may", "must", "cannot", "pressure", "fear", "goal", "offer", "need")


class DossierScreen(PrivateScreen):
    """Card, dossier, goal and first facts of the seat that holds the laptop."""

    first_focus = "dossier/read"

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("dossier.window")

    def build(self) -> Widget:
        """Card, dossier and facts side by side."""
        say = self.app.say
        page = self.game.dossier(self.language)
        chain = page.card.role.chain
        if self.is_short:
            return self._short(page)
        return Page(
            header=Row([named(page.card.role), Spacer(), Pill(say("dossier.private"))]),
            body=Split(
                [
                    Cell(
                        Panel(
                            ScrollArea(role_card(self, page.card), key="dossier/card"),
                            title=say("dossier.card"),
                            tone=chain,
                            accent="top",
                        ),
                        share=34,
                        least=280,
                    ),
                    Cell(
                        Panel(ScrollArea(self._story(page), key="dossier/story"), title=say("dossier.story")),
                        share=36,
                        least=280,
                    ),
                    Cell(
                        Panel(ScrollArea(self._facts(page.facts), key="dossier/facts"), title=say("dossier.facts")),
                        share=30,
                        least=260,
                    ),
                ]
            ),
            footer=Row(
                [
                    TextBlock(say("dossier.later"), "small", most=700),
                    Spacer(),
                    Button(say("dossier.read"), self._read, kind="primary", key="dossier/read"),
                ]
            ),
        )

    @property
    def is_short(self) -> bool:
        """Whether goal and facts are read now, and the rest in the own turn: so many seats could not wait for it."""
        live = self.guide.facilitation.live
        return live is not None and live.play.setup.reading == "short"

    def _short(self, page: DossierPage) -> Widget:
        """Goal and facts alone."""
        say, chain = self.app.say, page.card.role.chain
        goal = Panel(TextBlock(page.private_goal, "strong"), title=say("dossier.goal"), tone=chain, accent="top")
        left = Column([goal, TextBlock(say("dossier.short"))], gap=16)
        facts = Panel(ScrollArea(self._facts(page.facts), key="dossier/facts"), title=say("dossier.facts"))
        read = Button(say("dossier.read"), self._read, kind="primary", key="dossier/read")
        return Page(
            header=Row([named(page.card.role), Spacer(), Pill(say("dossier.private"))]),
            body=Split([Cell(ScrollArea(left, key="dossier/goal"), 45, 300), Cell(facts, 55, 320)]),
            footer=Row([TextBlock(say("dossier.later"), "small", most=700), Spacer(), read]),
        )

    def _story(self, page: DossierPage) -> Widget:
        goal = Panel(
            TextBlock(page.private_goal, "strong"),
            title=self.app.say("dossier.goal"),
            fill="soft",
            tone=page.card.role.chain,
        )
        return Column([TextBlock(page.dossier), goal], gap=16)

    def _facts(self, facts: tuple[FactCard, ...]) -> Widget:
        cards = [
            Panel(
                Column(
                    [
                        TextBlock(fact.title, "strong"),
                        TextBlock(fact.text),
                        TextBlock(f"{fact.kind} · {fact.subject}", "small"),
                    ],
                    gap=4,
                ),
                fill="raised",
                padding=12,
            )
            for fact in facts
        ]
        return Column(cards or [TextBlock(self.app.say("dossier.no_facts"), "small")])

    def _read(self) -> None:
        self.game.dossier_read()
        self.guide.onward()


def role_card(screen: PrivateScreen, card: RoleCard) -> Widget:
    """All that a role's card says, under small headings."""
    parts: list[Widget] = []
    for name in CARD_PARTS:
        text = getattr(card, name)
        if text:
            parts.append(Column([TextBlock(screen.app.say(f"card.{name}"), "caption"), TextBlock(text)], gap=2))
    return Column(parts, gap=12)
