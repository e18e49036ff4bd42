"""The session clock and the question for those who wait, as text: nothing of the case stands in either."""

from tabletop.content.messages import Messages, messages
from tabletop.content.specs.common import Language
from tabletop.session.clock import Reading, Standing, read, standing
from tabletop.session.playing import Play
from tabletop.session.timing import MINUTE, Plan, plan_of
from tabletop.view.pages import ClockOffer, ClockPage, ClockRow

BOXED = ("board", "meeting")
"""What the table does together, and how long it may still take."""


def clock_page(play: Play, spent: int, since: int, language: Language) -> ClockPage:
    """What the clock says when so many milliseconds have passed; `since` of them in the present moment."""
    plan, at = plan_of(play.case, play.setup, max(1, sum(play.sits))), standing(play)
    reading, words = read(plan, at, spent, since), messages(language)
    return ClockPage(
        part=words.say(f"clock.part_{reading.part}"),
        left=_left(reading, words),
        pace=reading.pace if reading.part == "play" else "on_time",
        pace_label=_pace(reading, words),
        hint=_hint(at, reading, words),
        rows=_rows(plan, at, reading, words),
        offer=_offered(reading, plan, words),
    )


def set_up_page(spent: int, minutes: float, language: Language) -> ClockPage:
    """The clock while people take their seats, before there is a session."""
    words = messages(language)
    left = round(minutes * MINUTE) - spent
    reading = Reading("set_up", spent, left, 0, left, None)
    return ClockPage(words.say("clock.part_set_up"), _left(reading, words), "on_time", "", "", (), None)


def waiting_question(play: Play, language: Language) -> str:
    """A question from the card of a role that waits: which one follows from round and turn alone. Empty for none."""
    moment = play.moment
    if moment.kind not in ("board", "turn", "answer") or moment.role is None:
        return ""
    roles = [seat.role for number, seat in enumerate(play.seats) if play.sits[number] and seat.role != moment.role]
    before = [role for role in roles if play.number_of(role) < play.number_of(moment.role)]
    role = roles[len(before) % len(roles)] if roles else moment.role
    questions = play.case.pack.roles[role].waiting_questions
    return questions[moment.round % len(questions)].in_language(language) if questions else ""


def _minutes(time: int) -> int:
    """Whole minutes, begun ones counted: with half a minute left there is a minute left."""
    return -(-time // MINUTE)


def _left(reading: Reading, words: Messages) -> str:
    if reading.part == "over":
        return ""
    return words.count("clock.left", _minutes(reading.left)) if reading.left > 0 else words.say("clock.over")


def _pace(reading: Reading, words: Messages) -> str:
    if reading.part != "play":
        return ""
    minutes = max(1, round(abs(reading.slack) / MINUTE))
    return words.say("clock.on_time") if reading.pace == "on_time" else words.count(f"clock.{reading.pace}", minutes)


def _hint(at: Standing, reading: Reading, words: Messages) -> str:
    if reading.part != "play" or at.kind not in BOXED:
        return ""
    minutes = _minutes(reading.box)
    return words.count(f"clock.box_{at.kind}", minutes) if minutes > 0 else words.say(f"clock.box_{at.kind}_over")


def _rows(plan: Plan, at: Standing, reading: Reading, words: Messages) -> tuple[ClockRow, ...]:
    """The programme: each part with the minute in which it should end."""
    rounds = [(f"round{number}", plan.round_ends(number)) for number in range(plan.rounds)]
    parts = [("set_up", plan.set_up), *rounds, ("debrief", plan.debrief_ends), ("close", plan.ends)]
    now = f"round{at.round}" if reading.part == "play" else reading.part
    names = [name for name, _ in parts]
    place = names.index(now) if now in names else len(names)
    return tuple(
        ClockRow(
            words.say("clock.round", number=which) if name.startswith("round") else words.say(f"clock.part_{name}"),
            words.say("clock.until", minute=_minutes(ends)),
            "done" if which < place else "now" if which == place else "later",
        )
        for which, (name, ends) in enumerate(parts)
    )


def _offered(reading: Reading, plan: Plan, words: Messages) -> ClockOffer | None:
    offer = reading.offer
    if offer is None:
        return None
    what = "no_round" if offer == "now" and reading.left > MINUTE else offer
    text = words.say(f"clock.offer_{what}", minutes=plan.debrief // MINUTE)
    return ClockOffer(offer, text, words.say(f"clock.take_{offer}"))
