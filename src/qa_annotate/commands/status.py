"""`status`: articles by coders, passages read, claims by label, finished or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..core.codebook import lacks
from ..core.outline import Outline, is_read
from ..core.records import Codebook, Document
from ..core.results import Status, Work
from .coding import each_document, gather


def status(project: Path | None = None, articles: Sequence[str] = ()) -> Status:
    """How far everybody is."""
    gathered = gather(project, articles)
    work = tuple(
        _row(opened.article.id, opened.outline, document, gathered.codebook)
        for opened, document in each_document(gathered)
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
