"""A change of many files: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa_annotate.errors import StoreError
from qa_annotate.store.changing import Change, change, finish
from qa_annotate.store.lock import acquire
from qa_annotate.store.project import need_project

AT = "2026-11-22T10:04:11Z"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "annotations" / "a").mkdir(parents=True)
    (tmp_path / "annotations" / "a" / "x.txt").write_text("old", encoding="utf-8")
    (tmp_path / "annotations" / "keep.txt").write_text("kept", encoding="utf-8")
    return tmp_path


MADE = Change(
    writes={"annotations/b/x.txt": b"new", "annotations/keep.txt": b"again"},
    deletes=("annotations/a", "annotations/none.txt"),
)


def files(root: Path) -> dict[str, str]:
    found = (p for p in root.rglob("*") if p.is_file() and p.suffix != ".lock")
    return {p.relative_to(root).as_posix(): p.read_text(encoding="utf-8") for p in found}


AFTER = {"annotations/b/x.txt": "new", "annotations/keep.txt": "again"}


def test_files_are_written_and_taken_away(root: Path) -> None:
    change(root, MADE, at=AT)
    assert files(root) == AFTER


def test_what_is_ready_is_carried_out_by_whoever_comes_next(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_annotate.store.changing._carry_out", lambda _: None)
    change(root, MADE, at=AT)
    assert "annotations/a/x.txt" in files(root)
    monkeypatch.undo()
    need_project(root, root)
    assert files(root) == AFTER
    finish(root)
    assert files(root) == AFTER


def test_what_was_only_prepared_is_dropped(root: Path) -> None:
    before = files(root)
    half = root / "annotations" / ".change.tmp"
    half.mkdir()
    (half / "0").write_text("half", encoding="utf-8")
    need_project(root, root)
    assert files(root) == before


def test_nothing_changes_where_it_cannot_be_prepared(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = files(root)
    monkeypatch.setattr("qa_annotate.store.changing._write", full)
    with pytest.raises(StoreError, match="no space left on device"):
        change(root, MADE, at=AT)
    assert files(root) == before


def test_two_changes_never_run_at_once(root: Path) -> None:
    held = acquire(root / "annotations" / ".change.lock", since=AT)
    with pytest.raises(StoreError, match="being changed by another command"):
        change(root, MADE, at=AT)
    held.release()
    change(root, MADE, at=AT)
