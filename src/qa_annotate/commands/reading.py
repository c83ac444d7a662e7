"""A source read and parsed: bytes, extraction, structure, sentences; what commands share."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from ..adapters.sentences import sentences
from ..core.model import Block, Extraction, Structure
from ..core.outline import with_sentences
from ..core.parse import parse
from ..errors import SourceError
from ..ingest import read


@dataclass(frozen=True, kw_only=True)
class Read:
    """A source that was read: its bytes, its text, and what the parser made of it."""

    name: str
    data: bytes
    extraction: Extraction
    structure: Structure

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.extraction.text

    def blocks(self) -> tuple[Block, ...]:
        """The blocks with their sentences cut."""
        language = self.structure.metadata.language
        return with_sentences(self.structure.blocks, self.text, sentences, language)


def source_bytes(path: str) -> bytes:
    """The bytes of a source; `-` is standard input. Raises SourceError where it can't be read."""
    if path == "-":
        return sys.stdin.buffer.read()
    place = Path(path)
    if place.is_dir():
        raise SourceError(f"{path} is a folder, not an article.", hint="Name a file in it.")
    try:
        return place.read_bytes()
    except FileNotFoundError:
        raise SourceError(
            f"There is no file {path}.", hint="Check the name and the folder you are in."
        ) from None
    except (OSError, ValueError) as error:
        words = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{path} cannot be read: {words.lower()}.") from None


def read_source(path: str, encoding: str | None) -> Read:
    """Read and parse a source. Raises SourceError with a sentence and the next step."""
    return read_bytes(source_bytes(path), path, encoding)


def read_bytes(data: bytes, path: str, encoding: str | None, media_type: str | None = None) -> Read:
    """The same of bytes that were read already; `path` only names them.

    `media_type` is what a server said of them.
    """
    extraction = read(data, name=path, encoding=encoding, media_type=media_type)
    return Read(name=Path(path).name, data=data, extraction=extraction, structure=parse(extraction))
