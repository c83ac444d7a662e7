"""What coders have recorded, read for reports: articles, documents, and problems on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..core.assigning import assigned_to
from ..core.fitting import as_it_stands, trouble
from ..core.names import coder_slug, person, slug
from ..core.project import Settings
from ..core.records import Codebook, Document
from ..errors import StoreError
from ..store import project as store
from ..store.documents import ADJUDICATED, Paths, Reconciled, earlier_texts, read_document
from ..store.project import Opened, Project
from .world import here


@dataclass(frozen=True, kw_only=True)
class Coded:
    """An article with the documents of its coders.

    `earlier` holds the texts that claims without a place stood in, by their digests.
    """

    opened: Opened
    documents: tuple[Document, ...]
    notices: tuple[str, ...] = ()
    earlier: Mapping[str, str] = field(default_factory=dict)

    @property
    def standing(self) -> tuple[Document, ...]:
        """The documents to show or export: what doesn't stand in the text has no place in it."""
        text, digest = self.opened.text, self.opened.article.custody.text_sha256
        return tuple(as_it_stands(document, text, digest) for document in self.documents)


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """A project's articles with their documents, its codebook and settings.

    `asked` names the coders who were asked for; none where all were.
    """

    project: Project
    codebook: Codebook
    settings: Settings
    articles: tuple[Coded, ...]
    asked: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell of files that had to be joined with their logs."""
        return tuple(notice for coded in self.articles for notice in coded.notices)


def gather(
    project: Path | None, articles: Sequence[str] = (), coders: Sequence[str] = ()
) -> Gathered:
    """Documents of some articles (all, if none is named) by some coders (all, if none is named).

    A coder who is named alone is taken with their later rounds; of several, only what is named. The
    adjudicated document is taken only where it is named.
    Raises StoreError for an article or coder that isn't there, FileError for a file that can't be
    used.
    """
    home = store.need_project(project, here())
    codebook = store.load_codebook(home)
    wanted = [article_name(home, name) for name in articles] or home.articles()
    who = [coder_slug(name) for name in coders]
    found = tuple(_coded(home, name, who, codebook) for name in wanted)
    there = {d.coder for coded in found for d in coded.documents}
    missing = {name for name in who if not any(_is_by(coder, who, name) for coder in there)}
    if missing:
        raise StoreError(f"There is nothing by {', '.join(sorted(missing))} here.")
    return Gathered(
        project=home,
        codebook=codebook,
        settings=store.load_settings(home),
        articles=found,
        asked=tuple(who),
    )


def waiting(gathered: Gathered, article: str) -> tuple[str, ...]:
    """Who is to code an article, of those asked for, and hasn't begun."""
    begun = gathered.project.coders(article)
    return tuple(
        coder
        for coder in assigned_to(gathered.settings.assignments, article)
        if coder not in begun and (not gathered.asked or coder in gathered.asked)
    )


def _is_by(coder: str, wanted: Sequence[str], name: str) -> bool:
    """Whether a document is what `name`, one of those wanted, means."""
    return coder == name or (len(wanted) == 1 and person(coder) == name)


def article_name(home: Project, name: str) -> str:
    """An article named as such, or by a path to its folder or its source."""
    if name in home.articles():
        return name
    stem = slug(Path(name).stem)
    return stem if stem in home.articles() else name


def known_article(home: Project, name: str) -> str:
    """The same, of an article that is there. Raises StoreError where none is called so."""
    found = article_name(home, name)
    if found not in home.articles():
        known = ", ".join(home.articles()) or "none yet"
        raise StoreError(f"There is no article '{name}' in this project (there are: {known}).")
    return found


def _coded(home: Project, article: str, coders: Sequence[str], codebook: Codebook) -> Coded:
    opened = store.load_article(home, article)
    read = [
        read_document(Paths(home, article, coder), opened, codebook)
        for coder in (*home.coders(article), *_named_adjudication(home, article, coders))
        if not coders or any(_is_by(coder, coders, name) for name in coders)
    ]
    documents = tuple(r.history.document for r in read)
    lost = any(claim.orphaned for document in documents for claim in document.claims)
    return Coded(
        opened=opened,
        documents=documents,
        notices=tuple(filter(None, (_notice(opened, r) for r in read))),
        earlier=earlier_texts(home, article) if lost else {},
    )


def _named_adjudication(home: Project, article: str, coders: Sequence[str]) -> tuple[str, ...]:
    named = ADJUDICATED in coders and Paths(home, article, ADJUDICATED).exists
    return (ADJUDICATED,) if named else ()


def _notice(opened: Opened, found: Reconciled) -> str:
    """What to tell of a document: that it was joined with its log, or doesn't fit its text."""
    article = opened.article
    words = trouble(found.history.document, opened.text, article.custody.text_sha256, article.id)
    return " ".join(filter(None, (found.notice, words)))


def with_reference(gathered: Gathered, coded: Sequence[Coded], reference: str) -> tuple[Coded, ...]:
    """The coded articles that `reference` settled or coded, its document among the others.

    Raises StoreError where it has none.
    """
    if reference != ADJUDICATED:
        name = coder_slug(reference)
        held = tuple(c for c in coded if any(d.coder == name for d in c.documents))
    else:
        held = tuple(found for c in coded for found in _settled(gathered, c))
    if not held:
        raise StoreError(f"There is nothing by {reference} to compare with.")
    return held


def _settled(gathered: Gathered, coded: Coded) -> Iterator[Coded]:
    """An article with its adjudicated document, where it has one."""
    document = settled_document(gathered.project, coded.opened, gathered.codebook)
    if document is not None:
        others = tuple(d for d in coded.documents if d.coder != ADJUDICATED)
        yield replace(coded, documents=(*others, document))


def settled_document(home: Project, opened: Opened, codebook: Codebook) -> Document | None:
    """What was settled about an article, the log's tail included; None where nothing was."""
    paths = Paths(home, opened.article.id, ADJUDICATED)
    return read_document(paths, opened, codebook).history.document if paths.exists else None


def each_document(gathered: Gathered) -> Iterator[tuple[Opened, Document]]:
    """Every document with its article."""
    for coded in gathered.articles:
        for document in coded.documents:
            yield coded.opened, document
