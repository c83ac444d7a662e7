"""A save that fails at any point leaves a readable file, and everything acknowledged in the log."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.adapters import yaml
from qa_annotate.adapters.codec import from_plain
from qa_annotate.core import editing
from qa_annotate.core.records import Document
from qa_annotate.errors import StoreError
from qa_annotate.store.documents import read_document
from qa_annotate.store.files import (
    read_text,
    sync_folder,
    temporary,
    write_if_missing,
    write_whole,
)
from qa_annotate.store.rewriting import plainly

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."


class Failing:
    """A call that works some times, then fails for good."""

    def __init__(self, call: Callable[..., Any], works: int, number: int) -> None:
        self.call, self.works, self.number = call, works, number
        self.failed = False

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The call, or what the system says instead."""
        if self.works <= 0:
            self.failed = True
            raise OSError(self.number, os.strerror(self.number))
        self.works -= 1
        return self.call(*args, **kwargs)


def failing(patch: pytest.MonkeyPatch, where: Any, name: str, works: int, number: int) -> Failing:
    fails = Failing(getattr(where, name), works, number)
    # a function in a class becomes a method only if it is one
    patch.setattr(where, name, (lambda *a, **k: fails(*a, **k)) if where is Path else fails)
    return fails


POINTS = [
    *((os, "fsync", n, errno.ENOSPC) for n in range(3)),
    *((os, "fdatasync", n, errno.EIO) for n in range(1)),
    *((os, "pwrite", n, errno.ENOSPC) for n in range(1)),
    (os, "open", 0, errno.EROFS),
    (os, "open", 1, errno.EMFILE),
    (Path, "open", 0, errno.EROFS),
    (Path, "replace", 0, errno.EROFS),
    (Path, "replace", 0, errno.EACCES),
]


@pytest.mark.parametrize(("where", "name", "works", "number"), POINTS)
def test_a_save_that_fails_loses_nothing(
    sit: Sit, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, works: int, number: int
) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    old = amal.paths.document.read_bytes()
    amal.label(YES, "allegation")
    acknowledged = amal.document
    with monkeypatch.context() as patch:
        fails = failing(patch, where, name, works, number)
        with pytest.raises(StoreError, match=os.strerror(number).lower()):
            amal.save()
        assert fails.failed
    text = amal.paths.document.read_bytes()
    assert text == old or yaml.load(text.decode(), "")["revision"] == acknowledged.revision
    assert read_document(amal.paths, amal.opened, amal.codebook).history.document == acknowledged
    amal.label(AID, "allegation")
    path = amal.leave()
    assert yaml.load(path.read_text(encoding="utf-8"), "")["revision"] == amal.document.revision
    assert sit().document == amal.document


@pytest.mark.parametrize(("where", "name", "works", "number"), POINTS)
def test_a_save_that_fails_and_a_kill_lose_nothing(
    sit: Sit, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, works: int, number: int
) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    amal.label(YES, "allegation")
    with monkeypatch.context() as patch:
        failing(patch, where, name, works, number)
        with contextlib.suppress(StoreError):
            amal.save()
        amal.die()
    again = sit()
    assert again.document == amal.document
    again.leave()
    assert sit().document == again.document


def test_a_first_save_that_fails_leaves_no_half_file(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    with monkeypatch.context() as patch:
        failing(patch, os, "fsync", 0, errno.ENOSPC)
        with pytest.raises(StoreError, match="no space left on device") as caught:
            amal.save()
    assert caught.value.hint == "Make room, or work in a folder that you may write in."
    assert not amal.paths.document.exists()
    assert not temporary(amal.paths.document).exists()
    amal.leave()
    assert amal.paths.document.exists()


# ---- whole files --------------------------------------------------------------------------------


def test_a_file_is_written_beside_and_then_over(tmp_path: Path) -> None:
    path = tmp_path / "f"
    write_whole(path, b"old")
    seen: list[bytes] = []
    write_whole(
        path,
        b"new",
        before_rename=lambda: seen.extend([path.read_bytes(), temporary(path).read_bytes()]),
    )
    assert seen == [b"old", b"new"]
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("where", "name", "number"),
    [(os, "fsync", errno.ENOSPC), (Path, "open", errno.EROFS), (Path, "replace", errno.EACCES)],
)
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, number: int
) -> None:
    path = tmp_path / "f"
    write_whole(path, b"old")
    with monkeypatch.context() as patch:
        failing(patch, where, name, 0, number)
        with pytest.raises(StoreError, match=os.strerror(number).lower()):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_shared_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "f"
    assert write_if_missing(path, b"one")
    assert not write_if_missing(path, b"two")
    assert path.read_bytes() == b"one"


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"a\r\nb\rc\n")
    assert read_text(tmp_path / "f") == "a\r\nb\rc\n"


def test_what_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"a\nb\xe9\n")
    with pytest.raises(Exception, match=r"^f:2: encoding: this is not UTF-8$"):
        read_text(tmp_path / "f", "f")


def test_a_folder_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda fd: synced.append(stat.S_ISDIR(os.fstat(fd).st_mode)) or real(fd)
    )
    sync_folder(tmp_path)
    write_whole(tmp_path / "f", b"x")
    assert synced == [True, False, True, True]


REMARK = "    # seen on the spot\n"
WHOLE = ("claims", "settled")


def test_a_save_of_what_changed_writes_what_a_save_of_all_writes(sit: Sit) -> None:
    amal = sit()
    for step in (
        lambda: amal.label(AID, "unverified"),
        lambda: amal.label(YES, "allegation"),
        lambda: amal.label("heavy weaponry", "verified"),
        lambda: amal.label(AID, "allegation"),
        lambda: amal.edit(editing.delete_claim(amal.document.claims[-1])),
        lambda: amal.label(YES, "verified"),
    ):
        before = read_text(amal.paths.document) if amal.paths.document.exists() else ""
        step()
        amal.save()
        after = read_text(amal.paths.document)
        if before:
            assert after == yaml.update(before, plainly(amal.document), items=WHOLE)
        assert from_plain(yaml.load(after, ""), Document) == amal.document


def test_a_save_of_what_changed_keeps_remarks_and_unknown_keys(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.label(YES, "allegation")
    amal.save()
    amal.leave()
    path = amal.paths.document
    text = path.read_text().replace("revision: ", "# ours\nrevision: ", 1)
    first = text.index("    label:")
    path.write_text(text[:first] + REMARK + '    seen_by: "bo"\n' + text[first:])
    again = sit()
    again.label(YES, "verified")
    again.save()
    again.label(AID, "allegation")
    again.label("heavy weaponry", "verified")
    again.save()
    after = path.read_text()
    assert (after.count(REMARK), after.count("seen_by"), after.count("# ours")) == (1, 1, 1)
    assert from_plain(yaml.load(after, ""), Document) == again.document
