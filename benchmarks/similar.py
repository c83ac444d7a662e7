"""What it costs to find the same claim elsewhere among thousands, and whether that stays linear.

    .venv/bin/python benchmarks/similar.py [CLAIMS]

Claims are made of words as frequent as words are in languages; one in ten repeats another with a
word changed. Prints the processor time for a half and for all, and how many repeats were found.
"""

from __future__ import annotations

import random
import sys
from time import process_time

from qa_annotate.adapters.likeness import likeness
from qa_annotate.core.records import Claim, Decided
from qa_annotate.core.similar import Index, Owned, alike

SYLLABLES = ("ba", "ko", "ri", "shu", "ten", "la", "mo", "dar", "ve", "zi", "nu", "pel")


def claims(count: int, chance: random.Random) -> list[Owned]:
    """Claims, twenty an article."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(4000)]
    weights = [1 / (place + 1) for place in range(len(words))]
    quotes: list[list[str]] = []
    for _ in range(count):
        if quotes and chance.random() < 0.1:
            quote = list(chance.choice(quotes))
            quote[chance.randrange(len(quote))] = chance.choice(words)
        else:
            quote = chance.choices(words, weights=weights, k=chance.randint(8, 18))
        quotes.append(quote)
    return [_owned(number, " ".join(quote)) for number, quote in enumerate(quotes)]


def _owned(number: int, quote: str) -> Owned:
    decided = Decided(by="ana", at="2026-01-01T00:00:00Z")
    claim = Claim(
        id=f"c{number}", label="unverified", quote=quote, position=(0, 1), decided=decided
    )
    return Owned(article=f"a{number // 20}", coder="ana", claim=claim)


def seconds(every: list[Owned]) -> tuple[float, int]:
    """Processor time for proposing to each claim, and how many have a likely twin."""
    begun = process_time()
    index = Index(every)
    found = sum(
        any(one.likeness > 0.85 for one in alike(index, number, likeness))
        for number in range(len(every))
    )
    return process_time() - begun, found


def main() -> int:
    """Time a half and all of the claims."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    every = claims(count, random.Random(11))
    half, _ = seconds(every[: count // 2])
    whole, found = seconds(every)
    print(f"{count // 2} claims: {half:.1f} s; {count}: {whole:.1f} s; {found} with a twin")
    return 0 if whole < 4 * half else 1


if __name__ == "__main__":
    sys.exit(main())
