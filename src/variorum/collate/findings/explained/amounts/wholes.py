"""Figures of two wholes: a part and all, a margin, what would have to be, the whole way, two lands, people and things.

Rules of `explainer.py`; words are in `lang/en/wholes.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.counting.tally_acts import counted_act
from variorum.collate.findings.explained.amounts.apart import is_count, noun_above
from variorum.collate.findings.explained.amounts.gauged import GAUGED_RULES
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import SURE_ALONE, SURE_OF_ACT, is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

# Two counts of one thing that differ more than so many times are of two things, or of two times far apart.
_ANOTHER_ORDER = 20.0
_TOLD_BEFORE = frozenset({"those", "they", "them", "these", "whom", "which", "it"})
_WHOM = frozenset({"whom", "which", "these", "those", "them"})
# Words after a figure in which it is told to be a margin: "five rounds sooner than".
_MARGIN = 4
# Words after a figure in which the land stands that it is of.
_OF_LAND = 6
# Words behind a count in which it is told how they are, and letters that words of one stem share.
_NEAR_STATE, _STEM = 6, 6
_AMOUNTS = frozenset({"money", "percent"})
_SHARES = frozenset({"count", "percent"})
_LANDS = frozenset({"country", "state", "city", "capital"})
_IN_LAND = frozenset({"of", "in", "to", "from", "across", "for"})
_ENDING = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "NUM"})
_HYPHENS = frozenset("-‐‑–")
_ALIKE = ("same", "wider")
_words = partial(load_words, "en", "wholes", "words")


def of_another_order(setting: Setting, pair: Pair) -> bool:
    """Figures of another order: a billion views in all, and 34 million of the first month."""
    (_, one), (_, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    figures = sorted(abs(each.value or 0.0) for each in (one.quantity, other.quantity))
    return figures[0] > 0 and figures[1] / figures[0] >= _ANOTHER_ORDER


def of_part_and_whole(setting: Setting, pair: Pair) -> bool:
    """A part ("20 of those injured", "$2 million of it") and the whole, or what is told as no part ("51 were hurt")."""
    (left, one), (right, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    kinds = {one.quantity.kind, other.quantity.kind}
    if kinds not in ({"count"}, {"money"}):
        return False
    parts = _is_part(left, one), _is_part(right, other)
    # No part is more than its whole: where the place is sure, "41 of the boarders" and "27 pupils" are one figure.
    apart = (one.quantity.value or 0.0) - (other.quantity.value or 0.0)
    if (pair.sure or 0.0) >= SURE_ALONE and (apart < 0) != parts[0]:
        return False
    if parts[0] == parts[1]:
        return False
    part, whole = ((left, one), (right, other)) if parts[0] else ((right, other), (left, one))
    return _state_of_part(*part).isdisjoint(_stems(whole[0], range(whole[1].end, whole[1].end + _NEAR_STATE)))


def _state_of_part(wording: Wording, value: Value) -> set[str]:
    """How those of a part are, where no verb stands between: "three of them seriously"."""
    near = range(value.end, min(len(wording), value.end + _NEAR_STATE))
    verb = next((i for i in near if wording.pos[i] in ("VERB", "AUX")), near.stop)
    return _stems(wording, range(value.end, verb))


def _stems(wording: Wording, near: range) -> set[str]:
    """The stems of the adjectives and adverbs among some words: that of "seriously" is that of "serious"."""
    told = (i for i in near if i < len(wording) and wording.pos[i] in ("ADJ", "ADV") and wording.is_content[i])
    return {wording.lemma[i][:_STEM] for i in told}


def _is_part(wording: Wording, value: Value) -> bool:
    """Whether a figure is of something that was told before: "of them", "of those", "of the injured", "of whom 20"."""
    before = range(max(1, value.first - 2), value.first)
    if any(wording.lemma[i] in _WHOM and wording.lemma[i - 1] == "of" for i in before):
        return True
    if _opens_with_whole(wording, value) and not _stands_for_all(wording, value):
        return True
    # "20 of those injured", "twelve people of those injured".
    for at in (value.end, value.end + 1):
        if at + 2 < len(wording) and wording.lemma[at] == "of":
            # "$2 million of the loan" may be all of it, and the figure itself be in doubt; "13 of the 19" is a share.
            known = value.quantity is not None and value.quantity.kind == "count" and wording.lemma[at + 1] == "the"
            told = (known and wording.pos[at + 2] != "NUM") or wording.lemma[at + 1] in _TOLD_BEFORE
            return told and not _stands_for_all(wording, value)
    return False


def _opens_with_whole(wording: Wording, value: Value) -> bool:
    """Whether a sentence puts those first of whom it counts some: "of the injured, five are in hospital"."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    fronted = (i for i in wording.children[verb] if i < value.first and wording.dep[i] == "prep")
    below = ((i, wording.children[i]) for i in fronted if wording.lemma[i] == "of")
    return any(wording.lemma[i + 1] in ("the", *_TOLD_BEFORE) for i, objects in below if objects)


def _stands_for_all(wording: Wording, value: Value) -> bool:
    """Whether a figure says how many all were: "the attackers, about 40 of them, fled"."""
    top = top_of(wording, unit_of(value))
    noun = wording.head[top]
    counted = any(wording.dep[i] == "nummod" for i in wording.children[noun])
    return wording.dep[top] == "appos" and wording.pos[noun] == "NOUN" and not counted


def of_two_tallies(setting: Setting, pair: Pair) -> bool:
    """Counts of what befell some and of what befell others: 30 wounded, 11 killed."""
    (left, one), (right, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    act, act_other = counted_act(left, one), counted_act(right, other)
    return act is not None and act_other is not None and act != act_other


def of_two_measures(setting: Setting, pair: Pair) -> bool:
    """Amounts of two things: "a net income of $2 billion", "the charge will be $3 billion"."""
    (left, one), (right, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or pair.difference is None or is_tight(pair):
        return False
    if one.quantity.kind not in _AMOUNTS or other.quantity.kind not in _AMOUNTS:
        return False
    measured, measured_other = _measured(left, pair.left.unit), _measured(right, pair.right.unit)
    if measured is None or measured_other is None or pair.difference.alignment.right_of[measured] == measured_other:
        return False
    return relation_of_words(left.lemma[measured], right.lemma[measured_other]) not in _ALIKE


def _measured(wording: Wording, unit: Unit) -> int | None:
    """The noun whose amount a stretch is: before "of", the subject of "is", or after "in" ("$2 billion in sales")."""
    top = top_of(wording, unit)
    above = wording.head[top]
    noun = None
    if wording.dep[top] == "pobj" and wording.lemma[above] == "of":
        noun = wording.head[above]
    elif wording.dep[top] == "attr":
        noun = wording.subject_of(above)
    else:
        within = [child for child in wording.children[top] if wording.lemma[child] == "in"]
        inner = (index for child in within for index in wording.children[child])
        quantity = unit.value.quantity if unit.value is not None else None
        # "94 percent in the election" tells where.
        shares = quantity is not None and quantity.kind == "percent"
        noun = next(
            (i for i in inner if not (shares and any(wording.dep[j] == "det" for j in wording.children[i]))), None
        )
    return noun if noun is not None and wording.pos[noun] == "NOUN" else None


def told_of_one_side(setting: Setting, pair: Pair) -> bool:
    """A margin, some of a row, what would have to be or the whole way on one side, and none of it on the other one.

    "Five rounds sooner than", "six rounds"; "its final two games", "four games"; "would have to be 40 miles away", "is
    52 miles away"; "an hour into an eight-hour drive", "four hours of driving"; "beyond the seven clubs", "nine clubs".
    """
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair):
        return False
    return any(
        told(left, one) != told(right, other) for told in (_is_margin, _is_in_row, _must_be, _is_whole_way, _is_passed)
    )


def _is_margin(wording: Wording, value: Value) -> bool:
    """Whether a figure is how much one thing is above another: "13 more than Berg", "five rounds sooner than"."""
    if value.quantity is None:
        return False
    near = range(value.end, min(len(wording) - 1, value.end + _MARGIN))
    # "2,129 points - 13 more than": the margin is another figure.
    ends = (i for i in near if wording.pos[i] in _ENDING or any(char.isdigit() for char in wording.word(i)))
    end = next(ends, near.stop)
    told = [i for i in range(value.end, end) if wording.tag[i] in ("JJR", "RBR")]
    return bool(told) and "than" in wording.lemma[told[0] : end + 1]


def _is_in_row(wording: Wording, value: Value) -> bool:
    """Whether a count is of some in a row: "the final two games", "his first 11 seasons"."""
    is_count = value.quantity is not None and value.quantity.kind == "count"
    return is_count and value.first > 0 and wording.lemma[value.first - 1] in _words("row")


def _must_be(wording: Wording, value: Value) -> bool:
    """Whether a figure is what something would have to be, which it is not: "would have to be 40 miles away"."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    above = wording.head[verb]
    if value.quantity is None or wording.lemma[verb] != "be" or wording.dep[verb] != "xcomp":
        return False
    supposed = any(wording.lemma[i] == "would" for i in wording.children[above])
    return supposed and wording.lemma[above] in _words("needing")


def _is_whole_way(wording: Wording, value: Value) -> bool:
    """Whether a length of time is all that something takes, and another one of it is over: "an hour into a week"."""
    before = [i for i in range(max(0, value.first - 2), value.first) if wording.lemma[i] == "into"]
    gone = wording.value_at.get(before[-1] - 1) if before and before[-1] else None
    return value.kind == "duration" and gone is not None and gone.kind == "duration"


def _is_passed(wording: Wording, value: Value) -> bool:
    """Whether a count is what was before it grows: "beyond the seven clubs"."""
    return value.kind == "figure" and "beyond" in wording.lemma[max(0, value.first - 2) : value.first]


def of_a_lapse(setting: Setting, pair: Pair) -> bool:
    """What passed before something, and how long something lasts: "nine minutes after", "a cycle of 90 minutes"."""
    (left, one), (right, other) = setting.sides(pair)
    if one.kind != "duration" or other.kind != "duration" or is_tight(pair):
        return False
    return (_is_lapse(left, one) and _is_extent(right, other)) or (_is_extent(left, one) and _is_lapse(right, other))


def _is_lapse(wording: Wording, value: Value) -> bool:
    return value.end < len(wording) and wording.lemma[value.end] in _words("lapsing")


def _is_extent(wording: Wording, value: Value) -> bool:
    top = top_of(wording, unit_of(value))
    above = wording.head[wording.head[top]] if wording.lemma[wording.head[top]] == "of" else wording.head[top]
    return wording.lemma[above] in _words("lasting")


def of_two_lengths(setting: Setting, pair: Pair) -> bool:
    """How long two things went on: "stole the money over six years", "had been director for nine years"."""
    (left, one), (right, other) = setting.sides(pair)
    if one.kind != "duration" or other.kind != "duration" or pair.difference is None or is_tight(pair):
        return False
    if (pair.sure or 0.0) >= SURE_OF_ACT:
        return False  # "knew for 14 years", "was aware for 16 years"
    link = pair.difference.alignment.right_of
    lasting, lasting_other = _lasting(left, one), _lasting(right, other)
    if not lasting or not lasting_other or any(link[i] in lasting_other for i in lasting):
        return False
    return not any(relation_of_words(left.lemma[i], right.lemma[j]) for i in lasting for j in lasting_other)


def _lasting(wording: Wording, value: Value) -> list[int]:
    """What goes on for a length of time that a verb is told with: the verb, and of "was director" the noun."""
    top = top_of(wording, unit_of(value))
    # "Over six years" is a length with its preposition where "over" may mean "more than".
    above = wording.head[top] if wording.dep[top] == "pobj" else top
    if wording.lemma[above] not in ("for", "over") or wording.dep[above] != "prep":
        return []
    verb = wording.head[above]
    told = [verb, *(i for i in wording.children[verb] if wording.dep[i] in ("attr", "acomp"))]
    return [i for i in told if wording.is_content[i]]


def of_two_bounds(setting: Setting, pair: Pair) -> bool:
    """Birthdays of which one is a bound and the other one a day or a bound from the other side.

    "Until his 21st birthday", "on his 13th birthday", "after his 13th birthday".
    """
    (left, one), (right, other) = setting.sides(pair)
    if one.kind != "ordinal" or other.kind != "ordinal" or is_tight(pair):
        return False
    nouns = [noun_above(wording, value) for wording, value in ((left, one), (right, other))]
    if not {left.lemma[nouns[0]], right.lemma[nouns[1]]} <= _words("stages"):
        return False
    ties = left.lemma[left.head[nouns[0]]], right.lemma[right.head[nouns[1]]]
    # "Until his 21st birthday", "after his 13th birthday".
    sides = [-1 if tie in _words("bounding_before") else int(tie in _words("bounding")) for tie in ties]
    return sides[0] != sides[1]


def of_two_lands(setting: Setting, pair: Pair) -> bool:
    """Shares or counts of two countries: "55 percent of the calls in Norway", "65 percent of the calls to Peru"."""
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair) or any(each.quantity is None or each.quantity.kind not in _SHARES for each in (one, other)):
        return False
    lands, others = _land_of(left, one), _land_of(right, other)
    # Who comes from one land may be in another one.
    return lands is not None and others is not None and lands[0] != others[0] and lands[1] == others[1]


def _land_of(wording: Wording, value: Value) -> tuple[str, bool] | None:
    """The country behind a figure and before the next one or a verb, and whether it is "from" there."""
    for index in range(value.end, min(len(wording), value.end + _OF_LAND)):
        found = wording.value_at.get(index)
        if wording.pos[index] in ("VERB", "AUX", "PUNCT") or (found is not None and found.quantity is not None):
            return None
        if found is not None and found.mention is not None and wording.lemma[found.first - 1] in _IN_LAND:
            known = find_known(wording.words(found.first, found.end))
            if known is None or known.kind not in _LANDS or known.country is None:
                return None
            return known.country, wording.lemma[found.first - 1] == "from"
    return None


def of_people_and_things(setting: Setting, pair: Pair) -> bool:
    """What a thing is made of and a count of people: "a three-storey house", "two children"."""
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair):
        return False
    return (_makes_up(left, one) and _counts_people(right, other)) or (
        _makes_up(right, other) and _counts_people(left, one)
    )


def _makes_up(wording: Wording, value: Value) -> bool:
    """Whether a number modifies a noun together with a thing behind a hyphen: "five-boat"."""
    at = value.end if value.end < len(wording) and wording.word(value.end) in _HYPHENS else value.end - 2
    if value.quantity is None or not value.first < at + 1 < len(wording) - 1 or wording.word(at) not in _HYPHENS:
        return False
    people = load_words("en", "rows", "words", "persons") | _words("members")
    return wording.pos[at + 1] == "NOUN" and wording.lemma[at + 1] not in people


def _counts_people(wording: Wording, value: Value) -> bool:
    counts = value.quantity is not None and value.quantity.kind == "count"
    return counts and wording.lemma[noun_above(wording, value)] in load_words("en", "rows", "words", "persons")


def with_those_named(setting: Setting, pair: Pair) -> bool:
    """Some beside those who are named, and all of them: "Holm and three other sailors", "four sailors"."""
    (left, one), (right, other) = setting.sides(pair)
    counts = [value.quantity.value if is_count(value) and value.quantity else None for value in (one, other)]
    if counts[0] is None or counts[1] is None:
        return False
    named = _named_before_others(left, one), _named_before_others(right, other)
    return counts[0] != counts[1] and counts[0] + named[0] == counts[1] + named[1]


def _named_before_others(wording: Wording, value: Value) -> int:
    """How many are named in one row with those whom "N others" counts; 0 where none are."""
    if value.end >= len(wording) or wording.word(value.end) not in ("other", "others"):
        return 0
    named, at = 0, value.first - 1
    while at > 0 and wording.lemma[at] in ("and", ","):
        # Only one step: of "and" after a comma the name stands before both.
        at -= 1 + (wording.lemma[at - 1] == ",")
        name = wording.value_at.get(at)
        if name is None or name.mention is None or name.mention.type != "PERSON":
            break
        named, at = named + 1, name.first - 1
    return named


WHOLE_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    of_another_order,
    of_part_and_whole,
    of_two_tallies,
    of_two_measures,
    told_of_one_side,
    of_a_lapse,
    of_two_lengths,
    of_two_bounds,
    of_two_lands,
    of_people_and_things,
    with_those_named,
    *GAUGED_RULES,
)
