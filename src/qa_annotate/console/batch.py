"""Many sources at once: a bar while they are read, and what became of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import Progress

from ..core.results import Batch
from .base import console, plain


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error while the block runs; None where nobody would see it."""
    out = console(sys.stderr)
    if not out.is_terminal:
        yield None
        return
    with Progress(console=out, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def show_batch(batch: Batch) -> None:
    """What was refused or is doubtful, a line each, and how many of each."""
    out = console(sys.stderr)
    for item in batch.outcomes:
        if item.verdict in ("refused", "doubtful"):
            out.print(
                plain(f"{item.path}: {item.verdict}: {item.message}".rstrip(": ")), soft_wrap=True
            )
    counts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(batch.counts.items()))
    out.print(plain(f"{len(batch.outcomes)} sources: {counts}"))
