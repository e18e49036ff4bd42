"""How partners without a player, and policies to compare with, decide (`scoring/policies.yaml`)."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.content.specs.common import Quantity, Spec
from tabletop.content.specs.role import Column


class PreferredSpec(Spec):
    """Roles that are asked for a task: those of a column, or those that see somebody."""

    column: Column | None = None
    sees: Literal["victim", "stalker", "child"] | None = None


Preferred = Annotated[tuple[PreferredSpec, ...], Field(min_length=1)]


class LeadsSpec(Spec):
    """Who is asked first for each task of a meeting, in this order."""

    process_lead: Preferred
    case_lead: Preferred
    tells_victim: Preferred
    tells_stalker: Preferred


class PoliciesSpec(Spec):
    """Thresholds and preferences of the policies."""

    format: Literal[1]
    joint_acts_from: Quantity
    """Known share of the facts a measure hinges on, from which `joint` takes it or agrees on it."""
    partner_acts_from: Quantity
    """The same for a cautious partner without a player."""
    joint_shares_first: Quantity
    """How often a share goes before a measure."""
    late_waits_weeks: Quantity
    """`late` lets rounds go by that begin before this week."""
    leads: LeadsSpec
