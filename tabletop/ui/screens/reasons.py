"""A reason, chosen from a short list: why one declines to answer, or objects. Giving none is possible too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tabletop.ui.widgets import Button, Column, Dialog, ListBox, ListRow, TextBlock
from tabletop.view.pages import Chip

NONE = "none"


def reason_dialog(
    title: str,
    text: str,
    reasons: Sequence[Chip],
    say: Callable[..., str],
    choose: Callable[[str | None], None],
    close: Callable[[], None],
) -> Dialog:
    """Choose a reason; `choose` gets its id, or None for no reason."""

    def pick(reason: str) -> None:
        close()
        choose(None if reason == NONE else reason)

    rows = [ListRow(chip.id, chip.label[:1].upper() + chip.label[1:]) for chip in reasons]
    rows.append(ListRow(NONE, say("reasons.none")))
    body = Column([TextBlock(text), ListBox(rows, pick, label=title, key="why")], gap=14)
    return Dialog(title, body, (Button(say("common.not_now"), close),))
