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
from .outline import is_read
from .text import from_utf16, trimmed

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
        return shared_beside(old, new, (a, a + length), (b, b + length))

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


def shared_beside(old: str, new: str, here: Span, there: Span) -> int:
    """How many letters two places share in what stands right before and right after them."""
    before = common(_before(old, here[0]), _before(new, there[0]))
    after = common(old[here[1] : here[1] + NEAR], new[there[1] : there[1] + NEAR])
    return letters(before) + letters(after)


def _before(text: str, place: int) -> str:
    """What stands before a place, from there back."""
    return text[max(0, place - NEAR) : place][::-1]


# ---- a quote without the text it was taken from -------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Selector:
    """How a span is found again: its words, what stood right before and after, where it was."""

    quote: str
    before: str = ""
    after: str = ""
    position: Span | None = None


def locate(selector: Selector, text: Folded) -> Placed:
    """Where a quote stands in a text of which nothing else is known, where that is proved.

    Its own position is proof where the words stand there. Else they must stand in one place alone
    and be many, or the context must name one place; and nothing that changes what is said may have
    come into that context.
    """
    told = Folded(f"{selector.before}{selector.quote}{selector.after}")
    span = told.into((len(selector.before), len(selector.before) + len(selector.quote)))
    words = told.folded[slice(*span)]
    if not letters(words):
        return Placed(outcome="orphaned")
    at = _where_it_says(selector, text)
    if at is not None and not _context_changed(told.folded, text.folded, span, text.into(at)[0]):
        return Placed(outcome="exact", position=at)
    there = _occurrences(text.folded, words, span, told.folded)
    best = _only_best([(_beside(told.folded, text.folded, span, place), place) for place in there])
    if best is None:
        return Placed(outcome="orphaned")
    score, found = best
    alone = len(there) == 1 and letters(words) >= ALONE
    whole = score >= PROOF or 0 < score == letters(f"{selector.before}{selector.after}")
    if not (alone or whole) or _context_changed(told.folded, text.folded, span, found):
        return Placed(outcome="orphaned")
    return Placed(outcome="moved", position=text.back((found, found + len(words))))


def _where_it_says(selector: Selector, text: Folded) -> Span | None:
    """A quote's own position, where its words stand there: in code points, or UTF-16 units."""
    at = selector.position
    if at is None or at[0] >= at[1]:
        return None
    for span in (at, from_utf16(text.text, at)):
        if span is not None and text.text[slice(*span)] == selector.quote:
            return span
    return None


def _beside(old: str, new: str, span: Span, place: int) -> int:
    """How many letters of a quote's context stand right beside a place."""
    return shared_beside(old, new, span, (place, place + span[1] - span[0]))


def _context_changed(told: str, text: str, span: Span, place: int) -> bool:
    """Whether what stands beside a place tells something else than the quote's context did."""
    end = place + span[1] - span[0]
    was = f"{told[: span[0]]} {told[span[1] :]}"
    now = f"{text[max(0, place - span[0]) : place]} {text[end : end + len(told) - span[1]]}"
    return was != now and bool(changed_words(was, now))


# ---- what is said beside a span -----------------------------------------------------------------


def _says_something_else(texts: Texts, old: Span, new: Span) -> bool:
    """Whether the rest of the sentence tells another number, date, name, negation or doubt."""
    return bool(changed_words(texts.old.rest(old), texts.new.rest(new)))


# ---- what has been read -------------------------------------------------------------------------


def still_read(texts: Texts, read: Sequence[Span], sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences of the new text whose words had been read in the old one."""
    for found, sentence in known_sentences(texts, sentences):
        if is_read(read, found):
            yield sentence


# ---- what stands in a place ---------------------------------------------------------------------


def known_sentences(texts: Texts, sentences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """The sentences of the new text that stood in the old one: where, and where they do now."""
    back = Texts(texts.new, texts.old)
    for sentence in sentences:
        found = place(back, sentence).position
        if found is not None:
            yield found, sentence


def between(texts: Texts, span: Span, known: Sequence[tuple[Span, Span]]) -> Span | None:
    """What stands in the new text in the place of a span: all between its known neighbours."""
    start = max((new[1] for old, new in known if old[1] <= span[0]), default=0)
    later = [new[0] for old, new in known if old[0] >= span[1] and new[0] >= start]
    found = trimmed(texts.new.text, (start, min(later, default=len(texts.new.text))))
    return found if found[0] < found[1] else None
