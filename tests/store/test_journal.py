"""The edit log on disk: its chain, and what the disk may do to it."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.records import Begun, CodebookRef, Edit, FieldChange, Saved
from qa_annotate.core.text import sha256_bytes
from qa_annotate.errors import FileError, StoreError
from qa_annotate.store.journal import FIRST, Journal, Log, read_log

NOW = "2026-11-22T10:04:11Z"


def memo(before: str, after: str) -> Edit:
    return Edit(action="memo", fields=(FieldChange(field="memo", before=before, after=after),))


def journal(path: Path) -> Journal:
    return Journal(path, read_log(path), coder="amal", tool="0.1.0")


def written(path: Path, count: int = 5) -> list[bytes]:
    """A log of some entries; its lines."""
    log = journal(path)
    log.append(
        NOW,
        begun=Begun(article="bridge", text_sha256="0", codebook=CodebookRef(id="b", version="1")),
    )
    for number in range(1, count):
        log.append(NOW, edit=memo(f"{number - 1} ملاحظة", f"{number} ملاحظة"))
    log.flush()
    log.sync()
    log.close()
    return path.read_bytes().splitlines(keepends=True)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return written(tmp_path_factory.mktemp("log") / "amal.history.jsonl")


def reread(lines: list[bytes], folder: Path) -> Log:
    path = folder / "amal.history.jsonl"
    path.write_bytes(b"".join(lines))
    return read_log(path, "coders/amal.history.jsonl")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("changed")


def refused(lines: list[bytes], folder: Path) -> tuple[str, int, str]:
    with pytest.raises(FileError) as caught:
        reread(lines, folder)
    problem = caught.value.problem
    return problem.rule, problem.line, problem.message


BROKEN = "the chain is broken: this entry does not follow the line before it"


# ---- the chain ----------------------------------------------------------------------------------


def test_a_log_comes_back(lines: list[bytes], folder: Path) -> None:
    log = reread(lines, folder)
    assert [entry.seq for entry in log.entries] == [1, 2, 3, 4, 5]
    assert log.entries[2].edit == memo("1 ملاحظة", "2 ملاحظة")
    assert log.size == sum(map(len, lines))
    assert log.head == sha256_bytes(lines[-1].rstrip(b"\n"))


def test_each_line_holds_the_digest_of_the_one_before(lines: list[bytes]) -> None:
    told = [json.loads(line)["previous"] for line in lines]
    assert told == [FIRST, *(sha256_bytes(line.rstrip(b"\n")) for line in lines[:-1])]


@pytest.mark.parametrize("gone", [0, 1, 2, 3])
def test_a_line_taken_out(lines: list[bytes], folder: Path, gone: int) -> None:
    kept = lines[:gone] + lines[gone + 1 :]
    assert refused(kept, folder) == ("log", gone + 1, BROKEN)


@pytest.mark.parametrize("first", [0, 1, 2, 3])
def test_two_lines_swapped(lines: list[bytes], folder: Path, first: int) -> None:
    swapped = [*lines]
    swapped[first], swapped[first + 1] = swapped[first + 1], swapped[first]
    assert refused(swapped, folder) == ("log", first + 1, BROKEN)


@pytest.mark.parametrize("again", [0, 2, 4])
def test_a_line_doubled_is_a_fork(lines: list[bytes], folder: Path, again: int) -> None:
    rule, line, _ = refused([*lines[: again + 1], *lines[again:]], folder)
    assert (rule, line) == ("log-fork", again + 2)


def test_two_logs_joined_by_a_merge(lines: list[bytes], folder: Path, tmp_path: Path) -> None:
    """One coder on two machines: both went on from entry 3, and git kept both."""
    other = tmp_path / "amal.history.jsonl"
    other.write_bytes(b"".join(lines[:3]))
    log = journal(other)
    log.append(NOW, edit=memo("2 ملاحظة", "another"))
    log.flush()
    log.close()
    both = [*lines, *other.read_bytes().splitlines(keepends=True)[3:]]
    assert refused(both, folder) == (
        "log-fork",
        6,
        "two logs were joined: this entry follows line 3",
    )


@given(st.data())
def test_any_changed_byte_is_found_at_its_line(
    lines: list[bytes], folder: Path, data: st.DataObject
) -> None:
    """The last line has none after it that could tell; its YAML and the next entry do."""
    number = data.draw(st.integers(0, 3))
    place = data.draw(st.integers(0, len(lines[number]) - 1))
    new = data.draw(st.integers(0, 255).filter(lambda b: b != lines[number][place]))
    changed = bytearray(lines[number])
    changed[place] = new
    rule, line, _ = refused([*lines[:number], bytes(changed), *lines[number + 1 :]], folder)
    assert rule in ("log", "log-fork")
    assert line in (number + 1, number + 2)


@pytest.mark.parametrize("extra", [b"\n", b"{}\n", b"null\n"])
def test_a_line_put_in(lines: list[bytes], folder: Path, extra: bytes) -> None:
    rule, line, message = refused([*lines[:2], extra, *lines[2:]], folder)
    assert (rule, line) == ("log", 3)
    assert message.startswith("the log is damaged here: ")


def test_conflict_marks_are_a_fork(lines: list[bytes], folder: Path) -> None:
    rule, line, message = refused([*lines[:2], b"<<<<<<< HEAD\n", *lines[2:]], folder)
    assert (rule, line) == ("log-fork", 3)
    assert message == "version control left two logs here, with its marks between them"


@given(st.integers(1, 200))
def test_a_torn_last_line_is_dropped(lines: list[bytes], folder: Path, cut: int) -> None:
    torn = lines[-1][: min(cut, len(lines[-1]) - 1)]
    log = reread([*lines[:-1], torn], folder)
    assert len(log.entries) == 4
    assert log.size == sum(map(len, lines[:-1]))


def test_the_next_entry_takes_the_place_of_a_torn_one(lines: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "amal.history.jsonl"
    path.write_bytes(b"".join([*lines[:-1], lines[-1][:-10]]))
    log = journal(path)
    assert log.append(NOW, saved=Saved(revision=4, sha256="0")) == 5
    log.flush()
    log.close()
    assert read_log(path).entries[4].saved == Saved(revision=4, sha256="0")


def test_no_log_is_an_empty_log(tmp_path: Path) -> None:
    assert read_log(tmp_path / "none.jsonl") == Log()


# ---- what the disk may do -----------------------------------------------------------------------

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class Disk:
    """A disk that takes so many bytes and no more."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._write = os.pwrite

    def pwrite(self, handle: int, data: bytes, offset: int) -> int:
        """Write what there is room for."""
        if not self.room:
            raise FULL
        done = self._write(handle, data[: self.room], offset)
        self.room -= done
        return done


@pytest.mark.parametrize("room", [0, 1, 50, 10**9])
def test_a_full_disk_keeps_whole_lines_and_loses_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    path = tmp_path / "amal.history.jsonl"
    before = len(written(path))
    log = journal(path)
    disk = Disk(room)
    monkeypatch.setattr(os, "pwrite", disk.pwrite)
    log.append(NOW, edit=memo("4 ملاحظة", "5"))
    log.append(NOW, edit=memo("5", "6"))
    if room < 10**9:
        with pytest.raises(StoreError, match="no space left on device"):
            log.flush()
        assert path.read_bytes().endswith(b"\n")
        assert len(read_log(path).entries) == before
        assert log.sync() == before
        disk.room = 10**9
        log.flush()
    else:
        log.flush()
    assert log.sync() == before + 2
    assert len(read_log(path).entries) == before + 2
    log.close()


def test_what_could_not_be_synced_is_not_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "amal.history.jsonl"
    log = journal(path)
    log.append(NOW, edit=memo("", "1"))
    log.flush()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _fails, raising=False)
        patch.setattr(os, "fsync", _fails)
        with pytest.raises(StoreError, match="cannot be synced: input/output error"):
            log.sync()
        assert log.synced == 0
    assert log.sync() == 1
    log.close()


def test_after_a_failed_sync_the_log_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system may have dropped what it could not write, and call the next sync a success."""
    path = tmp_path / "amal.history.jsonl"
    log = journal(path)
    for number in range(3):
        log.append(NOW, edit=memo(str(number), str(number + 1)))
    log.flush()
    assert log.sync() == 3
    log.append(NOW, edit=memo("3", "4"))
    log.flush()
    safe = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _fails, raising=False)
        with pytest.raises(StoreError):
            log.sync()
    with path.open("r+b") as file:  # the last line was never written
        file.seek(safe.rindex(b"\n", 0, len(safe) - 1) + 1)
        file.write(b"\0" * 40)
    log.append(NOW, edit=memo("4", "5"))
    log.flush()
    assert log.sync() == 5
    assert len(read_log(path).entries) == 5
    log.append(NOW, edit=memo("5", "6"))
    log.flush()
    assert log.sync() == 6
    log.close()
    assert len(read_log(path).entries) == 6


def test_a_log_that_cannot_be_written_anew_stays_unsaved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "amal.history.jsonl"
    log = journal(path)
    log.append(NOW, edit=memo("", "1"))
    log.flush()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _fails, raising=False)
        with pytest.raises(StoreError):
            log.sync()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _fails)
        with pytest.raises(StoreError):
            log.sync()
    assert log.synced == 0
    assert log.sync() == 1
    log.close()


def _fails(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("call", ["open", "ftruncate"])
def test_a_log_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "amal.history.jsonl"
    lines = written(path)
    log = journal(path)
    log.append(NOW, edit=memo("4 ملاحظة", "5"))
    with monkeypatch.context() as patch:
        patch.setattr(os, call, _read_only)
        with pytest.raises(StoreError, match="read-only file system"):
            log.flush()
    assert path.read_bytes() == b"".join(lines)
    log.flush()
    assert len(read_log(path).entries) == 6
    log.close()


def _read_only(*_: object, **__: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def test_entries_are_numbered_when_they_are_taken(tmp_path: Path) -> None:
    log = journal(tmp_path / "amal.history.jsonl")
    number: Callable[[], int] = lambda: log.append(NOW, edit=memo("", ""))  # noqa: E731
    assert [number(), number(), number()] == [1, 2, 3]
    assert (log.written, log.synced) == (0, 0)
    log.flush()
    assert (log.written, log.synced) == (3, 0)
    assert log.sync() == 3
    log.close()
