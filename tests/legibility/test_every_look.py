"""Every screen of a whole session, in every size of window and text, both languages and all themes."""

from pathlib import Path

import pytest

from tests.legibility.walk import LONG, NORMAL, Inspector, walk

KINDS = {
    "title", "title-quit", "title-saved", "keys", "text", "settings", "setup-empty", "setup-case", "setup-work",
    "setup", "note", "cover", "pause", "break", "dossier", "board-1", "board-2", "board-3", "menu", "partner", "desk",
    "desk-dossier", "private-copy", "desk-ask", "desk-measure", "desk-confirm", "desk-share", "desk-rule",
    "desk-shared", "answering", "answer-form", "meeting-begin", "meeting-lead", "meeting-agree", "meeting",
    "meeting-close", "weeks", "weeks-done", "aloud-who", "aloud", "debrief-course", "debrief-knowledge",
    "debrief-turning", "debrief-network", "debrief-score", "care", "care-wipe", "fault-dialog", "fault", "guide",
    "facilitator", "setup-no-fit", "setup-own-words", "setup-placement", "people-all", "people", "people-stop", "real",
    "real-asked", "role-question", "role-question-choices", "role-question-answer",
}  # fmt: skip
"""What a walk must have met, so that a screen which nobody passes any more is noticed."""


def told(inspector: Inspector) -> str:
    """The faults, each with the looks in which it shows."""
    lines = [f"{fault} ({len(where)}, as {min(where)})" for fault, where in sorted(inspector.faults.items())]
    return "\n".join(lines)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_screen_can_be_read_and_reached_in_every_size(language: str, tmp_path: Path) -> None:
    inspector = walk("drempel", 8, language, tmp_path, NORMAL)
    assert told(inspector) == ""
    assert KINDS - set(inspector.seen) == set()


@pytest.mark.long
@pytest.mark.parametrize(
    "scenario", [("start", 6), ("drempel", 8), ("online", 6), ("omgang", 6), ("opvang", 8), ("wachten", 8)]
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_screen_can_be_read_and_reached_in_every_theme(
    scenario: tuple[str, int], language: str, tmp_path: Path
) -> None:
    assert told(walk(*scenario, language, tmp_path, (*NORMAL, *LONG))) == ""
