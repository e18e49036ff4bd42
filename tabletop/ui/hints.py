"""What a control is for, by its key: `hint.<key>` in the texts, so that no screen has to repeat it."""

from __future__ import annotations

import re
from functools import lru_cache

from tabletop.content.messages import Messages

_NUMBERS = re.compile(r"[0-9]+|#.*")


def hint_for(words: Messages, key: str) -> str:
    """The hint of the longest beginning of a key that has one: "to/police/7" finds `hint.to`; empty without any."""
    return next((words.say(name) for name in _names(key) if name in words), "")


@lru_cache(maxsize=4096)
def _names(key: str) -> tuple[str, ...]:
    """Names of texts for a key, longest first; kept, as every layout asks for every control.

    >>> _names("setup/name3")
    ('hint.setup.name', 'hint.setup')
    """
    parts = [part for part in _NUMBERS.sub("", key).replace(".", "/").split("/") if part]
    return tuple("hint." + ".".join(parts[:many]) for many in range(len(parts), 0, -1))
