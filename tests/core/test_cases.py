"""What there is to settle: where coders' claims overlap, and how they differ."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from qa_annotate.core.cases import Case, Side, cases, gone, of_case, since, standings
from qa_annotate.core.editing import apply
from qa_annotate.core.records import Claim, Decided, Original, Settlement
from qa_annotate.core.settling import Decision, of_side, settle

from ..settled import AT, Table


@pytest.fixture
def table(bridge, codebook) -> Table:
    return Table(bridge.outline, codebook)


def kinds(table: Table) -> list[tuple[str, str]]:
    return [(case.kind, table.words(case.span)) for case in table.cases]


def test_the_same_words_under_one_label_are_agreed(table):
    both = table.says("amal", ("Two died.", "unverified")).says("ben", ("Two died.", "unverified"))
    assert kinds(both) == [("agreed", "Two died.")]


def test_another_label_other_words_and_no_claim_are_disagreements(table):
    amal = table.says(
        "amal", ("Two died.", "unverified"), ("They shelled it.", "allegation"), ("We ran.", "u")
    )
    both = amal.says("ben", ("Two died.", "allegation"), ("They shelled", "allegation"))
    assert kinds(both) == [
        ("span", "They shelled it."),
        ("missed", "We ran."),
        ("label", "Two died."),
    ]


def test_who_has_not_read_the_words_says_nothing_about_them(table):
    alone = table.says("amal", ("We wait.", "unverified")).says("ben", unread=["We wait."])
    assert kinds(alone) == [("alone", "We wait.")]
    third = alone.says("cleo", ("We wait.", "unverified"))
    assert kinds(third) == [("agreed", "We wait.")]
    assert [side.read for side in third.cases[0].sides] == [True, False, True]


def test_one_coder_with_one_long_claim_and_one_with_two_short_ones_make_one_case(table):
    both = table.says("amal", ("They shelled it. We ran.", "unverified")).says(
        "ben", ("They shelled it.", "allegation"), ("We ran.", "unverified")
    )
    assert kinds(both) == [("label", "They shelled it. We ran.")]
    assert [len(side.claims) for side in both.cases[0].sides] == [1, 2]


def test_neighbours_that_only_touch_stay_apart(table):
    both = table.says("amal", ("They shelled", "unverified")).says("ben", (" it.", "unverified"))
    assert len(both.cases) == 2


def test_reasons_and_people_that_contradict_each_other_are_details(table):
    def said(blamed):
        return ("Two died.", "allegation", {"against": blamed})

    contradicted = table.says("amal", said("the army")).says("ben", said("the council"))
    assert kinds(contradicted) == [("details", "Two died.")]
    silent = table.says("amal", said("the Army")).says("ben", said("the army "))
    assert kinds(silent.says("cleo", said(None))) == [("agreed", "Two died.")]


def test_claims_that_lost_their_words_take_no_part(table):
    lost = table.says("amal", ("Two died.", "unverified")).says("ben", ("Two died.", "unverified"))
    document = lost.sources[0].document
    moved = replace(document, claims=(replace(document.claims[0], quote="Three died."),))
    assert lost.with_document(moved).cases[0].kind == "missed"


# ---- since it was settled -----------------------------------------------------------------------


def settled(table: Table):
    """The first case with amal's side taken."""
    case, bench = table.cases[0], table.bench()
    edit = settle(
        table.empty("adjudicated"),
        case,
        of_side(case, "amal", bench),
        Decision(how="side", side="amal"),
        bench,
    )
    return apply(table.empty("adjudicated"), edit, table.outline.text)


def changes(table: Table, document) -> list[tuple[str, str]]:
    found = table.cases
    found += tuple(gone(found, document, table.sources, table.outline))
    return [
        (told.coder, told.what)
        for case in found
        for settlement in of_case(case, document)
        for told in since(case, settlement, table.sources)
    ]


@pytest.fixture
def differing(table) -> Table:
    amal = table.says("amal", ("Two died.", "allegation"), unread=["We wait."])
    return amal.says("ben", ("Two died.", "unverified")).says("cleo", unread=["Two died."])


def test_nothing_has_changed_at_first(differing):
    assert changes(differing, settled(differing)) == []


@pytest.mark.parametrize(
    ("again", "what"),
    [
        ([("Two died.", "verified")], 'calls it "verified" now, not "unverified"'),
        ([("Two", "unverified")], "has put the claim on other words"),
        ([("Two died.", "unverified", {"note": "seen"})], "has changed the claim"),
        ([("Two died.", "unverified"), ("died", "unverified")], "claims more here"),
        ([], "has deleted the claim"),
    ],
)
def test_every_later_change_of_an_original_is_told(differing, again, what):
    document = settled(differing)
    assert changes(differing.says("ben", *again), document) == [("ben", what)]


def test_reading_it_later_without_a_claim_is_told_too(differing):
    document = settled(differing)
    assert changes(differing.says("cleo"), document) == [
        ("cleo", "has read it, and claims nothing")
    ]


def test_what_nobody_claims_any_more_is_still_a_case(differing):
    document = settled(differing)
    empty = differing.says("amal").says("ben")
    found = list(gone(empty.cases, document, empty.sources, empty.outline))
    assert [(case.kind, empty.words(case.span)) for case in found] == [("gone", "Two died.")]
    assert len(changes(empty, document)) == 2
    bench = empty.bench(8)
    edit = settle(document, found[0], (), Decision(how="no_claim"), bench)
    after = apply(document, edit, empty.outline.text)
    assert (after.claims, after.settled) == ((), ())


def test_a_text_that_moved_is_no_change(differing):
    document = settled(differing)
    moved = differing
    for source in differing.sources:
        claims = tuple(
            replace(c, position=(c.position[0] - 1, c.position[1] - 1))
            for c in source.document.claims
        )
        moved = moved.with_document(replace(source.document, text_sha256="1" * 64, claims=claims))
    view = replace(moved.outline, text=moved.outline.text[1:])
    found = cases(moved.sources, view)
    assert [since(case, of_case(case, document)[0], moved.sources) for case in found] == [()]


def test_units_that_nobody_claims_cost_little_however_much_was_settled(empty):
    sides = (Side(coder="amal", claims=(), read=True), Side(coder="ben", claims=(), read=True))
    units = [Case(span=(10 * i, 10 * i + 9), sides=sides, kind="blank") for i in range(4000)]
    decided = Decided(by="zoe", at=AT)
    original = Original(coder="amal", revision=1, head="")
    claims = tuple(
        Claim(id=f"c{i}", label="unverified", quote="", position=unit.span, decided=decided)
        for i, unit in enumerate(units[:400])
    )
    settled = tuple(
        Settlement(
            id=claim.id,
            how="anew",
            claims=(claim.id,),
            decided=decided,
            text_sha256="",
            originals=(original if i < 10 else replace(original, claim=claim.id),),
        )
        for i, claim in enumerate(claims)
    )
    document = replace(empty, claims=claims, settled=settled)
    before = process_time()
    found = standings(units, document, ())
    assert process_time() - before < 0.5
    assert [place for place, how in enumerate(found) if how.settlement] == list(range(10))


def test_a_case_settled_on_two_machines_waits_for_a_person(table):
    both = table.says("amal", ("Two died.", "unverified")).says("ben", ("Two died.", "allegation"))
    (case,) = both.cases
    document = both.empty("adjudicated")
    for machine, side in enumerate(("amal", "ben")):
        made = of_side(case, side, both.bench(machine))
        how = Decision(how="side", side=side)
        edit = settle(both.empty("adjudicated"), case, made, how, both.bench(machine))
        document = apply(document, replace(edit, read=()), both.outline.text)
    (standing,) = standings([case], document, both.sources)
    assert standing.open
    assert [told.what for told in standing.since] == ["another settlement of it came in"]
    again = settle(document, case, (), Decision(how="no_claim"), both.bench(9))
    (after,) = standings([case], apply(document, again, both.outline.text), both.sources)
    assert not after.open
