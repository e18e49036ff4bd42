"""*Score*: never one number. Safety, information and the three levels side by side, each with what lies behind.

Nothing is averaged over lines: the page has figures and no mark.
"""

from collections.abc import Iterator, Mapping, Sequence

from tabletop.content.specs.common import Language
from tabletop.content.specs.scoring import FigureSpec, RubricLineSpec
from tabletop.debrief.score_figures import log_figures
from tabletop.debrief.score_log import ScoreLog
from tabletop.debrief.score_pages import NumberRow, OpenedLine, ScoreFigure, ScoreLine, ScorePage, ScoreSection
from tabletop.debrief.score_parts import Figure
from tabletop.debrief.score_rows import OF_SHARES, line_rows
from tabletop.debrief.score_values import log_figure, world_figure
from tabletop.debrief.score_worlds import WorldScore
from tabletop.debrief.watching import Watched
from tabletop.rules.judging import DEFENSIBLE, YES
from tabletop.view.words import Words, capital

__all__ = ["LEVELS", "Score", "ScorePage"]

LEVELS = ("safety", "inspection", "information", "individual", "organisation", "chain")
"""The sections, in the order in which they are shown."""


class Score:
    """The score of a session: counted once, told in any language. `worlds` may come later."""

    def __init__(self, watched: Watched | ScoreLog, worlds: WorldScore | None = None) -> None:
        self.log = watched if isinstance(watched, ScoreLog) else ScoreLog(watched)
        self.figures: Mapping[str, Figure] = log_figures(self.log)
        self.worlds = worlds

    def page(self, language: Language) -> ScorePage:
        """All sections with their lines."""
        words = Words(self.log.case, language)
        lines = self.log.case.pack.rubric.lines
        sections = (
            ScoreSection(
                level,
                words.messages.say(f"score.level.{level}"),
                words.messages.say(f"score.level_text.{level}"),
                tuple(self._line(words, spec) for spec in lines if spec.level == level),
            )
            for level in LEVELS
        )
        return ScorePage(tuple(section for section in sections if section.lines), self._label(words))

    def opened(self, line: str, language: Language) -> OpenedLine:
        """One line with the decisions behind it. Raises `KeyError` for a line that the rubric does not have."""
        words = Words(self.log.case, language)
        spec = {each.id: each for each in self.log.case.pack.rubric.lines}[line]
        figures = {id_: self.figures[id_] for id_ in spec.computed_from if id_ in self.figures}
        rows = line_rows(words, self.log, line, figures)
        return OpenedLine(
            self._line(words, spec),
            rows,
            "" if rows else words.messages.say("score.no_rows_all" if spec.expected_from else "score.no_rows"),
            self._range(words, line),
            tuple(self._numbers(words, spec)),
        )

    def _label(self, words: Words) -> str:
        if self.worlds is None:
            return words.messages.say("score.counting")
        followed = words.messages.percent(self.worlds.followed)
        return words.messages.say("score.worlds", worlds=words.messages.number(self.worlds.worlds), followed=followed)

    def _line(self, words: Words, spec: RubricLineSpec) -> ScoreLine:
        happened = tuple(self._told(words, spec.computed_from))
        expected = tuple(self._told(words, spec.expected_from))
        waits = bool(spec.expected_from) and self.worlds is None
        say = words.messages.say
        return ScoreLine(
            id=spec.id,
            name=capital(words.text(spec.name)),
            question=words.text(spec.question),
            happened=happened,
            expected=expected,
            headline=" · ".join(_headline(words, happened, expected)),
            expected_label=say("score.counting") if waits else self._label(words) if spec.expected_from else "",
            strength=say(f"score.strength.{spec.strength}") if spec.expected_from else "",
        )

    def _told(self, words: Words, ids: tuple[str, ...]) -> Iterator[ScoreFigure]:
        specs: Mapping[str, FigureSpec] = {each.id: each for each in self.log.case.pack.rubric.figures}
        estimates = {} if self.worlds is None else self.worlds.figures
        for id_ in ids:
            if id_ in self.figures:
                yield log_figure(words, specs[id_], self.figures[id_])
            elif id_ in estimates:
                yield world_figure(words, specs[id_], estimates[id_])

    def _range(self, words: Words, line: str) -> str:
        """How many shares can be called so at least and at most: what is defensible lies in between."""
        if line not in OF_SHARES or not self.log.told:
            return ""
        found = [getattr(told, line) for told in self.log.told]
        least, grey = found.count(YES), found.count(DEFENSIBLE)
        key = "score.range" if grey else "score.range_none"
        return words.messages.say(f"{key}.{line}", least=least, most=least + grey, all=len(found), grey=grey)

    def _numbers(self, words: Words, spec: RubricLineSpec) -> Iterator[NumberRow]:
        for id_ in spec.numbers:
            number = self.log.case.pack.numbers[id_]
            values = {name: _short(words, getattr(number, name)) for name in ("value", "low", "high")}
            yield NumberRow(
                words.text(number.meaning),
                words.messages.say("score.number", unit=words.text(number.unit), **values),
                self._source(words, number.source, number.strength),
            )

    def _source(self, words: Words, id_: str, strength: str) -> str:
        source = self.log.case.pack.references.get(id_)
        if source is None or id_ == "design":
            return words.messages.say("score.strength_word.design")
        word = words.messages.say(f"score.strength_word.{strength}")
        return words.messages.say("score.source", source=source.title, strength=word)


def _headline(words: Words, happened: Sequence[ScoreFigure], expected: Sequence[ScoreFigure]) -> Iterator[str]:
    """What happened, and the first of what could be expected."""
    say = words.messages.say
    yield from (say("score.figure", name=each.name, value=each.value) for each in happened)
    if expected:
        yield say("score.headline_expected", value=expected[0].value)


def _short(words: Words, value: float) -> str:
    """A number without zeros at its end."""
    digits = next((digits for digits in range(4) if round(value, digits) == round(value, 6)), 4)
    return words.messages.number(value, digits)
