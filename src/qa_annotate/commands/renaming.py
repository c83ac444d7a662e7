"""`rename` and `remove`: another name for an article or a coder, or a place aside; all on record.

References follow: folders, keys in files, assignments, the seal, where a user left off. Histories
are not rewritten: an entry says what the name was. What is removed lies under
`annotations/removed/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..adapters import yaml
from ..core.editing import difference, is_empty
from ..core.history import step
from ..core.names import coder_slug, in_round, person, round_of, slug
from ..core.records import Document, Entry, Renamed, Saved
from ..core.settling import with_names
from ..core.text import sha256_bytes
from ..errors import StoreError, UsageError
from ..store import project as store
from ..store.changing import Change, change
from ..store.deeds import plain_entry, reassigned, recorded
from ..store.documents import ADJUDICATED, Paths, Reconciled, blank, documents_of, read_document
from ..store.files import read_bytes, read_text
from ..store.journal import Log, as_bytes, chained, read_log
from ..store.place import recall
from ..store.project import Opened, Project, article_body, schema_header
from ..store.rewriting import plainly
from ..store.sealing import resealed
from .coding import known_article
from .locking import all_locked
from .who import likely_coder, named_coder
from .world import TOOL, here, now

REMOVED = "removed"


@dataclass(frozen=True, kw_only=True)
class RenameDone:
    """What has another name or place now, and what to tell."""

    before: str
    after: str
    files: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deed:
    """Everything a renaming needs to know."""

    home: Project
    renamed: Renamed
    entry: Entry


Make = Callable[[Deed], Change]
"""What becomes of the files."""


def rename_article(
    before: str, after: str, *, why: str = "", by: str | None = None, project: Path | None = None
) -> RenameDone:
    """Give an article another name. Raises StoreError where it isn't there or the name is taken."""
    home = store.need_project(project, here())
    old, new = known_article(home, before), slug(after)
    if home.folder(new).exists():
        raise StoreError(f"There is an article '{new}' already.", hint="Give it another name.")
    renamed = Renamed(what="article", before=old, after=new, why=why)
    return _carried_out(home, renamed, by, _article_moved)


def remove_article(
    name: str, *, why: str, by: str | None = None, project: Path | None = None
) -> RenameDone:
    """Put an article aside: it lies under `annotations/removed/`, whole, and counts no more."""
    home = store.need_project(project, here())
    old = known_article(home, name)
    aside = f"{REMOVED}/{old}"
    _free(home, home.annotations / aside)
    renamed = Renamed(what="article", before=old, after=aside, removed=True, why=_reason(why))
    return _carried_out(home, renamed, by, _article_aside)


def rename_coder(
    before: str, after: str, *, why: str = "", by: str | None = None, project: Path | None = None
) -> RenameDone:
    """Give a coder another name in every article. Raises StoreError where it is taken."""
    home = store.need_project(project, here())
    old, new = _coder_known(home, before), coder_slug(after)
    if person(new) != new or new == ADJUDICATED:
        raise UsageError(f"'{new}' can't be a coder's name.", hint="Give the person's name.")
    taken = [n for n in home.articles() if new in map(person, home.coders(n))]
    if taken:
        raise StoreError(f"There is a coder '{new}' already, in {taken[0]}.")
    renamed = Renamed(what="coder", before=old, after=new, why=why)
    return _carried_out(home, renamed, by, _coder_moved)


def remove_coder(
    name: str, *, why: str, by: str | None = None, project: Path | None = None
) -> RenameDone:
    """Put all that a coder recorded aside, under `annotations/removed/`."""
    home = store.need_project(project, here())
    old = _coder_known(home, name)
    aside = f"{REMOVED}/coders/{old}"
    _free(home, home.annotations / aside)
    renamed = Renamed(what="coder", before=old, after=aside, removed=True, why=_reason(why))
    return _carried_out(home, renamed, by, _coder_aside)


# ---- what can't be ------------------------------------------------------------------------------


def _coder_known(home: Project, name: str) -> str:
    found = coder_slug(name)
    known = sorted({person(c) for n in home.articles() for c in home.coders(n)})
    if found not in known:
        there = ", ".join(known) or "nobody yet"
        raise StoreError(f"There is nothing by '{name}' here (there is: {there}).")
    return found


def _reason(why: str) -> str:
    if not why.strip():
        raise UsageError("Removing needs its reason.", hint="Give it: --reason TEXT")
    return why.strip()


def _free(home: Project, path: Path) -> None:
    if path.exists():
        raise StoreError(
            f"{home.shown(path)} is there already.", hint="Move it away, or purge it, first."
        )


# ---- carrying it out ----------------------------------------------------------------------------


def _carried_out(home: Project, renamed: Renamed, by: str | None, made: Make) -> RenameDone:
    """All of it or nothing, nobody else writing meanwhile, on record in the project's log."""
    entry = plain_entry(now(), named_coder(by) or likely_coder(), TOOL.version)
    with all_locked(home):
        deed = Deed(home=home, renamed=renamed, entry=replace(entry, renamed=renamed))
        done = made(deed)
        names = {renamed.before: None if renamed.removed else renamed.after}
        writes = {**done.writes, **reassigned(home, names), **recorded(home, deed.entry)}
        verb = "put aside" if renamed.removed else "renamed"
        words = f"{entry.at}: {renamed.what} {renamed.before} {verb} by {entry.coder}"
        change(home.root, resealed(home, replace(done, writes=writes), words), at=now())
    memory = recall()
    article = renamed.what == "article"
    memory.renamed(str(home.root), names if article else {}, {} if article else names)
    memory.keep()
    sealed = (home.root / "MANIFEST.sha256").exists()
    told = ("The seal was brought along, unsigned: seal again with qa-annotate seal.",)
    return RenameDone(
        before=renamed.before,
        after=renamed.after,
        files=len(done.writes),
        notices=told if sealed else (),
    )


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder, locks and half-written ones left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith((".lock", ".tmp")):
            yield path


def _article_aside(deed: Deed) -> Change:
    """An article's folder, as it is, elsewhere."""
    return _moved(deed.home, deed.home.folder(deed.renamed.before), deed.renamed.after)


def _moved(home: Project, folder: Path, to: str) -> Change:
    moved = {f"annotations/{to}/{p.relative_to(folder).as_posix()}": p for p in _files(folder)}
    return Change(
        writes={new: read_bytes(path) for new, path in moved.items()},
        deletes=(home.shown(folder),),
        moved={new: home.shown(path) for new, path in moved.items()},
    )


def _article_moved(deed: Deed) -> Change:
    """An article under another name: its record and documents say so, their logs tell of it."""
    home, old, new = deed.home, deed.renamed.before, deed.renamed.after
    opened = store.load_article(home, old)
    plain = _moved(home, home.folder(old), new)
    writes = dict(plain.writes)
    source = opened.article.custody.source
    inside = f"annotations/{old}/"
    if source.startswith(inside):
        source = f"annotations/{new}/{source.removeprefix(inside)}"
    custody = replace(opened.article.custody, source=source)
    article = replace(opened.article, id=new, custody=custody)
    writes[f"annotations/{new}/article.yaml"] = article_body(home, article).encode()
    for paths in documents_of(home, old):
        writes |= _document(deed, opened, paths, Paths(home, new, paths.coder))
    return replace(plain, writes=writes)


def _coder_moved(deed: Deed) -> Change:
    """A coder's documents and logs, every round, under another name."""
    home, writes, moved = deed.home, dict[str, bytes](), dict[str, str]()
    gone: list[str] = []
    for name, coder in _by(deed):
        opened = store.load_article(home, name)
        new = in_round(deed.renamed.after, round_of(coder))
        before, after = Paths(home, name, coder), Paths(home, name, new)
        writes |= _document(deed, opened, before, after)
        for old_path, new_path in ((before.document, after.document), (before.log, after.log)):
            moved[home.shown(new_path)] = home.shown(old_path)
            gone.append(home.shown(old_path))
        gone.append(home.shown(before.lock))
    for name in home.articles():
        writes |= _settled(deed, name)
    return Change(writes=writes, deletes=tuple(gone), moved=moved)


def _settled(deed: Deed, name: str) -> dict[str, bytes]:
    """An adjudication that tells of the coder by the new name; nothing, where it doesn't."""
    home, paths = deed.home, Paths(deed.home, name, ADJUDICATED)
    if not paths.exists:
        return {}
    opened = store.load_article(home, name)
    history = _settled_down(paths, opened).history
    names = {c: in_round(deed.renamed.after, round_of(c)) for n, c in _by(deed) if n == name}
    after = with_names(history.document, names)
    edit = difference(history.document, after, "rename", opened.text)
    if is_empty(edit):
        return {}
    log = chained(read_log(paths.log, home.shown(paths.log)), [replace(_plain(deed), edit=edit)])
    document = step(history, len(log.entries), edit, opened.text).document
    return _written(deed, paths, paths, document, log)


def _coder_aside(deed: Deed) -> Change:
    home, writes, moved = deed.home, dict[str, bytes](), dict[str, str]()
    for name, coder in _by(deed):
        paths = Paths(home, name, coder)
        for path in (paths.document, paths.log):
            if path.exists():
                new = f"annotations/{deed.renamed.after}/{name}/{path.name}"
                writes[new], moved[new] = read_bytes(path), home.shown(path)
        moved[""] = home.shown(paths.lock)
    gone = (*moved.values(), *(home.shown(Paths(home, n, c).lock) for n, c in _by(deed)))
    moved.pop("", None)
    return Change(writes=writes, deletes=tuple(dict.fromkeys(gone)), moved=moved)


def _by(deed: Deed) -> Iterator[tuple[str, str]]:
    """The articles and rounds that a coder has recorded something in."""
    for name in deed.home.articles():
        for coder in deed.home.coders(name):
            if person(coder) == deed.renamed.before:
                yield name, coder


def _document(deed: Deed, opened: Opened, old: Paths, new: Paths) -> dict[str, bytes]:
    """A document under another name or in another article; its log goes on with an entry of it.

    Raises FileError where file and log don't fit: that is settled first.
    """
    document = _settled_down(old, opened).history.document
    coder = blank(opened, store.load_codebook(deed.home), new.coder).coder
    document = replace(document, article=new.article, coder=coder)
    log = read_log(old.log, deed.home.shown(old.log))
    return _written(deed, old, new, document, chained(log, [deed.entry]))


def _settled_down(paths: Paths, opened: Opened) -> Reconciled:
    """A document whose file and log are one. Raises StoreError where they aren't."""
    reconciled = read_document(paths, opened, store.load_codebook(paths.project))
    if reconciled.outside is not None or reconciled.finish_rename:
        raise StoreError(
            f"{paths.document.name} of {paths.article} was edited outside since its last session.",
            hint=f"Open it once, so that its log takes that in: qa-annotate open {paths.article} "
            f"--coder {paths.coder}",
        )
    return reconciled


def _written(deed: Deed, old: Paths, new: Paths, document: Document, log: Log) -> dict[str, bytes]:
    """A document and its log, the file's digest in it."""
    home = deed.home
    body = _yaml(home, old, new, document)
    saved = Saved(revision=document.revision, sha256=sha256_bytes(body))
    log = chained(log, [replace(_plain(deed), saved=saved)])
    return {home.shown(new.document): body, home.shown(new.log): as_bytes(log)}


def _plain(deed: Deed) -> Entry:
    return replace(deed.entry, renamed=None)


def _yaml(home: Project, old: Paths, new: Paths, document: Document) -> bytes:
    """The document's file with its comments, under the new name."""
    data = plainly(document, {claim.id for claim in document.claims if claim.orphaned})
    if not old.document.exists():
        return yaml.dump(data, header=schema_header(home, new.document, "annotation")).encode()
    text = read_text(old.document, home.shown(old.document))
    return yaml.update(text, data, items=("claims", "settled")).encode()
