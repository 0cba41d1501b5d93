"""Pages of HTML to text, title, authors and outlet: `bench/extraction`, counted as its score.py counts."""

from __future__ import annotations

import gzip
import json
import runpy
from typing import Any

from benchmarks.quality.measured import BENCH, Measured
from variorum.errors import Refusal
from variorum.read.html import HtmlOptions, read_html
from variorum.read.pages import Page

FOLDER = BENCH / "extraction"


def measure(*, fast: bool = False) -> Measured:
    """Read every page and score it, as `read` does or as `read --fast` does."""
    score = runpy.run_path(str(FOLDER / "score.py"))
    gold = json.loads((FOLDER / "segments.json").read_text(encoding="utf-8"))
    given = {key: read(key, fast=fast) for key in sorted(gold)}
    result = score["score"](gold, given)
    figures = {
        "text F1": result["f1"],
        "text precision": result["precision"],
        "text recall": result["recall"],
        "title right": result["title"]["accuracy"],
        "outlet right": result["outlet"]["accuracy"],
        "date right": result["date"]["accuracy"],
        "authors F1": result["authors"]["f1"],
    }
    cases = {key: case(score["page"](item, given[key].get("text"))) for key, item in gold.items()}
    return Measured(figures, cases)


def read(key: str, *, fast: bool = False) -> dict[str, Any]:
    """Return a page's answer in the form of score.py's PRED; no text where the page was refused."""
    data = gzip.decompress((FOLDER / "pages" / f"{key}.html.gz").read_bytes())
    try:
        report = read_html(Page(id=key, data=data), HtmlOptions(fast=fast))
    except Refusal:
        return {}
    return {
        "text": report.text,
        "title": report.title,
        "authors": list(report.authors),
        "outlet": report.outlet,
        "published": report.published,
    }


def case(counts: tuple[int, int, int, int]) -> str:
    """Say how a page came out: right, or which way it is wrong."""
    _, false, missed, _ = counts
    return {(0, 0): "right", (1, 0): "too much", (0, 1): "too little"}.get((min(false, 1), min(missed, 1)), "both")
