"""What goes out: one pure module a format, in one explicit table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from . import csv, jsonl, yaml
from .exporting import Export

WRITERS: Mapping[str, Callable[[Export], str]] = MappingProxyType(
    {"yaml": yaml.write, "jsonl": jsonl.write, "csv": csv.write}
)
"""A function from what is exported to a file's text, for each format."""

__all__ = ["WRITERS", "Export"]
