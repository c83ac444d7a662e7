"""The rules that a label brings: what a claim must carry to wear it, and what it still lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from .records import Claim, Codebook, Label, Requirement


def find(codebook: Codebook, label: str) -> Label | None:
    """The label of that id, if the codebook has it."""
    return next((item for item in codebook.labels if item.id == label), None)


def lacks(claim: Claim, codebook: Codebook) -> tuple[str, ...]:
    """What the claim's label still requires of it, in words; empty when the claim is complete."""
    label = find(codebook, claim.label)
    if label is None:
        return ()
    missing = [_RULES[name](claim, label) for name in label.requires]
    return tuple(words for words in missing if words)


def _independent_evidence(claim: Claim, _: Label) -> str:
    """Independence must be known: "unknown" doesn't count (two outlets may quote one activist)."""
    for item in claim.evidence:
        if item.bearing == "supports" and item.independent == "yes":
            return ""
    return "evidence that supports it and is independent of the speaker"


def _no_open_contradiction(claim: Claim, _: Label) -> str:
    against = [item for item in claim.evidence if item.bearing == "contradicts" and item.open]
    return f"an answer to the contradicting evidence {against[0].id}" if against else ""


def _reason(claim: Claim, label: Label) -> str:
    if claim.reason is None or (label.reasons and claim.reason not in label.reasons):
        return f"a reason (one of {', '.join(label.reasons)})" if label.reasons else "a reason"
    return ""


def _against(claim: Claim, _: Label) -> str:
    return "" if claim.against else "whom it blames"


def _attributed_to(claim: Claim, _: Label) -> str:
    return "" if claim.attributed_to else "whom it relays"


def _note(claim: Claim, _: Label) -> str:
    return "" if claim.note else "a note"


_RULES: Mapping[Requirement, Callable[[Claim, Label], str]] = MappingProxyType(
    {
        "independent_evidence": _independent_evidence,
        "no_open_contradiction": _no_open_contradiction,
        "reason": _reason,
        "against": _against,
        "attributed_to": _attributed_to,
        "note": _note,
    }
)


def key_clashes(codebook: Codebook, taken: Mapping[str, str]) -> list[tuple[int, str]]:
    """Labels whose key is already used: their place in the codebook, and a message.

    `taken` maps each key of the session to what it does.
    """
    found: list[tuple[int, str]] = []
    seen = dict(taken)
    for place, label in enumerate(codebook.labels):
        if label.retired:
            continue  # nothing gives it any more: its key is free
        if label.key in seen:
            words = f"the key '{label.key}' of label '{label.id}' already means {seen[label.key]}"
            found.append((place, words))
        seen[label.key] = f"label '{label.id}'"
    return found
