"""What each HTML tag means for the reading text, in one table, fed by tag events.

Markdown, HTML, DOCX and EPUB all end here: their readers report tags and words in reading order,
and the writer turns them into blocks and marks. Unclosed and stray tags are put up with.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from qa_annotate.core.model import MarkKind

from .builder import Builder, OpenMark


class Meaning(NamedTuple):
    """What a tag does: breaks the paragraph, sets a mark, hides its content."""

    block: bool = False
    mark: MarkKind | None = None
    level: int = 0
    hidden: bool = False


_BLOCK = Meaning(block=True)
_HIDDEN = Meaning(hidden=True)
_INLINE = Meaning()

_PLAIN_BLOCKS = (
    "address article body center div dir fieldset figure footer form header hgroup html main menu"
    " nav ol p pre section summary tbody tfoot thead ul dl tr td th hr video audio optgroup option"
)
_HIDDEN_NAMES = (
    "script style template noscript iframe svg math head title object embed applet canvas select"
    " button textarea input datalist rt rp map meter progress dialog"
)
HIDDEN_TAGS = tuple(_HIDDEN_NAMES.split())

MEANINGS: MappingProxyType[str, Meaning] = MappingProxyType(
    {
        **dict.fromkeys(_PLAIN_BLOCKS.split(), _BLOCK),
        **dict.fromkeys(HIDDEN_TAGS, _HIDDEN),
        **{f"h{n}": Meaning(block=True, mark="heading", level=n) for n in range(1, 7)},
        "b": Meaning(mark="bold"),
        "strong": Meaning(mark="bold"),
        "i": Meaning(mark="italic"),
        "em": Meaning(mark="italic"),
        "code": Meaning(mark="code"),
        "kbd": Meaning(mark="code"),
        "samp": Meaning(mark="code"),
        "tt": Meaning(mark="code"),
        "a": Meaning(mark="link"),
        "li": Meaning(block=True, mark="list_item"),
        "dt": Meaning(block=True, mark="term"),
        "dd": Meaning(block=True, mark="definition"),
        "blockquote": Meaning(block=True, mark="quote"),
        "table": Meaning(block=True, mark="table"),
        "caption": Meaning(block=True, mark="caption"),
        "figcaption": Meaning(block=True, mark="caption"),
        "aside": Meaning(block=True, mark="box"),
        "details": Meaning(block=True, mark="box"),
        "codeblock": Meaning(block=True, mark="code"),  # no tag: how Markdown reports one
    }
)

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr"}
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_IMAGE_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif)", re.IGNORECASE)
CELL_SEPARATOR = " | "
NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True)
class _Element:
    tag: str
    meaning: Meaning
    marks: list[OpenMark] = field(default_factory=list)
    css: str = ""  # classes of an inline element that may turn out to fill its block
    number: int | None = None  # of the next item of an ordered list
    blocks: int = 0  # of a table row: how many blocks had been written before it


class TagWriter:
    """Turns tag events into the reading text of a builder."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self._stack: list[_Element] = []
        self._open: Counter[str] = Counter()
        self._hidden = 0
        self._lists = 0
        self._rows: list[_Element] = []
        self._broke_at = -1
        self._fresh_cell = -1
        self._image: str | None = None
        self._fillers: list[tuple[int, int, str]] = []
        self._rules: list[OpenMark] = []

    # ---- events ---------------------------------------------------------------------------------

    def start(self, tag: str, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> None:
        """A tag opens. `marker` may be given as an attribute of `li`."""
        if tag == "br":
            self._break_line()
        elif tag == "img":
            self._meet_image(attributes.get("alt") or "")
        elif tag == "hr":
            self._rule()
        elif tag in VOID:
            self._end_block(MEANINGS.get(tag, _INLINE))
        else:
            self._push(tag, attributes)

    def end(self, tag: str) -> None:
        """A tag closes, and with it every tag opened inside it; a stray one is passed over."""
        if not self._open[tag]:
            return
        while True:
            element = self._stack.pop()
            self._leave(element)
            if element.tag == tag:
                return

    def data(self, text: str) -> None:
        """Words between tags; runs of white space are one space except inside `pre`."""
        if self._open["pre"]:
            self._settle_image(inline=True)
            if not self._hidden:
                self.builder.raw(text)
            return
        self.words(_SPACE.sub(" ", text))

    def paragraph(self) -> None:
        """A paragraph ends here, though no tag said so."""
        self._end_block(_BLOCK)

    def words(self, text: str) -> None:
        """Words as they are, line ends kept."""
        if self._hidden or not text:
            return
        if self._image is not None and text.strip():
            self._settle_image(inline=True)
        if text[0] == " " and self.builder.after_space:
            text = text.lstrip(" ")
        self.builder.text(text)

    def raw(self, text: str) -> None:
        """Words in which all white space counts."""
        if not self._hidden:
            self.builder.raw(text)

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def reveal(self, depth: int) -> None:
        """Close the elements above `depth` that hide their content (they were never closed)."""
        first = next((i for i in range(depth, self.depth) if self._stack[i].meaning.hidden), None)
        while first is not None and self.depth > first:
            self._leave(self._stack.pop())

    def finish(self) -> None:
        """Close whatever is open."""
        while self._stack:
            self._leave(self._stack.pop())
        self._end_block(_BLOCK)
        for rule in self._rules:
            if rule.start is not None:
                self.builder.mark(rule.start, rule.start + 1, "rule")

    # ---- elements -------------------------------------------------------------------------------

    def _push(self, tag: str, attributes: Mapping[str, str]) -> None:
        meaning = MEANINGS.get(tag, _INLINE)
        element = _Element(tag, meaning)
        if not self._hidden and not meaning.hidden:
            self._enter(element, attributes)
        self._stack.append(element)
        self._open[tag] += 1
        self._hidden += meaning.hidden
        self._lists += tag in _LISTS

    def _enter(self, element: _Element, attributes: Mapping[str, str]) -> None:
        if element.tag in _CELLS:
            self._enter_cell()
        elif self.builder.length != self._fresh_cell:
            self._end_block(element.meaning)
        if element.tag == "tr":
            element.blocks = self.builder.blocks
            self._rows.append(element)
        if element.tag == "ol":
            element.number = _number(attributes.get("start"), 1)
        if element.meaning.mark or attributes:
            element.marks.extend(self._marks_of(element, attributes))

    def _marks_of(self, element: _Element, attributes: Mapping[str, str]) -> list[OpenMark]:
        meaning, builder = element.meaning, self.builder
        marks = []
        css = attributes.get("class", "").strip()
        if css and meaning.block:
            marks.append(builder.open("class", value=css))
        elif css and builder.at_block_start:
            element.css = css
            element.marks.append(OpenMark("class", 0, css, builder.length))
        style = attributes.get("style", "")
        if style and _BOLD.search(style):
            marks.append(builder.open("bold"))
        if style and _ITALIC.search(style):
            marks.append(builder.open("italic"))
        if element.tag == "li":
            marker = attributes.get("marker") or self._marker(attributes)
            marks.append(builder.open("list_item", level=max(self._lists, 1), value=marker))
        elif element.tag == "a":
            if attributes.get("href"):
                marks.append(builder.open("link", value=attributes["href"]))
        elif meaning.mark:
            marks.append(builder.open(meaning.mark, level=meaning.level))
        return marks

    def _marker(self, attributes: Mapping[str, str]) -> str:
        if self._stack and self._stack[-1].number is not None:
            number = _number(attributes.get("value"), self._stack[-1].number)
            self._stack[-1].number = number + 1
            return f"{number}."
        return "-"

    def _leave(self, element: _Element) -> None:
        self._open[element.tag] -= 1
        self._hidden -= element.meaning.hidden
        self._lists -= element.tag in _LISTS
        if element.meaning.block:
            self._settle_image(inline=False)
        if element.css:
            opened = element.marks.pop(0)
            self._fillers.append((opened.start or 0, self.builder.length, element.css))
        for mark in reversed(element.marks):
            self.builder.close(mark)
        if self._rows and self._rows[-1] is element:
            self._rows.pop()
        if not self._hidden and not element.meaning.hidden:
            self._end_block(element.meaning)

    # ---- breaks ---------------------------------------------------------------------------------

    def _end_block(self, meaning: Meaning) -> None:
        if not meaning.block or self._hidden:
            return
        self._settle_image(inline=False)
        for start, end, css in self._fillers:
            if end == self.builder.length:
                begin = start + 2 if start else 0  # the blank line before the block
                self.builder.mark(begin, end, "class", value=css)
        self._fillers.clear()
        self.builder.block()

    def _rule(self) -> None:
        """A thematic break: known by a mark on the first character of what follows."""
        self._end_block(_BLOCK)
        if not self._hidden:
            self._rules.append(self.builder.open("rule"))

    def _break_line(self) -> None:
        if self._hidden:
            return
        self._settle_image(inline=False)
        if self._broke_at == self.builder.length:
            self._end_block(_BLOCK)
        else:
            self.builder.line()
        self._broke_at = self.builder.length

    def _enter_cell(self) -> None:
        self._settle_image(inline=False)
        row = self._rows[-1] if self._rows else None
        written = self.builder.blocks - row.blocks if row else 0
        if written == 1:
            self.builder.join(CELL_SEPARATOR)
            self._fresh_cell = self.builder.length
        else:
            self._end_block(_BLOCK)

    # ---- images ---------------------------------------------------------------------------------

    def _meet_image(self, alt: str) -> None:
        alt = _SPACE.sub(" ", alt).strip()
        if self._hidden or not alt or _IMAGE_FILE.fullmatch(alt):
            return
        self._settle_image(inline=True)
        self._image = alt
        if self.builder.at_line_start:
            self._settle_image(inline=False)

    def _settle_image(self, *, inline: bool) -> None:
        """Write the image's text: inside a sentence where it stands, else as its own block."""
        alt, self._image = self._image, None
        if alt is None:
            return
        if not inline:
            self.builder.block()
        mark = self.builder.open("image")
        self.builder.text(alt)
        self.builder.close(mark)
        if not inline:
            self.builder.block()


# ---- HTML as a string ---------------------------------------------------------------------------

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*+)([^<>]*+)>|<[!?][^<>]*+>")
_ATTRIBUTE = re.compile(r"""([\w:-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++))""")


def feed(writer: TagWriter, text: str) -> None:
    """Report a piece of HTML: tags as events, what stands between them as words."""
    text = without_comments(text)
    at = 0
    for found in _TAG.finditer(text):
        writer.data(html.unescape(text[at : found.start()]))
        at = found.end()
        if found[2] and found[1]:
            writer.end(found[2].lower())
        elif found[2]:
            writer.start(found[2].lower(), attributes_of(found[3]))
    writer.data(html.unescape(text[at:]))


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a start tag, names in lower case.

    >>> attributes_of(' class="q" ID=top alt="A &amp; B"')
    {'class': 'q', 'id': 'top', 'alt': 'A & B'}
    """
    found = ((m[1].lower(), m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(text))
    return {name: html.unescape(value) for name, value in found}


def without_comments(text: str) -> str:
    """The text without HTML comments; an unclosed one runs to the end.

    >>> without_comments("a<!-- b -->c")
    'ac'
    """
    parts = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        parts.append(text[at:start])
        end = text.find("-->", start + 4)
        if end < 0:
            return "".join(parts)
        at = end + 3
    return "".join([*parts, text[at:]])


def _number(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return int(digits) if re.fullmatch(r"-?\d{1,6}", digits, re.ASCII) else default
