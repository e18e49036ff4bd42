"""The state of a case: one array per variable, worlds axis first.

A state is never changed; a rule returns a new one that shares what did not change. Levels lie between 0 and 1 unless
said, and are quantised to fixed steps after each week, so that a world is the same alone and among ten thousand.
`N` worlds, `R` roles, `M` measures.
"""

from dataclasses import dataclass, fields
from typing import Any

from tabletop.case.arrays import Bits, Bools, Real, Small, Weeks, Worlds


@dataclass(frozen=True, eq=False)
class State:
    """Where a case stands, in `N` worlds at once."""

    # where and when (the same in all worlds)
    seed: int
    week: int
    """Weeks that have passed."""
    round: int
    """Round that is played, from 0."""

    worlds: Worlds  # [N] number of the world, which keys every draw

    # the stalker
    variant: Small  # [N] hidden man or woman of this session
    active: Bools  # [N] the episode runs
    drive: Real
    fixation: Real
    belief: Real  # that a consequence follows
    ladder: Real
    pace: Real  # [N] how fast this one climbs and flares up: 1 on average, the same all his life
    trigger: Real  # impulse, fades
    weeks_quiet: Weeks  # [N] weeks without contact
    quiet_until: Weeks  # [N] the script keeps him away until this week
    episode: Small  # [N] how often he stopped or came back: keys the next clock
    since: Weeks  # [N] week in which he last stopped or came back
    clock: Real  # [N] hazard still to run before he stops or comes back
    rate: Real  # [N] contacts to be expected in the week that passed

    # the victim
    strength: Real
    trust: Real  # in the chain
    contact: Real  # answers, takes back
    awareness: Real
    burden: Real
    consents: Small  # [N] what she or he said last: -1 not asked, 0 no, 1 yes
    consent_then: Real  # [N] how likely a yes was when it was said
    consent_heard: Small  # [N, R] what each role heard when it last asked: -1 not asked, 0 no, 1 yes

    # evidence
    proof: Real
    pattern: Real

    # the network
    knows: Bits  # [N, R] facts a role knows
    signals: Bits  # [N, R] facts of which a role only knows that there is something
    post: Bits  # [N, R] written shares on their way to a role
    post_signals: Bits  # [N, R] the same for written signals, which tell less
    told: Bits  # [N, R, R] facts that the first role has told the second (a seat sees its own row)
    recorded: Bits  # [N] facts that were shared in writing
    appeared: Bits  # [N] facts that have come to their holders
    role_trust: Real  # [N, R, R] directed
    overload: Real  # [N, R] work beyond the hours, carried over
    hours: Weeks  # [N, R] quarter hours left this round
    acts: Small  # [N, R] decisions left this turn
    questions: Small  # [N, R, R] topics (bits) asked of the first role by the second, open
    post_questions: Small  # [N, R, R] written questions on their way
    talked: Bools  # [N, R, R] spoke with each other this round (symmetric)
    needless: Weeks  # [N] copies that nobody needed
    scaled: Small  # [N] how often the case was scaled up
    let_go: Small  # [N] 0, or 1 scaled down without, 2 with a checked reason
    waiting: Bools  # [N, R] waits in a controlled way this round

    # measures
    status: Small  # [N, M] case.verbs.Status
    decided_by: Small  # [N, M] role, or -1
    starts: Weeks  # [N, M] week in which it starts or started, -1
    ends: Weeks  # [N, M] week in which it ends or ended, -1
    took: Bools  # [N, M] it works
    attempts: Small  # [N, M]
    lacked: Small  # [N, M] when refused: bits of case.verbs.Need that were not met, told to the decider
    past: Small  # [N, R, M] a role's own last try that another has since followed: -1 ended, else what it lacked
    assessed: Small  # [N] stage changes when he was last assessed: an assessment holds until the next change
    came_upon: Bits  # [N, R] measures of others that a role came upon when it wanted to take them itself
    ban_force: Real  # [N] what is left of the force of bans after unanswered breaches
    breach_weeks: Weeks  # [N] oldest noticed breach not answered: -1 none, 0 no turn since, else weeks since that turn

    # the meeting and its plan
    caller: Small  # [N] role that called a meeting this round, -1
    table: Bools  # [N, R] sits (or sat) at the last meeting
    brought: Bits  # [N, R] facts picked for the meeting
    joint: Bits  # [N] the joint picture
    meetings: Small  # [N]
    tasks: Small  # [N, 4] role with each case.verbs.Task, -1
    agreement_owner: Small  # [N, M] role, -1
    agreement_since: Weeks  # [N, M] week in which it was made, -1
    agreement_due: Weeks  # [N, M] week, -1
    stance: Small  # [N, R] 0 nothing said, 1 commits, 2 objects
    plan: Real  # [N] what the plan is worth now: force, attendance, agreements kept, joint picture
    force: Real  # [N] what time and a missing lead have left of it since the last meeting
    turnout: Real  # [N] share of the partners that came, objections taken off
    measures_shown: Bits  # [N] measures that the meeting, and so the board, knows

    # what happened this week, and counts since the start
    incident: Small  # [N] worst kind of incident this week, -1
    noticed: Small  # [N] contacts noticed this week
    reports: Small  # [N] of these reported to the police this week
    breach: Small  # [N] 0 none, 1 unseen, 2 noticed this week
    answered: Bools  # [N] a breach was answered this week
    contacts: Weeks  # [N] noticed since the start
    reported: Weeks  # [N]
    heard: Weeks  # [N, R] incidents a role has heard of
    breaches: Weeks  # [N]
    unanswered: Weeks  # [N] breaches noticed and not answered in time
    phases: Weeks  # [N] phases of the victim, bits
    stages: Small  # [N] stages of the stalker, bits
    stage_weeks: Small  # [N] weeks that his thinking has been changed, for the stage of planning
    stage_changes: Small  # [N] how often a stage came or went: a sign is read anew after a change
    fired: Bits  # [N] injects that happened

    # danger and expected harm, never from drawn injuries
    danger: Real  # [N] probability of serious harm in the week that passed
    violence: Real  # [N] probability of violence in that week
    harm: Real  # [N, 5] sums: contact, violence, serious, strength, others


FIELDS = frozenset(field.name for field in fields(State))


def changed(state: State, **changes: Any) -> State:
    """Give a state with some arrays replaced; all others are shared.

    Does what `dataclasses.replace` does in a tenth of the time, which a batch of one needs.
    """
    if not changes.keys() <= FIELDS:
        raise TypeError(f"not of a state: {sorted(changes.keys() - FIELDS)}")
    new = object.__new__(State)
    new.__dict__.update(state.__dict__)
    new.__dict__.update(changes)
    return new
