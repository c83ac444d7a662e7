"""Dates as pages write them, to ISO 8601; what cannot be told for certain is left out."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ISO = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})"
    r"(?:[T ]+(?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s*(?P<zone>Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_PARTIAL = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def iso(text: str) -> str | None:
    """The date in ISO 8601, as precise as it was written; None if it is unclear.

    >>> iso("2015-09-01 11:10:59 -0400"), iso("June 18, 2014"), iso("2014-06")
    ('2015-09-01T11:10:59-04:00', '2014-06-18', '2014-06')
    >>> iso("Tue, 01 Jun 2021 21:00:00 GMT"), iso("03/04/2014")
    ('2021-06-01T21:00:00+00:00', None)
    """
    text = text.strip()[:80]
    return _full(text) or _partial(text) or _worded(text) or _mail(text)


def _full(text: str) -> str | None:
    found = _ISO.match(text)
    if not found or not _is_date(found["date"]):
        return None
    if found["time"] is None:
        return found["date"]
    zone = (found["zone"] or "").replace("UTC", "Z")
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    stamp = f"{found['date']}T{found['time']}{zone}"
    return stamp if _is_time(stamp) else found["date"]


def _partial(text: str) -> str | None:
    found = _PARTIAL.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    padded = [*parts, "01", "01"][:3]
    return "-".join(parts) if _is_date("-".join(padded)) else None


def _worded(text: str) -> str | None:
    day_first, month_first = _DAY_FIRST.search(text), _MONTH_FIRST.search(text)
    if day_first:
        day, name, year = day_first.groups()
    elif month_first:
        name, day, year = month_first.groups()
    else:
        return None
    month = _MONTHS.get(name[:3].lower())
    stamp = f"{year}-{month or 0:02d}-{int(day):02d}"
    return stamp if _is_date(stamp) and ":" not in text else None


def _mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
