"""What every engine keeps: order, and the rest of the items when one fails.

An engine knows no stage. It is given a function on batches that returns one outcome for each item, in order: a result,
or the Refusal of that item. A function that raises has its batch run again one item at a time, so that the item it
failed on is refused by name and the others are not lost with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from variorum.errors import Crash, Fault, Refusal

Item = TypeVar("Item")
Result = TypeVar("Result")

Batched = Callable[[Sequence[Item]], Sequence[Result | Refusal]]
Refuse = Callable[[Refusal], None]


class Engine(Protocol):
    """Anything that can run a batched function over a stream of items."""

    def run(self, function: Batched[Item, Result], items: Iterable[Item], refuse: Refuse) -> Iterator[Result]:
        """Yield the result of each item in the order of `items`; refused ones go to `refuse` in their place."""
        ...


def run_batch(function: Batched[Item, Result], items: Sequence[Item]) -> list[Result | Refusal]:
    """Return the outcomes of one batch, one for each item; an exception costs only the item that caused it."""
    try:
        return _checked(function(items), items)
    except Fault:
        raise
    except Exception as error:  # noqa: BLE001 - the engine's work: one bad item never stops the rest
        if len(items) == 1:
            return [Crash(name_of(items[0]), f"{type(error).__name__}: {error}")]
        return [outcome for item in items for outcome in run_batch(function, [item])]


def _checked(outcomes: Sequence[Result | Refusal], items: Sequence[Item]) -> list[Result | Refusal]:
    if len(outcomes) != len(items):
        raise ValueError(f"{len(outcomes)} outcomes for {len(items)} items")
    return list(outcomes)


def name_of(item: object) -> str:
    """Return what an item is called in messages: its `id`, or the start of its description."""
    return str(getattr(item, "id", None) or repr(item)[:80])
