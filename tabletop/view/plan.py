"""The plan and the measures that the board knows."""

from typing import Literal

from tabletop.case.verbs import Status, Task
from tabletop.rules.plan import is_kept
from tabletop.view.pages import AgreementLine, MeasureLine, PlanPage, Route, RouteStop
from tabletop.view.public import PublicView
from tabletop.view.words import Words

LEADS = {"process_lead": Task.PROCESS_LEAD, "case_lead": Task.CASE_LEAD}
AgreementState = Literal["open", "kept", "late"]


def plan_page(words: Words, public: PublicView) -> PlanPage:
    """Leads, agreements and measures."""
    tasks = public.tasks[0].tolist()
    return PlanPage(
        process_lead=words.find_badge(tasks[Task.PROCESS_LEAD]),
        case_lead=words.find_badge(tasks[Task.CASE_LEAD]),
        tells_victim=words.find_badge(tasks[Task.TELLS_VICTIM]),
        tells_stalker=words.find_badge(tasks[Task.TELLS_STALKER]),
        agreements=tuple(
            agreement_line(words, public, measure) for measure in (public.agreement_owner[0] >= 0).nonzero()[0].tolist()
        ),
        measures=tuple(
            MeasureLine(
                words.title(measure),
                line,
                words.find_badge(int(public.decided_by[0, measure])),
                measure_icon(words, measure),
            )
            for measure in range(len(words.case.measures.ids))
            if (line := measure_state(words, public, measure))
        ),
        route=route(words, public),
    )


def route(words: Words, public: PublicView) -> Route:
    """Where the case is, with a lead or with each organisation alone, and where it can go from there."""
    tasks = public.tasks[0].tolist()
    leads = {name: tasks[task] for name, task in LEADS.items() if tasks[task] >= 0}
    at = next(iter(leads), "alone")
    here = [RouteStop(words.say(f"mark.{name}"), words.badge(role)) for name, role in leads.items()]
    return Route(
        here=tuple(here) or (RouteStop(words.say("route.alone"), None),),
        due=_first_due(words, public),
        up=words.say(f"route.up_from_{at}"),
        down="" if at == "alone" else words.say(f"route.down_from_{at}"),
    )


def _first_due(words: Words, public: PublicView) -> str:
    measures = (public.agreement_owner[0] >= 0).nonzero()[0].tolist()
    still = [measure for measure in measures if agreement_state(public, measure) == "open"]
    if not still:
        return ""
    first = min(still, key=lambda measure: int(public.agreement_due[0, measure]))
    line = agreement_line(words, public, first)
    return words.say("route.due", role=line.owner.short, due=line.due)


def measure_icon(words: Words, measure: int) -> str:
    """The picture of a measure; what is drawn for its kind stands in for one that has none of its own."""
    return f"measure_{words.measure_spec(measure).kind}/{words.case.measures.ids[measure]}"


def agreement_line(words: Words, public: PublicView, measure: int) -> AgreementLine:
    """One agreement: what, who, when, and whether it was kept."""
    state = agreement_state(public, measure)
    due = words.say("plan.due", week=int(public.agreement_due[0, measure]))
    owner = words.badge(int(public.agreement_owner[0, measure]))
    return AgreementLine(words.title(measure), owner, due, state, words.say(f"plan.{state}"))


def agreement_state(public: PublicView, measure: int) -> AgreementState:
    """Kept once its owner has started the measure by the due week."""
    if is_kept(public)[0, measure]:
        return "kept"
    return "late" if public.week > int(public.agreement_due[0, measure]) else "open"


def measure_state(words: Words, public: PublicView, measure: int) -> str:
    """Where a measure stands as far as the board knows; empty for what it does not know."""
    status = Status(int(public.status[0, measure]))
    starts, ends = int(public.starts[0, measure]), int(public.ends[0, measure])
    if status == Status.REQUESTED:
        return words.say("measure.requested", week=starts)
    if status == Status.RUNNING and ends < 0:
        return words.say("measure.running")
    if status == Status.RUNNING:
        return words.say("measure.running_weeks", weeks=words.weeks(max(0, ends - public.week)))
    if status == Status.NONE:
        return ""
    return words.say("measure.ended" if status == Status.ENDED else "measure.refused")
