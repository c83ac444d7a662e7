"""One function over many sources in all cores; the outcome depends on neither number nor order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


def each(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    crashed: Callable[[Job], Result],
    workers: int | None = None,
    progress: Progress | None = None,
) -> list[Result]:
    """`work` of every job, in the order of the jobs.

    A job that fails where it must not, or takes its process down (a reader written in another
    language may), gets `crashed`, and the rest go on.
    """
    count = min(workers or os.cpu_count() or 1, len(jobs))
    found: dict[int, Result] = {}
    tell = _teller(progress, len(jobs))
    if count <= 1:
        for place, job in enumerate(jobs):
            found[place] = _result(partial(work, job), job, crashed)
            tell(len(found))
    while len(found) < len(jobs):
        left = [place for place in range(len(jobs)) if place not in found]
        try:
            for place, future in _pool(work, jobs, left, count):
                found[place] = _result(future.result, jobs[place], crashed)
                tell(len(found))
        except BrokenProcessPool:
            suspect = next(place for place in left if place not in found)
            found[suspect] = _alone(work, jobs[suspect], crashed)
    return [found[place] for place in range(len(jobs))]


def _teller(progress: Progress | None, of: int) -> Callable[[int], None]:
    return (lambda done: progress(done, of)) if progress else (lambda _: None)


def _pool(
    work: Callable[[Job], Result], jobs: Sequence[Job], places: Sequence[int], count: int
) -> Iterator[tuple[int, Future[Result]]]:
    """Jobs through a pool of processes, never more waiting than twice their number."""
    waiting: dict[Future[Result], int] = {}
    with ProcessPoolExecutor(max_workers=count) as pool:
        for place in places:
            waiting[pool.submit(work, jobs[place])] = place
            if len(waiting) >= 2 * count:
                yield from _finished(waiting)
        while waiting:
            yield from _finished(waiting)


def _finished(waiting: dict[Future[Result], int]) -> Iterator[tuple[int, Future[Result]]]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future


def _result(give: Callable[[], Result], job: Job, crashed: Callable[[Job], Result]) -> Result:
    """What a job gives. A fault of ours with one source is that source's outcome, not the end."""
    try:
        return give()
    except BrokenProcessPool:
        raise
    except Exception:
        return crashed(job)


def _alone(work: Callable[[Job], Result], job: Job, crashed: Callable[[Job], Result]) -> Result:
    """A job in a process of its own, since one of those under way took its process down."""
    try:
        with ProcessPoolExecutor(max_workers=1) as pool:
            return pool.submit(work, job).result()
    except BrokenProcessPool:
        return crashed(job)
