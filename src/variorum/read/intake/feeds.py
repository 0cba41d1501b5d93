"""Feeds (RSS, Atom) and site maps as pages, with what they say of each: feedparser does the parsing.

A feed that carries whole articles gives them; one that carries teasers, and every site map, gives addresses only: their
pages have no bytes, and are fetched where that is allowed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from time import struct_time
from typing import Any

from variorum.errors import MissingPart, NotReadable, Refusal
from variorum.read.pages import Given, Page

_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_LEAST_WORDS = 60  # fewer are a teaser


def pages_of_feed(data: bytes, where: str) -> Iterator[Page | Refusal]:
    """Yield a page for each entry of a feed or site map, in its order; one that is only an address has no bytes."""
    root = data[:4096].lower()
    if b"<urlset" in root or b"<sitemapindex" in root:
        yield from _pages_of_sitemap(data, where)
        return
    try:
        import feedparser  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingPart(f"{where} is a feed: pip install 'variorum[feeds]' reads it") from None
    feed = feedparser.parse(data)
    if feed.bozo and not feed.entries:
        yield NotReadable(where, f"a broken feed ({feed.get('bozo_exception', 'no entries')})")
        return
    for number, entry in enumerate(feed.entries, start=1):
        yield _page_of_entry(entry, feed.feed, f"{where}, entry {number}")


def _page_of_entry(entry: dict[str, Any], feed: dict[str, Any], where: str) -> Page:
    bodies = [content.get("value", "") for content in entry.get("content", [])] or [entry.get("summary", "")]
    body = max(bodies, key=len)
    url = entry.get("link")
    # feedparser's own `get` answers a missing date with the other one; that of dict does not.
    given = Given(
        title=entry.get("title"),
        outlet=feed.get("title"),
        authors=tuple(name for author in entry.get("authors", []) if (name := author.get("name"))),
        published=_moment(dict.get(entry, "published_parsed")),
        updated=_moment(dict.get(entry, "updated_parsed")),
        language=(feed.get("language") or "")[:2].lower() or None,
    )
    whole = len(body.split()) >= _LEAST_WORDS or url is None
    if not whole:
        return Page(id=str(url), data=b"", url=url, given=given, wanted=True)
    data = _as_html(entry.get("title") or "", body)
    return Page(id=url or where, data=data, url=url, content_type="text/html; charset=utf-8", given=given)


def _as_html(title: str, body: str) -> bytes:
    head = f"<!doctype html><html><head><meta charset='utf-8'><title>{html.escape(title)}</title></head>"
    return f"{head}<body><article><h1>{html.escape(title)}</h1>{body}</article></body></html>".encode()


def _moment(parsed: struct_time | None) -> str | None:
    """ISO 8601 of feedparser's UTC time, or None."""
    if parsed is None:
        return None
    try:
        year, month, day, hour, minute = parsed[:5]
        return datetime(year, month, day, hour, minute, tzinfo=UTC).strftime("%Y-%m-%dT%H:%MZ")
    except ValueError:
        return None


def _pages_of_sitemap(data: bytes, where: str) -> Iterator[Page | Refusal]:
    from lxml import etree  # noqa: PLC0415 - only who reads site maps pays for it

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root is None:
        yield NotReadable(where, "a broken site map")
        return
    for entry in root:
        url = next((each.text for each in entry.iter("{*}loc") if each.text), None)
        if url is None:
            continue
        news = {name: entry.findtext(f".//{_NEWS}{name}") for name in ("title", "publication_date", "name", "language")}
        date = (news["publication_date"] or "").strip()
        given = Given(
            title=news["title"],
            outlet=news["name"],
            published=date[:10] if _DAY.match(date) else None,
            language=(news["language"] or "")[:2] or None,
        )
        yield Page(id=url.strip(), data=b"", url=url.strip(), given=given, wanted=True)
