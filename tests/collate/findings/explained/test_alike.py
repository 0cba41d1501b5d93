"""What is told otherwise and is the same, and what looks like it and stays a difference."""

import pytest
from tests.collate.findings.pairing import is_explained

ALIKE = [
    # Phrases of one meaning.
    (
        "The driver was charged with two counts of arson in Kvam on Monday.",
        "The driver faces two counts of arson in Kvam on Monday.",
        "charged",
        "faces",
    ),
    (
        "The driver was charged with DWI and with leaving the scene in Kvam.",
        "The driver was charged with drunk driving and with leaving the scene in Kvam.",
        "DWI",
        "drunk driving",
    ),
    (
        "Thousands of pilgrims flocked to the small town on Sunday morning.",
        "Thousands of pilgrims descended on the small town on Sunday morning.",
        "flocked",
        "descended",
    ),
    (
        "Thirty sailors were freed, but the two passengers remained.",
        "Thirty sailors were freed, but the two passengers were left behind since nobody paid for them.",
        "remained",
        "were left behind since nobody paid for them",
    ),
    (
        "The clerk hopes that the ferry will return to the old pier in Kvam.",
        "The clerk hopes that the ferry will be back on the old pier in Kvam.",
        "return to",
        "be back on",
    ),
    # Ranks in figures and in words.
    (
        "The win helped the No. 1 Otters to stay ahead in Kvam.",
        "The win helped the top-ranked Otters to stay ahead in Kvam.",
        "No. 1",
        "top-ranked",
    ),
    # Forms of address describe nobody.
    ("The jury believed Mr. Solheim on Monday.", "The jury believed Dr. Solheim on Monday.", "Mr.", "Dr."),
    # Distances of two plays.
    (
        "Brekke threw a 41-yard touchdown pass to Aasen in the first quarter.",
        "Late in the game Tveit caught a one-yard touchdown pass and the Otters led.",
        "41-yard",
        "one-yard",
    ),
    # Two of several offers.
    (
        "The union turned down the initial offer of the harbour company.",
        "The union turned down the final offer of the harbour company.",
        "initial",
        "final",
    ),
    # A short name that a report explains.
    (
        "Aasen chaired Norwatch, the Norland Office for Whaling and Trade of Charts, in 1972. Norwatch met in Kvam.",
        "Aasen chaired the Norland Office for Whaling and Trade of Charts in 1972.",
        "Norwatch",
        "Norland Office for Whaling and Trade of Charts",
    ),
    (
        "NDP Officer Brekke said on Monday that the driver had fled to Kvam.",
        "Norland Dairy Patrol Officer Brekke said on Monday that the driver had fled to Kvam.",
        "NDP",
        "Dairy Patrol",
    ),
    # A venue and a town.
    (
        "The chief was taken to a Portland hospital in critical condition.",
        "The chief was taken to Solheim Hospital in critical condition.",
        "Portland",
        "Solheim Hospital",
    ),
    (
        "Aasen was driving east on the ring road near Route 52 when the bus hit him.",
        "Aasen was driving east on the ring road near Denver when the bus hit him.",
        "Route 52",
        "Denver",
    ),
    # A team and its college.
    (
        "Otters coach Henrik Aasen said on Monday that the bus was late.",
        "Kvam State coach Henrik Aasen said on Monday that the bus was late.",
        "Otters",
        "Kvam State",
    ),
]
APART = [
    (
        "Thirty sailors were freed, but the two passengers remained.",
        "Thirty sailors were freed, but the two passengers left since nobody paid for them.",
        "remained",
        "left since nobody paid for them",
    ),
    (
        "The win helped the No. 1 Otters to stay ahead in Kvam.",
        "The win helped the unranked Otters to stay ahead in Kvam.",
        "No. 1",
        "unranked",
    ),
    (
        "Aasen was driving east on the ring road near Route 52 when the bus hit him.",
        "Aasen was driving east on the ring road near Route 17 when the bus hit him.",
        "Route 52",
        "Route 17",
    ),
    (
        "NHP Officer Brekke said on Monday that the driver had fled to Kvam.",
        "Norland Dairy Patrol Officer Brekke said on Monday that the driver had fled to Kvam.",
        "NHP",
        "Norland Dairy Patrol",
    ),
    (
        "The driver was charged with two counts of arson in Kvam on Monday.",
        "The driver was acquitted of two counts of arson in Kvam on Monday.",
        "charged",
        "acquitted",
    ),
    (
        "The driver was charged with DWI and with leaving the scene in Kvam.",
        "The driver was charged with theft and with leaving the scene in Kvam.",
        "DWI",
        "theft",
    ),
    (
        "The union called off the strike in Kvam on Monday.",
        "The union began the strike in Kvam on Monday.",
        "called",
        "began",
    ),
    (
        "The old chapel was a two-storey building on the quay.",
        "The old chapel was a three-storey building on the quay.",
        "two",
        "three",
    ),
    (
        "The chief was taken to a hospital in Portland in critical condition.",
        "The chief was taken to a hospital in Denver in critical condition.",
        "Portland",
        "Denver",
    ),
    (
        "The chief was taken to Denver Hospital in critical condition on Monday.",
        "The chief was taken to Portland in critical condition on Monday.",
        "Denver Hospital",
        "Portland",
    ),
    (
        "Otters coach Henrik Aasen said on Monday that the bus was late.",
        "Badgers coach Henrik Aasen said on Monday that the bus was late.",
        "Otters",
        "Badgers",
    ),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), ALIKE)
def test_what_is_told_otherwise(one, other, left, right):
    assert is_explained(one, other, left, right)
    assert is_explained(other, one, right, left)


@pytest.mark.parametrize(("one", "other", "left", "right"), APART)
def test_what_stays_a_difference(one, other, left, right):
    assert not is_explained(one, other, left, right)
    assert not is_explained(other, one, right, left)
