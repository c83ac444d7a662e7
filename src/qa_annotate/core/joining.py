"""Claims that come from a file, put into a coder's document: joined with it, never over it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .editing import reading
from .fitting import NOWHERE, lost
from .merging import twin_id
from .model import Span
from .outline import Outline
from .reanchoring import Placed
from .records import Claim, ClaimChange, Document, Edit
from .standing import standing, with_speaker


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrived:
    """A claim that came in, where it stands, and in which text it said it stood.

    A foreign one was made by another program: its speaker is filled in.
    """

    claim: Claim
    placed: Placed
    text_sha256: str
    position: Span | None
    foreign: bool = False


Fate = Literal["new", "known", "both"]
"""What became of it: taken in; there already; taken in beside another version of it."""


@dataclass(frozen=True, kw_only=True)
class Join:
    """The edit that takes claims in, and the fate and id of each, in their order."""

    edit: Edit
    fates: tuple[tuple[Fate, str], ...]


def join(
    document: Document,
    arrived: Sequence[Arrived],
    outline: Outline,
    elsewhere: Collection[str],
    salt: str,
) -> Join:
    """Take claims into a document. Two versions of one claim both stand, for a person to settle.
    The sentences of what comes in count as read.

    `elsewhere` are the ids that other documents use; `salt` tells one import from another.
    """
    have = {claim.id: claim for claim in document.claims}
    fates: list[tuple[Fate, str]] = []
    changes: list[ClaimChange] = []
    for one in arrived:
        claim = _here(one, outline)
        if claim.id in elsewhere:
            claim = replace(claim, id=twin_id(claim.id, document.coder))
        fate, claim = _fate(claim, have, salt)
        fates.append((fate, claim.id))
        if fate != "known":
            have[claim.id] = claim
            changes.append(ClaimChange(id=claim.id, after=claim))
    stood = [c.after.position for c in changes if c.after and c.after.orphaned is None]
    read = reading(document, stood, outline)
    edit = Edit(action="import from file", claims=tuple(changes), read=read)
    return Join(edit=edit, fates=tuple(fates))


def _here(one: Arrived, outline: Outline) -> Claim:
    if one.placed.position is not None:
        claim = standing(one.claim, one.placed.position, outline)
        return with_speaker(claim, outline) if one.foreign else claim
    return lost(replace(one.claim, position=one.position or NOWHERE), one.text_sha256)


def _fate(claim: Claim, have: dict[str, Claim], salt: str) -> tuple[Fate, Claim]:
    """Whether the document has a claim already, or another version of it."""
    there = have.get(claim.id)
    if there == claim:
        return "known", claim
    if there is not None:
        claim = replace(claim, id=twin_id(claim.id, salt))
        return ("known" if claim.id in have else "both"), claim
    if claim.orphaned is None:
        same = [c for c in have.values() if c.position == claim.position]
        if any(c.label == claim.label for c in same):
            return "known", claim
        if same:
            return "both", claim
    return "new", claim
