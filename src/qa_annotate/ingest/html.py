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
_LANG = re.compile(rb"""<html\b[^<>]*?\blang\s*=\s*["']?([A-Za-z]{2})""", re.IGNORECASE)
_HEAD = 16_384

# What browsers fall back to by language (WHATWG HTML Standard, "encoding sniffing algorithm").
_LEGACY = {
    **dict.fromkeys(("ar", "fa"), "cp1256"),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "ru", "sr", "tg", "tt", "uk"), "cp1251"),
    **dict.fromkeys(("cs", "hr", "hu", "pl", "sk", "sl"), "cp1250"),
    **dict.fromkeys(("az", "ku", "tr"), "cp1254"),
    **dict.fromkeys(("et", "lt", "lv"), "cp1257"),
    "el": "cp1253",
    "he": "cp1255",
    "ja": "cp932",
    "ko": "cp949",
    "th": "cp874",
    "vi": "cp1258",
    "zh": "gb18030",
}
_WEB = frozenset({"cp1252", "koi8_r", "big5", "euc_jp", "iso8859_2", "utf_8", *_LEGACY.values()})

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
    """A strong guess: what pages in the declared language are written in, else the one encoding
    that charset-normalizer finds clearly better than every other; None where it is not clear."""
    lang = _LANG.search(data[:_HEAD])
    if lang:
        return _LEGACY.get(lang[1].decode("ascii").lower(), "cp1252")
    found = [m for m in from_bytes(data) if m.encoding in _WEB and m.chaos <= 0.05]
    found.sort(key=lambda match: match.coherence, reverse=True)
    clear = len(found) == 1 or (found and found[0].coherence > found[1].coherence + 0.1)
    return found[0].encoding if clear else None
