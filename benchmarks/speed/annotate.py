"""How fast reports are annotated with all layers, beside spaCy's pipeline alone, where the time goes, and how it grows.

    python -m benchmarks.speed.annotate [--reports 80]

CPU seconds of one process, in turns, the best of three rounds (other work on the machine slows them). Texts are the
articles of the stories set cut to 500 words where it is there, else a page of our own repeated. Memory is the most that
a fresh worker process held.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.quality.measured import BENCH
from variorum.annotate import order
from variorum.annotate.parse import DEFAULT_MODEL, load_parser
from variorum.model.report import Report

PAGE = """The harbour will close in May 2026, the port authority said on Tuesday, after 12 of its 31 quays sank.

“We have no choice,” Mara Quill, its director, told reporters. “The quays are sinking,” she added.
Fishermen who have used the port for decades denied that it is unsafe, according to their union.
"""
WORDS = 500
BATCH = 16
ROUNDS = 3
LENGTHS = (100, 1_000, 10_000, 100_000)


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=80)
    texts = load_texts(parser.parse_args().reports)
    console = Console()
    console.print(_speeds(texts))
    console.print(_growth())


def load_texts(count: int) -> list[str]:
    """Return `count` texts of WORDS words, or pages of our own where the public set is missing."""
    path = BENCH / "stories" / "dev.jsonl"
    if not path.exists():
        return [PAGE * (WORDS // len(PAGE.split()))] * count
    texts = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            ends = [match.end() for match in re.finditer(r"\S+", text)]
            if len(ends) >= WORDS:
                texts.append(text[: ends[WORDS - 1]])
            if len(texts) == count:
                break
    return texts


def _speeds(texts: Sequence[str]) -> Table:
    """Ours and spaCy's, and what each layer takes."""
    _annotate(texts[:BATCH])
    seconds: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, taken in [("spaCy's pipeline alone", _cpu_s(_spacy, texts)), *_by_layer(texts).items()]:
            seconds[name] = min(taken, seconds.get(name, taken))
    table = Table("", "CPU ms a report", "reports a CPU second", "MB a worker")
    for name, taken in seconds.items():
        memory = f"{_memory_mb(texts):.0f}" if name == ALL else ""
        share = taken / len(texts)
        table.add_row(name, f"{1000 * share:.1f}", f"{1 / share:.1f}" if not name.startswith(" ") else "", memory)
    return table


ALL = "variorum, all layers"


def _by_layer(texts: Sequence[str]) -> dict[str, float]:
    """CPU seconds of annotating, then of the steps in it."""
    spent: dict[str, float] = {}

    def timed(step: order.Step) -> order.Step:
        def run(reports: Sequence[Report]) -> Sequence[Any]:
            start = time.process_time()
            made = step.function(reports)
            spent[f"  {step.makes}"] = spent.get(f"  {step.makes}", 0.0) + time.process_time() - start
            return made

        return order.Step(run, step.needs, step.makes, step.languages)

    steps = order.STEPS
    order.STEPS = tuple(timed(step) for step in steps)
    try:
        whole = _cpu_s(_annotate, texts)
    finally:
        order.STEPS = steps
    return {ALL: whole, **spent}


def _annotate(texts: Sequence[str]) -> None:
    reports = [
        Report(id=str(number), text=text, published="2025-03-14", language="en") for number, text in enumerate(texts)
    ]
    for start in range(0, len(reports), BATCH):
        order.annotate_batch(reports[start : start + BATCH])


def _spacy(texts: Sequence[str]) -> None:
    for _ in load_parser(DEFAULT_MODEL).pipe(texts, batch_size=64):
        pass


def _growth() -> Table:
    table = Table("words in one report", "CPU s", "ms a word", "MB a worker")
    size = len(PAGE.split())
    for length in LENGTHS:
        text = (PAGE + "\n") * (length // size + 1)
        taken = _cpu_s(_annotate, [text])
        table.add_row(f"{length:,}", f"{taken:.2f}", f"{1000 * taken / length:.3f}", f"{_memory_mb([text]):.0f}")
    return table


def _cpu_s(work: Callable[[Sequence[str]], None], texts: Sequence[str]) -> float:
    start = time.process_time()
    work(texts)
    return time.process_time() - start


def _memory_mb(texts: Sequence[str]) -> float:
    """The most memory that a worker held which annotated these."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_held_mb, (texts,))


def _held_mb(texts: Sequence[str]) -> float:
    _annotate(texts)
    # Not getrusage: its peak is handed down from the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
