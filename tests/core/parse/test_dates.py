"""Dates as pages print them: every month in every case, and nothing that breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.months import MONTHS
from qa_annotate.core.parse.dates import find_date, is_date_line


@pytest.mark.parametrize("case", [str.lower, str.upper, str.title, str.casefold, str.swapcase])
def test_every_month_is_known_in_every_case(case):
    for name, number in MONTHS.items():
        assert find_date(f"4 {case(name)} 2021") == f"2021-{number:02d}-04", name


@pytest.mark.parametrize("line", ["12 EKİM 2020", "3 KASIM 2019", "7 Kasım 2019", "1 AĞUSTOS 1999"])
def test_turkish_capitals(line):
    assert is_date_line(line)


@given(
    st.text(alphabet=st.sampled_from("ıİiIſsSk\u212a 0123456789.,/-年月日٣٢١" + "".join(MONTHS)))
)
def test_no_line_breaks_it(line):
    find_date(line)
    is_date_line(line)
