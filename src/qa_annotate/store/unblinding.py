"""The record of who looked at others' labels while a project was coded blind.

A log for each person under `annotations/unblinded/`, chained and append-only as edit logs are, so
that two people never write the same file. `check` proves it, `log` tells it, a seal covers it.
"""

from __future__ import annotations

from pathlib import Path

from ..core.records import Unblinded
from .journal import Journal, read_log
from .lock import acquire
from .project import Project

_ENDING = ".history.jsonl"


def unblinding_logs(project: Project) -> dict[str, Path]:
    """The logs by the people who looked, sorted."""
    found = sorted(_folder(project).glob(f"[!.]*{_ENDING}"))
    return {path.name.removesuffix(_ENDING): path for path in found}


def record_unblinding(project: Project, who: str, looked: Unblinded, *, at: str, tool: str) -> None:
    """Put on record that somebody looked. It is on disk when this returns.

    Raises StoreError where it can't be, FileError where the log is damaged: then nobody may look.
    """
    path = _folder(project) / f"{who}{_ENDING}"
    lock = acquire(unblinding_lock(project, who), since=at)
    try:
        journal = Journal(path, read_log(path, project.shown(path)), coder=who, tool=tool)
        try:
            journal.append(at, unblinded=looked)
            journal.flush()
            journal.sync()
        finally:
            journal.close()
    finally:
        lock.release()


def unblinding_lock(project: Project, who: str) -> Path:
    """The lock that is held while a line is written."""
    return _folder(project) / f".{who}.lock"


def _folder(project: Project) -> Path:
    return project.annotations / "unblinded"
