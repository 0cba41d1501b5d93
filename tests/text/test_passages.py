from hypothesis import given
from hypothesis import strategies as st
from tests.group.stories_told import LETTER, LOCAL, OTHER, WIRE

from variorum.model.report import Report
from variorum.text.passages import find_shared_passages

PARAGRAPH = WIRE.splitlines()[2]


def test_a_wire_paragraph_used_by_two_is_found_in_its_place():
    a = Report(id="a", text=OTHER + PARAGRAPH + "\n")
    b = Report(id="b", text=PARAGRAPH + "\n" + LOCAL)
    (passage,) = find_shared_passages([b, a])
    assert a.text[passage.first.start : passage.first.end] == PARAGRAPH.rstrip(".")
    assert b.text[passage.second.start : passage.second.end] == PARAGRAPH.rstrip(".")
    assert (passage.first.report, passage.second.report, passage.quoted) == ("a", "b", False)


def test_shared_quotations_are_told_apart():
    (passage,) = find_shared_passages([Report(id="a", text=OTHER + LETTER), Report(id="b", text=LETTER + "\n" + WIRE)])
    assert passage.quoted


def test_a_changed_word_does_not_break_a_passage():
    (passage,) = find_shared_passages(
        [Report(id="a", text=PARAGRAPH), Report(id="b", text=PARAGRAPH.replace("September", "August"))]
    )
    assert passage.second.start == 0


def test_different_reports_share_nothing():
    assert find_shared_passages([Report(id="a", text=WIRE), Report(id="b", text=OTHER)]) == []


@given(st.lists(st.text(alphabet="ab c.\n“”海", max_size=300), max_size=4))
def test_every_passage_lies_in_its_texts(texts):
    reports = {f"r{number}": Report(id=f"r{number}", text=text) for number, text in enumerate(texts)}
    for passage in find_shared_passages(list(reports.values()), least_words=3):
        for place in (passage.first, passage.second):
            assert 0 <= place.start < place.end <= len(reports[place.report].text)
