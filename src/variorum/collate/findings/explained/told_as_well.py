"""Names and days that have their counterpart elsewhere in the other sentence, and clauses of which nothing agrees.

Rules of `explainer.py` over datings, names and places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from variorum.collate.compare.names import name_words
from variorum.collate.compare.verdict import Verdict
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.facts.occasions.dated_acts import are_of_one_act
from variorum.collate.findings.judged.evidence import Sentences, compare_units
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known

_JOINING = frozenset({"or", "and", "to", "/"})
# Names of so many words that are spelled nearly alike are one.
_LEAST_LONG = 3
# Values in two clauses of one act that all differ: so many, and it was done twice.
_LEAST_DIFFERING = 2
# Sentences that share more than this tell of one thing.
_ONE_THING = 0.5
_AGREEING = ("same", "fits")
# A day that is counted from something else in its report: "the day before the vote", "the next morning".
_COUNTED = re.compile(
    r"(?i)(?:the|a) (?:day|night|morning|evening|afternoon|week) (?:before|after|earlier|later)\b"
    r"|(?:the |that )?(?:next|following|previous|same) (?:day|night|morning|evening|afternoon|week)\b"
)


def told_there_too(setting: Setting, pair: Pair) -> bool:
    """A name or a day that the other sentence gives as well, beside the one that it is held against."""
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair) or pair.difference is None or one.quantity is not None or other.quantity is not None:
        return False
    # Two names with a word in common can be one bearer's, of which one is wrong.
    if one.mention is not None and (pair.verdict is None or pair.verdict.distance < 1.0):
        return False
    alignment = pair.difference.alignment
    others, ones = list(_others_of_kind(right, other)), list(_others_of_kind(left, one))
    if one.time is not None and are_of_one_act(left, unit_of(one), right, unit_of(other)):
        # "Led Lark 1 in 2010 and Lark 2 in 2011" does not date the second flight twice.
        others = [each for each in others if are_of_one_act(right, unit_of(other), right, unit_of(each))]
        ones = [each for each in ones if are_of_one_act(left, unit_of(one), left, unit_of(each))]
    return any(_is_told(alignment, left, one, right, each) for each in others) or any(
        _is_told(alignment, left, each, right, other) for each in ones
    )


def _is_told(alignment: Sentences, left: Wording, one: Value, right: Wording, other: Value) -> bool:
    """Whether two values say the same; names also where one is a shorter form or holds the other ("Sicily", "Italy").

    That short names are spelled alike is no proof.
    """
    outcome = _outcome(compare_units(alignment, unit_of(one), unit_of(other)))
    if one.mention is None or outcome == "same":
        return outcome == "same"
    names = left.words(one.first, one.end), right.words(other.first, other.end)
    if outcome != "fits":
        return one.kind == "place" and (_is_land_of(*names) or _is_land_of(*names[::-1]))
    few, many = sorted((set(name_words(name)) for name in names), key=len)
    return few <= many or len(few) >= _LEAST_LONG


def _is_land_of(land: str, part: str) -> bool:
    """Whether a country is that of a region or a capital."""
    known, inside = find_known(land), find_known(part)
    if known is None or inside is None or known.kind != "country" or inside.kind == "country":
        return False
    return inside.type == "PLACE" and known.country is not None and known.country == inside.country


def _others_of_kind(wording: Wording, value: Value) -> Iterator[Value]:
    """The other values of a sentence that are a name or a date, as the one given is."""
    return (each for each in wording.values if each.kind == value.kind and each.first != value.first)


def _outcome(verdict: Verdict | None) -> str:
    return verdict.outcome if verdict is not None else ""


def of_a_counted_day(setting: Setting, pair: Pair) -> bool:
    """A day counted from something that its report told before ("the next morning"), and one that is named."""
    sides = setting.sides(pair)
    if is_tight(pair) or any(value.time is None for _, value in sides):
        return False
    counted = [_COUNTED.match(wording.text, wording.start[value.first]) is not None for wording, value in sides]
    return counted[0] != counted[1]


def of_other_clauses(setting: Setting, pair: Pair) -> bool:
    """Clauses of one verb of which every value differs: "thieves took $2m from Berg", "a thief took $9m from Lie"."""
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair) or pair.shared > _ONE_THING or pair.difference is None or one.quantity is not None:
        return False
    alignment = pair.difference.alignment
    verb, partner = left.verb_above(top_of(left, unit_of(one))), right.verb_above(top_of(right, unit_of(other)))
    if left.lemma[verb] != right.lemma[partner] and alignment.right_of[verb] != partner:
        return False
    beside, others = _beside(left, one), _beside(right, other)
    met: list[tuple[int, int]] = []
    for each in beside:
        for second in others:
            verdict = compare_units(alignment, unit_of(each), unit_of(second))
            if verdict is None or verdict.outcome == "unlike":
                continue
            if verdict.outcome in _AGREEING:
                return False
            met.append((each.first, second.first))
    return min(len({a for a, _ in met}), len({b for _, b in met})) >= _LEAST_DIFFERING


def _beside(wording: Wording, value: Value) -> list[Value]:
    """The other values that hang on the verb of one."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    return [
        each
        for each in wording.values
        if each.first != value.first and wording.verb_above(top_of(wording, unit_of(each))) == verb
    ]


def of_two_lists(setting: Setting, pair: Pair) -> bool:
    """Names out of two lists that have no name in common: "games at Berg and Kvam", "games at Lund, Moss and Voss"."""
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair) or pair.shared > _ONE_THING or one.mention is None or other.mention is None:
        return False
    items, others = _listed_with(left, one), _listed_with(right, other)
    if min(len(items), len(others)) <= 1 or pair.difference is None:
        return False
    alignment = pair.difference.alignment
    return not any(
        _outcome(compare_units(alignment, unit_of(each), unit_of(partner))) in _AGREEING
        for each in items
        for partner in others
    )


def _listed_with(wording: Wording, value: Value) -> list[Value]:
    """The names of the list in which one stands, itself among them."""
    first = top_of(wording, unit_of(value))
    while wording.dep[first] == "conj" and wording.head[first] != first:
        first = wording.head[first]
    chain = [first]
    for index in chain:  # grows by what is joined to its words; the parser takes the second of a list for an apposition
        chain.extend(child for child in wording.children[index] if wording.dep[child] in ("conj", "appos"))
    found = {each.first: each for index in chain if (each := wording.value_at.get(index)) is not None}
    names = [each for each in found.values() if each.kind == value.kind]
    # "Lund, Norland" is one place.
    is_list = any(wording.dep[index] == "conj" for index in chain)
    return names if is_list else [value]


def one_of_several(setting: Setting, pair: Pair) -> bool:
    """A value that is joined to another one ("2017 or 2018") which agrees with the other side."""
    if pair.difference is None:
        return False
    alignment = pair.difference.alignment
    (left, one), (right, other) = setting.sides(pair)
    for value in _joined_to(left, one):
        verdict = compare_units(alignment, unit_of(value), pair.right.unit)
        if verdict is not None and verdict.outcome in ("same", "fits"):
            return True
    for value in _joined_to(right, other):
        verdict = compare_units(alignment, pair.left.unit, unit_of(value))
        if verdict is not None and verdict.outcome in ("same", "fits"):
            return True
    return False


def _joined_to(wording: Wording, value: Value) -> list[Value]:
    """The values of the same kind that stand beside a value with one joining word between."""
    beside = []
    for at, step in ((value.end, 1), (value.first - 1, -1)):
        if 0 <= at < len(wording) and wording.lemma[at] in _JOINING:
            found = wording.value_at.get(at + step)
            if found is not None and found.kind == value.kind:
                beside.append(found)
    return beside


def of_equal_words(setting: Setting, pair: Pair) -> bool:
    """Datings in the same words ("later this year"), which two reports' own days alone make two."""
    (left, one), (right, other) = setting.sides(pair)
    if one.time is None or other.time is None or one.time.value == other.time.value:
        return False
    return fold(left.words(one.first, one.end)) == fold(right.words(other.first, other.end))


TOLD_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    told_there_too,
    of_equal_words,
    of_a_counted_day,
    of_other_clauses,
    of_two_lists,
)
