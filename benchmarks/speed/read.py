"""Pages of HTML per CPU second, beside the peers, in one run on the same pages.

    python -m benchmarks.speed.read [--pages N]

The pages are those of `bench/extraction`, all of them by default, in memory as bytes. Each tool reads each page in
turn, so that whatever else the machine does falls on all alike. trafilatura is measured as it is called for text alone
and as it is called for text with metadata and date, which is what ours gives. A page that a tool fails on counts with
the time that it took, and as one without text. Beside the speed stands the quality of the same texts: F1 of segments,
as score.py of the set counts (our default was taught on these pages; on sites not seen: docs/benchmarks.md).
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import logging
import runpy
import time
from collections.abc import Callable

import newspaper
import trafilatura
from rich.console import Console
from rich.table import Table
from trafilatura.settings import Document

from benchmarks.quality.measured import BENCH
from variorum.errors import Refusal
from variorum.read.html import HtmlOptions, read_html
from variorum.read.pages import Page

# Pages that every tool reads once before it is timed: models, month tables and, at the first odd date, dateparser's 205
# languages are loaded once a process (one to two seconds, for trafilatura's metadata as for ours).
WARM = 30
TURN = 20  # pages that one tool reads before the next
FOLDER = BENCH / "extraction"


def _ours(data: bytes) -> str:
    return read_html(Page(id="page", data=data)).text


def _ours_fast(data: bytes) -> str:
    return read_html(Page(id="page", data=data), HtmlOptions(fast=True)).text


def _trafilatura(data: bytes) -> str:
    return trafilatura.extract(data, include_comments=False) or ""


def _trafilatura_all(data: bytes) -> str:
    found = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    return (found.text or "") if isinstance(found, Document) else ""


def _newspaper(data: bytes) -> str:
    article = newspaper.Article("", fetch_images=False)
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()
    return str(article.text)


TOOLS: dict[str, Callable[[bytes], str]] = {
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
    parser.add_argument("--only", help="tools by name, parted by semicolons")
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)
    gold = json.loads((FOLDER / "segments.json").read_text(encoding="utf-8"))
    keys = sorted(gold)[: chosen.pages or len(gold)]
    tools = {name: Tally(tool) for name, tool in TOOLS.items() if not chosen.only or name in chosen.only.split(";")}
    score = runpy.run_path(str(FOLDER / "score.py"))
    for tally in tools.values():
        for key in keys[:WARM]:
            _try(tally.tool, _page(key))
    # In turns, so that all meet the same load; some pages at a time, as whoever reads an archive does.
    for at in range(0, len(keys), TURN):
        pages = {key: _page(key) for key in keys[at : at + TURN]}
        for tally in tools.values():
            gc.collect()  # what one tool leaves behind is not charged to the next
            for key, data in pages.items():
                start = time.process_time()
                text = _try(tally.tool, data)
                tally.add(time.process_time() - start, text, score["page"](gold[key], text))
    table = Table("tool", "pages per CPU s", "ms a page", "times trafilatura, text", "F1", "no text")
    base = tools.get("trafilatura, text")
    for name, tally in tools.items():
        share = f"{tally.seconds / base.seconds:.2f}" if base else "-"
        rate, each = len(keys) / tally.seconds, 1000 * tally.seconds / len(keys)
        f1 = score["rates"](*tally.counts)["f1"]
        table.add_row(name, f"{rate:.1f}", f"{each:.1f}", share, f"{f1:.3f}", str(tally.empty))
    Console(width=120).print(table)


def _page(key: str) -> bytes:
    return gzip.decompress((FOLDER / "pages" / f"{key}.html.gz").read_bytes())


class Tally:
    """What a tool took, in CPU seconds, and what its texts are worth: segments kept and left out, rightly or not."""

    def __init__(self, tool: Callable[[bytes], str]) -> None:
        self.tool = tool
        self.seconds = 0.0
        self.empty = 0
        self.counts = [0, 0, 0, 0]

    def add(self, seconds: float, text: str, counts: tuple[int, ...]) -> None:
        """Count one page."""
        self.seconds += seconds
        self.empty += not text
        self.counts = [before + more for before, more in zip(self.counts, counts, strict=True)]


def _try(tool: Callable[[bytes], str], data: bytes) -> str:
    """Return the text that a tool finds in a page; "" where it refuses the page or breaks on it."""
    try:
        return tool(data)
    except Refusal:
        return ""
    except Exception as error:  # noqa: BLE001 - peers break in ways of their own: newspaper4k wants nltk for Arabic
        logging.getLogger(__name__).info("%s", error)
        return ""


if __name__ == "__main__":
    main()
