"""The sample stories as read: whole, clean, dated, and holding the words that their expectations quote."""

import json
from functools import cache
from pathlib import Path

import pytest

from variorum.pipeline import read

TESTS = Path(__file__).parent.parent
EXAMPLES = TESTS.parent / "examples"
STORIES = ("ferry", "lander", "steel")


@cache
def reports(story):
    refused = []
    found = {report.id: report for report in read(str(EXAMPLES / story), refuse=refused.append)}
    assert not refused
    return found


@cache
def expected(story):
    return json.loads((TESTS / "expected" / f"{story}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("story", STORIES)
def test_every_quote_stands_in_its_report(story):
    parts = (expected(story)[part] for part in ("findings", "traps", "promises", "quotes"))
    for item in (item for part in parts for item in part):
        for reading in item["readings"]:
            assert reading["quote"] in reports(story)[reading["report"]].text


@pytest.mark.parametrize("story", STORIES)
def test_every_report_is_expected_and_has_a_date_and_an_outlet(story):
    assert sorted(reports(story)) == sorted(id for ids in expected(story)["stories"] for id in ids)
    for report in reports(story).values():
        assert report.published, report.id
        assert report.outlet, report.id
        assert report.title, report.id


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize(
    "furniture",
    [
        "newsletter", "Subscribe", "Most read", "Related", "Latest News", "cookies", "Share this", "bypass again",
        "reporter at", "rights reserved", "Google Ads", "Advertisement", "Log in", "is a regional", "weekly newspaper",
        "Tags:", "min read",
    ],
)  # fmt: skip
def test_no_furniture_is_left(story, furniture):
    assert [report.id for report in reports(story).values() if furniture in report.text] == []
