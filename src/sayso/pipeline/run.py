"""Runs the stages over many captures, in this process or in several, and gives the results in the order they came."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from sayso import hooks
from sayso.model.article import Capture, Refusal
from sayso.model.problem import Problem, SaysoError
from sayso.model.reading import Reading

CHUNK = 16
"""Captures a task; with ``CHUNK_BYTES``, small enough that a kill loses little and large enough to keep the parser busy."""
CHUNK_BYTES = 256_000
WORTH_WORKERS = 3
"""Tasks from which on workers are started unasked: each costs some three seconds to load the language model."""
AHEAD = 3
"""Tasks a worker may have waiting, so that none runs dry while results are kept, and memory stays flat."""

T = TypeVar("T")
Outcome = tuple[Capture, Reading] | Refusal
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread_each() -> None:
    """Keep the matrix libraries to one thread a process: more only wait for each other, and the order of sums stays fixed."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def outcomes(captures: Iterable[Capture | Refusal], workers: int = 1) -> Iterator[Outcome]:
    """Yield what became of each capture, in the order given; refusals pass through.

    ``workers`` 0 takes one process a processor when there is enough to read to be worth their start, else none.

    Raises:
        SaysoError: when a worker process dies (killed, or out of memory).
    """
    one_thread_each()
    tasks = chunks(captures)
    first = list(islice(tasks, WORTH_WORKERS))
    if not workers:
        workers = cores() if len(first) == WORTH_WORKERS else 1
    if workers > 1:
        yield from _shared(chain(first, tasks), workers)
        return
    for chunk in chain(first, tasks):
        yield from read_chunk(chunk)


def chunks(captures: Iterable[Capture | Refusal]) -> Iterator[list[Capture | Refusal]]:
    """Yield the captures in handfuls of at most ``CHUNK`` and about ``CHUNK_BYTES``."""
    held: list[Capture | Refusal] = []
    size = 0
    for c in captures:
        held.append(c)
        size += len(c.data) if isinstance(c, Capture) else 0
        if len(held) >= CHUNK or size >= CHUNK_BYTES:
            yield held
            held, size = [], 0
    if held:
        yield held


def read_chunk(chunk: list[Capture | Refusal]) -> list[Outcome]:
    """Return what became of each; when one of them breaks a stage, the others are read all the same."""
    return tried(chunk, _read)


def tried(chunk: list[Capture | Refusal], do: Callable[[list[Capture]], Sequence[T]]) -> list[T | Refusal]:
    """Return what ``do`` gives for each capture; when one breaks it, that one becomes a refusal and the others are done."""
    good = [c for c in chunk if isinstance(c, Capture)]
    try:
        done: Iterator[T | Refusal] = iter(do(good))
    except Exception:  # noqa: BLE001 - whatever one text breaks must not cost the others: each is tried alone below
        done = iter([_alone(c, do) for c in good])
    return [next(done) if isinstance(c, Capture) else c for c in chunk]


def _read(captures: list[Capture]) -> list[tuple[Capture, Reading]]:
    if not captures:
        return []
    from sayso.find.parse import parser
    from sayso.pipeline.stages import readings

    return list(zip(captures, readings(captures, parser(hooks.model())), strict=True))


def _alone(capture: Capture, do: Callable[[list[Capture]], Sequence[T]]) -> T | Refusal:
    try:
        return do([capture])[0]
    except SaysoError:
        raise
    except Exception as error:  # noqa: BLE001 - a defect of ours on one text becomes a refusal that names it, not a lost batch
        problem = Problem(
            "S099", f"Sayso failed on this text, which is a defect of ours: {type(error).__name__}: {error}"
        )
        return Refusal(capture.ref, capture.origin, problem)


def _shared(tasks: Iterable[list[Capture | Refusal]], workers: int) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[list[Outcome]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin) as pool:
        try:
            for task in tasks:
                waiting.append(pool.submit(read_chunk, task))
                if len(waiting) >= workers * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:  # from a result, or from handing out work after a worker died
            raise SaysoError(
                "a worker process died (killed, or out of memory): run the same command again to go on"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Bind a worker to its parent: it stops with it, without a word, at Ctrl-C as when the parent is killed."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
