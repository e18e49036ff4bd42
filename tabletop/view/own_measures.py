"""The measures of one role at its desk: what it can take, what it cannot and why, what it agreed, what it knows."""

from collections.abc import Iterator

from tabletop.case.verbs import Need, Status, Verb
from tabletop.content.specs.measure import MeasureSpec
from tabletop.view.costs import row_quarters
from tabletop.view.pages import AgreementLine, Option
from tabletop.view.plan import agreement_line, measure_icon
from tabletop.view.seat import SeatView, facts_in
from tabletop.view.sentences import option
from tabletop.view.words import Words

UNDER_WAY = (Status.REQUESTED, Status.RUNNING)
NEED_WORDS = tuple(need.name.lower() for need in Need)


def measure_options(words: Words, view: SeatView, rows: list[int]) -> tuple[Option, ...]:
    """Every measure of the role: first what was agreed, then what is possible, last what is not, with the reason."""
    decisions = words.case.decisions
    first = int(decisions.first[view.role, Verb.MEASURE])
    block = range(first, first + int(decisions.count[view.role, Verb.MEASURE]))
    found = [_option(words, view, row, is_open=row in rows) for row in block]
    return tuple(sorted(found, key=lambda each: (bool(each.closed), not each.mark)))


def _option(words: Words, view: SeatView, row: int, *, is_open: bool) -> Option:
    measure = int(words.case.decisions.object[row])
    plain = option(words, row)
    return Option(
        id=plain.id,
        label=words.title(measure),
        cost=plain.cost,
        explanation=plain.explanation,
        mark=_agreed(words, view, measure),
        needs=needs_words(words, measure),
        caution=" ".join((*last_try(words, view, measure), *cautions(words, view, measure))) if is_open else "",
        closed="" if is_open else closed_words(words, view, row),
        icon=measure_icon(words, measure),
    )


def own_agreements(words: Words, view: SeatView) -> tuple[AgreementLine, ...]:
    """What the meeting agreed that this role would do, the first due first."""
    public = view.public
    mine = (public.agreement_owner[0] == view.role).nonzero()[0].tolist()
    in_time = sorted(mine, key=lambda measure: int(public.agreement_due[0, measure]))
    return tuple(agreement_line(words, public, measure) for measure in in_time)


def _agreed(words: Words, view: SeatView, measure: int) -> str:
    """'Afspraak: uiterlijk week 6', for an agreement of this role that is still to be kept."""
    if int(view.public.agreement_owner[0, measure]) != view.role:
        return ""
    line = agreement_line(words, view.public, measure)
    return "" if line.state == "kept" else words.say("measure.agreed", due=line.due)


def closed_words(words: Words, view: SeatView, row: int) -> str:
    """Why a measure of the role cannot be taken now, as far as it knows."""
    case, measure = words.case, int(words.case.decisions.object[row])
    status = Status(int(view.status[0, measure]))
    used, supply = int(view.used[0, measure]), int(case.measures.supply[measure])
    if status in UNDER_WAY:
        word = "requested" if status == Status.REQUESTED else "running"
        told = words.say(f"closed.{word}", week=max(int(view.starts[0, measure]), 0))
        return " ".join((told, *_in_vain(words, view, measure)))
    if used >= supply:
        return words.messages.count("closed.used", supply)
    hours, cost = max(int(view.hours[0]), 0), row_quarters(case, row)
    return words.say("closed.hours", cost=words.hours(cost), left=words.number_of_hours(hours))


def in_vain_words(words: Words, measure: int) -> str:
    """How somebody sees in the own work that a measure does not take: 'de gesprekken blijven kort en vlak'."""
    return words.say(f"in_vain.{words.measure_spec(measure).kind}")


def _in_vain(words: Words, view: SeatView, measure: int) -> Iterator[str]:
    if int(view.worked[0, measure]) == 0:
        yield words.say("measure.in_vain", how=in_vain_words(words, measure))


def last_try(words: Words, view: SeatView, measure: int) -> Iterator[str]:
    """Why the last try of the role itself was not granted."""
    if Status(int(view.status[0, measure])) == Status.REFUSED and view.mine[0, measure]:
        yield words.say("caution.last_try", why=lacked_words(words, int(view.lacked[0, measure])))


def lacked_words(words: Words, lacked: int) -> str:
    """Why a measure was not given: 'het bewijs was te dun'."""
    reasons = [words.say(f"lacked.{NEED_WORDS[need]}") for need in facts_in(lacked)]
    return words.messages.listing(reasons) if reasons else words.say("lacked.unknown")


def needs_words(words: Words, measure: int) -> str:
    """What has to be there before the measure starts; empty when nothing has to."""
    found = list(_needs(words, words.measure_spec(measure)))
    return words.say("needs.line", needs=words.messages.listing(found)) if found else ""


def _needs(words: Words, spec: MeasureSpec) -> Iterator[str]:
    needs = spec.needs
    for name in ("consent", "proof", "pattern", "picture", "breach", "shared_home"):
        if getattr(needs, name):
            yield words.say(f"needs.{name}")
    if needs.running:
        yield words.say("needs.running", measures=_either(words, needs.running))


def cautions(words: Words, view: SeatView, measure: int) -> Iterator[str]:
    """What the role itself knows that makes this measure pointless now."""
    needs = words.measure_spec(measure).needs
    if needs.consent and int(view.consent[0]) == 0:
        yield words.say("caution.consent")
    if needs.breach and not _knows_under_way(words, view, _bans(words)):
        yield words.say("caution.breach")
    if needs.shared_home and not words.case.pack.scenario.shared_home:
        yield words.say("caution.shared_home")
    if needs.running and not _knows_under_way(words, view, needs.running):
        yield words.say("caution.running", measures=_either(words, needs.running))


def has_under_way(view: SeatView) -> bool:
    """Whether the role knows of any measure that is asked for or runs."""
    return bool(((view.status[0] == Status.REQUESTED) | (view.status[0] == Status.RUNNING)).any())


def _bans(words: Words) -> tuple[str, ...]:
    pack = words.case.pack
    return tuple(name for name in words.case.measures.ids if pack.measures[name].kind == "ban")


def _knows_under_way(words: Words, view: SeatView, measures: tuple[str, ...]) -> bool:
    ids = words.case.measures.ids
    return any(Status(int(view.status[0, ids.index(name)])) in UNDER_WAY for name in measures if name in ids)


def _either(words: Words, measures: tuple[str, ...]) -> str:
    """Names of measures of this case, of which one is enough."""
    ids = words.case.measures.ids
    names = [words.say("needs.quoted", measure=words.measure(ids.index(name))) for name in measures if name in ids]
    return words.say("needs.or").join(names) if names else words.say("needs.another")
