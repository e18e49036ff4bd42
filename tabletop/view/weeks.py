"""Weeks that pass, as far as the board may know."""

from tabletop.view.board_lines import lines, picture
from tabletop.view.memory import BoardMemory
from tabletop.view.pages import WeekPage
from tabletop.view.words import Words

SHOWN = ("inject", "started", "ended", "refused")


def week_page(words: Words, memory: BoardMemory, week: int) -> WeekPage:
    """One week: what happened in it that everybody could notice. Quiet is evidence of quiet only when people report."""
    happened = [each for each in memory.happenings if each.week == week and each.kind in SHOWN]
    told = lines(words, happened)
    texts = tuple(text for _happening, text in told) or (words.say("week.quiet"),)
    return WeekPage(week, words.say("week.label", week=week), texts, tuple(picture(words, each) for each, _ in told))
