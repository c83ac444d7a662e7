"""What goes out: one pure module a format, in one explicit table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from ..core.agreed import Agreement
from ..errors import QaAnnotateError
from . import agreed, csv, jsonl, papers, yaml
from .exporting import Export


def _prov(export: Export) -> str:
    """PROV-JSON; its library is loaded when somebody asks for it."""
    try:
        module = import_module(f"{__name__}.prov")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("qa_annotate"):
            raise
        raise QaAnnotateError(
            f"Writing PROV needs an optional part that is not installed ({error.name}).",
            hint="pip install 'qa-annotate[prov]'",
        ) from error
    return str(module.write(export))


WRITERS: Mapping[str, Callable[[Export], str]] = MappingProxyType(
    {"yaml": yaml.write, "jsonl": jsonl.write, "csv": csv.write, "prov": _prov}
)
"""A function from what is exported to a file's text, for each format."""

OWN_WORDS = (",".join(csv.COLUMNS),)
"""What stands in every file of a format and is nobody's words."""

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

__all__ = ["AGREEMENT_WRITERS", "OWN_WORDS", "WRITERS", "Export"]
