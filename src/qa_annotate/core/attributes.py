"""Values of a codebook's attributes, held against their level."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from .records import Attribute, AttributeLevel, AttributeValue

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?\Z")
_GEO = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)\Z")


def fault(attribute: Attribute, value: AttributeValue) -> str:
    """What is wrong with a value, as the end of a sentence; empty where nothing is.

    None is no answer yet, which is no fault; a value declared missing says that none can be given.

    >>> fault(Attribute(id="when", level="date"), "2014-13")
    'is no date (write 2014, 2014-07 or 2014-07-21, with ? or ~ where it is uncertain)'
    >>> fault(Attribute(id="when", level="date"), "2014-07~")
    ''
    """
    if value is None or value in attribute.missing:
        return ""
    return _RULES[attribute.level](attribute, value)


def _choice(attribute: Attribute, value: AttributeValue) -> str:
    known = (*attribute.values, *attribute.missing)
    return "" if value in attribute.values else f"is not one of {', '.join(known)}"


def _text(_: Attribute, value: AttributeValue) -> str:
    return "" if isinstance(value, str) else "is no text (put it in quotes)"


def _named(_: Attribute, value: AttributeValue) -> str:
    return "" if isinstance(value, str) and value.strip() else "is no name"


def _number(attribute: Attribute, value: AttributeValue) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "is no number"
    low, high = attribute.minimum, attribute.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        ends = ("" if low is None else f"from {low:g}", "" if high is None else f"to {high:g}")
        return f"lies outside its range ({' '.join(end for end in ends if end)})"
    return ""


def _date(_: Attribute, value: AttributeValue) -> str:
    """A year, a month or a day, as precise as it is known (EDTF: `?` uncertain, `~` about)."""
    words = "is no date (write 2014, 2014-07 or 2014-07-21, with ? or ~ where it is uncertain)"
    found = _DATE.match(value) if isinstance(value, str) else None
    if found is None:
        return words
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return words
    return ""


def _place(attribute: Attribute, value: AttributeValue) -> str:
    """A name, or a position as RFC 5870 writes it: `geo:35.33,40.14`."""
    if isinstance(value, str) and value.startswith("geo:"):
        found = _GEO.match(value)
        if found is None or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
            return "is no position (write geo:LATITUDE,LONGITUDE)"
    return _named(attribute, value)


_RULES: Mapping[AttributeLevel, Callable[[Attribute, AttributeValue], str]] = MappingProxyType(
    {
        "nominal": _choice,
        "ordinal": _choice,
        "text": _text,
        "number": _number,
        "date": _date,
        "person": _named,
        "place": _place,
    }
)
