"""Claims by where they stand, found by bisection: a document may hold thousands.

Claims stand sorted by position (`claim_order`), so what touches a stretch lies close together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from .model import Span
from .records import Claim


def claim_order(claim: Claim) -> tuple[int, int, int, str]:
    """Claims stand sorted by position; where two begin together the longer comes first.

    Those without a place come before all others, in the order in which they stood.
    """
    stood = claim.orphaned.position[0] if claim.orphaned else 0
    return claim.position[0], -claim.position[1], stood, claim.id


def place_of(claims: Sequence[Claim], span: Span) -> int | None:
    """Where among sorted claims the one at exactly that position stands."""
    place = bisect_left(claims, (span[0], -span[1], 0, ""), key=claim_order)
    return place if place < len(claims) and claims[place].position == span else None


def claim_at(claims: Sequence[Claim], span: Span) -> Claim | None:
    """The claim at exactly that position, in sorted claims."""
    place = place_of(claims, span)
    return None if place is None else claims[place]


class Placed:
    """Sorted claims, and which of them touch a stretch of the text."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self.claims = claims
        self._starts = [claim.position[0] for claim in claims]
        self._reach = list(accumulate((claim.position[1] for claim in claims), max))

    def touching(self, span: Span) -> list[Claim]:
        """The claims that share a character with a stretch, in order."""
        first = bisect_right(self._reach, span[0])
        last = bisect_left(self._starts, span[1])
        return [claim for claim in self.claims[first:last] if claim.position[1] > span[0]]

    def begun(self, position: int) -> int:
        """How many claims begin before a position."""
        return bisect_left(self._starts, position)


class Placing:
    """The places of claims, made anew only for other claims than the last."""

    def __init__(self) -> None:
        self._last = Placed(())

    def of(self, claims: tuple[Claim, ...]) -> Placed:
        """The places of some claims."""
        if claims is not self._last.claims:
            self._last = Placed(claims)
        return self._last
