"""A codebook over time: what changed, which claims it leaves behind, and moving them on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal, Protocol

from .codebook import find
from .records import (
    Claim,
    ClaimChange,
    Codebook,
    CodebookRef,
    Decided,
    Document,
    Edit,
    FieldChange,
    Label,
    Superseded,
)
from .telling import Change

Path = tuple[str | int, ...]


def renamed(codebook: Codebook, label: str) -> Label | None:
    """The label that had this id in an earlier version, where nothing has it now."""
    if find(codebook, label) is not None:
        return None
    return next((item for item in codebook.labels if label in item.was), None)


def faults(codebook: Codebook) -> Iterator[tuple[Path, str]]:
    """What is wrong in a codebook beyond its shape: the place, and a message."""
    seen: dict[str, str] = {}
    for place, label in enumerate(codebook.labels):
        for name in (label.id, *label.was):
            if name in seen:
                words = f"'{name}' is label '{seen[name]}' already, now or in an earlier version"
                yield ("labels", place, "id"), words
            seen.setdefault(name, label.id)
        if label.default_reason is not None and label.default_reason not in label.reasons:
            words = f"the default reason '{label.default_reason}' is none of the reasons"
            yield ("labels", place, "default_reason"), words
    known: set[str] = set()
    for place, attribute in enumerate(codebook.attributes):
        if attribute.id in known:
            yield ("attributes", place, "id"), f"there are two attributes '{attribute.id}'"
        known.add(attribute.id)
        if attribute.level in ("nominal", "ordinal") and not attribute.values:
            yield ("attributes", place, "level"), f"'{attribute.id}' has no values to choose from"


# ---- claims left behind -------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Outdated:
    """A claim that an earlier codebook stands behind; `label` is renamed where `now` names it."""

    claim: str
    label: str
    quote: str
    what: Literal["renamed", "retired", "older version"]
    now: str | None = None


def outdated(document: Document, codebook: Codebook) -> Iterator[Outdated]:
    """The claims of a document that want a look since the codebook changed, in their order."""
    if document.codebook.id != codebook.id:
        return
    older = document.codebook.version != codebook.version
    for claim in document.claims:
        told = Outdated(claim=claim.id, label=claim.label, quote=claim.quote, what="older version")
        label, other = find(codebook, claim.label), renamed(codebook, claim.label)
        if other is not None:
            yield replace(told, what="renamed", now=other.id)
        elif label is not None and label.retired:
            yield replace(told, what="retired")
        elif older:
            yield told


def migration(document: Document, codebook: Codebook, by: str, at: str) -> Edit:
    """A document moved to the codebook's version: renamed labels by decisions of who runs it.

    The version stays as it was while a claim wears a retired label: that wants a person.
    """
    version = CodebookRef(id=codebook.id, version=codebook.version)
    left = any(item.what == "retired" for item in outdated(document, codebook))
    field = FieldChange(field="codebook", before=document.codebook, after=version)
    return Edit(
        action="migrate",
        claims=tuple(
            ClaimChange(id=claim.id, before=claim, after=_moved(claim, label, codebook, by, at))
            for claim in document.claims
            if (label := renamed(codebook, claim.label)) is not None
        ),
        fields=() if left or document.codebook == version else (field,),
        why=f"codebook {codebook.id} {codebook.version}",
    )


def _moved(claim: Claim, label: Label, codebook: Codebook, by: str, at: str) -> Claim:
    why = f"'{claim.label}' is called '{label.id}' in version {codebook.version} of the codebook"
    old = Superseded(label=claim.label, reason=claim.reason, decided=claim.decided, why=why)
    keeps = claim.reason in label.reasons
    return replace(
        claim,
        label=label.id,
        reason=claim.reason if keeps else label.default_reason,
        decided=Decided(by=by, at=at),
        superseded=(*claim.superseded, old),
    )


# ---- what changed -------------------------------------------------------------------------------


class _Named(Protocol):
    @property
    def id(self) -> str:
        """What it is called."""


def changes(old: Codebook, new: Codebook) -> tuple[Change, ...]:
    """What differs from one codebook to another, label by label, attribute by attribute."""
    head = [
        Change(what=name, before=str(getattr(old, name)), after=str(getattr(new, name)))
        for name in ("id", "version", "title", "basis")
        if getattr(old, name) != getattr(new, name)
    ]
    by_old = {was: label.id for label in new.labels for was in label.was}
    labels = _differences("label", old.labels, new.labels, lambda name: by_old.get(name, name))
    attributes = _differences("attribute", old.attributes, new.attributes, lambda name: name)
    order = _order(old, new)
    return (*head, *labels, *attributes, *order)


def _differences(
    what: str, old: Sequence[_Named], new: Sequence[_Named], now: Callable[[str], str]
) -> Iterator[Change]:
    have, before = {item.id: item for item in new}, {item.id for item in old}
    for item in old:
        name = now(item.id) if item.id not in have else item.id
        if name not in have:
            yield Change(what=f"{what} {item.id}", before="was there", after="")
            continue
        yield from _fields(f"{what} {item.id}", item, have[name])
    arrived = {now(name) for name in before}
    for item in new:
        if item.id not in before | arrived:
            yield Change(what=f"{what} {item.id}", after="is new")


def _fields(what: str, old: _Named, new: _Named) -> Iterator[Change]:
    for field in fields(old):  # type: ignore[arg-type]
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield Change(what=f"{what}: {field.name}", before=_words(before), after=_words(after))


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _order(old: Codebook, new: Codebook) -> tuple[Change, ...]:
    """Digits pick labels in the codebook's order: a new order changes what they mean."""
    before, after = [x.id for x in old.labels], [x.id for x in new.labels]
    both = [x for x in before if x in after]
    if both == [x for x in after if x in before]:
        return ()
    return (Change(what="order of labels", before=", ".join(before), after=", ".join(after)),)
