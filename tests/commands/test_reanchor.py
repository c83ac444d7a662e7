"""`reanchor`: a new text for an article, and every coder's claims after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.check import check
from qa_annotate.commands.export import export
from qa_annotate.commands.log import as_of, log
from qa_annotate.commands.reanchor import place, reanchor
from qa_annotate.commands.seal import seal, verify
from qa_annotate.console.reanchor import show_reanchoring
from qa_annotate.core.records import Document
from qa_annotate.errors import LockedError, StoreError, UsageError
from qa_annotate.store import texts as store_texts
from qa_annotate.store.documents import Paths, read_document
from qa_annotate.store.files import write_whole
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


@pytest.fixture
def newer(tmp_path: Path, seed: str) -> Path:
    """The article with a line on top, one sentence denied, one made milder."""
    text = seed.replace(AID, f"No {AID.lower()}").replace("many times", "several times")
    path = tmp_path / "newer.txt"
    path.write_text("Updated on Monday.\n\n" + text, encoding="utf-8")
    return path


def document(project: Project, name: str, coder: str) -> Document:
    opened = load_article(project, name)
    found = read_document(Paths(project, name, coder), opened, load_codebook(project))
    assert found.outside is None
    return found.history.document


def state(project: Project) -> dict[Path, bytes]:
    found = (p for p in project.root.rglob("*") if p.is_file() and p.suffix != ".lock")
    return {path: path.read_bytes() for path in found}


def test_claims_go_with_their_words_or_wait(
    coded: Project, newer: Path, seed_name: str, seed: str
) -> None:
    done = reanchor(seed_name, newer, project=coded.root, coder="omar")
    assert done.new
    outcomes = {(m.coder, m.quote): m.outcome for m in done.claims}
    assert outcomes == {
        ("amal", YES): "orphaned",
        ("amal", PLANES): "moved",
        ("amal", AID): "orphaned",
        ("omar", PLANES): "moved",
    }
    opened = load_article(coded, seed_name)
    assert opened.text.startswith("Updated on Monday.")
    (claim,) = document(coded, seed_name, "omar").claims
    assert opened.text[slice(*claim.position)] == claim.quote == PLANES
    amal = document(coded, seed_name, "amal")
    assert [c.position for c in amal.claims if c.orphaned] == [(0, 0), (0, 0)]
    start = seed.index(AID)
    stood = next(c.orphaned for c in amal.claims if c.quote == AID)
    assert stood is not None
    assert stood.position == (start, start + len(AID))


def test_the_old_text_and_what_was_there_stay(
    coded: Project, newer: Path, seed_name: str, seed: str
) -> None:
    old = load_article(coded, seed_name).article.custody
    reanchor(seed_name, newer, project=coded.root, coder="omar")
    kept = coded.folder(seed_name) / "texts" / f"{old.text_sha256}.txt"
    assert kept.read_bytes().decode() == seed
    custody = load_article(coded, seed_name).article.custody
    assert old.source_sha256 in custody.notes
    assert (coded.root / custody.source).read_bytes() == newer.read_bytes()
    (event,) = [e for e in log(project=coded.root, coder="omar") if e.action == "reanchor"]
    assert event.by == "omar"
    assert "a claim" not in event.why
    stood = as_of(event.at, seed_name, coder="omar", project=coded.root)
    assert PLANES in stood


def test_only_the_orphaned_are_problems(coded: Project, newer: Path, seed_name: str) -> None:
    reanchor(seed_name, newer, project=coded.root, coder="omar")
    assert [p.rule for p in check(coded.root)] == ["orphaned", "orphaned"]
    assert export("jsonl", project=coded.root).claims == 2
    assert export("jsonl", project=coded.root, orphaned=True).claims == 4


def test_what_was_read_stays_read_where_it_says_the_same(
    coded: Project, newer: Path, seed_name: str
) -> None:
    reanchor(seed_name, newer, project=coded.root, coder="omar")
    text = load_article(coded, seed_name).text
    read = [text[slice(*span)] for span in document(coded, seed_name, "amal").read]
    assert read == [PLANES]


def test_undo_stops_there_and_a_session_goes_on(
    coded: Project, newer: Path, seed_name: str, sit: Sit
) -> None:
    reanchor(seed_name, newer, project=coded.root, coder="omar")
    omar = sit("omar")
    assert omar.history.done is None
    omar.label("Updated on Monday.", "unverified")
    omar.undo()
    omar.leave()
    assert len(document(coded, seed_name, "omar").claims) == 1
    omar.paths.document.unlink()
    assert len(document(coded, seed_name, "omar").claims) == 1


def test_a_dry_run_writes_nothing(
    coded: Project, newer: Path, seed_name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(coded)
    done = reanchor(seed_name, newer, project=coded.root, dry_run=True)
    assert state(coded) == before
    show_reanchoring(done.claims)
    show_reanchoring(())
    shown = capsys.readouterr().out
    assert "amal: 0 exact, 1 moved, 2 orphaned" in shown
    assert "[negation: none → no]" in shown


def test_the_same_text_changes_nothing(coded: Project, seed_path: Path, seed_name: str) -> None:
    before = state(coded)
    done = reanchor(seed_name, seed_path, project=coded.root)
    assert (done.new, done.claims) == (False, ())
    assert state(coded) == before


def test_nothing_moves_while_somebody_codes(
    coded: Project, newer: Path, seed_name: str, sit: Sit
) -> None:
    sit("amal")
    before = load_article(coded, seed_name).text
    with pytest.raises(LockedError):
        reanchor(seed_name, newer, project=coded.root)
    assert load_article(coded, seed_name).text == before


def test_back_to_the_old_text_everything_has_its_place_again(
    coded: Project, newer: Path, seed_path: Path, seed_name: str
) -> None:
    before = document(coded, seed_name, "amal")
    reanchor(seed_name, newer, project=coded.root)
    reanchor(seed_name, seed_path, project=coded.root)
    after = document(coded, seed_name, "amal")
    assert after.claims == before.claims
    assert check(coded.root) == []


# ---- a run cut short, a document from elsewhere -------------------------------------------------


def test_a_document_left_on_the_old_text_catches_up(
    coded: Project, newer: Path, seed_name: str
) -> None:
    paths = Paths(coded, seed_name, "omar")
    kept = paths.document.read_bytes(), paths.log.read_bytes()
    reanchor(seed_name, newer, project=coded.root)
    paths.document.write_bytes(kept[0])
    paths.log.write_bytes(kept[1])
    assert "text-hash" in {p.rule for p in check(coded.root)}
    done = reanchor(seed_name, project=coded.root)
    assert [m.outcome for m in done.claims if m.coder == "omar"] == ["moved"]
    assert {p.rule for p in check(coded.root)} == {"orphaned"}


def test_cut_short_between_text_and_record(
    coded: Project, newer: Path, seed_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(path: Path, data: bytes) -> None:
        if path.name == "article.yaml":
            raise KeyboardInterrupt
        write_whole(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(store_texts, "write_whole", killed)
        with pytest.raises(KeyboardInterrupt):
            reanchor(seed_name, newer, project=coded.root)
    assert "text-hash" in {p.rule for p in check(coded.root)}
    reanchor(seed_name, newer, project=coded.root)
    assert {p.rule for p in check(coded.root)} == {"orphaned"}


def test_a_text_that_is_not_kept_is_asked_for(coded: Project, newer: Path, seed_name: str) -> None:
    paths = Paths(coded, seed_name, "omar")
    kept = paths.document.read_bytes(), paths.log.read_bytes()
    reanchor(seed_name, newer, project=coded.root)
    paths.document.write_bytes(kept[0])
    paths.log.write_bytes(kept[1])
    for path in (coded.folder(seed_name) / "texts").iterdir():
        path.unlink()
    paths = Paths(coded, seed_name, "amal")
    paths.document.unlink()
    paths.log.unlink()
    with pytest.raises(StoreError, match="omar labelled this article on a text that is not kept"):
        reanchor(seed_name, project=coded.root)


# ---- accepting ----------------------------------------------------------------------------------


def test_a_person_accepts_a_proposal(coded: Project, newer: Path, seed_name: str) -> None:
    reanchor(seed_name, newer, project=coded.root)
    waiting = reanchor(seed_name, project=coded.root).claims
    claim = next(m for m in waiting if m.quote == YES)
    done = place(claim.claim, coder="amal", project=coded.root)
    assert done.claim.quote == "Yes, this has happened several times."
    assert done.claim.orphaned is None
    assert [p.rule for p in check(coded.root)] == ["orphaned"]
    with pytest.raises(UsageError, match="has its place"):
        place(claim.claim, coder="amal", project=coded.root)
    other = next(m for m in waiting if m.quote == AID)
    with pytest.raises(UsageError, match="has 1 proposals"):
        place(other.claim, 2, coder="amal", project=coded.root)
    for words, count in (("the", r"\d\d"), ("No such words", "0"), ("", "0")):
        with pytest.raises(UsageError, match=f"These words stand {count} times"):
            place(other.claim, words=words, coder="amal", project=coded.root)
    done = place(other.claim, words="No aid entered last month.", coder="amal", project=coded.root)
    assert done.claim.quote == "No aid entered last month."
    assert check(coded.root) == []


def test_a_seal_covers_the_earlier_texts(
    coded: Project, newer: Path, seed_name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    reanchor(seed_name, newer, project=coded.root)
    seal(coded.root)
    assert verify(coded.root).problems == ()
    (old,) = (coded.folder(seed_name) / "texts").iterdir()
    old.write_bytes(old.read_bytes() + b" ")
    assert [p.rule for p in verify(coded.root).problems] == ["seal-differs"]
