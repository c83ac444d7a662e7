"""Word documents: mammoth turns them into simple HTML, whose tags become blocks and marks.

Paragraph styles that the author made ("Question") survive as class marks. Deleted text, comments
and pictures are left out. The file's own "author" is whoever typed it, so it is not taken over.
"""

from __future__ import annotations

import html
import io
import re
from importlib.metadata import version

import mammoth

from qa_annotate.core.model import Extraction, Metadata, Tool
from qa_annotate.core.text import canonical

from .archives import Archive, damaged
from .builder import Builder
from .source import Source
from .tags import TagWriter, feed

TOOL = Tool(name="docx+mammoth", version=f"1+{version('mammoth')}")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
"""
_STYLE = re.compile(r"<w:style\b([^<>]*+)>[^<]*+<w:name\b[^<>]*?w:val=\"([^\"<>]{1,80})\"")
_PROPERTY = r"<(?:\w+:)?{}\b[^<>]*+>([^<]*+)</"


def read(source: Source) -> Extraction:
    """The text of a Word document."""
    archive = Archive(source)
    archive.check()
    _refuse_entities(source, archive)
    writer = TagWriter(Builder())
    feed(writer, _as_html(source, _own_styles(archive)))
    writer.finish()
    text, marks = writer.builder.finish()
    return Extraction(
        text=text,
        marks=marks,
        metadata=_metadata(archive),
        media_type=MEDIA_TYPE,
        encoding="utf-8",
        extractor=TOOL,
    )


def _as_html(source: Source, styles: str) -> str:
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(source.data),
            style_map=_STYLES + styles,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except Exception as error:  # mammoth checks nothing: a broken file can raise anything
        raise damaged(source) from error
    return canonical(result.value)


def _refuse_entities(source: Source, archive: Archive) -> None:
    """Word writes no document type; an entity in one can unpack without end."""
    for name in archive.names:
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name).upper():
            raise damaged(source)


def _own_styles(archive: Archive) -> str:
    """A rule for each paragraph style of the author's own: its name becomes a class."""
    if "word/styles.xml" not in archive.names:
        return ""
    xml = archive.read("word/styles.xml").decode("utf-8", errors="replace")
    rules = []
    for attributes, name in _STYLE.findall(xml):
        css = re.sub(r"\W+", "-", html.unescape(name)).strip("-")
        own = 'w:customStyle="1"' in attributes and 'w:type="paragraph"' in attributes
        if own and css and css[0].isalpha() and css.isascii() and "'" not in html.unescape(name):
            rules.append(f"p[style-name='{html.unescape(name)}'] => p.{css}:fresh\n")
    return "".join(rules)


def _metadata(archive: Archive) -> Metadata:
    if "docProps/core.xml" not in archive.names:
        return Metadata()
    xml = archive.read("docProps/core.xml").decode("utf-8", errors="replace")
    return Metadata(title=_property(xml, "title"), language=_property(xml, "language"))


def _property(xml: str, name: str) -> str | None:
    found = re.search(_PROPERTY.format(name), xml)
    return html.unescape(found[1]).strip() or None if found else None
