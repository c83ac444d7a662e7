"""The development corpus, where it is present: no gold question or answer may be lost."""

from __future__ import annotations

import html
import json
import os
import re
from pathlib import Path

import pytest

from qa_annotate.ingest import read

SHARED = Path(os.environ.get("QA_ANNOTATE_SHARED", Path(__file__).parents[3] / "shared"))
CORPUS = SHARED / "corpus"
TEXTS = sorted((CORPUS / "texts").glob("*.*")) if CORPUS.is_dir() else []
WORD = re.compile(r"[^\W_]+")

pytestmark = pytest.mark.skipif(not TEXTS, reason="the corpus is not here")


def words_of_source(whole: str, span: tuple[int, int], suffix: str) -> list[str]:
    """The words that a reader sees in a piece of the source, told without any of our code."""
    raw = whole[span[0] : span[1]]
    if suffix == ".txt":
        return WORD.findall(raw)
    raw = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>", "", raw, flags=re.DOTALL)
    if suffix == ".md":
        raw = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", raw, flags=re.DOTALL)
        raw = re.sub(r"\]\([^()\n]*(\([^()]*\)[^()\n]*)*\)", "]", raw)
        for name in re.findall(r"^\[([^\]]+)\]:", whole, flags=re.MULTILINE):
            raw = raw.replace(f"][{name}]", "]")
        raw = re.sub(r"^ *\d+[.)] |^```\w+", "", raw, flags=re.MULTILINE)
    raw = re.sub(r"</?(b|i|em|strong|a|span|code|sup)\b[^<>]*>", "", raw)
    return WORD.findall(html.unescape(html.unescape(re.sub(r"<[^<>]*>", " ", raw))))


def spans(path: Path) -> list[tuple[int, int]]:
    gold = json.loads((CORPUS / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
    return [span for pair in gold["pairs"] for span in (pair["question"], *pair["answer"])]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_gold_span_is_read_and_in_order(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8")
    found = read(path.read_bytes(), name=path.name)
    have = f" {' '.join(WORD.findall(found.text))} "
    at, astray = 0, []
    for span in spans(path):
        wanted = " ".join(words_of_source(raw, span, path.suffix))
        place = have.find(wanted, at)
        assert wanted in have or path.suffix == ".md", wanted
        if place < 0:
            astray.append(wanted)
        at = max(at, place)
    assert len(astray) <= max(1, 0.1 * len(spans(path))), astray


@pytest.mark.parametrize(
    "path", [p for p in TEXTS if p.suffix == ".txt"], ids=lambda path: path.name
)
def test_plain_text_is_the_file(path: Path) -> None:
    assert read(path.read_bytes(), name=path.name).text.encode() == path.read_bytes()


def test_hardly_a_gold_span_of_markdown_is_missing() -> None:
    missing = total = 0
    for path in TEXTS:
        if path.suffix != ".md":
            continue
        raw = path.read_bytes().decode("utf-8")
        have = " ".join(WORD.findall(read(path.read_bytes(), name=path.name).text))
        for span in spans(path):
            total += 1
            missing += " ".join(words_of_source(raw, span, ".md")) not in have
    assert missing <= 0.01 * total
