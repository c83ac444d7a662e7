"""Plain text: the decoded file is the text, and there are no marks."""

from __future__ import annotations

from qa_annotate.core.model import Extraction, Tool
from qa_annotate.core.text import canonical

from .decoding import decode
from .source import Source

TOOL = Tool(name="plain", version="1")


def read(source: Source) -> Extraction:
    """The file's characters in canonical form."""
    decoded = decode(source)
    return Extraction(
        text=canonical(decoded.text),
        media_type="text/plain",
        encoding=decoded.encoding,
        extractor=TOOL,
        warnings=decoded.warnings,
    )
