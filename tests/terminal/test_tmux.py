"""The session in tmux: another terminal than our emulator, other eyes on the same screen."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class Tmux:
    """A tmux server of its own, with one window that runs the program."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._socket = str(folder / "tmux")
        command = f"XDG_STATE_HOME={folder}/state {sys.executable} -m qa_annotate {' '.join(words)}"
        self._run("new-session", "-d", "-x", "100", "-y", "30", f"cd {folder}; {command}; sleep 30")

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, "-f", "/dev/null", *words],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def send(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def wait(self, words: str) -> str:
        end = time.monotonic() + 20
        while words not in (screen := self._run("capture-pane", "-p")):
            assert time.monotonic() < end, f"never came: {words}\n{screen}"
            time.sleep(0.1)
        return screen

    def close(self) -> None:
        self._run("kill-server")


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    (tmp_path / "a.txt").write_bytes(SEED.read_bytes())
    made = Tmux(tmp_path, "open", "a.txt", "--coder", "amal")
    yield made
    made.close()


def test_label_move_note_and_leave(tmux: Tmux) -> None:
    tmux.wait("saved 0/17")
    tmux.send("]", "u", "Space")
    tmux.wait("saved 2/17")
    tmux.send("Up", "Up", "c")
    tmux.wait("note:")
    tmux.send("-l", "said twice")
    tmux.send("Enter")
    screen = tmux.wait("note kept")
    assert "›u  Yes, this has happened many times." in screen
    tmux.send("S-Right", "Tab", "Escape", "PageDown", "q")
    tmux.wait("1 claim, 2 of 17 units decided, open.")


def test_to_the_shell_and_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SEED.read_bytes())
    shell = Tmux(tmp_path, "--version; exec bash --norc -i")
    try:
        shell.wait("qa-annotate 0")
        program = f"XDG_STATE_HOME={tmp_path}/state {sys.executable} -m qa_annotate"
        shell.send("-l", f"{program} open a.txt --coder amal")
        shell.send("Enter")
        shell.wait("saved 0/17")
        shell.send("u")
        shell.wait("saved 1/17")
        shell.send("C-z")
        shell.wait("Stopped")
        shell.send("-l", "echo here again")
        shell.send("Enter")
        shell.wait("here again")
        shell.send("fg", "Enter")
        shell.wait("saved 1/17")
        shell.send("a")
        shell.wait("saved 2/17")
        shell.send("q")
        shell.wait("2 claims, 2 of 17 units decided, open.")
    finally:
        shell.close()
