"""Claims without a place in a session: seen, reached, put where a person says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from qa_annotate.core.history import Timeline
from qa_annotate.core.records import Claim, Decided, Orphaned
from qa_annotate.core.results import Proposal

from .conftest import Sitting

BUILT = "My uncle built it."
PAID = "The council paid him twice."


def orphan(id_: str, quote: str, at: int) -> Claim:
    return Claim(
        id=id_,
        label="unverified",
        quote=quote,
        position=(0, 0),
        decided=Decided(by="ana", at="2026-11-22T10:00:00Z"),
        orphaned=Orphaned(text_sha256="1" * 64, position=(at, at + len(quote))),
    )


@pytest.fixture
def moved(sit: Callable[..., Sitting]) -> Sitting:
    """Two claims that an earlier text held; for the first there is a proposal."""
    sitting = sit(size=(24, 110))
    text = sitting.state.setting.outline.text
    now = "My grandfather built it."
    at = text.index(now)
    proposal = Proposal(
        position=(at, at + len(now)),
        quote=now,
        similarity=0.8,
        changed=("number",),
        told=("number: 2 → 3",),
    )
    document = replace(
        sitting.document, claims=(orphan("czzzzzzzz01", BUILT, 5), orphan("czzzzzzzz02", PAID, 30))
    )
    setting = replace(sitting.state.setting, proposals={"czzzzzzzz01": (proposal,)})
    sitting.state = replace(sitting.state, setting=setting, history=Timeline(document=document))
    return sitting


def seen(sitting: Sitting, words: str) -> bool:
    return any(words in row for row in sitting.screen)


def test_the_list_shows_what_has_no_place(moved: Sitting) -> None:
    assert seen(moved, f"no place: {BUILT}")


def test_they_are_reached_in_the_list_and_draw_nothing(moved: Sitting) -> None:
    moved.press("uw" + "k" * 5)
    assert moved.state.orphan == "czzzzzzzz01"
    moved.press("j")
    assert moved.state.orphan == "czzzzzzzz02"
    moved.press("u")
    assert "P gives it one" in moved.state.message
    assert len(moved.labels) == 3


def test_old_and_new_words_stand_side_by_side(moved: Sitting) -> None:
    moved.press("P")
    assert seen(moved, f"was: {BUILT}")
    assert seen(moved, "now: My grandfather built it.")
    assert seen(moved, "likeness 0.80; number: 2 → 3")
    assert moved.sentence == "My grandfather built it."


def test_y_puts_it_there_and_goes_on_to_the_next(moved: Sitting) -> None:
    moved.press("Py")
    (edit,) = moved.log
    assert (edit.action, edit.why) == ("place", "similarity 0.80")
    placed = next(c for c in moved.document.claims if c.id == "czzzzzzzz01")
    assert (placed.quote, placed.orphaned) == ("My grandfather built it.", None)
    assert moved.document.read == (placed.position,)
    assert seen(moved, f"was: {PAID}")
    assert seen(moved, "nothing in the text resembles it")
    moved.press("y")
    assert len(moved.log) == 1
    moved.press("\x1b")
    assert "1 claim has no place" in moved.state.message


def test_undo_takes_it_back(moved: Sitting) -> None:
    moved.press("Py\x1bz")
    assert [c.orphaned is not None for c in moved.document.claims] == [True, True]
    assert moved.document.read == ()


def test_left_alone_nothing_changes(moved: Sitting) -> None:
    moved.press("P]")
    assert moved.state.orphan == "czzzzzzzz02"
    moved.press("]")
    assert moved.state.mode == "text"
    assert moved.log == []


def test_by_hand_on_words_that_a_person_selects(moved: Sitting) -> None:
    moved.press("P]=").press("jj")
    words = moved.sentence
    moved.press("=")
    assert moved.state.mode == "confirm"
    moved.press("y")
    placed = next(c for c in moved.document.claims if c.id == "czzzzzzzz02")
    assert placed.quote == words
    moved.press("=")
    assert moved.state.mode == "text"


def test_no_two_claims_on_the_same_words(moved: Sitting) -> None:
    moved.press("P]=").press("u")
    count = len(moved.log)
    moved.press("k").press("=y")
    assert len(moved.log) == count
    assert "another claim" in moved.state.message


def test_without_orphans_the_key_says_so(sit: Callable[..., Sitting]) -> None:
    assert "every claim has its place" in sit().press("P").state.message


def test_a_retired_label_has_no_key(sit: Callable[..., Sitting]) -> None:
    sitting = sit()
    book = sitting.state.setting.codebook
    labels = (replace(book.labels[0], retired=True), *book.labels[1:])
    setting = replace(sitting.state.setting, codebook=replace(book, labels=labels))
    sitting.state = replace(sitting.state, setting=setting)
    sitting.press(book.labels[0].key)
    assert sitting.labels == []
    sitting.press("1")
    assert [label for label, _ in sitting.labels] == [book.labels[1].id]
