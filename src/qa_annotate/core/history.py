"""The edit log as a value: folding entries into a document, undo, and what to make of a file.

The log is the crash journal, the audit trail and the undo history in one. `fold` runs it; the
stacks it keeps say what `z` and `Z` would take back or bring back, across restarts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from .editing import apply, reverse
from .model import Document, Edit, Entry

Stack: TypeAlias = "tuple[tuple[int, Edit], Stack] | None"
"""Edits with their entry numbers, the newest on top; sharing makes a step cost the same always."""

BARRIERS = frozenset({"import", "edited outside", "merge", "reanchor", "structure"})
"""Entries that undo doesn't go past."""


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """A document, and what can be undone and redone from here."""

    document: Document
    done: Stack = None
    undone: Stack = None

    def undoable(self) -> tuple[int, Edit] | None:
        """The entry that undo would take back."""
        return self.done[0] if self.done else None

    def redoable(self) -> tuple[int, Edit] | None:
        """The entry that redo would bring back."""
        return self.undone[0] if self.undone else None


def step(history: History, seq: int, edit: Edit, text: str) -> History:
    """One more edit, numbered `seq` in the log. Raises ConflictError where it doesn't fit."""
    document = replace(apply(history.document, edit, text), revision=seq)
    done, undone = history.done, history.undone
    if edit.undoes is not None and done:
        undone, done = (done[0], undone), done[1]
    elif edit.redoes is not None and undone:
        done, undone = ((seq, edit), done), undone[1]
    elif edit.action in BARRIERS:
        done = undone = None
    else:
        done, undone = ((seq, edit), done), None
    return History(document=document, done=done, undone=undone)


def undo(history: History) -> Edit | None:
    """The edit that takes the last one back; None when there is none."""
    found = history.undoable()
    return replace(reverse(found[1]), undoes=found[0], redoes=None) if found else None


def redo(history: History) -> Edit | None:
    """The edit that brings the last undone one back; None when there is none."""
    found = history.redoable()
    return replace(found[1], undoes=None, redoes=found[0]) if found else None


def fold(blank: Document, entries: Iterable[Entry], text: str) -> History:
    """Run a log from an empty document. Saves change nothing."""
    history = History(document=blank)
    for entry in entries:
        if entry.edit is not None:
            history = step(history, entry.seq, entry.edit, text)
    return history


def touched(entries: Sequence[Entry]) -> frozenset[str]:
    """The ids of the claims that some entries changed."""
    return frozenset(c.id for e in entries if e.edit for c in e.edit.claims)


def same_content(a: Document, b: Document) -> bool:
    """Whether two documents say the same, their revision numbers aside."""
    return replace(a, revision=0) == replace(b, revision=0)
