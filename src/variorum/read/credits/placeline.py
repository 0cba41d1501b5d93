"""The dateline at the head of a report: "SEOUL, Oct 29 (Reuters) - ", "Washington (TDI): ", "date 2025-10-29 SEOUL: ".

It says where the report was filed, for whom and when; it is no sentence of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from variorum.lang.tables import load_table
from variorum.read.credits.metadata import find_domain
from variorum.text.datelines import DASH, MONTH, REGION
from variorum.text.gazetteer import find_city, find_known

_CAPS = r"[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]*){0,3}"
_TITLE = r"[A-Z][\w.’'-]+(?:[ /-](?:de|of|the|la|el|al|am|an|sur|upon|[A-Z][\w.’'-]+)){0,3}"
_DAY = rf"(?:[,\s]+(?P<day>(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?))?"
_AGENCY = r"(?:\s*[,/]?\s*\((?P<agency>[A-Z][\w &.’'/-]{1,40})\))?"
_STAMP = r"(?:(?:[Dd]ate:?\s+)?(?P<stamp>(?:19|20)\d\d-\d\d-\d\d)\s+)?"
_DATELINE = re.compile(
    rf"^\s*{_STAMP}(?:(?P<caps>{_CAPS}{REGION}){_DAY}{_AGENCY}(?:{DASH}|\s*:\s+)"
    rf"|(?P<title>{_TITLE}{REGION}){_DAY.replace('?P<day>', '?P<day2>')}{_AGENCY.replace('?P<agency>', '?P<agency2>')}"
    rf"(?P<separator>{DASH}|\s*:\s+))"
    r"(?=[\"'“‘«(\[]*[A-Z0-9])"
)
_STAMP_ONLY = re.compile(r"^\s*[Dd]ate:?\s+(?P<stamp>(?:19|20)\d\d-\d\d-\d\d)\s+(?=[A-Z\"“‘'])")
_LABEL = re.compile(r"^[A-Z][\w’'. ]{1,30}:\s")


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a dateline, each None where it has none; `end` is where the text proper begins.

    `stamp` is an ISO date printed before it, `day` a month and day, mostly without the year.
    """

    end: int
    place: str | None = None
    agency: str | None = None
    day: str | None = None
    stamp: str | None = None


def find_dateline(paragraphs: Sequence[str]) -> Dateline | None:
    """Return the dateline at the head of the first paragraph, or None."""
    if not paragraphs:
        return None
    first = paragraphs[0]
    match = _DATELINE.match(first[:160])
    if match is None or not _is_place(match, paragraphs):
        stamp = _STAMP_ONLY.match(first)
        return Dateline(end=stamp.end(), stamp=stamp["stamp"]) if stamp else None
    place = match["caps"] or match["title"]
    return Dateline(
        end=match.end(),
        place=_in_title_case(place) if match["caps"] else place,
        agency=match["agency"] or match["agency2"],
        day=match["day"] or match["day2"],
        stamp=match["stamp"],
    )


def credited(dateline: Dateline, outlet: str | None, url: str | None = None) -> str | None:
    """Return the agency of a dateline; None if it names none, or the outlet itself by its name, initials or domain."""
    agency = dateline.agency
    if agency is None or agency == outlet or agency == initials_of(outlet or ""):
        return None
    own = re.sub(r"\W", "", f"{outlet or ''} {find_domain(url) or ''}").lower()
    return None if re.sub(r"\W", "", agency).lower() in own else agency


def initials_of(name: str) -> str:
    """Return the capitals that a name is shortened to: "TDI" for "The Diplomatic Insight"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_place(match: re.Match[str], paragraphs: Sequence[str]) -> bool:
    """Whether what stands before the text is a place: with an agency or a day it is, else there must be signs."""
    place = (match["caps"] or match["title"]).strip()
    columns = load_table("en", "furniture")["columns"]
    if place.lower() in columns or place.lower().split()[0] in columns:
        return False
    if match["agency"] or match["day"] or match["agency2"] or match["day2"]:
        return True
    # In an interview other paragraphs open with a name too; a sentence that goes on after a dash has another one.
    rest = paragraphs[0][match.end() :]
    if any(_LABEL.match(paragraph) for paragraph in paragraphs[1:]) or rest[:20].isupper():
        return False
    if match["title"] and re.search(r"\s[—–-]\s", rest.split(". ")[0]):
        return False
    return (
        _is_spoken_of(place, paragraphs)
        or _is_known(place)
        or (bool(match["caps"]) and not _is_word(place, paragraphs))
    )


def _is_known(place: str) -> bool:
    town = place.split(",", maxsplit=1)[0]
    known = find_known(town)
    return find_city(town) is not None or (known is not None and known.type == "PLACE")


def _is_spoken_of(place: str, paragraphs: Sequence[str]) -> bool:
    """Whether the text says that something is in the place, as it does not of people and columns."""
    town = re.escape(place.split(",", maxsplit=1)[0])
    said = re.compile(rf"\b(?:in|near|outside|around)\s+{town}\b", re.IGNORECASE)
    return any(said.search(paragraph) for paragraph in paragraphs)


def _is_word(place: str, paragraphs: Sequence[str]) -> bool:
    """Whether the text uses what stands there in capitals as a common word: "MIGRATION - ..." is a column."""
    return any(re.search(rf"\b{re.escape(place.lower())}\b", paragraph) for paragraph in paragraphs)


def _in_title_case(place: str) -> str:
    return re.sub(r"[A-Z]{2,}", lambda word: word[0] if len(word[0]) == 2 else word[0].capitalize(), place)
