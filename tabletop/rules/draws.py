"""Draws: pure functions of (seed, world, week, purpose), by the SplitMix64 finaliser.

Because a draw is keyed by what it is for, two plans in the same world meet the same luck: a decision changes what it
changes and nothing else.
"""

import numpy as np
from numpy.typing import NDArray

from tabletop.case.arrays import Bits, Real, Worlds

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_FIRST = 0xBF58476D1CE4E5B9
_SECOND = 0x94D049BB133111EB
_S30, _S27, _S31 = np.uint64(30), np.uint64(27), np.uint64(31)
_M1, _M2, _STEP = np.uint64(_FIRST), np.uint64(_SECOND), np.uint64(_GOLDEN)
_S11, _S21, _S43 = np.uint64(11), np.uint64(21), np.uint64(43)
_THIRD = np.uint64((1 << 21) - 1)
_UNIT = 2.0**-53
_UNIT_THIRD = 2.0**-21

ONCE = -1
"""The week of draws that belong to no week: whether a measure takes, how long an episode lasts."""


def mixed(value: int) -> int:
    """Give the SplitMix64 finaliser of one integer.

    >>> hex(mixed(1))
    '0x5692161d100b05e5'
    """
    value &= _MASK
    value = ((value ^ (value >> 30)) * _FIRST) & _MASK
    value = ((value ^ (value >> 27)) * _SECOND) & _MASK
    return value ^ (value >> 31)


def mix(bits: Bits) -> Bits:
    """Give the SplitMix64 finaliser of each element, in place on an own array."""
    bits ^= bits >> _S30
    bits *= _M1
    bits ^= bits >> _S27
    bits *= _M2
    bits ^= bits >> _S31
    return bits


def stream(seed: int, worlds: Worlds, week: int) -> Bits:
    """Give the key of each world in a week; a purpose is mixed into it."""
    start = np.uint64((mixed(seed + _GOLDEN) + mixed(mixed(seed) ^ (week + 2))) & _MASK)
    bits = worlds * _STEP
    bits += start
    return mix(bits)


def hashed(keys: Bits, purpose: Bits | np.uint64) -> Bits:
    """Give 64 random bits for each key and purpose (arrays broadcast)."""
    return mix(np.bitwise_xor(keys, purpose))


def uniform(bits: Bits) -> Real:
    """Turn random bits into reals in [0, 1)."""
    return (bits >> _S11).astype(np.float64) * _UNIT


def thirds(bits: Bits) -> tuple[Real, Real, Real]:
    """Turn random bits into three independent reals in [0, 1) of 21 bits each."""
    return _of_21(bits >> _S43), _of_21((bits >> _S21) & _THIRD), _of_21(bits & _THIRD)


def _of_21(bits: Bits) -> Real:
    return bits.astype(np.float64) * _UNIT_THIRD


def draw(seed: int, worlds: Worlds, week: int, purpose: Bits | np.uint64) -> Real:
    """Draw a number in [0, 1) for each world; `purpose` is one key, or one for each world.

    >>> again = [draw(7, np.array([3], np.uint64), 2, np.uint64(5)) for _ in range(2)]
    >>> bool(again[0] == again[1])
    True
    """
    return uniform(hashed(stream(seed, worlds, week), purpose))


def counts(rate: Real, luck: Real, least: Real, most: int) -> NDArray[np.int8]:
    """Draw Poisson counts by inverse distribution of one uniform each: a higher rate only adds.

    `least` is exp(-rate), read from a table; `most` bounds the count.
    """
    count = np.zeros(rate.shape, np.int8)
    chance = least.copy()
    below = least.copy()
    for number in range(1, most + 1):
        more = luck >= below
        if not more.any():
            break
        count += more
        chance *= rate
        chance /= number
        below += chance
    return count
