"""What shows that the talk is over: looks of the last segments that only the page as a whole tells.

A rule above, italics where nobody's speech is in italics, somebody's name where that person has
been speaking as "I" all along, a line that is nothing but a link. Each adds to `Feature.closing`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ..model import Mark
from .cues import ENDINGS, THANKING
from .features import Feature
from .genres import INTERVIEW_WORDS
from .heads import Segment
from .names import is_person, mentions
from .patterns import pattern
from .speakers import stands_for

SAID: Final = 2.2
RULE: Final = 2.6
NAMED_FIRST: Final = 2.6
NAMED: Final = 2.3
HEADED: Final = 1.6
BOOK: Final = 2.2
LINKED: Final = 1.6
ITALIC: Final = 2.1
THANKED: Final = 2.5
DATED: Final = 1.0  # a date, a time or a price in a short line
BELOW: Final = 0.8
MOST: Final = 2.8
OVER: Final = 1.5
"""What stands below a clear ending is behind it, too."""

_BOOK = pattern(
    r"\d (?:pages|pp|seiten|s\.|páginas|págs|pagine|pagina['’]?s|blz|stron|stran|sidor|sider|oldal"
    r"|стр|с\.|sayfa|صفحة|ص\b)|\d ?[页頁쪽ページ]|\bisbn\b"
)
LONGEST_TAIL = 80  # segments that are looked at
LONGEST_NOTE, LONGEST_DATED, BEGINNING = 200, 140, 90
SHORTEST = 40  # characters of thanks to nobody in particular
OPENING = 160  # characters in which somebody is named
HEAD = 600  # characters that name the people of a page
BOTH = 2  # names that labels explain, on a page that labels both sides
ASKED = 1.2  # what a question asks at least
EAST = "\u2e80"
"""Scripts without spaces lie above; names in them are short."""
OTHERWISE = 1.0  # furniture: what its looks say counts without this
FEW = 0.1  # the share of a page's segments that are in italics for another reason


BEHIND = tuple(f" {cue}" if cue[0] < "\u0250" else cue for cue in ENDINGS)
"""The same cues, those of words with spaces between them at the beginning of one."""


def with_endings(
    text: str,
    found: Sequence[Segment],
    rows: list[Feature],
    styles: Sequence[frozenset[str]],
    marks: Sequence[Mark],
    speakers: Sequence[str],
) -> None:
    """Raise `closing` of what stands behind the last question and label, in place."""
    turns = _turns(found, rows)
    if not turns or turns[-1] + 1 == len(rows):
        return
    begin = turns[-1] + 1
    tail = range(begin, min(len(rows), begin + LONGEST_TAIL))
    people = _people(text[:HEAD], speakers)
    ruled = {mark.start for mark in marks if mark.kind == "rule"}
    slanted = sum("italic" in style for style in styles[:begin]) <= FEW * begin
    over = False
    for index in tail:
        row, segment, style = rows[index], found[index], styles[index]
        if row.noise > OTHERWISE and "heading" not in style:
            continue
        more = RULE * (segment.start in ruled or _rule(text, found, index - 1))
        more += _said(text, segment, row, people) + HEADED * ("heading" in style)
        more += LINKED * ("link" in style and not row.inset)
        more += ITALIC * (slanted and "italic" in style and not row.me)
        more += BELOW * over
        over = over or row.closing + more >= OVER
        if more:
            rows[index] = row._replace(closing=min(MOST, row.closing + more))


def _turns(found: Sequence[Segment], rows: Sequence[Feature]) -> list[int]:
    """The segments that ask, or whose label comes back, or whose sign stands before questions."""
    asking = [row.asks > ASKED for row in rows]
    heads = [segment.head[:2] for segment in found]
    counts = Counter(head for head in heads if head[0] == "label")
    signs = {head for head, count in counts.items() if count > 1}
    signs |= {head for head, asks in zip(heads, asking, strict=True) if asks and head[0]}
    return [i for i, head in enumerate(heads) if asking[i] or head in signs]


def _rule(text: str, found: Sequence[Segment], index: int) -> bool:
    """Whether a segment is a line of signs, as plain text draws rules."""
    start, end = found[index].start, found[index].end
    return end - start > 2 and not any(c.isalnum() for c in text[start : min(end, start + 90)])


def _people(intro: str, speakers: Sequence[str]) -> frozenset[str]:
    """Words of the names of those who speak, and of those whom the head names."""
    near = [m.name for m in mentions(intro) if is_person(m.name)]
    sides = [name for name in near if any(stands_for(one, name) for one in speakers)]
    names = [*speakers, *(near if len(sides) < BOTH else sides)]
    words = {word for name in names for word in name.split()}
    return frozenset(
        w for w in words if (len(w) > 2 and not w[0].islower()) or (len(w) > 1 and w > EAST)
    )


def _said(text: str, segment: Segment, row: Feature, people: frozenset[str]) -> float:
    """What the words tell: thanks, a person named, how it was made, what a book costs."""
    end = min(segment.end, segment.start + OPENING)
    said = text[segment.start : end]
    brief = row.length < LONGEST_NOTE
    words = [word.strip(".,!…'’:;()“”«»\"„") for word in said.split()]
    lower = f" {' '.join(words)}"[: None if brief else BEGINNING].casefold()
    named = any(word in people or word.partition("'")[0] in people for word in words)
    first = bool(words) and words[0] in people
    if said > EAST:
        eastern = [name for name in people if name > EAST]
        named, first = any(n in said for n in eastern), said.startswith(tuple(eastern))
    thanks = brief and any(word in lower for word in THANKING)
    if thanks and (named or row.length < SHORTEST or any(w in lower for w in INTERVIEW_WORDS)):
        return THANKED
    if row.me:
        return 0.0
    more = DATED * (row.length < LONGEST_DATED and any(c.isdecimal() for c in said))
    more += SAID * (any(cue in lower for cue in BEHIND))
    more += BOOK * (_BOOK.search(lower) is not None)
    if row.we or (row.you and not said > EAST):
        return more
    return more + (NAMED_FIRST if first else NAMED * named)
