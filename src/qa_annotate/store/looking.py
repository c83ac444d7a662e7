"""A document that is only looked at: no lock is taken and nothing is written."""

from __future__ import annotations

from ..core.history import History
from ..core.records import Codebook, Document, Edit
from ..errors import StoreError
from .documents import Paths, read_document
from .project import Opened


class Look:
    """What a session gets in place of a desk, so that it can show a document and not change it."""

    def __init__(self, paths: Paths, history: History, seq: int) -> None:
        self.paths = paths
        self.history = history
        self.notice = ""
        self.seq = seq

    def append(self, edit: Edit, at: str) -> int:
        """Refuse."""
        del edit, at
        raise StoreError("This session only reads.")

    def flush(self) -> None:
        """Nothing waits."""

    def sync(self) -> int:
        """The number of the last entry that was read."""
        return self.seq

    def save(self, document: Document, at: str) -> None:
        """Nothing is written."""
        del document, at

    def close(self) -> None:
        """Nothing is held."""


def look(paths: Paths, opened: Opened, codebook: Codebook) -> Look:
    """A document as file and log say together. Raises FileError where they can't be joined."""
    found = read_document(paths, opened, codebook)
    return Look(paths, found.history, len(found.log.entries))
