"""What it costs to move 1,000 claims to a new version of a text of 100 kB.

The text is made of numbered sentences; one in ten is changed, one in twenty taken out, some moved.
Prints the outcomes and the time, as a ratio to finding the same words by `str.find` alone.

    .venv/bin/python benchmarks/reanchoring.py [CLAIMS]
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from time import perf_counter

from qa_annotate.adapters.matching import MATCHER
from qa_annotate.core.folding import Folded
from qa_annotate.core.proposing import propose
from qa_annotate.core.reanchoring import Texts, place

WORDS = (
    *("bridge", "river", "market", "aid", "siege", "family", "soldier", "night", "road"),
    *("water", "school", "hospital", "call", "house", "street"),
)
LENGTH = 100_000


def sentence(chance: random.Random) -> str:
    """A sentence of some ten words."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(6, 14))]
    return " ".join(words).capitalize() + "."


def revised(sentences: list[str], chance: random.Random) -> list[str]:
    """A new version."""
    after = [s for s in sentences if chance.random() > 0.05]
    after = [
        s.replace("the", "a").replace(" ", " the ", 1) if chance.random() < 0.1 else s
        for s in after
    ]
    block = after[100:200]
    return after[:100] + after[200:700] + block + after[700:]


def main() -> int:
    """Make two versions, then place every claim."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chance = random.Random(3)
    sentences: list[str] = []
    while sum(map(len, sentences)) + len(sentences) < LENGTH:
        sentences.append(sentence(chance))
    old, new = " ".join(sentences), " ".join(revised(sentences, chance))
    spans, at = [], 0
    for words in sentences:
        spans.append((at, at + len(words)))
        at += len(words) + 1
    spans = sorted(chance.choices(spans, k=wanted))
    begun = perf_counter()
    texts = Texts(Folded(old), Folded(new))
    outcomes: Counter[str] = Counter()
    for span in spans:
        found = place(texts, span)
        outcomes[found.outcome] += 1
        if found.position is None:
            outcomes["with proposals"] += bool(propose(texts, span, MATCHER))
    took = perf_counter() - begun
    begun = perf_counter()
    for start, end in spans:
        new.find(old[start:end])
    plain = perf_counter() - begun
    print(f"{wanted} claims on {len(old) // 1000} kB: {dict(outcomes)}")
    print(f"{took:.2f} s, {took / plain:.0f} times finding the words alone")
    return 0 if took < 2 else 1


if __name__ == "__main__":
    sys.exit(main())
