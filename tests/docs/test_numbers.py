"""The manual's part on agreement in numbers: its examples run, its tables are the code's."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

from manual import with_coefficients

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
PART = MANUAL.partition("## Agreement in numbers\n")[2].partition("\n## ")[0]


def test_the_table_of_coefficients_is_the_codes() -> None:
    assert with_coefficients(MANUAL) == MANUAL, "run: python scripts/manual.py docs/manual.md"


def test_the_examples_in_python_run() -> None:
    code = re.findall(r"```python\n(.*?)```", PART, re.DOTALL)
    assert code
    test = doctest.DocTestParser().get_doctest("\n".join(code), {}, "manual", None, 0)
    told: list[str] = []
    assert doctest.DocTestRunner().run(test, out=told.append).failed == 0, "".join(told)


def test_the_example_on_the_command_line_runs(tmp_path: Path) -> None:
    (block,) = re.findall(r"```console\n(.*?)```", PART, re.DOTALL)
    first, second, *expected = block.rstrip().split("\n")
    subprocess.run(["sh", "-c", first.removeprefix("$ ")], cwd=tmp_path, check=True)
    words = second.removeprefix("$ qa-annotate ").split()
    done = subprocess.run(
        [sys.executable, "-m", "qa_annotate", *words],
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("\n".join(expected).removesuffix("…")), done.stdout


def test_every_design_of_the_benchmark_has_its_row() -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        from coverage import DESIGNS
    finally:
        sys.path.pop(0)
    rows = [line for line in PART.splitlines() if re.match(r" *\d+ +\d+ +\d+ +\d+%", line)]
    found = [(int(row.split()[0]), int(row.split()[1])) for row in rows]
    assert found == [(design.coders, design.units) for design in DESIGNS]
