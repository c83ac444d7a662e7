"""From one text of an article to another: where a span stands now, proved, or a person must look.

Both texts are compared as *folded*: runs of white space, quotation marks and dashes made alike, and
nothing else. A span is placed only where its words stand in the new text and the place is the one
that its context names: best for the span among all such places, and the span best for it among all
places of those words in the old text. So a deleted sentence doesn't jump to its twin, and a short
one not to a look-alike. Where a negation, a modal word or a number appeared or went in the rest of
its sentence, the words no longer say the same, and a person must look.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from .model import Span

NEAR = 120
"""How many characters of context are compared on each side."""
PROOF = 12
"""How many letters of context prove a place, where the words alone don't."""
ALONE = 24
"""From so many letters on, words that stand once in each text prove themselves."""
LEAST = 0.6
"""Proposals less alike than this are none."""

Search: TypeAlias = Callable[[str, str], Sequence[tuple[int, int, float]]]
"""A quote and a text: stretches that resemble it, with their likeness from 0 to 1, best first."""

Changed: TypeAlias = Literal["number", "negation", "modal word", "several places"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A place that resembles a claim, for a person to accept; what to look at before."""

    position: Span
    quote: str
    similarity: float
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """Where a span stands in the new text; proposals where it stands nowhere for certain."""

    outcome: Literal["exact", "moved", "orphaned"]
    position: Span | None = None
    proposals: tuple[Proposal, ...] = ()


# ---- folded texts -------------------------------------------------------------------------------

_QUOTES = "\"'`´“”„‟«»‘’‚‛‹›「」『』〝〞＂＇"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_FOLD = str.maketrans({**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DASHES, "-")})
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"\w")
_END = re.compile(r"[.!?。؟…]['\s)]*\s|[.!?。؟…]'?$")


class Folded:
    """A text with white space, quotation marks and dashes made alike, and the way back."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts, starts, at = [], [], 0
        for found in _SPACE.finditer(text):
            parts += [text[at : found.start()], " "]
            starts += [*range(at, found.start()), found.start()]
            at = found.end()
        parts.append(text[at:])
        starts += [*range(at, len(text)), len(text)]
        self.folded = "".join(parts).translate(_FOLD)
        self._starts = starts

    def into(self, span: Span) -> Span:
        """A span of the text as one of the folded text."""
        return bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])

    def back(self, span: Span) -> Span:
        """A span of the folded text as one of the text; white space at its end is left out."""
        end = self._starts[span[1] - 1] + 1 if span[1] > span[0] else self._starts[span[0]]
        return self._starts[span[0]], end

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where sentences end, roughly: after a full stop and the like."""
        return tuple(
            found.end() for found in re.finditer(r"[.!?。؟…]['\s)]*\s|[.!?。؟…]'?$", self.folded)
        )

    def rest(self, span: Span) -> str:
        """What stands beside a span in its sentence."""
        first = bisect_right(self.ends, span[0])
        last = bisect_left(self.ends, span[1])
        start = self.ends[first - 1] if first else 0
        end = self.ends[last] if last < len(self.ends) else len(self.folded)
        return f"{self.folded[start : span[0]]} {self.folded[span[1] : end]}"


# ---- placing ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Texts:
    """The text that spans refer to, and the one that they are looked for in."""

    old: Folded
    new: Folded


def place(texts: Texts, span: Span) -> Placed:
    """Where a span of the old text stands in the new one; without proposals."""
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
    edges = _edges(model, like)
    found, at = [], text.find(words)
    while at >= 0:
        ours = _edges(text, (at, at + len(words)))
        if all(edge or not wanted for wanted, edge in zip(edges, ours, strict=True)):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _edges(text: str, span: Span) -> tuple[bool, bool]:
    """Whether a span begins and ends between words."""
    start, end = span
    before = start == 0 or not (_LETTER.match(text[start - 1]) and _LETTER.match(text[start]))
    after = end == len(text) or not (_LETTER.match(text[end]) and _LETTER.match(text[end - 1]))
    return before, after


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
    alone = len(here) == len(there) == 1 and _letters(words) >= ALONE
    return found if alone or score >= PROOF else None


def _only_best(scored: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The best of scored places, where no other comes near."""
    ranked = sorted(scored, reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] + PROOF // 2 > ranked[0][0]):
        return None
    return ranked[0]


def _shared(old: str, new: str, a: int, b: int, length: int) -> int:
    """How many letters two places share in what stands right before and right after them."""
    before = _common(old[max(0, a - NEAR) : a][::-1], new[max(0, b - NEAR) : b][::-1])
    after = _common(old[a + length : a + length + NEAR], new[b + length : b + length + NEAR])
    return _letters(before) + _letters(after)


def _common(a: str, b: str) -> str:
    """The beginning that two texts share."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[:middle] == b[:middle]:
            low = middle
        else:
            high = middle - 1
    return a[:low]


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


# ---- words that change what is said -------------------------------------------------------------


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_NEGATIONS = _words(
    "no not never none nobody nothing neither nor without cannot t",
    "false deny denied denies untrue",
    "ne pas jamais sans aucun aucune ni rien personne",
    "nunca sin ningún ninguna nadie nada ni jamás",
    "nicht kein keine keinen keiner nie ohne niemand nichts weder",
    "не нет ни без никто никогда ничего",
    "لا لم لن ليس ليست ما غير بدون دون لما ولا ولم ولن لا",
    "不 没 未 非 无 yok değil hayır hiç não nunca sem nem",
)
_MODALS = _words(
    "may might could would should can must will shall allegedly reportedly apparently perhaps",
    "possibly probably likely maybe supposedly claim claims claimed if",
    "peut pourrait doit devrait serait aurait peut-être",
    "puede podría debe debería quizás tal",
    "kann könnte muss sollte soll darf würde vielleicht angeblich",
    "может мог должен бы возможно якобы",
    "قد ربما يمكن يجب سوف لعل",
)
_WORD = re.compile(r"\w+")


def _telling(text: str) -> dict[Changed, tuple[str, ...]]:
    """The numbers, negations and modal words of a text, in order of the alphabet."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return {
        "number": tuple(sorted(w for w in words if any(c.isdigit() for c in w))),
        "negation": tuple(sorted(w for w in words if w in _NEGATIONS)),
        "modal word": tuple(sorted(w for w in words if w in _MODALS)),
    }


def changed_words(old: str, new: str) -> tuple[Changed, ...]:
    """What of numbers, negations and modal words differs between two texts.

    >>> changed_words("aid entered in 2013", "no aid entered in 2014")
    ('number', 'negation')
    """
    before, after = _telling(old), _telling(new)
    return tuple(kind for kind in before if before[kind] != after[kind])


def _says_something_else(texts: Texts, old: Span, new: Span) -> bool:
    """Whether the rest of the sentence has another number, negation or modal word than it had."""
    return bool(changed_words(texts.old.rest(old), texts.new.rest(new)))


# ---- proposing ----------------------------------------------------------------------------------


def propose(texts: Texts, span: Span, search: Search, most: int = 3) -> tuple[Proposal, ...]:
    """Places of the new text that resemble a span, the likeliest first; none below LEAST."""
    old = texts.old.into(span)
    words = texts.old.folded[slice(*old)]
    found = [
        (_likely(texts, old, (start, end), similarity), start, end, similarity)
        for start, end, similarity in search(words, texts.new.folded)
        if similarity >= LEAST
    ]
    found.sort(reverse=True)
    several = len(found) > 1 and found[1][3] == found[0][3]
    return tuple(
        _proposal(texts, old, (start, end), similarity, several)
        for _, start, end, similarity in found[:most]
    )


def _likely(texts: Texts, old: Span, new: Span, similarity: float) -> float:
    """Likeness, with a little for shared context."""
    before = _common(
        texts.old.folded[max(0, old[0] - NEAR) : old[0]][::-1],
        texts.new.folded[max(0, new[0] - NEAR) : new[0]][::-1],
    )
    after = _common(
        texts.old.folded[old[1] : old[1] + NEAR], texts.new.folded[new[1] : new[1] + NEAR]
    )
    return similarity + 0.2 * min(1.0, _letters(before + after) / (2 * PROOF))


def _proposal(texts: Texts, old: Span, new: Span, similarity: float, several: bool) -> Proposal:
    new = _at_words(texts.new.folded, new)
    position = texts.new.back(new)
    was = f"{texts.old.folded[slice(*old)]} {texts.old.rest(old)}"
    now = f"{texts.new.folded[slice(*new)]} {texts.new.rest(new)}"
    marks: tuple[Changed, ...] = ("several places",) if several else ()
    return Proposal(
        position=position,
        quote=texts.new.text[slice(*position)],
        similarity=round(similarity, 3),
        changed=(*changed_words(was, now), *marks),
    )


def _at_words(text: str, span: Span) -> Span:
    """A stretch widened to whole words, white space at its ends left out."""
    start, end = span
    while start > 0 and not _edges(text, (start, end))[0]:
        start -= 1
    while end < len(text) and not _edges(text, (start, end))[1]:
        end += 1
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end


# ---- what has been read -------------------------------------------------------------------------


def still_read(texts: Texts, read: Sequence[Span], sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences of the new text whose words had been read in the old one."""
    back = Texts(texts.new, texts.old)
    for sentence in sentences:
        found = place(back, sentence).position
        if found is not None and any(a <= found[0] and found[1] <= b for a, b in read):
            yield sentence
