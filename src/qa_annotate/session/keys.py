"""The key table: what each key means, where. The bindings, the footer, the help screen and the
manual's list are all drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from ..core.model import Codebook

Mode = Literal["text", "line", "help", "confirm"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """One command of the session: its name, its keys, where it works, and one line about it.

    `short` is its word in the footer; without one it stands only in the help.
    """

    name: str
    keys: tuple[str, ...]
    modes: tuple[Mode, ...] = ("text",)
    line: str
    short: str = ""


TABLE: tuple[Key, ...] = (
    Key(name="read", keys=("space",), short="no claim", line="no claim here: read, go on"),
    Key(name="next", keys=("j", "down"), short="next", line="next sentence"),
    Key(name="previous", keys=("k", "up"), short="back", line="previous sentence"),
    Key(name="next-question", keys=("]",), short="question", line="next question's answer"),
    Key(name="previous-question", keys=("[",), line="previous question's answer"),
    Key(name="first", keys=("g", "home"), line="first sentence"),
    Key(name="last", keys=("G", "end"), line="last sentence"),
    Key(
        name="other-text",
        keys=("o",),
        line="step through all text (questions, captions …), or through the units only",
    ),
    Key(name="delete", keys=("x",), short="delete", line="delete the claim under the cursor"),
    Key(name="note", keys=("c",), short="note", line="write a note on the claim"),
    Key(name="reason", keys=("r",), short="reason", line="give the reason of the claim's label"),
    Key(name="undo", keys=("z",), short="undo", line="undo, as far back as the log goes"),
    Key(name="redo", keys=("Z",), line="redo"),
    Key(name="finish", keys=("F",), short="finish", line="finish the document"),
    Key(name="help", keys=("?",), short="help", line="the keys of this place"),
    Key(name="quit", keys=("q",), short="leave", line="leave; all is saved"),
    Key(name="accept", keys=("enter",), modes=("line",), short="keep", line="keep what is written"),
    Key(
        name="cancel",
        keys=("escape",),
        modes=("line", "confirm"),
        short="leave it",
        line="leave it as it was",
    ),
    Key(name="erase", keys=("backspace",), modes=("line",), line="erase the letter before"),
    Key(name="erase-all", keys=("c-u",), modes=("line",), line="erase all that is written"),
    Key(name="left", keys=("left",), modes=("line",), line="one letter left"),
    Key(name="right", keys=("right",), modes=("line",), line="one letter right"),
    Key(name="start", keys=("home", "c-a"), modes=("line",), line="to the start"),
    Key(name="end", keys=("end", "c-e"), modes=("line",), line="to the end"),
    Key(name="yes", keys=("y", "F"), modes=("confirm",), short="finish", line="finish anyway"),
    Key(name="no", keys=("n",), modes=("confirm",), short="go on coding", line="go on coding"),
    Key(
        name="close-help",
        keys=("?", "q", "escape", "enter", "space"),
        modes=("help",),
        short="back",
        line="back to the text",
    ),
    Key(name="help-down", keys=("j", "down"), modes=("help",), line="scroll the help down"),
    Key(name="help-up", keys=("k", "up"), modes=("help",), line="scroll the help up"),
)

_SHOWN = MappingProxyType({"down": "↓", "up": "↑", "escape": "Esc", "enter": "Enter"})


def key_name(key: str) -> str:
    """A key as people read it."""
    return _SHOWN.get(key, key)


def taken() -> Mapping[str, str]:
    """Each key of the text, and what it does: a codebook's label may use none of them."""
    return {key: f"'{entry.line}'" for entry in _in_mode("text") for key in entry.keys}


def _in_mode(mode: Mode) -> tuple[Key, ...]:
    return tuple(entry for entry in TABLE if mode in entry.modes)


def command_of(mode: Mode, key: str, codebook: Codebook | None) -> str | None:
    """The command that a key means in a mode; labels are `label:ID`, digits pick them in order."""
    if mode == "text" and codebook is not None:
        label = _label_of(key, codebook)
        if label:
            return f"label:{label}"
    return next((entry.name for entry in _in_mode(mode) if key in entry.keys), None)


def _label_of(key: str, codebook: Codebook) -> str | None:
    if len(key) == 1 and key in "123456789" and int(key) <= len(codebook.labels):
        return codebook.labels[int(key) - 1].id
    return next((label.id for label in codebook.labels if label.key == key), None)


def footer(mode: Mode, codebook: Codebook | None) -> tuple[tuple[str, str], ...]:
    """Keys and their words, in the order they matter."""
    known = codebook.labels if codebook is not None and mode == "text" else ()
    labels = [(label.key, label.id) for label in known]
    named = [(key_name(e.keys[0]), e.short) for e in _in_mode(mode) if e.short]
    return (*labels, *named)


def help_lines(codebook: Codebook) -> tuple[tuple[str, str], ...]:
    """Every key of the text and its line; the labels first, with their definitions."""
    rows = [(label.key, f"{label.id}: {label.definition}") for label in codebook.labels]
    rows.append(("1 … 9", "the codebook's labels in order, whatever their keys"))
    rows += [(" ".join(map(key_name, e.keys)), e.line) for e in _in_mode("text")]
    return tuple(rows)
