"""Names for the array types of the engine.

Axes always come in this order: world `N`, role `R`, other role `R`, fact `F`, measure `M`. Arrays with a role axis are
made in column-major order, so that one role's column is contiguous. Knowledge is kept as bits: bit *f* of a `Bits`
value stands for fact *f* (or measure, or inject).
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bits: TypeAlias = NDArray[np.uint64]
Real: TypeAlias = NDArray[np.float64]
Int: TypeAlias = NDArray[np.int64]
Weeks: TypeAlias = NDArray[np.int16]
Small: TypeAlias = NDArray[np.int8]
Bools: TypeAlias = NDArray[np.bool_]
Worlds: TypeAlias = NDArray[np.uint64]
