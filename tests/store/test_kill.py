"""A process killed at any moment loses nothing that it had acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qa_annotate.errors import FileError
from qa_annotate.store import project as store
from qa_annotate.store.documents import Paths, open_desk, read_document
from qa_annotate.store.project import Project

NOW = "2026-11-22T10:04:11Z"
LABELS_WITHOUT_END = '''
"""Label sentence after sentence; each number printed is an entry that the disk has."""
import itertools, sys
from pathlib import Path
from qa_annotate.core import editing, history
from qa_annotate.core.editing import Hand
from qa_annotate.store import project as store
from qa_annotate.store.documents import Paths, open_desk
NOW = "2026-11-22T10:04:11Z"
home = store.Project(Path(sys.argv[1]))
name = home.articles()[0]
opened, codebook = store.load_article(home, name), store.load_codebook(home)
desk = open_desk(Paths(home, name, "amal"), opened, codebook, at=NOW, tool="0.1.0")
hand = Hand(coder="amal", at=NOW, codebook=codebook, outline=opened.outline)
state, labels = desk.history, itertools.cycle(label.id for label in codebook.labels)
print("ready", flush=True)
for turn in itertools.count():
    sentence = opened.outline.sentences[turn % len(opened.outline.sentences)]
    new_id = editing.claim_id(int(sys.argv[2]) * 10**6 + turn)
    span = (sentence.start, sentence.end)
    edit = editing.label_span(state.document, span, next(labels), new_id, hand)
    if editing.is_empty(edit):
        continue
    seq = desk.append(edit, NOW)
    desk.flush()
    desk.sync()
    print(seq, flush=True)
    state = history.step(state, seq, edit, opened.text)
    if turn % 3 == 2:
        desk.save(state.document, NOW)
'''


def killed(root: Path, run: int, after: float) -> int:
    """Let it label for some time, then kill it; the last entry that it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-c", LABELS_WITHOUT_END, str(root), str(run)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(after)
    child.kill()
    told = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return int(told[-1]) if told else 0


def test_killed_at_random_moments(project: Project, seed_name: str) -> None:
    chance = random.Random(1)
    paths = Paths(project, seed_name, "amal")
    opened, codebook = store.load_article(project, seed_name), store.load_codebook(project)
    acknowledged = 0
    for run in range(1, 9):
        acknowledged = max(acknowledged, killed(project.root, run, chance.uniform(0, 0.12)))
        read = read_document(paths, opened, codebook)
        assert len(read.log.entries) >= acknowledged
        assert read.outside is None
    assert acknowledged > 20
    desk = open_desk(paths, opened, codebook, at=NOW, tool="0.1.0")
    desk.save(desk.history.document, NOW)
    desk.close()
    assert read_document(paths, opened, codebook).history == desk.history


def test_cut_at_every_byte_of_its_last_entry(project: Project, seed_name: str) -> None:
    """Where a kill or a power cut leaves a part of a line, the whole lines before it stand."""
    paths = Paths(project, seed_name, "amal")
    opened, codebook = store.load_article(project, seed_name), store.load_codebook(project)
    killed(project.root, 1, 0.02)
    paths.document.unlink(missing_ok=True)
    data = paths.log.read_bytes()
    whole = data[: data.rindex(b"\n") + 1]
    start = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    count = whole.count(b"\n")
    for end in range(start, len(whole), 7):
        paths.log.write_bytes(whole[:end])
        assert len(read_document(paths, opened, codebook).log.entries) == count - 1
    paths.log.write_bytes(whole[:start] + b"x" + whole[start:])
    with pytest.raises(FileError):
        read_document(paths, opened, codebook)
