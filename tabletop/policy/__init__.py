"""How a partner without a player, or a bot, decides: from view arrays only."""

from collections.abc import Mapping

from tabletop.policy.base import Policy
from tabletop.policy.bots import Island, Nothing, Random
from tabletop.policy.joint import Joint
from tabletop.policy.late import Late
from tabletop.policy.partner import Partner
from tabletop.policy.per_incident import PerIncident

POLICIES: Mapping[str, Policy] = {
    policy.name: policy for policy in (Nothing(), Random(), Island(), PerIncident(), Late(), Joint(), Partner())
}
"""By name. `partner` plays the roles without a seat; the others are for comparison."""
PARTNER = "partner"
