"""What there is to settle: the stretches of an article that coders claim, side by side.

A case is a stretch on which claims overlap, whoever made them, with what each coder says there:
claims, or nothing though the words were read, or nothing because they were not. Coders' documents
are only looked at, never changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from .fitting import stands
from .model import Span
from .outline import Outline, is_read
from .records import Claim, Document, Original, Settlement
from .text import overlap

Kind: TypeAlias = Literal["label", "span", "missed", "details", "alone", "gone", "agreed", "blank"]
"""How the sides of a case differ: in the label; in the words; in whether there is a claim; in
reason, people or attributes alone; one coder alone has read it; it was settled, and nobody claims
it any more; not at all; nobody claims anything."""

DISAGREEMENTS: tuple[Kind, ...] = ("label", "span", "missed")
ORDER: Mapping[Kind, int] = {
    **dict.fromkeys(DISAGREEMENTS, 0),
    "gone": 0,
    "details": 1,
    "alone": 2,
    "agreed": 3,
    "blank": 4,
}
"""Which cases come first."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A coder's document that takes part, and where its log stands.

    `digests` holds the digest of each claim by its id: see `Original.sha256`.
    """

    document: Document
    revision: int
    head: str
    digests: Mapping[str, str]

    @property
    def coder(self) -> str:
        """Whose document it is."""
        return self.document.coder

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The document's claims by their ids."""
        return {claim.id: claim for claim in self.document.claims}


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """What one coder says in a case."""

    coder: str
    claims: tuple[Claim, ...]
    read: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A stretch with what each coder says there, in the coders' order.

    `settlement` is the id of the settlement that a case is made of where no claim is left of it.
    """

    span: Span
    sides: tuple[Side, ...]
    kind: Kind
    settlement: str | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Everybody's claims."""
        return tuple(claim for side in self.sides for claim in side.claims)


def cases(sources: Sequence[Source], outline: Outline) -> tuple[Case, ...]:
    """What there is to settle, in the order of the text. Claims without a place take no part."""
    spans = list(_stretches(sources, outline.text))
    sides = [list(_sides(source.document, spans, outline)) for source in sources]
    return tuple(
        Case(span=span, sides=beside, kind=kind_of(beside))
        for span, beside in zip(spans, zip(*sides, strict=True), strict=True)
    )


def blanks(sources: Sequence[Source], outline: Outline) -> tuple[Case, ...]:
    """The units that somebody has read and nobody claims, as cases: all may have missed a claim."""
    spans = list(_stretches(sources, outline.text))
    taken = {s.index for span in spans for s in outline.sentences_in(span)}
    units = (outline.sentences[i] for i in outline.units if i not in taken)
    beside = ((unit, _unclaimed(sources, (unit.start, unit.end), outline)) for unit in units)
    return tuple(
        Case(span=(unit.start, unit.end), sides=sides, kind="blank")
        for unit, sides in beside
        if any(side.read for side in sides)
    )


def _unclaimed(sources: Sequence[Source], span: Span, outline: Outline) -> tuple[Side, ...]:
    return tuple(
        Side(coder=s.coder, claims=(), read=_has_read(s.document, span, outline)) for s in sources
    )


def _stretches(sources: Sequence[Source], text: str) -> Iterator[Span]:
    """The stretches that claims cover, those that overlap taken together."""
    positions = sorted(c.position for s in sources for c in s.document.claims if stands(c, text))
    if not positions:
        return
    start, end = positions[0]
    for first, last in positions[1:]:
        if first < end:
            end = max(end, last)
        else:
            yield start, end
            start, end = first, last
    yield start, end


def _sides(document: Document, spans: Sequence[Span], outline: Outline) -> Iterator[Side]:
    """A coder's side in each of the stretches; every claim with a place stands in one of them."""
    within: dict[int, list[Claim]] = {}
    for claim in document.claims:
        if stands(claim, outline.text):
            place = bisect_right(spans, claim.position[0], key=lambda span: span[0]) - 1
            within.setdefault(place, []).append(claim)
    for place, span in enumerate(spans):
        claims, read = tuple(within.get(place, ())), _has_read(document, span, outline)
        yield Side(coder=document.coder, claims=claims, read=read)


def _has_read(document: Document, span: Span, outline: Outline) -> bool:
    touched = outline.sentences_in(span)
    return bool(touched) and all(is_read(document.read, (s.start, s.end)) for s in touched)


# ---- how they differ ----------------------------------------------------------------------------


def kind_of(sides: Sequence[Side]) -> Kind:
    """How the sides differ. Who has not read the words says nothing about them."""
    saying = [side.claims for side in sides if side.claims]
    blank = [side for side in sides if side.read and not side.claims]
    if len(saying) + len(blank) < 2:
        return "alone"
    if blank:
        return "missed"
    if len({tuple(sorted(c.label for c in claims)) for claims in saying}) > 1:
        return "label"
    if len({tuple(sorted(c.position for c in claims)) for claims in saying}) > 1:
        return "span"
    if len({tuple(sorted((c.position, c.label) for c in claims)) for claims in saying}) > 1:
        return "label"
    return "details" if _details_differ(saying) else "agreed"


DETAILS = ("reason", "speaker", "attributed_to", "against")
"""What else a claim says that coders can contradict each other in."""


def _details_differ(saying: Iterable[Sequence[Claim]]) -> bool:
    """Whether claims at one position contradict each other in more than the label."""
    by_place: dict[Span, list[Claim]] = {}
    for claims in saying:
        for claim in claims:
            by_place.setdefault(claim.position, []).append(claim)
    return any(contradictions(claims) for claims in by_place.values())


def contradictions(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The details in which some claims contradict each other; silence contradicts nobody."""
    names = dict.fromkeys(name for claim in claims for name in claim.attributes)
    fields = [n for n in DETAILS if len(said([getattr(c, n) for c in claims])) > 1]
    return (*fields, *(n for n in names if len(said([c.attributes.get(n) for c in claims])) > 1))


def said(values: Iterable[object]) -> list[object]:
    """The different things said: nothing is said by nothing, and letter case says nothing.

    >>> said(["the Council", None, "the council "])
    ['the Council']
    """
    found: dict[object, object] = {}
    for value in values:
        if value not in (None, ""):
            plain = " ".join(value.split()).casefold() if isinstance(value, str) else value
            found.setdefault(plain, value)
    return list(found.values())


# ---- what was settled, and what has changed since -----------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Since:
    """What a coder has done since a case was settled."""

    coder: str
    what: str


def of_case(case: Case, document: Document) -> tuple[Settlement, ...]:
    """The settlements of a case, in the document's order."""
    return _Settled(document).of(case)


class _Settled:
    """A document's settlements, found by the claims that they were made of."""

    def __init__(self, document: Document) -> None:
        self._added = _added(document)
        self._places = {s.id: place for place, s in enumerate(document.settled)}
        self._by_id = {s.id: s for s in document.settled}
        self._by_claim: dict[tuple[str, str], list[Settlement]] = defaultdict(list)
        for settlement in document.settled:
            for original in settlement.originals:
                if original.claim is not None:
                    self._by_claim[original.coder, original.claim].append(settlement)

    def of(self, case: Case) -> tuple[Settlement, ...]:
        """Those that were made of any of a case's claims; where nobody claims anything, those that
        added a claim there."""
        found = {s.id for s in self._named(case)}
        return tuple(self._by_id[id_] for id_ in sorted(found, key=self._places.__getitem__))

    def _named(self, case: Case) -> Iterator[Settlement]:
        if case.kind == "blank":
            yield from (s for place, s in self._added if overlap(place, case.span))
        if case.settlement in self._by_id:
            yield self._by_id[case.settlement]
        for side in case.sides:
            for claim in side.claims:
                yield from self._by_claim.get((side.coder, claim.id), ())


def _added(document: Document) -> tuple[tuple[Span, Settlement], ...]:
    """The settlements of what all coders had missed, each with where it put a claim."""
    of_nobody = [s for s in document.settled if not any(o.claim for o in s.originals)]
    found = {id_: settlement for settlement in of_nobody for id_ in settlement.claims}
    return tuple((c.position, found[c.id]) for c in document.claims if c.id in found)


def _shown_as_blank(found: Sequence[Case], document: Document, outline: Outline) -> frozenset[str]:
    """Settlements that added a claim where still nobody claims anything: see `blanks`."""
    taken = {s.index for case in found for s in outline.sentences_in(case.span)}
    return frozenset(
        settlement.id
        for place, settlement in _added(document)
        if not any(s.index in taken for s in outline.sentences_in(place))
    )


def gone(
    found: Sequence[Case], document: Document, sources: Sequence[Source], outline: Outline
) -> Iterator[Case]:
    """Settlements of claims that nobody makes any more, as cases: somebody has to look."""
    named = {(side.coder, c.id) for case in found for side in case.sides for c in side.claims}
    known = {s.id for s in document.settled if named & {(o.coder, o.claim) for o in s.originals}}
    known |= _shown_as_blank(found, document, outline)
    claims = {claim.id: claim for claim in document.claims}
    for settlement in document.settled:
        if settlement.id not in known:
            spans = [claims[id_].position for id_ in settlement.claims if id_ in claims]
            spans = spans or _placed(settlement, document)
            span = (min(a for a, _ in spans), max(b for _, b in spans)) if spans else (0, 0)
            blank = _unclaimed(sources, span, outline)
            yield Case(span=span, sides=blank, kind="gone", settlement=settlement.id)


def _placed(settlement: Settlement, document: Document) -> list[Span]:
    """Where originals stood, where that can be told in the text that there is."""
    if settlement.text_sha256 != document.text_sha256:
        return []
    return [o.position for o in settlement.originals if o.position is not None]


_MORE = "claims more here"


def since(case: Case, settlement: Settlement, sources: Sequence[Source]) -> tuple[Since, ...]:
    """What coders have changed in a case since it was settled."""
    by_name = {source.coder: source for source in sources}
    told = list(_since(settlement, by_name))
    known = {(o.coder, o.claim) for o in settlement.originals}
    heard = {o.coder for o in settlement.originals}
    for side in case.sides:
        if any((side.coder, claim.id) not in known for claim in side.claims):
            told.append(Since(coder=side.coder, what=_MORE))
        elif side.coder not in heard and side.read and not side.claims:
            told.append(Since(coder=side.coder, what="has read it, and claims nothing"))
    return tuple(told)


def _since(settlement: Settlement, sources: Mapping[str, Source]) -> Iterator[Since]:
    for original in settlement.originals:
        source = sources.get(original.coder)
        if original.claim is not None and source is not None:
            what = changed(original, settlement.text_sha256, source)
            if what:
                yield Since(coder=original.coder, what=what)


def changed(original: Original, text_sha256: str, source: Source) -> str:
    """How a claim differs from what it was when it was settled; nothing where it doesn't."""
    claim = source.claims.get(original.claim or "")
    if claim is None:
        return "has deleted the claim"
    if claim.label != original.label:
        return f'calls it "{claim.label}" now, not "{original.label}"'
    same_text = source.document.text_sha256 == text_sha256
    if claim.orphaned is not None or (same_text and claim.position != original.position):
        return "has put the claim on other words"
    return "has changed the claim" if source.digests[claim.id] != original.sha256 else ""


# ---- how cases stand ----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How a case stands: its settlement, if there is one, and what coders have changed since."""

    settlement: Settlement | None = None
    since: tuple[Since, ...] = ()

    @property
    def open(self) -> bool:
        """Whether somebody has to decide: nobody has, or coders have changed something since."""
        return self.settlement is None or bool(self.since)


def standings(
    found: Sequence[Case], document: Document, sources: Sequence[Source]
) -> tuple[Standing, ...]:
    """How each case stands in an adjudicated document."""
    settled = _Settled(document)
    return tuple(_standing(settled.of(case), case, sources) for case in found)


def _standing(settlements: Sequence[Settlement], case: Case, sources: Sequence[Source]) -> Standing:
    if not settlements:
        return Standing()
    told = [t for s in settlements for t in since(case, s, sources)]
    if len(settlements) > 1:
        told = [t for t in told if t.what != _MORE]
        told.append(Since(coder="", what=_several(settlements)))
    return Standing(settlement=settlements[0], since=tuple(told))


def _several(settlements: Sequence[Settlement]) -> str:
    """Why a case has several settlements; of one claim there are two where logs were joined."""
    claims = [(o.coder, o.claim) for s in settlements for o in s.originals if o.claim]
    twice = len(set(claims)) < len(claims)
    return "another settlement of it came in" if twice else "two cases have become one"


def asks(case: Case, standing: Standing) -> bool:
    """Whether a case is a person's to decide: what is agreed is not, nor what nobody claims, unless
    it was changed."""
    return case.kind not in ("agreed", "blank") or bool(standing.since)


def progressed(found: Sequence[Case], how: Sequence[Standing]) -> tuple[int, int]:
    """How many cases that are a person's to decide are settled, and how many there are."""
    asked = [s for case, s in zip(found, how, strict=True) if asks(case, s)]
    return sum(not standing.open for standing in asked), len(asked)


def in_order(found: Sequence[Case], how: Sequence[Standing]) -> tuple[Case, ...]:
    """Disagreements first, and what has changed since it was settled; what is agreed last."""
    ranked = sorted(
        zip(found, how, strict=True),
        key=lambda item: (0 if item[1].since else ORDER[item[0].kind], item[0].span),
    )
    return tuple(case for case, _ in ranked)
