"""What a screen shows, as text in one language: the only thing that `ui` ever gets to see of a game.

Every page is made in `tabletop.view` from the arrays of one view (a seat's, the public one, the opened debrief). A page
holds nothing that its reader may not see; a screen can show all of it.
"""

from tabletop.view.pages.board import BoardEdge, BoardNode, BoardPage, WeekPage
from tabletop.view.pages.clock import ClockOffer, ClockPage, ClockRow, FacilitatorPage, InjectLine
from tabletop.view.pages.desk import (
    Asking,
    Chip,
    CoverPage,
    DeskPage,
    DossierPage,
    Letter,
    Modes,
    Option,
    OptionGroup,
    Question,
    Receiver,
    RoleCard,
    RuleNote,
    ShareForm,
    SpokenPage,
)
from tabletop.view.pages.meeting import MeetingPage, MeetingSeat
from tabletop.view.pages.shared import (
    AgreementLine,
    ChainName,
    FactCard,
    Header,
    MarkKind,
    MeasureLine,
    NewsLine,
    PhaseMark,
    PlanPage,
    RoleBadge,
    Route,
    RouteStop,
    TimelineMark,
)

__all__ = [
    "AgreementLine",
    "Asking",
    "BoardEdge",
    "BoardNode",
    "BoardPage",
    "ChainName",
    "Chip",
    "ClockOffer",
    "ClockPage",
    "ClockRow",
    "CoverPage",
    "DeskPage",
    "DossierPage",
    "FacilitatorPage",
    "FactCard",
    "Header",
    "InjectLine",
    "Letter",
    "MarkKind",
    "MeasureLine",
    "MeetingPage",
    "MeetingSeat",
    "Modes",
    "NewsLine",
    "Option",
    "OptionGroup",
    "PhaseMark",
    "PlanPage",
    "Question",
    "Receiver",
    "RoleBadge",
    "RoleCard",
    "Route",
    "RouteStop",
    "RuleNote",
    "ShareForm",
    "SpokenPage",
    "TimelineMark",
    "WeekPage",
]
