"""What a page says about itself: meta tags, JSON-LD, canonical link, title, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import html as lxml_html

from qa_annotate.core.model import Metadata

from .dates import iso

# Names of meta tags that say it, in the order in which they are believed.
_META_NAMES = {
    "title": "og:title citation_title dc.title dcterms.title twitter:title",
    "publisher": "og:site_name citation_publisher dc.publisher dcterms.publisher publisher"
    " application-name",
    "author": "author citation_author dc.creator dcterms.creator parsely-author sailthru.author byl"
    " article:author",
    "published": "article:published_time citation_publication_date citation_date dc.date.issued"
    " dcterms.issued dc.date dcterms.date dcterms.created parsely-pub-date sailthru.date"
    " datepublished pubdate publishdate date",
    "language": "content-language dc.language dcterms.language og:locale",
    "url": "og:url citation_public_url dc.identifier",
}
_META = {ours: tuple(names.split()) for ours, names in _META_NAMES.items()}
_ARTICLE_TYPES = ("article", "posting", "report", "interview", "webpage")
_SEPARATORS = re.compile(r"\s+[|–—·•»:]+\s+|\s+-\s+|\s*\|\s*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_JSON_LIMIT = 1_000_000


def metadata(root: lxml_html.HtmlElement) -> Metadata:
    """The page's metadata; None for what it does not say."""
    said = _said(root)
    linked = _json_ld(root)
    title = _first(said["title"]) or _first(linked.get("title", ()))
    publisher = _first(linked.get("publisher", ())) or _first(said["publisher"])
    if title is None or publisher is None:
        title, publisher = _from_title(root, title, publisher)
    dates = (*said["published"], *linked.get("published", ()), *_times(root))
    languages = (root.get("lang"), root.get("xml:lang"), *said["language"])
    return Metadata(
        title=title,
        publisher=publisher,
        author=_people(said["author"]) or _people(linked.get("author", ())),
        published=next((date for date in map(iso, dates) if date), None),
        language=_language((*languages, *linked.get("language", ()))),
        url=_url((*_canonical(root), *said["url"], *linked.get("url", ()))),
    )


def _said(root: lxml_html.HtmlElement) -> dict[str, list[str]]:
    """What the meta tags say, under our names, in the order of preference."""
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        names = map(tag.get, ("property", "name", "itemprop", "http-equiv"))
        name = next(filter(None, names), None)
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return {
        ours: [value for name in names for value in found.get(name, ())]
        for ours, names in _META.items()
    }


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _people(values: Sequence[str]) -> str | None:
    """Names joined by commas; addresses of profile pages are no names."""
    names = (value.strip() for value in values if "://" not in value and len(value) < 200)
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _language(values: Iterable[str | None]) -> str | None:
    for value in values:
        found = _LANGUAGE.fullmatch((value or "").strip())
        if found:
            return found[0].replace("_", "-")
    return None


def _url(values: Iterable[str]) -> str | None:
    return next((value for value in values if value.startswith(("http://", "https://"))), None)


def _canonical(root: lxml_html.HtmlElement) -> Iterator[str]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield (link.get("href") or "").strip()


def _times(root: lxml_html.HtmlElement) -> Iterator[str]:
    """Dates in the page's own tags, the declared date of publication before any other."""
    times = [tag for tag in root.iter("time") if tag.get("datetime")][:20]
    declared = [
        tag
        for tag in times
        if tag.get("pubdate") is not None or tag.get("itemprop") == "datePublished"
    ]
    for tag in declared or times[:1]:
        yield tag.get("datetime") or ""


def _from_title(
    root: lxml_html.HtmlElement, title: str | None, publisher: str | None
) -> tuple[str | None, str | None]:
    """Fill in from <title>, split where the page's own heading or title says the site begins."""
    whole = _words(next(root.iter("title"), None))
    headings = {_words(tag).casefold() for tag in list(root.iter("h1"))[:3]}
    known = headings | ({title.casefold()} if title else set())
    for cut in _SEPARATORS.finditer(whole):
        before, after = whole[: cut.start()].strip(), whole[cut.end() :].strip()
        if before and after and before.casefold() in known:
            return title or before, publisher or after
    if publisher and not title:
        whole = re.sub(rf"\s*[-|–—·:]\s*{re.escape(publisher)}$", "", whole, flags=re.IGNORECASE)
    return title or whole or None, publisher


def _words(tag: lxml_html.HtmlElement | None) -> str:
    return "" if tag is None else " ".join("".join(tag.itertext()).split())


# ---- JSON-LD ------------------------------------------------------------------------------------


def _json_ld(root: lxml_html.HtmlElement) -> dict[str, tuple[str, ...]]:
    """The first article described in the page's JSON-LD."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and len(script.text or "") < _JSON_LIMIT:
            for thing in _things(script.text or ""):
                if _is_article(thing):
                    return _described(thing)
    return {}


def _things(text: str) -> Iterator[Mapping[str, object]]:
    try:
        waiting: list[object] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(10_000):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(value for key, value in thing.items() if key == "@graph")


def _is_article(thing: Mapping[str, object]) -> bool:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(str(name).lower().endswith(_ARTICLE_TYPES) for name in kinds)


def _described(thing: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {
        "title": _names(thing.get("headline") or thing.get("name")),
        "publisher": _names(thing.get("publisher")),
        "author": _names(thing.get("author")),
        "published": _names(thing.get("datePublished")),
        "language": _names(thing.get("inLanguage")),
        "url": _names(thing.get("url") or thing.get("mainEntityOfPage"), key="@id"),
    }


def _names(value: object, *, key: str = "name") -> tuple[str, ...]:
    """Strings, or the names of things, one or many."""
    values = value if isinstance(value, list) else [value]
    named = (item.get(key) if isinstance(item, dict) else item for item in values)
    return tuple(" ".join(name.split()) for name in named if isinstance(name, str) and name.strip())
