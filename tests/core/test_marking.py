"""Marks of what is not to be published: edits like any other, and their way to another text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from qa_annotate.core.editing import apply, difference, reverse, toggle_redaction
from qa_annotate.core.moving import Versions, move
from qa_annotate.core.records import Document, Entry
from qa_annotate.core.telling import events
from qa_annotate.core.text import sha256_text
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Opened

Sit = Callable[..., Any]


def test_marking_and_unmarking_are_each_others_reverse(empty: Document, bridge: Opened) -> None:
    edit = toggle_redaction(empty, (3, 9))
    marked = apply(empty, edit, bridge.text)
    assert marked.redactions == ((3, 9),)
    assert apply(marked, reverse(edit), bridge.text) == empty
    assert toggle_redaction(marked, (8, 20)).redactions[0].spans == ((3, 9),)


def test_a_mark_made_by_hand_is_a_difference(empty: Document, bridge: Opened) -> None:
    after = replace(empty, redactions=((1, 4), (7, 9)))
    edit = difference(empty, after, "edited outside", bridge.text)
    assert apply(empty, edit, bridge.text) == after
    back = difference(after, replace(empty, redactions=((7, 9),)), "edited outside", bridge.text)
    assert apply(after, back, bridge.text).redactions == ((7, 9),)


def test_marks_survive_on_disk_and_files_without_any_stay_as_they_were(sit: Sit) -> None:
    amal = sit()
    amal.label("Aid entered last month.", "unverified")
    path = amal.leave()
    assert "redactions" not in path.read_text(encoding="utf-8")
    amal = sit()
    span = amal.span("Yes, this has happened many times.")
    amal.edit(toggle_redaction(amal.document, span))
    amal.leave()
    assert f"redactions: [[{span[0]}, {span[1]}]]" in path.read_text(encoding="utf-8")
    amal = sit()
    assert amal.document.redactions == (span,)
    amal.edit(toggle_redaction(amal.document, span))
    amal.leave()
    assert "redactions: []" in path.read_text(encoding="utf-8")
    told = list(events("x", "amal", read_log(amal.paths.log).entries))
    marks = [c for event in told for c in event.changes if c.what == "not to be published"]
    assert [(c.before, c.after) for c in marks] == [
        ("", f"{span[0]}–{span[1]}"),
        (f"{span[0]}–{span[1]}", ""),
    ]


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        (("The bridge fell", "A bridge fell"), ["They shelled it."]),
        (("They shelled it. We ran.", "We ran. They shelled it."), ["We ran. They shelled it."]),
        (
            ("They shelled it.", "They shelled it twice at noon."),
            ["They shelled it twice at noon."],
        ),
        (("They shelled it. We ran.", "We ran."), []),
    ],
)
def test_marks_go_with_their_words_or_stay_on_what_took_their_place(
    interview: Callable[..., Opened],
    bridge: Opened,
    empty: Document,
    changed: Sequence[str],
    kept: list[str],
) -> None:
    start = bridge.text.index("They shelled it.")
    document = replace(empty, redactions=((start, start + len("They shelled it.")),))
    lines = BRIDGE.replace(*changed)
    new = interview(lines)
    versions = Versions({document.text_sha256: bridge.text}, new.outline)
    edit = move(document, versions, lambda *_: (), "").edit
    after = apply(document, edit, bridge.text)
    assert after.text_sha256 == sha256_text(new.text)
    assert [new.text[a:b] for a, b in after.redactions] == kept
    entry = Entry(seq=1, at="2026-11-22T10:04:11Z", coder="amal", tool="", previous="", edit=edit)
    (told,) = events("bridge", "amal", [entry])
    marks = next(change for change in told.changes if change.what == "not to be published")
    assert marks.before == f"{start}–{start + len('They shelled it.')}"
    assert marks.after == " ".join(f"{a}–{b}" for a, b in after.redactions)


BRIDGE = """
headline| The bridge
intro| The bridge fell in May. Nobody crossed since.
question (Omar)| Q: What happened?
answer (Amal)| They shelled it. We ran.
caption| The bridge in April.
answer (Amal)| Two died.
intro| Omar put away his pen.
question (Omar)| Q: And now?
answer (Amal)| We wait.
"""
