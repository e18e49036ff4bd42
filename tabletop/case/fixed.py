"""Fixed steps: how numbers of the model become integers and rounded reals that are the same on every machine.

Logarithms of relative risks are added as integers, so that the sum is exact in any order. Values of `math` functions
are rounded to steps of 2^-24, so that a last digit of one mathematics library cannot show.
"""

import math
from hashlib import sha256

LOG_BITS = 20
"""Steps of 2^-20 for what measures add up to: 32-bit integers hold 2,047 of them."""
LOG_STEP = 2.0**-LOG_BITS
TABLE_STEP = 2.0**-24
LEAST_LOG = -8.0
"""A relative risk of 0 counts as this: one in three thousand."""


def to_steps(value: float) -> int:
    """Round a number to whole steps of 2^-20.

    >>> to_steps(0.5)
    524288
    """
    return round(value / LOG_STEP)


def log_steps(ratio: float) -> int:
    """Give the logarithm of a relative risk in steps of 2^-20.

    >>> log_steps(1.0), log_steps(0.0) == to_steps(LEAST_LOG)
    (0, True)
    """
    return to_steps(max(LEAST_LOG, math.log(ratio)) if ratio > 0 else LEAST_LOG)


def rounded(value: float) -> float:
    """Round a real to steps of 2^-24."""
    return round(value / TABLE_STEP) * TABLE_STEP


def salt(*words: str) -> int:
    """Give 64 bits that key a draw by what it is; stable words, never positions.

    >>> salt("breach") == salt("breach"), salt("breach") == salt("leak")
    (True, False)
    """
    return int.from_bytes(sha256("/".join(words).encode()).digest()[:8], "little")
