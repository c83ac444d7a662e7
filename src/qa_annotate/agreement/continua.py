"""Spans on a continuum, cut at every boundary into stretches on which nobody's mind changes.

A stretch with its length stands for all its positions, so nothing here grows with the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import index
from typing import Any, TypeAlias

import numpy as np

from qa_annotate.errors import UsageError

from .counts import Label
from .values import Codes, Floats

Marked: TypeAlias = tuple[int, int, Label]
"""A span: start and end, end excluded, and its label."""

GAP = -1


@dataclass(frozen=True, kw_only=True)
class Continuum:
    """The spans of several coders on the same text: positions from `begin`, `length` of them."""

    begin: int
    length: int
    spans: Mapping[str, tuple[Marked, ...]]

    @property
    def coders(self) -> tuple[str, ...]:
        """Everyone who looked, those who marked nothing included."""
        return tuple(self.spans)

    @cached_property
    def bounds(self) -> Codes:
        """Where anything begins or ends, sorted."""
        ends = {p for spans in self.spans.values() for s in spans for p in s[:2]}
        return np.array(sorted({self.begin, self.begin + self.length} | ends), dtype=np.int64)

    @cached_property
    def lengths(self) -> Floats:
        """How many positions each stretch holds."""
        return np.diff(self.bounds).astype(float)

    @cached_property
    def owners(self) -> Mapping[str, Codes]:
        """For each coder, which span each stretch belongs to, -1 for none.

        Where spans of one coder overlap, the innermost (the shortest, then the later) wins.
        """
        return {coder: self._painted(spans) for coder, spans in self.spans.items()}

    def _painted(self, spans: Sequence[Marked]) -> Codes:
        owner = np.full(len(self.lengths), GAP, dtype=np.int64)
        order = sorted(range(len(spans)), key=lambda at: (_size(spans[at]) * -1, spans[at][0]))
        for at in order:
            first, last = np.searchsorted(self.bounds, spans[at][:2])
            owner[first:last] = at
        return owner

    def codes(self, labels: Sequence[Label]) -> Codes:
        """Stretches by coders: the label's number, -1 where nothing is marked."""
        index = {label: number for number, label in enumerate(labels)}
        columns = [
            np.array([*(index[label] for _, _, label in spans), GAP], dtype=np.int64)[
                self.owners[coder]
            ]
            for coder, spans in self.spans.items()
        ]
        return np.array(columns, dtype=np.int64).reshape(len(columns), len(self.lengths)).T

    @cached_property
    def overlapping(self) -> int:
        """How many spans overlap another one of the same coder."""
        return sum(_overlapping(spans) for spans in self.spans.values())


def continuum(
    spans: Mapping[str, Iterable[Sequence[Any]]], *, begin: int, length: int
) -> Continuum:
    """A continuum from each coder's [start, end, label]; UsageError where one lies outside it."""
    begin, length = _whole(begin), _whole(length)
    if length < 0:
        raise UsageError("A text cannot have a negative length.")
    if not isinstance(spans, Mapping):
        raise UsageError("Spans come as a mapping from each coder to a list of spans.")
    held = {str(coder): tuple(map(_marked, found)) for coder, found in spans.items()}
    if len(held) < len(spans):
        raise UsageError("Two coders have the same name.")
    for coder, found in held.items():
        for start, end, label in found:
            if not begin <= start < end <= begin + length:
                raise UsageError(
                    f"The span [{start}, {end}, {label!r}] of {coder} is empty or lies outside"
                    f" the text, {begin} to {begin + length}."
                )
    return Continuum(begin=begin, length=length, spans=held)


def _marked(span: Sequence[Any]) -> Marked:
    try:
        start, end, label = span
        hash(label)
    except (TypeError, ValueError):
        raise UsageError(f"A span is [start, end, label], not {span!r}.") from None
    return _whole(start), _whole(end), label


def _whole(position: Any) -> int:
    """A position or length. Halves of characters, and numbers in words, are refused."""
    try:
        return index(position)
    except TypeError:
        raise UsageError(f"Positions are whole numbers, not {position!r}.") from None


def labels_of(continua: Iterable[Continuum]) -> tuple[Label, ...]:
    """Every label that occurs, in the order of their words."""
    found = {label for c in continua for spans in c.spans.values() for _, _, label in spans}
    return tuple(sorted(found, key=str))


def _size(span: Marked) -> int:
    return span[1] - span[0]


def _overlapping(spans: Sequence[Marked]) -> int:
    ordered = sorted(range(len(spans)), key=lambda at: spans[at][:2])
    involved: set[int] = set()
    furthest, holder = -(2**62), -1
    for at in ordered:
        start, end, _ = spans[at]
        if start < furthest:
            involved |= {at, holder}
        if end > furthest:
            furthest, holder = end, at
    return len(involved)
