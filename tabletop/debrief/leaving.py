"""*Uit je rol*: the private goals are told, and everybody gets one question, before the case is taken apart."""

from collections.abc import Sequence

from tabletop.case.case import Case
from tabletop.content.specs.common import Language
from tabletop.debrief.pages import LeavingPage, LeavingRole
from tabletop.view.words import Words

QUESTIONS = 8
"""How many questions there are; with more seats they begin again."""


def leaving_page(case: Case, played: Sequence[str], language: Language) -> LeavingPage:
    """Make the page. `played` are ids of roles in the order of the seats; the others come after, without a question."""
    words = Words(case, language)
    goals = {partner.role: words.text(partner.goal) for partner in case.pack.scenario.partners}
    rest = [role for role in case.roles if role not in played]
    asked = [words.say(f"leaving.question_{place % QUESTIONS + 1}") for place in range(len(played))]
    return LeavingPage(
        tuple(
            LeavingRole(
                words.badge(case.roles.index(role)), goals[role], question, len(case.pack.roles[role].knowledge)
            )
            for role, question in zip([*played, *rest], [*asked, *[""] * len(rest)], strict=True)
        )
    )
