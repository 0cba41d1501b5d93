"""Running on this machine: in this process for a few items, in several processes for many.

A worker that dies (out of memory, a crash in a library) costs the one item that it died on.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Generic

import msgspec

from variorum.engine.base import Batched, Item, Refuse, Result, name_of, run_batch
from variorum.errors import Crash, Refusal


class LocalEngine(msgspec.Struct, frozen=True):
    """Runs functions in `jobs` processes, `batch_size` items at a time; memory holds a few batches, never the stream.

    Streams of one batch are run in this process: starting workers, each with its models, would cost more.
    """

    jobs: int = 1
    batch_size: int = 16

    def run(self, function: Batched[Item, Result], items: Iterable[Item], refuse: Refuse) -> Iterator[Result]:
        """Yield the result of each item in the order of `items`; refused ones go to `refuse` in their place."""
        batches = _in_batches(items, self.batch_size)
        first = list(islice(batches, 2))
        everything = chain(first, batches)
        if self.jobs == 1 or len(first) < 2:
            outcomes: Iterator[Result | Refusal] = (o for batch in everything for o in run_batch(function, batch))
        else:
            outcomes = _Workers(function, self.jobs).run(everything)
        for outcome in outcomes:
            if isinstance(outcome, Refusal):
                refuse(outcome)
            else:
                yield outcome


class _Workers(Generic[Item, Result]):
    """A pool that is made anew when one of its processes dies."""

    def __init__(self, function: Batched[Item, Result], jobs: int) -> None:
        self.function = function
        self.jobs = jobs
        self.pool = self._start()

    def run(self, batches: Iterator[Sequence[Item]]) -> Iterator[Result | Refusal]:
        waiting: deque[tuple[Sequence[Item], Future[list[Result | Refusal]]]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, self._submit(batch)))
                # Two batches a process: enough that none waits for the reader, few enough that memory stays flat.
                if len(waiting) >= 2 * self.jobs:
                    yield from self._outcomes(*waiting.popleft())
            while waiting:
                yield from self._outcomes(*waiting.popleft())
        finally:
            self.pool.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # Forked workers would inherit locks held by other threads of a server.
        return ProcessPoolExecutor(self.jobs, mp_context=multiprocessing.get_context("spawn"))

    def _submit(self, batch: Sequence[Item]) -> Future[list[Result | Refusal]]:
        try:
            return self.pool.submit(run_batch, self.function, batch)
        except BrokenProcessPool:
            self.pool = self._start()
            return self.pool.submit(run_batch, self.function, batch)

    def _outcomes(self, batch: Sequence[Item], future: Future[list[Result | Refusal]]) -> Iterator[Result | Refusal]:
        try:
            yield from future.result()
        except BrokenProcessPool:
            # One item of one waiting batch killed the pool: alone, each shows whether it was the one.
            yield from (self._alone(item) for item in batch)

    def _alone(self, item: Item) -> Result | Refusal:
        try:
            return self._submit([item]).result()[0]
        except BrokenProcessPool:
            return Crash(name_of(item), "the worker process died on it (out of memory, or a crash in a library)")


def _in_batches(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
