"""What commands give back, as values: shown by the console, printed as data, read by tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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
    """One coder's work on one article."""

    article: str
    coder: str
    units: int
    units_read: int
    passages: int
    passages_read: int
    claims: Mapping[str, int]
    incomplete: int
    finished: bool


@dataclass(frozen=True, kw_only=True)
class Status:
    """Every coder's work on every article, and the articles nobody has opened yet."""

    labels: tuple[str, ...]
    work: tuple[Work, ...]
    untouched: tuple[str, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A coefficient: its value, or the reason why it is undefined. `n` is what it rests on."""

    name: str
    title: str
    value: float | None
    n: int
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What one coder made of a unit."""

    coder: str
    value: str
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A unit on which coders differ, with its words. `differing` of `pairs` pairs of them do."""

    article: str
    span: Span
    place: str
    words: str
    context: tuple[str, str]
    question: str
    choices: tuple[Choice, ...]
    differing: int
    pairs: int


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """An agreement report: what was compared, the figures, what was left out, what differs."""

    articles: tuple[str, ...]
    coders: tuple[str, ...]
    codebook: str
    categories: tuple[str, ...]
    level: str
    units_used: int
    units_with_several_labels: int
    left_out: Mapping[str, int]
    figures: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    notices: tuple[str, ...] = ()
