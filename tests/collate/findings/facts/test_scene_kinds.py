"""Places of one kind in sentences far apart in form: which of them exclude each other, and which do not."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.scenes.scenes import SCENE_RELATIONS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Martin Holmes left Varna in May. He died in a hospital in June.",
            "Martin Holmes died in prison, his lawyer said.",
        ),
        (
            "The attack on a hotel killed five.",
            "Five died in the attack on the embassy. The attack at the embassy shook many.",
        ),
        (
            "Laura Benson died Sept. 25 at her home in Dover, her son said.",
            "Laura Benson spent her last weeks in care and died in a hospice on Tuesday.",
        ),
        (
            "The victim was rushed off but died on the way to hospital.",
            "Martin Holmes, 41, died at the scene, police said. He was the only victim.",
        ),
        (
            "The phone was found in the kitchen, a detective said.",
            "A detective found the phone in the garage.",
        ),
        (
            "The boy fell into a well on Sunday.",
            "The boy fell into a river while playing.",
        ),
        (
            "Martin Holmes was shot in his car.",
            "A gunman walked up and shot Martin Holmes in the kitchen of his flat.",
        ),
        (
            "Martin Holmes was held at the Adams County Jail.",
            "Martin Holmes is being held in the Barton County Jail.",
        ),
        (
            "The accident on a bridge near Varna killed four.",
            "The accident happened in a tunnel, police said.",
        ),
        (
            "The blast in the kitchen of the restaurant hurt two.",
            "The explosion happened in the basement, the owner said.",
        ),
        (
            "The body of Martin Holmes was pulled from a lake on Monday.",
            "Hikers found the body of Martin Holmes in the woods.",
        ),
        (
            "Martin Holmes died in Fairfield, Ohio, on Monday.",
            "Martin Holmes, the singer, died in Bluffton, Indiana.",
        ),
        (
            "The bomb was planted in a bus.",
            "The bomb was hidden in a train, an officer said.",
        ),
        (
            "Martin Holmes was arrested at an airport in Madrid.",
            "Officers arrested Martin Holmes at his home.",
        ),
        (
            "The train hit the truck at a crossing in Dover.",
            "The train hit the truck on a bridge, the driver said.",
        ),
        (
            "Laura Benson was stabbed in the chest.",
            "The attacker stabbed Laura Benson in the back.",
        ),
        (
            "Martin Holmes hid in the attic for six hours.",
            "Martin Holmes had hidden in the basement, said a neighbor.",
        ),
    ],
)
def test_places_that_exclude_each_other_are_told(one: str, other: str) -> None:
    assert told(SCENE_RELATIONS, one, other)
    assert told(SCENE_RELATIONS, other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The blast ripped through a hotel and damaged a church.",
            "The blast damaged a church.",
        ),
        (
            "Martin Holmes met Paul Reed. He died in a hospital.",
            "Martin Holmes died in prison. Paul Reed died in a hospital.",
        ),
        (
            "Martin Holmes said that Paul Reed was ill. He died in a hospital.",
            "Martin Holmes died in prison.",
        ),
        (
            "Gunmen attacked a hotel on Monday.",
            "On Friday gunmen attacked the embassy.",
        ),
        (
            "Martin Holmes worked in a bank.",
            "Martin Holmes worked in a hotel.",
        ),
        (
            "The bomb exploded at the consulate.",
            "The bomb exploded in the yard of the consulate.",
        ),
        (
            "The bomb exploded near the mosque.",
            "The bomb exploded in the centre of Varna.",
        ),
        (
            "Martin Holmes died at a nursing home in Dover.",
            "Martin Holmes died at a care home, his son said.",
        ),
        (
            "Martin Holmes died at home.",
            "Martin Holmes died at a nursing home.",
        ),
        (
            "Laura Benson died in Dover.",
            "Laura Benson died at Kent General Hospital.",
        ),
        (
            "The fire broke out in a bedroom of the house.",
            "The fire broke out in a house.",
        ),
        (
            "The fire started near the kitchen.",
            "The fire started in the garage.",
        ),
        (
            "The car crashed into a wall near the river.",
            "The car crashed on Mill Road.",
        ),
        (
            "The suit was filed in federal court in Manhattan.",
            "The suit was filed in New York.",
        ),
        (
            "Martin Holmes was arrested at a hotel bar.",
            "Martin Holmes was arrested at a hotel.",
        ),
        (
            "Martin Holmes was shot at a bar in the airport.",
            "Martin Holmes was shot at the airport.",
        ),
        (
            "The meeting was held at a hotel.",
            "The meeting will be held at the embassy.",
        ),
        (
            "The meeting was held at a hotel.",
            "An earlier meeting was held at the embassy.",
        ),
        (
            "Laura Benson was not hit in the driveway.",
            "Laura Benson was hit on the sidewalk.",
        ),
        (
            "Laura Benson might have been hit in the driveway.",
            "Laura Benson was hit on the sidewalk.",
        ),
        (
            "Martin Holmes was shot in the head and the chest.",
            "Martin Holmes was shot in the chest.",
        ),
        (
            "Martin Holmes was shot in the head.",
            "His brother Paul Holmes was shot in the chest.",
        ),
        (
            "Two people died at the scene.",
            "Two people died in hospital and two died at the scene.",
        ),
        (
            "The plane landed in Madrid.",
            "The plane landed at an airport in Lisbon in 2005.",
        ),
        (
            "Martin Holmes spoke at a school in Dover on Monday.",
            "Martin Holmes spoke at a church in Dover.",
        ),
        (
            "Laura Benson was taken to a hospital in Varna.",
            "Laura Benson was flown to a hospital in Madrid for more treatment.",
        ),
        (
            "Police found a gun in the kitchen.",
            "Police found a second gun in the car.",
        ),
        (
            "He died in his cell in the prison.",
            "He died in prison.",
        ),
        (
            "Martin Holmes was killed outside the hotel.",
            "Martin Holmes was killed in the parking lot of the hotel.",
        ),
        (
            "Martin Holmes was found in a car in the woods.",
            "Martin Holmes was found in the woods.",
        ),
        (
            "Martin Holmes was arrested in the lobby of a bank.",
            "Martin Holmes was arrested on Mill Road.",
        ),
        (
            "The fire broke out at the front of the church.",
            "Smoke came out of windows at the back of the church.",
        ),
        (
            "Martin Holmes lives in Oslo.",
            "Martin Holmes lives near Oslo.",
        ),
        (
            "The bomb was hidden in a bus.",
            "The bomb went off in a train station.",
        ),
        (
            "The explosion at the factory was heard in the harbour.",
            "The explosion at a warehouse in the factory killed two.",
        ),
    ],
)
def test_places_that_fit_each_other_are_not_told(one: str, other: str) -> None:
    assert not told(SCENE_RELATIONS, one, other)
