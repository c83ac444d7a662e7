"""A real terminal for each test, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import Terminal

SEED = Path(__file__).parents[2] / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start the program in a folder of its own that holds the seed as a.txt."""
    home = tmp_path / "desk"
    home.mkdir()
    (home / "a.txt").write_bytes(SEED.read_bytes())
    open_ones: list[Terminal] = []

    def start(*arguments: str, size: tuple[int, int] = (30, 100), **env: str) -> Terminal:
        made = Terminal(list(arguments), home, size, XDG_STATE_HOME=str(tmp_path / "state"), **env)
        open_ones.append(made)
        return made

    yield start
    for one in open_ones:
        one.close()
