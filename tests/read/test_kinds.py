import gzip

import pytest

from variorum.read.kinds import kind_of

PAGE = "<!DOCTYPE html>\n<html><body><p>Words.</p></body></html>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n  ", "empty"),
        (PAGE.encode(), "html"),
        (PAGE.encode("utf-16"), "html"),
        (b"\xef\xbb\xbf" + PAGE.encode(), "html"),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html xmlns='x'>", "html"),
        (b"<div class='a'><p>A part of a page.</p></div>", "html"),
        (b"Words first, <b>then</b> a tag or two.", "text"),
        (b"5 < 6 and 7 > 4, said the teacher.", "text"),
        (b"<p>One</p>\n<p>Two</p>\n<p>Three</p>", "html"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<?xml version='1.0'?>\n<urlset xmlns='x'>", "sitemap"),
        (b'{"id": "a"', "json"),
        (b'\n [ {"id": "a"}]', "json"),
        (b"[Editor's note: this was first told in May.]", "text"),
        (b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nDate: y\r\n\r\nWords", "mail"),
        (b"From x Tue Mar 10\nFrom: a@b.example\nTo: c\nSubject: x\n\nWords", "mail"),
        (b"Title: A bridge\nSource: The Post\nDate: 10 March 2026\n\nWords", "text"),
        (b"Merrow: Yes.\nReporter: When?\nMerrow: In May.", "text"),
        (b"%PDF-1.7", "pdf"),
        (gzip.compress(b"x", mtime=0), "gzip"),
        (b"PK\x03\x04", "zip"),
        (b"WARC/1.0\r\n", "warc"),
        (bytes(257) + b"ustar" + bytes(200), "tar"),
        (b"\x00\x01\x02\x03" * 20, "binary"),
        ("Größe über alles".encode("latin-1"), "text"),
        ("한국어 기사".encode("euc-kr"), "text"),
        ("日本語の記事".encode("iso2022_jp"), "text"),
        ("words".encode("utf-16"), "text"),
        ("words".encode("utf-32"), "text"),
    ],
)
def test_bytes_tell_what_they_are(data, kind):
    assert kind_of(data) == kind
