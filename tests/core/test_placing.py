"""Claims found by their places, units counted by what changed: as if all had been looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.model import ROLES, Block, Sentence
from qa_annotate.core.outline import (
    Outline,
    Sentences,
    Tally,
    is_read,
    last_unread_unit,
    mark_read,
    mark_unread,
    next_unread_unit,
)
from qa_annotate.core.placing import Placed, Placing, claim_at, claim_order, place_of
from qa_annotate.core.records import Claim, Decided
from qa_annotate.core.text import without

spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))


def claims_at(positions: list[tuple[int, int]]) -> tuple[Claim, ...]:
    made = (
        Claim(id=f"c{i}", label="u", quote="", position=p, decided=Decided(by="a", at=""))
        for i, p in enumerate(positions)
    )
    return tuple(sorted(made, key=claim_order))


@given(st.lists(spans), spans)
def test_what_touches_a_stretch_is_what_looking_at_every_claim_finds(positions, span):
    claims = claims_at(positions)
    touching = [c for c in claims if c.position[0] < span[1] and span[0] < c.position[1]]
    assert Placed(claims).touching(span) == touching
    assert Placed(claims).begun(span[0]) == sum(c.position[0] < span[0] for c in claims)


@given(st.lists(spans), spans)
def test_a_claim_at_a_position_is_found_or_there_is_none(positions, span):
    claims = claims_at([*positions, *positions[:1]])
    found = claim_at(claims, span)
    assert (found is not None) == (span in positions)
    assert found is None or found.position == span
    for position in positions:
        place = place_of(claims, position)
        assert place is not None
        assert claims[place].position == position


def test_places_are_made_anew_for_other_claims():
    placing = Placing()
    first, second = claims_at([(0, 5)]), claims_at([(0, 5), (2, 9)])
    assert placing.of(first) is placing.of(first)
    assert len(placing.of(second).touching((3, 4))) == 2


# ---- what is read -------------------------------------------------------------------------------

TEXT = "word " * 40
UNITS = [n for n in range(40) if n % 5]


def words_as_sentences() -> Outline:
    """Forty sentences of one word each; every fifth is no unit."""
    sentences = Sentences(
        Sentence(
            index=n, start=n * 5, end=n * 5 + 4, block=0, passage=0, role=ROLES[4], unit=n in UNITS
        )
        for n in range(40)
    )
    block = Block(start=0, end=len(TEXT) - 1, role="answer")
    return Outline(text=TEXT, blocks=(block,), passages=(), sentences=sentences, units=UNITS)


steps = st.lists(st.tuples(st.integers(0, 39), st.integers(0, 12), st.booleans()), max_size=25)


@given(steps)
def test_the_tally_is_what_counting_all_gives_after_any_edits(edits):
    outline, tally = words_as_sentences(), Tally()
    read: tuple[tuple[int, int], ...] = ()
    for first, more, after in edits:
        span = (first * 5, min(39, first + more) * 5 + 4)
        unread = without(read, span, TEXT)
        read = mark_read(read, span, TEXT) if after else mark_unread(read, span, TEXT)
        assert after or read == unread
        assert tally.of(outline, read) == sum(map(outline.units_in, read))


@given(steps, st.integers(0, 40))
def test_the_nearest_unread_unit_is_what_looking_at_every_unit_finds(edits, cursor):
    outline = words_as_sentences()
    read: tuple[tuple[int, int], ...] = ()
    for first, more, _ in edits[:4]:
        read = mark_read(read, (first * 5, min(39, first + more) * 5 + 4), TEXT)
    unread = [place for place, n in enumerate(UNITS) if not is_read(read, (n * 5, n * 5 + 4))]
    here = min(cursor, len(UNITS))
    ahead = next((place for place in unread if place >= here), None)
    back = next((place for place in reversed(unread) if place < here), None)
    assert next_unread_unit(outline, read, here) == ahead
    assert last_unread_unit(outline, read, here - 1) == back
