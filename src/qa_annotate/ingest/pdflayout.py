"""Lines of a printed page to paragraphs: pure geometry and punctuation, no PDF library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from qa_annotate.core.model import Mark

from .builder import Builder

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.|página|pagina|صفحة)?\W*\d{1,4}(?:\W+(?:of|von|de)?\W*\d{1,4})?\W*",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?…:;。！？؟][\"'”’»）)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_LABEL = re.compile(
    r"[^\W\d_a-z][^\s:：]*(?: [^\s:：]+){0,3} ?[:：](?:\s|$)|[QA]\.\s|[-–—•]\s|\d{1,3}[.)]\s"
)
_NO_SPACE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word as it was printed: where, in which font."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    font: str
    size: float

    @property
    def bold(self) -> bool:
        """Whether the font's name says so."""
        return _BOLD.search(self.font) is not None

    @property
    def italic(self) -> bool:
        """Whether the font's name says so."""
        return _ITALIC.search(self.font) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Words side by side on a page; `height` is the page's."""

    page: int
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, spaces between them."""
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        """Distance from the top of the page."""
        return self.words[0].top

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.words[-1].right

    @property
    def size(self) -> float:
        """The size of most of its type."""
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Print:
    """What is usual in a document: type size, line distance, margins."""

    size: float
    step: float
    left: float
    right: float


def lay_out(lines: Sequence[Line]) -> tuple[str, tuple[Mark, ...]]:
    """The reading text of some pages, with bold, italic and heading marks."""
    kept = _without_page_lines([line for line in lines if line.words])
    if not kept:
        return "", ()
    usual = _usual(kept)
    hyphenated = {word.text.strip(".,;:!?") for line in kept for word in line.words[:-1]}
    builder = Builder()
    for paragraph in _paragraphs(kept, usual):
        _write(builder, paragraph, usual, hyphenated)
    return builder.finish()


# ---- heads and feet -----------------------------------------------------------------------------


def _without_page_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers and what repeats at the edges of pages."""
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = max(2, round(0.4 * len(pages)))
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        for line in page:
            repeats = len(pages) > 1 and seen[_key(line)] >= often
            if id(line) not in edges or not (repeats or _PAGE_NUMBER.fullmatch(line.text[:40])):
                kept.append(line)
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """The two lines next to the top and to the bottom, if they stand near the edge."""
    by_height = sorted(page, key=lambda line: line.top)
    near = [*by_height[:2], *by_height[-2:]]
    return [line for line in near if not 0.1 < line.top / max(line.height, 1) < 0.88]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


# ---- paragraphs ---------------------------------------------------------------------------------


def _usual(lines: Sequence[Line]) -> _Print:
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
    size = median(line.size for line in lines)
    lefts = Counter(round(line.left) for line in lines)
    rights = sorted(line.right for line in lines)
    return _Print(
        size=size,
        step=median(steps) if steps else size * 1.2,
        left=float(lefts.most_common(1)[0][0]),
        right=rights[int(0.9 * (len(rights) - 1))],
    )


def _paragraphs(lines: Sequence[Line], usual: _Print) -> Iterable[list[Line]]:
    paragraph = [lines[0]]
    for before, line in pairwise(lines):
        if _breaks(before, line, usual):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _breaks(before: Line, line: Line, usual: _Print) -> bool:
    """Whether a new paragraph begins with a line."""
    ended = _ENDED.search(before.text[-8:]) is not None
    if abs(before.size - line.size) > 0.08 * usual.size or before.bold != line.bold:
        return True
    if _HYPHEN.search(before.text) and line.text[:1].islower():
        return False
    labelled = _LABEL.match(line.text[:80]) is not None
    short = before.right < usual.right - 0.2 * (usual.right - usual.left)
    inward = line.left - before.left
    indented = 6 < inward < 60 and _LABEL.match(before.text[:80]) is None
    if before.page != line.page or line.top < before.top:  # the next page or column
        return ended and (short or indented or labelled or not line.text[:1].islower())
    if line.top - before.top > 1.35 * usual.step:
        return True
    return indented or (labelled and (ended or short or inward < -6)) or (short and ended)


def _write(
    builder: Builder, paragraph: Sequence[Line], usual: _Print, hyphenated: set[str]
) -> None:
    builder.block()
    level = _heading_level(paragraph, usual)
    heading = builder.open("heading", level=level) if level else None
    words = [word for line in paragraph for word in line.words]
    last_of_line = {id(line.words[-1]) for line in paragraph[:-1]}
    following = [*words[1:], None]
    runs = zip(words, following, strict=True)
    for (bold, italic), run in groupby(runs, key=lambda pair: (pair[0].bold, pair[0].italic)):
        marks = [builder.open("bold")] if bold else []
        marks += [builder.open("italic")] if italic else []
        for word, after in run:
            text = word.text.translate(_LIGATURES)
            at_end = id(word) in last_of_line
            glue = " "
            if at_end and after is not None:
                text, glue = _line_end(text, after.text, hyphenated)
            builder.text(text)
            builder.text(glue)
        for mark in marks:
            builder.close(mark)
    if heading is not None:
        builder.close(heading)


def _line_end(text: str, after: str, hyphenated: set[str]) -> tuple[str, str]:
    """A line's last word and what stands between it and the next line's first."""
    if _HYPHEN.search(text) and after[:1].islower():
        whole = text + after.strip(".,;:!?")
        return (text if whole in hyphenated else text[:-1]), ""
    if _NO_SPACE.match(text[-1:]) and _NO_SPACE.match(after[:1]):
        return text, ""
    return text, " "


def _heading_level(paragraph: Sequence[Line], usual: _Print) -> int:
    """1 to 3 by how much larger the type is than usual; 0 for running text."""
    size = paragraph[0].size / max(usual.size, 0.1)
    if len(paragraph) > 4 or size < 1.12:
        return 0
    return 1 if size >= 1.6 else 2 if size >= 1.3 else 3
