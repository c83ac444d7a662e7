"""`status`: articles by coders, passages read, claims by label, finished or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..core.assigning import assigned_to
from ..core.codebook import lacks
from ..core.names import person
from ..core.outline import Outline, is_read
from ..core.records import Codebook, CodebookRef, Document
from ..core.results import Status, Work
from ..errors import StoreError
from ..store.project import Opened
from .blind import Blind
from .coding import Coded, Gathered, gather, settled_document, waiting
from .settled import adjudication


def status(project: Path | None = None, articles: Sequence[str] = ()) -> Status:
    """How far everybody is; in a blind project, no labels but those the looker may see."""
    gathered = gather(project, articles)
    found = status_of(gathered)
    found = replace(found, work=tuple(_with_settled(gathered, found.work)))
    blind = Blind.of(gathered)
    if blind is None:
        return found
    coded = {c.opened.article.id: c for c in gathered.articles}
    work = (
        row if blind.in_sight(coded[row.article], row.coder) else _blinded(row)
        for row in found.work
    )
    return replace(found, work=tuple(work))


def _with_settled(gathered: Gathered, work: Sequence[Work]) -> Iterator[Work]:
    """The coders' work, and behind that on each article what was settled of it."""
    for coded in gathered.articles:
        name = coded.opened.article.id
        yield from (row for row in work if row.article == name)
        document = settled_document(gathered.project, coded.opened, gathered.codebook)
        if document is not None:
            row = _row(name, coded.opened.outline, document, gathered.codebook)
            yield replace(row, cases_open=_cases_open(gathered, coded.opened))


def _cases_open(gathered: Gathered, opened: Opened) -> int | None:
    """How many cases somebody has still to settle; None where that can't be told."""
    try:
        done, of = adjudication(gathered.project, opened, gathered.codebook).progress
    except StoreError:
        return None
    return of - done


def _blinded(row: Work) -> Work:
    return replace(row, claims={}, incomplete=0, blind=True)


def status_of(gathered: Gathered) -> Status:
    """How far the coders are whose documents were gathered."""
    assigned = gathered.settings.assignments
    names = [coded.opened.article.id for coded in gathered.articles]
    given = {assignment.id for assignment in assigned}
    return Status(
        labels=tuple(label.id for label in gathered.codebook.labels),
        work=tuple(row for coded in gathered.articles for row in _rows(gathered, coded)),
        untouched=tuple(c.opened.article.id for c in gathered.articles if not c.documents),
        unassigned=tuple(name for name in names if assigned and name not in given),
        sample=tuple(a.id for a in assigned if a.sample and a.id in names),
        notices=gathered.notices,
    )


def _rows(gathered: Gathered, coded: Coded) -> Iterator[Work]:
    """Who has begun an article, then who is still to begin it."""
    name, outline = coded.opened.article.id, coded.opened.outline
    assignments = gathered.settings.assignments
    to_code = assigned_to(assignments, name)
    for document in coded.standing:
        row = _row(name, outline, document, gathered.codebook)
        yield replace(row, assigned=person(row.coder) in to_code if assignments else None)
    for coder in waiting(gathered, name):
        blank = Document(
            article=name,
            text_sha256=coded.opened.article.custody.text_sha256,
            codebook=CodebookRef(id=gathered.codebook.id, version=gathered.codebook.version),
            coder=coder,
        )
        row = _row(name, outline, blank, gathered.codebook)
        yield replace(row, begun=False, assigned=True)


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
