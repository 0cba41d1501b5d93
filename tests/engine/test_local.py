import os
from collections.abc import Sequence

import pytest

from variorum.engine.local import LocalEngine
from variorum.errors import Crash, Fault, NoText, Refusal


def double(items: Sequence[int]) -> list[int | Refusal]:
    return [NoText(str(item), "is thirteen") if item == 13 else item * 2 for item in items]


def fail_on_seven(items: Sequence[int]) -> list[int | Refusal]:
    if 7 in items:
        raise ValueError("seven")
    return list(items)


def die_on_five(items: Sequence[int]) -> list[int | Refusal]:
    if 5 in items:
        os._exit(1)
    return list(items)


def wrong_use(items: Sequence[int]) -> list[int | Refusal]:
    raise Fault("the model is missing")


@pytest.fixture(params=[1, 2], ids=["one process", "two processes"])
def engine(request):
    return LocalEngine(jobs=request.param, batch_size=4)


def run(engine, function, items):
    refused: list[Refusal] = []
    return list(engine.run(function, items, refused.append)), refused


def test_results_keep_the_order_of_the_items(engine):
    results, refused = run(engine, double, range(40))
    assert results == [item * 2 for item in range(40) if item != 13]
    assert [refusal.where for refusal in refused] == ["13"]


def test_an_exception_costs_only_the_item_that_caused_it(engine):
    results, refused = run(engine, fail_on_seven, range(20))
    assert results == [item for item in range(20) if item != 7]
    assert [type(refusal) for refusal in refused] == [Crash]
    assert "seven" in str(refused[0])


def test_a_fault_stops_the_run(engine):
    with pytest.raises(Fault, match="model is missing"):
        run(engine, wrong_use, range(20))


def test_a_worker_that_dies_costs_only_the_item_it_died_on():
    results, refused = run(LocalEngine(jobs=2, batch_size=4), die_on_five, range(20))
    assert results == [item for item in range(20) if item != 5]
    assert [refusal.where for refusal in refused] == ["5"]


def test_items_are_taken_as_they_are_needed():
    taken = []

    def items():
        for item in range(1000):
            taken.append(item)
            yield item

    stream = LocalEngine(batch_size=4).run(double, items(), lambda _: None)
    assert [next(stream) for _ in range(4)] == [0, 2, 4, 6]
    assert len(taken) <= 12
