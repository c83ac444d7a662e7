"""One edit: a document in, a document out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core import describing, editing
from qa_annotate.core.editing import ConflictError, Hand, apply, difference, is_empty, reverse
from qa_annotate.core.outline import is_read, mark_read
from qa_annotate.core.placing import claim_order
from qa_annotate.core.records import (
    Claim,
    ClaimChange,
    Codebook,
    CodebookRef,
    Decided,
    Document,
    Edit,
    FieldChange,
    ReadChange,
    Superseded,
)
from qa_annotate.core.text import trimmed
from qa_annotate.store.project import Opened

NOW = "2026-11-22T10:04:11Z"
LATER = "2026-11-23T09:00:00Z"
BOOK = CodebookRef(id="claims-evidence", version="1.0")


@pytest.fixture(scope="module")
def hand(bridge: Opened, codebook: Codebook) -> Hand:
    return Hand(coder="amal", at=NOW, codebook=codebook, outline=bridge.outline)


def span(bridge: Opened, words: str) -> tuple[int, int]:
    start = bridge.text.index(words)
    return start, start + len(words)


def labelled(document: Document, bridge: Opened, hand: Hand, words: str, label: str) -> Document:
    new_id = editing.claim_id(len(document.claims) + 1)
    edit = editing.label_span(document, span(bridge, words), label, new_id, hand)
    return apply(document, edit, bridge.text)


# ---- what people do -----------------------------------------------------------------------------


def test_labelling_a_sentence(bridge: Opened, empty: Document, hand: Hand) -> None:
    after = labelled(empty, bridge, hand, "They shelled it.", "unverified")
    assert after.claims == (
        Claim(
            id="c0000000001",
            label="unverified",
            quote="They shelled it.",
            position=span(bridge, "They shelled it."),
            context=("since.\n\nQ: What happened?\n\n", " We ran.\n\nThe bridge in April.\n"),
            passage="q1",
            speaker="Amal",
            reason="not_attempted",
            decided=Decided(by="amal", at=NOW),
        ),
    )
    assert after.read == (span(bridge, "They shelled it."),)


def test_labelling_words_counts_their_whole_sentences_as_read(
    bridge: Opened, empty: Document, hand: Hand
) -> None:
    after = labelled(empty, bridge, hand, "it. We", "allegation")
    assert after.read == (span(bridge, "They shelled it. We ran."),)


def test_labelling_again_relabels_in_place(bridge: Opened, empty: Document, hand: Hand) -> None:
    first = labelled(empty, bridge, hand, "We ran.", "unverified")
    place = span(bridge, "We ran.")
    later = replace(hand, coder="omar", at=LATER)
    after = apply(first, editing.label_span(first, place, "verified", "unused", later), bridge.text)
    (claim,) = after.claims
    assert claim.id == first.claims[0].id
    assert (claim.label, claim.reason) == ("verified", None)
    assert claim.decided == Decided(by="omar", at=LATER)
    assert claim.superseded == ()


def test_a_reason_stays_where_the_new_label_knows_it(
    bridge: Opened, empty: Document, hand: Hand
) -> None:
    first = labelled(empty, bridge, hand, "We ran.", "unverified")
    reasoned = apply(first, editing.set_reason(first.claims[0], "not_accessible"), bridge.text)
    place = span(bridge, "We ran.")
    after = editing.label_span(reasoned, place, "allegation", "unused", hand)
    assert apply(reasoned, after, bridge.text).claims[0].reason == "not_accessible"


def test_the_same_label_again_is_no_edit(bridge: Opened, empty: Document, hand: Hand) -> None:
    first = labelled(empty, bridge, hand, "We ran.", "unverified")
    again = editing.label_span(first, span(bridge, "We ran."), "unverified", "unused", hand)
    assert is_empty(again)


def test_what_was_read_in_part_is_read_and_unread_as_such(
    bridge: Opened, empty: Document, hand: Hand
) -> None:
    start, end = span(bridge, "They shelled it.")
    partly = replace(empty, read=((start + 5, end),))
    edit = editing.read_span(partly, (start, end), hand)
    assert edit.read == (ReadChange(spans=((start, start + 4),), after=True),)
    after = apply(partly, edit, bridge.text)
    assert after.read == ((start, end),)
    assert apply(after, reverse(edit), bridge.text).read == partly.read


def test_deleting_a_claim_leaves_its_sentence_read(
    bridge: Opened, empty: Document, hand: Hand
) -> None:
    first = labelled(empty, bridge, hand, "We ran.", "unverified")
    after = apply(first, editing.delete_claim(first.claims[0]), bridge.text)
    assert (after.claims, after.read) == ((), first.read)


def test_deciding_anew_keeps_the_old_decision(bridge: Opened, empty: Document, hand: Hand) -> None:
    first = labelled(empty, bridge, hand, "We ran.", "unverified")
    later = replace(hand, at=LATER)
    edit = editing.decide(first.claims[0], "verified", "The court record names her.", later)
    (claim,) = apply(first, edit, bridge.text).claims
    assert claim.label == "verified"
    assert claim.superseded == (
        Superseded(
            label="unverified",
            reason="not_attempted",
            decided=Decided(by="amal", at=NOW),
            why="The court record names her.",
        ),
    )


def test_claims_stand_in_the_order_of_the_text_the_longer_first(
    bridge: Opened, empty: Document, hand: Hand
) -> None:
    document = empty
    for words in ("We wait.", "They", "Two died.", "They shelled it.", "The bridge fell in May."):
        document = labelled(document, bridge, hand, words, "unverified")
    assert [claim.quote for claim in document.claims] == [
        "The bridge fell in May.",
        "They shelled it.",
        "They",
        "Two died.",
        "We wait.",
    ]


def test_finishing_and_opening_again(bridge: Opened, empty: Document) -> None:
    done = apply(empty, editing.set_finished(empty, True), bridge.text)
    assert done.finished
    assert is_empty(editing.set_finished(done, True))
    again = editing.set_finished(done, False)
    assert again.action == "reopen"
    assert apply(done, again, bridge.text) == empty


def test_a_note_that_stays_the_same_is_no_edit(bridge: Opened, empty: Document, hand: Hand) -> None:
    claim = labelled(empty, bridge, hand, "We ran.", "unverified").claims[0]
    assert is_empty(editing.set_note(claim, ""))
    assert not is_empty(editing.set_note(claim, "Ask Omar."))


def test_reading_a_passage_takes_in_no_words_that_were_read_before(
    bridge: Opened, empty: Document, hand: Hand
) -> None:
    unit = bridge.outline.sentences[bridge.outline.units[0]]
    middle = unit.start + (unit.end - unit.start) // 2
    half = trimmed(bridge.text, (unit.start, middle))
    before = replace(empty, read=(half,))
    edit = describing.read_passage(before, (0, len(bridge.text)), hand)
    after = apply(before, edit, bridge.text)
    assert all(is_read(after.read, (s.start, s.end)) for s in bridge.outline.sentences if s.unit)
    assert apply(after, reverse(edit), bridge.text) == before


# ---- edits that don't fit -----------------------------------------------------------------------


def test_an_edit_of_another_document_is_refused(
    bridge: Opened, empty: Document, hand: Hand
) -> None:
    first = labelled(empty, bridge, hand, "We ran.", "unverified")
    claim = first.claims[0]
    with pytest.raises(ConflictError, match=claim.id):
        apply(empty, editing.delete_claim(claim), bridge.text)
    with pytest.raises(ConflictError, match=claim.id):
        apply(first, Edit(action="label", claims=(ClaimChange(id=claim.id, after=claim),)), "")
    with pytest.raises(ConflictError, match=claim.id):
        apply(first, editing.set_note(replace(claim, note="other"), "new"), bridge.text)
    with pytest.raises(ConflictError, match="memo"):
        apply(
            first, Edit(action="x", fields=(FieldChange(field="memo", before="a", after=""),)), ""
        )


# ---- between two documents ----------------------------------------------------------------------

TEXT = "ab cd. ef gh. ij kl. mn op."


@st.composite
def documents(draw: st.DrawFn) -> Document:
    claims = draw(
        st.dictionaries(
            st.sampled_from(["c1", "c2", "c3", "c4"]),
            st.tuples(
                st.integers(0, 20), st.integers(1, 7), st.sampled_from("abc"), st.text(max_size=3)
            ),
            max_size=4,
        )
    )
    read: tuple[tuple[int, int], ...] = ()
    for first, last in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=3)):
        if first <= last:
            read = mark_read(read, (first * 7, last * 7 + 6), TEXT)
    made = [
        Claim(
            id=id_,
            label=label,
            quote=TEXT[start : start + length],
            position=(start, start + length),
            note=note,
            decided=Decided(by="amal", at=NOW),
        )
        for id_, (start, length, label, note) in claims.items()
    ]
    return Document(
        article="bridge",
        text_sha256="0" * 64,
        codebook=BOOK,
        coder="amal",
        finished=draw(st.booleans()),
        memo=draw(st.text(max_size=3)),
        read=read,
        claims=tuple(sorted(made, key=claim_order)),
    )


@given(documents(), documents())
def test_the_difference_makes_one_document_into_the_other(one: Document, two: Document) -> None:
    edit = difference(one, two, "edited outside", TEXT)
    assert apply(one, edit, TEXT) == two
    assert apply(two, reverse(edit), TEXT) == one
    assert is_empty(edit) == (one == two)


@given(documents())
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    assert is_empty(difference(document, document, "edited outside", TEXT))


# ---- ids ----------------------------------------------------------------------------------------


@given(st.integers(0, 2**50 - 1), st.integers(0, 2**50 - 1))
def test_ids_are_eleven_letters_that_nobody_mistakes(one: int, two: int) -> None:
    made = editing.claim_id(one)
    assert len(made) == 11
    assert set(made[1:]) <= set("0123456789abcdefghjkmnpqrstvwxyz")
    assert (made == editing.claim_id(two)) == (one == two)
