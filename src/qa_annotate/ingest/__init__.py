"""Bytes to canonical text with marks: one module a format, chosen from one table.

A reader is loaded when a file of its kind comes, so plain text loads nothing heavy. Nothing here
touches the network except `fetch`, which `read` never calls.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from qa_annotate.core.model import Extraction
from qa_annotate.errors import SourceError

from .kinds import Kind, kind_of
from .source import Reader, Source


class ReaderModule(NamedTuple):
    """Where a format's `read` lives, and the extra that installs what it needs."""

    module: str
    extra: str | None = None


READERS: MappingProxyType[Kind, ReaderModule] = MappingProxyType(
    {
        "plain": ReaderModule("plain"),
        "markdown": ReaderModule("markdown"),
        "html": ReaderModule("html", "html"),
        "docx": ReaderModule("docx", "docx"),
        "pdf": ReaderModule("pdf", "pdf"),
        "epub": ReaderModule("epub", "epub"),
        "subtitles": ReaderModule("subtitles"),
    }
)


def read(
    data: bytes, *, name: str, encoding: str | None = None, media_type: str | None = None
) -> Extraction:
    """A source as canonical text with marks and metadata.

    `name` is a file name or URL and only helps to choose the reader ("-" is standard input);
    `encoding` forces one; `media_type` is what a server said ("text/html; charset=…").
    Raises SourceError for anything that is not readable text, whatever the bytes are.
    """
    source = Source(data=data, name=name, encoding=encoding, declared=_charset(media_type))
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f\v"):
        raise _empty(source)
    extraction = _reader(kind_of(source, media_type))(source)
    if not extraction.text.strip():
        raise _empty(source)
    return extraction


def _reader(kind: Kind) -> Reader:
    """Load the one reader that is needed."""
    module, extra = READERS[kind]
    try:
        return cast(Reader, import_module(f"{__name__}.{module}").read)
    except ModuleNotFoundError as error:
        if extra is None or (error.name or "").startswith("qa_annotate"):
            raise
        raise SourceError(
            f"Reading {kind.upper()} needs an optional part that is not installed ({error.name}).",
            hint=f"pip install 'qa-annotate[{extra}]'",
        ) from error


def _charset(media_type: str | None) -> str | None:
    parameters = (media_type or "").lower().split(";")[1:]
    named = (part.split("=", 1) for part in parameters if "=" in part)
    return next((value.strip(" \"'") for key, value in named if key.strip() == "charset"), None)


def _empty(source: Source) -> SourceError:
    return SourceError(
        f"{source.shown} holds no text.", hint="Check that it was saved or fetched completely."
    )
