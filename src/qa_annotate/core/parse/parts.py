"""Where a page begins to ask somebody else: headings with names, lines that announce an interview,
questions that call one of several by name. Each part is (segment, name).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .decoder import Decoded, State
from .names import Mention, has_given, is_person, mentions
from .page import Page
from .pairs import Exchange
from .patterns import pattern

LONGEST_LINE, SHORT_LINE = 200, 80
_CALLED = (
    r"(?:^|, |\b(?:hi|hey|hello|dear|hallo|hola|salut|ciao|olá|liebe|lieber|merhaba|hej|cześć) )"
    r"{}(?:[,?!.:]|$)"
)
_ANNOUNCES = pattern(
    r"(?:interview|intervju|entrevista|intervista|entretien|wywiad|rozhovor|röportaj|söyleşi|"
    r"wawancara|интервью|інтерв[’']ю|haastattelu|συνέντευξη)(?: ?[:–—-]| with| mit| con| avec| a"
    r"| met| med| z| ze| с| з) ?",
    re.IGNORECASE,
)


def announced_parts(page: Page, decoded: Decoded) -> tuple[tuple[int, str], ...]:
    """Headings that begin with a name, and lines that announce an interview with somebody: there
    another interview begins.
    """
    out = []
    for index, styles in enumerate(page.styles):
        if decoded.states[index] in (State.ASK, State.ASK_ON, State.AFTER):
            continue
        segment = page.segments[index]
        line = page.text[segment.start : min(segment.end, segment.start + LONGEST_LINE)]
        line = line.partition("\n")[0]
        name = _heading_name(page, line) if "heading" in styles else _announced(page, line)
        if name:
            out.append((index, name))
    return tuple(out) if len(out) > 1 else ()


def _heading_name(page: Page, line: str) -> str | None:
    """The name at the head of a heading: a known given name's, or one that the text has again."""
    found = mentions(line)
    if not found or found[0].start or not is_person(found[0].name):
        return None
    name = found[0].name
    told = line[found[0].end : found[0].end + 1] in (",", "(")
    return name if told or _is_known(page, name) else None


def _is_known(page: Page, name: str) -> bool:
    """Whether a name has a known given name, or a surname that the text has again."""
    return has_given(name) or page.text.count(name.split()[-1]) > 1


def _announced(page: Page, line: str) -> str | None:
    """Whom a line announces: "Mini interview: Ada Pell"."""
    sign = _ANNOUNCES.search(line[:SHORT_LINE]) if len(line) < SHORT_LINE else None
    found = mentions(line) if sign else []
    if len(found) != 1 or not _fills(found[0], line, sign):
        return None
    return found[0].name if _is_known(page, found[0].name) else None


def _fills(mention: Mention, line: str, sign: re.Match[str] | None) -> bool:
    """Whether a name is all that stands behind a sign to the end of a line."""
    whole = sign and mention.start - sign.end() < 2 and len(line) == mention.end
    return bool(whole) and is_person(mention.name)


def addressed_parts(
    page: Page, found: Sequence[Exchange], names: Sequence[str]
) -> tuple[tuple[int, str], ...]:
    """Questions that call one of several respondents by name: "How is it going, Ada?"."""
    out: list[tuple[int, str]] = []
    for exchange in found if len(names) > 1 else ():
        first = exchange.question.segments[0]
        segment = page.segments[first]
        said = page.text[segment.content : min(segment.end, segment.content + 160)]
        called = [
            n
            for n in names
            if re.search(_CALLED.format(re.escape(n.split()[0])), said, re.IGNORECASE)
        ]
        if len(called) == 1 and (not out or out[-1][1] != called[0]):
            out.append((first, called[0]))
    return tuple(out) if len({name for _, name in out}) > 1 else ()
