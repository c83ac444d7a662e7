"""Plain data and types, through msgspec; schemas printed from the same types can't drift."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import jsonschema_rs
import msgspec

from ..core.model import Article, Codebook, Document, Entry, Settings
from ..core.text import escaped

T = TypeVar("T")
PlainPath = tuple[str | int, ...]

SCHEMAS: Mapping[str, type] = {
    "annotation": Document,
    "article": Article,
    "codebook": Codebook,
    "history": Entry,
    "project": Settings,
}


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


def to_json(value: object) -> bytes:
    """One line of JSON, keys in field order."""
    return msgspec.json.encode(value)


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


def from_json(data: bytes, kind: type[T]) -> T:
    """JSON to a type. Raises ShapeError where it doesn't fit or isn't JSON."""
    try:
        return msgspec.json.decode(data, type=kind)
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


# ---- schemas ------------------------------------------------------------------------------------


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of the project's files; unknown keys are not allowed."""
    (body,), components = msgspec.json.schema_components(
        [SCHEMAS[name]], ref_template="#/$defs/{name}"
    )
    definitions: dict[str, Any] = {key: _closed(value) for key, value in components.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"qa-annotate {name}",
        **body,
        "$defs": definitions,
    }


def _closed(definition: dict[str, Any]) -> dict[str, Any]:
    if "properties" in definition:
        return {**definition, "additionalProperties": False}
    return definition


def schema_errors(data: object, name: str) -> list[tuple[PlainPath, str, str]]:
    """Every place where plain data breaks a schema: its path, the rule, and a message."""
    validator = jsonschema_rs.Draft202012Validator(schema(name))
    found = []
    for error in validator.iter_errors(data):
        path = tuple(error.instance_path)
        unknown = re.findall(r"'((?:[^'\\]|\\.)*)'", error.message)
        if error.message.startswith("Additional properties"):
            found += [((*path, key), "unknown-key", f"unknown key '{key}'") for key in unknown]
        else:
            found.append((path, "schema", _at(path, error.message)))
    return found


def _at(path: PlainPath, message: str) -> str:
    where = ".".join(str(part) for part in path)
    return f"{where}: {message}" if where else message
