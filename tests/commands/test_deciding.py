"""`decide`, `evidence`, `codebook`, `merge-log`, and the choice before a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands import codebook as books
from qa_annotate.commands import evidence
from qa_annotate.commands.check import check
from qa_annotate.commands.choosing import desk_at
from qa_annotate.commands.decide import decide
from qa_annotate.commands.merge_log import merge_log
from qa_annotate.console.custody import (
    show_changes,
    show_codebook,
    show_evidence,
    show_item,
    show_worklist,
)
from qa_annotate.core.editing import set_finished
from qa_annotate.core.records import Document
from qa_annotate.core.text import sha256_bytes
from qa_annotate.errors import FileError, StoreError, UsageError
from qa_annotate.store.documents import Paths, read_document
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Project, load_article, load_codebook

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."


@pytest.fixture
def claim(sit: Sit) -> str:
    """A claim of Amal's."""
    amal = sit("amal")
    amal.label(AID, "unverified")
    amal.leave()
    return str(amal.document.claims[0].id)


def document(project: Project, coder: str = "amal") -> Document:
    (name,) = project.articles()
    opened = load_article(project, name)
    paths = Paths(project, name, coder)
    return read_document(paths, opened, load_codebook(project)).history.document


def last_edit(project: Project, coder: str = "amal") -> Any:
    (name,) = project.articles()
    entries = read_log(Paths(project, name, coder).log).entries
    return next(e for e in reversed(entries) if e.edit)


def rules(project: Project) -> set[str]:
    return {problem.rule for problem in check(project.root)}


# ---- decide -------------------------------------------------------------------------------------


def test_a_decision_outside_a_session_is_logged_and_saved(project: Project, claim: str) -> None:
    done = decide(
        claim,
        "allegation",
        why="It blames the army.",
        reason="inconclusive",
        coder="amal",
        project=project.root,
    )
    assert (done.claim.label, done.claim.reason) == ("allegation", "inconclusive")
    assert document(project).claims == (done.claim,)
    assert done.claim.superseded == ()
    assert last_edit(project).edit.why == "It blames the army."
    assert check(project.root) == []


def test_in_a_finished_document_the_earlier_decision_stays(
    project: Project, sit: Sit, claim: str
) -> None:
    amal = sit("amal")
    amal.edit(set_finished(amal.document, True))
    amal.leave()
    done = decide(claim, "allegation", why="It blames.", coder="amal", project=project.root)
    (old,) = done.claim.superseded
    assert (old.label, old.why) == ("unverified", "It blames.")


@pytest.mark.parametrize(
    ("label", "how", "words"),
    [
        ("rumour", {}, "'rumour' is not in the codebook"),
        ("unverified", {"reason": "tired"}, "'tired' is no reason of 'unverified'"),
        ("unverified", {"why": " "}, "A decision needs its why"),
        ("unverified", {"evidence": ["e1"]}, "has no evidence item e1"),
        ("unverified", {"coder": "omar"}, "stands in amal's document, and you are omar"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    project: Project, claim: str, label: str, how: dict[str, Any], words: str
) -> None:
    before = document(project)
    with pytest.raises((UsageError, StoreError), match=words):
        decide(claim, label, **{"why": "x", "coder": "amal", "project": project.root, **how})
    assert document(project) == before


def test_an_unknown_claim_is_named_with_the_nearest(project: Project, claim: str) -> None:
    with pytest.raises(StoreError) as caught:
        decide(claim[:-1] + "_", "verified", why="x", project=project.root)
    assert caught.value.hint == f"Did you mean {claim}?"


# ---- evidence -----------------------------------------------------------------------------------


def log_photo(project: Project, claim: str, photo: Path, **how: Any) -> str:
    done = evidence.add(claim, kind="photo", file=photo, coder="amal", project=project.root, **how)
    return done.item


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.JPG"
    path.write_bytes(b"\xff\xd8 a picture")
    return path


def test_a_file_is_copied_hashed_and_verifies_a_claim(
    project: Project, claim: str, photo: Path, seed_name: str
) -> None:
    item = log_photo(project, claim, photo, independent="yes", why="Taken by others.")
    (logged,) = document(project).claims[0].evidence
    digest = sha256_bytes(photo.read_bytes())
    assert (logged.id, logged.locator, logged.sha256) == (item, "photo.JPG", digest)
    copy = project.folder(seed_name) / "evidence" / f"{digest}.jpg"
    assert copy.read_bytes() == photo.read_bytes()
    decide(claim, "verified", why="See it.", evidence=[item], coder="amal", project=project.root)
    assert check(project.root) == []
    assert last_edit(project).edit.evidence == (item,)


def test_a_copy_that_was_changed_or_lost_is_a_problem(
    project: Project, claim: str, photo: Path
) -> None:
    log_photo(project, claim, photo)
    (copy,) = project.root.glob("annotations/*/evidence/*")
    copy.write_bytes(b"another picture")
    (problem,) = check(project.root)
    assert problem.rule == "evidence"
    assert "not, byte for byte" in problem.message
    copy.unlink()
    (problem,) = check(project.root)
    assert "its stored copy is missing" in problem.message


def test_a_contradiction_is_open_until_it_is_answered(
    project: Project, claim: str, photo: Path
) -> None:
    good = log_photo(project, claim, photo, independent="yes")
    bad = evidence.add(
        claim,
        kind="statement",
        locator="https://example.org/denial",
        bearing="contradicts",
        coder="amal",
        project=project.root,
    ).item
    decide(claim, "verified", why="See it.", coder="amal", project=project.root)
    assert rules(project) == {"incomplete"}
    evidence.settle(bad, why="They retracted it.", coder="amal", project=project.root)
    assert check(project.root) == []
    assert evidence.show(bad, project.root).evidence.open is False
    with pytest.raises(UsageError, match="no open contradiction"):
        evidence.settle(good, why="x", coder="amal", project=project.root)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"bearing": "proves"}, "'proves' is not what --bearing takes"),
        ({"independent": "maybe"}, "'maybe' is not what --independent takes"),
        ({"kind": " "}, "needs its kind"),
        ({"locator": None}, "needs a place"),
        ({"file": Path("missing.jpg")}, "There is no file missing.jpg"),
        ({"coder": "omar"}, "you are omar"),
    ],
)
def test_evidence_that_cannot_be_logged(
    project: Project, claim: str, how: dict[str, Any], words: str
) -> None:
    about = {"kind": "web", "locator": "x", "coder": "amal", "project": project.root}
    with pytest.raises((UsageError, StoreError), match=words):
        evidence.add(claim, **{**about, **how})
    assert not list(project.root.glob("annotations/*/evidence"))


def test_listing_and_showing(
    project: Project, claim: str, photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = log_photo(project, claim, photo, archive="https://archive.org/x")
    (found,) = evidence.items(project=project.root)
    assert evidence.items(claim, project.root) == (found,)
    assert evidence.items(found.article, project.root) == (found,)
    with pytest.raises(StoreError, match="neither an article nor a claim"):
        evidence.items("river", project.root)
    with pytest.raises(StoreError, match="no evidence item e0"):
        evidence.show("e0", project.root)
    show_evidence((found,))
    show_evidence(())
    show_item(found)
    shown = capsys.readouterr().out
    assert f"{item} supports, independent unknown: photo.JPG" in shown
    assert "archive: https://archive.org/x" in shown


# ---- the codebook -------------------------------------------------------------------------------


@pytest.fixture
def newer(project: Project, claim: str, sit: Sit) -> Project:
    """Version 1.1: unverified is called open, allegation is retired. Amal used both."""
    del claim
    amal = sit("amal")
    amal.label(YES, "allegation")
    amal.leave()
    path = project.codebook_path
    text = path.read_text(encoding="utf-8")
    text = text.replace('version: "1.0"', 'version: "1.1"')
    text = text.replace("- id: unverified\n", "- id: open\n    was: [unverified]\n")
    text = text.replace("- id: allegation\n", "- id: allegation\n    retired: true\n")
    path.write_text(text, encoding="utf-8")
    return project


def test_claims_of_an_older_codebook_are_a_worklist(
    newer: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    told = books.check(newer.root)
    assert told.problems == ()
    (left,) = told.worklist
    assert {(c.quote, c.what, c.now) for c in left.claims} == {
        (AID, "renamed", "open"),
        (YES, "retired", None),
    }
    assert rules(newer) >= {"renamed-label", "retired-label", "older-codebook"}
    show_worklist(told.worklist)
    assert "unverified → open (renamed)" in capsys.readouterr().out


def test_migrating_is_a_decision_of_who_runs_it(newer: Project) -> None:
    (would,) = books.migrate(newer.root, coder="omar", dry_run=True)
    assert document(newer).claims[1].label != "open"
    (done,) = books.migrate(newer.root, coder="omar")
    assert (would.relabelled, done.relabelled, done.version) == (1, 1, "1.0")
    assert [item.what for item in done.left] == ["retired"]
    claim = next(c for c in document(newer).claims if c.quote == AID)
    assert (claim.label, claim.decided.by) == ("open", "omar")
    assert claim.superseded[0].label == "unverified"
    assert (last_edit(newer).coder, last_edit(newer).edit.action) == ("omar", "migrate")


def test_the_version_moves_on_when_nothing_is_left(newer: Project) -> None:
    retired = next(c for c in document(newer).claims if c.quote == YES)
    decide(retired.id, "open", why="No accusation.", coder="amal", project=newer.root)
    (done,) = books.migrate(newer.root, coder="omar")
    assert (done.version, done.left) == ("1.1", ())
    assert document(newer).codebook.version == "1.1"
    assert books.check(newer.root).worklist == ()
    assert check(newer.root) == []
    assert books.migrate(newer.root, coder="omar") == ()


def test_a_retired_label_is_given_no_more(newer: Project) -> None:
    claim = document(newer).claims[0].id
    with pytest.raises(UsageError, match="'allegation' is retired"):
        decide(claim, "allegation", why="x", coder="amal", project=newer.root)


def test_what_changed_from_one_codebook_to_another(
    newer: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(books.presets("claims-evidence"), encoding="utf-8")
    told = {c.what: (c.before, c.after) for c in books.diff(old, newer.root)}
    assert told["version"] == ("1.0", "1.1")
    assert told["label unverified: id"] == ("unverified", "open")
    assert told["label allegation: retired"] == ("False", "True")
    show_changes(books.diff(old, newer.root))
    show_changes(())
    assert "The two codebooks say the same." in capsys.readouterr().out
    with pytest.raises(StoreError, match="There is no file"):
        books.diff(tmp_path / "none.yaml", newer.root)


def test_faults_of_a_codebook_are_named(project: Project) -> None:
    path = project.codebook_path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- id: allegation\n", "- id: verified\n"), encoding="utf-8")
    assert [p.rule for p in books.check(project.root).problems] == ["codebook"]
    path.write_text("labels: [", encoding="utf-8")
    assert [p.rule for p in books.check(project.root).problems] == ["yaml"]


def test_presets_and_showing(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert books.presets().splitlines()[0].startswith("claims-evidence 1.0: ")
    with pytest.raises(UsageError, match="There is no preset 'none'"):
        books.presets("none")
    show_codebook(books.show(project.root))
    assert "requires: independent evidence" in capsys.readouterr().out


# ---- merge-log ----------------------------------------------------------------------------------


def test_a_second_log_is_a_problem_until_it_is_joined(
    project: Project, claim: str, sit: Sit, seed_name: str
) -> None:
    paths = Paths(project, seed_name, "amal")
    common = paths.document.read_bytes(), paths.log.read_bytes()
    away = sit("amal")
    away._ids = iter(range(500, 600))
    away.label(YES, "allegation")
    away.leave()
    copy = paths.folder / "amal.history.sync-conflict-1.jsonl"
    copy.write_bytes(paths.log.read_bytes())
    paths.document.write_bytes(common[0])
    paths.log.write_bytes(common[1])
    decide(claim, "allegation", why="x", coder="amal", project=project.root)
    assert rules(project) == {"log-fork"}
    done = merge_log(seed_name, copy, coder="Amal", project=project.root)
    assert (done.entries, done.both) == (2, ())
    copy.unlink()
    assert check(project.root) == []
    assert len(document(project).claims) == 2
    with pytest.raises(StoreError, match="There is no file"):
        merge_log(seed_name, copy, coder="amal", project=project.root)
    with pytest.raises(StoreError, match="There is no log of omar"):
        merge_log(seed_name, None, coder="omar", project=project.root)


# ---- before a session ---------------------------------------------------------------------------


@pytest.mark.parametrize(("said", "claims"), [(["log"], 2), (["?", "FILE "], 1)])
def test_an_older_file_is_asked_about(sit: Sit, said: list[str], claims: int) -> None:
    amal = sit("amal")
    amal.label(AID, "unverified")
    amal.save()
    old = amal.paths.document.read_bytes()
    amal.label(YES, "allegation")
    amal.leave().write_bytes(old)
    asked: list[str] = []

    def ask(question: str, offer: str) -> str:
        asked.append(question)
        assert offer == "leave"
        return said[len(asked) - 1]

    desk = desk_at(amal.paths, amal.opened, amal.codebook, ask)
    desk.close()
    assert len(desk.history.document.claims) == claims
    assert "Which is right? (log, file, leave)" in asked[0]


def test_leaving_changes_nothing(sit: Sit) -> None:
    amal = sit("amal")
    amal.label(AID, "unverified")
    amal.save()
    old = amal.paths.document.read_bytes()
    amal.label(YES, "allegation")
    amal.leave().write_bytes(old)
    before = amal.paths.log.read_bytes()
    with pytest.raises(FileError, match="older-file"):
        desk_at(amal.paths, amal.opened, amal.codebook, lambda *_: "leave")
    assert (amal.paths.document.read_bytes(), amal.paths.log.read_bytes()) == (old, before)
