from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.order import annotate_batch
from variorum.model.report import Report

words = st.lists(
    st.sampled_from(
        ['"', "“", "”", "’", " said ", "Ann Lee", " that ", "he ", "rain ", ".", ", ", "\n", "😀", "é", "12 "]
    ),
    max_size=40,
)


@cache
def voices_of(text):
    """Source, cue, contents and directness of each attribution, as words."""
    [report] = annotate_batch([Report(id="r", text=text, language="en")])

    def said(span):
        return text[span.start : span.end] if span is not None else None

    return [
        (said(each.source), said(each.cue), tuple(said(part) for part in each.content), each.direct)
        for each in report.layers.attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bridge will close in May, the city said on Tuesday.",
            ("the city", "said", ("The bridge will close in May",), False),
        ),
        ("“We cannot wait,” Mayor Ida Holm said.", ("Mayor Ida Holm", "said", ("“We cannot wait,”",), True)),
        (
            "Officials said that the road would open on Friday.",
            ("Officials", "said", ("that the road would open on Friday",), False),
        ),
        (
            "According to the report, two in five bridges need repair.",
            ("the report", "According to", ("two in five bridges need repair",), False),
        ),
        (
            "“We cannot wait,” Holm said. “The bridge is sinking.”",
            ("Holm", "said", ("“We cannot wait,”", "“The bridge is sinking.”"), True),
        ),
    ],
)
def test_speech_is_found_with_its_source_and_cue(text, expected):
    assert voices_of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "12 34 56",
        "😀😀",
        "a" * 100_000,
        "The bridge closed in May.",
        "THE BRIDGE CLOSED IN MAY",
        "\n\n\n",
        "”“" * 50,
    ],
)
def test_nothing_is_said_where_nobody_speaks(text):
    assert voices_of(text) == []


def test_offsets_hold_after_signs_beyond_the_basic_plane():
    [(source, _, content, _)] = voices_of("😀 🎉 “We cannot wait,” Mayor Ida Holm said.")
    assert (source, content) == ("Mayor Ida Holm", ("“We cannot wait,”",))


@settings(max_examples=25, deadline=None)
@given(words)
def test_contents_lie_in_the_text_in_order(parts):
    text = "".join(parts)
    [report] = annotate_batch([Report(id="r", text=text, language="en")])
    for each in report.layers.attributions:
        ends = 0
        for part in each.content:
            assert ends <= part.start < part.end <= len(text)
            ends = part.end


def test_reports_do_not_depend_on_one_another():
    texts = ["“We cannot wait,” Holm said.", "Officials said that the road would open.", "Rain fell."]
    together = annotate_batch([Report(id=text, text=text, language="en") for text in texts])
    for report in together:
        [alone] = annotate_batch([Report(id=report.id, text=report.text, language="en")])
        assert alone.layers.attributions == report.layers.attributions


@pytest.mark.parametrize(
    "text",
    [
        "Ella Quill met the press. “We are very sorry for this,” the newspaper quoted her as saying on Monday.",
        "“We are very sorry for this,” the Harbour Herald quoted Ella Quill as saying on Monday.",
        "“We are very sorry for this,” Ella Quill was quoted by the Harbour Herald as saying on Monday.",
    ],
)
def test_whoever_is_quoted_speaks(text):
    [report] = annotate_batch([Report(id="r", text=text, language="en")])
    speakers = {each.speaker for each in report.layers.attributions if each.direct}
    assert speakers == {"ella-quill"}
