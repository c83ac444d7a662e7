"""Proposals on real revisions, where the shared folder is at hand: a part of `make revisions`."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"


def test_proposals_on_real_revisions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    script = importlib.import_module("revisions")
    every = script.pairs()
    if not every:
        pytest.skip("no revisions here")
    found = script.tally(every[::12])
    assert found.total() > 100
    shares = script.shared(found)
    assert shares["right"] > 0.93
    assert shares["wrong"] < 0.03
    assert shares["attached"] < 0.06
    assert not [verdict for _, verdict in found if verdict.startswith("placed")]
