"""A page ready to be read: its segments with their features, styles and speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..model import Extraction, Mark, Role
from .blocks import segments
from .endings import with_endings
from .features import LABEL_NOISE, OPEN_NOISE, QUOTED, QUOTED_NOISE, Feature, features
from .heads import Segment
from .language import language
from .speakers import Cast, cast

FURNITURE: dict[str, Role] = {
    "image": "caption",
    "caption": "caption",
    "heading": "note",
    "box": "note",
}
SHARE = 0.6
SHORT, UNSTOPPED = 25, 0.45  # characters of a title; the share of lines without a full stop
MOST_COVERED = 300  # segments; what covers more tells none of them apart
NEIGHBOURHOOD = 10_000
CLASS_ROLES: tuple[tuple[str, Role], ...] = (
    ("caption", "caption"),
    ("photocredit", "caption"),
    ("credit", "caption"),
    ("pull", "note"),
    ("infobox", "note"),
    ("factbox", "note"),
    ("sidebar", "note"),
    ("callout", "note"),
    ("admonition", "note"),
    ("alert", "note"),
    ("footnote", "note"),
    ("authorbio", "note"),
    ("disclaimer", "note"),
    ("related", "boilerplate"),
    ("newsletter", "boilerplate"),
    ("subscribe", "boilerplate"),
    ("advert", "boilerplate"),
    ("promo", "boilerplate"),
    ("share", "boilerplate"),
    ("social", "boilerplate"),
    ("byline", "meta"),
    ("dateline", "meta"),
    ("timestamp", "meta"),
)
CLASSES_OF_NOTES = frozenset(("note", "notes", "bio", "about", "credits", "colophon", "outro"))
FIRST_LINE = frozenset(("first line",))
HEADS = frozenset(("heading", "term"))
PART_OF_SPEECH = frozenset(("list_item", "quote", "table", "code"))


QUOTED_SPEECH = 0.25  # the share of paragraphs in quotation marks, on a page that quotes all speech


class Page(NamedTuple):
    """What the conventions look at."""

    text: str
    segments: tuple[Segment, ...]
    features: tuple[Feature, ...]
    styles: tuple[frozenset[str], ...]
    cast: Cast
    language: str | None
    wrapped: bool  # line ends inside paragraphs are the source's, not the author's


def read_page(extraction: Extraction) -> Page:
    """Cut, measure, and list the speakers."""
    found = segments(extraction.text, extraction.marks)
    styles = styles_of(found, extraction.marks)
    seen, told = language(extraction.text), extraction.metadata.language
    rows = _quoted_speech(_without_full_stops(features(extraction.text, found, seen or told)))
    if extraction.marks:
        rows = [_with_marks(row, style) for row, style in zip(rows, styles, strict=True)]
        _captions_below(rows, styles)
        _below_headings(rows, styles)
    _pull_quotes(extraction.text, found, rows, styles)
    speakers = cast(extraction.text, found)
    named = [n for n, count in zip(speakers.names, speakers.counts, strict=True) if n and count > 1]
    with_endings(extraction.text, found, rows, styles, extraction.marks, named)
    styles = _with_first_lines(extraction.text, found, styles)
    return Page(
        text=extraction.text,
        segments=tuple(found),
        features=tuple(rows),
        styles=tuple(styles),
        cast=speakers,
        language=told or seen,
        wrapped=bool(extraction.marks),
    )


def _without_full_stops(rows: list[Feature]) -> list[Feature]:
    """Where most lines lack a full stop, its lack makes no title."""
    titled = sum(row.titled and row.length > SHORT for row in rows)
    if titled < 4 or titled < UNSTOPPED * sum(row.length > SHORT for row in rows):
        return rows
    return [
        row._replace(noise=-0.4, titled=False)
        if row.titled and row.length > SHORT and row.noise == OPEN_NOISE
        else row
        for row in rows
    ]


def _quoted_speech(rows: list[Feature]) -> list[Feature]:
    """Where every answer stands in quotation marks, they make no pull quote."""
    quoted = sum(row.noise == QUOTED_NOISE for row in rows)
    if quoted < 3 or quoted < QUOTED_SPEECH * len(rows):
        return rows
    return [row._replace(noise=-0.4) if row.noise == QUOTED_NOISE else row for row in rows]


def styles_of(found: Sequence[Segment], marks: Sequence[Mark]) -> list[frozenset[str]]:
    """For each segment the names of the marks that cover it: "bold", "heading 2", "class q"."""
    if not marks:
        return [frozenset()] * len(found)
    covered: list[dict[str, int]] = [{} for _ in found]
    starts = [segment.start for segment in found]
    ends = [segment.end for segment in found]
    for mark in marks:
        first, last = bisect_left(ends, mark.start + 1), bisect_left(starts, mark.end)
        if last - first > MOST_COVERED:
            continue
        for name in _style_names(mark):
            for index in range(first, last):
                segment = found[index]
                inside = min(mark.end, segment.end) - max(mark.start, segment.content)
                covered[index][name] = covered[index].get(name, 0) + max(0, inside)
    return [_dominant(segment, names) for segment, names in zip(found, covered, strict=True)]


def _with_first_lines(
    text: str, found: Sequence[Segment], styles: list[frozenset[str]]
) -> list[frozenset[str]]:
    """Lines that open a paragraph of several, as questions above their answers do."""
    if len(found) < 2:
        return styles
    apart = [text.count("\n", a.end, b.start) > 1 for a, b in pairwise(found)]
    opens = zip([True, *apart], [*apart, True], strict=True)  # what is above, what is below
    return [
        style | FIRST_LINE if above and not below else style
        for style, (above, below) in zip(styles, opens, strict=True)
    ]


def _style_names(mark: Mark) -> list[str]:
    if mark.kind == "heading":
        return ["heading", f"heading {mark.level}"]
    if mark.kind == "class":
        return [f"class {name}" for name in mark.value.split()]
    return [mark.kind]


def _dominant(segment: Segment, names: dict[str, int]) -> frozenset[str]:
    """The marks that cover nearly all of what is said."""
    length = max(1, segment.end - segment.content)
    return frozenset(name for name, inside in names.items() if inside >= SHARE * length)


def _with_marks(row: Feature, styles: frozenset[str]) -> Feature:
    """Marks know better than looks what is furniture."""
    for kind, role in FURNITURE.items():
        if kind in styles:
            closing = 2.0 if kind == "heading" and row.noise == LABEL_NOISE else row.closing
            return row._replace(noise=3.5, noise_role=role, closing=closing)
    for name in sorted(styles):
        if name.startswith("class ") and (meant := _role_of_class(name[6:])):
            return row._replace(noise=max(row.noise, 2.6), noise_role=meant)
    if not PART_OF_SPEECH.isdisjoint(styles):
        return row._replace(noise=-0.8, inset=True)
    return row


def _role_of_class(name: str) -> Role | None:
    """What a CSS class calls its element, where that is furniture."""
    lower = name.casefold().replace("-", "").replace("_", "")
    if lower in CLASSES_OF_NOTES:
        return "note"
    return next((role for part, role in CLASS_ROLES if part in lower), None)


def _captions_below(rows: list[Feature], styles: Sequence[frozenset[str]]) -> None:
    """A short line in italics, or without an end, right below an image is its caption."""
    for index in range(1, len(rows)):
        row, style = rows[index], styles[index]
        under = "image" in styles[index - 1] and row.length < 220
        if under and ("italic" in style or row.titled) and "heading" not in style:
            rows[index] = row._replace(noise=max(row.noise, 3.0), noise_role="caption")


def _below_headings(rows: list[Feature], styles: Sequence[frozenset[str]]) -> None:
    """What stands below a heading belongs to it, not to the answer above; a list as a whole."""
    for index in range(1, len(rows)):
        if not HEADS.isdisjoint(styles[index]):
            continue
        above = rows[index - 1]
        listed = above.headed and above.inset and rows[index].inset
        if not HEADS.isdisjoint(styles[index - 1]):
            rows[index] = rows[index]._replace(headed=1.0)
        elif listed:
            rows[index] = rows[index]._replace(headed=0.3)


def _pull_quotes(
    text: str, found: Sequence[Segment], rows: list[Feature], styles: Sequence[frozenset[str]]
) -> None:
    """A short quotation whose words stand in the neighbourhood a second time is a pull quote."""
    for index, row in enumerate(rows):
        if not 25 < row.length < 400:
            continue
        start = found[index].content
        marked = text[start : start + 1] in QUOTED
        if marked or "quote" in styles[index]:
            end = min(start + marked + 40, found[index].end)
            words = text[start + marked : end].rstrip("”\"»“’'.,…")
            if _elsewhere(text, words, found[index]):
                rows[index] = row._replace(noise=2.5, noise_role="note", inset=False)
                _signed(rows, index + 1, found)


def _signed(rows: list[Feature], index: int, found: Sequence[Segment]) -> None:
    """The name below a pull quote goes with it."""
    if index < len(rows) and found[index].head.kind == "dash" and rows[index].length < 100:
        rows[index] = rows[index]._replace(noise=2.5, noise_role="note", inset=False)


def _elsewhere(text: str, words: str, segment: Segment) -> bool:
    if text.find(words, max(0, segment.start - NEIGHBOURHOOD), segment.start) >= 0:
        return True
    return text.find(words, segment.end, segment.end + NEIGHBOURHOOD) >= 0
