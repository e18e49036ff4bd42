"""Where a session stands: what the table does now, and who holds the laptop."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

MomentKind = Literal["dossiers", "board", "turn", "answer", "meeting", "weeks", "debrief", "closed"]


@dataclass(frozen=True, slots=True)
class Moment:
    """What happens now.

    `role` and `seat` say to whom the laptop goes (in `dossiers`, `board`, `turn` and `answer`); `is_open` is true once
    that seat has opened its cover, and only then may its desk or dossier be shown. `round` counts from 0.
    """

    kind: MomentKind
    round: int
    week: int
    role: str | None = None
    seat: int | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that was not accepted: a code and its data; the text is the message `refusal.<code>`.

    Codes and values depend only on what the one who acts may see.
    """

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)
