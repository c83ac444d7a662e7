"""What a coefficient comes back as: a number, or no number and the reason why."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Codes: TypeAlias = npt.NDArray[np.int64]

ONE_CODER = "one coder"
NO_SHARED_UNIT = "no shared unit"
NO_VARIATION = "no variation"
ONE_LABEL = "one declared label"
INCOMPLETE = "not every coder rated every unit"
LABEL_NOT_USED = "label not used on a shared unit"
ONE_UNIT = "fewer than two units"
NOTHING_MARKED = "nothing marked"
NO_SHARED_TEXT = "no text marked by two coders"
NO_TEXT = "no text"


@dataclass(frozen=True, slots=True)
class Value:
    """A coefficient. `value` is None where it is undefined, and `reason` then says why.

    `n` is how many units, pairs or positions it rests on. Never NaN: 0/0 is no number.
    """

    value: float | None
    n: int = 0
    reason: str = ""
    note: str = ""

    @property
    def defined(self) -> bool:
        """Whether there is a number."""
        return self.value is not None


def value(number: float, n: float, reason: str = NO_VARIATION, note: str = "") -> Value:
    """A `Value` of a number that is NaN where undefined.

    >>> value(0.5, 3)
    Value(value=0.5, n=3, reason='', note='')
    >>> value(math.nan, 3)
    Value(value=None, n=3, reason='no variation', note='')
    """
    if math.isnan(number):
        return Value(None, int(n), reason, note)
    return Value(float(number), int(n), "", note)


def ratio(over: Floats, under: Floats) -> Floats:
    """over / under, NaN where `under` is 0."""
    shape = np.broadcast_shapes(np.shape(over), np.shape(under))
    out: Floats = np.divide(over, under, out=np.full(shape, np.nan), where=np.asarray(under) != 0)
    return out


def quotient(over: float, under: float) -> float:
    """over / under of single numbers, NaN where `under` is 0."""
    return float(over / under) if under else math.nan
