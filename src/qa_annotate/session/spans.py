"""Stretches of text that keys make longer and shorter: the same wherever words are selected.

Each function takes a span and gives the new one, or a sentence that says why there is none. A span
stays inside its turn: the blocks of one role and speaker around it, within one passage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from ..core.model import Block, Sentence, Span
from ..core.outline import Outline
from ..core.words import words

Moved: TypeAlias = Span | str
"""The new span, or why there is none."""

BEGINS = "the turn begins here: a claim stays inside one"
ENDS = "the turn ends here: a claim stays inside one"


def turn_of(outline: Outline, sentence: Sentence) -> Span:
    """The stretch that a claim may cover around a sentence."""
    here = sentence.block
    first = last = here
    same = _voice(outline.blocks[here])
    passage = outline.passages[sentence.passage]
    while first > 0 and _voice(outline.blocks[first - 1]) == same:
        first -= 1
    while last + 1 < len(outline.blocks) and _voice(outline.blocks[last + 1]) == same:
        last += 1
    start = max(outline.blocks[first].start, passage.start)
    return start, min(outline.blocks[last].end, passage.end)


def _voice(block: Block) -> tuple[object, object]:
    return block.role, block.speaker


def _turn(outline: Outline, span: Span) -> Span:
    found = outline.sentences_in(span)
    return turn_of(outline, found[0]) if found else span


# ---- sentences ----------------------------------------------------------------------------------


def extend_down(outline: Outline, span: Span) -> Moved:
    """Take the next sentence in."""
    start, end = span
    turn = _turn(outline, span)
    after = [s for s in outline.sentences_in((end, turn[1])) if s.start >= end]
    return (start, after[0].end) if after else ENDS


def extend_up(outline: Outline, span: Span) -> Moved:
    """Give the last sentence back; where there is only one, take the one before in."""
    start, end = span
    inside = outline.sentences_in(span)
    if len(inside) > 1:
        return start, inside[-2].end
    before = outline.sentences_in((_turn(outline, span)[0], start))
    return (before[-1].start, end) if before else BEGINS


# ---- words --------------------------------------------------------------------------------------

_LAST_WORD = "one word is left"


def trim_left(outline: Outline, span: Span) -> Moved:
    """A word less at the left end."""
    inside = words(outline.text, span)
    return (inside[1][0], span[1]) if len(inside) > 1 else _LAST_WORD


def trim_right(outline: Outline, span: Span) -> Moved:
    """A word less at the right end."""
    inside = words(outline.text, span)
    return (span[0], inside[-2][1]) if len(inside) > 1 else _LAST_WORD


def grow_left(outline: Outline, span: Span) -> Moved:
    """A word more at the left end, as far as the turn goes."""
    before = words(outline.text, (_turn(outline, span)[0], span[0]))
    if not before:
        return "the turn begins here"
    return snapped_start(outline, before[-1][0]), span[1]


def grow_right(outline: Outline, span: Span) -> Moved:
    """A word more at the right end, as far as the turn goes."""
    turn = _turn(outline, span)
    after = words(outline.text, (span[1], turn[1]))
    return (span[0], snapped_end(outline, after[0][1]) if after else turn[1])


def snapped_start(outline: Outline, position: int) -> int:
    """A sentence's own start, where the first word of it was taken in."""
    for sentence in outline.sentences_in((position, position + 1)):
        first = words(outline.text, (sentence.start, sentence.end))
        if first and first[0][0] == position:
            return sentence.start
    return position


def snapped_end(outline: Outline, position: int) -> int:
    """A sentence's own end, with its full stop, where the last word of it was taken in."""
    for sentence in outline.sentences_in((position - 1, position)):
        last = words(outline.text, (sentence.start, sentence.end))
        if last and last[-1][1] == position:
            return sentence.end
    return position


MOVES: Mapping[str, Callable[[Outline, Span], Moved]] = MappingProxyType(
    {
        "extend-down": extend_down,
        "extend-up": extend_up,
        "trim-left": trim_left,
        "trim-right": trim_right,
        "grow-left": grow_left,
        "grow-right": grow_right,
    }
)
"""What the keys of a selection do to it, by the names of the key table."""
