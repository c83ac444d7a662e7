"""Times as people write them, as the records hold them: ISO 8601 in UTC, to the second."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def moment(words: str, *, end_of_day: bool = False) -> str:
    """A time as the records hold it; a day alone is its first second, or its last.

    A time without a zone is taken as UTC. Raises ValueError where the words are no time.

    >>> moment("2026-11-22"), moment("2026-11-22", end_of_day=True)
    ('2026-11-22T00:00:00Z', '2026-11-22T23:59:59Z')
    >>> moment("2026-11-22 12:04+02:00")
    '2026-11-22T10:04:00Z'
    """
    found = datetime.fromisoformat(words.strip())
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    if end_of_day and _DAY.match(words.strip()):
        found += timedelta(days=1, seconds=-1)
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
