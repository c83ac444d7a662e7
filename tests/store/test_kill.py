"""A process killed at any moment loses nothing that it had acknowledged."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import time

import pytest

from qa_annotate.core import editing, history
from qa_annotate.core.editing import Hand
from qa_annotate.errors import FileError
from qa_annotate.store import project as store
from qa_annotate.store.documents import Paths, open_desk, read_document
from qa_annotate.store.project import Project

NOW = "2026-11-22T10:04:11Z"


def label_without_end(home: Project, run: int, told: int) -> None:
    """Label sentence after sentence; each number told is an entry that the disk has."""
    name = home.articles()[0]
    opened, codebook = store.load_article(home, name), store.load_codebook(home)
    desk = open_desk(Paths(home, name, "amal"), opened, codebook, at=NOW, tool="0.1.0")
    hand = Hand(coder="amal", at=NOW, codebook=codebook, outline=opened.outline)
    state, labels = desk.history, [label.id for label in codebook.labels]
    count = len(opened.outline.sentences)
    for turn in itertools.count():
        sentence = opened.outline.sentences[turn % count]
        label = labels[(run + turn + turn // count) % len(labels)]  # another at every pass
        new_id = editing.claim_id(run * 10**6 + turn)
        span = (sentence.start, sentence.end)
        edit = editing.label_span(state.document, span, label, new_id, hand)
        if editing.is_empty(edit):
            continue
        seq = desk.append(edit, NOW)
        desk.flush()
        desk.sync()
        os.write(told, f"{seq}\n".encode())
        state = history.step(state, seq, edit, opened.text)
        if turn % 3 == 2:
            os.write(told, b"saving\n")
            desk.save(state.document, NOW)
            os.write(told, b"saved\n")


def killed(home: Project, run: int, entries: int, after: float) -> tuple[int, bool]:
    """Let it acknowledge some entries and go on for a moment, then kill it.

    The last entry that it told of, and whether it was in the middle of a save.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            label_without_end(home, run, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = [pipe.readline() for _ in range(entries)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        told += pipe.read().splitlines(keepends=True)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    whole = [line.strip() for line in told if line.endswith("\n")]
    numbers = [int(line) for line in whole if line.isdigit()]
    return max(numbers, default=0), whole[-1:] == ["saving"]


KILLS = 1_000 if os.environ.get("QA_ANNOTATE_TORTURE") else 8


def test_killed_at_random_moments(project: Project, seed_name: str) -> None:
    """`make torture` does it a thousand times; the seed of chance is told where one fails."""
    chance = random.Random(1)
    paths = Paths(project, seed_name, "amal")
    opened, codebook = store.load_article(project, seed_name), store.load_codebook(project)
    acknowledged = in_a_save = 0
    for run in range(1, KILLS + 1):
        entries, after = chance.randint(0, 5), chance.uniform(0, 0.02)
        told, saving = killed(project, run, entries, after)
        acknowledged, in_a_save = max(acknowledged, told), in_a_save + saving
        read = read_document(paths, opened, codebook)  # raises where a file is unreadable
        assert len(read.log.entries) >= acknowledged, f"kill {run} lost an acknowledged entry"
        assert read.outside is None, f"kill {run} left a file that its log doesn't know"
        if run % 50 == 0:  # a fresh desk, so that logs stay short
            shutil.rmtree(paths.folder)
            acknowledged = 0
    assert KILLS < 100 or in_a_save > 20
    desk = open_desk(paths, opened, codebook, at=NOW, tool="0.1.0")
    desk.save(desk.history.document, NOW)
    desk.close()
    assert read_document(paths, opened, codebook).history == desk.history


def test_cut_at_every_byte_of_its_last_entry(project: Project, seed_name: str) -> None:
    """Where a kill or a power cut leaves a part of a line, the whole lines before it stand."""
    paths = Paths(project, seed_name, "amal")
    opened, codebook = store.load_article(project, seed_name), store.load_codebook(project)
    killed(project, 1, 3, 0.0)
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
