"""Titles, writers, outlets and dates of pages beside the peers', in one table: `python -m benchmarks.quality.peers`.

Ours, trafilatura and newspaper4k read the same pages in the same run; each is counted by the set's own score.py.
"""

from __future__ import annotations

import gzip
import json
import runpy
from collections.abc import Callable
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.quality import dates, extraction
from benchmarks.quality.measured import BENCH
from variorum.read.characters.decode import decode_bytes

_FIGURES = ("title", "authors", "outlet", "date")


def main() -> None:
    """Print one line a tool."""
    score = runpy.run_path(str(BENCH / "extraction" / "score.py"))["score"]
    gold = json.loads((BENCH / "extraction" / "segments.json").read_text(encoding="utf-8"))
    day_score = runpy.run_path(str(BENCH / "dates" / "score.py"))["score"]
    days = json.loads((BENCH / "dates" / "gold.json").read_text(encoding="utf-8"))
    table = Table("tool", *_FIGURES, "dates F1", "dates wrong")
    for name, read in READERS.items():
        found = score(gold, {key: read("extraction", key) for key in sorted(gold)})
        dated = day_score(days, {key: read("dates", key).get("published") for key in sorted(days)})
        figures = [
            found["title"]["accuracy"],
            found["authors"]["f1"],
            found["outlet"]["right"],
            found["date"]["accuracy"],
        ]
        table.add_row(name, *(f"{figure:.3f}" for figure in figures), f"{dated['f1']:.3f}", str(dated["wrong"]))
    Console().print(table)


def _ours(folder: str, key: str) -> dict[str, Any]:
    return extraction.read(key) if folder == "extraction" else {"published": dates.read(key)}


def _trafilatura(folder: str, key: str) -> dict[str, Any]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - of the peers each loads what it needs

    found = bare_extraction(_markup(folder, key), with_metadata=True)
    if found is None:
        return {}
    authors = [name for name in (found.author or "").split("; ") if name]
    return {"text": "", "title": found.title, "authors": authors, "outlet": found.sitename, "published": found.date}


def _newspaper(folder: str, key: str) -> dict[str, Any]:
    import newspaper  # noqa: PLC0415 - of the peers each loads what it needs

    article = newspaper.Article("https://page.example/", fetch_images=False)
    try:
        article.download(input_html=_markup(folder, key))
        article.parse()
    except Exception:  # noqa: BLE001 - it raises what it likes; a page it cannot read counts as not read
        return {}
    published = article.publish_date.date().isoformat() if article.publish_date else None
    site = article.meta_site_name or None
    return {
        "text": "",
        "title": article.title or None,
        "authors": list(article.authors),
        "outlet": site,
        "published": published,
    }


def _markup(folder: str, key: str) -> str:
    return decode_bytes(gzip.decompress((BENCH / folder / "pages" / f"{key}.html.gz").read_bytes()))


READERS: dict[str, Callable[[str, str], dict[str, Any]]] = {
    "variorum": _ours,
    "trafilatura": _trafilatura,
    "newspaper4k": _newspaper,
}

if __name__ == "__main__":
    main()
