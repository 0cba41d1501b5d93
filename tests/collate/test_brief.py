from tests.collate.build import storyline_of

from variorum.collate.brief import write_brief
from variorum.collate.findings.find import find_findings
from variorum.collate.likeness import Likeness

REPORTS = (
    "The old bridge over the Tarn collapsed on Tuesday and killed three people. The mayor closed both river banks.",
    "Three people died on Tuesday when the old bridge over the Tarn collapsed. Divers searched through the night.",
    "The river was still rising on Wednesday, forecasters said, and schools stayed closed for a second day.",
)


def brief():
    line = storyline_of(*REPORTS)
    return line, write_brief(line, find_findings(line), Likeness(line))


def test_each_line_is_verbatim_and_rests_on_its_first_reading():
    line, lines = brief()
    assert lines
    for each in lines:
        first = each.readings[0]
        assert line.by_id[first.report].text[first.start : first.end] == each.text


def test_what_most_reports_tell_leads_and_is_told_once():
    _, lines = brief()
    happened = [each.text for each in lines if each.part == "happened"]
    assert "collapsed" in happened[0]
    assert sum("collapsed" in text for text in happened) == 1
