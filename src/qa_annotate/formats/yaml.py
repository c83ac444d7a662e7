"""Labelled YAML that stands alone: article, pairs with their words, claims with their decisions."""

from __future__ import annotations

from typing import Any

from ..adapters import yaml
from ..adapters.codec import to_plain
from .exporting import Export


def write(export: Export) -> str:
    """The export as one YAML document."""
    plain = to_plain(export)
    if not export.redacted:
        del plain["redacted"]
    for article in plain["articles"]:
        if not article["no_claim"]:
            del article["no_claim"]
        article["claims"] = [_flat(claim) for claim in article["claims"]]
    return yaml.dump(plain)


def _flat(exported: dict[str, Any]) -> dict[str, Any]:
    """The claim's own keys, with the coder and the question among them; `settled` where it was."""
    if exported["settled"] is None:
        del exported["settled"]
    claim = dict(exported.pop("claim"))
    return {"id": claim.pop("id"), "coder": exported.pop("coder"), **claim, **exported}
