"""One edit: a document in, a document out. Undo is an edit like any other.

An `Edit` holds every value it changed, before and after, so that it can be applied, taken back and
shown without anything else. Nothing here knows the clock or makes ids: both are passed in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TypeVar

from .anchoring import context
from .codebook import find
from .model import Span
from .outline import Outline, mark_read, mark_unread
from .placing import claim_at, claim_order
from .records import (
    Claim,
    ClaimChange,
    Codebook,
    Decided,
    Document,
    Edit,
    Evidence,
    FieldChange,
    Link,
    LinkKind,
    ReadChange,
    RedactionChange,
    Settlement,
    SettlementChange,
    Superseded,
)
from .text import overlap, without

_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32, in lower case."""


def claim_id(number: int) -> str:
    """A claim's id from 50 random bits.

    >>> claim_id(0), claim_id(2**50 - 1)
    ('c0000000000', 'czzzzzzzzzz')
    """
    letters = [_ID_LETTERS[(number >> shift) & 31] for shift in range(45, -1, -5)]
    return "c" + "".join(letters)


def evidence_id(number: int) -> str:
    """An evidence item's id from 50 random bits.

    >>> evidence_id(0)
    'e0000000000'
    """
    return "e" + claim_id(number)[1:]


_ID = attrgetter("id")


class ConflictError(ValueError):
    """An edit doesn't fit the document: what it changed was something else before."""


# ---- applying -----------------------------------------------------------------------------------


def apply(document: Document, edit: Edit, text: str) -> Document:
    """The document after an edit. Raises ConflictError where the edit doesn't fit it."""
    claims = document.claims
    for change in edit.claims:
        claims = _with_claim(claims, change)
    settled = _with_settlements(document.settled, edit.settled)
    read = document.read
    for marked in edit.read:
        for span in marked.spans:
            read = (mark_read if marked.after else mark_unread)(read, span, text)
    fields: dict[str, object] = {}
    for change_of in edit.fields:
        if getattr(document, change_of.field) != change_of.before:
            raise ConflictError(f"'{change_of.field}' is not what the edit changed")
        fields[change_of.field] = change_of.after
    if edit.reanchored is not None:
        if edit.reanchored.before != document.text_sha256:
            raise ConflictError("the text is not the one that the edit left")
        read, fields["text_sha256"] = edit.reanchored.read_after, edit.reanchored.after
    fields["redactions"] = _redactions(document, edit)
    changed = replace(document, claims=claims, settled=settled, read=read)
    return replace(changed, **fields)  # type: ignore[arg-type]


def _redactions(document: Document, edit: Edit) -> tuple[Span, ...]:
    """What is marked as not to be published after an edit."""
    if edit.reanchored is not None:
        return edit.reanchored.redactions_after
    marked = document.redactions
    for change in edit.redactions:
        kept = {*marked, *change.spans} if change.after else {*marked} - {*change.spans}
        marked = tuple(sorted(kept))
    return marked


def _with_claim(claims: tuple[Claim, ...], change: ClaimChange) -> tuple[Claim, ...]:
    place = _place(claims, change)
    now = None if place is None else claims[place]
    if now != change.before:
        raise ConflictError(f"claim {change.id} is not what the edit changed")
    kept = claims if place is None else (*claims[:place], *claims[place + 1 :])
    if change.after is None:
        return kept
    at = bisect_right(kept, claim_order(change.after), key=claim_order)
    return (*kept[:at], change.after, *kept[at:])


def _place(claims: tuple[Claim, ...], change: ClaimChange) -> int | None:
    """Where the claim that changes stands: where it stood before, else wherever it is."""
    if change.before is not None:
        likely = bisect_left(claims, claim_order(change.before), key=claim_order)
        if likely < len(claims) and claims[likely].id == change.id:
            return likely
    ids = list(map(_ID, claims))
    return ids.index(change.id) if change.id in ids else None


def settlement_order(settlement: Settlement) -> tuple[Span, str]:
    """Settlements stand sorted by the first place that an original had."""
    places = [o.position for o in settlement.originals if o.position is not None]
    return min(places, default=(0, 0)), settlement.id


def _with_settlements(
    settled: tuple[Settlement, ...], changes: Sequence[SettlementChange]
) -> tuple[Settlement, ...]:
    now = {settlement.id: settlement for settlement in settled}
    for change in changes:
        if now.get(change.id) != change.before:
            raise ConflictError(f"settlement {change.id} is not what the edit changed")
        now.pop(change.id, None)
        if change.after is not None:
            now[change.id] = change.after
    return tuple(sorted(now.values(), key=settlement_order)) if changes else settled


def reverse(edit: Edit) -> Edit:
    """The edit that takes this one back, without a name of its own."""
    return Edit(
        action=edit.action,
        claims=tuple(
            ClaimChange(id=c.id, before=c.after, after=c.before) for c in reversed(edit.claims)
        ),
        settled=tuple(
            SettlementChange(id=s.id, before=s.after, after=s.before)
            for s in reversed(edit.settled)
        ),
        read=tuple(ReadChange(spans=r.spans, after=not r.after) for r in reversed(edit.read)),
        redactions=tuple(
            RedactionChange(spans=r.spans, after=not r.after) for r in reversed(edit.redactions)
        ),
        fields=tuple(
            FieldChange(field=f.field, before=f.after, after=f.before)
            for f in reversed(edit.fields)
        ),
    )


def difference(before: Document, after: Document, action: str, text: str) -> Edit:
    """The edit that makes one document into the other: claims, read, marked, memo, finished."""
    claims = tuple(
        ClaimChange(id=id_, before=was, after=now)
        for id_, was, now in _differing(before.claims, after.claims)
    )
    settled = tuple(
        SettlementChange(id=id_, before=was, after=now)
        for id_, was, now in _differing(before.settled, after.settled)
    )
    lost = less(before.read, after.read, text)
    gained = less(after.read, before.read, text)
    read = [ReadChange(spans=lost, after=False)] if lost else []
    read += [ReadChange(spans=gained, after=True)] if gained else []
    fields = tuple(
        FieldChange(field=name, before=getattr(before, name), after=getattr(after, name))
        for name in ("finished", "memo")
        if getattr(before, name) != getattr(after, name)
    )
    marked = tuple(_marked(before.redactions, after.redactions))
    return Edit(
        action=action,
        claims=claims,
        settled=settled,
        read=tuple(read),
        redactions=marked,
        fields=fields,
    )


Named = TypeVar("Named", Claim, Settlement)


def _differing(
    before: Sequence[Named], after: Sequence[Named]
) -> Iterator[tuple[str, Named | None, Named | None]]:
    """What came, went or changed, by its id."""
    old: dict[str, Named] = {item.id: item for item in before}
    new: dict[str, Named] = {item.id: item for item in after}
    for id_ in dict.fromkeys([*old, *new]):
        if old.get(id_) != new.get(id_):
            yield id_, old.get(id_), new.get(id_)


def _marked(before: Sequence[Span], after: Sequence[Span]) -> Iterator[RedactionChange]:
    gone, come = sorted({*before} - {*after}), sorted({*after} - {*before})
    if gone:
        yield RedactionChange(spans=tuple(gone), after=False)
    if come:
        yield RedactionChange(spans=tuple(come), after=True)


def less(spans: Sequence[Span], holes: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Spans less what lies in others, which stand sorted and do not overlap."""
    left: list[Span] = []
    for span in spans:
        first = max(0, bisect_right(holes, span[0], key=_start) - 1)
        last = bisect_left(holes, span[1], key=_start)
        parts: tuple[Span, ...] = (span,)
        for hole in holes[first:last]:
            parts = without(parts, hole, text)
        left += parts
    return tuple(sorted(set(left)))


def _start(span: Span) -> int:
    return span[0]


def is_empty(edit: Edit) -> bool:
    """Whether an edit changes nothing."""
    changes = (edit.claims, edit.settled, edit.read, edit.redactions, edit.fields)
    return not (any(changes) or edit.merged or edit.reanchored)


# ---- what people do -----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Who edits, when, with which codebook, on which article."""

    coder: str
    at: str
    codebook: Codebook
    outline: Outline


def label_span(document: Document, span: Span, label: str, new_id: str, hand: Hand) -> Edit:
    """Label a span, and count its sentences as read.

    A claim already at that place is relabelled: in place while the document is open. (In a
    finished document use `decide`.) The same label again changes nothing but what is read.
    """
    claim = claim_at(document.claims, span)
    changes: tuple[ClaimChange, ...] = ()
    if claim is None:
        changes = (ClaimChange(id=new_id, after=new_claim(span, label, new_id, hand)),)
    elif claim.label != label:
        changes = (ClaimChange(id=claim.id, before=claim, after=_relabelled(claim, label, hand)),)
    return Edit(action="label", claims=changes, read=reading(document, [span], hand.outline))


def new_claim(span: Span, label: str, new_id: str, hand: Hand) -> Claim:
    """A claim on a span with its quote, context, speaker and the label's default reason."""
    text = hand.outline.text
    passage = hand.outline.passage_of(span)
    chosen = find(hand.codebook, label)
    return Claim(
        id=new_id,
        label=label,
        quote=text[span[0] : span[1]],
        position=span,
        context=context(text, span),
        passage=passage.id if passage else "",
        speaker=hand.outline.speaker_of(span),
        reason=chosen.default_reason if chosen else None,
        decided=Decided(by=hand.coder, at=hand.at),
    )


def _relabelled(claim: Claim, label: str, hand: Hand) -> Claim:
    """A new label in place; a reason stays only where the new label knows it."""
    chosen = find(hand.codebook, label)
    keeps = chosen is not None and claim.reason in chosen.reasons
    return replace(
        claim,
        label=label,
        reason=claim.reason if keeps else (chosen.default_reason if chosen else None),
        decided=Decided(by=hand.coder, at=hand.at),
    )


def decide(claim: Claim, label: str, why: str, hand: Hand, reason: str | None = None) -> Edit:
    """A new decision on a claim of a finished document; the old one stays in `superseded`.

    `reason` is the label's reason, where it isn't the one that stands or the label's default.
    """
    old = Superseded(label=claim.label, reason=claim.reason, decided=claim.decided, why=why)
    after = replace(_relabelled(claim, label, hand), superseded=(*claim.superseded, old))
    if reason is not None:
        after = replace(after, reason=reason)
    changes = (ClaimChange(id=claim.id, before=claim, after=after),)
    return Edit(action="decide", claims=changes, why=why)


def decide_anew(claim: Claim, label: str, why: str, hand: Hand, reason: str | None = None) -> Edit:
    """A decision in a document that isn't finished: it takes the old one's place."""
    edit = decide(claim, label, why, hand, reason)
    after = edit.claims[0].after
    assert after is not None
    kept = replace(after, superseded=claim.superseded)
    return replace(edit, claims=(ClaimChange(id=claim.id, before=claim, after=kept),))


def read_span(document: Document, span: Span, hand: Hand) -> Edit:
    """Count the sentences of a span as read: looked at, no claim there."""
    return Edit(action="read", read=reading(document, [span], hand.outline))


def reading(
    document: Document, spans: Iterable[Span], outline: Outline, *, units: bool = False
) -> tuple[ReadChange, ...]:
    """What becomes read: of the whole sentences that the spans touch, what wasn't read yet.

    With `units`, of those sentences that are units alone.
    """
    touched = (s for span in spans for s in outline.sentences_in(span))
    wanted = [(s.start, s.end) for s in touched if s.unit or not units]
    fresh = less(wanted, document.read, outline.text)
    return (ReadChange(spans=fresh, after=True),) if fresh else ()


def toggle_redaction(document: Document, span: Span) -> Edit:
    """Mark a span as not to be published; where it touches marks, take those away instead."""
    touched = tuple(mark for mark in document.redactions if overlap(mark, span))
    if touched:
        change = RedactionChange(spans=touched, after=False)
        return Edit(action="unmark", redactions=(change,))
    return Edit(action="mark", redactions=(RedactionChange(spans=(span,), after=True),))


def delete_claim(claim: Claim) -> Edit:
    """Take a claim out. What was read stays read."""
    return Edit(action="delete", claims=(ClaimChange(id=claim.id, before=claim),))


def set_note(claim: Claim, note: str) -> Edit:
    """Write a claim's note."""
    return changed(claim, replace(claim, note=note), "note")


def add_evidence(claim: Claim, item: Evidence, why: str = "") -> Edit:
    """Log something that bears on a claim."""
    after = replace(claim, evidence=(*claim.evidence, item))
    return replace(changed(claim, after, "evidence"), why=why, evidence=(item.id,))


def settle_evidence(claim: Claim, item: str, why: str) -> Edit:
    """Close a contradiction: somebody has answered it, and says how."""
    items = tuple(replace(e, open=False) if e.id == item else e for e in claim.evidence)
    edit = changed(claim, replace(claim, evidence=items), "settle")
    return replace(edit, why=why, evidence=(item,))


def tie(claim: Claim, other: str, how: LinkKind, why: str, hand: Hand) -> Edit:
    """Tie a claim to one elsewhere; a tie that there was to it gives way."""
    link = Link(claim=other, how=how, linked=Decided(by=hand.coder, at=hand.at), why=why)
    before = next((old for old in claim.links if old.claim == other), None)
    if before is not None and (before.how, before.why) == (how, why):
        return Edit(action="link")
    kept = tuple(old for old in claim.links if old.claim != other)
    return replace(changed(claim, replace(claim, links=(*kept, link)), "link"), why=why)


def untie(claim: Claim, other: str, why: str) -> Edit:
    """Take the tie to another claim away."""
    kept = tuple(old for old in claim.links if old.claim != other)
    return replace(changed(claim, replace(claim, links=kept), "unlink"), why=why)


def set_reason(claim: Claim, reason: str | None) -> Edit:
    """Give a claim's label a reason."""
    return changed(claim, replace(claim, reason=reason), "reason")


def changed(before: Claim, after: Claim, action: str) -> Edit:
    """The edit that makes one claim into another; an empty one where they are the same."""
    changes = (ClaimChange(id=before.id, before=before, after=after),) if before != after else ()
    return Edit(action=action, claims=changes)


def set_finished(document: Document, finished: bool) -> Edit:
    """Declare the document finished, or open it again."""
    if document.finished == finished:
        return Edit(action="finish")
    change = FieldChange(field="finished", before=document.finished, after=finished)
    return Edit(action="finish" if finished else "reopen", fields=(change,))
