"""The edit log as a value: folding entries into a document, undo, and what to make of a file.

The log is the crash journal, the audit trail and the undo history in one. `fold` runs it; the
stacks it keeps say what `z` and `Z` would take back or bring back, across restarts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeAlias, TypeVar

from .editing import apply, reverse
from .model import Span
from .records import Document, Edit, Entry

Edited = TypeVar("Edited", bound="Undoable")
Held = TypeVar("Held")

BARRIERS = frozenset(
    {
        "import",
        "edited outside",
        "older file",
        "merge",
        "reanchor",
        "structure",
        "migrate",
        "import from file",
        "purge",
        "rename",
    }
)
"""Entries that undo doesn't go past."""


class Undoable(Protocol):
    """What an edit tells about undo."""

    @property
    def action(self) -> str:
        """What a person did."""

    @property
    def undoes(self) -> int | None:
        """The entry that this edit takes back."""

    @property
    def redoes(self) -> int | None:
        """The entry that this edit brings back."""


@dataclass(frozen=True, slots=True)
class Stack(Generic[Edited]):
    """Edits with their entry numbers, the newest on top; a step costs the same however many."""

    seq: int
    edit: Edited
    below: Stack[Edited] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline(Generic[Held, Edited]):
    """Something that edits change, and what can be undone and redone from here."""

    document: Held
    done: Stack[Edited] | None = None
    undone: Stack[Edited] | None = None


History: TypeAlias = Timeline[Document, Edit]
"""An annotation document over time."""


def advanced(
    timeline: Timeline[Held, Edited], document: Held, seq: int, edit: Edited
) -> Timeline[Held, Edited]:
    """The timeline after an edit, numbered `seq` in the log, that made `document`."""
    done, undone = timeline.done, timeline.undone
    if edit.undoes is not None and done:
        undone, done = Stack(done.seq, done.edit, undone), done.below
    elif edit.redoes is not None and undone:
        done, undone = Stack(seq, edit, done), undone.below
    elif edit.action in BARRIERS:
        done = undone = None
    else:
        done, undone = Stack(seq, edit, done), None
    return Timeline(document=document, done=done, undone=undone)


def step(history: History, seq: int, edit: Edit, text: str) -> History:
    """One more edit of a document. Raises ConflictError where it doesn't fit."""
    document = replace(apply(history.document, edit, text), revision=seq)
    return advanced(history, document, seq, edit)


def undo(history: History) -> Edit | None:
    """The edit that takes the last one back; None when there is none."""
    top = history.done
    return replace(reverse(top.edit), undoes=top.seq, redoes=None) if top else None


def redo(history: History) -> Edit | None:
    """The edit that brings the last undone one back; None when there is none."""
    top = history.undone
    return replace(top.edit, undoes=None, redoes=top.seq) if top else None


def fold(
    blank: Document, entries: Iterable[Entry], text: str, earlier: Mapping[str, str] | None = None
) -> History:
    """Run a log from an empty document. Saves change nothing.

    `earlier` holds the article's earlier texts by their digests: what was read is told in them.
    """
    history: History = Timeline(document=blank)
    texts = earlier or {}
    for entry in entries:
        if entry.edit is not None:
            now = texts.get(history.document.text_sha256, text)
            history = step(history, entry.seq, entry.edit, now)
    return history


def touched(entries: Sequence[Entry]) -> frozenset[str]:
    """The ids of the claims that some entries changed."""
    return frozenset(c.id for e in entries if e.edit for c in e.edit.claims)


def same_content(a: Document, b: Document) -> bool:
    """Whether two documents say the same, their revision numbers aside."""
    return replace(a, revision=0) == replace(b, revision=0)


def place_of(edit: Edit) -> Span | None:
    """The words that an edit was about, the first of them; None for the whole document."""
    claims = [change.after or change.before for change in edit.claims]
    spans = [claim.position for claim in claims if claim]
    spans = spans or [span for change in edit.read for span in change.spans]
    spans = spans or [span for change in edit.redactions for span in change.spans]
    return spans[0] if spans else None


def last_place(history: History) -> int | None:
    """Where the newest edit that still stands was: a position in the text; None if nowhere."""
    place = place_of(history.done.edit) if history.done else None
    return place[0] if place else None
