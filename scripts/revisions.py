"""Scores the proposals of re-anchoring on real revisions of interviews.

    python scripts/revisions.py [--floors] [--show N]

The revisions are `revisions/pairs.json` in the folder that QA_ANNOTATE_SHARED names (else
../shared). They hold no gold placement, so what is known is made: a sentence whose words stand once
in each version is known to be found there. Its words in the new version are then edited (a word
changed, words put in, a part dropped, a number or a negation put in, joined with its neighbour), or
it is taken out; and the engine is asked where it stands now. A proposal is right where it shares at
least half of what it and the true place cover. `--show N` prints N sentences of the revisions as
they are that the engine could not place, with what it proposes, for a person to read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_annotate.adapters.matching import MATCHER
from qa_annotate.adapters.sentences import sentences
from qa_annotate.core.folding import Folded
from qa_annotate.core.proposing import propose
from qa_annotate.core.reanchoring import Texts, place
from qa_annotate.core.text import overlap, paragraphs

Span = tuple[int, int]
ROOT = Path(__file__).parents[1]
SHORTEST = 20
"""Sentences with fewer characters are left out: their words alone tell little."""
TAKEN_OUT = 0.25
MOVED = 0.15


def pairs() -> list[dict[str, str]]:
    """The revisions, where there are any."""
    shared = Path(os.environ.get("QA_ANNOTATE_SHARED", ROOT.parent / "shared"))
    path = shared / "revisions" / "pairs.json"
    found: list[dict[str, str]] = json.loads(path.read_text("utf-8")) if path.exists() else []
    return found


def cut(text: str) -> Iterator[Span]:
    """The sentences of a text that are long enough."""
    for paragraph in paragraphs(text):
        for start, end in sentences(text, paragraph, "en"):
            if end - start >= SHORTEST:
                yield start, end


# ---- edits with a known truth -------------------------------------------------------------------


def reworded(words: list[str], chance: random.Random) -> list[str]:
    """A word in eight is another."""
    count = max(1, len(words) // 8)
    places = set(chance.sample(range(len(words)), count))
    return ["rather" if i in places else word for i, word in enumerate(words)]


def widened(words: list[str], chance: random.Random) -> list[str]:
    """Some words more in the middle."""
    at = chance.randrange(1, len(words))
    more = ["as", "we", "have", "all", "come", "to", "know", "by", "now"][: max(2, len(words) // 4)]
    return [*words[:at], *more, *words[at:]]


def shortened(words: list[str], chance: random.Random) -> list[str]:
    """A quarter of the words gone, in one piece."""
    gone = max(1, len(words) // 4)
    at = chance.randrange(len(words) - gone + 1)
    return [*words[:at], *words[at + gone :]]


def numbered(words: list[str], chance: random.Random) -> list[str]:
    """A number put in."""
    at = chance.randrange(1, len(words))
    return [*words[:at], str(chance.randint(2, 99)), *words[at:]]


def negated(words: list[str], chance: random.Random) -> list[str]:
    """A negation put in."""
    at = chance.randrange(1, len(words))
    return [*words[:at], "not", *words[at:]]


def swapped(words: list[str], _: random.Random) -> list[str]:
    """The first third of the words put last."""
    at = max(1, len(words) // 3)
    return [*words[at:], *words[:at]]


Change = Callable[[list[str], random.Random], list[str]]
CHANGES: tuple[Change, ...] = (reworded, widened, shortened, numbered, negated, swapped)


@dataclass(frozen=True)
class Case:
    """A span of an old text, a new one, and where the span stands there now; None: nowhere."""

    texts: Texts
    span: Span
    truth: Span | None
    kind: str


def cases(every: list[dict[str, str]], chance: random.Random) -> Iterator[Case]:
    """Every sentence that stands once in both versions, edited or taken out in the new one."""
    for pair in every:
        old, new = pair["old"], pair["new"]
        folded = Folded(old)
        for start, end in cut(old):
            words = old[start:end]
            if old.count(words) != 1 or new.count(words) != 1:
                continue
            at = new.index(words)
            rest = new[:at] + new[at + len(words) :]
            kind, now, at = _edited(words, rest, at, chance)
            truth = (at, at + len(now)) if now else None
            texts = Texts(folded, Folded(rest[:at] + now + rest[at:]))
            yield Case(texts, (start, end), truth, kind)


def _edited(words: str, rest: str, at: int, chance: random.Random) -> tuple[str, str, int]:
    """What is done to a sentence, its words then (none where it is taken out), and its place."""
    if chance.random() < TAKEN_OUT:
        return "taken out", "", at
    change = chance.choice(CHANGES)
    now = " ".join(change(words.split(), chance))
    if chance.random() < MOVED:
        ends = [end for _, end in paragraphs(rest)]
        at = chance.choice(ends) if ends else at
        return f"moved and {change.__name__}", f"\n\n{now}", at
    return change.__name__, now, at


def judged(case: Case) -> str:
    """What became of a case: right, wrong, none; of a sentence taken out: attached, or none.

    What the engine places by itself is told apart: it must be right.
    """
    placed = place(case.texts, case.span)
    if placed.position is not None:
        return f"placed {_is_right(placed.position, case.truth)}"
    proposals = propose(case.texts, case.span, MATCHER)
    if not proposals:
        return "none"
    return f"proposed {_is_right(proposals[0].position, case.truth)}"


def _is_right(found: Span, truth: Span | None) -> str:
    if truth is None:
        return "where it was taken out"
    shared = overlap(found, truth)
    together = found[1] - found[0] + truth[1] - truth[0] - shared
    return "right" if shared * 2 >= together else "wrong"


# ---- the revisions as they are ------------------------------------------------------------------


def left(every: list[dict[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Sentences of real revisions that have no certain place, with what is proposed."""
    for pair in every:
        texts = Texts(Folded(pair["old"]), Folded(pair["new"]))
        for span in cut(pair["old"]):
            if place(texts, span).position is None:
                found = propose(texts, span, MATCHER)
                told = tuple(f"{p.similarity:.2f} {p.changed} {p.quote}" for p in found)
                yield pair["old"][slice(*span)], told


def tally(every: list[dict[str, str]]) -> Counter[tuple[str, str]]:
    """How many cases of each kind came out how."""
    return Counter((case.kind, judged(case)) for case in cases(every, random.Random(7)))


FLOORS = {"right": 0.97, "wrong": 0.01, "attached": 0.02}
"""The least share of edited sentences placed right, the most placed wrong; the most of those taken
out that get a proposal. By itself the engine may place none of either."""


def shortfalls(found: Counter[tuple[str, str]]) -> list[str]:
    """Which floors are missed."""
    shares = shared(found)
    short = [
        f"{name} is {shares[name]:.3f}"
        for name in ("wrong", "attached")
        if shares[name] > FLOORS[name]
    ]
    if shares["right"] < FLOORS["right"]:
        short.append(f"right is {shares['right']:.3f}")
    placed = sum(n for (_, verdict), n in found.items() if verdict.startswith("placed"))
    return [*short, *([f"{placed} placed that can't be proved"] if placed else [])]


def shared(found: Counter[tuple[str, str]]) -> dict[str, float]:
    """The shares that the floors are about."""
    edited = sum(n for (kind, _), n in found.items() if kind != "taken out")
    out = sum(n for (kind, _), n in found.items() if kind == "taken out")
    verdicts: Counter[str] = Counter()
    for (_, verdict), n in found.items():
        verdicts[verdict] += n
    return {
        "right": verdicts["proposed right"] / edited,
        "wrong": verdicts["proposed wrong"] / edited,
        "attached": verdicts["proposed where it was taken out"] / out,
    }


def main() -> int:
    """Score, print, and with --floors tell by the exit code whether it is good enough."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    every = pairs()
    if not every:
        print("There are no revisions here: name the shared folder in QA_ANNOTATE_SHARED.")
        return 0
    found = tally(every)
    for kind in sorted({kind for kind, _ in found}):
        told = ", ".join(f"{v} {n}" for (k, v), n in sorted(found.items()) if k == kind)
        print(f"{kind}: {told}")
    print(", ".join(f"{name} {share:.1%}" for name, share in shared(found).items()))
    unsure = list(left(every))
    print(f"as they are: {len(unsure)} orphaned, {sum(bool(t) for _, t in unsure)} with proposals")
    for words, told_ in random.Random(3).sample(unsure, min(options.show, len(unsure))):
        print(f"- {words}", *told_, sep="\n    ")
    short = shortfalls(found) if options.floors else []
    print(*short, sep="\n")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
