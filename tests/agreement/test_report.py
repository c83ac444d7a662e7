"""Intervals, and everything at once."""

from __future__ import annotations

import random

import numpy as np
import pytest

from qa_annotate import agreement
from qa_annotate.agreement import coefficients, intervals, tables
from qa_annotate.agreement.counts import Counts
from qa_annotate.agreement.hierarchy import steps

from .interview import TEXT, article, claim, coded, sentences, span

LABELS = ("verified", "unverified", "allegation", agreement.NO_CLAIM)
PARENTS = {"verified": "settled", "unverified": "open", "allegation": "open"}


def rows(units: int, right: float = 0.8, seed: int = 1) -> list[list[str | None]]:
    pick = random.Random(seed)
    out: list[list[str | None]] = []
    for _ in range(units):
        truth = pick.choice(LABELS)
        out.append(
            [
                None
                if pick.random() < 0.15
                else truth
                if pick.random() < right
                else pick.choice(LABELS)
                for _ in range(3)
            ]
        )
    return out


def data(units: int = 60, **more: float) -> agreement.Reliability:
    lines = ["unit\ta\tb\tc"]
    lines += [
        "\t".join([f"u{n}", *(v or "" for v in row)]) for n, row in enumerate(rows(units, **more))
    ]  # type: ignore[arg-type]
    return agreement.of_matrix(agreement.matrix("\n".join(lines), LABELS))


# ---- intervals ----------------------------------------------------------------------------------


def test_multinomial_draws_are_what_resampling_units_gives() -> None:
    """Against a plain bootstrap that picks units one by one."""
    table = tables.encoded(rows(40), LABELS)
    found = intervals.resampled(table.counts, draws=4000).interval(coefficients.alpha_nominal)
    pick = np.random.default_rng(7)
    counts = table.counts.table[table.count_pattern]
    plain = []
    for _ in range(1500):
        taken = Counts(table=counts[pick.integers(0, 40, 40)], weights=np.ones(40))
        plain.append(float(coefficients.alpha_nominal(taken, taken.weights)))
    assert found is not None
    assert found.low == pytest.approx(np.quantile(plain, 0.025), abs=0.02)
    assert found.high == pytest.approx(np.quantile(plain, 0.975), abs=0.02)
    assert found.below["0.800"] == pytest.approx(np.mean(np.array(plain) < 0.8), abs=0.04)


def test_articles_are_drawn_whole_where_there_are_ten() -> None:
    table = tables.encoded(rows(60), LABELS)
    for articles, by in ((10, "articles"), (9, "units")):
        names = [f"a{n % articles}" for n in range(60)]
        found = intervals.resampled(
            table.counts, pattern=table.count_pattern, articles=names, draws=50
        )
        assert found.by == by
        if by == "articles":
            assert (found.drawn.sum(axis=1) == 60).all()


def test_the_same_seed_gives_the_same_interval() -> None:
    first, again = (agreement.report(data(), LABELS, draws=200) for _ in range(2))
    assert first == again
    assert (
        first.alpha.interval != agreement.report(data(), LABELS, draws=200, seed=2).alpha.interval
    )


def test_draws_that_define_nothing_are_left_out_and_said() -> None:
    text = "u\ta\tb\n1\tx\tx\n2\tx\tx\n3\ty\ty\n"
    found = agreement.report(agreement.of_matrix(agreement.matrix(text)), ("x", "y"))
    interval = found.alpha.interval
    assert interval is not None
    assert (interval.low, interval.high) == (1, 1)
    assert 0 < interval.defined < interval.draws
    assert "undefined-draws" in {w.code for w in found.warnings}


# ---- the report ---------------------------------------------------------------------------------


def test_the_report_says_what_the_door_says() -> None:
    found = agreement.report(data(), LABELS, parents=PARENTS)
    want = agreement.labels(data().rows, LABELS, coders=["a", "b", "c"])
    for figure in found.headline:
        assert figure.value == want[figure.name], figure.name
        if figure.se is not None:
            assert figure.se == want[f"{figure.name}_se"]
    for line in found.by_label:
        assert line.alpha.value == want[f"krippendorff_alpha_label/{line.label}"]
        assert line.specific_agreement.value == want[f"specific_agreement/{line.label}"]
    for pair in found.pairs:
        assert pair.cohen_kappa == want["cohen_kappa/" + "-".join(pair.coders)]
        assert sum(map(sum, pair.table)) == pair.units
    for coder in found.by_coder:
        name = f"krippendorff_alpha_nominal_without/{coder.coder}"
        assert coder.alpha_without == want[name]
        assert sum(coder.distribution.values()) == coder.units


def test_levels_of_the_codebook_are_alphas_of_recoded_data() -> None:
    found = agreement.report(data(), LABELS, parents=PARENTS)
    assert [level.name for level in found.by_level] == [
        "claim or no claim",
        "settled or open",
        "within open: unverified or allegation",
    ]
    for step, level in zip(steps(LABELS, PARENTS), found.by_level, strict=True):
        recoded = [[step.answers.get(v) for v in row] for row in data().rows]
        want = agreement.labels(recoded, step.options)["krippendorff_alpha_nominal"]
        assert level.alpha == want
        assert level.interval is not None


def test_each_coder_against_the_rest_counts_the_pairs_with_that_coder() -> None:
    found = agreement.report(data(), LABELS)
    for at, coder in enumerate(found.by_coder):
        pairs = [
            (row[at], row[other])
            for row in data().rows
            for other in range(3)
            if other != at and row[at] is not None and row[other] is not None
        ]
        want = sum(a == b for a, b in pairs) / len(pairs)
        assert coder.with_others.value == pytest.approx(want)


def test_articles_are_shown_one_by_one() -> None:
    parts = [
        agreement.units(
            article(name),
            TEXT,
            [
                coded("amal", "acdfh", {"c": "verified", "d": label}),
                coded("basil", "acdfh", {"c": "verified", "d": "allegation"}),
            ],
            sentences(),
        )
        for name, label in (("one", "allegation"), ("two", "unverified"))
    ]
    found = agreement.report(agreement.pooled(parts), LABELS)
    assert [(a.name, a.units, a.percent_agreement.value) for a in found.by_article] == [
        ("one", 5, 1.0),
        ("two", 5, pytest.approx(0.8)),
    ]
    assert {"few-units", "few-articles"} <= {w.code for w in found.warnings}


@pytest.mark.parametrize(
    ("units", "right", "code"),
    [(15, 0.9, "few-units"), (25, 0.9, "short-intervals")],
)
def test_warnings(units: int, right: float, code: str) -> None:
    assert code in {w.code for w in agreement.report(data(units, right=right), LABELS).warnings}


def test_warnings_of_the_data_themselves() -> None:
    def codes(text: str) -> set[str]:
        table = agreement.matrix("u\ta\tb\n" + text)
        return {w.code for w in agreement.report(agreement.of_matrix(table), ("x", "y")).warnings}

    assert "one-label" in codes("1\tx\tx\n" * 40 + "2\tx\ty\n")
    assert "negative-alpha" in codes("1\tx\ty\n" * 40)
    assert codes("1\tx\tx\n" * 20 + "2\ty\ty\n" * 20) == set()


def test_one_coder_gets_a_report_without_figures() -> None:
    found = agreement.report(agreement.of_matrix(agreement.matrix("u\ta\n1\tx\n")), ("x",))
    assert {f.value.value for f in found.headline} == {None}
    assert found.alpha.value.reason == "one coder"


def test_units_with_several_labels_are_also_compared_as_sets() -> None:
    start, end = span("c")
    parts = [claim((start, start + 6), "verified"), claim((start + 6, end), "allegation")]
    found = agreement.report(
        agreement.units(
            article(),
            TEXT,
            [coded("amal", "cdfh", parts), coded("basil", "cdfh", {"c": "allegation"})],
            sentences(),
        ),
        LABELS,
    )
    assert found.several_labels == 1
    names = [figure.name for figure in found.as_sets]
    assert names == ["krippendorff_alpha_jaccard", "krippendorff_alpha_masi"]
    assert all(figure.value.defined for figure in found.as_sets)
    assert agreement.report(data(), LABELS).as_sets == ()


def test_every_coefficient_has_plain_words() -> None:
    names = [
        *agreement.labels(rows(9), LABELS, level="ordinal"),
        *agreement.sets([[["x"], ["y"]]], ["x", "y"]),
        *agreement.spans({"a": [(0, 4, "K")], "b": []}, length=9),
    ]
    for name in names:
        line = agreement.described(name)
        assert line is not None, name
        assert line.explain.endswith(".")
        assert line.source


def test_ordered_labels_are_compared_by_their_order_throughout() -> None:
    rows = [(1, 2, 2), (1, 1, 2), (3, 3, 3), (2, 3, 2), (1, 3, None), (2, 2, 2), (3, 2, 3)]
    table = tables.Matrix(
        coders=("ann", "ben", "cleo"),
        units=tuple(map(str, range(len(rows)))),
        rows=tuple(tuple(None if v is None else str(v) for v in row) for row in rows),
        labels=("1", "2", "3"),
    )
    found = agreement.report(
        agreement.of_matrix(table), table.labels, measurement="ordinal", draws=50
    )
    door = agreement.labels(rows, [1, 2, 3], coders=["ann", "ben", "cleo"], level="ordinal")
    by_name = {item.name: item for item in found.headline}
    for name in ("krippendorff_alpha_ordinal", "gwet_ac2_linear", "gwet_ac2_quadratic"):
        assert by_name[name].value == door[name]
        assert by_name[name].interval is not None
    kappas = [pair.cohen_kappa for pair in found.pairs]
    assert kappas[0] == door["cohen_kappa_linear/ann-ben"]
    mean = by_name["mean_pairwise_cohen_kappa_linear"]
    assert mean.value.value == pytest.approx(sum(k.value or 0 for k in kappas) / 3)
    assert mean.interval is not None
    two = agreement.labels([row[1:] for row in rows], [1, 2, 3], level="ordinal")
    without_ann = found.by_coder[0].alpha_without
    assert without_ann.value == pytest.approx(two["krippendorff_alpha_ordinal"].value)
    assert by_name["mean_pairwise_cohen_kappa"].value == door["mean_pairwise_cohen_kappa"]
