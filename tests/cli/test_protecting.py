"""People, redaction, purges and names as scripts meet them: exit codes, words, JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = "isis-regime-close-in-on-deir-e-zor-rebels"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Call the program in a copy of the project with its two sample codings."""
    for name in ("seeds", "annotations", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / "p" / name)
    (tmp_path / "home").mkdir()
    env = {**os.environ, "HOME": str(tmp_path / "home"), "COLUMNS": "80", "PYTHONUTF8": "1"}
    env["XDG_STATE_HOME"] = str(tmp_path / "state")
    env["QA_ANNOTATE_CODER"] = "sample-a"

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "qa_annotate", *words]
        return subprocess.run(
            call, cwd=tmp_path / "p", env=env, capture_output=True, text=True, check=False
        )

    return call


def test_people_are_added_listed_and_checked(run: Run) -> None:
    added = run("people", "add", "Amro al-Dairi", "--sensitivity", "endangers source")
    assert added.returncode == 0
    assert "p1 stands in annotations/people.yaml as “Person 1”." in added.stderr
    assert (
        json.loads(run("people", "list", "--json").stdout)[0]["sensitivity"] == "endangers source"
    )
    assert run("people", "check").returncode == 0
    assert "Osama Abu Zeid" in run("people", "suggest").stdout
    assert run("people", "add", "X", "--sensitivity", "odd").returncode == 2
    told = run("people", "add", "Al")
    assert "short-name" in told.stderr
    assert run("people", "check").returncode == 1
    assert run("check").returncode == 1


def test_scripts_say_that_people_in_danger_are_meant(run: Run) -> None:
    run("people", "add", "Amro al-Dairi", "--sensitivity", "endangers source")
    refused = run("export")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "--include-sensitive" in refused.stderr
    assert "Amro" in run("export", "--include-sensitive").stdout
    redacted = run("export", "--redact")
    assert redacted.returncode == 0
    assert "Amro" not in redacted.stdout
    assert "a person must read it" in redacted.stderr


def test_a_purge_is_spelled_out_in_scripts(run: Run, tmp_path: Path) -> None:
    run("people", "add", "Amro al-Dairi")
    dry = run("purge", "p1", "--reason", "withdrawn", "--dry-run")
    assert "Would be deleted: seeds/" in dry.stderr
    refused = run("purge", "p1", "--reason", "withdrawn")
    assert refused.returncode == 1
    assert '--confirm "purge p1"' in refused.stderr
    done = run("purge", "p1", "--reason", "withdrawn", "--confirm", "purge p1")
    assert done.returncode == 0, done.stderr
    assert "version control" in done.stderr
    assert run("check").returncode == 0
    texts = [p.read_text(encoding="utf-8") for p in (tmp_path / "p").rglob("*") if p.is_file()]
    assert not any("dairi" in text.lower() for text in texts)
    assert "purged: person" in run("log").stdout


def test_names_are_changed_and_things_put_aside(run: Run) -> None:
    assert run("rename", "article", NAME, "Talk").returncode == 0
    renamed = run("rename", "coder", "sample-b", "second")
    assert "sample-b is now second" in renamed.stderr
    assert run("check").returncode == 0
    assert "second" in run("status").stdout
    assert run("remove", "coder", "second", "--reason", "left").returncode == 0
    assert "second" not in run("status").stdout
    removed = run("remove", "article", "talk", "--reason", "twice")
    assert "put aside: removed/talk" in removed.stderr
    assert run("remove", "article", "talk", "--reason", "twice").returncode == 1
