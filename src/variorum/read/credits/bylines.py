"""Names of writers as a page shows them: on the line that says "by", in the elements that are marked as an author's.

What is shown tells who wrote the article where the system behind the page names its owner. Words around names stand in
`lang/mul/bylines.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from lxml import etree
from lxml.html import HtmlElement

from variorum.lang.tables import load_table
from variorum.read.dates.datewords import find_dates, months, weekdays, without_dates
from variorum.read.page.blocks import Block, Node, tokens_of

_NAMING = frozenset(
    ["author", "authors", "byline", "autor", "autoren", "verfasser", "auteur", "writer", "contributor", "vcard", "fn"]
)
_OTHERS = frozenset(
    [
        "comment", "comments", "kommentar", "kommentare", "form", "required", "respond", "reply", "related", "widget",
        "recent", "teaser", "teasers", "caption", "figcaption", "sidebar", "recentcomments", "trending",
    ]
)  # fmt: skip
_HEADINGS = frozenset(["h1", "h2", "h3"])
# Each asked for below the root: "//" asks for the children of every node, which takes half as long again.
_MARKED = etree.XPath(
    "descendant::a[contains(@rel, 'author')] | descendant::*[@itemprop='author' and not(self::meta)]"
    " | descendant::*[contains(@class, 'vcard')] | descendant::address[contains(@class, 'author')]"
)
_MOST_MARKED = 12
_BEFORE = 25  # blocks before the text in which a byline is looked for
_AFTER = 8
_LONGEST_LINE = 150  # characters
_LONGEST = 60  # characters of a name
_MOST_WORDS = 5
_SHORT_WORD = 3
_CLOSE = 3  # blocks from the text's first in which a date and a name alone are a byline
_PARTS = re.compile(r"\s*(?:[|•·;]|//|\s[-–—]\s)\s*")
_SPLIT = re.compile(r"\s*(?:[;|/•·,&]|\s(?:und|and|et|y|e|och|og|en|i)\s)\s*", re.I)
_STOP = re.compile(r"(?<!\w)\d|[(\[@:!?\"“„«<>=%$#*{}]|\.\.\.|…|\s[-–—]\s")
_PARTICLES = r"(?:de|da|del|della|der|den|van|von|vom|zu|bin|bint|al|el|la|le|di|du|dos|das|ten|ter|y|af|av)"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME_WORD = rf"(?:[dlDLO][’'])?{_UPPER}[\w’'.‐-]*|{_PARTICLES}"
_NAME = re.compile(rf"(?:{_UPPER}[\w’'.‐-]*|[dlDLO][’']\w+)(?:\s+(?:{_NAME_WORD})){{1,4}}")
_USER = re.compile(r"[^\W\d_][\w.-]{2,29}")
_GLUED = re.compile(r"\b(?:By|Author|Autor|Von|Par|Por)(?=[A-ZÄÖÜÉ][a-zäöüé])")
_YEARS = re.compile(r"((?:19|20)\d\d)(?=\d)")  # two dates printed without a space between
_NOTE = re.compile(r"(?<=\s\w{3})(\w*?)\d+$")  # the number of a footnote behind a name in full
_INITIAL = re.compile(r"\b(?:[A-Z]|Jr|Sr)\.$")


class _Words(msgspec.Struct, frozen=True):
    cue: re.Pattern[str]
    short: re.Pattern[str]
    publishing: re.Pattern[str]
    ends: re.Pattern[str]
    others: re.Pattern[str]
    titles: re.Pattern[str]


@cache
def _words() -> _Words:
    cues, short = _forms("cues"), _forms("short")
    return _Words(
        cue=re.compile(rf"(?<!\w)(?:{cues})(?!\w)\s*:?\s*(?:(?:{short})(?!\w)\s*:?\s*)?", re.I),
        short=re.compile(rf"(?<![\w-])(?:{short})(?!\w)\s*:?\s*", re.I),
        publishing=re.compile(rf"(?<!\w)(?:{_forms('publishing')})(?!\w)", re.I),
        # "Le" and "In" begin names; longer words end one however they are written.
        ends=re.compile(rf"(?<!\w)(?:{_forms('ends')}|(?i:{_forms('ends', _SHORT_WORD)}))(?!\w).*"),
        others=re.compile(rf"(?<!\w)(?:{_forms('others')})(?!\w)", re.I),
        titles=re.compile(rf"^(?:(?:[\w-]+-)?(?:{_forms('titles')})(?!\w)\.?\s*)+(?=\S+\s+\S)", re.I),
    )


def _forms(kind: str, longer: int = 0) -> str:
    """Return the words of a kind that are longer than `longer` as the alternatives of a pattern."""
    forms = sorted((form.strip() for form in load_table("mul", "bylines")[kind].split("|")), key=len, reverse=True)
    forms = [form for form in forms if len(form) > longer]
    return "|".join(re.escape(form).replace(r"\*", r"\w*") for form in forms)


def find_bylines(blocks: Sequence[Block], kept: Sequence[int]) -> list[str]:
    """Return the names on the line nearest to the text that names its writer; `kept` are the body's blocks.

    A line that says so goes before one that is only marked as an author's, one before the text before one behind it.
    """
    start, end, inside = kept[0], kept[-1], frozenset(kept)
    found: list[tuple[int, int, list[str]]] = []
    ahead = range(max(0, start - _BEFORE), min(len(blocks), start + _AFTER))
    for index in (*ahead, *range(max(start + _AFTER, end - 1), min(len(blocks), end + _AFTER))):
        block = blocks[index]
        around = names_around(block)
        if len(block.text) > _LONGEST_LINE or block.text.endswith("?") or around & _OTHERS:
            continue
        away = abs(index - start) if index < start + _AFTER else index - end + _AFTER
        lines = block.text.split("\n")[:3]
        prose = index in inside and start + 1 < index < end - 1
        if not prose and (said := [name for line in lines for name in _names_said(line)]):
            found.append((away, index, said))
        elif around & _NAMING and not prose and (names := _names_marked(lines[0])):
            found.append((away + 3, index, names))
        elif away <= _CLOSE and block.node.tag not in _HEADINGS and (names := _names_beside_date(lines[0])):
            found.append((away + 6, index, names))
    return min(found)[2] if found else []


def find_marked(tree: HtmlElement) -> list[str]:
    """Return the names in the elements that a page marks as the author's, outside comments and lists of other pages."""
    found: list[str] = []
    for element in _MARKED(tree)[:_MOST_MARKED]:
        around = {token for each in (element, *list(element.iterancestors())[:6]) for token in tokens_of(each)}
        text = " ".join(" ".join(element.itertext()).split())
        if not around & _OTHERS and 1 < len(text) <= _LONGEST_LINE:
            found += list(_names_said(text)) or _names_marked(text)
        if found:
            break
    return list(dict.fromkeys(found))


def _names_said(line: str) -> Iterator[str]:
    """Yield the names behind a cue in a line: "Posted on 5 May by Jane Doe | 3 comments"."""
    line = _GLUED.sub(r"\g<0> ", _YEARS.sub(r"\1 ", " ".join(line.split())))
    words = _words()
    dated = bool(find_dates(line))
    published = dated or words.publishing.search(line) is not None
    parts = _PARTS.split(line)
    for part in parts:
        cue = words.cue.search(part)
        if cue and (cue.start() < 3 or published) and (names := _read_names(part[cue.end() :], single=True)):
            yield from names
            return
        short = next((each for each in words.short.finditer(part) if published or each.start() == 0), None)
        if short and (names := _read_names(part[short.end() :], single=published or len(part) < 40)):
            yield from names
            return


def _names_marked(line: str) -> list[str]:
    """Return the names on a line that is marked as an author's and says no cue: "Jane Doe, 5 May 2025"."""
    rest = without_dates(" ".join(line.split())).strip(" ,-–|·•")
    return _read_names(rest, single=len(rest.split()) == 1)


def _names_beside_date(line: str) -> list[str]:
    """Return the names on a line that holds a date and names, and nothing else."""
    line = " ".join(line.split())
    rest = without_dates(line)
    names = _read_names(rest.strip(" ,-–|·•"), single=False) if rest != line else []
    return names if sum(map(len, names)) > 0.7 * sum(map(str.isalpha, rest)) else []


def _read_names(text: str, *, single: bool) -> list[str]:
    """Return the names that a text begins with; `single` words are names too, as of users."""
    stop = _STOP.search(text)
    text = text[: stop.start()] if stop else text
    found = []
    for part in _SPLIT.split(text):
        name = tidy_name(_words().ends.sub("", part))
        if name is None or not (_NAME.fullmatch(name) or (single and _USER.fullmatch(name))):
            break
        found.append(name)
    several = [name for name in found if " " in name]
    return several or found


def tidy_name(name: str) -> str | None:
    """Return a name without titles and what stands around it; None if it is none."""
    name = name.strip(' ,:;-–—*"“”„|/')
    if not _INITIAL.search(name):
        name = name.rstrip(".")
    name = _NOTE.sub(r"\1", _words().titles.sub("", name))
    lower = name.lower()
    if len(name) < 2 or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or not any(map(str.isalpha, name)):
        return None
    if (
        _words().short.fullmatch(name.split()[-1])
        or _words().others.search(name)
        or _words().cue.fullmatch(name)
        or lower in months()
        or lower in weekdays()
    ):
        return None
    return name


def names_around(block: Block) -> set[str]:
    """Return the class words of a block, of its element and of the two elements around that."""
    names = set(block.names)
    node: Node | None = block.node
    for _ in range(3):
        if node is not None:
            names.update(node.tokens)
            node = node.parent
    return names
