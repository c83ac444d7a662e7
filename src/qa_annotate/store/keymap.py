"""The user's own keys for the session: `keys.yaml`, outside every project.

    trim-left: [",", right]
    quit: [Q]

A command's name, and the keys that shall mean it instead of the usual ones.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..adapters import yaml
from ..errors import FileError, Problem
from .files import read_text


def keymap_path() -> Path:
    """Where the file lies, by the XDG base directory specification."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(home) / "qa-annotate" / "keys.yaml"


def load_keymap() -> dict[str, tuple[str, ...]]:
    """The commands with other keys; empty where there is no file. Raises FileError on bad ones."""
    path = keymap_path()
    if not path.exists():
        return {}
    text = read_text(path)
    data = yaml.load(text, str(path))
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise FileError(Problem(str(path), 1, "keys", "this is no map of commands to keys"))
    return {name: _keys(name, keys, text, path) for name, keys in data.items()}


def _keys(name: str, keys: object, text: str, path: Path) -> tuple[str, ...]:
    """One key, or a list of them, as text."""
    wanted = keys if isinstance(keys, list) else [keys]
    if not all(isinstance(key, str | int) and str(key) for key in wanted):
        line = yaml.Lines(text).of((name,))
        raise FileError(Problem(str(path), line, "keys", f"the keys of '{name}' must be text"))
    return tuple(str(key) for key in wanted)
