"""Corrections of an article's structure, in terms of its text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.core.history import Timeline
from qa_annotate.core.model import ROLES, Block
from qa_annotate.core.records import Correction
from qa_annotate.core.structuring import (
    CorrectionError,
    corrected,
    edit_of,
    in_force,
    made_again,
    paired,
    redone,
    shaped,
    undone,
)

TEXT = "Talk\n\nQ: Who came?\n\nAnn came. Bo did not.\n\nA picture.\n\nShe left early."
BLOCKS = (
    Block(start=0, end=4, role="headline", sentences=((0, 4),)),
    Block(start=6, end=18, role="question", speaker="Cy", label=(6, 8), sentences=((9, 18),)),
    Block(start=20, end=41, role="answer", speaker="Di", sentences=((20, 29), (30, 41))),
    Block(start=43, end=53, role="caption", sentences=((43, 53),)),
    Block(start=55, end=70, role="answer", speaker="Di", sentences=((55, 70),)),
)


def words(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(b.role, TEXT[b.start : b.end]) for b in blocks]


def test_pairs_follow_roles() -> None:
    (pair,) = paired(BLOCKS)
    assert TEXT[slice(*pair.question)] == "Who came?"
    assert [TEXT[a:b] for a, b in pair.answer] == ["Ann came. Bo did not.", "She left early."]
    assert (pair.asker, pair.respondent) == ("Cy", "Di")


def test_a_run_of_blocks_gets_another_role_and_loses_its_speaker() -> None:
    after = corrected(BLOCKS, Correction(kind="role", span=(20, 70), value="intro"), TEXT)
    assert [b.role for b in after] == ["headline", "question", "intro", "intro", "intro"]
    assert after[2].speaker is None
    assert paired(after)[0].answer == ()


def test_two_speakers_of_one_answer_are_named_in_their_order() -> None:
    after = corrected(BLOCKS, Correction(kind="speaker", span=(55, 70), value="Ed"), TEXT)
    assert paired(after)[0].respondent == ("Di", "Ed")


def test_split_and_join_are_each_others_way_back() -> None:
    split = corrected(BLOCKS, Correction(kind="split", span=(20, 41), position=30), TEXT)
    assert words(split)[2:4] == [("answer", "Ann came."), ("answer", "Bo did not.")]
    assert corrected(split, Correction(kind="join", span=(20, 41)), TEXT) == BLOCKS


def test_sentences_are_split_and_joined_inside_their_block() -> None:
    joined = corrected(BLOCKS, Correction(kind="join-sentences", span=(20, 41)), TEXT)
    assert joined[2].sentences == ((20, 41),)
    again = Correction(kind="split-sentence", span=(20, 41), position=30)
    assert corrected(joined, again, TEXT) == BLOCKS


def test_a_label_is_no_part_of_what_was_said() -> None:
    bare = corrected(BLOCKS, Correction(kind="label", span=(6, 18)), TEXT)
    assert TEXT[slice(*paired(bare)[0].question)] == "Q: Who came?"
    back = corrected(bare, Correction(kind="label", span=(6, 18), position=8), TEXT)
    assert back == BLOCKS


@pytest.mark.parametrize(
    "correction",
    [
        Correction(kind="role", span=(0, 4), value="chorus"),
        Correction(kind="role", span=(4, 6), value="intro"),
        Correction(kind="split", span=(20, 41), position=20),
        Correction(kind="split", span=(0, 41), position=30),
        Correction(kind="join", span=(55, 70)),
        Correction(kind="join-sentences", span=(55, 70)),
        Correction(kind="split-sentence", span=(20, 41), position=29),
        Correction(kind="label", span=(6, 18), position=18),
    ],
)
def test_what_can_not_be_done_is_refused_with_words(correction: Correction) -> None:
    with pytest.raises(CorrectionError):
        corrected(BLOCKS, correction, TEXT)


def test_questions_that_nobody_answers_stand_for_themselves() -> None:
    asked = corrected(BLOCKS, Correction(kind="role", span=(6, 70), value="question"), TEXT)
    assert len(paired(asked)) == 4


corrections = st.one_of(
    st.builds(
        lambda kind, value, a, b: Correction(kind=kind, value=value, span=(min(a, b), max(a, b))),
        st.sampled_from(["role"]),
        st.sampled_from(ROLES),
        st.integers(0, 70),
        st.integers(0, 70),
    ),
    st.builds(
        lambda kind, i, at: Correction(
            kind=kind, span=(BLOCKS[i].start, BLOCKS[i].end), position=at
        ),
        st.sampled_from(["split", "join", "split-sentence", "join-sentences", "label"]),
        st.integers(0, 4),
        st.integers(0, 70),
    ),
)


@given(st.lists(corrections, max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_corrections_keep_the_text_covered_and_can_all_be_undone(found) -> None:
    shape = Timeline(document=BLOCKS)
    edits = []
    for correction in found:
        try:
            edit = edit_of(shape.document, correction, TEXT)
        except CorrectionError:
            continue
        edits.append((len(edits) + 1, edit))
        shape = shaped(shape, *edits[-1])
        covered = [i for b in shape.document for i in range(b.start, b.end)]
        assert len(covered) == len(set(covered))
        assert all(TEXT[i].isspace() for i in set(range(len(TEXT))) - set(covered))
        for block in shape.document:
            assert all(block.start <= a < b <= block.end for a, b in block.sentences)
    again, failed = made_again(BLOCKS, in_force(edits), TEXT)
    assert (again, failed) == (shape.document, ())
    after = shape.document
    while (back := undone(shape)) is not None:
        edits.append((len(edits) + 1, back))
        shape = shaped(shape, *edits[-1])
    assert shape.document == BLOCKS
    assert in_force(edits) == ()
    while (forth := redone(shape)) is not None:
        edits.append((len(edits) + 1, forth))
        shape = shaped(shape, *edits[-1])
    assert shape.document == after
