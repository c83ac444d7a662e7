"""`report`: the project as pages, with plots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from ..core.agreed import Agreement
from ..core.codebook import lacks
from ..core.published import Deed, Published, Site, ToldArticle, ToldClaim
from ..core.records import Claim, ClaimChange, Codebook, Entry
from ..errors import QaAnnotateError, StoreError
from ..store.documents import Paths
from ..store.files import make_folder, read_text, write_whole
from ..store.journal import read_log
from ..store.project import Project
from .agreement import Asked, Drawing, agreement_of
from .blind import allow
from .coding import Coded, Gathered, gather
from .status import status_of
from .world import TOOL, now

Pages = Callable[[Site], Mapping[str, str]]
Figures = Callable[[Site], Iterable[tuple[str, bytes]]]


def report(
    out: Path,
    articles: Sequence[str] = (),
    *,
    project: Path | None = None,
    coders: Sequence[str] = (),
    figures: bool = False,
    unblind: str | None = None,
) -> Published:
    """Write pages of some articles (all, if none is named) to a folder; plots too, if wanted.

    Raises StoreError where the folder can't be written, or the optional part is not installed;
    BlindError where a blind project isn't finished and `unblind` gives no reason.
    """
    pages, drawn = _wing()
    gathered = gather(project, articles, coders)
    _writable(gathered.project, out)
    told = allow(gathered, "report", unblind)
    site = _site(gathered)
    found = {path: text.encode() for path, text in pages(site).items()}
    plots = dict(drawn(site)) if figures else {}
    _clear(out, {*found, *plots})
    for path, data in (found | plots).items():
        make_folder((out / path).parent)
        write_whole(out / path, data)
    return Published(pages=len(found), figures=len(plots), notices=(*told, *gathered.notices))


def _wing() -> tuple[Pages, Figures]:
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
    return cast(Pages, site.pages), cast(Figures, site.figures)


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


def _clear(out: Path, kept: set[str]) -> None:
    """Remove pages and plots of an earlier report that this one does not have."""
    for pattern in ("articles/*.html", "figures/*.svg", "figures/*.pdf"):
        for path in out.glob(pattern):
            if path.relative_to(out).as_posix() not in kept:
                path.unlink()


# ---- what the pages show ------------------------------------------------------------------------


def _site(gathered: Gathered) -> Site:
    home = gathered.project
    found, why_not = _agreement(gathered)
    return Site(
        title=home.root.name or "qa-annotate",
        tool=TOOL,
        made_at=now(),
        codebook=gathered.codebook,
        status=status_of(gathered),
        agreement=found,
        why_not=why_not,
        articles=tuple(_told(home, coded, gathered.codebook) for coded in gathered.articles),
    )


def _agreement(gathered: Gathered) -> tuple[Agreement | None, str]:
    """The report on agreement, or why there is none."""
    try:
        return agreement_of(gathered, Asked(), Drawing.of()), ""
    except QaAnnotateError as error:
        return None, error.message


def _told(home: Project, coded: Coded, codebook: Codebook) -> ToldArticle:
    opened = coded.opened
    claims = []
    for document in coded.standing:
        log = read_log(Paths(home, opened.article.id, document.coder).log)
        for claim in document.claims:
            claims.append(
                ToldClaim(
                    coder=document.coder,
                    claim=claim,
                    lacks=lacks(claim, codebook),
                    history=tuple(_history(log.entries, claim.id)),
                )
            )
    return ToldArticle(
        article=opened.article,
        text=opened.text,
        passages=opened.outline.passages,
        documents=coded.standing,
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
