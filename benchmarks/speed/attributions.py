"""How fast attributions are found, beside the peers, and how the time grows with the length of a text.

    python -m benchmarks.speed.attributions

CPU seconds of one process. The parse is made once and not counted for ours; textacy needs it as well. Texts are the
articles of the public set where it is there, else a page of our own repeated.
"""

from __future__ import annotations

import importlib.util
import json
import time
from collections.abc import Callable, Sequence

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.quality.measured import BENCH
from variorum.annotate.attributions.find import find_attributions
from variorum.annotate.mentions import find_mentions
from variorum.annotate.parse import DEFAULT_MODEL, find_sentences, load_parser, parse_tokens
from variorum.model.annotations import Layer
from variorum.model.report import Report

PAGE = """The harbour will close in May, the port authority said on Tuesday.

“We have no choice,” Mara Quill, its director, told reporters. “The quays are sinking,” she added.
Fishermen who have used the port for decades denied that it is unsafe, according to their union.
"""
LENGTHS = (100, 1_000, 10_000, 100_000)


def main() -> None:
    """Print both tables."""
    warm = parsed([PAGE])
    find_attributions(warm)
    articles = parsed(load_articles())
    words = sum(len(report.text.split()) for report in articles)
    table = Table("finder", "CPU ms a report of 500 words", "reports a CPU second")
    for name, finder in finders().items():
        taken = cpu_s(finder, articles) / words * 500
        table.add_row(name, f"{taken * 1000:.1f}", f"{1 / taken:.0f}")
    Console().print(table)
    table = Table("words", "CPU s", "µs a word")  # without mentions, which are another stage's
    for length in LENGTHS:
        size = len(PAGE.split())
        text = PAGE * (length // size + 1)
        taken = cpu_s(find_attributions, parsed([text], mentions=False))
        table.add_row(f"{length:,}", f"{taken:.2f}", f"{taken / length * 1e6:.0f}")
    Console().print(table)


def load_articles() -> list[str]:
    """Return the texts of the public set, or pages of our own where it is missing."""
    path = BENCH / "attribution" / "dev.jsonl"
    if not path.exists():
        return [PAGE * 9] * 40
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def parsed(texts: Sequence[str], *, mentions: bool = True) -> list[Report]:
    """Return reports with the layers that attributions need."""
    reports = [Report(id=str(number), text=text, language="en") for number, text in enumerate(texts)]
    steps: tuple[tuple[Layer, Callable[[Sequence[Report]], Sequence[object]]], ...] = (
        ("sentences", find_sentences),
        ("tokens", parse_tokens),
        ("mentions", find_mentions),
    )
    for layer, step in steps if mentions else steps[:-1]:
        made = step(reports)
        reports = [
            msgspec.structs.replace(report, annotations=msgspec.structs.replace(report.layers, **{layer: value}))
            for report, value in zip(reports, made, strict=True)
        ]
    return reports


def finders() -> dict[str, Callable[[Sequence[Report]], object]]:
    """Return ours and the peers that are installed."""
    found: dict[str, Callable[[Sequence[Report]], object]] = {
        "the parse alone": parse_tokens,
        "variorum, without the parse": find_attributions,
    }
    if importlib.util.find_spec("textacy"):
        found["textacy direct_quotations, with the parse"] = find_with_textacy
    return found


def find_with_textacy(reports: Sequence[Report]) -> list[object]:
    """Return what textacy finds: direct quotations alone."""
    from textacy.extract import direct_quotations  # noqa: PLC0415 - a peer that may be missing

    documents = load_parser(DEFAULT_MODEL).pipe([report.text for report in reports])
    return [list(direct_quotations(document)) for document in documents]


def cpu_s(work: Callable[[Sequence[Report]], object], reports: Sequence[Report]) -> float:
    """Return the CPU seconds of one pass, in batches of 16."""
    began = time.process_time()
    for at in range(0, len(reports), 16):
        work(reports[at : at + 16])
    return time.process_time() - began


if __name__ == "__main__":
    main()
