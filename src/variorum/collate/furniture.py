"""What of a report's text its page says: captions, teasers, labels of links, and what leads a sentence in.

Whole lines of this are left out when pages are read (`read/plaintext/furniture.py`); what stands in a sentence of a
text that was given, or is run together with one, is known here by its words (`lang/en/furniture.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from variorum.lang.tables import load_table
from variorum.text.datelines import DASH, MONTH, REGION

_CAPS = r"[A-Z][A-Z.’'-]{2,}(?:[ /][A-Z][A-Z.’'-]+){0,3}"
_TITLE = r"[A-Z][\w.’'-]+(?:[ ,]+[A-Z][\w.’'-]+){0,3}"
_DAY = rf"(?:,?\s+{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?)?"
_AGENCY = r"\([A-Z][\w &.’'/-]{1,30}\)"
# "LOS ANGELES, Dec. 27 (Reuters) - ", "Paris (AFP) — ", "(Reuters) - ", "(CNN) ", "4 October 2013, 18:07 (GMT+5) ".
_LEADS_IN = re.compile(
    rf"(?:{_CAPS}{REGION}{_DAY}\s*(?:{_AGENCY})?{DASH}"
    rf"|(?:{_TITLE}{_DAY}\s+)?{_AGENCY}{DASH}"
    r"|\((?:[A-Z]{2,}[\w .]{0,12})\)\s*"
    rf"|\d{{1,2}}\s+{MONTH}\s+\d{{4}},?\s+\d{{1,2}}:\d\d\s*(?:\([^)]{{3,12}}\))?\s*"
    r")(?=[\"“‘'(]?[A-Z0-9])"
)
# A line of capitals over the text that runs on into it: "NOT CONTENT WITH CHIPS Acme has made a pair of glasses".
_KICKER = re.compile(r"(?:[A-Z][A-Z’'-]+[!?:,]?\s+|[AI&]\s+){3,}(?=(?:[A-Z][a-z]|A [a-z]))")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_TO_READER = re.compile(r"\b(?:[Yy]ou(?:rs?|rself)?|[Ww]e|[Oo]urs?|[Mm]y|I(?=[ '’])|[Ll]et['’]s)\b")
_CREDIT = re.compile(r"\s*\((?:[^()]{0,40}[/:]\s?[A-Z][^()]{1,30}|[^()]{0,30}(?:Photo|Getty|Images)[^()]{0,30})\)")
_NEAR = 80
# Characters of a sentence at least; a line of capitals before less is a heading.
_LEAST = 12


class _Words(msgspec.Struct, frozen=True):
    labels: re.Pattern[str]
    anywhere: re.Pattern[str]
    phrases: tuple[str, ...]
    counted: re.Pattern[str]
    buttons: re.Pattern[str]


@cache
def _words() -> _Words:
    table = load_table("en", "furniture")
    phrases = (*table["teasers"], *table["credits"])
    return _Words(
        labels=re.compile(rf"\W{{0,4}}(?:{_any_of(table['links'])})\s*[:：»>|]", re.IGNORECASE),
        anywhere=re.compile(rf"(?<!\w)(?:{_any_of(phrases)})(?!\w)", re.IGNORECASE),
        phrases=phrases,
        counted=re.compile(rf"\b(?:{_any_of(table['counted'])})s? \d+ of \d+\b", re.IGNORECASE),
        buttons=re.compile(rf"(?:{_any_of([each.upper() for each in table['buttons']])})[ :]+(?=[A-Z])"),
    )


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in sorted(phrases, key=len, reverse=True))


def lead_in(words: str) -> int:
    """Return how many characters stand before a sentence and are no part of it: a dateline, an agency, a kicker."""
    found = _LEADS_IN.match(words) or _KICKER.match(words)
    return found.end() if found is not None and len(words) - found.end() >= _LEAST else 0


def is_furniture(words: str, after: str = "") -> bool:
    """Return whether a sentence is a label, a teaser or a caption; `after` is what follows on its line."""
    table = _words()
    if table.labels.match(words) or table.buttons.match(words) or table.counted.search(words):
        return True
    if _CREDIT.match(after[:_NEAR]) is not None:
        return True
    # Most sentences hold none of the phrases: that is seen sooner without an expression for all of them.
    plain = words.lower().replace("’", "'")
    return any(phrase in plain for phrase in table.phrases) and (
        table.anywhere.search(_QUOTED.sub("", words)) is not None
    )


def speaks_to_reader(words: str) -> bool:
    """Return whether a sentence says "you", "we" or "I" in its report's own voice: an opinion, or an advertisement."""
    return _TO_READER.search(_QUOTED.sub("", words)) is not None
