"""Pages of HTML for archives: one pass of Resiliparse over the part of a page where its article is.

Text, headline, address and the dates that a page tells machines; no second opinion, no byline, no date line, and the
date is not held against the text. What that costs in quality stands beside the speed in docs/benchmarks.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from variorum.errors import NoText
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.characters.decode import decode_bytes, names_itself, repair_mojibake
from variorum.read.characters.tidy import count_words, tidy_paragraph
from variorum.read.credits.metadata import find_address, find_outlet, find_section
from variorum.read.credits.title import find_title_among
from variorum.read.dates.dateline import choose_date
from variorum.read.dates.page_dates import META_CLASS, head_dates, line_dates
from variorum.read.page.head import Head, clean
from variorum.read.page.markup import flatten
from variorum.read.page.region import Cut, Region, cut_out, find_region, whole_body
from variorum.read.pages import Page

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,1000})", re.I)
# In small letters or capitals throughout, as pages are written: a pattern for any mixture takes three times as long.
_HEAD_TAG = re.compile(r"<(meta|link|META|LINK)\s([^>]{1,2000})>")
_NAME = re.compile(r"(?:property|name|itemprop|PROPERTY|NAME|ITEMPROP)\s*=\s*[\"']?([^\"'\s]+)")
_VALUE = re.compile(r"(?:content|href|CONTENT|HREF)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ASKED = META_CLASS.keys() | {
    "og:title", "twitter:title", "og:site_name", "application-name", "twitter:site", "og:url", "article:section",
    "parsely-section", "sailthru.section", "section",
}  # fmt: skip
_DAY_NAME = b'"datePublished"'
_DAY = re.compile(rb'\s*:\s*"([^"]{8,40})"')
_DAY_IN_TAG = re.compile(rb'\s(?:content|datetime)\s*=\s*"([^"]{8,40})"')
_LONGEST_TAG = 1_000
_LONGEST_HEAD = 200_000  # bytes looked at where no body begins
_LONGEST_HEADING = 3_000  # bytes with its markup
_MOST_HEADINGS = 4
_LEAST_LINE = 3  # words of a line that is kept between others; shorter ones are labels and buttons
_LEAST_SENTENCE = 4  # words of a line that ends as sentences do
_LEAST_PROSE = 12  # words of a line that is no label, however it ends
_ENDS = ".!?…。！？:;\"”“»'’)]」』"
_MOST_FOOT = 0.3  # share of the text
_FEW_WORDS = 30  # below that Resiliparse threw the article away with a frame around it
_MANY_TAGS = 20_000  # from which on they may be nested too deep; none of 723 pages has as many
_DATED = 8  # lines at the start of what is found, of which one may be the date line
_OPENING = 5  # lines of the text whose words a headline shares
# Resiliparse takes lists and menus near the body for the site's; the region's own frame lies deeper in most pages.
_FRAME = "<body>" + 4 * "<div>"


def read_fast(page: Page, least_words: int) -> Report:
    """Return the report that a page holds. Raises NoText where fewer than `least_words` words are left."""
    if not names_itself(page.data):
        try:
            return _read(page, page.data, least_words)
        except UnicodeDecodeError:
            pass  # another set, in whose letters the bytes of a tag may stand
    return _read(page, decode_bytes(page.data, page.content_type).encode("utf-8", "replace"), least_words)


def _read(page: Page, data: bytes, least_words: int) -> Report:
    """Return the report in `data`, the page in UTF-8. Raises UnicodeDecodeError where it is not."""
    cut = cut_out(data)
    region = find_region(cut)
    found = _find_lines(cut, region)
    lines = _drop_foot([line for line in found if _count(line) >= _LEAST_LINE])
    if _count_all(lines) < least_words:
        raise NoText(page.id, f"fewer than {least_words} words left without furniture")
    head = _read_head(cut, data)
    title = find_title_among(head, list(_read_headings(cut, region)), " ".join(lines[:_OPENING]))
    if title and lines[:1] == [title]:
        del lines[0]
    url = find_address(head, page.url)
    dates = head_dates(head, url)
    if all(each.updated for each in dates):
        dates += line_dates(found[:_DATED])
    published = choose_date(dates, "")
    return Report(
        id=ReportId(page.id),
        text="\n\n".join(lines),
        title=title,
        url=url,
        outlet=find_outlet(head, page.url),
        published=published.value if published else None,
        published_basis=published.basis if published else None,
        section=find_section(head),
    )


def _find_lines(cut: Cut, region: Region) -> list[str]:
    """Return the lines of the article; where next to none are in the region, those of the whole page, as they come."""
    lines = _extract(_FRAME + cut.data[region.start : region.end].decode("utf-8"))
    if _count_all(lines) >= _FEW_WORDS:
        return lines
    body = cut.data[whole_body(cut).start :].decode("utf-8")
    found = max(lines, _extract(body), key=_count_all)
    return found if _count_all(found) >= _FEW_WORDS else max(found, _extract(body, main=False), key=_count_all)


def _drop_foot(lines: list[str]) -> list[str]:
    """Return the lines without those behind the last sentence: teasers, menus, notices. A long list stays."""
    last = len(lines)
    while last and not _is_prose(lines[last - 1]):
        last -= 1
    whole = sum(map(len, lines))
    return lines[:last] if last and sum(map(len, lines[last:])) <= _MOST_FOOT * whole else lines


def _is_prose(line: str) -> bool:
    return _count(line) >= (_LEAST_SENTENCE if line[-1] in _ENDS else _LEAST_PROSE)


def _extract(markup: str, *, main: bool = True) -> list[str]:
    """Return the lines of what Resiliparse takes for the main content, or (not `main`) of all of it."""
    # For each element Resiliparse goes up to the body: a hundred thousand inside one another take it minutes.
    tree = HTMLTree.parse(flatten(markup) if markup.count("<") > _MANY_TAGS else markup)
    found = extract_plain_text(tree, main_content=main, alt_texts=False, list_bullets=False, comments=False)
    return tidy_paragraph(repair_mojibake(found)).split("\n")


def _count(line: str) -> int:
    """Return the number of words, by blanks alone where those tell enough (Chinese and Japanese have none)."""
    spaced = line.count(" ") + 1
    return spaced if spaced >= _LEAST_LINE or line.isascii() else count_words(line)


def _count_all(lines: Sequence[str]) -> int:
    """Return the number of words in those lines that are kept."""
    return sum(size for line in lines if (size := _count(line)) >= _LEAST_LINE)


def _read_headings(cut: Cut, region: Region) -> Iterator[str]:
    """Yield the headings of the first level in a region, as plain words."""
    for start in region.headings[:_MOST_HEADINGS]:
        end = cut.data.find(b"</h1", start, start + _LONGEST_HEADING)
        markup = cut.data[start : max(end, start)].decode("utf-8", "replace")
        if heading := clean(markup):
            yield heading


def _read_head(cut: Cut, data: bytes) -> Head:
    """Return the meta elements and the canonical address, and of JSON-LD the day where no other day is given.

    Patterns over the head of the markup: asking a tree for each attribute takes five times as long.
    """
    markup = cut.data[: whole_body(cut).start or _LONGEST_HEAD].decode("utf-8")
    meta: dict[str, list[str]] = {}
    canonical = None
    for tag, attributes in _HEAD_TAG.findall(markup):
        if tag in ("meta", "META"):
            name = next((name for each in _NAME.findall(attributes) if (name := each.lower()) in _ASKED), None)
            if name and (value := _VALUE.search(attributes)) and (content := clean(value[1] or value[2])):
                meta.setdefault(name, []).append(content)
        elif "canonical" in attributes and (value := _VALUE.search(attributes)):
            canonical = value[1] or value[2]
    title = _TITLE.search(markup)
    dated = any(META_CLASS.get(name, "updated") != "updated" for name in meta)
    article = {} if dated else _read_day(data)
    return Head(
        title=clean(title[1]) if title else None, canonical=canonical, meta=meta, article=article, nodes=(article,)
    )


def _read_day(data: bytes) -> dict[str, str]:
    """Return the day of publication in the JSON-LD or the marked element of a page, as an article in JSON-LD."""
    place = data.find(_DAY_NAME)
    if place < 0:
        return {}
    after = place + len(_DAY_NAME)
    found = _DAY.match(data, after) or _DAY_IN_TAG.search(
        data, data.rfind(b"<", 0, place), data.find(b">", after, after + _LONGEST_TAG)
    )
    return {"@type": "Article", "datePublished": found[1].decode("ascii", "replace")} if found else {}
