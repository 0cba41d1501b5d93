"""Input that goes wrong: each costs itself one clear refusal, and nothing else."""

import gzip
import json
import subprocess
import sys
import time

import pytest
from tests.read.material import SENTENCES, article

from variorum.engine.local import LocalEngine
from variorum.errors import Refusal, TooSlow
from variorum.read import limits, reading
from variorum.read.html import read_html
from variorum.read.intake.sources import find_pages
from variorum.read.limits import LARGE, is_heavy, read_apart, time_limit
from variorum.read.options import ReadOptions
from variorum.read.pages import Page
from variorum.read.reading import read_pages

TEXT = "\n\n".join(SENTENCES)
LOGIN = """<!doctype html><html><head><title>Log in</title></head><body><form action="/login" method="post">
<label>E-mail <input name="mail"></label><label>Password <input type="password" name="word"></label>
<button>Log in</button></form><p>Forgot your password?</p></body></html>"""


def read_all(path, **options):
    given = ReadOptions(**options)
    refused = []
    found = list(
        LocalEngine().run(lambda pages: read_pages(pages, given), find_pages([str(path)], given), refused.append)
    )
    return found, refused


BAD = {
    "empty": (b"", "no text"),
    "blank": (b" \n\n\t ", "no text"),
    "bytes": (bytes(range(256)) * 40, "not readable"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), "not readable"),
    "program": (b"MZ\x90\x00\x03" + bytes(300), "not readable"),
    "cut gzip": (gzip.compress(TEXT.encode() * 50)[:-20], "not readable"),
    "no zip": (b"PK\x03\x04" + b"x" * 200, "not readable"),
    "no pdf": (b"%PDF-1.7\nnot really", "not readable"),
    "page without words": (b"<!doctype html><html><head><title>x</title></head><body></body></html>", "no text"),
    "one long line": (b"x" * 3_000_000, "too large"),
    "one long object": (b"{" + b'"id": "a", ' * 400_000, "too large"),
    "wrong type": (b'{"id": "a", "text": 5}\n', "broken line"),
    "cut object": (b'{"id": "a", "text": "b"\n', "broken line"),
    "list of numbers": (b"[1, 2, 3]", "no text"),
}


@pytest.mark.parametrize("case", BAD)
def test_each_costs_one_refusal_and_the_rest_goes_on(tmp_path, case):
    data, reason = BAD[case]
    (tmp_path / "bad").write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT)
    found, refused = read_all(tmp_path, most_bytes=2_000_000)
    assert [report.id for report in found] == ["good.txt"]
    assert [refusal.reason for refusal in refused] == [reason]
    assert refused[0].where.startswith("bad")
    assert refused[0].what


def test_a_feed_without_entries_is_no_fault(tmp_path):
    (tmp_path / "feed").write_bytes(b"<rss version='2.0'><channel><title>x</title></channel></rss>")
    assert read_all(tmp_path) == ([], [])


def test_a_broken_line_is_named_and_the_others_are_read(tmp_path):
    lines = [
        '{"id": "a", "text": "One."}',
        '{"id": "b", "text": ',
        '{"id": "c", "text": "Three.", "published": "soon"}',
    ]
    (tmp_path / "x.jsonl").write_text("\n".join([*lines, "", '{"id": "d", "text": "Four."}']))
    found, refused = read_all(tmp_path)
    assert [report.id for report in found] == ["a", "d"]
    assert [refusal.where for refusal in refused] == ["x.jsonl, line 2", "x.jsonl, line 3"]
    assert "published" in refused[1].what


def test_a_line_that_is_too_long_is_passed_over(tmp_path):
    long = json.dumps({"id": "long", "text": "x" * 3_000_000})
    (tmp_path / "x.jsonl").write_text(f'{{"id": "a", "text": "One."}}\n{long}\n{{"id": "b", "text": "Two."}}\n')
    found, refused = read_all(tmp_path, most_bytes=1_000_000)
    assert [report.id for report in found] == ["a", "b"]
    assert [(refusal.reason, refusal.where) for refusal in refused] == [("too large", "x.jsonl, line 2")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "latin-1", "cp1252"])
def test_texts_in_other_character_sets(tmp_path, encoding):
    text = "Der Bürgermeister von Brückenau erklärte am Dienstag, die Brücke werde für zwölf Millionen Euro neu gebaut."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_all(tmp_path)[0][0].text == text


def test_a_login_page_is_no_article(tmp_path):
    (tmp_path / "a.html").write_text(LOGIN)
    found, refused = read_all(tmp_path)
    assert found == []
    assert refused[0].reason in ("not an article", "no text")


def test_code_that_runs_on_is_stopped():
    started = time.monotonic()

    def run_on():
        while True:
            try:
                time.sleep(0.01)
            except Exception:  # noqa: BLE001 - what a library may do: it must not swallow the clock
                continue

    with pytest.raises(TooSlow), time_limit("a", 0.1):
        run_on()
    assert time.monotonic() - started < 2


def test_the_clock_is_put_away_afterwards():
    with time_limit("a", 0.05):
        pass
    time.sleep(0.1)


def test_a_page_that_takes_too_long_is_refused_and_the_next_is_read(monkeypatch):
    real = reading.read_html

    def slow(page, options):
        while page.id == "slow":
            pass
        return real(page, options)

    monkeypatch.setattr(reading, "read_html", slow)
    pages = [Page(id=name, data=article()) for name in ("slow", "quick")]
    outcomes = read_pages(pages, ReadOptions(timeout_s=0.3))
    assert [getattr(outcome, "reason", None) for outcome in outcomes] == ["too slow", None]


def test_a_large_page_is_read_in_a_process_that_can_be_ended(monkeypatch):
    page = Page(id="large", data=article() + b"<br>" * (LARGE // 4))
    assert is_heavy(page.data)
    assert "carried away" in read_pages([page])[0].text
    monkeypatch.setattr(limits, "_START_S", -0.2)
    with pytest.raises(TooSlow):
        read_apart(page, ReadOptions(timeout_s=0.3))


@pytest.mark.parametrize(
    ("more", "heavy"),
    [
        (b"<br>" * 1_000, False),
        (b"<script>" + b"x" * LARGE + b"</script>", False),
        (b"<!--" + b"x" * LARGE + b"-->", False),
        (b"<p>" + b"word " * (LARGE // 5), True),
        (b"<aside>" + b"<div>" * (LARGE // 5) + b"</aside>", True),
    ],
)
def test_what_may_hold_a_parser_up_is_told_by_what_it_would_parse(more, heavy):
    assert is_heavy(article() + more) == heavy


def test_refusals_survive_the_way_between_processes():
    import pickle  # noqa: PLC0415

    refusal = TooSlow("a", "b")
    again = pickle.loads(pickle.dumps(refusal))
    assert isinstance(again, Refusal)
    assert str(again) == "a: b"


def test_nested_tags_are_no_trap():
    page = Page(id="deep", data=b"<html><body>" + b"<div>" * 100_000 + TEXT.encode() + b"</div>" * 100_000)
    started = time.monotonic()
    outcome = read_pages([page], ReadOptions(timeout_s=10))[0]
    assert time.monotonic() - started < 25
    assert isinstance(outcome, Refusal) or "carried away" in outcome.text


SENTENCE = "The council voted on day {0} to rebuild the bridge that the flood of last winter had carried away."
LONG_PAGES = {
    "paragraphs": f"<p>{SENTENCE}</p>",
    "line breaks": f"{SENTENCE}<br>",
    "quotations and their words again": f"<blockquote>{SENTENCE}</blockquote><p>{SENTENCE} So it was.</p>",
}


@pytest.mark.parametrize("shape", LONG_PAGES)
def test_time_grows_as_the_page_does(shape):
    def seconds(count):
        body = "".join(LONG_PAGES[shape].format(number) for number in range(count))
        page = Page(id="long", data=f"<html lang='en'><body>{body}</body></html>".encode())
        started = time.process_time()
        read_html(page)
        return time.process_time() - started

    seconds(100)  # models and tables are loaded once
    assert seconds(4_000) < 10 * seconds(1_000)  # with the square of the length it were sixteen times as long


def test_a_missing_library_is_named_with_the_line_to_type(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 x")
    script = (
        "import sys; sys.modules['pypdfium2'] = None\n"
        "from variorum.read.intake.sources import find_pages\nfrom variorum.read.reading import read_pages\n"
        "from variorum.errors import MissingPart\n"
        f"try: read_pages(list(find_pages([{str(tmp_path)!r}])))\n"
        "except MissingPart as fault: print(fault)"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "pip install 'variorum[pdf]'" in shown
