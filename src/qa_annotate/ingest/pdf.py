"""PDF files: lines and their fonts by pdfplumber, made into paragraphs again.

A PDF knows where letters stand and nothing else. Lines that repeat at the head or foot of pages
go, words broken at line ends are joined, and paragraphs are told by gaps, indents, short last
lines, size and weight of the type. Scans without a text layer are refused.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from importlib.metadata import version

import pdfplumber
import pypdf
from pdfplumber.page import Page

from qa_annotate.core.model import Extraction, Metadata, Tool
from qa_annotate.errors import SourceError

from .archives import damaged
from .pdflayout import Line, Word, lay_out
from .source import Source

TOOL = Tool(name="pdf+pdfplumber+pypdf", version=f"1+{version('pdfplumber')}+{version('pypdf')}")

_LARGEST_PAGE = 32 * 1024 * 1024  # bytes of drawing instructions
_MOST_PAGES = 1_000
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

for _name in ("pdfminer", "pypdf"):  # they report each oddity of a file; ours is one sentence
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read(source: Source) -> Extraction:
    """The text of a PDF with a text layer."""
    metadata, pages = _inspect(source)
    lines = list(_lines(source))
    if not any(line.words for line in lines):
        raise SourceError(
            f"{source.shown} holds no text, only pictures of its {pages} pages.",
            hint="Run text recognition on it first (for example ocrmypdf), then add the result.",
        )
    text, marks = lay_out(lines)
    warnings: tuple[str, ...] = ()
    if _RIGHT_TO_LEFT.search(text):
        warnings = ("Right-to-left text from a PDF may come in the wrong order; compare it.",)
    return Extraction(
        text=text,
        marks=marks,
        metadata=metadata,
        media_type="application/pdf",
        encoding="utf-8",
        extractor=TOOL,
        warnings=warnings,
    )


def _inspect(source: Source) -> tuple[Metadata, int]:
    """Title and number of pages, after refusing what is locked, broken or a bomb."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(source)
        pages = len(reader.pages)
        if pages > _MOST_PAGES or any(_drawing(page) > _LARGEST_PAGE for page in reader.pages):
            raise SourceError(
                f"{source.shown} is larger than can be read as one article.",
                hint="Take out the pages that hold the interview and add those.",
            )
        title = "" if reader.metadata is None else (reader.metadata.title or "").strip()
    except SourceError:
        raise
    except Exception as error:  # pypdf raises of everything on broken files
        raise damaged(source) from error
    return Metadata(title=_plausible(title)), pages


def _drawing(page: pypdf.PageObject) -> int:
    contents = page.get_contents()
    return 0 if contents is None else len(contents.get_data())


def _plausible(title: str) -> str | None:
    """A title a person gave, not the name of the file it was printed from."""
    is_name = re.search(r"\.(?:docx?|indd|pdf|odt|qxd|rtf|html?)$|^untitled", title, re.IGNORECASE)
    return None if not title or is_name or title.startswith("Microsoft Word") else title


def _locked(source: Source) -> SourceError:
    return SourceError(
        f"{source.shown} is locked with a password.", hint="Save a copy without the password."
    )


def _lines(source: Source) -> Iterator[Line]:
    try:
        with pdfplumber.open(io.BytesIO(source.data)) as document:
            for number, page in enumerate(document.pages):
                yield from _page_lines(page, number)
                page.close()
    except Exception as error:  # pdfminer as well
        raise damaged(source) from error


def _page_lines(page: Page, number: int) -> Iterator[Line]:
    """The words of a page gathered into lines, in the order they were written."""
    found = page.extract_words(
        use_text_flow=True, keep_blank_chars=False, extra_attrs=["fontname", "size"]
    )
    words: list[Word] = []
    for item in found:
        word = Word(
            text=item["text"],
            left=float(item["x0"]),
            right=float(item["x1"]),
            top=float(item["top"]),
            bottom=float(item["bottom"]),
            font=str(item["fontname"]),
            size=float(item["size"]),
        )
        if words and not _same_line(words[-1], word):
            yield Line(page=number, height=float(page.height), words=tuple(words))
            words = []
        words.append(word)
    if words:
        yield Line(page=number, height=float(page.height), words=tuple(words))


def _same_line(before: Word, after: Word) -> bool:
    overlap = min(before.bottom, after.bottom) - max(before.top, after.top)
    low = min(before.bottom - before.top, after.bottom - after.top)
    return overlap > 0.5 * low and after.left >= before.left - 1
