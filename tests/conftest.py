"""What all rooms share: the seed, a project with it, small interviews written as text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from qa_annotate.commands.add import add
from qa_annotate.core import editing, history
from qa_annotate.core.editing import Hand
from qa_annotate.core.model import Article, Block, Custody, Metadata, Pair, Reading, Span, Tool
from qa_annotate.core.outline import outline, with_sentences
from qa_annotate.core.records import Codebook, CodebookRef, Document, Edit
from qa_annotate.core.text import sha256_text
from qa_annotate.store.documents import Choice, Desk, Paths, open_desk
from qa_annotate.store.project import Opened, Project, default_codebook, load_article, load_codebook

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"
settings.register_profile("tests", derandomize=True, deadline=None)
settings.load_profile("tests")

NOW = "2026-11-22T10:04:11Z"


@pytest.fixture(autouse=True)
def _nobody(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or changes what is remembered of the person who runs it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    monkeypatch.delenv("QA_ANNOTATE_CODER", raising=False)


# ---- the seed -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """Where the seed article lies in the repository."""
    return SEED


@pytest.fixture(scope="session")
def seed() -> str:
    """The text of the seed article."""
    return SEED.read_bytes().decode()


@pytest.fixture(scope="session")
def seed_name() -> str:
    """What a project calls the seed article."""
    return SEED.stem


@pytest.fixture(scope="session")
def made_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the seed inside it; only ever copied."""
    root = tmp_path_factory.mktemp("made") / "project"
    (root / "seeds").mkdir(parents=True)
    shutil.copy(SEED, root / "seeds")
    add(str(root / "seeds" / SEED.name), project=root, by="amal")
    return root


@pytest.fixture
def project(made_project: Path, tmp_path: Path) -> Project:
    """A project of its own with the seed added: its source stands inside the project."""
    root = tmp_path / "project"
    shutil.copytree(made_project, root)
    return Project(root)


@pytest.fixture(scope="session")
def seed_article(made_project: Path, seed_name: str) -> Opened:
    """The seed as a project holds it."""
    return load_article(Project(made_project), seed_name)


# ---- one coder's work in a project --------------------------------------------------------------


class Coder:
    """A coder at the desk of the seed article, as a session would sit there: edits go to the log
    first, then to the document; leaving saves."""

    def __init__(
        self, project: Project, article: str, name: str, at: str = NOW, choice: Choice = "ask"
    ) -> None:
        self.project = project
        self.opened = load_article(project, article)
        self.codebook = load_codebook(project)
        self.paths = Paths(project, article, name)
        self.at = at
        self.desk: Desk = open_desk(
            self.paths, self.opened, self.codebook, at=at, tool="0.1.0", choice=choice
        )
        self.history = self.desk.history
        self._ids = iter(range(len(self.history.document.claims), 10**6))

    @property
    def document(self) -> Document:
        """The document as it stands."""
        return self.history.document

    @property
    def hand(self) -> Hand:
        """Who edits."""
        return Hand(
            coder=self.paths.coder, at=self.at, codebook=self.codebook, outline=self.opened.outline
        )

    def span(self, words: str) -> Span:
        """Where some words stand in the article."""
        start = self.opened.text.index(words)
        return start, start + len(words)

    def edit(self, edit: Edit | None) -> int:
        """Make an edit, its entry on disk before it counts."""
        assert edit is not None
        seq = self.desk.append(edit, self.at)
        self.desk.flush()
        self.desk.sync()
        self.history = history.step(self.history, seq, edit, self.opened.text)
        return seq

    def label(self, words: str, label: str) -> int:
        """Label some words."""
        number = next(self._ids) * 2**20 + sum(map(ord, self.paths.coder))
        new_id = editing.claim_id(number)
        return self.edit(
            editing.label_span(self.document, self.span(words), label, new_id, self.hand)
        )

    def read(self, words: str) -> int:
        """Read some words without finding a claim."""
        return self.edit(editing.read_span(self.document, self.span(words), self.hand))

    def undo(self) -> int:
        """Take the last edit back."""
        return self.edit(history.undo(self.history))

    def redo(self) -> int:
        """Bring it back."""
        return self.edit(history.redo(self.history))

    def save(self) -> None:
        """Write the YAML."""
        self.desk.save(self.document, self.at)

    def leave(self) -> Path:
        """Save and go; where the YAML lies."""
        self.save()
        self.desk.close()
        return self.paths.document

    def die(self) -> Path:
        """Go without saving, as a killed process does; where the YAML would lie."""
        self.desk.close()
        return self.paths.document


@pytest.fixture(scope="session")
def seat() -> type[Coder]:
    """Seats a coder at an article of any project, where `sit` doesn't do."""
    return Coder


@pytest.fixture
def sit(project: Project, seed_name: str) -> Iterator[Callable[..., Coder]]:
    """Let a coder sit down at the seed article of the project."""
    seated: list[Coder] = []

    def sit_down(name: str = "amal", at: str = NOW, choice: Choice = "ask") -> Coder:
        seated.append(Coder(project, seed_name, name, at, choice))
        return seated[-1]

    yield sit_down
    for coder in seated:
        coder.desk.close()


# ---- small interviews as text -------------------------------------------------------------------

_LINE = re.compile(r"(?P<role>[a-z]+)(?: \((?P<speaker>[^)]+)\))?\| (?:(?P<label>[A-Z]+:) )?")


def _cut(text: str, span: Span, _: str | None) -> tuple[Span, ...]:
    """Sentences that end with a mark and a space: enough for texts of our own."""
    found = re.finditer(r"\S[^.!?]*[.!?]*", text[span[0] : span[1]])
    return tuple((span[0] + m.start(), span[0] + m.end()) for m in found)


def interview(lines: str, name: str = "bridge") -> Opened:
    """An article from lines such as `answer (Amal)| They fled. We stayed.`, one block each.

    An answer belongs to the question before it; a label such as `Q:` is no part of what is said.
    """
    text, blocks, pairs = "", [], []
    for line in filter(None, map(str.strip, lines.strip().splitlines())):
        head = _LINE.match(line)
        assert head is not None, line
        body = f"{head['label']} " if head["label"] else ""
        start, said = len(text), line[head.end() :]
        label = (start, start + len(body) - 1) if body else None
        text += body + said + "\n\n"
        end = len(text) - 2
        span = (start + len(body), end)
        blocks.append(
            Block(start=start, end=end, role=head["role"], speaker=head["speaker"], label=label)
        )
        if head["role"] == "question":
            pairs.append(Pair(id=f"q{len(pairs) + 1}", question=span))
        elif head["role"] == "answer" and pairs:
            pairs[-1] = replace(pairs[-1], answer=(*pairs[-1].answer, span))
    text = text.rstrip("\n") + "\n"
    return _opened(name, text, with_sentences(blocks, text, _cut, None), tuple(pairs))


def _opened(name: str, text: str, blocks: tuple[Block, ...], pairs: tuple[Pair, ...]) -> Opened:
    tool = Tool(name="test", version="1")
    article = Article(
        id=name,
        custody=Custody(
            source=f"{name}.txt",
            name=f"{name}.txt",
            media_type="text/plain",
            encoding="utf-8",
            bytes=len(text.encode()),
            source_sha256=sha256_text(text),
            text_sha256=sha256_text(text),
            extractor=tool,
        ),
        metadata=Metadata(title="The bridge"),
        reading=Reading(parser=tool, convention="labels", confidence=1.0),
        segmenter=tool,
        blocks=blocks,
        pairs=pairs,
    )
    return Opened(article=article, text=text, outline=outline(article, text, ("answer", "intro")))


@pytest.fixture(scope="session", name="interview")
def _interview() -> Callable[..., Opened]:
    """Make an article from a few lines of text."""
    return interview


BRIDGE = """
headline| The bridge
intro| The bridge fell in May. Nobody crossed since.
question (Omar)| Q: What happened?
answer (Amal)| They shelled it. We ran.
caption| The bridge in April.
answer (Amal)| Two died.
intro| Omar put away his pen.
question (Omar)| Q: And now?
answer (Amal)| We wait.
"""


@pytest.fixture(scope="session")
def bridge() -> Opened:
    """A small interview: an introduction, a turn with a caption in it, narrative, a second turn."""
    return interview(BRIDGE)


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The codebook that a project gets where it has none."""
    return default_codebook()


@pytest.fixture(scope="session")
def empty(bridge: Opened) -> Document:
    """Amal's empty document about the bridge."""
    return Document(
        article="bridge",
        text_sha256=bridge.article.custody.text_sha256,
        codebook=CodebookRef(id="claims-evidence", version="1.0"),
        coder="amal",
    )
