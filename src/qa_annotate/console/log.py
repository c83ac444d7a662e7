"""The history: one event a paragraph, its changes under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from ..core.telling import Change, Event
from .base import console, plain, print_indented

_QUOTE = 100


def show_log(events: Sequence[Event]) -> None:
    """What happened, oldest first; saves are left out, since nothing changes with them."""
    out = console()
    article = ""
    for event in events:
        if event.action == "saved":
            continue
        if (event.article or event.log) != article:
            article = event.article or event.log
            out.print(plain(article, style="bold"))
        out.print(_head(event))
        for line in _lines(event):
            print_indented(out, line)
    if not article:
        out.print("Nothing has been recorded.")


def _head(event: Event) -> Text:
    whose = "" if event.by == event.log or not event.article else f" ({event.log})"
    claim = f" {event.claim}" if event.claim else ""
    return plain(f"{event.at}  {event.by}{whose}  #{event.seq} {event.action}{claim}")


def _lines(event: Event) -> Iterator[Text]:
    if event.quote:
        short = event.quote if len(event.quote) <= _QUOTE else event.quote[: _QUOTE - 1] + "…"
        yield plain(f"“{short}”", style="italic")
    for change in event.changes:
        if change.what not in ("decided", "quote"):
            yield plain(_change(change))
    if event.why:
        yield plain(f"why: {event.why}")


def _change(change: Change) -> str:
    if change.before and change.after:
        return f"{change.what}: {change.before} → {change.after}"
    if change.after:
        return f"{change.what}: {change.after}"
    return f"{change.what}: {change.before} → nothing"
