"""Places and names that differ and are both right: where a report was written, whom somebody told, what lies ahead.

Rules of `alike.py` over places and names that fill one place of two sentences; words are in `lang/en/bearers.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from itertools import takewhile

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.explained.amounts.apart import type_of
from variorum.collate.findings.explained.tight import ONE_SAYING, is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.span import ReportId
from variorum.text.gazetteer import find_city, find_known
from variorum.text.names import title_words
from variorum.text.spelling import are_near

# What stands between a town and the dash that ends a dateline: a land or state, an agency, a day.
_AGENCY = re.compile(r"(?:, ?[A-Z][\w.]+){0,2} ?\([A-Z][\w /.]+\) ?(?:--?|[–—])(?=\s|$|[A-Z])")
_DASH = re.compile(r"(?:, ?[A-Z][\w.]+){0,2}(?:, \w+\.? \d{1,2})? (?:--?|[–—]) ")
_LEAST_TOWN = 4
_FIRST_AND_LAST = 2
_STEPS = 4
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_ALIKE = ("same", "wider")
_NEARLY = ("same", "wider", "sibling")
# Sentences that share less than this may tell of two things.
_ONE_POINT = 0.2
_words = partial(load_words, "en", "bearers")


def _sides(left: Wording, right: Wording, pair: Pair) -> tuple[tuple[Wording, Value], tuple[Wording, Value]]:
    one, other = pair.left.unit.value, pair.right.unit.value
    if one is None or other is None:
        raise ValueError("a pair of words has no values")
    return (left, one), (right, other)


def of_a_dateline(left: Wording, right: Wording, pair: Pair) -> bool:
    """A place from which a report was sent ("OSLO (Norwire) --"): it tells where the reporter sits."""
    return any(_is_dateline(wording, value) for wording, value in _sides(left, right, pair))


def _is_dateline(wording: Wording, value: Value) -> bool:
    if value.mention is None:
        return False
    after = wording.text[wording.end[value.end - 1] :]
    town = wording.words(value.first, value.end)
    if value.first == 0 and _AGENCY.match(after):
        return True
    return len(town) >= _LEAST_TOWN and town.isupper() and bool(_DASH.match(after) or _AGENCY.match(after))


def of_two_told(left: Wording, right: Wording, pair: Pair) -> bool:
    """Outlets that somebody told something ("told the Herald", "told Norvik TV"): he may have told both."""
    sides = _sides(left, right, pair)
    return all(type_of(value) != "PERSON" and _is_told(wording, value) for wording, value in sides)


def _is_told(wording: Wording, value: Value) -> bool:
    """Whether a name is of whom something is told: the object of "told", or behind "to" of another verb of saying."""
    top = top_of(wording, unit_of(value))
    above = wording.head[top]
    if wording.dep[top] in ("dobj", "dative") and value.mention is not None:
        return wording.lemma[above] == "tell"
    if wording.dep[top] != "pobj" or wording.lemma[above] not in ("to", "with"):
        return False
    return wording.lemma[wording.head[above]] in _words("addressing")


def of_two_moments_of_a_place(left: Wording, right: Wording, pair: Pair) -> bool:
    """Where something will be and where something else was: "is moving to Kvam", "was seen in Voss"."""
    (_, one), (_, other) = _sides(left, right, pair)
    if pair.aspect != "place" or is_tight(pair):
        return False
    verb, partner = left.verb_above(top_of(left, unit_of(one))), right.verb_above(top_of(right, unit_of(other)))
    if relation_of_words(left.lemma[verb], right.lemma[partner]) in _NEARLY:
        return False
    tenses = _tense(left, verb), _tense(right, partner)
    return set(tenses) == {"ahead", "past"}


def _tense(wording: Wording, verb: int) -> str:
    """Whether a verb, or the first verb above it that tells, is of what lies ahead or past; empty where none tells."""
    for _ in range(_STEPS):
        helpers = [i for i in wording.children[verb] if wording.dep[i] in ("aux", "auxpass")]
        if any(wording.lemma[i] in _AHEAD for i in helpers):
            return "ahead"
        if wording.tag[verb] == "VBG" and any(wording.tag[i] in ("VBZ", "VBP") for i in helpers):
            return "ahead"
        if wording.tag[verb] == "VBD" or any(wording.tag[i] == "VBD" for i in helpers):
            return "past"
        if wording.head[verb] == verb:
            break
        verb = wording.head[verb]
    return ""


def of_two_sites(left: Wording, right: Wording, pair: Pair) -> bool:
    """Places that tell where two things are, in sentences that share little: "his cabin in Kvam", "a rally in Voss"."""
    (_, one), (_, other) = _sides(left, right, pair)
    if pair.shared >= _ONE_POINT or pair.aspect != "place" or pair.difference is None or is_tight(pair):
        return False
    site, partner = _site(left, one), _site(right, other)
    if site is None or partner is None or pair.difference.alignment.right_of[site] == partner:
        return False
    return relation_of_words(left.lemma[site], right.lemma[partner]) not in _NEARLY


def _site(wording: Wording, value: Value) -> int | None:
    """The common noun of which a place tells where it is; None where it hangs on something else."""
    top = top_of(wording, unit_of(value))
    above = wording.head[top]
    if wording.dep[top] != "pobj" or wording.dep[above] != "prep":
        return None
    noun = wording.head[above]
    return noun if wording.pos[noun] == "NOUN" else None


def of_a_part_of_town(left: Wording, right: Wording, pair: Pair) -> bool:
    """A part told by its direction, and the whole: "the East Quay", "the Solheim Quay"."""
    if pair.aspect not in ("place", "name") or is_tight(pair):
        return False
    one, other = (name_words(wording.words(value.first, value.end)) for wording, value in _sides(left, right, pair))
    if min(len(one), len(other)) <= 1 or one[-1] != other[-1]:
        return False
    by_direction = [set(name[:-1]) <= _words("directions") for name in (one, other)]
    neither = not (set(one) & set(other) & _words("directions"))
    return neither and by_direction[0] != by_direction[1]


def of_one_house(left: Wording, right: Wording, pair: Pair) -> bool:
    """Bodies of one name, or a body and what it gives: "Reform Party", "Reform Committee"; "Berg Fund", "Berg Prize".

    Not of one town or land: Oslo University and Oslo Hospital are two.
    """
    sides = _sides(left, right, pair)
    if any(value.mention is None for _, value in sides):
        return False
    one, other = (wording.words(value.first, value.end).split() for wording, value in sides)
    same = _alike_at_first(one, other)
    lead, rests = one[:same], [{word.casefold() for word in name[same:]} for name in (one, other)]
    gives = any(rest & _words("given") for rest in rests)
    if not lead or (names_a_place(" ".join(lead)) and not gives):
        return False
    kinds = title_words().organisations | _words("given") | _words("wide")
    return not {word.casefold() for word in lead} <= kinds and all(rest and rest <= kinds for rest in rests)


def _alike_at_first(one: Sequence[str], other: Sequence[str]) -> int:
    """The number of words that two names have in common from their first on."""
    pairs = (a.casefold() == b.casefold() for a, b in zip(one, other, strict=False))
    return sum(1 for _ in takewhile(bool, pairs))


def names_a_place(name: str) -> bool:
    """Return whether a name is known to be of a place."""
    return find_known(name) is not None or find_city(name) is not None


def of_two_sources(left: Wording, right: Wording, pair: Pair) -> bool:
    """Sources with no more in common than their town: "according to the Kvam Post", "… the Kvam Port Office"."""
    sides = _sides(left, right, pair)
    if is_tight(pair) and pair.shared >= ONE_SAYING:
        return False
    if not all(value.mention is not None and is_source(wording, unit_of(value)) for wording, value in sides):
        return False
    one, other = (wording.words(value.first, value.end).split() for wording, value in sides)
    same = _alike_at_first(one, other)
    town = next((n for n in range(same, 0, -1) if names_a_place(" ".join(one[:n]))), 0)
    one, other = one[town:], other[town:]
    return bool(town and one and other) and compare_names(" ".join(one), " ".join(other)).outcome == "differs"


def is_source(wording: Wording, unit: Unit) -> bool:
    """Return whether a stretch is whom or what something is said to be according to."""
    top = top_of(wording, unit)
    above = wording.head[top]
    return (
        wording.dep[top] == "pobj" and wording.lemma[above] == "to" and wording.lemma[wording.head[above]] == "accord"
    )


def of_one_body_translated(left: Wording, right: Wording, pair: Pair) -> bool:
    """A foreign body's name put into English twice: "Ministry of Safety", "Ministry of Public Security"."""
    sides = _sides(left, right, pair)
    if any(value.mention is None or type_of(value) == "PERSON" for _, value in sides):
        return False
    one, other = (name_words(wording.words(value.first, value.end)) for wording, value in sides)
    shared, odd = (
        set(one) & set(other),
        [[word for word in one if word not in other], [w for w in other if w not in one]],
    )
    if not shared & title_words().organisations or not all(odd):
        return False
    few, many = sorted(odd, key=len)
    return all(any(relation_of_words(word, each) in _ALIKE for each in many) for word in few)


def of_two_on_one_page(left: Wording, right: Wording, pair: Pair, named: Mapping[ReportId, Set[str]]) -> bool:
    """Two people of one first name or surname whom one report names both in full: neither is the other misnamed.

    `named` holds the people whom each report names, folded.
    """
    sides = _sides(left, right, pair)
    if is_tight(pair) or any(type_of(value) != "PERSON" for _, value in sides):
        return False
    one, other = (name_words(wording.words(value.first, value.end)) for wording, value in sides)
    if min(len(one), len(other)) <= 1 or not set(one) & set(other):
        return False
    return any({" ".join(one), " ".join(other)} <= people for people in named.values())


def of_one_first_name(left: Wording, right: Wording, pair: Pair) -> bool:
    """Return whether two full names have a first name in common and nothing else."""
    one, other = (name_words(wording.words(value.first, value.end)) for wording, value in _sides(left, right, pair))
    return min(len(one), len(other)) > 1 and one[0] == other[0] and not set(one[1:]) & set(other[1:])


def share_company(left: Wording, right: Wording, pair: Pair) -> bool:
    """Return whether the same third person is named in full beside two, or their verbs are linked or of one meaning."""
    if pair.difference is None:
        return False
    company, other_company = (
        {name_words(wording.words(each.first, each.end)) for each in wording.values if type_of(each) == "PERSON"}
        for wording in (left, right)
    )
    if any(len(name) > 1 for name in company & other_company):
        return True
    tops = top_of(left, pair.left.unit), top_of(right, pair.right.unit)
    verb, partner = left.verb_above(tops[0]), right.verb_above(tops[1])
    related = relation_of_words(left.lemma[verb], right.lemma[partner]) in _ALIKE
    return related or pair.difference.alignment.right_of[verb] == partner or left.lemma[verb] == right.lemma[partner]


def of_other_middle_names(left: Wording, right: Wording, pair: Pair) -> bool:
    """Return whether names of one first name and surname have two middle names: "Ann Eva Berg", "Ann Ida Berg"."""
    one, other = (name_words(wording.words(value.first, value.end)) for wording, value in _sides(left, right, pair))
    if min(len(one), len(other)) <= _FIRST_AND_LAST or one[0] != other[0] or one[-1] != other[-1]:
        return False
    middle, partner = " ".join(one[1:-1]), " ".join(other[1:-1])
    return compare_names(middle, partner).outcome == "differs"


def of_misspelled(left: Wording, right: Wording, pair: Pair) -> bool:
    """Return whether full names of persons differ by a letter or two alone: "Pavel Orlin", "Pavel Orlik"."""
    if not pair.stated or any(type_of(value) != "PERSON" for _, value in _sides(left, right, pair)):
        return False
    one, other = (name_words(wording.words(value.first, value.end)) for wording, value in _sides(left, right, pair))
    if min(len(one), len(other)) < _FIRST_AND_LAST:
        return False
    (first, last), (its_first, its_last) = ((name[0], name[-1]) for name in (one, other))
    return (first == its_first and are_near(last, its_last)) or (last == its_last and are_near(first, its_first))


WHEREABOUTS_RULES: tuple[Callable[[Wording, Wording, Pair], bool], ...] = (
    of_a_dateline,
    of_two_told,
    of_two_moments_of_a_place,
    of_two_sites,
    of_a_part_of_town,
    of_one_house,
    of_two_sources,
    of_one_body_translated,
)
