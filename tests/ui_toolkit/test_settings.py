"""What a user set is there the next time, and nonsense in the file does no harm."""

import pytest

from tabletop.ui.settings import Settings, keep_settings, read_settings, settings_path


def test_settings_are_kept() -> None:
    chosen = Settings(150, "en", motion=False, theme="paper", fullscreen=False)
    keep_settings(chosen)
    assert read_settings() == chosen


@pytest.mark.parametrize("text", ["", "[]", '{"text_percent": "groot", "language": 3}', '{"unknown": 1}'])
def test_nonsense_gives_the_defaults(text: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, encoding="utf-8")
    assert read_settings() == Settings()


@pytest.mark.parametrize(("kept", "read"), [(20, 100), (900, 200)])
def test_text_sizes_stay_within_bounds(kept: int, read: int) -> None:
    keep_settings(Settings(text_percent=kept))
    assert read_settings().text_percent == read
