"""Every file of a project without a person: what is written anew, what goes, what to look at.

Texts keep their shape, with the claims on their words. Histories in which the person is told begin
anew with a tombstone, since a chain can't be changed; files without them stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..adapters import yaml
from ..core.model import Article
from ..core.outline import outline
from ..core.project import People
from ..core.protecting.leaking import Guard, leaks
from ..core.protecting.purging import (
    begun_anew,
    first_edit,
    saved_then,
    stood_elsewhere,
    without_copies,
)
from ..core.protecting.replacing import Cast, cast
from ..core.protecting.walking import Scope, Walk, scope
from ..core.records import Begun, Codebook, Document, Entry, Original, Purged
from ..core.text import sha256_bytes, sha256_text
from ..store import project as store
from ..store.documents import (
    ADJUDICATED,
    Paths,
    blank,
    documents_of,
    earlier_texts,
    read_document,
)
from ..store.files import read_bytes
from ..store.journal import Log, as_bytes, chained, prove_log, read_log
from ..store.project import Opened, Project, article_body, schema_header, structure_log
from ..store.rewriting import plainly
from .settled import claim_digest


@dataclass(kw_only=True)
class Erased:
    """Files as they are to be, those to go, new names, the heads of histories that ended."""

    writes: dict[str, bytes] = field(default_factory=dict)
    deletes: tuple[str, ...] = ()
    moved: dict[str, str] = field(default_factory=dict)
    articles: dict[str, str | None] = field(default_factory=dict)
    coders: dict[str, str | None] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Anew:
    """A history that began anew: its last edit, and what became of the claims' digests."""

    revision: int
    head: str
    digests: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Eraser:
    """What one person's purge needs to know everywhere."""

    home: Project
    codebook: Codebook
    people: People
    who: Cast
    guard: Guard
    stone: Entry
    purged: Purged

    def tells(self, path: Path) -> bool:
        """Whether a file tells the person; what is no text can't be known, and doesn't count."""
        return any(leak.person for leak in leaks("", read_bytes(path), self.guard))


def erased(home: Project, alone: People, stone: Entry, purged: Purged) -> Erased:
    """Everything that a person's purge changes. `alone` is the list with that person in it."""
    names = set(home.articles())
    names |= {coder for name in home.articles() for coder in home.coders(name)}
    who = replace(cast(alone, names=names), digests={})
    guard = Guard(people=alone, patterns=who.patterns)
    eraser = Eraser(
        home=home,
        codebook=store.load_codebook(home),
        people=alone,
        who=who,
        guard=guard,
        stone=stone,
        purged=purged,
    )
    found = Erased()
    for name in home.articles():
        _article(eraser, name, found)
    for path in _others(home):
        if eraser.tells(path):
            _other(eraser, path, found)
    return found


# ---- an article ---------------------------------------------------------------------------------


def _article(eraser: Eraser, name: str, found: Erased) -> None:
    home, opened = eraser.home, store.load_article(eraser.home, name)
    here = scope(opened.article, opened.text, (), eraser.who)
    folder = home.folder(name)
    files = [path for path in folder.rglob("*") if path.is_file()]
    told = here.replaced.old or any(map(eraser.tells, _searched(files)))
    new = eraser.who.names.get(name, name)
    if not told and new == name and not eraser.who.names.keys() & set(home.coders(name)):
        return
    earlier = {
        digest: scope(replace(opened.article, blocks=(), pairs=()), text, (), eraser.who)
        for digest, text in earlier_texts(home, name).items()
    }
    texts = {**earlier, opened.article.custody.text_sha256: here}
    target = home.shown(home.folder(new))
    digests = {digest: sha256_text(s.replaced.text) for digest, s in texts.items()}
    gone = _evidence(eraser, folder, target, found)
    walk = Walk(who=replace(eraser.who, digests=digests), scopes={name: here})
    article = _record(eraser, opened, here, walk, found)
    outlined = Opened(
        article=article,
        text=here.replaced.text,
        outline=outline(article, here.replaced.text, store.load_settings(home).units),
    )
    found.writes[f"{target}/article.txt"] = here.replaced.text.encode()
    for past in earlier.values():
        text = past.replaced.text
        found.writes[f"{target}/texts/{sha256_text(text)}.txt"] = text.encode()
    anew: dict[str, Anew] = {}
    for old in documents_of(home, name):
        coder = old.coder
        same = not here.replaced.old and new == name and coder not in eraser.who.names
        quiet = same and not (coder == ADJUDICATED and anew)
        if not quiet or any(eraser.tells(p) for p in (old.document, old.log) if p.exists()):
            before = read_document(old, opened, eraser.codebook).history.document
            left = _of_new_logs(without_copies(before, gone), anew)
            anew[coder] = _document(eraser, outlined, old, left, walk, texts, found)
    _clear(eraser, name, files, found)


def _searched(files: list[Path]) -> Iterator[Path]:
    return (path for path in files if not path.name.endswith((".lock", ".tmp")))


def _record(eraser: Eraser, opened: Opened, here: Scope, walk: Walk, found: Erased) -> Article:
    """The article's record, its corrections taken in and their history begun anew."""
    home, old = eraser.home, opened.article
    article = walk.over(old)
    custody = replace(article.custody, text_sha256=sha256_text(here.replaced.text))
    place = home.root / old.custody.source
    if here.replaced.old or not place.is_file() or eraser.tells(place):
        custody = replace(custody, source="", headers={}, bytes=0, source_sha256="")
        inside = place.is_file() and place.resolve().is_relative_to(home.root.resolve())
        found.deletes = (*found.deletes, *([home.shown(place)] if inside else []))
    elif place.is_relative_to(home.folder(old.id)):
        path = home.shown(home.folder(article.id) / place.name)
        found.writes[path], found.moved[path] = read_bytes(place), home.shown(place)
        custody = replace(custody, source=path)
    else:
        custody = replace(custody, source=old.custody.source)
    article = replace(article, custody=custody, structure=0)
    log = structure_log(home, old.id)
    if log.exists():
        head = prove_log(log, home.shown(log))[1]
        found.heads.add(head)
        begun = Begun(article=article.id, text_sha256=custody.text_sha256)
        stone = replace(eraser.stone, purged=replace(eraser.purged, heads=(head,)), begun=begun)
        path = home.shown(structure_log(home, article.id))
        found.writes[path] = as_bytes(chained(Log(), [stone]))
        article = replace(article, structure=1)
    path = home.shown(home.folder(article.id) / "article.yaml")
    found.writes[path] = article_body(home, article).encode()
    return article


# ---- documents ----------------------------------------------------------------------------------


def _document(
    eraser: Eraser,
    outlined: Opened,
    old: Paths,
    before: Document,
    walk: Walk,
    texts: Mapping[str, Scope],
    found: Erased,
) -> Anew:
    """A coder's document on the new text, its history begun anew."""
    home, coder = eraser.home, old.coder
    stood = texts.get(before.text_sha256, walk.scopes[old.article])
    after = Walk(who=walk.who, scopes={old.article: stood}).over(before)
    after = stood_elsewhere(before, after, texts)
    new = Paths(home, outlined.article.id, eraser.who.names.get(coder, coder))
    if new.coder != coder:
        found.coders[coder] = new.coder
    after = replace(after, coder=new.coder)
    empty = replace(
        blank(outlined, eraser.codebook, new.coder),
        codebook=after.codebook,
        text_sha256=after.text_sha256,
    )
    by_id = {claim.id: claim for claim in after.claims}
    left = [by_id[claim.id] for claim in before.claims]
    edit, after = first_edit(empty, after, stood.replaced.text)
    heads = (prove_log(old.log, home.shown(old.log))[1],) if old.log.exists() else ()
    found.heads |= set(heads)
    body = _yaml(home, new, after)
    first = begun_anew(eraser.stone, replace(eraser.purged, heads=heads), after, edit)
    log = chained(Log(), first)
    last = saved_then(eraser.stone, after, sha256_bytes(body))
    found.writes[home.shown(new.document)] = body
    found.writes[home.shown(new.log)] = as_bytes(chained(log, [last]))
    digests = {claim_digest(c): claim_digest(n) for c, n in zip(before.claims, left, strict=True)}
    return Anew(revision=len(log.entries), head=log.head, digests=digests)


def _of_new_logs(document: Document, anew: Mapping[str, Anew]) -> Document:
    """An adjudication made from logs that begin anew: what it says of them."""
    settled = tuple(
        replace(case, originals=tuple(_of_new_log(o, anew.get(o.coder)) for o in case.originals))
        for case in document.settled
    )
    return replace(document, settled=settled)


def _of_new_log(original: Original, anew: Anew | None) -> Original:
    if anew is None:
        return original
    digest = original.sha256 and anew.digests.get(original.sha256, original.sha256)
    return replace(original, revision=anew.revision, head=anew.head, sha256=digest)


def _yaml(home: Project, paths: Paths, document: Document) -> bytes:
    header = schema_header(home, paths.document, "annotation")
    return yaml.dump(plainly(document), header=header).encode()


# ---- the rest of an article's folder ------------------------------------------------------------


def _evidence(eraser: Eraser, folder: Path, target: str, found: Erased) -> list[str]:
    """Copies of evidence: those that tell the person go, and their digests are given back; those
    that can't be searched are named."""
    unknown, gone = [], []
    for path in sorted((folder / "evidence").glob("*")):
        data, shown = read_bytes(path), eraser.home.shown(path)
        told = leaks("", data, eraser.guard)
        if any(leak.person for leak in told):
            found.deletes = (*found.deletes, shown)
            gone.append(path.name.partition(".")[0])
            continue
        if told:
            unknown.append(shown)
        if f"{target}/evidence/{path.name}" != shown:
            found.writes[f"{target}/evidence/{path.name}"] = data
            found.moved[f"{target}/evidence/{path.name}"] = shown
    if unknown:
        words = f"Look at these copies yourself, which can't be searched: {', '.join(unknown)}."
        found.notices = (*found.notices, words)
    return gone


def _clear(eraser: Eraser, name: str, files: list[Path], found: Erased) -> None:
    """What isn't written anew and tells somebody, or belongs to another name, goes."""
    home = eraser.home
    if eraser.who.names.get(name, name) != name:
        found.articles[name] = eraser.who.names[name]
        found.deletes = (*found.deletes, home.shown(home.folder(name)))
        return
    for path in files:
        shown = home.shown(path)
        coder = re.sub(r"\.(?:yaml|history\.jsonl|lock)\Z", "", path.name).removeprefix(".")
        renamed = path.parent.name == "coders" and coder in eraser.who.names
        fork = path.parent.name == "forks" and eraser.tells(path)
        old_text = path.parent.name == "texts" and shown not in found.writes
        if old_text or renamed or fork:
            found.deletes = (*found.deletes, shown)


# ---- files of the whole project -----------------------------------------------------------------


def _others(home: Project) -> Iterator[Path]:
    """Files that belong to no article: settings, codebook, logs, signers."""
    folders = {home.folder(name) for name in home.articles()}
    for path in sorted(home.annotations.rglob("*")):
        out = path in (home.people_path, home.log_path) or path.name.endswith((".lock", ".tmp"))
        seal = path.name == "SEAL.yaml"
        if path.is_file() and not out and not seal and not folders & set(path.parents):
            yield path


def _other(eraser: Eraser, path: Path, found: Erased) -> None:
    """Such a file without the person: a log begun anew with a tombstone, else other words."""
    home = eraser.home
    shown = home.shown(path)
    if path.name.endswith(".history.jsonl"):
        log = read_log(path, shown)
        found.heads.add(log.head)
        stone = replace(eraser.stone, purged=replace(eraser.purged, heads=(log.head,)))
        walk = Walk(who=eraser.who, scopes={})
        entries = [stone, *(walk.over(entry) for entry in log.entries)]
        new = path.with_name(f"{eraser.who.identifier(path.name[:-14])}.history.jsonl")
        found.writes[home.shown(new)] = as_bytes(chained(Log(), entries))
        if new != path:
            found.deletes = (*found.deletes, shown)
    else:
        text = read_bytes(path).decode()
        for name, after in eraser.who.names.items():
            text = text.replace(f'"{name}"', f'"{after}"')
        found.writes[shown] = eraser.who.words(text).encode()
