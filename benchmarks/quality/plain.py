"""Plain texts: articles inside other sites' furniture, and pages of HTML flattened to the lines that they show.

`reposts`: articles of the copies set that stand inside another site's menus, links and footers; their own lines should
stay and the others go (share of words). `pages`: the pages of the extraction set as a crawler would flatten them, all
their lines in order without any markup, held against the same segments, titles, authors and days as the pages
themselves. What is measured is the whole way of a text: `variorum.read.plaintext.texts.read_plain`.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import html

from benchmarks.quality.measured import BENCH, Measured
from variorum.errors import NoText
from variorum.model.report import Report
from variorum.read.characters.decode import decode_bytes
from variorum.read.plaintext.texts import read_plain
from variorum.text.fold import fold

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body br button center dd div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section select summary table tbody td tfoot
        th thead tr ul""",
    )
)
_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "head", "iframe", "textarea"])


def measure() -> Measured:
    """Measure both sets."""
    figures: dict[str, float] = {}
    cases: dict[str, str] = {}
    _measure_reposts(figures, cases)
    _measure_pages(figures, cases)
    return Measured(figures, cases)


def _read(name: str, text: str) -> Report:
    try:
        return read_plain(name, text).report
    except NoText:
        return Report(id=name, text="")  # type: ignore[arg-type]


def _measure_reposts(figures: dict[str, float], cases: dict[str, str]) -> None:
    with (BENCH / "stories" / "copies_dev.jsonl").open(encoding="utf-8") as lines:
        reports = {report["id"]: report for report in map(json.loads, lines)}
    right = extra = lost = 0
    for report in reports.values():
        if report["kind"] != "repost" or report["copy_of"] is None:
            continue
        own = {fold(line) for line in reports[report["copy_of"]]["text"].split("\n") if line.strip()}
        kept = {fold(line) for line in _read(report["id"], report["text"]).text.split("\n")}
        mine = Counter()
        for line in {fold(line) for line in report["text"].split("\n")}:
            count = len(line.split())
            mine[
                "right"
                if line in own and line in kept
                else "lost"
                if line in own
                else "extra"
                if line in kept
                else "gone"
            ] += count
        right, extra, lost = right + mine["right"], extra + mine["extra"], lost + mine["lost"]
        cases[report["id"]] = "wrong" if mine["extra"] else "missing" if mine["lost"] else "right"
    figures["reposts precision"] = right / (right + extra)
    figures["reposts recall"] = right / (right + lost)


def _measure_pages(figures: dict[str, float], cases: dict[str, str]) -> None:
    gold = json.loads((BENCH / "extraction" / "segments.json").read_text(encoding="utf-8"))
    found = Counter()
    for name, page in gold.items():
        text = flatten((BENCH / "extraction" / "pages" / f"{name}.html.gz").read_bytes())
        report = _read(name, text)
        whole, kept = _spaced(text), _spaced(report.text)
        with_ = [segment for segment in page["with"] if _spaced(segment) in whole]
        hits = sum(_spaced(segment) in kept for segment in with_)
        false = sum(_spaced(segment) in kept for segment in page["without"])
        found.update(hits=hits, lost=len(with_) - hits, false=false)
        cases[name] = "wrong" if false else "missing" if hits < len(with_) else "right"
        found.update(_fields(page, report))
    figures["pages F1"] = 2 * found["hits"] / (2 * found["hits"] + found["lost"] + found["false"])
    for field in ("titles", "days"):
        figures[f"pages {field} precision"] = found[f"{field} right"] / max(1, found[f"{field} given"])
        figures[f"pages {field} recall"] = found[f"{field} right"] / found[f"{field} gold"]


def _fields(page: dict[str, Any], report: Report) -> Iterator[str]:
    day = report.published[:10] if report.published else None
    for field, gold, mine in (("titles", page["title"], report.title), ("days", page["date"], day)):
        if gold:
            yield f"{field} gold"
            if mine:
                yield f"{field} given"
                if fold(gold) == fold(mine):
                    yield f"{field} right"


def flatten(data: bytes) -> str:
    """Return all lines that a page (gzip) shows, in order, without markup: what a careless crawler saves."""
    text = re.sub(r"^\s*<\?xml[^>]*>", "", decode_bytes(gzip.decompress(data)))
    out: list[str] = []
    for event, element in _walk(html.fromstring(text)):
        tag = element.tag if isinstance(element.tag, str) else ""
        out.append("\n" if tag in _BLOCKS else "")
        out.append(((element.text if event == "start" else element.tail) or "").replace("\n", " "))
    return "\n".join(line.strip() for line in "".join(out).split("\n") if line.strip())


def _walk(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Each element that is shown at its start, and each element at its end; without recursion, pages nest deeply."""
    waiting = [("start", root)]
    while waiting:
        event, element = waiting.pop()
        shown = isinstance(element.tag, str) and element.tag not in _HIDDEN
        if event == "end" or shown:
            yield event, element
        if event == "start":
            waiting.append(("end", element))
            if shown:
                waiting.extend(("start", child) for child in reversed(element))


def _spaced(text: str) -> str:
    return " ".join(text.split())
