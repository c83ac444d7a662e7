"""`import`: claims of exports and of web annotations, put on their words or left for a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.export import export
from qa_annotate.commands.import_ import import_
from qa_annotate.commands.log import log
from qa_annotate.commands.reanchor import reanchor
from qa_annotate.core.editing import set_note
from qa_annotate.core.history import undo
from qa_annotate.core.records import Document
from qa_annotate.errors import FileError, StoreError, UsageError
from qa_annotate.store.documents import Paths, read_document
from qa_annotate.store.project import Project, load_article, load_codebook

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
PLANES = "Airplanes and artillery continually bombard the blockaded neighborhoods."


@pytest.fixture
def coded(project: Project, sit: Sit) -> Project:
    """Amal labelled three sentences, Omar one."""
    amal, omar = sit("amal"), sit("omar")
    for words in (YES, PLANES, AID):
        amal.label(words, "unverified")
    omar.label(PLANES, "allegation")
    amal.leave()
    omar.leave()
    return project


def document(project: Project, name: str, coder: str) -> Document:
    opened = load_article(project, name)
    return read_document(
        Paths(project, name, coder), opened, load_codebook(project)
    ).history.document


def exported(project: Project, form: str, to: Path) -> Path:
    path = to / f"out.{form}"
    export(form, project=project.root, out=path)
    return path


def emptied(project: Project, name: str) -> None:
    for path in (project.folder(name) / "coders").iterdir():
        path.unlink()


@pytest.mark.parametrize("form", ["yaml", "jsonl"])
def test_what_export_writes_comes_back(
    coded: Project, seed_name: str, tmp_path: Path, form: str
) -> None:
    before = {who: document(coded, seed_name, who).claims for who in ("amal", "omar")}
    path = exported(coded, form, tmp_path)
    emptied(coded, seed_name)
    done = import_([path], project=coded.root, coder="lena")
    assert done.fates == {"new": 4}
    assert {m.outcome for m in done.claims} == {"exact"}
    for who, claims in before.items():
        after = document(coded, seed_name, who)
        assert after.claims == claims
        assert after.read == tuple(c.position for c in claims)
    (event, *_) = [e for e in log(project=coded.root) if e.action == "import from file"]
    assert (event.by, event.why) == ("lena", f"from {path.name}")


def test_a_second_import_changes_nothing(coded: Project, seed_name: str, tmp_path: Path) -> None:
    path = exported(coded, "jsonl", tmp_path)
    files = [p for p in (coded.folder(seed_name) / "coders").iterdir() if p.suffix != ".lock"]
    before = {p: p.read_bytes() for p in files}
    assert import_([path], project=coded.root, coder="lena").fates == {"known": 4}
    assert {p: p.read_bytes() for p in before} == before


def test_undo_stops_there(coded: Project, seed_name: str, tmp_path: Path) -> None:
    path = exported(coded, "jsonl", tmp_path)
    emptied(coded, seed_name)
    import_([path], project=coded.root, coder="amal")
    opened = load_article(coded, seed_name)
    found = read_document(Paths(coded, seed_name, "amal"), opened, load_codebook(coded))
    assert undo(found.history) is None


def test_two_versions_of_a_claim_both_stand(
    coded: Project, seed_name: str, tmp_path: Path, sit: Sit
) -> None:
    path = exported(coded, "jsonl", tmp_path)
    amal = sit("amal")
    claim = next(c for c in amal.document.claims if c.quote == AID)
    amal.edit(set_note(claim, "Ask the driver."))
    amal.leave()
    done = import_([path], project=coded.root, coder="amal")
    assert done.fates == {"known": 3, "both": 1}
    found = [c for c in document(coded, seed_name, "amal").claims if c.quote == AID]
    assert sorted(c.note for c in found) == ["", "Ask the driver."]
    assert any("both versions stand" in words for words in done.notices)
    assert import_([path], project=coded.root, coder="amal").fates == {"known": 4}


def test_into_another_document_claims_get_ids_of_their_own(
    coded: Project, seed_name: str, tmp_path: Path
) -> None:
    path = exported(coded, "yaml", tmp_path)
    import_([path], into="lena", project=coded.root, coder="lena")
    lena = document(coded, seed_name, "lena")
    assert [c.quote for c in lena.claims] == [YES, PLANES, PLANES, AID]
    ids = {c.id for who in ("amal", "omar", "lena") for c in document(coded, seed_name, who).claims}
    assert len(ids) == 8


def test_an_export_of_an_older_text_is_put_on_the_new_one(
    coded: Project, seed_name: str, seed: str, tmp_path: Path
) -> None:
    path = exported(coded, "jsonl", tmp_path)
    emptied(coded, seed_name)
    newer = tmp_path / "newer.txt"
    text = "Updated on Monday.\n\n" + seed.replace(AID, f"No {AID.lower()}")
    newer.write_text(text, encoding="utf-8")
    reanchor(seed_name, newer, project=coded.root, coder="lena")
    done = import_([path], project=coded.root, coder="lena")
    outcomes = {(m.coder, m.quote): m.outcome for m in done.claims}
    assert outcomes == {
        ("amal", YES): "moved",
        ("amal", PLANES): "moved",
        ("amal", AID): "orphaned",
        ("omar", PLANES): "moved",
    }
    (lost,) = [m for m in done.claims if m.outcome == "orphaned"]
    assert "negation" in lost.proposals[0].changed
    amal = document(coded, seed_name, "amal")
    assert [c.quote for c in amal.claims if c.orphaned] == [AID]
    found = load_article(coded, seed_name).text
    assert all(c.orphaned or found[slice(*c.position)] == c.quote for c in amal.claims)


def test_a_dry_run_writes_nothing(coded: Project, seed_name: str, tmp_path: Path) -> None:
    path = exported(coded, "jsonl", tmp_path)
    emptied(coded, seed_name)
    assert import_([path], project=coded.root, dry_run=True, coder="amal").fates == {"new": 4}
    assert list((coded.folder(seed_name) / "coders").iterdir()) == []


def test_a_session_that_is_open_is_not_written_into(
    coded: Project, tmp_path: Path, sit: Sit
) -> None:
    path = exported(coded, "jsonl", tmp_path)
    amal = sit("amal")
    with pytest.raises(StoreError, match="open"):
        import_([path], project=coded.root, coder="amal")
    amal.leave()


# ---- W3C Web Annotations ------------------------------------------------------------------------


def annotation(quote: str, text: str, **more: Any) -> dict[str, Any]:
    """An annotation as other programs write it, positions in UTF-16 units."""
    start = len(text[: text.index(quote)].encode("utf-16-le")) // 2
    end = start + len(quote.encode("utf-16-le")) // 2
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"https://example.org/{abs(hash(quote))}",
        "type": "Annotation",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": "Allegation"},
            {"type": "TextualBody", "purpose": "commenting", "value": "Says who?"},
        ],
        "creator": {"type": "Person", "name": "Mara"},
        "created": "2026-01-02T03:04:05Z",
        "target": {
            "source": "https://example.org/talk",
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote},
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
        **more,
    }


def put(tmp_path: Path, data: object) -> Path:
    path = tmp_path / "annotations.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_a_web_annotation(project: Project, seed: str, seed_name: str, tmp_path: Path) -> None:
    path = put(tmp_path, annotation(AID, seed))
    done = import_([path], project=project.root, coder="lena")
    assert [m.outcome for m in done.claims] == ["exact"]
    (claim,) = document(project, seed_name, "lena").claims
    assert (claim.label, claim.quote, claim.note) == ("allegation", AID, "Says who?")
    assert (claim.decided.by, claim.decided.at) == ("Mara", "2026-01-02T03:04:05Z")
    assert claim.speaker is not None
    assert import_([path], project=project.root, coder="lena").fates == {"known": 1}


def test_positions_in_utf_16_are_told_by_the_quote(
    project: Project, seed: str, seed_name: str, tmp_path: Path
) -> None:
    text = "😀😀 A note.\n\n" + seed
    newer = tmp_path / "newer.txt"
    newer.write_text(text, encoding="utf-8")
    reanchor(seed_name, newer, project=project.root, coder="lena")
    done = import_([put(tmp_path, annotation(YES, text))], project=project.root, coder="lena")
    assert [m.outcome for m in done.claims] == ["exact"]
    (claim,) = document(project, seed_name, "lena").claims
    assert text[slice(*claim.position)] == YES


def test_pages_lists_and_refined_selectors(
    project: Project, seed: str, seed_name: str, tmp_path: Path
) -> None:
    one, two = annotation(AID, seed), annotation(PLANES, seed)
    quote = {"type": "TextQuoteSelector", "exact": PLANES, "prefix": "", "suffix": ""}
    two["target"]["selector"] = {"type": "FragmentSelector", "value": "x", "refinedBy": quote}
    del one["target"]["selector"][1]
    page = {
        "type": "AnnotationCollection",
        "first": {"type": "AnnotationPage", "items": [one, two]},
    }
    done = import_([put(tmp_path, page)], project=project.root, coder="lena")
    assert {m.quote: m.outcome for m in done.claims} == {AID: "orphaned", PLANES: "moved"}
    assert len(document(project, seed_name, "lena").claims) == 2


def test_a_tag_that_is_no_label_needs_one(project: Project, seed: str, tmp_path: Path) -> None:
    path = put(tmp_path, annotation(AID, seed, body={"value": "important", "purpose": "tagging"}))
    with pytest.raises(UsageError, match="names no label") as refused:
        import_([path], project=project.root, coder="lena")
    assert "--label" in (refused.value.hint or "")
    done = import_([path], project=project.root, coder="lena", label="unverified")
    assert done.fates == {"new": 1}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.yaml", "format: qa-annotate/codebook/1\n", "no export"),
        ("a.json", '{"target": 3}', "quotes words"),
        ("a.jsonl", '{"id": "c1"}\n{"id": 3}\n', "a.jsonl:1"),
        ("a.json", "[" * 5000, "import"),
        ("a.yaml", "\x00", ""),
    ],
)
def test_files_that_hold_no_claims(
    project: Project, tmp_path: Path, name: str, text: str, words: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as refused:
        import_([path], project=project.root, coder="lena")
    assert words in str(refused.value)
