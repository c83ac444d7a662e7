"""From a text and its marks to segments: the paragraph-like stretches that roles are given to.

A segment is a paragraph, or a line of it where the lines are turns of their own. Labels that stand
on a line or in a paragraph of their own are joined to what they introduce.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..model import Mark, Span
from . import inline, runin
from .heads import (
    CLOSERS,
    NONE,
    REACH,
    Head,
    Segment,
    fold,
    is_name,
    read_dashed,
    read_head,
    read_loose,
)
from .lines import MARKED_UP, Lines, breaks, paragraphs, runs_on, with_question_marks, wrapping
from .names import is_person
from .patterns import pattern

LONGEST_LABEL_LINE = 45
NAMED_WITHIN = 8000
OFTEN = 3  # times that a label comes back which is no name by its shape; less beside one that is
_INITIALS = pattern(r"([A-ZÀ-ÞА-Я]{2,4})[ \xa0](?=[A-ZÀ-ÞА-Я\"“«¿¡\[])")
_BARE_Q = pattern(r"(Q)[ \xa0](?=[A-ZÀ-ÞА-Я\"“«¿¡\[]|[^\x00-\u2e7f])")
_CLOCK_LINE = pattern(
    r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?: ?(?:-->|[-–—]) ?[\d:.,]{4,12})?[\])]?"
)
_LONE_DASH = pattern(r"[-–—―]{1,2}")
_SENTENCE = pattern(r"[ \xa0](?=[A-ZÀ-ÞА-Я\"“«¿¡\[])")


NO_HEAD = frozenset(("image", "caption", "code", "table"))
NO_LABEL_LINE = frozenset(("heading", "link", "list_item"))


class Heads:
    """Reads the heads of a page's lines, with what the page as a whole tells about labels."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        self.never: set[int] = set()
        self.never_alone: set[int] = set()
        self.marked = False
        for mark in marks:
            self.marked = True
            if mark.kind in NO_HEAD or (mark.kind == "heading" and mark.level == 1):
                self.never.add(mark.start)
            elif mark.kind in NO_LABEL_LINE:
                self.never_alone.add(mark.start)
        self.first: dict[int, Head] = {}
        self.known: frozenset[str] = frozenset()
        self.bare: dict[str, re.Pattern[str]] = {}
        self.dashed: frozenset[str] = frozenset()
        self.loose: frozenset[str] = frozenset()

    def learn(self, lines: Iterable[Span]) -> None:
        """Label keys and whole short lines that come back: what comes back is a label."""
        counts: Counter[str] = Counter()
        firsts: Counter[str] = Counter()
        dashes: Counter[str] = Counter()
        loose: Counter[str] = Counter()
        asks = 0
        for start, end in lines:
            if self._alone(start, end):
                counts[fold(self.text[start:end])] += 1
                if (short := self._read(start, end)).content < end - start:
                    counts[short.key] += short.kind == "label"
                continue
            head = self.first[start] = self._read(start, end)
            if head.kind == "label":
                counts[head.key] += 1
            elif not head.kind:
                asks += _BARE_Q.match(self.text, start, end) is not None
                if match := _INITIALS.match(self.text, start, end):
                    firsts[match[1]] += 1
                line = self.text[start : min(end, start + REACH)]
                if (dashed := read_dashed(line)).kind:
                    dashes[dashed.key] += 1
                elif ":" in line and start not in self.never and (own := read_loose(line)).kind:
                    loose[own.key] += 1
        least = OFTEN - any(count > 1 for count in counts.values())
        self.loose = frozenset(key for key, count in loose.items() if count >= least)
        self.dashed = frozenset(key for key, count in dashes.items() if count > 1)
        self.known = self.loose | {key for key, count in counts.items() if count > 1}
        self.bare = self._bare_initials(firsts)
        if asks > 1:
            self.bare["Q"] = _BARE_Q

    def head(self, start: int, end: int) -> Head:
        """The head of a line."""
        if self._alone(start, end):
            line = self.text[start:end]
            if (key := fold(line)) in self.known:
                return Head("label", key, line.rstrip(":： "), "", end - start)
            return self._read(start, end)
        head = self.first[start]
        learnt = self.dashed or self.bare or self.loose
        return head if head.kind or not learnt else self._read(start, end)

    def opens_turn(self, head: Head) -> bool:
        """Whether a line inside a paragraph begins somebody's turn."""
        if head.kind == "label":
            return head.key in self.known
        return head.kind in ("dash", "marker")

    def _bare_initials(self, firsts: Counter[str]) -> dict[str, re.Pattern[str]]:
        """Initials that open paragraphs again and again without a colon, and whose owner's name the
        page has near its head. Each comes with the shape of that name.
        """
        found = {}
        for letters, count in firsts.most_common(4):
            shape = re.compile(r"[- ]".join(rf"{letter}[^\W\d_]+" for letter in letters))
            name = shape.search(self.text, 0, NAMED_WITHIN) if count > 2 else None
            if name and is_person(name[0]):
                found[letters] = shape
        return found

    def _read(self, start: int, end: int) -> Head:
        if start in self.never:
            return NONE
        if end - start < 3 and _LONE_DASH.fullmatch(self.text, start, end):
            sign = self.text[start:end]
            return Head("dash", sign, sign, "", end - start)
        head = read_head(self.text[start : min(end, start + REACH)])
        if start in self.never_alone and head.content >= end - start and head.key not in self.known:
            return NONE  # a heading with a colon
        if head.kind:
            return head
        for read, keys in ((read_dashed, self.dashed), (read_loose, self.loose)):
            if keys and (own := read(self.text[start : min(end, start + REACH)])).key in keys:
                return own
        return self._bare(start, end) if self.bare else NONE

    def _bare(self, start: int, end: int) -> Head:
        """ "KL Although …" and "Edda Lorenz I am …", once the page has shown that it does so."""
        if match := _BARE_Q.match(self.text, start, end) or _INITIALS.match(self.text, start, end):
            if match[1] in self.bare:
                return Head("label", match[1].casefold(), match[1], "", match.end() - start)
            return NONE
        for shape in self.bare.values():
            match = shape.match(self.text, start, end)
            if match and _SENTENCE.match(self.text, match.end(), end):
                return Head("label", fold(match[0]), match[0], "", match.end() + 1 - start)
        return NONE

    def _alone(self, start: int, end: int) -> bool:
        if end - start > LONGEST_LABEL_LINE or start in self.never or start in self.never_alone:
            return False
        return is_label_line(self.text[start:end])


def segments(text: str, marks: Iterable[Mark] = ()) -> list[Segment]:
    """The page's segments in order, each with its head."""
    grouped = list(paragraphs(text))
    heads = Heads(text, marks)
    heads.learn(line for lines in grouped for line in lines)
    out: list[Segment] = []
    width = MARKED_UP if heads.marked else wrapping(text, grouped)
    running = not width and runs_on(text, grouped)
    for lines in grouped:
        apart = breaks(text, lines, width, running) if len(lines) > 1 else ()
        out.extend(_cut(lines, apart, heads))
    asked = with_question_marks(text)
    return inline.split(asked, runin.split(asked, _join_label_lines(text, out)), tuple(marks))


def is_label_line(line: str) -> bool:
    """Whether a whole line could be nothing but a speaker's label."""
    return line[-1] not in '.?!…。？！؟,;”"»' and is_name(line.rstrip(":： "))


def _cut(lines: Lines, apart: Sequence[bool], heads: Heads) -> Iterator[Segment]:
    """One segment, or several where lines are turns or paragraphs of their own."""
    start, end = lines[0]
    head = heads.head(start, end)
    for (first, last), begins in zip(lines[1:], apart, strict=True):
        own = heads.head(first, last)
        if begins or heads.opens_turn(own):
            yield Segment(start, end, start + head.content, head)
            start, head = first, own
        end = last
    yield Segment(start, end, start + head.content, head)


def _is_label_only(text: str, segment: Segment) -> bool:
    if segment.head.kind not in ("label", "dash"):
        return False
    return not text[segment.content : segment.end].strip()


def _is_clock(text: str, segment: Segment) -> bool:
    """Whether a segment is but the time at which somebody speaks."""
    return _CLOCK_LINE.fullmatch(text, segment.start, segment.end) is not None


def _is_title(text: str, found: list[Segment]) -> bool:
    """Whether a name alone at the top is the page's title: labels here have a colon."""
    first = found[0]
    if first.head.kind != "label" or not _is_label_only(text, first):
        return False
    bare = text[first.end - 1] not in CLOSERS
    return bare and any(s.head.key == first.head.key and s.content < s.end for s in found[1:])


def _join_label_lines(text: str, found: list[Segment]) -> list[Segment]:
    """A label with nothing behind it takes in the segment that follows."""
    out: list[Segment] = []
    if found and _is_title(text, found):
        found[0] = found[0]._replace(head=NONE, content=found[0].start)
    for segment in found:
        if out and segment.head.kind != "label" and _is_label_only(text, out[-1]):
            content = segment.end if _is_clock(text, segment) else segment.start
            out[-1] = Segment(out[-1].start, segment.end, content, out[-1].head)
        else:
            if out and out[-1].head.kind == "label" and _is_label_only(text, out[-1]):
                out[-1] = out[-1]._replace(head=NONE, content=out[-1].start)  # nobody speaks
            out.append(segment)
    return out
