"""Who wrote an article: names from what the page tells machines, else from its byline; no roles, no site names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from variorum.read.blocks import Block, Node
from variorum.read.features import squeeze
from variorum.read.head import Head, clean, types_of

_META = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl",
         "dc.creator.aut", "citation_author", "creator", "authors", "shareaholic:article_author_name",
         "rnews:author")  # fmt: skip
_BY = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|submitted|geschrieben|verfasst|veröffentlicht|erstellt|publié|escrito|publicado)"
    r"\s+)?(?:by|von|par|por|di|door|av|af|przez|autor(?:in|en|es)?|author|text|story|words by|interview"
    r"|redaktion)\b\s*:?\s*",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[;|/•·]|\s(?:und|and|et|y|e|&|och|og|en)\s|,)\s*", re.I)
# What ends a name in a byline: a date, a time, a place of work, a role.
_END = re.compile(
    r"\s*(?:\d|[(\[@]|\s[-–—]\s|\b(?:am|on|vom|le|el|il|in|at|for|für|from|updated|published|veröffentlicht|um)\s|\bPosted\b).*$",
    re.I,
)
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|de|org|net)\b", re.I)
_INITIAL = re.compile(r"\b[A-Z]\.$")
_DOCTOR = re.compile(r"^(?:(?:Dr|Prof|Mag|Dipl|Ing|Mr|Mrs|Ms)\.?\s+)+(?=\S+\s+\S)", re.I)
_NAMES = frozenset(
    ["author", "authors", "byline", "autor", "autoren", "verfasser", "auteur", "writer", "contributor", "vcard", "fn"]
)
_OTHERS = frozenset(
    ["comment", "comments", "kommentar", "kommentare", "form", "required", "respond", "reply", "related"]
)
_BEFORE = 25  # blocks before the text in which a byline is looked for
_AFTER = 8
_LONGEST_LINE = 150
_ENDS = 3  # paragraphs at each end among which a byline may stand
_MOST_NAMES = 8
_LONGEST = 60  # characters of a name
_MOST_WORDS = 5


def find_authors(head: Head, blocks: Sequence[Block], kept: Sequence[int]) -> tuple[str, ...]:
    """Return the writers' names, in the order given; () where nobody is named. `kept` are the body's blocks."""
    sites = {squeeze(name) for name in site_names(head)}
    sources = (
        (name for name in _from_nodes(head)),
        (part for key in _META for value in head.meta.get(key, ()) for part in _split(value)),
        _from_bylines(blocks, kept[0], kept[-1]),
    )
    for source in sources:
        names = list(
            dict.fromkeys(name for name in (_tidy(each) for each in source) if name and squeeze(name) not in sites)
        )
        if names:
            return tuple(_without_shorter(names)[:_MOST_NAMES])
    return ()


def site_names(head: Head) -> list[str]:
    """Return the names that the page gives its site."""
    found = [head.first("og:site_name", "application-name", "twitter:site")]
    publisher = head.article.get("publisher")
    if isinstance(publisher, dict):
        found.append(clean(publisher.get("name")))
    return [name for name in found if name]


def _from_nodes(head: Head) -> Iterator[str]:
    people = {node.get("@id"): node for node in head.nodes if node.get("@id") and isinstance(node.get("name"), str)}
    given = head.article.get("author")
    for each in given if isinstance(given, list) else [given]:
        node = people.get(each.get("@id"), each) if isinstance(each, dict) else each
        if isinstance(node, str):
            yield from _split(node)
        elif isinstance(node, dict) and not _is_house(node):
            names = node.get("name")
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str):
                    yield from _split(name)


def _is_house(node: Mapping[str, Any]) -> bool:
    return any("Organization" in kind for kind in types_of(node))


def _from_bylines(blocks: Sequence[Block], start: int, end: int) -> Iterator[str]:
    """Yield the names in the short line nearest to the text's start that is marked as an author's or says so itself."""
    marked = []
    ahead = range(max(0, start - _BEFORE), min(len(blocks), start + _AFTER))
    for index in (*ahead, *range(max(start + _AFTER, end - 1), min(len(blocks), end + _AFTER))):
        block = blocks[index]
        around = names_around(block)
        if len(block.text) > _LONGEST_LINE or block.text.endswith((":", "?")) or around & _OTHERS:
            continue
        says = _BY.match(block.text)
        if says and block.text[says.end() : says.end() + 1].isupper() and index <= start + 2:
            marked.append((abs(index - start), index))
        elif around & _NAMES:
            marked.append((abs(index - start) + 2, index))
    for _, index in sorted(marked)[:3]:
        names = [name for line in blocks[index].text.split("\n")[:2] for name in _split(_BY.sub("", line))]
        names = [name for name in names if _tidy(name)]
        if names:
            yield from names
            return


def names_around(block: Block) -> set[str]:
    """Return the class words of a block, of its element and of the two elements around that."""
    names = set(block.names)
    node: Node | None = block.node
    for _ in range(3):
        if node is not None:
            names.update(node.tokens)
            node = node.parent
    return names


def _split(value: str) -> Iterator[str]:
    plain = clean(value) or ""
    if _ADDRESS.search(plain) and " " not in plain:
        return
    yield from (part for part in _SPLIT.split(plain) if part)


def _tidy(name: str) -> str | None:
    """Return a name without what stands around it; None if it is none."""
    name = _END.sub("", _BY.sub("", name)).strip(' ,:;-–—*"“”„|')
    if not _INITIAL.search(name):
        name = name.rstrip(".")
    name = _DOCTOR.sub("", name)
    if len(name) < 2 or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or _ADDRESS.search(name):
        return None
    if not any(char.isalpha() for char in name) or any(char in name for char in "{}<>=%$"):
        return None
    return name


def _without_shorter(names: Sequence[str]) -> list[str]:
    """Return the names without those that another one holds ("Doe" beside "Jane Doe")."""
    return [name for name in names if not any(name != other and name in other.split() for other in names)]


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
