"""`report`: the project as pages, with plots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..core.agreed import Agreement
from ..core.codebook import lacks
from ..core.protecting.leaking import Guard
from ..core.published import Deed, Published, Site, ToldArticle, ToldClaim
from ..core.records import Claim, ClaimChange, Entry
from ..errors import QaAnnotateError, StoreError
from ..store.documents import Paths
from ..store.files import make_folder, read_bytes, read_text, write_whole
from ..store.journal import read_log
from ..store.project import Project
from .agreement import Asked, Drawing, agreement_of
from .blind import allow
from .coding import Coded, Gathered, gather, settled_document
from .redacting import Confirm, Redaction, on_purpose, prove, redaction
from .status import status_of
from .world import TOOL, now


def report(
    out: Path,
    articles: Sequence[str] = (),
    *,
    project: Path | None = None,
    coders: Sequence[str] = (),
    figures: bool = False,
    unblind: str | None = None,
    redact: bool = False,
    include_sensitive: bool = False,
    confirm: Confirm | None = None,
) -> Published:
    """Write pages of some articles (all, if none is named) to a folder; plots too, if wanted.

    With `redact`, nobody of the project's people is told in them. Without, people in danger are
    told only if that is confirmed, or `include_sensitive`. Raises StoreError where the folder can't
    be written, somebody would be told, or the optional part is not installed; BlindError where a
    blind project isn't finished and `unblind` gives no reason.
    """
    wing = _wing()
    gathered = gather(project, articles, coders)
    _writable(gathered.project, out)
    told = allow(gathered, "report", unblind)
    how = redaction(gathered) if redact else None
    site = _site(gathered, how)
    files = {path: text.encode() for path, text in wing.pages(site).items()}
    pages = len(files)
    files |= {p: d for p, d in (wing.figures(site) if figures else ()) if how is None or _text(p)}
    if how is None:
        on_purpose(gathered.project, files, include_sensitive, confirm)
        _put(out, files, None)
    else:
        told = (*told, *how.notices, *([_PDF] if figures else ()))
        _put(out, files, how.guard(site, tuple(wing.own_words())))
    notices = (*told, *gathered.notices)
    return Published(pages=pages, figures=len(files) - pages, notices=notices)


_PDF = "Left out too: the plots as PDF files, which can't be checked."


def _text(path: str) -> bool:
    """Whether a figure can be searched for names."""
    return path.endswith(".svg")


@dataclass(frozen=True)
class Wing:
    """The functions of the wing that draws pages."""

    pages: Callable[[Site], Mapping[str, str]]
    figures: Callable[[Site], Iterable[tuple[str, bytes]]]
    own_words: Callable[[], Iterable[str]]


def _wing() -> Wing:
    """The wing that draws pages, which is an optional part."""
    try:
        site = import_module("qa_annotate.report.site")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("qa_annotate"):
            raise
        raise StoreError(
            f"Pages need an optional part that is not installed ({error.name}).",
            hint="pip install 'qa-annotate[report]'",
        ) from error
    return Wing(site.pages, site.figures, site.own_words)


# ---- the folder ---------------------------------------------------------------------------------

_GENERATOR = '<meta name="generator" content="qa-annotate '


def _writable(home: Project, out: Path) -> None:
    """Refuse a file, the project's own files, and a folder that holds something else."""
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out} is no folder.", hint="Name a folder for the pages.")
    if out.resolve().is_relative_to(home.annotations.resolve()):
        raise StoreError(f"{out} lies in the project's own files.", hint="Name a folder outside.")
    if out.is_dir() and any(out.iterdir()) and not _is_ours(out):
        raise StoreError(
            f"{out} holds other things than pages of this program.",
            hint="Name a new folder, or an empty one.",
        )


def _is_ours(out: Path) -> bool:
    index = out / "index.html"
    return index.is_file() and _GENERATOR in read_text(index)


def _put(out: Path, files: Mapping[str, bytes], guard: Guard | None) -> None:
    """Write files to the folder; first to one beside it and proved, where names must not be told.

    Raises StoreError where somebody is told in them; then the folder is as it was.
    """
    if guard is None:
        _fill(out, files)
        return
    make_folder(out.parent)
    with TemporaryDirectory(prefix=".redacted-", dir=out.parent) as beside:
        _fill(Path(beside), files)
        prove({path: read_bytes(Path(beside) / path) for path in files}, guard)
    _fill(out, files)


def _fill(out: Path, files: Mapping[str, bytes]) -> None:
    _clear(out, {*files})
    for path, data in files.items():
        make_folder((out / path).parent)
        write_whole(out / path, data)


def _clear(out: Path, kept: set[str]) -> None:
    """Remove pages and plots of an earlier report that this one does not have."""
    for pattern in ("articles/*.html", "figures/*.svg", "figures/*.pdf"):
        for path in out.glob(pattern):
            if path.relative_to(out).as_posix() not in kept:
                path.unlink()


# ---- what the pages show ------------------------------------------------------------------------


def _site(gathered: Gathered, how: Redaction | None) -> Site:
    """What the pages show. Figures are those of the work as it is, redacted or not."""
    home = gathered.project
    found, why_not = _agreement(gathered)
    site = Site(
        title=home.root.name or "qa-annotate",
        tool=TOOL,
        made_at=now(),
        codebook=gathered.codebook,
        status=status_of(gathered),
        agreement=found,
        why_not=why_not,
        articles=tuple(_told(gathered, coded, how) for coded in gathered.articles),
    )
    return site if how is None else replace(how.over(site), redacted=True)


def _agreement(gathered: Gathered) -> tuple[Agreement | None, str]:
    """The report on agreement, or why there is none."""
    try:
        return agreement_of(gathered, Asked(), Drawing.of()), ""
    except QaAnnotateError as error:
        return None, error.message


def _told(gathered: Gathered, coded: Coded, how: Redaction | None = None) -> ToldArticle:
    """An article with everybody's claims; where all coders are shown, those that were settled."""
    home, codebook, opened = gathered.project, gathered.codebook, coded.opened
    everybody = len(coded.documents) == len(home.coders(opened.article.id))
    settled = settled_document(home, opened, codebook) if everybody else None
    shown = replace(coded, documents=(*coded.documents, settled)) if settled else coded
    documents, claims = shown.standing, []
    for document in documents:
        entries = read_log(Paths(home, opened.article.id, document.coder).log).entries
        if how is not None:
            entries = how.about(opened.article.id, entries)
        for claim in document.claims:
            claims.append(
                ToldClaim(
                    coder=document.coder,
                    claim=claim,
                    lacks=lacks(claim, codebook),
                    history=tuple(_history(entries, claim.id)),
                )
            )
    return ToldArticle(
        article=opened.article,
        text=opened.text,
        passages=opened.outline.passages,
        documents=documents,
        claims=tuple(claims),
    )


def _history(entries: Iterable[Entry], claim: str) -> Iterator[Deed]:
    """What the log holds on one claim, oldest first."""
    for entry in entries:
        for change in entry.edit.claims if entry.edit else ():
            if change.id == claim and entry.edit:
                yield Deed(
                    at=entry.at,
                    by=entry.coder,
                    action=entry.edit.action,
                    changes=tuple(_changes(change)),
                )


_FIELDS = ("label", "reason", "speaker", "attributed_to", "against", "note")


def _changes(change: ClaimChange) -> Iterator[str]:
    """The fields that changed, in words."""
    before, after = change.before, change.after
    if after is None:
        yield "deleted"
        return
    for name in _FIELDS:
        old, new = getattr(before, name, None), getattr(after, name)
        if (old or "") != (new or ""):
            yield f"{name.replace('_', ' ')} {_from_to(old, new)}"
    if before is not None and before.position != after.position:
        yield f"words now {after.position[0]}–{after.position[1]}"
    yield from _grown(before, after)


def _from_to(old: Any, new: Any) -> str:
    if not old:
        return f"{new}"
    return f"from {old} to {new or 'none'}"


def _grown(before: Claim | None, after: Claim) -> Iterator[str]:
    """Evidence and attributes, which are too long to tell in a line."""
    if (before.evidence if before else ()) != after.evidence:
        yield f"evidence: {len(after.evidence)} in all"
    if dict(before.attributes if before else {}) != dict(after.attributes):
        yield ", ".join(f"{name} {value}" for name, value in after.attributes.items())
