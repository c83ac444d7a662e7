"""From what the agreement wing computes to the plain report that is shown, written and read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from .. import agreement as wing
from ..agreement import described
from ..core import agreed as r
from ..core.wording import methods
from .world import TOOL


def reported(
    found: wing.Report,
    data: wing.Reliability,
    *,
    told: str,
    codebook: str = "",
    against: Iterable[wing.Against] = (),
    as_spans: Mapping[str, wing.SpansAgainst] | None = None,
    reference: str = "",
) -> r.Agreement:
    """The plain report of one set of reliability data, its methods paragraph included."""
    headline = tuple(_headline(found))
    of_units = found.level != "claims"
    scores = tuple(
        _scored_coder(item, (as_spans or {}).get(item.coder), of_units=of_units) for item in against
    )
    report = r.Agreement(
        tool=TOOL,
        level=found.level,
        compared=told,
        measurement=found.measurement,
        articles=tuple(dict.fromkeys(filter(None, _articles(data)))),
        coders=found.coders,
        codebook=codebook,
        categories=tuple(map(_word, found.labels)),
        units_used=found.units,
        units_with_several_labels=found.several_labels,
        ratings=found.ratings,
        left_out=found.left_out,
        headline=headline,
        further=tuple(map(_figure, found.as_sets)),
        by_label=tuple(map(_of_label, found.by_label)),
        by_level=tuple(_group(item, "nominal") for item in found.by_level),
        by_article=tuple(_group(item, found.measurement) for item in found.by_article),
        by_time=tuple(_group(item, found.measurement) for item in found.by_time),
        pairs=tuple(_pair(item, found.measurement) for item in found.pairs),
        by_coder=tuple(_coder(item, found.measurement) for item in found.by_coder),
        reference=reference,
        against=scores,
        cautions=tuple(r.Caution(code=w.code, message=w.message) for w in found.warnings),
        differences=tuple(map(_difference, found.disagreements)),
        draws=found.draws,
        seed=found.seed,
        confidence=found.confidence,
        resampled=found.resampled,
        units=tuple(_rated(data)),
    )
    return completed(report)


def completed(report: r.Agreement) -> r.Agreement:
    """A report with the definitions of what it holds, and its methods paragraph."""
    told = replace(report, definitions=tuple(_definitions(report)))
    return replace(told, methods=methods(told))


def _articles(data: wing.Reliability) -> Iterator[str]:
    yield from data.articles
    yield from (left.unit.article for left in data.left_out)


def _headline(found: wing.Report) -> Iterator[r.Figure]:
    """For two coders the mean of their kappas is Cohen's kappa, and so is Conger's."""
    two = len(found.coders) == 2
    for item in found.headline:
        if two and item.name == "mean_pairwise_cohen_kappa":
            if found.measurement == "nominal":
                yield _pair(found.pairs[0], found.measurement).cohen_kappa
        elif not (two and item.name == "conger_kappa"):
            yield _figure(item)


# ---- figures ------------------------------------------------------------------------------------


def figure(
    name: str, found: wing.Value, interval: wing.Interval | None = None, title: str = ""
) -> r.Figure:
    """A coefficient under the name of the catalogue."""
    line = described(name)
    return r.Figure(
        name=name,
        title=title or (line.title if line else name),
        value=found.value,
        n=found.n,
        reason=found.reason,
        note=found.note,
        interval=_bounds(interval),
    )


def _figure(item: wing.Figure) -> r.Figure:
    se = item.se.value if item.se else None
    plain = figure(item.name, item.value, item.interval, item.title)
    return replace(plain, se=se)


def _bounds(interval: wing.Interval | None) -> r.Bounds | None:
    if interval is None:
        return None
    return r.Bounds(
        low=interval.low,
        high=interval.high,
        level=interval.level,
        by=interval.by,
        draws=interval.draws,
        defined=interval.defined,
        seed=interval.seed,
        below=interval.below,
    )


def _of_label(item: wing.OfLabel) -> r.LabelFigures:
    return r.LabelFigures(
        label=_word(item.label),
        ratings=item.ratings,
        units=item.units,
        specific_agreement=_figure(item.specific_agreement),
        alpha=_figure(item.alpha),
    )


def _alpha(measurement: str) -> str:
    """The name of the alpha that a report of this level of measurement goes by."""
    return f"krippendorff_alpha_{measurement}"


def _group(item: wing.OfGroup, measurement: str) -> r.GroupFigures:
    return r.GroupFigures(
        name=item.name,
        units=item.units,
        percent_agreement=figure("percent_agreement", item.percent_agreement),
        alpha=figure(_alpha(measurement), item.alpha, item.interval),
    )


def _pair(item: wing.OfPair, measurement: str) -> r.PairFigures:
    name = "cohen_kappa" if measurement == "nominal" else "cohen_kappa_linear"
    kappa = figure(name, item.cohen_kappa, item.interval)
    return r.PairFigures(
        coders=item.coders,
        units=item.units,
        percent_agreement=figure("percent_agreement", item.percent_agreement),
        cohen_kappa=replace(kappa, se=item.cohen_kappa_se.value),
        table=item.table,
    )


def _coder(item: wing.OfCoder, measurement: str) -> r.CoderFigures:
    return r.CoderFigures(
        coder=item.coder,
        units=item.units,
        distribution={_word(label): n for label, n in item.distribution.items()},
        with_others=figure("percent_agreement_pooled_pairs", item.with_others),
        kappa_with_others=figure("mean_pairwise_cohen_kappa", item.kappa_with_others),
        alpha_without=figure(_alpha(measurement), item.alpha_without),
    )


# ---- coders against a reference -----------------------------------------------------------------


def _scored_coder(
    item: wing.Against, spans: wing.SpansAgainst | None, *, of_units: bool
) -> r.ScoredCoder:
    return r.ScoredCoder(
        coder=item.coder,
        units=item.units,
        accuracy=figure("accuracy", item.accuracy, title="Accuracy"),
        claims=_scored(item.claims) if of_units else None,
        by_label=tuple(map(_scored, item.by_label)) if of_units else (),
        exact=tuple(map(_scored, spans.exact)) if spans else (),
        overlap=tuple(map(_scored, spans.overlap)) if spans else (),
    )


def _scored(item: wing.Score) -> r.Scored:
    return r.Scored(
        label=_word(item.label),
        precision=figure("precision", item.precision, title="Precision"),
        recall=figure("recall", item.recall, title="Recall"),
        f1=figure("f1", item.f1, title="F1"),
    )


# ---- units --------------------------------------------------------------------------------------


def _word(value: object) -> str:
    """A rating as a word; a set of labels with + between them."""
    if isinstance(value, frozenset):
        return "+".join(sorted(map(str, value))) or wing.NO_CLAIM
    return str(value)


def _difference(item: wing.Disagreement) -> r.Difference:
    return r.Difference(
        article=item.article,
        span=item.span,
        place=item.place,
        words=item.words,
        context=item.context,
        question=item.question,
        choices=tuple(map(_choice, item.choices)),
        differing=item.differing,
        pairs=item.pairs,
    )


def _choice(item: wing.Choice) -> r.Choice:
    if not item.claims:
        return r.Choice(coder=item.coder, value=_word(item.value))
    return r.Choice(
        coder=item.coder,
        value=_word(item.value),
        reasons=tuple(dict.fromkeys(item.reasons)),
        notes=tuple(dict.fromkeys(claim.note for claim in item.claims if claim.note)),
    )


def _rated(data: wing.Reliability) -> Iterator[r.Rated]:
    """Every unit, in the order of articles and text where the data have them."""
    both = [(unit, "") for unit in data.units] + [(out.unit, out.reason) for out in data.left_out]
    both.sort(key=lambda found: (found[0].article, found[0].span))
    told: dict[tuple[int, ...], _Row] = {}  # units of a table share their cells
    for unit, reason in both:
        same = tuple(map(id, unit.cells))
        if same not in told:
            told[same] = _row(unit.cells)
        values, missing = told[same]
        yield r.Rated(
            article=unit.article,
            span=unit.span,
            place=unit.place,
            words=unit.words,
            values=values,
            missing=missing,
            reason=reason,
        )


_Row = tuple[tuple[str | None, ...], tuple[str, ...]]


def _row(cells: tuple[wing.Cell, ...]) -> _Row:
    """What each coder said, or why nothing can be compared."""
    values = tuple(None if cell.value is None else _word(cell.value) for cell in cells)
    return values, tuple(cell.missing for cell in cells)


# ---- definitions --------------------------------------------------------------------------------


def _definitions(report: r.Agreement) -> Iterator[r.Definition]:
    """The catalogue's line of every coefficient in a report, each once."""
    names = [item.name for item in (*report.headline, *report.further)]
    names += [pair.cohen_kappa.name for pair in report.pairs[:1]]
    for label in report.by_label[:1]:
        names += [label.specific_agreement.name, label.alpha.name]
    seen: dict[str, r.Definition] = {}
    for name in names:
        line = described(name)
        if line is not None and line.name not in seen:
            seen[line.name] = r.Definition(
                name=line.name,
                title=line.title,
                explain=line.explain,
                source=line.source,
                needs=line.needs,
            )
    yield from seen.values()


# ---- characters ---------------------------------------------------------------------------------

_LEADING = (
    "u_alpha",
    "u_alpha_binary",
    "cu_alpha",
    "cu_coverage",
    "span_f1_exact_mean_pairwise",
    "span_f1_overlap_mean_pairwise",
    "position_alpha_nominal",
)


def of_spans(
    found: Mapping[str, wing.Value],
    texts: tuple[wing.Characters, ...],
    *,
    intervals: Mapping[str, wing.Interval],
    told: str,
    codebook: str,
) -> r.Agreement:
    """The plain report of spans compared as they are."""
    figures = {name: figure(name, item, intervals.get(name)) for name, item in found.items()}
    coders = dict.fromkeys(coder for text in texts for coder in text.continuum.coders)
    left = Counter(reason for text in texts for reason in text.left)
    left["claim outside the units"] = sum(text.outside for text in texts)
    left["orphaned claim"] = sum(text.orphaned for text in texts)
    flattened = sum(text.continuum.overlapping for text in texts)
    report = r.Agreement(
        tool=TOOL,
        level="characters",
        compared=told,
        measurement="nominal",
        articles=tuple(text.article for text in texts),
        coders=tuple(coders),
        codebook=codebook,
        categories=_span_labels(texts),
        units_used=sum(text.continuum.length for text in texts),
        units_with_several_labels=flattened,
        ratings=sum(len(spans) for text in texts for spans in text.continuum.spans.values()),
        left_out={reason: n for reason, n in left.items() if n},
        headline=tuple(figures[name] for name in _LEADING if name in figures),
        further=tuple(_specified(figures, tuple(coders))),
        draws=0,
        seed=0,
        confidence=0.0,
        resampled="articles" if intervals else "",
    )
    return completed(report)


def _span_labels(texts: Iterable[wing.Characters]) -> tuple[str, ...]:
    spans = (s for text in texts for held in text.continuum.spans.values() for s in held)
    return tuple(sorted({_word(label) for _, _, label in spans}))


def _specified(figures: Mapping[str, r.Figure], coders: tuple[str, ...]) -> Iterator[r.Figure]:
    """The figures of single labels and pairs of coders, with whose they are in the title."""
    pairs = {f"{a}-{b}": f"{a} and {b}" for a, b in combinations(coders, 2)}
    for name, item in figures.items():
        if name in _LEADING:
            continue
        of = name.partition("/")[2]
        yield replace(item, title=f"{item.title}: {pairs.get(of, of)}" if of else item.title)
