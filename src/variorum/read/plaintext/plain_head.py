"""What the lines around a plain article say of it: its headline, writer, outlet, dateline and dates.

Each is found by where it stands and what it repeats: a headline stands above the prose and shares its words, a writer's
name alone on a line is in no sentence of the text, an outlet's initials are those in the dateline.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from variorum.lang.tables import load_table
from variorum.read.credits.placeline import initials_of
from variorum.read.dates.dateline import DateCandidate
from variorum.read.dates.datewords import find_dates, without_dates
from variorum.read.plaintext.furniture import Line, shape_of
from variorum.read.plaintext.plain import Passages
from variorum.text.fold import fold
from variorum.text.gazetteer import find_city

_NAME_WORD = r"(?:[A-Z][a-z]?[’'])?[A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]\.|de|da|del|der|van|von|bin|bint|al|el|la|di|du|dos"
_CAPS_WORD = r"[A-Z][A-Z’'-]+|[A-Z]\."
_NAME = rf"(?:{_NAME_WORD})(?:\s+(?:{_NAME_WORD})){{1,3}}|(?:{_CAPS_WORD})(?:\s+(?:{_CAPS_WORD})){{1,3}}"
_NAMES_ONLY = re.compile(rf"^(?:{_NAME})$")
_BETWEEN_NAMES = re.compile(r"\s*(?:,| and | & |;|/)\s*")
_AFTER_NAME = re.compile(r"\s*(?:[|,•·–—(]|\s-\s|\bfor\b|\bin\b).*$")
_PROPER = r"(?:The\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of|and|&|the|[A-Z][\w’'&.-]*)){0,5}"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:\d{{4}}\s*(?:[-–]\s*\d{{4}})?,?\s*)?(?P<name>{_PROPER})"
)
_CREDIT = re.compile(
    r"^\W*(?:(?:additional\s+)?(?:reporting|writing|editing)(?:\s+and\s+\w+)?\s+by\b|"
    r"(?:the\s+)?[A-Z][\w. ]+contributed\s+to\s+this\s+(?:report|story|article))",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^(?P<label>[A-Za-z][A-Za-z -]{1,20}?)\s*:\s+(?P<rest>\S.*)$")
_SITE_BEHIND = re.compile(r"\s+[|–—»·-]\s+")
_MASTHEAD = re.compile(r"^(?:[A-Z][\w’'&.-]*)(?:\s+(?:of|and|&|the|[A-Z][\w’'&.-]*)){1,4}$")
_TOP = re.compile(r"^(?:The(?:\s+(?:[A-Z][\w’'&.-]*|of|and|&)){1,4}|THE(?:\s+[A-Z&][A-Z’'&.-]*){1,4})$")
_DATE_WITHIN = 300  # characters of a line in which its date stands
LONGEST_BLURB = 80  # words
_MAX_HEADLINE_WORDS = 30


class _Words(msgspec.Struct, frozen=True):
    bylines: re.Pattern[str]
    trades: re.Pattern[str]
    blurb: re.Pattern[str]
    calls: re.Pattern[str]
    labels: dict[str, str]


@cache
def _words() -> _Words:
    table = load_table("en", "furniture")
    trades, outlets = ("|".join(map(re.escape, table[name])) for name in ("trades", "outlets"))
    return _Words(
        bylines=re.compile(
            rf"^\W*(?:{'|'.join(map(re.escape, table['bylines']))})\s*:?\s+(?P<rest>\S.*)$", re.IGNORECASE
        ),
        trades=re.compile(rf"\b(?:{trades})\b", re.IGNORECASE),
        blurb=re.compile(
            rf"^(?P<name>{_PROPER})\s+(?:is|are|was)\s+(?:an?|the)\b[^.]{{0,160}}?\b(?:(?P<outlet>{outlets})|(?P<trade>{trades}))\b",
        ),
        calls=re.compile(rf"^(?:{'|'.join(map(re.escape, table['calls']))})\b", re.IGNORECASE),
        labels={label: field for field, labels in table["labels"].items() for label in labels},
    )


def read_label(text: str) -> tuple[str, str] | None:
    """Return the field and the value of a line like "Source: The Harbour Post"; None where it is no such line."""
    match = _LABELLED.match(text)
    field = _words().labels.get(match["label"].lower()) if match else None
    return (field, match["rest"].strip()) if match and field else None


def find_authors(
    lines: Sequence[Line], others: str, bare: Sequence[Line] | None = None
) -> tuple[tuple[str, ...], str | None]:
    """Return the writers and the line that names them; names alone are looked for in `bare`, where it is given.

    A line that says so ("By ...") is taken first; a bare name only if it is the one such line, does not stand under the
    weather, as a town does, and is spoken of nowhere else on the page (`others`).
    """
    for line in lines:
        match = _words().bylines.match(without_dates(line.text)) if line.words <= 20 else None
        names = _split_names(match["rest"]) if match else ()
        if names:
            return names, line.text
    alone = lines if bare is None else bare
    named = [
        line
        for index, line in enumerate(alone)
        if 2 <= line.words <= 8 and _is_bare_byline(line.text, others) and not _under_weather(alone, index)
    ]
    if len(named) == 1:
        return _split_names(named[0].text), named[0].text
    return (), None


def _under_weather(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and lines[index - 1].kind == "no words"


def _is_bare_byline(text: str, others: str) -> bool:
    names = _split_names(text)
    if not names or any(others.count(name) > 1 for name in names):
        return False
    if _words().trades.search(text):
        return True
    # Words that the text uses as common words are a section or a headline, not a name: "World News", "Crowded House".
    common = set(re.findall(r"\b[a-z]{3,}\b", others)) | _words_of_pages()
    words = [word.lower() for name in names for word in name.split() if len(word) > 2]
    return _NAMES_ONLY.match(_AFTER_NAME.sub("", text)) is not None and not any(word in common for word in words)


@cache
def _words_of_pages() -> frozenset[str]:
    table = load_table("en", "furniture")
    phrases = [*table["links"], *table["notices"], *table["sections"]]
    return frozenset(word for phrase in phrases for word in phrase.split())


def _split_names(text: str) -> tuple[str, ...]:
    """The names in "Jane Doe and JOHN ROE, Staff Writers | Outlet"; empty where the first of them is none."""
    names = []
    for part in _BETWEEN_NAMES.split(text):
        name = _AFTER_NAME.sub("", part).strip(" .:")
        if not _NAMES_ONLY.match(name) or _words().trades.search(name):
            break
        names.append(name.title() if name.isupper() else name)
    return tuple(names)


def find_outlet(passages: Passages, agency: str | None, top: Sequence[str]) -> str | None:
    """Return the site's name, from the strongest that is there.

    What the initials in its dateline stand for; its own blurb; the masthead above the article, or at the `top` of the
    file; its copyright line. The owner of a copyright who is the `agency` of the dateline is not the outlet that
    printed it.
    """
    around = [*passages.head, *passages.tail]
    if agency is not None and agency.isupper():
        for line in around:
            for match in re.finditer(_PROPER, line.text):
                if initials_of(match[0]) == agency:
                    return match[0]
    named = (
        *map(_name_in_blurb, around),
        *map(_name_in_masthead, passages.head),
        _name_at_top(top),
        *map(_name_in_copyright, around),
    )
    return next((name for name in named if name is not None and name != agency), None)


def _name_in_blurb(line: Line) -> str | None:
    blurb = _words().blurb.match(line.text)
    return blurb["name"] if blurb and blurb["outlet"] else None


def _name_in_masthead(line: Line) -> str | None:
    """A line, or the end of a headline, that is called as newspapers are: "The Harbour Post", "... | Harbour Post"."""
    if line.words > _MAX_HEADLINE_WORDS:
        return None
    part = _SITE_BEHIND.split(line.text)
    for name in (part[0], part[-1]):
        if _MASTHEAD.match(name) and name.split()[-1].lower() in load_table("en", "furniture")["mastheads"]:
            return name.title() if name.isupper() else name
    return None


def _name_at_top(top: Sequence[str]) -> str | None:
    """A first line in the form of a name with its article, right above a date or a menu: "The Dunmere Bell"."""
    if len(top) < 2 or not _TOP.match(top[0]) or shape_of(top[1]).kind not in ("date", "menu"):
        return None
    if find_city(top[0]) is not None or set(top[0].lower().split()[1:]) <= _words_of_pages():
        return None
    return top[0].title() if top[0].isupper() else top[0]


def _name_in_copyright(line: Line) -> str | None:
    owner = _COPYRIGHT.search(line.text)
    return re.sub(r"\s*\.?\s*All$|[.,]+$", "", owner["name"]).strip() if owner else None


def without_site(title: str, outlet: str | None) -> str:
    """Return a headline without the site's name behind it."""
    parts = _SITE_BEHIND.split(title)
    if len(parts) > 1 and outlet is not None and fold(parts[-1]) == fold(outlet):
        return title[: title.rindex(parts[-1])].rstrip(" |-–—»·")
    return title


def is_blurb(line: Line, above: Sequence[str]) -> bool:
    """Whether a line tells what the site or the writer is: "The X is a digital magazine ...".

    Not if the text `above` speaks of that name: then the line is about a magazine or a reporter in the news.
    """
    blurb = _words().blurb.match(line.text) if line.words <= LONGEST_BLURB else None
    return blurb is not None and not any(blurb["name"] in text for text in above)


def is_call(line: Line) -> bool:
    """Whether a short sentence only asks the reader to act on the site: "Subscribe to the Post for £2 a week."""
    return line.words <= 20 and _words().calls.match(line.text) is not None


def is_credit(line: Line) -> bool:
    """Whether a line names those who worked on the report: "(Reporting by ...; editing by ...)"."""
    return line.words <= 40 and _CREDIT.match(line.text) is not None


def find_date_lines(passages: Passages, title: str | None) -> Iterator[DateCandidate]:
    """Yield the dates on lines around a text, on their own or beside a name or a menu, and on its first short lines.

    How far each is to be trusted was measured by where it stands (flattened pages of the extraction set): near the
    headline nine in ten are the day of publication, far above the text three in ten. A date beside the weather is the
    day on which the page was shown.
    """
    head = passages.head
    at = max((index for index, line in enumerate(head) if line.text == title), default=None)
    for index, line in enumerate(head):
        near = at is not None and abs(index - at) <= 3
        above = len(head) - 1 - index
        weight = next(weight for most, weight in (_NEAR if near else _FAR) if above <= most)
        if _shows_weather(head[max(0, index - 2) : index + 3]):
            weight = min(weight, SHOWN_TODAY)
        yield from _dates_in(line, weight)
    for line in passages.body[:_FIRST_LINES]:
        if line.words <= _SHORT_LINE:
            yield from _dates_in(line, _WITHIN)
    for line in passages.tail[:5]:
        yield from _dates_in(line, _BEHIND)


# Weight of a date by the lines between it and the text, at most; `_NEAR` within three lines of the headline.
_NEAR = ((2, 0.91), (7, 0.83), (20, 0.78), (math.inf, 0.67))
_FAR = ((7, 0.77), (20, 0.51), (math.inf, 0.3))
SHOWN_TODAY = 0.3
_BEHIND = 0.4
_WITHIN = 0.7
_SAID = 0.94  # where the words before it say that the report was published then
_NOT_ITS_OWN = 0.1  # with a weekday that is not its own, or one of several days named together
_FIRST_LINES = 4
_SHORT_LINE = 25  # words
_WEATHER = re.compile(r"\d\s?°|^[-−+]?\d{1,2}(?:[.,]\d)?\s*[CF]\b")


def _shows_weather(lines: Sequence[Line]) -> bool:
    return any(len(line.text) < LONGEST_BLURB and _WEATHER.search(line.text) for line in lines)


def _dates_in(line: Line, weight: float) -> Iterator[DateCandidate]:
    if line.kind == "prose" and line.words > _SHORT_LINE:
        return
    for written in find_dates(line.text[:_DATE_WITHIN]):
        worth = max(weight, _SAID) if written.said == "published" and weight > SHOWN_TODAY else weight
        yield DateCandidate(
            value=written.value,
            basis="header",
            evidence=f"the line {line.text[:60]!r}",
            weight=_NOT_ITS_OWN if written.fits is False or written.ranged else worth,
            updated=written.said == "updated",
            place=f"line {written.value[:10]}",
        )
