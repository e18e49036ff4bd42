"""A game that shows the made-up pages and writes down what screens did with it."""

from dataclasses import dataclass, field, replace
from typing import Any

from tabletop.debrief.pages import CoursePage, KnowledgePage, LeavingPage, NetworkPage, RoleQuestionsPage
from tabletop.session.moment import Moment
from tabletop.ui.screens.game import SeatAtTable, Telling
from tabletop.view.pages import (
    BoardPage,
    CoverPage,
    DeskPage,
    DossierPage,
    MeetingPage,
    ShareForm,
    SpokenPage,
    WeekPage,
)
from tests.ui_screens import sample_debrief
from tests.ui_screens import sample_pages as sample
from tests.ui_screens.sample_review import SampleReview

Language = sample.Language


@dataclass
class SampleGame:
    """Every page there is; `acts` keeps what was done; `refuses` is the sentence with which everything is refused."""

    moment: Moment = field(default_factory=lambda: Moment("board", 1, 6, "veilig_thuis", 0))
    can_undo: bool = True
    acts: list[tuple[Any, ...]] = field(default_factory=list)
    refuses: str = ""
    answering: bool = False
    weeks_left: int = 4
    review: SampleReview = field(default_factory=SampleReview)

    def seats(self, language: Language) -> tuple[SeatAtTable, ...]:
        names = ("Samira", "", "Joost", "Mei Lin")
        return tuple(SeatAtTable(at, badge, names[at]) for at, badge in enumerate(sample.roles(language)[:4]))

    def board(self, language: Language) -> BoardPage:
        return sample.board(language)

    def cover(self, language: Language) -> CoverPage:
        return sample.cover(language)

    def dossier(self, language: Language) -> DossierPage:
        return sample.dossier(language)

    def desk(self, language: Language) -> DeskPage:
        return sample.desk(language, self.answering)

    def share(self, fact: str, language: Language) -> ShareForm:
        form = sample.share(language)
        return replace(form, fact=next(each for each in sample.facts(language) if each.id == fact))

    def meeting(self, language: Language) -> MeetingPage:
        return sample.meeting(language)

    def week(self, language: Language, week: int | None = None) -> WeekPage:
        weeks = sample.weeks(language)
        return next((each for each in weeks if each.week == week), weeks[3 - self.weeks_left])

    def spoken(self, seat: int, language: Language) -> SpokenPage:
        del seat
        return sample.spoken(language)

    def leaving(self, language: Language) -> LeavingPage:
        return sample_debrief.leaving(language)

    def role_questions(self, role: str, language: Language) -> RoleQuestionsPage:
        return sample_debrief.role_questions(role, language)

    def course(self, language: Language) -> CoursePage:
        return sample_debrief.course(language)

    def knowledge(self, language: Language, week: int | None) -> KnowledgePage:
        return sample_debrief.knowledge(language, week)

    def network(self, language: Language) -> NetworkPage:
        return sample_debrief.network(language)

    def open_cover(self) -> str:
        return self._did("open_cover")

    def dossier_read(self) -> str:
        return self._did("dossier_read")

    def all_dossiers_read(self) -> str:
        return self._did("all_dossiers_read")

    def decide(self, decision: str, telling: Telling | None = None, reason: str | None = None) -> str:
        return self._did("decide", decision, telling, *([reason] if reason else []))

    def agree(self, decision: str, due_weeks: int) -> str:
        return self._did("agree", decision, due_weeks)

    def undo(self) -> str:
        return self._did("undo")

    def end_turn(self) -> str:
        return self._did("end_turn")

    def say_aloud(self, seat: int, fact: str) -> str:
        return self._did("say_aloud", seat, fact)

    def close_meeting(self) -> str:
        return self._did("close_meeting")

    def pass_week(self) -> str:
        self.weeks_left -= 1
        if not self.weeks_left:
            self.moment = replace(self.moment, kind="board")
        return self._did("pass_week")

    def note_pause(self, is_over: bool) -> str:
        return self._did("note_pause", is_over)

    def open_debrief(self) -> str:
        self.moment = replace(self.moment, kind="debrief")
        return self._did("open_debrief")

    def close_session(self) -> str:
        self.moment = replace(self.moment, kind="closed")
        return self._did("close_session")

    def wipe(self) -> None:
        self._did("wipe")

    def wipe_names(self) -> None:
        self._did("wipe_names")

    def put_away(self) -> None:
        self._did("put_away")

    def _did(self, *act: object) -> str:
        if not self.refuses:
            self.acts.append(act)
        return self.refuses
