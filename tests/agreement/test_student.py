"""Student's t quantiles against printed tables."""

from __future__ import annotations

import pytest

from qa_annotate.agreement import student


@pytest.mark.parametrize(
    ("p", "df", "t"),
    [  # Abramowitz & Stegun, table 26.10, and closed forms
        (0.975, 1, 12.706204736174698),  # tan(0.475 pi)
        (0.975, 2, 4.302652729911275),
        (0.975, 10, 2.2281388519649385),
        (0.975, 30, 2.0422724563012373),
        (0.995, 5, 4.032142983557536),
        (0.9995, 3, 12.923978636687485),
        (0.975, 120, 1.9799304050824413),
        (0.975, 10_000, 1.9602012398945),
        (0.75, 1, 1.0),
    ],
)
def test_quantiles(p: float, df: float, t: float) -> None:
    assert student.quantile(p, df) == pytest.approx(t, rel=1e-10)
    assert student.quantile(1 - p, df) == pytest.approx(-t, rel=1e-10)


@pytest.mark.parametrize("df", [1, 2, 7.5, 40, 5000])
@pytest.mark.parametrize("t", [-30, -1.3, 0, 0.01, 0.8, 4])
def test_the_distribution_and_its_quantiles_are_each_others_inverse(t: float, df: float) -> None:
    p = student.cumulative(t, df)
    if 1e-6 < p < 1 - 1e-6:
        assert student.quantile(p, df) == pytest.approx(t, abs=1e-8)


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        student.quantile(1, 4)
