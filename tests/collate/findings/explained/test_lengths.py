"""Lengths of two things, and lengths of one that stay a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

TWO = [
    # How far and how high; a way and a place.
    (
        "The rocket flew about 3,700 kilometers (2,300 miles) before it fell into the sea.",
        "The rocket reached an altitude of 770 kilometers (480 miles) before it fell into the sea.",
        "3,700 kilometers",
        "770 kilometers",
    ),
    (
        "The rocket flew about 3,700 kilometers (2,300 miles) before it fell into the sea.",
        "The rocket reached an altitude of 770 kilometers (480 miles) before it fell into the sea.",
        "2,300 miles",
        "480 miles",
    ),
    ("The wave was 12 metres high.", "The wave came from a depth of 40 metres.", "12 metres", "40 metres"),
    (
        "The balloon travelled 900 km before dawn.",
        "The balloon came down 300 km east of the lake before dawn.",
        "900 km",
        "300 km",
    ),
    (
        "They got within 80 metres of the hut, police said.",
        "The man fell about 600 metres near the hut on Saturday.",
        "80 metres",
        "600 metres",
    ),
    # Distances from two things; of a person and of a thing; of two places.
    (
        "The skipper, sailing 150 nautical miles west of Aden, called for help by radio.",
        "The trawler, which was 13 nautical miles from Socotra, fired back with flares.",
        "150 nautical miles",
        "13 nautical miles",
    ),
    (
        "The fire started on the shoulder of a road, four miles from the old campground, the ranger said.",
        "The man was found by a ranger in a creek bed two miles from his burned cabin.",
        "four miles",
        "two miles",
    ),
    (
        "The workshop is about 15 miles north of Detroit.",
        "A driver 50 miles north of Detroit spotted the van.",
        "15 miles",
        "50 miles",
    ),
    (
        "Lima was rocked by the quake, 602 miles southeast of Bogota.",
        "Leeds, located 715 miles southeast of Bogota, has a port.",
        "602 miles",
        "715 miles",
    ),
    (
        "The missile flew about 3,700 kilometers (2,300 miles) before it fell.",
        "It fell into the ocean 2,000 kilometers (about 1,250 miles) east of Leeds.",
        "3,700 kilometers",
        "2,000 kilometers",
    ),
]
ONE = [
    (
        "The rocket reached an altitude of 770 kilometers before it fell into the sea.",
        "The rocket rose to a height of 550 kilometers before it fell into the sea.",
        "770 kilometers",
        "550 kilometers",
    ),
    (
        "The rocket flew 900 kilometers before it fell into the sea.",
        "The rocket travelled a distance of 1,400 kilometers before it fell into the sea.",
        "900 kilometers",
        "1,400 kilometers",
    ),
    (
        "The tanker went down 130 miles from land, in deep water.",
        "The tanker lies in deep water, 170 miles from the coast.",
        "130 miles",
        "170 miles",
    ),
    ("He fell 150 metres from a ridge.", "He fell 200 metres from the ridge.", "150 metres", "200 metres"),
    (
        "The climber fell 200 metres down the ice, police said.",
        "He died at the foot of a slope that is 150 metres high.",
        "200 metres",
        "150 metres",
    ),
    (
        "The island lies 1,500 kilometers south of Oslo.",
        "The island is located 1,150 kilometers south of Oslo.",
        "1,500 kilometers",
        "1,150 kilometers",
    ),
    (
        "The bridge, 1.3 kilometres long, will be closed for six weeks.",
        "The bridge, two kilometres long, has been losing strength for years.",
        "1.3 kilometres",
        "two kilometres",
    ),
    (
        "Leeds, 602 miles southeast of Bogota, was rocked by the quake.",
        "Leeds, located 715 miles southeast of Bogota, has a port.",
        "602 miles",
        "715 miles",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), TWO)
def test_lengths_of_two_things_are_explained(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE)
def test_lengths_of_one_thing_stay_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
