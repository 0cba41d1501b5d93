import pytest

from variorum.publish.explain import explain_finding, find_finding


def explained(record, id, *, colour=False):
    return explain_finding(*find_finding([record], id)[0], colour=colour)


@pytest.mark.parametrize(
    "words",
    [
        "CONFLICT  people aboard the Aurora",
        "Why: 214 and 241 for the same moment",
        "2 independent reports and 2 copies",
        "Union Wire [2]  3 March 2026, from the dateline",
        "day1/wire.txt, characters 21 to 57",
        "read as 241; in the report's own voice",
        "SKARN (Union Wire) — [A ferry with *241* passengers and crew] ran onto rocks",
        "The Gazette [3]  4 March 2026, from the address, copy of 2",
        "* * the words that decided it",
    ],
)
def test_what_it_says_of_a_conflict(record, words):
    assert words in explained(record, "f1")


def test_a_reading_stands_among_its_neighbours(record):
    text = " ".join(explained(record, "f8").split())
    assert "She said [the ferry had left port at *18:40*]. The operator, Northline," in text
    assert "said by Ines Falk" in text


def test_colour_needs_no_brackets(record):
    text = explained(record, "f1", colour=True)
    assert "\x1b[" in text
    assert "[A ferry" not in text
    assert "* *" not in text


def test_lines_fit_the_width(record):
    for finding in record.findings:
        assert max(map(len, explained(record, finding.id).splitlines())) <= 80


def test_an_id_may_stand_in_several_records(record):
    assert len(find_finding([record, record], "f1")) == 2
    assert find_finding([record], "f99") == []
