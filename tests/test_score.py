"""The parser's score on the development corpus, where the corpus is present."""

from __future__ import annotations

import pytest
import score


@pytest.mark.skipif(score.corpus() is None, reason="the corpus is not here (QA_ANNOTATE_SHARED)")
def test_the_score_reaches_its_floors() -> None:
    place = score.corpus()
    assert place is not None
    assert score.shortfalls(score.scored(place)) == []


def test_a_shortfall_is_seen() -> None:
    row = "ALL (with negatives)    131   556   557   90.0  90.0  90.0   99.2   93.4   98.6 "
    table = row + "   91.0/ 98.6   93.3/ 94.3\nnegatives: 3 of 33 texts gave pairs"
    found = score.shortfalls(table)
    assert any("pair F1 is 90.0" in line for line in found)
    assert any("lenient is 94.3" in line for line in found)
    assert any("3 negatives" in line for line in found)
