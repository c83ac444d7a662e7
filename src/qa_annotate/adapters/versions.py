"""Which version of a library is installed; apart, since looking it up costs time at start."""

from __future__ import annotations

from importlib.metadata import version

from ..core.model import Tool


def segmenter() -> Tool:
    """The segmenter's name and version, as `article.yaml` records them."""
    return Tool(name="sentencex", version=version("sentencex"))
