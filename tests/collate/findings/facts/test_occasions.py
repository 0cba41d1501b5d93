"""When things happened: which datings of two reports are of one act, and which of these exclude each other."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.explained.explainer import explains
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.findings.facts.occasions.occasions import OCCASIONS_RELATIONS
from variorum.collate.points import Weights, read_wordings

# The text of one report, what its dating is about.
FACTS = [
    ("Joren Malk was signed on Tuesday.", "done sign :malk"),
    ("Brantford picked up Joren Malk on Tuesday.", "done sign :malk"),
    ("The signing of Joren Malk on Tuesday pleased the fans.", "done sign :malk"),
    ("Joren Malk was born in Kvam in 1956.", "done bear :malk"),
    ("Joren Malk is retired. He was arrested on Friday.", "done arrest :malk"),
    ("Joren Malk shot a man leaving a bar in Oslo on Friday.", "done shoot"),
    ("Joren Malk checked himself in on Friday.", "done admit :malk"),
    ("Joren Malk was driving home at 2 a.m. when he was pulled over.", "done stop :malk"),
    ("Joren Malk was arrested on Friday, police said.", "done arrest :malk"),
    ("The Solheim Foxes, who left in 1994, had no home of their own.", "done leave :solheim foxes"),
    ("The fire broke out on Friday.", "done blaze"),
    ("The explosion was at around noon on Friday.", "done explode"),
    ("The blaze, which broke out on the roof at 8.45 p.m. on Friday, was huge.", "done blaze"),
    ("Joren Malk has been held since Friday.", "done arrest :malk"),
    ("Joren Malk was taken into custody on Friday.", "done arrest :malk"),
    ("Joren Malk was found guilty of murder in May.", "done convict :malk"),
    ("Joren Malk was rushed from the rink to Solheim Hospital on Friday.", "done rush_to_hospital :malk"),
    ("Joren Malk opened fire at a rink in Oslo on Friday.", "done shoot"),
    ("The Kvam Clinic has been open since 1987.", "done found :kvam clinic"),
    ("Anna Berg went missing on Friday.", "done disappear :berg"),
    ("Anna Berg was admitted to Oslo Hospital on Friday.", "done admit :berg"),
    ("Kvam Steel was set up in 1989.", "done found :kvam steel"),
    ("Anna Berg had an operation on Tuesday.", "done surgery :berg"),
    ("Anna Berg's funeral will be held on Friday.", "planned funeral :berg"),
    ("Anna Berg's funeral is on Friday.", "planned funeral :berg"),
    ("Anna Berg's funeral was held on Friday.", "done funeral :berg"),
]
NOTHING = [
    "Police said on Friday that Joren Malk was in town.",
    "Joren Malk, police said Friday, was arrested.",
    "Joren Malk was not arrested on Friday.",
    "Joren Malk may be arrested on Friday.",
    "Joren Malk has been in town since Friday.",
    "Joren Malk has been the owner since 1987.",
    "Since Friday Joren Malk has not been held.",
    "Joren Malk must leave by Friday.",
    "If Joren Malk is sold on Friday, fans will be angry.",
    "Joren Malk admitted on Friday that he was there.",
]
DIFFERENT = [
    ("Joren Malk was signed on Tuesday by the Foxes.", "Brantford picked up Joren Malk on Monday."),
    ("Joren Malk, who was born in 1956, sang.", "The singer Joren Malk was born in Kvam in 1957."),
    (
        "The Solheim Foxes left the town in 1994.",
        "No club has come since the Solheim Foxes moved to Oslo in 1995.",
    ),
    # What else is told of somebody does not matter: an arrest long ago, the hour of this one.
    ("Joren Malk was arrested on Friday. He was arrested in 2009 too.", "Joren Malk was arrested on Thursday."),
    ("Joren Malk pleaded guilty in July 1973.", "Joren Malk pleaded guilty on 27 June 1973."),
    ("A bomb exploded in Kvam on Friday.", "The blast occurred on Thursday."),
    ("Joren Malk died on Friday at home.", "The death of Joren Malk on Thursday shook the town."),
    ("The ferry Lark sank at 6.15 a.m. on Tuesday.", "The ferry Lark sank at 7.40 a.m. on Tuesday."),
    ("The explosion shook the town at 8.40 p.m. on Friday.", "The blast occurred at 9.50 p.m. on Friday."),
    # "On Friday night" fits any clock, and does not keep two from being compared; nor does that of another zone.
    (
        "A fire broke out on Friday night. The blaze broke out about 8.40 p.m.",
        "The fire broke out at 8.49 p.m. on Friday.",
    ),
    ("The quake struck the island at 5.06 p.m. (1336 GMT).", "The quake struck the island at 5.11 p.m."),
    # "Berg-era" names whose rule it was no more than "bold".
    ("Passed in January 2009, the Berg-era rule split the town.", "The rule, finalized in December, split the town."),
    (
        "Joren Malk was a star at Kvam and the first pick by Brantford in 2002.",
        "Joren Malk was drafted by the Foxes in 2003.",
    ),
    ("Joren Malk died on Friday.", "The cause of Joren Malk's death at home on Thursday was a fall."),
    ("The Kvam Clinic has served the town since 1987.", "In 1990 she founded the Kvam Clinic."),
    ("Joren Malk has been held since Monday.", "Joren Malk was arrested on Wednesday."),
    ("Joren Malk was found guilty in April.", "A jury convicted Joren Malk in March."),
    ("Anna Berg retired in 2007.", "Anna Berg ended her career in 2008."),
    ("Anna Berg was admitted to hospital on Friday.", "Anna Berg was hospitalised on Thursday."),
    ("Joren Malk's funeral will be held on Friday.", "The funeral for Joren Malk is on Saturday."),
]
# No conflict: they agree, or tell of two acts, two things, a plan, a limit, or a time long before.
ALIKE = [
    ("Joren Malk was signed on Tuesday.", "Brantford picked up Joren Malk on Tuesday night."),
    ("Joren Malk was signed on Tuesday.", "Brantford picked up Tomas Falk on Monday."),
    ("Joren Malk was arrested on Tuesday.", "Joren Malk was released on Wednesday."),
    ("Joren Malk will be signed on Tuesday.", "Joren Malk was signed on Monday."),
    ("Joren Malk left Solheim on Tuesday.", "Tomas Falk left Solheim on Monday."),
    ("Joren Malk was arrested in 2009.", "Joren Malk was arrested in 2014."),
    ("Joren Malk was arrested on Tuesday.", "Joren Malk was arrested in 2009."),
    ("The earthquake struck the island at 5.06 p.m. on Sunday.", "The quake struck the island at 5.50 p.m."),
    ("Joren Malk was arrested on 3 May 2011 and freed.", "Joren Malk was arrested on Friday."),
    ("A bomb exploded on a bus in Kvam on Friday.", "A bomb exploded on a bus in Solheim on Thursday."),
    ("Joren Malk died in May.", "Joren Malk died in 2011."),
    ("The fire broke out on Friday.", "Police fired into the crowd on Thursday."),
    ("Joren Malk was released in 2004.", "Joren Malk was released from prison in 2006."),
    ("Anna Berg began modeling in 1950.", "Anna Berg started her acting career in 1952."),
    ("Anna Berg began modeling in 1950.", "Anna Berg began modeling in the 1950s."),
    ("Joren Malk had a heart attack on Friday.", "Joren Malk was arrested on Thursday."),
    ("Joren Malk was found guilty in April.", "Joren Malk was found in March."),
    ("The Kvam Clinic has been his since 1987.", "In 1949 she founded the Kvam Clinic."),
    ("Joren Malk was charged with murder on Friday.", "The murder of Joren Malk on Thursday shook Oslo."),
    # Two quakes of one day, and clocks of two zones.
    ("The quake, which struck at 1.53 p.m. on Friday, was felt.", "An earthquake hit at 9.10 a.m. on Friday."),
    ("The quake struck at 10.23 GMT on Friday.", "The quake struck at 9.10 a.m. on Friday."),
    ("Joren Malk performed in 2004.", "Joren Malk performed in 2001."),
    ("Joren Malk won the primary in Solheim on Tuesday.", "Joren Malk won the primary in Kvam on Sunday."),
    ("Joren Malk began his coaching career in 1976.", "Joren Malk began his singing career in 1975."),
    ("Voters approved the bond on Tuesday.", "Voters in Kvam approved the bond on Monday."),
    ("Joren Malk died at 6.41 last night.", "Joren Malk died on Thursday evening."),
    ("The blast occurred at 8.40 p.m. on Friday.", "The fire was reported at 8.49 p.m. on Friday."),
    (
        "Joren Malk was signed on Tuesday.",
        "Brantford picked up Joren Malk on Monday. The Foxes had signed Joren Malk on Tuesday.",
    ),
]


def abouts_of(text: str) -> list[str]:
    wordings = read_wordings(storyline_of(text))
    return [fact.about.partition(" @")[0] for relation in OCCASIONS_RELATIONS for fact in relation.find(wordings)]


def told_in(*texts: str) -> list[bool]:
    """For each pair whether it is explained away."""
    storyline = storyline_of(*((None, text) for text in texts))
    wordings = read_wordings(storyline)
    setting = Setting(storyline, wordings)
    pairs = list(differ_in_facts(state_facts(wordings, OCCASIONS_RELATIONS), Weights(wordings)))
    return [explains(setting, pair) for pair in pairs]


@pytest.mark.parametrize(("text", "about"), FACTS)
def test_a_dating_is_of_what_was_done_to_whom(text: str, about: str) -> None:
    assert about in abouts_of(text)


@pytest.mark.parametrize("text", NOTHING)
def test_a_day_of_saying_a_limit_and_what_was_not_done_are_no_dates_of_acts(text: str) -> None:
    assert abouts_of(text) == []


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_one_act_on_two_days_is_told(one: str, other: str) -> None:
    assert told_in(one, other)
    assert not any(told_in(one, other))
    assert not any(told_in(other, one))


def test_a_report_that_contradicts_itself_says_nothing_against_two_others() -> None:
    friday, thursday = "Joren Malk died on Friday.", "Joren Malk died on Thursday."
    assert told_in(friday, thursday)
    assert told_in(friday, thursday, f"{friday} {thursday}")
    assert not told_in(friday, f"{friday} {thursday}")


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_acts_and_one_day_are_not_told(one: str, other: str) -> None:
    assert told_in(one, other) == []
    assert told_in(other, one) == []


def test_a_happening_is_dated_by_the_phrase_beside_it() -> None:
    one = "The rebels said it was revenge for air strikes in Bergen this week."
    for city, count in (("Bergen", 1), ("Oslo", 0)):
        other = f"They claimed it in retaliation for air strikes last week in {city}."
        assert len(told(OCCASIONS_RELATIONS, one, other)) == count


def test_a_charge_is_not_dated_by_its_crime() -> None:
    assert "murder" not in " ".join(abouts_of("Joren Malk was charged with murder on Friday."))
