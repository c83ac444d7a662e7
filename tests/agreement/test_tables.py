"""The plain-text table of units by coders."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate import agreement
from qa_annotate.agreement.arrays import label_counts
from qa_annotate.agreement.counts import unique_rows
from qa_annotate.errors import UsageError


def test_a_table_is_read_as_it_stands() -> None:
    found = agreement.matrix("\ufeffunit\tamal\tbasil\r\nu1\t b \t\r\nu2\ta\r\n\r\n", ["z", "b"])
    assert found.coders == ("amal", "basil")
    assert found.units == ("u1", "u2")
    assert found.rows == (("b", None), ("a", None))
    assert found.labels == ("z", "b", "a")


def test_numbers_stand_in_the_order_of_their_size() -> None:
    assert agreement.matrix("u\ta\n1\t10\n2\t9\n3\t-1\n").labels == ("-1", "9", "10")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("unit\n", "name a coder"),
        ("unit\ta\t\n", "name a coder"),
        ("unit\ta\ta\n", "same coder"),
        ("unit\ta\nu1\tx\ty\n", "Line 2 has 2 ratings"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        agreement.matrix(text)


def test_a_table_becomes_reliability_data() -> None:
    data = agreement.of_matrix(agreement.matrix("u\ta\tb\n1\tx\tx\n2\tx\t\n3\tx\ty\n4\t\t\n"))
    assert data.rows == (("x", "x"), ("x", "y"), ("x", None))
    assert data.left_out_by_reason == {"read by one coder only": 1, "read by nobody": 1}
    (dispute,) = agreement.disagreements(data)
    assert dispute.words == "3"


@given(st.lists(st.lists(st.integers(-1, 3), min_size=70, max_size=70), min_size=1, max_size=6))
def test_rows_are_told_apart_however_wide_they_are(rows: list[list[int]]) -> None:
    codes = np.array(rows + rows)
    found, inverse = unique_rows(codes, 5)
    assert len(found) == len({tuple(row) for row in rows})
    assert (found[inverse] == codes).all()


@given(st.integers(0, 3))
def test_an_array_is_counted_whatever_its_order_and_type(labels: int) -> None:
    random = np.random.default_rng(labels)
    data = random.integers(0, labels + 1, (200, 3))
    names, counts = label_counts(np.asfortranarray(data))
    assert names == tuple(sorted(set(data.reshape(-1).tolist())))
    assert counts.weights.sum() == 200
    as_floats = label_counts(data.astype(float), list(range(labels + 1)))[1]
    assert (as_floats.table == counts.table).all()


def test_an_array_with_a_label_that_comes_late() -> None:
    data = np.zeros((200_000, 2))
    data[-1] = 7, 3
    names, counts = label_counts(data)
    assert names == (0, 3, 7)
    assert sorted(counts.weights) == [1, 199_999]
    with pytest.raises(UsageError, match="not declared"):
        label_counts(data, [0, 3])


def test_many_labels_are_counted_too() -> None:
    data = np.random.default_rng(3).integers(0, 60, (500, 4)).astype(float)
    want = agreement.labels(data, list(range(60)))["krippendorff_alpha_nominal"]
    assert agreement.krippendorff_alpha(data).value == pytest.approx(want.value)
    assert agreement.krippendorff_alpha(data[:, :1]).reason == "one coder"
    assert agreement.krippendorff_alpha(np.full((3, 2), np.nan)).reason == "no shared unit"
