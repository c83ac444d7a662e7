"""Which blocks of a page are the article: trafilatura's opinion, checked against the page itself.

trafilatura finds the main text well but drops things inside it that interviews live on (questions
set as headings, short answers, definition lists). So it only says where the article lies; what
stands between its parts is kept unless tags or classes say that it is something else, and
question-like lines left out for other reasons are reported.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lxml import html as lxml_html
from trafilatura.core import bare_extraction
from trafilatura.settings import Document

from .htmltree import Page, PageBlock, Region

# Zones whose questions nobody misses ("Forgot your password?").
_QUIET_NAMES = """
nav footer form header comments commentlist respond disqus navbar navigation menu cookie cookies
consent gdpr login popup modal sidebar related
"""
_QUIET = frozenset(_QUIET_NAMES.split())
_TOO_LONG = 4_000_000  # characters of visible text beyond which trafilatura is not asked
_TOO_DEEP = 80  # open tags beyond which it takes long
_WINDOW = 40_000
_SQUEEZE = re.compile(r"\W+")
_QUESTION = re.compile(r"[?？؟⁇]\s*[\"'”’»）)\]]*\s*$")
_LABELLED = re.compile(r"\s*[^\s:：][^:：\n]{0,40}[:：]\s*\S")
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say, we say
_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}|all rights reserved|powered by", re.IGNORECASE)


def choose(page: Page, root: lxml_html.HtmlElement) -> tuple[frozenset[int], tuple[str, ...]]:
    """The indices of the blocks to keep, and warnings about what was left out."""
    matched = _matched(page, _opinion(page, root))
    if not matched:
        kept = _own_choice(page)
        warnings = ["The main text was found without trafilatura's help; look it over."]
    else:
        kept = _around(page, matched)
        warnings = []
    lost = list(_lost(page.blocks, kept))
    if lost:
        warnings.append(_report(lost))
    return frozenset(kept), tuple(warnings)


def _report(lost: Sequence[str]) -> str:
    count = "1 line that looks" if len(lost) == 1 else f"{len(lost)} lines that look"
    quoted = "; ".join(f"“{_short(text)}”" for text in lost[:5])
    more = f" and {len(lost) - 5} more" if len(lost) > 5 else ""
    return f"Left out of the page: {count} like part of an interview: {quoted}{more}"


def _opinion(page: Page, root: lxml_html.HtmlElement) -> str:
    """Letters and digits of what trafilatura takes for the article; "" if it has no opinion."""
    if page.chars > _TOO_LONG or page.depth > _TOO_DEEP:
        return ""
    try:
        found = bare_extraction(
            root,
            favor_recall=True,
            include_comments=False,
            include_formatting=False,
            with_metadata=False,
        )
    except Exception:  # whatever a strange page makes it raise, the page can still be read
        return ""
    if not isinstance(found, Document) or found.body is None:
        return ""
    return _SQUEEZE.sub("", "".join(found.body.itertext()))


def _matched(page: Page, opinion: str) -> list[int]:
    """The blocks that stand in trafilatura's text, looked for in order."""
    matched = []
    at = 0
    for index, block in enumerate(page.blocks):
        words = "" if block.zone else _SQUEEZE.sub("", block.text)
        if not words:
            continue
        reach = at + (_WINDOW if len(words) > 12 else 400) + len(words)
        found = opinion.find(words, at, reach)
        if found >= 0:
            matched.append(index)
            at = found + len(words)
    return matched


def _around(page: Page, matched: Sequence[int]) -> set[int]:
    """The matched blocks, all that stands between them, and what belongs to them at both ends."""
    blocks = page.blocks
    first, last = matched[0], matched[-1]
    main = _main(page, matched)
    if main is not None:
        first, last = min(first, main.first), max(last, main.end - 1)
    else:
        last = _down_to_end(page, last)
    first = _up_to_title(page, first)
    inside = set(matched)
    kept = range(first, last + 1)
    return {i for i in kept if not blocks[i].zone and (i in inside or not _is_links(page, i))}


def _main(page: Page, matched: Sequence[int]) -> Region | None:
    """The smallest article or main element that holds nearly all of the matched text."""
    found = set(matched)
    before = [0, *accumulate(page.blocks[i].size * (i in found) for i in range(len(page.blocks)))]
    for region in sorted(page.mains, key=lambda region: region.chars):
        if before[region.end] - before[region.first] >= 0.8 * before[-1]:
            return _series(page, region)
    return None


def _series(page: Page, region: Region) -> Region:
    """A region with those beside it that are built like it and ask or answer too: pages that wrap
    each question in an article of its own.
    """
    first, end, shape = region.first, region.end, _shape(page, region)
    for beside in sorted(page.mains):
        if beside.first == end and _shape(page, beside) == shape:
            end = beside.end
    for beside in sorted(page.mains, reverse=True):
        if beside.end == first and _shape(page, beside) == shape:
            first = beside.first
    return Region(first, end, region.chars)


def _shape(page: Page, region: Region) -> tuple[tuple[str, bool], ...]:
    """The tags of a region's blocks, and which of them read like a part of an interview."""
    blocks = page.blocks[region.first : region.end]
    asked = any(_QUESTION.search(block.text) for block in blocks)
    return tuple((block.tag, asked) for block in blocks)


def _up_to_title(page: Page, first: int) -> int:
    """Back to the title, if one stands shortly before the text."""
    for index in range(first, max(first - 25, -1), -1):
        if page.blocks[index].tag == "h1":
            return index
    return first


def _down_to_end(page: Page, last: int) -> int:
    """On as long as what follows reads like text rather than like the foot of a page."""
    for index in range(last + 1, len(page.blocks)):
        block = page.blocks[index]
        if block.zone or _is_links(page, index) or _COPYRIGHT.search(block.text):
            break
        if _is_interview_like(block) or len(block.text.strip()) >= 60:
            last = index
    return last


def _own_choice(page: Page) -> set[int]:
    """Without an opinion: the largest article or main element, else the whole page."""
    main = max(page.mains, key=lambda region: region.chars, default=None)
    if main is None or main.chars * 3 < page.chars:
        main = Region(0, len(page.blocks), page.chars)
    kept = range(main.first, main.end)
    return {i for i in kept if not page.blocks[i].zone and not _is_links(page, i)}


def _is_links(page: Page, index: int) -> bool:
    """Whether a block is mostly links, as in menus, and so is a neighbour."""
    near = page.blocks[max(index - 1, 0) : index + 2]
    return _is_link(page.blocks[index]) and sum(map(_is_link, near)) >= min(len(near), 2)


def _is_link(block: PageBlock) -> bool:
    return block.linked * 10 > 8 * max(block.size, 1)


def _is_interview_like(block: PageBlock) -> bool:
    text = block.text.strip()
    if not text:
        return False
    bold = block.bold * 10 >= 9 * block.size and block.tag in ("p", "div", "li")
    return bool(_QUESTION.search(text) or _LABELLED.match(text) or bold)


def _lost(blocks: Sequence[PageBlock], kept: set[int]) -> Iterator[str]:
    """Question-like, labelled or bold lines that are not kept though nothing clearly bars them."""
    first, last = min(kept, default=0), max(kept, default=0)
    for index, block in enumerate(blocks):
        if index in kept or block.zone in _QUIET:
            continue
        if block.zone and first < index < last:
            yield from (line for line in block.text.split("\n") if _QUESTION.search(line))
        elif not block.zone and block.linked * 2 <= block.size and _is_interview_like(block):
            yield block.text


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 70 else f"{words[:67]}…"
