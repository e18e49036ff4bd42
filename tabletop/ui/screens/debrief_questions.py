"""What one should know of an organisation, after the roles: the group answers aloud, then the answer opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tabletop.debrief.pages import RoleQuestion, RoleQuestionsPage
from tabletop.ui.screen import Shortcut
from tabletop.ui.screens.attendance import Attendance
from tabletop.ui.screens.base import Guide, TableScreen
from tabletop.ui.screens.clock_strip import clock_block
from tabletop.ui.screens.strip import token
from tabletop.ui.widgets import (
    Button,
    Column,
    Divider,
    Icon,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Spacer,
    TextBlock,
    Widget,
)  # fmt: skip

LETTERS = "ABCDE"
"""What choices are called aloud: a question has five at most."""
ICON = 24


class RoleQuestionsScreen(TableScreen):
    """The questions on one role, one at a time. `done` leads back to where one came from."""

    first_focus = "questions/on"

    def __init__(self, guide: Guide, role: str, done: Callable[[], None]) -> None:
        super().__init__(guide)
        self.role, self.done = role, done
        self.at = 0
        self.answered: set[int] = set()
        """Places of the questions whose answer has been opened."""
        self.listed: set[int] = set()
        """Places of the questions whose choices are shown."""

    def window_title(self) -> str:
        """The same for everybody."""
        return self.app.say("rolequestion.title")

    @property
    def page(self) -> RoleQuestionsPage:
        """The questions in the language of the moment."""
        return self.guide.table.role_questions(self.role, self.language)

    @property
    def is_open(self) -> bool:
        """Whether the answer to this question stands there."""
        return self.at in self.answered

    def build(self) -> Widget:
        """The role above, the question in the middle, what can be done below."""
        page = self.page
        if not page.questions:
            body: Widget = TextBlock(self.app.say("rolequestion.none"))
        else:
            parts = Column(list(self._question(page.questions[self.at])), gap=14)
            body = Column([self._places(page), ScrollArea(parts, key=f"questions/text/{self.at}")], gap=14, grow=1)
        return Page(
            header=self._header(page),
            body=Panel(body, tone=page.role.chain, accent="top"),
            footer=self._footer(page),
        )

    def _header(self, page: RoleQuestionsPage) -> Widget:
        if self.is_compact:
            return Row([TextBlock(page.role.name, "strong"), Spacer(), *clock_block(self)])
        title = Column(
            [TextBlock(page.role.name, "title"), TextBlock(self.app.say("rolequestion.line"), "small")], gap=0
        )
        return Row([token(page.role, 48), title, Spacer(), *clock_block(self)], gap=14)

    def _places(self, page: RoleQuestionsPage) -> Widget:
        """Which of the questions this is, and the way to the others."""
        say, many = self.app.say, len(page.questions)
        before, after = self.at > 0, self.at < many - 1
        return Row(
            [
                Button(
                    say("rolequestion.before"),
                    lambda: self._by(-1),
                    small=True,
                    enabled=before,
                    key="questions/before",
                ),
                Pill(say("rolequestion.place", place=self.at + 1, all=many), filled=True),
                Button(
                    say("rolequestion.after"), lambda: self._by(1), small=True, enabled=after, key="questions/after"
                ),
            ]
        )

    # -- the question and its answer

    def _question(self, asked: RoleQuestion) -> Iterator[Widget]:
        yield TextBlock(asked.question, "heading" if self.is_compact else "title")
        if self._shows_choices:
            yield Column([self._choice(asked, place) for place in range(len(asked.options))], gap=6)
        if self.is_open:
            yield from self._answer(asked)
        else:
            yield TextBlock(self.app.say("rolequestion.aloud"), tone="muted")
        yield TextBlock(self._last_word(), "strong")

    @property
    def _shows_choices(self) -> bool:
        """Where there is little room, the choices make way for the answer."""
        return self.at in self.listed and not (self.is_compact and self.is_open)

    def _choice(self, asked: RoleQuestion, place: int) -> Widget:
        """A choice with its letter; a sign tells which is right once the answer is open."""
        is_right = place == asked.right
        sign: list[Widget] = [TextBlock(LETTERS[place], "strong")]
        if self.is_open:
            said = self.app.say("rolequestion.right" if is_right else "rolequestion.wrong")
            sign.append(Icon("check" if is_right else "cross", ICON, "care" if is_right else "muted", said))
        return Row([*sign, TextBlock(asked.options[place], "strong" if is_right and self.is_open else "body")])

    def _answer(self, asked: RoleQuestion) -> Iterator[Widget]:
        if not self.is_compact:
            yield Divider()
        if not self._shows_choices:
            yield Row([Icon("check", ICON, "care"), TextBlock(asked.answer, "heading", most=900)])
        yield TextBlock(asked.explanation, most=900)
        source = " ".join(part for part in (asked.source, asked.sureness) if part)
        yield TextBlock(source, "small", most=900)

    def _last_word(self) -> str:
        """Who does this work in real life speaks last, and may put the answer right."""
        say, moment = self.app.say, "check" if self.is_open else "last"
        named, is_here = self._colleagues()
        if named:
            return say(f"rolequestion.{moment}_named", who=self.app.words.listing(named))
        return say(f"rolequestion.{moment}_here" if is_here else f"rolequestion.{moment}")

    def _colleagues(self) -> tuple[list[str], bool]:
        """Names with own work of who does this in real life, and whether anybody does: a name is nobody's duty."""
        if self.guide.facilitation.live is None:
            return [], False
        room = Attendance(self.guide.facilitation)
        found = room.colleagues_of(self.role)
        return [f"{each.who} ({each.name})" for each in found if each.who], bool(found)

    # -- what can be done

    def _footer(self, page: RoleQuestionsPage) -> Widget:
        say = self.app.say
        back = Button(say("rolequestion.back"), self.done, kind="quiet", key="questions/back")
        if not page.questions or self._is_last_open(page):
            return Row([Spacer(), Button(say("rolequestion.back"), self.done, kind="primary", key="questions/on")])
        row: list[Widget] = [back, Spacer()]
        if not self.is_open and self.at not in self.listed:
            row.append(Button(say("rolequestion.choices"), self._list, key="questions/choices"))
        label = say("rolequestion.next" if self.is_open else "rolequestion.open")
        return Row([*row, Button(label, self._on, kind="primary", key="questions/on")])

    def _is_last_open(self, page: RoleQuestionsPage) -> bool:
        return self.is_open and self.at == len(page.questions) - 1

    def _on(self) -> None:
        """Open the answer; once it is open, go to the next question."""
        if self.is_open:
            self._by(1)
        else:
            self._open()

    def _open(self) -> None:
        self.answered.add(self.at)
        self.app.focus("questions/on")

    def _list(self) -> None:
        self.listed.add(self.at)
        self.app.focus("questions/on")

    def _by(self, step: int) -> None:
        self.at = max(0, min(len(self.page.questions) - 1, self.at + step))

    def on_back(self) -> None:
        """Escape leaves."""
        self.done()

    def shortcuts(self) -> Sequence[Shortcut]:
        """Adds the answer, the choices, and the other questions."""
        say, many = self.app.say, len(self.page.questions)
        own = [
            ("a", "open", self._open, many and not self.is_open),
            ("k", "choices", self._list, many and not self.is_open and self.at not in self.listed),
            ("-", "before", lambda: self._by(-1), self.at > 0),
            ("+", "after", lambda: self._by(1), self.at < many - 1),
        ]
        added = (Shortcut(key, say(f"rolequestion.{name}"), act) for key, name, act, can in own if can)
        return (*super().shortcuts(), *added)
