"""Pages that stand before an article or in its place: a login, a consent, an error, a check for robots.

A page is taken for one only where next to no text is left of it; a report about passwords or cookies is a report.
"""

from __future__ import annotations

import re
from functools import cache

from lxml.html import HtmlElement

from variorum.lang.tables import load_table
from variorum.read.page.head import Head

_FEW_WORDS = 120  # a wall explains itself in fewer; the shortest reports have about as many and no such title
_NAMES = {"login": "a login page", "consent": "a consent page", "error": "an error page"}


def find_wall(tree: HtmlElement, head: Head, words: int) -> str | None:
    """Return what kind of page this is instead of an article ("a login page"), or None. `words` were left of it."""
    if words >= _FEW_WORDS:
        return None
    headings = [" ".join(each.text_content().split()) for each in tree.iter("h1")][:3]
    titles = [title.casefold() for title in (head.title, *headings) if title]
    for kind, pattern in _patterns().items():
        if any(pattern.match(title) for title in titles):
            return _NAMES[kind]
    if any((each.get("type") or "").lower() == "password" for each in tree.iter("input")) and not _is_published(head):
        return _NAMES["login"] if words < _FEW_WORDS // 2 else None
    return None


def _is_published(head: Head) -> bool:
    """Say whether a page calls itself an article: a form to log in stands in the corner of many."""
    return bool(head.article) or head.first("article:published_time", "datepublished", "pubdate", "date") is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load_table("mul", "walls")
    return {
        kind: re.compile(rf"\W*(?:{'|'.join(re.escape(each.strip()) for each in table[kind].split('|'))})(?!\w)")
        for kind in _NAMES
    }
