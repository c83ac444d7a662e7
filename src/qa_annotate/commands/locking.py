"""Nobody else writes: every lock of a project held at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..store.documents import ADJUDICATED, Paths
from ..store.lock import acquire
from ..store.project import Project
from ..store.unblinding import unblinding_lock, unblinding_logs
from .world import now


@contextmanager
def all_locked(home: Project) -> Iterator[None]:
    """Hold every lock. Raises LockedError where a session has one."""
    with ExitStack() as stack:
        for path in _locks(home):
            stack.callback(acquire(path, since=now()).release)
        yield


def _locks(home: Project) -> Iterator[Path]:
    for name in home.articles():
        for coder in (*home.coders(name), ADJUDICATED):
            yield Paths(home, name, coder).lock
        yield home.folder(name) / ".structure.lock"
    for who in unblinding_logs(home):
        yield unblinding_lock(home, who)
