"""Readable ids for stories, from the report that told it first."""

from __future__ import annotations

import re

from variorum.group.profile import solid_day
from variorum.model.report import Report
from variorum.text.shingles import strip_accents
from variorum.text.split import split_sentences

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MOST_WORDS = 7
_MOST_LETTERS = 60


def name_story(report: Report) -> str:
    """Return the day of a report and the leading words of its title: "2025-10-29-leaders-meet-in-gyeongju"."""
    words = [_plain(word) for word in _WORD.findall(_headline(report))[:_MOST_WORDS]]
    while len(words) > 1 and len("-".join(words)) > _MOST_LETTERS:
        words.pop()
    day = [report.published[:10]] if report.published and solid_day(report) is not None else []
    return "-".join([*day, *(word[:_MOST_LETTERS] for word in words if word)]) or "report"


def _headline(report: Report) -> str:
    if report.title:
        return report.title
    head = report.text[:600]
    sentences = split_sentences(head)
    longest = max(sentences[:3], key=len, default=None)
    return head[longest.start : longest.end] if longest else ""


def _plain(word: str) -> str:
    return strip_accents(word.lower().replace("’", "").replace("'", ""))
