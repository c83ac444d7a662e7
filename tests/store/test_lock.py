"""One session for each document."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qa_annotate.errors import LockedError, StoreError
from qa_annotate.store.lock import acquire

NOW = "2026-11-22T10:04:11Z"
HOLDS = """
import sys, time
from pathlib import Path
from qa_annotate.store.lock import acquire
lock = acquire(Path(sys.argv[1]), since="2026-11-22T09:00:00Z")
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "coders" / ".amal.lock"


def held_by_another(path: Path) -> subprocess.Popen[str]:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_a_second_session_is_refused_and_told_of_the_first(path: Path) -> None:
    with held_by_another(path) as other:
        try:
            with pytest.raises(LockedError) as caught:
                acquire(path, since=NOW)
        finally:
            other.kill()
    words = rf"\(process {other.pid} on \S+, since 2026-11-22T09:00:00Z\)\.$"
    assert re.search(words, caught.value.message)
    assert caught.value.hint is not None
    assert "--coder" in caught.value.hint


def test_the_lock_of_a_killed_process_is_taken_over(path: Path) -> None:
    with held_by_another(path) as other:
        other.kill()
        other.wait()
        lock = acquire(path, since=NOW)
    assert f'"process": {os.getpid()}' in path.read_text()
    lock.release()


def test_a_released_lock_can_be_taken_again(path: Path) -> None:
    lock = acquire(path, since=NOW)
    with pytest.raises(LockedError):
        acquire(path, since=NOW)
    lock.release()
    lock.release()
    acquire(path, since=NOW).release()


def test_a_holder_that_says_nothing_is_refused_all_the_same(path: Path) -> None:
    lock = acquire(path, since=NOW)
    path.write_bytes(b"\xff[")
    with pytest.raises(LockedError, match="it does not say which"):
        acquire(path, since=NOW)
    lock.release()


def test_a_full_disk_does_not_hinder_a_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "pwrite", _fails(errno.ENOSPC))
    acquire(path, since=NOW).release()


def test_a_folder_that_may_not_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", _fails(errno.EROFS))
    with pytest.raises(StoreError, match=r"cannot be written: read-only file system\.$"):
        acquire(path, since=NOW)


def test_a_file_system_without_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", _fails(errno.ENOLCK))
    with pytest.raises(StoreError, match=r"can hold no locks: no locks available\.$") as caught:
        acquire(path, since=NOW)
    assert not isinstance(caught.value, LockedError)


def _fails(number: int) -> object:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail
