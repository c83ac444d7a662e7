"""Plain data and types, through msgspec."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from ..core.text import escaped

T = TypeVar("T")
PlainPath = tuple[str | int, ...]


class ShapeError(ValueError):
    """Plain data that doesn't fit a type: `path` leads to the place."""

    def __init__(self, message: str, path: PlainPath) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


def to_plain(value: object) -> Any:
    """Dataclasses to dicts, lists, strings and numbers, in field order."""
    return msgspec.json.decode(msgspec.json.encode(value))


def from_plain(data: object, kind: type[T]) -> T:
    """Plain data to a type. Keys that the type doesn't know are passed over.

    Raises ShapeError where the data doesn't fit.
    """
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise _shape_error(str(error)) from None


def to_safe_json(value: object) -> str:
    """One line of JSON in which every control and format character is escaped."""
    return escaped(msgspec.json.encode(value).decode())


def to_lean_json(value: object) -> bytes:
    """One line of JSON that leaves out every field that has its default: for logs."""
    return msgspec.json.encode(_lean(value))


def _lean(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_lean(item) for item in value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    return {name: _lean(item) for name, item in _told(value)}


def _told(value: Any) -> Iterator[tuple[str, object]]:
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        if item != default:
            yield field.name, item


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Made once for each type: a log has very many lines."""
    return msgspec.json.Decoder(kind)


def from_json(data: bytes, kind: type[T]) -> T:
    """JSON to a type. Raises ShapeError where it doesn't fit or isn't JSON."""
    try:
        decoder: Any = _decoder(cast(Hashable, kind))
        return cast(T, decoder.decode(data))
    except msgspec.ValidationError as error:
        raise _shape_error(str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ShapeError(str(error), ()) from None


def _shape_error(message: str) -> ShapeError:
    text, _, where = message.partition(" - at `$")
    return ShapeError(_plainer(text), _path(where.rstrip("`")))


def _path(where: str) -> PlainPath:
    """`.claims[3].position` to ("claims", 3, "position"); `[...]` ends what is known."""
    parts: list[str | int] = []
    for name, index in re.findall(r"\.([^.\[]+)|\[([^\]]*)\]", where):
        if name:
            parts.append(name)
        elif index.isdigit():
            parts.append(int(index))
        else:
            break
    return tuple(parts)


def _plainer(message: str) -> str:
    message = message.replace("Object missing required field", "the key is missing:")
    return message.replace("`", "'")
