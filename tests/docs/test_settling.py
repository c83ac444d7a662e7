"""The manual's part on settling: its example runs, on a copy of the sample codings."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
PART = MANUAL.partition("## Settling\n")[2].partition("\n## ")[0]
STEP = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")


def test_the_example_runs(tmp_path: Path) -> None:
    for name in ("seeds", "annotations", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    state = {"XDG_STATE_HOME": str(tmp_path / "state"), "COLUMNS": "80", "PYTHONUTF8": "1"}
    steps = STEP.findall(PART)
    assert len(steps) >= 3
    for command, expected in steps:
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=tmp_path / "copy",
            env={**os.environ, **state, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        pieces = [re.escape(piece) for piece in expected.rstrip().split("…")]
        pattern = "(?s:.*?)".join(pieces)
        told = re.sub(r"[ \t]+\n", "\n", done.stdout)
        assert re.fullmatch(rf"\s*{pattern}\s*", told), f"$ {command}\n{done.stdout}"
