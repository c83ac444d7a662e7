"""Slugs: names of articles and coders as folder and file names."""

from __future__ import annotations

import unicodedata

from .text import sha256_text

LONGEST = 80
"""Characters in a slug, at most."""
MOST_BYTES = 200
"""Bytes in a slug, at most: file systems take 255, and `.history.jsonl` comes behind."""
_KEPT = frozenset({"Ll", "Lu", "Lt", "Lo", "Lm", "Nd", "Nl", "Mn", "Mc"})


def slug(name: str) -> str:
    """A name as a file name: letters, marks and digits of any script kept, the rest one hyphen.

    A name that has none, or is very long, gets a few digits of its own digest.

    >>> slug("  ISIS, regime close in on Deir e-Zor rebels ")
    'isis-regime-close-in-on-deir-e-zor-rebels'
    >>> slug("مقابلة مع أحمد")
    'مقابلة-مع-أحمد'
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    kept = (c if unicodedata.category(c) in _KEPT else " " for c in folded)
    words = "-".join("".join(kept).split())
    if not words:
        return with_digest("untitled", name)
    return words if _cut(words, 0) == words else with_digest(words, name)


def coder_slug(name: str) -> str:
    """A coder's name as a file name; `NAME.2` is that coder's second round of an article.

    >>> coder_slug("Amal H."), coder_slug("Amal H.2")
    ('amal-h', 'amal-h.2')
    """
    base, round_ = _parted(name.strip())
    return in_round(slug(base), round_)


def in_round(person: str, round_: int) -> str:
    """The name of a person's round of an article: the first has none of its own.

    >>> in_round("amal", 1), in_round("amal", 2)
    ('amal', 'amal.2')
    """
    return person if round_ == 1 else f"{person}.{round_}"


def person(coder: str) -> str:
    """The person behind a coder's name, whichever round it names.

    >>> person("amal"), person("amal.2")
    ('amal', 'amal')
    """
    return _parted(coder)[0]


def round_of(coder: str) -> int:
    """Which round a coder's name stands for.

    >>> round_of("amal"), round_of("amal.2")
    (1, 2)
    """
    return _parted(coder)[1]


def _parted(name: str) -> tuple[str, int]:
    base, dot, round_ = name.rpartition(".")
    later = dot and base and round_.isdecimal() and round_.isascii() and int(round_) > 1
    return (base, int(round_)) if later else (name, 1)


def with_digest(short: str, name: str) -> str:
    """A slug told apart from another by the first six digits of the name's SHA-256."""
    return f"{_cut(short, 7).rstrip('-')}-{sha256_text(name)[:6]}"


def _cut(words: str, room: int) -> str:
    """The most of some words that a file name can hold, with room for more characters."""
    kept = words[: LONGEST - room].encode()[: MOST_BYTES - room]
    return kept.decode(errors="ignore")
