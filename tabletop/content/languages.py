"""The languages that content and screens are written in. Apart from the specs, so that texts need no pydantic."""

from typing import Final, Literal, get_args

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
"""The first is the one that a user meets first."""
