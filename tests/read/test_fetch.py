import gzip
import time

import pytest
from tests.read.material import article

from variorum.errors import NotFetched, TooLarge, TooSlow, WrongUse
from variorum.pipeline import read
from variorum.read.intake import fetch
from variorum.read.intake.fetch import Fetcher
from variorum.read.options import FetchOptions, ReadOptions
from variorum.read.pages import Page

HTML = {"Content-Type": "text/html; charset=utf-8"}


def fetcher(**options):
    return Fetcher(FetchOptions(**{"allow_private": True, "delay_s": 0.0, **options}))


def test_a_page_comes_with_its_address_and_type(server):
    server.pages["/a"] = (200, HTML, article())
    page = fetcher().fetch(f"{server.url}/a")
    assert isinstance(page, Page)
    assert (page.id, page.data, page.content_type) == (f"{server.url}/a", article(), HTML["Content-Type"])


def test_redirects_are_followed_and_counted(server):
    for step in range(8):
        server.pages[f"/{step}"] = (302, {"Location": f"/{step + 1}"}, b"")
    server.pages["/8"] = (200, HTML, article())
    assert isinstance(fetcher(most_redirects=8).fetch(f"{server.url}/0"), Page)
    refusal = fetcher(most_redirects=3).fetch(f"{server.url}/0")
    assert isinstance(refusal, NotFetched)
    assert "more than 3 redirects" in refusal.what


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://169.254.169.254/x",
            "http://192.168.0.1/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/"],
)  # fmt: skip
def test_private_addresses_are_refused(url):
    refusal = fetcher(allow_private=False).fetch(url)
    assert isinstance(refusal, NotFetched)
    assert "private network" in refusal.what


@pytest.mark.parametrize("url", ["ftp://paper.example/x", "file:///etc/passwd", "http:///x", "javascript:alert(1)"])
def test_other_schemes_are_refused(url):
    assert isinstance(fetcher().fetch(url), NotFetched)


def test_a_redirect_to_another_scheme_is_refused(server):
    server.pages["/a"] = (302, {"Location": "file:///etc/passwd"}, b"")
    assert "only http and https" in fetcher().fetch(f"{server.url}/a").what


def test_a_redirect_to_a_private_address_is_refused(server, monkeypatch):
    server.pages["/a"] = (302, {"Location": "http://10.0.0.1/secret"}, b"")
    one = fetcher()
    asked = []
    # Loopback stands for the open web here, all else is checked as ever.
    one.options = FetchOptions(allow_private=False, delay_s=0.0)
    check = Fetcher._refuse_private
    monkeypatch.setattr(
        Fetcher, "_refuse_private", lambda self, url, ip: asked.append(ip) or (ip == "127.0.0.1" or check(url, ip))
    )
    refusal = one.fetch(f"{server.url}/a")
    assert isinstance(refusal, NotFetched)
    assert "10.0.0.1" in refusal.what
    assert [path for path, *_ in server.requests] == ["/robots.txt", "/a"]


def test_robots_are_heeded_and_asked_once(server):
    server.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private/\n")
    server.pages["/open"] = server.pages["/private/x"] = (200, HTML, article())
    one = fetcher()
    assert isinstance(one.fetch(f"{server.url}/open"), Page)
    refusal = one.fetch(f"{server.url}/private/x")
    assert isinstance(refusal, NotFetched)
    assert "robots.txt" in refusal.what
    assert [path for path, *_ in server.requests] == ["/robots.txt", "/open"]


def test_a_host_whose_robots_fail_allows_nothing(server):
    server.pages["/robots.txt"] = (503, {}, b"")
    server.pages["/a"] = (200, HTML, article())
    assert isinstance(fetcher().fetch(f"{server.url}/a"), NotFetched)


def test_a_pause_between_requests_to_one_host(server, monkeypatch):
    server.pages["/a"] = server.pages["/b"] = (200, HTML, article())
    pauses = []
    monkeypatch.setattr(fetch.time, "sleep", pauses.append)
    one = fetcher(delay_s=1000.0, whole_s=100_000.0)
    one.fetch(f"{server.url}/a")
    one.fetch(f"{server.url}/b")
    assert [path for path, *_ in server.requests] == ["/robots.txt", "/a", "/b"]
    assert len(pauses) == 2
    assert all(900 < pause <= 1000 for pause in pauses)


def test_a_host_may_ask_for_a_longer_pause(server, monkeypatch):
    server.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 30\n")
    server.pages["/a"] = (200, HTML, article())
    pauses = []
    monkeypatch.setattr(fetch.time, "sleep", pauses.append)
    fetcher().fetch(f"{server.url}/a")
    assert len(pauses) == 1
    assert 20 < pauses[0] <= 30


def test_a_page_that_is_too_large_is_not_read_to_its_end(server):
    server.pages["/a"] = (200, HTML, b"x" * 300_000)
    assert isinstance(fetcher(most_bytes=10_000).fetch(f"{server.url}/a"), TooLarge)


def test_a_packed_page_counts_as_unpacked(server):
    server.pages["/a"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"x" * 3_000_000))
    assert isinstance(fetcher(most_bytes=100_000).fetch(f"{server.url}/a"), TooLarge)


def test_a_server_that_drips_is_left(server):
    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        try:
            for _ in range(200):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.02)
        except OSError:
            pass

    server.pages["/a"] = drip
    started = time.monotonic()
    assert isinstance(fetcher(timeout_s=1.0, whole_s=0.2).fetch(f"{server.url}/a"), TooSlow)
    assert time.monotonic() - started < 1.5


def test_a_server_that_is_silent_is_left(server):
    server.pages["/a"] = lambda handler: time.sleep(0.6)
    assert isinstance(fetcher(timeout_s=0.1).fetch(f"{server.url}/a"), TooSlow)


def test_an_answer_that_breaks_off_is_refused(server):
    server.pages["/a"] = (200, {**HTML, "Content-Length": "100000", "Connection": "close"}, article())

    def breaks(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(article())
        handler.close_connection = True

    server.pages["/a"] = breaks
    assert isinstance(fetcher().fetch(f"{server.url}/a"), NotFetched)


@pytest.mark.parametrize("status", [404, 403, 500, 429])
def test_errors_name_their_status(server, status):
    server.pages["/a"] = (status, {}, b"")
    assert str(status) in fetcher().fetch(f"{server.url}/a").what


def test_an_unchanged_page_is_not_sent_twice(server, tmp_path):
    server.pages["/a"] = (200, {**HTML, "ETag": '"one"'}, article(1))
    first = fetcher(cache=str(tmp_path)).fetch(f"{server.url}/a")
    again = fetcher(cache=str(tmp_path)).fetch(f"{server.url}/a")
    assert again == first
    assert server.requests[-1][1]["If-None-Match"] == '"one"'
    server.pages["/a"] = (200, {**HTML, "ETag": '"two"'}, article(2))
    assert fetcher(cache=str(tmp_path)).fetch(f"{server.url}/a").data == article(2)


def test_addresses_need_leave():
    with pytest.raises(WrongUse, match="--fetch"):
        list(read("https://paper.example/x"))


def allowed(**options):
    return ReadOptions(fetch=FetchOptions(allow_private=True, delay_s=0.0, **options))


def test_read_fetches_pages_where_allowed(server):
    server.pages["/a"] = (200, HTML, article())
    refused = []
    found = list(read([f"{server.url}/a", f"{server.url}/gone"], options=allowed(), refuse=refused.append))
    assert [report.id for report in found] == [f"{server.url}/a"]
    assert [refusal.reason for refusal in refused] == ["not fetched"]


def test_a_site_map_is_followed(server):
    entries = "".join(f"<url><loc>{server.url}/{name}</loc></url>" for name in "ab")
    server.pages["/map.xml"] = (200, {"Content-Type": "application/xml"}, f"<urlset>{entries}</urlset>".encode())
    server.pages["/a"] = (200, HTML, article(1))
    server.pages["/b"] = (200, HTML, article(2))
    found = list(read(f"{server.url}/map.xml", options=allowed()))
    assert [report.id for report in found] == [f"{server.url}/a", f"{server.url}/b"]
