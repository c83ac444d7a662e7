"""What an edit log costs as it grows: appending an entry, and proving the whole chain.

Prints the cost of an entry (append, hand-over to the system) at each tenth of 100,000 entries, as a
ratio to the first tenth, and the time in which the chain is read and proved, as a ratio to hashing
the same lines alone. Both are measured in one run.

    .venv/bin/python benchmarks/log.py [ENTRIES]
"""

from __future__ import annotations

import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from qa_annotate.core.records import Begun, Claim, ClaimChange, Decided, Edit, ReadChange
from qa_annotate.store.journal import Journal, prove_log, read_log

NOW = "2026-11-22T10:04:11Z"
PARTS = 10


def edit(number: int) -> Edit:
    """A sentence labelled: what a key does most often."""
    claim = Claim(
        id=f"c{number:010}",
        label="unverified",
        quote="Airplanes and artillery continually bombard the blockaded neighborhoods.",
        position=(number, number + 72),
        context=("where people still live. ", " Nobody knows how many"),
        passage="q1",
        speaker="Amal",
        reason="not_attempted",
        decided=Decided(by="amal", at=NOW),
    )
    return Edit(
        action="label",
        claims=(ClaimChange(id=claim.id, after=claim),),
        read=(ReadChange(spans=(claim.position,), after=True),),
    )


def main() -> int:
    """Write a log, then prove it."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "amal.history.jsonl"
        costs = written(path, entries)
        print(f"{entries} entries, {path.stat().st_size / 2**20:.0f} MB")
        print(f"an entry costs {costs[0] * 1e6:.0f} µs at first")
        print("each tenth against the first:", " ".join(f"{c / costs[0]:.2f}" for c in costs))
        start = perf_counter()
        log = read_log(path)
        read = perf_counter() - start
        start = perf_counter()
        prove_log(path, path.name)
        proved = perf_counter() - start
        start = perf_counter()
        for line in path.read_bytes().splitlines():
            sha256(line).hexdigest()
        hashed = perf_counter() - start
        print(f"proved in {proved:.2f} s, {proved / hashed:.1f} times hashing alone")
        print(f"read and proved in {read:.2f} s, {read / hashed:.1f} times")
    return 0 if len(log.entries) == entries + 1 and proved < 2 else 1


def written(path: Path, entries: int) -> list[float]:
    """The cost of an entry in seconds, for each tenth of a log."""
    journal = Journal(path, read_log(path), coder="amal", tool="0.1.0")
    journal.append(NOW, begun=Begun(article="bridge", text_sha256="0" * 64))
    costs = []
    for part in range(PARTS):
        start = perf_counter()
        for number in range(part * entries // PARTS, (part + 1) * entries // PARTS):
            journal.append(NOW, edit=edit(number))
            journal.flush()
        costs.append((perf_counter() - start) / (entries / PARTS))
    journal.sync()
    journal.close()
    return costs


if __name__ == "__main__":
    sys.exit(main())
