"""Settling: sides, joined and parted spans, decisions of one's own; originals stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.cases import Case, of_case
from qa_annotate.core.editing import apply, is_empty, reverse
from qa_annotate.core.outline import is_read
from qa_annotate.core.records import Decided, Document, Edit
from qa_annotate.core.settling import (
    ERRORS,
    Decision,
    anew,
    mark_error,
    of_side,
    parts,
    say_why,
    settle,
    take_over,
    union,
)

from ..settled import AT, Table


@pytest.fixture
def table(bridge, codebook) -> Table:
    return Table(bridge.outline, codebook)


@pytest.fixture
def long_and_short(table) -> Table:
    """Amal has one long claim where ben has two short ones."""
    long = table.says("amal", ("They shelled it. We ran.", "unverified"))
    return long.says("ben", ("They shelled it.", "allegation"), ("We ran.", "unverified"))


def words(document: Document) -> list[tuple[str, str]]:
    return [(c.label, c.quote) for c in document.claims]


def done(table: Table, document: Document, edit: Edit) -> Document:
    return apply(document, edit, table.outline.text)


def test_taking_a_side_copies_its_claims_under_a_new_decision(long_and_short):
    case, bench = long_and_short.cases[0], long_and_short.bench()
    decision = Decision(how="side", side="ben", why="two statements")
    start = long_and_short.empty("adjudicated")
    edit = settle(start, case, of_side(case, "ben", bench), decision, bench)
    after = done(long_and_short, start, edit)
    assert words(after) == [("allegation", "They shelled it."), ("unverified", "We ran.")]
    assert {claim.decided for claim in after.claims} == {Decided(by="zoe", at=AT)}
    (settlement,) = after.settled
    assert settlement.claims == tuple(claim.id for claim in after.claims)
    assert (settlement.side, settlement.why) == ("ben", "two statements")
    told = [(o.coder, o.label, o.decided.by, o.head) for o in settlement.originals]
    assert told == [
        ("amal", "unverified", "amal", "amal-head"),
        ("ben", "allegation", "ben", "ben-head"),
        ("ben", "unverified", "ben", "ben-head"),
    ]
    assert all(is_read(after.read, claim.position) for claim in after.claims)


def test_a_side_without_a_claim_settles_that_there_is_none(table):
    both = table.says("amal", ("We ran.", "unverified")).says("ben")
    case, bench = both.cases[0], both.bench()
    decision = Decision(how="side", side="ben")
    after = done(
        both,
        both.empty("adjudicated"),
        settle(both.empty("adjudicated"), case, of_side(case, "ben", bench), decision, bench),
    )
    assert after.claims == ()
    assert [(o.coder, o.claim is None) for o in after.settled[0].originals] == [
        ("amal", False),
        ("ben", True),
    ]


def test_spans_joined_and_parted(long_and_short):
    case, bench = long_and_short.cases[0], long_and_short.bench()
    assert [c.quote for c in union(case, "allegation", bench)] == ["They shelled it. We ran."]
    made = parts(case, bench)
    assert [(c.label, c.quote) for c in made] == [
        ("allegation", "They shelled it."),
        ("unverified", "We ran."),
    ]


def test_parts_whose_labels_nobody_can_tell_are_none(table):
    both = table.says("amal", ("They shelled", "unverified")).says(
        "ben", ("shelled it. ", "allegation")
    )
    assert parts(both.cases[0], both.bench()) is None
    one = table.says("amal", ("We ran.", "unverified")).says("ben", ("We ran.", "allegation"))
    assert parts(one.cases[0], one.bench()) is None


def test_what_is_said_without_dispute_stays_and_what_is_disputed_is_left_open(table):
    both = table.says(
        "amal", ("Two died.", "allegation", {"against": "the army", "note": "seen"})
    ).says("ben", ("Two", "allegation", {"against": "the council", "speaker": "Amal", "note": "?"}))
    (claim,) = union(both.cases[0], "allegation", both.bench())
    assert (claim.against, claim.speaker, claim.note) == (None, "Amal", "seen / ?")


def test_a_label_that_does_not_know_the_reason_gets_its_own(table):
    both = table.says("amal", ("Two died.", "unverified", {"reason": "inconclusive"})).says("ben")
    bench = both.bench()
    case = both.cases[0]
    assert anew(case, case.span, "allegation", bench).reason == "inconclusive"
    assert anew(case, case.span, "verified", bench).reason is None


def test_settling_again_takes_the_place_of_the_first_and_keeps_the_error(long_and_short):
    case, bench = long_and_short.cases[0], long_and_short.bench()
    start = long_and_short.empty("adjudicated")
    first = settle(start, case, of_side(case, "amal", bench), Decision(how="side"), bench)
    document = done(long_and_short, start, first)
    document = done(long_and_short, document, mark_error(document.settled[0], "span"))
    document = done(long_and_short, document, say_why(document.settled[0], "because"))
    again = long_and_short.bench(8)
    second = settle(document, case, union(case, "allegation", again), Decision(how="union"), again)
    after = done(long_and_short, document, second)
    assert words(after) == [("allegation", "They shelled it. We ran.")]
    assert [(s.how, s.error) for s in after.settled] == [("union", "span")]
    assert after.settled[0].id == document.settled[0].id
    back = done(long_and_short, after, reverse(second))
    assert replace(back, revision=0) == document


def test_what_is_agreed_is_taken_over_once_with_what_everybody_has_read(table):
    both = table.says("amal", ("Two died.", "unverified"), ("We ran.", "unverified")).says(
        "ben", ("Two died.", "unverified"), unread=["We wait."]
    )
    start = both.empty("adjudicated")
    document = done(both, start, take_over(start, both.cases, both.bench()))
    assert words(document) == [("unverified", "Two died.")]
    assert is_read(document.read, both.span("The bridge fell in May."))
    assert not is_read(document.read, both.span("We ran."))
    assert not is_read(document.read, both.span("We wait."))
    assert is_empty(take_over(document, both.cases, both.bench(8)))


# ---- laws ---------------------------------------------------------------------------------------

WORDS = ("They shelled it.", "They shelled it. We ran.", "shelled it", "We ran.", "Two died.")
SAID = st.dictionaries(st.sampled_from(WORDS), st.sampled_from(["verified", "unverified"]))


def _side(case: Case, document: Document, bench, number: int) -> Edit:
    side = case.sides[number % len(case.sides)].coder
    decision = Decision(how="side", side=side)
    return settle(document, case, of_side(case, side, bench), decision, bench)


def _union(case: Case, document: Document, bench, number: int) -> Edit:
    del number
    made = union(case, "allegation", bench)
    return settle(document, case, made, Decision(how="union"), bench)


def _parts(case: Case, document: Document, bench, number: int) -> Edit:
    del number
    made = parts(case, bench)
    return settle(document, case, made or (), Decision(how="parts"), bench)


def _error(case: Case, document: Document, bench, number: int) -> Edit:
    del bench
    found = of_case(case, document)
    return mark_error(found[0], ERRORS[number % 5]) if found else Edit(action="error")


ACTS: tuple[Callable[..., Edit], ...] = (_side, _union, _parts, _error)


@given(
    amal=SAID,
    ben=SAID,
    cleo=SAID,
    acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 20)), max_size=12),
)
def test_any_settling_keeps_every_claim_in_one_settlement_and_can_be_taken_back(
    bridge, codebook, amal, ben, cleo, acts
):
    table = Table(bridge.outline, codebook)
    for coder, said in (("amal", amal), ("ben", ben), ("cleo", cleo)):
        table = table.says(coder, *said.items())
    before = repr(table.sources)
    start = table.empty("adjudicated")
    document, edits = start, [take_over(start, table.cases, table.bench(0))]
    document = done(table, document, edits[0])
    for number, (act, choice) in enumerate(acts, start=1):
        if not table.cases:
            break
        case = table.cases[choice % len(table.cases)]
        edit = act(case, document, table.bench(number), choice)
        document = done(table, document, edit)
        edits.append(edit)
    made = [id_ for settlement in document.settled for id_ in settlement.claims]
    assert sorted(made) == sorted(claim.id for claim in document.claims)
    assert len(set(made)) == len(made)
    for case in table.cases:
        assert len(of_case(case, document)) <= 1
    for claim in document.claims:
        start_, end = claim.position
        assert table.outline.text[start_:end] == claim.quote
    assert repr(table.sources) == before
    for edit in reversed(edits):
        document = done(table, document, reverse(edit))
    assert document == start
