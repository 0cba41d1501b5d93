"""The HTML record in a real browser, driven over the WebDriver protocol (W3C) with the standard library alone."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import msgspec
import pytest

from variorum.publish.filter import Filter, filter_record
from variorum.publish.html import render_html

CHROME = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
DRIVER = shutil.which("chromedriver")

pytestmark = [
    pytest.mark.skipif(not (CHROME and DRIVER), reason="no browser: install chromium and chromium-driver"),
    pytest.mark.xdist_group("browser"),
]


class Browser:
    """One window of a headless browser."""

    def __init__(self, port: int, *, width: int, dark: bool = False) -> None:
        self.base = f"http://127.0.0.1:{port}"
        options = {
            "binary": CHROME,
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"],
        }
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self.session = f"/session/{self.post('/session', capabilities={'alwaysMatch': wanted})['sessionId']}"
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.cdp("Emulation.setEmulatedMedia", features=[scheme])

    def post(self, path: str, **body: object) -> dict:
        request = urllib.request.Request(
            self.base + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def cdp(self, cmd: str, **params: object) -> dict:
        return self.post(f"{self.session}/goog/cdp/execute", cmd=cmd, params=params)

    def open(self, path: Path) -> None:
        self.post(f"{self.session}/url", url=path.as_uri())

    def run(self, script: str) -> object:
        return self.post(f"{self.session}/execute/sync", script=script, args=[])

    def log(self) -> list[dict]:
        return self.post(f"{self.session}/se/log", type="browser")

    def picture(self, path: Path) -> None:
        size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12000), "scale": 1}
        shot = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))

    def close(self) -> None:
        request = urllib.request.Request(self.base + self.session, method="DELETE")
        urllib.request.urlopen(request, timeout=60).close()


def start_driver() -> tuple[subprocess.Popen, int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen([DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    return driver, port


@pytest.fixture(scope="module")
def port():
    driver, port = start_driver()
    yield port
    driver.terminate()
    driver.wait(timeout=20)


@pytest.fixture(scope="module")
def browser(port):
    window = Browser(port, width=1100)
    yield window
    window.close()


@pytest.fixture
def page(tmp_path, record):
    path = tmp_path / "record.html"
    path.write_text(render_html([record]), encoding="utf-8")
    return path


def visible(browser: Browser, selector: str) -> int:
    return browser.run(
        f"return [...document.querySelectorAll({selector!r})].filter(e => e.offsetParent !== null).length"
    )


def choose(browser: Browser, name: str, value: str) -> None:
    browser.run(
        f"const f = document.getElementById('filters').elements[{name!r}]; f.value = {value!r};"
        "f.dispatchEvent(new Event('input', {bubbles: true}))"
    )


def test_it_opens_from_disk_without_an_error_or_a_request(browser, page):
    browser.open(page)
    assert [line for line in browser.log() if line["level"] in ("SEVERE", "WARNING")] == []
    assert browser.run("return performance.getEntriesByType('resource').length") == 0
    assert visible(browser, "article.finding") == 7


@pytest.mark.parametrize("width", [360, 1100])
def test_nothing_is_wider_than_the_window(port, page, width):
    window = Browser(port, width=width)
    try:
        window.open(page)
        window.run("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert window.run("return document.documentElement.scrollWidth") <= width
    finally:
        window.close()


def test_a_reading_opens_in_the_text_of_its_report(browser, page):
    browser.open(page)
    browser.run("document.querySelector('#f1-1 details.readings').open = true")
    words = browser.run(
        "const a = document.querySelector('#f1-1 a.open'); location.hash = a.hash; a.click();"
        "return new Promise(done => setTimeout(() => done("
        "[...document.querySelectorAll('mark.lit')].map(m => m.textContent).join('')), 200))"
    )
    assert words == "with 214 people aboard"
    assert visible(browser, "mark.lit") > 0


def test_every_link_has_its_place_and_every_place_one_name(browser, page):
    browser.open(page)
    missing = "return [...document.querySelectorAll('[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
    assert browser.run(f"{missing}.filter(id => !document.getElementById(id))") == []
    ids = "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
    assert browser.run(f"{ids} return ids.filter((id, at) => ids.indexOf(id) !== at)") == []
    assert browser.run("return document.querySelectorAll('ul > :not(li), ol > :not(li), p p, p ul').length") == 0


def test_filters(browser, page):
    browser.open(page)
    browser.run("document.querySelector('#filters details').open = true")
    browser.run("document.querySelector('#filters [value=agreement]').click()")
    assert visible(browser, "article.finding.agreement") == 0
    assert visible(browser, "article.finding.conflict") == 3
    browser.run("document.querySelector('#filters [value=agreement]').click()")
    choose(browser, "independent", "3")
    assert visible(browser, "article.finding") == 3
    choose(browser, "independent", "1")
    choose(browser, "since", "2026-03-12")
    assert browser.run("return document.getElementById('shown').textContent").startswith("3 of 8 findings")
    browser.run("document.querySelector('#filters [type=reset]').click()")
    time.sleep(0.1)
    assert visible(browser, "article.finding") == 7


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        ("independent", "2", Filter(min_independent=2)),
        ("since", "2026-03-05", Filter(since="2026-03-05")),
        ("until", "2026-03-03", Filter(until="2026-03-03")),
        ("outlet", "National Herald", Filter(outlets=("National Herald",))),
        ("entity", "Northline", Filter(entities=("northline",))),
        ("entity", "Ines Falk", Filter(entities=("falk",))),
    ],
)
def test_the_page_filters_as_the_command_line(browser, page, record, field, value, wanted):  # noqa: PLR0917
    kept = filter_record(record, wanted)
    browser.open(page)
    if field in ("outlet", "entity"):
        options = f"[...document.getElementById('filters').elements[{field!r}].options]"
        value = browser.run(f"return {options}.find(o => o.textContent === {value!r}).value")
    choose(browser, field, value)
    counts = "return ['[data-k]', '.timeline', '.voices', '.commitment', '.brief'].map(s => document.querySelectorAll("
    shown = browser.run(
        counts + "(s[0] === '.' && s !== '.commitment' ? s + ' [data-n]' : s) + ':not([hidden])').length)"
    )
    voices = {(voice.speaker, reading_words(record, quote)) for voice in kept.voices for quote in voice.quotes}
    assert shown == [len(kept.findings), len(kept.events), len(voices), len(kept.ledger), len(kept.brief)]


def reading_words(record, place):
    return next(report.text for report in record.reports if report.id == place.report)[place.start : place.end]


def test_what_a_report_says_cannot_run(browser, tmp_path, record):
    sly = "</title></style><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    reports = tuple(
        msgspec.structs.replace(r, title=sly, outlet=sly, url="javascript:document.title='owned'", text=r.text + sly)
        for r in record.reports
    )
    entities = tuple(msgspec.structs.replace(e, name=e.name + sly, aliases=(sly,)) for e in record.entities)
    findings = tuple(msgspec.structs.replace(f, topic=sly, why=sly) for f in record.findings)
    path = tmp_path / "sly.html"
    made = msgspec.structs.replace(record, title=sly, reports=reports, entities=entities, findings=findings)
    path.write_text(render_html([made]), encoding="utf-8")
    browser.open(path)
    assert browser.run("return document.title") == sly
    assert browser.run("return document.scripts.length") == 1
    assert browser.run("return document.images.length") == 0
    assert browser.run("return [...document.links].filter(a => a.protocol === 'javascript:').length") == 0
