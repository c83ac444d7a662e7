"""Sharing out articles: even shares, a sample drawn by digests, what stands stays."""

from __future__ import annotations

import hashlib
from collections import Counter
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.assigning import Load, Plan, drawn, faults
from qa_annotate.core.project import Assignment

CODERS = ("amal", "lina", "omar", "sara")


def plan(per_article: int = 2, overlap: str = "0.2", seed: int = 7, coders: int = 3) -> Plan:
    return Plan(
        coders=CODERS[:coders], per_article=per_article, overlap=Fraction(overlap), seed=seed
    )


def articles(number: int, first: int = 0) -> dict[str, int]:
    """Articles with their units, some long, some short."""
    return {f"a{at:03}": 5 + at * at % 37 for at in range(first, first + number)}


@st.composite
def asked(draw: st.DrawFn) -> tuple[Plan, dict[str, int]]:
    coders = draw(st.integers(1, 4))
    per_article = draw(st.integers(1, coders))
    overlap = draw(st.sampled_from(["0.1", "0.2", "0.5", "1"])) if per_article > 1 else "0"
    made = plan(per_article, overlap, draw(st.integers(0, 10**6)), coders)
    return made, articles(draw(st.integers(1, 30)))


@given(asked())
def test_every_article_has_its_coders_and_shares_are_even(
    given_: tuple[Plan, dict[str, int]],
) -> None:
    made, units = given_
    found = drawn(made, units, (), Load(units=units))
    assert sorted(a.id for a in found) == sorted(units)
    for assignment in found:
        assert len(set(assignment.coders)) == (made.per_article if assignment.sample else 1)
    counts = Counter(dict.fromkeys(made.coders, 0))
    counts.update(coder for a in found for coder in a.coders)
    assert max(counts.values()) - min(counts.values()) <= 1


@given(asked(), st.integers(0, 10))
def test_what_stands_stays_and_the_sample_keeps_its_share(
    given_: tuple[Plan, dict[str, int]], more: int
) -> None:
    made, units = given_
    first = drawn(made, units, (), Load(units=units))
    new = articles(more, first=len(units))
    load = Load(units=units | new)
    both = (*first, *drawn(made, new, first, load))
    assert both[: len(first)] == first
    sample = sum(a.sample for a in both)
    least = made.overlap * len(both) - Fraction(1, 2)
    assert sample >= least
    counts = Counter(coder for a in both for coder in a.coders)
    assert max(counts.values()) - min(counts[c] for c in made.coders) <= 1


def test_the_sample_is_the_first_by_digest() -> None:
    units = articles(10)
    found = drawn(plan(), units, (), Load(units=units))
    by_digest = sorted(units, key=lambda name: hashlib.sha256(f"7:{name}".encode()).hexdigest())
    assert [a.id for a in found] == by_digest
    assert [a.id for a in found if a.sample] == by_digest[:2]


def test_another_seed_draws_another_sample() -> None:
    units = articles(20)
    samples = {
        frozenset(a.id for a in drawn(plan(seed=seed), units, (), Load(units=units)) if a.sample)
        for seed in range(20)
    }
    assert len(samples) > 15


def test_units_come_out_even_too() -> None:
    units = articles(60)
    found = drawn(plan(), units, (), Load(units=units))
    shares = [sum(units[a.id] for a in found if coder in a.coders) for coder in CODERS[:3]]
    assert max(shares) - min(shares) < max(units.values())


def test_every_two_coders_share_some_of_the_sample() -> None:
    units = articles(24)
    found = drawn(plan(overlap="1", coders=4), units, (), Load(units=units))
    shared = Counter(pair for a in found for pair in combinations(sorted(a.coders), 2))
    assert set(shared) == set(combinations(CODERS, 2))
    assert max(shared.values()) - min(shared.values()) <= 2


def test_who_has_begun_an_article_goes_on_with_it() -> None:
    units = articles(6)
    load = Load(units=units, begun={"a000": {"omar"}, "a003": {"omar"}})
    found = {a.id: a.coders for a in drawn(plan(1, "0"), units, (), load)}
    assert found["a000"] == found["a003"] == ("omar",)


@pytest.mark.parametrize(
    ("assignment", "place", "words"),
    [
        (Assignment(id="sea", coders=("amal",)), ("assignments", 1), "there is no article 'sea'"),
        (Assignment(id="river", coders=("amal",)), ("assignments", 1), "is assigned twice"),
        (
            Assignment(id="bridge", coders=("Amal H.",)),
            ("assignments", 1, "coders", 0),
            "'Amal H.' is no coder's name as files have it: write amal-h",
        ),
        (
            Assignment(id="bridge", coders=("amal", "amal")),
            ("assignments", 1, "coders", 1),
            "'amal' is named twice",
        ),
    ],
)
def test_what_is_wrong_in_assignments(
    assignment: Assignment, place: tuple[str | int, ...], words: str
) -> None:
    fine = Assignment(id="river", coders=("amal", "omar"))
    ((where, told),) = faults((fine, assignment), {"river", "bridge"})
    assert where == place
    assert words in told
