"""A time limit on one page that holds, whatever it gets stuck in.

Python code, regular expressions among it, is stopped by a signal. A parser written in C hears no signals: pages that
may hold one up (`is_heavy`) are read in a process of their own, which is ended when its time is over.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import msgspec

from variorum.errors import Crash, NotAnArticle, NoText, NotReadable, Refusal, TooLarge, TooSlow
from variorum.model.report import Report
from variorum.read.options import ReadOptions
from variorum.read.page.region import cut_out
from variorum.read.pages import Page

LARGE = 1_000_000  # bytes of HTML; one of this size that is nothing but nested tags takes the parser seconds
_MANY_TAGS = 20_000  # with fewer no parser takes long, however they are nested; none of 723 pages has as many
_START_S = 10.0  # seconds that a process may take before it begins to read
_RAISED: dict[str, type[Refusal]] = {
    kind.reason: kind for kind in (NoText, NotAnArticle, NotReadable, TooLarge, TooSlow)
}


class _Stop(BaseException):
    """Raised by the clock; no `except Exception` of a library can swallow it."""


@contextmanager
def time_limit(where: str, seconds: float) -> Iterator[None]:
    """Raise TooSlow if the block takes longer than `seconds`; has no effect outside a process's main thread."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _Stop

    before = signal.signal(signal.SIGALRM, stop)
    # Again every second: a `finally` of the stopped code may take its time too.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    except _Stop:
        raise TooSlow(where, f"it took longer than {seconds:g} s") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Order(msgspec.Struct, frozen=True):
    """What a process of its own is given to read."""

    page: Page
    options: ReadOptions


class Outcome(msgspec.Struct, frozen=True):
    """What it gives back: a report, or the reason and words of a refusal."""

    report: Report | None = None
    reason: str = ""
    what: str = ""


def is_heavy(data: bytes) -> bool:
    """Say whether a page may hold a parser up: it is large, with many tags or with much beside scripts and the like.

    One page of 180 is larger than `LARGE`, mostly by its scripts; a process for each took as long as a hundred pages.
    """
    return len(data) > LARGE and (data.count(b"<") > _MANY_TAGS or len(cut_out(data).data) > LARGE)


def read_apart(page: Page, options: ReadOptions) -> Report:
    """Return the report in a page, read in a process of its own. Raises the refusal of the page, or TooSlow."""
    order = msgspec.msgpack.encode(Order(page, options))
    command = [sys.executable, "-m", "variorum.read.apart"]
    try:
        done = subprocess.run(
            command, input=order, capture_output=True, timeout=options.timeout_s + _START_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise TooSlow(page.id, f"it took longer than {options.timeout_s:g} s") from None
    if done.returncode != 0:
        raise Crash(page.id, "the process that read it died on it (out of memory, or a crash in a library)")
    outcome = msgspec.msgpack.decode(done.stdout, type=Outcome)
    if outcome.report is None:
        raise _RAISED.get(outcome.reason, Crash)(page.id, outcome.what)
    return outcome.report
