"""The development corpus, where it is present: pinned floors, far enough below to survive noise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa_annotate.core.parse import parse
from qa_annotate.ingest import read

ROOT = Path(__file__).parents[3]
CORPUS = Path(os.environ.get("QA_ANNOTATE_SHARED", str(ROOT.parent / "shared"))) / "corpus"
FLOORS = {"ALL (with negatives)": 96.0, "POSITIVES": 96.0}
SPEAKERS = (88.0, 95.0)  # strict and lenient, askers and respondents together
STYLES_FROM = 20  # pairs from which a style has a floor
STYLE_FLOOR = 85.0
MOST_NEGATIVES = 1

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[float]]:
    """The corpus scorer's table: for each line its numbers."""
    parsed, moved = tmp_path_factory.mktemp("parsed"), tmp_path_factory.mktemp("moved")
    for page in sorted((CORPUS / "texts").iterdir()):
        extraction = read(page.read_bytes(), name=page.name)
        pairs = [
            {
                "question": p.question,
                "answer": p.answer,
                "asker": p.asker,
                "respondent": p.respondent,
            }
            for p in parse(extraction).pairs
        ]
        body = json.dumps({"text": extraction.text, "pairs": pairs})
        (parsed / f"{page.stem}.json").write_text(body, encoding="utf-8")
    _run("align.py", str(parsed), str(moved))
    return _table(_run("score.py", str(moved)))


def _run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(CORPUS / script), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _table(output: str) -> dict[str, list[float]]:
    table = {}
    for line in output.splitlines():
        if line.startswith("negatives: "):
            table["negatives"] = [float(line.split()[1])]
        name, numbers = line[:22].strip(), line[22:].replace("/", " ").split()
        if len(numbers) > 8 and numbers[0].isdecimal():
            table[name] = [float(n) if n != "-" else 100.0 for n in numbers]
    return table


@pytest.mark.parametrize("row", FLOORS)
def test_pairs(row: str, rows: dict[str, list[float]]) -> None:
    assert rows[row][5] >= FLOORS[row]


def test_no_style_is_left_behind(rows: dict[str, list[float]]) -> None:
    low = {
        name: numbers[5]
        for name, numbers in rows.items()
        if len(numbers) > 5 and numbers[1] >= STYLES_FROM and numbers[5] < STYLE_FLOOR
    }
    assert not low


def test_speakers(rows: dict[str, list[float]]) -> None:
    asker, respondent = rows["POSITIVES"][9:11], rows["POSITIVES"][11:13]
    assert (asker[0] + respondent[0]) / 2 >= SPEAKERS[0]
    assert (asker[1] + respondent[1]) / 2 >= SPEAKERS[1]


def test_negatives(rows: dict[str, list[float]]) -> None:
    assert rows["negatives"][0] <= MOST_NEGATIVES
