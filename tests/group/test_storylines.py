import pytest
from tests.group.stories_told import STRIKE, TALKS_IN_JUNE, TALKS_IN_MARCH, all_reports

from variorum.errors import WrongUse
from variorum.group.archive import Archive
from variorum.group.explain import explain, say_explanation
from variorum.group.grouping import archive_reports, group_reports
from variorum.group.ties import shared_words


def test_meetings_of_one_affair_share_a_storyline():
    grouped = {grouping.id: grouping for grouping in group_reports(all_reports())}
    meetings = [grouped[name] for name in (*TALKS_IN_MARCH, *TALKS_IN_JUNE)]
    assert len({grouping.storyline for grouping in meetings}) == 1
    assert len({grouping.story for grouping in meetings}) == 2
    assert grouped[next(iter(STRIKE))].storyline != meetings[0].storyline


def test_a_storyline_is_named_after_its_first_story():
    grouped = {grouping.id: grouping for grouping in group_reports(all_reports())}
    assert grouped["june-b"].storyline == grouped["march-a"].story


def test_ties_tell_why():
    for grouping in group_reports(all_reports()):
        for tie in grouping.storylines:
            assert tie.storyline != grouping.storyline
            assert tie.why


def test_shared_words_are_the_actors():
    archive = archive_reports(all_reports())
    march, june = (archive.story_of[archive.numbers[name]] for name in ("march-a", "june-a"))
    assert {"okoro", "lindqvist"} <= set(shared_words(archive, march, june))


def test_an_explanation_names_neighbours_words_and_what_keeps_apart():
    archive = archive_reports(all_reports())
    explained = explain(archive, "march-a")
    assert [each.id for each in explained.within] == ["march-b"]
    assert "lindqvist" in explained.within[0].shared
    june = next(each for each in explained.without if each.id == "june-a")
    assert any("days from one another" in reason for reason in june.apart)
    assert "march-b" in "\n".join(say_explanation(explained))


def test_explaining_an_unknown_report_says_so():
    with pytest.raises(WrongUse, match="no report"):
        explain(Archive(), "nobody")
