"""`status`: articles by coders, passages read, claims by label, finished or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..core.codebook import lacks
from ..core.outline import Outline, is_read
from ..core.records import Codebook, Document
from ..core.results import Status, Work
from .blind import Blind
from .coding import Gathered, gather


def status(project: Path | None = None, articles: Sequence[str] = ()) -> Status:
    """How far everybody is; in a blind project, no labels but those the looker may see."""
    gathered = gather(project, articles)
    found = status_of(gathered)
    blind = Blind.of(gathered.project, gathered.codebook)
    if blind is None:
        return found
    coded = {c.opened.article.id: c for c in gathered.articles}
    work = (
        row if blind.in_sight(coded[row.article], row.coder) else _blinded(row)
        for row in found.work
    )
    return replace(found, work=tuple(work))


def _blinded(row: Work) -> Work:
    return replace(row, claims={}, incomplete=0, blind=True)


def status_of(gathered: Gathered) -> Status:
    """How far the coders are whose documents were gathered."""
    work = tuple(
        _row(coded.opened.article.id, coded.opened.outline, document, gathered.codebook)
        for coded in gathered.articles
        for document in coded.standing
    )
    return Status(
        labels=tuple(label.id for label in gathered.codebook.labels),
        work=work,
        untouched=tuple(c.opened.article.id for c in gathered.articles if not c.documents),
        notices=gathered.notices,
    )


def _row(article: str, outline: Outline, document: Document, codebook: Codebook) -> Work:
    units = [outline.sentences[i] for i in outline.units]
    read = {u.index for u in units if is_read(document.read, (u.start, u.end))}
    held = {u.passage for u in units}
    open_ = {u.passage for u in units if u.index not in read}
    return Work(
        article=article,
        coder=document.coder,
        units=len(units),
        units_read=len(read),
        passages=len(held),
        passages_read=len(held - open_),
        claims=Counter(claim.label for claim in document.claims),
        incomplete=sum(bool(lacks(claim, codebook)) for claim in document.claims),
        finished=document.finished,
    )
