"""What a reader must know before relying on the figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .counts import Counts, Label
from .figures import Figure, Warn
from .intervals import Resamples

FEW_UNITS = 20
SHORT_INTERVALS = 30
ONE_LABEL_SHARE = 0.9


def cautions(
    counts: Counts,
    labels: Sequence[Label],
    alpha: Figure,
    drawn: Resamples,
    articles: Iterable[str],
) -> tuple[Warn, ...]:
    """Every warning that holds, for the figure that a report leads with."""
    found = [
        _few_units(int(counts.shared_units)),
        _one_label(counts, labels),
        _negative(alpha),
        _few_articles(drawn, len(set(articles))),
        _undefined_draws(alpha),
    ]
    return tuple(warning for warning in found if warning)


def _few_units(units: int) -> Warn | None:
    if units < FEW_UNITS:
        message = f"Only {units} units were rated by two coders or more: too few to rely on."
        return Warn(code="few-units", message=message)
    if units < SHORT_INTERVALS:
        message = f"With {units} shared units, intervals come out too short."
        return Warn(code="short-intervals", message=message)
    return None


def _one_label(counts: Counts, labels: Sequence[Label]) -> Warn | None:
    given = counts.weights @ counts.table
    if not given.sum() or given.max() / given.sum() <= ONE_LABEL_SHARE:
        return None
    share, label = given.max() / given.sum(), labels[int(given.argmax())]
    return Warn(
        code="one-label",
        message=f"{share:.0%} of the ratings are '{label}':"
        " percent agreement is high by itself, and alpha rests on few units.",
    )


def _negative(alpha: Figure) -> Warn | None:
    if alpha.value.value is None or alpha.value.value >= 0:
        return None
    return Warn(
        code="negative-alpha",
        message="Alpha is below zero: coders agree less than chance would. Look for a label that"
        " they understand differently.",
    )


def _few_articles(drawn: Resamples, articles: int) -> Warn | None:
    if drawn.by == "articles" or articles < 2:
        return None
    return Warn(
        code="few-articles",
        message=f"Intervals resample units, since there are only {articles} articles; units of"
        " one article resemble each other, so the intervals are rather too short.",
    )


def _undefined_draws(alpha: Figure) -> Warn | None:
    interval = alpha.interval
    if interval is None or interval.defined == interval.draws:
        return None
    missing = interval.draws - interval.defined
    return Warn(
        code="undefined-draws",
        message=f"In {missing} of {interval.draws} resamples alpha was undefined (no variation);"
        " the interval leaves them out.",
    )
