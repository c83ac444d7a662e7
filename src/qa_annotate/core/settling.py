"""Settling a case: one edit of the adjudicated document, from what coders said to what stands.

Each settlement names the claims it made and, for each coder, what it was made from, with the place
of the coder's log. Settling a case again takes the place of the earlier settlement and its claims;
the log keeps both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from .cases import DETAILS, Case, Source, of_case, said
from .codebook import find
from .editing import Hand, claim_id, new_claim, reading
from .folding import letters
from .model import Span
from .outline import is_read
from .records import (
    AttributeValue,
    Claim,
    ClaimChange,
    Decided,
    Document,
    Edit,
    ErrorKind,
    Evidence,
    Original,
    Settlement,
    SettlementChange,
    Way,
)
from .text import overlap, trimmed

ERRORS: tuple[ErrorKind, ...] = get_args(ErrorKind)
"""What may lie behind a disagreement."""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """How a case is settled: the way, whose side, why, what lay behind it."""

    how: Way
    side: str | None = None
    why: str = ""
    error: ErrorKind | None = None


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What it takes to settle: who sits there, when, the sources, and fresh random bits for ids."""

    hand: Hand
    sources: tuple[Source, ...]
    fresh: int

    def claim_id(self, number: int) -> str:
        """The id of the new claim of that number."""
        return self._id("c", number)

    def settlement_id(self, number: int = 0) -> str:
        """The id of the new settlement of that number."""
        return self._id("s", number)

    def _id(self, kind: str, number: int) -> str:
        digest = hashlib.sha256(f"{kind}{self.fresh}-{number}".encode()).digest()
        return kind + claim_id(int.from_bytes(digest) % 2**50)[1:]


# ---- the claims that a way makes ----------------------------------------------------------------


def of_side(case: Case, coder: str, bench: Bench) -> tuple[Claim, ...]:
    """A coder's claims as they are; none, where the coder read the words and claimed nothing."""
    side = next(side for side in case.sides if side.coder == coder)
    return tuple(taken(claim, bench, number) for number, claim in enumerate(side.claims))


def taken(claim: Claim, bench: Bench, number: int = 0) -> Claim:
    """A coder's claim as a claim of the adjudicated document."""
    decided = Decided(by=bench.hand.coder, at=bench.hand.at)
    return replace(claim, id=bench.claim_id(number), decided=decided, superseded=())


def agreed(case: Case, bench: Bench, number: int = 0) -> tuple[Claim, ...]:
    """What nobody differs on: each claim once, with what any of the coders say about it."""
    by_place: dict[Span, list[Claim]] = {}
    for claim in case.claims:
        by_place.setdefault(claim.position, []).append(claim)
    return tuple(
        _joined(taken(claims[0], bench, number + place), claims)
        for place, claims in enumerate(by_place.values())
    )


def union(case: Case, label: str, bench: Bench) -> tuple[Claim, ...]:
    """One claim on all the words that anybody claims."""
    return (anew(case, _span_of(case.claims), label, bench),)


def parts(case: Case, bench: Bench) -> tuple[Claim, ...] | None:
    """The stretches between all starts and ends, each labelled as the shortest claims on it are.

    None where the shortest claims on a part differ in their label, or there is only one part.
    """
    edges = sorted({edge for claim in case.claims for edge in claim.position})
    made: list[Claim] = []
    for start, end in pairwise(edges):
        span = trimmed(bench.hand.outline.text, (start, end))
        covering = [c for c in case.claims if overlap(c.position, (start, end))]
        if not covering or not letters(bench.hand.outline.text[slice(*span)]):
            continue
        shortest = min(c.position[1] - c.position[0] for c in covering)
        labels = {c.label for c in covering if c.position[1] - c.position[0] == shortest}
        if len(labels) > 1:
            return None
        made.append(anew(case, span, labels.pop(), bench, len(made)))
    return tuple(made) if len(made) > 1 else None


def anew(case: Case, span: Span, label: str, bench: Bench, number: int = 0) -> Claim:
    """A claim on a span under a label, with what the coders' claims on it say without dispute."""
    fresh = new_claim(span, label, bench.claim_id(number), bench.hand)
    claims = [claim for claim in case.claims if overlap(claim.position, span)]
    joined = _joined(fresh, claims) if claims else fresh
    chosen = find(bench.hand.codebook, label)
    known = chosen is not None and joined.reason in chosen.reasons
    return joined if known else replace(joined, reason=fresh.reason)


def _span_of(claims: Sequence[Claim]) -> Span:
    return min(c.position[0] for c in claims), max(c.position[1] for c in claims)


def _joined(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """A claim with what some claims say about it; where they contradict each other, nothing."""
    details = {name: _undisputed([getattr(c, name) for c in claims]) for name in DETAILS}
    names = dict.fromkeys(name for c in claims for name in c.attributes)
    values = {name: _undisputed([c.attributes.get(name) for c in claims]) for name in names}
    evidence: dict[str, Evidence] = {e.id: e for c in claims for e in c.evidence}
    return replace(
        claim,
        **details,  # type: ignore[arg-type]
        attributes={name: value for name, value in values.items() if value is not None},
        evidence=tuple(evidence.values()),
        note=" / ".join(map(str, said([c.note for c in claims]))),
        gloss={language: words for c in reversed(claims) for language, words in c.gloss.items()},
    )


def _undisputed(values: Sequence[AttributeValue]) -> AttributeValue:
    found = said(values)
    return found[0] if len(found) == 1 else None  # type: ignore[return-value]


# ---- the edit -----------------------------------------------------------------------------------


def settle(
    document: Document, case: Case, made: Sequence[Claim], decision: Decision, bench: Bench
) -> Edit:
    """Settle a case: its claims, where they come from, and its words as read.

    Of an earlier settlement its id stays, the kind of error, and of its claims those in `made`.
    """
    before = of_case(case, document)
    error = decision.error or next((s.error for s in before if s.error), None)
    id_ = before[0].id if before else bench.settlement_id()
    after = _settlement(id_, case, made, replace(decision, error=error), bench)
    empty = not made and not any(o.claim for o in after.originals)
    old = before[0] if before else None
    changes = [SettlementChange(id=s.id, before=s) for s in before[1:]]
    if old is not None or not empty:
        changes.append(SettlementChange(id=id_, before=old, after=None if empty else after))
    return Edit(
        action=decision.how.replace("_", " "),
        claims=tuple(_claims(document, before, made)),
        settled=tuple(changes),
        read=reading(document, [case.span], bench.hand.outline),
        why=decision.why,
    )


def _claims(
    document: Document, before: Sequence[Settlement], made: Sequence[Claim]
) -> Iterator[ClaimChange]:
    kept = {claim.id for claim in made}
    old = {claim.id: claim for claim in document.claims}
    ours = [id_ for settlement in before for id_ in settlement.claims if id_ in old]
    yield from (ClaimChange(id=id_, before=old[id_]) for id_ in ours if id_ not in kept)
    yield from (ClaimChange(id=c.id, after=c) for c in made if c.id not in old)


def _settlement(
    id_: str, case: Case, made: Sequence[Claim], decision: Decision, bench: Bench
) -> Settlement:
    return Settlement(
        id=id_,
        how=decision.how,
        side=decision.side,
        claims=tuple(claim.id for claim in made),
        decided=Decided(by=bench.hand.coder, at=bench.hand.at),
        why=decision.why,
        error=decision.error,
        text_sha256=bench.sources[0].document.text_sha256,
        originals=tuple(_originals(case, bench.sources)),
    )


def _originals(case: Case, sources: Sequence[Source]) -> Iterator[Original]:
    """What everybody said who had read the words."""
    for side, source in zip(case.sides, sources, strict=True):
        for claim in side.claims:
            yield Original(
                coder=side.coder,
                claim=claim.id,
                label=claim.label,
                reason=claim.reason,
                position=claim.position,
                decided=claim.decided,
                sha256=source.digests[claim.id],
                revision=source.revision,
                head=source.head,
            )
        if side.read and not side.claims:
            yield Original(coder=side.coder, revision=source.revision, head=source.head)


# ---- what nobody differs on ---------------------------------------------------------------------


def take_over(document: Document, found: Sequence[Case], bench: Bench) -> Edit:
    """Everything that coders agree on and that is not settled yet, as one edit.

    What two coders or more have read and nobody claims counts as read.
    """
    claims: list[Claim] = []
    settled: list[Settlement] = []
    spans = list(_blank(bench.sources, found, bench.hand))
    done = {(o.coder, o.claim) for s in document.settled for o in s.originals}
    for case in found:
        named = {(side.coder, claim.id) for side in case.sides for claim in side.claims}
        if case.kind == "agreed" and not named & done:
            made = agreed(case, bench, len(claims))
            id_ = bench.settlement_id(len(settled))
            settlement = _settlement(id_, case, made, Decision(how="agreed"), bench)
            claims += made
            settled.append(settlement)
            spans.append(case.span)
    return Edit(
        action="agreed",
        claims=tuple(ClaimChange(id=c.id, after=c) for c in claims),
        settled=tuple(SettlementChange(id=s.id, after=s) for s in settled),
        read=reading(document, spans, bench.hand.outline),
    )


def _blank(sources: Sequence[Source], found: Sequence[Case], hand: Hand) -> Iterator[Span]:
    """The sentences that two coders or more have read and that no claim touches."""
    claimed: list[Span] = []
    for case in found:
        claimed += [(s.start, s.end) for s in hand.outline.sentences_in(case.span)]
    taken_ = frozenset(claimed)
    for sentence in hand.outline.sentences:
        span = (sentence.start, sentence.end)
        if span not in taken_ and sum(is_read(s.document.read, span) for s in sources) > 1:
            yield span


# ---- what is said about a settlement ------------------------------------------------------------


def mark_error(settlement: Settlement, error: ErrorKind | None) -> Edit:
    """Say what lay behind a disagreement."""
    return _said_of(settlement, replace(settlement, error=error), "error")


def say_why(settlement: Settlement, why: str) -> Edit:
    """Say why a case was settled as it was."""
    return replace(_said_of(settlement, replace(settlement, why=why), "why"), why=why)


def _said_of(before: Settlement, after: Settlement, action: str) -> Edit:
    change = SettlementChange(id=before.id, before=before, after=after)
    return Edit(action=action, settled=(change,) if before != after else ())


def with_names(document: Document, names: Mapping[str, str]) -> Document:
    """An adjudication in which coders have other names."""
    settled = tuple(
        replace(
            case,
            side=names.get(case.side, case.side) if case.side else case.side,
            originals=tuple(replace(o, coder=names.get(o.coder, o.coder)) for o in case.originals),
        )
        for case in document.settled
    )
    return replace(document, settled=settled)
