"""`log`: the history as people read it, and documents as they stood at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..adapters import yaml
from ..core.history import fold
from ..core.moments import moment
from ..core.names import coder_slug
from ..core.records import Document, Entry
from ..core.telling import Event, events, up_to
from ..errors import StoreError, UsageError
from ..store import project as store
from ..store.documents import Paths, blank, documents_of, earlier_texts, first_state
from ..store.journal import Log, read_log
from ..store.project import Opened, Project
from ..store.rewriting import plainly
from ..store.unblinding import unblinding_logs
from .blind import out_of_sight
from .coding import known_article
from .world import here

STRUCTURE = "structure"
UNBLINDED = "unblinded"
PROJECT = "project"


def log(
    article: str | None = None,
    *,
    coder: str | None = None,
    claim: str | None = None,
    since: str | None = None,
    project: Path | None = None,
) -> tuple[Event, ...]:
    """What happened in a project (or to one article, by one coder, to one claim), oldest first.

    In a blind project the logs of documents that the looker may not see yet are left out.
    Raises UsageError for a time that is none, StoreError for what isn't there, FileError for a log
    whose chain is broken.
    """
    home = store.need_project(project, here())
    after = _moment(since) if since else ""
    names = [known_article(home, article)] if article else home.articles()
    hidden = out_of_sight(home.root)
    found = [event for name in names for event in _of_article(home, name, coder, hidden)]
    found += _unblindings(home, names if article else (), coder)
    found += _deeds(home, names if article else ())
    told = [e for e in found if e.at >= after and (claim is None or e.claim == claim)]
    if claim is not None and not any(e.claim == claim for e in found):
        raise StoreError(f"No log here tells of a claim {claim}.")
    return tuple(sorted(told, key=lambda e: e.at))


def _of_article(
    home: Project, name: str, coder: str | None, hidden: Collection[str]
) -> list[Event]:
    logs = {who: Paths(home, name, who).log for who in _documents(home, name, coder, hidden)}
    if coder is None:
        logs[STRUCTURE] = store.structure_log(home, name)
    return [
        event
        for who, path in logs.items()
        for event in events(name, who, read_log(path, home.shown(path)).entries)
    ]


def _documents(home: Project, name: str, coder: str | None, hidden: Collection[str]) -> list[str]:
    """Whose documents are told of, what was settled among them."""
    wanted = coder_slug(coder) if coder else None
    there = (paths.coder for paths in documents_of(home, name) if wanted in (None, paths.coder))
    return [who for who in there if f"{name}/{who}" not in hidden]


def _unblindings(home: Project, articles: Collection[str], coder: str | None) -> Iterator[Event]:
    """Who looked at what was blind: at some articles, or any if none is named."""
    wanted = coder_slug(coder) if coder else None
    for who, path in unblinding_logs(home).items():
        entries = read_log(path, home.shown(path)).entries if wanted in (None, who) else ()
        about = [e for e in entries if not articles or _shown(e) & set(articles)]
        yield from events("", UNBLINDED, about)


def _deeds(home: Project, articles: Collection[str]) -> Iterator[Event]:
    """What was purged, renamed and put aside, anywhere or of some articles."""
    for event in events("", PROJECT, read_log(home.log_path, home.shown(home.log_path)).entries):
        told = {name for change in event.changes for name in (change.before, change.after)}
        if not articles or told & set(articles):
            yield event


def _shown(entry: Entry) -> set[str]:
    shown = entry.unblinded.shown if entry.unblinded else ()
    return {document.partition("/")[0] for document in shown}


def _moment(words: str, *, end_of_day: bool = False) -> str:
    try:
        return moment(words, end_of_day=end_of_day)
    except ValueError:
        raise UsageError(
            f"'{words}' is no time.", hint="Write 2026-11-22, or 2026-11-22T10:04Z"
        ) from None


# ---- as it stood --------------------------------------------------------------------------------


def as_of(
    at: str,
    article: str | None = None,
    *,
    coder: str | None = None,
    project: Path | None = None,
) -> str:
    """Documents as they stood at a time, as YAML; several stand apart as YAML documents.

    Raises StoreError where nothing had been recorded by then.
    """
    home = store.need_project(project, here())
    when = _moment(at, end_of_day=True)
    names: Sequence[str] = [known_article(home, article)] if article else home.articles()
    hidden = out_of_sight(home.root)
    found = [
        _stood(home, name, who, when)
        for name in names
        for who in _documents(home, name, coder, hidden)
    ]
    told = [yaml.dump(plainly(document)) for document in found if document is not None]
    if not told:
        raise StoreError(f"Nothing was recorded here by {when}.")
    return "---\n".join(told)


def _stood(home: Project, name: str, coder: str, at: str) -> Document | None:
    opened, paths = store.load_article(home, name), Paths(home, name, coder)
    whole = read_log(paths.log, home.shown(paths.log))
    entries = up_to(whole.entries, at)
    if not entries:
        return None
    return _folded(paths, opened, replace(whole, entries=entries))


def _folded(paths: Paths, opened: Opened, log: Log) -> Document:
    codebook = store.load_codebook(paths.project)
    start = first_state(log, None, blank(opened, codebook, paths.coder))
    earlier = earlier_texts(paths.project, paths.article)
    return fold(start, log.entries, opened.text, earlier).document
