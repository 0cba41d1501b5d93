import textwrap

import pytest
from tests.read.material import SENTENCES, pdf

from variorum.errors import NoText, NotReadable
from variorum.read.pages import Page
from variorum.read.pdf import text_of_pdf
from variorum.read.reading import read_pages

PLAIN = [sentence.replace("“", '"').replace("”", '"') for sentence in SENTENCES]


def column(number, count):
    """A page with a running head, wrapped paragraphs and a page number."""
    body = [line for sentence in PLAIN for line in [*textwrap.wrap(f"{sentence} {sentence}", 80), ""]]
    return ["The Brayford Post", "", *body, f"Page {number} of {count}"]


def test_wrapped_lines_become_paragraphs():
    text = text_of_pdf(pdf([["Brayford", "", *textwrap.wrap(" ".join(PLAIN), 70)]]), "a.pdf")
    assert text.split("\n")[1].split() == " ".join(PLAIN).split()


def test_running_heads_and_page_numbers_go():
    text = text_of_pdf(pdf([column(number, 4) for number in range(1, 5)]), "a.pdf")
    assert "Brayford Post" not in text
    assert "Page 2" not in text
    assert text.count(PLAIN[1]) == 8


def test_a_pdf_is_read_as_a_report():
    report = read_pages(
        [Page(id="a.pdf", data=pdf([["A bridge for Brayford", "", *textwrap.wrap(" ".join(PLAIN), 80)]]))]
    )[0]
    assert report.title == "A bridge for Brayford"
    assert report.text == " ".join(PLAIN)


def test_a_scan_has_no_text():
    with pytest.raises(NoText, match="scan"):
        text_of_pdf(pdf([[]]), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7", pdf([["x"]])[:100]])
def test_a_broken_pdf_is_refused(data):
    with pytest.raises((NotReadable, NoText)):
        text_of_pdf(data, "a.pdf")
