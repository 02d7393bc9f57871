"""Work on what is too large to send ──▶ done by copies of this process, on all processors, the results in order."""

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from typing import Any, TypeVar

from generator.words import lacking

R = TypeVar("R")

AT_ONCE = 4
"""Jobs that a process takes at once: pages of an article each, some milliseconds."""
MANY = 40
"""Jobs from which on copies of this process, about a second of processor, save more than they cost."""

_jobs: ContextVar[Sequence[Callable[[], Any]]] = ContextVar("jobs")


def shared_out(jobs: Sequence[Callable[[], R]], *, paying: bool, prepare: Callable[[], object] = tuple) -> Iterator[R]:
    """Yield what each job returns, in order; by this process alone unless it is ``paying`` to copy it for so many.

    To ``prepare`` is done once before it is copied, so that no copy needs to, and not at all where none is made.
    A process with other threads isn't copied: one of them could hold a lock that nobody would release in the copy.
    """
    several = (os.cpu_count() or 1) > 1 and "fork" in multiprocessing.get_all_start_methods()
    if not (paying and several and len(jobs) >= MANY and threading.active_count() == 1):
        yield from (job() for job in jobs)
        return
    prepare()
    copies = multiprocessing.get_context("fork")
    gc.freeze()  # who looks for rings in a copy would write to every object, and so really copy it
    try:
        with ProcessPoolExecutor(None, copies, _jobs.set, (jobs,)) as pool:  # what is passed so is copied, not sent
            for made, unknown in pool.map(_done, range(len(jobs)), chunksize=AT_ONCE):
                lacking().update(unknown)
                yield made
    finally:
        gc.unfreeze()


def _done(number: int) -> tuple[Any, set[str]]:
    """Return what a job returns, and the messages for which the language of the pages turned out to have no words."""
    return _jobs.get()[number](), lacking()
