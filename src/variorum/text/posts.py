"""Posts of social media that a page embeds: the post, a dash, a name, a handle and a day.

    The bridge is shut, folks. — Ida Holm (@idaholm) March 3, 2026

Nothing but this shape tells that the words are somebody's; the name is whose handle it is. Where a page sets the
signature on a line of its own, the line before is the post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from variorum.model.span import Span

_DAY = r"(?:[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+\.?,? \d{4})"
_SIGNATURE = re.compile(
    rf"(?P<dash>[―—–]|(?<!\S)--?)[^\S\n]*(?P<name>[^\W_][^\n()—–@]{{1,60}}?)[^\S\n]*\(@\w+\)[,\s]*(?:on )?{_DAY}"
)
# Links and pictures at the end of a post are none of its words.
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.|t\.co/)\S+)+\s*$")
_FEWEST_WORDS = 3
_LONGEST = 360  # characters: a line that is longer holds the report's words before the post


class Post(msgspec.Struct, frozen=True):
    """A post and its signature: the words, the dash, and the name before the handle."""

    words: Span
    dash: Span
    name: Span


def find_posts(text: str) -> Iterator[Post]:
    """Yield the posts that a text embeds, in text order."""
    end = 0
    for signature in _SIGNATURE.finditer(text):
        dash, name = (Span(*signature.span(part)) for part in ("dash", "name"))
        post = _post_before(text, dash.start, end)
        end = signature.end()
        if post is not None:
            yield Post(post, dash, name)


def _post_before(text: str, dash: int, floor: int) -> Span | None:
    """The words between the start of the line, or of the one before, and the dash; none before `floor`."""
    end = len(text[:dash].rstrip())
    start = max(floor, text.rfind("\n", 0, end) + 1)
    words = _LINKS.sub("", text[start:end])
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if len(words) > _LONGEST or len(words.split()) < _FEWEST_WORDS:
        return None
    return Span(start, start + len(words))
