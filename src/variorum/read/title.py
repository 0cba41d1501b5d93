"""The headline of a page, without the name of the site.

What a page shows as its heading and what it tells machines are weighed together: each candidate gains by what else on
the page says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from variorum.read.blocks import Block
from variorum.read.features import squeeze
from variorum.read.head import Head, clean

# Between a headline and the site's name. A hyphen or colon only with a space, since both stand inside headlines.
_PARTS = re.compile(r"\s+[|–—·•»«›‹>~⋆/:-]+\s+|\s*[|»›]\s*|:\s+(?=\S+$)|\s+::\s+")
_HEADINGS = ("h1", "h2", "h3")
_ONLY = 2.0  # what speaks for an h1 that is the page's only one
_LONGEST = 300  # characters; more is a paragraph set as a heading


class _Candidate(msgspec.Struct):
    """A string that may be the headline. `whole` marks what the head gives as one title, but for the site's name."""

    text: str
    score: float
    whole: bool = False


def find_title(head: Head, blocks: Sequence[Block], body_start: int) -> str | None:
    """Return the headline, or None. `body_start` is the number of the first block of the body."""
    told = [clean(each) for each in (head.first("og:title"), head.article.get("headline"), head.first("twitter:title"))]
    whole = [text for text in (*told, head.title) if text]
    squeezed = [squeeze(text) for text in whole]
    squeezed += [squeeze(part) for part in _PARTS.split(head.title or "")[:1]]
    shown = _shown(blocks, body_start)
    sites = _site_names(head) | _site_in_title(head.title, [squeeze(each.text) for each in shown])
    candidates = [*shown, *_told(whole, sites)]
    for each in candidates:
        each.score += _confirmed(squeeze(each.text), squeezed) - 6 * (squeeze(each.text) in sites)
    _part_kickers(shown, candidates)
    return max(candidates, key=lambda each: each.score).text if candidates else None


def _part_kickers(shown: Sequence[_Candidate], candidates: Sequence[_Candidate]) -> None:
    """Prefer a headline to the same with a kicker before it, where the page gives it without one elsewhere."""
    for heading in shown:
        key = squeeze(heading.text)
        for other in candidates:
            short = squeeze(other.text)
            if other.whole and len(short) > 12 and len(short) < len(key) and key.endswith(short):
                other.score = max(other.score, heading.score + 0.1)


def _site_in_title(title: str | None, shown: Sequence[str]) -> set[str]:
    """Return the last part of the page's title if it and the first both stand as headings: that is the site's name."""
    parts = [squeeze(part) for part in _PARTS.split(title or "")]
    return {parts[-1]} if len(parts) > 1 and parts[-1] in shown and parts[0] in shown else set()


def _site_names(head: Head) -> set[str]:
    publisher = head.article.get("publisher")
    names = [
        head.first("og:site_name", "application-name"),
        publisher.get("name") if isinstance(publisher, dict) else None,
    ]
    return {squeeze(name) for name in names if isinstance(name, str) and name} - {""}


def _shown(blocks: Sequence[Block], body_start: int) -> list[_Candidate]:
    """Return the headings at and before the start of the body, each with what its place speaks for it."""
    found = []
    seen = 0
    heads = sum(block.node.tag == "h1" for block in blocks)
    for index, block in enumerate(blocks[: max(body_start + 3, 60)]):
        if block.node.tag not in _HEADINGS or len(block.text) > _LONGEST or block.node.hidden:
            continue
        marked = {"headline", "title"} & {*block.node.tokens, *block.names}
        score = {"h1": 3.0, "h2": 1.0, "h3": 0.0}[block.node.tag] + 0.5 * bool(marked)
        near = body_start - index
        score += 1.0 if 0 <= near <= 12 else (-1.0 if near < 0 else 0.0)
        # A heading that is a link leads elsewhere: to the front page from the site's name, to another report.
        score -= 2.5 * (block.links > 0.9 * len(block.text))
        if block.node.tag == "h1":
            score -= 0.5 * min(seen, 3)
            score += _ONLY * (heads == 1)
            seen += 1
        found.append(_Candidate(" ".join(block.text.split()), score))
    return found


def _told(whole: Sequence[str], sites: set[str]) -> list[_Candidate]:
    """Return what the head gives as title, whole and without the parts that may name the site."""
    found = []
    for text in whole:
        parts = [part for part in _PARTS.split(text) if part.strip()]
        if len(parts) > 1:
            best = max(parts, key=len)
            stripped = _strip(text, parts, sites)
            found += [_Candidate(stripped, 2.0, whole=True), _Candidate(best, 1.0), _Candidate(text, -1.5)]
        else:
            found.append(_Candidate(text, 2.0, whole=True))
    return found


def _strip(text: str, parts: Sequence[str], sites: set[str]) -> str:
    """Return `text` without its last part if that is short or names the site, else without such a first part."""
    last, first = parts[-1], parts[0]
    if squeeze(first) in sites:
        return text[text.index(first) + len(first) :].lstrip(" |–—·•»«›‹>~⋆/:-")
    if squeeze(last) in sites or len(last) < max(len(text) / 2, 25):
        return text[: text.rindex(last)].rstrip(" |–—·•»«›‹>~⋆/:-")
    return text


def _confirmed(candidate: str, told: Sequence[str]) -> float:
    """Say how far what the head gives as title bears a candidate out."""
    if not candidate:
        return -9.0
    score = 0.0
    for each in told:
        if each == candidate:
            score += 1.5
        elif len(candidate) > 8 and candidate in each:
            score += 1.0
        elif len(each) > 8 and each in candidate:
            score += 0.3
    return min(score, 4.0)
