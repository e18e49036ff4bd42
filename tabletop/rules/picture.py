"""The picture: how much of the weight of facts somebody knows. It enters at three places only.

Whether a measure takes, how much it backfires, and whether a gate opens; never danger itself.
"""

import numpy as np

from tabletop.case.arrays import Bits, Real
from tabletop.case.case import Case


def weight(case: Case, facts: Bits) -> Real:
    """Give the weight of each set of facts (any shape)."""
    planes = case.engine.facts
    ones = np.bitwise_count(facts & planes.one)
    twos = np.bitwise_count(facts & planes.two)
    total: Real = ones + 2.0 * twos
    return total


def picture(case: Case, known: Bits, signals: Bits, facts: Bits) -> Real:
    """Give the known share of the weight of `facts`; a signal counts for a part. Nothing to know gives 0.

    All arguments broadcast; the result lies between 0 and 1.
    """
    whole = weight(case, facts)
    heard = signals & ~known
    part = weight(case, known & facts) + case.numbers["picture_signal"] * weight(case, heard & facts)
    share: Real = part / np.maximum(whole, 1.0)
    return share


def joint_picture(case: Case, joint: Bits, appeared: Bits) -> Real:
    """Give the share of what has appeared that lies on the table together, `[N]`."""
    share: Real = weight(case, joint) / np.maximum(weight(case, joint | appeared), 1.0)
    return share
