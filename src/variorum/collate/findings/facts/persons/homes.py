"""Where reports say that a person lives, was born, comes from and studies, when he or she was born, of what people."""

from __future__ import annotations

from functools import partial

from variorum.collate.compare.names import compare_names
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.facts.fact import Relation, Stated, have_other_values
from variorum.collate.findings.facts.persons.beside_names import Spot
from variorum.collate.findings.facts.persons.nations import KINGDOM, nation_of
from variorum.collate.findings.facts.persons.told_beside import HYPHENS, REACH, Reading, Told, phrase_from, relation_of
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.annotations import EntityType
from variorum.text.fold import fold
from variorum.text.gazetteer import Known, find_city, find_known

_words = partial(load_words, "en", "persons")
_AREAS = ("country", "state", "region")
# A city of so many thousands has districts and suburbs that are told as homes of their own.
_GREAT = 2000


def place_at(wording: Wording, at: int) -> Told | None:
    """Return the place that is named at a word, past an article."""
    return _name_at(wording, at, "PLACE")


def _name_at(wording: Wording, at: int, kind: EntityType) -> Told | None:
    while at < len(wording) and wording.pos[at] == "DET":
        at += 1
    value = wording.value_at.get(at)
    if value is None or value.mention is None or value.mention.type != kind:
        return None
    return Told(value.first, value.end, wording.words(value.first, value.end))


def _place_alone_at(wording: Wording, at: int) -> Told | None:
    """The place at a word, unless it stands before what lies there: "from a Bergen rooftop"."""
    told = place_at(wording, at)
    if told is None or wording.head[top_of(wording, Unit(told.first, told.end, None))] >= told.end:
        return None
    return told


def _home_beside(wording: Wording, spot: Spot) -> Told | None:
    at = spot.at
    # "Berg of the Province" writes for it, and "fired at Berg from a rooftop" tells where somebody else was.
    if wording.lemma[at] == "of" and spot.how == "direct":
        return _place_alone_at(wording, at + 1) if wording.pos[at + 1 : at + 2] == ["PROPN"] else None
    # "Berg, 34, from Bergen" lives there; "Berg, from Bergen" may have been born there.
    if wording.lemma[at] == "of" or (wording.lemma[at] == "from" and spot.how == "apposed" and spot.order):
        return _place_alone_at(wording, at + 1)
    lives = at + (wording.lemma[at] == "who")
    if wording.lemma[lives : lives + 2] == ["live", "in"] and wording.tag[lives] in ("VBZ", "VBP"):
        return place_at(wording, lives + 2)
    if spot.how == "direct":
        return None
    for index in phrase_from(wording, at):
        if wording.lemma[index] in _words("residents") and wording.lemma[index + 1 : index + 2] in (["of"], ["in"]):
            return place_at(wording, index + 2)
        if wording.lemma[index] in _words("dwellers") and index > at and wording.pos[at] == "DET":
            return _named_at(wording, index - 1)
    return None


def _named_at(wording: Wording, at: int) -> Told | None:
    value = wording.value_at.get(at)
    return place_at(wording, value.first) if value is not None else None


def _home_before(wording: Wording, name: Value) -> Told | None:
    """What "Bergen resident NAME" and "Bergen man NAME" tell."""
    at = name.first - 1
    return _named_at(wording, at - 1) if at >= 1 and wording.lemma[at] in _words("dwellers") else None


def _born_at(wording: Wording, spot: Spot) -> int | None:
    """The preposition after "born" where a stretch begins with it."""
    at = spot.at
    return at + 1 if wording.word(at).lower() == "born" and at + 2 < len(wording) else None


def _birthplace_beside(wording: Wording, spot: Spot) -> Told | None:
    at = _born_at(wording, spot)
    return place_at(wording, at + 1) if at is not None and wording.lemma[at] in ("in", "at", "near") else None


def _birth_beside(wording: Wording, spot: Spot) -> Told | None:
    at = _born_at(wording, spot)
    value = wording.value_at.get(at + 1) if at is not None and wording.lemma[at] in ("in", "on") else None
    if value is None or value.time is None or not value.time.value[:4].isdigit():
        return None
    return Told(value.first, value.end, value.time.value)


def _school_beside(wording: Wording, spot: Spot) -> Told | None:
    at = spot.at + (wording.lemma[spot.at] == "who")
    if wording.lemma[at : at + 2] == ["get", "into"]:
        told = _name_at(wording, at + 2, "ORG")
        return told if told is not None and set(fold(told.value).split()) & _words("schools") else None
    if at + 1 < len(wording) and wording.lemma[at] in _words("studying") and wording.tag[at] in ("VBZ", "VBG"):
        for index in range(at + 1, min(at + REACH, len(wording))):
            if wording.lemma[index] == "at" or (wording.lemma[at] == "attend" and index == at + 1):
                return _name_at(wording, index + (wording.lemma[index] == "at"), "ORG")
        return None
    if spot.how == "direct":
        return None
    for index in phrase_from(wording, spot.at):
        if wording.lemma[index] in _words("students"):
            follows = wording.lemma[index + 1 : index + 2] in (["at"], ["of"], ["from"])
            return _name_at(wording, index + 2, "ORG") if follows else _school_ending(wording, index)
    return None


def _school_before(wording: Wording, name: Value) -> Told | None:
    at = name.first - 1
    return _school_ending(wording, at) if at >= 1 and wording.lemma[at] in _words("students") else None


def _school_ending(wording: Wording, at: int) -> Told | None:
    value = wording.value_at.get(at - 1)
    return _name_at(wording, value.first, "ORG") if value is not None else None


def _nation_beside(wording: Wording, spot: Spot) -> Told | None:
    """What "a Norwegian" and "a Norwegian fisherman" tell."""
    at = spot.at
    if spot.how == "direct" or wording.pos[at] != "DET" or at + 2 >= len(wording):
        return None
    ends = wording.pos[at + 2] == "PUNCT" and wording.word(at + 2) not in HYPHENS
    return _people_at(wording, at + 1) if ends or wording.lemma[at + 2] in _words("nationals") else None


def _nation_before(wording: Wording, name: Value) -> Told | None:
    at = name.first - 1
    return _people_at(wording, at - 1) if at >= 1 and wording.lemma[at] in _words("nationals") else None


def _people_at(wording: Wording, at: int) -> Told | None:
    code = nation_of(wording, at) if at >= 0 else ""
    return Told(at, at + 1, code) if code else None


def are_other_places(one: Stated, other: Stated) -> bool:
    """Return whether neither of two places can lie in the other."""
    name, partner = one.fact.value, other.fact.value
    if compare_names(name, partner).outcome != "differs":
        return False
    known, partner_known = (find_known(each) or find_city(each) for each in (name, partner))
    if _is_area(known) or _is_area(partner_known):
        if known is None or partner_known is None:
            return False
        countries = {_country(known), _country(partner_known)}
        return known.kind == partner_known.kind or (None not in countries and len(countries) > 1)
    if known is None or partner_known is None:
        # A small place may be a part of any town, unless its state is told too: "Riverton, Utah".
        return all(_is_placed(each) for each in (one, other))
    great = [_thousands(each) >= _GREAT for each in (known, partner_known)]
    return not any(great) or all(great)


def _is_placed(stated: Stated) -> bool:
    """Whether a state or country follows a place: it is a town then."""
    wording, end = stated.wording, stated.fact.side.unit.end
    if end + 1 >= len(wording) or wording.word(end) != ",":
        return False
    after = wording.value_at.get(end + 1)
    return after is not None and _is_area(find_known(wording.words(after.first, after.end)))


def _thousands(known: Known) -> int:
    city = find_city(known.name)
    return city.thousands if city is not None else 0


def _country(known: Known) -> str | None:
    return "GB" if known.country in KINGDOM else known.country


def _is_area(known: Known | None) -> bool:
    return known is not None and known.kind in _AREAS


def _other_school(one: Stated, other: Stated) -> bool:
    """Whether two schools of one kind have names of two: a college may be one of a university."""
    kinds = [frozenset(fold(each.fact.value).split()) & _words("schools") for each in (one, other)]
    return kinds[0] == kinds[1] != frozenset() and compare_names(one.fact.value, other.fact.value).outcome == "differs"


def _other_date(one: Stated, other: Stated) -> bool:
    """Whether neither of two dates is a part of the other: the year of the day."""
    short, long = sorted((one.fact.value, other.fact.value), key=lambda each: (len(each), each))
    return not long.startswith(short)


_HOME = Reading(_home_beside, _home_before, of_aged=True, of_role=True)
_BIRTHPLACE = Reading(_birthplace_beside, None, _birthplace_beside, cues=("bearing",))
_BIRTH = Reading(_birth_beside, None, _birth_beside, cues=("bearing",))
_SCHOOL = Reading(_school_beside, _school_before, _school_beside, cues=("students", "studying", "entering"))
HOME_RELATIONS: tuple[Relation, ...] = (
    relation_of("nation", "description", Reading(_nation_beside, _nation_before, of_aged=True), have_other_values),
    relation_of("home", "place", _HOME, are_other_places),
    relation_of("birthplace", "place", _BIRTHPLACE, are_other_places),
    relation_of("birth", "date", _BIRTH, _other_date),
    relation_of("school", "name", _SCHOOL, _other_school),
)
