"""The structure of an article, and why it was read so."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from rich.tree import Tree

from ..core.model import Block, Pair, Person
from ..core.parse import Explanation
from ..core.results import Parsed
from .base import console, plain


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
