"""What a seat can do: the verbs of decisions, and the small table of modes chosen after the decision."""

from enum import IntEnum


class Verb(IntEnum):
    """The kind of a decision. The first block is decided in a turn, the second in a meeting."""

    SHARE = 0  # object: fact, target: role
    ASK = 1  # object: Topic, target: role, or the victim as party R
    ANSWER = 2  # object: fact, target: the role that asked
    REFUSE = 3  # object: Topic, target: the role that asked
    MEASURE = 4  # object: measure
    CALL = 5  # object: 0, a round table
    SCALE = 6  # object: 0 down, 1 up
    WAIT = 7  # controlled waiting: lines, scenarios and interventions are ready
    PASS = 8
    BRING = 9  # object: fact; picked in one's own turn, laid on the table in the meeting
    LEAD = 10  # object: Task, target: role; decided by the table (role -1)
    AGREE = 11  # object: measure, target: the role that owns the agreement; decided by the table (role -1)
    COMMIT = 12
    OBJECT = 13


IN_TURN = (Verb.SHARE, Verb.ASK, Verb.MEASURE, Verb.CALL, Verb.SCALE, Verb.WAIT, Verb.PASS)
"""Verbs that use up one of the decisions of a turn (`PASS` ends the turn)."""
FREE_IN_TURN = (Verb.ANSWER, Verb.REFUSE, Verb.BRING)
IN_MEETING = (Verb.LEAD, Verb.AGREE, Verb.COMMIT, Verb.OBJECT)


class Topic(IntEnum):
    """What a question is about: a subject of facts, or the victim's consent."""

    VICTIM = 0
    STALKER = 1
    CHILD = 2
    PROFESSIONAL = 3
    CONSENT = 4


class Task(IntEnum):
    """What a meeting gives to one role."""

    PROCESS_LEAD = 0
    CASE_LEAD = 1
    TELLS_VICTIM = 2
    TELLS_STALKER = 3


class Ground(IntEnum):
    """The reason given for a share, in the order of `scoring/modes.yaml`."""

    CONSENT = 0
    LEGAL_TASK = 1
    DUTY = 2
    ACUTE_DANGER = 3
    CONSULT = 4
    UNSURE = 5


class Extent(IntEnum):
    """How much is told."""

    SIGNAL = 0
    MINIMUM = 1
    EVERYTHING = 2


class Way(IntEnum):
    """The channel of a share: how it is told."""

    CALL = 0
    VISIT = 1
    WRITTEN = 2


class Status(IntEnum):
    """Where a measure stands."""

    NONE = 0
    REQUESTED = 1  # decided, its lead time runs
    RUNNING = 2
    ENDED = 3
    REFUSED = 4  # its needs were not met when the lead time had passed


class Need(IntEnum):
    """What a measure needs before it starts; bit `1 << need` in `State.lacked` when it was not met."""

    CONSENT = 0
    PROOF = 1
    PATTERN = 2
    PICTURE = 3
    RUNNING = 4  # another measure that must run first
    BREACH = 5
    SHARED_HOME = 6
