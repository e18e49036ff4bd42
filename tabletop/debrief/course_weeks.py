"""What happened while a week passed: script, facts, incidents, breaches, measures, phases."""

from collections.abc import Iterator

from tabletop.case.conditions import PHASES, STAGES
from tabletop.case.verbs import Need, Status
from tabletop.content.specs.scoring import PhaseSpec, StageSpec
from tabletop.debrief.knowing import bits
from tabletop.debrief.lines import EVERYBODY, Line
from tabletop.debrief.watching import Step
from tabletop.rules.running import running_bits
from tabletop.view.incidents import incident_icon, inject_icon
from tabletop.view.own_measures import in_vain_words
from tabletop.view.plan import measure_icon
from tabletop.view.public import shown_measures
from tabletop.view.seat import see_seat
from tabletop.view.words import Words

_SEEN_BREACH = 2
_STATUS_WORDS = {Status.RUNNING: "started", Status.ENDED: "ended", Status.REFUSED: "refused"}


def week_lines(words: Words, step: Step) -> Iterator[Line]:
    """Give the lines of one week, in the order in which a reader wants them."""
    yield from _script(words, step)
    yield from _incident(words, step)
    yield from _breach(words, step)
    yield from _measures(words, step)
    yield from _facts(words, step)
    yield from _phases(words, step)


def _script(words: Words, step: Step) -> Iterator[Line]:
    for inject in bits(int(step.after.fired[0]) & ~int(step.before.fired[0])):
        spec = words.case.pack.scenario.injects[inject]
        text = spec.title if spec.news is None else spec.news
        away = sum(effect.quiet or 0 for effect in spec.effects)
        note = words.say("course.away", week=step.after.week + away) if away else ""
        known_to: frozenset[int] | None = EVERYBODY if spec.news is not None else frozenset()
        yield Line(words.text(text), "script", known_to, note, inject_icon(words, inject))


def _incident(words: Words, step: Step) -> Iterator[Line]:
    after = step.after
    kind = int(after.incident[0])
    if kind >= 0:
        heard = frozenset(int(role) for role in (after.heard[0] > step.before.heard[0]).nonzero()[0])
        spec = words.case.pack.incidents.incidents[kind]
        noticed, told = int(after.noticed[0]), int(after.reports[0])
        key = "course.incident_reported" if told else "course.incident_kept"
        text = words.say(key, incident=words.text(spec.name), noticed=noticed, told=told)
        yield Line(text, "incident", heard, icon=incident_icon(spec.id))
    if bool(step.before.active[0]) != bool(after.active[0]):
        stopped = bool(step.before.active[0])
        note = _why_stopped(words, step) if stopped else ""
        yield Line(words.say("course.stopped" if stopped else "course.came_back"), "incident", frozenset(), note)


def _why_stopped(words: Words, step: Step) -> str:
    """What made stopping likelier than at the start, as the rules of the game count it; or that nothing did."""
    state, engine = step.before, words.case.engine
    start, variant = engine.variants.levels, int(step.before.variant[0])
    weighed = {
        "belief": float(state.belief[0]) > float(start["belief"][variant]),
        "supervision": bool(int(running_bits(words.case, state)[0]) & int(engine.effects.supervision)),
        "plan": float(state.plan[0]) > 0.0,
        "contact": float(state.contact[0]) < float(start["contact"][variant]),
    }
    reasons = [words.say(f"course.stopped_by.{word}") for word, counts in weighed.items() if counts]
    if not reasons:
        return words.say("course.stopped_by.nothing")
    return words.say("course.stopped_because", why=words.messages.listing(reasons))


def _breach(words: Words, step: Step) -> Iterator[Line]:
    breach = int(step.after.breach[0])
    roles = words.case.pack.roles
    police = frozenset(role for role, name in enumerate(words.case.roles) if roles[name].column == "POL")
    if breach == _SEEN_BREACH:
        yield Line(words.say("course.breach_seen"), "incident", police)
    elif breach:
        yield Line(words.say("course.breach_unseen"), "incident", frozenset())
    if step.after.answered[0]:
        yield Line(words.say("course.breach_answered"), "incident", police)
    if step.after.unanswered[0] > step.before.unanswered[0]:
        yield Line(words.say("course.breach_unanswered"), "incident", frozenset())


def _measures(words: Words, step: Step) -> Iterator[Line]:
    before, after = step.before, step.after
    for measure in (before.status[0] != after.status[0]).nonzero()[0].tolist():
        word = _STATUS_WORDS.get(Status(int(after.status[0, measure])))
        if word is None:
            continue
        note = ""
        if word == "started" and not after.took[0, measure]:
            word, note = "started_in_vain", _noticed(words, step, measure)
        text = words.say(f"course.{word}", measure=words.title(measure), why=_why(words, int(after.lacked[0, measure])))
        yield Line(text, "measure", _knowing(words, step, measure), note, measure_icon(words, measure))


def _noticed(words: Words, step: Step, measure: int) -> str:
    """How who took it could see that it did not take; as it stood on the own desk."""
    role = int(step.after.decided_by[0, measure])
    if role < 0 or see_seat(words.case, step.after, role).worked[0, measure] < 0:
        return ""
    return words.say("course.noticed", role=words.short(role), how=in_vain_words(words, measure))


def _why(words: Words, lacked: int) -> str:
    reasons = [words.say(f"lacked.{Need(need).name.lower()}") for need in bits(lacked)]
    return words.messages.listing(reasons) if reasons else words.say("lacked.unknown")


def _knowing(words: Words, step: Step, measure: int) -> frozenset[int] | None:
    """The decider knows, and everybody does when the board shows it."""
    if shown_measures(words.case, step.after)[0, measure]:
        return EVERYBODY
    role = int(step.after.decided_by[0, measure])
    return frozenset({role}) if role >= 0 else frozenset()


def _facts(words: Words, step: Step) -> Iterator[Line]:
    for fact in bits(int(step.after.appeared[0]) & ~int(step.before.appeared[0])):
        knowing = [role for role in range(len(words.case.roles)) if int(step.after.knows[0, role]) >> fact & 1]
        text = words.say("course.fact", roles=words.roles(tuple(knowing)), fact=words.fact_title(fact))
        yield Line(text, "fact", frozenset(knowing))


def _phases(words: Words, step: Step) -> Iterator[Line]:
    phases: dict[str, PhaseSpec] = {spec.id: spec for spec in words.case.pack.phases.phases}
    for phase in bits(int(step.after.phases[0]) & ~int(step.before.phases[0])):
        yield Line(words.say("course.phase", phase=words.text(phases[PHASES[phase]].name)), "phase", frozenset())
    stages: dict[str, StageSpec] = {spec.id: spec for spec in words.case.pack.phases.stages}
    for stage in bits(int(step.after.stages[0]) & ~int(step.before.stages[0])):
        yield Line(words.say("course.stage", stage=words.text(stages[STAGES[stage]].name)), "phase", frozenset())
