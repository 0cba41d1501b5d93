import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from variorum.publish.markdown import escape, render_markdown


def shown(markdown: str) -> str:
    """The text that a reader of the rendered document sees."""
    parts = []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        for child in token.children or []:
            parts.append(child.content if child.type in ("text", "text_special", "html_inline") else "")
        parts.append("\n")
    return "".join(parts)


def html_of(records) -> str:
    return MarkdownIt("commonmark").enable("table").render(render_markdown(records))


@pytest.mark.parametrize(
    "words",
    [
        "Conflicts (3)",
        "214 and 241 for the same moment",
        "2 independent reports and 2 copies",
        "“SKARN (Union Wire) — A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday, injuring "
        "at least 12, officials said.” (Union Wire, 3 March 2026)",
        "“Nineteen people were injured when the ferry Aurora ran aground",
        "January 2026: … the ship had passed its yearly inspection",
        "refund every ticket",
        "copy of The Gazette, 4 March 2026",
    ],
)
def test_what_it_says(record, words):
    assert words in shown(render_markdown([record]))


def test_what_was_still_to_come_for_its_reports_is_marked(record):
    text = render_markdown([record])
    assert "**April 2026, then still to come**: … was put off until April" in text
    assert "**3 March 2026**: The passenger ferry" in text


def test_the_day_after_a_report_is_not_marked(record):
    events = tuple(msgspec.structs.replace(each, date="2026-03-13") for each in record.events if each.id == "e5")
    text = render_markdown([msgspec.structs.replace(record, events=events)])
    assert "**13 March 2026**: … was put off until April" in text


def test_deciding_words_are_bold(record):
    assert "with **214** people aboard" in render_markdown([record])


def test_sources_are_linked_where_their_address_is_known(record):
    assert '<a href="https://news.example/day1/courier.html">Skarn Courier, 3 March 2026</a>' in html_of([record])


def test_an_address_stands_once_in_a_document_of_several_records(record):
    markdown = render_markdown([record, record])
    assert markdown.count("https://news.example/day1/courier.html") == 1
    assert MarkdownIt("commonmark").render(markdown).count('"https://news.example/day1/courier.html"') > 2


def test_reports_of_one_outlet_and_day_are_told_apart(record):
    twins = tuple(msgspec.structs.replace(r, outlet="Skarn Courier", published="2026-03-03") for r in record.reports)
    words = shown(render_markdown([msgspec.structs.replace(record, reports=twins)]))
    assert "Skarn Courier (1), 3 March 2026" in words
    assert "Skarn Courier (2), 3 March 2026" in words


def test_that_a_report_is_undated_is_told(record):
    undated = tuple(msgspec.structs.replace(report, published=None) for report in record.reports)
    words = shown(render_markdown([msgspec.structs.replace(record, reports=undated)]))
    assert "7 reports, 5 of them independent, undated" in words
    assert sum(", undated" in line for line in words.splitlines()) == 1 + len(record.reports)


def test_an_address_that_is_none_is_no_link(record):
    sly = tuple(msgspec.structs.replace(report, url="javascript:alert(1)") for report in record.reports)
    assert "javascript:" not in render_markdown([msgspec.structs.replace(record, reports=sly)])


@given(st.text())
def test_escaped_words_are_shown_as_they_stand(words):
    plain = " ".join(escape("a " + words + " z").split())
    html = MarkdownIt("commonmark").render(plain)
    assert html.startswith("<p>")
    assert html.count("<") == 2 + html.count("<br") or "&lt;" in html
    assert "<script" not in html


@pytest.mark.parametrize(
    "words",
    ["# not a heading", "1. not a list", "- no", "+ no", "<script>alert(1)</script>", "a *b* _c_ `d` | e", "==="],
)
def test_words_that_look_like_markdown(words):
    tokens = MarkdownIt("commonmark").parse(escape(words, opens=True))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children) == words


@pytest.mark.parametrize(("words", "escaped"), [("R&B", "R&B"), ("AT&T; now", "AT&amp;T; now"), ("&lt;", "&amp;lt;")])
def test_an_ampersand_is_escaped_only_where_html_would_read_it(words, escaped):
    assert escape(words) == escaped


def test_figures_inside_a_line_stand_as_they_are():
    assert escape("4.5 percent") == "4.5 percent"
    assert escape("4.5 percent", opens=True) == "4\\.5 percent"


def test_a_heading_keeps_its_last_mark():
    tokens = MarkdownIt("commonmark").parse("# " + escape("Programming in C #"))
    assert tokens[1].content.replace("\\", "") == "Programming in C #"
