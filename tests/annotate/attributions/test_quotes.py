import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotate.attributions.quotes import find_quotes
from variorum.text.split import split_paragraphs

pieces = st.lists(
    st.sampled_from(['"', "“", "”", "‘", "’", "'", " ", "word", "it’s", ".", ",", "\n", "😀", "(", "–"]), max_size=60
)


def quoted(text):
    return [text[q.span.start : q.span.end] for q in find_quotes(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We will go," she said. "Soon."', ['"We will go,"', '"Soon."']),
        ("“We will go,” she said.", ["“We will go,”"]),
        ('“Mixed marks are common," he said.', ['“Mixed marks are common,"']),
        ("She called it ‘a bad joke’ on Friday.", ["‘a bad joke’"]),
        ("The boss said: 'Not today'.", ["'Not today'"]),
        ("It’s the players’ choice, isn’t it?", []),
        ("The '90s were the boys' years.", []),
        ("He said \"she told me 'never again' twice\".", ["\"she told me 'never again' twice\""]),
        ("“The first part.\n“The second part,” she said.", ["“The first part.", "“The second part,”"]),
        ('A 12" pipe and a 6" one', []),
        ("“He calls it “a dead end” again,” she said.", ["“He calls it “a dead end” again,”"]),
        ("“Unclosed, she said. “Another one.”", ["“Unclosed, she said. “Another one.”"]),
        ("``Old marks,'' he wrote.", ["``Old marks,''"]),
        ("no quotes here", []),
        ("", []),
    ],
)
def test_quotations_keep_their_marks(text, found):
    assert quoted(text) == found


def test_an_open_quotation_ends_with_its_paragraph():
    text = "“It began there.\nNothing more is quoted."
    [quote] = find_quotes(text, split_paragraphs(text))
    assert not quote.closed
    assert text[quote.span.start : quote.span.end] == "“It began there."


@given(pieces)
def test_quotations_lie_in_order_inside_the_text(parts):
    text = "".join(parts)
    quotes = find_quotes(text, split_paragraphs(text))
    ends = 0
    for quote in quotes:
        assert ends <= quote.span.start < quote.span.end <= len(text)
        ends = quote.span.end
