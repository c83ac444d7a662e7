"""What stands at the head of a paragraph: a speaker's label, a question marker, a dash, a number.

Everything here looks at the first few dozen characters only, so a text of any length and shape is
read in one pass. A label is a candidate until the page as a whole confirms it (`speakers`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .lexicon import ANSWER_WORDS, ASK_WORDS, LEAD_WORDS, LETTER_PAIRS, VOICES, words
from .patterns import pattern

REACH = 90  # characters of a paragraph in which its label must end
LONGEST_LABEL = 60
LONGEST_LOOSE, MOST_LOOSE_WORDS = 40, 5
DASHES = "-–—―─⸺‒‐━ー"
BULLETS = "*•·・▪►▶▷■◆◈●○◇□☐>❖➤→※◎▼▽|+=_★☆♦♢✦✔"
CLOSERS = ":：﹕꞉"
BRACKETS = {
    "(": ")",
    "[": "]",
    "（": "）",
    "［": "］",
    "【": "】",
    "〈": "〉",
    "「": "」",
    "<": ">",
}
EAST = "\u2e80"  # scripts without spaces lie above
BIDI = "\u200e\u200f\u200b\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"

SENTENCE_MARKS = frozenset("?!？！。؟।;؛!\n\t…，、")
PARTICLES = words(
    "al|el|bin|ibn|abu|bint|de|da|do|dos|das|del|della|di|du|des|van|von|der|den|ten|ter|la",
    "le|les|los|las|y|e|and|und|et|ve|i|of|the|zu|zum|af|av|st.|dr.|mr.|mrs.|ms.|prof.|sir",
    "señor|&|en",
)
KNOWN = (
    ASK_WORDS
    | ANSWER_WORDS
    | LEAD_WORDS
    | frozenset(letter for pair in LETTER_PAIRS for letter in pair)
)
KNOWN_LETTERS = frozenset(word for word in KNOWN if len(word) <= 2)

_NUMBER = pattern(
    r"[#№(（]?(\d{1,3})(?: ?[.)）、．:：–—]+|\.?-+)[ \u3000]*(?=\S)|[#№](\d{1,3}) +(?=\S)"
)
_FIRST_WORD = pattern(r"([\u0900-\u0963]{1,14}|[^\W\d_]{1,14})(\d{0,4})")
_DASHED = pattern(
    r"([^\W\d_][^?!.:–—\n]{1,40}?)(?: [-–—] ?|(?<=[^\W\d_])[-–—] )(?=[^\Wa-z_]|[¿¡\"“«„(\[])"
)
SPACED_DASHES = (" -", " –", " —", "- ", "– ", "— ")
_TIME = pattern(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]? {0,2}[-–—]? {0,2}(?=\S)")
_DIGITS_AT_END = pattern(r"[ .#№]*\d{1,3}$")
_OFFICE = pattern(
    r",\s*(?:co-?host|host|byline|moderator|anchor|correspondent|reporter|presenter|guest)$",
    re.IGNORECASE,
)
_ALIAS = pattern(r"[(（\[]([^()（）\[\]]{1,30})[)）\]]")


class Head(NamedTuple):
    """A paragraph's head. `content` is where what was said begins, counted from the head.

    kind: "label", "dash", "marker", "number" or "" for none. `key` is the label folded for
    comparison, or the marker as written; `name` the label as written; `alias` what stood in
    parentheses behind it.
    """

    kind: str
    key: str = ""
    name: str = ""
    alias: str = ""
    content: int = 0
    number: int = 0


NONE = Head("")


class Segment(NamedTuple):
    """A stretch of a page with one role, trimmed of white space.

    `content` is where speech begins in it, behind the head.
    """

    start: int
    end: int
    content: int
    head: Head


def read_head(line: str) -> Head:
    """The head of a paragraph, given its first `REACH` characters or so."""
    skip = len(line) - len(line.lstrip(BIDI + " \u3000\xa0"))
    if stamp := _TIME.match(line, skip):
        skip = stamp.end()
    head = _read(line[skip:])
    return head._replace(content=head.content + skip) if head.kind else NONE


def _read(line: str) -> Head:
    first = line[:1]
    if first in "*_" and (decorated := _decorated(line)):
        return decorated
    if first in DASHES or first in BULLETS:
        return _marker(line)
    if (first.isdecimal() or first in "#№(（") and (match := _NUMBER.match(line)):
        number = int(match[1] or match[2])
        return Head("number", "1", match[0].strip(), "", match.end(), number)
    if first in BRACKETS:
        return _bracketed(line)
    if first == ":" or line[:1] == "：":
        return _marker(line)
    return _letter(line) or _closed(line) or NONE


def _decorated(line: str) -> Head | None:
    """A label in emphasis marks that no Markdown reader took for emphasis: "**河岸晚报：**…"."""
    bare = line.lstrip("*_")
    head = _closed(bare)
    marks = line[: len(line) - len(bare)]
    if not head or marks not in line[len(marks) : len(marks) + head.content + 2]:
        return None
    return head._replace(content=head.content + len(marks))


def _marker(line: str) -> Head:
    """A run of one sign: a dash, a bullet, ">>", "::"."""
    sign = line[:1]
    rest = line.lstrip(sign)
    run = line[: len(line) - len(rest)]
    body = rest.lstrip(" \u3000\xa0\t")
    if not sign or not body or len(run) > 3:
        return NONE
    spaced = len(body) < len(rest)
    if not spaced and len(run) == 1 and not _hangs(sign, body):
        return NONE
    kind = "dash" if sign in DASHES else "marker"
    return Head(kind, run, run, "", len(line) - len(body))


def _hangs(sign: str, body: str) -> bool:
    """Whether a sign without a space behind it may be a marker: "-Why?", but not "-5", "*note"."""
    if sign in "-_=":
        return not body[0].isdecimal() and not body[0].islower() and body[0] not in DASHES
    return sign not in "*>:+|"


def _bracketed(line: str) -> Head:
    """((WN)) text, [Asharq] text, 【记者】text."""
    opener, depth = line[0], 2 if line[:2] == line[0] * 2 else 1
    closer = BRACKETS[opener] * depth
    end = line.find(closer, depth, LONGEST_LABEL)
    if end < 0:
        return NONE
    inner, after = line[depth:end].strip(), line[end + depth :]
    body = after.lstrip(" \u3000\xa0").lstrip(CLOSERS).lstrip(" \u3000\xa0\t\n")
    if opener in "(（<「〈" and depth == 1 and len(inner) > 3 and after[:1] not in tuple(CLOSERS):
        return NONE
    if not body or not is_name(inner) or (depth == 1 and after[:2].strip()[:1].islower()):
        return NONE
    return _label(inner, len(line) - len(body))


def _closed(line: str) -> Head | None:
    """ "Name:" or "Name (N):", with any script's colon."""
    end = _colon(line)
    if end > 0 and line.rfind("(", 0, end) > line.rfind(")", 0, end):
        end = line.find("):", end, LONGEST_LABEL) + 1  # the colon of a time in parentheses
    if end < 1:
        return None
    after = line[end + 1 : end + 3]
    if line[end] == ":" and after and not (after[0].isspace() or after[0] in BIDI + "*_"):
        if (
            after[0] in "/\\"
            or after[0].isdecimal()
            or line[end - 1].isdecimal()
            or after[0] == ":"
        ):
            return None
        if after[0].islower():
            return None
    name = line[:end].strip(" \u3000\xa0*_" + BIDI)
    if not is_name(name):
        return None
    body = line[end + 1 :].lstrip(" \u3000\xa0\t*_" + BIDI)
    if body.startswith(("http", "www.")):
        return None
    return _label(name, len(line) - len(body))


def _colon(line: str) -> int:
    """Where the first colon of any script stands, near enough for a label; -1 for nowhere."""
    first = line.find(":", 0, LONGEST_LABEL + 1)
    if line.isascii():
        return first
    found = [at for c in CLOSERS if (at := line.find(c, 0, LONGEST_LABEL + 1)) >= 0]
    return min(found, default=-1)


def read_dashed(line: str) -> Head:
    """ "Jornal da Beira – Como é?": a label closed by a dash, which proves little on its own."""
    match = _DASHED.match(line) if any(dash in line for dash in SPACED_DASHES) else None
    if not match or not is_name(match[1]) or match[1][0].islower():
        return NONE
    return _label(match[1], match.end())


def read_loose(line: str) -> Head:
    """ "Речной вестник: Как?": a label that is no name by its shape, and has to come back often."""
    end = _colon(line[: LONGEST_LOOSE + 1])
    name = line[: max(0, end)].strip(" \u3000\xa0*_" + BIDI)
    body = line[end + 1 :].lstrip(" \u3000\xa0\t*_" + BIDI)
    apart = line[end + 1 : end + 2] in (" ", "\xa0", "*", "_") or line[end : end + 1] != ":"
    if not name[:1].isupper() or not body or not apart or not _could_be_label(name):
        return NONE
    return _label(name, len(line) - len(body))


def _could_be_label(name: str) -> bool:
    return SENTENCE_MARKS.isdisjoint(name) and len(name.split()) <= MOST_LOOSE_WORDS


def _letter(line: str) -> Head | None:
    """ "Q." "Q)" "P.-" "Question." "Q    text": known labels closed by other signs than a colon."""
    match = _FIRST_WORD.match(line)
    word = match[1].casefold() if match else ""
    if not match or word not in KNOWN:
        return None
    end, digits = match.end(1), match.end()
    after = line[digits:]
    closer = after[:1]
    if closer in (".", ")", "-", "–", "—", "|", "/") and closer:
        body = after.lstrip(".)-–—|/ \u3000\xa0\t")
        if closer == "-" and len(after) - len(body) == 1:
            return None
        if (
            closer == "."
            and word in ("a", "o", "i")
            and digits == end
            and len(after) - len(body) < 2
        ):
            return None
    elif word in KNOWN_LETTERS and after and _wide_space(after):
        body = after.lstrip()
    else:
        return None
    if not body:
        return None
    return _label(line[:digits], len(line) - len(body))


def _wide_space(after: str) -> bool:
    """A gap that sets a letter apart: two spaces, a tab, or any before a script without spaces."""
    return after[:2].isspace() or after[0] in "\t\u3000" or (after[0] == " " and after[1:2] > EAST)


def _label(name: str, content: int) -> Head:
    match = _ALIAS.search(name)
    alias = match[1].strip() if match and not match[1][0].isdecimal() else ""
    bare = (name[: match.start()] + name[match.end() :]).strip() if match else name
    bare = _OFFICE.sub("", bare).strip("()[]（） ,،\u3000" + BIDI) or name
    return Head("label", fold(bare), bare, alias, content)


def fold(name: str) -> str:
    """A label for comparison: case, numbering and outer signs away."""
    key = name.strip(" .:：*_-–—()[]\"'“”«»\u3000" + BIDI).casefold()
    bare = _DIGITS_AT_END.sub("", key)
    return key if bare in VOICES else bare or key


def is_name(name: str) -> bool:
    """Whether a label could name a speaker, by its shape alone."""
    if (
        not name
        or len(name) > LONGEST_LABEL
        or not SENTENCE_MARKS.isdisjoint(name.replace("、", ""))
    ):
        return False
    if fold(name) in KNOWN:
        return True
    words = name.split()
    if len(words) > 8 or name[0] in "\"'“«„‘":
        return False
    letters = sum(c.isalpha() for c in name)
    mostly = letters * 2 > len(name) - len(words) or (letters > 0 and name.isupper())
    return mostly and all(map(_name_word, words))


def _name_word(word: str) -> bool:
    bare = word.strip("()[]（）.,،'’\"“”&/")
    if not bare or not bare[0].islower():
        return True
    return bare in PARTICLES or "-" in bare or word[0] in "([（" or any(c.isupper() for c in bare)


def is_ask(key: str) -> bool:
    return key in ASK_WORDS


def is_answer(key: str) -> bool:
    return key in ANSWER_WORDS


def is_side(key: str) -> bool:
    """Whether a label names a side, that of the hosts included, and no person."""
    return key in ASK_WORDS or key in ANSWER_WORDS or key in LEAD_WORDS
