"""What a claim must carry to wear a label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa_annotate.core.codebook import find, key_clashes, lacks
from qa_annotate.core.records import Claim, Codebook, Decided, Evidence, Label
from qa_annotate.session.keys import taken

CLAIM = Claim(
    id="c0000000001",
    label="verified",
    quote="We ran.",
    position=(0, 7),
    decided=Decided(by="amal", at="2026-11-22T10:04:11Z"),
)
SUPPORT = Evidence(
    id="e1", kind="image", locator="bridge.jpg", bearing="supports", independent="yes"
)
AGAINST = Evidence(id="e2", kind="record", locator="court.pdf", bearing="contradicts")
EVIDENCE = "evidence that supports it and is independent of the speaker"


@pytest.mark.parametrize(
    ("evidence", "missing"),
    [
        ((), (EVIDENCE,)),
        ((SUPPORT,), ()),
        ((replace(SUPPORT, independent="unknown"),), (EVIDENCE,)),
        ((replace(SUPPORT, independent="no"),), (EVIDENCE,)),
        ((replace(SUPPORT, bearing="context"),), (EVIDENCE,)),
        ((SUPPORT, replace(SUPPORT, id="e3", independent="no")), ()),
        ((SUPPORT, AGAINST), ("an answer to the contradicting evidence e2",)),
        ((SUPPORT, replace(AGAINST, open=False)), ()),
        ((AGAINST,), (EVIDENCE, "an answer to the contradicting evidence e2")),
    ],
)
def test_verified_needs_independent_evidence_and_no_open_contradiction(
    codebook: Codebook, evidence: tuple[Evidence, ...], missing: tuple[str, ...]
) -> None:
    assert lacks(replace(CLAIM, evidence=evidence), codebook) == missing


REASONS = (
    "a reason (one of not_attempted, in_progress, inconclusive, no_evidence_found, not_accessible)"
)


@pytest.mark.parametrize(
    ("reason", "missing"),
    [("not_attempted", ()), ("not_accessible", ()), (None, (REASONS,)), ("lazy", (REASONS,))],
)
def test_unverified_needs_one_of_its_reasons(
    codebook: Codebook, reason: str | None, missing: tuple[str, ...]
) -> None:
    assert lacks(replace(CLAIM, label="unverified", reason=reason), codebook) == missing


def test_an_allegation_needs_nothing(codebook: Codebook) -> None:
    assert lacks(replace(CLAIM, label="allegation"), codebook) == ()


def test_a_label_of_ones_own_may_require_anything(codebook: Codebook) -> None:
    disputed = Label(
        id="disputed",
        key="d",
        definition="Two accounts differ.",
        requires=("against", "attributed_to", "note", "reason"),
    )
    own = replace(codebook, labels=(*codebook.labels, disputed))
    claim = replace(CLAIM, label="disputed")
    assert lacks(claim, own) == ("whom it blames", "whom it relays", "a note", "a reason")
    full = replace(claim, against="ISIS", attributed_to="Omar", note="See q2.", reason="open")
    assert lacks(full, own) == ()


def test_an_unknown_label_lacks_nothing_that_could_be_named(codebook: Codebook) -> None:
    assert lacks(replace(CLAIM, label="alegation"), codebook) == ()
    assert find(codebook, "alegation") is None


def test_keys_of_the_preset_are_free(codebook: Codebook) -> None:
    assert key_clashes(codebook, taken()) == []


def test_a_key_that_is_used_already_is_named(codebook: Codebook) -> None:
    verified, unverified, allegation = codebook.labels
    own = replace(codebook, labels=(verified, replace(unverified, key="j"), allegation))
    assert key_clashes(own, taken()) == [
        (1, "the key 'j' of label 'unverified' already means 'next sentence'")
    ]
    own = replace(codebook, labels=(verified, unverified, replace(allegation, key="v")))
    assert key_clashes(own, taken()) == [
        (2, "the key 'v' of label 'allegation' already means label 'verified'")
    ]
