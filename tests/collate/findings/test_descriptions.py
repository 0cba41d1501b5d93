import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.judged.descriptions import exclude, find_exclusions


@pytest.mark.parametrize(
    ("left", "right", "pair"),
    [
        (["surface-to-air"], ["sea-to-surface"], ("surface-to-air", "sea-to-surface")),
        (["two-storey", "brick"], ["three-storey"], ("two-storey", "three-storey")),
        (["old"], ["iron"], None),
        (["surface-to-air"], ["surface-to-air", "new"], None),
        (["door-to-door"], ["face-to-face"], None),
        ([], ["iron"], None),
        # Two of a row, and two words for one.
        (["initial"], ["final"], None),
        (["gas-rich"], ["energy-rich"], None),
        (["male"], ["female"], ("male", "female")),
    ],
)
def test_modifiers_that_exclude_each_other(left, right, pair):
    assert exclude(left, right) == pair


def test_one_thing_described_in_two_ways_is_found():
    line = storyline_of(
        "Norway fired surface-to-air missiles on Tuesday, the navy said.",
        "Norway fired sea-to-surface missiles into the fjord, officials said.",
    )
    assert [(each.one, each.other) for each in find_exclusions(line)] == [("surface-to-air", "sea-to-surface")]


def test_things_of_two_parties_are_two_things():
    line = storyline_of(
        "Norway fired surface-to-air missiles on Tuesday.", "Kenya bought sea-to-surface missiles from a firm in Oslo."
    )
    assert find_exclusions(line) == []


def test_measures_of_two_plays_are_of_two():
    assert exclude(["41-yard"], ["one-yard"], of_many=True) is None
    assert exclude(["41-yard"], ["one-yard"]) == ("41-yard", "one-yard")


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("would rather keep a female cat", []),
        ("said she'd rather keep a female cat", []),
        ("keeps a female cat", [("female", "male")]),
    ],
)
def test_what_is_wished_for_is_no_description(wish, found):
    line = storyline_of("Berg keeps a male cat in Kvam, she said.", f"Berg {wish}, a neighbour said.")
    assert [tuple(sorted((each.one, each.other))) for each in find_exclusions(line)] == found
