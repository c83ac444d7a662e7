"""Turns that run into one paragraph: "Q. How long? A. Since May.", "VR: And now? OF: Buy socks."

Labels found at the heads of paragraphs, and the partners of generic ones, are looked for behind the
ends of sentences inside labelled paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .heads import REACH, Segment, fold, is_name, read_head
from .lexicon import ASK_WORDS, LETTER_PAIRS
from .patterns import pattern

MOST_LABELS = 12
GENERIC = frozenset(ask for ask, _ in LETTER_PAIRS) | ASK_WORDS
ENDS = ".?!…”\"'’)»]。？！؟।۔"
_INSIDE = pattern(r"[.?!…”\"’)»\]।;؟。？！] ?([^\W\d_][^.?!:：…؟।。？！，\n]{1,45}(?::(?= )|：))")


def split(text: str, found: Sequence[Segment]) -> list[Segment]:
    """The same stretches, cut where another turn begins inside."""
    labelled = [piece for piece in found if piece.head.kind == "label"]
    labels = _labels(text, labelled)
    if not labels:
        return list(found)
    alternatives = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    pattern = re.compile(rf"(?<=[{re.escape(ENDS)}])[ \u3000]?({alternatives})(?=\s|[^\x00-\x7f])")
    out: list[Segment] = []
    for piece in found:
        out.extend(_cut(text, piece, pattern) if piece.head.kind == "label" else [piece])
    return out


def _cut(text: str, piece: Segment, pattern: re.Pattern[str]) -> Iterator[Segment]:
    start, content, head = piece.start, piece.content, piece.head
    for match in pattern.finditer(text, piece.content, piece.end):
        own = read_head(text[match.start(1) : min(piece.end, match.start(1) + REACH)])
        if own.kind == "label" and match.start(1) > content:
            yield piece._replace(start=start, end=match.start(), content=content, head=head)
            start, head = match.start(1), own
            content = start + own.content
    yield piece._replace(start=start, end=piece.end, content=content, head=head)


def _labels(text: str, labelled: Sequence[Segment]) -> set[str]:
    """Labels, as written with their closing signs, that may stand inside paragraphs."""
    written = Counter(text[p.start : p.content].strip() for p in labelled)
    counts = Counter(p.head.key for p in labelled)
    known = {
        w
        for w, n in written.most_common(MOST_LABELS)
        if w[-1:] in (".", ":", "：") and (n > 1 or fold(w) in GENERIC)
    }
    partners = {p for w in known for p in _partners(text, w, labelled, counts)}
    inside = _inside(text, labelled) if _one_sided(counts) else set()
    if not partners and not inside and not _generic(counts):
        return set()
    return known | partners | inside


def _generic(counts: Counter[str]) -> bool:
    return any(counts[ask] > 1 and counts[reply] > 1 for ask, reply in LETTER_PAIRS)


def _partners(
    text: str, written: str, labelled: Sequence[Segment], counts: Counter[str]
) -> list[str]:
    """ "A." for "Q.", with the same sign and case: the answer's letter that stands inside most."""
    key, closer = fold(written), written[-1]
    if closer not in ".:：":
        return []
    found: Counter[str] = Counter()
    for ask, reply in LETTER_PAIRS:
        if ask == key:
            form = (reply.upper() if written[0].isupper() else reply) + closer
            found[form] = counts[reply] + sum(
                text.find(f" {form}", piece.content, piece.end) > 0 for piece in labelled
            )
    return [form for form, count in found.most_common(1) if count > 1]


def _one_sided(counts: Counter[str]) -> bool:
    """Whether one label stands before nearly every labelled paragraph."""
    ranked = counts.most_common(2)
    if not ranked:
        return False
    (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    return (most > 1 or first in GENERIC) and second < 0.4 * most


def _inside(text: str, labelled: Sequence[Segment]) -> set[str]:
    """Labels that stand behind sentences only, in at least two paragraphs under one name."""
    names: Counter[str] = Counter()
    forms: dict[str, set[str]] = {}
    for piece in labelled:
        for match in _INSIDE.finditer(text, piece.content, piece.end):
            head = read_head(f"{match[1]} x")
            if head.kind == "label" and is_name(match[1][:-1]):
                for key in {head.key, fold(head.alias)} - {""}:
                    names[key] += 1
                    forms.setdefault(key, set()).add(match[1])
    return {form for key, n in names.items() if n > 1 for form in forms[key]}
