"""E-books: the chapters of an EPUB in reading order, each read as the HTML page it is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from importlib.metadata import version
from urllib.parse import unquote

from lxml import etree

from qa_annotate.core.model import Extraction, Metadata, Tool
from qa_annotate.core.text import canonical
from qa_annotate.errors import SourceError

from .archives import Archive, damaged
from .builder import Builder
from .dates import iso
from .decoding import decode
from .html import declared_encoding
from .htmltree import parse, read_page, replay
from .source import Source
from .tags import TagWriter

TOOL = Tool(name="epub+lxml", version=f"1+{version('lxml')}")
MEDIA_TYPE = "application/epub+zip"

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml"})


def read(source: Source) -> Extraction:
    """The text of an e-book."""
    archive = Archive(source)
    archive.check()
    package_name = _package_name(source, archive)
    package = _xml(source, archive.read(package_name))
    chapters = tuple(_chapters(package, posixpath.dirname(package_name)))
    _refuse_protected(source, archive, chapters)
    writer = TagWriter(Builder())
    missing = [name for name in chapters if not _chapter(archive, name, writer)]
    text, marks = writer.builder.finish()
    warnings = (f"{len(missing)} chapters are missing from the file.",) if missing else ()
    return Extraction(
        text=text,
        marks=marks,
        metadata=_metadata(package),
        media_type=MEDIA_TYPE,
        encoding="utf-8",
        extractor=TOOL,
        warnings=warnings,
    )


def _chapter(archive: Archive, name: str, writer: TagWriter) -> bool:
    if name not in archive.names:
        return False
    data = archive.read(name)
    decoded = decode(Source(data=data, name=name), declared=declared_encoding(data))
    tree = parse(canonical(decoded.text))
    if tree is not None:
        page = read_page(tree)
        replay(page, {i for i, block in enumerate(page.blocks) if not block.zone}, writer)
        writer.finish()
    return True


def _package_name(source: Source, archive: Archive) -> str:
    container = _xml(source, archive.read(_CONTAINER))
    names = (e.get("full-path") for e in container.iter("{*}rootfile"))
    name = next((name for name in names if name in archive.names), None)
    if name is None:
        raise damaged(source)
    return str(name)


def _chapters(package: etree._Element, folder: str) -> Iterator[str]:
    """The files of the spine in order, without the table of contents."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no":
            continue
        is_page = (item.get("media-type") or "").lower() in _PAGES
        if is_page and "nav" not in (item.get("properties") or "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _refuse_protected(source: Source, archive: Archive, chapters: tuple[str, ...]) -> None:
    if _ENCRYPTION not in archive.names:
        return
    listing = _xml(source, archive.read(_ENCRYPTION))
    locked = {unquote(e.get("URI") or "") for e in listing.iter("{*}CipherReference")}
    if locked & set(chapters):
        raise SourceError(
            f"{source.shown} is protected against copying (DRM) and cannot be read.",
            hint="Ask its publisher for an unprotected copy.",
        )


def _metadata(package: etree._Element) -> Metadata:
    def said(name: str) -> tuple[str, ...]:
        texts = (" ".join("".join(e.itertext()).split()) for e in package.iter(f"{{*}}{name}"))
        return tuple(text for text in texts if text)

    return Metadata(
        title=next(iter(said("title")), None),
        publisher=next(iter(said("publisher")), None),
        author=", ".join(said("creator")) or None,
        published=next((date for date in map(iso, said("date")) if date), None),
        language=next(iter(said("language")), None),
    )


def _xml(source: Source, data: bytes) -> etree._Element:
    """A small XML file, read without entities, network or size beyond reason."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(source) from error
    if root is None:
        raise damaged(source)
    return root
