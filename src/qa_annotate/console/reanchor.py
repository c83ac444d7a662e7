"""What became of claims when their text changed: counts, then each one that waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..core.moving import Moved
from .base import console, plain, print_indented


def show_reanchoring(claims: Sequence[Moved]) -> None:
    """Counts for each coder; the orphaned with their proposals side by side."""
    out = console()
    counts = Counter((moved.coder, moved.outcome) for moved in claims)
    for coder in dict.fromkeys(moved.coder for moved in claims):
        told = ", ".join(f"{counts[coder, o]} {o}" for o in ("exact", "moved", "orphaned"))
        out.print(plain(f"{coder}: {told}", style="bold"))
    for moved in claims:
        if moved.outcome == "orphaned":
            out.print(plain(f"{moved.claim} ({moved.coder}) has no certain place:"))
            print_indented(out, plain(f"was: {moved.quote}"))
            for number, proposal in enumerate(moved.proposals, start=1):
                several = ("several places fit",) if "several places" in proposal.changed else ()
                told = "; ".join((*several, *proposal.told))
                marks = f" [{told}]" if told else ""
                words = f"{number}. {proposal.similarity:.2f}{marks}: {proposal.quote}"
                print_indented(out, plain(words))
    if not claims:
        out.print("Every claim stands on the article's text.")
