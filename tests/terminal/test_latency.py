"""A key in a long article with many claims costs no more than a key may, with much slack.

`benchmarks/session.py` measures it in full, at 100,000 sentences.
"""

from __future__ import annotations

import os
import sys
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from qa_annotate.commands.add import add

ROOT = Path(__file__).parents[2]
SLACK = 3.0

pytestmark = pytest.mark.skipif(
    not Path(f"/proc/{os.getpid()}/schedstat").exists(), reason="only Linux tells it so finely"
)


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    found = util.spec_from_file_location("bench_session", ROOT / "benchmarks" / "session.py")
    assert found is not None
    module = util.module_from_spec(found)
    sys.modules["bench_session"] = module
    found.loader.exec_module(module)  # type: ignore[union-attr]
    return module


@pytest.fixture(scope="module")
def desk(bench: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    bench.long_talk(folder, 20_000)
    (folder / "annotations").mkdir()
    add(str(folder / "long.txt"), project=folder, by="bench")
    bench.with_claims(folder, "many", 2_000)
    return folder


@pytest.mark.parametrize(("size", "most"), [((24, 80), 8), ((50, 200), 16)])
def test_a_key_is_answered_at_once(bench: ModuleType, desk: Path, size, most) -> None:
    with bench.sitting(desk, size, "long.txt", "--coder", "many") as session:
        costs = bench.latency(session, "j" * 20 + "u" * 10 + "kjzZ" * 3)
        assert costs.at(90) < SLACK * most, str(costs)
        assert session.megabytes < SLACK * 100


def test_the_first_screen_comes_at_once(bench: ModuleType) -> None:
    new, known = bench.first_screen(1)
    assert known < SLACK * 350
    assert new < SLACK * 350
