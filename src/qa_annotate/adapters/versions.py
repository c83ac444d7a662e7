"""Which version of a library is installed.

`importlib.metadata` tells it too, and takes 10 ms of every first opening to be imported.
"""

from __future__ import annotations

from pathlib import Path

import sentencex

from ..core.model import Tool


def segmenter() -> Tool:
    """The segmenter's name and version, as `article.yaml` records them."""
    return Tool(name="sentencex", version=_installed("sentencex", sentencex.__file__))


def _installed(name: str, module: str) -> str:
    """The version in the name of the folder that its installer left beside a library."""
    beside = Path(module).parents[1]
    found = [*beside.glob(f"{name}-*.dist-info"), *beside.glob(f"{name}-*.egg-info")]
    return found[0].stem.partition("-")[2] if found else "unknown"
