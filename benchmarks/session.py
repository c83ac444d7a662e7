"""How quick a labelling session is: key to last byte, first screen, memory.

    python benchmarks/session.py [SENTENCES] [--claims N]

The session runs on a real pseudo-terminal. A key's cost is the processor time of its process from
the key to the last byte of the repaint, all threads counted, so another busy program doesn't show.
Each screen size is measured with no claims and with 5,000, and while the document is being saved.
Linux alone tells a process's time so finely (`/proc`).
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from qa_annotate.adapters import yaml
from qa_annotate.core.editing import Hand, claim_id, new_claim
from qa_annotate.session.app import PAUSE
from qa_annotate.store import project as store
from qa_annotate.store.documents import Paths, blank, open_desk
from qa_annotate.store.project import Project
from qa_annotate.store.rewriting import plainly

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"
SIZES = ((24, 80), (50, 200))
AT = "2026-01-01T00:00:00Z"
KEYS = "j" * 120 + "u" * 60 + "]" * 30 + "kjzZ" * 10


@dataclass(frozen=True)
class Cost:
    """Milliseconds of processor time of each of some keys."""

    keys: Sequence[float]

    def at(self, percent: int) -> float:
        """A percentile."""
        ordered = sorted(self.keys)
        return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]

    def __str__(self) -> str:
        return f"p50 {self.at(50):5.1f}  p99 {self.at(99):5.1f}  worst {self.at(100):5.1f} ms"


# ---- what is measured on ------------------------------------------------------------------------


def long_talk(folder: Path, sentences: int) -> None:
    """A talk of so many sentences, twenty to a question."""
    hours = "the road near the bridge was closed and families of the quarter waited for bread."
    with (folder / "long.txt").open("w", encoding="utf-8") as file:
        file.write("A long talk\n\n")
        for day in range(sentences // 20):
            file.write(f"Q: What happened on day {day} of the blockade, and who saw it?\n\n")
            for part in range(4):
                said = (f"On day {day}, at hour {part * 5 + hour}, {hours}" for hour in range(5))
                file.write(" ".join(said) + "\n\n")


def with_claims(folder: Path, coder: str, count: int) -> None:
    """The coder's document, so many claims in it, spread over the article."""
    home = Project(folder)
    opened, codebook = store.load_article(home, "long"), store.load_codebook(home)
    hand = Hand(coder=coder, at=AT, codebook=codebook, outline=opened.outline)
    units = opened.outline.units
    chosen = [opened.outline.sentences[units[i * len(units) // count]] for i in range(count)]
    labels = [label.id for label in codebook.labels]
    claims = tuple(
        new_claim((s.start, s.end), labels[i % len(labels)], claim_id(i), hand)
        for i, s in enumerate(chosen)
    )
    read = tuple((s.start, s.end) for s in chosen)
    document = replace(blank(opened, codebook, coder), claims=claims, read=read)
    paths = Paths(home, "long", coder)
    paths.folder.mkdir(parents=True, exist_ok=True)
    paths.document.write_text(yaml.dump(plainly(document)), encoding="utf-8")
    open_desk(paths, opened, codebook, at=AT, tool="benchmark").close()  # begins its log


# ---- a session on a terminal --------------------------------------------------------------------


class Session:
    """The program on a pseudo-terminal whose bytes are read and thrown away."""

    def __init__(self, folder: Path, size: tuple[int, int], *words: str) -> None:
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.chdir(folder)
            env = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(folder / "state")}
            env.pop("NO_COLOR", None)
            os.execve(sys.executable, [sys.executable, "-m", "qa_annotate", *words], env)

    def painted(self, quiet: float, patience: float = 90.0) -> None:
        """Read until nothing has come for some seconds."""
        wait = patience
        while select.select([self._handle], [], [], wait)[0]:
            data = os.read(self._handle, 65536)
            if b"\x1b[6n" in data:
                os.write(self._handle, b"\x1b[1;1R")
            wait = quiet

    def key(self, key: str, quiet: float = 0.03) -> float:
        """Milliseconds of processor time that a key takes to its last byte."""
        before = self.spent
        os.write(self._handle, key.encode())
        self.painted(quiet, 0.5)
        return self.spent - before

    @property
    def spent(self) -> float:
        """Milliseconds of processor time of the process so far, in all its threads."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    @property
    def megabytes(self) -> int:
        """Memory that the process holds."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))

    def close(self) -> None:
        """End it without a word."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._handle)


@contextmanager
def sitting(folder: Path, size: tuple[int, int], *words: str) -> Iterator[Session]:
    """A session that is up and painted."""
    session = Session(folder, size, "open", *words)
    try:
        session.painted(1.0)
        yield session
    finally:
        session.close()


# ---- the figures --------------------------------------------------------------------------------


def latency(session: Session, keys: str = KEYS) -> Cost:
    """What each of some keys costs."""
    return Cost([session.key(key) for key in keys])


def while_saving(session: Session, document: Path, rounds: int = 4) -> Cost:
    """What keys cost from the moment a save begins until its file stands."""
    costs: list[float] = []
    for _ in range(rounds):
        session.key("u")
        before = document.stat().st_mtime_ns if document.exists() else 0
        time.sleep(PAUSE - 0.06)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            costs.append(session.key("j", quiet=0.01))
            if document.exists() and document.stat().st_mtime_ns != before:
                break
    return Cost(costs)


def first_screen(runs: int) -> tuple[float, float]:
    """Processor time to the first screen of the seed: a new article, and one that is known."""
    new, known = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            shutil.copy(SEED, folder / "a.txt")
            for kind in (new, known):
                with sitting(folder, SIZES[0], "a.txt", "--coder", "bench") as session:
                    kind.append(session.spent)
    return statistics.median(new), statistics.median(known)


def main(sentences: int, claims: int) -> None:
    """Print every figure."""
    new, known = first_screen(5)
    print(f"first screen of the seed: new {new:.0f} ms, known {known:.0f} ms of processor time")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long_talk(folder, sentences)
        add = [sys.executable, "-m", "qa_annotate", "add", "long.txt"]
        env = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}
        subprocess.run(add, cwd=folder, check=True, capture_output=True, env=env)
        with_claims(folder, "many", claims)
        for coder, count in (("none", 0), ("many", claims)):
            for rows, columns in SIZES:
                where = f"{sentences:,} sentences, {count:,} claims, {columns} by {rows}"
                with sitting(folder, (rows, columns), "long.txt", "--coder", coder) as session:
                    print(f"{where}: {latency(session)}, {session.megabytes} MB")
                    document = folder / f"annotations/long/coders/{coder}.yaml"
                    print(f"{'while saving':>{len(where)}}: {while_saving(session, document)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=int, nargs="?", default=100_000)
    parser.add_argument("--claims", type=int, default=5_000)
    asked = parser.parse_args()
    main(asked.sentences, asked.claims)
