"""Evidence, the codebook and its worklist, as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from ..core.custody import EvidenceItem, LeftBehind
from ..core.records import Codebook, Label
from ..core.telling import Change
from .base import console, plain, print_indented


def show_evidence(items: Sequence[EvidenceItem]) -> None:
    """A line for each item, under the claim that it bears on."""
    out, claim = console(), ""
    for item in items:
        if item.claim != claim:
            claim = item.claim
            lost = "" if item.stands else f" ({_lost(item)})"
            out.print(plain(f"{item.claim} {item.label} “{item.quote}”{lost}", style="bold"))
        print_indented(out, plain(_line(item)))
    if not items:
        out.print("No evidence has been logged.")


def _lost(item: EvidenceItem) -> str:
    return f"its words have no place in the text now: qa-annotate reanchor {item.article}"


def _line(item: EvidenceItem) -> str:
    found = item.evidence
    state = ", open" if found.bearing == "contradicts" and found.open else ""
    return f"{found.id} {found.bearing}{state}, independent {found.independent}: {found.locator}"


def show_item(item: EvidenceItem) -> None:
    """One item in full."""
    out, found = console(), item.evidence
    out.print(plain(_line(item), style="bold"))
    told = (
        ("kind", found.kind),
        ("claim", f"{item.claim} ({item.label}, {item.article}, {item.coder})"),
        ("quote", item.quote),
        ("place", "" if item.stands else _lost(item)),
        ("obtained", f"{found.obtained_at or '?'} by {found.obtained_by or '?'}"),
        ("archive", found.archive or ""),
        ("copy", item.copy or ""),
        ("sha256", found.sha256 or ""),
        ("why", found.why),
    )
    _print(out_lines(told))


def out_lines(told: Iterable[tuple[str, str]]) -> Iterator[Text]:
    """What is told, a line each; what is empty is left out."""
    return (plain(f"{name}: {value}") for name, value in told if value)


def _print(lines: Iterable[Text]) -> None:
    out = console()
    for line in lines:
        print_indented(out, line)


# ---- the codebook -------------------------------------------------------------------------------


def show_codebook(book: Codebook) -> None:
    """Each label with its definition and what it requires; each attribute with its values."""
    out = console()
    head = f"{book.id} {book.version} (basis: {book.basis})"
    out.print(plain(f"{head} {book.title}".strip(), style="bold"))
    for label in book.labels:
        retired = " (retired)" if label.retired else ""
        out.print(plain(f"{label.key}  {label.id}{retired}", style="bold"))
        _print(_label(label))
    for attribute in book.attributes:
        out.print(plain(f"{attribute.id}: {attribute.level}", style="bold"))
        values = (", ".join(attribute.values), ", ".join(attribute.missing))
        told = (("is", attribute.definition), ("values", values[0]), ("missing", values[1]))
        _print(out_lines(told))


def _label(label: Label) -> Iterator[Text]:
    return out_lines(
        (
            ("is", label.definition),
            ("rule", label.rule),
            ("requires", ", ".join(label.requires).replace("_", " ")),
            ("reasons", ", ".join(label.reasons)),
            ("was", ", ".join(label.was)),
            ("parent", label.parent or ""),
        )
    )


def show_worklist(worklist: Sequence[LeftBehind]) -> None:
    """The claims that want a look since the codebook changed."""
    out = console()
    for left in worklist:
        head = f"{left.article}, {left.coder}: labelled under version {left.version}"
        out.print(plain(head, style="bold"))
        for item in left.claims:
            now = f" → {item.now}" if item.now else ""
            words = f"{item.claim} {item.label}{now} ({item.what}) “{item.quote}”"
            print_indented(out, plain(words))


def show_changes(changes: Sequence[Change]) -> None:
    """What changed from one codebook to another."""
    out = console()
    for change in changes:
        what = plain(f"{change.what}: ", style="bold")
        words = f"{change.before or 'nothing'} → {change.after or 'nothing'}"
        out.print(Text.assemble(what, plain(words)))
    if not changes:
        out.print("The two codebooks say the same.")
