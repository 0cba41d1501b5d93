"""A page as a row of blocks: each run of words that stands between two breaks of the layout, with where it stands.

Every word that a reader could see is in exactly one block, in the order of the page. Nothing here decides what belongs
to the article; `body.py` does, on what is measured here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

# Elements whose words are no reading matter. `nav` and `noscript` are not among them: where tags are left open a parser
# puts the whole article inside, and some pages serve their text to machines in a noscript.
SKIPPED = frozenset(
    (
        "script", "style", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio", "head", "select",
        "option", "datalist", "textarea", "button", "input", "map", "math", "picture", "source", "track", "progress",
        "meter",
    )
)  # fmt: skip
INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var", "wbr", "nobr", "o", "ruby", "rb", "rt", "rp", "blink", "center",
    )
)  # fmt: skip
# Elements inside one another that are kept apart. Parsers lose what is nested deeper (libxml2 all that follows, from
# 256 levels on), and libraries that walk a tree by calling themselves break; no page means more than this by nesting.
MOST_DEPTH = 200
BOLD = frozenset(("b", "strong"))
_NAMING = ("class", "id", "itemprop", "role")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOKEN = re.compile(r"[a-z]+")
_LINE = "\u2028"  # stands for <br> while a run of words is put together
_PARAGRAPHS = re.compile(rf"{_LINE}\s*{_LINE}[\s{_LINE}]*")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


class Node:
    """A block-level element: its place in the tree and the words of its class and id.

    The blocks inside it are those numbered `start` to `end` (exclusive).
    """

    __slots__ = ("depth", "end", "hidden", "parent", "start", "tag", "tokens")

    def __init__(self, parent: Node | None, element: etree._Element, tag: str, start: int) -> None:
        self.parent = parent
        self.start = start
        self.end = start
        self.tag = tag
        self.depth: int = parent.depth + 1 if parent else 0
        attributes = dict(element.items())
        self.tokens = _tokens_in(attributes) if attributes else ()
        self.hidden: bool = bool(parent and parent.hidden) or (bool(attributes) and _is_hidden(attributes))


class Block:
    """A run of words and where it stands.

    `links` and `bold` count its characters inside <a> and inside <b> or <strong>; `names` are the words in the class of
    the inline element that it opens with, as in <div><span class="date">.
    """

    __slots__ = ("bold", "links", "names", "node", "text")

    def __init__(self, node: Node, text: str, run: _Run) -> None:
        self.node = node
        self.text = text
        self.links = run.links
        self.bold = run.bold
        self.names = run.names


@lru_cache(maxsize=65_536)
def split_names(names: str) -> tuple[str, ...]:
    """Return the words in a class or id ("article__relatedBox" -> article, related, box)."""
    return tuple(dict.fromkeys(word for word in _TOKEN.findall(_CAMEL.sub(" ", names).lower()) if len(word) > 1))


def tokens_of(element: etree._Element) -> tuple[str, ...]:
    """Return the words of an element's class, id, role and the like."""
    return _tokens_in(dict(element.items()))


def _tokens_in(attributes: Mapping[str, str]) -> tuple[str, ...]:
    found = [value for name in _NAMING if (value := attributes.get(name))]
    return split_names(" ".join(found)[:300]) if found else ()


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is marked as not shown."""
    style = attributes.get("style")
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or bool(style and _HIDING.search(style))


class _Run:
    """The words between two breaks, while they are gathered."""

    __slots__ = ("bold", "links", "names", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links = 0
        self.bold = 0
        self.names: tuple[str, ...] = ()


class TooDeep(Exception):
    """Elements are nested deeper than a tree can be worked on; `markup.flatten` helps."""


def find_blocks(root: etree._Element) -> list[Block]:
    """Return the blocks below `root` (an lxml element) in the order of the page.

    Raises TooDeep where elements are nested deeper than MOST_DEPTH.
    """
    return _Walk(root).blocks


class _Walk:
    """One way through a tree: what is open around the place where the walk stands, and the blocks found so far."""

    def __init__(self, root: etree._Element) -> None:
        self.blocks: list[Block] = []
        self.node = Node(None, root, "body", 0)
        self.run = _Run()
        self.link = 0
        self.bold = 0
        self.depth = 0
        self.walk(root)

    def walk(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if element is root:
                text = element.text if event == "start" else None
            elif event == "start":
                if tag in SKIPPED:
                    walker.skip_subtree()
                    text = None
                else:
                    self.depth += 1
                    if self.depth > MOST_DEPTH:
                        raise TooDeep
                    self.open(element, tag)
                    text = element.text
            else:
                if tag not in SKIPPED:
                    self.depth -= 1
                    self.close(tag)
                text = element.tail
            if text:
                if not text.isspace():
                    self.add(text)
                elif self.run.parts:
                    self.run.parts.append(" ")
        self.flush()
        self.node.end = len(self.blocks)

    def open(self, element: etree._Element, tag: str) -> None:
        if tag in INLINE:
            self.link += tag == "a"
            self.bold += tag in BOLD
            if not self.run.parts and not self.run.names:
                self.run.names = tokens_of(element)
        elif tag == "br":
            self.run.parts.append(_LINE)
        else:
            self.flush()
            self.node = Node(self.node, element, tag, len(self.blocks))

    def close(self, tag: str) -> None:
        if tag in INLINE:
            self.link -= tag == "a"
            self.bold -= tag in BOLD
        elif tag != "br":
            self.flush()
            self.node.end = len(self.blocks)
            self.node = self.node.parent or self.node

    def add(self, text: str) -> None:
        run = self.run
        if self.link:
            run.links += len(text.strip())
        if self.bold:
            run.bold += len(text.strip())
        run.parts.append(text)

    def flush(self) -> None:
        """End the run: each of its paragraphs is a block."""
        run = self.run
        if not run.parts:
            if run.names:
                run.names = ()
            return
        self.run = _Run()
        whole = "".join(run.parts)
        if _LINE not in whole:
            if text := " ".join(whole.split()):
                self.blocks.append(Block(self.node, text, run))
            return
        for part in _PARAGRAPHS.split(whole):
            text = "\n".join(filter(None, (" ".join(line.split()) for line in part.split(_LINE))))
            if text:
                block = Block(self.node, text, run)
                if len(part) < len(whole):
                    share = len(part) / len(whole)
                    block.links, block.bold = round(run.links * share), round(run.bold * share)
                self.blocks.append(block)
