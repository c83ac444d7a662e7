"""The edit log as a value: whatever was done, undone and redone, the document is its fold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.core import editing, history
from qa_annotate.core.editing import ConflictError, Hand, is_empty
from qa_annotate.core.history import Timeline, fold, same_content, step
from qa_annotate.core.records import Codebook, Document, Edit, Entry, Saved
from qa_annotate.store.project import Opened

NOW = "2026-11-22T10:04:11Z"
LABELS = ("verified", "unverified", "allegation")

ACTIONS = st.one_of(
    st.tuples(st.just("label"), st.integers(0, 11), st.sampled_from(LABELS)),
    st.tuples(st.just("part"), st.integers(0, 11), st.sampled_from(LABELS)),
    st.tuples(st.just("read"), st.integers(0, 11), st.none()),
    st.tuples(st.just("delete"), st.integers(0, 9), st.none()),
    st.tuples(st.just("note"), st.integers(0, 9), st.text(max_size=5)),
    st.tuples(st.just("decide"), st.integers(0, 9), st.sampled_from(LABELS)),
    st.tuples(st.just("finish"), st.booleans(), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("redo"), st.none(), st.none()),
)


class Run:
    """A session without a screen: every edit becomes an entry, then part of the document."""

    def __init__(self, opened: Opened, blank: Document, codebook: Codebook) -> None:
        self.opened, self.blank = opened, blank
        self.hand = Hand(coder="amal", at=NOW, codebook=codebook, outline=opened.outline)
        self.history = Timeline(document=blank)
        self.entries: list[Entry] = []

    def do(self, name: str, place: int | bool | None, value: str | None) -> None:
        edit = self._edit(name, place, value)
        if edit is not None and not is_empty(edit):
            self.log(edit)

    def log(self, edit: Edit) -> None:
        seq = len(self.entries) + 1
        entry = Entry(seq=seq, at=NOW, coder="amal", tool="0.1.0", previous="", edit=edit)
        self.entries.append(entry)
        self.history = step(self.history, seq, edit, self.opened.text)

    def _edit(self, name: str, place: int | bool | None, value: str | None) -> Edit | None:
        document = self.history.document
        sentences, claims = self.opened.outline.sentences, document.claims
        if name == "undo":
            return history.undo(self.history)
        if name == "redo":
            return history.redo(self.history)
        if name == "finish":
            return editing.set_finished(document, bool(place))
        if name in ("label", "part", "read"):
            sentence = sentences[int(place or 0) % len(sentences)]
            span = (sentence.start, sentence.end)
            if name == "read":
                return editing.read_span(document, span, self.hand)
            part = span if name == "label" else (span[0], span[0] + 3)
            new_id = editing.claim_id(len(self.entries))
            return editing.label_span(document, part, str(value), new_id, self.hand)
        if not claims:
            return None
        claim = claims[int(place or 0) % len(claims)]
        if name == "delete":
            return editing.delete_claim(claim)
        if name == "note":
            return editing.set_note(claim, str(value))
        return editing.decide(claim, str(value), "evidence came", self.hand)


@pytest.fixture(scope="module")
def new_run(bridge: Opened, empty: Document, codebook: Codebook) -> Callable[[], Run]:
    return lambda: Run(bridge, empty, codebook)


@settings(max_examples=150)
@given(actions=st.lists(ACTIONS, max_size=25))
def test_a_document_is_the_fold_of_its_log(
    new_run: Callable[[], Run], actions: list[tuple]
) -> None:
    run = new_run()
    for action in actions:
        run.do(*action)
    folded = fold(run.blank, run.entries, run.opened.text)
    assert folded == run.history
    assert folded.document.revision == len(run.entries)


@settings(max_examples=150)
@given(actions=st.lists(ACTIONS, max_size=25))
def test_undoing_everything_gives_the_empty_document(
    new_run: Callable[[], Run], actions: list[tuple]
) -> None:
    run = new_run()
    for action in actions:
        run.do(*action)
    full, steps = run.history.document, 0
    while (edit := history.undo(run.history)) is not None:
        run.log(edit)
        steps += 1
    assert same_content(run.history.document, run.blank)
    for _ in range(steps):
        run.log(history.redo(run.history))
    assert same_content(run.history.document, full)


def test_undo_says_what_it_takes_back(new_run: Callable[[], Run]) -> None:
    run = new_run()
    run.do("label", 2, "unverified")
    run.do("note", 0, "Ask Omar.")
    edit = history.undo(run.history)
    assert (edit.action, edit.undoes) == ("note", 2)
    run.log(edit)
    assert run.history.document.claims[0].note == ""
    again = history.redo(run.history)
    assert (again.action, again.redoes) == ("note", 2)


def test_a_new_edit_ends_redo(new_run: Callable[[], Run]) -> None:
    run = new_run()
    run.do("label", 2, "unverified")
    run.do("undo", None, None)
    run.do("label", 3, "unverified")
    assert history.redo(run.history) is None


def test_undo_does_not_go_past_what_was_done_outside(new_run: Callable[[], Run]) -> None:
    run = new_run()
    run.do("label", 2, "unverified")
    (claim,) = run.history.document.claims
    run.log(replace(editing.set_note(claim, "by hand"), action="edited outside"))
    assert history.undo(run.history) is None
    run.do("label", 3, "unverified")
    run.do("undo", None, None)
    assert history.undo(run.history) is None
    assert run.history.document.claims[0].note == "by hand"


def test_saves_change_nothing(new_run: Callable[[], Run]) -> None:
    run = new_run()
    run.do("label", 2, "unverified")
    saved = Entry(
        seq=2, at=NOW, coder="amal", tool="0.1.0", previous="", saved=Saved(revision=1, sha256="")
    )
    assert fold(run.blank, [*run.entries, saved], run.opened.text) == run.history


def test_a_log_that_does_not_fit_itself_is_refused(new_run: Callable[[], Run]) -> None:
    run = new_run()
    run.do("label", 2, "unverified")
    run.do("note", 0, "Ask Omar.")
    with pytest.raises(ConflictError):
        fold(run.blank, run.entries[1:], run.opened.text)


def test_the_last_place_is_that_of_the_newest_edit_that_stands(new_run: Callable[[], Run]) -> None:
    run = new_run()
    sentences = run.opened.outline.sentences
    assert history.last_place(run.history) is None
    run.do("label", 2, "unverified")
    run.do("read", 5, None)
    assert history.last_place(run.history) == sentences[5].start
    run.do("undo", None, None)
    assert history.last_place(run.history) == sentences[2].start
    run.do("delete", 0, None)
    assert history.last_place(run.history) == sentences[2].start
