"""Where reports say that a person lives, and whether neither of two places can lie in the other."""

from __future__ import annotations

from functools import partial

from variorum.collate.compare.names import compare_names
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.facts.fact import Relation, Stated, always
from variorum.collate.findings.facts.persons.beside_names import Spot
from variorum.collate.findings.facts.persons.told_beside import Reading, Told, find_stated, phrase_from
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import Known, find_city, find_known

_words = partial(load_words, "en", "persons")
_AREAS = ("country", "state", "region")
_KINGDOM = frozenset({"XE", "XS", "XW", "GB"})
# A city of so many thousands has districts and suburbs that are told as homes of their own.
_GREAT = 2000


def place_at(wording: Wording, at: int) -> Told | None:
    """Return the place that is named at a word, past an article."""
    while at < len(wording) and wording.pos[at] == "DET":
        at += 1
    value = wording.value_at.get(at)
    if value is None or value.mention is None or value.mention.type != "PLACE":
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
    return "GB" if known.country in _KINGDOM else known.country


def _is_area(known: Known | None) -> bool:
    return known is not None and known.kind in _AREAS


_HOME = Reading(_home_beside, _home_before)
HOME_RELATIONS: tuple[Relation, ...] = (
    Relation("home", "place", partial(find_stated, _HOME), are_other_places, is_telling=always),
)
