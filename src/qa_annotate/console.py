"""Results to text for people: Rich tables and trees. Rich's one home.

Text from files goes through `visible` and into `Text` objects: Rich's own markup, emoji codes and
highlighting stay off, so that nothing in an article is taken for an instruction.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from .core.model import Block, Pair, Person
from .core.results import Agreement, Difference, Figure, Parsed, Status, Work
from .core.text import visible


def console(file: TextIO | None = None) -> Console:
    """A console that takes nothing in a text for an instruction."""
    return Console(
        file=file or sys.stdout, markup=False, emoji=False, highlight=False, soft_wrap=False
    )


def plain(text: str, style: str = "") -> Text:
    """Text from a file, safe to show, on one line."""
    return Text(visible(text.replace("\n", " ").replace("\t", " ")), style=style)


# ---- parse --------------------------------------------------------------------------------------


def show_parsed(parsed: Parsed) -> None:
    """The structure as a tree."""
    out = console()
    for line in _about(parsed):
        out.print(line)
    for person in parsed.people:
        out.print(_person(person))
    tree = Tree(plain(_counts(parsed), style="bold"))
    pairs = {pair.question: pair for pair in parsed.pairs}
    branch = tree
    for block in parsed.blocks:
        pair = _pair_of(block, pairs)
        if pair is not None:
            branch = tree.add(_question(pair, parsed.text))
        elif block.role == "question":
            continue
        else:
            (branch if block.role == "answer" else tree).add(_block(block, parsed.text))
    out.print(tree)


def _about(parsed: Parsed) -> Iterable[Text]:
    about = parsed.metadata
    told = [about.publisher, about.author, about.published, about.language, about.url]
    if about.title:
        yield plain(about.title, style="bold")
    if any(told):
        yield plain(" · ".join(item for item in told if item))
    sure = f"read as {parsed.reading.convention}, confidence {parsed.reading.confidence:.2f}"
    yield plain(sure, style="italic")


def _counts(parsed: Parsed) -> str:
    sentences = sum(len(b.sentences) for b in parsed.blocks if b.role in ("answer", "intro"))
    return f"{len(parsed.pairs)} pairs, {len(parsed.blocks)} blocks, {sentences} units"


def _person(person: Person) -> Text:
    aliases = f" (also {', '.join(person.aliases)})" if person.aliases else ""
    described = f", {person.description}" if person.description else ""
    return plain(f"{person.role}: {person.name}{aliases}{described}")


def _pair_of(block: Block, pairs: dict[tuple[int, int], Pair]) -> Pair | None:
    """The pair whose question begins in a block."""
    if block.role != "question":
        return None
    return next((p for (start, _), p in pairs.items() if block.start <= start < block.end), None)


def _question(pair: Pair, text: str) -> Text:
    asker = f"{pair.asker}: " if pair.asker else ""
    words = text[pair.question[0] : pair.question[1]]
    return Text.assemble(
        plain(f"{pair.id} ", style="bold"), plain(asker), plain(words, style="bold")
    )


def _block(block: Block, text: str) -> Text:
    words = " ".join(text[block.start : block.end].split())
    speaker = f" {block.speaker}" if block.speaker else ""
    short = words if len(words) <= 120 else words[:119] + "…"
    return Text.assemble(plain(f"{block.role}{speaker}: ", style="italic"), plain(short))


# ---- status -------------------------------------------------------------------------------------


def show_status(status: Status) -> None:
    """Articles by coders."""
    out = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    numbers = ("units", "passages", *status.labels, "incomplete")
    for name in ("article", "coder"):
        table.add_column(name, overflow="fold")
    for name in numbers:
        table.add_column(plain(name), justify="right")
    table.add_column("state")
    for row in status.work:
        table.add_row(*_status_cells(row, status.labels))
    if status.work:
        out.print(table)
    for name in status.untouched:
        out.print(plain(f"{name}: nobody has begun"))
    if not status.work and not status.untouched:
        out.print("There is no article yet. Open one: qa-annotate open FILE")


def _status_cells(row: Work, labels: Sequence[str]) -> list[Text]:
    cells = [
        row.article,
        row.coder,
        f"{row.units_read}/{row.units}",
        f"{row.passages_read}/{row.passages}",
        *(str(row.claims.get(label, 0)) for label in labels),
        str(row.incomplete),
        "finished" if row.finished else "open",
    ]
    return [plain(cell) for cell in cells]


# ---- agreement ----------------------------------------------------------------------------------


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
    out.print(plain(f"{item.article} · {item.place} · {item.span[0]}–{item.span[1]}"))
    out.print(plain(f"  “{item.words}”", style="bold"))
    for choice in item.choices:
        told = "".join(f" — {part}" for part in (*choice.reasons, *choice.notes))
        out.print(plain(f"  {choice.coder}: {choice.value}{told}"))
