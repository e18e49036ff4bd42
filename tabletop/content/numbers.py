"""The numbers of the model by id, for those who compute with them."""

from tabletop.content.faults import ContentError, fault
from tabletop.content.suggestion import suggest


class ModelNumbers(dict[str, float]):
    """Values by id; a number that the rules need and `scoring/model.yaml` lacks is a fault of content, not a crash."""

    def __missing__(self, word: str) -> float:
        raise ContentError([fault("scoring/model.yaml", (1, 1), "TT227", suggest(word, self), word=word)])
