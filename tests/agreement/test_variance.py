"""Standard errors: printed values, and the jackknife, which knows nothing of the formulas."""

from __future__ import annotations

import math

import numpy as np
import pytest

from qa_annotate import agreement
from qa_annotate.agreement import tables, variance

GWET = [  # Krippendorff (2011), section C; Gwet's table of four raters
    [1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [None, 5, 5, 5], [None, None, 1, 1],
    [None, None, 3, None],
]  # fmt: skip
NAMES = (
    "gwet_ac1",
    "fleiss_kappa_gwet",
    "brennan_prediger",
    "conger_kappa",
    "krippendorff_alpha_nominal",
)


@pytest.mark.parametrize(
    ("name", "value", "se"),
    [  # as the documentation of irrCAC prints them, five decimals
        ("gwet_ac1", 0.77544, 0.14295),
        ("fleiss_kappa_gwet", 0.76117, 0.15302),
        ("brennan_prediger", 0.77273, 0.14472),
        ("conger_kappa", 0.76282, 0.14917),
        ("krippendorff_alpha_nominal", 0.74342, 0.14557),
    ],
)
def test_printed_values(name: str, value: float, se: float) -> None:
    got = agreement.labels(GWET, [1, 2, 3, 4, 5])
    assert got[name].value == pytest.approx(value, abs=6e-6)
    assert got[f"{name}_se"].value == pytest.approx(se, abs=6e-6)
    assert got[f"{name}_ci95_high"].value == 1


def test_an_interval_is_cut_above_only() -> None:
    low, high = variance.t_interval(0.5, 1.0, 5)
    assert (low, high) == (pytest.approx(0.5 - 2.7764451), 1.0)
    assert math.isnan(variance.t_interval(0.5, 1.0, 1)[0])


def sample(units: int, missing: float) -> list[list[int | None]]:
    random = np.random.default_rng(4)
    out = []
    for truth in random.integers(0, 3, units):
        row = [int(truth) if random.random() < 0.7 else int(random.integers(3)) for _ in range(4)]
        out.append([None if random.random() < missing else value for value in row])
    return out


@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_the_jackknife_agrees(missing: float) -> None:
    data = [row for row in sample(300, missing) if sum(v is not None for v in row) > 1]
    got = agreement.labels(data, [0, 1, 2])
    table = tables.encoded(data, [0, 1, 2])
    for name in NAMES:
        values = []
        for left_out in range(len(table.weights)):
            rest = [at for at in range(len(data)) if at != _one_of(table, left_out)]
            found = agreement.labels([data[at] for at in rest], [0, 1, 2])[name].value
            assert found is not None
            values.append(found)
        mean = np.average(values, weights=table.weights)
        spread = float(table.weights @ (np.array(values) - mean) ** 2)
        jackknife = math.sqrt(spread * (len(data) - 1) / len(data))
        assert got[f"{name}_se"].value == pytest.approx(jackknife, rel=0.03), name


def _one_of(table: tables.Ratings, row: int) -> int:
    """A unit that shows this pattern: leaving out any of them gives the same figures."""
    return int(np.flatnonzero(table.pattern == row)[0])


def test_kappas_error_is_that_of_fleiss_cohen_and_everitt() -> None:
    """Against the delta method by numerical derivatives of kappa in the cells' shares."""
    cells = np.array([[53, 5, 2], [11, 14, 5], [1, 6, 3]], dtype=float)
    data = [[i, j] for i in range(3) for j in range(3) for _ in range(int(cells[i, j]))]
    got = agreement.labels(data, [0, 1, 2])

    def kappa(p: np.ndarray) -> float:  # type: ignore[type-arg]
        chance = p.sum(axis=1) @ p.sum(axis=0)
        return float((np.trace(p) - chance) / (1 - chance))

    p, step = cells / cells.sum(), 1e-6
    slopes = np.zeros(9)
    for at in range(9):
        nudge = np.zeros(9)
        nudge[at] = step
        nudge = nudge.reshape(3, 3)
        slopes[at] = (kappa(p + nudge) - kappa(p - nudge)) / (2 * step)
    flat = p.reshape(-1)
    want = math.sqrt((flat @ slopes**2 - (flat @ slopes) ** 2) / cells.sum())
    assert got["cohen_kappa_se"].value == pytest.approx(want, abs=1e-8)


def test_one_unit_has_no_error() -> None:
    got = agreement.labels([["a", "a"]], "ab")
    assert got["gwet_ac1"].value == 1
    assert got["gwet_ac1_se"].reason == "fewer than two units"
