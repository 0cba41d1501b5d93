"""E-mails (newsletters) as pages: the article's part decoded, and what the head of the mail says of it."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

import msgspec

from variorum.errors import NoText, NotReadable
from variorum.read.pages import Given, Page

_FORWARD = re.compile(r"^\s*(?:(?:fwd?|fw|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_FROM_LINE = re.compile(rb"^From \S+ .*\r?\n")


def page_of_mail(page: Page) -> Page:
    """Return the page that a mail carries: its HTML part, or its plain text where it has none.

    Subject, sender and date come along as given by the source. Raises NoText or NotReadable.
    """
    try:
        message = email.message_from_bytes(_FROM_LINE.sub(b"", page.data, count=1), policy=email.policy.default)
        body = message.get_body(preferencelist=("html", "plain"))
    except (ValueError, LookupError, AttributeError) as error:
        raise NotReadable(page.id, f"a broken e-mail ({error})") from None
    if not isinstance(message, EmailMessage) or not isinstance(body, EmailMessage):
        raise NoText(page.id, "an e-mail without a part of text")
    data = body.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise NoText(page.id, "an e-mail without words")
    kind = f"{body.get_content_type()}; charset={body.get_content_charset() or ''}"
    return msgspec.structs.replace(page, data=data, content_type=kind, given=_given(message))


def _given(message: EmailMessage) -> Given:
    name, address = parseaddr(str(message.get("From", "")))
    subject = _FORWARD.sub("", " ".join(str(message.get("Subject", "")).split()))
    return Given(title=subject or None, outlet=name or address or None, published=_date(message))


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError):
        return None
