"""What is compared: from coders' documents to reliability data, at the level that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..agreement import (
    NO_CLAIM,
    Characters,
    Marked,
    Measure,
    Rating,
    Reliability,
    attribute_values,
    by_attribute,
    by_label,
    characters,
    claims,
    declared,
    measurement,
    pooled,
    qa_pairs,
    units,
)
from ..core.fitting import NOWHERE, misfits
from ..core.moving import Versions, last_seen
from ..core.outline import is_read
from ..core.records import Attribute, Codebook, CodebookRef, Document
from ..errors import UsageError
from .coding import Coded


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Reliability data with the labels that may occur in them, and their level of measurement."""

    data: Reliability
    labels: tuple[Rating, ...]
    measurement: str
    told: str


def compared(
    coded: Sequence[Coded], codebook: Codebook, level: str, attribute: str | None = None
) -> Compared:
    """Reliability data of some articles, pooled.

    Raises UsageError for a level or an attribute that isn't there.
    """
    build = LEVELS.get(level)
    if build is None:
        known = ", ".join((*LEVELS, CHARACTERS))
        raise UsageError(f"There is no level '{level}'.", hint=f"One of: {known}")
    asked = None if attribute is None else _attribute(codebook, attribute)
    measure = by_label if asked is None else by_attribute(asked)
    data = pooled([build(found, _reference(codebook), measure) for found in coded])
    if asked is None:
        return Compared(
            data=data,
            labels=_categories(codebook, data, level),
            measurement="nominal",
            told=f"{_TOLD[level]} {_LABEL[level]}",
        )
    return Compared(
        data=data,
        labels=attribute_values(asked, data),
        measurement=measurement(asked),
        told=f"{_TOLD[level]} Its value is the attribute '{asked.id}' of the deciding claim,"
        f" compared as {measurement(asked)}.",
    )


def of_characters(coded: Sequence[Coded], codebook: Codebook) -> tuple[Characters, ...]:
    """Each article as a continuum of its units' characters."""
    return tuple(
        characters(
            found.opened.article,
            found.opened.text,
            laid.documents,
            found.opened.outline.sentences,
            codebook=_reference(codebook),
            orphaned=laid.orphaned,
        )
        for found, laid in ((found, _laid(found)) for found in coded)
    )


def beside(
    held: Sequence[Coded], coder: str, reference: str
) -> list[tuple[list[Marked], list[Marked]]]:
    """A coder's spans and the reference's in each article of both, where both have read."""
    found = []
    for coded in held:
        by_name = {document.coder: document for document in coded.documents}
        if coder in by_name and reference in by_name:
            mine, theirs = by_name[coder], by_name[reference]
            found.append((_marked(coded, mine, theirs), _marked(coded, theirs, mine)))
    return found


def _marked(coded: Coded, of: Document, reader: Document) -> list[Marked]:
    """The spans of a document that stand on words that somebody else has read too."""
    lost = _laid(coded).orphaned
    view = coded.opened.outline
    return [
        (*claim.position, claim.label)
        for claim in of.claims
        if claim.id not in lost
        and all(is_read(reader.read, (s.start, s.end)) for s in view.sentences_in(claim.position))
    ]


def _reference(codebook: Codebook) -> CodebookRef:
    return CodebookRef(id=codebook.id, version=codebook.version)


def _attribute(codebook: Codebook, name: str) -> Attribute:
    for attribute in codebook.attributes:
        if attribute.id == name:
            return attribute
    known = ", ".join(attribute.id for attribute in codebook.attributes)
    raise UsageError(
        f"The codebook has no attribute '{name}'.",
        hint=f"It has: {known}" if known else "It has none.",
    )


def _categories(codebook: Codebook, data: Reliability, level: str) -> tuple[str, ...]:
    """The codebook's labels and "no claim", then what was used without being declared.

    Among matched claims nobody can say "no claim".
    """
    known = tuple(label for label in declared(codebook) if level != "claims" or label != NO_CLAIM)
    used = {str(value) for row in data.rows for value in row if value is not None}
    return (*known, *sorted(used.difference(known)))


# ---- levels -------------------------------------------------------------------------------------

Build = Callable[[Coded, CodebookRef, Measure], Reliability]


def _units(found: Coded, codebook: CodebookRef, measure: Measure) -> Reliability:
    opened, laid = found.opened, _laid(found)
    return units(
        opened.article,
        opened.text,
        laid.documents,
        opened.outline.sentences,
        codebook=codebook,
        orphaned=laid.orphaned,
        measure=measure,
    )


def _claims(found: Coded, codebook: CodebookRef, measure: Measure) -> Reliability:
    opened, laid = found.opened, _laid(found)
    return claims(
        opened.article,
        opened.text,
        laid.documents,
        codebook=codebook,
        orphaned=laid.orphaned,
        measure=measure,
    )


def _pairs(found: Coded, codebook: CodebookRef, measure: Measure) -> Reliability:
    opened, laid = found.opened, _laid(found)
    return qa_pairs(
        opened.article,
        opened.text,
        laid.documents,
        opened.outline.sentences,
        codebook=codebook,
        orphaned=laid.orphaned,
        measure=measure,
    )


@dataclass(frozen=True)
class _Laid:
    """Documents in which each claim without a place lies where it stood last, and their ids."""

    documents: tuple[Document, ...]
    orphaned: Collection[str]


def _laid(found: Coded) -> _Laid:
    """Claims whose words do not stand where they say, or nowhere, count as such where they stood:
    of these words nobody can say that they carry no claim."""
    text = found.opened.text
    lost = {c.id for document in found.documents for c in misfits(document, text)}
    orphans = {c.id for document in found.documents for c in document.claims if c.orphaned}
    if not orphans:
        return _Laid(found.documents, lost)
    versions = Versions(found.earlier, found.opened.outline)
    return _Laid(tuple(_put(d, versions) for d in found.documents), lost | orphans)


def _put(document: Document, versions: Versions) -> Document:
    claims = (
        replace(claim, position=last_seen(claim, versions) or NOWHERE) if claim.orphaned else claim
        for claim in document.claims
    )
    return replace(document, claims=tuple(claims))


LEVELS: Mapping[str, Build] = MappingProxyType(
    {"units": _units, "claims": _claims, "pairs": _pairs}
)
"""What can be compared as labels of given units."""

CHARACTERS = "characters"

_TOLD = {
    "units": "A unit is a sentence of an answer or of the other text that the project counts.",
    "claims": "A unit is a claim of one coder with those of the others that share at least half of"
    " the characters that either covers, matched one to one, best first.",
    "pairs": "A unit is a question with its answer.",
}
_LABEL = {
    "units": "Its value is the label of the claim that covers most of its characters (a tie goes"
    f" to the earlier claim), or '{NO_CLAIM}'.",
    "claims": "Its value is the claim's label; a claim that nobody matches is left out.",
    "pairs": "Its value is the most frequent label of the claims in the answer (a tie goes to the"
    f" earlier one), or '{NO_CLAIM}'.",
}
TOLD_CHARACTERS = (
    "Spans are compared as they are, on the characters of the units laid end to end, over the"
    " coders who finished an article."
)
