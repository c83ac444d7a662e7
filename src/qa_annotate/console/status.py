"""How far each coder is with each article."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..core.results import Status, Work
from .base import console, plain


def show_status(status: Status) -> None:
    """Each article with its coders."""
    out = console()
    articles = dict.fromkeys(work.article for work in status.work)
    for name in articles:
        out.print(Text.assemble(plain(name, style="bold"), plain(_standing(status, name))))
        out.print(_status_table(status, name))
    for name in status.untouched:
        if name not in articles:
            out.print(plain(f"{name}: nobody has begun{_standing(status, name)}"))
    if any(work.assigned for work in status.work):
        _show_shares(out, status.work)
    if not status.work and not status.untouched:
        out.print("There is no article yet. Open one: qa-annotate open FILE")


def _standing(status: Status, article: str) -> str:
    """What an article is, where work is assigned."""
    sample = " (reliability sample)" if article in status.sample else ""
    return " (assigned to nobody)" if article in status.unassigned else sample


def _show_shares(out: Console, work: Sequence[Work]) -> None:
    """How much of what is assigned to them everybody has finished."""
    out.print("assigned and finished", style="bold")
    for coder in sorted({row.coder for row in work if row.assigned}):
        own = [row for row in work if row.assigned and row.coder == coder]
        done = sum(row.finished for row in own)
        out.print(plain(f"{coder}: {done} of {len(own)}"))


def _status_table(status: Status, article: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    table.add_column("coder", overflow="fold")
    for name in ("units", "passages", *status.labels, "lacking"):
        table.add_column(plain(name), justify="right")
    table.add_column("state")
    for work in status.work:
        if work.article == article:
            table.add_row(*_status_cells(work, status.labels))
    return table


def _status_cells(row: Work, labels: Sequence[str]) -> list[Text]:
    cells = [
        "settled" if row.cases_open is not None else row.coder,
        f"{row.units_read}/{row.units}",
        f"{row.passages_read}/{row.passages}",
        *("–" if row.blind else str(row.claims.get(label, 0)) for label in labels),
        "–" if row.blind else str(row.incomplete),
        _state(row),
    ]
    return [plain(cell) for cell in cells]


def _state(row: Work) -> str:
    if row.cases_open:
        return f"{row.cases_open} open"
    state = "finished" if row.finished else "open" if row.begun else "not begun"
    return f"{state}, not assigned" if row.assigned is False else state
