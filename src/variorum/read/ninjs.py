"""ninjs, the IPTC's JSON for news (versions 1 to 3), as reports: its own fields where it has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from variorum.errors import NotAnArticle
from variorum.model.report import Report
from variorum.model.span import ReportId
from variorum.read.pages import Given, Page

_DATE = re.compile(r"^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$")
_BODIES = ("body_text", "body_html", "body_xhtml", "body", "bodies")
_WITHDRAWN = ("canceled", "cancelled", "withheld")


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether an object is a ninjs item and not one of our reports: a `uri` and a body, but no `text`."""
    return "text" not in item and isinstance(item.get("uri"), str) and any(name in item for name in _BODIES)


def page_of_ninjs(item: Mapping[str, Any], where: str) -> Page:
    """Return the page in a ninjs item: its body, of plain text or HTML, and what its fields say of it.

    Raises NotAnArticle for a picture or a video, and for an item that its publisher has withdrawn.
    """
    if item.get("pubstatus") in _WITHDRAWN:
        raise NotAnArticle(where, f"its publisher has marked it {item['pubstatus']}")
    if item.get("type", "text") not in ("text", "composite"):
        raise NotAnArticle(where, f"a {item['type']}, not a text")
    uri = str(item["uri"])
    body, kind = _body(item)
    address = str(item.get("url") or uri)
    url = address if address.startswith(("http://", "https://")) else None
    return Page(id=uri, data=body.encode(), url=url, content_type=f"{kind}; charset=utf-8", given=_given(item))


def with_fields(report: Report, item: Mapping[str, Any]) -> Report:
    """Return the report with the fields that ninjs has and pages do not: section and agency credit."""
    subjects = [
        str(each.get("name")) for each in item.get("subject", []) if isinstance(each, dict) and each.get("name")
    ]
    return msgspec.structs.replace(
        report,
        id=ReportId(str(item["uri"])),
        section=report.section or (subjects[0] if subjects else None),
        credit=report.credit or _text(item.get("copyrightholder")),
    )


def _body(item: Mapping[str, Any]) -> tuple[str, str]:
    """The body and its type; plain text is taken before HTML, since nothing of a page needs to be cut away from it."""
    if text := _text(item.get("body_text")):
        return text, "text/plain"
    for name in ("body_html", "body_xhtml", "body"):
        if text := _text(item.get(name)):
            return text, "text/html" if "<" in text else "text/plain"
    found = [(str(body.get("contenttype", "")), _text(body.get("value"))) for body in _items(item, "bodies")]
    for wanted in ("text/plain", "text/html", ""):
        for kind, value in found:
            if value and kind.startswith(wanted):
                return value, "text/html" if "<" in value else "text/plain"
    return "", "text/plain"


def _given(item: Mapping[str, Any]) -> Given:
    headlines = [_text(each.get("value")) for each in _items(item, "headlines")]
    sources = [_text(each.get("name")) for each in _items(item, "infosources")]
    dates = [str(item.get(name) or "") for name in ("contentcreated", "firstcreated", "versioncreated")]
    first, last = next((date for date in dates if _DATE.match(date)), None), dates[2]
    authors = [_text(each.get("name")) for each in _items(item, "authors")] or [
        _text(item.get("byline")),
        _text(item.get("by")),
    ]
    return Given(
        title=_text(item.get("headline"))
        or next((text for text in headlines if text), None)
        or _text(item.get("title")),
        outlet=next((name for name in sources if name), None)
        or _text(item.get("source"))
        or _text(item.get("copyrightholder")),
        authors=tuple(name for name in authors if name),
        published=first,
        updated=last if _DATE.match(last) and last != first else None,
        language=(_text(item.get("language")) or "")[:2].lower() or None,
    )


def _items(item: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    value = item.get(name)
    for each in value if isinstance(value, list) else []:
        if isinstance(each, dict):
            yield each


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
