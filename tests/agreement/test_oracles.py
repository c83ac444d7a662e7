"""Other people's programs as oracles; each test runs where its program is installed."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from qa_annotate import agreement


def tables(missing: float, seeds: range = range(25)) -> Iterator[tuple[Any, int]]:
    """Arrays of units by coders with labels 1 … q, NaN missing, on which coders mostly agree."""
    for seed in seeds:
        random = np.random.default_rng(seed)
        units, coders, q = random.integers(8, 40), random.integers(2, 6), int(random.integers(2, 6))
        truth = random.integers(1, q + 1, (units, 1))
        noise = random.integers(1, q + 1, (units, coders))
        data = np.where(random.random((units, coders)) < 0.6, truth, noise).astype(float)
        data[random.random(data.shape) < missing] = np.nan
        data[:q, :2] = np.arange(1, q + 1)[:, None]  # every label occurs, shared
        yield data, q


def ours(data: Any, q: int, level: str = "ratio") -> Any:
    return agreement.labels(data, list(range(1, q + 1)), level=level)


@pytest.mark.parametrize("missing", [0, 0.3])
def test_krippendorff(missing: float) -> None:
    oracle = pytest.importorskip("krippendorff")
    for data, q in tables(missing):
        got = ours(data, q)
        for level in ("nominal", "ordinal", "interval", "ratio"):
            want = oracle.alpha(reliability_data=data.T, level_of_measurement=level)
            assert got[f"krippendorff_alpha_{level}"].value == pytest.approx(want, abs=1e-9)
            fast = agreement.krippendorff_alpha(data, level=level)
            assert fast.value == pytest.approx(want, abs=1e-9)


@pytest.mark.parametrize("missing", [0, 0.3])
def test_irrcac(missing: float) -> None:
    raw = pytest.importorskip("irrCAC.raw")
    pandas = pytest.importorskip("pandas")
    names = {
        "krippendorff_alpha_nominal": "krippendorff",
        "fleiss_kappa_gwet": "fleiss",
        "gwet_ac1": "gwet",
        "brennan_prediger": "bp",
        "conger_kappa": "conger",
    }
    for data, q in tables(missing, range(8)):
        rated = data[~np.isnan(data).all(axis=1)]
        got = ours(rated, q)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            oracle = raw.CAC(pandas.DataFrame(rated), digits=12)
            for name, method in names.items():
                want = getattr(oracle, method)()["est"]
                assert got[name].value == pytest.approx(want["coefficient_value"], abs=1e-9)
                assert got[f"{name}_se"].value == pytest.approx(want["se"], abs=1e-9)
                low, high = want["confidence_interval"]
                assert got[f"{name}_ci95_low"].value == pytest.approx(low, abs=1e-9)
                assert got[f"{name}_ci95_high"].value == pytest.approx(high, abs=1e-9)


def test_sklearn() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    for data, q in tables(0):
        got, labels = ours(data[:, :2], q), list(range(1, q + 1))
        for name, weights in (("", None), ("_linear", "linear"), ("_quadratic", "quadratic")):
            want = metrics.cohen_kappa_score(data[:, 0], data[:, 1], labels=labels, weights=weights)
            assert got[f"cohen_kappa{name}"].value == pytest.approx(want, abs=1e-9)


def test_statsmodels() -> None:
    rater = pytest.importorskip("statsmodels.stats.inter_rater")
    for data, q in tables(0):
        table = np.zeros((q, q))
        for a, b in data[:, :2].astype(int) - 1:
            table[a, b] += 1
        want = rater.cohens_kappa(table)
        got = ours(data[:, :2], q)
        assert got["cohen_kappa"].value == pytest.approx(want.kappa, abs=1e-9)
        assert got["cohen_kappa_se"].value == pytest.approx(want.std_kappa, abs=1e-9)
        counted = np.array([[(row == k).sum() for k in range(1, q + 1)] for row in data])
        fleiss = rater.fleiss_kappa(counted)
        assert ours(data, q)["fleiss_kappa"].value == pytest.approx(fleiss, abs=1e-9)


def test_nltk() -> None:
    nltk = pytest.importorskip("nltk.metrics.agreement")
    distance = pytest.importorskip("nltk.metrics.distance")
    for data, q in tables(0, range(10)):
        triples = [(c, u, v) for u, row in enumerate(data) for c, v in enumerate(row)]
        task = nltk.AnnotationTask(data=triples)
        got = ours(data, q)
        assert got["krippendorff_alpha_nominal"].value == pytest.approx(task.alpha(), abs=1e-9)
        assert got["mean_pairwise_cohen_kappa"].value == pytest.approx(task.kappa(), abs=1e-9)
    for seed in range(10):
        random = np.random.default_rng(seed)
        sets = [
            [frozenset(random.choice(4, random.integers(1, 4))) for _ in range(3)]
            for _ in range(12)
        ]
        triples = [(c, u, v) for u, row in enumerate(sets) for c, v in enumerate(row)]
        found = agreement.sets(sets, range(4))
        for name in ("jaccard", "masi"):
            task = nltk.AnnotationTask(triples, distance=getattr(distance, f"{name}_distance"))
            # nltk rounds MASI's thirds to 0.33 and 0.67
            tolerance = 1e-9 if name == "jaccard" else 0.01
            want = pytest.approx(task.alpha(), abs=tolerance)
            assert found[f"krippendorff_alpha_{name}"].value == want


def test_scipy_t() -> None:
    scipy = pytest.importorskip("scipy.stats")
    from qa_annotate.agreement import student

    for df, after in pairwise([1, 2, 3, 9, 29, 99, 999, 99_999]):
        for p in (0.6, 0.9, 0.975, 0.9995):
            assert math.isclose(student.quantile(p, df), scipy.t.ppf(p, df), rel_tol=1e-8)
            assert student.quantile(p, df) > student.quantile(p, after)
