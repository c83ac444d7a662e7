"""A session without a terminal: an article as text, keys as a string, then a look at it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import pytest

from qa_annotate.adapters.sentences import sentences
from qa_annotate.core.history import Timeline
from qa_annotate.core.model import Block, Pair
from qa_annotate.core.outline import Outline, outline, with_sentences
from qa_annotate.core.records import CodebookRef, Document, Edit
from qa_annotate.session.actions import (
    Action,
    Append,
    Effect,
    Leave,
    Logged,
    Press,
    Resized,
    Synced,
)
from qa_annotate.session.layout import scrolled
from qa_annotate.session.render import render
from qa_annotate.session.state import Setting, State
from qa_annotate.session.update import update
from qa_annotate.store.project import default_codebook

NAMED = {"\n": "enter", " ": "space", "\x1b": "escape", "\x7f": "backspace"}


def outlined(article: str) -> Outline:
    """The outline of a small article, written as `role| words`, a block a line.

    A question's "Q: " is its marker; the answers below it are its answer.
    """
    text, blocks, pairs = "", [], []
    for line in article.strip().splitlines():
        role, _, words = line.partition("| ")
        start = len(text) + (2 if text else 0)
        text += ("\n\n" if text else "") + words
        label = (start, start + 2) if words.startswith("Q: ") else None
        blocks.append(Block(start=start, end=len(text), role=role, label=label))  # type: ignore[arg-type]
        if role == "question":
            pairs.append(Pair(id=f"q{len(pairs) + 1}", question=(start + 3, len(text))))
        elif role == "answer":
            pairs[-1] = replace(pairs[-1], answer=(*pairs[-1].answer, (start, len(text))))
    made = _Made(blocks=with_sentences(tuple(blocks), text, sentences, "en"), pairs=tuple(pairs))
    return outline(made, text, ("answer", "intro"))  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Made:
    """The two fields of an article that an outline is made from."""

    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]


@dataclass
class Sitting:
    """A session that is being tried: its state, and everything it asked of the world."""

    state: State
    effects: list[Effect] = field(default_factory=list)
    log: list[Edit] = field(default_factory=list)
    slow_disk: bool = False
    _fresh: Iterable[int] = field(default_factory=lambda: itertools.count(1))

    def do(self, action: Action) -> None:
        """One action, with what the shell would do about its effects."""
        self.state, effects = update(self.state, action, "2026-11-22T10:04:11Z")
        self.effects += effects
        for effect in effects:
            if isinstance(effect, Append):
                self.log.append(effect.edit)
                self.do(Logged(len(self.log), effect.edit))
                if not self.slow_disk:
                    self.do(Synced(len(self.log)))

    def press(self, keys: str | list[str]) -> Sitting:
        """Keys, one after another."""
        for key in keys:
            self.do(Press(key=NAMED.get(key, key), fresh=next(iter(self._fresh))))
        return self

    def resize(self, rows: int, columns: int) -> Sitting:
        """Another screen."""
        self.do(Resized((rows, columns)))
        return self

    @property
    def screen(self) -> list[str]:
        """The rows as text, white space at their ends cut."""
        return ["".join(text for _, text in row).rstrip() for row in render(self.state)]

    @property
    def document(self) -> Document:
        """The document as it stands."""
        return self.state.document

    @property
    def sentence(self) -> str:
        """The words under the cursor."""
        span = self.state.selection
        return self.state.setting.outline.text[span[0] : span[1]] if span else ""

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Label and quote of each claim, in order."""
        return [(claim.label, claim.quote) for claim in self.document.claims]

    @property
    def left(self) -> bool:
        """Whether the session was left."""
        return any(isinstance(effect, Leave) for effect in self.effects)


TALK = """\
headline| The well at the crossing
intro| Ana Duarte keeps the well at the crossing. She spoke with Piet Maas in March.
question| Q: Who built the well?
answer| My grandfather built it. The council never paid him.
caption| A photo of the well.
question| Q: Is the water safe?
answer| It was tested twice. Nobody published the results. We drink it.
"""


@pytest.fixture
def sit() -> Callable[..., Sitting]:
    """Sit down to an article: its text, the size of the screen."""

    def sit_down(text: str = TALK, size: tuple[int, int] = (24, 80)) -> Sitting:
        made = outlined(text)
        document = Document(
            article="well",
            text_sha256="0" * 64,
            codebook=CodebookRef(id="claims-evidence", version="1.0"),
            coder="ana",
        )
        setting = Setting(title="The well", outline=made, codebook=default_codebook(), coder="ana")
        cursor = made.units[0] if made.units else 0
        state = State(setting=setting, history=Timeline(document=document), cursor=cursor)
        return Sitting(state=scrolled(replace(state, size=size)))

    return sit_down
