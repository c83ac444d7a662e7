"""What commands give back, as values: shown by the console, printed as data, read by tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .model import Block, Metadata, Pair, Person, Reading, Span


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """What `parse` gives to machines, in this order; positions refer to `text`."""

    text: str
    metadata: Metadata
    people: tuple[Person, ...]
    reading: Reading
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]
    warnings: tuple[str, ...] = ()


Verdict = Literal["read", "doubtful", "no questions", "refused", "known"]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one source."""

    path: str
    verdict: Verdict
    pairs: int = 0
    message: str = ""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What became of all of them, in the order of their paths."""

    outcomes: tuple[Outcome, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of each verdict."""
        return Counter(outcome.verdict for outcome in self.outcomes)


@dataclass(frozen=True, kw_only=True)
class Work:
    """One coder's work on one article, or what they are to begin.

    Of what is blind to who looks, `claims` and `incomplete` are not told. `assigned` is None where
    the project assigns nothing.
    """

    article: str
    coder: str
    units: int
    units_read: int
    passages: int
    passages_read: int
    claims: Mapping[str, int]
    incomplete: int
    finished: bool
    cases_open: int | None = None  # of an adjudication: what is still to be settled
    blind: bool = False
    begun: bool = True
    assigned: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Status:
    """Every coder's work on every article, and the articles nobody has opened yet.

    Where work is assigned: the articles that nobody is to code, and those of the reliability
    sample.
    """

    labels: tuple[str, ...]
    work: tuple[Work, ...]
    untouched: tuple[str, ...]
    unassigned: tuple[str, ...] = ()
    sample: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


# ---- where claims may stand now -----------------------------------------------------------------


Kind: TypeAlias = Literal["number", "negation", "modal word", "date", "name"]
"""Words that change what is said."""
Changed: TypeAlias = Kind | Literal["several places"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A place that resembles a claim, for a person to accept; what to look at before.

    `told` says of each change what it is, as "number: 2 → 3".
    """

    position: Span
    quote: str
    similarity: float
    changed: tuple[Changed, ...] = ()
    told: tuple[str, ...] = ()
