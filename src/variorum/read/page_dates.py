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
from variorum.read.blocks import Block, tokens_of
from variorum.read.dateline import DateCandidate
from variorum.read.datewords import Order, find_dates, is_day, read_stamp
from variorum.read.head import Head


class Place(msgspec.Struct, frozen=True):
    """Where a date was found: what it is called, what it is worth (0 to 1), and the basis it gives.

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
_META_CLASS = {name: kind for kind, names in _META.items() for name in names.split()}
PLACES = {
    "meta published": Place("meta", 0.89),
    "meta plain": Place("meta", 0.75),
    "meta updated": Place("meta", 0.55, updated=True),
    "ld published": Place("JSON-LD datePublished", 0.87),
    "ld other published": Place("JSON-LD datePublished of the page", 0.7),
    "ld updated": Place("JSON-LD dateModified", 0.55, updated=True),
    "url": Place("the address", 0.88, "url", witness="address"),
    "time marked": Place("a time element marked as published", 0.84, "header", witness="shown"),
    "time near": Place("a time element beside the headline", 0.88, "header", witness="shown"),
    "time updated": Place("a time element marked as updated", 0.55, "header", updated=True, witness="shown"),
    "time far": Place("a time element", 0.62, "header", witness="shown"),
    "line marked": Place("a date line", 0.55, "header", witness="shown"),
    "line near": Place("a line beside the headline", 0.95, "header", witness="shown"),
    "line above": Place("a line above the headline", 0.75, "header", witness="shown"),
    "line among": Place("a short line at the start of the text", 0.85, "header", witness="shown"),
    "line many": Place("one of several dates beside the headline", 0.6, "header", witness="shown"),
    "line updated": Place("a line that says updated", 0.6, "header", updated=True, witness="shown"),
    "line end": Place("a line after the text", 0.55, "header", witness="shown"),
    "line far": Place("a line elsewhere on the page", 0.4, "header", witness="shown"),
    "search": Place("a search of the whole markup by htmldate", 0.7),
    "pattern": Place("a pattern in the markup, found by htmldate", 0.8),
}
_EXTENSIVE = Extractor(True, get_max_date(None), get_min_date(None), True, "%Y-%m-%d")
_LIKELY = 0.6  # weight from which a place needs no second opinion: htmldate's changed none of 511 answers there
_MOST_NEAR = 2  # days beside the headline, published and updated; more are a list of something
_LATER = 0.5  # share of a place's log odds that is left to the second date found there, and to those after it
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_SLASHED = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?:/|$)")
_PUBLISHED_NAMES = frozenset(
    ["published", "publish", "pubdate", "publication", "datepublished", "created", "posted", "entry", "post"]
)
_UPDATED_NAMES = frozenset(["updated", "modified", "datemodified", "update", "lastmod"])
_DATE_NAMES = frozenset(
    [
        "date", "datum", "dateline", "time", "timestamp", "published", "publish", "pubdate", "posted", "fecha", "meta",
        "byline", "info", "datetime", "created", "publication", "zeit", "data",
    ]
)  # fmt: skip
_UPDATED_WORDS = re.compile(
    r"\b(?:updat\w+|modif\w+|aktualisiert|zuletzt|letzte [äÄ]nderung|geändert|bearbeitet|actuali\w+|mis à jour"
    r"|aggiornat\w+|atualizad\w+|revised|edited|bijgewerkt|aktualizacja|обновлено|última modificación)\b",
    re.I,
)
_PUBLISHED_WORDS = re.compile(
    r"\b(?:publish\w*|posted|veröffentlicht|erschienen|erstellt|publié\w*|publicad\w+|pubblicat\w+|geplaatst|opublikowan\w+"
    r"|erstveröffentlichung|first published|опубликовано|vom)\b",
    re.I,
)
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T2[23]:00(?::00)?(?:Z|\+00:00)")
_HEAD_BLOCKS = 12  # blocks before the body in which a date is taken for the article's
_END_BLOCKS = 6
_DEEP = 3  # blocks from the body's first one on among which a byline with a date may still stand
_SHORT_LINE = 80  # characters of a line inside the body that may be a byline, not prose
_MOST_LINE = 220  # characters of a line of furniture; a longer one is prose, whose dates are its own


class Near(msgspec.Struct, frozen=True):
    """Where the article stands among the blocks: its headline (None if not found) and the blocks of its body."""

    headline: int | None
    kept: frozenset[int]

    @property
    def start(self) -> int:
        """Return the number of the body's first block; 0 where there is no body."""
        return min(self.kept, default=0)

    @property
    def end(self) -> int:
        """Return the number of the block after the body's last."""
        return max(self.kept, default=-1) + 1


def find_page_dates(
    tree: HtmlElement, head: Head, url: str | None, blocks: Sequence[Block], near: Near
) -> list[DateCandidate]:
    """Return the candidates in the order in which they were found."""
    language = (head.language or "")[:5].lower()
    order = order_of(language)
    found = [
        *_from_head(head, order),
        *_from_url(url or head.canonical or head.first("og:url")),
        *_from_times(tree, blocks, near, order),
        *_from_lines(blocks, near, order, language[:2]),
    ]
    if not any(each.weight >= _LIKELY and not each.updated for each in found):
        found += _from_patterns(tree, {each.value[:10] for each in found if each.updated})
    return list(_rank(found))


def head_dates(head: Head, url: str | None) -> list[DateCandidate]:
    """Return the candidates in a page's head and address alone."""
    language = (head.language or "")[:5].lower()
    return list(_rank([*_from_head(head, order_of(language)), *_from_url(url or head.first("og:url"))]))


def order_of(language: str) -> Order:
    """Return how the readers of a language write a date in numbers ("en-gb": the day first)."""
    return "mdy" if language in ("en", "en-us", "en_us") else "dmy"


def _rank(found: Sequence[DateCandidate]) -> Iterator[DateCandidate]:
    """Yield the candidates, those after the first of their place with less weight; three days near by are a list."""
    near = PLACES["line near"].name
    days_near = {each.value[:10] for each in found if each.evidence.startswith(near)}
    first: dict[str, str] = {}
    for each in found:
        weight = each.weight
        place = each.evidence.partition(":")[0]
        if place == near and len(days_near) > _MOST_NEAR:
            weight = PLACES["line many"].weight
        elif first.setdefault(place, each.value[:10]) != each.value[:10]:
            weight = _weaken(weight)
        yield each if weight == each.weight else msgspec.structs.replace(each, weight=weight)


def _weaken(weight: float) -> float:
    """Return a weight with half of its log odds."""
    odds = math.log(weight / (1 - weight)) * _LATER
    return min(round(1 / (1 + math.exp(-odds)), 3), weight - 0.01)


def _from_patterns(tree: HtmlElement, updated: set[str]) -> Iterator[DateCandidate]:
    """Yield what htmldate makes of the page. It takes as long as all else together: asked where nothing else is likely.

    Of its extensive search only the patterns over the whole page are used: the rest asks dateparser, whose 205
    languages take seconds to load, for dates that `datewords` reads (measured: F1 is the same).
    """
    found, place = find_date(tree, original_date=True, extensive_search=False), "pattern"
    if not found:
        found, place = search_page(serialize(tree), _EXTENSIVE), "search"
    # From a copyright line it makes the first day of that year; a date of change is a candidate already.
    if found and not found.endswith("-01-01") and found not in updated:
        yield _candidate(place, found)


def _candidate(place: str, value: str, where: str = "") -> DateCandidate:
    """Return the candidate of a place, its evidence the place's name and what stands there."""
    kind = PLACES[place]
    evidence = f"{kind.name}: {where}" if where else kind.name
    return DateCandidate(
        value=_local_day(value),
        basis=kind.basis,
        evidence=evidence,
        weight=kind.weight,
        updated=kind.updated,
        place=kind.witness,
    )


def _local_day(value: str) -> str:
    """Return the day that begins at a stamp of 22:00 or 23:00 UTC sharp: midnight of a date given without a time.

    Systems of Central European houses write "5 November" so; its UTC day is the day before.
    """
    match = _MIDNIGHT.fullmatch(value)
    if not match:
        return value
    return (date.fromisoformat(match[1]) + timedelta(days=1)).isoformat()


def _from_head(head: Head, order: Order) -> Iterator[DateCandidate]:
    for name, values in head.meta.items():
        if kind := _META_CLASS.get(name):
            for content in values[:2]:
                if stamp := read_stamp(content, order):
                    yield _candidate(f"meta {kind}", stamp, name)
    for node in head.nodes[:200]:
        mine = node is head.article
        for field in ("datePublished", "dateCreated", "uploadDate"):
            value = node.get(field)
            if isinstance(value, str) and (mine or field == "datePublished") and (stamp := read_stamp(value, order)):
                yield _candidate(
                    "ld published" if mine and field == "datePublished" else "ld other published", stamp, field
                )
        if mine and isinstance(node.get("dateModified"), str) and (stamp := read_stamp(node["dateModified"], order)):
            yield _candidate("ld updated", stamp)


def _from_url(url: str | None) -> Iterator[DateCandidate]:
    match = (_URL_SLASHED.search(url) or _URL_DAY.search(url)) if url else None
    if match:
        numbers = [int(each) for each in match.groups() if each.isdigit()]
        if is_day(*numbers):
            yield _candidate("url", f"{numbers[0]}-{numbers[1]:02}-{numbers[2]:02}", match[0])


def _from_times(tree: HtmlElement, blocks: Sequence[Block], near: Near, order: Order) -> Iterator[DateCandidate]:
    shown = _text_near(blocks, near)
    for count, element in enumerate(tree.iter("time", "abbr")):
        if count > 60:
            return
        if element.tag == "abbr" and not {"published", "dtstart"} & set(tokens_of(element)):
            continue
        text = " ".join(element.text_content().split())[:100]
        value = read_stamp(element.get("datetime") or element.get("title") or text, order) or read_stamp(text, order)
        if not value:
            continue
        names = set(tokens_of(element))
        if element.get("pubdate") is not None or names & _PUBLISHED_NAMES:
            place = "time marked"
        elif names & _UPDATED_NAMES:
            place = "time updated"
        else:
            place = "time near" if text and text in shown else "time far"
        yield _candidate(place, value, text)


def _text_near(blocks: Sequence[Block], near: Near) -> str:
    return "\n".join(block.text for block in blocks[_first_near(near) : near.start + 1])


def _first_near(near: Near) -> int:
    first = near.start - _HEAD_BLOCKS
    return max(0, first if near.headline is None else min(max(near.headline - 3, first), near.start))


def _from_lines(blocks: Sequence[Block], near: Near, order: Order, language: str) -> Iterator[DateCandidate]:
    for index, block in enumerate(blocks):
        size = len(block.text)
        if size > _MOST_LINE or (index in near.kept and (size > _SHORT_LINE or index > near.start + _DEEP)):
            continue
        for written in find_dates(block.text, order, language):
            before = block.text[max(0, written.start - 40) : written.start]
            place = "line updated" if _says_updated(before) else _place_of(index, block, near)
            yield _candidate(place, written.value, block.text[max(0, written.start - 30) : written.end + 10])


def _says_updated(before: str) -> bool:
    """Say whether the words before a date call it that of a change, with no word of publication after them."""
    said = [match.end() for match in _UPDATED_WORDS.finditer(before)]
    return bool(said) and not any(match.end() > said[-1] for match in _PUBLISHED_WORDS.finditer(before))


def _place_of(index: int, block: Block, near: Near) -> str:
    marked = bool({*block.names, *block.node.tokens} & _DATE_NAMES)
    if near.headline is not None and index < near.headline and not marked and index >= _first_near(near):
        return "line above"
    if _first_near(near) <= index <= near.start + _DEEP:
        return "line near" if index <= near.start else "line among"
    if near.end <= index <= near.end + _END_BLOCKS:
        return "line end"
    return "line marked" if marked else "line far"
