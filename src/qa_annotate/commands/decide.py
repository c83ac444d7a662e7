"""`decide`: a label given to a claim outside a session, with its reason and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..core.codebook import find
from ..core.editing import Hand, decide_anew
from ..core.editing import decide as decide_finished
from ..core.records import Claim, Codebook, Document, Edit
from ..errors import StoreError, UsageError
from .claiming import Edited, edit_claim, hold


def decide(
    claim: str,
    label: str,
    *,
    why: str,
    reason: str | None = None,
    evidence: Sequence[str] = (),
    coder: str | None = None,
    project: Path | None = None,
) -> Edited:
    """Give a claim a label. In a finished document the earlier decision stays, with why.

    Raises UsageError for a label or reason that the codebook lacks, or without a why; StoreError
    for a claim or evidence item that isn't there.
    """
    if not why.strip():
        raise UsageError("A decision needs its why.", hint="Say it: --why TEXT")
    held = hold(claim, project)
    _check_label(held.codebook, label, reason)
    _check_evidence(held.claim, evidence)

    def make(document: Document, now: Claim, hand: Hand) -> Edit:
        kind = decide_finished if document.finished else decide_anew
        edit = kind(now, label, why.strip(), hand, reason)
        return replace(edit, evidence=tuple(evidence))

    return edit_claim(held, coder, make)


def _check_label(codebook: Codebook, label: str, reason: str | None) -> None:
    known = ", ".join(item.id for item in codebook.labels if not item.retired)
    chosen = find(codebook, label)
    if chosen is None:
        raise UsageError(f"'{label}' is not in the codebook.", hint=f"Its labels: {known}")
    if chosen.retired:
        raise UsageError(f"'{label}' is retired.", hint=f"Labels in use: {known}")
    if reason is not None and chosen.reasons and reason not in chosen.reasons:
        hint = f"One of: {', '.join(chosen.reasons)}"
        raise UsageError(f"'{reason}' is no reason of '{label}'.", hint=hint)


def _check_evidence(claim: Claim, evidence: Sequence[str]) -> None:
    known = [item.id for item in claim.evidence]
    for item in evidence:
        if item not in known:
            listed = f"It has: {', '.join(known)}" if known else "It has none yet."
            raise StoreError(f"Claim {claim.id} has no evidence item {item}.", hint=listed)
