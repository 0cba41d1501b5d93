"""Bodies in a role that a story has once: hospitals, makers and operators, journals."""

import pytest
from tests.collate.findings.facts.telling import told

from variorum.collate.findings.facts.posts.bodies import BODY_RELATIONS


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            "Susan Keller was taken to Lakewood General Hospital after the crash.",
            "Rescuers flew Susan Keller to Mercy Hospital.",
            {"Lakewood General Hospital", "Mercy Hospital"},
        ),
        (
            "The ferry was operated by Kvam Lines, a subsidiary of Holm Group.",
            "Norsea Shipping operated the ferry.",
            {"Kvam Lines", "Norsea Shipping"},
        ),
        (
            "The study, published Monday in the journal Nature Geoscience, found more ice.",
            "The findings were published in Geophysical Research Letters.",
            {"Nature Geoscience", "Geophysical Research Letters"},
        ),
    ],
)
def test_two_bodies_in_one_role_are_told(one: str, other: str, names: set[str]) -> None:
    assert told(BODY_RELATIONS, one, other) == {frozenset(names)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Susan Keller was taken to Mercy Hospital.", "Susan Keller was taken to Mercy Medical Center."),
        ("Susan Keller was taken to Mercy Hospital.", "Lars Moe was taken to Lakewood General Hospital."),
        ("Susan Keller was taken to Mercy Hospital.", "Susan Keller works at Lakewood General Hospital."),
        ("One victim was taken to Mercy Hospital.", "Another victim was taken to Lakewood General Hospital."),
        (
            "Susan Keller was taken to Mercy Hospital. She was later moved to Lakewood General Hospital.",
            "Susan Keller was taken to Lakewood General Hospital.",
        ),
        ("The ferry was operated by Kvam Lines.", "The ferry was not operated by Norsea Shipping."),
        ("The ferry was operated by Kvam Lines.", "The tunnel was operated by Norsea Shipping."),
        ("The ferry was operated by Kvam Lines.", "The ferry was built by Norsea Shipping."),
        ("The ferry was operated by Kvam Lines and Holm Group.", "The ferry was operated by Norsea Shipping."),
        (
            "The study was published in Nature Geoscience.",
            "An earlier study was published in Geophysical Research Letters.",
        ),
    ],
)
def test_one_body_and_other_patients_things_and_studies_are_not_told(one: str, other: str) -> None:
    assert not told(BODY_RELATIONS, one, other)
