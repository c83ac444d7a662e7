"""The same claim elsewhere: found in any script, told apart, never tied by likeness alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.adapters.likeness import likeness
from qa_annotate.core.corroborating import Corroboration, statements
from qa_annotate.core.records import Claim, Decided, Evidence, Link, LinkKind
from qa_annotate.core.similar import Alike, Index, Owned, alike, by_id, normal

NOW = Decided(by="ana", at="2026-11-22T10:00:00Z")
_places = count()


def claim(id_: str, quote: str, voice: str | None = None, article: str = "") -> Owned:
    at = next(_places)
    made = Claim(
        id=id_, label="x", quote=quote, position=(at, at + 1), decided=NOW, attributed_to=voice
    )
    return Owned(article=article or f"article-{id_}", coder="ana", claim=made)


def tied(owned: Owned, **ties: LinkKind) -> Owned:
    links = tuple(Link(claim=other, how=how, linked=NOW) for other, how in ties.items())
    return replace(owned, claim=replace(owned.claim, links=links))


def found(*claims: Owned) -> tuple[Alike, ...]:
    return alike(Index(claims), 0, likeness)


# ---- finding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("Aid entered the city.", "No aid entered the city.", ("negation: none → no",)),
        ("Two boats came at dawn.", "Three boats came at dawn.", ("number: 2 → 3",)),
        ("Two boats came at dawn.", "At dawn 2 boats came.", ()),
        ("It fell in May 2013.", "It fell in June 2013.", ("date: may → june",)),
        ("The town said Omar fled.", "The town said Ali fled.", ("name: Omar → Ali",)),
        ("دخلت المساعدات المدينة أمس", "لم تدخل المساعدات المدينة امس", ("negation: none → لم",)),
        ("援助进入了这座城市", "没有援助进入这座城市", ("negation: none → 没",)),
        ("L’aide est entrée dans la ville", "L'AIDE EST ENTRÉE DANS LA VILLE", ()),
        ("قُتِلَ ٣ أشخاص في السوق", "قتل 3 اشخاص في السوق", ()),
    ],
)
def test_look_alikes_are_told_apart(one: str, other: str, differs: tuple[str, ...]) -> None:
    (hit,) = found(claim("a", one), claim("b", other), claim("c", "Quite another matter."))
    assert hit.other.claim.id == "b"
    assert hit.likeness >= 0.6
    assert hit.differs == differs
    assert hit.linked == ""


def test_claims_of_the_same_article_are_not_elsewhere() -> None:
    words = "Aid entered the city."
    assert found(claim("a", words, article="x"), claim("b", words, article="x")) == ()


def test_a_translation_is_another_wording() -> None:
    arabic = claim("a", "دخلت المساعدات المدينة")
    arabic = replace(arabic, claim=replace(arabic.claim, gloss={"en": "Aid entered the city"}))
    (hit,) = found(arabic, claim("b", "Aid has entered the city."))
    assert hit.other.claim.id == "b"


def test_several_coders_words_are_proposed_once() -> None:
    words = "Aid entered the city."
    others = [claim(id_, words, article="x") for id_ in "bc"]
    assert len(found(claim("a", words), *others)) == 1


def test_a_claim_among_thousands_of_the_same_words() -> None:
    crowd = [claim(f"c{n}", f"The city was shelled on day {n}.") for n in range(3000)]
    one, other = "The city had bread on day 7.", "The city had no bread on day 7."
    (first, *_) = found(claim("a", one), *crowd, claim("b", other))
    assert (first.other.claim.id, first.differs) == ("b", ("negation: none → no",))


@given(st.text(max_size=60))
def test_normal_words_are_normal(text: str) -> None:
    assert normal(normal(text)) == normal(text)


# ---- origins ------------------------------------------------------------------------------------


def weighed(*claims: Owned) -> Corroboration:
    (only,) = statements(by_id(claims))
    return only


def test_two_outlets_that_quote_one_activist_are_one_origin() -> None:
    one = weighed(
        tied(claim("a", "Aid entered.", "Huda Salim"), b="same"),
        claim("b", "Aid entered.", "HUDA SALIM"),
    )
    assert (one.independent, one.appearances) == (1, 2)


def test_two_voices_are_two_origins() -> None:
    one = weighed(tied(claim("a", "Aid entered.", "Huda"), b="same"), claim("b", "So.", "Omar"))
    assert (one.independent, [origin.who for origin in one.origins]) == (2, ["Huda", "Omar"])


def test_what_repeats_another_adds_nothing() -> None:
    one = weighed(
        tied(claim("a", "Aid entered.", "The agency"), b="repeats"),
        claim("b", "Aid entered.", "Huda"),
        tied(claim("c", "Aid came.", "The paper"), a="repeats"),
    )
    assert (one.independent, one.appearances) == (1, 3)


def test_an_unknown_voice_counts_for_nothing() -> None:
    one = weighed(tied(claim("a", "Aid entered."), b="same"), claim("b", "So.", "Omar"))
    assert (one.independent, one.unknown) == (1, ("a",))


def item(id_: str, independent: str, locator: str, bearing: str = "supports") -> Evidence:
    return Evidence(
        id=id_,
        kind="page",
        locator=locator,
        bearing=bearing,  # type: ignore[arg-type]
        independent=independent,  # type: ignore[arg-type]
    )


def holding(owned: Owned, *evidence: Evidence) -> Owned:
    return replace(owned, claim=replace(owned.claim, evidence=evidence))


def test_evidence_counts_where_it_is_independent_and_once_a_place() -> None:
    one = weighed(
        holding(
            tied(claim("a", "Aid entered.", "Huda"), b="same"),
            item("e1", "yes", "https://example.org/1"),
            item("e2", "no", "https://example.org/2"),
            item("e3", "unknown", "https://example.org/3"),
        ),
        holding(claim("b", "Aid came.", "Huda"), item("e4", "yes", "https://example.org/1")),
    )
    assert [(origin.claims, origin.evidence) for origin in one.origins] == [
        (("a", "b"), ("e2",)),
        ((), ("e1", "e4")),
    ]
    assert (one.appearances, one.unknown) == (6, ("e3",))


def test_two_coders_on_the_same_words_are_one_appearance() -> None:
    first = tied(claim("a", "Aid entered.", "Huda"), b="same")
    second = replace(first, coder="ben", claim=replace(first.claim, id="a2", links=()))
    one = weighed(first, second, claim("b", "Aid came.", "Omar"))
    assert (one.independent, one.appearances) == (2, 2)


def test_what_contradicts_is_named_from_either_side() -> None:
    doubted = item("e1", "yes", "x", "contradicts")
    one = holding(claim("a", "Aid entered.", "Huda"), doubted)
    other = tied(claim("b", "No aid entered.", "Omar"), a="contradicts")
    first, second = statements(by_id([one, other]))
    assert (first.claims, first.contradicted) == (("a",), ("e1", "b"))
    assert (second.claims, second.contradicted) == (("b",), ("a",))


def test_what_stands_once_alone_is_no_statement_to_weigh() -> None:
    assert list(statements(by_id([claim("a", "Aid entered.", "Huda")]))) == []
