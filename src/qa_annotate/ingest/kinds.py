"""Which format a source is in: its signature, what the server said, its suffix, its first lines.

Bytes with a signature are believed over any name. Formats that nobody here reads are refused by
name, with what to do instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from qa_annotate.errors import SourceError

from .source import Source

Kind: TypeAlias = Literal["plain", "markdown", "html", "docx", "pdf", "epub", "subtitles"]

SUFFIXES: MappingProxyType[str, Kind] = MappingProxyType(
    {
        ".txt": "plain",
        ".text": "plain",
        ".md": "markdown",
        ".markdown": "markdown",
        ".mdown": "markdown",
        ".mkd": "markdown",
        ".mdx": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".docx": "docx",
        ".pdf": "pdf",
        ".epub": "epub",
        ".srt": "subtitles",
        ".vtt": "subtitles",
    }
)

MEDIA_TYPES: MappingProxyType[str, Kind] = MappingProxyType(
    {
        "text/html": "html",
        "application/xhtml+xml": "html",
        "text/markdown": "markdown",
        "text/x-markdown": "markdown",
        "application/pdf": "pdf",
        "application/epub+zip": "epub",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
        "application/x-subrip": "subtitles",
        "text/vtt": "subtitles",
    }
)

_AS_DOCX = "Open it in a word processor and save it as .docx, or as plain text."
_NO_TEXT = "Give a text, Markdown, HTML, DOCX, PDF, EPUB or subtitle file."

# Signature at the start of the bytes, what it is, and the next step.
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG image", _NO_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _NO_TEXT),
    (b"GIF8", "a GIF image", _NO_TEXT),
    (b"RIFF", "a media file", _NO_TEXT),
    (b"ID3", "a sound file", _NO_TEXT),
    (b"OggS", "a sound file", _NO_TEXT),
    (b"\x1aE\xdf\xa3", "a video", _NO_TEXT),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"BZh", "a bzip2 archive", "Unpack it first."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc or the like)", _AS_DOCX),
    (b"{\\rtf", "an RTF file", _AS_DOCX),
    (b"%!PS", "a PostScript file", "Convert it to PDF first."),
    (b"\x7fELF", "a program", _NO_TEXT),
    (b"MZ\x90", "a program", _NO_TEXT),
    (b"SQLite format 3", "a database", _NO_TEXT),
)

# A file inside a zip archive, and what the archive then is.
_ZIPPED: tuple[tuple[bytes, Kind], ...] = (
    (b"word/document.xml", "docx"),
    (b"META-INF/container.xml", "epub"),
)

_OTHER_ZIPPED = (
    (b"content.xml", "an OpenDocument file", _AS_DOCX),
    (b"xl/workbook.xml", "a spreadsheet", "Save the sheet that holds the text as plain text."),
    (b"ppt/presentation.xml", "a slide show", "Save its text as .docx or plain text."),
)

_HEAD = 4096
_STAMP = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL,
)
_HTML_INSIDE = re.compile(r"<(?:html|head|body|article)\b[^<>]*>|<p\b[^<>]*>[^<]*\S")
_SUBTITLES = re.compile(rf"\s*(?:WEBVTT\b|(?:\d+\s*\n\s*)?{_STAMP}\s*-->\s*{_STAMP})")
_STAMPED_LINE = re.compile(
    rf"\s*[\[(]{_STAMP}[\])]|\s*\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d+)?\s"
    rf"|\s*\S[^\n]{{0,60}}?[ \t]*[\[(]{_STAMP}[\])][ \t]*:?[ \t]*$"
)
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\n(?:#[^\n]*\n)*[\w.-]+[ \t]*[:=]")
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^\*\*[^*\n]+\*\*|^> \S|^```|\]\(https?://|^_[^_\n]+_$|^!\[", re.MULTILINE
)


def kind_of(source: Source, media_type: str | None) -> Kind:
    """The format to read a source as; SourceError for bytes that no reader here can take."""
    signed = _by_signature(source)
    if signed is not None:
        return signed
    told = MEDIA_TYPES.get((media_type or "").split(";")[0].strip().lower())
    named = SUFFIXES.get(suffix_of(source.name))
    kind = told or named or _by_content(_head(source.data))
    if kind == "plain" and _is_transcript(_head(source.data)):
        return "subtitles"
    return kind


def suffix_of(name: str) -> str:
    """The lower-case suffix of a file name or of the path of a URL.

    >>> suffix_of("https://example.org/Talk.HTML?print=1#top")
    '.html'
    """
    path = name
    if name.lower().startswith(("http://", "https://")):
        try:
            path = urlsplit(name).path
        except ValueError:
            return ""
    return PurePosixPath(path).suffix.lower()


def _by_signature(source: Source) -> Kind | None:
    data = source.data
    if data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(source)
    if data[4:8] == b"ftyp" and b"\0" in data[:4]:
        raise SourceError(f"{source.shown} is a video or sound file, not text.", hint=_NO_TEXT)
    for signature, what, hint in _REFUSED:
        if data.startswith(signature) and (b"\0" in data[:_HEAD] or not data[:_HEAD].isascii()):
            raise SourceError(f"{source.shown} is {what}, not text.", hint=hint)
    if data.startswith((b"{\\rtf", b"%!PS")):
        raise SourceError(f"{source.shown} is RTF or PostScript, not text.", hint=_AS_DOCX)
    return None


def _zipped(source: Source) -> Kind:
    """What a zip archive is, told by the names in it, which a zip holds as they are."""
    for member, kind in _ZIPPED:
        if member in source.data:
            return kind
    for member, what, hint in _OTHER_ZIPPED:
        if member in source.data:
            raise SourceError(f"{source.shown} is {what}, which is not read here.", hint=hint)
    raise SourceError(
        f"{source.shown} is a zip archive, neither DOCX nor EPUB, or a damaged one.",
        hint="Unpack it first, or fetch or save it again.",
    )


def _head(data: bytes) -> str:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", errors="replace")
    else:
        text = head.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _looks_html(head: str) -> bool:
    lowered = head.lower()
    return _HTML.match(lowered) is not None or _HTML_INSIDE.search(lowered) is not None


def _looks_markdown(head: str) -> bool:
    return _FRONT_MATTER.match(head) is not None or len(_MARKDOWN.findall(head)) >= 2


_LOOKS: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    ("subtitles", lambda head: _SUBTITLES.match(head) is not None),
    ("html", _looks_html),
    ("markdown", _looks_markdown),
)


def _by_content(head: str) -> Kind:
    return next((kind for kind, looks in _LOOKS if looks(head)), "plain")


def _is_transcript(head: str) -> bool:
    """Whether many lines begin with a running time such as "[00:01:23]".

    Recordings start near zero; a chat log's times of day do not.
    """
    lines = [line for line in head.split("\n") if line.strip()]
    stamps = [found for line in lines if (found := _STAMPED_LINE.match(line))]
    if len(stamps) < 3 or len(stamps) * 3 < len(lines):
        return False
    first = re.search(_STAMP, stamps[0][0])
    *hours, minutes, _ = re.split("[.,]", first[0])[0].split(":") if first else ("1", "0", "0")
    return not any(int(hour) for hour in hours) and int(minutes) < 10
