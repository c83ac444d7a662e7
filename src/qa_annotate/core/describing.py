"""Edits that say more about a claim, or about the document: whose voice, on what evidence, in other
words; none of them changes a label."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, cast

from .editing import Hand, add_evidence, changed, reading
from .model import Span
from .records import Attribute, AttributeValue, Claim, Document, Edit, Evidence, FieldChange
from .standing import standing, with_speaker

Bearing = Literal["supports", "contradicts", "context"]
Independent = Literal["yes", "no", "unknown"]


def found_evidence(
    claim: Claim, locator: str, bearing: str, independent: str, why: str, new_id: str, hand: Hand
) -> Edit:
    """An evidence item more. What it is, is guessed from its locator: a page, else a reference."""
    kind = "page" if locator.startswith(("http://", "https://")) else "reference"
    item = Evidence(
        id=new_id,
        kind=kind,
        locator=locator,
        obtained_at=hand.at,
        obtained_by=hand.coder,
        bearing=cast(Bearing, bearing),
        independent=cast(Independent, independent),
        why=why,
    )
    return add_evidence(claim, item)


def set_people(claim: Claim, speaker: str, relays: str, blames: str) -> Edit:
    """Whose voice it is, whom that voice relays, whom the claim blames; "" for nobody."""
    after = replace(
        claim, speaker=speaker or None, attributed_to=relays or None, against=blames or None
    )
    return changed(claim, after, "people")


def set_gloss(claim: Claim, language: str, text: str) -> Edit:
    """A translation of the quote into a language; "" takes it away."""
    gloss = {key: value for key, value in claim.gloss.items() if key != language}
    return changed(
        claim, replace(claim, gloss={**gloss, language: text} if text else gloss), "gloss"
    )


def set_attribute(claim: Claim, name: str, value: AttributeValue) -> Edit:
    """The answer to one of the codebook's further questions; None takes it away."""
    kept = {key: old for key, old in claim.attributes.items() if key != name}
    attributes: Mapping[str, AttributeValue] = kept if value is None else {**kept, name: value}
    return changed(claim, replace(claim, attributes=attributes), "attribute")


def attribute_value(attribute: Attribute, written: str) -> AttributeValue:
    """What a person wrote, as a value of an attribute. Raises ValueError, saying what would fit."""
    text = written.strip()
    if not text:
        return None
    if attribute.level in ("nominal", "ordinal"):
        known = (*attribute.values, *attribute.missing)
        if known and text not in known:
            raise ValueError("one of: " + ", ".join(known))
        return text
    if attribute.level != "number":
        return text
    try:
        number = float(text)
    except ValueError:
        raise ValueError("a number") from None
    low = -math.inf if attribute.minimum is None else attribute.minimum
    high = math.inf if attribute.maximum is None else attribute.maximum
    if not low <= number <= high:
        raise ValueError(f"a number from {low:g} to {high:g}")
    return int(number) if number.is_integer() else number


def reshape(claim: Claim, span: Span, hand: Hand) -> Edit:
    """The same claim on other words: quote, context, passage and speaker follow."""
    after = with_speaker(standing(claim, span, hand.outline), hand.outline)
    return changed(claim, after, "reshape")


def read_passage(document: Document, passage: Span, hand: Hand) -> Edit:
    """Count every unit of a passage that wasn't read yet as read."""
    return Edit(action="read", read=reading(document, [passage], hand.outline, units=True))


def set_memo(document: Document, memo: str) -> Edit:
    """Write the document's memo."""
    if memo == document.memo:
        return Edit(action="memo")
    change = FieldChange(field="memo", before=document.memo, after=memo)
    return Edit(action="memo", fields=(change,))
