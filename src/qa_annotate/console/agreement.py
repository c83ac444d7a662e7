"""Agreement: the figures, what to beware of, what was left out, and every disagreement.

The small view holds what must be read; `full` adds labels, levels, articles and coders.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..core.agreed import Agreement, Bounds, Difference, Figure, GroupFigures, Rated, Scored
from ..core.wording import bounds, count, cut, figure, left_out, number, percent
from .base import console, plain, print_indented

_SMALL = ("percent_agreement", "gwet_ac1", "cohen_kappa", "mean_pairwise_cohen_kappa")
"""What the small view shows besides the figure that leads."""


def show_agreement(
    report: Agreement, *, full: bool = False, explain: bool = False, file: TextIO | None = None
) -> None:
    """The report for a person, on standard output or into a file."""
    out = console(file)
    _show_sample(out, report)
    _show_figures(out, report, full=full)
    if explain:
        _show_definitions(out, report, full=full)
    _show_cautions(out, report)
    if report.against:
        _show_against(out, report)
    if full:
        _show_details(out, report)
    _show_unmatched(out, report)
    _show_differences(out, report)


def show_methods(report: Agreement, file: TextIO | None = None) -> None:
    """The paragraph for a paper."""
    console(file).print(plain(report.methods))


# ---- the sample ---------------------------------------------------------------------------------


def _show_sample(out: Console, report: Agreement) -> None:
    out.print(plain(f"Coders: {', '.join(report.coders)}"))
    if report.articles:
        out.print(plain(f"Articles: {_few(report.articles)}"))
    if report.codebook:
        out.print(plain(f"Codebook: {report.codebook}"))
    out.print(plain(f"Categories: {', '.join(report.categories)}"))
    out.print(plain(report.compared))
    out.print(plain(_used(report)))
    out.print()


def _few(names: Sequence[str]) -> str:
    """At most five names, and how many more there are."""
    more = f" and {len(names) - 5:,} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more


def _used(report: Agreement) -> str:
    what, several = "Units", "held several labels of one coder"
    if report.level == "characters":
        what, several = "Characters", "claims overlap and were flattened, the innermost winning"
    told = f"{what}: {report.units_used:,} compared, {left_out(report.left_out)} left out"
    held = report.units_with_several_labels
    return told + (f"; {held:,} {several}" if held else "") + "."


# ---- figures ------------------------------------------------------------------------------------


def _table(first: str, numbers: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(plain(first), overflow="fold", min_width=8)
    for name in numbers:
        table.add_column(plain(name), justify="right", overflow="fold")
    return table


def _show_figures(out: Console, report: Agreement, *, full: bool) -> None:
    _print_figures(out, _shown(report, full=full), report.confidence)
    lead = report.headline[0].interval if report.headline else None
    if lead is not None:
        out.print(
            plain(
                f"Intervals: {lead.draws:,} resamples of {lead.by}, seed {lead.seed}. Alpha was"
                f" under 0.667 in {percent(lead.below['0.667'])} of them, under 0.800 in"
                f" {percent(lead.below['0.800'])}."
            )
        )
    out.print()


def _shown(report: Agreement, *, full: bool) -> tuple[Figure, ...]:
    """All figures, or the leading one, all alphas, and the few others most readers look for."""
    if full:
        return (*report.headline, *report.further)
    if report.level == "characters":
        return report.headline
    small = (
        item
        for at, item in enumerate(report.headline)
        if at == 0 or item.name in _SMALL or "alpha" in item.name
    )
    return (*small, *report.further)


def _print_figures(out: Console, figures: Iterable[Figure], confidence: float) -> None:
    shown = list(figures)
    intervals = any(item.interval for item in shown)
    table = _table("coefficient", ["value", percent(confidence), "n"] if intervals else _PLAIN)
    for item in shown:
        cells = [figure(item), *([bounds(item.interval)] if intervals else []), f"{item.n:,}"]
        table.add_row(plain(item.title), *map(plain, cells))
    out.print(table)


_PLAIN = ["value", "n"]


def _show_definitions(out: Console, report: Agreement, *, full: bool) -> None:
    """In plain words what the figures say that are shown."""
    shown = {item.title for item in _shown(report, full=full)}
    for line in report.definitions:
        if full or line.title in shown:
            out.print(plain(line.title, style="bold"))
            print_indented(out, plain(f"{line.explain} ({line.source})"))
    out.print()


def _show_cautions(out: Console, report: Agreement) -> None:
    for caution in report.cautions:
        out.print(Text.assemble(("Beware: ", "bold"), plain(caution.message)))
    if report.cautions:
        out.print()


# ---- the full view ------------------------------------------------------------------------------


def _show_details(out: Console, report: Agreement) -> None:
    if report.by_label:
        _show_labels(out, report)
    _show_groups(out, "By level", report.by_level)
    _show_groups(out, "By article", report.by_article, least=2)
    _show_groups(out, "Over time", report.by_time, least=2)
    if len(report.coders) > 1 and report.pairs:
        _show_pairs(out, report)
    if report.by_coder:
        _show_coders(out, report)
        _show_distributions(out, report)


def _show_labels(out: Console, report: Agreement) -> None:
    table = _table("By label", ["given", "units", "agreement", "alpha", percent(report.confidence)])
    for item in report.by_label:
        figures = (item.specific_agreement, item.alpha)
        _add(table, item.label, [item.ratings, item.units], figures, item.alpha.interval)
    _print_table(out, table, [(i.label, (i.specific_agreement, i.alpha)) for i in report.by_label])


def _show_groups(
    out: Console, title: str, groups: Sequence[GroupFigures], *, least: int = 1
) -> None:
    if len(groups) < least:
        return
    table = _table(title, ["units", "agreement", "alpha", "interval"])
    for item in groups:
        figures = (item.percent_agreement, item.alpha)
        _add(table, item.name, [item.units], figures, item.alpha.interval)
    _print_table(out, table, [(i.name, (i.percent_agreement, i.alpha)) for i in groups])


def _show_pairs(out: Console, report: Agreement) -> None:
    table = _table("Two coders", ["units", "agreement", "kappa", "interval"])
    named = [(" – ".join(item.coders), item) for item in report.pairs]
    for name, item in named:
        figures = (item.percent_agreement, item.cohen_kappa)
        _add(table, name, [item.units], figures, item.cohen_kappa.interval)
    _print_table(out, table, [(name, (i.percent_agreement, i.cohen_kappa)) for name, i in named])


def _show_coders(out: Console, report: Agreement) -> None:
    table = _table("Coder", ["units", "agrees", "mean kappa", "alpha without"])
    rows = [
        (i.coder, (i.with_others, i.kappa_with_others, i.alpha_without)) for i in report.by_coder
    ]
    for (name, figures), item in zip(rows, report.by_coder, strict=True):
        _add(table, name, [item.units], figures)
    _print_table(out, table, rows)


def _add(
    table: Table,
    name: str,
    counts: Iterable[int],
    figures: Iterable[Figure],
    *intervals: Bounds | None,
) -> None:
    """A row; undefined figures are dashes, and their reasons follow the table."""
    cells = [f"{n:,}" for n in counts]
    cells += ["–" if item.value is None else number(item.value) for item in figures]
    table.add_row(plain(name), *map(plain, [*cells, *map(bounds, intervals)]))


def _print_table(
    out: Console, table: Table, rows: Sequence[tuple[str, tuple[Figure, ...]]]
) -> None:
    """A table and why some of its figures are undefined: each reason once, with the rows."""
    out.print(table)
    reasons: dict[str, list[str]] = {}
    for name, figures in rows:
        for item in figures:
            if item.value is None:
                reasons.setdefault(f"{item.title} undefined ({item.reason})", []).append(name)
    for reason, names in reasons.items():
        out.print(plain(f"– {reason}: {_few(names)}"))
    out.print()


def _show_distributions(out: Console, report: Agreement) -> None:
    table = _table("Labels given", report.categories)
    for item in report.by_coder:
        given = (f"{item.distribution.get(label, 0):,}" for label in report.categories)
        table.add_row(plain(item.coder), *map(plain, given))
    out.print(table)
    out.print()


def _show_against(out: Console, report: Agreement) -> None:
    for coder in report.against:
        matched = report.level == "claims"
        units = count(coder.units, "matched claim" if matched else "unit")
        told = (
            f"{coder.coder} against {report.reference}: accuracy {figure(coder.accuracy)}, {units}"
        )
        out.print(plain(told))
        for way, scores in coder.ways:
            _show_scores(out, way, scores)
    if report.level == "claims":
        out.print(plain("Accuracy is of matched claims alone; precision and recall count all."))
        out.print()


def _show_scores(out: Console, title: str, scores: Sequence[Scored]) -> None:
    """Precision, recall and F1 of all claims together and of each label, counted in one way."""
    if not scores:
        return
    table = _table(title, ["precision", "recall", "F1"])
    rows = [(score.label, (score.precision, score.recall, score.f1)) for score in scores]
    for label, figures in rows:
        _add(table, label, [], figures)
    _print_table(out, table, rows)


# ---- disagreements ------------------------------------------------------------------------------


def _show_unmatched(out: Console, report: Agreement) -> None:
    """At the level of claims, those that nobody matched."""
    if report.level != "claims":
        return
    alone = [unit for unit in report.units if not unit.used]
    out.print(plain(count(len(alone), "claim") + " left out", style="bold"))
    for unit in alone:
        _show_unit(out, report, unit)
    out.print()


def _show_unit(out: Console, report: Agreement, unit: Rated) -> None:
    who = ", ".join(
        f"{coder}: {value}"
        for coder, value in zip(report.coders, unit.values, strict=True)
        if value is not None
    )
    where = " · ".join(filter(None, (unit.place, f"{unit.article} {_at(unit.span)}")))
    out.print(plain(f"{where} ({unit.reason})"))
    print_indented(out, plain(f"“{unit.words}” {who}"))


def _at(span: tuple[int, int]) -> str:
    return f"{span[0]}–{span[1]}"


def _show_differences(out: Console, report: Agreement) -> None:
    if report.level == "characters":
        return
    differing = len(report.differences)
    title = f"{count(differing, 'unit')} on which coders differ"
    out.print(plain(title, style="bold"))
    for difference in report.differences:
        _show_difference(out, difference)


def _show_difference(out: Console, item: Difference) -> None:
    out.print()
    where = f"{item.article} {_at(item.span)}" if item.article else item.words
    place = " · ".join(filter(None, (item.place, where)))
    differing = f" ({item.differing} of {item.pairs} pairs of coders)" if item.pairs > 1 else ""
    out.print(plain(f"{place}{differing}"))
    if item.article:
        _show_words(out, item)
    for choice in item.choices:
        told = "".join(f" — {part}" for part in (*choice.reasons, *choice.notes))
        print_indented(out, plain(f"{choice.coder}: {choice.value}{told}"))


def _show_words(out: Console, item: Difference) -> None:
    if item.question:
        print_indented(out, plain(f"Q: {item.question}"))
    before, after = cut(item.context)
    words = plain(f"“{' '.join(item.words.split())}”", style="bold")
    print_indented(out, Text.assemble(plain(before, "dim"), words, plain(after, "dim")))
