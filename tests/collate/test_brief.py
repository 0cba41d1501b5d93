import msgspec
import pytest
from tests.collate.build import storyline_of

from variorum.collate.findings.find import find_findings
from variorum.collate.likeness import Likeness
from variorum.collate.storyline import Storyline
from variorum.collate.told.backing import Backing
from variorum.collate.told.brief import write_brief
from variorum.collate.told.deeds import deeds_of, tell_one_deed
from variorum.collate.told.telling import is_background, is_mere_spelling, is_tellable, news_of

REPORTS = (
    "The old bridge over the Tarn collapsed on Tuesday and killed three people. The mayor closed both river banks.",
    "Three people died on Tuesday when the old bridge over the Tarn collapsed. Divers searched through the night.",
    "The river was still rising on Wednesday, forecasters said, and schools stayed closed for a second day.",
)


def brief():
    line = storyline_of(*REPORTS)
    return line, write_brief(line, find_findings(line), Likeness(line))


def test_each_line_is_verbatim_and_rests_on_its_first_reading():
    line, lines = brief()
    assert lines
    for each in lines:
        first = each.readings[0]
        assert line.by_id[first.report].text[first.start : first.end] == each.text


def test_what_most_reports_tell_leads_and_is_told_once():
    _, lines = brief()
    happened = [each.text for each in lines if each.part == "happened"]
    assert "collapsed" in happened[0]
    assert sum("collapsed" in text for text in happened) == 1


def happened_in(*texts):
    line = storyline_of(*texts)
    return [each.text for each in write_brief(line, find_findings(line), Likeness(line)) if each.part == "happened"]


def test_the_news_leads_though_an_earlier_report_told_something_else():
    stroll = ("2026-03-10", "Anna Lund had walked her dog along the quay of Tarn at noon on the tenth of March.")
    news = "The old bridge over the Tarn collapsed on Wednesday and killed three people, the mayor said."
    again = "Three people were killed on Wednesday when the old bridge over the Tarn collapsed, said the mayor."
    assert "collapsed" in happened_in(stroll, ("2026-03-12", news), ("2026-03-13", again))[0]


def test_a_head_that_tells_nothing_which_others_tell_gives_way_to_what_follows():
    mood = "Anna Lund took the dog, the photographs and the wrong pair of shoes from her kitchen. "
    told = happened_in(
        mood + "The market of Tarn reopened on Monday, and the baker Lena Berg sold 88 loaves before noon.",
        "Traders of the market of Tarn threw their shutters open on Monday, and the mayor cut a ribbon.",
        "Guards at the old gate searched every bag on Monday, and the loaves of the baker were gone before noon.",
    )
    assert any("reopened" in text or "shutters" in text for text in told)
    assert not any("shoes" in text for text in told)


@pytest.mark.parametrize(
    ("text", "tellable"),
    [
        ("The old bridge over the Tarn collapsed on Tuesday and killed three people.", True),
        ("However, the old bridge over the Tarn had been inspected in May.", False),
        ("That number includes two children who had been on a bicycle.", False),
        ("He told the council that the old bridge was safe for all.", False),
        ("“Nobody had told us that the old bridge was closed,” said Lena Berg.", False),
        ("A photo of the old bridge over the Tarn, seen from the tower.", False),
        ("The old bridge collapsed.", False),
        ("The move comes two years after the old bridge over the Tarn fell.", False),
        ("The move to the new bridge comes two years after the old one fell.", True),
        ("Also injured on Tuesday was the keeper of the old bridge of Tarn.", False),
        ("Who had told the mayor that the old bridge over the Tarn was safe?", False),
        ("We expect that the new bridge over the Tarn will open in the spring.", False),
        ("The mayor said: “We expect that the new bridge will open in the spring.”", True),
        ("The bridge over the Tarn has fallen, here’s all you need to know about it.", False),
        ("Photos: The old bridge over the Tarn fell into the river on Tuesday.", False),
        ("CLOSE The mayor says the old bridge over the Tarn was never inspected.", False),
        ("Read more: The old bridge over the Tarn fell into the river on Tuesday.", False),
        ("The old bridge over the Tarn is closed by guards on Tuesday. (Anna Lund/Tarn Press)", False),
        ("A sign of the old shipyard is seen on the quay of Tarn on Tuesday.", False),
        ("The new bridge is seen as a threat by the ferrymen of Tarn.", True),
        ("This photo taken by a guard shows the bridge over the Tarn after its fall.", False),
        ("Both of the men had helped to build the old bridge over the Tarn.", False),
        ("The meeting was part of long talks about the old bridge over the Tarn.", False),
        ("The meeting of the guild was part of long talks about the old bridge.", True),
        ("In contrast, the mayor of Skarn praised the old bridge over the Tarn.", False),
        ("Half of those are sold to the ferrymen of Skarn every spring.", False),
        ("Half of those who sold a boat are ferrymen of the town of Skarn.", True),
        ("Will have three lanes in each direction of the new road to Skarn.", False),
        ("the bridge will open in spring,' Lund wrote in her letter to the mayor.", False),
        ("(Union Wire) - The old bridge over the Tarn collapsed and killed three people.", True),
        ("SKARN, March 3 (Union Wire) — The bridge fell.", False),
    ],
)
def test_what_can_be_told_alone(text, tellable):
    line = storyline_of(text)
    assert is_tellable(line, Likeness(line).sentences[0]) is tellable


def test_what_was_before_the_story_does_not_lead():
    line = storyline_of("It is the first such accident since 1959. The bridge fell on Tuesday.")
    first, second = Likeness(line).sentences
    assert is_background(line, first)
    assert not is_background(line, second)


def test_a_dispute_is_told_with_both_its_sides_and_no_line_twice():
    line = storyline_of(
        "The old bridge over the Tarn collapsed on Tuesday. The Tarn bridge was built in 1961, the mayor said.",
        "Three people died when the old Tarn bridge fell. The Tarn bridge was built in 1968, the mayor said.",
    )
    lines = write_brief(line, find_findings(line), Likeness(line))
    disputed = [each.text for each in lines if each.part == "disputed"]
    assert len(disputed) in (0, 2)
    assert len({each.text for each in lines}) == len(lines)


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("SKARN, March 3 (Union Wire) — The old bridge over the Tarn collapsed on Tuesday.", "The old bridge"),
        ("(Union Wire) - The old bridge over the Tarn collapsed on Tuesday.", "The old bridge"),
        ("NEW SKARN -- Guards of the old bridge over the Tarn have been questioned.", "Guards of"),
        ("(TNN) The old bridge over the Tarn collapsed on Tuesday morning.", "The old bridge"),
        ("NOT CONTENT WITH BRIDGES Lund has built a tunnel under the Tarn.", "Lund has built"),
        ("4 October 2013, 18:07 (GMT+05:00) The council of Tarn has voted for a bridge.", "The council"),
        ("US NATO envoys met at the old bridge over the Tarn on Tuesday.", "US NATO"),
        ("A POLICEMAN has fallen from the old bridge over the Tarn.", "A POLICEMAN"),
        ("The bridge — The Tarn has but one — fell on Tuesday.", "The bridge"),
    ],
)
def test_a_line_begins_after_what_leads_its_sentence_in(text, news):
    line = storyline_of(text)
    sentence = Likeness(line).sentences[0]
    assert line.words("r1", news_of(line, sentence)).startswith(news)


def test_a_sentence_inside_a_quotation_that_began_before_is_not_told():
    line = storyline_of("“The bridge was old. The council had been told of the cracks in May. It slept,” Lund said.")
    sentence = next(each for each in Likeness(line).sentences if "cracks" in line.words("r1", each.span))
    assert not is_tellable(line, sentence)


@pytest.mark.parametrize(
    ("names", "spelt"),
    [
        (("Tarn Airways", "Tarn Airlines"), True),
        (("All-Tarn Airways", "Tarn Airways"), True),
        (("Lena Bergh", "Lena Berg"), True),
        (("Center for Human Bridges", "Center for Humane Bridges"), True),
        (("Lena Berg", "Lena Lund"), False),
        (("Joren Malk", "Jonas Holm"), False),
        (("Tarn", "Skarn Island"), False),
    ],
)
def test_names_that_are_only_spelt_in_two_ways(names, spelt):
    assert is_mere_spelling(names) is spelt


def test_how_a_name_is_spelt_is_no_dispute():
    line = storyline_of(
        "The old bridge over the Tarn collapsed on Tuesday. The bridge was built by Lena Bergh, the mayor said.",
        "Three people died when the old Tarn bridge fell. The bridge was built by Lena Berg, the mayor said.",
    )
    findings = find_findings(line)
    assert "disputed" not in {each.part for each in write_brief(line, findings, Likeness(line))}


def test_a_brief_opens_with_what_the_headlines_name():
    texts = (
        "The rival gloves were called ugly by the press of Tarn years ago. The Lumo gloves of Orrin look ordinary.",
        "Orrin showed its Lumo gloves on Monday, and they look quite ordinary. Nobody in Tarn has worn them yet.",
        "Rival gloves were called ugly by the Tarn press. Orrin has no price for Lumo gloves, which look ordinary.",
    )
    titles = ("Orrin shows Lumo", "Lumo gloves by Orrin", "Orrin and Lumo")
    reports = [
        msgspec.structs.replace(report, title=title)
        for report, title in zip(storyline_of(*texts).reports, titles, strict=True)
    ]
    line = Storyline(reports)
    happened = [each.text for each in write_brief(line, [], Likeness(line)) if each.part == "happened"]
    assert "Lumo" in happened[0]


def test_what_one_report_says_against_the_others_leads_nothing_and_is_told_as_disputed():
    line = storyline_of(
        "The ferry Alba sank off the harbour of Tarn on Tuesday with 48 passengers on board, the harbour master said.",
        "Divers searched the harbour of Tarn through the night. The mayor of Tarn closed the quay on Wednesday. "
        "The ferry Alba sank off the harbour of Tarn on Tuesday with 84 passengers on board, the harbour master swore.",
        "The church of Tarn held a service on Wednesday. The bishop spoke of the lost. "
        "On Tuesday the ferry Alba sank off the harbour of Tarn with 84 passengers on board, said the harbour master.",
    )
    lines = write_brief(line, find_findings(line), Likeness(line))
    assert not any("48" in each.text for each in lines if each.part == "happened")
    disputed = [each.text for each in lines if each.part == "disputed"]
    assert all(any(count in text for text in disputed) for count in ("48", "84"))


def part_of_brief(part, *texts):
    line = storyline_of(*texts)
    lines = write_brief(line, find_findings(line), Likeness(line))
    return [(each.text, sorted(place.report for place in each.readings)) for each in lines if each.part == part]


def test_what_happened_is_not_told_again_in_other_words():
    told = happened_in(
        "The harbour guild of Skarn dismissed Carl Holm on Monday. Holm had run the old ferries for twelve years.",
        "In a rare show of anger at its long stormy meeting the guild sacked Carl Holm, who had grown up on the quay.",
        "Carl Holm was dismissed by the harbour guild, its clerk said. Two ferries lay idle in Skarn on Monday.",
    )
    assert sum("dismissed" in text or "sacked" in text for text in told) == 1


def test_one_deed_is_told_once_however_it_is_put():
    line = storyline_of(
        "The guild dismissed Carl Holm on Monday.",
        "The clerk said that Carl Holm had been dismissed after a long stormy night.",
        "Carl Holm praised the guild of Skarn for its patience.",
    )
    one, other, third = (deeds_of(line, sentence) for sentence in Likeness(line).sentences)
    assert tell_one_deed(one, other)
    assert not tell_one_deed(one, third)


def test_who_dies_in_a_story_dies_once():
    line = storyline_of(
        "Carl Holm died on Monday.", "The old ferryman of Skarn died in his sleep.", "Anna Lund left on Monday."
    )
    one, other, third = (deeds_of(line, sentence) for sentence in Likeness(line).sentences)
    assert tell_one_deed(one, other)
    assert not tell_one_deed(one, third)


NEWS = (
    "The old bridge over the Tarn collapsed on Tuesday and killed three people. "
    "Divers of the coastguard searched the river for a red lorry all night. "
    "The mayor of Skarn closed both banks and promised a public inquiry. "
)
LED = "Guards led 38 pupils of the Lund school to the town hall of Skarn"


def test_what_is_settled_is_shown_as_far_as_others_tell_it():
    settled = part_of_brief(
        "settled",
        f"{NEWS}{LED}, which had been painted in May for the visit of a Danish choir.",
        f"{NEWS}{LED}, where Carl Holm made soup of barley, leeks and smoked eel.",
    )
    assert settled == [(LED, ["r1", "r2"])]


@pytest.mark.parametrize(
    "other",
    [
        "Guards did not lead 38 pupils of the Lund school to the town hall of Skarn.",
        "Guards may lead 38 pupils of the Lund school to the town hall of Skarn.",
    ],
)
def test_what_is_denied_or_only_possible_elsewhere_is_not_settled(other):
    settled = part_of_brief("settled", f"{NEWS}{LED}, which stands on a hill.", NEWS + other)
    assert not any("pupils" in text for text, _ in settled)


def test_he_backs_a_name_that_stands_just_before():
    line = storyline_of(
        "Dr. Anna Lund received the Tarn prize of the ferry guild in 1998, which nobody in Tarn had won.",
        "Nobody knew Anna Lund in Skarn. She received the Tarn prize of the ferry guild in 1998.",
    )
    likeness = Likeness(line)
    named, _, other = likeness.sentences
    backing = Backing(line, likeness)
    *_, part = backing.parts(named)
    assert line.words("r1", part) == "Dr. Anna Lund received the Tarn prize of the ferry guild in 1998"
    assert backing.backs(other, named, part)


def test_what_another_report_tells_as_done_is_not_told_as_planned():
    planned = (
        "President Anna Lund goes on with her tour on Wednesday, where she is set to meet Mayor Erik Berg in Voss."
    )
    done = "President Anna Lund met with Mayor Erik Berg in Voss on Wednesday. Nobody signed anything."
    told = [text for text, _ in part_of_brief("happened", ("2026-03-11", planned), ("2026-03-11", done))]
    assert done.split(". ", maxsplit=1)[0] + "." in told
    assert planned not in told


def test_what_two_reports_quote_is_not_settled():
    quote = "“We never saw a storm like it in all our years on the island,” said Lena Berg"
    texts = (
        f"{quote}, who runs the mill. The storm sank 14 trawlers off Skarn on Monday.",
        f"Nobody slept in Skarn. {quote}. On Monday the storm sank 14 trawlers off Skarn, and rain fell.",
        "The king will visit the valley of Voss in the spring of next year.",
    )
    told = [text for part in ("settled", "happened") for text, _ in part_of_brief(part, *texts)]
    assert any("14 trawlers" in text for text in told)
    assert not any("years on the island" in text for text, _ in part_of_brief("settled", *texts))
