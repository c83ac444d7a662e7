"""What goes out: one pure module a format, in one explicit table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..core.results import Agreement
from . import agreed, csv, jsonl, papers, yaml
from .exporting import Export

WRITERS: Mapping[str, Callable[[Export], str]] = MappingProxyType(
    {"yaml": yaml.write, "jsonl": jsonl.write, "csv": csv.write}
)
"""A function from what is exported to a file's text, for each format."""

AGREEMENT_WRITERS: Mapping[str, Callable[[Agreement], str]] = MappingProxyType(
    {
        "json": agreed.json,
        "csv": agreed.figures_csv,
        "md": papers.markdown,
        "latex": papers.latex,
        "reliability": agreed.reliability,
        "diagnosis": agreed.diagnosis,
    }
)
"""A function from an agreement report to a file's text, for each format."""

__all__ = ["AGREEMENT_WRITERS", "WRITERS", "Export"]
