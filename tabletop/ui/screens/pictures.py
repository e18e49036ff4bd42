"""Lines of text with the pictures of what they tell."""

from collections.abc import Sequence

from tabletop.ui.widgets import Column, Icon, Row, TextBlock, Widget

SIZE = 20


def pictured(text: TextBlock, icons: Sequence[str]) -> Widget:
    """A text behind the pictures of what it tells of, one below the other; alone when there are none."""
    shown = [Icon(icon, SIZE) for icon in icons if icon]
    return Row([Column(shown, gap=2), text], gap=6) if shown else text
