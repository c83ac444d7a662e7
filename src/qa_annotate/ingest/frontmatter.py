"""The metadata that stands before a Markdown text, read with patience.

Front matter in the wild is often broken YAML (curly quotes, templates, doubled keys), and a few
fields are all we want, so this reads lines, not YAML: `key: value`, quoted strings, `[lists]`, dash
lists (of names or of maps with a `name`), folded blocks. TOML between `+++` is left to tomllib.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from qa_annotate.core.model import Metadata

from .dates import iso

Fields: TypeAlias = Mapping[str, tuple[str, ...]]

_KEY = re.compile(r"""(["']?)([A-Za-z_][\w.-]*)\1[ \t]*:(?:[ \t]+(.*))?$""")
_NAME = re.compile(r"""-[ \t]+(?:["']?(?:name|display_name|title)["']?[ \t]*:[ \t]*)?(.*)$""")
_MAP_ITEM = re.compile(r"-[ \t]+[A-Za-z_]\w*[ \t]*:[ \t]")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[ \t]*(?:#.*)?$")
_LINK = re.compile(r"\[([^\[\]]*+)\]\([^()\s]*+\)")
_LIMIT = 64 * 1024

_KEYS = {
    "title": ("title", "headline", "titulo", "título", "titre", "titel", "titolo"),
    "publisher": ("publisher", "site", "site_name", "sitename", "publication"),
    "author": (
        "author",
        "authors",
        "byline",
        "by",
        "creator",
        "autor",
        "auteur",
        "autore",
        "interviewer",
    ),
    "published": (
        "date",
        "published",
        "pub_date",
        "pubdate",
        "publishdate",
        "publish_date",
        "fecha",
        "datum",
    ),
    "language": ("lang", "language", "locale"),
    "url": ("url", "canonical", "canonical_url", "canonicalurl", "source_url", "link", "permalink"),
}


def split(text: str) -> tuple[Fields, str]:
    """The fields, keys in lower case, and the text after them; no fields where there are none."""
    lines = text[:_LIMIT].split("\n")
    fence = lines[0].rstrip()
    closers = {"---": ("---", "..."), "+++": ("+++",)}.get(fence)
    if closers is None:
        return {}, text
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() in closers), None)
    if end is None or (fence == "---" and not _opens_fields(lines[1:end])):
        return {}, text
    body = text[sum(len(line) + 1 for line in lines[: end + 1]) :]
    return (_toml if fence == "+++" else _yaml)(lines[1:end]), body


def metadata(fields: Fields) -> Metadata:
    """The project's own metadata out of whatever keys the site generator used."""
    found = {ours: _first(fields, keys) for ours, keys in _KEYS.items()}
    dates = (iso(value) for value in found["published"])
    return Metadata(
        title=_joined(found["title"]),
        publisher=_joined(found["publisher"]),
        author=_joined(found["author"]),
        published=next((date for date in dates if date), None),
        language=next(iter(found["language"]), None),
        url=next((url for url in found["url"] if url.startswith(("http://", "https://"))), None),
    )


def _first(fields: Fields, keys: Iterable[str]) -> tuple[str, ...]:
    return next((fields[key] for key in keys if fields.get(key)), ())


def _joined(values: tuple[str, ...]) -> str | None:
    return ", ".join(values) or None


def _opens_fields(lines: list[str]) -> bool:
    content = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    return _KEY.match(next(content, "")) is not None


def _yaml(lines: list[str]) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    key, first, rest = "", "", list[str]()
    for line in [*lines, "end:"]:
        found = _KEY.match(line)
        if not found:
            rest.append(line)
            continue
        if key and key not in fields:
            fields[key] = _values(first, rest)
        key, first, rest = found[2].lower(), (found[3] or "").strip(), []
    return fields


def _values(first: str, rest: list[str]) -> tuple[str, ...]:
    """What one key holds: on its own line and on those indented below it."""
    if _BLOCK_SCALAR.match(first):
        return _clean([" ".join(line.strip() for line in rest)])
    if first.startswith("[") and not _LINK.match(first):
        inner = " ".join([first, *(line.strip() for line in rest)]).strip()
        return _clean(inner.strip("[]").split(","))
    items = [line.strip() for line in rest if line.lstrip().startswith("- ")]
    if items and first in ("", "#"):
        return _clean(_item(item) for item in items)
    plain = (line.strip() for line in rest if not line.lstrip().startswith("#"))
    return _clean([" ".join([first, *plain])])


def _item(line: str) -> str:
    named = _NAME.match(line)
    is_other_map = _MAP_ITEM.match(line) and named and named[1] == line[1:].strip()
    return "" if is_other_map or not named else named[1]


def _clean(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in map(_scalar, values) if value and value not in ("~", "null"))


def _scalar(text: str) -> str:
    """A YAML scalar without quotes, comment, link markup and entities."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        quote, text = text[0], text[1:-1]
        text = text.replace("''", "'") if quote == "'" else re.sub(r"\\(.)", r"\1", text)
    else:
        text = re.split(r"(?:^|\s)#", text, maxsplit=1)[0]
    return html.unescape(_LINK.sub(r"\1", text)).strip()


def _toml(lines: list[str]) -> dict[str, tuple[str, ...]]:
    try:
        table = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    found = {key.lower(): _plain(value) for key, value in table.items()}
    return {key: values for key, values in found.items() if values}


def _plain(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return _clean(str(item) for item in value if not isinstance(item, dict | list))
    return () if isinstance(value, dict) else _clean([str(value)])
