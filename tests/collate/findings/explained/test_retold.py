"""Words that tell more, tell what may be or name a source, and words that differ."""

import pytest
from tests.collate.findings.pairing import is_explained

RETOLD = [
    (
        "The heir went home to Kvam to work in his family's business in 1990.",
        "The heir went home to Kvam to work in his family's shipping company and with its wharves in 1990.",
        "business",
        "shipping company and with its wharves",
    ),
    (
        "The singer's ear-nose-and-throat doctor took a picture of her in Kvam.",
        "The singer's personal ear-nose-throat doctor took a picture of her in Kvam.",
        "ear-nose-and-throat",
        "personal ear-nose-throat",
    ),
    (
        "It does not matter that he has lost the house, since the barn is hers.",
        "It does not matter if he turns out to be homeless, since the barn is hers.",
        "that he has lost the house",
        "if he turns out to be homeless",
    ),
    (
        "According to local belief, the last ferry of the year brings bad luck.",
        "According to sailors in the north, the last ferry of the year brings bad luck.",
        "belief",
        "sailors in the north",
    ),
    (
        "The bay is wide, and there is not the slightest chance to see the wreck.",
        "The bay is wide, and there is no chance to see the wreck.",
        "slightest",
        "no",
    ),
    # General words.
    (
        "Second climber dies on the north face of the Solheim in one week.",
        "Second man dies on the north face of the Solheim in one week.",
        "climber",
        "man",
    ),
    (
        "A watchman saw smoke coming from the roof of the hotel in Kvam.",
        "A watchman saw smoke coming from the roof of the building in Kvam.",
        "hotel",
        "building",
    ),
    # A slip of the pen.
    (
        "The clerk was held for a grievous assault on the ferryman in Kvam.",
        "The clerk was held for a grievious assault on the ferryman in Kvam.",
        "grievous",
        "grievious",
    ),
    (
        "The clerk was held for a grievous assault on the ferryman in Kvam.",
        "The clerk was held for a grevious assault on the ferryman in Kvam.",
        "grievous",
        "grevious",
    ),
    (
        "A trial date was set for a son accused of killing his mother in Kvam.",
        "A trial date was set for a man accused of killing his mother in Kvam.",
        "son",
        "man",
    ),
    (
        "All units that fight on the battleground shall join forces, the council said.",
        "All units that fight on the scene shall join forces, the council said.",
        "battleground",
        "scene",
    ),
]
APART = [
    (
        "A trial date was set for a daughter accused of killing his mother in Kvam.",
        "A trial date was set for a man accused of killing his mother in Kvam.",
        "daughter",
        "man",
    ),
    # No general words, those of another sex or age, and those of another kind.
    (
        "A watchman saw smoke coming from the roof of the hotel in Kvam.",
        "A watchman saw smoke coming from the roof of the church in Kvam.",
        "hotel",
        "church",
    ),
    (
        "The second actress died on the north face of the Solheim in one week.",
        "The second man died on the north face of the Solheim in one week.",
        "actress",
        "man",
    ),
    (
        "The second boy died on the north face of the Solheim in one week.",
        "The second man died on the north face of the Solheim in one week.",
        "boy",
        "man",
    ),
    (
        "A watchman saw smoke coming from the roof of the van in Kvam.",
        "A watchman saw smoke coming from the roof of the building in Kvam.",
        "van",
        "building",
    ),
    (
        "The second dog died on the north face of the Solheim in one week.",
        "The second man died on the north face of the Solheim in one week.",
        "dog",
        "man",
    ),
    # Two words that are known, one letter apart.
    (
        "The clerk has a collection of rare stamps in Kvam.",
        "The clerk has a correction of rare stamps in Kvam.",
        "collection",
        "correction",
    ),
    (
        "The bay is wide, and there is a slight chance to see the wreck.",
        "The bay is wide, and there is no chance to see the wreck.",
        "slight",
        "no",
    ),
    # What undoes what it stands beside.
    (
        "The robber held a pistol to the clerk's head in Kvam on Monday.",
        "The robber held a toy gun to the clerk's head in Kvam on Monday.",
        "pistol",
        "toy gun",
    ),
    (
        "The clerk was flown to Kvam with life-threatening wounds on Monday.",
        "The clerk was flown to Kvam with non-life-threatening wounds on Monday.",
        "life",
        "non",
    ),
    # Both tell what is.
    (
        "The mayor said that the bridge was safe before it fell.",
        "The mayor said that the bridge was unsafe before it fell.",
        "safe",
        "unsafe",
    ),
    (
        "The heir went home to Kvam to work in his family's business in 1990.",
        "The heir went home to Kvam to work in his family's orchard in 1990.",
        "business",
        "orchard",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), RETOLD)
def test_what_is_told_again_with_more_or_less(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), APART)
def test_what_is_told_apart(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
