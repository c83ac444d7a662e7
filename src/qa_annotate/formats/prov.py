"""PROV-JSON (W3C PROV-DM), through the `prov` library: who did what to which words, on what.

A claim is an entity quoted from the article's text; each decision on it is an activity of its coder
that used the text, the codebook and the evidence, and generated the claim as labelled then. Later
labellings are revisions of earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prov.model import PROV, ProvDocument

from ..core.model import Custody
from ..core.records import Claim, CodebookRef, Decided, Evidence, Link, Original, Settlement
from .exporting import Export, ExportedArticle, ExportedClaim

NAMESPACE = "urn:qa-annotate:"


def write(export: Export) -> str:
    """The provenance of an export's claims as PROV-JSON."""
    document = ProvDocument()
    document.add_namespace("qa", NAMESPACE)
    tool = f"qa:tool/{export.tool.name}-{export.tool.version}"
    _agent(document, tool, "SoftwareAgent", export.tool.name)
    book = export.codebook
    current = CodebookRef(id=book.id, version=book.version)
    used = {c.codebook for a in export.articles for c in a.claims}
    for ref in sorted({current, *used}, key=lambda r: (r.id, r.version)):
        _entity(document, _book(ref), "Codebook", version=ref.version)
    for article in export.articles:
        _article(document, article, tool)
    return str(document.unified().serialize(format="json", indent=1))


def _agent(document: ProvDocument, name: str, kind: str, label: str) -> None:
    document.agent(name, {"prov:type": PROV[kind], "prov:label": label})


def _entity(document: ProvDocument, entity: str, type_: str, /, **about: Any) -> None:
    told: dict[Any, Any] = {f"qa:{k}": v for k, v in about.items() if v not in (None, "", ())}
    told["prov:type"] = document.valid_qualified_name(f"qa:{type_}")
    document.entity(entity, told)


def _book(ref: CodebookRef) -> str:
    return f"qa:codebook/{ref.id}/{ref.version}"


def _coder(document: ProvDocument, name: str) -> str:
    _agent(document, f"qa:person/{name}", "Person", name)
    return f"qa:person/{name}"


# ---- sources and texts --------------------------------------------------------------------------


def _article(document: ProvDocument, article: ExportedArticle, tool: str) -> None:
    custody = article.custody
    source = f"qa:source/{custody.source_sha256 or article.id}"
    text = f"qa:text/{custody.text_sha256 or article.id}"
    about = {"name": custody.name, "url": custody.url, "sha256": custody.source_sha256}
    _entity(document, source, "Source", media_type=custody.media_type, **about)
    _entity(document, text, "Text", article=article.id, sha256=custody.text_sha256)
    document.wasDerivedFrom(text, source)
    _retrieved(document, article.id, custody, source)
    extractor = f"qa:tool/{custody.extractor.name}-{custody.extractor.version}"
    _agent(document, extractor, "SoftwareAgent", custody.extractor.name)
    reading = f"qa:extraction/{custody.text_sha256 or article.id}"
    document.activity(reading)
    document.used(reading, source)
    document.wasGeneratedBy(text, reading)
    document.wasAssociatedWith(reading, extractor)
    for claim in article.claims:
        _claim(document, claim, text, tool)
    for settlement in settlements(article):
        _settled(document, settlement, text)


def _retrieved(document: ProvDocument, name: str, custody: Custody, source: str) -> None:
    """Taking the source in, where it is known who did it and when."""
    if custody.retrieved_at is None:
        return
    activity = f"qa:retrieval/{name}"
    document.activity(activity, custody.retrieved_at, custody.retrieved_at)
    document.wasGeneratedBy(source, activity, custody.retrieved_at)
    if custody.retrieved_by:
        document.wasAssociatedWith(activity, _coder(document, custody.retrieved_by))


# ---- claims and decisions -----------------------------------------------------------------------


def _claim(document: ProvDocument, exported: ExportedClaim, text: str, tool: str) -> None:
    claim, name = exported.claim, f"qa:claim/{exported.claim.id}"
    start, end = claim.position
    _entity(document, name, "Claim", quote=claim.quote, start=start, end=end)
    document.wasQuotedFrom(name, text)
    for link in claim.links:
        _linked(document, name, link)
    evidence = [_evidence(document, item) for item in claim.evidence]
    before = ""
    for number, (label, reason, decided, why) in enumerate(_decisions(claim), start=1):
        decision, labelled = f"qa:decision/{claim.id}/{number}", f"qa:labelled/{claim.id}/{number}"
        words = {"qa:why": why} if why else {}
        document.activity(decision, decided.at, decided.at, words)
        _entity(document, labelled, "LabelledClaim", label=label, reason=reason)
        document.specializationOf(labelled, name)
        document.wasGeneratedBy(labelled, decision, decided.at)
        coder = _coder(document, decided.by)
        document.wasAssociatedWith(decision, coder)
        document.actedOnBehalfOf(tool, coder, decision)
        last = number == len(claim.superseded) + 1
        for used in (text, _book(exported.codebook), *(evidence if last else ())):
            document.used(decision, used)
        if before:
            document.wasRevisionOf(labelled, before)
        before = labelled


def settlements(article: ExportedArticle) -> list[Settlement]:
    """Every case that was settled, once."""
    made = {c.settled.id: c.settled for c in article.claims if c.settled is not None}
    return [*made.values(), *article.no_claim]


def _settled(document: ProvDocument, settlement: Settlement, text: str) -> None:
    """A case: who settled it, when and why, using what each coder had said of it."""
    case = f"qa:case/{settlement.id}"
    at, by = settlement.decided.at, _coder(document, settlement.decided.by)
    told = {"qa:how": settlement.how, "qa:why": settlement.why, "qa:error": settlement.error}
    document.activity(case, at, at, {key: value for key, value in told.items() if value})
    document.wasAssociatedWith(case, by)
    document.used(case, text)
    for original in settlement.originals:
        said = _original(document, original, text)
        document.used(case, said)
        for claim in settlement.claims:
            document.wasDerivedFrom(f"qa:claim/{claim}", said)
    for claim in settlement.claims:
        document.wasGeneratedBy(f"qa:claim/{claim}", case, at)


def _original(document: ProvDocument, original: Original, text: str) -> str:
    """What a coder had said, as it was then; or that the coder had claimed nothing."""
    claim = original.claim or "no-claim"
    name = f"qa:original/{original.coder}/{claim}/{original.head}"
    start, end = original.position or (None, None)
    about = {"log_entry": original.revision, "log_sha256": original.head}
    said = {"label": original.label, "reason": original.reason, "sha256": original.sha256}
    _entity(document, name, "Original", start=start, end=end, **said, **about)
    document.wasAttributedTo(name, _coder(document, original.coder))
    document.wasQuotedFrom(name, text)
    if original.claim is not None:
        document.specializationOf(name, f"qa:claim/{original.claim}")
    return name


def _linked(document: ProvDocument, name: str, link: Link) -> None:
    """A tie to a claim elsewhere: one that repeats it derives from it, others influence."""
    other, about = f"qa:claim/{link.claim}", {"qa:how": link.how, "qa:why": link.why}
    tell = {key: value for key, value in about.items() if value}
    if link.how == "repeats":
        document.wasDerivedFrom(name, other, other_attributes=tell)
    else:
        document.wasInfluencedBy(name, other, other_attributes=tell)


def _decisions(claim: Claim) -> Iterator[tuple[str, str | None, Decided, str]]:
    """Every decision, oldest first: label, reason, who and when, and why it replaced the last."""
    why = ""
    for old in claim.superseded:
        yield old.label, old.reason, old.decided, why
        why = old.why
    yield claim.label, claim.reason, claim.decided, why


def _evidence(document: ProvDocument, item: Evidence) -> str:
    name = f"qa:evidence/{item.id}"
    about = {"archive": item.archive, "sha256": item.sha256, "why": item.why}
    bearing = {"bearing": item.bearing, "independent": item.independent}
    _entity(document, name, "Evidence", kind=item.kind, locator=item.locator, **bearing, **about)
    if item.obtained_by:
        document.wasAttributedTo(name, _coder(document, item.obtained_by))
    return name
