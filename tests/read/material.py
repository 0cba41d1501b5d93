"""Pages and archives of our own to read from."""

import gzip

SENTENCES = [
    "The council of Brayford voted on Monday to rebuild the bridge that the flood of last winter had carried away.",
    "Work is to begin in May and will cost 12 million pounds, said Ada Merrow, who leads the council.",
    "“We have driven round by the mill for long enough,” she told the meeting, which ended shortly before midnight.",
    "Four members voted against the plan because the new bridge will be too narrow for buses in both directions.",
]


def article(number=0):
    """A page of HTML with an article in it; the number makes pages differ."""
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return (
        f"<!doctype html><html><head><title>Bridge {number}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Brayford to rebuild its bridge, part {number}</h1>{body}<p>This is page {number} of a long day "
        "in the council chamber of the town.</p></article><footer>About us</footer></body></html>"
    ).encode()


def warc_record(url, body, status="200 OK", kind="text/html; charset=utf-8"):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-10T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc(count, *, zipped=True):
    records = [warc_record(f"https://paper.example/{number}", article(number)) for number in range(count)]
    return [gzip.compress(record) if zipped else record for record in records]
