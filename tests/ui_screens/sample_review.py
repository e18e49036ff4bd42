"""Made-up score and turning points, as a debrief finds them out."""

from dataclasses import dataclass

from tabletop.debrief.score_pages import (
    NumberRow,
    OpenedLine,
    ScoreFigure,
    ScoreLine,
    ScorePage,
    ScoreRow,
    ScoreSection,
    ScoreShare,
)
from tabletop.debrief.turning_pages import DangerLine, OtherChoice, TurningDetail, TurningPage, TurningRow
from tests.ui_screens.sample_pages import Language, _t, roles

DECISIONS = 10


@dataclass
class SampleReview:
    """What is known: all of it, or with `is_early` nothing yet."""

    version: int = 1
    fault: Exception | None = None
    is_early: bool = False
    started: int = 0

    def start(self) -> None:
        self.started += 1

    def wait(self, seconds: float | None = None) -> None:
        del seconds

    def score(self, language: Language) -> ScorePage | None:
        return None if self.is_early else score(language)

    def score_line(self, line: str, language: Language) -> OpenedLine | None:
        return None if self.is_early else opened(line, language)

    def turning(self, language: Language, chosen: int | None) -> TurningPage:
        return turning(language, chosen, is_early=self.is_early)


def score(language: Language) -> ScorePage:
    """Three sections of six lines."""
    titles = (
        _t(language, "Veiligheid", "Safety"),
        _t(language, "Informatie", "Information"),
        _t(language, "Keten", "Chain"),
    )
    text = _t(
        language,
        "Wat er gebeurde hing ook af van geluk. Daarom staat ernaast wat te verwachten was.",
        "What happened depended on luck as well. Beside it stands what could be expected.",
    )
    sections = (
        ScoreSection(f"part{place}", title, text, tuple(_line(language, f"line{place}{n}", n) for n in range(6)))
        for place, title in enumerate(titles)
    )
    return ScorePage(tuple(sections), _t(language, "1.000 werelden", "1,000 worlds"))


def _line(language: Language, id_: str, number: int) -> ScoreLine:
    six = roles(language)
    shares = tuple(ScoreShare(role, role.short, str(place)) for place, role in enumerate(six, 1))
    figure = ScoreFigure(
        "shares",
        _t(language, "Niet gedeeld, terwijl het mocht en nodig was", "Not shared, although allowed and needed"),
        "21",
        shares,
        ", ".join(f"{each.label} {each.value}" for each in shares),
    )
    name = _t(language, "Bereidheid om samen te werken", "Willingness to cooperate")
    expected = (ScoreFigure("safe", _t(language, "Werelden: veilig", "Worlds: safe"), "430 van de 1.000 (±\u00a030)"),)
    label = _t(language, "Dezelfde besluiten in 1.000 werelden.", "The same decisions in 1,000 worlds.")
    strength = _t(language, "Dit rust op onze eigen aannames.", "This rests on our own assumptions.")
    return ScoreLine(
        id_,
        f"{name} {number}",
        _t(language, "Vroeg en gaf je, ook uit jezelf?", "Did you ask and give, also of your own accord?"),
        (figure, figure),
        expected if number % 2 else (),
        _t(language, "Gedeeld: 21 · Gevraagd: 4", "Shared: 21 · Asked: 4"),
        label if number % 2 else "",
        strength if number % 2 else "",
    )


def opened(line: str, language: Language) -> OpenedLine:
    """A line with its decisions."""
    number = int(line[-1])
    note = _t(
        language,
        "Zonder toestemming alleen voor zover de taak het nodig maakt. Weeg het per geval en leg het vast.",
        "Without consent only as far as the task makes it necessary. Weigh it case by case and record it.",
    )
    text = _t(
        language,
        "Politie vertelde Reclassering: De ex was eerder bij een ander in beeld.",
        "Police told Probation: The ex came up with somebody else before.",
    )
    rows = tuple(ScoreRow(entry, f"Week {entry}", text, (note,) if entry % 2 else ()) for entry in range(DECISIONS))
    numbers = (
        NumberRow(
            _t(language, "Weken met contact.", "Weeks with contact."),
            _t(language, "0,35 aandeel, tussen 0,2 en 0,5", "0.35 share, between 0.2 and 0.5"),
            _t(language, "eigen aanname", "own assumption"),
        ),
    )
    spread = _t(
        language,
        "Van de 18 keer delen mochten er 10 zeker. Met wie ruim leest mochten er 13.",
        "Of 18 shares, 10 were clearly lawful. A lenient reader calls 13 lawful.",
    )
    return OpenedLine(_line(language, line, number), rows, "", spread, numbers)


def turning(language: Language, chosen: int | None, *, is_early: bool = False) -> TurningPage:
    """Ten decisions, one of them opened."""
    note = _t(language, "Dit zegt wat te verwachten was.", "This says what could be expected.")
    if is_early:
        label = _t(language, "We spelen elk besluit na.", "Each decision is being played again.")
        return TurningPage((), label, note, False, None, None)
    six = roles(language)
    rows = tuple(
        TurningRow(
            number,
            _t(
                language,
                f"{number}. Wijkteam vertelt Politie: Een vriendin geeft dingen door (week {number})",
                f"{number}. Social team tells Police: A friend passes things on (week {number})",
            ),
            _t(
                language,
                "Dit had meer geholpen: Wijkteam zet in: advies. Schade 7,8 punten lager (±\u00a00,3).",
                "This would have helped more: advice. Harm 7.8 points lower (±\u00a00.3).",
            ),
            six[number % 6],
            True,
        )
        for number in range(1, DECISIONS + 1)
    )
    at = chosen or 1
    label = _t(language, "Elk besluit is 1.000 keer nagespeeld.", "Each decision was played again 1,000 times.")
    return TurningPage(rows, label, note, True, at, _detail(language, rows[at - 1].title, at))


def _detail(language: Language, title: str, week: int) -> TurningDetail:
    played = tuple(0.3 + 0.04 * (place % 9) for place in range(15 - week))
    other = tuple(value * 0.7 for value in played)
    harm = _t(language, "schade 7,8 lager (±\u00a00,3)", "harm 7.8 lower (±\u00a00.3)")
    calm = _t(language, "rust in 210 van de 1.000 (±\u00a08)", "calm in 210 of 1,000 (±\u00a08)")
    acts = (
        _t(language, "Wijkteam zet in: advies: geen contact, ook niet via anderen", "Social team: advice: no contact"),
        _t(language, "Wijkteam roept een overleg bijeen", "Social team calls a meeting"),
        _t(language, "Wijkteam doet niets", "Social team does nothing"),
    )
    return TurningDetail(
        title,
        f"week {week}",
        week,
        15,
        _t(language, "Zoals jullie besloten: rust in 158 van de 1.000.", "As you decided: calm in 158 of 1,000."),
        tuple(OtherChoice(each, harm, calm, "better") for each in acts),
        tuple(0.25 + 0.02 * place for place in range(week)),
        DangerLine(
            _t(language, "zoals jullie speelden", "as you played"),
            week + 1,
            played,
            tuple(value * 0.6 for value in played),
            tuple(min(1.0, value * 1.4) for value in played),
        ),
        DangerLine(_t(language, "anders: advies", "instead: advice"), week + 1, other),
        _t(language, "Daarna kon 86% nog zo.", "After that, 86% could still be so."),
    )
