"""Who speaks by the labels alone: which labels belong to one speaker, and which of them ask.

"Grey Roofs (GR):" and "GR:", "Karin Fischer:" and "Fischer:", "Ida Moor:" and "IM:",
"Pregunta." and "P." are one speaker each; "JS and NF:" is two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from .heads import NONE, Head, Segment, fold, is_answer, is_ask, is_name, is_side
from .lexicon import LEAD_WORDS, LETTER_PAIRS, NO_SPEAKERS
from .patterns import pattern

ASKER, ANSWERER = 0, 1
"""Speakers that every cast has: whoever a generic label ("Q", "Respuesta") stands for."""

MOST_COMPARED = 120
"""Labels, the commonest, that are compared with each other."""

MOST_MARKS = 6  # by how many signs one spelling of a name may be longer than another

LONE_ASKERS = frozenset(("q", "س", "問", "问", "문", "ש"))
_TITLED = pattern(r"^(?:(?:dr|prof|mr|mrs|ms|st|rev)\.? )+(?=\w)", re.IGNORECASE)
_HYPHENS = pattern(r"[-‐‑‒–−\xad]")
_MARKS = pattern(r"[\u0300-\u036f\u064b-\u0652]")
_AND = pattern(r"\s*(?:,|&|\+|/| and | y | und | et | e | en | и | ve | و|、|和)\s*")


class Cast(NamedTuple):
    """The speakers of a page. `who` holds, for each segment, the speakers its label names.

    `defined` says who the generic ones are, where the page does ("Interviewer: Celia Marsh").
    """

    names: tuple[str, ...]
    counts: tuple[int, ...]
    who: tuple[tuple[int, ...], ...]
    defined: Mapping[int, str]


def cast(text: str, found: Sequence[Segment]) -> Cast:
    """The cast of a page, from the labels at the heads of its segments."""
    defining = {i for i, s in enumerate(found) if _defines(text, s)}
    defined = {
        ANSWERER if is_answer(found[i].head.key) else ASKER: _named(text, found[i])
        for i in defining
    }
    if found and sum(s.head.key == found[0].head.key for s in found) == 1:
        defining.add(0)  # a title with a colon
    found = [s._replace(head=NONE) if i in defining else s for i, s in enumerate(found)]
    heads = [s.head for s in found if s.head.kind == "label"]
    counts = Counter(h.key for h in heads)
    roles = _generic(counts)
    of = _clusters(heads, roles)
    size = max(of.values(), default=ANSWERER) + 1
    who = tuple(_who(s.head, of) for s in found)
    turns = Counter(i for ids in who for i in ids)
    return Cast(
        names=_names(heads, of, max(2, size)),
        counts=tuple(turns[i] for i in range(max(2, size))),
        who=who,
        defined=MappingProxyType(defined),
    )


def _defines(text: str, segment: Segment) -> bool:
    """ "Interviewer: Celia Marsh" says who somebody is; nobody speaks."""
    key = segment.head.key
    if segment.head.kind != "label" or len(key) < 2 or not is_side(key):
        return False
    line = _named(text, segment)
    return (
        0 < len(line) < 50
        and line[-1] not in ".?!…。？！؟"
        and (len(line.split()) > 1 or (len(line) < 5 and line > "\u3000"))
        and is_name(line)
    )


def _named(text: str, segment: Segment) -> str:
    """The name that a label defines, without a trade behind it: "Guest: Ana Ruiz, baker"."""
    name, comma, trade = _first_line(text, segment).partition(" (")[0].partition(", ")
    return name if comma and trade[:1].islower() else f"{name}{comma}{trade}"


def _first_line(text: str, segment: Segment) -> str:
    line = text[segment.content : min(segment.end, segment.content + 60)].partition("\n")[0]
    return re.split(r"[ \u3000]+(?=[^ ]{1,6}[:：]|\d{4})", line, maxsplit=1)[0]


def _generic(counts: Mapping[str, int]) -> dict[str, int]:
    """Labels that name a side and no person."""
    roles = {key: ASKER for key in counts if is_ask(key) and len(key) > 1}
    if not roles and "q" not in counts:
        roles = {key: ASKER for key in counts if key in LEAD_WORDS}
    roles |= {key: ANSWERER for key in counts if is_answer(key) and len(key) > 1}
    best = max(LETTER_PAIRS, key=lambda pair: _pair_weight(pair, counts, roles))
    if _pair_weight(best, counts, roles) > 0:
        roles |= {key: side for side, key in enumerate(best) if key in counts}
    else:
        roles |= {key: ASKER for key in counts if key in LONE_ASKERS}
    return roles


def _pair_weight(pair: tuple[str, str], counts: Mapping[str, int], roles: Mapping[str, int]) -> int:
    """How often both letters occur; a word such as "Pregunta" may stand for its first letter."""
    both = [
        counts.get(letter, 0) + _words_for(letter, side, roles) for side, letter in enumerate(pair)
    ]
    return min(both) * 2 + max(both) if min(both) else 0


def _words_for(letter: str, side: int, roles: Mapping[str, int]) -> int:
    return sum(role == side and key.startswith(letter) for key, role in roles.items())


def _clusters(heads: Sequence[Head], roles: Mapping[str, int]) -> dict[str, int]:
    """Each label key's speaker: longer labels first, so that shorter ones find their owners."""
    of: dict[str, int] = dict(roles)
    full: list[tuple[str, int]] = []
    spelled: dict[tuple[str, ...], int] = {}
    firsts = {head.key: head for head in reversed(heads)}
    common = {key for key, _ in Counter(h.key for h in heads).most_common(MOST_COMPARED)}
    aliases = {fold(head.alias): head.key for head in heads if head.alias}
    count = 2
    for head in sorted(firsts.values(), key=lambda h: -len(h.key)):
        if head.key in of or _AND.search(head.name):
            continue
        owner = of.get(aliases.get(head.key, ""), -1)
        if owner < 2 and head.key in common:
            owner = spelled.get(spelling(head.name), -1)
        if owner < 2 and head.key in common:
            owner = _owner(head.name, full)
        if owner < 2 and head.key in NO_SPEAKERS:
            continue
        if owner < 2:
            owner, count = count, count + 1
        of[head.key] = owner
        if head.key in common:
            full.append((head.name, owner))
            spelled.setdefault(spelling(head.name), owner)
        if head.alias:
            of.setdefault(fold(head.alias), owner)
    return of


def _owner(short: str, full: Sequence[tuple[str, int]]) -> int:
    """The one earlier speaker that this shorter label can stand for."""
    owners = {owner for name, owner in full if stands_for(short, name)}
    return owners.pop() if len(owners) == 1 else -1


def stands_for(short: str, long: str) -> bool:
    """Whether one label can be a shorter form of another.

    >>> stands_for("IM", "Ida Moor"), stands_for("Fischer", "Karin Fischer")
    (True, True)
    >>> stands_for("WN", "Edda Lorenz"), stands_for("北村", "北村駅長")
    (False, True)
    """
    a, b = short.casefold().split(), long.casefold().split()
    if len(a) < len(b) and set(a) <= set(b):
        return True
    if len(a) == 1 and not short.isascii() and "." not in short and 2 <= len(short) < len(long):
        return _stands_for_eastern(short, long)
    if len(a) > 1 and all(len(word.rstrip(".")) == 1 for word in a):
        return "".join(word[0] for word in a) in initials(long)  # "M. A."
    if len(a) > 1 or not 2 <= len(a[0]) <= 5:
        return False
    letters = a[0].replace(".", "")
    return letters in initials(long) or (
        len(b) == 1 and short.isupper() and _abbreviates(letters, b[0])
    )


def same(one: str, two: str) -> bool:
    """Whether two names differ by no more than case, hyphens, marks, spaces and their words' order.

    >>> same("Nadia el-Sayegh", "NADIA EL‑SAYEGH"), same("Zoë Marsh", "Marsh Zoe")
    (True, True)
    """
    if one == two or (one.isascii() and two.isascii() and len(one) != len(two)):
        return one == two
    return abs(len(one) - len(two)) < MOST_MARKS and spelling(one) == spelling(two)


def spelling(name: str) -> tuple[str, ...]:
    """A name's words for comparison, whichever way they are written and ordered."""
    bare = _HYPHENS.sub(" ", name).casefold()
    if not bare.isascii():
        bare = _MARKS.sub("", unicodedata.normalize("NFKD", bare))
    return tuple(sorted(bare.split()))


def _abbreviates(letters: str, word: str) -> bool:
    """Whether letters stand in a longer word in their order, as in WN for Wikinews."""
    rest = iter(word)
    return word[0] == letters[0] and len(word) > 5 and all(letter in rest for letter in letters)


def _stands_for_eastern(short: str, long: str) -> bool:
    """Names without spaces, or with an article: "北村", "الجسر"."""
    if short[0] > "\u3000":
        return long.startswith(short) or long.endswith(short)
    bare = short.removeprefix("ال")
    return any(word.removeprefix("ال") == bare for word in long.split())


def initials(name: str) -> tuple[str, ...]:
    """Ways to shorten a name to its first letters."""
    name = _TITLED.sub("", name)
    words = [w for w in re.split(r"[\s\-]+", name.casefold()) if w]
    whole = "".join(w[0] for w in words)
    spaced = "".join(w[0] for w in name.casefold().split())
    return (whole, spaced, whole[0] + whole[-1]) if len(words) > 2 else (whole, spaced)


def _who(head: Head, of: Mapping[str, int]) -> tuple[int, ...]:
    if head.kind != "label":
        return ()
    if head.key in of:
        return (of[head.key],)
    parts = [fold(part) for part in _AND.split(head.name) if part]
    return tuple(dict.fromkeys(of[part] for part in parts if part in of))


def _names(heads: Sequence[Head], of: Mapping[str, int], size: int) -> tuple[str, ...]:
    """The longest label of each speaker; of equals the one in small letters, the commoner."""
    names = [""] * size
    counts = Counter(head.name for head in heads)
    ranked = sorted(counts, key=lambda n: (-len(n), n.isupper(), -counts[n]))
    keys = {head.name: head.key for head in heads}
    for name in ranked:
        speaker = of.get(keys[name], -1)
        if speaker >= 0 and not names[speaker]:
            names[speaker] = name
    return tuple(names)
