"""From one text of an article to another: where a span stands now, proved, or a person must look.

Both texts are compared as *folded*: runs of white space, quotation marks and dashes made alike, and
nothing else. A span is placed only where its words stand in the new text and the place is the one
that its context names: best for the span among all such places, and the span best for it among all
places of those words in the old text. So a deleted sentence doesn't jump to its twin, and a short
one not to a look-alike. Where a negation, a modal word, a number, a date or a name appeared or went
in the rest of its sentence, the words no longer say the same, and a person must look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .differing import changed_words
from .diffmap import diff_map
from .folding import Folded, common, edges, letters
from .model import Span

NEAR = 120
"""How many characters of context are compared on each side."""
PROOF = 12
"""How many letters of context prove a place, where the words alone don't."""
ALONE = 24
"""From so many letters on, words that stand once in each text prove themselves."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """Where a span stands in the new text; nowhere for certain where it is orphaned."""

    outcome: Literal["exact", "moved", "orphaned"]
    position: Span | None = None


@dataclass(frozen=True)
class Texts:
    """The text that spans refer to, and the one that they are looked for in."""

    old: Folded
    new: Folded

    @cached_property
    def map(self) -> list[int]:
        """For each word of the old text its place among those of the new."""
        return diff_map(self.old.keys, self.new.keys)


# ---- placing ------------------------------------------------------------------------------------


def place(texts: Texts, span: Span) -> Placed:
    """Where a span of the old text stands in the new one, where that is proved."""
    old = texts.old.into(span)
    words = texts.old.folded[slice(*old)]
    if not words.strip():
        return Placed(outcome="orphaned")
    here = _occurrences(texts.old.folded, words, old)
    there = _occurrences(texts.new.folded, words, old, texts.old.folded)
    found = _proved(texts, words, old[0], here, there)
    if found is None or _says_something_else(texts, old, (found, found + len(words))):
        return Placed(outcome="orphaned")
    position = texts.new.back((found, found + len(words)))
    same = position == span and texts.new.text[slice(*span)] == texts.old.text[slice(*span)]
    return Placed(outcome="exact" if same else "moved", position=position)


def _occurrences(text: str, words: str, like: Span, model: str | None = None) -> list[int]:
    """Where words stand, cut at words' edges as they are at `like` in the old text."""
    model = text if model is None else model
    cut = edges(model, like)
    found, at = [], text.find(words)
    while at >= 0:
        ours = edges(text, (at, at + len(words)))
        if all(edge or not wanted for wanted, edge in zip(cut, ours, strict=True)):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _proved(
    texts: Texts, words: str, start: int, here: Sequence[int], there: Sequence[int]
) -> int | None:
    """The one place that the context names, both ways; None where there is none or several."""
    old, new, length = texts.old.folded, texts.new.folded, len(words)

    def alike(a: int, b: int) -> int:
        return _shared(old, new, a, b, length)

    best = _only_best([(alike(start, place), place) for place in there])
    if best is None:
        return None
    score, found = best
    again = _only_best([(alike(place, found), place) for place in here])
    if again is None or again[1] != start:
        return None
    alone = len(here) == len(there) == 1 and letters(words) >= ALONE
    return found if alone or score >= PROOF else None


def _only_best(scored: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The best of scored places, where no other comes near."""
    ranked = sorted(scored, reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] + PROOF // 2 > ranked[0][0]):
        return None
    return ranked[0]


def _shared(old: str, new: str, a: int, b: int, length: int) -> int:
    """How many letters two places share in what stands right before and right after them."""
    before = common(old[max(0, a - NEAR) : a][::-1], new[max(0, b - NEAR) : b][::-1])
    after = common(old[a + length : a + length + NEAR], new[b + length : b + length + NEAR])
    return letters(before) + letters(after)


def _says_something_else(texts: Texts, old: Span, new: Span) -> bool:
    """Whether the rest of the sentence tells another number, date, name, negation or doubt."""
    return bool(changed_words(texts.old.rest(old), texts.new.rest(new)))


# ---- what has been read -------------------------------------------------------------------------


def still_read(texts: Texts, read: Sequence[Span], sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences of the new text whose words had been read in the old one."""
    back = Texts(texts.new, texts.old)
    for sentence in sentences:
        found = place(back, sentence).position
        if found is not None and any(a <= found[0] and found[1] <= b for a, b in read):
            yield sentence
