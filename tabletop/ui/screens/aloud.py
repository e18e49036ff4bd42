"""'Hardop gedeeld': somebody said a fact aloud. The table names the speaker; behind a cover the speaker picks it."""

from __future__ import annotations

from collections.abc import Callable

from tabletop.ui.screens.base import Guide, PrivateScreen
from tabletop.ui.screens.game import SeatAtTable
from tabletop.ui.screens.strip import fact_row, named
from tabletop.ui.widgets import (
    Button,
    Dialog,
    ListBox,
    ListRow,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    TextBlock,
    Widget,
)


def speaker_dialog(
    seats: tuple[SeatAtTable, ...], say: Callable[..., str], choose: Callable[[int], None], close: Callable[[], None]
) -> Dialog:
    """Who spoke; from this list alone nobody learns anything."""

    def pick(number: str) -> None:
        close()
        choose(int(number))

    rows = [ListRow(str(seat.number), seat.role.name, seat.name, tone=seat.role.chain) for seat in seats]
    return Dialog(
        say("aloud.who"),
        ListBox(rows, pick, label=say("aloud.who"), key="speakers"),
        (Button(say("common.not_now"), close),),
    )


class SpokenScreen(PrivateScreen):
    """The speaker's own list, and nothing else."""

    first_focus = "spoken"

    def __init__(self, guide: Guide, seat: int) -> None:
        super().__init__(guide)
        self.seat = seat
        self.fact: str | None = None
        self.word = ""

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("aloud.window")

    def build(self) -> Widget:
        """The list, and what it means to pick one."""
        say = self.app.say
        page = self.game.spoken(self.seat, self.language)
        words = say("desk.new"), say("desk.ready")
        rows = [fact_row(fact, page.speaker, *words, is_open=fact.id == self.fact) for fact in page.facts]
        chosen = next((fact for fact in page.facts if fact.id == self.fact), None)
        told = TextBlock(self.word or say("aloud.text"), "strong" if self.word else "small", most=700)
        return Page(
            header=Row([named(page.speaker, say("aloud.window")), Spacer(), Pill(say("dossier.private"))]),
            body=Panel(
                ScrollArea(
                    ListBox(rows, self._pick, self.fact, label=say("aloud.pick"), key="spoken"), key="spoken/list"
                ),
                title=say("aloud.pick"),
            ),
            footer=Row(
                [
                    told,
                    Spacer(),
                    Button(say("aloud.nothing"), self.guide.go_back, key="aloud/nothing"),
                    Button(
                        say("aloud.said"),
                        self._say_it,
                        kind="primary",
                        enabled=chosen is not None,
                        why_not=say("aloud.first"),
                        key="aloud/said",
                    ),
                ]
            ),
        )

    def _pick(self, fact: str) -> None:
        self.fact = fact
        self.app.focus("aloud/said")

    def _say_it(self) -> None:
        if self.fact is not None:
            self.word = self.game.say_aloud(self.seat, self.fact)
            if not self.word:
                self.guide.go_back()

    def on_back(self) -> None:
        """Nothing was said."""
        self.guide.go_back()
