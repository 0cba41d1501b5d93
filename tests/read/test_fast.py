"""The fast mode: scripts cut out of the bytes cost no word, whatever the character set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.fast import drop_scripts, read_fast
from variorum.read.pages import Page

TEXT = "The council of Brayford voted on Monday to rebuild the bridge that the flood had carried away."
JAPANESE = "市議会は月曜日、昨冬の洪水で流された橋を再建することを決めた。工事は五月に始まり、二年かかる見込みだ。"


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        (b"<p>a</p><script>var x = '<p>b</p>';</script><p>c</p>", b"<p>a</p><p>c</p>"),
        (b"<script src='x'></script><script>1</script>", b""),
        (b"<p>a</p><script>never closed", b"<p>a</p><script>never closed"),
        (b"no markup", b"no markup"),
        (b"", b""),
    ],
)
def test_scripts_go_and_all_else_stays(markup, left):
    assert drop_scripts(markup) == left


@given(st.binary(max_size=200))
def test_bytes_without_scripts_are_left_as_they_are(data):
    assert b"<script" in data or drop_scripts(data) == data


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
