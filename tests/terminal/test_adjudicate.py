"""`qa-annotate adjudicate` on a terminal: killed, reopened, by lines, refused, names hidden."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """\
The last ferry

Q: When did the ferry stop?

A: It stopped on the ninth of January. The office locked the pier at dawn.

Q: Who paid for the boats?

A: The fishermen paid for the fuel. The council never gave the money back. We still wait.
"""
ARABIC = """\
الجسر القديم

س: متى أغلق الجسر؟

ج: أغلق الجسر في كانون الثاني. قال الحراس إن القرار جاء من المكتب.
"""


def lines(folder: Path, typed: str, *words: str) -> str:
    """A session of lines, typed from a script; all that it said."""
    env = {**os.environ, "XDG_STATE_HOME": str(folder.parent / "state"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "qa_annotate", *words],
        input=typed,
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Two coders at the ferry: they differ in a label and in words, and agree on the rest."""
    folder = tmp_path / "desk"
    folder.mkdir(exist_ok=True)
    (folder / "b.txt").write_text(TEXT)
    (folder / "c.txt").write_text(ARABIC)
    lines(folder, "u\na\nu\na\n \nF\nq\n", "open", "b.txt", "--plain", "--coder", "amal")
    lines(folder, "u\nhhu\nu\nu\n \nF\nq\n", "open", "b.txt", "--plain", "--coder", "omar")
    return folder


def originals(folder: Path, article: str = "b") -> dict[str, str]:
    found = (folder / "annotations" / article / "coders").glob("[!.]*")
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


def log_of(folder: Path, article: str = "b") -> list[dict]:
    path = folder / "annotations" / article / "adjudicated.history.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_a_sitting_from_two_codings_to_one(terminal, desk):
    before = originals(desk)
    here = terminal("adjudicate", "b", "--coder", "zoe")
    here.wait("2 agreed cases taken over")
    here.wait("saved 0/2")
    assert "1 amal" in here.text
    assert "2 omar" in here.text
    assert "━" in here.text
    here.send("1")
    here.wait("saved 1/2")
    here.send("v")
    here.wait('why "verified":')
    here.send("seen in the books\r")
    here.wait("all is settled: F finishes")
    here.send("F")
    here.wait("saved 2/2 finished")
    here.send("q")
    assert here.end() == 0
    assert "2 of 2 cases settled, 2 agreed, finished." in here.text
    written = (desk / "annotations/b/adjudicated.yaml").read_text()
    assert "kind: adjudication" in written
    assert 'why: "seen in the books"' in written
    assert originals(desk) == before
    assert terminal("check").end() == 1  # verified without evidence
    assert terminal("verify").end() == 1


def test_killed_at_any_moment_nothing_that_was_called_saved_is_lost(terminal, desk):
    chance, seen, before = random.Random(20261125), 0, originals(desk)
    for _ in range(5):
        here = terminal("adjudicate", "b", "--coder", "zoe")
        here.wait("saved ")
        for key in [chance.choice("12=xzZ ") for _ in range(chance.randint(1, 6))]:
            here.send(key)
            here.read(chance.random() / 10)
        here.read(chance.random() / 20)
        here.kill(signal.SIGKILL)
        log = log_of(desk)
        assert len(log) >= seen
        assert [entry["seq"] for entry in log] == list(range(1, len(log) + 1))
        seen = len(log)
    assert originals(desk) == before
    assert "No problems." in lines(desk, "", "check")


@pytest.mark.usefixtures("terminal", "desk")
def test_what_was_saved_before_a_kill_is_there_again(terminal):
    here = terminal("adjudicate", "b", "--coder", "zoe")
    here.wait("saved 0/2")
    here.send("1")
    here.wait("saved 1/2")
    here.kill(signal.SIGKILL)
    again = terminal("adjudicate", "b", "--coder", "zoe")
    again.wait("saved 1/2")
    again.send("z")
    again.wait("saved 0/2")  # undo reaches back over the crash
    again.send("q")
    assert again.end() == 0


@pytest.mark.usefixtures("terminal", "desk")
def test_a_second_session_is_refused(terminal):
    here = terminal("adjudicate", "b", "--coder", "zoe")
    here.wait("saved 0/2")
    second = terminal("adjudicate", "b", "--coder", "yara")
    second.wait("Another session has this document open")
    assert second.end() == 1


@pytest.mark.usefixtures("terminal", "desk")
def test_resizing_at_any_moment(terminal):
    here = terminal("adjudicate", "b", "--coder", "zoe")
    here.wait("saved 0/2")
    for rows, columns in ((5, 20), (40, 160), (14, 59), (24, 80)):
        here.resize(rows, columns)
        here.send("j")
        here.wait(lambda text: text.strip() != "")
    here.wait("space no claim")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_signal_leaves_saved_work(terminal, desk, number):
    here = terminal("adjudicate", "b", "--coder", "zoe")
    here.wait("saved 0/2")
    here.send("1")
    here.wait("saved 1/2")
    here.kill(number)
    assert b"\x1b[?1049l" in here.output
    assert 'how: "side"' in (desk / "annotations/b/adjudicated.yaml").read_text()


@pytest.mark.usefixtures("terminal", "desk")
def test_no_name_reaches_the_terminal(terminal):
    here = terminal("adjudicate", "b", "--coder", "zoe", "--anonymous")
    here.wait("coder A")
    for key in ("1", "w", "\x1b", "?", "\x1b", "e", "\x1b", "q"):
        here.send(key)
        here.read(0.3)
    assert here.end() == 0
    said = here.output.decode(errors="replace").casefold()
    assert "coder b" in said
    assert "amal" not in said
    assert "omar" not in said


def test_lines_for_screen_readers_and_scripts(desk):
    said = lines(desk, "2\nv\nseen in the books\nF\nq\n", "adjudicate", "--plain", "--coder", "zoe")
    assert "case 1 of 4" in said
    assert "took the side of omar" in said
    assert "finished · F opens it again" in said
    assert "2 of 2 cases settled, 2 agreed, finished." in said
    assert "\x1b" not in said


def test_an_arabic_interview(terminal, desk):
    lines(desk, "u\nu\nq\n", "open", "c.txt", "--plain", "--coder", "amal")
    lines(desk, "hu\na\nq\n", "open", "c.txt", "--plain", "--coder", "omar")
    here = terminal("adjudicate", "c", "--coder", "zoe")
    here.wait("saved 0/2")
    here.send("=")
    here.wait("saved 1/2")
    here.send("a")
    here.wait('why "allegation"')
    here.send("يقولون من أمر\r")
    here.wait("saved 2/2")
    here.send("q")
    assert here.end() == 0
    written = (desk / "annotations/c/adjudicated.yaml").read_text()
    assert "أغلق الجسر في كانون الثاني." in written
    assert 'why: "يقولون من أمر"' in written


@pytest.mark.usefixtures("terminal", "desk")
def test_without_colour_nothing_is_lost(terminal):
    here = terminal("adjudicate", "b", "--coder", "zoe", NO_COLOR="1")
    here.wait("1 of 4")
    here.wait("u unverified")
    assert b"\x1b[32m" not in here.output


def test_it_needs_a_terminal_or_plain(desk):
    assert "adjudicate --plain" in lines(desk, "", "adjudicate", "b")


def test_keys_of_ones_own_settle_too(terminal, tmp_path, desk):
    assert desk.exists()
    folder = tmp_path / "config" / "qa-annotate"
    folder.mkdir(parents=True)
    env = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    (folder / "keys.yaml").write_text("next-question: n\nunion: B\nquit: [Q]\n")
    here = terminal("adjudicate", "b", "--coder", "zoe", **env)
    here.wait("B join")
    here.send("Q")
    assert here.end() == 0
    (folder / "keys.yaml").write_text("next: S\n")
    here = terminal("adjudicate", "b", "--coder", "zoe", **env)
    assert here.end() == 1
    assert "'S' would mean both 'parts' and 'next'" in here.text.replace("\n", "")
    (folder / "keys.yaml").write_text("nxt: S\n")
    here = terminal("adjudicate", "b", "--coder", "zoe", **env)
    assert here.end() == 1
    assert "there is no command 'nxt'" in here.text.replace("\n", "")
