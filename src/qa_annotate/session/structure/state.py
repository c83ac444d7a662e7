"""What a structure session knows at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ...core.model import Block, Span
from ...core.structuring import Blocks, Shape
from ..keys import Bidi
from ..lines import TextLine
from ..state import Top


@dataclass(frozen=True, kw_only=True, eq=False)
class Setting:
    """What stays the same: the title, the text, whom the page names, and why it may be changed."""

    title: str
    text: str
    people: tuple[str, ...]
    confidence: float
    why: str = ""
    bidi: Bidi = "off"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(TextLine):
    """A line being written: who speaks, where a label ends, where a sentence is split, which keys
    the help lists."""

    purpose: Literal["speaker", "label", "split-sentence", "help"]


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """The session: the blocks with their history, the run of them under the cursor."""

    setting: Setting
    shape: Shape
    cursor: int = 0  # a block
    extent: int = 0  # how many blocks more are taken in
    sentence: int = 0  # in the block under the cursor
    mode: Literal["text", "line", "help"] = "text"
    line: Line | None = None
    top: Top = field(default_factory=Top)
    help_row: int = 0
    size: tuple[int, int] = (24, 80)
    message: str = ""
    logged: int = 0
    synced: int = 0
    trouble: str = ""

    @property
    def blocks(self) -> Blocks:
        """The blocks as they stand."""
        return self.shape.document

    @property
    def block(self) -> Block:
        """The block under the cursor."""
        return self.blocks[self.cursor]

    @property
    def run(self) -> tuple[int, int]:
        """The blocks taken in: the first, and one past the last."""
        return self.cursor, min(len(self.blocks), self.cursor + self.extent + 1)

    @property
    def span(self) -> Span:
        """The stretch of text that the run covers."""
        first, stop = self.run
        return self.blocks[first].start, self.blocks[stop - 1].end

    @property
    def here(self) -> Span:
        """The sentence under the cursor; the whole block where it has none."""
        block = self.block
        if not block.sentences:
            return block.start, block.end
        return block.sentences[min(self.sentence, len(block.sentences) - 1)]
