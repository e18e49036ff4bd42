"""Lines of text with the pictures of what they tell."""

from collections.abc import Sequence

from tabletop.ui.widgets import Icon, Row, TextBlock, Widget

SIZE = 20


def pictured(text: TextBlock, icons: Sequence[str]) -> Widget:
    """A text behind the pictures of what it tells of; alone when there are none."""
    shown = [icon for icon in icons if icon]
    return Row([*(Icon(icon, SIZE) for icon in shown), text], gap=6) if shown else text
