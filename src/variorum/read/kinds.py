"""What bytes are, told by the bytes themselves and not by a file's ending."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal[
    "empty", "html", "text", "json", "mail", "pdf", "feed", "sitemap", "warc", "zip", "tar", "gzip", "binary"
]

HEAD = 4096
_HTML = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|article|main|section|header|div|meta|title|script|link|p|h[1-6]|table)[\s>/]",
    re.IGNORECASE,
)
_ROOT = re.compile(
    rb"^\s*(?:<\?xml[^>]*\?>\s*|<\?xml-stylesheet[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?P<name>[\w:.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_MAIL = re.compile(rb"^(?:From \S+ .*\r?\n)?(?:[A-Za-z][\w-]{1,60}:[ \t].*(?:\r?\n[ \t].*)*\r?\n){3,}")
_MAIL_FIELD = re.compile(
    rb"^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_FEEDS = (b"rss", b"feed", b"rdf:rdf", b"atom:feed")
_SITEMAPS = (b"urlset", b"sitemapindex")
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))  # that no text has
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"WARC/", "warc"),
)  # fmt: skip


def kind_of(data: bytes) -> Kind:
    """Return what `data` is; its first few thousand bytes are looked at."""
    head = _as_utf8(data[:HEAD])
    if not head.strip(b"\0 \t\r\n"):
        return "empty"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if len(data) > 262 and data[257:262] == b"ustar":
        return "tar"
    if _is_binary(head):
        return "binary"
    return _kind_of_text(head.lstrip())


def _as_utf8(head: bytes) -> bytes:
    """The head without its byte order mark, and from UTF-16 in UTF-8, so that tags can be looked for."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) and not head.startswith(b"\xff\xfe\x00\x00"):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def _kind_of_text(head: bytes) -> Kind:
    if head[:1] == b"{":
        return "json"
    if head[:1] == b"[" and head[1:].lstrip()[:1] == b"{":
        return "json"
    if head[:1] == b"<":
        root = _ROOT.match(head)
        name = root["name"].lower() if root else b""
        if name in _FEEDS:
            return "feed"
        if name in _SITEMAPS:
            return "sitemap"
        if _HTML.search(head):
            return "html"
    if _MAIL.match(head) and len(set(_MAIL_FIELD.findall(head))) >= 3:
        return "mail"
    return "html" if len(_HTML.findall(head)) >= 3 else "text"


def _is_binary(head: bytes) -> bool:
    """Whether the bytes are no text in any character set: they hold controls that no text has."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    nul = head.count(0)
    return nul > 0 or controls > len(head) * 0.02 + 1
