"""One session for each document: a lock that the system lets go of when its process dies."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
from pathlib import Path

from ..errors import LockedError, StoreError
from .files import make_folder, reason


class Lock:
    """A held lock on a document; `release` lets go. A lock of a dead process is simply taken."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    def release(self) -> None:
        """Let go. The file stays, since taking it away would race with the next session."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def acquire(path: Path, *, since: str) -> Lock:
    """Take the lock at `path`. Raises LockedError, naming the holder, where another has it."""
    make_folder(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(
            f"{path.parent} cannot be written: {reason(error)}.",
            hint="Work in a folder that you may write in, or name one with --project.",
        ) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(handle, 500)
        os.close(handle)
        raise LockedError(
            f"Another session has this document open ({_words(holder)}).",
            hint="Leave that session first (q), or code under another name with --coder.",
        ) from None
    except OSError as error:
        os.close(handle)
        raise StoreError(f"{path.parent} can hold no locks: {reason(error)}.") from None
    told = {"process": os.getpid(), "host": socket.gethostname(), "since": since}
    with contextlib.suppress(OSError):  # a full disk: the lock holds even so
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps(told).encode(), 0)
    return Lock(path, handle)


def _words(holder: bytes) -> str:
    try:
        told = json.loads(holder)
        return f"process {told['process']} on {told['host']}, since {told['since']}"
    except (ValueError, KeyError, TypeError):
        return "it does not say which"
