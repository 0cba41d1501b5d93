"""Markup to a tree that every later step can walk: parsed once, and never too deep."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

from variorum.read.page.blocks import MOST_DEPTH

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:\s[^<>]*)?(/?)>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"]
)
# Controls that HTML does not know; libxml2 drops all that follows a NUL.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
_CONTROLS = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)))


def parse(markup: str) -> HtmlElement | None:
    """Return the tree of a page (its <html> element); None where there is no element at all."""
    parser = html.HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    # One class for all elements: lxml.html's own choice by tag is a call into Python for each that any step looks at.
    parser.set_element_class_lookup(_ONE_CLASS)
    data = markup.encode("utf-8", "replace").translate(None, _CONTROLS)
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # "Document is empty": nothing but white space or comments
        return None


def body_of(tree: HtmlElement) -> HtmlElement:
    """Return the element that holds what a reader sees."""
    body = tree.find("body")
    return tree if body is None else body


def drop_styles(tree: HtmlElement) -> None:
    """Take out of a tree what is for the eye alone: a quarter of many pages, copied three times by trafilatura."""
    etree.strip_elements(tree, "style", "link", "svg", with_tail=False)


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
