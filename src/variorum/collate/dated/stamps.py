"""Times that say when a page or a post was made: "Last updated at 12:42 GMT", "— Ann (@ann) December 27, 2017"."""

from __future__ import annotations

import re
from functools import cache

from variorum.lang.tables import load_words
from variorum.model.annotations import Time
from variorum.model.span import Span

# Pictures of a gallery bear a number and a day: "2/34 29 November 2017 A sign reads ...".
_NUMBERED = re.compile(r"(?:^|\s)\d{1,3}/\d{1,3}\s*$")
_HANDLE = re.compile(r"\(@\w+\)[\s,·|-]*$")
# What may stand between "Updated" and a time: figures, zones and halves of the day.
_LOOSE = r"[\s\d:/.,|()-]*(?:\b(?:[A-Z]{2,4}|[ap]\.?m\.?)\b[\s\d:/.,|()-]*)*"
# A stamp without a colon fills what is left of its line: "Published on 3 March, the book tells of ..." is a sentence.
_MOST_AFTER = 3


def is_stamp(text: str, time: Time, sentence: Span) -> bool:
    """Return whether a time of a sentence is the stamp of a page or of a post."""
    before, after = text[sentence.start : time.start], text[time.end : sentence.end]
    if text[time.start].isdigit() and _NUMBERED.search(before):
        return True
    if _HANDLE.search(before) or _marks()["labelled"].search(before):
        return True
    if _marks()["following"].match(after):
        return True
    return len(re.findall(r"\w+", after)) <= _MOST_AFTER and _marks()["leading"].search(before) is not None


@cache
def _marks() -> dict[str, re.Pattern[str]]:
    stamps = "|".join(sorted(load_words("en", "datings", "stamps")))
    led = "|".join(sorted(load_words("en", "datings", "before_stamps")))
    made = rf"(?:(?:{led})\s+)*(?:{stamps})(?:\s+(?:on|at))?"
    return {
        "labelled": re.compile(rf"\b(?i:{made})\s*:{_LOOSE}$"),
        "following": re.compile(rf"[\s,|-]*(?i:(?:{led})\s+(?:{stamps})(?:\s+(?:on|at)|\s*:))"),
        "leading": re.compile(rf"(?:^|[^\w\s]\s*|\d\s+)(?i:{made}){_LOOSE}$"),
    }
