"""The practice case: a few minutes with a lost parcel, and at each new screen a word on what is done there.

It is a session like any other, in a file that goes when the practice ends. Whoever wants stops it in any lesson.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pygame

from tabletop.content.home import content_home
from tabletop.content.library import Pack, load_pack
from tabletop.content.messages import messages
from tabletop.content.specs.common import Text
from tabletop.ui.screens.arranging import Arrangement, Person
from tabletop.ui.widgets.button import Button
from tabletop.ui.widgets.dialog import Dialog
from tabletop.ui.widgets.words import TextBlock

if TYPE_CHECKING:
    from tabletop.ui.companion import Companion
    from tabletop.ui.screens.flow import TableGuide

CASE: Final = Path("scenarios", "practice", "oefening.yaml")
SEED: Final = 1
ROUNDS: Final = 2
"""So many rounds are played; after the first, five minutes, one can stop."""
CARD: Final = ("who", "may", "must", "cannot", "pressure", "fear", "goal", "offer", "need")
"""What a role card tells: in a practice it is about sharing, and nothing else."""
WORK: Final = "education"
"""What those who practise do in real life: nobody's role here."""
LESSONS: Final = {
    "CoverScreen": "cover",
    "DossierScreen": "dossier",
    "BoardScreen": "board",
    "DeskScreen": "desk",
    "MeetingScreen": "meeting",
    "WeeksScreen": "weeks",
    "DebriefScreen": "end",
}
"""Kinds of screen with a lesson, told when one first comes there."""


class Practice:
    """Lives in the loop of the app while one practises, around the companion that was there."""

    def __init__(self, guide: TableGuide) -> None:
        self.guide = guide
        self.inner: Companion | None = guide.app.companion
        self.told: set[str] = set()
        self._folder = TemporaryDirectory(prefix="tafel-", ignore_cleanup_errors=True)

    def begin(self) -> str:
        """Start the practice case; a sentence when that does not work."""
        arrangement = Arrangement(practice_pack(load_pack(content_home() / CASE)), SEED, room_sees=False)
        arrangement.people = [Person("", WORK) for _ in arrangement.people]
        refusal = self.guide.begin_practice(arrangement, Path(self._folder.name) / "practice.tafel")
        if refusal:
            self._folder.cleanup()
        else:
            self.guide.app.companion = self
            self.guide.onward()
        return refusal

    def pass_time(self, now_ms: int) -> bool:
        """Tell the lesson of a screen that is new; end when one went back to the title."""
        changed = self.inner.pass_time(now_ms) if self.inner else False
        app = self.guide.app
        kind = type(app.screen).__name__
        if kind == "TitleScreen":
            self._leave()
            return changed
        lesson = self._lesson(kind)
        if not lesson or lesson in self.told or app.stage.dialog is not None:
            return changed
        self.told.add(lesson)
        app.open(lambda: self._dialog(lesson))
        return True

    def handle(self, event: pygame.Event) -> bool:
        """Nothing of its own."""
        return self.inner.handle(event) if self.inner else False

    def draw(self) -> None:
        """Nothing of its own."""
        if self.inner:
            self.inner.draw()

    def close(self) -> None:
        """The app stops."""
        if self.inner:
            self.inner.close()
        self.guide.put_away()
        self._folder.cleanup()

    def _lesson(self, kind: str) -> str:
        lesson = LESSONS.get(kind, "")
        played = 0 if self.guide.game is None else self.guide.game.moment.round
        if lesson == "board" and played >= ROUNDS:
            return "end"
        return "more" if lesson == "board" and played else lesson

    def _dialog(self, lesson: str) -> Dialog:
        say, app = self.guide.app.say, self.guide.app
        text = TextBlock(say(f"practice.{lesson}"))
        title = say(f"practice.{lesson}_title")
        leave = Button(say("practice.stop"), self.guide.to_title, key="practice/stop")
        if lesson == "end":
            done = Button(say("practice.done"), self.guide.to_title, kind="primary", key="practice/done")
            return Dialog(title, text, (done,), key="lesson", closable=False)
        if lesson == "more":
            again = Button(say("practice.again"), app.close, key="practice/on")
            enough = Button(say("practice.done"), self.guide.to_title, kind="primary", key="practice/stop")
            return Dialog(title, text, (again, enough), key="lesson")
        go_on = Button(say("practice.on"), app.close, kind="primary", key="practice/on")
        return Dialog(title, text, (go_on, leave), key="lesson")

    def _leave(self) -> None:
        self.guide.app.companion = self.inner
        self._folder.cleanup()


def practice_pack(pack: Pack) -> Pack:
    """The case with role cards and phases that say nothing of stalking or violence: here it is about the screen."""
    roles = {id_: role.model_copy(update={**_card(), "knowledge": ()}) for id_, role in pack.roles.items()}
    meaning = {"meaning": _text("practice.phase")}
    phases = tuple(each.model_copy(update=meaning) for each in pack.phases.phases)
    return replace(pack, roles=roles, phases=pack.phases.model_copy(update={"phases": phases}))


def _card() -> dict[str, Text]:
    return {part: _text(f"practice.card_{part}") for part in CARD}


def _text(key: str) -> Text:
    return Text(nl=messages("nl").say(key), en=messages("en").say(key))
