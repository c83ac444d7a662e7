"""`evidence`: what bears on a claim, logged, copied into the project, listed, settled."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from ..core.custody import EvidenceItem
from ..core.editing import Hand, add_evidence, evidence_id, settle_evidence
from ..core.records import Claim, Document, Edit, Evidence
from ..core.text import sha256_bytes
from ..errors import StoreError, UsageError
from ..store.evidence import keep, stored
from ..store.files import read_bytes
from ..store.project import Project
from .blind import in_sight
from .claiming import Edited, edit_claim, hold
from .coding import gather

Bearing = Literal["supports", "contradicts", "context"]
Independent = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Logged:
    """An evidence item that was logged or settled."""

    item: str
    edited: Edited


def add(
    claim: str,
    *,
    kind: str,
    locator: str | None = None,
    file: Path | None = None,
    archive: str | None = None,
    bearing: str = "supports",
    independent: str = "unknown",
    why: str = "",
    coder: str | None = None,
    project: Path | None = None,
) -> Logged:
    """Log something that bears on a claim. A local file is copied into the project and hashed.

    Raises UsageError for words that mean nothing here, StoreError for a claim or file that isn't
    there.
    """
    _one_of("bearing", bearing, get_args(Bearing))
    _one_of("independent", independent, get_args(Independent))
    if not kind.strip():
        raise UsageError("Evidence needs its kind.", hint="Say it, as: --kind photo")
    where = locator or (file.name if file else "")
    if not where.strip():
        raise UsageError("Evidence needs a place where it is.", hint="--locator L, or --file PATH")
    held = hold(claim, project)
    data = _data(file)
    item = evidence_id(secrets.randbits(50))

    def make(_: Document, now: Claim, hand: Hand) -> Edit:
        digest = sha256_bytes(data) if data is not None else None
        if data is not None and file is not None:
            keep(held.project, held.opened.article.id, data, file.suffix)
        logged = Evidence(
            id=item,
            kind=kind.strip(),
            locator=where.strip(),
            archive=archive,
            sha256=digest,
            obtained_at=hand.at,
            obtained_by=hand.coder,
            bearing=cast(Bearing, bearing),
            independent=cast(Independent, independent),
            why=why,
            open=bearing == "contradicts",
        )
        return add_evidence(now, logged, why)

    return Logged(item=item, edited=edit_claim(held, coder, make))


def _one_of(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(
            f"'{value}' is not what --{what} takes.", hint="One of: " + ", ".join(known)
        )


def _data(file: Path | None) -> bytes | None:
    if file is None:
        return None
    if not file.is_file():
        raise StoreError(f"There is no file {file}.", hint="Check the name and the folder.")
    return read_bytes(file)


def items(of: str | None = None, project: Path | None = None) -> tuple[EvidenceItem, ...]:
    """The evidence of a project, of an article, or of one claim, in the order of the text.

    In a blind project that of documents which the looker may not see yet is left out.
    Raises StoreError where no article and no claim is called so.
    """
    gathered = in_sight(gather(project))
    every = [
        (coded.opened.article.id, document, claim)
        for coded in gathered.articles
        for document in coded.standing
        for claim in document.claims
    ]
    names = {*gathered.project.articles(), *(claim.id for _, _, claim in every)}
    if of is not None and of not in names:
        raise StoreError(f"There is neither an article nor a claim '{of}'.")
    return tuple(
        item
        for article, document, claim in every
        if of in (None, article, claim.id)
        for item in _of_claim(gathered.project, article, document, claim)
    )


def _of_claim(
    project: Project, article: str, document: Document, claim: Claim
) -> Iterator[EvidenceItem]:
    for evidence in claim.evidence:
        path = stored(project, article, evidence.sha256) if evidence.sha256 else None
        yield EvidenceItem(
            article=article,
            coder=document.coder,
            claim=claim.id,
            label=claim.label,
            quote=claim.quote,
            evidence=evidence,
            copy=project.shown(path) if path else None,
            stands=claim.orphaned is None,
        )


def show(item: str, project: Path | None = None) -> EvidenceItem:
    """One evidence item. Raises StoreError where there is none of that id."""
    found = next((i for i in items(project=project) if i.evidence.id == item), None)
    if found is None:
        raise StoreError(
            f"There is no evidence item {item}.", hint="See them with: qa-annotate evidence list"
        )
    return found


def settle(item: str, *, why: str, coder: str | None = None, project: Path | None = None) -> Logged:
    """Close a contradiction that somebody has answered; `why` is the answer.

    Raises UsageError where the item contradicts nothing or is settled already.
    """
    if not why.strip():
        raise UsageError("Settling needs the answer.", hint="Give it: --why TEXT")
    found = show(item, project)
    if found.evidence.bearing != "contradicts" or not found.evidence.open:
        raise UsageError(f"{item} is no open contradiction.", hint="There is nothing to settle.")
    held = hold(found.claim, project)
    edited = edit_claim(held, coder, lambda _, now, __: settle_evidence(now, item, why.strip()))
    return Logged(item=item, edited=edited)
