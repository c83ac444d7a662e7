"""`export`: what coders recorded, in a format that stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.protecting.leaking import Guard
from ..errors import StoreError, UsageError
from ..formats import OWN_WORDS, WRITERS, Export
from ..formats.exporting import exported_article
from ..store.files import read_bytes, temporary, write_whole
from .blind import allow
from .coding import Gathered, gather
from .redacting import Confirm, on_purpose, prove, redaction
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
    redact: bool = False,
    include_sensitive: bool = False,
    confirm: Confirm | None = None,
) -> Exported:
    """Export some articles (all, if none is named) by some coders; to a file where `out` is given.

    With `redact`, nobody of the project's people is told in it. Without, people in danger are told
    only if that is confirmed, or `include_sensitive`. Raises UsageError for an unknown format,
    StoreError where `out` can't be written or somebody would be told, BlindError where a blind
    project isn't finished, it isn't the looker's own work, and `unblind` gives no reason.
    """
    if form not in WRITERS:
        raise UsageError(f"There is no format '{form}'.", hint="One of: " + ", ".join(WRITERS))
    gathered = gather(project, articles, coders)
    told = allow(gathered, "export", unblind)
    exported = _export(gathered, orphaned)
    guard: Guard | None = None
    if redact:
        how = redaction(gathered)
        exported = replace(how.over(exported), redacted=True)
        guard = replace(how.guard(exported, OWN_WORDS), strings=form != "csv")
        told = (*told, *how.notices)
    text = WRITERS[form](exported)
    if guard is None:
        on_purpose(gathered.project, {"": text.encode()}, include_sensitive, confirm)
    elif out is None:
        prove({"the export": text.encode()}, guard)
    if out is not None:
        _write(out, text, guard)
    return Exported(
        text=text,
        claims=sum(len(article.claims) for article in exported.articles),
        out=out,
        notices=(*told, *gathered.notices),
    )


def _export(gathered: Gathered, orphaned: bool) -> Export:
    return Export(
        tool=TOOL,
        codebook=gathered.codebook,
        articles=tuple(
            exported_article(coded.opened.article, coded.opened.outline, coded.standing, orphaned)
            for coded in gathered.articles
        ),
    )


def _write(out: Path, text: str, guard: Guard | None) -> None:
    if out.is_dir():
        raise StoreError(f"{out} is a folder.", hint="Name a file to write.")
    if not out.parent.is_dir():
        raise StoreError(f"There is no folder {out.parent}.", hint="Make it first.")
    beside = temporary(out)

    def proved() -> None:
        if guard is not None:
            prove({out.name: read_bytes(beside)}, guard)

    try:
        write_whole(out, text.encode("utf-8"), before_rename=proved)
    finally:
        beside.unlink(missing_ok=True)
