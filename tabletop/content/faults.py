"""Faults in content: each names place, thing and likely fix, in the reader's language.

    ContentError          some content cannot be used; carries every fault that was found
      Fault               one fault: path, line, column, code, and the words its sentence needs

The sentences stand in `assets/messages/<lang>/faults.po` under `fault.<code>`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from tabletop.content.languages import Language
from tabletop.content.messages import Messages, messages

Severity = Literal["error", "warning"]

CODES: Final[dict[str, str]] = {
    "TT001": "not_yaml",
    "TT002": "duplicate_key",
    "TT003": "anchor_alias_or_tag",
    "TT004": "too_large",
    "TT005": "no_mapping_at_top",
    "TT006": "empty_file",
    "TT007": "tab_as_indent",
    "TT008": "not_text",
    "TT009": "file_missing",
    "TT010": "too_deep",
    "TT011": "key_is_no_word",
    "TT012": "second_document",
    "TT013": "path_leaves_pack",
    "TT014": "kind_of_file_unknown",
    "TT101": "missing_key",
    "TT102": "unknown_key",
    "TT103": "not_one_of",
    "TT104": "no_whole_number",
    "TT105": "no_number",
    "TT106": "no_text",
    "TT107": "not_true_or_false",
    "TT108": "number_too_small",
    "TT109": "number_too_large",
    "TT110": "no_id",
    "TT111": "too_few_items",
    "TT112": "too_many_items",
    "TT113": "empty_text",
    "TT114": "not_exactly_one_key",
    "TT115": "no_list",
    "TT116": "no_mapping",
    "TT117": "value_refused",
    "TT118": "text_without_languages",
    "TT201": "unknown_role",
    "TT202": "unknown_fact",
    "TT203": "unknown_measure",
    "TT204": "unknown_inject",
    "TT205": "role_is_no_partner",
    "TT206": "unknown_source",
    "TT207": "duplicate_id",
    "TT208": "seats_out_of_range",
    "TT209": "seats_miscounted",
    "TT210": "fact_without_holder",
    "TT211": "measure_without_decider",
    "TT212": "text_too_long",
    "TT213": "quantity_out_of_range",
    "TT214": "weight_not_positive",
    "TT215": "duplicate_rule",
    "TT216": "missing_rule",
    "TT217": "core_rounds",
    "TT218": "listed_twice",
    "TT219": "file_name_differs",
    "TT220": "after_the_end",
    "TT221": "not_exactly_one_moment",
    "TT222": "level_without_bound",
    "TT223": "incomplete_list",
    "TT224": "label_too_long",
    "TT225": "measure_not_in_case",
    "TT226": "needs_out_of_reach",
    "TT227": "number_missing",
    "TT228": "unknown_round",
    "TT229": "no_decision",
    "TT230": "unknown_incident",
    "TT241": "unknown_figure",
    "TT242": "unknown_number",
    "TT243": "unknown_answer",
    "TT301": "messages_not_readable",
    "TT302": "message_missing",
    "TT303": "message_places_differ",
    "TT304": "duplicate_message",
    "TT401": "inject_never_happens",
    "TT402": "inject_does_nothing",
    "TT403": "holds_at_once",
    "TT404": "fact_nobody_needs",
    "TT405": "fact_cannot_be_told",
    "TT406": "fact_misses_its_need",
    "TT407": "measure_never_starts",
    "TT408": "fact_never_appears",
    "TT409": "fact_after_last_turn",
    "TT410": "role_without_decisive_fact",
    "TT411": "phase_never_met",
    "TT412": "role_without_power",
    "TT413": "weight_concentrated",
    "TT414": "seats_unmixed",
    "TT415": "positions_overlap",
    "TT416": "position_at_edge",
    "TT417": "holder_needs_it",
    "TT418": "measure_too_dear",
    "TT419": "one_variant",
    "TT420": "variants_alike",
    "TT421": "core_fact_too_late",
    "TT422": "ends_too_early",
    "TT423": "facts_titled_alike",
    "TT424": "trust_pair_twice",
    "TT425": "nothing_marked",
    "TT426": "departure_without_need",
    "TT427": "week_says_nothing",
    "TT428": "marked_without_soft",
    "TT440": "same_in_both_languages",
    "TT441": "unfinished_text",
    "TT442": "telephone_number",
    "TT443": "address_on_the_net",
    "TT444": "identifying_number",
    "TT445": "exclamation_mark",
    "TT446": "sentence_too_long",
    "TT447": "untidy_text",
    "TT448": "numbers_differ",
    "TT449": "title_too_long",
    "TT460": "too_few_waiting_questions",
    "TT461": "question_without_mark",
    "TT462": "card_too_long",
    "TT463": "answer_not_among_options",
    "TT464": "too_few_knowledge_questions",
    "TT465": "answers_all_in_one_place",
    "TT470": "line_without_log_figure",
    "TT471": "figure_unused",
    "TT472": "grey_with_one_answer",
    "TT473": "cell_without_ground",
    "TT474": "evidence_without_source",
    "TT475": "reference_leaves_pack",
    "TT480": "measure_in_no_case",
    "TT481": "role_in_no_case",
}
"""Every code with its name. A code never changes its meaning and is never used again for another fault."""

LINT: Final = frozenset(code for code in CODES if code.startswith("TT4"))
"""Codes of `tabletop.content.lint`: content that can be played, but badly. Each has a line that explains it."""
_GRAVE: Final = {
    "TT401", "TT405", "TT407", "TT408", "TT441", "TT442", "TT443", "TT444", "TT463", "TT472", "TT475",
}  # fmt: skip
WARNINGS: Final = frozenset({"TT216", "TT217"} | LINT - _GRAVE)
"""Codes that leave content usable."""


@dataclass(frozen=True)
class Fault:
    """One fault in one file; lines and columns count from 1."""

    path: str
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str | int | float], ...] = ()
    """What the sentence names, by placeholder."""
    suggestion: str = ""
    """The word that was probably meant, or nothing."""

    @property
    def severity(self) -> Severity:
        """Say whether the content can still be used."""
        return "warning" if self.code in WARNINGS else "error"

    @property
    def message(self) -> str:
        """Give the sentence in English, for logs and tests."""
        return self.message_in("en")

    def message_in(self, language: Language) -> str:
        """Give the sentence, with the suggestion behind it if there is one."""
        catalogue = messages(language)
        values = {name: _in_words(value, catalogue) for name, value in self.values}
        sentence = catalogue.say(f"fault.{self.code}", **values)
        if not self.suggestion:
            return sentence
        return f"{sentence} {catalogue.say('fault.suggestion', word=self.suggestion)}"

    def line_in(self, language: Language) -> str:
        """Give the whole line as a terminal shows it: `path:line:column CODE sentence`."""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.message_in(language)}"

    def at_path(self, path: str) -> "Fault":
        """Give the same fault under another name of its file."""
        return Fault(path, self.line, self.column, self.code, self.values, self.suggestion)

    def __str__(self) -> str:
        return self.line_in("en")


def _in_words(value: str | int | float, catalogue: Messages) -> str | int | float:
    """What the parser said is itself the key of a text."""
    return catalogue.say(value) if isinstance(value, str) and value.startswith("fault.yaml.") else value


class ContentError(Exception):
    """Content that cannot be used, with all faults found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: Final = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def fault(path: str, place: tuple[int, int], code: str, suggestion: str = "", /, **values: str | int | float) -> Fault:
    """Make a fault at a place (line, column), with the words its sentence needs."""
    return Fault(path, *place, code, tuple(values.items()), suggestion)


def in_order(*stages: Iterable[Fault]) -> list[Fault]:
    """Sort the faults of reading, shape and cross-checks by place.

    A place that an earlier stage found fault with is not told again by a later one: that would be its echo.
    """
    kept: set[Fault] = set()
    taken: set[tuple[str, int, int]] = set()
    for stage in stages:
        new = [each for each in stage if (each.path, each.line, each.column) not in taken]
        kept.update(new)
        taken.update((each.path, each.line, each.column) for each in new if each.code != "TT101")
    return sorted(kept, key=lambda each: (each.path, each.line, each.column, each.code, str(each.values)))


def faults_as_json(faults: Iterable[Fault], language: Language = "en") -> list[dict[str, str | int]]:
    """Give faults as rows for `check --json`."""
    return [
        {
            "path": each.path,
            "line": each.line,
            "column": each.column,
            "code": each.code,
            "severity": each.severity,
            "message": each.message_in(language),
        }
        for each in faults
    ]
