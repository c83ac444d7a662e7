"""From annotation documents to units by coders."""

from __future__ import annotations

from qa_annotate import agreement
from qa_annotate.agreement import NO_CLAIM
from qa_annotate.core.records import CodebookRef

from .interview import TEXT, article, claim, coded, sentences, span


def units(*documents, **more):  # type: ignore[no-untyped-def]
    return agreement.units(article(), TEXT, documents, sentences(), **more)


def test_a_unit_is_what_a_coder_read_labelled_or_left_blank() -> None:
    data = units(
        coded("amal", "acdfh", {"c": "verified", "d": "allegation"}),
        coded("basil", "acdf", {"c": "verified", "d": "unverified"}),
    )
    assert data.coders == ("amal", "basil")
    assert [(u.place, u.words, u.values) for u in data.units] == [
        ("intro", "A talk with a driver.", (NO_CLAIM, NO_CLAIM)),
        ("q1", "Tanks came at dawn.", ("verified", "verified")),
        ("q1", "They shot two men.", ("allegation", "unverified")),
        ("q2", "We left for the river.", (NO_CLAIM, NO_CLAIM)),
    ]
    assert [(x.unit.words, x.reason) for x in data.left_out] == [
        ("Nobody came back.", "read by one coder only")
    ]
    assert data.rows[-1] == (NO_CLAIM, None)


def test_questions_and_captions_are_no_units() -> None:
    data = units(coded("amal", "abcdefgh"), coded("basil", "abcdefgh"))
    assert [u.words[:6] for u in data.units] == ["A talk", "Tanks ", "They s", "We lef", "Nobody"]


def test_half_a_sentence_read_is_not_read() -> None:
    start, end = span("c")
    half = coded("amal", "")
    half = type(half)(
        **{f: getattr(half, f) for f in half.__slots__} | {"read": ((start, end - 1),)}
    )
    data = units(half, coded("basil", "c"))
    assert not data.units
    assert data.left_out_by_reason == {"read by one coder only": 1, "read by nobody": 4}


def test_the_claim_that_covers_most_decides_and_the_earlier_of_equals() -> None:
    start, end = span("c")  # 19 characters
    most = [claim((start, start + 5), "allegation"), claim((start + 5, end), "verified")]
    equal = [claim((start + 8, start + 16), "verified"), claim((start, start + 8), "unverified")]
    same_start = [claim((start, end), "first", id="x"), claim((start, end), "second", id="y")]
    values = [
        units(coded("amal", "c", claims), coded("basil", "c")).units[0].values[0]
        for claims in (most, equal, same_start)
    ]
    assert values == ["verified", "unverified", "first"]


def test_it_is_the_single_claim_that_counts_not_the_sum_of_a_label() -> None:
    start, end = span("c")
    claims = [
        claim((start, start + 6), "verified"),
        claim((start + 6, start + 11), "verified"),
        claim((start + 11, end), "allegation"),
    ]
    data = units(coded("amal", "c", claims), coded("basil", "c"))
    assert data.units[0].values[0] == "allegation"
    assert data.several_labels == 1
    assert data.sets[0] == (frozenset({"verified", "allegation"}), frozenset())


def test_a_claim_over_two_sentences_counts_in_both() -> None:
    data = units(coded("amal", "cd", {"cd": "verified"}), coded("basil", "cd"))
    assert [u.values for u in data.units] == [("verified", NO_CLAIM)] * 2


def test_a_second_round_is_another_coder() -> None:
    data = units(coded("amal", "cd", {"c": "verified"}), coded("amal", "cd"))
    assert data.coders == ("amal", "amal.2")


def test_what_cannot_be_compared_is_counted_by_reason() -> None:
    amal = coded("amal", "acd", {"c": "verified"})
    outdated = units(amal, coded("basil", "acd", text="older"))
    assert outdated.left_out_by_reason == {"outdated text": 3, "read by nobody": 2}
    older = units(
        amal, coded("basil", "acd", version="0.9"), codebook=CodebookRef(id="test", version="1.0")
    )
    assert older.left_out_by_reason == {"older codebook": 3, "read by nobody": 2}
    lost = units(
        amal, coded("basil", "acd", [claim("c", "verified", id="lost")]), orphaned={"lost"}
    )
    assert lost.left_out_by_reason == {"orphaned claim": 1, "read by nobody": 2}
    assert len(lost.units) == 2


def test_articles_are_pooled_and_a_coder_who_did_not_code_one_is_missing() -> None:
    one = units(coded("amal", "cd", {"c": "verified"}), coded("basil", "cd"))
    two = agreement.units(
        article("other"), TEXT, [coded("basil", "c"), coded("chadi", "c")], sentences()
    )
    data = agreement.pooled([one, two])
    assert data.coders == ("amal", "basil", "chadi")
    assert data.rows[:3] == (
        ("verified", NO_CLAIM, None),
        (NO_CLAIM, NO_CLAIM, None),
        (None, NO_CLAIM, NO_CLAIM),
    )
    assert data.articles[:3] == ("driver", "driver", "other")
    assert len(data.left_out) == 3 + 4


def test_no_document_no_unit() -> None:
    assert units().units == ()
    assert agreement.pooled([]).rows == ()


def test_disagreements_quote_everything_and_the_most_disputed_stands_first() -> None:
    data = units(
        coded("amal", "cd", [claim("c", "verified"), claim("d", "unverified", "in_progress")]),
        coded("basil", "cd", [claim("c", "verified"), claim("d", "allegation")]),
        coded("chadi", "cd"),
    )
    first, second = agreement.disagreements(data)
    assert (first.words, first.place, first.question) == (
        "They shot two men.",
        "q1",
        "What did you see?",
    )
    assert (first.differing, first.pairs, second.differing) == (3, 3, 2)
    assert first.context[0].endswith("Tanks came at dawn.\n\n")
    assert first.context[1].startswith("\n\nAnd then?")
    assert [(c.coder, c.value, c.reasons) for c in first.choices] == [
        ("amal", "unverified", ("in_progress",)),
        ("basil", "allegation", ()),
        ("chadi", NO_CLAIM, ()),
    ]
    assert not agreement.disagreements(units(coded("amal", "c"), coded("basil", "c")))
