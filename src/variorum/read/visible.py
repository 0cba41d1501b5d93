"""All lines that a page of HTML shows, the article's and the others: for showing what was not kept."""

from __future__ import annotations


def visible_lines(html: str) -> list[str]:
    """Return the lines of text in a page, in its order, without scripts and styles."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - only `--explain` needs it

    text = extract_plain_text(html, main_content=False, alt_texts=False, noscript=False, preserve_formatting=True)
    return [line.strip() for line in text.split("\n") if line.strip()]
