"""The floors: imports point down, wings don't know each other, each library has a home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "qa_annotate"

FLOORS = {
    "errors": 1,
    "core": 2,
    "adapters": 3,
    "ingest": 4,
    "store": 4,
    "formats": 4,
    "session": 4,
    "agreement": 4,
    "report": 4,
    "console": 4,
    "commands": 5,
    "cli": 6,
    "__main__": 7,
    "__init__": 1,
}

HOMES = {
    "typer": {"cli"},
    "click": set(),
    "rich": {"console"},
    "ruamel": {"adapters"},
    "ryaml": {"adapters"},
    "msgspec": {"adapters"},
    "jsonschema_rs": {"adapters"},
    "sentencex": {"adapters"},
    "prompt_toolkit": {"session"},
    "wcwidth": {"session"},
    "numpy": {"agreement"},
    "jinja2": {"report"},
    "markupsafe": {"report"},
    "matplotlib": {"report"},
    "markdown_it": {"ingest"},
    "trafilatura": {"ingest"},
    "lxml": {"ingest"},
    "pypdf": {"ingest"},
    "mammoth": {"ingest"},
    "prov": {"formats"},
    "edlib": {"adapters"},
    "rapidfuzz": {"adapters"},
}

LATE = {"cli", "__main__"}
"""Where an import may wait inside a function."""


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def wing(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Each imported module with its line; our own as `qa_annotate.…`."""
    package = ["qa_annotate", *path.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *filter(None, [node.module])])
            if name == "qa_annotate":
                yield from ((f"{name}.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield name, node.lineno


def own(name: str) -> str | None:
    """The wing of one of our modules."""
    parts = name.split(".")
    return (parts[1] if len(parts) > 1 else "__init__") if parts[0] == "qa_annotate" else None


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    here = wing(path)
    for name, line in imports(path):
        there = own(name)
        if there is None or there.startswith("__version"):
            continue
        assert there in FLOORS, f"{path}:{line}: {name} is on no floor"
        if there == here:
            continue
        assert FLOORS[there] < FLOORS[here], f"{path}:{line}: {here} may not import {there}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_each_library_has_one_home(path: Path) -> None:
    for name, line in imports(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or wing(path) in homes, f"{path}:{line}: {name} lives in {homes}"


def test_the_core_imports_nothing_from_outside() -> None:
    import sys

    for path in ROOT.glob("core/**/*.py"):
        for name, line in imports(path):
            top = name.split(".")[0]
            assert top == "qa_annotate" or top in sys.stdlib_module_names, f"{path}:{line}: {name}"
            assert top not in {"os", "io", "pathlib", "time", "random", "secrets"}, (
                f"{path}:{line}: the core does no I/O and knows no clock"
            )


def test_prompt_toolkit_stays_in_the_shell() -> None:
    for path in ROOT.glob("session/*.py"):
        for name, line in imports(path):
            if name.split(".")[0] == "prompt_toolkit":
                assert path.name in {"app.py", "painter.py"}, f"{path}:{line}"


def test_imports_wait_in_functions_only_where_commands_are_loaded() -> None:
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                late = [n for n in ast.walk(function) if isinstance(n, ast.Import | ast.ImportFrom)]
                assert not late or wing(path) in LATE, f"{path}:{function.lineno}"


def test_nothing_prints_below_the_command_line() -> None:
    for path in modules():
        if wing(path) in {"cli", "__main__", "console"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", f"{path}:{node.lineno}"


def test_no_room_is_too_large_and_no_function_too_long() -> None:
    for path in modules():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 700, f"{path} has {text.count(chr(10))} lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                assert length <= 60, f"{path}:{node.lineno}: {node.name} has {length} lines"


def test_every_module_says_what_it_is_for() -> None:
    for path in modules():
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
