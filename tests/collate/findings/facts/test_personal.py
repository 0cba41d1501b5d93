"""What reports state outright of a person, and what excludes what."""

import pytest
from tests.collate.build import storyline_of
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.named import persons_in
from variorum.collate.findings.facts.persons.personal import PERSON_RELATIONS
from variorum.collate.findings.facts.persons.persons import Persons
from variorum.collate.points import read_wordings

FACTS = [
    ("Marta Lindqvist, 34, was found by a neighbour.", ["age lindqvist 34"]),
    ("Police held 34-year-old bus driver Marta Lindqvist.", ["age lindqvist 34"]),
    ("Marta Lindqvist, aged 34, was charged with theft.", ["age lindqvist 34"]),
    ("Marta Lindqvist, a 34-year-old teacher, was charged with theft.", ["age lindqvist 34"]),
    ("Marta Lindqvist is 34 years old.", ["age lindqvist 34"]),
    ("Marta Lindqvist, who turned 34 last week, retired on Monday.", ["age lindqvist 34"]),
    ("The singer Marta Lindqvist died on Friday. She was 84.", ["age lindqvist 84"]),
    ("Teenager Marta Lindqvist was charged with theft.", ["age lindqvist 13-19"]),
    ("Marta Lindqvist, a teenager from Bergen, fled.", ["age lindqvist 13-19"]),
    ("Marta Lindqvist, in her 40s, was charged with theft.", ["age lindqvist 40-49"]),
    ("Marta Lindqvist, 34, of Bergen, was charged with theft.", ["age lindqvist 34", "home lindqvist Bergen"]),
    ("Marta Lindqvist, 34, a mother of three, was charged.", ["age lindqvist 34", "children lindqvist 3"]),
    ("Mother of three Marta Lindqvist was charged with theft.", ["children lindqvist 3"]),
    ("Marta Lindqvist has three children.", ["children lindqvist 3"]),
    ("Marta Lindqvist, a resident of Bergen, saw the fire.", ["home lindqvist Bergen"]),
    ("Marta Lindqvist, who lives in Bergen, saw the fire.", ["home lindqvist Bergen"]),
    ("Anton Reyes and his brother Carlos Mendez were arrested.", ["kinship mendez|reyes sibling"]),
    ("Carlos Mendez, a cousin of Anton Reyes, was arrested.", ["kinship mendez|reyes cousin"]),
    ("Anton Reyes's half-brother, Carlos Mendez, was arrested.", ["kinship mendez|reyes half-sibling"]),
    ("Anton Reyes thanked his wife, Elena Vega.", ["kinship reyes|vega spouse"]),
    ("The gunman's father, Carlos Mendez, wept.", ["kinship gunman|mendez parent"]),
    ("A five-year-old boy was found in the woods.", ["age the boy 5"]),
]
NOTHING = [
    "Marta Lindqvist was 17 when she left the town.",
    "Marta Lindqvist, about 30 years old, was charged.",
    "Two weeks after Marta Lindqvist, 12 shops were robbed.",
    "Police held then-15-year-old Marta Lindqvist.",
    "Marta Lindqvist, aged 15 at the time, fled.",
    "The teen star Marta Lindqvist sang.",
    "Marta Lindqvist, a mother of two young boys, was charged.",
    "Marta Lindqvist of the Labour Party won.",
    "Marta Lindqvist, who turns 35 on 4 May, was hit.",
    "When she was 12, Marta Lindqvist moved to the coast.",
    "She was 84.",
    "The shot hit Marta Lindqvist from a Bergen rooftop.",
    "Police found a text of Carlos Mendez, from his wife's phone.",
    "The five-year-old building burned down.",
]
DIFFERENT = [
    # Whoever has a role, by whatever noun and name.
    ("The bus driver, 52, was unhurt.", "Nobody blamed the 58-year-old bus driver.", {"52", "58-year-old"}),
    ("The pilot, a 44-year-old from Bergen, died.", "The plane's pilot was 48, police said.", {"44-year-old", "48"}),
    ("The victim was a father of two.", "The victim, a father-of-four, was shot on Sunday.", {"two", "four"}),
    # "A boy" is no grown man.
    ("They adopted a boy named Nils Berg.", "Nils Berg, 27, was adopted.", {"boy", "27"}),
    (
        "Karen Elizabeth Lindqvist was charged with theft.",
        "Police arrested Karen Louise Lindqvist.",
        {"Karen Elizabeth Lindqvist", "Karen Louise Lindqvist"},
    ),
    # A last name alone is of whom the sentence before names.
    (
        "Anna Berg and Peter Berg fled. A clerk saw Anna Berg. Berg, 34, was held.",
        "Anna Berg, 36, fled.",
        {"34", "36"},
    ),
    (
        "Marta Lindqvist, 34, was charged with theft.",
        "Police arrested 36-year-old Marta Lindqvist.",
        {"34", "36-year-old"},
    ),
    (
        "Marta Lindqvist, a mother of three, was hit.",
        "Marta Lindqvist was the mother of four children.",
        {"three", "four"},
    ),
    (
        "Marta Lindqvist, 34, of Bergen, was charged.",
        "Marta Lindqvist, of Stavanger, fled on foot.",
        {"Bergen", "Stavanger"},
    ),
    (
        "Anton Reyes and his brother Carlos Mendez fled.",
        "Carlos Mendez, a cousin of Anton Reyes, fled.",
        {"brother", "cousin"},
    ),
    (
        "A five-year-old boy was found in the woods.",
        "The six-year-old boy had lost his way.",
        {"five-year-old", "six-year-old"},
    ),
]
ALIKE = [
    # Two of one role, one of another story, and one who may be anyone.
    ("The driver, 52, was unhurt.", "The second driver, 58, died."),
    ("Two drivers were hurt, one of them 34.", "The driver, 58, died."),
    ("The truck driver, 52, was unhurt. The bus driver died.", "The driver of the bus, 58, died."),
    ("The victim, 34, was found.", "Another victim, 37, was found."),
    (
        "The gunman, 23, killed himself.",
        "The gunman in the 2009 attack was 27. The new one died in 2026, in May 2026.",
    ),
    ("A 34-year-old Dutch teacher drowned.", "A 44-year-old Dutch teacher saw it."),
    ("Her mother, Ann Lee, 54, called.", "His mother, Eva Holm, 60, called."),
    ("A boy, Nils Berg, was found.", "Nils Berg, 18, was found."),
    ("Karen Elizabeth Lindqvist was charged.", "Karen Elisabeth Lindqvist was held."),
    ("Hillary Rodham Clinton came.", "Hillary Diane Clinton came."),
    ("Anna Berg and Peter Berg fled. Berg, 34, was held.", "Anna Berg, 36, fled."),
    # Who bears one last name is not one.
    ("Marta Lindqvist, 34, was hit.", "Her father, Nils Lindqvist, 61, saw it."),
    ("Marta Lindqvist, 34, was hit.", "Marta Lindqvist and Nils Lindqvist fled. Lindqvist, 61, was hurt."),
    ("Marta Lindqvist, a teenager, was hit.", "Marta Lindqvist, 19, was hit."),
    # A place in another, or in none that is known.
    ("Marta Lindqvist, of Bergen, was charged.", "Lindqvist, of Norway, was charged."),
    ("Marta Lindqvist, of Brooklyn, was charged.", "Lindqvist, of New York, was charged."),
    # Either report tells the other's value too.
    ("Marta Lindqvist, 34, was hit. Lindqvist, 35, died.", "Lindqvist, 35, was hit."),
    # Father and son, and somebody else than who is named.
    ("John Berg Sr., 61, was hit. John Berg Jr., 34, fled.", "John Berg Sr., 34, was hit."),
    ("A friend of Marta Lindqvist, 61, was hit.", "Marta Lindqvist, 34, fled."),
    ("Nils Dahl and Marta Lindqvist, 61 and 34, fled.", "Marta Lindqvist, 34, fled."),
    ("Marta Lindqvist, a mother of seven, was hit.", "The crash killed a father of eight."),
    ("A 44-year-old man was hit.", "A 45-year-old man was hit."),
    # Two boys.
    ("A five-year-old boy was found.", "A 14-year-old boy was arrested."),
]


def facts(*texts: str) -> list[str]:
    wordings = read_wordings(storyline_of(*texts))
    return [f"{each.name} {fact.about} {fact.value}" for each in PERSON_RELATIONS for fact in each.find(wordings)]


@pytest.mark.parametrize(("text", "read"), FACTS)
def test_what_is_told_beside_a_name_is_read(text, read):
    assert facts(text) == read


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_of_another_day_or_of_something_else_is_no_fact_of_a_person(text):
    assert facts(text) == []


@pytest.mark.parametrize(("one", "other", "values"), DIFFERENT)
def test_two_values_of_one_person_differ(one, other, values):
    assert told(PERSON_RELATIONS, one, other) == {frozenset(values)}
    assert told(PERSON_RELATIONS, other, one) == {frozenset(values)}


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_both_may_be_right_does_not_differ(one, other):
    assert told(PERSON_RELATIONS, one, other) == set()


def test_a_first_name_alone_is_of_its_one_bearer():
    wordings = read_wordings(storyline_of("Katie Jensen won. Katie, 5, was glad.", "Jensen lost."))
    persons = Persons(wordings)
    assert {persons.key_of(each, name) for each in wordings for name in persons_in(each)} == {"jensen"}


@pytest.mark.parametrize("texts", [("",), ("🙂", "\n"), ("A" * 2000, "34, 35, 36,"), ("he was", "Berg,", "Berg is")])
def test_odd_texts_tell_nothing(texts):
    assert facts(*texts) == []
