"""Each check of an annotation document: what it finds, at which place, in which words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from qa_annotate.core import editing
from qa_annotate.core.checking import CHECKS, Coding, Finding, check
from qa_annotate.core.editing import Hand, apply
from qa_annotate.core.records import Attribute, Claim, Codebook, CodebookRef, Document, Orphaned
from qa_annotate.store.project import Opened

Make = Callable[..., Coding]


@pytest.fixture
def coding(bridge: Opened, empty: Document, codebook: Codebook) -> Make:
    """A document with claims on some words, each labelled unverified, and what it is checked by."""
    hand = Hand(coder="amal", at="2026-11-22T10:04:11Z", codebook=codebook, outline=bridge.outline)

    def make(
        *words: str, change: Callable[[Claim], Claim] | None = None, **fields: object
    ) -> Coding:
        document = empty
        for number, quote in enumerate(words, start=1):
            start = bridge.text.index(quote)
            span = (start, start + len(quote))
            new_id = editing.claim_id(number)
            edit = editing.label_span(document, span, "unverified", new_id, hand)
            document = apply(document, edit, bridge.text)
        if change is not None:
            document = replace(document, claims=tuple(map(change, document.claims)))
        return Coding(
            document=replace(document, **fields),
            codebook=codebook,
            outline=bridge.outline,
            text_sha256=bridge.article.custody.text_sha256,
            article="bridge",
        )

    return make


def test_a_sound_document_has_no_findings(coding: Make) -> None:
    assert (
        list(check(coding("The bridge fell in May.", "We ran.", "They shelled it. We ran."))) == []
    )


def test_another_article(coding: Make) -> None:
    words = "this is for article 'river', not 'bridge'"
    assert list(check(coding("We ran.", article="river"))) == [
        Finding(path=("article",), rule="wrong-article", message=words)
    ]


def test_another_text(coding: Make) -> None:
    words = (
        "labelled on another version of article.txt: positions may not fit; bring it up with "
        "qa-annotate reanchor bridge"
    )
    assert list(check(coding("We ran.", text_sha256="0" * 64))) == [
        Finding(path=("text_sha256",), rule="text-hash", message=words)
    ]


def test_another_codebook(coding: Make) -> None:
    words = "labelled with codebook 'own', the project's is 'claims-evidence'"
    other = CodebookRef(id="own", version="1.0")
    assert list(check(coding("We ran.", codebook=other))) == [
        Finding(path=("codebook",), rule="wrong-codebook", message=words)
    ]


def test_a_quote_that_is_not_the_text(coding: Make) -> None:
    told = coding("They shelled it.", "We ran.", change=lambda c: replace(c, quote=c.quote.lower()))
    assert list(check(told)) == [
        Finding(
            path=("claims", 0, "quote"),
            rule="quote",
            message="the text at [78, 94] is not the quote, but: They shelled it.",
        ),
        Finding(
            path=("claims", 1, "quote"),
            rule="quote",
            message="the text at [95, 102] is not the quote, but: We ran.",
        ),
    ]


@pytest.mark.parametrize("position", [(5, 5), (9, 5), (-3, 4), (180, 184), (500, 520)])
def test_a_position_outside_the_text(coding: Make, position: tuple[int, int]) -> None:
    told = coding("We ran.", change=lambda c: replace(c, position=position))
    start, end = position
    assert list(check(told)) == [
        Finding(
            path=("claims", 0, "position"),
            rule="position",
            message=f"[{start}, {end}] is no stretch of a text of 183 characters",
        )
    ]


@pytest.mark.parametrize(
    ("label", "hint"),
    [
        ("alegation", "did you mean 'allegation'?"),
        ("rumour", "verified, unverified, allegation"),
    ],
)
def test_a_label_that_the_codebook_does_not_have(coding: Make, label: str, hint: str) -> None:
    told = coding("We ran.", change=lambda c: replace(c, label=label))
    words = f"'{label}' is not in the codebook ({hint})"
    assert list(check(told)) == [
        Finding(path=("claims", 0, "label"), rule="unknown-label", message=words)
    ]


def in_book(told: Coding, version: str = "1.0", **label: object) -> Coding:
    """The same in a codebook whose label `unverified` was changed."""
    labels = tuple(replace(x, **label) if x.id == "unverified" else x for x in told.codebook.labels)
    return replace(told, codebook=replace(told.codebook, labels=labels, version=version))


def test_a_label_that_was_renamed(coding: Make) -> None:
    told = in_book(coding("We ran."), id="open", was=("unverified",))
    words = "'unverified' is called 'open' now: qa-annotate codebook migrate"
    assert list(check(told)) == [
        Finding(path=("claims", 0, "label"), rule="renamed-label", message=words)
    ]


def test_a_label_that_was_retired(coding: Make) -> None:
    told = in_book(coding("We ran."), retired=True)
    words = "'unverified' is retired: decide anew with qa-annotate decide c0000000001"
    assert list(check(told)) == [
        Finding(path=("claims", 0, "label"), rule="retired-label", message=words)
    ]


def test_an_older_version_of_the_codebook(coding: Make) -> None:
    (found,) = check(in_book(coding("We ran."), version="1.1"))
    assert (found.path, found.rule) == (("codebook",), "older-codebook")


ATTRIBUTES = (
    Attribute(id="source", level="ordinal", values=("A", "B"), missing=("F",)),
    Attribute(id="kind", level="nominal", values=("siege", "aid")),
    Attribute(id="words", level="text"),
    Attribute(id="dead", level="number", minimum=0, maximum=100),
    Attribute(id="when", level="date"),
    Attribute(id="who", level="person"),
    Attribute(id="where", level="place"),
)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("source", ["A", "F", None], ["C", 1]),
        ("kind", ["aid"], ["Aid", True]),
        ("words", ["", "no"], [3]),
        ("dead", [0, 100, 2.5], [-1, 100.5, "3", True]),
        (
            "when",
            ["2014", "2014-07", "2014-07-21", "2014?"],
            ["2014-13", "2014-02-30", "July", 2014],
        ),
        ("who", ["Amal"], ["", 5]),
        ("where", ["Deir e-Zor", "geo:35.33,40.14"], [" ", "geo:95,40", "geo:here"]),
    ],
)
def test_values_of_attributes(
    coding: Make, name: str, good: list[object], bad: list[object]
) -> None:
    def rules(value: object) -> list[str]:
        told = coding("We ran.", change=lambda c: replace(c, attributes={name: value}))
        book = replace(told.codebook, attributes=ATTRIBUTES)
        return [found.rule for found in check(replace(told, codebook=book))]

    assert [rules(value) for value in good] == [[]] * len(good)
    assert [rules(value) for value in bad] == [["attribute"]] * len(bad)


def test_an_attribute_that_the_codebook_does_not_have(coding: Make) -> None:
    (found,) = check(coding("We ran.", change=lambda c: replace(c, attributes={"colour": "red"})))
    assert found.message == "'colour' is no attribute of the codebook"


def test_a_label_that_lacks_what_it_requires(coding: Make) -> None:
    told = coding("We ran.", change=lambda c: replace(c, label="verified"))
    lacking = "evidence that supports it and is independent of the speaker"
    assert list(check(told)) == [
        Finding(
            path=("claims", 0, "label"),
            rule="incomplete",
            message=f"'verified' still lacks {lacking}",
        )
    ]


def test_two_claims_at_one_position(coding: Make) -> None:
    told = coding("We ran.")
    twin = replace(told.document.claims[0], id="czzzzzzzzzz")
    told = replace(told, document=replace(told.document, claims=(*told.document.claims, twin)))
    assert list(check(told)) == [
        Finding(
            path=("claims", 1),
            rule="same-position",
            message="claim c0000000001 stands at the same position",
        )
    ]


def test_claims_may_nest_and_overlap(coding: Make) -> None:
    assert list(check(coding("They shelled it.", "They", "it. We"))) == []


def test_a_passage_that_the_claim_does_not_stand_in(coding: Make) -> None:
    told = coding("We ran.", change=lambda c: replace(c, passage="q2"))
    words = "the claim stands in 'q1', not in 'q2'"
    assert list(check(told)) == [
        Finding(path=("claims", 0, "passage"), rule="passage", message=words)
    ]


def test_a_claim_that_runs_over_two_passages(coding: Make) -> None:
    told = coding("Two died.\n\nOmar put away his pen.")
    assert list(check(told)) == [
        Finding(
            path=("claims", 0, "passage"),
            rule="passage",
            message="the claim runs over two passages",
        )
    ]


def test_a_claim_that_runs_over_a_caption(coding: Make) -> None:
    told = coding("We ran.\n\nThe bridge in April.\n\nTwo died.")
    words = "the claim runs over a caption, a note or another speaker"
    assert list(check(told)) == [
        Finding(path=("claims", 0, "passage"), rule="passage", message=words)
    ]


@pytest.mark.parametrize(
    ("read", "place"),
    [
        (((20, 30), (10, 15)), 1),
        (((10, 20), (15, 30)), 1),
        (((10, 10),), 0),
        (((10, 20), (170, 184)), 1),
        (((-1, 20),), 0),
    ],
)
def test_read_spans_that_are_not_in_order(
    coding: Make, read: tuple[tuple[int, int], ...], place: int
) -> None:
    start, end = read[place]
    words = f"[{start}, {end}] is out of order, empty, or outside the text"
    assert list(check(coding(read=read))) == [
        Finding(path=("read", place), rule="read", message=words)
    ]


def test_a_long_text_is_cut_in_a_message(coding: Make) -> None:
    told = coding("We ran.", change=lambda c: replace(c, position=(0, 180), quote="no"))
    (found,) = [f for f in check(told) if f.rule == "quote"]
    assert found.message.endswith("…")
    assert len(found.message) < 120


def test_every_check_has_found_something_here(coding: Make) -> None:
    """Each check of the table is proved able to fail."""
    broken = coding(
        "They shelled it.",
        "Two died.\n\nOmar put away his pen.",
        change=lambda c: replace(c, label="verified", quote="no", position=(0, 100)),
        article="river",
        text_sha256="0",
        codebook=CodebookRef(id="own", version="1"),
        read=((5, 5),),
        redactions=((5, 5),),
    )
    unknown = coding(
        "We ran.", change=lambda c: replace(c, label="rumour", attributes={"colour": "red"})
    )
    retired = in_book(coding("We ran."), retired=True)
    gone = Orphaned(text_sha256="0" * 64, position=(3, 9))
    orphan = coding("We ran.", change=lambda c: replace(c, position=(0, 0), orphaned=gone))
    assert [found.rule for found in check(orphan)] == ["orphaned"]
    tried = (broken, unknown, retired, orphan)
    silent = [rule.__name__ for rule in CHECKS if not any(list(rule(c)) for c in tried)]
    assert silent == []
