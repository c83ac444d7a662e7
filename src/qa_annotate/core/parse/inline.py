"""Turns inside one paragraph that no label at its head announces.

"Intro. S- Why? J- Because.", "… - Why? * Because. - And now? * Now too.", "(Why?) – “Because.”",
"Why did you leave? I was tired.", and a question in bold that opens the paragraph of its answer.
Each rule looks for its sign on the page as a whole before it cuts a single paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Mark
from .heads import REACH, Head, Segment, fold, read_head
from .lexicon import LETTER_PAIRS
from .lines import SENTENCE_END
from .patterns import pattern

LONG, LONG_EAST = 60, 25  # a paragraph that can hold two turns
EAST = "\u2e80"
QUESTION_MARKS = "?？؟⸮"
PAIRS = frozenset(LETTER_PAIRS)
_LETTER = pattern(
    r"(?<=[.?!…»”\"؟。？！।:)）\]\s])([^\W\d_][\u0900-\u0963]{0,3})\d{0,2} ?[-–—:.)：]{1,2}(?= ?\S)"
)
_SIGN = pattern(r"(?:^|(?<=[.?!…»”\"؟。？！:)] ))([-–—*•])(?= ?[^\W_]|\s?[“\"«¿¡])")
_OPENING = pattern(r"(?:[^?？؟⸮\n]{4,240}[?？؟⸮]+[\"”»)]?|[^。?？\n]{4,120}か。)(?=[ \u3000]?\S)")
_ANSWERED = pattern(r"\s*(?:[-–—]{1,2}\s*)?")
_SENTENCE = pattern(r"[.!…] +[^\W\d_]|。(?=.)")
_NAMED = pattern(r"(?<=[.?!…。？！]) +([^\W\d_][^.?!…:：。？！\n]{0,30}?) ?[:：](?= ?\S)")
LEAST_NAMED = 4  # turns with names in one paragraph
FEWEST = 3  # paragraphs that open with a question, before any is cut
STYLES = frozenset(("bold", "italic"))


def split(text: str, found: Sequence[Segment], marks: Sequence[Mark]) -> list[Segment]:
    """The same stretches, cut where a turn begins inside."""
    pieces = list(found)
    if marks:
        pieces = _after_style(text, pieces, marks)
    marks_here = [mark for mark in (*QUESTION_MARKS, "か。") if mark in text]
    pieces = [cut for piece in pieces for cut in _by_signs(text, piece, marks_here)]
    return _by_questions(text, _by_brackets(text, pieces))


def _piece(text: str, start: int, end: int) -> Segment:
    """A new segment, trimmed, with the head that it has now."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    head = read_head(text[start : min(end, start + REACH)])
    return Segment(start, end, start + head.content, head)


def _pieces(text: str, piece: Segment, cuts: Sequence[int]) -> Iterator[Segment]:
    """A segment in parts; the first keeps its head."""
    inside = [cut for cut in cuts if piece.content < cut < piece.end]
    if inside:
        yield piece._replace(end=piece.start + len(text[piece.start : inside[0]].rstrip()))
    else:
        yield piece
    for start, end in zip(inside, [*inside[1:], piece.end], strict=True):
        yield _piece(text, start, end)


# ---- letters and signs --------------------------------------------------------------------------


def _by_signs(text: str, piece: Segment, asking: Sequence[str]) -> Iterator[Segment]:
    """A paragraph cut at the letters or signs of its turns, if it has both sides' of them."""
    short = piece.end - piece.start < LONG
    if short or all(text.find(mark, piece.content, piece.end) < 0 for mark in asking):
        return iter((piece,))
    cuts = _letters(text, piece) or _signs(text, piece) or _names(text, piece)
    return _pieces(text, piece, cuts) if cuts else iter((piece,))


def _letters(text: str, piece: Segment) -> list[int]:
    """Where "S-" and "J-" stand in turn, a question between them."""
    found = [(m.start(1), fold(m[1])) for m in _LETTER.finditer(text, piece.start, piece.end)]
    if piece.head.kind == "label" and (not found or found[0][0] > piece.start):
        found.insert(0, (piece.start, piece.head.key))
    for (start, ask), (end, reply) in pairwise(found):
        if (ask, reply) in PAIRS and _asks(text, start, end):
            return [at for at, letter in found if letter in (ask, reply)]
    return []


def _names(text: str, piece: Segment) -> list[int]:
    """Where "Ana:" and "Ben:" stand in turn behind ended sentences: line ends were lost."""
    if piece.head.kind != "label":
        return []
    found = [(m.start(1), fold(m[1])) for m in _NAMED.finditer(text, piece.content, piece.end)]
    counts = Counter([piece.head.key, *(name for _, name in found)])
    turns = [(at, name) for at, name in found if counts[name] > 1]
    speakers = {piece.head.key, *(name for _, name in turns)}
    if len(speakers) < 2 or counts[piece.head.key] < 2 or len(turns) < LEAST_NAMED - 1:
        return []
    return [at for at, _ in turns]


def _signs(text: str, piece: Segment) -> list[int]:
    """Where dashes, or a dash and an asterisk, stand before questions and answers in turn."""
    found = [m.start(1) for m in _SIGN.finditer(text, piece.start, piece.end)]
    if len(found) < 3:
        return []
    asked = [_asks(text, a, b) for a, b in zip(found, [*found[1:], piece.end], strict=True)]
    turns = sum(one and not two for one, two in pairwise(asked))
    return found if turns > 1 and 2 * turns >= len(found) - 2 else []


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a question mark, near enough, or as Japanese asks."""
    last = text[max(start, end - 6) : end]
    return any(mark in last for mark in QUESTION_MARKS) or "か。" in last


# ---- brackets -----------------------------------------------------------------------------------


def _by_brackets(text: str, pieces: list[Segment]) -> list[Segment]:
    """ "(Why?) – “Because.”", where a page has it again and again."""
    ends = [_bracket(text, piece) for piece in pieces]
    closed = [(piece, end) for piece, end in zip(pieces, ends, strict=True) if end]
    if sum(_asks(text, piece.start, end) for piece, end in closed) < 2:
        return pieces
    out: list[Segment] = []
    for piece, end in zip(pieces, ends, strict=True):
        out.extend(_bracketed(text, piece, end) if end else (piece,))
    return out


def _bracket(text: str, piece: Segment) -> int:
    """Where the bracket that opens a paragraph closes, if more follows; 0 for nowhere."""
    if text[piece.start] not in "(（[" or piece.head.kind == "number":
        return 0
    depth = 0
    for at in range(piece.start, min(piece.end, piece.start + 1200)):
        depth += (text[at] in "(（[") - (text[at] in ")）]")
        if not depth:
            long = at - piece.start > 12 and " " in text[piece.start : at]
            return at + 1 if long and at + 2 < piece.end else 0
    return 0


def _bracketed(text: str, piece: Segment, end: int) -> tuple[Segment, Segment]:
    match = _ANSWERED.match(text, end, piece.end)
    content = match.end() if match else end
    asked = Segment(piece.start, end, piece.start + 1, Head("marker", "(", "(", "", 1))
    start = end + len(text[end:content]) - len(text[end:content].lstrip())
    return asked, Segment(start, piece.end, content, Head("marker", ")", ")", "", content - start))


# ---- a question, then its answer ----------------------------------------------------------------


def _by_questions(text: str, pieces: list[Segment]) -> list[Segment]:
    """Paragraphs that open with a question and go on with its answer, where most of a page's do."""
    ends = {piece.start: end for piece in pieces if (end := _opening(text, piece))}
    bare = [piece for piece in pieces if piece.start in ends or _long(text, piece)]
    alone = sum(_asks(text, piece.start, piece.end) for piece in pieces)
    if len(ends) < FEWEST or len(ends) < 0.5 * len(bare) or len(ends) < 2 * alone:
        return pieces
    if _heads(bare, ends):
        return pieces
    out: list[Segment] = []
    for piece in pieces:
        cut = ends.get(piece.start)
        out.extend(_pieces(text, piece, [cut]) if cut else (piece,))
    return out


def _long(text: str, piece: Segment) -> bool:
    return piece.end - piece.start > (LONG if text[piece.start] < EAST else LONG_EAST)


def _heads(bare: Sequence[Segment], ends: dict[int, int]) -> bool:
    """Whether the paragraphs have labels: then those tell the turns apart."""
    return sum(piece.head.kind == "label" for piece in bare if piece.start in ends) > 1


def _opening(text: str, piece: Segment) -> int:
    """Where the questions end with which a paragraph opens, if no statement stands before."""
    match = _OPENING.match(text, piece.content, piece.end)
    if not match or _SENTENCE.search(match[0]):
        return 0
    end = match.end()
    while (more := _OPENING.match(text, end, piece.end)) and not _SENTENCE.search(more[0]):
        end = more.end()
    return end + (text[end] in " \u3000") if piece.end - end > 1 else 0


# ---- style --------------------------------------------------------------------------------------


def _after_style(text: str, pieces: list[Segment], marks: Sequence[Mark]) -> list[Segment]:
    """Questions in bold or italics, each with its answer behind it in the same paragraph."""
    ends = {mark.start: mark.end for mark in marks if mark.kind in STYLES}
    cuts = [_styled(text, piece, ends) for piece in pieces]
    asking = sum(cut > 0 and _asks(text, p.start, cut) for p, cut in zip(pieces, cuts, strict=True))
    if asking < 2 or asking < 0.5 * sum(cut > 0 for cut in cuts):
        return pieces
    out: list[Segment] = []
    for piece, cut in zip(pieces, cuts, strict=True):
        out.extend(_pieces(text, piece, [cut]) if cut else (piece,))
    return out


def _styled(text: str, piece: Segment, ends: dict[int, int]) -> int:
    """Where the styled stretch ends that opens a paragraph, if it is a sentence; 0 for none."""
    end = ends.get(piece.start, ends.get(piece.content, 0))
    said = end - piece.content > 8 and text[end - 1] in SENTENCE_END
    return end if said and text[end : piece.end].strip() else 0
