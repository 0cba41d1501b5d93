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


def pdf(pages):
    """A PDF of pages of lines, in one column of Helvetica; an empty line is a gap."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        text = "".join(
            f"BT /F1 11 Tf 72 {760 - 15 * row} Td ({line}) Tj ET\n" for row, line in enumerate(lines) if line
        )
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()
