import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.publish.deciding import find_deciding


def decided(words, value, rivals=(), aspect="description"):
    return [words[span.start : span.end] for span in find_deciding(words, value, rivals, aspect)]


@pytest.mark.parametrize(
    ("words", "value", "rivals", "aspect", "expected"),
    [
        ("with 214 people aboard", 214.0, ["A ferry with 241 passengers"], "figure", ["214"]),
        ("Twelve people were hurt", 12.0, ["Nineteen people were hurt"], "figure", ["Twelve"]),
        ("twenty-six people", 26.0, [], "figure", ["twenty-six"]),
        ("pledged $350 billion over 10 years", 3.5e11, ["pledged $400 billion"], "figure", ["$350 billion"]),
        ("a tariff of 25 percent", 25.0, ["15%"], "figure", ["25 percent"]),
        ("some dozens were hurt, 40 by another count", None, ["50 were hurt"], "figure", ["40"]),
        ("carrying heavy fuel oil", "heavy fuel oil", ["carrying diesel fuel"], "description", ["heavy fuel oil"]),
        ("surface-to-air missiles", "surface-to-air", ["sea-to-surface missiles"], "description", ["surface-to-air"]),
        ("opened on Thursday, 12 March", "2026-03-12", ["opened on 13 March"], "date", ["Thursday, 12"]),
        ("left port at 18:40", "2026-03-03T18:40", ["left port at 19:10"], "date", ["18:40"]),
        ("twenty to seven on Tuesday morning", "2026-03-10T06:40", [], "date", ["twenty to seven on Tuesday morning"]),
        ("twenty to seven on Tuesday", "2026-03-10T06:40", ["6:15 on Tuesday"], "date", ["twenty", "seven"]),
        ("had been postponed", "postpone", ["had passed"], "status", ["postponed"]),
        ("struck a reef off Skarn", None, ["struck a reef off Brede"], "place", ["Skarn"]),
        ("the deal was signed", None, ["the deal was not signed"], "status", ["the deal was signed"]),
        ("the deal fell apart", None, ["the deal was signed"], "status", ["fell apart"]),
        ("they met", None, [], "description", ["they met"]),
        (
            "I do not know it, and he is no friend",
            "I do not know it, and he is no friend",
            [],
            "description",
            ["I do not know it, and he is no friend"],
        ),
        (
            "so he said I mean it and I meant it then",
            "I mean it and I meant it",
            [],
            "description",
            ["mean it and I meant it"],
        ),
    ],
)
def test_the_words_that_decide(words, value, rivals, aspect, expected):
    assert decided(words, value, rivals, aspect) == expected


@given(
    st.text(max_size=60),
    st.one_of(st.none(), st.text(max_size=9), st.floats(allow_subnormal=False, allow_nan=True)),
    st.lists(st.text(), max_size=2),
)
def test_they_lie_in_the_words_in_order(words, value, rivals):
    for aspect in ("figure", "date", "place", "description"):
        spans = find_deciding(words, value, rivals, aspect)
        assert all(0 <= span.start <= span.end <= len(words) for span in spans)
        assert spans == sorted(spans)
