"""Custody, decisions and the codebook as scripts meet them: exit codes, words, JSON."""

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
    env.pop("QA_ANNOTATE_CODER", None)

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "qa_annotate", *words]
        return subprocess.run(
            call, cwd=tmp_path / "p", env=env, capture_output=True, text=True, check=False
        )

    return call


@pytest.fixture
def claim(run: Run) -> str:
    """A claim of the first sample coder."""
    told = json.loads(run("log", "--coder", "sample-a", "--json").stdout)
    return str(next(event["claim"] for event in told if event["claim"]))


def test_seal_and_verify(run: Run, tmp_path: Path) -> None:
    assert run("verify").returncode == 1
    assert "qa-annotate seal" in run("verify").stderr
    done = run("seal")
    assert done.returncode == 0
    assert "without a signature (no SSH key)" in done.stderr
    assert run("verify").returncode == 0
    path = tmp_path / "p" / "annotations" / NAME / "article.txt"
    path.write_bytes(path.read_bytes().replace(b"Deir", b"Dair", 1))
    found = run("verify")
    assert found.returncode == 1
    assert found.stdout == (
        f"annotations/{NAME}/article.txt:1: seal-differs: this is not, byte for byte, what was "
        "sealed\n"
    )
    told = json.loads(run("verify", "--json").stdout)
    assert [problem["rule"] for problem in told["problems"]] == ["seal-differs"]


def test_calls_that_contradict_themselves(run: Run) -> None:
    assert run("seal", "--key", "k", "--no-sign").returncode == 2
    assert run("seal", "--timestamp-token", "t", "--key", "k").returncode == 2
    assert run("seal", "--timestamp-token", "t").returncode == 1
    assert run("log", "--as-of", "2026-11-24", "--json").returncode == 2
    assert run("log", "--since", "soon").returncode == 2
    assert run("verify", "--signers", "none").returncode == 2
    assert run("merge-log", NAME).returncode == 2


def test_the_log_and_the_document_as_it_stood(run: Run, claim: str) -> None:
    shown = run("log", NAME, "--claim", claim)
    assert shown.returncode == 0
    assert f"label {claim}" in shown.stdout
    stood = run("log", NAME, "--coder", "sample-a", "--as-of", "2030-01-01")
    assert stood.stdout.startswith("format: qa-annotate/annotation/1\n")
    assert claim in stood.stdout


def test_evidence_and_a_decision(run: Run, claim: str, tmp_path: Path) -> None:
    (tmp_path / "p" / "photo.jpg").write_bytes(b"x")
    logged = run(
        *("evidence", "add", claim, "--kind", "photo", "--file", "photo.jpg"),
        *("--independent", "yes", "--why", "Taken by others.", "--coder", "sample-a"),
    )
    item = logged.stdout.strip()
    assert (logged.returncode, item[0]) == (0, "e")
    how = ("--why", "The photo shows it.", "--evidence", item, "--coder", "sample-a")
    assert run("decide", claim, "verified", *how).returncode == 0
    assert json.loads(run("evidence", "list", "--json").stdout)[0]["evidence"]["id"] == item
    assert item in run("evidence", "list").stdout
    assert "sha256" in run("evidence", "show", item).stdout
    assert run("evidence", "settle", item, "--why", "x").returncode == 2
    assert run("decide", claim, "verified").returncode == 2
    assert run("decide", claim, "rumour", "--why", "x").returncode == 2
    assert run("check").returncode == 0


def test_the_codebook(run: Run, tmp_path: Path) -> None:
    assert run("codebook", "check").returncode == 0
    assert "independent evidence" in run("codebook", "show").stdout
    assert json.loads(run("codebook", "show", "--json").stdout)["id"] == "claims-evidence"
    preset = run("codebook", "presets", "claims-evidence").stdout
    (tmp_path / "p" / "old.yaml").write_text(preset, encoding="utf-8")
    assert "say the same" in run("codebook", "diff", "old.yaml").stdout
    path = tmp_path / "p" / "annotations" / "codebook.yaml"
    path.write_text(path.read_text("utf-8").replace('version: "1.0"', 'version: "2.0"'), "utf-8")
    assert run("codebook", "check").returncode == 1
    assert "0 claims would be relabelled" in run("codebook", "migrate", "--dry-run").stderr
    assert run("codebook", "migrate", "--coder", "omar").returncode == 0
    assert run("codebook", "check").returncode == 0
    assert json.loads(run("codebook", "diff", "old.yaml", "--json").stdout)[0]["after"] == "2.0"
    assert "of the codebook's version" in run("codebook", "migrate").stderr


def test_there_is_nothing_to_merge(run: Run) -> None:
    done = run("merge-log", NAME, "--coder", "sample-a")
    assert done.returncode == 1
    assert "nothing to join" in done.stderr


def test_a_new_text(run: Run, tmp_path: Path) -> None:
    text = (tmp_path / "p" / "seeds" / f"{NAME}.txt").read_text(encoding="utf-8")
    newer = tmp_path / "newer.txt"
    newer.write_text(text.replace("Aid entered last month.", "Aid came last week."), "utf-8")
    dry = run("reanchor", NAME, str(newer), "--dry-run")
    assert dry.returncode == 0
    assert "orphaned" in dry.stdout
    assert run("check").returncode == 0
    told = json.loads(run("reanchor", NAME, str(newer), "--json").stdout)
    waiting = [claim for claim in told["claims"] if claim["outcome"] == "orphaned"]
    assert {claim["quote"] for claim in waiting} == {"Aid entered last month."}
    for claim in waiting:
        how = ("--accept", claim["claim"], "--coder", claim["coder"])
        assert "has 0 proposals" in run("reanchor", NAME, *how).stderr
        assert run("reanchor", NAME, *how, "--words", "Aid came").returncode == 0
    assert run("check").returncode == 0
    assert "Every claim stands" in run("reanchor", NAME).stdout
    assert run("reanchor", NAME, str(newer), "--accept", "c0").returncode == 2
    assert run("reanchor", NAME, "none.txt").returncode == 1


def test_provenance_loads_elsewhere(run: Run) -> None:
    prov = pytest.importorskip("prov.model")
    done = run("export", "--format", "prov")
    assert done.returncode == 0
    assert prov.ProvDocument.deserialize(content=done.stdout, format="json").get_records()
