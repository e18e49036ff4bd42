"""The gallery of forms and tables, and that of the cover."""

from tabletop.ui.screen import Screen
from tabletop.ui.widgets import (
    Button,
    Cell,
    Choice,
    Column,
    Dialog,
    Divider,
    Dot,
    Entry,
    Grid,
    HoldButton,
    Icon,
    Page,
    Panel,
    Pill,
    Row,
    ScrollArea,
    Segment,
    Segments,
    Spacer,
    Split,
    Table,
    TableColumn,
    TableRow,
    Tabs,
    TextBlock,
    Token,
    Widget,
    bold,
    plain,
    rich,
)
from tests.ui_toolkit.gallery import BoardGallery, DeskGallery, GalleryScreen


class FormGallery(GalleryScreen):
    """The rest: entries, table, tabs, segments, hold, scroll."""

    def header(self) -> Widget:
        tabs = [
            Choice(name.lower(), name)
            for name in ("Verloop", "Wie wist wat", "Keerpunten", "Netwerk", "Score", "Stellingen")
        ]
        return Row(
            [
                TextBlock("Nabespreking", "heading"),
                Spacer(20, grow=0),
                Tabs(tabs, self.picker("tab"), self.chosen.get("tab", "keerpunten"), "Onderdelen", key="tabs"),
            ]
        )

    def footer(self) -> Widget:
        return Row(
            [
                Button("Begin", lambda: self.press("begin"), kind="primary", key="begin"),
                Button("Stoppen", self.ask, kind="danger", icon="cross"),
                Button("Later", lambda: self.press("later"), kind="quiet"),
                Spacer(),
                TextBlock("F1 toetsen · F2 English", "small"),
            ]
        )

    def ask(self) -> None:
        yes = Button("Ja, stop", self.app.close, kind="danger")
        self.app.open(
            Dialog("Echt stoppen?", TextBlock("Wat jullie deden is bewaard."), (Button("Nee", self.app.close), yes))
        )

    def rename(self, name: str) -> None:
        self.name = name

    def body(self) -> Widget:
        form = Column(
            [
                Entry("Naam", self.name, self.rename, lambda: self.press("submit"), "Een naam hoeft niet", key="name"),
                Entry("In het echt", "", lambda _: None, placeholder="bijvoorbeeld reclassering", key="work"),
                Segments(
                    (
                        Segment(8, "muted", "8"),
                        Segment(30, "justice", "30 spelen"),
                        Segment(20, "care", "20 nabespreken"),
                        Segment(2, "administration", "2"),
                    ),
                    "Programma",
                ),
                Divider(),
                TextBlock(
                    rich("In **2 groepen** kwam het samen. Daar komt het tot rust in **640**, ~~in de andere in 410~~.")
                ),
                TextBlock([bold("Verbod overtreden", "danger"), plain(" is een "), bold("politiefeit"), plain(".")]),
                Row(
                    [
                        Icon("warning", 28, "danger", "let op"),
                        TextBlock("Robin is bang", "italic"),
                        Pill("doet mee", "care", filled=True, icon="check"),
                        Pill("bezwaar", "danger", filled=True),
                    ]
                ),
                HoldButton("Houd spatie ingedrukt om te openen", lambda: self.press("held"), key="hold", icon="lock"),
            ]
        )
        columns = [
            TableColumn("", 3, 150),
            *[
                TableColumn(name, 1, 74, "center")
                for name in ("Politie", "OM", "Reclassering", "Veilig Thuis", "Wijkteam")
            ],
            TableColumn("samen", 1, 60, "right", bold=True),
        ]
        facts = (
            "Ex eerder in beeld",
            "Verbod overtreden",
            "Nieuw nummer bekend",
            "Baan kwijt",
            "Slaapt niet meer",
            "Omgang komt voor de rechter",
        )
        rows = [
            TableRow(
                str(n),
                (
                    fact,
                    *[
                        Dot(
                            (n + m) % 3 == 0, "weet het" if (n + m) % 3 == 0 else "weet het niet", half=(n + m) % 3 == 1
                        )
                        for m in range(5)
                    ],
                    f"{n} van 5",
                ),
                tone="care" if n % 2 else "justice",
            )
            for n, fact in enumerate(facts)
        ]
        matrix = Table(columns, rows, self.picker("row"), self.chosen.get("row"), "Wie wist wat", key="matrix")
        cards = Grid(
            [
                Panel(
                    Column([TextBlock(fact, "strong"), TextBlock("Politie", "small")], gap=2),
                    tone="justice",
                    accent="top",
                    fill="raised",
                    padding=10,
                )
                for fact in facts[:3]
            ],
            least=150,
        )
        return Split(
            [
                Cell(Panel(ScrollArea(form, key="form"), "Wie doet er mee"), 2, 320),
                Cell(
                    Panel(
                        ScrollArea(Column([matrix, cards]), key="right"), "Wie wist wat, toen het in week 19 misging"
                    ),
                    4,
                    560,
                ),
            ]
        )


class CoverGallery(Screen):
    """As the cover: light on dark."""

    title = "Dek af"
    tone = "cover"
    first_focus = "open"

    def __init__(self) -> None:
        self.opened = 0

    def open(self) -> None:
        self.opened += 1

    def build(self) -> Widget:
        return Page(
            Column(
                [
                    Spacer(),
                    TextBlock("Geef de laptop aan", "body", align="center"),
                    TextBlock("Samira", "display", align="center"),
                    Token("Veilig Thuis", "care", "veilig_thuis", 88),
                    TextBlock("Veilig Thuis", "heading", align="center"),
                    TextBlock("De anderen kijken even niet mee. Wat je zo ziet, weet alleen jouw rol.", align="center"),
                    HoldButton("Houd spatie ingedrukt om te openen", self.open, key="open", icon="lock"),
                    Row(
                        [
                            Button("Sla deze beurt over", lambda: None, kind="quiet"),
                            Button("Pauze", lambda: None, kind="quiet"),
                        ],
                        align="center",
                    ),
                    Spacer(),
                ],
                align="center",
            )
        )


GALLERIES: tuple[type[BoardGallery | DeskGallery | FormGallery | CoverGallery], ...] = (
    BoardGallery,
    DeskGallery,
    FormGallery,
    CoverGallery,
)
