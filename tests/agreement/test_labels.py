"""Coefficients on given units against the definitions in rational arithmetic."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate import agreement
from qa_annotate.errors import UsageError

from . import exact

ORDERS = {"words": ["low", "mid", "high", "unused"], "numbers": [3, 1, 2, 7]}


def close(got: agreement.Value, want: Fraction | None) -> bool:
    if want is None:
        return got.value is None and got.reason != ""
    return got.value is not None and math.isclose(got.value, float(want), abs_tol=1e-9)


@st.composite
def tables(draw: Any, coders: int = 4, labels: list[Any] = ORDERS["words"]) -> list[list[Any]]:
    values = st.sampled_from([None, None, *labels[: draw(st.integers(1, 4))]])
    width = draw(st.integers(2, coders))
    row = st.lists(values, min_size=width, max_size=width)
    return draw(st.lists(row, min_size=1, max_size=9))


def expected(data: list[list[Any]], labels: list[Any], names: list[str]) -> dict[str, Any]:
    want = {
        "percent_agreement": exact.percent_agreement(data),
        "percent_agreement_pooled_pairs": exact.pooled_pairs(data),
        "percent_agreement_all_listwise": exact.all_listwise(data),
        "krippendorff_alpha_nominal": exact.alpha(data, exact.nominal),
        "krippendorff_alpha_ordinal": exact.alpha(data, exact.ordinal(data, labels)),
        "fleiss_kappa_gwet": exact.fleiss_gwet(data, labels),
        "gwet_ac1": exact.ac2(data, labels, exact.same),
        "gwet_ac2_linear": exact.ac2(data, labels, steps(labels, 1)),
        "gwet_ac2_quadratic": exact.ac2(data, labels, steps(labels, 2)),
        "brennan_prediger": exact.brennan_prediger(data, labels),
        "conger_kappa": exact.conger(data, labels),
    }
    for k in labels:
        want[f"specific_agreement/{k}"] = exact.specific(data, k)
        want[f"krippendorff_alpha_label/{k}"] = exact.alpha(
            [[None if v is None else v == k for v in row] for row in data], exact.nominal
        )
    for at, name in enumerate(names):
        rest = [row[:at] + row[at + 1 :] for row in data]
        want[f"krippendorff_alpha_nominal_without/{name}"] = exact.alpha(rest, exact.nominal)
    for a, b in combinations(range(len(names)), 2):
        pair = "" if len(names) == 2 else f"/{names[a]}-{names[b]}"
        want["cohen_kappa" + pair] = exact.cohen(data, a, b)
        for name, power in (("linear", 1), ("quadratic", 2)):
            kappa = exact.cohen(data, a, b, steps(labels, power))
            want[f"cohen_kappa_{name}{pair}"] = kappa
    if len(names) == 2:
        want["scott_pi"] = exact.scott(data, labels)
        want["bennett_s"] = want["brennan_prediger"]
    if not any(None in row for row in data):
        want["fleiss_kappa"] = want["fleiss_kappa_gwet"]
        for k in labels:
            want[f"fleiss_kappa_label/{k}"] = exact.fleiss_label(data, k)
    return want


def steps(labels: list[Any], power: int) -> Any:
    place = {k: at for at, k in enumerate(labels)}
    last = len(labels) - 1
    return lambda a, b: 1 - Fraction(abs(place[a] - place[b]) ** power, last**power)


@settings(max_examples=300, deadline=None)
@given(tables())
def test_every_coefficient_is_its_definition(data: list[list[Any]]) -> None:
    names = list("ABCD")[: len(data[0])]
    labels = ORDERS["words"]
    got = agreement.labels(data, labels, coders=names, level="ordinal")
    for name, want in expected(data, labels, names).items():
        assert close(got[name], want), (name, got[name], want)


@settings(max_examples=100, deadline=None)
@given(tables(coders=3, labels=ORDERS["numbers"]))
def test_numbers_at_their_levels(data: list[list[Any]]) -> None:
    got = agreement.labels(data, ORDERS["numbers"], level="ratio")
    for name in ("interval", "ratio"):
        want = exact.alpha(data, getattr(exact, name))
        assert close(got[f"krippendorff_alpha_{name}"], want)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(
                st.one_of(st.none(), st.frozensets(st.sampled_from("ABC"))),
                min_size=width,
                max_size=width,
            ),
            min_size=1,
            max_size=7,
        )
    )
)
def test_sets(data: list[list[Any]]) -> None:
    got = agreement.sets(data, "ABCD")
    for name in ("nominal", "jaccard", "masi"):
        want = exact.alpha(data, getattr(exact, name))
        assert close(got[f"krippendorff_alpha_{name}"], want)


# ---- what must not change -----------------------------------------------------------------------

SHARED = (
    "percent_agreement",
    "krippendorff_alpha_nominal",
    "gwet_ac1",
    "fleiss_kappa_gwet",
    "brennan_prediger",
    "conger_kappa",
    "krippendorff_alpha_nominal_se",
    "gwet_ac1_se",
    "conger_kappa_se",
)


def figures(data: list[list[Any]], labels: Any = "wxyz", names: Any = SHARED) -> list[float | None]:
    found = agreement.labels(data, labels)
    return [found[name].value for name in names]


def alike(a: list[float | None], b: list[float | None]) -> bool:
    return all(
        (x is None and y is None) or (x is not None and y is not None and abs(x - y) < 1e-9)
        for x, y in zip(a, b, strict=True)
    )


@settings(max_examples=100, deadline=None)
@given(tables(labels=list("wxyz")), st.randoms())
def test_names_and_order_do_not_matter(data: list[list[Any]], random: Any) -> None:
    before = figures(data)
    renamed = dict(zip("wxyz", random.sample("abcd", 4), strict=True)) | {None: None}
    assert alike(before, figures([[renamed[v] for v in row] for row in data], "abcd"))
    columns = random.sample(range(len(data[0])), len(data[0]))
    assert alike(before, figures([[row[c] for c in columns] for row in data]))
    assert alike(before, figures(random.sample(data, len(data))))


@settings(max_examples=100, deadline=None)
@given(tables(labels=list("wxyz")))
def test_a_unit_or_a_coder_that_says_nothing_changes_nothing(data: list[list[Any]]) -> None:
    before = figures(data)
    assert alike(before, figures([*data, [None] * len(data[0])]))
    assert alike(before, figures([[*row, None] for row in data]))


@settings(max_examples=50, deadline=None)
@given(tables(labels=list("wxyz")))
def test_doubling_all_units_changes_only_what_depends_on_their_number(
    data: list[list[Any]],
) -> None:
    names = ("percent_agreement", "gwet_ac1", "fleiss_kappa_gwet", "conger_kappa")
    assert alike(figures(data, names=names), figures(data + data, names=names))


# ---- undefined stays undefined ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([["a"], ["b"]], "one coder"),
        ([["a", None], ["b", None]], "one coder"),
        ([[None, None], [None, None]], "no shared unit"),
        ([["a", None], [None, "b"]], "no shared unit"),
        ([["a", "a"], ["a", "a"]], "no variation"),
        ([], "no shared unit"),
    ],
)
def test_undefined_says_why(data: list[list[Any]], reason: str) -> None:
    coders = ["A", "B"][: len(data[0])] if data else ["A", "B"]
    got = agreement.labels(data, ["a", "b"], coders=coders)["krippendorff_alpha_nominal"]
    assert (got.value, got.reason) == (None, reason)


@settings(max_examples=200, deadline=None)
@given(tables())
def test_nothing_is_ever_nan(data: list[list[Any]]) -> None:
    for name, got in agreement.labels(data, ORDERS["words"], level="ordinal").items():
        assert got.value is None or math.isfinite(got.value), name
        assert (got.value is None) == bool(got.reason), name


def test_ac1_is_defined_where_everybody_says_the_same() -> None:
    got = agreement.labels([["a", "a"]] * 3, ["a", "b"])
    assert got["gwet_ac1"].value == got["brennan_prediger"].value == 1
    alone = agreement.labels([["a", "a"]] * 3, ["a"])["gwet_ac1"]
    assert (alone.value, alone.reason) == (None, "one declared label")


def test_a_mean_of_kappas_is_undefined_where_one_is() -> None:
    got = agreement.labels([["a", "a", None], ["b", "b", None], [None, None, "a"]], "ab")
    mean = got["mean_pairwise_cohen_kappa"]
    assert mean.value is None
    assert mean.reason == "undefined for coder1-coder3 (no shared unit)"
    assert mean.note == "mean of the 1 defined: 1.000000"


# ---- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "labels", "level", "words"),
    [
        ([["a", "c"]], "ab", "nominal", "'c', which is not declared"),
        ([["a", "b"], ["a"]], "ab", "nominal", "Unit 2 has 1 ratings"),
        ([["a", "b"]], "ab", "interval", "no number"),
        ([["a", "b"]], "ab", "metric", "No such level"),
        ([["a", "b"]], "aab", "nominal", "declared twice"),
    ],
)
def test_bad_input_is_refused_in_words(data: Any, labels: str, level: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        agreement.labels(data, labels, level=level)


def test_an_array_is_the_same_data() -> None:
    np = pytest.importorskip("numpy")
    data = [[1, 2, None], [2, 2, 2], [3, None, 3], [1, 1, 2]]
    array = np.array(data, dtype=float)
    assert agreement.labels(array, [1, 2, 3]) == agreement.labels(
        data, [1, 2, 3], coders=["coder1", "coder2", "coder3"]
    )


def test_the_mapping_knows_what_it_holds() -> None:
    got = agreement.labels([["a", "a"], ["b", "a"]], "ab", coders=["x", "y"])
    assert "cohen_kappa" in got
    assert "cohen_kappa/x-y" not in got
    assert "nonsense" not in got
    assert len(got) == len(set(got)) == len(dict(got))
