"""One coder on two machines: logs with a common beginning are told apart, kept, and joined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.core.editing import set_finished, set_note
from qa_annotate.errors import FileError, StoreError
from qa_annotate.store.documents import read_document
from qa_annotate.store.forks import Case, Joined, chains, copies, join
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
NOW = "2026-11-23T09:00:00Z"
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
PLANES = "Airplanes and artillery continually bombard the blockaded neighborhoods."


@pytest.fixture
def two(sit: Sit) -> Callable[[Callable[[Any], None], Callable[[Any], None]], Any]:
    """Amal labels one sentence, then goes on in two ways from there; the second log's bytes."""

    def forked(here: Callable[[Any], None], there: Callable[[Any], None]) -> Any:
        amal = sit()
        amal.label(AID, "unverified")
        amal.leave()
        start = amal.paths.document.read_bytes(), amal.paths.log.read_bytes()
        away = sit()
        away._ids = iter(range(1000, 2000))
        there(away)
        away.leave()
        theirs = away.paths.document.read_bytes(), away.paths.log.read_bytes()
        amal.paths.document.write_bytes(start[0])
        amal.paths.log.write_bytes(start[1])
        again = sit()
        here(again)
        again.leave()
        return again, start, theirs

    return forked


def label(words: str, as_: str) -> Callable[[Any], None]:
    return lambda coder: coder.label(words, as_)


def note(words: str) -> Callable[[Any], None]:
    return lambda coder: coder.edit(set_note(coder.document.claims[0], words))


def case(coder: Any) -> Case:
    return Case(
        paths=coder.paths, opened=coder.opened, codebook=coder.codebook, at=NOW, tool="0.1.0"
    )


def labels(coder: Any) -> dict[str, str]:
    document = read_document(coder.paths, coder.opened, coder.codebook).history.document
    return {claim.quote: claim.label for claim in document.claims}


def conflict_copy(coder: Any, data: bytes) -> Path:
    path = coder.paths.folder / "amal.history.sync-conflict-20261122-100411-ABCDEFG.jsonl"
    path.write_bytes(data)
    return path


def joined(coder: Any, log: bytes) -> Joined:
    return join(case(coder), conflict_copy(coder, log))


def test_what_each_machine_added_stands_in_the_joined_document(two: Any) -> None:
    amal, _, (_, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    before = amal.paths.log.read_bytes()
    done = joined(amal, theirs)
    assert labels(amal) == {AID: "unverified", YES: "allegation", PLANES: "verified"}
    assert (done.entries, done.both) == (2, ())
    assert amal.paths.log.read_bytes().startswith(before)
    assert [path.read_bytes() for path in done.kept] == [theirs]
    entry = read_log(amal.paths.log).entries[-2]
    assert entry.edit is not None
    assert entry.edit.merged is not None
    assert entry.edit.merged.head == read_log(done.kept[0]).head
    assert (entry.edit.merged.common, entry.edit.merged.entries) == (3, 5)
    assert read_document(amal.paths, amal.opened, amal.codebook).outside is None


def test_a_claim_changed_on_both_stays_twice_and_is_named(two: Any) -> None:
    amal, _, (_, theirs) = two(note("Here."), note("There."))
    done = joined(amal, theirs)
    document = read_document(amal.paths, amal.opened, amal.codebook).history.document
    assert sorted(claim.note for claim in document.claims) == ["Here.", "There."]
    assert [c.quote for c in document.claims] == [AID, AID]
    assert done.both == (amal.document.claims[0].id,)


def test_a_claim_deleted_on_one_and_changed_on_the_other_stays(two: Any) -> None:
    def gone(coder: Any) -> None:
        coder.undo()

    amal, _, (_, theirs) = two(gone, note("There."))
    done = joined(amal, theirs)
    assert labels(amal) == {AID: "unverified"}
    assert len(done.both) == 1


def test_the_same_change_on_both_is_one(two: Any) -> None:
    def more(coder: Any) -> None:
        coder.read(YES)
        note("Same.")(coder)

    amal, _, (_, theirs) = two(note("Same."), more)
    assert joined(amal, theirs).both == ()
    assert labels(amal) == {AID: "unverified"}


def test_memo_and_finished_are_joined(two: Any) -> None:
    amal, _, (_, theirs) = two(
        label(YES, "allegation"), lambda c: c.edit(set_finished(c.document, True))
    )
    joined(amal, theirs)
    document = read_document(amal.paths, amal.opened, amal.codebook).history.document
    assert document.finished


def test_undo_stops_at_a_merge(two: Any, sit: Sit) -> None:
    amal, _, (_, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    joined(amal, theirs)
    assert sit().history.done is None


def test_both_tails_in_one_file_are_told_apart(two: Any) -> None:
    """As `git merge` with the union driver leaves them; conflict marks are passed over."""
    amal, (_, start), (_, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    ours = amal.paths.log.read_bytes()
    tangled = b"<<<<<<< HEAD\n" + ours[len(start) :] + b"=======\n" + theirs[len(start) :]
    amal.paths.log.write_bytes(start + tangled + b">>>>>>> other\n")
    with pytest.raises(FileError, match="version control left two logs"):
        labels(amal)
    amal.paths.log.write_bytes(ours + theirs[len(start) :])
    with pytest.raises(FileError, match="two logs were joined") as caught:
        labels(amal)
    assert caught.value.hint is not None
    assert "merge-log" in caught.value.hint
    amal.paths.log.write_bytes(start + tangled + b">>>>>>> other\n")
    join(case(amal), None)
    assert labels(amal) == {AID: "unverified", YES: "allegation", PLANES: "verified"}
    assert amal.paths.log.read_bytes().startswith(ours)


def test_the_chain_that_the_document_stands_on_is_the_main_one(two: Any) -> None:
    amal, (_, start), (document, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    ours = amal.paths.log.read_bytes()
    amal.paths.document.write_bytes(document)
    amal.paths.log.write_bytes(ours + theirs[len(start) :])
    join(case(amal), None)
    assert amal.paths.log.read_bytes().startswith(theirs)
    assert labels(amal) == {AID: "unverified", YES: "allegation", PLANES: "verified"}


def test_a_log_that_only_goes_on_is_taken_as_it_is(two: Any) -> None:
    amal, (document, start), (_, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    amal.paths.log.write_bytes(start)
    amal.paths.document.write_bytes(document)
    done = joined(amal, theirs)
    assert (done.kept, done.entries) == ((), 2)
    assert amal.paths.log.read_bytes() == theirs


def test_joining_twice_says_that_there_is_nothing_to_join(two: Any) -> None:
    amal, _, (_, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    joined(amal, theirs)
    with pytest.raises(StoreError, match="nothing to join"):
        joined(amal, theirs)


def test_the_other_machine_goes_on_and_is_joined_again(two: Any, sit: Sit) -> None:
    amal, _, (document, theirs) = two(label(YES, "allegation"), note("There."))
    joined(amal, theirs)
    here = amal.paths.document.read_bytes(), amal.paths.log.read_bytes()
    amal.paths.document.write_bytes(document)
    amal.paths.log.write_bytes(theirs)
    away = sit()
    away._ids = iter(range(3000, 4000))
    away.label(PLANES, "verified")
    away.leave()
    later = away.paths.log.read_bytes()
    amal.paths.document.write_bytes(here[0])
    amal.paths.log.write_bytes(here[1])
    assert joined(amal, later).both == ()
    assert labels(amal) == {AID: "unverified", YES: "allegation", PLANES: "verified"}


def test_a_document_that_neither_log_wrote_is_kept_aside(two: Any) -> None:
    amal, _, (_, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    amal.paths.document.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    done = joined(amal, theirs)
    assert "is kept as amal-" in done.notices[0]
    assert len(labels(amal)) == 3
    kept = [p for p in (amal.paths.folder / "forks").iterdir() if p.suffix == ".yaml"]
    assert [p.read_text(encoding="utf-8") for p in kept] == ["<<<<<<< HEAD\n"]


def test_logs_of_two_people_are_not_joined(sit: Sit) -> None:
    amal, omar = sit("amal"), sit("omar")
    amal.label(AID, "unverified")
    omar.label(AID, "unverified")
    amal.leave()
    omar.leave()
    before = amal.paths.log.read_bytes()
    with pytest.raises(StoreError, match="no common beginning"):
        join(case(amal), omar.paths.log)
    assert amal.paths.log.read_bytes() == before


def test_copies_of_a_synced_folder_are_no_coders(two: Any, project: Project) -> None:
    amal, _, (document, theirs) = two(label(YES, "allegation"), label(PLANES, "verified"))
    path = conflict_copy(amal, theirs)
    (amal.paths.folder / "amal (conflicted copy 2026-11-22).yaml").write_bytes(document)
    assert copies(amal.paths) == [path]
    assert project.coders(amal.opened.article.id) == ["amal"]


def test_a_whole_log_is_one_chain(two: Any) -> None:
    amal, _, _ = two(label(YES, "allegation"), label(PLANES, "verified"))
    data = amal.paths.log.read_bytes()
    (chain,) = chains(data, "log")
    assert chain.data == data
    assert chain.head == read_log(amal.paths.log).head
