"""An HTML page as a flat list of tag events and the blocks of text they form.

One pass over lxml's tree, without recursion. Which blocks belong to the article is decided
elsewhere; `replay` then reports the events of those blocks to a TagWriter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from lxml import etree
from lxml import html as lxml_html

from .htmlzones import LEFT_OUT, Zone, empty_zones
from .tags import MEANINGS, NO_ATTRIBUTES, VOID, TagWriter

_DEEPEST = 100
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*+)[^<>]*+>")
_LIMITS = re.compile("depth|huge|limit", re.IGNORECASE)
_NO_DEPTH = VOID | {"p"}
_SELF_CLOSED = re.compile(
    r"<(title|script|style|iframe|a|p|div|span|i|b|em|strong|td|th|li|ul|ol|h[1-6])\b([^<>]*+)(?<=/)>",
    re.IGNORECASE,
)
_MAIN_TAGS = frozenset({"article", "main"})
_KEPT_ATTRIBUTES = frozenset({"class", "style", "href", "alt", "start", "value"})
_TABLE_TAGS = frozenset({"table", "tr", "td", "th", "caption"})
_LONG_CELL = 600
_CELL_PARTS = frozenset({"div", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(tag for tag, meaning in MEANINGS.items() if meaning.block)
_BOLD = frozenset(tag for tag, meaning in MEANINGS.items() if meaning.mark == "bold")


@dataclass(slots=True)
class PageBlock:
    """A stretch of text between block tags, and what tells articles from menus."""

    pieces: list[str] = field(default_factory=list)
    tag: str = ""
    size: int = 0  # characters, white space around pieces left out
    linked: int = 0  # of these inside links
    bold: int = 0
    zone: str = ""  # why it was emptied; its text is then that of the whole zone

    @property
    def text(self) -> str:
        """The words, white space as it comes."""
        return "".join(self.pieces)


class Region(NamedTuple):
    """The blocks of one article or main element, as a range, and how many characters they hold."""

    first: int
    end: int
    chars: int


@dataclass(slots=True)
class _Table:
    """A table and what tells whether its rows are lines of data or the table is page layout."""

    is_layout: bool = False
    cells: int = 0  # in the current row
    widest: int = 0
    paragraphs: int = 0  # in the current cell
    began: int = 0  # where the current cell begins, in characters of the page

    @property
    def is_data(self) -> bool:
        """Rows of several short cells without blocks inside."""
        return not self.is_layout and self.widest > 1


class _Event(NamedTuple):
    """A tag that opens (`attributes`) or closes, or text of a block.

    `blocks` is how many blocks there were; of an opening tag, `_Page.ends` knows its other end.
    """

    tag: str
    attributes: Mapping[str, str] | None
    text: str
    blocks: int
    table: _Table | None


@dataclass(slots=True)
class Page:
    """Everything visible on a page, in order."""

    blocks: list[PageBlock] = field(default_factory=list)
    mains: list[Region] = field(default_factory=list)
    chars: int = 0
    depth: int = 0  # how many tags are open at most
    events: list[_Event] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)  # where each tag closes, by where it opens


def parse(text: str) -> lxml_html.HtmlElement | None:
    """The page's tree; None if it has none. Nesting beyond lxml's limits is flattened first."""
    if "xhtml" in text[:1000].lower() or text.lstrip()[:5] == "<?xml":
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    parser = _html_parser(huge=False)
    tree = _parsed(text, parser)
    if any(_LIMITS.search(entry.message) for entry in parser.error_log):
        tree = _parsed(_flattened(text), _html_parser(huge=True))
    return tree


def read_page(root: lxml_html.HtmlElement) -> Page:
    """The visible text of a page, cut into blocks. Empties the zones of the tree."""
    body = root.find("body")
    top = root if body is None else body
    walk = _PageWalk(empty_zones(top))
    walk.run(top)
    return walk.page


def replay(page: Page, kept: Collection[int], writer: TagWriter) -> None:
    """Report the words of the kept blocks, and the tags around them."""
    before = [0, *accumulate(index in kept for index in range(len(page.blocks)))]
    events, ends = page.events, page.ends
    at = 0
    while at < len(events):
        tag, attributes, text, blocks, table = events[at]
        at += 1
        if not tag:
            if blocks - 1 in kept:
                writer.data(text)
        elif attributes is None:
            writer.end(_named(tag, table))
        elif tag in ("br", "hr") or (tag == "img" and blocks - 1 in kept):
            writer.start(tag, attributes)
        elif tag != "img":
            end = ends[at - 1]
            if before[events[end].blocks] > before[blocks - (tag not in _BLOCKS and blocks > 0)]:
                writer.start(_named(tag, table), attributes)
            else:
                at = end + 1
                if tag in _BLOCKS or events[end].blocks > blocks:
                    writer.paragraph()


def _named(tag: str, table: _Table | None) -> str:
    return tag if table is None or table.is_data else "div"


# ---- the tree -----------------------------------------------------------------------------------


def _html_parser(*, huge: bool) -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=huge
    )


def _parsed(text: str, parser: lxml_html.HTMLParser) -> lxml_html.HtmlElement | None:
    try:
        return lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _flattened(text: str) -> str:
    """The page without the tags that nest too deeply; their text stays."""
    parts = []
    at = depth = 0
    dropped: Counter[str] = Counter()
    for found in _TAG.finditer(text):
        name = found[2].lower()
        if name in _NO_DEPTH:
            continue
        drop = dropped[name] > 0 if found[1] else depth >= _DEEPEST
        if drop:
            dropped[name] += -1 if found[1] else 1
            parts += [text[at : found.start()], "<br>" if name in _BLOCKS else ""]
            at = found.end()
        else:
            depth = max(depth + (-1 if found[1] else 1), 0)
    return "".join([*parts, text[at:]])


class _PageWalk:
    """Walks the tree once and fills a Page."""

    def __init__(self, zones: tuple[Zone, ...]) -> None:
        self.page = Page()
        self._zones = zones
        self._open = False  # whether the last block can still grow
        self._links = self._bolds = 0
        self._tables: list[_Table] = []
        self._mains: list[tuple[int, int]] = []
        self._opened: list[int] = []
        self._block_tags: list[str] = [""]

    def run(self, root: lxml_html.HtmlElement) -> None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "start":
                self._start(tag, element)
                if element.text:
                    self._data(element.text)
            else:
                self._end(tag, element)
                if element.tail and element is not root:
                    self._data(element.tail)

    def _start(self, tag: str, element: lxml_html.HtmlElement) -> None:
        page = self.page
        attributes = NO_ATTRIBUTES
        if element.attrib:
            attributes = {k: v for k, v in element.items() if k in _KEPT_ATTRIBUTES}
        if tag in _BLOCKS:
            self._open = False
            self._block_tags.append(tag)
        elif tag == "a":
            self._links += 1
        elif tag in _BOLD:
            self._bolds += 1
        elif tag == "img" and attributes.get("alt"):
            self._block()
        if _is_main(tag, element):
            self._mains.append((len(page.blocks), page.chars))
        self._opened.append(len(page.events))
        page.depth = max(page.depth, len(self._opened))
        table = self._table_start(tag) if self._tables or tag == "table" else None
        page.events.append(_Event(tag, attributes, "", len(page.blocks), table))
        zone = element.get(LEFT_OUT) if element.attrib else None
        if zone is not None:
            self._left_out(self._zones[int(zone)])

    def _end(self, tag: str, element: lxml_html.HtmlElement) -> None:
        page = self.page
        if tag in _BLOCKS:
            self._open = False
            self._block_tags.pop()
        elif tag == "a":
            self._links -= 1
        elif tag in _BOLD:
            self._bolds -= 1
        if _is_main(tag, element):
            first, chars = self._mains.pop()
            page.mains.append(Region(first, len(page.blocks), page.chars - chars))
        table = self._table_end(tag) if self._tables else None
        opened = self._opened.pop()
        if tag not in ("img", "br"):
            page.ends[opened] = len(page.events)
            page.events.append(_Event(tag, None, "", len(page.blocks), table))

    def _data(self, text: str) -> None:
        size = len(text.strip())
        if not size and not self._open:
            return
        block = self._block()
        block.pieces.append(text)
        block.size += size
        self.page.chars += size
        if self._links:
            block.linked += size
        if self._bolds:
            block.bold += size
        self.page.events.append(_Event("", None, text, len(self.page.blocks), None))

    def _block(self) -> PageBlock:
        if not self._open:
            self.page.blocks.append(PageBlock(tag=self._block_tags[-1]))
            self._open = True
        return self.page.blocks[-1]

    def _left_out(self, zone: Zone) -> None:
        self.page.blocks.append(PageBlock(pieces=[zone.text], tag="", zone=zone.name))
        self._open = False

    def _table_start(self, tag: str) -> _Table | None:
        if tag == "table":
            if self._tables:
                self._tables[-1].is_layout = True
            self._tables.append(_Table())
        table = self._tables[-1]
        if tag == "tr":
            table.cells = 0
        elif tag in ("td", "th"):
            table.cells += 1
            table.widest = max(table.widest, table.cells)
            table.paragraphs, table.began = 0, self.page.chars
        elif tag == "p":
            table.paragraphs += 1
            table.is_layout |= table.paragraphs > 1
        elif tag in _CELL_PARTS:
            table.is_layout = True
        return table if tag in _TABLE_TAGS else None

    def _table_end(self, tag: str) -> _Table | None:
        if tag not in _TABLE_TAGS:
            return None
        table = self._tables.pop() if tag == "table" else self._tables[-1]
        if tag == "td" and self.page.chars - table.began > _LONG_CELL:
            table.is_layout = True
        return table


def _is_main(tag: str, element: lxml_html.HtmlElement) -> bool:
    if tag in _MAIN_TAGS:
        return True
    if not element.attrib:
        return False
    return bool(element.get("role") == "main" or element.get("itemprop") == "articleBody")
