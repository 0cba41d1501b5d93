"""Markup to a tree that every later step can walk: parsed once, and never too deep."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

# Elements inside one another that are kept apart. Parsers lose what is nested deeper (libxml2 all that follows, from 256
# levels on), and libraries that walk a tree by calling themselves break; no page means more than this by nesting.
MOST_DEPTH = 200
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:\s[^<>]*)?(/?)>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"]
)
# Characters that XML does not know; libxml2 drops all that follows a NUL.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse(markup: str) -> HtmlElement | None:
    """Return the tree of a page (its <html> element); None where there is no element at all."""
    markup = _CONTROLS.sub("", markup)
    tree = _parse(markup)
    if tree is not None and _is_deep(tree):
        tree = _parse(flatten(markup))
    return tree


def body_of(tree: HtmlElement) -> HtmlElement:
    """Return the element that holds what a reader sees."""
    body = tree.find("body")
    return tree if body is None else body


def _parse(markup: str) -> HtmlElement | None:
    parser = html.HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # "Document is empty": nothing but white space or comments
        return None
    return tree


def _is_deep(tree: HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MOST_DEPTH:
            return True
    return False


def flatten(markup: str) -> str:
    """Return `markup` without the tags of elements nested deeper than MOST_DEPTH; their words stay where they are."""
    open_names: list[str] = []

    def keep(match: re.Match[str]) -> str:
        closing, name, empty = match[1], match[2].lower(), match[3]
        if empty or name in _VOID:
            return match[0]
        if not closing:
            open_names.append(name)
            return match[0] if len(open_names) <= MOST_DEPTH else " "
        if not open_names:
            return match[0]
        deep = len(open_names) > MOST_DEPTH
        if open_names[-1] == name:
            open_names.pop()
        return " " if deep else match[0]

    return _TAG.sub(keep, markup)
