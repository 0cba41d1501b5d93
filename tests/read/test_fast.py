"""The fast mode: what it leaves unread costs no word, whatever the character set."""

import time

import pytest

from variorum.read.page.fast import read_fast
from variorum.read.pages import Page

TEXT = "The council of Brayford voted on Monday to rebuild the bridge that the flood had carried away."
JAPANESE = "市議会は月曜日、昨冬の洪水で流された橋を再建することを決めた。工事は五月に始まり、二年かかる見込みだ。"


def test_the_headline_is_the_heading_without_the_name_of_the_site():
    markup = (
        "<title>Bridge to be rebuilt | Brayford Post</title><h2>Brayford Post</h2>"
        f"<article><h1>Bridge to be <i>rebuilt</i></h1><p>{TEXT}</p></article>"
    )
    report = read_fast(Page(id="page", data=markup.encode()), 5)
    assert (report.title, report.text) == ("Bridge to be rebuilt", TEXT)


def test_a_frame_that_leaves_no_text_is_given_up():
    markup = f"<body><main><h1>Bridge to be rebuilt</h1></main><div><p>{TEXT}</p><p>{TEXT}</p></div></body>"
    assert TEXT in read_fast(Page(id="page", data=markup.encode()), 5).text


def test_what_stands_behind_the_last_sentence_goes_unless_it_is_long():
    teasers = "<p>Flood at mill</p><p>More on bridges in Brayford</p>"
    items = "".join(f"<li>{number} bags of cement, sand and lime</li>" for number in range(9))
    page = f"<article><h1>Bridge to be rebuilt</h1><p>{TEXT}</p><p>{TEXT[::-1]}.</p>{{}}</article>"
    short = read_fast(Page(id="page", data=page.format(teasers).encode()), 5)
    long = read_fast(Page(id="page", data=page.format(f"<ul>{items}</ul>").encode()), 5)
    assert short.text == f"{TEXT}\n\n{TEXT[::-1]}."
    assert long.text.endswith("8 bags of cement, sand and lime")


def test_the_day_is_taken_from_data_where_no_meta_element_has_it():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-05T08:00"}</script>'
    meta = '<meta property="article:published_time" content="2024-03-04">'
    page = f"<article><h1>Bridge to be rebuilt</h1><p>{TEXT}</p></article>"
    assert read_fast(Page(id="page", data=(data + page).encode()), 5).published == "2024-03-05T08:00"
    assert read_fast(Page(id="page", data=(meta + data + page).encode()), 5).published == "2024-03-04"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "shift_jis", "euc_jp", "iso2022_jp"])
def test_text_in_any_set_is_read(encoding):
    markup = (
        f"<html><head><meta charset='{encoding}'><title>橋の再建</title><script>var a = 1;</script></head><body>"
        f"<article><h1>橋の再建</h1><p>{JAPANESE}</p><p>{JAPANESE[::-1]}</p></article></body></html>"
    )
    assert JAPANESE in read_fast(Page(id="page", data=markup.encode(encoding)), 1).text


def test_words_that_were_decoded_wrongly_before_are_repaired():
    markup = (
        f"<html><body><article><p>{TEXT}</p><p>MÃ¼nchen und KÃ¶ln bauen keine BrÃ¼cken.</p></article></body></html>"
    )
    assert "München und Köln" in read_fast(Page(id="page", data=markup.encode()), 5).text


def test_items_of_a_list_get_no_marks_that_the_page_lacks():
    items = "".join(f"<li>{TEXT} It was plan {number}.</li>" for number in range(4))
    text = read_fast(Page(id="page", data=f"<article><p>{TEXT}</p><ul>{items}</ul></article>".encode()), 5).text
    assert "•" not in text


@pytest.mark.parametrize(
    ("lines", "published", "basis"),
    [
        ("<p>Brayford, 6 March 2024</p>", "2024-03-06", "header"),
        ("<span>06.03.2024</span>", "2024-03-06", "header"),
        ('<span itemprop="datePublished" content="2024-03-07">Thursday</span>', "2024-03-07", "metadata"),
        (f"<p>{TEXT} {TEXT} It is to open on 6 March 2024.</p>", None, None),
    ],
)
def test_the_day_is_taken_from_a_line_below_the_headline_where_no_stamp_has_it(lines, published, basis):
    markup = f"<article><h1>Bridge to be rebuilt</h1>{lines}<p>{TEXT}</p></article>"
    report = read_fast(Page(id="page", data=markup.encode()), 5)
    assert (report.published, report.published_basis) == (published, basis)


def test_words_in_thousands_of_elements_are_found_in_time():
    nested = "<div>" * 50_000 + f"<p>{TEXT}</p>" + "</div>" * 50_000
    start = time.process_time()
    text = read_fast(Page(id="page", data=f"<body>{nested}<p>{TEXT}</p></body>".encode()), 5).text
    assert text.count(TEXT) == 2
    assert time.process_time() - start < 3
