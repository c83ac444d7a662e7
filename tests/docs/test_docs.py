"""The documents tell the truth: the tour runs, and every command, option, key and rule is named."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from manual import with_keys
from terminal import Terminal
from typer.main import get_command

from qa_annotate.cli.app import loaded

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
GUIDES = (ROOT / "docs" / "guides.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
DOCUMENTS += sorted((ROOT / "docs").glob("*.md"))

STEP = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")
KEYS = {"space": " ", "Enter": "\r"}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project's own files, to try the tour on."""
    for name in ("seeds", "annotations", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name)
    return tmp_path / "copy"


def run(command: str, folder: Path, state: Path) -> str:
    """What a command prints, on both streams, in a terminal 80 columns wide."""
    words = shlex.split(command)
    assert words[0] == "qa-annotate"
    env = {**os.environ, "COLUMNS": "80", "XDG_STATE_HOME": str(state), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "qa_annotate", *words[1:]],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def session(command: str, keys: str, folder: Path, state: Path) -> str:
    """A session, its keys pressed one by one, and what it says when it is left."""
    words = shlex.split(command)[1:]
    here = Terminal(words, folder, (30, 100), XDG_STATE_HOME=str(state))
    try:
        here.wait("saved")
        for key in keys.split():
            here.read(0.2)
            here.send(KEYS.get(key, key))
        assert here.end() == 0
        return here.text
    finally:
        here.close()


def matches(expected: str, printed: str) -> bool:
    """Whether what was printed is what stands there; `…` stands for anything."""
    pieces = [re.escape(piece) for piece in expected.rstrip().split("…")]
    pattern = "(?s:.*?)".join(pieces)
    return re.fullmatch(rf"\s*{pattern}\s*", printed) is not None


@pytest.mark.parametrize("text", [README, GUIDES], ids=["readme", "guides"])
def test_the_steps_run_as_they_stand(text: str, copy: Path, tmp_path: Path) -> None:
    steps = STEP.findall(text)
    assert len(steps) >= 6
    for command, expected in steps:
        if expected.startswith("keys: "):
            keys, _, expected = expected.removeprefix("keys: ").partition("\n")
            printed = session(command, keys, copy, tmp_path / "state")
            expected = f"…{expected}"  # the screen that was left stands above
        else:
            printed = run(command, copy, tmp_path / "state")
        assert matches(expected, printed), f"$ {command}\n{printed}"


def test_the_readme_names_both_commands_and_the_platforms() -> None:
    for word in ("make open", "make test", "Linux, macOS", "WSL", "Python 3.11"):
        assert word in README


def commands() -> list[tuple[str, list[str]]]:
    """Each command with its options, those of the commands in it too."""
    found = get_command(loaded(())).commands  # type: ignore[attr-defined]
    return [(name, sorted(set(options(command)))) for name, command in found.items()]


def options(command: Any) -> Iterator[str]:
    yield from (o for p in command.params for o in p.opts if o.startswith("--"))
    for inner in getattr(command, "commands", {}).values():
        yield from options(inner)


@pytest.mark.parametrize(("name", "options"), commands())
def test_the_manual_names_every_command_and_option(name: str, options: list[str]) -> None:
    part = re.search(rf"\n### {name}\n(.*?)(?=\n##|\Z)", MANUAL, re.DOTALL)
    assert part, f"the manual has no part on {name}"
    for option in options:
        assert option in part[1], f"the manual doesn't name {option} of {name}"


def test_the_manuals_keys_are_the_sessions() -> None:
    assert with_keys(MANUAL) == MANUAL, "run: python scripts/manual.py docs/manual.md"


def test_the_manual_names_every_rule() -> None:
    rules = set()
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        rules |= set(re.findall(r'rule="([a-z-]+)"', text))
        rules |= set(
            re.findall(r'Problem\(\s*[^,]+(?:\([^)]*\))*[^,]*,\s*[^,]+,\s*"([a-z-]+)"', text)
        )
    assert rules > {"quote", "log", "yaml"}
    for rule in rules:
        assert f"`{rule}`" in MANUAL, f"the manual doesn't name the rule {rule}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_help_answered_at_once_is_the_help() -> None:
    env = {**os.environ, "COLUMNS": "80"}
    slow = "import sys; sys.argv[1:] = ['--help']; from qa_annotate.cli.roof import run; run()"
    told = subprocess.run([sys.executable, "-c", slow], env=env, capture_output=True, check=True)
    quick = subprocess.run(
        [sys.executable, "-m", "qa_annotate", "--help"], env=env, capture_output=True, check=True
    )
    assert quick.stdout == told.stdout, "run: make help"
