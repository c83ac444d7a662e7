"""`add` of a page on the web: the one command that touches the network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ..core.names import slug
from ..ingest.fetch import fetch
from .add import Added, project_for, take
from .recording import Retrieved
from .who import likely_coder, named_coder
from .world import now

_PRIVATE = frozenset({"set-cookie", "set-cookie2", "authorization"})
"""Headers that are about the person who asked, not about the page."""


def add_url(
    url: str,
    *,
    project: Path | None = None,
    name: str | None = None,
    encoding: str | None = None,
    by: str | None = None,
) -> Added:
    """Fetch a page, kept byte for byte with time and headers, and take it in."""
    home, notices = project_for(project)
    at = now()
    data, headers, final = fetch(url)
    parts = urlsplit(final)
    last = PurePosixPath(unquote(parts.path)).stem
    wanted = slug(name or last or parts.hostname or "page")
    who = named_coder(by) or likely_coder()
    told = {name: value for name, value in headers.items() if name not in _PRIVATE}
    retrieved = Retrieved(at=at, by=who, url=final, headers=told)
    added = take(home, data, final, wanted, encoding, retrieved, name)
    return replace(added, notices=(*notices, *added.notices))
