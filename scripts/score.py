"""Scores the parser on a corpus of interviews with gold pairs, and prints the corpus's own table.

    python scripts/score.py [--docs] [--floors]

The corpus is the folder `corpus` in the one that QA_ANNOTATE_SHARED names (else ../shared): texts,
gold, an aligner that carries positions of an extracted text back to its page, and a scorer. With
`--floors` the exit code tells whether the floors below hold.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]

FLOORS = {"pair F1": 97.0, "speakers, strict": 85.0, "speakers, lenient": 95.0}
MOST_NEGATIVES = 1
LEAST_BY_STYLE = 85.0  # pair F1 of every style with at least 20 pairs
FEW = 20


def corpus() -> Path | None:
    """The corpus's folder, where there is one."""
    shared = Path(os.environ.get("QA_ANNOTATE_SHARED", ROOT.parent / "shared"))
    return shared / "corpus" if (shared / "corpus" / "score.py").exists() else None


def scored(place: Path, *options: str) -> str:
    """The scorer's table for the parser as it is."""
    return tables(place, options)[0]


def tables(place: Path, *wanted: Sequence[str]) -> list[str]:
    """The scorer's table with each list of options; the texts are parsed once for all of them."""
    with tempfile.TemporaryDirectory() as folder:
        parsed, aligned = Path(folder) / "parsed", Path(folder) / "aligned"
        texts = [str(path) for path in sorted((place / "texts").iterdir())]
        run("-m", "qa_annotate", "parse", "--format", "json", "--out", str(parsed), *texts)
        run(str(place / "align.py"), str(parsed), str(aligned))
        return [run(str(place / "score.py"), str(aligned), *options) for options in wanted]


def by_source(place: Path, table: str) -> str:
    """Pair F1 of each source's pages on their own.

    No weight is fitted to the corpus, so nothing can be left out of a fit: these are the plain
    scores, and they flatter as far as the weights were set by hand with these pages in view.
    """
    manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
    source = {page["name"]: _source(page["origin"]) for page in manifest}
    sums: dict[str, list[int]] = {}
    for name, *figures in re.findall(r"(?m)^(\S+) .*tp (\d+) / gold (\d+) / pred (\d+)", table):
        held = sums.setdefault(source.get(name, "elsewhere"), [0, 0, 0])
        held[:] = [old + int(new) for old, new in zip(held, figures, strict=True)]
    lines = [
        f"{200 * right / max(1, gold + found):5.1f}  {gold:3} {name}"
        for name, (right, gold, found) in sorted(sums.items(), key=lambda row: -row[1][1])
    ]
    return "\n".join(("pair F1 and gold pairs, source by source:", *lines))


def _source(origin: object) -> str:
    """The repository or the place that a page comes from."""
    if not isinstance(origin, dict):
        return str(origin).partition(":")[0][:60]
    place = origin.get("repo") or next(iter(origin.values()), "elsewhere")
    return str(place)[:60]


def run(*words: str) -> str:
    """What a Python program prints."""
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return done.stdout


def rows(table: str) -> dict[str, list[float]]:
    """The table's rows by name: docs, gold, pred, P, R, F1, qF1, qEx, aTok, then the speakers."""
    found = {}
    for line in table.splitlines():
        name, numbers = line[:22].strip(), line[22:]
        values = re.findall(r"\d+\.\d+|\d+|-(?=/|\s|$)", numbers)
        if len(values) >= 9:
            found[name] = [float("nan") if value == "-" else float(value) for value in values]
    return found


def shortfalls(table: str) -> list[str]:
    """Which floors the table doesn't reach."""
    found = rows(table)
    everything = found["ALL (with negatives)"]
    asker, respondent = everything[9:11], everything[11:13]
    figures = {
        "pair F1": everything[5],
        "speakers, strict": min(asker[0], respondent[0]),
        "speakers, lenient": min(asker[1], respondent[1]),
    }
    short = [
        f"{name} is {figures[name]}, its floor {floor}"
        for name, floor in FLOORS.items()
        if not figures[name] >= floor
    ]
    short += [
        f"pair F1 of style {name} is {values[5]}, its floor {LEAST_BY_STYLE}"
        for name, values in found.items()
        if ":" not in name and name.islower() and values[1] >= FEW and values[5] < LEAST_BY_STYLE
    ]
    negatives = re.search(r"negatives: (\d+) of", table)
    if negatives and int(negatives[1]) > MOST_NEGATIVES:
        short.append(f"{negatives[1]} negatives gave pairs, at most {MOST_NEGATIVES} may")
    return short


def main(options: list[str]) -> int:
    """Print the table; with --floors, what falls short of them."""
    place = corpus()
    if place is None:
        print("There is no corpus: name its folder's parent with QA_ANNOTATE_SHARED.")
        return 1
    wanted = [option for option in options if option != "--floors"]
    table, by_text = tables(place, wanted, ["--docs"])
    print(table, end="")
    print(by_source(place, by_text))
    short = shortfalls(table) if "--floors" in options else []
    for line in short:
        print(f"falls short: {line}")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
