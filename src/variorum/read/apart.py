"""The process that reads one large page and may be ended: `limits.read_apart` starts it, gives it an order."""

from __future__ import annotations

import sys

import msgspec

from variorum.errors import Refusal
from variorum.read.html import HtmlOptions, read_html
from variorum.read.limits import Order, Outcome, time_limit

_MOST_MEMORY = 4 << 30  # bytes of address space


def main() -> None:
    """Read the page on standard input and write what came of it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    options = HtmlOptions(fast=order.options.fast, most_bytes=order.options.most_bytes)
    try:
        with time_limit(order.page.id, order.options.timeout_s):
            outcome = Outcome(report=read_html(order.page, options))
    except Refusal as refusal:
        outcome = Outcome(reason=refusal.reason, what=refusal.what)
    sys.stdout.buffer.write(msgspec.msgpack.encode(outcome))


if __name__ == "__main__":
    main()
