"""`parse`: the structure of a source, nothing written to any project."""

from __future__ import annotations

from ..core.parse import Explanation, explain
from ..core.results import Parsed
from ..ingest import read
from .reading import read_source, source_bytes

NO_QUESTION = "No question was found; the article can still be opened and coded as narrative."


def why(path: str, *, encoding: str | None = None) -> tuple[str, Explanation]:
    """A source's text, and why it was read as it was."""
    extraction = read(source_bytes(path), name=path, encoding=encoding)
    return extraction.text, explain(extraction)


def parse(path: str, *, encoding: str | None = None) -> Parsed:
    """Read one source (`-` is standard input)."""
    found = read_source(path, encoding)
    structure = found.structure
    none = () if structure.pairs else (NO_QUESTION,)
    return Parsed(
        text=found.text,
        metadata=structure.metadata,
        people=structure.people,
        reading=structure.reading,
        blocks=found.blocks(),
        pairs=structure.pairs,
        warnings=(*found.extraction.warnings, *none),
    )
