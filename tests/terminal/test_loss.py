"""Whatever happens to the disk under a session, it says so and loses nothing.

The trouble is made inside the program by a small module that Python loads at its start: while a
file of that name exists, what would write is refused as the system refuses it.
"""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Terminal

REFUSING = """
import builtins, errno, os, pathlib
FULL, LOCKED = (os.environ["TROUBLE"] + name for name in ("/full", "/read-only"))
def refusing(call, writes):
    def tried(*args, **kwargs):
        if os.path.exists(FULL) and writes(args):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if os.path.exists(LOCKED) and writes(args):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return call(*args, **kwargs)
    return tried
def in_project(args):
    return "desk" in str(args[0]) if isinstance(args[0], (str, os.PathLike)) else True
for name in ("pwrite", "fsync", "fdatasync", "ftruncate"):
    setattr(os, name, refusing(getattr(os, name), lambda args: True))
os.open = refusing(os.open, lambda args: in_project(args) and args[1] & (os.O_WRONLY | os.O_RDWR))
pathlib.Path.mkdir = refusing(pathlib.Path.mkdir, lambda args: not args[0].is_dir())
"""


@pytest.fixture
def trouble(tmp_path: Path) -> Path:
    """A folder in which a file named `full` or `read-only` makes the disk so."""
    folder = tmp_path / "trouble"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(REFUSING)
    return folder


@pytest.fixture
def session(terminal, trouble) -> Callable[..., Terminal]:
    def start(*words: str) -> Terminal:
        env = {"PYTHONPATH": str(trouble), "TROUBLE": str(trouble)}
        return terminal("open", "a.txt", "--coder", "amal", *words, size=(30, 140), **env)

    return start


def coders(tmp_path: Path) -> Path:
    return tmp_path / "desk/annotations/a/coders"


def labels(tmp_path: Path) -> int:
    return (coders(tmp_path) / "amal.yaml").read_text().count("    label: ")


def test_a_full_disk_is_said_and_nothing_is_lost_once_there_is_room(session, trouble, tmp_path):
    here = session()
    here.wait("saved 0/17")
    here.send("u")
    here.wait("saved 1/17")
    (trouble / "full").touch()
    here.send("uau")  # goes on in memory
    here.wait("NOT SAVED")
    here.wait("no space left on device")
    here.wait("4/17")
    here.send("q")
    here.wait("3 edits not on disk")
    here.send("n")
    (trouble / "full").unlink()
    here.wait(lambda text: "saved 4/17" in text and "NOT" not in text)  # by itself
    here.send("q")
    assert here.end() == 0
    assert labels(tmp_path) == 4


def test_killed_on_a_full_disk_what_was_called_saved_is_there(session, trouble):
    here = session()
    here.wait("saved 0/17")
    here.send("ua")
    here.wait("saved 2/17")
    (trouble / "full").touch()
    here.send("u")
    here.wait("NOT SAVED")
    here.kill(signal.SIGKILL)
    (trouble / "full").unlink()
    session().wait("saved 2/17")


def test_a_folder_that_may_only_be_read_is_refused_and_can_be_looked_at(session, trouble):
    here = session()
    here.wait("saved 0/17")
    here.send("uq")
    here.end()
    (trouble / "read-only").touch()
    refused = session()
    assert refused.end() == 1
    assert "cannot be written: read-only file system" in refused.text.replace("\n", "")
    look = session("--read-only")
    look.wait("read only 1/17")
    look.send("u")
    look.wait("this session only reads")
    look.send("q")
    assert look.end() == 0


def test_while_one_session_has_it_another_may_look(session):
    first = session()
    first.wait("saved 0/17")
    first.send("u")
    first.wait("saved 1/17")
    second = session()
    assert second.end() == 1
    words = second.text.replace("\n", " ")
    assert f"process {first.pid} on " in words
    assert ", since 20" in words
    assert "--read-only" in words
    look = session("--read-only")
    look.wait("read only 1/17")
    first.send("a")
    first.wait("saved 2/17")


def test_a_folder_that_is_removed_while_open_is_made_again(session, tmp_path):
    here = session()
    here.wait("saved 0/17")
    here.send("u")
    here.wait("saved 1/17")
    shutil.rmtree(coders(tmp_path))
    here.send("a")
    here.wait("saved 2/17")
    here.send("q")
    assert here.end() == 0
    assert labels(tmp_path) == 2
    session().wait("saved 2/17")


def test_a_log_that_is_replaced_while_open_is_kept_and_so_is_ours(session, tmp_path):
    here = session()
    here.wait("saved 0/17")
    here.send("u")
    here.wait("saved 1/17")
    log = coders(tmp_path) / "amal.history.jsonl"
    other = log.read_bytes()
    log.unlink()
    log.write_bytes(other)  # as a checkout does: the same name, another file
    here.send("a")
    here.wait("was replaced by another file")
    here.send("qy")
    assert here.end() == 1
    assert log.read_bytes() == other
    ours = (coders(tmp_path) / "amal.history.kept.jsonl").read_text().splitlines()
    made = [
        json.loads(line)["edit"]["claims"][0]["after"]["label"] for line in ours if "label" in line
    ]
    assert made == ["unverified", "allegation"]


def test_a_file_that_another_changed_while_open_is_joined_and_told(session, tmp_path):
    here = session()
    here.wait("saved 0/17")
    here.send("u")
    here.send("q")
    here.end()
    here = session()
    here.wait("saved 1/17")
    path = coders(tmp_path) / "amal.yaml"
    path.write_text(path.read_text().replace('label: "unverified"', 'label: "allegation"'))
    here.send("a")
    here.wait("was changed by someone else while open")
    here.send("q")
    assert here.end() == 1
    assert "What was acknowledged is in" in here.text.replace("\n", " ")
    again = session()
    again.wait("unverified → allegation")  # the difference; both edits stand
    again.wait("2/17")
    again.send("q")
    again.end()
    assert path.read_text().count('label: "allegation"') == 2


def test_a_clock_behind_the_log_is_said(session, tmp_path):
    here = session()
    here.wait("saved 0/17")
    here.send("uq")
    here.end()
    log = coders(tmp_path) / "amal.history.jsonl"
    (coders(tmp_path) / "amal.yaml").unlink()
    line = json.loads(log.read_text().splitlines()[0])
    line["at"] = "2999-01-01T00:00:00Z"
    log.write_text(json.dumps(line) + "\n")
    again = session()
    again.wait("the last entry of the log 2999-01-01T00:00:00Z: is it right?")
    again.send("u")
    again.wait("saved 1/17")


def test_a_symbolic_link_stays_one_and_what_it_stands_for_is_written(session, tmp_path):
    here = session()
    here.wait("saved 0/17")
    here.send("uq")
    here.end()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("amal.yaml", "amal.history.jsonl"):
        path = coders(tmp_path) / name
        shutil.move(path, elsewhere / name)
        path.symlink_to(elsewhere / name)
    again = session()
    again.wait("saved 1/17")
    again.send("aq")
    assert again.end() == 0
    assert (coders(tmp_path) / "amal.yaml").is_symlink()
    assert (elsewhere / "amal.yaml").read_text().count("    label: ") == 2
    assert sorted(p.name for p in elsewhere.iterdir()) == ["amal.history.jsonl", "amal.yaml"]
