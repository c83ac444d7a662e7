"""JSON Schemas of the project's files, printed from the types, so that the two can't drift."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jsonschema_rs
import msgspec

from ..core.model import Article
from ..core.project import People, Seal, Settings
from ..core.records import Codebook, Document, Entry
from .codec import PlainPath

SCHEMAS: Mapping[str, type] = {
    "annotation": Document,
    "article": Article,
    "codebook": Codebook,
    "history": Entry,
    "people": People,
    "project": Settings,
    "seal": Seal,
}


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
        kind = error.kind
        if isinstance(kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
            keys = kind.unexpected
            found += [((*path, key), "unknown-key", f"unknown key '{key}'") for key in keys]
        else:
            found.append((path, "schema", _at(path, error.message)))
    return found


def _at(path: PlainPath, message: str) -> str:
    where = ".".join(str(part) for part in path)
    return f"{where}: {message}" if where else message
