"""Where things happened and where houses stand: what two reports cannot both be right about, and what they can."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.scenes.scene_places import are_two, kind_of_name
from variorum.collate.findings.facts.scenes.scenes import SCENE_RELATIONS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Officers found the wallet in the 4200 block of Harper Street.",
            "It began in the 4600 block of North Harper Street, neighbors said.",
        ),
        (
            "Martin Holmes was arrested on Carver Road on Tuesday.",
            "Police stopped Martin Holmes near a garage on Mill Street and took his keys.",
        ),
        (
            "Laura Benson died in hospital on Monday, her son said.",
            "Neighbours ran to help, but Laura Benson died at the scene.",
        ),
        (
            "Peter Lindgren was born in Madrid and studied law.",
            "A quiet man, Peter Lindgren was born in Lisbon.",
        ),
        (
            "The van crashed on Route 9 shortly after noon. The crash on Route 9 closed the road.",
            "A crash on Route 12 held up traffic for hours.",
        ),
        (
            "She is a guest of the Hartwell Clinic in Madrid.",
            "The Hartwell Clinic in Barcelona has taken her in.",
        ),
        (
            "The money was kept hidden in the attic for years.",
            "It took them a day. The money was found hidden in the cellar.",
        ),
        (
            "The fire started in the kitchen, the owner said.",
            "The fire had begun in the garage.",
        ),
        (
            "A tram derailed in a tunnel in Varna.",
            "The tram derailed on a bridge, passengers said.",
        ),
        (
            "The driver was arrested on Carver Road.",
            "The arrest of Martin Holmes on Mill Street took an hour.",
        ),
        (
            "A bomb exploded in Madrid on Sunday.",
            "The explosion in Lisbon was heard for miles.",
        ),
        (
            "Martin Holmes died of heart failure in a motel room.",
            "A clerk said that Martin C. Holmes died at a hotel.",
        ),
        (
            "Laura Benson, at a news conference in Madrid, said that the work goes on.",
            "Nothing is lost, Laura Benson said in a conference call.",
        ),
        (
            "Martin Holmes, 41, was seen. A 41-year-old man died after he fell down a gully.",
            "Another walker, Martin Holmes, fell 60 metres from a ridge on Friday.",
        ),
        (
            "He said the pistol was hidden in the attic of the house.",
            "She was shot with a pistol he had picked up in the garage.",
        ),
        (
            "Six other students were hiding in a closet when it ended.",
            "Officers freed six people who had locked themselves in the bathroom.",
        ),
        # Whither a ship or a plane went.
        ("The ferry was en route to Spain when it sank.", "It lost power. The vessel, bound for Portugal, sank."),
        ("The jet bound north for Madrid turned back.", "They were on the flight from Oslo to Lisbon, a clerk said."),
        # A town that only its state tells to be one, and a middle name that somebody goes by.
        (
            "Laura Benson was born in tiny Cedar Grove, Wisconsin.",
            "Laura Benson was born on June 3, 1951, in Spring Lake, Wisconsin.",
        ),
        ("Andy Holmes was born in Madrid.", "Martin Andrew Holmes was born in Lisbon."),
        # A land told alone, and a side of it.
        (
            "Martin Holmes died on Monday after being shot in Jamaica.",
            "Martin Holmes was shot in Barbados, his son said.",
        ),
        ("A helicopter crashed in southeastern Turkey.", "Six died in a helicopter crash in northwestern Turkey."),
    ],
)
def test_two_places_of_one_thing_are_told(one, other):
    assert told(SCENE_RELATIONS, one, other)
    assert told(SCENE_RELATIONS, other, one) == told(SCENE_RELATIONS, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Who speaks here speaks there as well, and who is taken to one house is taken on to another.
        ("The mayor, Laura Benson, said so in Madrid.", "Laura Benson said no in Lisbon."),
        ("Martin Holmes was taken to a hospital in Madrid.", "Martin Holmes was taken to a jail in Lisbon."),
        # Two people, two acts, two moments.
        ("Peter Holmes was arrested in Madrid.", "Martin Holmes was arrested in Lisbon."),
        ("Martin Holmes was arrested on Carver Road.", "Laura Benson was arrested on Mill Street."),
        ("Martin Holmes was arrested on Carver Road.", "Martin Holmes was found on Mill Street in the morning."),
        ("Martin Holmes was arrested in Madrid.", "Martin Holmes was arrested in Lisbon three years ago."),
        ("A fire in Madrid killed two.", "Another fire in Lisbon burned for days."),
        # What may be, or was not.
        ("Martin Holmes was arrested in Madrid.", "Martin Holmes may be arrested in Lisbon."),
        ("Martin Holmes was arrested in Madrid.", "Martin Holmes was not arrested in Lisbon."),
        # A place and what it lies in, a corner, a way on.
        ("Martin Holmes was arrested in Madrid.", "Martin Holmes was arrested in Spain."),
        (
            "Martin Holmes was arrested on Carver Road near Mill Street.",
            "Martin Holmes was arrested on Mill Street, a clerk said.",
        ),
        (
            "Martin Holmes was arrested at a hotel in Madrid.",
            "Martin Holmes was arrested in a car outside the hotel.",
        ),
        # Two streets, and the same one by a longer name.
        ("It began in the 4200 block of Harper Street.", "It ended in the 4600 block of Carver Road."),
        ("It began in the 4200 block of Harper Street.", "It ended in the 4200 block of North Harper Street."),
        # One of two who were arrested.
        (
            "Martin Holmes and Laura Benson were held. The driver was arrested on Carver Road.",
            "Martin Holmes was arrested on Mill Street. Laura Benson was arrested on Harper Avenue.",
        ),
        # What is only close by, and a bare name that may be of either of two.
        ("The fire started in a hotel.", "The fire broke out near a church."),
        (
            "Laura Holmes and Martin Holmes ran away. Holmes was arrested on Carver Road.",
            "Martin Holmes was arrested on Mill Street.",
        ),
        # Other pupils, uncounted, and another thing that was hidden.
        (
            "Other students were hiding in a closet.",
            "Officers freed six people who had locked themselves in the bathroom.",
        ),
        ("He said the pistol was hidden in the attic.", "She picked the money up in the garage."),
        # A land and its town, a ship and a man, a flight of another day.
        ("The ferry was bound for Spain.", "The ferry was bound for Madrid."),
        ("The ferry was bound for Spain.", "Martin Holmes was on his way to Portugal."),
        ("The flight was bound for Madrid.", f"{'Nobody was hurt. ' * 30}They recalled a flight bound for Lisbon."),
        # Who shot somebody, and who was shot.
        ("Martin Holmes died after shooting a guard in Jamaica.", "Martin Holmes was shot in Barbados."),
        ("Andy Holmes was born in Madrid.", "Martin George Holmes was born in Lisbon."),
        # A part of a side.
        ("A helicopter crashed in southern Turkey.", "The helicopter crashed in southeastern Turkey."),
    ],
)
def test_places_that_can_both_be_right_are_not_told(one, other):
    assert told(SCENE_RELATIONS, one, other) == set()


def test_a_report_that_tells_both_places_is_not_set_against_either():
    both = "Martin Holmes was arrested on Carver Road. Police said that Martin Holmes was arrested on Mill Street."
    assert told(SCENE_RELATIONS, both, "Martin Holmes was arrested on Mill Street, a clerk said.") == set()


def test_a_pronoun_stands_for_the_one_person_named_before_it():
    one = "Police had looked for Martin Holmes for days. He was arrested on Carver Road."
    assert told(SCENE_RELATIONS, one, "Martin Holmes was arrested on Mill Street.") == {
        frozenset({"Carver Road", "Mill Street"})
    }
    two = "Police had looked for Martin Holmes and Laura Benson. He was arrested on Carver Road."
    assert told(SCENE_RELATIONS, two, "Martin Holmes was arrested on Mill Street.") == set()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Carver Road", "street"), ("Mercy Hospital", "hospital"), ("Madrid", "city"), ("Ohio", "state"), ("Brenby", "")],
)
def test_kinds_of_places(name, kind):
    assert kind_of_name(name, is_place=True) == kind


def test_two_names_of_places():
    assert are_two("madrid", "lisbon")
    assert not are_two("calif.", "california")


def test_odd_input_is_no_place():
    for text in ("", "x" * 5000, "block of block of", "🙂 🙂 east of", "40 miles"):
        assert told(SCENE_RELATIONS, text, "Martin Holmes was arrested on Mill Street.") == set()
