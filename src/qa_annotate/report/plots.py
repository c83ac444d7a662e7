"""The plots: matplotlib figures as SVG that takes the page's colours, and as files for papers."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.patches import Rectangle

from ..core.agreed import Agreement, CoderFigures, Figure, GroupFigures, PairFigures
from ..core.text import visible
from ..core.wording import figure, number
from .colors import Look

WIDTH = 4.5
MOST_ROWS = 40
MOST_PAIRS = 15
LIMITS = (0.667, 0.8)

logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


@dataclass(frozen=True, kw_only=True)
class Paint:
    """The colours of a drawing: of letters, guide lines, figures, and each label."""

    ink: str
    faint: str
    lead: str
    labels: Mapping[str, str]


_STAND_INS = {"#010203": "currentColor", "#0a0b0c": "var(--faint)", "#030405": "var(--lead)"}
"""Colours that matplotlib draws with, and what the page has in their place."""


def _of_page(looks: Sequence[Look]) -> Paint:
    labels = {look.label: _stand_in(look) for look in looks}
    return Paint(ink="#010203", faint="#0a0b0c", lead="#030405", labels=labels)


def _of_paper(looks: Sequence[Look]) -> Paint:
    labels = {look.label: look.light for look in looks}
    return Paint(ink="#000000", faint="#8a8f94", lead="#005a9e", labels=labels)


def _stand_in(look: Look) -> str:
    return f"#0506{look.number % 256:02x}"


@dataclass(frozen=True, kw_only=True)
class Plot:
    """A plot: how to draw it, how high (in inches), and what it shows in words."""

    name: str
    title: str
    alt: str
    height: float
    draw: Callable[[Axes, Paint], None]
    looks: tuple[Look, ...] = ()

    def on_page(self) -> str:
        """As SVG for a page: text stays text, colours are the page's."""
        svg = self._drawn("svg", _of_page(self.looks), fonttype="none", transparent=True).decode()
        colors = {**_STAND_INS, **{_stand_in(k): f"var(--l{k.number})" for k in self.looks}}
        for stand_in, color in colors.items():
            svg = svg.replace(stand_in, color)
        return _inline(svg, self.name)

    def as_svg(self) -> bytes:
        """As an SVG file, on white, its letters drawn."""
        return self._drawn("svg", _of_paper(self.looks))

    def as_pdf(self) -> bytes:
        """As a PDF file, its fonts inside."""
        return self._drawn("pdf", _of_paper(self.looks))

    def _drawn(
        self, form: str, paint: Paint, *, fonttype: str = "path", transparent: bool = False
    ) -> bytes:
        out = io.BytesIO()
        dates = {"Date": None} if form == "svg" else {"CreationDate": None}
        with _settings(fonttype, self.name, paint), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a font that lacks some script's letters
            canvas = Canvas(figsize=(WIDTH, self.height), layout="constrained")
            self.draw(canvas.add_subplot(), paint)
            canvas.savefig(out, format=form, metadata=dates, transparent=transparent)
        return out.getvalue()


# ---- which plots --------------------------------------------------------------------------------


def plots(report: Agreement, looks: Sequence[Look]) -> Iterator[Plot]:
    """Every plot that a report has the figures for."""
    yield _of_figures(
        "coefficients", "Coefficients", [(f.title, f) for f in report.headline], report
    )
    if report.by_label:
        rows = [(item.label, item.alpha) for item in report.by_label]
        yield _of_figures("alpha-by-label", "Alpha by label", rows, report)
    if len(report.by_article) > 1:
        lowest = sorted(report.by_article, key=_low_first)[:MOST_ROWS]
        rows = [(f"{item.name} ({item.units:,})", item.alpha) for item in lowest]
        title = "Alpha by article (units)"
        if len(report.by_article) > MOST_ROWS:
            title = f"Alpha by article, the {MOST_ROWS} lowest of {len(report.by_article):,}"
        yield _of_figures("alpha-by-article", title, rows, report)
    if len(report.by_time) > 1:
        yield _over_time(report.by_time)
    if report.by_coder:
        yield _distributions(report.by_coder, report.categories, tuple(looks))
    if len(report.coders) > 2 and report.pairs:
        yield _coders(report.coders, report.pairs)
    for at, pair in enumerate(report.pairs[:MOST_PAIRS], start=1):
        if pair.units:
            yield _confusion(at, pair, report.categories)


def _low_first(item: GroupFigures) -> tuple[bool, float]:
    return item.alpha.value is None, item.alpha.value or 0.0


def _of_figures(
    name: str, title: str, rows: Sequence[tuple[str, Figure]], report: Agreement
) -> Plot:
    told = "; ".join(f"{row} {figure(item)}" for row, item in rows[:20])
    level = f" with {report.confidence:.0%} intervals" if report.confidence else ""
    return Plot(
        name=name,
        title=title + level,
        alt=f"{title}: {told}.",
        height=0.75 + 0.3 * len(rows),
        draw=lambda axes, paint: _draw_rows(axes, paint, rows),
    )


def _draw_rows(axes: Axes, paint: Paint, rows: Sequence[tuple[str, Figure]]) -> None:
    """A dot and its interval for each row, the first on top; why not, where there is no value."""
    for limit in LIMITS:
        axes.axvline(limit, color=paint.faint, linewidth=0.8, linestyle=(0, (4, 3)))
    low = min([0.0, *(i.interval.low for _, i in rows if i.interval)])
    low = min([low, *(i.value for _, i in rows if i.value is not None)])
    for at, (_, item) in enumerate(rows):
        if item.value is None:
            axes.text(low, at, figure(item), va="center", color=paint.ink, fontsize=8)
            continue
        if item.interval:
            axes.plot(
                [item.interval.low, item.interval.high], [at, at], color=paint.lead, linewidth=2
            )
        axes.plot([item.value], [at], "o", color=paint.lead, markersize=6)
    axes.set_yticks(range(len(rows)), [_short(row) for row, _ in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(low - 0.03, 1.03)
    axes.set_xlabel("dashed: 0.667 and 0.800")


def _over_time(groups: Sequence[GroupFigures]) -> Plot:
    told = "; ".join(f"{item.name} {figure(item.alpha)}" for item in groups)
    return Plot(
        name="alpha-over-time",
        title="Alpha over time, by when units were decided",
        alt=f"Alpha over time: {told}.",
        height=2.6,
        draw=lambda axes, paint: _draw_time(axes, paint, groups),
    )


def _draw_time(axes: Axes, paint: Paint, groups: Sequence[GroupFigures]) -> None:
    for limit in LIMITS:
        axes.axhline(limit, color=paint.faint, linewidth=0.8, linestyle=(0, (4, 3)))
    values = {at: i.alpha.value for at, i in enumerate(groups) if i.alpha.value is not None}
    for at in values:
        around = groups[at].alpha.interval
        if around:
            axes.plot([at, at], [around.low, around.high], color=paint.lead, linewidth=2)
    axes.plot(list(values), list(values.values()), "o-", color=paint.lead, linewidth=1)
    lows = [i.alpha.interval.low for i in groups if i.alpha.interval]
    axes.set_ylim(min([0.0, *lows, *values.values()]) - 0.03, 1.03)
    steps = max(1, len(groups) // 6)
    marked = range(0, len(groups), steps)
    axes.set_xticks(marked, [groups[at].name for at in marked], fontsize=8)
    axes.set_xlim(-0.5, len(groups) - 0.5)
    axes.set_ylabel("alpha")


# ---- coders -------------------------------------------------------------------------------------


def _distributions(
    coders: Sequence[CoderFigures], labels: Sequence[str], looks: tuple[Look, ...]
) -> Plot:
    told = "; ".join(
        f"{c.coder} " + ", ".join(f"{k} {c.distribution.get(k, 0)}" for k in labels) for c in coders
    )
    return Plot(
        name="labels-by-coder",
        title="Labels that each coder gave, in per cent",
        alt=f"Labels by coder: {told}.",
        height=1.2 + 0.36 * len(coders),
        draw=lambda axes, paint: _draw_distributions(axes, paint, coders, labels),
        looks=looks,
    )


def _draw_distributions(
    axes: Axes, paint: Paint, coders: Sequence[CoderFigures], labels: Sequence[str]
) -> None:
    for at, coder in enumerate(coders):
        total, left = sum(coder.distribution.values()) or 1, 0.0
        for label in labels:
            share = 100 * coder.distribution.get(label, 0) / total
            color = paint.labels.get(label, paint.faint)
            name = _short(label) if at == 0 else "_"
            axes.barh(at, share, left=left, height=0.62, color=color, alpha=0.75, label=name)
            if share >= 7:
                text = f"{share:.0f}"
                axes.text(left + share / 2, at, text, ha="center", va="center", color=paint.ink)
            left += share
    axes.set_yticks(range(len(coders)), [_short(c.coder) for c in coders])
    axes.set_ylim(len(coders) - 0.4, -0.6)
    axes.set_xlim(0, 100)
    columns = min(4, max(1, len(labels)))
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.02, 1.0), ncols=columns, frameon=False, fontsize=8,
        handlelength=1.0, columnspacing=1.0,
    )  # fmt: skip


def _coders(coders: Sequence[str], pairs: Sequence[PairFigures]) -> Plot:
    of = {pair.coders: pair for pair in pairs}
    cells = [[_kappa(of, a, b) for b in coders] for a in coders]
    told = "; ".join(
        f"{a} and {b} {figure(pair.cohen_kappa)}" for (a, b), pair in of.items() if pair.units
    )
    return Plot(
        name="coders",
        title="Cohen's kappa of each two coders, and on how many units",
        alt=f"Cohen's kappa: {told}.",
        height=min(8.0, 0.9 + 0.5 * len(coders)),
        draw=lambda axes, paint: _draw_grid(axes, paint, coders, cells),
    )


Cell = tuple[float, str]
"""How dark a cell is, from 0 to 1, and what stands in it."""


def _kappa(of: dict[tuple[str, str], PairFigures], a: str, b: str) -> Cell:
    pair = of.get((a, b)) or of.get((b, a))
    if pair is None:
        return 0.0, ""
    value = pair.cohen_kappa.value
    told = "–" if value is None else number(value)
    return max(0.0, value or 0.0), f"{told}\nn {pair.units:,}"


def _confusion(at: int, pair: PairFigures, labels: Sequence[str]) -> Plot:
    most = max((n for row in pair.table for n in row), default=0) or 1
    cells = [[(n / most, f"{n:,}") for n in row] for row in pair.table]
    differing = sum(n for i, row in enumerate(pair.table) for j, n in enumerate(row) if i != j)
    title = f"{pair.coders[0]} (rows) by {pair.coders[1]} (columns)"
    return Plot(
        name=f"confusion-{at}",
        title=title,
        alt=f"{title}: {pair.units:,} units, {differing:,} off the diagonal.",
        height=1.0 + 0.4 * len(labels),
        draw=lambda axes, paint: _draw_grid(axes, paint, labels, cells),
    )


def _draw_grid(
    axes: Axes, paint: Paint, names: Sequence[str], cells: Sequence[Sequence[Cell]]
) -> None:
    """A square grid, the same names on both sides."""
    for y, row in enumerate(cells):
        for x, (shade, text) in enumerate(row):
            box = Rectangle(
                (x - 0.47, y - 0.46), 0.94, 0.92, color=paint.lead, alpha=0.06 + 0.4 * shade
            )
            axes.add_patch(box)
            axes.text(x, y, text, ha="center", va="center", color=paint.ink, fontsize=9)
    axes.set_xticks(range(len(names)), [_short(c, 12) for c in names], fontsize=8)
    axes.set_yticks(range(len(names)), [_short(r, 18) for r in names])
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_ylim(len(names) - 0.5, -0.5)
    for spine in axes.spines.values():
        spine.set_visible(False)


# ---- drawing ------------------------------------------------------------------------------------


def _short(text: str, most: int = 28) -> str:
    flat = visible(" ".join(text.split()))
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _settings(fonttype: str, salt: str, paint: Paint) -> AbstractContextManager[None]:
    settings: Any = {
        "svg.fonttype": fonttype,
        "svg.hashsalt": salt,
        "pdf.fonttype": 42,
        "text.parse_math": False,
        "font.family": ["DejaVu Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "Noto Sans"],
        "font.size": 9,
        "axes.spines.top": False,
        "axes.spines.right": False,
        **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor"), paint.ink),
        **dict.fromkeys(("xtick.color", "ytick.color"), paint.ink),
    }
    return mpl.rc_context(settings)


_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'(url\(#|xlink:href="#|href="#)([^")]+)')


def _inline(svg: str, name: str) -> str:
    """An SVG as part of a page: no prolog, no style for the whole page, ids of its own."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    body = re.sub(r"<style.*?</style>", "", body, flags=re.DOTALL)
    used = {found[1] for found in _REFERENCE.findall(body)}
    body = _ID.sub(lambda m: f' id="{name}-{m[1]}"' if m[1] in used else "", body)
    body = _REFERENCE.sub(lambda m: f"{m[1]}{name}-{m[2]}", body)
    return body.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
