"""Words that differ and can both be right, and words that cannot."""

import pytest
from tests.collate.findings.pairing import is_explained

BOTH = {
    "acts of two players": (
        "Anna Vik gave up 40 points in the first half on Sunday.",
        "Maria Dahl racked up 40 points in the first half on Sunday.",
        "gave",
        "racked",
    ),
    "a child and an animal": (
        "The child was not seriously hurt in the fall, keepers at the Kvam zoo said.",
        "A gorilla is dead after the fall, keepers at the Kvam zoo said.",
        "hurt",
        "dead",
    ),
    "what a named thing is called": (
        "In May the song overtook the previous title holder - Night Ferry - on 4 May.",
        "In May the song overtook the previous most sold single - Night Ferry - on 4 May.",
        "title holder",
        "most sold single",
    ),
    "beside what both are contrasted with": (
        "The vote will be watched by national observers and international experts from Norland.",
        "The vote will be watched by local observers and international experts from Norland.",
        "national",
        "local",
    ),
    "a source that is not named": (
        "The ferry will not sail again this year, the port official told the Kvam Post.",
        "The ferry will not sail again this year, the port source added.",
        "official",
        "source",
    ),
    "what has lasted and what was done": (
        "She said her son brought it to Kvam Elementary School and showed it to a friend.",
        "She said her son has attended Kvam Elementary School since May.",
        "brought it to",
        "has attended",
    ),
    "a part and its whole": (
        "Ida Holm was hit on the back of the neck and never saw the stone, the doctor said.",
        "The doctor said Ida Holm was hit on the neck and never saw the stone.",
        "back",
        "neck",
    ),
    "a try and its failure": (
        "The crew tried to calm the man on the ferry, the owner said.",
        "The crew was unable to calm the man on the ferry, the owner said.",
        "tried",
        "was unable",
    ),
    "what is yet to come and has not come": (
        "The owner of the ferry had not yet answered the letter on Monday.",
        "The owner of the ferry had yet to answer the letter on Monday.",
        "answered",
        "answer",
    ),
    "what was seen and what was heard": (
        "The neighbour said he saw a man leave the house next door on Friday.",
        "The neighbour said he heard a quarrel in the house next door on Friday.",
        "saw",
        "heard",
    ),
    "a drop in one thing and a rise in another": (
        "The broker also expects a drop in demand for the older phones this year.",
        "The broker also expects a rise in wages for the older workers this year.",
        "drop",
        "rise",
    ),
    "stamps of pages": (
        "The old ferry runs again. Posted: May 24, 2025, 3:23 PM ET.",
        "The old ferry runs again. Updated: May 24, 2025, 3:23 PM ET.",
        "Posted",
        "Updated",
    ),
    "a thing asked and an act asked for": (
        "The mayor said that it was wrong to ask that question about the fire.",
        "The mayor has asked me to share what I know about the fire.",
        "that question",
        "share",
    ),
    "what was done to a thing and what it is": (
        "The officer fired a specialised round at the car in Kvam.",
        "The officer fired a harmless round at the car in Kvam.",
        "specialised",
        "harmless",
    ),
}
ONE = {
    "acts of one player": (
        "Anna Vik gave up 40 points in the first half on Sunday.",
        "Anna Vik racked up 40 points in the first half on Sunday.",
        "gave",
        "racked",
    ),
    "parts of a named person": (
        "The police spoke to the victim - Anna Vik - on 4 May.",
        "The police spoke to the killer - Anna Vik - on 4 May.",
        "victim",
        "killer",
    ),
    "a name behind another thing": (
        "In May the fleet lost the frigate - Solheim Star - on 4 May.",
        "In May the fleet lost the destroyer - Solheim Star - on 4 May.",
        "frigate",
        "destroyer",
    ),
    "nothing that both are contrasted with": (
        "The vote will be watched by national observers and by experts from Norland.",
        "The vote will be watched by international observers and by experts from Norland.",
        "national",
        "international",
    ),
    "who said one thing": (
        "The ferry will not sail again this year, her mother told the Kvam Post.",
        "The ferry will not sail again this year, her brother told the Kvam Post.",
        "mother",
        "brother",
    ),
    "success and failure": (
        "The crew managed to calm the man on the ferry, the owner said.",
        "The crew was unable to calm the man on the ferry, the owner said.",
        "managed",
        "was unable",
    ),
    "what is yet to come and has come": (
        "The owner of the ferry answered the letter on Monday.",
        "The owner of the ferry had yet to answer the letter on Monday.",
        "answered",
        "answer",
    ),
    "faiths, of which one reads like a name": (
        "The blast shook the mainly Shia district of the town on Friday.",
        "The blast shook the mainly Christian district of the town on Friday.",
        "Shia",
        "Christian",
    ),
    "a drop in a thing and a rise in it": (
        "The broker also expects a drop in demand for the older phones this year.",
        "The broker also expects a rise in demand for the older phones this year.",
        "drop",
        "rise",
    ),
    "two acts once done": (
        "She said her son brought it to Kvam Elementary School and showed it to a friend.",
        "She said her son stole it from Kvam Elementary School and showed it to a friend.",
        "brought it to",
        "stole it from",
    ),
    "what is and what it only looks like": (
        "The officer found a counterfeit note in the car in Kvam.",
        "The officer found a folded note in the car in Kvam.",
        "counterfeit",
        "folded",
    ),
    "faiths": (
        "The officer lives in a Buddhist district of the town of Kvam.",
        "The officer lives in a Catholic district of the town of Kvam.",
        "Buddhist",
        "Catholic",
    ),
}


@pytest.mark.parametrize(("one", "other", "left", "right"), BOTH.values(), ids=BOTH)
def test_what_can_both_be_right_is_no_conflict(one, other, left, right):
    assert is_explained(one, other, left, right, sure=0.9)


@pytest.mark.parametrize(("one", "other", "left", "right"), ONE.values(), ids=ONE)
def test_what_excludes_each_other_stays_a_conflict(one, other, left, right):
    assert not is_explained(one, other, left, right, sure=0.9)
