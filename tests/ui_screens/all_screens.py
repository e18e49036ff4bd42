"""Every screen there is, on the made-up game: how to get there and what it must say in each language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from tabletop.content.library import Pack, load_pack
from tabletop.session.moment import MomentKind
from tabletop.ui.pilot import Pilot
from tabletop.ui.screen import Screen
from tabletop.ui.screens.aloud import SpokenScreen
from tabletop.ui.screens.arranging import Arrangement, Person
from tabletop.ui.screens.board import BoardScreen
from tabletop.ui.screens.care import CareScreen
from tabletop.ui.screens.debrief import DebriefScreen
from tabletop.ui.screens.debrief_questions import RoleQuestionsScreen
from tabletop.ui.screens.desk import DeskScreen
from tabletop.ui.screens.dossier import DossierScreen
from tabletop.ui.screens.flow import TableGuide
from tabletop.ui.screens.meeting import MeetingScreen
from tabletop.ui.screens.note import NoteScreen
from tabletop.ui.screens.pause import PauseScreen
from tabletop.ui.screens.preferences import SettingsScreen
from tabletop.ui.screens.setup import SetUpScreen
from tabletop.ui.screens.title import SavedSession, TitleScreen
from tabletop.ui.screens.weeks import WeeksScreen

WORK = ("probation", "wijkteam", "police", "student", "veilig_thuis", "amw")
LONG_NAMES = ("Samira", "Anne-Fleur van Voorthuizen-Bakker", "", "Mei Lin", "Bas en Nora", "Fatima")
SAVED = (
    SavedSession("one", "De lange stilte", "ronde 2 van 3 · 6 plaatsen · 23 november 2026, 14:05"),
    SavedSession("two", "broken-2026", "", "De kopie van dit bestand is niet compleet; het laatste besluit ontbreekt."),
)


@dataclass(frozen=True)
class Shown:
    """A screen: how it is made, in which moment, what is done on it first, what it says, what its main action is."""

    make: Callable[[TableGuide], Screen]
    kind: MomentKind = "board"
    says: dict[str, tuple[str, ...]] = field(default_factory=dict)
    main: str = ""
    first: Callable[[Pilot], object] = lambda pilot: pilot


def title(guide: TableGuide) -> Screen:
    return TitleScreen(guide, lambda: SAVED, lambda path: path)


@cache
def start_pack() -> Pack:
    return load_pack("start")


def arrangement() -> Arrangement:
    people = [Person(name, work) for name, work in zip(LONG_NAMES, WORK, strict=True)]
    return Arrangement(start_pack(), 7, people, room_sees=False)


def set_up(guide: TableGuide) -> Screen:
    return SetUpScreen(guide, arrangement(), lambda: None)


def note(guide: TableGuide) -> Screen:
    text = "Deze zaak gaat over stalking na een relatie: berichten, opwachten, volgen, angst. Stoppen kan altijd. " * 2
    return NoteScreen(guide, lambda: ("De lange stilte", text, "low"), lambda: "", lambda: None)


def chosen_share(pilot: Pilot) -> None:
    pilot.click(key="facts/new_number")
    pilot.click(key="to/veilig_thuis/share/new_number/prosecution")
    pilot.click(key="ground/legal_task")


def agreement(pilot: Pilot) -> None:
    pilot.click(key="meeting/agree")
    pilot.click(key="agree/what/agree_contact_person")


def questions(guide: TableGuide) -> Screen:
    return RoleQuestionsScreen(guide, "veilig_thuis", lambda: None)


def tab(name: str) -> Callable[[Pilot], None]:
    return lambda pilot: pilot.click(key=f"debrief/tabs/{name}")


SCREENS: dict[str, Shown] = {
    "title": Shown(title, "board", {"nl": ("Nieuwe sessie", "De lange stilte"), "en": ("New session",)}, "title/new"),
    "setup": Shown(
        set_up,
        "board",
        {"nl": ("Wie doet er mee?", "Samira", "30 spelen"), "en": ("Who is taking part?",)},
        "setup/begin",
    ),
    "note": Shown(note, "board", {"nl": ("Goed om te weten", "Zo spelen we"), "en": ("How we play",)}, "note/begin"),
    "cover": Shown(
        lambda guide: guide.cover_screen(),
        "turn",
        {"nl": ("Geef de laptop aan", "Samira"), "en": ("Pass the laptop to",)},
        "cover/open",
    ),
    "dossier": Shown(
        DossierScreen, "dossiers", {"nl": ("Jouw dossier", "Zij kreeg vannacht"), "en": ("Your file",)}, "dossier/read"
    ),
    "board": Shown(
        BoardScreen, "board", {"nl": ("Wat er gebeurde", "Het plan"), "en": ("What happened",)}, "board/next"
    ),
    "desk": Shown(DeskScreen, "turn", {"nl": ("Wat jij weet", "4 van 6 uur"), "en": ("What you know",)}, "desk/done"),
    "share": Shown(
        DeskScreen,
        "turn",
        {"nl": ("Op welke grondslag", "Met wie"), "en": ("On what ground",)},
        "desk/done",
        chosen_share,
    ),
    "measures": Shown(
        DeskScreen,
        "turn",
        {"nl": ("Aware bespreken",), "en": ("Discuss Aware",)},
        "desk/done",
        lambda pilot: pilot.click(key="parts/measure"),
    ),
    "answer": Shown(DeskScreen, "answer", {"nl": ("Hoe gaat het met haar?",), "en": ("How is she?",)}, "desk/done"),
    "meeting": Shown(
        MeetingScreen,
        "meeting",
        {"nl": ("Het beeld dat samen ontstaat",), "en": ("The picture that",)},
        "meeting/close",
    ),
    "agreement": Shown(MeetingScreen, "meeting", {"nl": ("Wanneer",), "en": ("When",)}, "agree/yes", agreement),
    "weeks": Shown(WeeksScreen, "weeks", {"nl": ("De weken gaan voorbij",), "en": ("The weeks pass",)}, "weeks/on"),
    "leaving": Shown(
        DebriefScreen,
        "debrief",
        {"nl": ("Uit je rol", "alleen deze rol kende"), "en": ("Out of your role",)},
        "debrief/close",
    ),
    "role_question": Shown(
        questions,
        "debrief",
        {"nl": ("Wat is een stopgesprek?", "hardop"), "en": ("What is a stop talk?", "aloud")},
        "questions/on",
    ),
    "role_answer": Shown(
        questions,
        "debrief",
        {"nl": ("Een waarschuwing", "Bron: een folder."), "en": ("A warning", "Source: a leaflet.")},
        "questions/on",
        lambda pilot: pilot.press("k", "a"),
    ),
    "course": Shown(
        DebriefScreen,
        "debrief",
        {"nl": ("Hoe het afliep",), "en": ("How it ended",)},
        "debrief/close",
        tab("course"),
    ),
    "knowledge": Shown(
        DebriefScreen,
        "debrief",
        {"nl": ("Week eerder", "nooit"), "en": ("Week earlier",)},
        "debrief/close",
        tab("knowledge"),
    ),
    "network": Shown(
        DebriefScreen,
        "debrief",
        {"nl": ("Wie sprak met wie",), "en": ("Who spoke with whom",)},
        "debrief/close",
        tab("network"),
    ),
    "turning": Shown(
        DebriefScreen,
        "debrief",
        {"nl": ("Wat het meest uitmaakte", "zoals jullie speelden"), "en": ("What mattered most",)},
        "debrief/close",
        tab("turning"),
    ),
    "score": Shown(
        DebriefScreen,
        "debrief",
        {"nl": ("Besluiten hierachter", "Veiligheid"), "en": ("Decisions behind this",)},
        "debrief/close",
        tab("score"),
    ),
    "care": Shown(
        lambda guide: CareScreen(guide, lambda: None, lambda: None),
        "closed",
        {"nl": ("0800-2000", "0900-0101", "0800-0113", "112"), "en": ("0800-2000",)},
        "care/title",
    ),
    "pause": Shown(
        lambda guide: PauseScreen(guide, False), "board", {"nl": ("Ga verder",), "en": ("Go on",)}, "pause/on"
    ),
    "break": Shown(
        lambda guide: PauseScreen(guide, True),
        "board",
        {"nl": ("Even pauze", "112"), "en": ("Taking a break",)},
        "pause/on",
    ),
    "settings": Shown(
        SettingsScreen, "board", {"nl": ("Grootte van de tekst",), "en": ("Size of the text",)}, "settings/done"
    ),
    "spoken": Shown(
        lambda guide: SpokenScreen(guide, 0),
        "board",
        {"nl": ("Wat zei je hardop?",), "en": ("What did you say aloud?",)},
        "aloud/said",
    ),
    "menu": Shown(
        BoardScreen,
        "board",
        {"nl": ("Speel verder",), "en": ("Play on",)},
        "menu/go_on",
        lambda pilot: pilot.press("escape"),
    ),
    "keys": Shown(
        DeskScreen, "turn", {"nl": ("Hardop gedeeld",), "en": ("Said aloud",)}, "", lambda pilot: pilot.press("f1")
    ),
}
