"""Pages of HTML for archives: one pass of Resiliparse, eight times as fast as trafilatura, and as good as that is.

Text, headline, address and the dates that a page tells machines; no second opinion, no byline, no date line, and the
date is not held against the text. What that costs in quality stands beside the speed in docs/benchmarks.md. Scripts are
half of most markup: they and what else holds no text are cut out of the bytes before anything else looks at them.
"""

from __future__ import annotations

import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from variorum.errors import NoText
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.dateline import choose_date
from variorum.read.decode import decode_bytes, names_itself, repair_mojibake
from variorum.read.head import Head, clean
from variorum.read.metadata import find_address, find_outlet, find_section
from variorum.read.page_dates import head_dates
from variorum.read.pages import Page
from variorum.read.tidy import count_words, tidy_paragraph
from variorum.read.title import find_title

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,1000})", re.I)
_HEAD_TAG = re.compile(r"<(meta|link)\s([^>]{1,2000})>", re.I)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
# What holds no text; scripts first, since any of the others can stand in a string of theirs.
_TEXTLESS = (
    (b"<script", b"</script>"),
    (b"<!--", b"-->"),
    (b"<style", b"</style>"),
    (b"<svg", b"</svg>"),
)
_LONGEST_HEAD = 200_000  # characters looked at where no head ends
_LEAST_LINE = 3  # words of a line that is kept between others; shorter ones are labels and buttons


def read_fast(page: Page, least_words: int) -> Report:
    """Return the report that a page holds. Raises NoText where fewer than `least_words` words are left."""
    markup = _decode(page)
    start = max(markup.find("<body", max(markup.find("</head"), 0)), 0)
    # What stands before the body takes the parser a tenth of its time and holds no text.
    tree = HTMLTree.parse(markup[start:])
    found = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False)
    lines = tidy_paragraph(repair_mojibake(found)).split("\n")
    sizes = [_count(line) for line in lines]
    paragraphs = [line for line, size in zip(lines, sizes, strict=True) if size >= _LEAST_LINE]
    if sum(size for size in sizes if size >= _LEAST_LINE) < least_words:
        raise NoText(page.id, f"fewer than {least_words} words left without furniture")
    head = _read_head(markup, _read_title(markup) if start else tree.title)
    title = find_title(head, (), ())
    if title and paragraphs[0] == title:
        del paragraphs[0]
    text = "\n\n".join(paragraphs)
    url = find_address(head, page.url)
    published = choose_date(head_dates(head, url), "")
    return Report(
        id=ReportId(page.id),
        text=text,
        title=title,
        url=url,
        outlet=find_outlet(head, page.url),
        published=published.value if published else None,
        published_basis=published.basis if published else None,
        section=find_section(head),
    )


def _count(line: str) -> int:
    """Return the number of words, by blanks alone where those tell enough (Chinese and Japanese have none)."""
    spaced = line.count(" ") + 1
    return spaced if spaced >= _LEAST_LINE or line.isascii() else count_words(line)


def _decode(page: Page) -> str:
    """Return the markup of a page, without its scripts where the bytes are UTF-8."""
    data = page.data
    if not names_itself(data):
        try:
            return drop_scripts(data).decode("utf-8")
        except UnicodeDecodeError:
            pass  # another set, in whose letters the bytes of a tag may stand
    return decode_bytes(data, page.content_type)


def drop_scripts(data: bytes) -> bytes:
    """Return markup without its scripts, styles, drawings and comments; one that is not closed stays."""
    for opening, closing in _TEXTLESS:
        data = _without(data, opening, closing)
    return data


def _without(data: bytes, opening: bytes, closing: bytes) -> bytes:
    parts, end = [], 0
    start = data.find(opening)
    while start >= 0:
        stop = data.find(closing, start)
        if stop < 0:
            break
        parts.append(data[end:start])
        end = stop + len(closing)
        start = data.find(opening, end)
    return b"".join([*parts, data[end:]])


def _read_title(markup: str) -> str | None:
    found = _TITLE.search(markup, 0, _LONGEST_HEAD)
    return found[1] if found else None


def _read_head(markup: str, title: str | None) -> Head:
    """Return the meta elements and the canonical address; JSON-LD is left unread.

    Patterns over the head of the markup: asking the tree for each attribute takes five times as long.
    """
    end = markup.find("</head")
    meta: dict[str, list[str]] = {}
    canonical = None
    for tag, attributes in _HEAD_TAG.findall(markup, 0, end if end > 0 else _LONGEST_HEAD):
        if tag.lower() == "link" and "canonical" not in attributes:
            continue
        given = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(attributes)}
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name and (content := clean(given.get("content"))):
            meta.setdefault(name, []).append(content)
        elif given.get("rel") == "canonical":
            canonical = given.get("href")
    return Head(title=clean(title), canonical=canonical, meta=meta)
