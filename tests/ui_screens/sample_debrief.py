"""Made-up pages of the debrief."""

from dataclasses import replace

from tabletop.debrief.pages import (
    CellState,
    CourseLine,
    CoursePage,
    CourseRound,
    CourseWeek,
    KnowledgeCell,
    KnowledgePage,
    KnowledgeRow,
    LeavingPage,
    LeavingRole,
    NetworkPage,
    RoleQuestion,
    RoleQuestionsPage,
    TalkEdge,
)
from tests.ui_screens.sample_pages import Language, _t, joint_picture, roles


def leaving(language: Language = "nl") -> LeavingPage:
    """Six roles, four of them played."""
    goal = _t(
        language, "Jij wilt niet de enige zijn die aan de bel trekt.", "You do not want to be the only one to act."
    )
    ask = _t(language, "Wat liet deze rol je doen?", "What did this role make you do?")
    asked = enumerate(roles(language))
    return LeavingPage(tuple(LeavingRole(role, goal, ask if at < 4 else "", 0 if at == 1 else 2) for at, role in asked))


def role_questions(role: str, language: Language = "nl") -> RoleQuestionsPage:
    """Two questions on a role; the second of those at the table has none."""
    at, badge = next((at, each) for at, each in enumerate(roles(language)) if each.id == role)
    options = (_t(language, "Een straf", "A penalty"), _t(language, "Een waarschuwing", "A warning"))
    asked = RoleQuestion(
        _t(language, "Wat is een stopgesprek?", "What is a stop talk?"),
        options,
        1,
        _t(language, "Iemand hoort dat het moet stoppen.", "Somebody hears that it must stop."),
        _t(language, "Bron: een folder.", "Source: a leaflet."),
        _t(language, "Uit de tweede hand.", "Second-hand."),
    )
    second = replace(asked, question=_t(language, "Wie beslist?", "Who decides?"), right=0)
    return RoleQuestionsPage(badge, () if at == 1 else (asked, second))


def course(language: Language = "nl") -> CoursePage:
    """Two rounds."""
    six = roles(language)
    lines = (
        CourseLine(
            _t(language, "De ex volgt Robin van het werk naar huis.", "The ex follows Robin home from work."),
            "incident",
            (),
            _t(language, "wist toen niemand", "nobody knew at the time"),
            icon="incident/following",
        ),
        CourseLine(
            _t(
                language,
                "Politie deelt 'De ex was eerder bij een ander in beeld' met Reclassering.",
                "Police shares 'The ex came up with somebody else before' with Probation.",
            ),
            "share",
            six[:2],
            _t(language, "wisten toen: Politie, OM", "knew at the time: Police, Prosecution"),
            _t(
                language,
                "mocht: ja; nodig: ja; niet meer dan nodig: verdedigbaar",
                "lawful: yes; needed: yes; no more than needed: defensible",
            ),
        ),
        CourseLine(
            _t(language, "Contactverbod gaat in.", "The no-contact order starts."),
            "measure",
            six,
            _t(language, "wist toen iedereen", "everybody knew at the time"),
            icon="measure_ban/conduct_order",
        ),
    )
    weeks = tuple(
        CourseWeek(week, f"week {week}", lines[: week % 3 + 1] if week % 4 else (), week / 8) for week in range(1, 9)
    )
    turns = CourseWeek(0, _t(language, "de beurten, week 0", "the turns, week 0"), lines[1:], 0.0, is_turns=True)
    rounds = (
        CourseRound(_t(language, "Ronde 1 · Losse meldingen", "Round 1 · Loose reports"), (turns, *weeks[:4])),
        CourseRound(_t(language, "Ronde 2 · Vragen uit de raad", "Round 2 · Questions from the council"), weeks[4:]),
    )
    return CoursePage(
        rounds,
        tuple(week / 8 for week in range(1, 9)),
        _t(
            language,
            "Het gevaarlijkst was week 8: toen liep 1 op de 240 zulke weken ernstig af.",
            "The most dangerous was week 8: 1 in 240 such weeks ended badly.",
        ),
        _t(language, "gaat door", "goes on"),
        _t(
            language,
            "Het gaat door, zonder dat het erger is dan aan het begin.",
            "It goes on, no worse than at the start.",
        ),
        _t(language, "Gekrenkt en vasthoudend", "Resentful and persistent"),
        (
            _t(language, "14 keer contact gemerkt, 5 keer gemeld", "contact noticed 14 times, reported 5 times"),
            _t(language, "6 van de 14 feiten lagen samen op tafel", "6 of the 14 facts came to the table"),
        ),
    )


def knowledge(language: Language = "nl", week: int | None = None) -> KnowledgePage:
    """Fourteen facts, six roles."""
    at = 12 if week is None else week
    six = roles(language)
    states: tuple[CellState, ...] = ("holds", "knows", "unknown", "signal", "unknown", "knows")
    rows = []
    for number in range(14):
        fact = joint_picture(language)[number % 6]
        cells = tuple(
            KnowledgeCell(
                states[(number + place) % 6],
                None if states[(number + place) % 6] == "unknown" else number % 12,
                _t(language, f"{role.short}: week {number}", f"{role.short}: week {number}"),
            )
            for place, role in enumerate(six)
        )
        rows.append(
            KnowledgeRow(fact.title, fact.text, fact.kind, 2, cells, 6 if number % 2 else None, "", number == 4)
        )
    return KnowledgePage(
        12,
        at,
        _t(language, f"Na week {at}", f"After week {at}"),
        six,
        tuple(rows),
        7,
        _t(language, "7 van de 14 feiten lagen samen op tafel", "7 of the 14 facts came to the table"),
        (rows[4].title,),
        _t(language, "Eén feit bleef waar het was", "One fact stayed where it was"),
    )


def network(language: Language = "nl") -> NetworkPage:
    """Four edges, one role left out."""
    six = roles(language)
    edges = tuple(TalkEdge(six[0].id, other.id, rounds) for rounds, other in enumerate(six[1:5], 1))
    lines = (
        _t(language, "4 van de 15 lijnen werden gebruikt.", "4 of the 15 lines were used."),
        _t(language, "De meeste lijnen liepen via Politie.", "Most lines ran through Police."),
        _t(language, "Niemand sprak met het Zorg- en Veiligheidshuis.", "Nobody spoke with the Care and Safety House."),
    )
    return NetworkPage(lines, six[5:], edges)
