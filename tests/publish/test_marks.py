from hypothesis import given
from hypothesis import strategies as st

from variorum.model.span import Span
from variorum.publish.marks import Mark, Piece, cut, joined

TEXTS = st.text(min_size=1, max_size=40)
MARKS = st.lists(st.builds(Mark, st.integers(-3, 45), st.integers(-3, 45), st.sampled_from("abc")), max_size=8)


def test_marks_side_by_side_inside_and_across_one_another():
    pieces = cut("0123456789", Span(1, 9), [Mark(0, 3, "a"), Mark(2, 6, "b"), Mark(4, 5, "c")])
    assert pieces == [
        Piece("1", ("a",), ("a",)),
        Piece("2", ("a", "b"), ("b",)),
        Piece("3", ("b",)),
        Piece("4", ("b", "c"), ("c",)),
        Piece("5", ("b",)),
        Piece("678"),
    ]


def test_offsets_count_code_points():
    assert [piece.text for piece in cut("a😀é b", Span(0, 5), [Mark(1, 3, "x")])] == ["a", "😀é", " b"]


@given(TEXTS, MARKS)
def test_every_character_comes_out_once_under_the_marks_over_it(text, marks):
    pieces = cut(text, Span(0, len(text)), marks)
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        for offset in range(at, at + len(piece.text)):
            over = sorted(mark.name for mark in marks if mark.start <= offset < mark.end)
            assert sorted(piece.names) == over
        at += len(piece.text)


def test_spans_with_nothing_but_spaces_between_are_one():
    assert joined([Span(0, 2), Span(3, 5), Span(7, 8)], "ab cd, e") == [Span(0, 5), Span(7, 8)]
