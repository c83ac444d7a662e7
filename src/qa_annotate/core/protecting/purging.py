"""A document after a purge: what is left of it, as a history that begins anew with a tombstone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ..editing import apply, difference
from ..fitting import NOWHERE
from ..records import Begun, Claim, Document, Edit, Entry, Purged, Saved
from .walking import Scope

ACTION = "purge"
REMOVED = "[removed]"
"""What stands for a person who was purged."""


def stood_elsewhere(before: Document, after: Document, texts: Mapping[str, Scope]) -> Document:
    """A walked document whose orphaned claims tell where they stood in the earlier texts as these
    are now; `texts` are the texts before, by their digests."""
    old = {claim.id: claim for claim in before.claims}
    return replace(after, claims=tuple(_stood(old.get(c.id), c, texts) for c in after.claims))


def _stood(before: Claim | None, after: Claim, texts: Mapping[str, Scope]) -> Claim:
    if before is None or before.orphaned is None or after.orphaned is None:
        return after
    found = texts.get(before.orphaned.text_sha256)
    span = found.replaced.span(before.orphaned.position) if found else NOWHERE
    return replace(after, position=NOWHERE, orphaned=replace(after.orphaned, position=span))


def without_copies(document: Document, gone: Collection[str]) -> Document:
    """A document whose evidence knows nothing of copies with these digests."""
    claims = tuple(
        replace(
            claim,
            evidence=tuple(
                replace(item, sha256=None) if item.sha256 in gone else item
                for item in claim.evidence
            ),
        )
        for claim in document.claims
    )
    return replace(document, claims=claims)


def first_edit(empty: Document, document: Document, text: str) -> tuple[Edit, Document]:
    """The edit that makes an empty document into this one, and what it makes."""
    edit = difference(empty, document, ACTION, text)
    return edit, replace(apply(empty, edit, text), revision=2)


def begun_anew(stone: Entry, purged: Purged, document: Document, edit: Edit) -> tuple[Entry, Entry]:
    """The first entries of the new history: the tombstone, and what is left."""
    begun = Begun(
        article=document.article, text_sha256=document.text_sha256, codebook=document.codebook
    )
    return replace(stone, purged=purged, begun=begun), replace(stone, edit=edit)


def saved_then(stone: Entry, document: Document, sha256: str) -> Entry:
    """The entry of the file that was written with it."""
    return replace(stone, saved=Saved(revision=document.revision, sha256=sha256))
