"""An edit made elsewhere, fitted to a document that went on meanwhile: nothing is lost in silence.

Where both sides changed one claim, the person's choice decides; "both" lets the two versions stand,
the other under an id of its own, for a person to settle.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from .editing import claim_id, difference, less
from .records import (
    Claim,
    ClaimChange,
    Document,
    Edit,
    FieldChange,
    Merged,
    ReadChange,
    SettlementChange,
)

Keep: TypeAlias = Literal["log", "file", "both"]
"""What stands where both changed one thing: ours (the log's), theirs (the file's), or both."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """An edit that fits, and the claims that both sides had changed."""

    edit: Edit
    both: tuple[str, ...]


def fitted(edit: Edit, now: Document, keep: Keep, salt: str, text: str) -> Fitted:
    """An edit made on an earlier state, as an edit of the document as it stands now."""
    have = {claim.id: claim for claim in now.claims}
    both = tuple(c.id for c in edit.claims if have.get(c.id) not in (c.before, c.after))
    claims = [
        made
        for change in edit.claims
        if (made := _fitted_claim(change, have.get(change.id), keep, salt)) is not None
    ]
    return Fitted(
        edit=replace(
            edit,
            claims=tuple(claims),
            settled=tuple(_fitted_settlements(edit, now, keep)),
            read=tuple(_fitted_read(edit, now, text)),
            fields=tuple(_fitted_fields(edit, now, keep)),
        ),
        both=both,
    )


def _fitted_claim(
    change: ClaimChange, now: Claim | None, keep: Keep, salt: str
) -> ClaimChange | None:
    if now == change.before:
        return change
    if now == change.after or keep == "log":
        return None
    if keep == "file" or now is None:
        return replace(change, before=now)
    if change.after is None:
        return None  # taken out there, changed here: it stays
    other = twin_id(change.id, salt)
    return ClaimChange(id=other, after=replace(change.after, id=other))


def twin_id(claim: str, salt: str) -> str:
    """The id of a claim's other version: the same on every machine that joins the same two.

    >>> twin_id("c0000000000", "a") == twin_id("c0000000000", "a") != twin_id("c0000000000", "b")
    True
    """
    digest = hashlib.sha256(f"{claim}\n{salt}".encode()).digest()
    return claim_id(int.from_bytes(digest) % 2**50)


def _fitted_settlements(edit: Edit, now: Document, keep: Keep) -> Iterator[SettlementChange]:
    """Where both settled one case otherwise, ours stands unless the person wants theirs."""
    have = {settlement.id: settlement for settlement in now.settled}
    for change in edit.settled:
        ours = have.get(change.id)
        if ours == change.before or (ours != change.after and keep == "file"):
            yield replace(change, before=ours)


def _fitted_read(edit: Edit, now: Document, text: str) -> Iterator[ReadChange]:
    """What became read or unread there and isn't so here."""
    for change in edit.read:
        fresh = less(change.spans, now.read, text)
        spans = fresh if change.after else less(change.spans, fresh, text)
        if spans:
            yield replace(change, spans=spans)


def _fitted_fields(edit: Edit, now: Document, keep: Keep) -> Iterator[FieldChange]:
    for change in edit.fields:
        have = getattr(now, change.field)
        after = change.after
        if have not in (change.before, after) and keep == "both" and change.field == "memo":
            after = f"{have}\n{after}"
        if have != after and (have == change.before or keep != "log"):
            yield replace(change, before=have, after=after)


def merged(base: Document, ours: Document, theirs: Document, about: Merged, text: str) -> Edit:
    """The entry that joins another log with ours: what it changed since `base`, fitted to ours."""
    found = fitted(difference(base, theirs, "merge", text), ours, "both", about.head, text)
    return replace(found.edit, merged=replace(about, both=found.both))
