"""Whole files, read strictly and written beside and then over, with words for what goes wrong."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from ..errors import FileError, Problem, StoreError


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of the project. Raises StoreError where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {reason(error)}.") from None


def read_text(path: Path, shown: str | None = None) -> str:
    """The text of a file of the project, line ends as they are. Raises FileError if not UTF-8.

    `shown` is the path as messages name it.
    """
    data = read_bytes(path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(
            Problem(shown or str(path), line, "encoding", "this is not UTF-8")
        ) from None


def reason(error: OSError) -> str:
    """What the system says, as the end of a sentence."""
    return (error.strerror or str(error)).lower()


def make_folder(path: Path) -> None:
    """A folder, with those above it. Raises StoreError where that can't be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {path} cannot be made: {reason(error)}.",
            hint="Work in a folder that you may write in, or name one with --project.",
        ) from None


def write_whole(
    path: Path, data: bytes, *, before_rename: Callable[[], None] | None = None
) -> None:
    """Write a file beside its place, sync it, then rename it over.

    `before_rename` runs when the new bytes are safe on disk and the old file still stands. Raises
    StoreError, leaving the old file as it was, where the disk is full or may not be written.
    """
    path = followed(path)
    beside = temporary(path)
    announced = False
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(path.parent)
        if before_rename:
            before_rename()
            announced = True
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        if not announced:
            with contextlib.suppress(OSError):
                beside.unlink()
        raise StoreError(
            f"{path} cannot be written: {reason(error)}.",
            hint="Make room, or work in a folder that you may write in.",
        ) from None


def put_in_place(path: Path) -> None:
    """Finish a `write_whole` that was cut short just before its rename."""
    path = followed(path)
    try:
        temporary(path).replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {reason(error)}.") from None


def temporary(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    path = followed(path)
    return path.with_name(f".{path.name}.tmp")


def followed(path: Path) -> Path:
    """The file that a symbolic link stands for: it is what is read and written, the link stays."""
    return path.resolve() if path.is_symlink() else path


def write_if_missing(path: Path, data: bytes) -> bool:
    """Write a shared file only where it doesn't stand yet; whether it was written."""
    if path.exists():
        return False
    write_whole(path, data)
    return True


def sync_folder(path: Path) -> None:
    """Make renames and new names in a folder last."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
