"""`log`: the history as people read it, and documents as they stood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.adapters import yaml
from qa_annotate.commands.log import as_of, log
from qa_annotate.console.log import show_log
from qa_annotate.core.editing import decide, set_finished, set_note
from qa_annotate.core.history import fold
from qa_annotate.core.records import Correction
from qa_annotate.core.structuring import edit_of
from qa_annotate.core.telling import Change, Event
from qa_annotate.errors import StoreError, UsageError
from qa_annotate.store.documents import read_document
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Project, load_article
from qa_annotate.store.structures import open_structure

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
MONDAY, TUESDAY, SUNDAY = (f"2026-11-{day}T08:00:00Z" for day in (23, 24, 22))


@pytest.fixture
def told(project: Project, sit: Sit) -> Path:
    """Amal labels on Monday and decides anew on Tuesday; Omar reads on Tuesday."""
    amal = sit("amal", at=MONDAY)
    amal.label(AID, "unverified")
    amal.edit(set_finished(amal.document, True))
    amal.leave()
    later = sit("amal", at=TUESDAY)
    later.edit(decide(later.document.claims[0], "allegation", "It blames.", later.hand))
    later.leave()
    omar = sit("omar", at=TUESDAY)
    omar.read(YES)
    omar.leave()
    return project.root


def short(events: tuple[Event, ...]) -> list[tuple[str, str, str]]:
    return [(e.at, e.by, e.action) for e in events if e.action != "saved"]


def test_everything_in_the_order_of_time(told: Path) -> None:
    assert short(log(project=told)) == [
        (MONDAY, "amal", "began"),
        (MONDAY, "amal", "label"),
        (MONDAY, "amal", "finish"),
        (TUESDAY, "amal", "decide"),
        (TUESDAY, "omar", "began"),
        (TUESDAY, "omar", "read"),
    ]


def test_a_decision_says_from_what_to_what_and_why(told: Path) -> None:
    (event,) = [e for e in log(project=told) if e.action == "decide"]
    assert (event.quote, event.why) == (AID, "It blames.")
    changes = {c.what: (c.before, c.after) for c in event.changes}
    assert changes["label"] == ("unverified", "allegation")
    assert changes["decided"] == (f"by amal at {MONDAY}", f"by amal at {TUESDAY}")
    assert changes["superseded"] == ("", f"unverified by amal at {MONDAY}: It blames.")


def test_one_coder_one_claim_one_day(told: Path) -> None:
    assert {e.by for e in log(project=told, coder="omar")} == {"omar"}
    claim = next(e.claim for e in log(project=told) if e.claim)
    assert [e.action for e in log(project=told, claim=claim)] == ["label", "decide"]
    assert {e.at for e in log(project=told, since="2026-11-24")} == {TUESDAY}
    assert log(project=told, since="2026-11-24T08:00:01Z") == ()


def test_undo_and_redo_name_what_they_take_back(project: Project, sit: Sit) -> None:
    amal = sit()
    amal.label(AID, "unverified")
    amal.undo()
    amal.redo()
    amal.leave()
    actions = [a for _, _, a in short(log(project=project.root))]
    assert [a for a in actions if "do" in a] == ["undo of 2 (label)", "redo of 2 (label)"]


def test_a_hand_edit_says_between_which_times(told: Path, sit: Sit) -> None:
    path = next(told.glob("annotations/*/coders/amal.yaml"))
    path.write_text(path.read_text("utf-8").replace('note: ""', 'note: "By hand."'), "utf-8")
    sit("amal", at="2026-11-25T08:00:00Z")
    event = log(project=told)[-1]
    assert event.action == "edited outside"
    assert event.why == f"some time between {TUESDAY} and 2026-11-25T08:00:00Z"
    assert event.changes == (Change(what="note", after="By hand."),)


def test_corrections_of_the_structure_are_told(
    told: Path, project: Project, seed_name: str
) -> None:
    opened = load_article(project, seed_name)
    desk = open_structure(project, opened, coder="amal", at=MONDAY, tool="0.1.0")
    block = opened.article.blocks[0]
    correction = Correction(kind="role", span=(block.start, block.end), value="note")
    change = edit_of(desk.shape.document, correction, opened.text, "It is a remark.")
    desk.append(change, TUESDAY)
    desk.flush()
    desk.close()
    event = log(project=told)[-1]
    assert (event.log, event.action, event.why) == (
        "structure",
        "structure: role",
        "It is a remark.",
    )
    assert event.changes[0].after == "note"
    assert event.changes[1].before.startswith(f"{block.role} 0–")
    assert [e.log for e in log(project=told, coder="amal") if e.log == "structure"] == []


# ---- as it stood --------------------------------------------------------------------------------


def labels(text: str) -> dict[str, str]:
    return {c["quote"]: c["label"] for c in yaml.load(text, "x")["claims"]}


def test_the_document_as_it_stood_on_a_day(told: Path, seed_name: str) -> None:
    assert labels(as_of("2026-11-23", seed_name, coder="amal", project=told)) == {AID: "unverified"}
    assert labels(as_of(TUESDAY, seed_name, coder="amal", project=told)) == {AID: "allegation"}
    with pytest.raises(StoreError, match="Nothing was recorded here by 2026-11-22T23:59:59Z"):
        as_of("2026-11-22", seed_name, coder="amal", project=told)


def test_as_of_any_entry_is_the_fold_of_the_log_up_to_it(project: Project, sit: Sit) -> None:
    """Each entry has a time of its own: the document shown is the log's replay."""
    times = [f"2026-11-23T08:00:{second:02}Z" for second in range(5)]
    amal = sit(at=times[0])
    for at, step in zip(times, (AID, YES, None, "note", None), strict=True):
        amal.at = at
        if step == "note":
            amal.edit(set_note(amal.document.claims[0], "x"))
        elif step is None:
            amal.undo()
        else:
            amal.label(step, "unverified")
    amal.leave()
    entries = read_log(amal.paths.log).entries
    empty = replace(read_document(amal.paths, amal.opened, amal.codebook).history.document)
    empty = replace(empty, claims=(), read=(), revision=0)
    for at in times:
        upto = [e for e in entries if e.at <= at]
        stood = fold(empty, upto, amal.opened.text).document
        shown = yaml.load(as_of(at, coder="amal", project=project.root), "x")
        assert shown["revision"] == stood.revision
        assert [c["id"] for c in shown["claims"]] == [c.id for c in stood.claims]


def test_a_clock_that_ran_backwards_does_not_tear_the_history(project: Project, sit: Sit) -> None:
    amal = sit(at=TUESDAY)
    amal.label(AID, "unverified")
    amal.at = SUNDAY
    amal.label(YES, "allegation")
    amal.leave()
    assert len(labels(as_of(SUNDAY, project=project.root))) == 2


# ---- words --------------------------------------------------------------------------------------


def test_what_is_not_there_is_refused_with_words(told: Path) -> None:
    with pytest.raises(UsageError, match="'yesterday' is no time"):
        log(project=told, since="yesterday")
    with pytest.raises(StoreError, match="There is no article 'river'"):
        log("river", project=told)
    with pytest.raises(StoreError, match="No log here tells of a claim c0"):
        log(project=told, claim="c0")


def test_the_history_on_the_screen(told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_log(log(project=told))
    shown = capsys.readouterr().out
    assert "label: unverified → allegation" in shown
    assert "why: It blames." in shown
    assert f"{TUESDAY}  amal  #5 decide" in shown
