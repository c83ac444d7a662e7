"""What each key means while a structure is corrected."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...core.model import Role
from ..keys import Key, key_name

TABLE: tuple[Key, ...] = (
    Key(name="next", keys=("j", "down"), short="next", line="next block"),
    Key(name="previous", keys=("k", "up"), short="back", line="block before"),
    Key(name="extend", keys=("J",), short="more", line="take the next block in too"),
    Key(name="shrink", keys=("K",), line="take one block less"),
    Key(name="sentence-right", keys=("l", "right"), line="next sentence of the block"),
    Key(name="sentence-left", keys=("h", "left"), line="sentence before"),
    Key(name="role-question", keys=("Q",), short="question", line="this is a question"),
    Key(name="role-answer", keys=("A",), short="answer", line="this is an answer"),
    Key(name="role-intro", keys=("I",), short="intro", line="this is narrative"),
    Key(name="role-caption", keys=("C",), short="caption", line="this is a caption"),
    Key(name="role-headline", keys=("H",), line="this is a headline"),
    Key(name="role-meta", keys=("M",), line="this is a date, a byline, a reading time"),
    Key(name="role-note", keys=("N",), line="this is a note, a box, a pull quote"),
    Key(name="role-boilerplate", keys=("B",), line="this is the page's, not the article's"),
    Key(name="speaker", keys=("p",), short="speaker", line="say who speaks"),
    Key(name="label", keys=("t",), line="say where the speaker's label ends"),
    Key(name="split", keys=("s",), short="split", line="split the block before this sentence"),
    Key(name="join", keys=("+",), short="join", line="join with the next block"),
    Key(name="split-sentence", keys=("/",), line="split the sentence before some words"),
    Key(name="join-sentences", keys=("&",), line="join with the next sentence"),
    Key(name="first", keys=("g", "home"), line="first block"),
    Key(name="last", keys=("G", "end"), line="last block"),
    Key(name="undo", keys=("z",), short="undo", line="undo"),
    Key(name="redo", keys=("Z",), line="redo"),
    Key(name="help", keys=("?",), short="help", line="the keys of this place; type to find one"),
    Key(name="suspend", keys=("c-z",), line="to the shell; fg comes back"),
    Key(name="quit", keys=("q",), short="leave", line="leave; all is saved"),
)

ROLE_KEYS: Mapping[Role, str] = MappingProxyType(
    {
        "question": "Q",
        "answer": "A",
        "intro": "I",
        "caption": "C",
        "headline": "H",
        "meta": "M",
        "note": "N",
        "boilerplate": "B",
    }
)


def command_of(key: str) -> str | None:
    """The command that a key means in the text."""
    return next((entry.name for entry in TABLE if key in entry.keys), None)


def footer() -> tuple[tuple[str, str], ...]:
    """Keys and their words, in the order they matter."""
    return tuple((key_name(entry.keys[0]), entry.short) for entry in TABLE if entry.short)


def help_lines() -> tuple[tuple[str, str], ...]:
    """Every key and its line."""
    return tuple((" ".join(map(key_name, entry.keys)), entry.line) for entry in TABLE)
