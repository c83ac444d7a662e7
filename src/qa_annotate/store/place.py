"""What is remembered for each user, outside every project: their coder name, where they left off.

Nothing here matters to the record. A file that can't be read counts as empty, and one that can't be
written is passed over: forgetting a place must never stop anybody's work.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import StoreError
from .files import write_whole


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a coder left an article: a position in its text."""

    project: str
    article: str
    coder: str

    @property
    def key(self) -> str:
        """The name under which it is remembered."""
        return "\n".join((self.project, self.article, self.coder))


@dataclass(frozen=True, slots=True)
class Spot:
    """A position in a text, and the last entry of the log by then: a later one is newer work."""

    position: int
    seq: int


@dataclass(kw_only=True)
class Memory:
    """A user's memory; `keep` writes it down."""

    coder: str | None = None
    last: dict[str, str] = field(default_factory=dict)  # project: article
    spots: dict[str, Spot] = field(default_factory=dict)  # by place

    def renamed(
        self,
        project: str,
        articles: Mapping[str, str | None],
        coders: Mapping[str, str | None],
        article: str | None = None,
    ) -> None:
        """Take over other names of a project's articles and coders (of one article, if named);
        forget what has none."""
        last = self.last.get(project)
        if last is not None and last in articles:
            new = articles[last]
            self.last = {**self.last, project: new} if new else _less(self.last, project)
        found: dict[str, Spot] = {}
        for key, spot in self.spots.items():
            home, _, rest = key.partition("\n")
            name, _, coder = rest.partition("\n")
            here = home == project and article in (None, name)
            to = articles.get(name, name) if here else name
            who = coders.get(coder, coder) if here else coder
            if to is not None and who is not None:
                found["\n".join((home, to, who))] = spot
        self.spots = found

    def keep(self) -> None:
        """Write the memory down, if that can be done."""
        path = _file()
        with contextlib.suppress(StoreError, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            spots = {place: [spot.position, spot.seq] for place, spot in self.spots.items()}
            told = {"coder": self.coder, "last": self.last, "spots": spots}
            write_whole(path, json.dumps(told, ensure_ascii=False, indent=1).encode())


def recall() -> Memory:
    """What is remembered of this user."""
    try:
        told = json.loads(_file().read_bytes())
        return Memory(
            coder=_text(told.get("coder")),
            last={str(k): str(v) for k, v in dict(told.get("last", {})).items()},
            spots={
                str(place): Spot(int(position), int(seq))
                for place, (position, seq) in dict(told.get("spots", {})).items()
            },
        )
    except (OSError, ValueError, AttributeError, TypeError):
        return Memory()


def _less(last: Mapping[str, str], project: str) -> dict[str, str]:
    return {key: value for key, value in last.items() if key != project}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _file() -> Path:
    """By the XDG base directory specification, on macOS too."""
    home = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(home) / "qa-annotate" / "memory.json"
