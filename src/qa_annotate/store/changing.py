"""A change of many files that happens whole or not at all, whenever a process dies.

Everything new is written beside, with a plan of what goes where; renaming that folder is the moment
at which the change is made. From then on it is carried out by whoever opens the project next.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import LockedError, StoreError
from .files import make_folder, reason, sync_folder
from .lock import Lock, acquire

_READY, _HALF, _PLAN = ".change", ".change.tmp", "plan.json"


@dataclass(frozen=True, kw_only=True)
class Change:
    """Files to write and to take away, by their paths in the project; folders go whole.

    `moved` tells of new files where they come from, unchanged.
    """

    writes: Mapping[str, bytes]
    deletes: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)


def change(root: Path, made: Change, *, at: str) -> None:
    """Carry out a change. Raises StoreError where it can't be prepared: nothing changed then."""
    lock = _lock(root, at)
    try:
        half = root / "annotations" / _HALF
        try:
            _prepare(half, made)
            half.rename(half.with_name(_READY))
            sync_folder(half.parent)
        except OSError as error:
            shutil.rmtree(half, ignore_errors=True)
            raise StoreError(
                f"{half.parent} cannot be written: {reason(error)}. Nothing was changed.",
                hint="Make room, or work in a folder that you may write in.",
            ) from None
        _carry_out(root)
    finally:
        lock.release()


def finish(root: Path) -> None:
    """Carry out a change that was cut short, or drop what was prepared of one and never made."""
    annotations = root / "annotations"
    if not (annotations / _READY).is_dir() and not (annotations / _HALF).is_dir():
        return
    lock = _lock(root, "the last change")
    try:
        if (annotations / _READY).is_dir():
            _carry_out(root)
        shutil.rmtree(annotations / _HALF, ignore_errors=True)
    finally:
        lock.release()


def _lock(root: Path, since: str) -> Lock:
    try:
        return acquire(root / "annotations" / ".change.lock", since=since)
    except LockedError:
        raise StoreError(
            "The project is being changed by another command.", hint="Try again in a moment."
        ) from None


def _prepare(half: Path, made: Change) -> None:
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    places = {str(number): path for number, path in enumerate(made.writes)}
    for number, path in places.items():
        _write(half / number, made.writes[path])
    plan = {"writes": places, "deletes": list(made.deletes)}
    _write(half / _PLAN, json.dumps(plan).encode())
    sync_folder(half)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _carry_out(root: Path) -> None:
    """Do what the plan says; what is done already is passed over."""
    ready = root / "annotations" / _READY
    plan = json.loads((ready / _PLAN).read_bytes())
    for number, path in plan["writes"].items():
        if (ready / number).exists():
            make_folder((root / path).parent)
            (ready / number).replace(root / path)
            sync_folder((root / path).parent)
    _take_away(root, plan["deletes"], {*plan["writes"].values()})
    shutil.rmtree(ready)
    sync_folder(ready.parent)


def _take_away(root: Path, deletes: Iterable[str], written: set[str]) -> None:
    for path in (root / name for name in deletes):
        if path.is_dir():
            shutil.rmtree(path)
        elif path.relative_to(root).as_posix() not in written:
            path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()  # where it was the last file there
        if path.parent.is_dir():
            sync_folder(path.parent)
