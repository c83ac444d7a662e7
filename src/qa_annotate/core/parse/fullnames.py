"""The full name behind each label: "AP:", "Pell:", "Ada:" and "Mayor Pell:" are all Ada Pell.

The introduction says the name in full, or the metadata, or somebody who speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..model import Metadata
from .eastern import bare_of_honorific
from .heads import KNOWN, fold
from .lexicon import VOICES
from .names import TITLES, Mention, has_given, is_outlet, is_person, mentions
from .page import Page
from .patterns import pattern
from .semitic import is_semitic, name_at
from .speakers import same, stands_for
from .trades import is_trade

NEAR_HEAD = 1500  # characters of an introduction in which a single given name is looked for
MOST_NAMES = 200
MOST_CALLS, AROUND = 40, 40  # how often and how near a label's full name is looked for
SHORT_LINE, MOST_LINES = 80, 1000
_CLOSED = pattern(r"[.,;:)]")
_BESIDE = pattern(r"\s+[-–—/|]\s+|\s?,\s+")


def full_labels(
    page: Page, near: Sequence[Mention], intro: str, hints: Metadata
) -> tuple[str | None, ...]:
    """The full name behind each speaker's label."""
    known = [m.name for m in near[:MOST_NAMES]] + credited(hints)
    labels = [None if _is_nobody(name) else name for name in page.cast.names]
    full = [_full_name(name, known, intro) if name else None for name in labels[:MOST_NAMES]]
    if any(name and name in labels and " " not in name for name in full):
        known = _between_turns(page)
        full = [_full_name(n, known, "") if n and n in labels else n for n in full]
        full = [_called(n, page) if n and n in labels and " " not in n else n for n in full]
    full = [None if name and len(name) < 2 else name for name in full]
    return (*full, *labels[MOST_NAMES:])


def _called(label: str, page: Page) -> str:
    """A single name in full, where somebody says it so: "we have Ada Pell with us"."""
    if not label[0].isupper() or label.isupper() or is_outlet(label):
        return label
    said: dict[str, int] = {}
    at = -1
    for _ in range(MOST_CALLS):
        at = page.text.find(label, at + 1)
        if at < 0:
            break
        start = max(0, at - AROUND)
        for mention in mentions(page.text[start : at + len(label) + AROUND]):
            words = mention.name.split()
            closed = _CLOSED.match(page.text, start + mention.end) and words[0] == label
            full = _is_full(words) and (has_given(words[0]) or closed)
            if full and label in (words[0], words[-1]):
                said[mention.name] = said.get(mention.name, 0) + 1
    return next(iter(said)) if len(said) == 1 else label


def _is_full(words: Sequence[str]) -> bool:
    """Whether words can be somebody's full name."""
    return 1 < len(words) < 5 and is_person(" ".join(words)) and len(words[-1].strip(".")) > 1


def _between_turns(page: Page) -> list[str]:
    """The names that open short unlabelled paragraphs: "Ada Pell (Glass Road)", above her part."""
    out: list[str] = []
    rows = zip(page.segments[:MOST_LINES], page.features, strict=False)
    for segment, feature in rows:
        if feature.length < SHORT_LINE and not segment.head.kind and len(out) < MOST_NAMES:
            found = mentions(page.text[segment.start : segment.end])
            out += [m.name for m in found[:1] if m.start == 0 and is_person(m.name)]
    return out


def _is_nobody(label: str) -> bool:
    """Whether a label names nobody: "Speaker 2", "Q", "P"."""
    words = fold(label).rstrip(" #№0123456789").strip()
    return not label or words in VOICES or words in KNOWN


def credited(hints: Metadata) -> list[str]:
    """The authors of the metadata; a slug such as "jane-doe" becomes a name."""
    names = re.split(r"\s*(?:,|;|\band\b|\(|\))\s*", hints.author or "")
    return [n.replace("-", " ").title() if n.islower() and "-" in n else n for n in names if n]


def _full_name(label: str, known: Sequence[str], intro: str) -> str:
    """The fullest form of a label's name that the page has near its head."""
    label = _without_outlet(bare_of_honorific(label))
    for name in known:
        if same(name, label):
            return label if name.islower() or (name.isupper() and not label.isupper()) else name
    parenthesis = _before_parenthesis(label, intro)
    if parenthesis:
        return parenthesis
    for name in known:
        if len(name) > len(label) and stands_for(label, name) and not _only_titled(name, label):
            return name
    if titled := _behind_title(label, known, intro):
        return titled
    if " " not in label and is_semitic(label, 0):
        return _with_surname(label, intro[:NEAR_HEAD])
    if label.isupper() and 2 <= len(label) <= 4:
        found: list[str] = re.findall(r"[^\W\d_]{6,}", intro)
        words = Counter(w for w in found if w[0].isupper())
        for word in words:
            if word != label and "".join(c for c in word if c.isupper()) == label:
                return word  # "VR" is "ValleyRadio"
        fits = [w for w, n in words.most_common() if n > 1 and stands_for(label, w)]
        return fits[0] if fits else label
    return label


def _without_outlet(label: str) -> str:
    """A person's label without the paper behind it: "Ada Pell – Valley Radio"."""
    parts = _BESIDE.split(label)
    people = [part for part in parts if not is_outlet(part) and is_person(part)]
    return people[0] if len(people) == 1 and len(parts) == 2 else label


def _behind_title(label: str, known: Sequence[str], intro: str) -> str | None:
    """The name behind a title that a label has in capitals and the introduction has not."""
    for name in known:
        last = name.rpartition(" ")[2]
        if len(last) > 2 and label.endswith((f" {name}", f" {last}")):
            title = label.removesuffix(name).removesuffix(last).rstrip()
            if title and f"{title.lower()} {name}" in intro and not name.startswith(title):
                return name
    return None


def _with_surname(label: str, intro: str) -> str:
    """A given name of a script without capitals, and the word behind it where that is a name's."""
    at = intro.find(label)
    while at >= 0:
        whole = at == 0 or not intro[at - 1].isalpha() or intro[at - 1] in "וو"
        read = name_at(intro, at, most=2) if whole else None
        if read and read.start == at:
            return read.name
        at = intro.find(label, at + 1)
    return label


def _only_titled(name: str, label: str) -> bool:
    """Whether a name is a label with nothing but a title before it."""
    if " " not in label or not name.endswith(label):
        return False
    before = name[: -len(label)].split()
    return all(w.casefold() in TITLES for w in before) or any(map(is_trade, before))


def _before_parenthesis(label: str, intro: str) -> str | None:
    """The name that an introduction abbreviates: "Valley Radio (VR)"."""
    at = intro.find(f"({label})")
    if at < 1:
        return None
    words = intro[max(0, at - 60) : at].rpartition("\n")[2].split()
    for count in range(1, min(6, len(words)) + 1):
        name = " ".join(words[-count:]).strip("“”\"'([,")
        if name[:1].isupper() and stands_for(label, name):
            return name
    return None
