"""The library door with odd data: an undefined with its reason, or one clear error."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from qa_annotate import agreement
from qa_annotate.agreement import Value
from qa_annotate.errors import UsageError

labels, sets, spans = agreement.labels, agreement.sets, agreement.spans
Door = Callable[[], Mapping[str, Value]]

DEGENERATE: dict[str, Door] = {
    "no units": lambda: labels([], "ab"),
    "no units, two coders": lambda: labels([], "ab", coders=["ann", "ben"]),
    "units without coders": lambda: labels([[], []], "ab"),
    "one unit, the same": lambda: labels([["a", "a"]], "ab"),
    "one unit, different": lambda: labels([["a", "b"]], "ab"),
    "nothing rated": lambda: labels([[None, None], [None, None]], "ab"),
    "no labels": lambda: labels([[None, None]], []),
    "one coder": lambda: labels([["a"], ["b"]], "ab"),
    "one label": lambda: labels([["a", "a"], ["a", "a"]], "a"),
    "a coder who rated nothing": lambda: labels([["a", "b", None], ["a", "a", None]], "ab"),
    "no units of sets": lambda: sets([]),
    "one unit of sets": lambda: sets([[["a"], ["a"]]]),
    "no sets": lambda: sets([[None, None]]),
    "empty sets": lambda: sets([[[], []], [[], []]]),
    "one coder of sets": lambda: sets([[["a"]], [["b"]]]),
    "nobody": lambda: spans({}, length=10),
    "one coder of spans": lambda: spans({"ann": [[0, 3, "x"]]}, length=10),
    "nothing marked": lambda: spans({"ann": [], "ben": []}, length=10),
    "no text": lambda: spans({"ann": [], "ben": []}, length=0),
}


@pytest.mark.parametrize("door", DEGENERATE.values(), ids=DEGENERATE)
@pytest.mark.filterwarnings("error")
def test_what_is_undefined_says_why(door: Door) -> None:
    found = dict(door())
    for name, item in found.items():
        if item.value is None:
            assert item.reason, name
        else:
            assert math.isfinite(item.value), name


REFUSED: dict[str, tuple[Door, str]] = {
    "unknown label": (lambda: labels([["a", "z"]], "ab"), "'z', which is not declared"),
    "unknown label in a set": (lambda: sets([[["z"], ["a"]]], ["a"]), "'z', which is not declared"),
    "two coders of one name": (lambda: labels([["a", "b"]], "ab", coders=["x", "x"]), "different"),
    "more ratings than coders": (lambda: labels([["a", "b"]], "ab", coders=["x"]), "Unit 1 has 2"),
    "rows of different length": (lambda: labels([["a", "b"], ["a"]], "ab"), "Unit 2 has 1 rating"),
    "a label declared twice": (lambda: labels([["a", "b"]], "aba"), "declared twice"),
    "None declared": (lambda: labels([["a", "b"]], ["a", "b", None]), "None means missing"),
    "a list as a label": (lambda: labels([[["a"], "b"]], "ab"), "a word or a number"),
    "a list as a declared label": (lambda: labels([["a"]], [["a"]]), "a word or a number"),
    "no table": (lambda: labels(None, "ab"), "come as a list, not as None"),  # type: ignore[arg-type]
    "one column as numbers": (lambda: labels(np.array([1, 2]), [1, 2]), "2 dimensions, not 1"),
    "one column as a list": (lambda: labels([1, 2], [1, 2]), "come as a list"),  # type: ignore[list-item]
    "an unknown level": (lambda: labels([["a", "b"]], "ab", level="odd"), "No such level"),
    "words as numbers": (lambda: labels([["a", "b"]], "ab", level="interval"), "is no number"),
    "a word as a set": (lambda: sets([["ab", ["a"]]]), "not the text 'ab'"),
    "a number as a set": (lambda: sets([[1, 2]]), "not 1"),
    "a span outside": (lambda: spans({"a": [[0, 30, "x"]]}, length=10), "outside"),
    "an empty span": (lambda: spans({"a": [[3, 3, "x"]]}, length=10), "empty"),
    "a span without a label": (lambda: spans({"a": [[5, 6]]}, length=10), "start, end, label"),
    "half a character": (lambda: spans({"a": [[0.5, 6, "x"]]}, length=10), "whole numbers"),
    "positions in words": (lambda: spans({"a": [["0", "6", "x"]]}, length=10), "whole numbers"),
    "half a text": (lambda: spans({"a": []}, length=10.5), "whole numbers"),  # type: ignore[arg-type]
    "less than no text": (lambda: spans({"a": []}, length=-1), "negative"),
    "spans without coders": (lambda: spans([[0, 3, "x"]], length=10), "mapping"),  # type: ignore[arg-type]
    "names that are alike": (
        lambda: spans({1: [[0, 2, "k"]], "1": []}, length=10),  # type: ignore[dict-item]
        "same name",
    ),
}


@pytest.mark.parametrize(("door", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_one_clear_error(door: Door, words: str) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        dict(door())
    assert "\n" not in refused.value.message


def test_arrays_and_generators_are_taken_like_lists() -> None:
    rows: list[list[Any]] = [["a", "b"], ["a", "a"], ["b", "b"]]
    want = dict(labels(rows, ["a", "b"], coders=["x", "y"]))
    assert dict(labels(np.array(rows), ["a", "b"], coders=["x", "y"])) == want
    assert dict(labels(np.array(rows, dtype=object), np.array(["a", "b"]), coders="xy")) == want
    lazy = ((cell for cell in row) for row in rows)
    assert dict(labels(lazy, (k for k in "ab"), coders=(c for c in "xy"))) == want  # type: ignore[arg-type]
    numbers = np.array([[1, 2], [1, 1], [2, 2]])
    with_gap = np.array([[1, 2], [1, 1], [2, 2], [1, np.nan]])
    as_list = [[1, 2], [1, 1], [2, 2], [1, None]]
    assert dict(labels(numbers, [1, 2])) == dict(labels(numbers.tolist(), [1, 2]))
    assert dict(labels(with_gap, [1, 2])) == dict(labels(as_list, [1, 2]))
    marked = {"ann": np.array([[0, 3, 1]]), "ben": ([0, 4, 1] for _ in range(1))}
    assert spans(marked, length=np.int64(9)) == spans(  # type: ignore[arg-type]
        {"ann": [[0, 3, 1]], "ben": [[0, 4, 1]]}, length=9
    )
