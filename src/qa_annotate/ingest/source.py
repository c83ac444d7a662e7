"""What a reader is given: the bytes of one source and what is known about them beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from qa_annotate.core.model import Extraction
from qa_annotate.core.text import visible


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Bytes and where they came from. `encoding` is forced by the user, `declared` by a header."""

    data: bytes
    name: str
    encoding: str | None = None
    declared: str | None = None

    @property
    def shown(self) -> str:
        """The name as a sentence may quote it."""
        return "standard input" if self.name in ("", "-") else visible(self.name)


Reader: TypeAlias = Callable[[Source], Extraction]
"""Turns one source into canonical text with marks; raises SourceError where it cannot."""
