"""The decisions behind a line of the score, each with how it is judged and what else can be defended."""

from collections.abc import Iterator
from itertools import pairwise

from tabletop.debrief.course_decisions import SCALE, turn_lines
from tabletop.debrief.course_weeks import week_lines
from tabletop.debrief.pages import CourseKind
from tabletop.debrief.score_log import ScoreLog
from tabletop.debrief.score_pages import ScoreRow
from tabletop.debrief.score_parts import Figure, Part
from tabletop.debrief.score_shares import Told
from tabletop.debrief.watching import Step
from tabletop.rules.judging import DEFENSIBLE, MEETING
from tabletop.view.pages import RuleNote
from tabletop.view.rule_notes import meeting_note, rule_note
from tabletop.view.words import Words, capital

OF_SHARES = ("lawful", "needed", "minimal")
"""Lines of the three scales, whose rows are all shares."""
KEPT = ("silences", "questions_ignored")
"""Figures that count what was not done, so that no decision tells it."""
WHOLE_CASE = ("ending", "hours_unused", "plan_worth", "needed_reached", "weeks_to_reach")
"""Figures of which every week or many entries are part: their rows would say nothing."""
IN_WEEKS: dict[str, CourseKind] = {
    "breaches": "incident", "breaches_answered": "incident", "measures_started": "measure", "steps_built": "measure",
    "measures_refused": "measure", "measures_in_plan": "measure", "victim_measures_started": "measure",
    "stalker_measures_started": "measure", "assessment_week": "measure", "assessments_after_change": "measure",
    "pattern_joined_week": "measure",
}  # fmt: skip
"""Which happenings of a week are told for a figure; of other figures only the weeks."""


def line_rows(words: Words, log: ScoreLog, line: str, figures: dict[str, Figure]) -> tuple[ScoreRow, ...]:
    """All rows of a line, in the order of the log; `figures` are those it is computed from."""
    rows: list[ScoreRow] = []
    weeks: dict[int, Step] = {}
    if line in OF_SHARES:
        rows += (_told_row(words, log, each, line) for each in log.told)
    for id_, figure in figures.items():
        if id_ in KEPT:
            rows += (_kept_row(words, log, id_, part) for part in figure.parts)
        elif line not in OF_SHARES and id_ not in WHOLE_CASE:
            rows += _figure_rows(words, log, id_, figure, weeks)
    rows += _runs(words, [weeks[number] for number in sorted(weeks)])
    once = {(row.entry, row.when, row.text): row for row in rows}
    return tuple(sorted(once.values(), key=lambda row: row.entry))


def _figure_rows(words: Words, log: ScoreLog, id_: str, figure: Figure, weeks: dict[int, Step]) -> Iterator[ScoreRow]:
    """Rows of a figure; weeks of which nothing else is told are put in `weeks`."""
    steps = {step.number: step for step in log.steps}
    for number in figure.entries:
        step = steps.get(number)
        if step is None:
            continue
        if step.after.week == step.before.week:
            yield from _decision_rows(words, step)
        elif id_ in IN_WEEKS:
            lines = (line for line in week_lines(words, step) if line.kind == IN_WEEKS[id_])
            yield from (ScoreRow(number, capital(words.week(step.after.week)), line.text) for line in lines)
        else:
            weeks[number] = step


def _decision_rows(words: Words, step: Step) -> Iterator[ScoreRow]:
    for line in turn_lines(words, [step]):
        notes = (capital(f"{line.note}."),) if line.note else ()
        yield ScoreRow(step.number, capital(words.week(step.before.week)), line.text, notes)


def _runs(words: Words, steps: list[Step]) -> Iterator[ScoreRow]:
    """Weeks that follow each other as one row."""
    if not steps:
        return
    cuts = [place for place, (one, other) in enumerate(pairwise(steps), 1) if other.after.week > one.after.week + 1]
    for start, end in zip([0, *cuts], [*cuts, len(steps)], strict=True):
        first, last = steps[start].after.week, steps[end - 1].after.week
        key = "score.week_row" if first == last else "score.weeks_row"
        yield ScoreRow(steps[start].number, words.messages.say(key, week=first, first=first, last=last), "")


def _kept_row(words: Words, log: ScoreLog, id_: str, part: Part) -> ScoreRow:
    """What was not told, or not answered, and by whom."""
    week = next((step.before.week for step in log.steps if step.number == part.entry), log.end.week)
    others = words.roles(part.others)
    if id_ != "silences":
        text = words.messages.say("score.ignored", role=words.short(part.role), others=others)
        return ScoreRow(part.entry, capital(words.week(week)), text)
    fact = words.fact_title(part.fact)
    text = words.messages.say("score.kept", role=words.short(part.role), fact=fact, others=others)
    return ScoreRow(
        part.entry,
        capital(words.week(week)),
        text,
        _rule(words, rule_note(words, part.role, part.others[0], part.fact)),
    )


def _told_row(words: Words, log: ScoreLog, told: Told, scale: str) -> ScoreRow:
    say = words.messages.say
    week = next(step.before.week for step in log.steps if step.number == told.number)
    other = say("score.the_table") if told.receiver == MEETING else words.short(told.receiver)
    text = say("score.told", role=words.short(told.giver), other=other, fact=words.fact_title(told.fact))
    verdict = say(f"score.{scale}.{SCALE[getattr(told, scale)]}")
    notes = (verdict, *_defence(words, told)) if scale == "lawful" else (verdict,)
    return ScoreRow(told.number, capital(words.week(week)), text, notes)


def _defence(words: Words, told: Told) -> Iterator[str]:
    """For what is grey: the grounds that can be defended; always what the rule says, with source and sureness."""
    say = words.messages.say
    if told.lawful == DEFENSIBLE:
        grounds = [words.text(words.case.pack.modes.grounds[ground].name) for ground in told.grounds]
        yield say("score.grounds", grounds=words.messages.listing(grounds)) if grounds else say("score.grounds_other")
        yield say("score.silence_defensible")
    at_table = told.receiver == MEETING
    note = (
        meeting_note(words, told.giver, told.fact)
        if at_table
        else rule_note(words, told.giver, told.receiver, told.fact)
    )
    yield from _rule(words, note)


def _rule(words: Words, note: RuleNote) -> tuple[str, ...]:
    answers = (words.messages.say("score.defensible", answer=answer) for answer in note.answers)
    return (note.text, f"{note.source} {note.sureness}", *answers)
