"""The parts of a page that are no article by their tag, role or class: menus, footers, ads, forms.

They are emptied in the tree before anyone reads it, and what they said is kept beside it, so that
a question-like line among them can still be reported. A "zone" that holds much of the page's text,
its title or its article is none: themes put `sidebar` on the wrapper of everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml import html as lxml_html

from .tags import HIDDEN_TAGS, MEANINGS

LEFT_OUT = "data-left-out"  # the attribute that carries a zone's number

_TAGS = frozenset({"nav", "footer", "form", "header"})
_ROLES = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "search": "nav",
    "contentinfo": "footer",
    "banner": "header",
    "dialog": "popup",
    "alertdialog": "popup",
}
_TOKENS = frozenset({"widget", "menu", "skip", "tags", "print", "noprint"})
_PART_NAMES = """
    nav navbar navigation breadcrumb breadcrumbs pagination pager share sharing sharedaddy social
    related recommended recommendation recommendations newsletter subscribe subscription signup
    comments commentlist disqus respond sidebar cookie cookies consent gdpr ad ads advert
    advertisement advertising adslot sponsor sponsored promo popup modal outbrain taboola login
    copyright masthead skiplink sronly footer
"""
_PARTS = frozenset(_PART_NAMES.split())
_MODIFIERS = ("has-", "no-", "with-", "is-", "without-", "hide-", "category-", "tag-", "type-")
_NEVER = frozenset({"body", "html", "main", "article", "p", "h1", "table", "tbody"})
_BLOCKS = frozenset(tag for tag, meaning in MEANINGS.items() if meaning.block)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# The largest share of a page's text that a zone may hold and still go. Many comments outweigh a
# short article, long menus as well.
_LARGEST_SHARE = 0.34
_LARGEST_SHARES = {
    **dict.fromkeys(("comments", "commentlist", "respond", "disqus"), 0.9),
    **dict.fromkeys(("nav", "footer"), 0.7),
}

_size = etree.XPath("string-length(normalize-space(.))")
_holds_article = etree.XPath("boolean(.//h1 | .//main | .//*[@role='main'])")


@dataclass(frozen=True, slots=True)
class Zone:
    """What was emptied: the tag, role or class that told, and the words it held."""

    name: str
    text: str


def empty_zones(root: lxml_html.HtmlElement) -> tuple[Zone, ...]:
    """Empty every zone below `root`, and remove scripts and the like. Changes the tree."""
    etree.strip_elements(root, *HIDDEN_TAGS, with_tail=False)
    whole = float(_size(root)) or 1.0
    zones: list[Zone] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if name and _may_go(element, name, whole):
            element.set(LEFT_OUT, str(len(zones)))
            zones.append(Zone(name, "\n".join(map(str, element.itertext()))))
            _empty(element)
        else:
            waiting.extend(element)
    return tuple(zones)


def _may_go(element: lxml_html.HtmlElement, name: str, whole: float) -> bool:
    limit = _LARGEST_SHARES.get(name, _LARGEST_SHARE)
    return bool(_size(element) <= limit * whole and not _holds_article(element))


def _empty(element: lxml_html.HtmlElement) -> None:
    for child in list(element):
        element.remove(child)
    element.text = None


def _name(element: lxml_html.HtmlElement) -> str:
    """What an element's tag, role or class says against its content; "" if nothing does."""
    tag = element.tag
    if tag in _TAGS:
        return str(tag)
    if not element.attrib or not isinstance(tag, str) or tag in _NEVER:
        return ""
    get = element.get
    style = get("style")
    if get("hidden") is not None or (style and _NOT_SHOWN.search(style)):
        return "hidden"
    if tag not in _BLOCKS:
        return ""
    role = get("role")
    if role in _ROLES:
        return _ROLES[role]
    names = f"{get('class') or ''} {get('id') or ''}"
    return zone_of(names) if len(names) > 1 else ""


@lru_cache(maxsize=4096)
def zone_of(names: str) -> str:
    """The part of an element's classes or id that marks it as no article.

    >>> zone_of("post-share buttons"), zone_of("has-sidebar content"), zone_of("navBar")
    ('share', '', 'nav')
    """
    for token in names.split():
        if token.lower().startswith(_MODIFIERS):
            continue
        if token.lower() in _TOKENS:
            return token.lower()
        for part in re.split(r"[-_:]+", _CAMEL.sub("-", token)):
            if part.lower() in _PARTS:
                return part.lower()
    return ""
