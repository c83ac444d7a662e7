"""W3C Web Annotations (JSON-LD): quotes and positions with tags, as Hypothes.is and others write.

An annotation's tags name its label, its other text is its note. Positions are counted in UTF-16
units by some and in code points by others; which, the quote tells where the text is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..core.editing import claim_id
from ..core.model import Span
from ..core.reanchoring import Selector
from ..core.records import Claim, Decided
from ..core.text import sha256_text
from .importing import Incoming, refused

_TAGS = frozenset({"tagging", "classifying", "identifying"})
_HOLDERS = ("items", "rows", "annotations", "first", "@graph")
"""Where pages and collections hold their annotations."""


def is_one(data: object) -> bool:
    """Whether JSON looks like an annotation, or a page or list of them."""
    if isinstance(data, list):
        return bool(data) and is_one(data[0])
    return isinstance(data, dict) and ("target" in data or any(k in data for k in _HOLDERS))


def read(text: str, path: str) -> tuple[Incoming, ...]:
    """The annotations of a file that quote words. Raises FileError where there are none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refused(path, getattr(error, "lineno", 1), f"this is no JSON: {error}") from None
    found = tuple(made for one in _annotations(data) for made in _incoming(one))
    if not found:
        raise refused(path, 1, "no annotation here quotes words (a TextQuoteSelector)")
    return found


def _annotations(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _annotations(item, depth + 1)
    elif isinstance(data, dict) and "target" in data:
        yield data
    elif isinstance(data, dict) and depth < 8:
        for key in _HOLDERS:
            yield from _annotations(data.get(key, ()), depth + 1)


def _incoming(one: dict[str, Any]) -> Iterator[Incoming]:
    label, note = _body(one)
    for target in _several(one.get("target")):
        selector = _selector(list(_selectors(target)))
        if selector is None:
            continue
        told = f"{one.get('id')}\n{selector.quote}\n{selector.position}"
        number = int(sha256_text(told)[:16], 16) % 2**50
        claim = Claim(
            id=claim_id(number),
            label=label,
            quote=selector.quote,
            position=selector.position or (0, 0),
            context=(selector.before, selector.after),
            decided=Decided(by=_who(one.get("creator")), at=_string(one.get("created"))),
            note=note,
        )
        yield Incoming(claim=claim, selector=selector)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _who(creator: Any) -> str:
    if isinstance(creator, dict):
        return _string(creator.get("name")) or _string(creator.get("nickname"))
    return _string(creator)


def _body(one: dict[str, Any]) -> tuple[str, str]:
    """The first tag, and all other text."""
    tags = [tag for tag in _several(one.get("tags", [])) if isinstance(tag, str)]
    notes: list[str] = []
    bodies = [*_several(one.get("body", [])), *_several(one.get("bodyValue", []))]
    for body in bodies:
        words = _string(body.get("value")) if isinstance(body, dict) else _string(body)
        purpose = _several(body.get("purpose")) if isinstance(body, dict) else []
        (tags if _TAGS & {*map(str, purpose)} else notes).append(words)
    return (tags[0].strip() if tags else ""), "\n".join(filter(None, notes))


def _selectors(target: Any) -> Iterator[dict[str, Any]]:
    """The selectors of a target, those that refine others too."""
    waiting = _several(target.get("selector")) if isinstance(target, dict) else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += [item for item in _several(one.get("refinedBy")) if item is not None]


def _selector(every: list[dict[str, Any]]) -> Selector | None:
    """What the selectors of a target say together; None where they quote nothing."""
    quoted = next((s for s in every if _string(s.get("exact"))), None)
    if quoted is None:
        return None
    return Selector(
        quote=quoted["exact"],
        before=_string(quoted.get("prefix")),
        after=_string(quoted.get("suffix")),
        position=next(filter(None, map(_position, every)), None),
    )


def _position(selector: dict[str, Any]) -> Span | None:
    start, end = selector.get("start"), selector.get("end")
    if selector.get("type") not in (None, "TextPositionSelector"):
        return None
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    return (start, end) if 0 <= start < end else None
