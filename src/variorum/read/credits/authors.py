"""Who wrote an article: what the page tells machines, what it marks and what it shows, weighed by how they agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from variorum.read.credits.bylines import find_bylines, find_marked, tidy_name
from variorum.read.page.blocks import Block
from variorum.read.page.features import squeeze
from variorum.read.page.head import Head, clean, types_of

_META = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl",
         "dc.creator.aut", "citation_author", "creator", "authors", "shareaholic:article_author_name",
         "rnews:author")  # fmt: skip
_BY = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|submitted|geschrieben|verfasst|veröffentlicht|erstellt|publié|escrito|publicado)"
    r"\s+)?(?:by|von|par|por|di|door|av|af|przez|autor(?:in|en|es)?|author|text|story|words by|interview)\b\s*:?\s*",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[;|/•·,]|\s(?:und|and|et|y|e|&|och|og|en)\s)\s*", re.I)
# What ends a name in a stamp: a date, a place of work, a role.
_END = re.compile(
    r"\s*(?:(?<!\w)\d|[(\[@]|\s[-–—]\s|\b(?:am|on|vom|at|for|für|from|updated|published|veröffentlicht|um)\s|\bPosted\b).*$",
    re.I,
)
_ADDRESS = re.compile(r"https?:|www\.|@|\[at\]|\.(?:com|de|org|net|at|ch)\b", re.I)
_TITLE_PARTS = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*[|»]\s*")
_MOST_PEOPLE = 8
# What a place that names writers counts beside another that agrees with it, in the order of `find_authors`: alone it is
# right on 83, 89, 83 and 40 of 100 names.
_TRUST = (1.0, 0.9, 0.8, 0.3)
_FULL = 0.4  # for names in full
_LONGEST_LINE = 150
_ENDS = 3  # paragraphs at each end among which a byline may stand


def find_authors(tree: HtmlElement, head: Head, blocks: Sequence[Block], kept: Sequence[int]) -> tuple[str, ...]:
    """Return the writers' names, in the order given; () where nobody is named. `kept` are the body's blocks.

    Of the places that name writers the one is taken whose names most others give too; of equal ones the first: JSON-LD,
    elements marked as an author's, the byline, meta elements. The site itself is named only where nobody else is.
    """
    sources = (_from_nodes(head), find_marked(tree), find_bylines(blocks, kept), _from_meta(head))
    return choose_authors([list(source) for source in sources], _sites(head))


def choose_authors(sources: Sequence[Sequence[str]], sites: frozenset[str]) -> tuple[str, ...]:
    """Return the names of the source that is best borne out; `sources` in the order of `find_authors`.

    `sites` are the names of the site, squeezed: it is an author where no other name is given.
    """
    lists = [_named(source) for source in sources]
    people = [[name for name in names if squeeze(name) not in sites] for names in lists]
    chosen = max(range(len(people)), key=lambda number: (_worth(people, number), -number))
    names = people[chosen] or next((names for names in lists if names), [])
    return tuple(names[:_MOST_PEOPLE])


def _worth(lists: Sequence[Sequence[str]], number: int) -> float:
    """Say how far a list of names is borne out: by others that share one, by names in full."""
    names = lists[number]
    if not names:
        return -1.0
    others = [each for index, each in enumerate(lists) if index != number and each]
    agree = sum(any(_is_same(name, other) for name in names for other in each) for each in others)
    full = sum(" " in name for name in names) / len(names)
    return _TRUST[number] + agree + _FULL * full


def _is_same(name: str, other: str) -> bool:
    """Say whether two names are of one person: the same letters, or all words of one in the other ("Doe")."""
    mine, theirs = set(name.lower().split()), set(other.lower().split())
    return squeeze(name) == squeeze(other) or mine <= theirs or theirs <= mine


def _named(names: Sequence[str]) -> list[str]:
    """Return the tidy names, each once, without those that another one holds ("Doe" beside "Jane Doe") and places."""
    found = list(dict.fromkeys(name for each in names if (name := tidy_name(each))))
    several = [name for name in found if " " in name]
    # "Jane Doe, London" is one writer and where she is.
    return several if several and " " in found[0] else found


def _sites(head: Head) -> frozenset[str]:
    """Return the names of the site, squeezed: what it calls itself, the ends of the page's title, its address."""
    names = site_names(head)
    parts = _TITLE_PARTS.split(head.title or "")
    names += parts[-1:] if len(parts) > 1 else []
    try:
        host = urlsplit(head.canonical or head.first("og:url") or "").hostname or ""
    except ValueError:
        host = ""
    labels = host.removeprefix("www.").split(".")
    return frozenset({squeeze(name) for name in (*names, host.removeprefix("www."), labels[0])} - {""})


def site_names(head: Head) -> list[str]:
    """Return the names that the page gives its site."""
    found = [head.first("og:site_name", "application-name", "twitter:site")]
    publisher = head.article.get("publisher")
    if isinstance(publisher, dict):
        found.append(clean(publisher.get("name")))
    # Some give an address where a name is asked for.
    return [name.rstrip("/") for name in found if name and "//" not in name]


def _from_nodes(head: Head) -> Iterator[str]:
    people = {node.get("@id"): node for node in head.nodes if node.get("@id") and isinstance(node.get("name"), str)}
    given = head.article.get("author")
    for each in given if isinstance(given, list) else [given]:
        node = people.get(each.get("@id"), each) if isinstance(each, dict) else each
        if isinstance(node, str):
            yield from split_names(node)
        elif isinstance(node, dict) and not _is_house(node):
            names = node.get("name")
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str):
                    yield from split_names(name)


def _is_house(node: Mapping[str, Any]) -> bool:
    return any("Organization" in kind for kind in types_of(node))


def _from_meta(head: Head) -> Iterator[str]:
    sites = _sites(head)
    for key in _META:
        for value in head.meta.get(key, ()):
            if squeeze(value) in sites:
                yield value
            else:
                yield from split_names(value)


def split_names(value: str) -> Iterator[str]:
    """Yield the names in a value that was made for machines: "By Jane Doe and John Roe"; none from an address."""
    plain = clean(value) or ""
    if _ADDRESS.search(plain) and " " not in plain:
        return
    for part in _SPLIT.split(_BY.sub("", plain)):
        name = _END.sub("", part)
        if name and not _ADDRESS.search(name):
            yield name


def drop_bylines(paragraphs: Sequence[str], authors: Sequence[str]) -> list[str]:
    """Return the paragraphs without those at either end that are a byline: the writers' names and nothing else."""
    ends = {*range(_ENDS), *range(len(paragraphs) - _ENDS, len(paragraphs))} if authors else set()
    left = [each for index, each in enumerate(paragraphs) if index not in ends or not _is_byline(each, authors)]
    return left or list(paragraphs)


def _is_byline(text: str, authors: Sequence[str]) -> bool:
    if len(text) > _LONGEST_LINE or not any(name in text for name in authors):
        return False
    rest = _BY.sub("", text)
    for name in authors:
        rest = rest.replace(name, " ")
    return not re.sub(r"\b(?:and|und|et|y|e)\b|[\W_]+", "", rest)
