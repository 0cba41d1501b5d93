"""Grouping: speed and growth, ours beside the peers in the same run.

    python -m benchmarks.speed.group [--sizes 1000 10000 100000] [--peers-up-to 1000]

Reports are made from the public set: each story is an article with its names swapped for names of other articles, told
by several reports of shuffled and shortened paragraphs, and by reposts; spread over a year. Times are CPU seconds of
this process, memory is its high-water mark. Peers: datasketch and rensa (MinHash as tuned for copies), and TF-IDF with
average-link agglomeration; they are in the dependency group `bench`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import re
import resource
import statistics
import time
from collections.abc import Callable, Iterator

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.quality.measured import BENCH
from variorum.group.archive import Archive
from variorum.group.copies import find_families
from variorum.group.grouping import archive_reports, read_groupings
from variorum.model.report import Report

_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_YEAR_BEGINS = datetime.date(2024, 1, 1)


def make_reports(count: int, seed: int = 5) -> Iterator[Report]:
    """Yield `count` reports, about four a story, a fifth of them reposts."""
    chance = random.Random(seed)
    rows = [json.loads(line) for line in (BENCH / "stories" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [row["text"] for row in rows if len(row["text"]) > 800]
    pool = sorted({name for article in articles for name in _NAME.findall(article)})
    made = 0
    while made < count:
        paragraphs = _swap_names(chance.choice(articles), pool, chance)
        day = _YEAR_BEGINS + datetime.timedelta(days=chance.randrange(365))
        told: list[str] = []
        for _ in range(min(chance.choice((1, 1, 2, 3, 4, 6, 9)), count - made)):
            if told and chance.random() < 0.2:
                text = "Menu\nSign in\n" + chance.choice(told) + "\nRead more"
            else:
                kept = [part for part in paragraphs if chance.random() < 0.7] or paragraphs
                text = "\n".join(chance.sample(kept, len(kept)))
            told.append(text)
            published = day + datetime.timedelta(days=chance.randrange(3))
            yield Report(id=f"r{made:06d}", text=text, published=published.isoformat())
            made += 1


def _swap_names(article: str, pool: list[str], chance: random.Random) -> list[str]:
    swapped: dict[str, str] = {}
    text = _NAME.sub(lambda match: swapped.setdefault(match[0], chance.choice(pool)), article)
    return [part for part in re.split(r"\n+|(?<=[.!?])\s", text) if part.strip()]


def time_cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that `work` takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def time_adding(archive: Archive, reports: list[Report]) -> tuple[float, float]:
    """Return the seconds that adding one report to `archive` takes: median and 95th percentile."""
    times = [time_cpu(lambda report=report: archive.add(report)) for report in reports]
    return statistics.median(times), sorted(times)[int(0.95 * len(times))]


def minhash_datasketch(reports: list[Report]) -> None:
    """Near-copies as in the datasketch documentation, tuned: runs of three words, Jaccard 0.22, 128 permutations."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - a peer, in the group bench

    index = MinHashLSH(threshold=0.22, num_perm=128)
    for report in reports:
        words = report.text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
        index.query(sketch)
        index.insert(report.id, sketch)


def minhash_rensa(reports: list[Report]) -> None:
    """Near-copies with rensa, tuned: runs of three words, Jaccard 0.22."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - a peer, in the group bench

    index = RMinHashLSH(threshold=0.22, num_perm=128, num_bands=32)
    for number, report in enumerate(reports):
        words = report.text.lower().split()
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
        index.query(sketch)
        index.insert(number, sketch)


def tfidf_agglomeration(reports: list[Report]) -> None:
    """Stories by TF-IDF of the first 200 words and average link: quadratic in memory, cubic at worst in time."""
    from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415 - a peer, in the group bench
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    heads = [" ".join(report.text.split()[:200]) for report in reports]
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(heads)
    apart = (1 - (vectors @ vectors.T).toarray()).clip(0)
    AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=0.82).fit(apart)


PEERS = {
    "copies: datasketch": minhash_datasketch,
    "copies: rensa": minhash_rensa,
    "stories: TF-IDF, agglomeration": tfidf_agglomeration,
}


def main() -> None:
    """Print a table of times and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--peers-up-to", type=int, default=10_000, help="sizes that the peers are run on")
    chosen = parser.parse_args()
    table = Table("what", "reports", "CPU s", "reports / CPU s", "memory so far, MB")
    for size in chosen.sizes:
        measure_size(size, table, PEERS if size <= chosen.peers_up_to else {})
        Console(width=110).print(table)


def measure_size(size: int, table: Table, peers: dict[str, Callable[[list[Report]], None]]) -> None:
    """Add the rows of one size to `table`."""

    def show(what: str, seconds: float) -> None:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        table.add_row(what, f"{size:,}", f"{seconds:.2f}", f"{size / seconds:,.0f}", f"{memory:,.0f}")

    reports, archive = list(make_reports(size)), Archive()
    show("copies: ours", time_cpu(lambda: find_families(reports)))
    show(
        "copies, stories, storylines: ours",
        time_cpu(lambda: read_groupings(archive_reports(reports, archive), reports)),
    )
    late = [msgspec.structs.replace(report, id=f"late-{report.id}") for report in make_reports(300, seed=6)]
    median, slow = time_adding(archive, late)
    table.add_row("adding one report: ours", f"{size:,}", f"{median * 1000:.1f} ms", f"95 %: {slow * 1000:.1f} ms", "")
    for name, peer in peers.items():
        try:
            show(name, time_cpu(lambda peer=peer: peer(reports)))
        except ImportError:
            table.add_row(name, f"{size:,}", "not installed", "", "")


if __name__ == "__main__":
    main()
