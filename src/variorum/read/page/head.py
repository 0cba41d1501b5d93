"""What a page says of itself to machines: its meta elements, links and JSON-LD, read once and never trusted blindly."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

import msgspec
from lxml.html import HtmlElement

from variorum.read.page.features import Heading, squeeze

_MOST_JSON = 1_000_000  # characters of one JSON-LD script; longer ones hold product lists, not articles
_MOST_NODES = 5_000
_NOISE = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$|;\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_FIELD = re.compile(
    r'"(datePublished|dateCreated|dateModified|headline|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"'
)
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe)$", re.I)
_PAGE = re.compile(r"(?:WebPage|ItemPage|CreativeWork|VideoObject)$", re.I)
_TAG = re.compile(r"<[^>]{1,200}>")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A page's own account. `meta` maps a lower-case property or name to its contents in the order of the page.

    `article` is the JSON-LD node that tells of the article (empty where there is none), `nodes` all of them.
    """

    title: str | None = None
    canonical: str | None = None
    language: str | None = None
    meta: Mapping[str, Sequence[str]] = {}
    article: Mapping[str, Any] = {}
    nodes: Sequence[Mapping[str, Any]] = ()

    def first(self, *names: str) -> str | None:
        """Return the first content that is given under one of `names`, in the order of `names`; None if none is."""
        return next((value for name in names for value in self.meta.get(name, ())), None)


def read_head(tree: HtmlElement) -> Head:
    """Return what `tree` (lxml) says of itself."""
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = clean(element.get("content"))
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and content:
            meta.setdefault(name.strip().lower(), []).append(content)
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    title = next((clean(found.text_content()) for found in tree.iter("title") if clean(found.text_content())), None)
    nodes = [node for script in tree.iter("script") for node in _read_script(script)]
    html = tree if tree.tag == "html" else None
    return Head(
        title=title,
        canonical=canonical,
        language=html.get("lang") if html is not None else None,
        meta=meta,
        article=_choose_article(nodes, title),
        nodes=nodes,
    )


def heading_of(head: Head) -> Heading:
    """Return what blocks are compared with: the page's title and its description."""
    return Heading(
        squeeze(head.title or head.first("og:title") or ""), squeeze(head.first("description", "og:description") or "")
    )


def clean(text: object) -> str | None:
    """Return a value of the head as plain words in one line; None if nothing is left of it."""
    if not isinstance(text, str):
        return None
    plain = _TAG.sub(" ", unescape(unescape(text))) if "&" in text or "<" in text else text
    return " ".join(plain.split()) or None


def types_of(node: Mapping[str, Any]) -> list[str]:
    """Return the types of a JSON-LD node, without the vocabulary before them."""
    given = node.get("@type")
    return [
        each.rsplit("/", 1)[-1] for each in (given if isinstance(given, list) else [given]) if isinstance(each, str)
    ]


def _read_script(script: HtmlElement) -> Iterator[Mapping[str, Any]]:
    kind = script.get("type") or ""
    text = script.text
    if "ld+json" not in kind.lower() or not text or len(text) > _MOST_JSON:
        return
    try:
        data = json.loads(_TRAILING_COMMA.sub(r"\1", _NOISE.sub("", _NOISE.sub("", text.strip()))), strict=False)
    except (ValueError, RecursionError):
        # What is no JSON still often holds the few fields that are asked for, each whole in its line.
        found = {match[1]: match[2] for match in reversed(list(_FIELD.finditer(text)))}
        if found:
            yield {"@type": "Article", **found}
        return
    yield from _walk(data)


def _walk(data: object) -> Iterator[Mapping[str, Any]]:
    """Yield every typed object in `data`, outermost first, in order."""
    waiting: list[Any] = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        here = waiting.pop()
        if isinstance(here, dict):
            if "@type" in here:
                yield here
            waiting.extend(reversed([value for value in here.values() if isinstance(value, dict | list)]))
        elif isinstance(here, list):
            waiting.extend(reversed([value for value in here if isinstance(value, dict | list)]))


def _choose_article(nodes: Sequence[Mapping[str, Any]], title: str | None) -> Mapping[str, Any]:
    """Return the node of the page's own article: of several, the one whose headline the page's title carries."""
    for kind in (_ARTICLE, _PAGE):
        found = [node for node in nodes if any(kind.search(each) for each in types_of(node))]
        named = [node for node in found if title and (name := clean(node.get("headline"))) and name[:30] in title]
        if found:
            return (named or found)[0]
    return {}
