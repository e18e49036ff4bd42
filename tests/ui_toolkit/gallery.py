"""Screens that hold every widget, with long names and much text, for the tests and benchmarks of the toolkit."""

from collections.abc import Callable

from tabletop.ui.screen import Screen, Shortcut
from tabletop.ui.theme import Tone
from tabletop.ui.widgets import (
    Button,
    Cell,
    Chips,
    Choice,
    Column,
    Graph,
    GraphEdge,
    GraphNode,
    ListBox,
    ListRow,
    Mark,
    Meter,
    Page,
    Panel,
    Pill,
    Ribbon,
    Row,
    ScrollArea,
    Spacer,
    Split,
    Step,
    TextBlock,
    Timeline,
    Token,
    Widget,
    muted,
    plain,
)

PHASES = ("onbewust", "bewust", "ernst", "defensief", "offensief", "uitputting", "omkeer", "controle", "herstel")
PARTNERS: tuple[tuple[str, str, float, float, Tone], ...] = (
    ("victim_support", "Slachtofferhulp", 0.08, 0.24, "care"),
    ("police", "Politie", 0.37, 0.2, "justice"),
    ("prosecution", "Openbaar Ministerie", 0.66, 0.06, "justice"),
    ("probation", "Reclassering", 0.91, 0.3, "justice"),
    ("veilig_thuis", "Veilig Thuis", 0.2, 0.53, "care"),
    ("veiligheidshuis", "Veiligheidshuis", 0.6, 0.5, "administration"),
    ("municipality", "Gemeente", 0.95, 0.65, "administration"),
    ("wijkteam", "Wijkteam", 0.28, 0.93, "care"),
    ("amw", "Maatschappelijk werk", 0.55, 0.98, "care"),
    ("mental_health", "Ggz", 0.85, 0.97, "care"),
)
TIES = (
    ("police", "prosecution", 0.9, False),
    ("police", "veiligheidshuis", 0.6, False),
    ("police", "veilig_thuis", 0.7, True),
    ("prosecution", "veiligheidshuis", 0.4, False),
    ("prosecution", "probation", 0.6, False),
    ("victim_support", "police", 0.05, False),
    ("veilig_thuis", "veiligheidshuis", 0.4, False),
    ("veiligheidshuis", "municipality", 0.7, False),
    ("veilig_thuis", "wijkteam", 0.1, False),
    ("veilig_thuis", "amw", 0.2, False),
    ("wijkteam", "amw", 0.5, True),
    ("probation", "mental_health", -0.4, False),
)


class GalleryScreen(Screen):
    """Common to all: a header as the board has it, and a record of what was pressed."""

    title = "Galerij"

    def __init__(self) -> None:
        self.pressed: list[str] = []
        self.chosen: dict[str, str] = {}
        self.name = "Coördinatie"

    def build(self) -> Widget:
        return Page(self.body(), header=self.header(), footer=self.footer())

    def body(self) -> Widget:
        raise NotImplementedError

    def header(self) -> Widget:
        steps = [Step(name, name in ("defensief", "offensief"), "zichtbaar") for name in PHASES]
        case = Column([TextBlock("Zaak Oefening", "heading"), TextBlock("ronde 3 van 3 · week 14", "small")], gap=0)
        return Row(
            [
                case,
                Pill("Bord · iedereen mag kijken", icon="eye"),
                Spacer(),
                Ribbon(steps, "Fasen"),
                Spacer(),
                TextBlock("38:20", "heading"),
            ],
            gap=16,
        )

    def footer(self) -> Widget | None:
        return None

    def press(self, name: str) -> None:
        self.pressed.append(name)

    def shortcuts(self) -> list[Shortcut]:
        return [Shortcut("d", "Delen", lambda: self.press("d")), Shortcut("ctrl+s", "Bewaren", lambda: self.press("s"))]

    def picker(self, what: str) -> Callable[[str], None]:
        def pick(chosen: str) -> None:
            self.chosen[what] = chosen

        return pick


class BoardGallery(GalleryScreen):
    """As the board: news, graph, plan, turn, timeline."""

    def body(self) -> Widget:
        news = [
            ("wk 6", "Robin vertelt op het werk dat het niet ophoudt."),
            ("wk 9", "Politie: melding opgenomen."),
            ("wk 11", "Politie en Veilig Thuis spraken elkaar."),
            ("wk 14", "Buren melden een auto die vaak in de straat staat."),
        ]
        lines = [
            Split([Cell(TextBlock(week, "small"), 1, 40), Cell(TextBlock(text), 5, 120)], gap=6) for week, text in news
        ]
        plan = Column(
            [
                Column([TextBlock("Procesregie", "small"), TextBlock("niemand", "strong")], gap=0),
                Column([TextBlock("Afspraken", "small"), TextBlock("nog geen gezamenlijk plan")], gap=0),
                Column(
                    [
                        TextBlock("Lopende maatregelen", "small"),
                        TextBlock([plain("Contactverbod "), muted("nog 9 weken")]),
                    ],
                    gap=0,
                ),
            ]
        )
        turn = Column(
            [
                TextBlock("Veilig Thuis", "heading"),
                TextBlock("gespeeld door Samira (in het echt: reclassering)", "small"),
                Button("Geef de laptop door", lambda: self.press("hand"), kind="primary", key="hand"),
            ],
            gap=6,
        )
        side = Column(
            [
                Panel(ScrollArea(plan, key="plan"), "Het plan", grow=1),
                Panel(turn, "Nu aan zet", tone="care", accent="outline"),
            ],
            gap=16,
        )
        top = Split(
            [
                Cell(Panel(ScrollArea(Column(lines), key="news"), "Wat er gebeurde"), 30, 230),
                Cell(self.graph(), 60, 460),
                Cell(side, 28, 230),
            ],
            grow=1,
        )
        return Column([top, Panel(self.timeline(), "Verloop")], gap=16)

    def graph(self) -> Graph:
        nodes = [
            GraphNode(
                id_,
                name,
                x,
                y,
                tone,
                icon=id_,
                ring=id_ == "veilig_thuis",
                dim=id_ == "mental_health",
                badges=[("lead", "procesregie")] if id_ == "veiligheidshuis" else (),
                large=id_ == "veiligheidshuis",
            )
            for id_, name, x, y, tone in PARTNERS
        ]
        edges = [
            GraphEdge(a, b, trust, spoke, icon="letter", tone="care", label=f"{a} - {b}") for a, b, trust, spoke in TIES
        ]
        return Graph(nodes, edges, self.picker("partner"), self.chosen.get("partner"), label="Netwerk", key="graph")

    def timeline(self) -> Timeline:
        marks = [
            Mark(6, "Melding op het werk"),
            Mark(9, "Melding politie", "justice", "square"),
            Mark(11, "Gesprek", "care", "diamond"),
            Mark(14, "Auto in de straat", "danger", "triangle"),
            Mark(14, "Buren melden", "muted"),
        ]
        return Timeline(26, 14, marks, bounds=(4, 9, 14), first="week 0", last="week 14", label="Verloop")


class DeskGallery(GalleryScreen):
    """As the desk: role, facts, sharing."""

    def body(self) -> Widget:
        role = Column(
            [
                Token("Veilig Thuis", "care", "veilig_thuis", 56),
                TextBlock("Veilig Thuis", "title"),
                TextBlock("Dit mag jij", "caption"),
                TextBlock("Zonder toestemming informatie vragen. Triage. Onderzoek, hooguit tien weken."),
                TextBlock("Hier loop je tegenaan", "caption"),
                TextBlock("Wachtlijst. De ex komt niet. Een officieel onderzoek kan prikkelen."),
                TextBlock("Tijd deze ronde", "caption"),
                Meter(3.5, 6, "3,5 van 6 uur over", "Tijd deze ronde", "care"),
            ]
        )
        rows = [
            ListRow("ex", "De ex was eerder bij een ander in beeld", "politie", "justice", hint="politiegegeven"),
            ListRow("number", "De stalker kent het nieuwe nummer", "van Robin, vertrouwelijk", "care", badge="nieuw"),
            ListRow("sleep", "Robin slaapt al weken slecht", "van Robin", "care"),
            ListRow("reports", "Drie meldingen in vijf weken", "eigen systeem", "care"),
            ListRow("gone", "Al gedeeld met iedereen", "", None, enabled=False),
        ]
        facts = ListBox(rows, self.picker("fact"), self.chosen.get("fact"), "Wat jij weet", key="facts")
        post = Panel(
            Column(
                [
                    TextBlock("Slachtofferhulp vraagt", "strong"),
                    TextBlock("Mag ik weten of er toezicht is?"),
                    Row(
                        [
                            Button("Antwoorden", lambda: self.press("answer"), small=True),
                            Button("Weigeren", lambda: self.press("refuse"), small=True),
                        ]
                    ),
                ],
                gap=6,
            ),
            fill="raised",
            padding=12,
        )
        knows = Column([facts, TextBlock("Post", "caption"), post])
        return Split(
            [
                Cell(Panel(ScrollArea(role, key="role"), tone="care", accent="top", label="Rol"), 27, 220),
                Cell(Panel(ScrollArea(knows, key="knows"), "Wat jij weet"), 41, 300),
                Cell(Panel(ScrollArea(self.sharing(), key="sharing"), "Delen"), 53, 380),
            ]
        )

    def sharing(self) -> Widget:
        partners = [
            Choice(id_, name, "justice" if id_ == "probation" else "ink", hint="telefonisch")
            for id_, name, *_ in PARTNERS[:6]
        ]
        ways = [
            Choice("call", "bellen · ½ u", icon="call"),
            Choice("visit", "langsgaan · 1 u", icon="visit"),
            Choice("written", "schriftelijk · ½ u", icon="letter"),
        ]
        grounds = [
            ListRow("consent", "Robin geeft toestemming"),
            ListRow("task", "nodig voor mijn wettelijke taak"),
            ListRow("danger", "acuut gevaar, conflict van plichten"),
            ListRow("unsure", "ik weet het niet zeker"),
        ]
        return Column(
            [
                Column(
                    [
                        TextBlock("De ex was eerder bij een ander in beeld", "heading"),
                        TextBlock("politiegegeven, zegt iets over de stalker", "small"),
                    ],
                    gap=2,
                ),
                Chips(
                    partners,
                    self.picker("to"),
                    self.chosen.get("to", "probation"),
                    "Met wie",
                    show_label=True,
                    key="to",
                ),
                Chips(ways, self.picker("way"), self.chosen.get("way", "call"), "Hoe", show_label=True, key="way"),
                TextBlock("Op welke grond", "small"),
                ListBox(
                    grounds,
                    self.picker("ground"),
                    self.chosen.get("ground", "task"),
                    "Op welke grond",
                    marks=True,
                    key="ground",
                ),
                Row(
                    [
                        Button("Deel", lambda: self.press("share"), kind="primary", key="share"),
                        Button("Toch niet", lambda: self.press("drop")),
                        Button(
                            "Schaal op",
                            lambda: self.press("up"),
                            enabled=False,
                            why_not="Daarvoor is eerst een overleg nodig.",
                        ),
                    ]
                ),
            ]
        )
