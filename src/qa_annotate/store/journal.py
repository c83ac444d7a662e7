"""The edit log on disk: a JSON line an entry, append-only, each with the digest of the one before.

`append` hands the line to the system at once; `sync`, called by a worker, makes it last. Only what
`sync` has returned may be called saved. A last line without its newline was never acknowledged, and
is dropped.
"""

from __future__ import annotations

import errno
import gc
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from ..adapters.codec import ShapeError, from_json, to_lean_json
from ..core.records import Begun, Edit, Entry, Saved, StructureEdit, Unblinded
from ..core.text import sha256_bytes
from ..errors import FileError, Problem, StoreError
from .files import make_folder, read_bytes, reason, sync_folder, write_whole

FIRST = "0" * 64
"""What the first entry names as the digest of the line before it."""


@dataclass(frozen=True, kw_only=True)
class Log:
    """The entries of a log that proved whole, the digest of its last line, and its length."""

    entries: tuple[Entry, ...] = ()
    head: str = FIRST
    size: int = 0  # bytes up to the end of the last whole line


def read_log(path: Path, shown: str | None = None) -> Log:
    """Read a log and prove its chain. Raises FileError, with the line, where a link is broken.

    `shown` is the path as messages name it.
    """
    if not path.exists():
        return Log()
    data = read_bytes(path)
    with _no_collection():
        entries, head = _proved(data, shown or str(path), Entry)
    return Log(entries=tuple(entries), head=head, size=data.rfind(b"\n") + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """What of an entry makes the chain."""

    seq: int
    previous: str


def prove_log(path: Path, shown: str) -> tuple[int, str]:
    """How many entries a log has, and the digest of the last: its chain proved, the rest unread.

    Raises FileError, with the line, where a link is broken.
    """
    with _no_collection():
        links, head = _proved(read_bytes(path), shown, Link)
    return len(links), head


@contextmanager
def _no_collection() -> Iterator[None]:
    """Entries hold no circles: looking for some took half the time of a long log."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


Linked = TypeVar("Linked", Entry, Link)


def _proved(data: bytes, shown: str, kind: type[Linked]) -> tuple[list[Linked], str]:
    """The entries of a log's whole lines, and the digest of the last."""
    entries: list[Linked] = []
    heads = [FIRST]  # at each place the digest of the line of that number
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        entry = _parsed(line, shown, number, kind)
        if entry.previous != heads[-1] or entry.seq != number:
            raise _broken(entry, heads, shown, number)
        entries.append(entry)
        heads.append(sha256_bytes(line))
    return entries, heads[-1]


def parsed_line(line: bytes, path: str, number: int) -> Entry:
    """One line of a log. Raises FileError where it is damaged."""
    return _parsed(line, path, number, Entry)


def _parsed(line: bytes, path: str, number: int, kind: type[Linked]) -> Linked:
    try:
        return from_json(line, kind)
    except ShapeError as error:
        if line.startswith(CONFLICT_MARKS):
            words = "version control left two logs here, with its marks between them"
            raise FileError(Problem(path, number, "log-fork", words), hint=_JOIN) from None
        words = f"the log is damaged here: {error.message}"
        raise FileError(Problem(path, number, "log", words), hint=_RESTORE) from None


CONFLICT_MARKS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
_JOIN = "Join them by an entry: qa-annotate merge-log ARTICLE --coder NAME (or --structure)"
_RESTORE = "Restore the log from a copy or from version control; `qa-annotate check` proves it."


def _broken(entry: Entry | Link, heads: list[str], path: str, number: int) -> FileError:
    """What to say of an entry that doesn't follow the line before it."""
    if entry.previous in heads:
        words = f"two logs were joined: this entry follows line {heads.index(entry.previous)}"
        return FileError(Problem(path, number, "log-fork", words), hint=_JOIN)
    words = "the chain is broken: this entry does not follow the line before it"
    return FileError(Problem(path, number, "log", words), hint=_RESTORE)


def chained(log: Log, entries: Iterable[Entry]) -> Log:
    """A log with more entries, numbered and chained to those it has."""
    for entry in entries:
        linked = replace(entry, seq=len(log.entries) + 1, previous=log.head)
        line = to_lean_json(linked)
        size = log.size + len(line) + 1
        log = Log(entries=(*log.entries, linked), head=sha256_bytes(line), size=size)
    return log


def as_bytes(log: Log) -> bytes:
    """A log as it lies on disk."""
    return b"".join(to_lean_json(entry) + b"\n" for entry in log.entries)


class Journal:
    """A log that is being written. Entries get their numbers here and keep them, come what may:
    lines that the disk refuses wait, and go out with the next that it takes."""

    def __init__(self, path: Path, log: Log, *, coder: str, tool: str) -> None:
        self.path = path
        self.seq = len(log.entries)
        self.written = self.seq
        self.synced = self.seq
        self._head = log.head
        self._size = log.size
        self._coder = coder
        self._tool = tool
        self._handle = -1
        self._waiting: list[bytes] = []
        self._unsynced: list[bytes] = []  # written, and not known to be on disk
        self._safe = log.size  # the length up to which it is
        self._doubtful = False  # a sync failed: what was written since may be lost without a word
        self._taken_by: Path | None = None  # another file that stands where this log stood
        self._turn = threading.Lock()  # edits come from the session, saves from its worker

    def append(
        self,
        at: str,
        *,
        edit: Edit | None = None,
        structure: StructureEdit | None = None,
        saved: Saved | None = None,
        begun: Begun | None = None,
        unblinded: Unblinded | None = None,
    ) -> int:
        """Take one entry into the log; its number. Call `flush` to hand it to the system."""
        with self._turn:
            self.seq += 1
            entry = Entry(
                seq=self.seq, at=at, coder=self._coder, tool=self._tool, previous=self._head
            )
            line = to_lean_json(
                replace(
                    entry,
                    begun=begun,
                    edit=edit,
                    structure=structure,
                    saved=saved,
                    unblinded=unblinded,
                )
            )
            self._head = sha256_bytes(line)
            self._waiting.append(line + b"\n")
            return self.seq

    def flush(self) -> None:
        """Hand waiting lines to the system. Raises StoreError, keeping them, where it refuses; and
        where another file has taken the log's place: then they are in one beside it."""
        try:
            with self._turn:
                self._hand_over()
        except OSError as error:
            raise StoreError(f"{self.path.name} cannot be written: {reason(error)}.") from None
        if self._taken_by is not None:
            raise StoreError(
                f"{self._taken_by.name} was replaced by another file while it was open; this "
                f"session's log goes on beside it, in {self.path.name}.",
                hint=_JOIN,
            )

    def _hand_over(self) -> None:
        if self._handle >= 0 and not _is_open_at(self._handle, self.path):
            self._make_again()
        if self._handle < 0 and self._waiting:
            self._open()  # not before there is something to keep: a mere look begins no log
        while self._waiting:
            self._write(self._waiting[0])
            self._size += len(self._waiting[0])
            self._unsynced.append(self._waiting.pop(0))
            self.written += 1

    def _make_again(self) -> None:
        """The log was taken away, or another file put in its place, while it was open.

        What it holds can still be read: it is written again where it stood, or else beside what
        stands there now.
        """
        if self.path.exists():
            self._taken_by, self.path = self.path, kept_beside(self.path)
        data = os.pread(self._handle, self._size, 0)
        old, self._handle = self._handle, -1
        os.close(old)
        make_folder(self.path.parent)
        write_whole(self.path, data)

    def _open(self) -> None:
        make_folder(self.path.parent)
        fresh = not self.path.exists()
        self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        os.ftruncate(self._handle, self._size)
        if fresh:
            sync_folder(self.path.parent)

    def _write(self, line: bytes) -> None:
        """One whole line at the end of the log, or nothing of it."""
        done = 0
        try:
            while done < len(line):
                done += os.pwrite(self._handle, line[done:], self._size + done)
        except OSError:
            if done:
                os.ftruncate(self._handle, self._size)
            raise

    def sync(self) -> int:
        """Make what was handed over last; the number of the last entry that now does."""
        upto = self.written
        if self._handle >= 0 and upto > self.synced:
            try:
                if self._doubtful:
                    upto = self._write_anew()
                _sync_data(self._handle)
            except OSError as error:
                self._doubtful = True
                raise StoreError(f"{self.path.name} cannot be synced: {reason(error)}.") from None
            with self._turn:
                count = upto - self.synced
                self._safe += sum(map(len, self._unsynced[:count]))
                del self._unsynced[:count]
                self.synced, self._doubtful = upto, False
        return self.synced

    def _write_anew(self) -> int:
        """The whole log written beside, read back, and put in its place; its last entry.

        After a failed sync the system may have dropped what it held, and call the next sync a
        success: so nothing that was written since the last good one is trusted to be there.
        """
        with self._turn:
            data = os.pread(self._handle, self._safe, 0) + b"".join(self._unsynced)
            write_whole(self.path, data)
            if read_bytes(self.path) != data:
                raise OSError(errno.EIO, "what was written is not what stands there")
            os.close(self._handle)
            self._handle = os.open(self.path, os.O_RDWR)
            return self.written

    def close(self) -> None:
        """Give the file back."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def kept_beside(path: Path) -> Path:
    """Where a log goes on whose place another file has taken."""
    return path.with_name(path.name.replace(".history.jsonl", ".history.kept.jsonl"))


def _is_open_at(handle: int, path: Path) -> bool:
    """Whether a path still leads to the file that is open."""
    try:
        there, here = path.stat(), os.fstat(handle)
    except FileNotFoundError:
        return False
    return (there.st_dev, there.st_ino) == (here.st_dev, here.st_ino)


def _sync_data(handle: int) -> None:
    getattr(os, "fdatasync", os.fsync)(handle)


def saves(entries: tuple[Entry, ...]) -> Iterator[Saved]:
    """The saves that a log records, oldest first."""
    return (entry.saved for entry in entries if entry.saved is not None)
