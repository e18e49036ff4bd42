"""Guess the word that was meant."""

from collections.abc import Iterable


def suggest(word: object, choices: Iterable[object]) -> str:
    """Give the choice most like a word, or nothing when none comes near.

    >>> suggest("reclasering", ["reclassering", "politie"])
    'reclassering'
    >>> suggest("zon", ["maan"])
    ''
    """
    from difflib import get_close_matches  # here, for only a fault needs it

    known = {str(choice): choice for choice in sorted(map(str, choices))}
    lower = {name.lower().replace("-", "_"): name for name in known}
    near = get_close_matches(str(word).lower().replace("-", "_"), lower, n=1, cutoff=0.75)
    return lower[near[0]] if near else ""
