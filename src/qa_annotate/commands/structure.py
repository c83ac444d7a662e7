"""`structure`: a session in which a person corrects how an article was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..core.model import Article
from ..core.structuring import changes_nothing, paired, read_again, replacing
from ..errors import StoreError, UsageError
from ..session.app import Session
from ..session.keys import Bidi
from ..session.structure.program import STRUCTURING
from ..session.structure.state import Setting, State
from ..session.terminal import require_terminal
from ..store import project as store
from ..store.documents import Paths, read_document
from ..store.project import Opened, Project
from ..store.structures import open_structure, standing
from .coding import article_name
from .reading import read_source
from .recording import Retrieved, make_article
from .seat import arranges, kept_in_order
from .who import who_edits
from .world import TOOL, here, now


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """A structure session that has ended."""

    article: str
    corrections: int
    pairs: int
    units: int
    path: str


def structure(
    article: str,
    *,
    coder: str | None = None,
    force: str | None = None,
    bidi: str | None = None,
    project: Path | None = None,
) -> Corrected:
    """Correct an article's structure in a session.

    Raises UsageError without a terminal; StoreError where somebody has read part of the article
    already and no reason (`force`) is given, since new units change everybody's work.
    """
    require_terminal(
        "Correcting a structure", "Run it in a terminal; to see it: qa-annotate parse FILE"
    )
    home, opened, why = _held(article, force, project)
    who = who_edits(coder)
    return _session(home, opened, who, why, arranges(bidi))


def _held(article: str, force: str | None, project: Path | None) -> tuple[Project, Opened, str]:
    """The article whose structure may change, and why although somebody has read part of it."""
    home = store.need_project(project, here())
    opened = store.load_article(home, article_name(home, article))
    readers = _readers(home, opened)
    if readers and not (force and force.strip()):
        raise StoreError(
            f"{' and '.join(readers)} has read part of this article: its structure decides "
            "what everybody's units are.",
            hint="If it must change all the same, say why: --force 'REASON' (it is recorded)",
        )
    return home, opened, force.strip() if readers and force else ""


def _readers(home: Project, opened: Opened) -> list[str]:
    """The coders who have read part of an article."""
    codebook = store.load_codebook(home)
    name = opened.article.id
    documents = [
        read_document(Paths(home, name, coder), opened, codebook).history.document
        for coder in home.coders(name)
    ]
    return [d.coder for d in documents if d.read or d.claims]


def _session(home: Project, opened: Opened, coder: str, why: str, bidi: Bidi) -> Corrected:
    article = opened.article
    if not article.blocks:
        raise UsageError("This article holds no text.")
    desk = open_structure(home, opened, coder=coder, at=now(), tool=TOOL.version)
    setting = Setting(
        title=article.metadata.title or article.id,
        text=opened.text,
        people=tuple(person.name for person in article.people)[:9],
        confidence=article.reading.confidence,
        why=why,
        bidi=bidi,
    )
    state = State(setting=setting, shape=desk.shape, logged=desk.seq, synced=desk.seq)
    state = replace(state, message=_first_words(article))
    before = desk.seq
    try:
        in_order = kept_in_order(bidi, opened.text)
        state = Session(STRUCTURING, state, desk, now, in_order=in_order).run()
    finally:
        desk.close()
    return _ended(home, article, state, desk.seq > before)


# ---- reading again ------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Reparsed:
    """An article that was read again; `lost` counts corrections that no longer fit."""

    article: str
    changed: bool
    pairs_before: int
    pairs: int
    corrections: int
    lost: int


def reparse(
    article: str,
    *,
    coder: str | None = None,
    force: str | None = None,
    project: Path | None = None,
) -> Reparsed:
    """Read an article's source with the parser of today and make people's corrections again.

    Raises StoreError where somebody has read part of it and no reason is given, or where the
    source no longer gives the text that positions refer to.
    """
    home, opened, why = _held(article, force, project)
    who = who_edits(coder)
    made = _source_again(home, opened)
    desk = open_structure(home, opened, coder=who, at=now(), tool=TOOL.version)
    try:
        corrections = standing(home, opened.article.id)
        before = desk.shape.document
        blocks, lost = read_again(before, made.blocks, corrections, opened.text)
        edit = replacing(before, blocks, "reparse", why)
        changed = not changes_nothing(edit)
        if changed:
            desk.article = _renewed(opened.article, made)
            desk.save((desk.append(edit, now()), blocks), now())
    finally:
        desk.close()
    return Reparsed(
        article=opened.article.id,
        changed=changed,
        pairs_before=len(opened.article.pairs),
        pairs=len(paired(blocks)),
        corrections=len(corrections) - len(lost),
        lost=len(lost),
    )


def _source_again(home: Project, opened: Opened) -> Article:
    """The article as its source reads today. Raises StoreError where that is another text."""
    custody = opened.article.custody
    found = read_source(str(home.root / custody.source), custody.encoding or None)
    if found.text != opened.text:
        raise StoreError(
            f"{custody.source} reads as another text today than the one people work on.",
            hint=f"Move everything to it with: qa-annotate reanchor {opened.article.id} "
            f"{custody.source}",
        )
    return make_article(found, opened.article.id, custody.source, Retrieved())


def _renewed(article: Article, made: Article) -> Article:
    """An article with people and reading as read today; what its metadata says stays."""
    known = {name for person in made.people for name in (person.name, *person.aliases)}
    kept = tuple(person for person in article.people if person.name not in known)
    return replace(article, people=(*made.people, *kept), reading=made.reading)


def _first_words(article: Article) -> str:
    sure = f"read as {article.reading.convention}, confidence {article.reading.confidence:.2f}"
    doubt = " · look it over" if article.reading.confidence < store.DOUBTFUL else ""
    return sure + doubt


def _ended(home: Project, article: Article, state: State, changed: bool) -> Corrected:
    opened = store.load_article(home, article.id)
    return Corrected(
        article=article.id,
        corrections=len(standing(home, article.id)) if changed else 0,
        pairs=len(paired(state.blocks)),
        units=len(opened.outline.units),
        path=home.shown(home.folder(article.id) / "article.yaml"),
    )
