"""Claims not on their words: every command that reads them says so, and what to run."""

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
WHO = "sample-a"
REMEDY = f"qa-annotate reanchor {NAME}"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of the project with its two sample codings."""
    for name in ("seeds", "annotations", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / "p" / name)
    return tmp_path / "p"


@pytest.fixture
def run(place: Path) -> Run:
    """Call the program there, as the first sample coder."""
    env = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1", "QA_ANNOTATE_CODER": WHO}
    env["XDG_STATE_HOME"] = str(place.parent / "state")

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "qa_annotate", *words]
        return subprocess.run(
            call, cwd=place, env=env, input="", capture_output=True, text=True, check=False
        )

    return call


def coded(place: Path, who: str = WHO) -> Path:
    return place / "annotations" / NAME / "coders" / f"{who}.yaml"


@pytest.fixture
def claim(run: Run) -> str:
    """A claim of the coder, with evidence, so that there is some to list."""
    told = json.loads(run("log", "--coder", WHO, "--json").stdout)
    found = str(next(event["claim"] for event in told if event["claim"]))
    done = run("evidence", "add", found, "--kind", "page", "--locator", "https://example.org")
    assert done.returncode == 0, done.stderr
    return found


def misquoted(place: Path, claim: str) -> None:
    """A quote changed by hand."""
    head, _, rest = coded(place).read_text("utf-8").partition(f"  - id: {claim}\n")
    assert rest
    coded(place).write_text(
        head + f"  - id: {claim}\n" + rest.replace('quote: "', 'quote: "Quite ', 1), "utf-8"
    )


def elsewhere(place: Path, run: Run) -> None:
    """One coder's document from another machine, where the article's text is still the old one."""
    kept = {path: path.read_bytes() for path in coded(place).parent.iterdir() if path.is_file()}
    source = next((place / "seeds").iterdir())
    newer = place.parent / "newer.txt"
    newer.write_text("Updated on Monday.\n\n" + source.read_text("utf-8"), "utf-8")
    done = run("reanchor", NAME, str(newer))
    assert done.returncode == 0, done.stderr
    for path, data in kept.items():
        if path.name.startswith(f"{WHO}."):
            path.write_bytes(data)


READING = (
    ("status",),
    ("check",),
    ("export",),
    ("export", "--format", "csv"),
    ("agreement",),
    ("report", "--out", "pages"),
    ("codebook", "check"),
    ("evidence", "list"),
    ("open", NAME, "--plain"),
)
"""Commands that read claims, but for those that are about one claim."""


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_document_on_another_text(
    place: Path, run: Run, claim: str, words: tuple[str, ...]
) -> None:
    del claim
    elsewhere(place, run)
    done = run(*words)
    assert REMEDY in " ".join((done.stdout + done.stderr).split())


@pytest.mark.parametrize("words", READING[:-1], ids=" ".join)
def test_a_quote_that_was_changed_by_hand(
    place: Path, run: Run, claim: str, words: tuple[str, ...]
) -> None:
    misquoted(place, claim)
    done = run(*words)
    told = " ".join((done.stdout + done.stderr).split())
    assert REMEDY in told or "is not the quote" in told


@pytest.mark.parametrize("misfit", ["text", "quote"])
def test_nothing_is_decided_on_such_a_claim(place: Path, run: Run, claim: str, misfit: str) -> None:
    if misfit == "text":
        elsewhere(place, run)
    else:
        misquoted(place, claim)
    before = coded(place).read_bytes()
    for words in (
        ("decide", claim, "verified", "--why", "seen"),
        ("evidence", "add", claim, "--kind", "page", "--locator", "x"),
    ):
        done = run(*words)
        assert done.returncode == 1
        assert REMEDY in " ".join(done.stderr.split())
    assert coded(place).read_bytes() == before


def test_such_claims_are_not_exported(place: Path, run: Run, claim: str) -> None:
    misquoted(place, claim)
    assert claim not in run("export", "--format", "jsonl").stdout
    assert claim in run("export", "--format", "jsonl", "--orphaned").stdout


def test_reanchor_mends_a_position_changed_by_hand(place: Path, run: Run, claim: str) -> None:
    before = coded(place).read_text("utf-8")
    head, _, rest = before.partition(f"  - id: {claim}\n")
    line = next(part for part in rest.splitlines() if "position:" in part)
    changed = rest.replace(line, "    position: [3, 40]", 1)
    coded(place).write_text(f"{head}  - id: {claim}\n{changed}", "utf-8")
    assert run("reanchor", NAME).returncode == 0
    assert line in coded(place).read_text("utf-8")
    assert claim in run("export", "--format", "jsonl").stdout


def test_a_changed_text_is_refused_with_what_to_do(place: Path, run: Run) -> None:
    text = place / "annotations" / NAME / "article.txt"
    text.write_text(text.read_text("utf-8").replace("the", "a", 1), "utf-8")
    for words in (*READING, ("decide", "cx", "verified", "--why", "x")):
        done = run(*words)
        assert done.returncode == 1, words
        assert "text-hash" in done.stdout + done.stderr, words
