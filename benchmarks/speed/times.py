"""Times and quantities: articles per CPU second, ours beside the peers that are installed, on the same texts.

    python -m benchmarks.speed.times [--articles N]

Peers (dependency group `bench`): dateparser's search, Microsoft's recognizers (`recognizers-text-suite`). Ours without
the parse. One process, CPU time; the first article warms each system up. Then the cost of one report by its length.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib.util import find_spec

from benchmarks.quality.measured import BENCH
from variorum.annotate.quantities.find import find_quantities_in
from variorum.annotate.times.find import find_times_in

Find = Callable[[str, str], object]
LENGTHS = (100, 1_000, 10_000, 100_000)  # words


def systems() -> Iterable[tuple[str, Find]]:
    """Yield the name and the function of each system: text and publication date in, times out."""
    yield "variorum times", find_times_in
    yield (
        "variorum times and quantities",
        lambda text, published: find_quantities_in(text, times=find_times_in(text, published)),
    )
    if find_spec("dateparser"):
        yield "dateparser search", _dateparser
    if find_spec("recognizers_date_time"):
        yield "recognizers-text date-time", _recognizers_times
    if find_spec("recognizers_number_with_unit"):
        yield "recognizers-text numbers with units", _recognizers_units


def _dateparser(text: str, published: str) -> object:
    from dateparser.search import search_dates  # noqa: PLC0415 - a peer, perhaps not installed

    return search_dates(text, languages=["en"], settings={"RELATIVE_BASE": datetime.fromisoformat(published)})


def _recognizers_times(text: str, published: str) -> object:
    from recognizers_date_time import Culture, recognize_datetime  # noqa: PLC0415

    return recognize_datetime(text, Culture.English, reference=datetime.fromisoformat(published))


def _recognizers_units(text: str, _published: str) -> object:
    from recognizers_number_with_unit import Culture, recognize_currency, recognize_dimension  # noqa: PLC0415

    return [recognize_currency(text, Culture.English), recognize_dimension(text, Culture.English)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=183, help="how many of the set's 183 (the peers are slow)")
    chosen = parser.parse_args()
    lines = (BENCH / "times" / "dev.jsonl").read_text(encoding="utf-8").splitlines()[: chosen.articles]
    articles = [json.loads(line) for line in lines]
    words = sum(len(article["text"].split()) for article in articles)
    print(f"{len(articles)} articles, {words / len(articles):.0f} words on average\n")
    print("| system | articles per CPU second |\n| --- | --- |")
    for name, find in systems():
        find(articles[0]["text"], articles[0]["published"])
        started = time.process_time()
        for article in articles:
            find(article["text"], article["published"])
        print(f"| {name} | {len(articles) / (time.process_time() - started):.1f} |", flush=True)
    print("\n| words in one report | CPU ms, times and quantities |\n| --- | --- |")
    pool = " ".join(article["text"] for article in articles).split(" ")
    for length in LENGTHS:
        text = " ".join((pool * (length // len(pool) + 1))[:length])
        started = time.process_time()
        find_quantities_in(text, times=find_times_in(text, "1998-02-13"))
        print(f"| {length} | {1000 * (time.process_time() - started):.1f} |", flush=True)


if __name__ == "__main__":
    main()
