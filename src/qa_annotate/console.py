"""Results to text for people: Rich tables and trees. Rich's one home.

Text from files goes through `visible` and into `Text` objects: Rich's own markup, emoji codes and
highlighting stay off, so that nothing in an article is taken for an instruction.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from .core.model import Block, Pair, Person
from .core.parse import Explanation
from .core.results import Agreement, Batch, Difference, Figure, Parsed, Status, Work
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


# ---- why ----------------------------------------------------------------------------------------


def show_reasons(text: str, found: Explanation) -> None:
    """The readings that were tried with their scores, then what decided about each block."""
    out = console()
    reading = found.structure.reading
    told = f"read as {reading.convention}, confidence {reading.confidence:.2f}"
    out.print(plain(told, style="bold"))
    for tried in found.candidates:
        out.print(plain(f"  {tried.convention}: {tried.score} ({tried.questions} questions)"))
    for name, weight in found.evidence:
        out.print(plain(f"  {name}: {weight:+}"))
    for block in found.blocks:
        words = " ".join(text[block.span[0] : block.span[1]].split())
        features = ", ".join(f"{name} {value}" for name, value in block.features)
        because = "; ".join(part for part in (block.head, block.hint, features) if part)
        out.print(plain(f"{block.role}: {words[:60]}", style="bold"))
        out.print(plain(f"    {because}"))


# ---- many sources -------------------------------------------------------------------------------


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error while the block runs; None where nobody would see it."""
    out = console(sys.stderr)
    if not out.is_terminal:
        yield None
        return
    with Progress(console=out, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def show_batch(batch: Batch) -> None:
    """What was refused or is doubtful, a line each, and how many of each."""
    out = console(sys.stderr)
    for item in batch.outcomes:
        if item.verdict in ("refused", "doubtful"):
            out.print(plain(f"{item.path}: {item.verdict}: {item.message}".rstrip(": ")), soft_wrap=True)
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(batch.counts.items()))
    out.print(plain(f"{len(batch.outcomes)} sources: {told}"))


# ---- status -------------------------------------------------------------------------------------


def show_status(status: Status) -> None:
    """Each article with its coders."""
    out = console()
    articles = dict.fromkeys(work.article for work in status.work)
    for name in articles:
        out.print(plain(name, style="bold"))
        out.print(_status_table(status, name))
    for name in status.untouched:
        out.print(plain(f"{name}: nobody has begun"))
    if not status.work and not status.untouched:
        out.print("There is no article yet. Open one: qa-annotate open FILE")


def _status_table(status: Status, article: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    table.add_column("coder", overflow="fold")
    for name in ("units", "passages", *status.labels, "lacking"):
        table.add_column(plain(name), justify="right")
    table.add_column("state")
    for work in status.work:
        if work.article == article:
            table.add_row(*_status_cells(work, status.labels))
    return table


def _status_cells(row: Work, labels: Sequence[str]) -> list[Text]:
    cells = [
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
    out.print(plain(f"{item.place} · {item.article} {item.span[0]}–{item.span[1]}"))
    _print_indented(out, plain(f"“{item.words}”", style="bold"))
    for choice in item.choices:
        told = "".join(f" — {part}" for part in (*choice.reasons, *choice.notes))
        _print_indented(out, plain(f"{choice.coder}: {choice.value}{told}"))


def _print_indented(out: Console, text: Text) -> None:
    """Text wrapped under an indent of two cells."""
    for line in text.wrap(out, max(10, out.width - 2)):
        line.rstrip()
        out.print(Text.assemble("  ", line))
