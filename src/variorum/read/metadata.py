"""What a page tells of its article besides text and date: outlet, section, address, the agency behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from variorum.read.authors import site_names
from variorum.read.head import Head, clean, types_of

_LANGUAGE = re.compile(r"^[a-z]{2,3}(?=$|[-_])", re.I)
_HANDLE = re.compile(r"^@")
# Agencies by their own initials and names: who is credited is a closed set of houses, not a wording.
_AGENCIES = {
    "AP": r"\bAP\b|Associated Press", "Reuters": r"\bReuters\b", "AFP": r"\bAFP\b|Agence France[- ]Presse",
    "dpa": r"\b(?:dpa|DPA)\b", "APA": r"\bAPA\b", "SDA": r"\b(?:sda|SDA|Keystone-SDA)\b", "EFE": r"\bEFE\b",
    "ANSA": r"\bANSA\b",
    "Yonhap": r"\bYonhap\b", "Kyodo": r"\bKyodo\b", "Xinhua": r"\bXinhua\b", "TASS": r"\bTASS\b", "PTI": r"\bPTI\b",
    "ANI": r"\bANI\b", "Bloomberg": r"\bBloomberg\b", "UPI": r"\bUPI\b",
    "PA Media": r"\bPA Media\b|\bPress Association\b",
    "Bernama": r"\bBernama\b", "Anadolu": r"\bAnadolu\b", "epd": r"\bepd\b", "KNA": r"\bKNA\b", "PAP": r"\bPAP\b",
    "Europa Press": r"\bEuropa Press\b", "dts": r"\bdts\b", "SID": r"\bSID\b",
}  # fmt: skip
_CREDITS = {name: re.compile(pattern) for name, pattern in _AGENCIES.items()}
_CONTRIBUTED = re.compile(r"contributed|mit Material|Quelle|source|with (?:files|reporting) from|/|\(|^©|agenc", re.I)


def find_outlet(head: Head, url: str | None) -> str | None:
    """Return the name of the outlet, or its domain where it gives no name; None if nothing tells."""
    names = [_HANDLE.sub("", name) for name in site_names(head)]
    for node in head.nodes:
        if {"NewsMediaOrganization", "WebSite"} & set(types_of(node)) and (name := clean(node.get("name"))):
            names.append(name)
    return names[0] if names else find_domain(url or head.canonical or head.first("og:url"))


def find_domain(url: str | None) -> str | None:
    """Return the host of an address without "www."; None if there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def find_address(head: Head, url: str | None) -> str | None:
    """Return the page's address: the one it was got from, else the one it calls its own."""
    if url:
        return url
    own = head.canonical or head.first("og:url")
    if not own:
        return None
    whole = urljoin(head.first("og:url") or "", own)
    return whole if find_domain(whole) else None


def find_section(head: Head) -> str | None:
    """Return the section that the article stands in, or None."""
    given = head.article.get("articleSection")
    first = given[0] if isinstance(given, list) and given else given
    return clean(first) or head.first("article:section", "parsely-section", "sailthru.section", "section")


def find_language(head: Head) -> str | None:
    """Return the ISO 639 code that the page declares, or None."""
    match = _LANGUAGE.match(head.language or head.first("og:locale", "content-language", "language") or "")
    return match[0].lower() if match else None


def find_credit(authors: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    """Return the agency that byline, dateline or last lines credit the article to; None if they credit none."""
    lines = [", ".join(authors)]
    if paragraphs:
        # "SEOUL (Reuters) - " at the head; "AFP contributed to this report", "dpa/jk" at the foot.
        lines += [paragraphs[0][:80].split(" - ")[0] if "(" in paragraphs[0][:60] else ""]
        lines += [last for last in paragraphs[-4:] if len(last) < 160 and (len(last) < 40 or _CONTRIBUTED.search(last))]
    for line in filter(None, lines):
        for name, pattern in _CREDITS.items():
            if pattern.search(line):
                return name
    return None
