"""How fast agreement is counted, each figure beside the package that does the same, if installed.

Run: python benchmarks/agreement.py
Prints processor seconds (all threads), the best of several runs, and the ratio to the other
package. The data are made here, from a fixed seed: coders right seven times in ten, a fifth of the
ratings missing.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from qa_annotate import agreement

LABELS = ("verified", "unverified", "allegation", "no claim")


def ratings(coders: int, units: int) -> Any:
    """Coders by units, labels 1 to 5, NaN missing."""
    random = np.random.default_rng(1)
    truth = random.integers(1, 6, units)
    guess = random.integers(1, 6, (coders, units))
    data = np.where(random.random((coders, units)) < 0.7, truth, guess).astype(float)
    data[random.random((coders, units)) < 0.2] = np.nan
    return data


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Processor time of the fastest run."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def installed(name: str) -> ModuleType | None:
    """A module, None where its package is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def line(what: str, ours: float, package: str, theirs: float | None) -> None:
    """One figure beside the other package's."""
    beside = f"{package} not installed"
    if theirs is not None:
        beside = f"{package} {theirs:.3f} s, {theirs / ours:.1f} times as long"
    print(f"{what:<58} {ours:.3f} s   {beside}", flush=True)


def one_alpha(krippendorff: ModuleType | None) -> None:
    """Nominal alpha from the same array, with and without the labels declared."""
    data = ratings(10, 1_000_000)
    for said, domain in (("", None), (", labels declared", [1.0, 2.0, 3.0, 4.0, 5.0])):
        ours = seconds(partial(agreement.krippendorff_alpha, data.T, domain))
        theirs = None
        if krippendorff:
            options = {"value_domain": domain} if domain else {}
            theirs = seconds(
                partial(
                    krippendorff.alpha,
                    reliability_data=data,
                    level_of_measurement="nominal",
                    **options,
                ),
                runs=2,
            )
        line(f"alpha, 10 coders x 1,000,000 units{said}", ours, "krippendorff", theirs)


def interval(krippendorff: ModuleType | None) -> None:
    """Alpha with a 1,000-fold bootstrap; the other package is looped over, 50 draws, times 20."""
    data = ratings(5, 10_000)
    ours = seconds(lambda: agreement.alpha_interval(data.T, draws=1000))
    theirs = None
    if krippendorff:
        random = np.random.default_rng(2)

        def loop() -> None:
            for _ in range(50):
                drawn = data[:, random.integers(0, data.shape[1], data.shape[1])]
                krippendorff.alpha(reliability_data=drawn, level_of_measurement="nominal")

        theirs = seconds(loop, runs=1) * 20
    line("alpha with 1,000-fold interval, 5 x 10,000", ours, "krippendorff", theirs)


def everything() -> None:
    """The whole report of a table, in a new process, start included."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "table.tsv")
        data = ratings(5, 10_000)
        rows = [
            "\t".join([f"u{at}", *("" if np.isnan(v) else LABELS[int(v) % 4] for v in row)])
            for at, row in enumerate(data.T)
        ]
        table.write_text("\n".join(["unit\ta\tb\tc\td\te", *rows]), encoding="utf-8")
        program = (
            "import sys, time\n"
            "from pathlib import Path\n"
            "from qa_annotate import agreement as a\n"
            "table = a.matrix(Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
            "a.report(a.of_matrix(table), table.labels)\n"
            "print(time.process_time())"
        )
        command = [sys.executable, "-c", program, str(table)]
        found = [
            float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            for _ in range(3)
        ]
    print(f"{'whole report, 5 x 10,000, start included':<58} {min(found):.3f} s")


def main() -> None:
    """Every figure."""
    krippendorff = installed("krippendorff")
    one_alpha(krippendorff)
    interval(krippendorff)
    everything()


if __name__ == "__main__":
    main()
