"""Counting the patterns of a large numeric array without giving every rating a label number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from .counts import Counts, Label, undeclared, unique_rows

BLOCK = 1 << 16
"""Units counted at a time: a block of ten coders stays in a processor's cache."""

TABLE = 1 << 22
"""The largest number of possible patterns that are counted by a table instead of by sorting."""

Patterns: TypeAlias = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


def label_counts(
    data: npt.NDArray[Any], labels: Sequence[float] | None = None
) -> tuple[tuple[Label, ...], Counts]:
    """The labels, and how often each pattern of label counts occurs."""
    names = list(labels) if labels is not None else []
    blocks = []
    for start in range(0, len(data), BLOCK):
        block = np.ascontiguousarray(data[start : start + BLOCK].T)
        blocks.append(_block(block, names, declared=labels is not None))
    merged = _merged(blocks, len(names), data.shape[1] + 1)
    if labels is None:
        order = np.argsort(names)
        names = [names[at] for at in order]
        merged = Counts(table=merged.table[:, order], weights=merged.weights)
    return tuple(names), merged


def _block(block: npt.NDArray[Any], names: list[float], *, declared: bool) -> Patterns:
    """Different columns of label counts and how often each occurs; new labels join `names`."""
    counts = [_given(block, name) for name in names]
    rated = block.size - int(np.isnan(block).sum()) if block.dtype.kind == "f" else block.size
    if sum(int(count.sum(dtype=np.int64)) for count in counts) != rated:
        values = np.unique(block[~np.isnan(block)] if block.dtype.kind == "f" else block)
        new = [value.item() for value in values if value.item() not in names]
        if declared:
            raise undeclared(new[0])
        names.extend(new)
        counts.extend(_given(block, name) for name in new)
    return _distinct(counts, block.shape[1], len(block) + 1)


def _given(block: npt.NDArray[Any], label: float) -> npt.NDArray[np.uint16]:
    """How many coders gave each unit this label."""
    if len(block) < 256:
        narrow = np.zeros(block.shape[1], dtype=np.uint8)
        for coder in block:
            narrow += coder == label
        return narrow.astype(np.uint16)
    out: npt.NDArray[np.uint16] = (block == label).sum(axis=0, dtype=np.uint16)
    return out


def _distinct(counts: Sequence[npt.NDArray[np.uint16]], units: int, base: int) -> Patterns:
    if base ** len(counts) <= TABLE:
        keys = np.zeros(units, dtype=np.int64)
        for count in counts:
            keys = keys * base + count
        times = np.bincount(keys)
        present = np.flatnonzero(times)
        return _digits(present, len(counts), base), times[present]
    table, times = np.unique(np.column_stack(counts), axis=0, return_counts=True)
    return table.astype(np.int64), times


def _digits(keys: npt.NDArray[np.int64], labels: int, base: int) -> npt.NDArray[np.int64]:
    powers = base ** np.arange(labels - 1, -1, -1, dtype=np.int64)
    out: npt.NDArray[np.int64] = keys[:, None] // powers % base
    return out


def _merged(blocks: Sequence[Patterns], labels: int, base: int) -> Counts:
    """The patterns of all blocks, each once; blocks read before a label was met have it at 0."""
    tables = [np.pad(table, ((0, 0), (0, labels - table.shape[1]))) for table, _ in blocks]
    table = np.concatenate([np.zeros((0, labels), dtype=np.int64), *tables])
    times = np.concatenate([np.zeros(0, dtype=np.int64), *(times for _, times in blocks)])
    rows, inverse = unique_rows(table, base + 1)
    weights = np.bincount(inverse, times, minlength=len(rows)).astype(float)
    return Counts(table=rows.astype(float), weights=weights)
