"""Pages of HTML as `read --fast` reads them: `bench/extraction`, counted as `extraction.py` counts the default."""

from __future__ import annotations

from benchmarks.quality import extraction
from benchmarks.quality.measured import Measured


def measure() -> Measured:
    """Read every page and score it; writers are not among what the fast mode looks for."""
    measured = extraction.measure(fast=True)
    figures = {name: value for name, value in measured.figures.items() if name != "authors F1"}
    return Measured(figures, measured.cases)
