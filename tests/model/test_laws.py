"""Laws that hold between reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.laws import find_rings
from variorum.pipeline import collate, group


@pytest.mark.parametrize(
    ("copy_of", "rings"),
    [
        ({}, []),
        ({"a": None, "b": "a", "c": "b"}, []),
        ({"a": "b", "b": "a"}, [["a", "b"]]),
        ({"d": "a", "a": "b", "b": "c", "c": "a"}, [["a", "b", "c"]]),
        ({"a": "gone"}, []),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, [["a", "b"], ["c", "d"]]),
    ],
)
def test_rings_of_copies_are_found(copy_of, rings):
    assert sorted(find_rings(copy_of)) == rings


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.sampled_from("abcdefgh")))
def test_a_report_is_in_a_ring_if_it_leads_back_to_itself(copy_of):
    def leads_back(report):
        current = copy_of[report]
        for _ in copy_of:
            if current == report:
                return True
            current = copy_of.get(current)
        return False

    found = sorted(report for ring in find_rings(copy_of) for report in ring)
    assert found == sorted(filter(leads_back, copy_of))


def test_reports_that_copy_one_another_in_a_ring_are_named_and_not_taken():
    text = "The old bridge over the river is to be rebuilt by June."
    reports = [
        {"id": "a", "text": text, "copy_of": "b"},
        {"id": "b", "text": text, "copy_of": "a"},
        {"id": "c", "text": text},
    ]
    refused = []
    assert [grouping.id for grouping in group(reports, refuse=refused.append)] == ["c"]
    assert [refusal.where for refusal in refused] == ["a", "b"]
    assert all("a and b are copies of one another" in str(refusal) for refusal in refused)
    assert [report.id for record in collate(reports, refuse=refused.append) for report in record.reports] == ["c"]
