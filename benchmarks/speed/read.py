"""Pages of HTML per CPU second, beside the peers, in one run on the same pages.

    python -m benchmarks.speed.read [--pages N]

The pages are those of `bench/extraction`, all of them by default, in memory as bytes. Each tool reads each page in
turn, so that whatever else the machine does falls on all alike. trafilatura is measured as it is called for text alone
and as it is called for text with metadata and date, which is what ours gives.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import time
from collections.abc import Callable
from contextlib import suppress

import newspaper
import trafilatura
from rich.console import Console
from rich.table import Table

from benchmarks.quality.measured import BENCH
from variorum.errors import Refusal
from variorum.read.html import HtmlOptions, read_html
from variorum.read.pages import Page

# Pages that every tool reads once before it is timed: models, month tables and, at the first odd date, dateparser's 205
# languages are loaded once a process (one to two seconds, for trafilatura's metadata as for ours).
WARM = 30
FOLDER = BENCH / "extraction"


def _ours(data: bytes) -> None:
    with suppress(Refusal):
        read_html(Page(id="page", data=data))


def _ours_fast(data: bytes) -> None:
    with suppress(Refusal):
        read_html(Page(id="page", data=data), HtmlOptions(fast=True))


def _trafilatura(data: bytes) -> None:
    trafilatura.extract(data, include_comments=False)


def _trafilatura_all(data: bytes) -> None:
    trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)


def _newspaper(data: bytes) -> None:
    article = newspaper.Article("", fetch_images=False)
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()


TOOLS: dict[str, Callable[[bytes], None]] = {
    "variorum": _ours,
    "variorum, fast": _ours_fast,
    "trafilatura, text": _trafilatura,
    "trafilatura, text and metadata": _trafilatura_all,
    "newspaper4k": _newspaper,
}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=0, help="how many pages; 0 is all of them")
    parser.add_argument("--only", help="names of tools, comma-separated")
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)
    keys = sorted(json.loads((FOLDER / "segments.json").read_text(encoding="utf-8")))
    keys = keys[: chosen.pages or len(keys)]
    tools = {name: tool for name, tool in TOOLS.items() if not chosen.only or name in chosen.only.split(";")}
    spent = dict.fromkeys(tools, 0.0)
    for number, key in enumerate([*keys[:WARM], *keys]):
        data = gzip.decompress((FOLDER / "pages" / f"{key}.html.gz").read_bytes())
        for name, tool in tools.items():
            start = time.process_time()
            tool(data)
            spent[name] += (time.process_time() - start) * (number >= WARM)
    table = Table("tool", "pages per CPU second", "ms a page", "times trafilatura, text")
    for name, seconds in spent.items():
        share = seconds / spent["trafilatura, text"]
        table.add_row(name, f"{len(keys) / seconds:.1f}", f"{1000 * seconds / len(keys):.1f}", f"{share:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
