"""Which format a file is that comes in, and its claims."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ..adapters import yaml as adapter
from ..adapters.codec import ShapeError
from . import webannotation
from .exporting import EXPORT_FORMAT
from .importing import Incoming, incoming, misshapen, refused


def from_yaml(text: str, path: str) -> tuple[Incoming, ...]:
    """The claims of our own YAML export. Raises FileError, with the line."""
    data = adapter.load(text, path)
    if not isinstance(data, dict) or data.get("format") != EXPORT_FORMAT:
        raise refused(
            path, 1, f"this is no export (its first key must be: format: {EXPORT_FORMAT})"
        )
    lines, found = adapter.Lines(text), []
    for number, article in enumerate(data.get("articles") or ()):
        custody = article.get("custody") or {}
        for place, told in enumerate(article.get("claims") or ()):
            at = ("articles", number, "claims", place)
            try:
                found.append(incoming(told, article.get("id"), custody.get("text_sha256")))
            except ShapeError as error:
                raise misshapen(path, lines.of((*at, *error.path)), error, at) from None
    return tuple(found)


def from_jsonl(text: str, path: str) -> tuple[Incoming, ...]:
    """The claims of our own JSON Lines export. Raises FileError, with the line."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        told = _object(line, path, number)
        try:
            found.append(incoming(told, told.get("article"), told.get("text_sha256")))
        except ShapeError as error:
            raise misshapen(path, number, error) from None
    return tuple(found)


def _object(line: str, path: str, number: int) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise refused(path, number, f"this is no JSON: {error}") from None
    if not isinstance(told, dict):
        raise refused(path, number, "this is no claim")
    return told


READERS: Mapping[str, Callable[[str, str], tuple[Incoming, ...]]] = MappingProxyType(
    {"yaml": from_yaml, "jsonl": from_jsonl, "webannotation": webannotation.read}
)
"""A function from a file's text and its name to the claims that it holds, for each format."""


def kind_of(text: str) -> str:
    """The format of a file, by what stands in it: a key of READERS."""
    begins = text.lstrip("\ufeff \t\r\n")[:1]
    if begins not in ("{", "["):
        return "yaml"
    try:
        return "webannotation" if webannotation.is_one(json.loads(text)) else "jsonl"
    except (ValueError, RecursionError):
        first = next((line for line in text.splitlines() if line.strip()), "")
        return "jsonl" if first.rstrip().endswith("}") else "webannotation"
