"""Every code point through every way out: none that could steer or deceive a terminal arrives."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from terminal import Terminal

from qa_annotate.adapters import yaml
from qa_annotate.core.history import Timeline
from qa_annotate.core.model import Block
from qa_annotate.core.outline import Outline, outline
from qa_annotate.core.records import CodebookRef, Document
from qa_annotate.session.plain import LABELLING, PlainSession
from qa_annotate.session.render import render
from qa_annotate.session.state import Setting, State
from qa_annotate.store.project import default_codebook

# Visible signs that enclose the digits after them: Unicode counts them as format characters.
SIGNS = frozenset((*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))


def steers(character: str) -> bool:
    """Controls of both sets, bidirectional and zero-width ones, tags, line separators, halves."""
    kind = unicodedata.category(character)
    return kind in ("Cc", "Cf", "Zl", "Zp", "Cs") and ord(character) not in SIGNS


EVERY = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
STEERING = "".join(filter(steers, EVERY))


def arrived(text: str, keep: str = "\n") -> list[str]:
    """What should not have come through."""
    return sorted({f"U+{ord(c):04X}" for c in text if steers(c) and c not in keep})


# ---- the session --------------------------------------------------------------------------------


def sheet(text: str) -> Outline:
    """A text as one long answer, two hundred characters to a sentence."""
    sentences = tuple((n, min(n + 200, len(text))) for n in range(0, len(text), 200))
    blocks = tuple(
        Block(start=a, end=b, role="answer", speaker=text[a:b], sentences=((a, b),))
        for a, b in sentences
    )
    made = type("Made", (), {"blocks": blocks, "pairs": ()})
    return outline(made, text, ("answer",))  # type: ignore[arg-type]


def state_of(text: str, **more: object) -> State:
    setting = Setting(
        title=text[:400],
        outline=sheet(text),
        codebook=default_codebook(),
        coder=text[:40],
        people=(text[:40],),
        **more,  # type: ignore[arg-type]
    )
    document = Document(
        article="a", text_sha256="", codebook=CodebookRef(id="c", version="1"), coder="a"
    )
    return State(setting=setting, history=Timeline(document=document), cursor=0, size=(50, 200))


def pages(state: State) -> Iterator[str]:
    """Every screen of an article from its top to its end."""
    block = 0
    while block < len(state.setting.outline.blocks):
        top = replace(state.top, block=block, row=0)
        screen = render(replace(state, top=top, cursor=block, message=state.setting.title))
        yield "".join(text for row in screen for _, text in row)
        block += 8


@pytest.mark.parametrize("bidi", ["off", "app"])
def test_the_full_screen(bidi):
    state = state_of(EVERY.replace("\n", " "), bidi=bidi)
    for screen in pages(state):
        assert arrived(screen, keep="") == []


def test_the_session_as_lines():
    said: list[str] = []
    presses = iter(["j" * 5, "u", "?", ":", "x", "c", STEERING, "k", "/", STEERING, "q"])
    session = PlainSession(
        LABELLING, state_of(STEERING * 3), Paper(), lambda: "2026-11-22T10:04:11Z",
        lambda prompt: said.append(prompt) or next(presses, None), said.append,
    )  # fmt: skip
    session.run()
    assert len(said) > 20
    assert arrived("\n".join(said)) == []


class Paper:
    """A keeper that keeps nothing."""

    count = 0

    def append(self, *_: object) -> int:
        self.count += 1
        return self.count

    def flush(self) -> None: ...

    def sync(self) -> int:
        return self.count

    def save(self, *_: object) -> None: ...


# ---- the commands -------------------------------------------------------------------------------

ARTICLE = "An interview\n\nQ: Why {0}?\n\nBecause {0} it was so. They said {0} as well.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose article, notes, memo, evidence and codebook hold everything."""
    home = tmp_path_factory.mktemp("steering")
    body = "".join(c for c in STEERING if c == "\x07" or c >= "\x1b")  # NUL: it were no text
    (home / "a.txt").write_bytes(ARTICLE.format(body).encode())
    added = called(home, "add", "a.txt")
    assert added[0] == 0, added
    said = called(home, "open", "a", "--plain", "--coder", "ana", keys="uac\nwhy\n q")
    assert said[0] == 0, said
    path = home / "annotations/a/coders/ana.yaml"
    data = yaml.load(path.read_text(), "")
    data["memo"] = STEERING
    for claim in data["claims"]:
        claim["note"] = claim["attributed_to"] = claim["against"] = STEERING
    path.write_text(yaml.dump(data))
    book = home / "annotations/codebook.yaml"
    told = yaml.load(book.read_text(), "")
    told["labels"][0]["definition"] = STEERING
    book.write_text(yaml.dump(told))
    copy = home / "annotations/a/coders/bo.yaml"
    copy.write_text(path.read_text().replace("coder: ana", "coder: bo").replace("id: c", "id: d"))
    return home


def called(home: Path, *words: str, keys: str = "") -> tuple[int, str]:
    """A command as a person calls it; its exit code, and all that it prints."""
    state = str(home / ".state")
    done = subprocess.run(
        [sys.executable, "-m", "qa_annotate", *words],
        cwd=home, input=keys.encode(), capture_output=True, check=False,
        env={"PATH": "", "XDG_STATE_HOME": state, "COLUMNS": "100", "LANG": "C.UTF-8"},
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


WAYS = [
    ("parse", "a.txt"),
    ("parse", "a.txt", "--why"),
    ("parse", "a.txt", "--format", "json"),
    ("parse", "a.txt", "--format", "yaml"),
    ("status",),
    ("status", "--json"),
    ("check",),
    ("check", "--json"),
    ("log", "a"),
    ("log", "a", "--json"),
    ("log", "a", "--as-of", "2999-01-01T00:00:00Z"),
    ("agreement",),
    ("agreement", "--json"),
    ("agreement", "--format", "markdown"),
    ("codebook", "show"),
    ("codebook", "check"),
    ("export",),
    ("export", "--format", "jsonl"),
    ("open", "a", "--plain", "--coder", "ana", "--read-only"),
    ("parse", "no\x1b[31m\u202e\u200bfile.txt"),
    ("open", "no\x1b]0;x\x07\u2066article", "--plain"),
    ("status", "no\x9b31m\u200farticle"),
    ("log", "a", "--coder", "no\x1b[2Jbody"),
    ("evidence", "show", "e\x1b[31m\u202e"),
    ("no\x1b[31m\u202ecommand",),
]


@pytest.mark.parametrize("words", WAYS, ids=lambda words: ascii(" ".join(words))[1:40])
def test_a_command(folder, words):
    code, said = called(folder, *words, keys="jj?\nq" if words[0] == "open" else "")
    assert said
    assert "Traceback" not in said
    assert code in (0, 1, 2)
    assert arrived(said) == []


def test_a_table_for_other_programs_is_exact_in_a_pipe_and_harmless_on_a_terminal(folder):
    assert "\u202e" in called(folder, "export", "--format", "csv")[1]
    here = Terminal(["export", "--format", "csv"], folder, XDG_STATE_HOME=str(folder / ".state"))
    assert here.end() == 0
    assert "ana" in here.output.decode()
    assert arrived(here.output.decode(), keep="\r\n") == []
