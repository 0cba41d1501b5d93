"""Which equal values are told as agreements, and which of several names."""

from tests.collate.build import storyline_of

from variorum.collate.align import align_wordings
from variorum.collate.findings.alike.agreements import gather_agreements
from variorum.collate.findings.pairs import find_agreements
from variorum.collate.points import Weights, read_wordings


def agreed(*texts):
    wordings = read_wordings(storyline_of(*texts))
    weights = Weights(wordings)
    numbers = {id(wording): number for number, wording in enumerate(wordings)}
    pairs = list(find_agreements(list(align_wordings(wordings, weights)), numbers))
    groups = gather_agreements(pairs, wordings, weights)
    sides = [(group[0].aspect, group[0].left) for group in groups]
    return [(aspect, wordings[side.wording].words(side.unit.first, side.unit.end)) for aspect, side in sides]


ONE = "Henrik Aasen steered the ferry Lysefjord from Bergen to Skudenes with 14 passengers on Tuesday."
OTHER = "Fourteen passengers were aboard when Henrik Aasen steered the ferry Lysefjord from Bergen to Skudenes."


def test_figures_come_first_and_persons_are_told_elsewhere():
    found = agreed(ONE, OTHER)
    assert found[0] == ("figure", "14")
    assert not any("Aasen" in words for _, words in found)


def test_of_the_names_in_two_sentences_one_is_told():
    assert len([words for aspect, words in agreed(ONE, OTHER) if aspect in ("name", "place")]) == 1


def test_an_amount_that_comes_back_is_one():
    found = agreed(
        "Mending the quay will cost $4 million, the mayor said. The council set aside $4 million for divers in May.",
        "Mending the quay would cost $4 million, said the mayor. In May the council set aside $4 million for divers.",
    )
    assert [words for aspect, words in found if aspect == "figure"] == ["$4 million"]


def test_small_counts_of_two_things_do_not_agree():
    bodies = "Divers recovered three bodies from the wreck of the Lysefjord near Skudenes on Tuesday."
    assert agreed(bodies, "The owner of the Lysefjord has three ferries, and sent divers to Skudenes on Tuesday.")
    assert not any(
        aspect == "figure"
        for aspect, _ in agreed(bodies, "The owner of the wreck, the Lysefjord, has three ferries near Skudenes.")
    )
    casualties = "Three dead were brought from the wreck of the Lysefjord near Skudenes to Bergen."
    assert ("figure", "three") in [(aspect, words.lower()) for aspect, words in agreed(bodies, casualties)]


def test_the_title_of_a_person_is_no_name_that_agrees():
    found = agreed(
        "Transport Minister Petra Holm promised new inspections of the ferries of the islands.",
        "New inspections of the ferries of the islands were promised by Transport Minister Petra Holm.",
    )
    assert not any("Transport" in words for _, words in found)


def test_a_small_count_agrees_under_one_act_however_little_else_is_shared():
    before = "The market was full. Families buried their dead on Friday. Schools stay closed. Nobody knew why. "
    after = "It rained all night. Help came late. At least one suspect had been {} in connection with the bombing."
    one = f"{before}Police said at least one suspect had been arrested from the area of the explosion."
    assert ("figure", "one") in agreed(one, after.format("arrested"))
    assert not any(aspect == "figure" for aspect, _ in agreed(one, after.format("seen")))


def test_a_day_agrees_under_one_act_however_little_else_is_shared():
    before = "The breach was found in July. The firm fell in trading. Nobody was named. Shares were sold by three men. "
    one = f"{before}Richard Holm is scheduled to testify on 3 October 2017 before a committee of the House of Lords."
    after = "It rained all night. Holm will {} on 3 October 2017, after he led the firm for twelve years of growth."
    assert any(aspect == "date" for aspect, _ in agreed(one, after.format("testify")))
    assert not any(aspect == "date" for aspect, _ in agreed(one, after.format("retire")))


SAID = "The Rail Board said on Friday that the tram left the bend at three times the speed allowed there."


def test_who_says_something_is_no_name_that_agrees():
    other = "A spokesman of the Rail Board said that the tram left the bend at three times the allowed speed on Friday."
    assert not any("Rail Board" in words for _, words in agreed(SAID, other))


def test_what_a_body_does_is_told():
    one = "The Rail Board opened an inquiry into the tram crash at the bend near Sandwick on Friday."
    other = "An inquiry into the tram crash at the bend near Sandwick was opened by the Rail Board."
    assert any("Rail Board" in words or "Sandwick" in words for _, words in agreed(one, other))


def test_two_dates_of_one_sentence_are_one_agreement():
    one = "The files of 143 million customers lay open between May and July, the credit firm said."
    other = "Between May and July the files of 143 million customers lay open, said the credit firm."
    assert sum(aspect == "date" for aspect, _ in agreed(one, other)) == 1


def test_lengths_of_time_without_a_number_agree_only_where_they_tell_something():
    years = agreed(
        "Over the years the ferry Lysefjord carried many a bride to the church of Skudenes, and all were dry.",
        "The mayor of Skudenes has kept the ferry Lysefjord going all these years, against the will of Bergen.",
    )
    assert not any(aspect == "figure" for aspect, _ in years)
    weeks = agreed(
        "Mending the quay of Skudenes will take a few weeks, the mayor said.",
        "The mayor said that mending the quay of Skudenes would take a few weeks.",
    )
    assert ("figure", "a few weeks") in weeks
    hours = agreed(
        "Hours after the ferry sank off Skudenes its owner was arrested in Bergen.",
        "The owner of the ferry was arrested in Bergen hours after it had sunk off Skudenes.",
    )
    assert "hours" in [words.lower() for aspect, words in hours if aspect == "figure"]
