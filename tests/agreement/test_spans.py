"""Agreement on spans against the definitions, position by position."""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate import agreement
from qa_annotate.errors import UsageError

from . import exact

BEGIN, LENGTH = 5, 24


@st.composite
def partitions(draw: Any, apart: bool = True) -> list[tuple[int, int, str]]:
    """Spans that do not overlap (they may touch), or that may."""
    positions = st.integers(BEGIN, BEGIN + LENGTH)
    labels = st.sampled_from("KLM")
    if not apart:
        ends = st.tuples(positions, positions).filter(lambda p: p[0] < p[1])
        return [(s, e, draw(labels)) for s, e in draw(st.lists(ends, max_size=4))]
    cuts = sorted(draw(st.sets(positions, max_size=7)))
    pieces = pairwise(cuts)
    return [(s, e, draw(labels)) for s, e in pieces if draw(st.integers(0, 3))]


def coders(spans: Any) -> Any:
    return st.integers(2, 4).flatmap(
        lambda n: st.fixed_dictionaries({f"c{i}": spans for i in range(n)})
    )


def close(got: agreement.Value, want: Fraction | None) -> bool:
    if want is None:
        return got.value is None and got.reason != ""
    return got.value is not None and math.isclose(got.value, float(want), abs_tol=1e-9)


@settings(max_examples=200, deadline=None)
@given(coders(partitions()))
def test_the_family_is_its_definition(spans: dict[str, list[Any]]) -> None:
    got = agreement.spans(spans, begin=BEGIN, length=LENGTH)
    for name, want in exact.u_family(spans, BEGIN, LENGTH).items():
        assert close(got[name], want), (name, got[name], want)


@settings(max_examples=150, deadline=None)
@given(coders(partitions()))
def test_the_older_alpha_is_its_definition(spans: dict[str, list[Any]]) -> None:
    # units of one label that touch are two units with no gap between
    got = agreement.spans(spans, begin=BEGIN, length=LENGTH)
    labels = {s[2] for found in spans.values() for s in found}
    parts = {k: exact.alpha_u(spans, k, BEGIN, LENGTH) for k in labels}
    for k, (observed, expected) in parts.items():
        assert close(got[f"alphaU2004/{k}"], exact.minus(exact.over(observed, expected)))
    total = [sum((p[i] for p in parts.values()), Fraction(0)) for i in (0, 1)]
    assert close(got["alphaU2004"], exact.minus(exact.over(total[0], total[1])))


@settings(max_examples=60, deadline=None)
@given(coders(partitions()))
def test_positions_are_units(spans: dict[str, list[Any]]) -> None:
    got = agreement.spans(spans, begin=BEGIN, length=LENGTH)
    says = {c: dict.fromkeys(range(BEGIN, BEGIN + LENGTH), "O") for c in spans}
    for coder, found in spans.items():
        for start, end, label in found:
            says[coder].update(dict.fromkeys(range(start, end), label))
    rows = [list(row) for row in zip(*(column.values() for column in says.values()), strict=True)]
    assert close(got["position_alpha_nominal"], exact.alpha(rows, exact.nominal))
    for a, b in combinations(range(len(spans)), 2):
        pair = f"{list(spans)[a]}-{list(spans)[b]}"
        assert close(got[f"position_cohen_kappa/{pair}"], exact.cohen(rows, a, b))
        marked = sum((row[a] != "O") + (row[b] != "O") for row in rows)
        same = sum(row[a] == row[b] != "O" for row in rows)
        both = sum(row[a] != "O" != row[b] for row in rows)
        assert close(got[f"position_f1_labelled/{pair}"], exact.over(2 * same, marked))
        assert close(got[f"position_f1_marked/{pair}"], exact.over(2 * both, marked))


@settings(max_examples=100, deadline=None)
@given(coders(partitions(apart=False)))
def test_span_f1_counts_common_spans(spans: dict[str, list[Any]]) -> None:
    got = agreement.spans(spans, begin=BEGIN, length=LENGTH)
    for a, b in combinations(spans, 2):
        size = len(spans[a]) + len(spans[b])
        same = (Counter(spans[a]) & Counter(spans[b])).total()
        assert close(got[f"span_f1_exact/{a}-{b}"], exact.over(2 * same, size))
    for name, found in got.items():
        assert found.value is None or math.isfinite(found.value), name


# ---- overlaps of one coder ----------------------------------------------------------------------


def test_the_innermost_of_overlapping_spans_wins() -> None:
    nested = {"a": [(0, 20, "K"), (5, 9, "L")], "b": [(0, 5, "K"), (5, 9, "L"), (9, 20, "K")]}
    got = agreement.spans(nested, length=20)
    assert got["u_alpha"].value == pytest.approx(1)
    assert got["u_alpha"].note == "2 overlapping spans flattened, the innermost winning"
    assert got["span_f1_exact/a-b"].value == pytest.approx(2 * 1 / 5)
    assert got["span_f1_exact/a-b"].note == ""


def test_f1_by_overlap_matches_one_to_one_best_first() -> None:
    got = agreement.spans(
        {"a": [(0, 10, "K"), (10, 20, "L")], "b": [(1, 10, "K"), (0, 5, "K"), (12, 20, "K")]},
        length=20,
    )
    assert got["span_f1_overlap/a-b"].value == pytest.approx(2 / 5)


# ---- several texts, one coder, nothing ----------------------------------------------------------


def test_texts_are_pooled_not_averaged() -> None:
    one = agreement.continuum({"a": [(0, 4, "K")], "b": [(0, 4, "K")]}, begin=0, length=10)
    two = agreement.continuum({"a": [(0, 9, "K")], "b": []}, begin=0, length=10)
    alone = agreement.continuum({"a": [(0, 9, "K")]}, begin=0, length=10)
    whole = agreement.continuum(
        {"a": [(0, 4, "K"), (10, 19, "K")], "b": [(0, 4, "K")]}, begin=0, length=20
    )
    pooled, want = agreement.pooled_spans([one, two, alone]), agreement.pooled_spans([whole])
    assert pooled == want


def test_one_coder_is_no_agreement() -> None:
    got = agreement.spans({"a": [(0, 4, "K")]}, length=10)
    assert got["u_alpha"].reason == got["ku_alpha/K"].reason == "one coder"
    assert {v.value for v in got.values()} == {None}


def test_nothing_marked_is_no_variation() -> None:
    got = agreement.spans({"a": [], "b": []}, length=10)
    assert got["u_alpha"].reason == "no variation"
    assert got["span_f1_exact/a-b"].reason == "nothing marked"


@pytest.mark.parametrize("span", [(3, 3, "K"), (5, 2, "K"), (-1, 2, "K"), (8, 11, "K")])
def test_a_span_outside_the_text_is_refused(span: Any) -> None:
    with pytest.raises(UsageError, match="outside"):
        agreement.spans({"a": [span], "b": []}, length=10)


# ---- the disorder of gamma ----------------------------------------------------------------------


def partitions_of(items: list[Any]) -> Any:
    if not items:
        yield []
        return
    first, rest = items[0], items[1:]
    for smaller in partitions_of(rest):
        yield [[first], *smaller]
        for at, group in enumerate(smaller):
            yield [*smaller[:at], [first, *group], *smaller[at + 1 :]]


def cost(row: list[Any], coders: int) -> Fraction:
    places = [span for _, span in row] + [None] * (coders - len(row))
    total = Fraction(0)
    pairs = list(combinations(places, 2))
    for a, b in pairs:
        if a is None or b is None:
            total += 1
            continue
        apart = abs(a[0] - b[0]) + abs(a[1] - b[1])
        total += 3 * Fraction(apart, a[1] - a[0] + b[1] - b[0]) ** 2 + (a[2] != b[2])
    return total / len(pairs)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(2, 3).flatmap(
        lambda n: st.fixed_dictionaries(
            {f"c{i}": partitions().map(lambda spans: spans[:2]) for i in range(n)}
        )
    )
)
def test_the_disorder_is_that_of_the_best_of_all_alignments(spans: dict[str, list[Any]]) -> None:
    owned = [(coder, span) for coder, found in spans.items() for span in found]
    got = agreement.gamma_observed_disorder(spans)
    if not owned:
        assert got.reason == "nothing marked"
        return
    best = min(
        sum((cost(row, len(spans)) for row in alignment), Fraction(0))
        for alignment in partitions_of(owned)
        if all(len({coder for coder, _ in row}) == len(row) for row in alignment)
    )
    assert close(got, best * len(spans) / len(owned))


def test_a_long_text_is_lined_up_too() -> None:
    spans = {c: [(10 * i + at, 10 * i + 7, "K") for i in range(200)] for at, c in enumerate("ab")}
    assert agreement.gamma_observed_disorder(spans).value == pytest.approx(3 / 169)


# ---- intervals ----------------------------------------------------------------------------------


def _texts(count: int) -> list[agreement.Continuum]:
    """Texts on which two coders agree more and more."""
    return [
        agreement.continuum(
            {"a": [[10, 30, "k"], [50, 60, "c"]], "b": [[10, 30, "k"], [50 + at, 60 + at, "c"]]},
            begin=0,
            length=100,
        )
        for at in range(count)
    ]


def test_intervals_of_spans_draw_whole_articles() -> None:
    texts = _texts(12)
    found = agreement.span_intervals(texts, draws=300)
    point = agreement.pooled_spans(texts)
    for name in ("u_alpha", "u_alpha_binary", "cu_alpha", "ku_alpha/k"):
        interval, value = found[name], point[name].value
        assert value is not None
        assert interval.by == "articles"
        assert interval.low <= value <= interval.high
    assert found["u_alpha"].low < found["u_alpha"].high
    assert found == agreement.span_intervals(texts, draws=300)


def test_few_articles_give_spans_no_interval() -> None:
    assert agreement.span_intervals(_texts(9)) == {}
