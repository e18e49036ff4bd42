"""What partners without a player decide: by their policy, from their own views, through entries like any other."""

from tabletop.case.arrays import Bits
from tabletop.case.verbs import Extent, Ground, Way
from tabletop.policy import PARTNER, POLICIES
from tabletop.policy.base import luck_of
from tabletop.policy.table import BRING_PLACE, REPLY_PLACE, STANCE_PLACE
from tabletop.rules.choice import Choice
from tabletop.session.entries import Entry
from tabletop.session.playing import Play
from tabletop.view.options import is_possible
from tabletop.view.seat import facts_in

POLICY = POLICIES[PARTNER]


def partner_entry(play: Play) -> Entry:
    """The next entry of the partner whose turn it is: a reply, a decision, something it brings, or the end."""
    role = play.queue[0]
    found = _reply(play, role) or (_turn(play, role) if play.moment.kind == "turn" else None) or _brings(play, role)
    return found or Entry("turn_ended", role=play.case.roles[role])


def stance_entry(play: Play) -> Entry | None:
    """The next partner at the table that commits or objects; None when none does."""
    for role, name in enumerate(play.case.roles):
        if play.seat_of(name) is None and play.public.table[0, role] and not play.public.stance[0, role]:
            luck = luck_of(play.case, play.state, POLICY.name, role, STANCE_PLACE)
            choice = POLICY.stance(play.case, play.view_of(role), luck)
            if int(choice.row[0]) >= 0:
                return Entry("decided", name, decision=play.case.decisions.ids[int(choice.row[0])])
    return None


def _reply(play: Play, role: int) -> Entry | None:
    if not play.state.questions[0, role].any():
        return None
    place = REPLY_PLACE + len(play.taken)
    choice = POLICY.reply(play.case, play.view_of(role), luck_of(play.case, play.state, POLICY.name, role, place))
    return _entry(play, role, choice)


def _turn(play: Play, role: int) -> Entry | None:
    view = play.view_of(role)
    place = play.decisions_a_turn - int(view.acts[0])
    if place >= play.decisions_a_turn:
        return None
    return _entry(play, role, POLICY.turn(play.case, view, luck_of(play.case, play.state, POLICY.name, role, place)))


def _brings(play: Play, role: int) -> Entry | None:
    view = play.view_of(role)
    luck = luck_of(play.case, play.state, POLICY.name, role, BRING_PLACE)
    wanted: Bits = POLICY.bring(play.case, view, luck) & ~view.brought
    for fact in facts_in(int(wanted[0])):
        decision = f"{play.case.roles[role]}/bring/{play.case.facts.ids[fact]}"
        if is_possible(play.case, view, play.case.decisions.row[decision]):
            return Entry("decided", play.case.roles[role], decision=decision)
    return None


def _entry(play: Play, role: int, choice: Choice) -> Entry | None:
    row = int(choice.row[0])
    if row < 0:
        return None
    return Entry(
        "decided",
        role=play.case.roles[role],
        decision=play.case.decisions.ids[row],
        ground=Ground(int(choice.ground[0])).name.lower(),
        extent=Extent(int(choice.extent[0])).name.lower(),
        way=Way(int(choice.way[0])).name.lower(),
    )
