"""The two kinds of trouble: a `Problem` in a file a person wrote, and an error that stops us."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a file: where it stands, which rule it breaks, and what to do about it."""

    path: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


class QaAnnotateError(Exception):
    """We cannot go on. The message is a sentence a coder understands; `hint` is the next step."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(QaAnnotateError):
    """The command was called in a way that cannot work (exit code 2)."""


class SourceError(QaAnnotateError):
    """A source cannot be read: missing, a folder, not text, in another encoding."""


class FileError(QaAnnotateError):
    """A file of the project cannot be used; `problem` says where and why."""

    def __init__(self, problem: Problem, *, hint: str | None = None) -> None:
        super().__init__(str(problem), hint=hint)
        self.problem = problem


class StoreError(QaAnnotateError):
    """The project folder cannot be found, read or written."""


class LockedError(StoreError):
    """Another session has this document open."""


class BlindError(QaAnnotateError):
    """Labels of others are not shown yet: the project codes blind."""
