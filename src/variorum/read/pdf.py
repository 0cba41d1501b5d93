"""PDFs with a text layer as plain text: pdfium reads them, running heads go, wrapped lines become paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from variorum.errors import MissingPart, NoText, NotReadable

_MOST_PAGES = 200
_NUMBERS = re.compile(r"\d+")
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\ufffe]$")
_ENDS = re.compile(r"[.!?:…][\"'”’)]*$")


def text_of_pdf(data: bytes, where: str) -> str:
    """Return the text of a PDF, a line a paragraph. Raises NoText where it has none (a scan), NotReadable if broken."""
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingPart(f"{where} is a PDF: pip install 'variorum[pdf]' reads it") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotReadable(where, f"a broken or locked PDF ({error})") from None
    try:
        pages = [
            _lines(document[number].get_textpage().get_text_bounded()) for number in range(len(document))[:_MOST_PAGES]
        ]
    except pypdfium2.PdfiumError as error:
        raise NotReadable(where, f"a broken PDF ({error})") from None
    finally:
        document.close()
    text = "\n".join(_paragraphs(_without_running_heads(pages)))
    if not text.strip():
        raise NoText(where, "a PDF without a text layer: a scan, which is not read here")
    return text


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages without those that stand at the top or foot of most, page numbers aside."""
    ends = Counter(key for page in pages for key in {_key(line) for line in (*page[:2], *page[-2:])})
    running = {key for key, count in ends.items() if len(pages) > 2 and count > len(pages) / 2}
    kept = []
    for page in pages:
        last = len(page) - 2
        kept += [line for at, line in enumerate(page) if not (_key(line) in running and (at < 2 or at >= last))]
    return kept


def _key(line: str) -> str:
    return _NUMBERS.sub("#", line)


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """Lines put together: one that is nearly as wide as the column and ends no sentence goes on in the next."""
    width = sorted(len(line) for line in lines)[int(len(lines) * 0.8)] if lines else 0
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and paragraphs:
            joined = _HYPHEN.sub("", paragraphs[-1])
            paragraphs[-1] = joined + line if joined != paragraphs[-1] else f"{joined} {line}"
        else:
            paragraphs.append(line)
        goes_on = len(line) > 0.75 * width and not (_ENDS.search(line) and len(line) < 0.95 * width)
    return paragraphs
