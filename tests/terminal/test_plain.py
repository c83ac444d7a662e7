"""`open --plain`: the same coding as lines and prompts, without any terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

SEED = Path(__file__).parents[2] / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"


@pytest.fixture
def code(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(SEED.read_bytes())

    def run(lines: str, **settings: str) -> tuple[str, dict]:
        env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "dumb", **settings}
        words = ["open", "a.txt", "--coder", "amal", "--plain"]
        done = subprocess.run(
            [sys.executable, "-m", "qa_annotate", *words],
            cwd=tmp_path,
            env=env,
            input=lines,
            capture_output=True,
            text=True,
            check=True,
        )
        path = tmp_path / "annotations/a/coders/amal.yaml"
        return done.stdout, YAML(typ="safe").load(path) if path.exists() else {}

    return run


def test_letters_are_keys_and_the_next_line_is_the_answer(code):
    said, document = code("]\nuu a\nkc\nseen by two\nM\nask again\nq\n")
    labels = [(claim["label"], claim["note"]) for claim in document["claims"]]
    assert labels == [("unverified", ""), ("unverified", ""), ("allegation", "seen by two")]
    assert document["memo"] == "ask again"
    assert "q1: Has ISIS gained in rebel-controlled areas?" in said
    assert 'labelled a "allegation" · z undoes' in said


def test_commands_by_name_and_searches_on_one_line(code):
    said, document = code("/aid entered\nju\n:undo\nq\n")
    assert document["claims"] == []
    assert "took back: label" in said


def test_choices_are_numbered(code):
    said, document = code("]uk\nr\n4\nq\n")
    assert "4 no_evidence_found" in said
    assert document["claims"][0]["reason"] == "no_evidence_found"


def test_the_end_of_input_saves(code):
    _, document = code("]u")
    assert len(document["claims"]) == 1


def test_who_only_looks_has_not_begun(code, tmp_path):
    _, document = code("j?\nq\n")
    assert document == {}
    assert not list(tmp_path.glob("annotations/a/coders/amal*"))


def test_help_tells_the_keys_that_one_has_changed(code, tmp_path):
    keys = tmp_path / "config/qa-annotate/keys.yaml"
    keys.parent.mkdir(parents=True)
    keys.write_text("undo: [U]\n", encoding="utf-8")
    said, _ = code("?\nq\n", XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert "U: undo" in said


def test_help_about_something(code):
    said, _ = code("?undo\nq\n")
    assert "z: undo" in said
    assert "next question's answer" not in said


def test_a_confirmation_and_help(code):
    said, document = code("?\n]u\nF\ny\nq\n")
    assert document["finished"] is True
    assert "finish all the same?" in said
    assert "next question's answer" in said
