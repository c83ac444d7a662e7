"""Agreement: the figures, what was left out, and every disagreement with its words."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from ..core.results import Agreement, Difference, Figure
from .base import console, plain, print_indented


def show_agreement(report: Agreement) -> None:
    """The figures, what was left out, and every disagreement with its words."""
    out = console()
    out.print(plain(f"Coders: {', '.join(report.coders)}"))
    out.print(plain(f"Articles: {', '.join(report.articles)}"))
    out.print(plain(f"Codebook: {report.codebook}; categories: {', '.join(report.categories)}"))
    out.print(plain(_used(report)))
    out.print()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("coefficient")
    table.add_column("value", justify="right")
    table.add_column("n", justify="right")
    for item in report.figures:
        table.add_row(plain(item.title), plain(figure(item)), plain(str(item.n)))
    out.print(table)
    out.print()
    out.print(plain(f"{len(report.differences)} units on which coders differ", style="bold"))
    for difference in report.differences:
        _show_difference(out, difference)


def _used(report: Agreement) -> str:
    left = "; ".join(f"{count} {reason}" for reason, count in sorted(report.left_out.items()))
    several = report.units_with_several_labels
    told = f"Units (sentences): {report.units_used} used, {left or 'none'} left out"
    return told + (f"; {several} held several labels of one coder" if several else "")


def figure(item: Figure) -> str:
    """A coefficient to three places, or why there is none."""
    return f"undefined ({item.reason})" if item.value is None else f"{item.value:.3f}"


def _show_difference(out: Console, item: Difference) -> None:
    out.print()
    out.print(plain(f"{item.place} · {item.article} {item.span[0]}–{item.span[1]}"))
    print_indented(out, plain(f"“{item.words}”", style="bold"))
    for choice in item.choices:
        told = "".join(f" — {part}" for part in (*choice.reasons, *choice.notes))
        print_indented(out, plain(f"{choice.coder}: {choice.value}{told}"))
