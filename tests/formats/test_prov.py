"""PROV-JSON: what it says, and that a program of others loads it."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from qa_annotate import formats
from qa_annotate.core import editing
from qa_annotate.core.editing import Hand, apply, decide, label_span
from qa_annotate.core.model import Tool
from qa_annotate.core.records import Codebook, Document, Evidence
from qa_annotate.errors import QaAnnotateError
from qa_annotate.formats import WRITERS, Export
from qa_annotate.formats.exporting import exported_article
from qa_annotate.store.project import Opened

prov = pytest.importorskip("prov.model")
ID = editing.claim_id(7)


@pytest.fixture(scope="module")
def text(bridge: Opened, empty: Document, codebook: Codebook) -> str:
    """Amal calls it unverified, then, with a picture of Omar's, verified."""
    hand = Hand(coder="amal", at="2026-11-22T10:04:11Z", codebook=codebook, outline=bridge.outline)
    start = bridge.text.index("They shelled it.")
    span = (start, start + len("They shelled it."))
    document = apply(empty, label_span(empty, span, "unverified", ID, hand), bridge.text)
    later = replace(hand, at="2026-11-23T10:00:00Z")
    edit = decide(document.claims[0], "verified", "A picture: “shells”.", later)
    document = apply(document, edit, bridge.text)
    photo = Evidence(id="e1", kind="photo", locator="b.jpg", bearing="supports", obtained_by="أمل")
    document = replace(document, claims=(replace(document.claims[0], evidence=(photo,)),))
    custody = replace(
        bridge.article.custody, retrieved_at="2026-11-21T09:00:00Z", retrieved_by="amal"
    )
    article = replace(bridge.article, custody=custody)
    told = Export(
        tool=Tool(name="qa-annotate", version="0.1.0"),
        codebook=codebook,
        articles=(exported_article(article, bridge.outline, (document,)),),
    )
    return WRITERS["prov"](told)


def test_it_loads_back(text: str) -> None:
    loaded = prov.ProvDocument.deserialize(content=text, format="json")
    again = prov.ProvDocument.deserialize(content=loaded.serialize(format="json"), format="json")
    assert again == loaded
    assert len(loaded.get_records()) == sum(
        len(v) for k, v in json.loads(text).items() if k != "prefix"
    )
    kinds = {type(record).__name__ for record in loaded.get_records()}
    assert kinds >= {"ProvActivity", "ProvAgent", "ProvAssociation", "ProvEntity", "ProvUsage"}


def test_each_decision_tells_who_when_why_and_on_what(text: str) -> None:
    told: Any = json.loads(text)
    first, second = (f"qa:decision/{ID}/{number}" for number in (1, 2))
    assert told["activity"][first]["prov:startTime"].startswith("2026-11-22T10:04:11")
    assert told["activity"][second]["qa:why"] == "A picture: “shells”."
    labels = {name: e["qa:label"] for name, e in told["entity"].items() if "labelled" in name}
    assert labels == {f"qa:labelled/{ID}/1": "unverified", f"qa:labelled/{ID}/2": "verified"}
    used = {(u["prov:activity"], u["prov:entity"]) for u in told["used"].values()}
    assert (second, "qa:evidence/e1") in used
    assert (first, "qa:evidence/e1") not in used
    assert (first, "qa:codebook/claims-evidence/1.0") in used
    assert {"qa:person/amal", "qa:person/أمل"} <= set(told["agent"])


def test_the_source_its_text_and_its_extractor(text: str, bridge: Opened) -> None:
    told: Any = json.loads(text)
    source = f"qa:source/{bridge.article.custody.source_sha256}"
    assert told["entity"][source]["qa:name"] == "bridge.txt"
    assert told["activity"]["qa:retrieval/bridge"]["prov:startTime"].startswith("2026-11-21")
    derived = {
        (d["prov:generatedEntity"], d["prov:usedEntity"]) for d in told["wasDerivedFrom"].values()
    }
    assert (f"qa:text/{bridge.article.custody.text_sha256}", source) in derived


def test_without_the_library_it_says_what_to_install(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    del text

    def missing(name: str) -> Any:
        if name.endswith(".prov"):
            raise ModuleNotFoundError("No module named 'prov'", name="prov")
        return import_module(name)

    monkeypatch.setattr(formats, "import_module", missing)
    with pytest.raises(QaAnnotateError) as caught:
        WRITERS["prov"](None)  # type: ignore[arg-type]
    assert caught.value.hint == "pip install 'qa-annotate[prov]'"
