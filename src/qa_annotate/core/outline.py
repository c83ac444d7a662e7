"""An article in its place: passages and sentences, derived from its blocks and pairs."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from .model import ROLES, Article, Block, Pair, Passage, Role, Sentence, Span
from .text import joined, without

Segment = Callable[[str, Span, str | None], tuple[Span, ...]]
"""Text, span, language: the sentences inside the span."""


class Sentences(Sequence[Sentence]):
    """All sentences of an article in order, kept as numbers: a long article has very many."""

    def __init__(self, found: Iterable[Sentence]) -> None:
        self.starts, self.ends = array("L"), array("L")
        self._blocks, self._passages = array("L"), array("L")
        self._roles, self._units = bytearray(), bytearray()
        for sentence in found:
            self.starts.append(sentence.start)
            self.ends.append(sentence.end)
            self._blocks.append(sentence.block)
            self._passages.append(sentence.passage)
            self._roles.append(ROLES.index(sentence.role))
            self._units.append(sentence.unit)

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, place: int) -> Sentence: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Sentence, ...]: ...

    def __getitem__(self, place: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        index = place + len(self) if place < 0 else place
        return Sentence(
            index=index,
            start=self.starts[index],
            end=self.ends[index],
            block=self._blocks[index],
            passage=self._passages[index],
            role=ROLES[self._roles[index]],
            unit=bool(self._units[index]),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Outline:
    """The passages and sentences of one article, and where to find them.

    Passages follow the text and don't overlap; so do sentences. A sentence's `index` is its place
    in `sentences`, its `block` and `passage` are places in the article's blocks and in `passages`.
    """

    text: str
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    sentences: Sentences
    units: Sequence[int]  # indices of the sentences that are units

    def passage_of(self, span: Span) -> Passage | None:
        """The passage that holds the whole of `span`, if one does."""
        place = bisect_right(self.passages, span[0], key=_start) - 1
        if place < 0 or self.passages[place].end < span[1]:
            return None
        return self.passages[place]

    def block_of(self, position: int) -> int | None:
        """The place of the block that holds `position`, if one does."""
        place = bisect_right(self.blocks, position, key=_start) - 1
        return place if place >= 0 and position < self.blocks[place].end else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share at least one character with `span`."""
        first = bisect_right(self.sentences.ends, span[0])
        last = bisect_left(self.sentences.starts, span[1])
        return self.sentences[first:last]

    def units_in(self, span: Span) -> int:
        """How many units lie wholly inside `span`."""
        ends = bisect_right(self.units, span[1], key=self.sentences.ends.__getitem__)
        starts = bisect_left(self.units, span[0], key=self.sentences.starts.__getitem__)
        return max(0, ends - starts)

    def speaker_of(self, span: Span) -> str | None:
        """Who says what stands at `span`: the speaker of its block, where the page says."""
        block = self.block_of(span[0])
        return None if block is None else self.blocks[block].speaker

    def crosses_break(self, span: Span) -> bool:
        """Whether a span runs over blocks that are not one turn (an answer over a caption, say)."""
        first = bisect_right(self.blocks, span[0], key=_end)
        last = bisect_left(self.blocks, span[1], key=_start)
        blocks = self.blocks[first:last]
        return len({(b.role, b.speaker) for b in blocks}) > 1


def _start(item: Block | Passage) -> int:
    return item.start


def _end(item: Block) -> int:
    return item.end


def outline(article: Article, text: str, unit_roles: Sequence[Role]) -> Outline:
    """The passages and sentences of an article; sentences of `unit_roles` are units."""
    passages = tuple(_passages(article.blocks, article.pairs))
    sentences = Sentences(_sentences(article.blocks, passages, frozenset(unit_roles)))
    return Outline(
        text=text,
        blocks=article.blocks,
        passages=passages,
        sentences=sentences,
        units=array("L", (s.index for s in sentences if s.unit)),
    )


def _passages(blocks: Sequence[Block], pairs: Sequence[Pair]) -> Iterator[Passage]:
    """Each pair from its question to the end of its answer; the runs between them are narrative.

    The first run of narrative is called "intro", later ones after the pair they follow.
    """
    ends = [_pair_span(pair, blocks) for pair in pairs]
    name, position = "intro", 0
    for pair, (start, end) in zip(pairs, ends, strict=True):
        yield from _narrative(name, blocks, position, start)
        yield Passage(id=pair.id, start=start, end=end, pair=pair)
        name, position = f"after-{pair.id}", end
    yield from _narrative(name, blocks, position, blocks[-1].end if blocks else 0)


def _pair_span(pair: Pair, blocks: Sequence[Block]) -> Span:
    """From the block of the question, its marker included, to the end of the last answer."""
    place = max(0, bisect_right(blocks, pair.question[0], key=_start) - 1)
    start = min(blocks[place].start, pair.question[0]) if blocks else pair.question[0]
    return start, max([pair.question[1], *(end for _, end in pair.answer)])


def _narrative(name: str, blocks: Sequence[Block], start: int, end: int) -> Iterator[Passage]:
    first = bisect_left(blocks, start, key=_start)
    last = bisect_left(blocks, end, key=_start)
    if first < last:
        yield Passage(id=name, start=blocks[first].start, end=blocks[last - 1].end)


def _sentences(
    blocks: Sequence[Block], passages: Sequence[Passage], units: frozenset[Role]
) -> Iterator[Sentence]:
    index = 0
    for place, block in enumerate(blocks):
        for start, end in block.sentences:
            passage = max(0, bisect_right(passages, start, key=_start) - 1)
            yield Sentence(
                index=index,
                start=start,
                end=end,
                block=place,
                passage=passage,
                role=block.role,
                unit=block.role in units,
            )
            index += 1


def with_sentences(
    blocks: Sequence[Block], text: str, segment: Segment, language: str | None
) -> tuple[Block, ...]:
    """The blocks with their sentences cut, labels and markers left out."""
    return tuple(
        replace(block, sentences=segment(text, _said(block), language)) for block in blocks
    )


def _said(block: Block) -> Span:
    return (block.label[1] if block.label else block.start, block.end)


# ---- what has been read -------------------------------------------------------------------------


def is_read(read: Sequence[Span], span: Span) -> bool:
    """Whether sorted, disjoint spans cover the whole of `span`."""
    place = bisect_right(read, span[0], key=_first) - 1
    return place >= 0 and span[1] <= read[place][1]


class Tally:
    """How many units are read, counted anew only where other stretches are read than last time."""

    def __init__(self) -> None:
        self._read: tuple[Span, ...] = ()
        self._units = 0

    def of(self, outline: Outline, read: tuple[Span, ...]) -> int:
        """The units that lie wholly in what is read. The outline is always the same."""
        if read is not self._read:
            head, tail = _shared_ends(self._read, read)
            gone = sum(map(outline.units_in, self._read[head : len(self._read) - tail]))
            come = sum(map(outline.units_in, read[head : len(read) - tail]))
            self._read, self._units = read, self._units - gone + come
        return self._units


def _shared_ends(a: Sequence[Span], b: Sequence[Span]) -> tuple[int, int]:
    """How many spans two sequences share at the start, and then at the end."""
    most = min(len(a), len(b))
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), most)
    pairs = zip(reversed(a), reversed(b), strict=False)
    tail = next((i for i, (x, y) in enumerate(pairs) if x != y), most)
    return head, min(tail, most - head)


def next_unread_unit(outline: Outline, read: Sequence[Span], place: int) -> int | None:
    """The first unit from a place in `outline.units` on that is not read; its place."""
    while place < len(outline.units):
        sentence = outline.sentences[outline.units[place]]
        around = bisect_right(read, sentence.start, key=_first) - 1
        if around < 0 or read[around][1] < sentence.end:
            return place
        place = _units_begun(outline, read[around][1], place + 1)
    return None


def last_unread_unit(outline: Outline, read: Sequence[Span], place: int) -> int | None:
    """The last unit from a place in `outline.units` back that is not read; its place."""
    while place >= 0:
        sentence = outline.sentences[outline.units[place]]
        around = bisect_right(read, sentence.start, key=_first) - 1
        if around < 0 or read[around][1] < sentence.end:
            return place
        place = min(place, _units_begun(outline, read[around][0], 0)) - 1
    return None


def _units_begun(outline: Outline, position: int, low: int) -> int:
    """The place of the first unit that begins at a position or later."""
    return bisect_left(outline.units, position, low, key=outline.sentences.starts.__getitem__)


def _first(span: Span) -> int:
    return span[0]


def mark_read(read: Sequence[Span], span: Span, text: str) -> tuple[Span, ...]:
    """The read spans with one more, joined where only white space lies between."""
    first = max(0, bisect_left(read, span[0], key=_first) - 1)
    last = bisect_right(read, span[1], key=_first) + 1
    return (*read[:first], *joined([*read[first:last], span], text), *read[last:])


def mark_unread(read: Sequence[Span], span: Span, text: str) -> tuple[Span, ...]:
    """The read spans less what lies in one."""
    first = max(0, bisect_left(read, span[0], key=_first) - 1)
    last = bisect_left(read, span[1], key=_first)
    return (*read[:first], *without(read[first:last], span, text), *read[last:])
