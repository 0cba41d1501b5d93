"""Names, nouns and pronouns in one report: where they stand, of what type, and who they are."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import msgspec
import pytest

from variorum.annotate.mentions import find_mentions
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.model.report import Report

# text, then name -> (type, entity) for names that must be found with these ends.
CASES = {
    "people and office before a name": (
        "South Korean President Lee Jae Myung met reporters. Lee smiled. President Lee left.",
        {
            "South Korean": ("GROUP", "south-koreans"),
            "Lee Jae Myung": ("PERSON", "lee-jae-myung"),
            "Lee": ("PERSON", "lee-jae-myung"),
        },
    ),
    "hyphened given names": (
        "Lee Jae-myung spoke in Busan. Kim Hea-kyung listened.",
        {"Lee Jae-myung": ("PERSON", "lee-jae-myung"), "Kim Hea-kyung": ("PERSON", "kim-hea-kyung")},
    ),
    "countries keep apart": (
        "North Korea fired a missile. South Korea and the U.S. protested. Seoul called Washington.",
        {
            "North Korea": ("PLACE", "north-korea"),
            "South Korea": ("PLACE", "south-korea"),
            "U.S.": ("PLACE", "united-states"),
            "Seoul": ("PLACE", "seoul"),
            "Washington": ("PLACE", "washington"),
        },
    ),
    "two countries joined by a hyphen": (
        "The U.S.-Japan alliance held.",
        {"U.S.": ("PLACE", "united-states"), "Japan": ("PLACE", "japan")},
    ),
    "a possessive parts two names": (
        "Turkey's Central Bank raised rates.",
        {"Turkey": ("PLACE", "turkey"), "Central Bank": ("ORG", None)},
    ),
    "a possessive inside a name": (
        "The People's Bank of China cut rates on Monday.",
        {"People's Bank of China": ("ORG", "peoples-bank-of-china")},
    ),
    "administrations are bodies": (
        "The Trump administration sued. President Donald Trump golfed.",
        {"Trump administration": ("ORG", "trump-administration"), "Donald Trump": ("PERSON", "donald-trump")},
    ),
    "acronyms explained beside the name": (
        "The Harbour Cleaning Board (HCB) met. The HCB then closed the pier.",
        {"Harbour Cleaning Board": ("ORG", "harbor-cleaning-board"), "HCB": ("ORG", "harbor-cleaning-board")},
    ),
    "short names of bodies": (
        "Marlowe Steel Works said it would close. Marlowe Steel employs 400 people.",
        {"Marlowe Steel Works": ("ORG", "marlowe-steel-works"), "Marlowe Steel": ("ORG", "marlowe-steel-works")},
    ),
    "company and state": (
        "Georgia Power raised its rates in Georgia.",
        {"Georgia Power": ("ORG", "georgia-power"), "Georgia": ("PLACE", "georgia")},
    ),
    "an honour is one name": (
        "He received the Grand Order of Mugunghwa in Seoul.",
        {"Grand Order of Mugunghwa": ("ORG", "grand-order-of-mugunghwa")},
    ),
    "wife and husband": (
        "Mr. Carl Benson and Mrs. Ann Benson flew home. Mrs. Benson waved. Mr. Benson slept.",
        {"Carl Benson": ("PERSON", "carl-benson"), "Ann Benson": ("PERSON", "ann-benson")},
    ),
    "days that are names": (
        "Theresa May resigned in May. Sun Yat-sen died on a Sunday.",
        {"Theresa May": ("PERSON", "theresa-may"), "Sun Yat-sen": ("PERSON", "sun-yat-sen")},
    ),
    "known by other names": (
        "Kiev was shelled. The leaders of Burma and Türkiye met at the White House.",
        {
            "Kiev": ("PLACE", "kyiv"),
            "Burma": ("PLACE", "myanmar"),
            "Türkiye": ("PLACE", "turkey"),
            "White House": ("ORG", "white-house"),
        },
    ),
    "an event named after two": (
        "All eyes were on the Lee-Trump Summit. Lee smiled and Donald Trump waved.",
        {"Lee-Trump Summit": ("EVENT", "lee-trump-summit"), "Lee": ("PERSON", "lee")},
    ),
    "an opening verb, a credit, a repeat": (
        "Feeding Harambo was hard. Visitors loved Harambo. Harambo slept.",
        {"Harambo": (None, "harambo")},
    ),
    "a hospital for children": (
        "She was taken to Marlowe Children's Hospital on Monday.",
        {"Marlowe Children's Hospital": ("ORG", None)},
    ),
    "given name and surname side by side": (
        "The ferry carried Zaddie Quill to Oslo. Zaddie Quill slept. “We saw Quill,” a steward said.",
        {"Zaddie Quill": ("PERSON", "zaddie-quill"), "Quill": ("PERSON", "zaddie-quill")},
    ),
    "a role before a name": (
        "Model Ella Quill was on board. Principal Otto Brandt was not. Golfer Zaddie Quarn left. Mother Teresa left.",
        {
            "Mother Teresa": ("PERSON", None),
            "Zaddie Quarn": ("PERSON", "zaddie-quarn"),
            "Ella Quill": ("PERSON", "ella-quill"),
            "Otto Brandt": ("PERSON", "otto-brandt"),
        },
    ),
    "a surname with a hyphen": (
        "Ella Quill-Brandt owns the cat. Quill-Brandt said the bill was high. It was Quill-Brandt's cat.",
        {"Quill-Brandt": ("PERSON", "ella-quill-brandt")},
    ),
    "All is part of a name": (
        "A passenger boarded the All Harbour Airways flight. All Harbour Airways (AHA) apologised. AHA paid.",
        {"All Harbour Airways": ("ORG", "all-harbor-airways"), "AHA": ("ORG", "all-harbor-airways")},
    ),
    "an acronym of other letters in brackets": (
        "The Harbour Front Party (NFR) won. Later the NFR lost.",
        {"NFR": ("ORG", "harbor-front-party")},
    ),
    "an agency credited behind a body": (
        "Marlowe Steel Works (AFP) shut on Monday.",
        {"AFP": ("ORG", "agence-france-presse")},
    ),
    "the headline's name is the text's": (
        "Brask Wins Harbour Vote\nMayor Olga Brask won the vote on Tuesday. Brask thanked the dockers.",
        {"Brask": ("PERSON", "olga-brask"), "Olga Brask": ("PERSON", "olga-brask")},
    ),
}

FORMS = {
    "he who says so": ("Ann Lee met Carl Benson. Carl Benson said he would stay.", "he", "carl-benson"),
    "gender decides": ("Ann Lee met Carl Benson in Oslo. She brought bread.", "She", "ann-lee"),
    "not the one who acts": ("Carl Benson fell. Paul Weber carried him home.", "him", "carl-benson"),
    "an office tied to a name": (
        "President Maria Soto spoke. Later the president left.",
        "the president",
        "maria-soto",
    ),
    "nobody can be told": ("Carl Benson and Paul Weber met. He won.", "He", None),
}


def mentions_of(texts):
    reports = [Report(id=str(at), text=text, language="en") for at, text in enumerate(texts)]
    for make, layer in ((find_sentences, "sentences"), (parse_tokens, "tokens"), (find_mentions, "mentions")):
        reports = [
            msgspec.structs.replace(report, annotations=msgspec.structs.replace(report.layers, **{layer: value}))
            for report, value in zip(reports, make(reports), strict=True)
        ]
    return {report.text: report.layers.mentions for report in reports}


@cache
def all_mentions():
    return mentions_of([case[0] for case in (*CASES.values(), *FORMS.values())])


@pytest.mark.parametrize("case", CASES)
def test_names(case):
    text, expected = CASES[case]
    found = {text[m.start : m.end]: m for m in all_mentions()[text] if m.form == "name"}
    for name, (kind, entity) in expected.items():
        assert name in found, f"{name!r} is not among {sorted(found)}"
        assert kind is None or found[name].type == kind
        if entity is not None:
            assert found[name].entity == entity


# text, then name -> type for names that must be found with these ends.
TOLD = {
    "a newspaper": (
        "A poll published in the Vestmarini newspaper gave the party a lead. A poll by Etnos newspaper did not.",
        {"Vestmarini": "ORG", "Etnos": "ORG"},
    ),
    "a district": ("Youths fought in the Exarnia district of Oslo. Exarnia was calm on Monday.", {"Exarnia": "PLACE"}),
    "a people's district": (
        "The blast occurred in the mainly Shia district of Exarnia, in a busy street.",
        {"Shia": "GROUP", "Exarnia": "PLACE"},
    ),
    "the village of": ("She fled to the village of Gavarzin on Friday.", {"Gavarzin": "PLACE"}),
    "an age before the name": (
        '"I feel sorry," said 40-year-old Tsikala Stephania, a clerk. The 40-year-old baker Tsikala Stephania left.',
        {"Tsikala Stephania": "PERSON"},
    ),
    "whose sister": ("Rihalla's sister flew to Barbados. Rihalla urged an end to violence.", {"Rihalla": "PERSON"}),
    "who": ("Lennox Marsh, who won the belt in 2001, sat at the ring.", {"Lennox Marsh": "PERSON"}),
    "shares of": (
        "Shares of Jarvis Brandt rose on Monday. Jarvis Brandt said it would sell.",
        {"Jarvis Brandt": "ORG"},
    ),
    "its spokesman": (
        "The Mozart spokesman declined to comment. Mozart shut the office on Monday, he said.",
        {"Mozart": "ORG"},
    ),
    "letters of an exchange": ("He says Marlo Brask (NYSE: MBR) fell, and Marlo Brask sued.", {"Marlo Brask": "ORG"}),
    "a given name alone": (
        "A clip of Celine shows the doctor. He sang for Celine after the exam.",
        {"Celine": "PERSON"},
    ),
    "a feast": (
        "Shops will stay shut until Christmas. The fair opens on Thanksgiving.",
        {"Christmas": "EVENT", "Thanksgiving": "EVENT"},
    ),
    "the film": ("She drove a car on the set of the 2003 film Kill Brask.", {"Kill Brask": "WORK"}),
    "a title in quotation marks": (
        'The singer starred with her brother in the musical "Jupiter\'s Sister" before she sang “Take Me Out” on tour.',
        {"Jupiter's Sister": "WORK"},
    ),
    "an office behind a body": (
        "Qualdo CTO Wolfgang Brandt said so. The WBA Champion, Nikolai Quill, won.",
        {"Wolfgang Brandt": "PERSON", "WBA": "ORG"},
    ),
    "a team without its city": ("Brask scored twice against the Jaguars in Oslo.", {"Jaguars": "ORG"}),
    "an office by its holder": (
        "The City Attorney's Office was considering a charge on Monday.",
        {"City Attorney's Office": "ORG"},
    ),
    "directions": ("They killed Western hostages in the East.", {"Western": "GROUP", "East": "PLACE"}),
    "a rank behind a force": (
        "The Vale County Police Lt. Otto Brandt said so.",
        {"Vale County Police": "ORG", "Otto Brandt": "PERSON"},
    ),
    "a team in a report that names others": (
        "The Pittsburgh Steelers won. Brask passed before Jaguars kicker Otto Quill scored.",
        {"Jaguars": "ORG"},
    ),
    "a comma between two": (
        "In an October interview with People, Quill claimed she was a social drinker.",
        {"People": "ORG", "Quill": None},
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_told_types(case):
    text, expected = TOLD[case]
    [mentions] = mentions_of([text]).values()
    found = {(text[m.start : m.end], m.type) for m in mentions if m.form == "name"}
    names = {name for name, _ in found}
    for name, kind in expected.items():
        assert name in names, f"{name!r} is not among {sorted(found)}"
        assert kind is None or {other for said, other in found if said == name} == {kind}


PLAIN = {
    "an order to the reader": (
        "Subscribe to read more. The ferry sank in Oslo. Continue below.",
        {"Subscribe", "Continue"},
    ),
    "a word shouted": ("The ferry did NOT sink. It did not list. They found MORE. There was more.", {"NOT", "MORE"}),
    "a noun that the report has small": (
        "Crew discovered the leak. The crew left. Violence erupted in Oslo. The violence went on.",
        {"Crew", "Violence"},
    ),
    "behind a dateline": (
        "OSLO, Dec 29 (Reuters) - Organisers of the festival were busy. The organisers left.",
        {"Organisers"},
    ),
    "furniture in a line": ("The ferry sank. Sign Up Continue reading the main story Please verify.", {"Up", "Please"}),
    "a number": ("Sixteen people were arrested in Oslo. Police found them.", {"Sixteen"}),
    "many who say so": (
        "OSLO — Authorities say two trains collided. Rescuers pulled one man out.",
        {"Authorities", "Rescuers"},
    ),
    "the web": (
        "She put it on her Web site, and the Internet cheered. Thank God, he said.",
        {"Web", "Internet", "God"},
    ),
    "what a post is filed under": ("Fighters of #OsloWatch marched in Bergen, @OsloWatch said.", {"OsloWatch"}),
    "an office alone": ("He was made National Coach in 1981.", {"National", "National Coach"}),
    "who somebody is": ("Police Inspector Otto Brandt said so. Undersheriff Ella Quill agreed.", {"Police Inspector"}),
}


@pytest.mark.parametrize("case", PLAIN)
def test_plain_words_are_no_names(case):
    text, words = PLAIN[case]
    [found] = mentions_of([text]).values()
    assert words.isdisjoint(text[m.start : m.end] for m in found if m.form == "name")


def test_an_owner_named_after_a_thing_stays_one():
    [found] = mentions_of(["President Lee left early. Stone's plane left later."]).values()
    assert {mention.entity for mention in found if mention.form == "name"} >= {"stone", "lee"}


def test_a_product_named_after_a_rare_word_stays_one():
    [found] = mentions_of(["Stratus sales will touch six million units in the quarter."]).values()
    assert {mention.entity for mention in found} == {"stratus"}


def test_a_firm_named_after_a_thing_stays_one():
    text = "Sprint sued the city on Monday. It was a long sprint."
    [found] = mentions_of([text]).values()
    assert "Sprint" in {text[m.start : m.end] for m in found}


@pytest.mark.parametrize("case", FORMS)
def test_nouns_and_pronouns(case):
    text, words, entity = FORMS[case]
    found = {text[m.start : m.end]: m.entity for m in all_mentions()[text] if m.form != "name"}
    assert found.get(words) == entity


def test_what_somebody_is_called_or_owns_is_not_who_they_are():
    text = "Her sister goes by the name Ella Brandt. Otto Quill (knee) sat out. Kyla Brask, a baker, got a copy."
    [found] = mentions_of([text]).values()
    assert [text[m.start : m.end] for m in found if m.form == "nominal"] == ["a baker"]


@pytest.mark.parametrize(("firm", "nouns"), [("Japanese", 1), ("American", 2)])
def test_a_firm_of_another_country_is_another(firm, nouns):
    text = f"The US firm, Brevik Robots, made ten. A rival is quiet, which the {firm} firm denied."
    [found] = mentions_of([text]).values()
    assert sum(m.form == "nominal" and m.entity == "brevik-robots" for m in found) == nouns


def test_husband_and_wife_keep_their_surname_apart():
    text = CASES["wife and husband"][0]
    alone = [m.entity for m in all_mentions()[text] if text[m.start : m.end] == "Benson"]
    assert alone == ["ann-benson", "carl-benson"]


ODD = {
    "empty": "",
    "one long word": "x" * 100_000,
    "only numbers": "1 2 3 " * 500,
    "emojis in front": "🎉🎉 👩‍👩‍👧 Ann Lee spoke in Oslo.",
    "capitals throughout": "ANN LEE SPOKE IN OSLO. THE MAYOR OF BERGEN LISTENED.",
    "no sentence ends": "Ann Lee spoke in Oslo " * 200,
    "another language": "Angela Merkel sprach am Montag in Berlin über den Haushalt und die Wahl.",
    "titles alone": "President Prime Minister Mr. Mrs. The Former Acting",
    "an end in the first word of a longer name": (
        "Ann said that the Sudanese Red Crescent helped. The Sudanese Red Crescent sent vans to Ann. The Sudanese"
    ),
    "marks alone": "' ’ - – \" ( ) 's ’s - -",
}


def test_odd_texts_keep_their_places():
    for text, mentions in mentions_of(ODD.values()).items():
        assert all(0 <= m.start < m.end <= len(text) for m in mentions)
        assert all(text[m.start : m.end].strip() == text[m.start : m.end] for m in mentions)
        assert all(m.entity for m in mentions)
        names = [m for m in mentions if m.form == "name"]
        assert all(one.end <= other.start for one, other in pairwise(names))
    emojis = mentions_of([ODD["emojis in front"]])[ODD["emojis in front"]]
    assert [ODD["emojis in front"][m.start : m.end] for m in emojis] == ["Ann Lee", "Oslo"]
