import gzip
import io
import json
import tarfile
import zipfile
from email.message import EmailMessage

import pytest
from tests.read.material import SENTENCES, article, warc, warc_record

from variorum.errors import WrongUse
from variorum.pipeline import read
from variorum.read.options import ReadOptions

TEXT = "\n\n".join(SENTENCES)


def read_all(path, **options):
    """The reports below a path by id, and the refusals."""
    refused = []
    found = {report.id: report for report in read(str(path), options=ReadOptions(**options), refuse=refused.append)}
    return found, refused


def mail(*, html=None, plain=None):
    message = EmailMessage()
    message["From"] = "The Brayford Letter <letter@brayford.example>"
    message["To"] = "reader@post.example"
    message["Subject"] = "Fwd: Brayford to rebuild its bridge"
    message["Date"] = "Tue, 10 Mar 2026 07:30:00 +0100"
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        (message.add_alternative if plain is not None else message.set_content)(html, subtype="html")
    return message.as_bytes()


FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Brayford Post</title><language>en-gb</language>
<item><title>Bridge to be rebuilt</title><link>https://post.example/bridge</link>
<pubDate>Tue, 10 Mar 2026 06:30:00 GMT</pubDate>
<content:encoded><![CDATA[{"".join(f"<p>{s}</p>" for s in SENTENCES)}]]></content:encoded></item>
<item><title>Mill to close</title><link>https://post.example/mill</link>
<description>The mill closes.</description></item>
</channel></rss>"""

NINJS = {
    "uri": "tag:wire.example,2026:1", "type": "text", "pubstatus": "usable", "headline": "Bridge to be rebuilt",
    "byline": "Ada Pell", "versioncreated": "2026-03-10T08:00:00Z", "firstcreated": "2026-03-10T06:00:00Z",
    "language": "en", "subject": [{"name": "infrastructure"}], "copyrightholder": "Wire", "body_text": TEXT,
}  # fmt: skip


def tar_of(files, mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def zip_of(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def lines_of(*reports):
    return "".join(json.dumps(report) + "\n" for report in reports).encode()


def test_a_folder_mixes_everything_whatever_the_endings(tmp_path):
    (tmp_path / "day1").mkdir()
    files = {
        "page": article(), "day1/notes.dat": TEXT.encode(), "letter.txt": mail(plain=TEXT), "feed": FEED.encode(),
        "lines.log": lines_of({"id": "one", "text": TEXT}), "wire.bin": json.dumps(NINJS, indent=1).encode(),
        "crawl": b"".join(warc(2)), "old.page.gz": gzip.compress(article(7)), ".hidden": b"not read",
    }  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    found, refused = read_all(tmp_path)
    assert set(found) == {
        "page", "day1/notes.dat", "letter.txt", "https://post.example/bridge", "one", "tag:wire.example,2026:1",
        "https://paper.example/0", "https://paper.example/1", "old.page",
    }  # fmt: skip
    assert [(refusal.reason, refusal.where) for refusal in refused] == [("not fetched", "https://post.example/mill")]
    assert all("carried away" in report.text for report in found.values())
    assert all("Home" not in report.text for report in found.values())


def test_a_file_alone_is_called_by_its_name(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    assert set(read_all(tmp_path / "a.txt.gz")[0]) == {"a.txt"}
    assert set(read_all(tmp_path / "*.gz")[0]) == {"a.txt"}


def test_a_path_that_names_nothing_is_wrong_use(tmp_path):
    with pytest.raises(WrongUse):
        read_all(tmp_path / "nothing*")


@pytest.mark.parametrize("kind", ["html", "plain", "both"])
def test_mails_give_subject_sender_and_date(tmp_path, kind):
    parts = {"html": {"html": article().decode()}, "plain": {"plain": TEXT}}
    data = mail(**(parts["html"] | parts["plain"] if kind == "both" else parts[kind]))
    (tmp_path / "a.eml").write_bytes(data)
    report = read_all(tmp_path)[0]["a.eml"]
    assert report.title == "Brayford to rebuild its bridge"
    assert report.outlet == "The Brayford Letter"
    assert (report.published, report.published_basis) == ("2026-03-10T07:30+01:00", "metadata")
    assert "carried away" in report.text


def test_feed_entries_carry_what_the_feed_says(tmp_path):
    (tmp_path / "feed.xml").write_text(FEED)
    report = read_all(tmp_path)[0]["https://post.example/bridge"]
    assert (report.title, report.outlet, report.published) == (
        "Bridge to be rebuilt",
        "Brayford Post",
        "2026-03-10T06:30Z",
    )
    assert report.url == "https://post.example/bridge"


def test_ninjs_fields_are_taken(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(NINJS))
    (tmp_path / "b.json").write_text(json.dumps({**NINJS, "uri": "x", "pubstatus": "canceled"}))
    found, refused = read_all(tmp_path)
    report = found["tag:wire.example,2026:1"]
    assert (report.title, report.authors, report.credit) == ("Bridge to be rebuilt", ("Ada Pell",), "Wire")
    assert (report.published, report.updated) == ("2026-03-10T06:00:00Z", "2026-03-10T08:00:00Z")
    assert report.section == "infrastructure"
    assert report.text == TEXT
    assert [refusal.reason for refusal in refused] == ["not an article"]


def test_a_list_of_reports_in_one_document(tmp_path):
    (tmp_path / "all.json").write_text(json.dumps([{"id": "a", "text": "One."}, {"id": "b", "text": "Two."}], indent=2))
    assert set(read_all(tmp_path)[0]) == {"a", "b"}


def test_texts_of_lines_are_taken_as_they_are(tmp_path):
    text = "  Home | News\n\nThe text of a line is never changed.  "
    (tmp_path / "a.jsonl").write_bytes(lines_of({"id": "a", "text": text}))
    assert read_all(tmp_path)[0]["a"].text == text


@pytest.mark.parametrize(
    "pack", [zip_of, tar_of, lambda files: tar_of(files, "w:gz"), lambda f: zip_of({"in.zip": zip_of(f)})]
)
def test_archives_are_read_through(tmp_path, pack):
    (tmp_path / "a.pack").write_bytes(
        pack({"x/a.html": article(), "b.txt.gz": gzip.compress(TEXT.encode()), ".DS_Store": b"?"})
    )
    found, refused = read_all(tmp_path)
    assert sorted(name.rsplit("/", 1)[-1] for name in found) == ["a.html", "b.txt"]
    assert refused == []


def test_a_compressed_tar_is_called_without_its_ending(tmp_path):
    (tmp_path / "day.tar.gz").write_bytes(tar_of({"a.html": article()}, "w:gz"))
    assert set(read_all(tmp_path)[0]) == {"day/a.html"}


def test_bombs_cost_a_refusal(tmp_path):
    bomb = b"a" * 50_000_000
    (tmp_path / "a.gz").write_bytes(gzip.compress(bomb))
    (tmp_path / "b.zip").write_bytes(zip_of({"bomb": bomb, "good.txt": TEXT.encode()}))
    (tmp_path / "c.tar.gz").write_bytes(tar_of({"bomb": bomb, "good.txt": TEXT.encode()}, "w:gz"))
    (tmp_path / "d.zip").write_bytes(zip_of({"1": zip_of({"2": zip_of({"3": zip_of({"4": zip_of({"5": b"x"})})})})}))
    found, refused = read_all(tmp_path, most_bytes=1_000_000)
    assert set(found) == {"b.zip/good.txt", "c/good.txt"}
    assert [refusal.reason for refusal in refused] == ["too large"] * 4


def test_an_archive_of_too_much_is_left(tmp_path):
    (tmp_path / "a.zip").write_bytes(zip_of({f"{number:03}.txt": TEXT.encode() for number in range(50)}))
    found, refused = read_all(tmp_path, most_members=10)
    assert len(found) == 10
    assert [refusal.reason for refusal in refused] == ["too large"]


@pytest.mark.parametrize("zipped", [True, False])
def test_warc_pages_are_called_by_their_address(tmp_path, zipped):
    (tmp_path / "a.warc").write_bytes(b"".join(warc(3, zipped=zipped)))
    found, refused = read_all(tmp_path)
    assert set(found) == {f"https://paper.example/{number}" for number in range(3)}
    assert found["https://paper.example/1"].url == "https://paper.example/1"
    assert refused == []


def test_broken_records_cost_themselves_only(tmp_path):
    records = warc(40)
    for broken in (1, 9, 10, 25):
        records[broken] = records[broken][:60] + bytes(40) + records[broken][100:]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(records)[:-80])
    found, refused = read_all(tmp_path)
    assert set(found) == {f"https://paper.example/{number}" for number in set(range(39)) - {1, 9, 10, 25}}
    assert len(refused) == 5
    assert all(refusal.reason == "not readable" for refusal in refused)


def test_answers_that_are_no_pages_are_passed_over(tmp_path):
    records = [
        warc_record("https://paper.example/gone", b"gone", "404 Not Found"),
        warc_record("https://paper.example/picture", b"\xff\xd8", kind="image/jpeg"),
        warc_record("https://paper.example/page", article()),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    found, refused = read_all(tmp_path)
    assert set(found) == {"https://paper.example/page"}
    assert refused == []


def test_lines_of_a_site_go_wherever_they_stand(tmp_path):
    site = "Harbour lights and tide tables daily"
    blurb = "All our readers are also our owners, and each has one vote in the yearly meeting of the paper."
    others = [
        "The mill will close in June, its owner said.",
        "A lorry overturned on the coast road at noon.",
        "Snow is forecast for the hills from Thursday on.",
        "The choir sang for the last time in the old hall.",
    ]
    for number, sentence in enumerate(others):
        body = "\n\n".join(
            f"{sentence} It was the {word} thing that day which people talked of." for word in ("first", "second")
        )
        (tmp_path / f"{number}.txt").write_text(f"{site}\n\n{body}\n\n{site}\n\n{blurb}\n")
    found, _ = read_all(tmp_path)
    assert len(found) == 4
    for number, sentence in enumerate(others):
        text = found[f"{number}.txt"].text
        assert sentence in text
        assert site not in text
        assert blurb not in text


def test_a_wire_copy_in_three_papers_loses_nothing(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Bridge will be rebuilt\n\n{TEXT}\n")
    found, _ = read_all(tmp_path)
    assert {report.text for report in found.values()} == {TEXT}
    assert {report.title for report in found.values()} == {"Bridge will be rebuilt"}


def test_an_empty_answer_in_an_archive_is_no_address_to_fetch(tmp_path):
    (tmp_path / "a.warc").write_bytes(warc_record("https://paper.example/empty", b""))
    found, refused = read_all(tmp_path)
    assert found == {}
    assert [(refusal.reason, refusal.where) for refusal in refused] == [("no text", "https://paper.example/empty")]


def test_news_site_maps_name_their_pages_and_wait_for_leave(tmp_path):
    entry = (
        "<url><loc>https://post.example/bridge</loc><news:news><news:publication><news:name>Post</news:name>"
        "</news:publication><news:publication_date>soon</news:publication_date><news:title>Bridge</news:title></news:news></url>"
    )
    space = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    (tmp_path / "map.xml").write_text(f"<urlset {space}>{entry}</urlset>")
    found, refused = read_all(tmp_path)
    assert found == {}
    assert [(refusal.reason, refusal.where) for refusal in refused] == [("not fetched", "https://post.example/bridge")]


def test_an_empty_folder_is_named(tmp_path):
    refused = []
    assert list(read(str(tmp_path), refuse=refused.append)) == []
    assert [str(refusal) for refusal in refused] == [f"{tmp_path}: the folder holds no file"]


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "Readme", "LICENSE", "CHANGELOG.md"])
def test_what_tells_of_the_folder_is_no_report_of_it_unless_named(tmp_path, name):
    (tmp_path / "page.html").write_bytes(article(1))
    (tmp_path / name).write_bytes(article(2))
    found, refused = read_all(tmp_path)
    assert list(found) == ["page.html"]
    assert [(each.where, each.reason) for each in refused] == [(name, "left out")]
    assert list(read_all(tmp_path / name)[0]) == [name]


def read_given(*paths):
    refused = []
    found = [report.id for report in read([str(path) for path in paths], refuse=refused.append)]
    return found, [(refusal.where, refusal.reason) for refusal in refused]


def test_a_readme_that_a_glob_names_is_left_out_and_one_given_alone_is_read(tmp_path):
    (tmp_path / "page.html").write_bytes(article(1))
    (tmp_path / "README.md").write_bytes(article(2))
    (tmp_path / "LICENSE").write_bytes(article(3))
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "late.html").write_bytes(article(4))
    beside = [("LICENSE", "left out"), ("README.md", "left out")]
    assert read_given(tmp_path / "*") == (["late.html", "page.html"], beside)
    assert read_given(*sorted(tmp_path.iterdir())) == (["late.html", "page.html"], beside)
    assert read_given(tmp_path / "README.md", tmp_path / "LICENSE") == (["README.md", "LICENSE"], [])
    assert read_given(tmp_path / "README.md", tmp_path / "more" / "late.html") == (["README.md", "late.html"], [])


@pytest.mark.parametrize(("pack", "name"), [(zip_of, "a.zip"), (tar_of, "a.tar")])
def test_a_readme_in_an_archive_is_left_out(tmp_path, pack, name):
    (tmp_path / name).write_bytes(pack({"in/README.md": article(1), "in/page.html": article(2)}))
    found, refused = read_given(tmp_path / name)
    assert [each.rpartition("/")[2] for each in found] == ["page.html"]
    assert [(where.rpartition("/")[2], reason) for where, reason in refused] == [("README.md", "left out")]


def test_a_folder_with_nothing_but_a_readme_is_named(tmp_path):
    (tmp_path / "README.md").write_bytes(article(1))
    assert read_given(tmp_path) == ([], [(str(tmp_path), "no text"), ("README.md", "left out")])


@pytest.mark.parametrize("name", ["notice.html", "authors.txt", "license-to-fish.html"])
def test_a_report_may_be_called_after_what_it_tells(tmp_path, name):
    (tmp_path / name).write_bytes(article(1))
    assert list(read_all(tmp_path)[0]) == [name]
