import random
from collections import defaultdict

import pytest
from tests.group.stories_told import QUAKE, STRIKE, TALKS_IN_JUNE, TALKS_IN_MARCH, all_reports, make

from variorum.errors import WrongUse
from variorum.group.archive import Archive
from variorum.group.grouping import archive_reports, group_reports, in_order
from variorum.group.state import load_archive, save_archive
from variorum.model.report import Report


def stories_of(groupings):
    members = defaultdict(set)
    for grouping in groupings:
        members[grouping.story].add(grouping.id)
    return {frozenset(ids) for ids in members.values()}


TOLD = {frozenset(texts) for texts in (QUAKE, TALKS_IN_MARCH, TALKS_IN_JUNE, STRIKE)}


def test_reports_of_one_happening_are_one_story():
    assert stories_of(group_reports(all_reports())) == TOLD


def test_two_meetings_of_the_same_people_are_two_stories_without_dates_too():
    undated = [*make(TALKS_IN_MARCH, None), *make(TALKS_IN_JUNE, None)]
    assert stories_of(group_reports(undated)) == {frozenset(TALKS_IN_MARCH), frozenset(TALKS_IN_JUNE)}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reports_does_not_matter(seed):
    reports = all_reports()
    expected = {grouping.id: grouping for grouping in group_reports(reports)}
    random.Random(seed).shuffle(reports)
    assert {grouping.id: grouping for grouping in group_reports(reports)} == expected


def test_groupings_come_in_the_order_given():
    reports = list(reversed(all_reports()))
    assert [grouping.id for grouping in group_reports(reports)] == [report.id for report in reports]


def test_ids_tell_the_day_and_the_first_title():
    grouped = {grouping.id: grouping for grouping in group_reports(all_reports())}
    assert grouped["quake-c"].story == "2024-09-03-strong-quake-shakes-lervik-three-hurt"
    assert grouped["strike-a"].story == "2024-09-05-bakers-walk-out-in-porto-alegre"


def test_what_a_report_carries_is_kept_and_others_join_it():
    first, *others = make(QUAKE, "2024-09-03")
    given = Report(id=first.id, title=first.title, text=first.text, story="s1", storyline="l1", copy_of="elsewhere")
    grouped = {grouping.id: grouping for grouping in group_reports([given, *others])}
    assert (grouped[first.id].story, grouped[first.id].storyline) == ("s1", "l1")
    assert grouped[first.id].copy_of == "elsewhere"
    assert {grouped[report.id].story for report in others} == {"s1"}


ODD = ["", " ", "word", "x" * 1_000_000, "🌊" * 40, "ALL CAPITALS " * 50, "\n\n\n", "“" * 30, "12 13 14", "a\x00b"]


def test_odd_texts_stand_alone_and_nothing_breaks():
    reports = [Report(id=f"odd-{number}", text=text) for number, text in enumerate(ODD)]
    grouped = group_reports([*reports, *all_reports()])
    assert len(grouped) == len(ODD) + len(all_reports())
    assert stories_of(grouped) >= TOLD


def test_one_at_a_time_gives_the_same_stories_as_all_at_once():
    archive = Archive()
    for report in in_order(all_reports()):
        archive.add(report)
    assert {frozenset(archive.profiles[at].id for at in members) for members in archive.stories.values()} == TOLD


def test_a_saved_archive_goes_on_with_the_same_ids(tmp_path):
    path = tmp_path / "state.db"
    early, late = all_reports()[::2], all_reports()[1::2]
    archive = archive_reports(early)
    before = dict(archive.story_of)
    save_archive(archive, path)
    taken_up = archive_reports(late, load_archive(path))
    assert {frozenset(taken_up.profiles[at].id for at in members) for members in taken_up.stories.values()} == TOLD
    for story in set(before.values()):
        assert story in taken_up.stories or any(change.story == story for change in taken_up.changes)
    save_archive(taken_up, path)
    again = load_archive(path)
    assert again.story_of == taken_up.story_of
    assert again.near == taken_up.near
    assert again.changes == taken_up.changes
    assert again.copies.read_tree() == taken_up.copies.read_tree()


def test_a_file_that_is_no_state_is_refused(tmp_path):
    path = tmp_path / "state.db"
    path.write_text("not a database, but long enough to be looked at as one " * 40)
    with pytest.raises(WrongUse, match="not a state"):
        load_archive(path)


def test_merges_are_recorded():
    # Two lone reports of one happening, and the third that shows them to be one.
    archive = Archive()
    for report in make(QUAKE, "2024-09-03"):
        archive.add(report)
    assert len(archive.stories) == 1
    gone = {change.story for change in archive.changes if change.kind == "merged"}
    assert not gone & set(archive.stories)
