"""Places of a new text where a claim may stand now, for a person to accept; nothing is placed here.

Two sources name places: the diff map of both texts, which tells between which words the claim must
stand if it wasn't moved, and an approximate matcher, which is passed in. Each place is weighed by
how alike its words are, by the context that it shares, and by whether the map leads there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .differing import differences
from .diffmap import NOWHERE
from .folding import WORD, Folded, edges, letters
from .model import Span
from .reanchoring import ALONE, PROOF, Selector, Texts, shared_beside
from .results import Changed, Proposal
from .text import overlap, trimmed

LEAST = 0.6
"""Places less alike than this are none."""
LEAST_AFAR, LEAST_SHORT = 0.75, 0.9
"""The same of places to which the map doesn't lead; and of few words there."""
CONTEXT = 0.2
"""What context that is shared to the full adds to likeness."""
ORDER = 0.85
"""What the same words in another order count for, beside the same letters."""
CLOSE = 0.05
"""How near a second place must come to the first to make a person choose."""

Search: TypeAlias = Callable[[str, str], Sequence[Span]]
"""A quote and a text: the stretches of the text that are nearest to the quote."""
Alike: TypeAlias = Callable[[str, str], float]
"""How alike two texts are as wholes, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """What finds stretches that resemble a quote, and says how alike two texts are."""

    search: Search
    alike: Alike


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """Where the diff map leads: the stretch between the words that stood around a span.

    `inner` runs from the first to the last word of the span that still stands there.
    """

    outer: Span
    inner: Span | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of the folded new text, and what speaks for it."""

    span: Span
    similarity: float
    context: float
    enough: bool  # whether it stands by itself, not only beside a place with the same words

    @property
    def likely(self) -> float:
        """Likeness, with a little for context."""
        return self.similarity + CONTEXT * self.context


def propose(texts: Texts, span: Span, matcher: Matcher, most: int = 3) -> tuple[Proposal, ...]:
    """Places of the new text that resemble a span of the old one, the likeliest first."""
    old = texts.old.into(span)
    words = texts.old.folded[slice(*old)]
    if not letters(words):
        return ()
    slot = slot_of(texts, old)
    found = [
        place
        for stretch in dict.fromkeys(_stretches(texts, words, slot, matcher))
        if (place := _weighed(texts, old, stretch, slot, matcher)) is not None
    ]
    enough = {texts.new.folded[slice(*place.span)] for place in found if place.enough}
    fitting = [place for place in found if texts.new.folded[slice(*place.span)] in enough]
    kept = _apart(sorted(fitting, key=_rank))[:most]
    several = len(kept) > 1 and kept[1].similarity >= kept[0].similarity - CLOSE
    return tuple(_proposal(texts, old, place, several) for place in kept)


def propose_quote(
    selector: Selector, text: Folded, matcher: Matcher, most: int = 3
) -> tuple[Proposal, ...]:
    """The same for a quote with its context, where the text that it was taken from isn't known."""
    told = f"{selector.before}{selector.quote}{selector.after}"
    start = len(selector.before)
    span = (start, start + len(selector.quote))
    return propose(Texts(Folded(told), text), span, matcher, most)


def slot_of(texts: Texts, old: Span) -> Slot:
    """Where the diff map leads from a span of the folded old text."""
    first = bisect_left(texts.old.word_starts, old[0])
    last = bisect_left(texts.old.word_starts, old[1])
    before = next((m for m in reversed(texts.map[:first]) if m != NOWHERE), NOWHERE)
    after = next((m for m in texts.map[last:] if m != NOWHERE), len(texts.new.words))
    inside = [m for m in texts.map[first:last] if m != NOWHERE]
    return Slot(
        outer=_stretch(texts.new, before + 1, after),
        inner=_stretch(texts.new, inside[0], inside[-1] + 1) if inside else None,
    )


def _stretch(text: Folded, first: int, stop: int) -> Span:
    """From one word to another, the second excluded; empty where there is none between."""
    if first >= stop:
        at = text.words[first - 1][1] if first else 0
        return at, at
    return text.words[first][0], text.words[stop - 1][1]


def _stretches(texts: Texts, words: str, slot: Slot, matcher: Matcher) -> Iterator[Span]:
    """Where the span may stand: as found, cut at words' edges, and as whole sentences."""
    for found in _found(texts.new.folded, words, slot, matcher):
        span = _at_words(texts.new.folded, found)
        if span[0] < span[1]:
            yield span
            yield texts.new.sentences(span)


def _found(text: str, words: str, slot: Slot, matcher: Matcher) -> Iterator[Span]:
    """Where the map leads, and what the matcher finds: near there, anywhere, and elsewhere."""
    yield slot.outer
    if slot.inner is not None:
        yield slot.inner
    near = max(0, slot.outer[0] - len(words)), slot.outer[1] + len(words)
    for start, end in matcher.search(words, text[slice(*near)]):
        yield near[0] + start, near[0] + end
    anywhere = matcher.search(words, text)
    yield from anywhere
    rest = text
    for start, end in anywhere:
        rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
    if anywhere:
        yield from matcher.search(words, rest)


def _rank(place: _Place) -> tuple[float, int, int]:
    """The likeliest first; of places alike, the earlier, and the longer."""
    return -place.likely, place.span[0], -place.span[1]


def _at_words(text: str, span: Span) -> Span:
    """A stretch widened to whole words, white space at its ends left out."""
    start, end = span
    while start > 0 and not edges(text, (start, end))[0]:
        start -= 1
    while end < len(text) and not edges(text, (start, end))[1]:
        end += 1
    return trimmed(text, (start, end))


def _weighed(texts: Texts, old: Span, new: Span, slot: Slot, matcher: Matcher) -> _Place | None:
    """A place with its likeness and context; None where it is no place."""
    words, now = texts.old.folded[slice(*old)], texts.new.folded[slice(*new)]
    shorter, longer = sorted((len(words), len(now)))
    if shorter < LEAST * longer:
        return None
    similarity = max(matcher.alike(words, now), ORDER * shared_words(words, now))
    if similarity < LEAST:
        return None
    led = overlap(slot.outer, new) * 2 > len(now)
    afar = LEAST_AFAR if letters(words) >= ALONE else LEAST_SHORT
    context = 1.0 if led else _context(texts, old, new)
    return _Place(new, similarity, context, led or similarity >= afar)


def shared_words(a: str, b: str) -> float:
    """How many words two texts share, in any order, from 0 to 1.

    >>> shared_words("aid came by road", "by road aid came")
    1.0
    """
    here, there = (Counter(map(str.casefold, WORD.findall(text))) for text in (a, b))
    both = here.total() + there.total()
    return 2 * (here & there).total() / both if both else 0.0


def _context(texts: Texts, old: Span, new: Span) -> float:
    """How much of the letters right beside both places is shared, from 0 to 1."""
    shared = shared_beside(texts.old.folded, texts.new.folded, old, new)
    return min(1.0, shared / (2 * PROOF))


def _apart(places: Sequence[_Place]) -> list[_Place]:
    """Of places that overlap, the likeliest."""
    kept: list[_Place] = []
    for place in places:
        if not any(overlap(place.span, other.span) for other in kept):
            kept.append(place)
    return kept


def _proposal(texts: Texts, old: Span, place: _Place, several: bool) -> Proposal:
    position = texts.new.back(place.span)
    was = f"{texts.old.folded[slice(*old)]} {texts.old.rest(old)}"
    now = f"{texts.new.folded[slice(*place.span)]} {texts.new.rest(place.span)}"
    found = differences(was, now)
    marks: tuple[Changed, ...] = ("several places",) if several else ()
    return Proposal(
        position=position,
        quote=texts.new.text[slice(*position)],
        similarity=round(place.similarity, 3),
        changed=(*(difference.kind for difference in found), *marks),
        told=tuple(str(difference) for difference in found),
    )
