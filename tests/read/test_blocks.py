"""A page as blocks: every visible word once, in order, split where the layout splits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.page.blocks import MOST_DEPTH, TooDeep, find_blocks, split_names
from variorum.read.page.body import join_blocks
from variorum.read.page.markup import body_of, flatten, parse


def blocks_of(markup):
    return find_blocks(body_of(parse(f"<html><body>{markup}</body></html>")))


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>One <b>bold</b> word</p><p>Two</p>", ["One bold word", "Two"]),
        ("<div>Loose<p>Paragraph</p>text</div>", ["Loose", "Paragraph", "text"]),
        ("First<br><br>Second<br>same", ["First", "Second\nsame"]),
        ("<p>a<script>var x</script>b<style>p{}</style>c</p>", ["abc"]),
        ("<ul><li>one</li><li>two <a href='/'>link</a></li></ul>", ["one", "two link"]),
        ("<p>  spread \n\t out\u00a0wide </p>", ["spread out wide"]),
        ("<p></p><div> </div><br>", []),
        ("<span>in</span><span>line</span>", ["inline"]),
        ("<p>x<!-- not seen -->y</p>", ["xy"]),
    ],
)
def test_words_are_cut_where_the_layout_cuts(markup, texts):
    assert [block.text for block in blocks_of(markup)] == texts


def test_links_and_bold_are_counted_in_characters():
    (block,) = blocks_of("<p>See <a href='/'>the <b>report</b></a> now</p>")
    assert (block.links, block.bold) == (9, 6)


def test_an_element_knows_its_blocks():
    first, second, third = blocks_of("<div class='articleBody main-text'><p>a</p><p>b</p></div><p>c</p>")
    around = first.node.parent
    assert around is second.node.parent
    assert (around.start, around.end) == (0, 2)
    assert around.tokens == ("article", "body", "main", "text")
    assert (third.node.start, third.node.end) == (2, 3)


def test_names_are_split_into_words():
    assert split_names("article__relatedBox teaser-2 X") == ("article", "related", "box", "teaser")


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<ul><li>a</li><li>b</li></ul><p>c</p>", ["a\nb", "c"]),
        ("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>", ["a | 1", "b | 2"]),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", ["a", "b"]),
        ("<dl><dt>a</dt><dd>b</dd></dl>", ["a\nb"]),
    ],
)
def test_lists_and_rows_are_one_paragraph(markup, paragraphs):
    assert join_blocks(blocks_of(markup)) == paragraphs


@pytest.mark.parametrize("depth", [MOST_DEPTH + 1, 5_000, 100_000])
def test_what_is_nested_too_deep_is_flattened_and_nothing_is_lost(depth):
    markup = f"<html><body>{'<div>' * depth}<p>deep</p>{'</div>' * depth}<p>after</p></body></html>"
    if depth < 1_000:
        with pytest.raises(TooDeep):
            find_blocks(body_of(parse(markup)))
    assert [block.text for block in find_blocks(body_of(parse(flatten(markup))))] == ["deep", "after"]


@given(
    st.lists(
        st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<br>", "word ", "<li>", "&amp;"]),
        max_size=60,
    )
)
def test_no_word_is_lost_however_tags_are_nested(parts):
    words = sum(part == "word " for part in parts)
    text = " ".join(block.text for block in blocks_of("".join(parts)))
    assert text.count("word") == words
