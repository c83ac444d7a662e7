"""Where file and log disagree a person chooses; nothing is replayed over in silence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from qa_annotate.core.editing import set_note
from qa_annotate.core.history import same_content
from qa_annotate.errors import FileError
from qa_annotate.store.journal import read_log

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
BEFORE, LATER = "2026-11-22T08:00:00Z", "2026-11-24T18:30:00Z"


@pytest.fixture
def older(sit: Sit) -> Any:
    """Amal labelled two sentences; the file is the one from before the second."""
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    old = amal.paths.document.read_bytes()
    amal.label(YES, "allegation")
    amal.leave().write_bytes(old)
    return amal


def labels(coder: Any) -> dict[str, str]:
    return {claim.quote: claim.label for claim in coder.document.claims}


def actions(coder: Any) -> list[str]:
    return [e.edit.action for e in read_log(coder.paths.log).entries if e.edit]


def by_hand(coder: Any, old: str, new: str) -> None:
    text = coder.paths.document.read_text(encoding="utf-8")
    assert old in text
    coder.paths.document.write_text(text.replace(old, new, 1), encoding="utf-8")


# ---- an older file ------------------------------------------------------------------------------


@pytest.mark.usefixtures("older")
def test_an_older_file_says_what_came_later(sit: Sit) -> None:
    with pytest.raises(FileError) as caught:
        sit()
    assert caught.value.hint is not None
    assert "holds 1 later edits, the last of 2026-11-22T10:04:11Z" in caught.value.hint


@pytest.mark.usefixtures("older")
def test_the_log_is_right(sit: Sit) -> None:
    again = sit(choice="log")
    assert labels(again) == {AID: "unverified", YES: "allegation"}
    again.leave()
    assert "allegation" in again.paths.document.read_text(encoding="utf-8")
    assert actions(again) == ["label", "label"]
    assert sit().desk.notice == ""


@pytest.mark.usefixtures("older")
def test_the_file_is_right(sit: Sit) -> None:
    again = sit(at=LATER, choice="file")
    assert labels(again) == {AID: "unverified"}
    again.leave()
    assert actions(again) == ["label", "label", "older file"]
    third = sit()
    assert labels(third) == {AID: "unverified"}
    assert "was edited" not in third.desk.notice
    assert third.history.done is None


# ---- one claim, changed in the file and in the log ----------------------------------------------


@pytest.fixture
def twice(sit: Sit) -> Any:
    """A note written in the session that died, another into the file."""
    amal = sit()
    amal.label(AID, "unverified")
    amal.save()
    amal.edit(set_note(amal.document.claims[0], "In the log."))
    amal.die()
    by_hand(amal, 'note: ""', 'note: "By hand."')
    return amal


@pytest.mark.usefixtures("twice")
@pytest.mark.parametrize(
    ("choice", "notes"),
    [("log", ["In the log."]), ("file", ["By hand."]), ("both", ["By hand.", "In the log."])],
)
def test_one_claim_changed_twice(sit: Sit, choice: str, notes: list[str]) -> None:
    again = sit(choice=choice)
    assert sorted(claim.note for claim in again.document.claims) == notes
    again.leave()
    third = sit()
    assert same_content(third.document, again.document)
    assert third.desk.notice == ""


# ---- times --------------------------------------------------------------------------------------


def test_a_hand_edit_tells_the_times_between_which_it_happened(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.leave()
    by_hand(amal, 'note: ""', 'note: "By hand."')
    again = sit(at=LATER)
    entry = read_log(again.paths.log).entries[-1]
    assert entry.edit is not None
    assert entry.edit.between == ("2026-11-22T10:04:11Z", LATER)


def test_a_clock_that_runs_backwards_is_no_error(sit: Sit) -> None:
    amal = sit(at=LATER)
    amal.label(AID, "unverified")
    amal.leave()
    again = sit(at=BEFORE)
    again.label(YES, "allegation")
    again.leave()
    by_hand(again, 'note: ""', 'note: "By hand."')
    third = sit(at="2026-11-20T00:00:00Z")
    assert len(third.document.claims) == 2
    entry = read_log(third.paths.log).entries[-1]
    assert entry.edit is not None
    assert entry.edit.between == (BEFORE, "2026-11-20T00:00:00Z")


def test_a_file_without_its_log_has_no_such_times(sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.leave()
    amal.paths.log.unlink()
    sit()
    entry = read_log(amal.paths.log).entries[-1]
    assert entry.edit is not None
    assert (entry.edit.action, entry.edit.between) == ("import", None)
