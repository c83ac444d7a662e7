"""Reads mutated and made-up articles for a while, and says what broke.

    python scripts/fuzz.py [--seconds 60] [--seed N] [FILE...]

Each text is read, parsed and cut into sentences; `broken` names what must never happen. Texts are
mutated from the FILEs (the seed, and the corpus where there is one), and made up of pieces that
readers stumble over. A text that breaks something is kept, and its path printed.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from qa_annotate.commands.reading import Read, read_bytes
from qa_annotate.errors import QaAnnotateError

ROOT = Path(__file__).parents[1]

SLOWEST = 5.0
"""Seconds of processor time for a text of up to 100 kB: far more than any needs."""

PIECES = (
    "Q: ",
    "A: ",
    "Q. ",
    "س: ",
    "ج: ",
    "问：",
    "答：",
    "**",
    "*",
    "# ",
    "## ",
    "– ",
    "— ",
    "1. ",
    "[",
    "](",
    ")",
    "<p>",
    "</p>",
    "<b>",
    "<dt>",
    "<!--",
    "-->",
    "&#",
    "&amp;",
    "```",
    "> ",
    "---\n",
    "title: ",
    "NAME SURNAME: ",
    "Ana Roe (AR): ",
    "AR: ",
    "?",
    "؟",
    "？",
    "!",
    ".",
    ",",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u202e",
    "\u200b",
    "\x00",
    "\x1b[31m",
    "\u0301",
    "😀",
    "ﷺ",
    "12 May 2020",
    "00:01:02,000 --> 00:01:04,000\n",
    "why ",
    "because ",
    "I ",
    "you ",
)


def broken(data: bytes, name: str) -> str | None:
    """What a text breaks; None where all is well or it was refused with a sentence."""
    begun = time.process_time()
    try:
        found = read_bytes(data, name, None)
    except QaAnnotateError as error:
        return None if error.message else "refused without a word"
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"
    if len(data) <= 100_000 and time.process_time() - begun > SLOWEST:
        return f"took {time.process_time() - begun:.1f} s for {len(data)} bytes"
    return next((rule(found) for rule in RULES if rule(found)), None)


def _covered(found: Read) -> str | None:
    """Each character lies in one block, or is white space between blocks."""
    last = 0
    for block in found.structure.blocks:
        if block.start < last or block.start >= block.end:
            return f"block [{block.start}, {block.end}] overlaps, or is empty"
        if found.text[last : block.start].strip():
            return f"text before {block.start} lies in no block"
        last = block.end
    return "text at the end lies in no block" if found.text[last:].strip() else None


def _pairs_in_order(found: Read) -> str | None:
    """Questions and answers are stretches of the text, one after another."""
    last = 0
    for pair in found.structure.pairs:
        for start, end in (pair.question, *pair.answer):
            if not last <= start < end <= len(found.text):
                return f"{pair.id}: [{start}, {end}] is out of order, empty or outside"
            last = end
    return None


def _sentences_inside(found: Read) -> str | None:
    """Sentences lie in their blocks, in order, and hold words."""
    for block in found.blocks():
        last = block.start
        for start, end in block.sentences:
            if not last <= start < end <= block.end:
                return f"sentence [{start}, {end}] is out of its block"
            last = end
    return None


def _sure(found: Read) -> str | None:
    """A confidence is a share."""
    sure = found.structure.reading.confidence
    return None if 0 <= sure <= 1 else f"confidence {sure}"


RULES: tuple[Callable[[Read], str | None], ...] = (
    _covered,
    _pairs_in_order,
    _sentences_inside,
    _sure,
)


# ---- texts --------------------------------------------------------------------------------------


def texts(
    chance: random.Random, samples: Sequence[tuple[str, bytes]]
) -> Iterator[tuple[str, bytes]]:
    """File names and contents without end."""
    while True:
        if samples and chance.random() < 0.6:
            name, data = chance.choice(samples)
            yield name, mutated(data, chance, [other for _, other in samples])
        else:
            suffix = chance.choice((".txt", ".md", ".html", ".srt", ".vtt"))
            count = chance.choice((3, 30, 300, 3000))
            made = "".join(chance.choices(PIECES, k=count))
            yield f"made{suffix}", made.encode()


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """A text with a few things done to it."""
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(_MUTATIONS)(data, chance, others)[:200_000]
    return data


def _cut(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:a] + data[b:]


def _doubled(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    a, b = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:b] + data[a:b] * chance.randint(1, 3) + data[b:]


def _inserted(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(PIECES).encode() * chance.choice((1, 1, 50)) + data[at:]


def _spliced(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _lines_shuffled(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


_MUTATIONS = (_cut, _doubled, _inserted, _spliced, _lines_shuffled)


def samples(files: Sequence[str]) -> list[tuple[str, bytes]]:
    """The files to mutate: those named, else the seed and the corpus."""
    shared = Path(os.environ.get("QA_ANNOTATE_SHARED", ROOT.parent / "shared"))
    places = [Path(file) for file in files] or [
        *sorted((ROOT / "seeds").glob("*.txt")),
        *sorted((shared / "corpus" / "texts").glob("*")),
    ]
    return [(place.name, place.read_bytes()) for place in places]


def run(seconds: float, seed: int, files: Sequence[str] = ()) -> tuple[int, list[tuple[str, Path]]]:
    """How many texts were tried in some seconds, and what broke with the texts that did it."""
    chance = random.Random(seed)
    end = time.monotonic() + seconds
    tried, failures = 0, []
    for name, data in texts(chance, samples(files)):
        if time.monotonic() > end:
            break
        tried += 1
        what = broken(data, name)
        if what:
            handle, path = tempfile.mkstemp(suffix=f"-{name}")
            os.write(handle, data)
            os.close(handle)
            failures.append((what, Path(path)))
    return tried, failures


def main() -> int:
    """Fuzz, and print what broke."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("files", nargs="*")
    asked = options.parse_args()
    tried, failures = run(asked.seconds, asked.seed, asked.files)
    for what, path in failures:
        print(f"{path}: {what}")
    print(f"{tried} texts with seed {asked.seed}: {len(failures)} broke something")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
