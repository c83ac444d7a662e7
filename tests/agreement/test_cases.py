"""The shared verification cases: published and confirmed values, where they lie beside us."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

import pytest

from qa_annotate import agreement

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("QA_ANNOTATE_SHARED", ROOT.parent / "shared"))
CASES = SHARED / "agreement" / "cases.yaml"


def cases() -> list[Any]:
    if not CASES.exists():
        return []
    yaml = pytest.importorskip("ruamel.yaml").YAML(typ="safe")
    with CASES.open(encoding="utf-8") as file:
        found: list[Any] = yaml.load(file)["cases"]
    return found


def computed(case: Any) -> Any:
    if case["kind"] == "labels":
        return agreement.labels(
            case["data"], case["labels"], coders=case["coders"], level=case["level"]
        )
    if case["kind"] == "sets":
        return agreement.sets(case["data"], case.get("labels"), coders=case["coders"])
    return agreement.spans(case["spans"], begin=case["begin"], length=case["length"])


@pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not beside this checkout")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_every_required_value(case: Any) -> None:
    got = dict(computed(case))
    if "gamma_parameters" in case:
        found = agreement.gamma_observed_disorder(case["spans"], **case["gamma_parameters"])
        got["gamma_observed_disorder"] = found
    for name, want in case["expected"].items():
        if want.get("required") is False:
            continue
        value, wanted = got[name].value, want["value"]
        if wanted is None:
            assert value is None, name
            assert got[name].reason
        else:
            tolerance = float(want.get("tol", 1e-9))
            assert math.isclose(value, wanted, rel_tol=0, abs_tol=tolerance), (name, value, wanted)
