"""Markdown to reading text: CommonMark and tables by markdown-it-py, metadata from front matter.

Line ends inside a paragraph stay, soft or hard: only the parser can tell a wrapped line from one
that begins with a speaker's label. Short codes, attribute lists, comments and raw tags go; what
stands between raw tags stays and is marked as the tag says. Each paragraph, heading, list item,
table row, code block and image is a block of its own.
"""

from __future__ import annotations

import re
from importlib.metadata import version

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from qa_annotate.core.model import Extraction, Tool
from qa_annotate.core.text import canonical

from .builder import Builder
from .decoding import decode
from .frontmatter import metadata, split
from .sections import sections
from .simpleinline import simple_pieces
from .source import Source
from .tags import TagWriter, feed

_DEEPEST = 40  # quotes and lists inside each other; what lies deeper is read as plain paragraphs
_LONGEST = 20_000  # characters of one paragraph that are parsed at once

_MOST_OPEN = 50  # brackets of one paragraph that may stay open before none is taken for a link
_MARKUP = re.compile(r"[\\`*_\[<&~]|\{[:#.]|^:(?:::|[ \t])", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?<![ \t\n])[ \t]*+\n?[ \t]*+\{:?[ \t]*+[#.:][^{}\n]*+\}")
_ATTRIBUTES_AT_END = re.compile(r"\{:?[ \t]*([#.][^{}\n]*+)\}\s*\Z")
_DEFINITION = re.compile(r"^:[ \t]", re.MULTILINE)
_FENCED_BOX = re.compile(r"^:::+[ \t]*(?:\w+|\{[^{}\n]*+\})?[ \t]*", re.MULTILINE)
_ALERT = re.compile(r"\A\[!\w+\][+-]?[ \t]*\n?")
_LINE_END = re.compile(r"(?<![ \t])[ \t]*+\n[ \t]*+")
_SHORT_CODES = (("{{", "}}"), ("{%", "%}"))
_CODE_LIMIT = 2000


def _deep_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule: where nesting gets too deep, take the rest as one paragraph."""
    if state.level < _DEEPEST or silent:
        return False
    lines = state.getLines(start, end, state.blkIndent, keepLastLF=False)
    state.push("paragraph_open", "p", 1)
    state.push("inline", "", 0).content = lines.strip()
    state.push("paragraph_close", "p", -1)
    state.line = end
    return True


class _Markdown(MarkdownIt):
    """The parser, links left as they are written."""

    def normalizeLink(self, url: str) -> str:
        return url


def _parser() -> MarkdownIt:
    parser = _Markdown("commonmark", {"maxNesting": _DEEPEST + 10})
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.before("table", "deep_block", _deep_block)
    return parser


_PARSER = _parser()
TOOL = Tool(name="markdown+markdown-it-py", version=f"1+{version('markdown-it-py')}")


def read(source: Source) -> Extraction:
    """The reading text of a Markdown file."""
    decoded = decode(source)
    fields, body = split(canonical(decoded.text))
    builder = Builder()
    _Walk(builder).run(without_short_codes(body))
    text, marks = builder.finish()
    return Extraction(
        text=text,
        marks=marks,
        metadata=metadata(fields),
        media_type="text/markdown",
        encoding=decoded.encoding,
        extractor=TOOL,
        warnings=decoded.warnings,
    )


def without_short_codes(text: str) -> str:
    """The text without Jekyll, Hugo and Liquid codes; one that is not closed nearby is text.

    >>> without_short_codes('{% figure "a.png" %}Words {{< ref x >}}here')
    'Words here'
    """
    for opener, closer in _SHORT_CODES:
        if opener in text:
            text = _without(text, opener, closer)
    return text


def _without(text: str, opener: str, closer: str) -> str:
    parts = []
    at = begin = 0
    end = -1
    while (start := text.find(opener, begin)) >= 0:
        if end < start + 2:
            end = text.find(closer, start + 2)
        if end < 0:
            break
        begin = start + 2
        if end - start <= _CODE_LIMIT:
            parts.append(text[at:start])
            if text.endswith("](", 0, start):
                parts.append("#")  # a link needs a target to be one
            at = begin = end + 2
    return "".join([*parts, text[at:]])


class _Walk:
    """Reports markdown-it's tokens to a TagWriter."""

    def __init__(self, builder: Builder) -> None:
        self._writer = TagWriter(builder)
        self._parser = _PARSER
        self._env: dict[str, object] = {}

    def run(self, text: str) -> None:
        """All blocks first, since a link's definition may stand anywhere; then their words."""
        parts = [
            (part, [] if part.tag else self._parser.parse(part.text, self._env))
            for part in sections(text)
        ]
        for part, tokens in parts:
            if part.tag:
                self._writer.start(part.tag)
                self._words(part.text)
                self._writer.end(part.tag)
            for token in tokens:
                self._block(token)
        self._writer.finish()

    def _block(self, token: Token) -> None:
        writer = self._writer
        if token.type == "inline":
            self._words(token.content)
        elif token.type in ("fence", "code_block"):
            writer.start("codeblock")
            writer.raw(token.content)
            writer.end("codeblock")
        elif token.type == "hr":
            writer.start("hr")
        elif token.type == "html_block":
            depth = writer.depth
            feed(writer, token.content)
            writer.reveal(depth)
        elif token.nesting == 1:
            writer.start(token.tag, _list_marker(token))
        elif token.nesting == -1:
            writer.end(token.tag)

    def _words(self, content: str) -> None:
        """The words of one block; what may look like markup goes through ever finer sieves."""
        if not _MARKUP.search(content):
            self._writer.words(_lines(content))
            return
        css = _own_class(content)
        mark = self._writer.builder.open("class", value=css) if css else None
        if _DEFINITION.search(content):
            self._definitions(content)
        else:
            self._markup(_without_extensions(content))
        if mark is not None:
            self._writer.builder.close(mark)

    def _definitions(self, content: str) -> None:
        """A term and, on the lines that begin with a colon, its definitions."""
        for part in re.split(r"\n(?=:[ \t])", content):
            is_definition = part.startswith(":")
            self._writer.start("dd" if is_definition else "dt")
            self._markup(_without_extensions(part[1:].lstrip() if is_definition else part))
            self._writer.end("dd" if is_definition else "dt")

    def _markup(self, content: str) -> None:
        simple = simple_pieces(content)
        if simple is None:
            for piece in _pieces(content):
                tokens: list[Token] = []
                self._parser.inline.parse(piece, self._parser, self._env, tokens)
                for token in tokens:
                    self._inline(token)
            return
        writer = self._writer
        for text, tag, attributes in simple:
            if tag:
                writer.start(tag, attributes)
                writer.words(_lines(text))
                writer.end(tag)
            else:
                writer.words(_lines(text))

    def _inline(self, token: Token) -> None:
        writer = self._writer
        if token.type in ("text", "text_special"):
            writer.words(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            writer.words("\n")
        elif token.type == "code_inline":
            writer.start("code")
            writer.words(token.content)
            writer.end("code")
        elif token.type == "image":
            writer.start("img", {"alt": _spoken(token.children or [])})
        elif token.type == "html_inline":
            feed(writer, token.content)
        elif token.nesting == 1:
            writer.start(token.tag, {key: str(value) for key, value in token.attrs.items()})
        elif token.nesting == -1:
            writer.end(token.tag)


def _lines(text: str) -> str:
    """Text without the spaces around its line ends."""
    return _LINE_END.sub("\n", text) if "\n" in text else text


def _own_class(content: str) -> str:
    """The classes in an attribute list at the end of a block (`{: .question}`)."""
    found = _ATTRIBUTES_AT_END.search(content[-200:])
    return " ".join(re.findall(r"\.([\w-]+)", found[1])) if found else ""


def _without_extensions(content: str) -> str:
    """A block without attribute lists, alert labels and box fences."""
    if "{" in content:
        content = _ATTRIBUTES.sub("", content)
    if content.startswith("[!"):
        content = _ALERT.sub("", content)
    return _FENCED_BOX.sub("", content) if ":::" in content else content


def _list_marker(token: Token) -> dict[str, str]:
    if token.type != "list_item_open":
        return {}
    return {"marker": f"{token.info}{token.markup}"}


def _spoken(tokens: list[Token]) -> str:
    """The words of an image's description, its markup left out."""
    words = []
    waiting = list(reversed(tokens))
    while waiting:
        token = waiting.pop()
        if token.type == "image":
            waiting.extend(reversed(token.children or []))
        else:
            words.append(" " if token.type.endswith("break") else token.content)
    return "".join(words)


def _pieces(content: str) -> list[str]:
    """An overlong paragraph in pieces cut at white space, so that its parsing stays linear."""
    if content.count("[") - content.count("]") > _MOST_OPEN:
        content = content.replace("[", "\\[")
    if len(content) <= _LONGEST:
        return [content]
    pieces = []
    at = 0
    while at < len(content):
        end = at + _LONGEST
        cut = max(content.rfind(" ", at + 1, end), content.rfind("\n", at + 1, end))
        end = cut if cut > 0 and end < len(content) else end
        pieces.append(content[at:end])
        at = end
    return pieces
