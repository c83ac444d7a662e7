"""Claims, characters, pairs and attributes as levels of comparison."""

from __future__ import annotations

from qa_annotate import agreement
from qa_annotate.agreement import NO_CLAIM, matching
from qa_annotate.core.records import Attribute, Codebook, Label

from .interview import TEXT, article, claim, coded, sentences, span


def qa_pairs(*documents, **more):  # type: ignore[no-untyped-def]
    return agreement.qa_pairs(article(), TEXT, documents, sentences(), **more)


def claims(*documents, **more):  # type: ignore[no-untyped-def]
    return agreement.claims(article(), TEXT, documents, **more)


# ---- pairs --------------------------------------------------------------------------------------


def test_a_pair_takes_its_most_frequent_label() -> None:
    start, end = span("c")
    amal = coded(
        "amal",
        "cdfh",
        [
            claim((start, start + 4), "verified"),
            claim((start + 5, end), "allegation"),
            claim("d", "allegation"),
            claim("f", "verified"),
            claim("h", "unverified"),
        ],
    )
    data = qa_pairs(amal, coded("basil", "cdf", {"c": "verified"}))
    assert data.level == "pairs"
    assert [(u.place, u.values) for u in data.units] == [("q1", ("allegation", "verified"))]
    assert [(x.unit.values, x.reason) for x in data.left_out] == [
        (("verified", None), "read by one coder only")
    ]


def test_a_pair_can_be_compared_by_any_claim_or_by_the_set() -> None:
    two = (coded("amal", "cdfh", {"c": "verified", "d": "allegation"}), coded("basil", "cdfh"))
    assert qa_pairs(*two, measure=agreement.by_any).rows == (
        ("claim", NO_CLAIM),
        (NO_CLAIM, NO_CLAIM),
    )
    assert qa_pairs(*two, measure=agreement.by_set).rows == (
        (frozenset({"verified", "allegation"}), frozenset()),
        (frozenset(), frozenset()),
    )


def test_the_question_and_a_caption_are_no_part_of_the_answer() -> None:
    data = qa_pairs(coded("amal", "cdfh", {"b": "verified", "g": "verified"}), coded("b", "cdfh"))
    assert data.rows == ((NO_CLAIM, NO_CLAIM), (NO_CLAIM, NO_CLAIM))


# ---- claims -------------------------------------------------------------------------------------


def test_claims_are_matched_and_the_unmatched_are_listed() -> None:
    start, end = span("c")
    data = claims(
        coded("amal", "cd", {"c": "verified", "d": "allegation"}),
        coded("basil", "cd", [claim((start + 1, end), "unverified")]),
    )
    assert [(u.words, u.values) for u in data.units] == [
        ("Tanks came at dawn.", ("verified", "unverified"))
    ]
    assert [(x.unit.words, x.reason) for x in data.left_out] == [
        ("They shot two men.", "no matching claim")
    ]


def test_a_claim_on_what_nobody_else_read_is_no_mismatch() -> None:
    data = claims(coded("amal", "c", {"c": "verified"}), coded("basil", "d"))
    assert data.left_out_by_reason == {"read by one coder only": 1}


def test_the_threshold_decides_what_matches() -> None:
    start, _ = span("c")
    two = (
        coded("amal", "c", {"c": "verified"}),
        coded("basil", "c", [claim((start, start + 6), "verified")]),
    )
    assert not claims(*two).units
    assert len(claims(*two, threshold=0.3).units) == 1


def test_three_coders_make_one_unit() -> None:
    start, end = span("c")
    data = claims(
        coded("amal", "c", {"c": "verified"}),
        coded("basil", "c", [claim((start, end - 2), "unverified")]),
        coded("chadi", "c", [claim((start + 2, end), "verified"), claim((start, start + 1), "x")]),
    )
    assert [u.values for u in data.units] == [("verified", "unverified", "verified")]
    assert len(data.left_out) == 1


def test_matching_takes_the_best_first() -> None:
    assert matching.matched([(0, 10)], [(0, 6), (0, 9)]) == [(0, 1)]
    assert matching.matched([(0, 10), (0, 8)], [(0, 9)]) == [(0, 0)]
    assert matching.matched([(0, 10)], [(10, 20)], threshold=0) == []


def test_half_of_what_either_covers_is_enough() -> None:
    assert matching.matched([(0, 10)], [(0, 5)]) == [(0, 0)]
    assert matching.matched([(0, 11)], [(0, 5)]) == []


# ---- characters ---------------------------------------------------------------------------------


def test_characters_lays_the_units_end_to_end() -> None:
    start, end = span("d")
    found = agreement.characters(
        article(),
        TEXT,
        [
            coded("amal", "acdfh", [claim("cd", "verified"), claim("b", "verified")]),
            coded("basil", "acdfh", [claim((start, end), "allegation")]),
            coded("chadi", "a", {"a": "verified"}, finished=False),
        ],
        sentences(),
    )
    intro, c, d = (span(n)[1] - span(n)[0] for n in "acd")
    assert found.continuum.length == sum(span(n)[1] - span(n)[0] for n in "acdfh")
    assert found.continuum.spans == {
        "amal": ((intro, intro + c + d, "verified"),),
        "basil": ((intro + c, intro + c + d, "allegation"),),
    }
    assert (found.outside, found.left) == (1, ("document not finished",))
    assert agreement.pooled_spans([found.continuum])["u_alpha"].defined


# ---- attributes ---------------------------------------------------------------------------------

CERTAINTY = Attribute(
    id="certainty",
    level="ordinal",
    values=("low", "middle", "high", "unclear"),
    missing=("unclear",),
)


def test_an_attribute_is_compared_at_its_own_level() -> None:
    def said(coder: str, **values: str):  # type: ignore[no-untyped-def]
        made = [claim(n, "verified", attributes={"certainty": v}) for n, v in values.items()]
        return coded(coder, "acdfh", made)

    data = agreement.units(
        article(),
        TEXT,
        [
            said("amal", a="low", c="high", d="unclear", f="low"),
            said("basil", a="low", c="middle", d="low"),
        ],
        sentences(),
        measure=agreement.by_attribute(CERTAINTY),
    )
    assert [u.values for u in data.units] == [("low", "low"), ("high", "middle")]
    assert data.left_out_by_reason == {"cannot be judged": 1, "no claim": 2}
    labels = agreement.attribute_values(CERTAINTY, data)
    assert labels == ("low", "middle", "high")
    report = agreement.report(data, labels, measurement=agreement.measurement(CERTAINTY))
    assert report.alpha.name == "krippendorff_alpha_ordinal"


def test_a_codebook_declares_its_labels_and_no_claim() -> None:
    book = Codebook(
        id="x",
        version="1",
        basis="evidence",
        labels=(
            Label(id="verified", key="v", definition="", parent="settled"),
            Label(id="unverified", key="u", definition="", parent="open"),
        ),
    )
    assert agreement.declared(book) == ("verified", "unverified", NO_CLAIM)
    assert agreement.parents(book) == {"verified": "settled", "unverified": "open"}


# ---- against a reference ------------------------------------------------------------------------


def test_a_coder_against_the_adjudicated_document() -> None:
    data = agreement.units(
        article(),
        TEXT,
        [
            coded("amal", "acdfh", {"c": "verified", "d": "verified", "f": "verified"}),
            coded("adjudicated", "acdf", {"a": "verified", "c": "verified", "d": "unverified"}),
        ],
        sentences(),
    )
    (amal,) = agreement.against(data, ("verified", "unverified", NO_CLAIM))
    assert (amal.coder, amal.units, amal.accuracy.value) == ("amal", 4, 1 / 4)
    verified, unverified, _ = amal.by_label
    assert (verified.precision.value, verified.recall.value) == (1 / 3, 1 / 2)
    assert (unverified.precision.value, unverified.recall.value) == (None, 0)
    assert (amal.claims.precision.value, amal.claims.recall.value) == (1 / 3, 1 / 3)
