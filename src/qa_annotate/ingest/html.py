"""HTML pages: the article's text with its marks, read from lxml's tree.

trafilatura says where the article lies; text and marks come from the page itself, so that what
carries an interview's structure (headings, definition lists, classes, bold, breaks) survives.
"""

from __future__ import annotations

import re
from importlib.metadata import version

from charset_normalizer import from_bytes

from qa_annotate.core.model import Extraction, Metadata, Tool
from qa_annotate.core.text import canonical

from .builder import Builder
from .decoding import decode
from .htmlmain import choose
from .htmlmeta import metadata
from .htmltree import parse, read_page, replay
from .source import Source
from .tags import TagWriter

_DECLARED = re.compile(
    rb"""<meta\b[^<>]*?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml\b[^<>]*?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 16_384

TOOL = Tool(name="html+trafilatura", version=f"1+{version('trafilatura')}")


def read(source: Source) -> Extraction:
    """The article of a page."""
    decoded = decode(source, declared=declared_encoding(source.data), guesser=guessed_encoding)
    builder = Builder()
    found, warnings = Metadata(), decoded.warnings
    tree = parse(canonical(decoded.text))
    if tree is not None:
        found = metadata(tree)
        page = read_page(tree)
        kept, lost = choose(page, tree)
        warnings += lost
        writer = TagWriter(builder)
        replay(page, kept, writer)
        writer.finish()
    text, marks = builder.finish()
    return Extraction(
        text=text,
        marks=marks,
        metadata=found,
        media_type="text/html",
        encoding=decoded.encoding,
        extractor=TOOL,
        warnings=warnings,
    )


def declared_encoding(data: bytes) -> str | None:
    """What the page's head says its encoding is."""
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii", errors="replace") if found else None


def guessed_encoding(data: bytes) -> str | None:
    """A strong guess of charset-normalizer; None where it is not sure."""
    best = from_bytes(data).best()
    return None if best is None or best.chaos > 0.05 else best.encoding
