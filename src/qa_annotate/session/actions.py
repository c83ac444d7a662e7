"""What happens to a session, and what it asks of the world; the same for every kind of session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """A key was pressed: its name, and 50 fresh random bits for the id of a claim it may make."""

    key: str
    fresh: int = 0


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text was pasted."""

    text: str


@dataclass(frozen=True, slots=True)
class Clicked:
    """The mouse clicked a cell: its row and column on the screen."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Scrolled:
    """The mouse wheel turned: 1 is down, -1 is up."""

    step: int


@dataclass(frozen=True, slots=True)
class Resized:
    """The screen has another size: rows, columns."""

    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Logged:
    """An edit has its number in the log: now it is part of the document."""

    seq: int
    edit: Any


@dataclass(frozen=True, slots=True)
class Synced:
    """The disk has every entry up to this one."""

    seq: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The disk refused; the sentence says why."""

    message: str


Action = Press | Pasted | Clicked | Scrolled | Resized | Logged | Synced | Failed


@dataclass(frozen=True, slots=True)
class Append:
    """Put an edit into the log, and come back with `Logged`."""

    edit: Any


@dataclass(frozen=True, slots=True)
class Leave:
    """Save and end the session."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """Give the terminal back to the shell until the person comes back."""


Effect = Append | Leave | Suspend


class Keeper(Protocol):
    """What a session needs of the disk. What an edit is, and what is saved, is its own affair."""

    def append(self, edit: Any, at: str) -> int:
        """Take an edit into the log; its number."""

    def flush(self) -> None:
        """Hand it to the system. Raises StoreError where that refuses."""

    def sync(self) -> int:
        """Make it last; the last number that does. Raises StoreError where that fails."""

    def save(self, value: Any, at: str) -> None:
        """Write the YAML, where it isn't written yet. Raises StoreError where that fails."""
