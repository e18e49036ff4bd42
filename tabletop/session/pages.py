"""The pages of a session, as screens ask for them. Each is made from one view only."""

from tabletop.content.messages import messages
from tabletop.content.specs.common import Language
from tabletop.session.moment import Refusal
from tabletop.session.playing import Play
from tabletop.view.board import Table, board_page
from tabletop.view.desk import (
    Doing,
    cover_page,
    desk_page,
    dossier_page,
    share_form,
    spoken_page,
)  # fmt: skip
from tabletop.view.facilitator import facilitator_page
from tabletop.view.meeting import meeting_page
from tabletop.view.pages import (
    BoardPage,
    CoverPage,
    DeskPage,
    DossierPage,
    FacilitatorPage,
    MeetingPage,
    ShareForm,
    SpokenPage,
    WeekPage,
)  # fmt: skip
from tabletop.view.seat import knows_fact
from tabletop.view.weeks import week_page
from tabletop.view.words import Words

COVER_REASONS = {"dossiers": "dossier", "board": "turn", "turn": "turn", "answer": "answer"}


class CoveredError(Exception):
    """A private page was asked for while its seat had not opened its cover."""


def board(play: Play, language: Language) -> BoardPage:
    """The shared screen, at any moment."""
    return board_page(Words(play.case, language), play.public, play.memory.board, _table(play, language))


def cover(play: Play, language: Language) -> CoverPage:
    """The screen between two people: to whom the laptop goes (`play.moment.seat`) and why."""
    reason = COVER_REASONS.get(play.moment.kind, "table")
    return cover_page(Words(play.case, language), _table(play, language), reason)


def dossier(play: Play, language: Language) -> DossierPage:
    """The dossier of the seat that holds the laptop; only in `dossiers` and when it is open, else `CoveredError`."""
    role = _open_role(play, "dossiers")
    return dossier_page(Words(play.case, language), play.view_of(role), play.memory.seats[role])


def desk(play: Play, language: Language) -> DeskPage:
    """The desk of the seat that holds the laptop; only in `turn` and `answer` and when open, else `CoveredError`."""
    role = _open_role(play, "turn", "answer")
    doing = Doing(play.taken, play.can_undo, play.moment.kind == "answer")
    words = Words(play.case, language)
    return desk_page(words, play.view_of(role), play.memory.seats[role], _table(play, language), doing)


def share(play: Play, fact: str, language: Language) -> ShareForm:
    """To whom the seat that holds the laptop can tell a fact it knows; same conditions as `desk`. Raises `KeyError`."""
    role = _open_role(play, "turn", "answer")
    view = play.view_of(role)
    if fact not in play.case.facts.ids or not knows_fact(view, play.case.facts.ids.index(fact)):
        raise KeyError(fact)
    return share_form(Words(play.case, language), view, play.memory.seats[role], play.case.facts.ids.index(fact))


def meeting(play: Play, language: Language) -> MeetingPage:
    """The meeting on the open screen; only in `meeting`."""
    return meeting_page(
        Words(play.case, language), play.public, play.memory.board, _table(play, language),
        can_undo=play.can_undo, before=play.picture_before,
    )  # fmt: skip


def week(play: Play, language: Language, week: int | None = None) -> WeekPage:
    """A week as far as the board may know; the one that passed last when none is named."""
    return week_page(Words(play.case, language), play.memory.board, play.state.week if week is None else week)


def spoken(play: Play, seat: int, language: Language) -> SpokenPage:
    """What a speaker can pick for 'hardop gedeeld'; the screen covers first."""
    role = play.number_of(play.seats[seat].role)
    words, table = Words(play.case, language), _table(play, language)
    return spoken_page(words, play.view_of(role), play.memory.seats[role], table)


def facilitator(play: Play, language: Language) -> FacilitatorPage:
    """The facilitator's panel."""
    return facilitator_page(Words(play.case, language), play.public, play.state.fired)


def refusal_text(refusal: Refusal, language: Language) -> str:
    """A refusal as one sentence."""
    return messages(language).say(f"refusal.{refusal.code}", **refusal.values)


def _open_role(play: Play, *kinds: str) -> int:
    """The role whose private page may be shown now. Raises `CoveredError`."""
    moment = play.moment
    if moment.kind not in kinds or moment.role is None or not moment.is_open:
        raise CoveredError(f"no private page is open in {moment.kind}")
    return play.number_of(moment.role)


def _table(play: Play, language: Language) -> Table:
    names = ["" for _ in play.case.roles]
    for number, seat in enumerate(play.seats):
        if play.sits[number]:
            people = [each.name for each in seat.participants if each.name]
            names[play.number_of(seat.role)] = messages(language).listing(people) if people else ""
    has_turn = play.moment.role is not None and play.moment.kind in COVER_REASONS
    turn = play.number_of(play.moment.role) if has_turn and play.moment.role is not None else -1
    return Table(tuple(play.played_roles().tolist()), tuple(names), turn)
