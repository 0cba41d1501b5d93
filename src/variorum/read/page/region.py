"""Which bytes of a page may hold its article: what the fast mode does before anything is parsed.

One pass over the bytes cuts out scripts, styles, drawings, comments and what stands beside an article, and meets the
few tags by which a page says where its article is: a parser then reads a third of the page. Every mark is ASCII, so the
bytes must be of a set in which a byte of ASCII is that letter and nothing else, as in UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

# What holds no words of an article, by how it opens, with how its closing begins; that ends with the next ">".
_CLOSINGS = {b"!--": b"-->"} | {
    name: b"</" + name for name in (b"script", b"style", b"svg", b"aside", b"select", b"button")
}
_MARK = re.compile(rb"<(script|style|svg|!--|(?:aside|select|button|body|main|article|h1|footer)(?=[\s>]))")
_NO_PLACES: Sequence[int] = ()
# A footer in the first part of what may hold the article is one of another article, or of the page's head.
_BEFORE_FOOTER = 0.4


class Cut(msgspec.Struct, frozen=True):
    """A page's bytes without what holds no text, and where in them the tags stand that tell where the article is."""

    data: bytes
    places: dict[bytes, list[int]]

    def of(self, name: bytes, start: int, end: int) -> list[int]:
        """Return where the tags of a name stand between two bytes, in order."""
        return [place for place in self.places.get(name, _NO_PLACES) if start <= place < end]


class Region(msgspec.Struct, frozen=True):
    """The bytes from `start` to `end` (exclusive) and where in the page its headings of the first level stand."""

    start: int
    end: int
    headings: Sequence[int] = ()


def cut_out(data: bytes) -> Cut:
    """Return a page without scripts, styles, drawings, comments, asides and controls; one that is not closed stays."""
    kept: list[bytes] = []
    places: dict[bytes, list[int]] = {}
    unclosed: set[bytes] = set()  # from here on: each name is looked for in vain once
    end = size = at = 0
    while mark := _MARK.search(data, at):
        name, start, at = mark[1], mark.start(), mark.end()
        closing = _CLOSINGS.get(name)
        if closing is None:
            places.setdefault(name, []).append(size + start - end)
        elif name not in unclosed:
            stop = data.find(b">", data.find(closing, start + 2) + 1 or len(data)) + 1
            if stop:
                kept.append(data[end:start])
                size += start - end
                end = at = stop
            else:
                unclosed.add(name)
    return Cut(b"".join([*kept, data[end:]]), places)


def whole_body(cut: Cut) -> Region:
    """Return all that a reader of the page sees."""
    bodies = cut.places.get(b"body")
    return Region(bodies[0] if bodies else max(cut.data.find(b"</head"), 0), len(cut.data))


def find_region(cut: Cut) -> Region:
    """Return the part of a page that holds its article if the page's own marks can be trusted.

    It is inside the only <main>, in there the only <article>, and goes from the only <h1> to the last <footer>. Of
    several of a kind none is taken: they are teasers, other articles, names of the site (docs/decisions/0330-fast.md).
    """
    body = whole_body(cut)
    start, end = body.start, body.end
    for name in (b"main", b"article"):
        places = cut.of(name, start, end)
        closed = cut.data.rfind(b"</" + name, places[0], end) if len(places) == 1 else -1
        if closed >= 0:
            start, end = places[0], closed
    headings = cut.of(b"h1", start, end)
    if len(headings) == 1:
        start = headings[0]
    footers = cut.of(b"footer", start, end)
    if footers and footers[-1] - start > _BEFORE_FOOTER * (end - start):
        end = footers[-1]
    return Region(start, end, headings)
