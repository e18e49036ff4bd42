"""Text of the screen for who does not read it there: copied, shown as plain text, or spoken."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tabletop.ui.reading import screen_text, spoken_line
from tabletop.ui.voice import Voice
from tabletop.ui.widgets.button import Button
from tabletop.ui.widgets.dialog import LEAVE, Dialog
from tabletop.ui.widgets.words import TextBlock

if TYPE_CHECKING:
    from tabletop.ui.app import App
    from tabletop.ui.screen import Screen

WIDE = 900


class Narrator:
    """Follows an app. Private text is copied or spoken only after somebody confirmed it for this screen."""

    def __init__(self, app: App, find: Callable[[], Voice | None]) -> None:
        self.app = app
        self._find = find
        self._voice: Voice | None = None
        self._looked = False
        self._confirmed: Screen | None = None
        self._copied = ""
        self._said: tuple[object, ...] = ()
        self._reads_all = False

    @property
    def voice(self) -> Voice | None:
        """The voice of the platform, looked for once."""
        if not self._looked:
            self._voice, self._looked = self._find(), True
        return self._voice

    @property
    def text(self) -> str:
        """All that the screen says."""
        self.app.stage.update()
        return screen_text(self.app.stage.layer, self.app.say)

    def copy(self) -> None:
        """The text of the screen to the clipboard; asks first when it is private."""
        self._once_confirmed("copy", self._copy)

    def show_text(self) -> None:
        """The text of the screen as plain text, in a dialog; takes it away when it is there."""
        if self.app.stage.dialog and self.app.stage.dialog.key == "text":
            self.app.close()
            return
        say, text = self.app.say, self.text
        copy = Button(say("widgets.text.copy"), self._copy_and_close(text), hint=say("widgets.text.copy_hint"))
        close = Button(say("widgets.close"), self.app.close, kind="primary", hint=say("widgets.close_hint"))
        self.app.open(Dialog(say("widgets.text.title"), TextBlock(text), (copy, close), key="text", width=WIDE))

    def read(self) -> None:
        """Say the whole screen, or be silent when that was being said; asks first when it is private."""
        if self._reads_all:
            self.hush()
        elif self.voice is None:
            self.app.stage.announce(self.app.say("widgets.voice.none"))
        else:
            self._once_confirmed("voice", self._read)

    def follow(self) -> None:
        """After each step of the app: say what has come, where one wants that."""
        if not self.app.settings.spoken:
            return
        screen, dialog, node = self.app.screen, self.app.stage.dialog, self.app.stage.focused_node()
        place = (screen, dialog.key or dialog.title if dialog else "")
        now = (*place, node.key if node else "", node.value if node else "")
        if now == self._said:
            return
        is_new, self._said, self._reads_all = place != self._said[:2], now, False
        if self._is_closed():
            self._speak(self.app.say("widgets.voice.private") if is_new else "")
            return
        first = [(dialog.title if dialog else "") or screen.title] if is_new else []
        self._speak(". ".join([*first, *([spoken_line(node, self.app.say)] if node else [])]))

    def left(self, screen: Screen) -> None:
        """A screen goes: what was confirmed for it holds no longer, and private text leaves the clipboard."""
        self.hush()
        self._confirmed = None
        if screen.is_private and self._copied and self.app.stage.pasted() == self._copied:
            self.app.stage.copy("")
        self._copied = ""

    def hush(self) -> None:
        """Be silent."""
        self._reads_all = False
        if self._voice:
            self._voice.stop()

    def _is_closed(self) -> bool:
        return self.app.screen.is_private and self._confirmed is not self.app.screen

    def _once_confirmed(self, what: str, action: Callable[[], None]) -> None:
        if not self._is_closed():
            action()
            return
        say, screen = self.app.say, self.app.screen

        def confirm() -> None:
            self.app.close()
            self._confirmed = screen
            action()

        yes = Button(say(f"widgets.{what}.private_yes"), confirm, hint=say(f"widgets.{what}.private_hint"))
        no = Button(say("widgets.private_no"), self.app.close, kind="primary", hint=say("widgets.close_hint"))
        text = TextBlock(say(f"widgets.{what}.private_text"))
        self.app.open(Dialog(say("widgets.private_title"), text, (yes, no), key="private"))
        self.app.focus(LEAVE)

    def _copy(self) -> None:
        self._put(self.text)

    def _copy_and_close(self, text: str) -> Callable[[], None]:
        def act() -> None:
            self.app.close()
            self._once_confirmed("copy", lambda: self._put(text))

        return act

    def _put(self, text: str) -> None:
        self._copied = text
        self.app.stage.copy(text)
        self.app.stage.announce(self.app.say("widgets.copy.done"))

    def _read(self) -> None:
        self._speak(self.text)
        self._reads_all = True

    def _speak(self, text: str) -> None:
        if text and self.voice:
            self.voice.speak(text, "en" if self.app.settings.language == "en" else "nl")
