"""The pages of a session, as screens ask for them. Each is made from one view only."""

from tabletop.content.specs.common import Language
from tabletop.session.moment import Refusal
from tabletop.session.play import Play
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


class CoveredError(Exception):
    """A private page was asked for while its seat had not opened its cover."""


def board(play: Play, language: Language) -> BoardPage:
    """The shared screen, at any moment."""
    raise NotImplementedError


def cover(play: Play, language: Language) -> CoverPage:
    """The screen between two people: to whom the laptop goes (`play.moment.seat`) and why."""
    raise NotImplementedError


def dossier(play: Play, language: Language) -> DossierPage:
    """The dossier of the seat that holds the laptop; only in `dossiers` and when it is open, else `CoveredError`."""
    raise NotImplementedError


def desk(play: Play, language: Language) -> DeskPage:
    """The desk of the seat that holds the laptop; only in `turn` and `answer` and when open, else `CoveredError`."""
    raise NotImplementedError


def share(play: Play, fact: str, language: Language) -> ShareForm:
    """To whom the seat that holds the laptop can tell this fact; same conditions as `desk`."""
    raise NotImplementedError


def meeting(play: Play, language: Language) -> MeetingPage:
    """The meeting on the open screen; only in `meeting`."""
    raise NotImplementedError


def week(play: Play, language: Language) -> WeekPage:
    """The last week that passed, as far as the board may know."""
    raise NotImplementedError


def spoken(play: Play, seat: int, language: Language) -> SpokenPage:
    """What a speaker can pick for 'hardop gedeeld'; the screen covers first."""
    raise NotImplementedError


def facilitator(play: Play, language: Language) -> FacilitatorPage:
    """The facilitator's panel."""
    raise NotImplementedError


def refusal_text(refusal: Refusal, language: Language) -> str:
    """A refusal as one sentence."""
    raise NotImplementedError
