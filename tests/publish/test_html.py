"""The HTML record as text; `test_html_browser.py` opens it."""

import re
from html.parser import HTMLParser

import msgspec
import pytest

from variorum.model.record import Record, RecordReport, Story
from variorum.publish.html import render_html

VOID = {"meta", "input"}


class Page(HTMLParser):
    """What a page holds: its links, ids, marked words; fails where elements are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open, self.attributes, self.marked = [], [], {}
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag, attrs):
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "mark":
            for name in (self.open[-1][1].get("data-in") or "").split():
                self.marked[name] = self.marked.get(name, "") + data


def test_elements_are_closed_in_order(record):
    Page(render_html([record]))
    Page(render_html([record, record]))
    Page(render_html([]))


def test_every_reading_is_marked_in_the_text_of_its_report(record):
    marked = set(Page(render_html([record])).marked.values())
    texts = {report.id: report.text for report in record.reports}
    places = [reading for finding in record.findings for reading in finding.readings]
    places += [quote for voice in record.voices for quote in voice.quotes]
    parts = (record.events, record.ledger, record.brief)
    places += [reading for part in parts for each in part for reading in each.readings]
    for place in places:
        assert texts[place.report][place.start : place.end] in marked


def test_marks_are_right_behind_an_emoji(record):
    report = record.reports[0]
    moved = msgspec.structs.replace(report, text="😀" + report.text)
    places = tuple(
        msgspec.structs.replace(r, start=r.start + 1, end=r.end + 1) if r.report == report.id else r
        for r in record.findings[0].readings
    )
    only = msgspec.structs.replace(
        record, reports=(moved, *record.reports[1:]), events=(), voices=(), ledger=(), brief=(), entities=(),
        findings=(msgspec.structs.replace(record.findings[0], readings=places),),
    )  # fmt: skip
    assert "with 214 people aboard" in Page(render_html([only])).marked.values()


def test_nothing_leaves_the_page(record):
    loading = {"src", "srcset", "data", "poster", "action", "formaction", "background"}
    for tag, name, value in Page(render_html([record])).attributes:
        assert name not in loading
        assert tag not in ("link", "img", "iframe", "object", "embed", "base")
        if tag == "a" and name == "href" and not value.startswith("#"):
            assert value.startswith("https://news.example/")


def test_the_policy_allows_the_script_of_the_page_alone(record):
    html = render_html([record])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[\w+/]{43}='", policy)
    assert "script-src 'unsafe-inline'" not in policy


def test_nothing_is_lost_of_a_large_record(record):
    findings = tuple(msgspec.structs.replace(record.findings[n % 8], id=f"g{n}") for n in range(400))
    events = tuple(msgspec.structs.replace(record.events[0], id=f"e{n}") for n in range(100))
    html = render_html([msgspec.structs.replace(record, findings=findings, events=events)])
    assert set(re.findall(r">(g\d+)</a>", html)) == {f"g{n}" for n in range(400)}
    assert html.count('id="e1-') == 100
    assert "138 more conflicts" in html


def test_texts_in_other_languages_say_so(record):
    reports = tuple(msgspec.structs.replace(report, language="ko") for report in record.reports)
    page = Page(render_html([msgspec.structs.replace(record, reports=reports)]))
    assert ("blockquote", "lang", "ko") in page.attributes
    assert ("div", "lang", "ko") in page.attributes


@pytest.mark.parametrize("published", [None, "2026-03-03", "2026"])
def test_a_record_of_one_report(published):
    report = RecordReport(id="a", story="s", text="A text.", published=published)
    made = Record(storyline="s", title="t", stories=(Story(id="s", title="t"),), reports=(report,))
    html = render_html([made])
    Page(html)
    assert "Calendar" not in html
    assert "<svg" not in html


@pytest.mark.parametrize("count", [1, 14])
def test_the_calendar_has_a_leaf_for_each_month_with_a_report(record, count):
    months = [f"{2025 + n // 12}-{n % 12 + 1:02}-15" for n in range(count)]
    reports = tuple(
        msgspec.structs.replace(record.reports[0], id=f"r{n}", published=month, copy_of=None)
        for n, month in enumerate([*months, "2025-01-16"])
    )
    bare = msgspec.structs.replace(
        record, reports=reports, entities=(), events=(), findings=(), voices=(), ledger=(), brief=()
    )
    html = render_html([bare])
    assert html.count('class="drawing leaf"') == count
    assert ("2 more months" in html) == (count == 14)


def test_the_family_tree_names_who_repeats_whom(record):
    assert "The Gazette repeats Union Wire; Islander Weekly repeats The Gazette" in render_html([record])


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper(record, scheme):
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5 to 1 for text."""
    blocks = re.findall(r":root \{(.*?)\}", render_html([record]), re.DOTALL)
    colours = dict(re.findall(r"--([\w]+): (#\w{6})", blocks[scheme == "dark"]))
    for ink in ("ink", "dim", "link", "conflict", "update", "variant", "agreement", "single"):
        for paper in ("paper", "wash"):
            light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)
    for paper in ("mark", "lit"):
        light, dark = sorted((luminance(colours["ink"]), luminance(colours[paper])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, paper


def test_a_report_tells_which_findings_rest_on_it(record):
    html = render_html([record])
    text = html[html.index('id="t1-5"') :]
    assert '<a class="conflict" href="#f1-3">conflict: yearly inspection of the Aurora</a>' in text
    assert '<a class="variant" href="#f1-5">variant: fund for the passengers</a>' in text


def test_a_name_of_the_index_is_no_reading(record):
    html = render_html([record])
    assert re.search(r'<mark class="named" id="t1-6-\d+-\d+" data-in="[^"]*">Skarn</mark>', html)
