"""What a page tells of its article besides text and date: outlet, section, address, the agency behind it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from variorum.read.credits.authors import site_names
from variorum.read.page.features import squeeze
from variorum.read.page.head import Head, clean, types_of

_LANGUAGE = re.compile(r"^[a-z]{2,3}(?=$|[-_])", re.I)
_HANDLE = re.compile(r"^@")
_LEAST_KEY = 3  # letters of a domain or handle that is looked for in a title
_MOST_WORDS = 6
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
    """Return the name of the outlet, or its domain where it gives no name; None if nothing tells.

    A handle ("@harbourpost") and a domain are given as the page's title writes them ("The Harbour Post").
    """
    names = site_names(head)
    for node in head.nodes:
        if {"NewsMediaOrganization", "WebSite"} & set(types_of(node)) and (name := clean(node.get("name"))):
            names.append(name)
    named = next((name for name in names if not _HANDLE.match(name)), None)
    if named:
        return named
    domain = find_domain(url or head.canonical or head.first("og:url"))
    keys = [_HANDLE.sub("", name) for name in names] + ([domain.split(".")[0]] if domain else [])
    written = next((found for key in keys if (found := _as_written(key, head.title or ""))), None)
    return written or (_HANDLE.sub("", names[0]) if names else domain)


def _as_written(key: str, title: str) -> str | None:
    """Return the words of `title` that a handle or a domain was made of; None if they are not in it."""
    letters = _letters(key)
    words = title.split()
    for start in range(len(words) if len(letters) > _LEAST_KEY else 0):
        joined = ""
        for end in range(start, min(start + _MOST_WORDS, len(words))):
            joined += _letters(words[end])
            if joined == letters:
                return " ".join(words[start : end + 1]).strip(" |–—·-:,»«")
    return None


def _letters(text: str) -> str:
    """Return the letters and digits of a text in lower case, without accents."""
    return squeeze("".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)))


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
