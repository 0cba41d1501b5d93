"""The dates that a page gives as that of its article, each with where it stands.

What a place is worth was measured on the date benchmark (docs/decisions/0012-dates.md); `dateline.py` weighs them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec
from htmldate import find_date
from htmldate.core import search_page, serialize
from htmldate.utils import Extractor
from htmldate.validators import get_max_date, get_min_date
from lxml.html import HtmlElement

from variorum.model.report import PublishedBasis
from variorum.read.dates.dateline import DateCandidate
from variorum.read.dates.datewords import Order, find_dates, is_day, read_stamp
from variorum.read.dates.shown_dates import Found, Near, find_shown
from variorum.read.page.blocks import Block
from variorum.read.page.head import Head


class Place(msgspec.Struct, frozen=True):
    """What a place where dates are found is called, what it is worth (0 to 1), and the basis it gives.

    Places of one `witness` repeat each other (a house's system writes all of a page's stamps): they count once.
    """

    name: str
    weight: float
    basis: PublishedBasis = "metadata"
    updated: bool = False
    witness: str = "stamp"


# Properties and names of meta elements, in classes of equal worth.
_META = {
    "published": """article:published_time og:published_time og:article:published_time article:published published_time
        datepublished publishdate publish_date publish-date publication_date publicationdate pubdate pub_date
        parsely-pub-date sailthru.date rnews:datepublished dcterms.issued dc.date.issued dcterms.created dc.date.created
        datecreated cxenseparse:recs:publishtime article_date_original ptime originalpublicationdate
        shareaholic:article_published_time
        citation_publication_date vr:published_time news_publish_date bt:pubdate displaydate gentime article.published
        content_create_date sdc3.published first_published published-date publish-time datetime field-name-post-date
        dcsext.articlefirstpublished""",
    "plain": """date dc.date dc:date dcterms.date dcterms.available citation_date article_date article.date
        created cdate creation_date""",
    "updated": """article:modified_time og:updated_time og:article:modified_time article:modified datemodified lastmod
        last-modified lastmodified dcterms.modified dc.date.modified modified revised updated_time
        article:modified_date utime cxenseparse:recs:updatetime modificationdate""",
}
META_CLASS = {name: kind for kind, names in _META.items() for name in names.split()}
PLACES = {
    "meta published": Place("meta", 0.92),
    "meta plain": Place("meta", 0.86),
    "meta updated": Place("meta", 0.72, updated=True),
    "ld published": Place("JSON-LD datePublished", 0.88),
    "ld other published": Place("JSON-LD datePublished of the page", 0.86),
    "ld updated": Place("JSON-LD dateModified", 0.77, updated=True),
    "url": Place("the address", 0.96, "url", witness="address"),
    "url digits": Place("digits in the address", 0.7, "url", witness="address"),
    "description": Place("the page's description", 0.63, "metadata", witness="description"),
    "item near": Place("an element marked as datePublished beside the headline", 0.94, "header", witness="shown"),
    "item far": Place("an element marked as datePublished", 0.96, "header", witness="shown"),
    "time marked near": Place(
        "a time element marked as published beside the headline", 0.97, "header", witness="shown"
    ),
    "time marked": Place("a time element marked as published", 0.61, "header", witness="shown"),
    "time near": Place("a time element beside the headline", 0.97, "header", witness="shown"),
    "time updated": Place("a time element marked as updated", 0.77, "header", updated=True, witness="shown"),
    "time far": Place("a time element", 0.61, "header", witness="shown"),
    "line said near": Place("a line beside the headline that says published", 0.97, "header", witness="shown"),
    "line said": Place("a line that says published", 0.83, "header", witness="shown"),
    "line dateline": Place("the dateline of the text", 0.87, "dateline", witness="shown"),
    "line marked": Place("a date line", 0.44, "header", witness="shown"),
    "line near": Place("a line beside the headline", 0.96, "header", witness="shown"),
    "line long": Place("a longer line beside the headline", 0.62, "header", witness="shown"),
    "line above": Place("a line above the headline", 0.82, "header", witness="shown"),
    "line among": Place("a short line at the start of the text", 0.87, "header", witness="shown"),
    "line many": Place("one of several dates beside the headline", 0.37, "header", witness="shown"),
    "line headline": Place("a date in the headline", 0.54, "header", witness="headline"),
    "line range": Place("one of several days that are named together", 0.12, "header", witness="shown"),
    "line today": Place("a date beside the weather", 0.4, "header", witness="shown"),
    "line misfit": Place("a date with a weekday that is not its own", 0.29, "header", witness="shown"),
    "line updated": Place("a line that says updated", 0.69, "header", updated=True, witness="shown"),
    "line end": Place("a line after the text", 0.4, "header", witness="shown"),
    "line far": Place("a line elsewhere on the page", 0.44, "header", witness="shown"),
    "search": Place("a search of the whole markup by htmldate", 0.69),
    "pattern": Place("a pattern in the markup, found by htmldate", 0.74),
}
_EXTENSIVE = Extractor(True, get_max_date(None), get_min_date(None), True, "%Y-%m-%d")
_LIKELY = 0.6  # weight from which a place needs no second opinion: htmldate's changed none of 511 answers there
_LONGEST_LINE = 120  # characters of a line that is no paragraph
_MOST_NEAR = 2  # days in places that are the article's own, published and updated; more are a list of something
_LATER = 0.5  # share of a place's log odds that is left to the second date found there, and to those after it
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_SLASHED = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?:/|$)")
_URL_DIGITS = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])([/_.-]?)(0[1-9]|1[0-2])\2(20[0-3]\d)(?!\d)")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T2[23]:00(?::00)?(?:Z|\+00:00)")
_LISTED = {"line near": "line many", "line among": "line many", "time marked": "line many", "time near": "line many",
           "time marked near": "line many", "item near": "line many", "item far": "line many"}  # fmt: skip


def find_page_dates(
    tree: HtmlElement, head: Head, url: str | None, blocks: Sequence[Block], near: Near
) -> list[DateCandidate]:
    """Return the candidates in the order in which they were found."""
    language = (head.language or "")[:5].lower()
    order = order_of(language)
    found = [
        *_from_head(head, order),
        *_from_url(url or head.canonical or head.first("og:url")),
        *find_shown(tree, blocks, near, order, language[:2]),
        *_from_description(head, order, language[:2]),
    ]
    if not any(PLACES[each.place].weight >= _LIKELY and not PLACES[each.place].updated for each in found):
        found += _from_patterns(tree, {each.value[:10] for each in found if PLACES[each.place].updated})
    return list(_rank(found))


def head_dates(head: Head, url: str | None) -> list[DateCandidate]:
    """Return the candidates in a page's head and address alone."""
    language = (head.language or "")[:5].lower()
    return list(_rank([*_from_head(head, order_of(language)), *_from_url(url or head.first("og:url"))]))


def line_dates(lines: Sequence[str]) -> list[DateCandidate]:
    """Return the date in the first of `lines` that has one and is no paragraph; of lines below a headline alone."""
    for line in lines:
        if len(line) <= _LONGEST_LINE and (written := find_dates(line)):
            return list(_rank([Found("line near", written[0].value, line)]))
    return []


def order_of(language: str) -> Order:
    """Return how the readers of a language write a date in numbers ("en-gb": the day first)."""
    return "mdy" if language in ("en", "en-us", "en_us") else "dmy"


def _rank(found: Sequence[Found]) -> Iterator[DateCandidate]:
    """Yield the candidates, those after the first of their place with less weight; three days of a place are a list."""
    days: dict[str, set[str]] = {}
    for each in found:
        days.setdefault(each.place, set()).add(each.value[:10])
    first: dict[str, str] = {}
    for each in found:
        listed = each.place in _LISTED and len(days[each.place]) > _MOST_NEAR
        place = PLACES[_LISTED[each.place] if listed else each.place]
        later = first.setdefault(each.place, each.value[:10]) != each.value[:10]
        yield DateCandidate(
            value=_local_day(each.value),
            basis=place.basis,
            evidence=f"{place.name}: {each.where}" if each.where else place.name,
            weight=_weaken(place.weight) if later else place.weight,
            updated=place.updated,
            place=place.witness,
        )


def _weaken(weight: float) -> float:
    """Return a weight with half of its log odds."""
    odds = math.log(weight / (1 - weight)) * _LATER
    return min(round(1 / (1 + math.exp(-odds)), 3), weight - 0.01)


def _from_patterns(tree: HtmlElement, updated: set[str]) -> Iterator[Found]:
    """Yield what htmldate makes of the page. It takes as long as all else together: asked where nothing else is likely.

    Of its extensive search only the patterns over the whole page are used: the rest asks dateparser, whose 205
    languages take seconds to load, for dates that `datewords` reads (measured: F1 is the same).
    """
    found, place = find_date(tree, original_date=True, extensive_search=False), "pattern"
    if not found:
        found, place = search_page(serialize(tree), _EXTENSIVE), "search"
    # From a copyright line it makes the first day of that year; a date of change is a candidate already.
    if found and not found.endswith("-01-01") and found not in updated:
        yield Found(place, found)


def _local_day(value: str) -> str:
    """Return the day that begins at a stamp of 22:00 or 23:00 UTC sharp: midnight of a date given without a time.

    Systems of Central European houses write "5 November" so; its UTC day is the day before.
    """
    match = _MIDNIGHT.fullmatch(value)
    if not match:
        return value
    return (date.fromisoformat(match[1]) + timedelta(days=1)).isoformat()


def _from_head(head: Head, order: Order) -> Iterator[Found]:
    for name, values in head.meta.items():
        if kind := META_CLASS.get(name):
            for content in values[:2]:
                if stamp := read_stamp(content, order):
                    yield Found(f"meta {kind}", stamp, name)
    for node in head.nodes[:200]:
        mine = node is head.article
        for field in ("datePublished", "dateCreated", "uploadDate"):
            value = node.get(field)
            if isinstance(value, str) and (mine or field == "datePublished") and (stamp := read_stamp(value, order)):
                yield Found("ld published" if mine and field == "datePublished" else "ld other published", stamp, field)
        if mine and isinstance(node.get("dateModified"), str) and (stamp := read_stamp(node["dateModified"], order)):
            yield Found("ld updated", stamp)


def _from_description(head: Head, order: Order, language: str) -> Iterator[Found]:
    """Yield the dates at the ends of the page's description: "(Notizia del 14 Gennaio 2020)", "05.05.2020 – ..."."""
    text = head.first("description", "og:description") or ""
    for written in find_dates(text[:400], order, language):
        if written.start < 3 or written.said == "published":
            yield Found("description", written.value, text[max(0, written.start - 20) : written.end])


def _from_url(url: str | None) -> Iterator[Found]:
    match = (_URL_SLASHED.search(url) or _URL_DAY.search(url)) if url else None
    if match:
        numbers = [int(each) for each in match.groups() if each.isdigit()]
        if is_day(*numbers):
            yield Found("url", f"{numbers[0]}-{numbers[1]:02}-{numbers[2]:02}", match[0])
    elif url and (match := _URL_DIGITS.search(url)) and is_day(int(match[4]), int(match[3]), int(match[1])):
        yield Found("url digits", f"{match[4]}-{match[3]}-{match[1]}", match[0])
