"""When units were decided, so that agreement can be followed over time."""

from __future__ import annotations

from .reliability import Reliability, Unit

MOST_DAYS = 31
"""With more days than this, months are told apart instead."""

_DAY, _MONTH = len("2026-11-22"), len("2026-11")


def times(data: Reliability) -> tuple[str, ...]:
    """For each of `data.rows` the day of its last decision, or the month where days are many.

    A unit that everybody left blank takes the last decision of its article; "" where there is none.
    """
    last: dict[str, str] = {}
    for unit in data.rated:
        last[unit.article] = max(last.get(unit.article, ""), _decided(unit))
    found = [(_decided(unit) or last[unit.article])[:_DAY] for unit in data.rated]
    return tuple(day[:_MONTH] for day in found) if len(set(found)) > MOST_DAYS else tuple(found)


def _decided(unit: Unit) -> str:
    """When the last of the claims that touch a unit was decided."""
    return max((claim.decided.at for cell in unit.cells for claim in cell.claims), default="")
