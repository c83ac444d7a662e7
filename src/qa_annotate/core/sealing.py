"""The manifest of a seal: its lines as `sha256sum -c` reads them, and which files it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

MANIFEST = "MANIFEST.sha256"
SIGNATURE = f"{MANIFEST}.sig"
TOKEN = f"{MANIFEST}.tsr"
NAMESPACE = "qa-annotate"

_LINE = re.compile(r"(\\?)([0-9a-f]{64})  (.+)")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_BACK = {escape: letter for letter, escape in _ESCAPES.items()}


def manifest(files: Mapping[str, str]) -> str:
    r"""Digests by paths as lines for `sha256sum -c`, sorted; odd names escaped as it does.

    >>> manifest({"b": "0" * 64, "a\nc": "1" * 64}).splitlines()[0][64:]
    '1  a\\nc'
    """
    return "".join(_line(path, files[path]) for path in sorted(files))


def _line(path: str, digest: str) -> str:
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in path)
    return f"{chr(92) if escaped != path else ''}{digest}  {escaped}\n"


def parse_manifest(text: str) -> tuple[dict[str, str], list[int]]:
    """Digests by paths, and the lines that are none of ours: damaged, doubled or out of order."""
    files: dict[str, str] = {}
    damaged: list[int] = []
    last = ""
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        found = _LINE.fullmatch(line)
        path = re.sub(r"\\[\\nr]", lambda m: _BACK[m[0]], found[3]) if found else ""
        if found is None or path <= last or _line(path, found[2]) != f"{line}\n":
            damaged.append(number)
            continue
        files[path] = found[2]
        last = path
    if not text.endswith("\n"):
        damaged.append(text.count("\n") + 1)
    return files, damaged


# ---- what is left out ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line of a `.gitignore`: `base` is its folder, with a slash at the end or empty."""

    base: str
    path: re.Pattern[str]
    again: bool  # the line began with "!": what an earlier one left out is taken in again


def patterns(text: str, base: str) -> Iterator[Pattern]:
    """The patterns of a `.gitignore` in the folder `base`."""
    for line in text.splitlines():
        words = line.rstrip()
        if not words or words.startswith("#"):
            continue
        again = words.startswith("!")
        words = words.removeprefix("!").removeprefix("\\")
        yield Pattern(base, re.compile(_regex(words)), again)


def _regex(words: str) -> str:
    """Git's rules: a slash inside ties a pattern to its folder, `**` crosses folders."""
    anchored = "/" in words.rstrip("/")
    body = words.strip("/")
    parts = re.split(r"(\*\*/|/\*\*|\*|\?|\[[^\]]+\])", body)
    pattern = "".join(_GLOBS.get(part) or _plain(part) for part in parts)
    start, end = "" if anchored else "(?:.*/)?", "/.*" if words.endswith("/") else "(?:/.*)?"
    return rf"{start}{pattern}{end}\Z"


_GLOBS = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def _plain(part: str) -> str:
    if part.startswith("[") and part.endswith("]"):
        return part.replace("[!", "[^").replace("\\", "\\\\")
    return re.escape(part)


def ignored(path: str, lines: Sequence[Pattern]) -> bool:
    """Whether the last pattern that fits a path leaves it out.

    >>> some = tuple(patterns("*.tmp\\n!keep.tmp\\n/private/\\n", "a/"))
    >>> [ignored(f"a/{path}", some) for path in ("b/c.tmp", "keep.tmp", "private/x", "b/private")]
    [True, False, True, False]
    """
    out = False
    for line in lines:
        if path.startswith(line.base) and line.path.match(path.removeprefix(line.base)):
            out = not line.again
    return out
