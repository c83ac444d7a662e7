"""The program on a real pseudo-terminal, with a terminal emulator on the other side.

The tests drive it so, and so are the pictures in the manual made.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

COMMAND = [sys.executable, "-m", "qa_annotate"]
PATIENCE = 20.0


class Terminal:
    """A program on a pseudo-terminal. `wait` reads until a condition holds on the screen."""

    def __init__(
        self, arguments: list[str], folder: Path, size: tuple[int, int] = (30, 100), **env: str
    ) -> None:
        rows, columns = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = b""
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", **env})
            os.execv(COMMAND[0], [*COMMAND, *arguments])
        self.resize(rows, columns)

    def resize(self, rows: int, columns: int) -> None:
        """Another size, as a window manager gives it."""
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)
        os.kill(self.pid, signal.SIGWINCH)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._handle, keys.encode())

    def read(self, seconds: float) -> bool:
        """Read what comes within some seconds; False at the end of the program."""
        if not select.select([self._handle], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._handle, 65536)
        except OSError:
            return False
        if not data:
            return False
        if b"\x1b[6n" in data:
            self.send("\x1b[1;1R")
        self.output += data
        self._stream.feed(data)
        return True

    def wait(self, condition: Callable[[str], bool] | str, patience: float = PATIENCE) -> str:
        """Read until the screen holds some words (or a condition is true of it); the screen."""
        end = time.monotonic() + patience
        while not self._holds(condition):
            if time.monotonic() > end or not self.read(0.2):
                if self._holds(condition):
                    break
                raise AssertionError(f"never came: {condition}\n{self.text}")
        return self.text

    def _holds(self, condition: Callable[[str], bool] | str) -> bool:
        return condition in self.text if isinstance(condition, str) else condition(self.text)

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal and wait for the end."""
        os.kill(self.pid, number)
        self.end()

    def hang_up(self) -> None:
        """Take the terminal away, as a closed window or a lost connection does."""
        os.close(self._handle)
        self._handle = -1

    def end(self) -> int:
        """Wait for the end; the exit code."""
        while self.read(0.2):
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                return self._ended(status)
        return self._ended(os.waitpid(self.pid, 0)[1])

    def _ended(self, status: int) -> int:
        while select.select([self._handle], [], [], 0)[0] and self.read(0):
            pass
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """Leave nothing behind."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0
        if self._handle >= 0:
            os.close(self._handle)
