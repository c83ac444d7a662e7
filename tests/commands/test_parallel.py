"""Many sources at once: one that fails, or takes its process down, is one outcome, not the end."""

from __future__ import annotations

import os

import pytest

from qa_annotate.commands.parallel import each


def work(job: str) -> str:
    if job == "faulty":
        raise KeyError(job)
    if job == "deadly":
        os._exit(9)
    return job.upper()


def crashed(job: str) -> str:
    return f"{job} failed"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_with_one_source_leaves_the_rest(workers):
    told: list[int] = []
    found = each(
        work,
        ["a", "faulty", "b", "c"],
        crashed=crashed,
        workers=workers,
        progress=lambda done, _: told.append(done),
    )
    assert found == ["A", "faulty failed", "B", "C"]
    assert told[-1] == 4


def test_a_process_that_dies_leaves_the_rest():
    jobs = ["a", "deadly", "b", "faulty", "c"]
    found = each(work, jobs, crashed=crashed, workers=2)
    assert found == ["A", "deadly failed", "B", "faulty failed", "C"]
