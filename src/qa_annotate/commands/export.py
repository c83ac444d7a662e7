"""`export`: what coders recorded, in a format that stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError, UsageError
from ..formats import WRITERS, Export
from ..formats.exporting import exported_article
from ..store.files import write_whole
from .blind import allow
from .coding import gather
from .world import TOOL


@dataclass(frozen=True, kw_only=True)
class Exported:
    """The text of an export, where it was written, and what to tell."""

    text: str
    claims: int
    out: Path | None = None
    notices: tuple[str, ...] = ()


def export(
    form: str,
    *,
    project: Path | None = None,
    articles: Sequence[str] = (),
    coders: Sequence[str] = (),
    out: Path | None = None,
    orphaned: bool = False,
    unblind: str | None = None,
) -> Exported:
    """Export some articles (all, if none is named) by some coders; to a file where `out` is given.

    Raises UsageError for an unknown format, StoreError where `out` can't be written, BlindError
    where a blind project isn't finished, it isn't the looker's own work, and `unblind` gives no
    reason.
    """
    if form not in WRITERS:
        raise UsageError(f"There is no format '{form}'.", hint="One of: " + ", ".join(WRITERS))
    gathered = gather(project, articles, coders)
    told = allow(gathered, "export", unblind)
    exported = Export(
        tool=TOOL,
        codebook=gathered.codebook,
        articles=tuple(
            exported_article(coded.opened.article, coded.opened.outline, coded.standing, orphaned)
            for coded in gathered.articles
        ),
    )
    text = WRITERS[form](exported)
    if out is not None:
        _write(out, text)
    return Exported(
        text=text,
        claims=sum(len(article.claims) for article in exported.articles),
        out=out,
        notices=(*told, *gathered.notices),
    )


def _write(out: Path, text: str) -> None:
    if out.is_dir():
        raise StoreError(f"{out} is a folder.", hint="Name a file to write.")
    if not out.parent.is_dir():
        raise StoreError(f"There is no folder {out.parent}.", hint="Make it first.")
    write_whole(out, text.encode("utf-8"))
