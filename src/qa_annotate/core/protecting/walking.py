"""Everything that goes out, walked as plain data: every string without names, every span where its
words stand now.

Nothing is listed here that could be forgotten: a new field is covered by what it holds. A pair of
numbers inside an article is a span of its text; words beside a span are taken from the new text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from ..anchoring import context
from ..model import Article, Span
from .replacing import MARK, Cast, Replaced

T = TypeVar("T")

IDENTIFIERS = frozenset({"id", "article", "coder", "by", "log", "obtained_by", "retrieved_by"})
"""Fields that hold names as slugs."""
LEFT_OUT: Mapping[str, Any] = {"bytes": 0, "headers": {}}
"""Fields that would confirm a guess at what isn't shown, and what stands there instead."""
_QUOTING = (("position", "quote"), ("span", "words"))
"""A field with a span, and the field with the words that stand there."""
_LEAST = 12
"""Strings shorter than this aren't looked for in a text with marked stretches."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """An article while something about it is walked: its text before and after."""

    article: Article
    before: str
    replaced: Replaced
    marks: tuple[Span, ...]

    @cached_property
    def slices(self) -> Mapping[str, str]:
        """The whole text, its blocks, sentences, questions and answers, before and after."""
        spans = [(0, len(self.before)), *_spans(self.article)]
        spans.sort(key=self.marked)  # where two have the same words, the marked one counts
        return {self.before[a:b]: self.after((a, b)) for a, b in spans}

    def after(self, span: Span) -> str:
        """The words of a span as they go out."""
        return self.replaced.text[slice(*self.replaced.span(span))]

    def marked(self, span: Span) -> bool:
        """Whether a span touches what was marked."""
        return any(a < span[1] and span[0] < b for a, b in self.marks)

    def quoted(self, words: str) -> str | None:
        """Words that stand in the text on something that was marked, as they go out."""
        if len(words) < _LEAST or not self.marks:
            return None
        at = self.before.find(words)
        while at >= 0:
            if self.marked((at, at + len(words))):
                return self.after((at, at + len(words)))
            at = self.before.find(words, at + 1)
        return None


def scope(article: Article, text: str, marks: Iterable[Span], who: Cast) -> Scope:
    """An article's scope. Names don't run over the ends of its blocks and sentences, marked
    stretches not over those of its blocks."""
    kept = tuple(sorted({(max(0, a), min(b, len(text))) for a, b in marks}))
    inner = [p for span in _spans(article) for p in span if not _inside(p, kept)]
    edges = [p for b in article.blocks for p in (b.start, b.end)]
    done = who.article(text, kept, (*inner, *edges))
    return Scope(article=article, before=text, replaced=done, marks=kept)


def _inside(position: int, spans: Iterable[Span]) -> bool:
    return any(a < position < b for a, b in spans)


def _spans(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        yield block.start, block.end
        yield from block.sentences
        if block.label is not None:
            yield block.label
            yield block.label[1], block.end
    for pair in article.pairs:
        yield pair.question
        yield from pair.answer


@dataclass(frozen=True, kw_only=True)
class Walk:
    """A walk through something that goes out, with the articles that it may be about."""

    who: Cast
    scopes: Mapping[str, Scope]

    def over(self, value: T, here: Scope | None = None) -> T:
        """The value without names; `here` is the article that it is about."""
        return cast(T, self._any(value, "", here))

    def _any(self, value: Any, name: str, here: Scope | None) -> Any:
        if isinstance(value, str):
            return self._string(value, name, here)
        if isinstance(value, Mapping):
            return {
                self._string(str(key), "", here): self._any(item, str(key), here)
                for key, item in value.items()
            }
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value, here)
        if here is not None and is_span(value):
            return here.replaced.span(value)
        if isinstance(value, tuple):
            return tuple(self._any(item, name, here) for item in value)
        return value

    def _string(self, value: str, name: str, here: Scope | None) -> str:
        if value in self.who.names:
            return self.who.names[value]
        if name in IDENTIFIERS:
            return self.who.identifier(value)
        if here is not None:
            known = here.slices.get(value) or here.quoted(value)
            if known is not None:
                return known
        return self.who.words(value)

    # ---- records

    def _record(self, value: Any, here: Scope | None) -> Any:
        here = self._scope(value) or here
        done: dict[str, Any] = {}
        for field in fields(value):
            have = getattr(value, field.name)
            if field.name in LEFT_OUT and have and self.who.digests is None:
                done[field.name] = LEFT_OUT[field.name]
            else:
                done[field.name] = self._any(have, field.name, here)
        if here is not None:
            done |= _placed(value, done, here)
        return replace(value, **done)

    def _scope(self, value: Any) -> Scope | None:
        """The article that a record is about, if it says so."""
        for name in ("article", "id"):
            told = getattr(value, name, None)
            told = getattr(told, "id", told)
            if isinstance(told, str) and told in self.scopes:
                return self.scopes[told]
        return None


def keys_of(value: Any) -> frozenset[str]:
    """The names of all fields of something that goes out: words of the program's own."""
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return frozenset().union(*map(keys_of, value))
    if not is_dataclass(value) or isinstance(value, type):
        return frozenset()
    names = frozenset(field.name for field in fields(value))
    return names.union(*(keys_of(getattr(value, name)) for name in names))


def is_span(value: Any) -> bool:
    """Whether a value is a pair of whole numbers."""
    return isinstance(value, tuple) and len(value) == 2 and all(type(n) is int for n in value)


def _placed(value: Any, done: Mapping[str, Any], here: Scope) -> dict[str, Any]:
    """What of a record follows from where its words stand now."""
    more: dict[str, Any] = {}
    if type(getattr(value, "start", None)) is int and type(getattr(value, "end", None)) is int:
        more["start"], more["end"] = here.replaced.span((value.start, value.end))
    if "sentences" in done:
        more["sentences"] = _apart(done["sentences"])
    for where, what in _QUOTING:
        span, words = getattr(value, where, None), getattr(value, what, None)
        if is_span(span) and isinstance(words, str):
            more |= _quoting(value, done, (where, what), cast(Span, span), here)
    return more


def _quoting(
    value: Any, done: Mapping[str, Any], names: tuple[str, str], span: Span, here: Scope
) -> dict[str, Any]:
    """A span, its words, and what stands around them; nowhere where the words stand elsewhere."""
    where, what = names
    if here.before[slice(*span)] != getattr(value, what) or span[0] >= span[1]:
        return {where: (0, 0)}
    now = here.replaced.span(span)
    more: dict[str, Any] = {where: now, what: here.replaced.text[slice(*now)]}
    if "context" in done:
        more["context"] = context(here.replaced.text, now)
    if here.marked(span) and done.get("gloss"):
        more["gloss"] = dict.fromkeys(done["gloss"], MARK)  # a translation tells what it says
    return more


def _apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans that follow each other, without those that became one with the one before."""
    out: list[Span] = []
    for start, end in spans:
        first = max(start, out[-1][1]) if out else start
        if first < end:
            out.append((first, end))
    return tuple(out)
