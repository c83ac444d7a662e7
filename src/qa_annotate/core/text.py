"""Canonical text, spans and digests, and the one form in which text from files may be shown."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator

from .model import Span

BYTE_ORDER_MARK = "\ufeff"


def canonical(text: str) -> str:
    r"""NFC, `\n` line ends, no byte-order mark: the form every position refers to.

    >>> canonical("\ufeffcafe\u0301\r\nbar\r")
    'café\nbar\n'
    """
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def sha256_text(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in lower-case hex."""
    return sha256_bytes(text.encode("utf-8"))


def sha256_bytes(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def from_utf16(text: str, span: Span) -> Span | None:
    """A span counted in UTF-16 units, as code points; None where it cuts a character.

    >>> from_utf16("a😀bc", (3, 5))
    (2, 4)
    """
    wide = text.encode("utf-16-le", "surrogatepass")
    try:
        start, end = (len(wide[: 2 * at].decode("utf-16-le")) for at in span)
    except UnicodeDecodeError:
        return None
    return start, end


# ---- spans --------------------------------------------------------------------------------------


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty at its start if nothing is left."""
    start, end = span
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def overlap(a: Span, b: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covers(spans: Iterable[Span], span: Span) -> bool:
    """Whether one of the spans holds the whole of `span`."""
    return any(a <= span[0] and span[1] <= b for a, b in spans)


def joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Sorted spans, those that touch or have only white space between them made one.

    >>> joined([(4, 6), (0, 3)], "abc def gh")
    ((0, 6),)
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and (start <= out[-1][1] or not text[out[-1][1] : start].strip()):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        elif end > start:
            out.append((start, end))
    return tuple(out)


def without(spans: Iterable[Span], hole: Span, text: str) -> tuple[Span, ...]:
    """The spans less what lies in `hole`, each trimmed of white space.

    >>> without([(0, 11)], (4, 7), "one two six")
    ((0, 3), (8, 11))
    """
    parts = []
    for start, end in spans:
        for piece in ((start, min(end, hole[0])), (max(start, hole[1]), end)):
            if piece[0] < piece[1]:
                kept = trimmed(text, piece)
                if kept[0] < kept[1]:
                    parts.append(kept)
    return tuple(sorted(set(parts)))


def paragraphs(text: str) -> Iterator[Span]:
    """Spans of the stretches between blank lines, trimmed."""
    start = position = 0
    for line in text.split("\n"):
        end = position + len(line) + 1
        if not line.strip():
            if start < position:
                yield from _nonempty(text, (start, position))
            start = end
        position = end
    yield from _nonempty(text, (min(start, len(text)), len(text)))


def _nonempty(text: str, span: Span) -> Iterator[Span]:
    kept = trimmed(text, span)
    if kept[0] < kept[1]:
        yield kept


# ---- showing ------------------------------------------------------------------------------------


def _visible_marks() -> dict[int, str]:
    """One visible character for each that could steer or deceive a terminal."""
    marks = {code: chr(0x2400 + code) for code in range(0x20)}
    marks[0x7F] = "\u2421"
    marks |= dict.fromkeys(range(128, 160), "␦")
    marks |= dict.fromkeys((8232, 8233), "⌇")
    zero_width = [
        0xAD,
        0x180E,
        0x200B,
        0x200C,
        0x200D,
        0x2060,
        0x2061,
        0x2062,
        0x2063,
        0x2064,
        0xFEFF,
        0x034F,  # joins nothing that is seen
        0x17B4,
        0x17B5,
        *range(0x13430, 0x13440),  # of hieroglyphs, shorthand and musical notes
        *range(0x1BCA0, 0x1BCA4),
        *range(0x1D173, 0x1D17B),
        *(0x115F, 0x1160, 0x3164, 0xFFA0),  # letters that show nothing
    ]
    bidirectional = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070)]
    marks |= dict.fromkeys(zero_width, "\u00b7")
    marks |= dict.fromkeys(bidirectional, "\u2307")
    marks |= dict.fromkeys((*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)), "\u2426")
    marks |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    return marks


_VISIBLE = _visible_marks()
UNSAFE = frozenset(_VISIBLE)
"""The code points that are never shown as themselves."""
_VISIBLE_LINES = {**_VISIBLE, 0x0A: "\n"}


def _escape(code: int) -> str:
    r"""A character as JSON writes it: `\uXXXX`, two of them beyond the first plane."""
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


_ESCAPES = {c: _escape(c) for c in _VISIBLE if c >= 0x7F and not 0xD800 <= c < 0xE000}


def escaped(text: str) -> str:
    r"""JSON with such characters as escapes; its meaning stays the same.

    >>> escaped('"a\u202eb"')
    '"a\\u202eb"'
    """
    return text.translate(_ESCAPES)


def visible(text: str, *, keep_newlines: bool = False) -> str:
    r"""Text that is safe to show: each control, format and zero-width character one visible mark.

    The result has as many characters as the text, so positions still fit.

    >>> visible("a\x1b[31m\u202eb")
    'a␛[31m⌇b'
    """
    return text.translate(_VISIBLE_LINES if keep_newlines else _VISIBLE)
