"""The headline of a page, without the name of the site.

All that may be it is weighed by fitted weights (conditional logit over 586 pages, docs/decisions/0320-titles.md): what
the page shows as headings and what it tells machines, each gaining by what else on the page says the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit

import msgspec

from variorum.read.credits.authors import site_names
from variorum.read.page.blocks import Block
from variorum.read.page.features import squeeze
from variorum.read.page.head import Head, clean

# Between a headline and the site's name. A hyphen or colon only with a space, since both stand inside headlines.
_PARTS = re.compile(r"\s+[|–—·•»«›‹>~⋆/:│-]+\s+|\s*[|»›│]\s*|:\s+(?=\S+$)|\s+::\s+|\s+//\s+")
_EDGE = " |–—·•»«›‹>~⋆/:│-"
_HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST = 300  # characters; more is a paragraph set as a heading
_LONGEST_MARKED = 150  # of what is only marked as a headline
_AHEAD = 40  # blocks before the text of which the headings are asked
_BEHIND = 3
_MOST_TOPS = 4
_NEXT = 2
_LONG = 8  # letters from which a string is found in another by no chance
_LONGER = 12
_LEAST_SLUG = 2
_WORD = re.compile(r"[^\W_]{3,}")
_NO_WORDS = re.compile(r"[-_+.]|\d{4,}")
_OPENING = 6  # blocks of the body whose words a headline shares

_WEIGHTS: Mapping[str, float] = {
    "alone behind a kicker": 1.33, "told whole": 1.32, "is shown": 1.2, "in opening": 1.02,
    "alone with a kicker": -0.96, "is og": 0.96, "shown h1": 0.87, "shown behind a kicker": 0.83, "marked": 0.8,
    "slug covered": 0.78, "one word": -0.76, "shown h2": 0.73, "is ld": 0.7, "holds og": -0.68, "in slug": 0.68,
    "next to text": 0.67, "in title": 0.62, "nearest": 0.62, "link": -0.61, "in og": 0.58, "h2 without h1": 0.56,
    "last h1": 0.56, "with a kicker": -0.53, "later h1": -0.52, "only h1": 0.49, "is first part": 0.36,
    "shown h3": -0.35, "starts title": 0.29, "question": 0.28, "is site": -0.23, "holds first part": 0.21,
    "told with parts": 0.21, "separator": -0.21, "shown p": 0.2, "holds site": -0.2, "above another part": -0.18,
    "told part": 0.16, "told without first": -0.16, "in ld": -0.15, "is last part": -0.12,
}  # fmt: skip


class Candidate(msgspec.Struct):
    """A string that may be the headline, with what speaks for it, by the names of `_WEIGHTS`."""

    text: str
    found: dict[str, float]


class _Page(msgspec.Struct, frozen=True):
    """What candidates are held against: strings squeezed, words as the first five letters of each.

    `whole` are titles that the head gives as one string, without the site's name; `alone` those that never had it;
    `slug` are the words in the address.
    """

    og: str
    ld: str
    title: str
    parts: tuple[str, ...]
    whole: tuple[str, ...]
    alone: frozenset[str]
    sites: frozenset[str]
    slug: frozenset[str]
    opening: frozenset[str]
    shown: tuple[str, ...]


def find_title(head: Head, blocks: Sequence[Block], kept: Sequence[int]) -> str | None:
    """Return the headline, or None. `kept` are the numbers of the body's blocks."""
    opening = " ".join(blocks[index].text[:400] for index in kept[:_OPENING])
    return _best_of(list_candidates(head, _shown(blocks, kept[0] if kept else 0), opening))


def find_title_among(head: Head, headings: Sequence[str], opening: str) -> str | None:
    """Return the headline of a page of which no more is known than its <h1> and how its text begins; None if none.

    The only heading is taken at once where the page's title, or the one it gives to be shared, begins with it.
    """
    key = squeeze(headings[0]) if len(headings) == 1 else ""
    if len(key) > _LONG and any(squeeze(given or "").startswith(key) for given in (head.first("og:title"), head.title)):
        return headings[0]
    shown = {
        text: {
            "shown h1": 1.0,
            "only h1": float(len(headings) == 1),
            "last h1": float(text is headings[-1]),
            "later h1": float(text is not headings[0]),
            "next to text": float(text is headings[-1]),
        }
        for text in headings
    }
    return _best_of(list_candidates(head, shown, opening))


def _best_of(candidates: Sequence[Candidate]) -> str | None:
    scores = [sum(_WEIGHTS.get(name, 0.0) * value for name, value in each.found.items()) for each in candidates]
    return candidates[scores.index(max(scores))].text if candidates else None


def list_candidates(head: Head, shown: Mapping[str, dict[str, float]], opening: str) -> list[Candidate]:
    """Return all that may be the headline, each string once: shown headings before what the head tells.

    `shown` has what the place of each heading speaks for it; `opening` are the first words of the text.
    """
    told = _told(head)
    page = _Page(
        og=squeeze(clean(head.first("og:title", "twitter:title")) or ""),
        ld=squeeze(clean(head.article.get("headline")) or ""),
        title=squeeze(head.title or ""),
        parts=tuple(squeeze(part) for part in _PARTS.split(head.title or "") if squeeze(part)),
        whole=tuple(squeeze(text) for text, kind in told.items() if kind in ("whole", "without last")),
        alone=frozenset(squeeze(text) for text, kind in told.items() if kind == "whole"),
        sites=frozenset(squeeze(name) for name in site_names(head)) - {""},
        slug=_slug(head),
        opening=_stems(opening),
        shown=tuple(squeeze(text) for text in shown),
    )
    candidates: dict[str, Candidate] = {}
    for text, found in [*shown.items(), *((text, {f"told {kind}": 1.0}) for text, kind in told.items())]:
        if key := squeeze(text):
            candidates.setdefault(key, Candidate(text, {})).found.update(found)
    for key, each in candidates.items():
        each.found.update(_by_letters(key, page))
        each.found.update(_by_words(each.text, page))
    return list(candidates.values())


def _shown(blocks: Sequence[Block], start: int) -> dict[str, dict[str, float]]:
    """Return the headings before and at the start of the body, each with what its place speaks for it."""
    tops = [index for index, block in enumerate(blocks) if block.node.tag == "h1" and not block.node.hidden]
    ahead = range(max(0, start - _AHEAD), min(len(blocks), start + _BEHIND))
    nearest = max((index for index in ahead if index <= start and blocks[index].node.tag in _HEADINGS[:3]), default=-1)
    last = max((index for index in tops if index <= start + 1), default=-1)
    found: dict[str, dict[str, float]] = {}
    for index in sorted({*ahead, *tops[:_MOST_TOPS]}):
        block, text = blocks[index], " ".join(blocks[index].text.split())
        tag = block.node.tag
        marked = bool({"headline", "title", "heading"} & {*block.node.tokens, *block.names})
        if not text or block.node.hidden or len(text) > (_LONGEST if tag in _HEADINGS else _LONGEST_MARKED * marked):
            continue
        place = {
            f"shown {tag}": 1.0,
            "only h1": float(tag == "h1" and len(tops) == 1),
            "last h1": float(index == last),
            "later h1": float(tag == "h1" and index != tops[0]),
            "marked": float(marked),
            "link": float(block.links > 0.9 * len(block.text)),
            "next to text": float(0 <= start - index <= _NEXT),
            "h2 without h1": float(tag == "h2" and not tops),
            "nearest": float(index == nearest),
        }
        found.setdefault(text, place)
    return found


def _told(head: Head) -> dict[str, str]:
    """Return what the head gives as title, whole and in parts, with its kind."""
    found: dict[str, str] = {}
    for given in (head.first("og:title"), head.article.get("headline"), head.first("twitter:title"), head.title):
        whole = clean(given)
        if not whole:
            continue
        parts = [part for part in _PARTS.split(whole) if part.strip()]
        found.setdefault(whole, "whole" if len(parts) < 2 else "with parts")
        if len(parts) > 1:
            found.setdefault(whole[: whole.rindex(parts[-1])].rstrip(_EDGE), "without last")
            found.setdefault(whole[whole.index(parts[0]) + len(parts[0]) :].lstrip(_EDGE), "without first")
            for part in (parts[0], parts[-1], max(parts, key=len)):
                found.setdefault(part, "part")
    return found


def _by_letters(key: str, page: _Page) -> dict[str, float]:
    """Return what speaks for a squeezed string by what else on the page is the same, holds it or is in it."""
    several = len(page.parts) > 1
    long = len(key) > _LONG
    alone = [each for each in (*page.alone, page.ld) if len(each) > _LONGER]
    found = {
        "is og": key == page.og,
        "is ld": key == page.ld,
        "is first part": several and page.parts[0] == key,
        "is last part": several and page.parts[-1] == key,
        "in og": long and key in page.og and key != page.og,
        "in ld": long and key in page.ld and key != page.ld,
        "in title": long and key in page.title and key != page.title,
        "starts title": len(key) > 3 and page.title.startswith(key) and key != page.title,
        "holds og": len(page.og) > _LONG and page.og in key and key != page.og,
        "holds first part": bool(page.parts) and len(page.parts[0]) > _LONG and page.parts[0] in key != page.parts[0],
        "is shown": key in page.shown,
        "shown behind a kicker": len(key) > _LONGER and key in page.whole and _ends_one(key, page.shown),
        "with a kicker": any(len(each) > _LONGER and key.endswith(each) and each != key for each in page.whole),
        "alone behind a kicker": key in alone and _ends_one(key, page.shown),
        "alone with a kicker": any(key.endswith(each) and each != key for each in alone),
        "in shown": long and any(key in each and key != each for each in page.shown),
        "above another part": key in page.parts and _goes_before(key, page),
        "is site": key in page.sites,
        "holds site": any(len(site) > 3 and key.endswith(site) and key != site for site in page.sites),
    }
    return {name: 1.0 for name, value in found.items() if value}


def _goes_before(key: str, page: _Page) -> bool:
    """Say whether a heading stands above another that is a part of the page's title too: the site's name does."""
    later = page.shown[page.shown.index(key) + 1 :] if key in page.shown else ()
    return any(each in page.parts and each != key for each in later)


def _ends_one(key: str, others: Sequence[str]) -> bool:
    return any(each.endswith(key) and each != key for each in others)


def _by_words(text: str, page: _Page) -> dict[str, float]:
    """Return what speaks for a string by its words: in the text's opening, in the address, by their number."""
    stems = _stems(text)
    shared = len(stems & page.slug)
    return {
        "separator": float(_PARTS.search(text) is not None),
        "one word": float(len(text.split()) == 1),
        "question": float(text.endswith(("?", "!"))),
        "in opening": len(stems & page.opening) / len(stems) if stems else 0.0,
        "in slug": shared / len(stems) if stems else 0.0,
        "slug covered": shared / len(page.slug) if page.slug else 0.0,
    }


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in _WORD.findall(text.lower()))


def _slug(head: Head) -> frozenset[str]:
    """Return the words in the part of the page's address that has most: many houses write the headline there."""
    try:
        path = urlsplit(head.canonical or head.first("og:url") or "").path
    except ValueError:
        return frozenset()
    slug = max((_stems(_NO_WORDS.sub(" ", unquote(part))) for part in path.split("/")), key=len)
    return slug if len(slug) > _LEAST_SLUG else frozenset()
