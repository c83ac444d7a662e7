"""`qa-annotate structure` on a terminal: a misread page put right, and what it may not change."""

from __future__ import annotations

import json
import signal
from pathlib import Path

TEXT = """\
A talk about boats

The harbour was quiet.

Where do the boats lie?

Behind the wall. Nobody steals there.

Who built the wall?

The town built it, long ago.
"""


def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk" / "b.txt").write_text(TEXT)
    return tmp_path / "desk"


def added(terminal, tmp_path: Path) -> Path:
    folder = desk(tmp_path)
    assert terminal("add", "b.txt").end() == 0
    return folder / "annotations" / "b"


def test_roles_speakers_and_undo(terminal, tmp_path):
    article = added(terminal, tmp_path)
    here = terminal("structure", "b", "--coder", "amal")
    here.wait("structure of")
    here.send("gjjQA")
    here.wait("this is answer")
    here.send("QA")
    here.wait("2 pairs")
    here.send("k")
    here.send("p")
    here.wait("who speaks")
    here.send("Ann Roe\r")
    here.wait("Ann Roe speaks")
    here.send("zZ")
    here.wait("made again: speaker")
    here.wait(lambda text: "saved" in text and "saving" not in text)
    here.send("q")
    assert here.end() == 0
    assert "corrections stand, 2 pairs" in here.text
    written = (article / "article.yaml").read_text()
    assert written.count("role: question") == 2
    log = [json.loads(line) for line in (article / "structure.history.jsonl").open()]
    assert {entry["coder"] for entry in log} == {"amal"}
    assert terminal("check").end() == 0


def test_a_kill_loses_no_correction(terminal, tmp_path):
    article = added(terminal, tmp_path)
    here = terminal("structure", "b", "--coder", "amal")
    here.wait("structure of")
    here.send("gN")
    here.wait("this is note")
    here.wait(lambda text: "saving" not in text)
    here.kill(signal.SIGKILL)
    assert "role: note" not in (article / "article.yaml").read_text()
    again = terminal("structure", "b", "--coder", "amal")
    again.wait("note        A talk about boats")
    again.send("q")
    assert again.end() == 0


def test_refused_once_a_coder_has_read_part_unless_a_reason_is_given(terminal, tmp_path):
    article = added(terminal, tmp_path)
    reader = terminal("open", "b", "--coder", "bo")
    reader.wait("saved 0/")
    reader.send(" ")
    reader.wait("saved 1/")
    reader.send("q")
    reader.end()
    refused = terminal("structure", "b", "--coder", "amal")
    assert refused.end() == 1
    assert "bo has read part of this article" in refused.text
    forced = terminal("structure", "b", "--coder", "amal", "--force", "the caption was missed")
    forced.wait("structure of")
    forced.send("GC")
    forced.wait("this is caption")
    forced.send("q")
    assert forced.end() == 0
    log = (article / "structure.history.jsonl").read_text()
    assert '"why":"the caption was missed"' in log


def test_split_and_label(terminal, tmp_path):
    article = added(terminal, tmp_path)
    here = terminal("structure", "b", "--coder", "amal")
    here.wait("structure of")
    here.send("gjjjl")
    here.send("s")
    here.wait("split · z undoes")
    here.send("q")
    assert here.end() == 0
    assert f"start: {TEXT.index('Nobody')}," in (article / "article.yaml").read_text()
    assert terminal("check").end() == 0


ARABIC = """\
الجسر القديم

س: متى أغلق الجسر؟

ج: أغلق الجسر في كانون الثاني. قال الحراس إن القرار جاء من المكتب.
"""


def test_an_arabic_structure_is_read_from_right_to_left(terminal, tmp_path):
    (tmp_path / "desk" / "b.txt").write_text(ARABIC)
    assert terminal("add", "b.txt").end() == 0
    here = terminal("structure", "b", "--coder", "amal", "--bidi", "app")
    here.wait("leave")
    rows = [row.rstrip() for row in here.screen.display]
    assert any(row.endswith(":\ufe9d") for row in rows), rows  # the answer's label, at the right
    here.send("q")
    assert here.end() == 0
    off = terminal("structure", "b", "--coder", "amal", "--bidi", "sideways")
    assert off.end() == 2
