"""A document's YAML and its log: what is joined by a rule, and what is refused with words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.core import editing
from qa_annotate.core.history import same_content
from qa_annotate.errors import FileError, LockedError
from qa_annotate.store.documents import Reconciled, read_document
from qa_annotate.store.files import temporary
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
PLANES = "Airplanes and artillery continually bombard the blockaded neighborhoods."


@pytest.fixture
def shown(seed_name: str) -> str:
    """The document as messages name it."""
    return f"annotations/{seed_name}/coders/amal.yaml"


def read(coder: Any) -> Reconciled:
    """What stands on disk, as a report would read it."""
    return read_document(coder.paths, coder.opened, coder.codebook)


def refused(coder: Any) -> tuple[str, int, str, str]:
    with pytest.raises(FileError) as caught:
        read(coder)
    problem = caught.value.problem
    return problem.path, problem.line, problem.rule, problem.message


def labels(document: Any) -> dict[str, str]:
    return {claim.quote: claim.label for claim in document.claims}


def by_hand(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# ---- the log and the file together --------------------------------------------------------------


def test_quit_and_come_back(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.read(YES)
    amal.leave()
    again = sit()
    assert again.document == amal.document
    assert again.desk.notice == ""
    assert read(amal).outside is None


def test_the_file_says_what_was_labelled(sit: Sit, seed_name: str) -> None:
    amal = sit()
    amal.label("the regime and ISIS do not fight each other", "allegation")
    text = amal.leave().read_text(encoding="utf-8")
    assert text == (
        "format: qa-annotate/annotation/1\n"
        "kind: coder\n"
        f"article: {seed_name}\n"
        'text_sha256: "303fb70b5dca6e3511799709e694c906298bb6dae3fff22a5feb283f4be5c16c"\n'
        'codebook: {id: claims-evidence, version: "1.0"}\n'
        "coder: amal\n"
        "revision: 2\n"
        "finished: false\n"
        "read: [[595, 709]]\n"
        'memo: ""\n'
        "claims:\n"
        f"  - id: {amal.document.claims[0].id}\n"
        '    label: "allegation"\n'
        '    quote: "the regime and ISIS do not fight each other"\n'
        "    position: [616, 659]\n"
        '    context: ["year. Activists claim that ", ", a charge that could not be"]\n'
        "    passage: intro\n"
        "    speaker: null\n"
        "    attributed_to: null\n"
        "    against: null\n"
        '    reason: "not_attempted"\n'
        '    decided: {by: amal, at: "2026-11-22T10:04:11Z"}\n'
        "    attributes: {}\n"
        "    evidence: []\n"
        '    note: ""\n'
        "    gloss: {}\n"
        "    superseded: []\n"
    )


def test_a_tail_that_was_not_saved_is_replayed(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    amal.label(YES, "allegation")
    amal.undo()
    amal.redo()
    amal.die()
    again = sit()
    assert again.history == amal.history
    assert labels(again.document) == {AID: "unverified", YES: "allegation"}
    again.undo()
    assert labels(again.document) == {AID: "unverified"}
    again.undo()
    assert again.document.claims == ()


def test_a_log_alone_makes_the_file_again(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    path = amal.leave()
    text = path.read_text(encoding="utf-8")
    path.unlink()
    again = sit()
    assert again.desk.notice == "amal.yaml was missing and is made again from its log."
    assert again.leave().read_text(encoding="utf-8").replace("revision: 3", "revision: 2") == text


def test_a_log_that_never_was_saved_needs_no_notice(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.die()
    assert read(amal).notice == ""
    assert labels(read(amal).history.document) == {AID: "unverified"}


def test_saving_twice_writes_once(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    before = len(read_log(amal.paths.log).entries)
    amal.save()
    assert len(read_log(amal.paths.log).entries) == before


# ---- edited by hand -----------------------------------------------------------------------------


def test_a_hand_edit_is_taken_into_the_log(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    path = amal.leave()
    by_hand(path, 'note: ""', 'note: "By hand: no."  # asked Omar')
    again = sit()
    words = "amal.yaml was edited outside (“Aid entered last month.”: note): taken into its log."
    assert again.desk.notice == words
    assert again.document.claims[0].note == "By hand: no."
    entry = read_log(again.paths.log).entries[-1]
    assert entry.edit is not None
    assert (entry.edit.action, entry.edit.claims[0].id) == (
        "edited outside",
        again.document.claims[0].id,
    )
    again.leave()
    assert "# asked Omar" in path.read_text(encoding="utf-8")
    third = sit()
    assert third.desk.notice == ""
    assert same_content(third.document, again.document)


def test_a_hand_edit_survives_a_kill_before_it_is_saved(sit: Sit) -> None:
    """The log has taken it in, the file still names the revision from before."""
    amal = sit()
    amal.label(AID, "unverified")
    path = amal.leave()
    by_hand(path, 'note: ""', 'note: "By hand."')
    second = sit()
    second.label(YES, "allegation")
    second.die()
    third = sit()
    assert third.desk.notice == ""
    assert third.document == second.document
    third.die()
    by_hand(path, 'note: "By hand."', 'note: "By hand, again."')
    fourth = sit()
    assert fourth.document.claims[1].note == "By hand, again."
    assert labels(fourth.document) == {AID: "unverified", YES: "allegation"}


def test_a_claim_deleted_and_one_added_by_hand(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.label(YES, "allegation")
    path = amal.leave()
    text = path.read_text(encoding="utf-8")
    first = text.index("  - id")
    second = text.index("  - id", first + 1)
    path.write_text(text[:first] + text[second:], encoding="utf-8")
    again = sit()
    assert labels(again.document) == {AID: "unverified"}
    again.leave()
    path.write_text(
        path.read_text(encoding="utf-8")
        + "  - id: cbyhand0000\n    label: allegation\n"
        + f"    quote: {PLANES}\n    position: [1920, 1992]\n"
        + '    decided: {by: amal, at: "2026-11-23T00:00:00Z"}\n',
        encoding="utf-8",
    )
    third = sit()
    assert labels(third.document) == {AID: "unverified", PLANES: "allegation"}


def test_a_comment_alone_is_no_difference(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    path = amal.leave()
    before = len(read_log(amal.paths.log).entries)
    by_hand(path, "memo:", "# a remark\nx-own: [kept]\nmemo:")
    again = sit()
    assert again.desk.notice == ""
    again.leave()
    assert len(read_log(amal.paths.log).entries) == before
    assert "# a remark\nx-own: [kept]\n" in path.read_text(encoding="utf-8")
    third = sit()
    third.label(YES, "allegation")
    third.leave()
    assert "# a remark\nx-own: [kept]\n" in path.read_text(encoding="utf-8")


def test_a_hand_edit_is_joined_with_a_pending_tail(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    amal.label(YES, "allegation")
    path = amal.die()
    by_hand(path, 'note: ""', 'note: "By hand."')
    by_hand(path, 'memo: ""', 'memo: "A memo."')
    again = sit()
    assert labels(again.document) == {AID: "unverified", YES: "allegation"}
    assert again.document.claims[1].note == "By hand."
    assert again.document.memo == "A memo."
    again.leave()
    assert same_content(sit().document, again.document)


def test_a_hand_edit_of_a_claim_that_the_tail_changed_is_refused(sit: Sit, shown: str) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    amal.label(AID, "allegation")
    path = amal.die()
    by_hand(path, 'note: ""', 'note: "By hand."')
    before = path.read_bytes(), amal.paths.log.read_bytes()
    id_ = amal.document.claims[0].id
    assert refused(amal) == (
        shown,
        1,
        "edited-twice",
        "edited by hand while entries of its log were not yet in it: "
        f"claim {id_} was changed in both",
    )
    with pytest.raises(FileError):
        sit()
    assert (path.read_bytes(), amal.paths.log.read_bytes()) == before


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('text_sha256: "303f', 'text_sha256: "000f', "text_sha256"),
        ("id: claims-evidence", "id: claims-text", "codebook"),
        ("article: isis", "article: other", "article"),
        ("kind: coder", "kind: adjudication", "kind"),
    ],
)
def test_a_changed_head_is_refused(sit: Sit, shown: str, old: str, new: str, field: str) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    by_hand(amal.leave(), old, new)
    words = f"'{field}' was changed by hand; it tells what the document is about"
    assert refused(amal) == (shown, 1, "header", words)


def test_two_claims_with_one_id_are_refused(sit: Sit, shown: str) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    path = amal.leave()
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text[text.index("  - id") :], encoding="utf-8")
    id_ = amal.document.claims[0].id
    words = f"claim id {id_} is used already in {shown}:12"
    assert refused(amal) == (shown, 28, "duplicate-id", words)


def test_a_document_of_another_coder_is_refused(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    by_hand(amal.leave(), "coder: amal", "coder: omar")
    words = "this says it is by 'omar', its name says 'amal'"
    assert refused(amal)[2:] == ("wrong-coder", words)


# ---- older, newer, forked, alone ----------------------------------------------------------------


def test_a_file_older_than_its_log_is_refused(sit: Sit, shown: str) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    older = amal.paths.document.read_bytes()
    amal.label(YES, "allegation")
    path = amal.leave()
    path.write_bytes(older)
    words = "this is an older state than its log (was it checked out from version control?)"
    assert refused(amal) == (shown, 1, "older-file", words)
    path.unlink()
    assert labels(sit().document) == {AID: "unverified", YES: "allegation"}


def test_a_file_newer_than_its_log_is_refused(sit: Sit, shown: str) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    short = amal.paths.log.read_bytes()
    amal.label(YES, "allegation")
    amal.leave()
    amal.paths.log.write_bytes(short)
    words = "this holds entry 3, but its log ends at 2"
    assert refused(amal) == (shown, 1, "shorter-log", words)


def test_a_forked_log_is_refused(sit: Sit, shown: str) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    common = amal.paths.log.read_bytes()
    amal.label(YES, "allegation")
    amal.die()
    ours = amal.paths.log.read_bytes()
    amal.paths.log.write_bytes(common)
    other = sit()
    other.label(PLANES, "allegation")
    other.die()
    theirs = other.paths.log.read_bytes()
    amal.paths.log.write_bytes(ours + theirs[len(common) :])
    path, line, rule, message = refused(amal)
    assert (path, line, rule) == (shown.replace(".yaml", ".history.jsonl"), 5, "log-fork")
    assert message == "two logs were joined: this entry follows line 3"


def test_a_file_without_its_log_begins_one(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.label(YES, "allegation")
    path = amal.leave()
    amal.paths.log.unlink()
    again = sit()
    assert again.desk.notice == "amal.yaml came without its log: a log begins here."
    assert same_content(again.document, amal.document)
    log = read_log(again.paths.log)
    assert [bool(e.begun) or (e.edit and e.edit.action) for e in log.entries] == [True, "import"]
    again.leave()
    assert "revision: 2\n" in path.read_text(encoding="utf-8")
    assert same_content(sit().document, amal.document)


def test_an_import_survives_a_kill_before_it_is_saved(sit: Sit) -> None:
    amal = sit()
    for words in (AID, YES, PLANES):
        amal.label(words, "unverified")
    amal.leave()
    amal.paths.log.unlink()
    second = sit()
    second.die()
    third = sit()
    assert third.desk.notice == ""
    assert same_content(third.document, amal.document)
    third.label("Aid", "allegation")
    third.die()
    assert same_content(sit().document, third.document)


def test_an_import_of_another_article_is_refused(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    by_hand(amal.leave(), "article: isis", "article: other")
    amal.paths.log.unlink()
    assert refused(amal)[2] == "header"


def test_a_log_that_does_not_fit_itself_is_refused(sit: Sit, shown: str) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.desk.append(editing.set_note(amal.document.claims[0], "1"), "2026-11-22T10:04:11Z")
    amal.desk.append(editing.set_note(amal.document.claims[0], "2"), "2026-11-22T10:04:11Z")
    amal.desk.flush()
    path, line, rule, message = refused(amal)
    assert (path, line, rule) == (shown.replace(".yaml", ".history.jsonl"), 1, "log")
    assert message.startswith("the log does not fit itself: claim ")


# ---- a save cut short ---------------------------------------------------------------------------


def test_a_save_cut_short_before_its_rename_is_finished(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    amal.label(YES, "allegation")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _killed)
        with pytest.raises(KeyboardInterrupt):
            amal.save()
    path = amal.die()
    assert temporary(path).exists()
    assert labels(read(amal).history.document) == {AID: "unverified", YES: "allegation"}
    again = sit()
    assert again.history.document == amal.document
    assert not temporary(path).exists()
    assert "allegation" in path.read_text(encoding="utf-8")


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_file_that_changed_while_open_is_not_written_over(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    by_hand(amal.paths.document, 'memo: ""', 'memo: "By hand."')
    theirs = amal.paths.document.read_bytes()
    amal.label(YES, "allegation")
    with pytest.raises(Exception, match=r"amal\.yaml was changed by someone else while open"):
        amal.save()
    amal.die()
    assert amal.paths.document.read_bytes() == theirs
    again = sit()
    assert again.document.memo == "By hand."
    assert labels(again.document) == {AID: "unverified", YES: "allegation"}


# ---- two sessions -------------------------------------------------------------------------------


def test_a_second_session_on_one_document_is_refused(sit: Sit) -> None:
    sit("amal")
    sit("omar")
    with pytest.raises(LockedError, match="Another session has this document open"):
        sit("amal")


def test_two_coders_never_write_the_same_file(sit: Sit, project: Project, seed_name: str) -> None:
    amal, omar = sit("amal"), sit("omar")
    amal.label(AID, "unverified")
    omar.label(AID, "verified")
    amal.leave()
    omar.leave()
    assert project.coders(seed_name) == ["amal", "omar"]
    assert labels(read(amal).history.document) == {AID: "unverified"}
    assert labels(read(omar).history.document) == {AID: "verified"}


def test_a_refused_opening_lets_go_of_the_lock(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    path = amal.leave()
    good = path.read_bytes()
    path.write_text("a: [", encoding="utf-8")
    with pytest.raises(FileError):
        sit()
    path.write_bytes(good)
    assert labels(sit().document) == {AID: "unverified"}
