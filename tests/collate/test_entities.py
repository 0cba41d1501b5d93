"""Names across reports: pairs that are one and pairs that are not, and the laws of resolving."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec
import pytest

from variorum.annotate.mentions import find_mentions
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.collate.entities.resolve import LocalEntity, resolve_entities
from variorum.collate.entities.settle import with_one_type
from variorum.model.annotations import Annotations, Mention
from variorum.model.report import Report

PAIRS = [tuple(row) for row in tomllib.loads((Path(__file__).parent / "name_pairs.toml").read_text())["pairs"]]


def annotated(texts):
    """Reports of these texts by id, with their mentions; parsed in one batch, since loading costs most."""
    reports = [Report(id=id, text=text, language="en") for id, text in texts.items()]
    for make, layer in ((find_sentences, "sentences"), (parse_tokens, "tokens"), (find_mentions, "mentions")):
        reports = [
            msgspec.structs.replace(report, annotations=msgspec.structs.replace(report.layers, **{layer: value}))
            for report, value in zip(reports, make(reports), strict=True)
        ]
    return {report.id: report for report in reports}


@cache
def pair_reports():
    return annotated({f"{at}{side}": row[4 + n] for at, row in enumerate(PAIRS) for n, side in enumerate("ab")})


def mention_of(report, name):
    start = report.text.index(name)
    end = start + len(name)
    inside = [m for m in report.layers.mentions if m.form == "name" and m.start < end and start < m.end]
    return max(inside, key=lambda m: min(end, m.end) - max(start, m.start)) if inside else None


def are_one(reports, one, other):
    resolved = resolve_entities(reports)
    ids = []
    for report, name in zip(reports, (one, other), strict=True):
        mention = mention_of(report, name)
        assert mention is not None, f"{name!r} was not found"
        ids.append(resolved.entity_of[LocalEntity(report.id, mention.entity)])
    return ids[0] == ids[1]


@pytest.mark.parametrize("at", range(len(PAIRS)), ids=[f"{row[0]}: {row[2]} / {row[3]}" for row in PAIRS])
def test_pairs_of_names(at):
    _, label, one, other, _, _ = PAIRS[at]
    reports = [pair_reports()[f"{at}{side}"] for side in "ab"]
    assert are_one(reports, one, other) == (label == "same")


STORIES = {
    # id -> text; then groups of (report, name) that are one entity, each group apart from the others.
    "one president in four spellings": (
        {
            "a": "President Lee Jae Myung met President Trump in Gyeongju. Lee smiled.",
            "b": "South Korea's Lee Jae-myung and Donald Trump shook hands.",
            "c": "President Lee left early. Trump's plane left later.",
            "d": "US President Donald J. Trump praised Lee.",
        },
        [
            [("a", "Lee Jae Myung"), ("b", "Lee Jae-myung"), ("c", "Lee"), ("d", "Lee")],
            [("a", "Trump"), ("b", "Donald Trump"), ("c", "Trump"), ("d", "Donald J. Trump")],
        ],
    ),
    "two of one surname": (
        {
            "a": "President Lee Jae Myung spoke. Lawmaker Lee Jun-seok left the hall.",
            "b": "President Lee answered questions in Seoul.",
            "c": "Lee Jun-seok, a lawmaker, asked for an inquiry.",
        },
        [
            [("a", "Lee Jae Myung"), ("b", "Lee")],
            [("a", "Lee Jun-seok"), ("c", "Lee Jun-seok")],
        ],
    ),
    "bodies in short": (
        {
            "a": "Marlowe Steel Works will close, the Harbour Cleaning Board said in Bergen.",
            "b": "The HCB found oil off Bergen. Marlowe Steel denied that it leaked.",
            "c": "Marlowe Steel Works Ltd. paid a fine to the Harbor Cleaning Board.",
        },
        [
            [("a", "Marlowe Steel Works"), ("b", "Marlowe Steel"), ("c", "Marlowe Steel Works Ltd.")],
            [("a", "Harbour Cleaning Board"), ("b", "HCB"), ("c", "Harbor Cleaning Board")],
        ],
    ),
    "a capital, its state and the other state": (
        {"a": "North Korea tested a missile. Seoul protested.", "b": "South Korea called on North Korea to stop."},
        [[("a", "North Korea"), ("b", "North Korea")], [("a", "Seoul")], [("b", "South Korea")]],
    ),
    "places with what they are behind their name": (
        {
            "a": "The boy fell in Vestermark Village in Hebei Province on Monday.",
            "b": "He fell in Vestermark, said officials of Hebei.",
        },
        [[("a", "Vestermark Village"), ("b", "Vestermark")], [("a", "Hebei Province"), ("b", "Hebei")]],
    ),
    "a team without its city in a report that names no other": (
        {
            "a": "The Seattle Seahawks beat the Denver Broncos in Oslo on Monday.",
            "b": "Otto Brandt left the Seahawks, he said.",
        },
        [[("a", "Seattle Seahawks"), ("b", "Seahawks")], [("a", "Denver Broncos")]],
    ),
    "a man, his body and his tower": (
        {
            "a": "Carl Benson founded Benson Industries. The Benson administration took office.",
            "b": "Benson Industries sacked 40 people, Carl Benson said.",
        },
        [
            [("a", "Carl Benson"), ("b", "Carl Benson")],
            [("a", "Benson Industries"), ("b", "Benson Industries")],
            [("a", "Benson administration")],
        ],
    ),
}


@cache
def story_reports(story):
    return annotated(STORIES[story][0])


def id_of(resolved, report, name):
    mention = mention_of(report, name)
    assert mention is not None, f"{name!r} was not found in {report.id!r}"
    return resolved.entity_of[LocalEntity(report.id, mention.entity)]


@pytest.mark.parametrize("story", STORIES)
def test_entities_of_a_story(story):
    reports = story_reports(story)
    resolved = resolve_entities(list(reports.values()))
    groups = [[id_of(resolved, reports[at], name) for at, name in group] for group in STORIES[story][1]]
    for group in groups:
        assert len(set(group)) == 1, group
    assert len({group[0] for group in groups}) == len(groups), groups


@pytest.mark.parametrize("story", STORIES)
def test_the_order_of_reports_changes_nothing(story):
    reports = list(story_reports(story).values())
    assert resolve_entities(reports) == resolve_entities(reports[::-1])


@pytest.mark.parametrize("story", STORIES)
def test_every_mention_has_its_place_in_one_entity(story):
    reports = list(story_reports(story).values())
    resolved = resolve_entities(reports)
    ids = [entity.id for entity in resolved.entities]
    assert len(ids) == len(set(ids))
    placed = sorted((place.report, place.start, place.end) for entity in resolved.entities for place in entity.mentions)
    assert placed == sorted((report.id, m.start, m.end) for report in reports for m in report.layers.mentions)
    for report in reports:
        for mention in report.layers.mentions:
            assert resolved.entity_of[LocalEntity(report.id, mention.entity)] in ids


def test_no_reports_have_no_entities():
    assert resolve_entities([]).entities == ()


def test_a_surname_with_a_hyphen_is_of_the_one_who_bears_it():
    reports = annotated(
        {
            "a": "Ella Quill-Brandt owns the cat. Ella Quill-Brandt paid the bill.",
            "b": "The cat belongs to Quill-Brandt, said the vet.",
        }
    )
    assert {mention_of(reports[each], "Quill-Brandt").type for each in "ab"} == {"PERSON", "ORG"}
    (entity,) = [each for each in resolve_entities(list(reports.values())).entities if "Quill" in each.name]
    assert entity.name == "Ella Quill-Brandt"
    assert {mention.report for mention in entity.mentions} == {"a", "b"}


def report_with(id, text, *mentions):
    """A report with mentions (words, type, entity, form) at the first place of their words."""
    made = [
        Mention(start=text.index(words), end=text.index(words) + len(words), type=kind, entity=entity, form=form)
        for words, kind, entity, form in mentions
    ]
    return Report(id=id, text=text, language="en", annotations=Annotations(mentions=tuple(made)))


def test_what_most_reports_take_for_a_firm_is_nobody_in_any():
    firm = [
        report_with(id, "Quallmar made an offer.", ("Quallmar", "ORG", "quallmar", "name")) for id in ("a", "b", "c")
    ]
    mistaken = report_with(
        "d",
        "Quallmar refused, he said.",
        ("Quallmar", "PERSON", "quallmar", "name"),
        ("he", "PERSON", "quallmar", "pronoun"),
    )
    reports = [*firm, mistaken]
    settled = with_one_type(reports, resolve_entities(reports))
    assert [(m.type, m.form) for m in settled[3].layers.mentions] == [("ORG", "name")]
    assert settled[0] is reports[0]


def test_a_full_name_with_a_given_one_is_a_person_in_every_report():
    reports = [
        report_with("a", "Ella Marsh spoke.", ("Ella Marsh", "PERSON", "ella-marsh", "name")),
        report_with("b", "Fans of Marsh left.", ("Marsh", "ORG", "marsh", "name")),
        report_with("c", "Marsh was late.", ("Marsh", "ORG", "marsh", "name")),
    ]
    resolved = resolve_entities(reports)
    assert [(entity.name, entity.type) for entity in resolved.entities] == [("Ella Marsh", "PERSON")]
    assert {m.type for report in with_one_type(reports, resolved) for m in report.layers.mentions} == {"PERSON"}


def test_a_town_stays_one_where_most_reports_mean_a_body_of_its_name():
    reports = [
        report_with(id, "Vellmark won.", ("Vellmark", kind, "vellmark", "name"))
        for id, kind in (("a", "ORG"), ("b", "ORG"), ("c", "ORG"), ("d", "PLACE"))
    ]
    assert with_one_type(reports, resolve_entities(reports))[3] is reports[3]
