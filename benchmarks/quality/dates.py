"""Pages of HTML to the day they were published: `bench/dates`, counted as its score.py counts."""

from __future__ import annotations

import gzip
import json
import runpy

from benchmarks.quality.measured import BENCH, Measured
from variorum.errors import Refusal
from variorum.read.html import read_html
from variorum.read.pages import Page

FOLDER = BENCH / "dates"


def measure() -> Measured:
    """Date every page and score it."""
    score = runpy.run_path(str(FOLDER / "score.py"))
    gold = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
    given = {key: read(key) for key in sorted(gold)}
    result = score["score"](gold, given)
    figures = {name: result[name] for name in ("f1", "accuracy", "precision", "recall")}
    cases = {key: score["verdict"](item["date"], given[key]) for key, item in gold.items()}
    return Measured(figures, cases)


def read(key: str) -> str | None:
    """Return the day of a page, None where it has none or was refused."""
    data = gzip.decompress((FOLDER / "pages" / f"{key}.html.gz").read_bytes())
    try:
        return read_html(Page(id=key, data=data)).published
    except Refusal:
        return None
