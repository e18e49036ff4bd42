"""How long the parts of a session take for slow readers, and the plan of a session made of that, in milliseconds."""

from dataclasses import dataclass, replace

from tabletop.case.case import Case
from tabletop.content.specs.formats import FormatSpec, PaceSpec
from tabletop.session.entries import Reading, SetUp

SECOND = 1_000
MINUTE = 60 * SECOND


@dataclass(frozen=True, slots=True)
class Spell:
    """What the table does together: how long it should have, and the least that it needs."""

    full: int
    least: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The time of one session: four parts that add up, and what a round needs with so many seats."""

    set_up: int
    play: int
    debrief: int
    close: int
    rounds: int
    seats: int
    meetings: int
    """Meetings that the plan counts on."""
    turns: tuple[int, int]
    """A turn in the first round, and in one after it."""
    brief_turns: tuple[int, int]
    """The same with one decision."""
    answer: int
    """A short turn to answer a question."""
    answers: int
    """All short turns of a round, as many as usual."""
    board: Spell
    meeting: Spell
    weeks: Spell
    reserve: int
    """Kept free in the plan, for turns that take long."""
    margin: int
    """Kept free when the last turn begins, so that it never has to be cut off."""
    grace: int
    """Of the closing: the last turns may take it, so that none is cut off."""
    spared: int
    """Time of the turns that a round can miss and still be worth starting."""

    @property
    def play_ends(self) -> int:
        """When the debrief begins at the latest."""
        return self.set_up + self.play

    @property
    def debrief_ends(self) -> int:
        """When the table closes."""
        return self.play_ends + self.debrief

    @property
    def ends(self) -> int:
        """The whole session."""
        return self.debrief_ends + self.close

    def round_ends(self, number: int) -> int:
        """When a round, counted from 0, should be over."""
        return self.set_up + self.play * (number + 1) // self.rounds

    def turn(self, number: int, *, brief: bool = False) -> int:
        """A turn in a round, counted from 0."""
        return (self.brief_turns if brief else self.turns)[min(number, 1)]

    def round_needs(self, number: int, *, least: bool, meeting: bool) -> int:
        """What a whole round takes; at the least, a turn has one decision."""
        spells = [self.board, self.weeks, *([self.meeting] if meeting else [])]
        turns = self.seats * self.turn(number, brief=least)
        return sum(each.least if least else each.full for each in spells) + turns + self.answers


def reading(pace: PaceSpec, words: float) -> int:
    """How long a slow reader needs for so many words."""
    return round(words / pace.words_a_minute.value * MINUTE)


def turn_takes(pace: PaceSpec, words: float, decisions: int) -> int:
    """A turn: the laptop is handed over, what is new is read, decisions are taken."""
    taps = pace.hand_over_seconds.value + decisions * pace.decision_seconds.value
    return round((taps * SECOND + reading(pace, words)) * pace.spread.value)


def plan_for(format_: FormatSpec, pace: PaceSpec, seats: int, rounds: int, reading_way: Reading = "paper") -> Plan:
    """The plan of a session in this format with so many seats and rounds.

    A set-up that takes longer than the format gives it, because dossiers are read in turn, comes off play. Where all
    parts at full length are more than there is time for play, what can be shorter is, evenly.
    """
    answer = turn_takes(pace, pace.question_words.value, 1)
    words = (pace.first_turn_words.value, pace.turn_words.value)
    decisions = format_.decisions_for(seats)
    brief = (turn_takes(pace, words[0], 1), turn_takes(pace, words[1], 1))
    share = format_.round
    plan = Plan(
        set_up=_ms(format_.set_up),
        play=_ms(format_.play),
        debrief=_ms(format_.debrief),
        close=_ms(format_.close),
        rounds=rounds,
        seats=seats,
        meetings=min(format_.meetings, rounds),
        turns=(turn_takes(pace, words[0], decisions), turn_takes(pace, words[1], decisions)),
        brief_turns=brief,
        answer=answer,
        answers=round(pace.answers.value * answer),
        board=Spell(_ms(share.board), _ms(share.board_least)),
        meeting=Spell(_ms(share.meeting), _ms(share.meeting_least)),
        weeks=Spell(_ms(share.weeks), _ms(share.weeks_least)),
        reserve=_ms(format_.reserve),
        margin=_ms(format_.margin),
        grace=_ms(format_.grace),
        spared=round(seats * brief[1] * (1 - pace.worth_starting.value)),
    )
    later = max(0, set_up_takes(pace, seats, reading_way) - plan.set_up)
    return replace(_fitting(plan), set_up=plan.set_up + later, play=plan.play - later)


def _fitting(plan: Plan) -> Plan:
    """The plan with its spells as long as the time for play allows, and no shorter than they need."""
    times = {"board": plan.rounds, "weeks": plan.rounds, "meeting": plan.meetings}
    spells: dict[str, Spell] = {name: getattr(plan, name) for name in times}
    room = sum(times[name] * (spell.full - spell.least) for name, spell in spells.items())
    turns = sum(plan.seats * plan.turn(number) + plan.answers for number in range(plan.rounds))
    lack = turns + sum(times[name] * spell.full for name, spell in spells.items()) - (plan.play - plan.reserve)
    if lack <= 0 or room <= 0:
        return plan
    part = min(1.0, lack / room)
    shorter = {name: Spell(round(s.full - part * (s.full - s.least)), s.least) for name, s in spells.items()}
    return replace(plan, board=shorter["board"], weeks=shorter["weeks"], meeting=shorter["meeting"])


def set_up_takes(pace: PaceSpec, seats: int, reading_way: Reading) -> int:
    """The time from the first name to the last dossier, for slow readers."""
    decisions = (seats + pace.set_up_choices.value) * pace.decision_seconds.value
    hand_over = pace.hand_over_seconds.value
    words = {"laptop": pace.dossier_words, "short": pace.short_words}.get(reading_way)
    if words is None:
        hands = seats * hand_over / pace.papers.value
        read = reading(pace, pace.dossier_words.value + pace.card_words.value) * pace.slowest.value
    else:
        hands, read = seats * hand_over, seats * reading(pace, words.value)
    return round((decisions + hands) * SECOND + reading(pace, pace.note_words.value) + read)


def fits(format_: FormatSpec, pace: PaceSpec, seats: int, rounds: int, reading_way: Reading) -> bool:
    """Whether slow readers get through all rounds: with everything at its shortest there is still time to spare."""
    return to_spare(format_, pace, seats, rounds, reading_way) >= _ms(pace.to_spare.value)


def to_spare(format_: FormatSpec, pace: PaceSpec, seats: int, rounds: int, reading_way: Reading) -> int:
    """What is over when everything is at its shortest; below zero when even that is too long."""
    plan = plan_for(format_, pace, seats, rounds)
    needs = sum(plan.round_needs(number, least=True, meeting=number < plan.meetings) for number in range(rounds))
    return plan.play_ends - set_up_takes(pace, seats, reading_way) - needs


def rounds_that_fit(format_: FormatSpec, pace: PaceSpec, seats: int, rounds: int, reading_way: Reading) -> int:
    """How many rounds of so many slow readers get through; 0 when not even one."""
    fitting = (count for count in range(rounds, 0, -1) if fits(format_, pace, seats, count, reading_way))
    return next(fitting, 0)


def usual_reading(format_: FormatSpec, pace: PaceSpec, seats: int, rounds: int) -> Reading:
    """How dossiers are best read at the laptop: whole where that fits in the time, else goal and facts first."""
    is_easy = to_spare(format_, pace, seats, rounds, "laptop") >= _ms(pace.comfortable.value)
    return "laptop" if is_easy else "short"


def plan_of(case: Case, setup: SetUp, seats: int) -> Plan:
    """The plan of a session that was set up, with the seats that are taken now."""
    formats = case.pack.formats
    return plan_for(formats.find(setup.format), formats.pace, seats, len(case.round_weeks), setup.reading)


def _ms(minutes: float) -> int:
    return round(minutes * MINUTE)
