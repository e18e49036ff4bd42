"""Breaking text into lines."""

from unittest.mock import patch

import pygame
from hypothesis import given
from hypothesis import strategies as st

from tabletop.ui.app import Settings
from tabletop.ui.stage import Stage
from tabletop.ui.text import Laid, Run, Typesetter, rich
from tabletop.ui.theme import STYLES

TEXTS = st.text(st.sampled_from("abcdefgië -/\n.,"), max_size=200)
BODY = STYLES["body"]


def typesetter() -> Typesetter:
    return SHARED.kit.type


pygame.font.init()
SHARED = Stage(Settings(), lambda key, **_: key, (1280, 720))


def said(laid: Laid) -> str:
    return "".join(piece.text for line in laid.lines for piece in line).replace(" ", "")


@given(TEXTS, st.integers(40, 400))
def test_no_line_is_wider_than_its_room(text: str, width: int) -> None:
    assert typesetter().lay(text, BODY, 17, width).width <= width


@given(TEXTS, st.integers(40, 400))
def test_no_letter_gets_lost(text: str, width: int) -> None:
    assert said(typesetter().lay(text, BODY, 17, width)) == text.replace(" ", "").replace("\n", "")


@given(st.lists(st.tuples(TEXTS, st.sampled_from([None, "bold"])), max_size=4), st.integers(60, 400))
def test_text_broken_again_at_its_own_width_breaks_alike(parts: list[tuple[str, None]], width: int) -> None:
    runs = tuple(Run(text, weight) for text, weight in parts)
    laid = typesetter().lay(runs, BODY, 17, width)
    again = typesetter().lay(runs, BODY, 17, max(1, laid.width))
    assert (again.lines, again.widths) == (laid.lines, laid.widths)


@given(st.text(st.sampled_from("aeimnoZ -/."), max_size=90), st.integers(20, 300))
def test_text_of_one_look_breaks_as_words_one_by_one_do(text: str, width: int) -> None:
    quick = Typesetter(SHARED.kit.fonts).lay(text, BODY, 17, width)
    with patch("tabletop.ui.text.plain_lines", return_value=None):
        slow = Typesetter(SHARED.kit.fonts).lay(text, BODY, 17, width)
    assert (quick.lines, quick.widths) == (slow.lines, slow.widths)


def test_line_breaks_are_kept() -> None:
    assert len(typesetter().lay("een\ntwee\n\nvier", BODY, 17, 400).lines) == 4


def test_runs_keep_their_looks() -> None:
    laid = typesetter().lay(rich("in **2 groepen** kwam ~~het~~ samen"), BODY, 17)
    looks = [(piece.text.strip(), piece.weight, piece.tone) for piece in laid.lines[0]]
    assert looks[1:4] == [("2 groepen", "bold", "ink"), ("kwam", "regular", "ink"), ("het", "regular", "muted")]


def test_a_comma_after_a_bold_word_stays_with_it() -> None:
    runs = (Run("een heel erg "), Run("gevaarlijk", "bold"), Run(", zegt men"))
    for width in range(60, 200, 7):
        laid = typesetter().lay(runs, BODY, 17, width)
        assert not any(line and line[0].text.startswith(",") for line in laid.lines)


def test_a_word_longer_than_the_line_is_broken_inside() -> None:
    laid = typesetter().lay("meldcode", BODY, 17, 30)
    assert len(laid.lines) > 1
