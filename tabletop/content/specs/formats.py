"""How long a session is and how its time is divided (`scoring/formats.yaml`)."""

from typing import Annotated

from pydantic import Field

from tabletop.content.specs.common import Id, Quantity, SourceId, Spec, Text

Minutes = Annotated[float, Field(gt=0, le=480)]
Decisions = Annotated[int, Field(ge=1, le=6)]


class PaceSpec(Spec):
    """How fast people read and choose. A plan is made for slow readers, so that it holds for all."""

    words_a_minute: Quantity
    decision_seconds: Quantity
    hand_over_seconds: Quantity
    first_turn_words: Quantity
    """Words that are new at a desk in the first round, when the dossier was just read."""
    turn_words: Quantity
    """The same in later rounds: the news, and the texts of the facts that are new."""
    set_up_choices: Quantity
    """Choices before the first dossier besides who sits where: case, length, room."""
    note_words: Quantity
    """Content note, rules card and what everybody knows of the case, read aloud."""
    card_words: Quantity
    """A role card, read on paper with the dossier; at the laptop it can be read later."""
    dossier_words: Quantity
    """What one seat reads at the start: dossier, goal and first facts."""
    short_words: Quantity
    """The same without the dossier, which can be read at the own desk."""
    papers: Quantity
    """So many papers are handed out in the time of handing the laptop over."""
    slowest: Quantity
    """How much longer the slowest of a group reads on paper than the usual."""
    to_spare: Quantity
    """A session fits when so many minutes are over with everything at its shortest: less, and turns fall away."""
    comfortable: Quantity
    """With so many minutes over, dossiers are proposed to be read whole at the laptop; with less, goal and facts."""
    question_words: Quantity
    """Words of a question that waits for an answer, with what could be answered."""
    spread: Quantity
    """How much longer a turn takes on average than at this pace, because some take long."""
    worth_starting: Quantity
    """A round is worth starting when this share of its turns fits before the debrief."""
    answers: Quantity
    """Seats that get a short turn to answer, a round."""


class RoundPlanSpec(Spec):
    """Minutes of what the table does together in a round: what a round should have, and the least that it needs."""

    board: Minutes
    board_least: Minutes
    meeting: Minutes
    meeting_least: Minutes
    weeks: Minutes
    weeks_least: Minutes


class FormatSpec(Spec):
    """A length of session. Its parts add up to the whole; the debrief is never shortened for play."""

    id: Id
    name: Text
    about: Text
    """One sentence for the set-up."""
    set_up: Minutes
    play: Minutes
    debrief: Minutes
    close: Minutes
    reserve: Annotated[float, Field(ge=0, le=30)]
    """Minutes of play that the plan keeps free, for turns that take long."""
    margin: Annotated[float, Field(ge=0, le=30)]
    """Minutes of play that must be left over when the last turn begins."""
    grace: Annotated[float, Field(ge=0, le=5)]
    """Minutes of the closing that the last turns may take, so that none is cut; the debrief keeps its length."""
    long: bool
    """Plays the further rounds of a scenario, too."""
    meetings: Annotated[int, Field(ge=0)]
    """In how many rounds the plan counts on a meeting."""
    decisions: Annotated[dict[int, Decisions], Field(min_length=1)]
    """Decisions a turn, from so many seats on."""
    round: RoundPlanSpec
    source: SourceId = "design"

    @property
    def minutes(self) -> float:
        """The whole session."""
        return self.set_up + self.play + self.debrief + self.close

    def decisions_for(self, seats: int) -> int:
        """Decisions a turn with so many seats."""
        fitting = [count for least, count in sorted(self.decisions.items()) if least <= seats]
        return fitting[-1] if fitting else self.decisions[min(self.decisions)]


class FormatsSpec(Spec):
    """All formats, the usual one first."""

    format: Annotated[int, Field(ge=1, le=1)]
    pace: PaceSpec
    formats: Annotated[tuple[FormatSpec, ...], Field(min_length=1)]

    def find(self, id_: str) -> FormatSpec:
        """Give a format by its id; the first for an id that is unknown."""
        return next((each for each in self.formats if each.id == id_), self.formats[0])
