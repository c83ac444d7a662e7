"""How long the program takes to start, beside bare Python: processor time, medians of one run.

    python benchmarks/start.py [RUNS]

The commands are run in turn, so that a busy machine is busy for all of them.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = "seeds/isis-regime-close-in-on-deir-e-zor-rebels.txt"


def command() -> str:
    """The installed command, beside this Python or on the path."""
    beside = Path(sys.executable).with_name("qa-annotate")
    return str(beside) if beside.exists() else str(shutil.which("qa-annotate"))


def processor_time(words: Sequence[str], env: dict[str, str]) -> float:
    """Milliseconds of processor time that a command takes, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, cwd=ROOT, env=env, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used * 1000


def main(runs: int) -> None:
    """Print each command's time and its ratio to bare Python's."""
    run = command()
    cases = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "qa-annotate --help": [run, "--help"],
        "qa-annotate --version": [run, "--version"],
        "qa-annotate parse (seed, JSON)": [run, "parse", SEED, "--format", "json"],
        "qa-annotate status": [run, "status"],
        "qa-annotate check": [run, "check"],
        "qa-annotate export": [run, "export"],
        "qa-annotate agreement": [run, "agreement"],
    }
    with tempfile.TemporaryDirectory() as state:
        env = {**os.environ, "XDG_STATE_HOME": state}
        times = {name: [] for name in cases}  # type: dict[str, list[float]]
        for _ in range(runs):
            for name, words in cases.items():
                times[name].append(processor_time(words, env))
    bare = statistics.median(times["python -c pass"])
    for name, found in times.items():
        median = statistics.median(found)
        print(f"{name:32} {median:7.1f} ms  {median / bare:6.2f} × bare Python")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
