"""Correcting an article's structure: roles, speakers, labels, where blocks and sentences are cut.

A correction speaks of the text alone, so it can be made again on whatever a later parser reads. The
text never changes and claims refer to it, so no claim moves; what counts as a unit may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from .history import Timeline, advanced
from .model import ROLES, Block, Pair, Role, Span
from .records import Correction, CorrectionKind, StructureEdit
from .text import overlap, trimmed

Blocks: TypeAlias = tuple[Block, ...]
Shape: TypeAlias = Timeline[Blocks, StructureEdit]
"""An article's blocks over time."""

SPOKEN: frozenset[Role] = frozenset({"question", "answer"})


class CorrectionError(ValueError):
    """A correction that can't be made here; the message says why."""


# ---- making a correction ------------------------------------------------------------------------


def corrected(blocks: Blocks, correction: Correction, text: str) -> Blocks:
    """The blocks after a correction. Raises CorrectionError where it can't be made."""
    return _MAKE[correction.kind](blocks, correction, text)


def touched(blocks: Sequence[Block], span: Span) -> range:
    """The places of the blocks that share a character with a span."""
    places = [i for i, b in enumerate(blocks) if overlap((b.start, b.end), span)]
    return range(places[0], places[-1] + 1) if places else range(0)


def _each(blocks: Blocks, span: Span, change: Callable[[Block], Block]) -> Blocks:
    inside = touched(blocks, span)
    if not inside:
        raise CorrectionError("there is no block there")
    changed = tuple(change(blocks[i]) for i in inside)
    return (*blocks[: inside.start], *changed, *blocks[inside.stop :])


def _role(blocks: Blocks, correction: Correction, _: str) -> Blocks:
    role = next((role for role in ROLES if role == correction.value), None)
    if role is None:
        raise CorrectionError(f"'{correction.value}' is no role")

    def change(block: Block) -> Block:
        return replace(block, role=role, speaker=block.speaker if role in SPOKEN else None)

    return _each(blocks, correction.span, change)


def _speaker(blocks: Blocks, correction: Correction, _: str) -> Blocks:
    speaker = correction.value or None
    return _each(blocks, correction.span, lambda block: replace(block, speaker=speaker))


def _label(blocks: Blocks, correction: Correction, text: str) -> Blocks:
    """Where a block's label ends; its sentences begin behind it."""
    place = _only(blocks, correction.span)
    block, end = blocks[place], correction.position
    if end is not None and not block.start < end < block.end:
        raise CorrectionError("a label ends inside its block")
    label = None if end is None else (block.start, end)
    first = block.start if end is None else end
    sentences = [s for s in block.sentences if s[1] > first]
    if sentences:
        sentences[0] = trimmed(text, (first, sentences[0][1]))
    changed = replace(block, label=label, sentences=tuple(sentences))
    return (*blocks[:place], changed, *blocks[place + 1 :])


def _only(blocks: Blocks, span: Span) -> int:
    inside = touched(blocks, span)
    if len(inside) != 1:
        raise CorrectionError("this is about one block")
    return inside.start


def _split(blocks: Blocks, correction: Correction, text: str) -> Blocks:
    """A block cut in two before a position; the second keeps role and speaker."""
    place, at = _only(blocks, correction.span), correction.position
    block = blocks[place]
    if at is None or not block.start < at < block.end:
        raise CorrectionError("a block is split inside itself")
    start, end = trimmed(text, (block.start, at)), trimmed(text, (at, block.end))
    if start[0] == start[1] or end[0] == end[1]:
        raise CorrectionError("one of the two would be empty")
    label = block.label if block.label and block.label[1] <= start[1] else None
    first = replace(block, end=start[1], label=label, sentences=_cut(block.sentences, text, start))
    second = replace(block, start=end[0], label=None, sentences=_cut(block.sentences, text, end))
    return (*blocks[:place], first, second, *blocks[place + 1 :])


def _cut(sentences: Sequence[Span], text: str, span: Span) -> tuple[Span, ...]:
    """The parts of sentences that lie in a span."""
    parts = [(max(a, span[0]), min(b, span[1])) for a, b in sentences if overlap((a, b), span)]
    kept = [trimmed(text, part) for part in parts]
    return tuple(part for part in kept if part[0] < part[1])


def _join(blocks: Blocks, correction: Correction, _: str) -> Blocks:
    """A run of blocks made one, with the first one's role, speaker and label."""
    inside = touched(blocks, correction.span)
    if len(inside) < 2:
        raise CorrectionError("there is no block to join with")
    run = [blocks[i] for i in inside]
    sentences = tuple(s for block in run for s in block.sentences)
    joined = replace(run[0], end=run[-1].end, sentences=sentences)
    return (*blocks[: inside.start], joined, *blocks[inside.stop :])


def _split_sentence(blocks: Blocks, correction: Correction, text: str) -> Blocks:
    place, at = _only(blocks, correction.span), correction.position
    block = blocks[place]
    hit = next((s for s in block.sentences if at is not None and s[0] < at < s[1]), None)
    if hit is None or at is None:
        raise CorrectionError("a sentence is split inside itself")
    parts = [trimmed(text, (hit[0], at)), trimmed(text, (at, hit[1]))]
    if any(start == end for start, end in parts):
        raise CorrectionError("one of the two would be empty")
    sentences = [p for s in block.sentences for p in (parts if s == hit else [s])]
    changed = replace(block, sentences=tuple(sentences))
    return (*blocks[:place], changed, *blocks[place + 1 :])


def _join_sentences(blocks: Blocks, correction: Correction, _: str) -> Blocks:
    place = _only(blocks, correction.span)
    block = blocks[place]
    inside = [s for s in block.sentences if overlap(s, correction.span)]
    if len(inside) < 2:
        raise CorrectionError("there is no sentence of this block to join with")
    rest = [s for s in block.sentences if s not in inside]
    sentences = sorted([*rest, (inside[0][0], inside[-1][1])])
    changed = replace(block, sentences=tuple(sentences))
    return (*blocks[:place], changed, *blocks[place + 1 :])


_MAKE: Mapping[CorrectionKind, Callable[[Blocks, Correction, str], Blocks]] = MappingProxyType(
    {
        "role": _role,
        "speaker": _speaker,
        "label": _label,
        "split": _split,
        "join": _join,
        "split-sentence": _split_sentence,
        "join-sentences": _join_sentences,
    }
)


# ---- corrections as edits -----------------------------------------------------------------------


def edit_of(blocks: Blocks, correction: Correction, text: str, why: str = "") -> StructureEdit:
    """The edit that makes a correction."""
    edit = replacing(blocks, corrected(blocks, correction, text), correction.kind, why)
    return replace(edit, correction=correction)


def replacing(blocks: Blocks, after: Blocks, action: str, why: str = "") -> StructureEdit:
    """The edit that puts other blocks in place: only the run that changes, before and after."""
    same = 0
    while same < min(len(blocks), len(after)) and blocks[same] == after[same]:
        same += 1
    tail = 0
    while tail < min(len(blocks), len(after)) - same and blocks[-1 - tail] == after[-1 - tail]:
        tail += 1
    return StructureEdit(
        action=action,
        index=same,
        before=blocks[same : len(blocks) - tail],
        after=after[same : len(after) - tail],
        why=why,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """Corrections made elsewhere: as edits that fit here, and those that a person must settle."""

    edits: tuple[StructureEdit, ...]
    left: tuple[Correction, ...]


def taken_in(
    blocks: Blocks,
    theirs: Sequence[Correction],
    ours: Sequence[Correction],
    text: str,
    why: str,
) -> Taken:
    """Corrections of another log as edits of the blocks as they stand.

    Where both sides corrected the same words otherwise, ours stands and theirs waits for a person.
    """
    edits: list[StructureEdit] = []
    left: list[Correction] = []
    for correction in theirs:
        if correction in ours:
            continue
        try:
            if any(overlap(correction.span, mine.span) for mine in ours):
                raise CorrectionError("both sides corrected this")
            edit = edit_of(blocks, correction, text, why)
        except CorrectionError:
            left.append(correction)
            continue
        if not changes_nothing(edit):
            stop = edit.index + len(edit.before)
            blocks = (*blocks[: edit.index], *edit.after, *blocks[stop:])
            edits.append(edit)
    return Taken(edits=tuple(edits), left=tuple(left))


def changes_nothing(edit: StructureEdit) -> bool:
    """Whether an edit leaves the blocks as they were."""
    return edit.before == edit.after


def shaped(shape: Shape, seq: int, edit: StructureEdit) -> Shape:
    """One more edit. Raises CorrectionError where the blocks are not those that it changed."""
    blocks, stop = shape.document, edit.index + len(edit.before)
    if blocks[edit.index : stop] != edit.before:
        raise CorrectionError("the blocks are not those that the correction was made on")
    return advanced(shape, (*blocks[: edit.index], *edit.after, *blocks[stop:]), seq, edit)


def undone(shape: Shape) -> StructureEdit | None:
    """The edit that takes the last correction back."""
    top = shape.done
    if top is None:
        return None
    edit = top.edit
    return replace(edit, before=edit.after, after=edit.before, undoes=top.seq, redoes=None)


def redone(shape: Shape) -> StructureEdit | None:
    """The edit that makes the last undone correction again."""
    top = shape.undone
    return replace(top.edit, undoes=None, redoes=top.seq) if top else None


def in_force(edits: Sequence[tuple[int, StructureEdit]]) -> tuple[Correction, ...]:
    """The corrections of a log that were not taken back, in order."""
    kept: dict[int, Correction] = {}
    for seq, edit in edits:
        if edit.undoes is not None:
            kept.pop(edit.undoes, None)
        elif edit.correction is not None:
            kept[seq] = edit.correction
    return tuple(kept.values())


def read_again(
    before: Blocks, read: Blocks, corrections: Sequence[Correction], text: str
) -> tuple[Blocks, tuple[Correction, ...]]:
    """Blocks as a later parser reads them, with what people corrected; and what no longer fits.

    A block that is cut as before keeps its sentences: they were cut once.
    """
    cut = {(block.start, block.end): block.sentences for block in before if block.sentences}
    kept = tuple(
        replace(block, sentences=cut.get((block.start, block.end), block.sentences))
        if block.label is None
        else block
        for block in read
    )
    return made_again(kept, corrections, text)


def made_again(
    blocks: Blocks, corrections: Sequence[Correction], text: str
) -> tuple[Blocks, tuple[Correction, ...]]:
    """Corrections made on newly read blocks, and those that no longer can be."""
    failed = []
    for correction in corrections:
        try:
            blocks = corrected(blocks, correction, text)
        except CorrectionError:
            failed.append(correction)
    return blocks, tuple(failed)


# ---- pairs --------------------------------------------------------------------------------------


def paired(blocks: Sequence[Block]) -> tuple[Pair, ...]:
    """The pairs that blocks form: a run of questions, then every answer up to the next question.

    A question's paragraphs are one span. An answer has one span for each run of neighbouring blocks
    of one speaker; a new label begins a new one. Where nothing at all is answered, each question
    stands for itself.
    """
    found: list[Pair] = []
    for questions, answers in _exchanges(blocks):
        asked = [blocks[i] for i in questions]
        speakers = dict.fromkeys(blocks[i].speaker for i in answers if blocks[i].speaker)
        names = tuple(name for name in speakers if name)
        found.append(
            Pair(
                id=f"q{len(found) + 1}",
                question=(said(asked[0])[0], asked[-1].end),
                answer=tuple(_answer_spans(blocks, answers)),
                asker=next((block.speaker for block in asked if block.speaker), None),
                respondent=names if len(names) > 1 else (names[0] if names else None),
            )
        )
    return tuple(found)


def said(block: Block) -> Span:
    """A block without its label."""
    return (block.sentences[0][0] if block.sentences else block.start, block.end)


def _exchanges(blocks: Sequence[Block]) -> Iterator[tuple[list[int], list[int]]]:
    if not any(block.role == "answer" for block in blocks):
        yield from (([i], []) for i, block in enumerate(blocks) if block.role == "question")
        return
    questions: list[int] = []
    answers: list[int] = []
    for place, block in enumerate(blocks):
        if block.role == "question":
            if answers:
                yield questions, answers
                questions, answers = [], []
            questions.append(place)
        elif block.role == "answer" and questions:
            answers.append(place)
    if questions:
        yield questions, answers


def _answer_spans(blocks: Sequence[Block], answers: Sequence[int]) -> Iterator[Span]:
    start: int | None = None
    last = -1
    for place in answers:
        block = blocks[place]
        follows = place == last + 1 and block.label is None
        if start is not None and not (follows and block.speaker == blocks[last].speaker):
            yield start, blocks[last].end
            start = None
        if start is None:
            start = said(block)[0]
        last = place
    if start is not None:
        yield start, blocks[last].end
