"""Who codes what, and how much that is for each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from ..core.assigned import Assigned, Share
from ..core.project import Assignment
from .base import console, plain


def show_assigned(found: Assigned) -> None:
    """What was added, article by article, then everybody's share."""
    out = console()
    if found.added:
        out.print(_articles(found.added))
        out.print()
    out.print(_shares(found.shares))


def _articles(added: Sequence[Assignment]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    for name in ("article", "coders", "sample"):
        table.add_column(name, overflow="fold")
    for assignment in added:
        sample = "yes" if assignment.sample else ""
        table.add_row(plain(assignment.id), plain(", ".join(assignment.coders)), sample)
    return table


def _shares(shares: Sequence[Share]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    table.add_column("coder", overflow="fold")
    for name in ("articles", "new", "sample", "units"):
        table.add_column(name, justify="right")
    for share in shares:
        numbers = (share.articles, share.added, share.sample, share.units)
        table.add_row(plain(share.coder), *map(str, numbers))
    return table
