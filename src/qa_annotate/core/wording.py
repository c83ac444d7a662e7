"""Figures in words: how a number, an interval and a method are told, the same everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .agreed import Agreement, Bounds, Figure
from .names import person


def number(value: float) -> str:
    """Three places, which is what agreement is reported to.

    >>> number(0.51251)
    '0.513'
    """
    return f"{value + 0.0:.3f}"


def figure(item: Figure) -> str:
    """A coefficient to three places, or why there is none."""
    return f"undefined ({item.reason})" if item.value is None else number(item.value)


def bounds(interval: Bounds | None) -> str:
    """An interval in brackets; nothing where there is none."""
    return f"[{number(interval.low)}, {number(interval.high)}]" if interval else ""


def percent(share: float) -> str:
    """A share as per cent, without needless places.

    >>> percent(0.95), percent(0.999)
    ('95 %', '99.9 %')
    """
    return f"{share * 100:.3g} %"


def count(n: int, one: str, many: str = "") -> str:
    """How many of something.

    >>> count(1, "unit"), count(2, "unit"), count(0, "study", "studies")
    ('1 unit', '2 units', '0 studies')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(words: tuple[str, ...]) -> str:
    """Words with commas and an "and".

    >>> listed(("a", "b", "c"))
    'a, b and c'
    """
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def left_out(reasons: Mapping[str, int]) -> str:
    """How many units were left out, by reason; "none" where none was.

    >>> left_out({"read by nobody": 2, "not read": 1})
    '1 not read; 2 read by nobody'
    """
    told = (f"{n:,} {reason}" for reason, n in sorted(reasons.items()))
    return "; ".join(told) or "none"


def cut(context: tuple[str, str], most: int = 40) -> tuple[str, str]:
    """What stands before and after some words, cut at a word's edge, with an ellipsis.

    >>> cut(("one two three ", " four five six"), most=10)
    ('… two three ', ' four five …')
    """
    before, after = (" ".join(f"x{text}x".split())[1:-1] for text in context)
    if len(before) > most:
        before = "… " + before[-most - 1 :].partition(" ")[2]
    if len(after) > most:
        after = after[: most + 1].rpartition(" ")[0] + " …"
    return before, after


def methods(report: Agreement) -> str:
    """The paragraph for a paper's section on reliability, with the figures in it."""
    return " ".join(
        sentence
        for sentence in (
            _sample(report),
            report.compared,
            _used(report),
            *map(_told, report.headline[:2]),
            _interval(report),
            f"Computed with {report.tool.name} {report.tool.version}.",
        )
        if sentence
    )


def _sample(report: Agreement) -> str:
    what = count(len(report.articles), "article") if report.articles else "a table of units"
    by = f", labelled by the codebook {report.codebook}" if report.codebook else ""
    labels = f" (categories: {', '.join(report.categories)})" if report.categories else ""
    return f"The reliability sample was {what}, coded by {coders(report.coders)}{by}{labels}."


def coders(names: tuple[str, ...]) -> str:
    """How many people coded, and who; later rounds are nobody new.

    >>> coders(("amal", "omar")), coders(("amal", "amal.2"))
    ('2 coders (amal and omar)', '1 coder (amal, in 2 rounds)')
    """
    rounds = Counter(map(person, names))
    told = (who if n == 1 else f"{who}, in {n} rounds" for who, n in rounds.items())
    return f"{count(len(rounds), 'coder')} ({listed(tuple(told))})"


def _used(report: Agreement) -> str:
    if report.level == "characters":
        return ""
    left = sum(report.left_out.values())
    why = f" ({left_out(report.left_out)})" if left else ""
    used = count(report.units_used, "unit was", "units were")
    by = "in two rounds or more" if len(set(map(person, report.coders))) == 1 else _BY_TWO
    return f"{used} rated {by} and compared; {left:,} left out{why}."


_BY_TWO = "by two coders or more"


def _told(item: Figure) -> str:
    if item.value is None:
        return f"{item.title} is undefined: {item.reason}."
    interval = item.interval
    around = f", {percent(interval.level)} interval {bounds(interval)}" if interval else ""
    return f"{item.title} was {number(item.value)}{around}."


def _interval(report: Agreement) -> str:
    interval = report.headline[0].interval if report.headline else None
    if interval is None:
        return ""
    return (
        f"Intervals are percentile bootstrap intervals from {interval.draws:,} resamples of"
        f" {interval.by} (seed {interval.seed}); in {percent(interval.below['0.667'])} of them"
        f" the first coefficient was below 0.667, in {percent(interval.below['0.800'])} below"
        " 0.800."
    )
