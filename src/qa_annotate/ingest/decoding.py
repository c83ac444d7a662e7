"""Bytes to characters: byte-order mark, strict UTF-8, a declaration, and only then a guess.

Text that is not UTF-8 and does not say what it is gets refused with the best guess as a hint; only
HTML, where undeclared pages are common, may be read on a strong guess, and says so.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from qa_annotate.errors import SourceError

from .source import Source

_MARKS = (  # longest first: UTF-32 begins with the mark of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers read under these labels (WHATWG Encoding Standard, section 4.2).
_BROWSER_NAMES = {
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}

# Codecs that Python calls text encodings but no document is written in.
_NO_DOCUMENT = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})

# Guesses for a hint, the first that fits: which bytes above ASCII most of the letters are, and the
# encoding in which that is how its language looks (Hebrew; Cyrillic, mostly small letters; Arabic).
_SCRIPTS = (
    ("windows-1255", range(0xE0, 0xFB), 0.98),
    ("windows-1251", range(0xE0, 0x100), 0.8),
    ("windows-1256", range(0xC1, 0xEE), 0.7),
)

_SAMPLE = 64 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """Characters as they were written, the encoding that gave them, and what to warn about."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


Guesser: TypeAlias = Callable[[bytes], str | None]
"""Names the encoding of some bytes where it is sure of it."""


def decode(
    source: Source, *, declared: str | None = None, guesser: Guesser | None = None
) -> Decoded:
    """The characters of a source; SourceError where they cannot be told for certain.

    `declared` is what the document says of itself; `guesser` is asked when all else fails.
    """
    if source.encoding is not None:
        return _forced(source, source.encoding)
    marked = _by_mark(source)
    if marked is not None:
        return marked
    _refuse_binary(source)
    try:
        return Decoded(text=source.data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        found = _declared(source, declared or source.declared)
        found = found or (_guessed(source, guesser) if guesser else None)
        if found is None:
            raise _not_utf8(source, error) from None
        return found


def _forced(source: Source, name: str) -> Decoded:
    codec = _codec(name)
    if codec is None:
        raise SourceError(
            f"There is no text encoding called {name!r}.",
            hint="Use a name such as utf-8, windows-1252, windows-1256 or utf-16.",
        )
    text = _try(source.data, codec)
    if text is None or "\0" in text:
        raise SourceError(
            f"{source.shown} cannot be read as {name}.",
            hint="Try another --encoding, or leave it out to have the file's own marks decide.",
        )
    return Decoded(text=text, encoding=codec)


def _by_mark(source: Source) -> Decoded | None:
    for mark, codec in _MARKS:
        if source.data.startswith(mark):
            text = _try(source.data[len(mark) :], codec)
            if text is None or "\0" in text:
                raise SourceError(
                    f"{source.shown} begins with the mark of {codec} but is not {codec} text.",
                    hint="Name the right one with --encoding, or save the file as UTF-8.",
                )
            return Decoded(text=text, encoding=codec)
    return None


def _refuse_binary(source: Source) -> None:
    if b"\0" not in source.data:
        return
    sixteen = _unmarked_utf16(source.data)
    if sixteen is not None:
        raise SourceError(
            f"{source.shown} looks like UTF-16 text without a byte-order mark (UTF-8 was tried).",
            hint=f"Read it with --encoding {sixteen}.",
        )
    raise SourceError(
        f"{source.shown} is binary data, not text (it holds NUL bytes).",
        hint="Give a text, Markdown, HTML, DOCX, PDF, EPUB or subtitle file.",
    )


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    for codec, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = sample[at::2].count(0), sample[1 - at :: 2].count(0)
        if zeros > 0.3 * half and others == 0 and _try(sample[: half * 2], codec) is not None:
            return codec
    return None


def _declared(source: Source, name: str | None) -> Decoded | None:
    """As declared; a page that says UTF-8 and nearly is gets its broken bytes replaced."""
    codec = _codec(name) if name else None
    if codec is None:
        return None
    codec = _BROWSER_NAMES.get(codec, codec)
    text = _try(source.data, codec)
    if text is not None:
        return Decoded(text=text, encoding=codec)
    text = source.data.decode(codec, errors="replace")
    broken = text.count("\ufffd")
    if broken * 200 > len(text):
        return None
    warning = f"{broken} broken characters were replaced by U+FFFD: the page says {codec}."
    return Decoded(text=text, encoding=codec, warnings=(warning,))


def _guessed(source: Source, guesser: Guesser) -> Decoded | None:
    codec = _codec(guesser(source.data[:_SAMPLE]) or "")
    text = _try(source.data, codec) if codec else None
    if codec is None or text is None:
        return None
    warning = f"The page does not declare its encoding; {codec} was guessed (--encoding forces)."
    return Decoded(text=text, encoding=codec, warnings=(warning,))


def _not_utf8(source: Source, error: UnicodeDecodeError) -> SourceError:
    line = source.data.count(b"\n", 0, error.start) + 1
    byte = source.data[error.start]
    return SourceError(
        f"{source.shown} is not UTF-8 text (UTF-8 was tried; byte 0x{byte:02x} in line {line} does"
        " not fit) and does not say what else it is.",
        hint=f"Name its encoding, for example --encoding {_best_guess(source.data)}.",
    )


def _best_guess(data: bytes) -> str:
    """A plausible encoding for a hint, never used unasked."""
    sample = data[:_SAMPLE]
    high = [byte for byte in sample if byte >= 0x80]
    if len(high) * 3 < len(sample.translate(None, b" \t\r\n")):
        return "windows-1252"
    for codec, letters, share in _SCRIPTS:
        if sum(byte in letters for byte in high) >= share * len(high):
            return codec
    return next((name for name in ("gb18030", "cp932") if _try(data, name)), "windows-1252")


def _codec(name: str) -> str | None:
    """Python's name of a text encoding; None for one that does not exist or is no text."""
    try:
        info = codecs.lookup(name.strip())
    except (LookupError, ValueError, UnicodeError):
        return None
    is_text = (
        getattr(info, "_is_text_encoding", True) and info.name.replace("-", "_") not in _NO_DOCUMENT
    )
    return info.name if is_text else None


def _try(data: bytes, codec: str) -> str | None:
    """The text, or None where a byte does not fit or a lone surrogate came out."""
    try:
        text = data.decode(codec)
        text.encode("utf-8")
    except (UnicodeError, ValueError, LookupError):
        return None
    return text
