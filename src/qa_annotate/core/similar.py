"""The same claim elsewhere: proposals for a person, who alone says that two claims belong together.

Every method finds "aid entered" and "no aid entered" alike, so likeness never links: beside each
proposal stands what differs in numbers, negations, doubt, dates and names. Candidates come from an
index of rare words, so that thousands of claims aren't all compared with one another; a translation
of a quote (its gloss) counts as another wording of it.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice, pairwise
from math import log

from .differing import Difference, differences
from .folding import ARABIC, WORD
from .records import Claim

LEAST = 0.6
"""Claims less alike than this are not proposed."""
CANDIDATES = 15
"""How many claims with the most telling words in common are looked at closely."""
RAREST = 6
"""How many of a claim's words are looked up, the rarest first."""
COMMON = 500
"""Of a word that stands in more claims than this, only as many are looked at."""

Likeness = Callable[[str, str], float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Owned:
    """A claim with its article and whose it is."""

    article: str
    coder: str
    claim: Claim


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """A claim elsewhere that says much the same, and what it says otherwise; how it is tied."""

    other: Owned
    likeness: float
    differs: tuple[str, ...] = ()
    linked: str = ""


# ---- words --------------------------------------------------------------------------------------


def normal(text: str) -> str:
    """A text as claims are compared: words apart, without case, accents and variants of letters.

    >>> normal("L’ÉTÉ à Alep"), normal("قُتِلَ ٣"), normal("援助")
    ('l ete a alep', 'قتل 3', '援 助')
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = "".join(c for c in plain if not unicodedata.category(c).startswith("M") and c != "ـ")
    words = WORD.findall(unicodedata.normalize("NFC", bare.translate(_ALIKE)))
    return " ".join(map(_digits, words))


_ALIKE = ARABIC | str.maketrans({"ة": "ه"})


def _digits(word: str) -> str:
    if not word.isdigit() or word.isascii():
        return word
    return "".join(str(unicodedata.digit(c)) for c in word)


def _keys(words: str) -> set[str]:
    """What a wording is found by: its words; of letters that stand alone, two together."""
    parts = words.split()
    single = [a + b for a, b in pairwise(parts) if len(a) == len(b) == 1]
    return {part for part in parts if len(part) > 1} | set(single)


def _wordings(claim: Claim) -> tuple[str, ...]:
    """The quote and its translations."""
    return tuple(dict.fromkeys(filter(None, map(normal, (claim.quote, *claim.gloss.values())))))


# ---- the index ----------------------------------------------------------------------------------


class Index:
    """Claims by their words."""

    def __init__(self, claims: Sequence[Owned]) -> None:
        self.claims = claims
        self.wordings = [_wordings(owned.claim) for owned in claims]
        self._keys = [set().union(*map(_keys, words)) for words in self.wordings]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, keys in enumerate(self._keys):
            for key in keys:
                self._holding[key].append(number)

    def near(self, number: int) -> list[int]:
        """The claims that share the most telling words with one, those of its article left out."""
        scores: dict[int, float] = defaultdict(float)
        article = self.claims[number].article
        rarest = sorted(self._keys[number], key=lambda key: (len(self._holding[key]), key))
        for key in rarest[:RAREST]:
            holding = self._holding[key]
            weight = log(1 + len(self.claims) / len(holding))
            for other in islice(holding, COMMON):
                scores[other] += weight
        apart = [other for other in scores if self.claims[other].article != article]
        return nsmallest(CANDIDATES, apart, key=lambda other: (-scores[other], other))


def alike(index: Index, number: int, likeness: Likeness, least: float = LEAST) -> tuple[Alike, ...]:
    """The claims of other articles that say much the same as one, the likeliest first."""
    here = index.claims[number]
    ties = {link.claim: link.how for link in here.claim.links}
    found: dict[tuple[str, tuple[str, ...]], Alike] = {}
    for other in index.near(number):
        score = max(
            (likeness(a, b) for a in index.wordings[number] for b in index.wordings[other]),
            default=0.0,
        )
        if score < least:
            continue
        there = index.claims[other]
        told = tuple(map(str, _differences(here.claim, there.claim)))
        made = Alike(
            other=there,
            likeness=round(score, 3),
            differs=told,
            linked=ties.get(there.claim.id, ""),
        )
        found.setdefault((there.article, index.wordings[other][:1]), made)
    return tuple(sorted(found.values(), key=lambda a: (-a.likeness, a.other.claim.id)))


def _differences(here: Claim, there: Claim) -> tuple[Difference, ...]:
    """What differs between the two wordings that are in one language, as far as one can tell."""
    pairs = [
        (here.quote, there.quote),
        *((here.gloss[code], there.gloss[code]) for code in here.gloss if code in there.gloss),
    ]
    return min((differences(*pair) for pair in pairs[1:] or pairs), key=len)


def of_claim(claims: Sequence[Owned], claim: str) -> int | None:
    """Where a claim stands in a list."""
    return next((i for i, owned in enumerate(claims) if owned.claim.id == claim), None)


def by_id(claims: Iterable[Owned]) -> Mapping[str, Owned]:
    """Claims by their ids."""
    return {owned.claim.id: owned for owned in claims}
