"""How fast sources are read: megabytes a second of processor time on one core.

    python benchmarks/parse.py [--large]

Plain text and Markdown from text to pairs, at growing sizes (a reader that is linear keeps its
figure; `--large` goes to 50 MB); HTML beside trafilatura's own time on the same pages.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from qa_annotate.commands.reading import read_bytes

TURN = (
    "Q: What happened on day {n} of the flood, and who was there to see it?\n\n"
    "We had moved the animals up the hill the evening before, since the river was already over the "
    "lower road. Nobody slept. At four the bridge went, and with it the line to the town, so that "
    "for two days all we knew was what we could see from the roof of the school.\n\n"
    "My brother came on the third day with a boat. He had been told that the village was empty.\n\n"
)
MARKED = TURN.replace("Q: ", "**").replace("see it?", "see it?**").replace("roof", "*roof*")
PAGE = (
    "<p><strong>What happened on day {n} of the flood?</strong></p><p>We had moved the animals up "
    "the hill the evening before, since the river was already over the lower road. Nobody slept. "
    "At four the bridge went, and with it the line to the town.</p>"
)


def filled(turn: str, size: int) -> str:
    """A text of about some bytes."""
    count = max(1, size // len(turn))
    return "A flood, told\n\n" + "".join(turn.replace("{n}", str(n)) for n in range(count))


def seconds(work: Callable[[], object]) -> float:
    """Processor time that some work takes; the best of three."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def rate(name: str, text: str) -> float:
    """Megabytes a second from bytes to pairs."""
    data = text.encode()
    return len(data) / 1e6 / seconds(lambda: read_bytes(data, name, None))


def page(size: int) -> str:
    """An HTML page with a menu and a footer."""
    body = "".join(PAGE.replace("{n}", str(n)) for n in range(max(1, size // len(PAGE))))
    menu = "<nav><ul>" + "<li><a href='/x'>Section</a></li>" * 20 + "</ul></nav>"
    article = f"<article><h1>A flood</h1>{body}</article>"
    return f"<html><body>{menu}{article}<footer>©</footer></body></html>"


def html() -> None:
    """Our time on HTML pages beside trafilatura's."""
    try:
        import trafilatura
    except ModuleNotFoundError:
        print("HTML: not measured, the extra html is not installed")
        return
    for size in (20_000, 100_000):
        text = page(size)
        ours = seconds(lambda text=text: read_bytes(text.encode(), "a.html", None))
        theirs = seconds(lambda text=text: trafilatura.extract(text, favor_recall=True))
        print(f"HTML {size // 1000:4} kB: {ours / theirs:.2f} × trafilatura's own time")


def main(large: bool) -> None:
    """Print every figure."""
    sizes = (100_000, 1_000_000, 5_000_000, *((50_000_000,) if large else ()))
    for name, turn in (("a.txt", TURN), ("a.md", MARKED)):
        rates = [f"{rate(name, filled(turn, size)):.1f} at {size / 1e6:g} MB" for size in sizes]
        print(f"{name.rpartition('.')[2]:4} MB/s: " + ", ".join(rates))
    html()


if __name__ == "__main__":
    main("--large" in sys.argv)
