"""The history as people read it: each entry of a log in words, who, when, what, from, to, why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from .history import Undoable
from .model import Block, Span
from .records import (
    Claim,
    ClaimChange,
    CodebookRef,
    Correction,
    Decided,
    Edit,
    Entry,
    Evidence,
    FieldChange,
    Link,
    Merged,
    Orphaned,
    Purged,
    Renamed,
    Settlement,
    SettlementChange,
    StructureEdit,
    Superseded,
    Unblinded,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What was one thing and became another; empty where there was or is nothing."""

    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One thing that happened: an entry of a log, or one claim of an entry that changed several.

    `log` names the coder whose document it is, or "structure", or "unblinded" (then `article` is
    empty); `by` is who did it.
    """

    article: str
    log: str
    seq: int
    at: str
    by: str
    tool: str
    action: str
    claim: str | None = None
    quote: str = ""
    changes: tuple[Change, ...] = ()
    why: str = ""


def events(article: str, log: str, entries: Sequence[Entry]) -> Iterator[Event]:
    """What the entries of a log tell, in their order."""
    for entry in entries:
        told = Event(
            article=article,
            log=log,
            seq=entry.seq,
            at=entry.at,
            by=entry.coder,
            tool=entry.tool,
            action="",
        )
        if entry.begun is not None:
            yield replace(told, action="began", changes=_begun(entry))
        elif entry.edit is not None:
            yield from _edit(told, entry.edit)
        elif entry.structure is not None:
            yield _structure(told, entry.structure)
        elif entry.saved is not None:
            change = Change(what="file", after=f"sha256:{entry.saved.sha256}")
            yield replace(told, action="saved", changes=(change,))
        elif entry.unblinded is not None:
            yield _unblinded(told, entry.unblinded)
        if entry.purged is not None:
            yield _purged(told, entry.purged)
        if entry.renamed is not None:
            yield _renamed(told, entry.renamed)


def _begun(entry: Entry) -> tuple[Change, ...]:
    begun = entry.begun
    if begun is None:
        return ()
    text = Change(what="text", after=f"sha256:{begun.text_sha256}")
    book = begun.codebook
    return (text, Change(what="codebook", after=_book(book))) if book else (text,)


def _purged(told: Event, purged: Purged) -> Event:
    changes = tuple(Change(what="log", before=f"sha256:{head}") for head in purged.heads)
    return replace(told, action=f"purged: {purged.what}", changes=changes, why=purged.why)


def _renamed(told: Event, renamed: Renamed) -> Event:
    what = f"coder of {renamed.article}" if renamed.article else renamed.what
    change = Change(what=what, before=renamed.before, after=renamed.after)
    action = "removed" if renamed.removed else "renamed"
    return replace(told, action=action, changes=(change,), why=renamed.why)


def _unblinded(told: Event, looked: Unblinded) -> Event:
    changes = (
        Change(what="shown", after=", ".join(looked.shown)),
        Change(what="not finished", after=", ".join(looked.unfinished)),
    )
    return replace(told, action=f"looked: {looked.command}", changes=changes, why=looked.why)


def _book(book: CodebookRef) -> str:
    return f"{book.id} {book.version}"


# ---- edits of a document ------------------------------------------------------------------------


def _edit(told: Event, edit: Edit) -> Iterator[Event]:
    """One event for each claim; what is of the whole document stands with the only claim."""
    told = replace(told, action=_action(edit), why=_why(edit))
    whole = tuple(_whole(edit))
    apart = len(edit.claims) != 1
    for change in edit.claims:
        claim = change.after or change.before
        changes = (*_claim(change), *(() if apart else whole))
        quote = claim.quote if claim else ""
        yield replace(told, claim=change.id, quote=quote, changes=changes)
    if apart and (whole or not edit.claims):
        yield replace(told, changes=whole)


def _action(edit: Undoable) -> str:
    if edit.undoes is not None:
        return f"undo of {edit.undoes} ({edit.action})"
    if edit.redoes is not None:
        return f"redo of {edit.redoes} ({edit.action})"
    return edit.action


def _why(edit: Edit) -> str:
    parts = [edit.why]
    if edit.evidence:
        parts.append(f"evidence: {', '.join(edit.evidence)}")
    if edit.between:
        parts.append(f"some time between {edit.between[0]} and {edit.between[1]}")
    return "; ".join(part for part in parts if part)


def _whole(edit: Edit) -> Iterator[Change]:
    for read in edit.read:
        spans = _spans(read.spans)
        before, after = ("", spans) if read.after else (spans, "")
        yield Change(what="read", before=before, after=after)
    yield from (_settlement(change) for change in edit.settled)
    for marked in edit.redactions:
        before, after = ("", _spans(marked.spans)) if marked.after else (_spans(marked.spans), "")
        yield Change(what="not to be published", before=before, after=after)
    yield from (_field(change) for change in edit.fields)
    if edit.merged is not None:
        yield from _joined(edit.merged)
    if edit.reanchored is not None:
        moved = edit.reanchored
        yield Change(what="text", before=f"sha256:{moved.before}", after=f"sha256:{moved.after}")
        yield Change(what="read", before=_spans(moved.read_before), after=_spans(moved.read_after))
        marks = _spans(moved.redactions_before), _spans(moved.redactions_after)
        if any(marks):
            yield Change(what="not to be published", before=marks[0], after=marks[1])


def _settlement(change: SettlementChange) -> Change:
    return Change(what="settled", before=_settled(change.before), after=_settled(change.after))


def _settled(settlement: Settlement | None) -> str:
    """A settlement in words: how, of what, what lay behind it."""
    if settlement is None:
        return ""
    how = settlement.how.replace("_", " ")
    side = f" of {settlement.side}" if settlement.side else ""
    of = ", ".join(f"{o.coder}: {o.label or 'no claim'}" for o in settlement.originals)
    error = f"; error: {settlement.error.replace('_', ' ')}" if settlement.error else ""
    why = f"; {settlement.why}" if settlement.why else ""
    return f"{how}{side} ({of}){error}{why}"


def _joined(joined: Merged) -> Iterator[Change]:
    words = f"{joined.entries - joined.common} entries of {joined.file}"
    yield Change(what="log", after=f"{words}, head sha256:{joined.head}")
    if joined.both:
        yield Change(what="changed on both sides", after=", ".join(joined.both))


def _field(change: FieldChange) -> Change:
    return Change(what=change.field, before=_value(change.before), after=_value(change.after))


def _spans(spans: Sequence[Span]) -> str:
    return " ".join(f"{start}–{end}" for start, end in spans)


_SILENT = frozenset({"id", "context", "passage"})


def _claim(change: ClaimChange) -> Iterator[Change]:
    """The fields of a claim that differ; of a new or deleted one, what it says."""
    before, after = change.before, change.after
    for field in fields(Claim):
        if field.name in _SILENT:
            continue
        old = _value(getattr(before, field.name)) if before else ""
        new = _value(getattr(after, field.name)) if after else ""
        if old != new:
            yield Change(what=field.name.replace("_", " "), before=old, after=new)


def _value(value: object) -> str:
    """A value in words; nothing for what is empty."""
    for kind, words in _WORDS.items():
        if isinstance(value, kind):
            return words(value)
    return "" if value is None else str(value)


def _evidence(item: Evidence) -> str:
    state = " (open)" if item.bearing == "contradicts" and item.open else ""
    return f"{item.id} {item.bearing}{state}: {item.locator}"


_WORDS: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        bool: lambda v: "yes" if v else "no",
        tuple: lambda v: _spans([v]) if _is_span(v) else "; ".join(map(_value, v)),
        Decided: lambda v: f"by {v.by} at {v.at}",
        Superseded: lambda v: f"{v.label} by {v.decided.by} at {v.decided.at}: {v.why}",
        Evidence: _evidence,
        Orphaned: lambda v: f"stood at {_spans([v.position])} of text sha256:{v.text_sha256}",
        Link: lambda v: f"{v.how} {v.claim} by {v.linked.by} at {v.linked.at}: {v.why}".rstrip(
            ": "
        ),
        CodebookRef: _book,
        Mapping: lambda v: "; ".join(f"{key}: {_value(item)}" for key, item in v.items()),
    }
)


def _is_span(value: tuple[object, ...]) -> bool:
    return len(value) == 2 and all(isinstance(part, int) for part in value)


# ---- corrections of an article's structure ------------------------------------------------------


def _structure(told: Event, edit: StructureEdit) -> Event:
    change = Change(what="blocks", before=_blocks(edit.before), after=_blocks(edit.after))
    about = (_correction(edit.correction),) if edit.correction else ()
    if edit.merged is not None:
        return replace(told, action="structure: merge", changes=tuple(_joined(edit.merged)))
    return replace(
        told, action=f"structure: {_action(edit)}", changes=(*about, change), why=edit.why
    )


def _correction(correction: Correction) -> Change:
    value = correction.value or ("" if correction.position is None else f"at {correction.position}")
    return Change(what=f"{correction.kind} of {_spans([correction.span])}", after=value)


def _blocks(blocks: Sequence[Block]) -> str:
    return "; ".join(
        f"{b.role}{f' ({b.speaker})' if b.speaker else ''} {b.start}–{b.end}" for b in blocks
    )


# ---- choosing -----------------------------------------------------------------------------------


def up_to(entries: Sequence[Entry], at: str) -> tuple[Entry, ...]:
    """The entries that had been made at a time.

    An entry was made before every later one, whatever its clock said: so all up to the last one
    whose time is not after `at`.
    """
    last = max((place for place, e in enumerate(entries, 1) if e.at <= at), default=0)
    return tuple(entries[:last])


# ---- in a few words -----------------------------------------------------------------------------


def in_short(edit: Edit) -> str:
    """What an edit changed, for a sentence: three claims at most, and what else there is."""
    claims = [_in_short(change) for change in edit.claims]
    more = [f"and {len(claims) - 3} claims more"] if len(claims) > 3 else []
    read = ["what is read"] if edit.read else []
    return "; ".join([*claims[:3], *more, *read, *(change.field for change in edit.fields)])


def _in_short(change: ClaimChange) -> str:
    before, after = change.before, change.after
    shown = after or before
    quote = " ".join(shown.quote.split()) if shown else ""
    if before is None or after is None:
        what = "new" if before is None else "gone"
    elif before.label != after.label:
        what = f"{before.label} → {after.label}"
    else:
        names = (field.name for field in fields(Claim))
        what = ", ".join(n for n in names if getattr(before, n) != getattr(after, n))
    return f"“{quote[:40]}{'…' * (len(quote) > 40)}”: {what}"
