"""Datings of two happenings: two storms, two games, an election and a letter.

Rules of `explainer.py`; words are in `lang/en/happenings.toml`. A dating is of the happening that it stands with: the
noun that it modifies ("the 2013 trial"), else the verb that it hangs on. Of figures `times_told.py` knows more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import takewhile

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.moments.times_told import of_two_times
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import SURE_ALONE, is_tight
from variorum.collate.findings.facts.occasions.dated_acts import are_of_one_act
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words

_STEPS = 6
# Letters that words of one stem share: "convict", "conviction".
_STEM = 5
# Characters around a score within which a word tells that it was a lead.
_BESIDE = 6
_MODIFIERS = frozenset({"poss", "compound", "nummod", "amod", "nmod"})
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent"})
_OBJECTS = frozenset({"dobj", "attr", "nsubjpass"})
# "The clashes on Friday came after": it tells of a happening no more than that it was.
_FOLLOWED = frozenset({"after", "amid", "before"})
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ALIKE = ("same", "wider")
_SCORE = re.compile(r"\b\d{1,3}[-‐‑–]\d{1,3}\b")
_words = partial(load_words, "en", "happenings")


def of_another_happening(setting: Setting, pair: Pair) -> bool:
    """A day that a noun is told by ("the November election"), and the day of something else ("sent on Friday")."""
    (left, one), (right, other) = setting.sides(pair)
    if not (_is_dating(one) and _is_dating(other)) or is_tight(pair):
        return False
    nouns = _noun_told_of(left, one), _noun_told_of(right, other)
    told, told_other = _told_with(left, one, nouns[0]), _told_with(right, other, nouns[1])
    if (nouns[0] is None) == (nouns[1] is None) or not told or not told_other:
        return False
    noun = left.lemma[nouns[0]] if nouns[0] is not None else right.lemma[nouns[1] or 0]
    return noun not in _words("naming") and not _any_alike(pair, told, told_other)


def _is_dating(value: Value) -> bool:
    return value.kind == "date" and value.time is not None


def _noun_dated(wording: Wording, value: Value) -> int | None:
    """The common noun behind a date that modifies it: "Thursday's game", "the 1992 conviction"."""
    top = top_of(wording, unit_of(value))
    noun = wording.head[top]
    is_before = wording.dep[top] in _MODIFIERS and noun >= value.end
    told = wording.pos[noun] == "NOUN" and wording.is_content[noun] and wording.lemma[noun] not in _words("spans")
    return noun if is_before and told else None


def _told_with(wording: Wording, value: Value, noun: int | None) -> list[int]:
    """The words for the happening of a date: the noun that it modifies, else its verb and who takes part."""
    if noun is not None:
        return [noun]
    found: list[int] = []
    above = list(wording.above(top_of(wording, unit_of(value)), _STEPS))
    for index in above:
        if wording.pos[index] in _NOMINAL and index not in range(value.first, value.end):
            found.append(index)
        if wording.pos[index] in _VERBS:
            parts = [i for i in wording.children[index] if wording.dep[i] in _TAKING_PART]
            return [*found, index, *parts] if wording.is_content[index] else []
    return found if len(above) < _STEPS else []


def _any_alike(pair: Pair, words: list[int], others: list[int]) -> bool:
    if pair.difference is None:
        return True
    alignment = pair.difference.alignment
    left, right = alignment.left, alignment.right
    return any(
        alignment.right_of[one] == other or _mean_alike(left.lemma[one], right.lemma[other])
        for one in words
        for other in others
    )


def _mean_alike(one: str, other: str) -> bool:
    stem = len(one) >= _STEM and one[:_STEM] == other[:_STEM]
    return one == other or stem or relation_of_words(one, other) in _ALIKE


def _noun_told_of(wording: Wording, value: Value) -> int | None:
    """The common noun of which a date tells when: one that it modifies or stands behind, or what came or occurred."""
    if (noun := _noun_dated(wording, value)) is not None:
        return noun
    top = top_of(wording, unit_of(value))
    noun = wording.head[wording.head[top] if wording.dep[top] == "pobj" else top]
    verb = wording.verb_above(top)
    followed = wording.lemma[verb] == "come" and any(wording.lemma[i] in _FOLLOWED for i in wording.children[verb])
    if followed or wording.lemma[verb] in _words("befalling"):
        noun = next((i for i in wording.children[verb] if wording.dep[i] == "nsubj"), noun)
    is_subject = wording.pos[noun] == "NOUN" and wording.dep[noun] in ("nsubj", "nsubjpass")
    return noun if is_subject and noun < value.first and wording.is_content[noun] else None


def _noun_above(wording: Wording, value: Value) -> int | None:
    """The common noun on which a date hangs, with a preposition or without: "the first landing since 1976"."""
    top = top_of(wording, unit_of(value))
    noun = wording.head[wording.head[top] if wording.dep[top] == "pobj" else top]
    return noun if wording.pos[noun] == "NOUN" and wording.is_content[noun] else None


def tell_of_one(pair: Pair, one: Value, other: Value) -> bool:
    """Return whether what a date tells the time of is what the other sentence tells: "the 2005 film", "a movie"."""
    if pair.difference is None:
        return False
    left, right = pair.difference.alignment.left, pair.difference.alignment.right
    above, beside = _noun_above(left, one), _noun_above(right, other)
    if above is not None and beside is not None and _any_alike(pair, [above], [beside]):
        return True
    noun, partner = _noun_told_of(left, one), _noun_told_of(right, other)
    if noun is not None:
        return _any_alike(pair, [noun], _told_with(right, other, partner))
    return partner is not None and _any_alike(pair, _told_with(left, one, None), [partner])


def told_there_of_another(setting: Setting, pair: Pair) -> bool:
    """Days right behind two nouns, of which the other sentence has one too, beside its own: "the raid Friday"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (_is_dating(one) and _is_dating(other)) or is_tight(pair) or pair.difference is None:
        return False
    noun, partner = one.first - 1, other.first - 1
    if min(noun, partner) < 0 or {left.pos[noun], right.pos[partner]} != {"NOUN"}:
        return False
    verbs = left.verb_above(noun), right.verb_above(partner)
    if _any_alike(pair, [noun, verbs[0]], [partner, verbs[1]]):
        return False
    alignment = pair.difference.alignment
    return alignment.right_of[noun] >= 0 or alignment.left_of[partner] >= 0


def before_it_was_done(setting: Setting, pair: Pair) -> bool:
    """The day of what came before ("has been charged after a shooting on Friday"), and of what followed it.

    A verb in the perfect takes no day of its own.
    """
    sides = setting.sides(pair)
    if not all(_is_dating(value) for _, value in sides) or is_tight(pair):
        return False
    looking_back = [_looks_back_over(*side) for side in sides]
    (wording, value), back = (sides[1], looking_back[0]) if looking_back[0] else (sides[0], looking_back[1])
    if all(looking_back) or back is None:
        return False
    told = _told_with(wording, value, _noun_dated(wording, value))
    return bool(told) and not any(wording.lemma[i] == back for i in told)


def _looks_back_over(wording: Wording, value: Value) -> str | None:
    """The noun behind "after" that a date belongs to, where the verb above stands in the perfect; None for others."""
    noun = None
    for index in wording.above(top_of(wording, unit_of(value)), _STEPS):
        if wording.pos[index] == "NOUN" and noun is None:
            noun = index
        if wording.lemma[index] in _words("following"):
            verb = wording.head[index]
            helping = {
                wording.word(i).casefold() for i in wording.children[verb] if wording.dep[i] in ("aux", "auxpass")
            }
            return wording.lemma[noun] if noun is not None and helping & {"has", "have", "'s", "’s"} else None
    return None


def of_a_year_ahead(setting: Setting, pair: Pair) -> bool:
    """The year that somebody came into with what he had done in the one before: "came into 2010 as the top scorer"."""
    ahead = [_is_entered(wording, value) for wording, value in setting.sides(pair)]
    return ahead[0] != ahead[1] and not is_tight(pair)


def _is_entered(wording: Wording, value: Value) -> bool:
    if not _is_dating(value):
        return False
    top = top_of(wording, unit_of(value))
    above = wording.head[top]
    into = wording.lemma[above] == "into" and wording.lemma[wording.head[above]] in _words("entering")
    return into or (wording.lemma[above] == "enter" and wording.dep[top] == "dobj")


def of_two_doings(setting: Setting, pair: Pair) -> bool:
    """Dates of two acts with two objects, however alike the sentences run: "led a union in", "founded a school in"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (_is_dating(one) and _is_dating(other)) or (pair.sure or 0.0) >= SURE_ALONE:
        return False
    verbs = left.verb_above(top_of(left, unit_of(one))), right.verb_above(top_of(right, unit_of(other)))
    if not (left.is_content[verbs[0]] and right.is_content[verbs[1]]) or tell_of_one(pair, one, other):
        return False
    if _any_alike(pair, [verbs[0]], [verbs[1]]) or _any_alike(
        pair, [verbs[0], *joined_acts(left, verbs[0])], [verbs[1], *joined_acts(right, verbs[1])]
    ):
        return False
    if are_of_one_act(left, pair.left.unit, right, pair.right.unit):
        return False  # "was signed", "the club picked up"
    objects = [
        [i for i in wording.children[verb] if wording.dep[i] in _OBJECTS]
        for wording, verb in ((left, verbs[0]), (right, verbs[1]))
    ]
    return bool(objects[0] and objects[1]) and not _any_alike(pair, objects[0], objects[1])


def joined_acts(wording: Wording, verb: int) -> list[int]:
    """Return the verbs that can share the day of one: joined to it by "and" without a day of their own, or above it.

    "Stopped a boat on Friday and foiled a raid"; "the ship crossing the strait on Friday sank".
    """
    joined = [i for i in wording.children[verb] if wording.dep[i] == "conj"]
    if wording.dep[verb] == "conj":
        joined.append(wording.head[verb])
    tense = wording.tag[verb]
    dated = {wording.verb_above(top_of(wording, unit_of(each))) for each in wording.values if _is_dating(each)}
    found = [i for i in joined if wording.tag[i] == tense and i not in dated and not wording.is_denied(i)]
    if wording.dep[verb] == "acl" and wording.tag[verb] == "VBG":
        found.append(wording.verb_above(wording.head[verb]))
    return [i for i in found if wording.pos[i] == "VERB" and wording.is_content[i]]


def of_two_objects(setting: Setting, pair: Pair) -> bool:
    """Dates of one act done to two things: "signed an order on 3 June", "a bill signed on 9 May"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (_is_dating(one) and _is_dating(other)) or is_tight(pair):
        return False
    verbs = left.verb_above(top_of(left, unit_of(one))), right.verb_above(top_of(right, unit_of(other)))
    if relation_of_words(left.lemma[verbs[0]], right.lemma[verbs[1]]) != "same":
        return False
    objects = _object(left, verbs[0]), _object(right, verbs[1])
    if objects[0] is None or objects[1] is None or pair.difference is None:
        return False
    # "Customers were exposed" and "the data of customers were exposed" are one act.
    if left.lemma[objects[0]] in right.lemma or right.lemma[objects[1]] in left.lemma:
        return False
    if _any_alike(pair, [objects[0]], [objects[1]]):
        return False
    return relation_of_words(left.lemma[objects[0]], right.lemma[objects[1]]) != "sibling"


def _object(wording: Wording, verb: int) -> int | None:
    """The common noun for what an act is done to; None where that has a name or none is told."""
    found = [i for i in wording.children[verb] if wording.dep[i] in _OBJECTS]
    if wording.dep[verb] == "acl" and wording.tag[verb] == "VBN":
        found.append(wording.head[verb])
    nouns = [i for i in found if wording.pos[i] == "NOUN" and wording.is_content[i]]
    if len(nouns) != len(found) or len(nouns) != 1:
        return None
    if wording.lemma[nouns[0]] in _words("counting"):  # "a total of 40 guests"
        nouns = [i for of in wording.children[nouns[0]] for i in wording.children[of] if wording.pos[i] == "NOUN"]
        if len(nouns) != 1:
            return None
    # What is hit where may go by many words: "the island in the Gulf", "an area of southern Norland".
    joined = (i for at in wording.children[nouns[0]] for i in (at, *wording.children[at]))
    placed = any((value := wording.value_at.get(i)) is not None and value.kind == "place" for i in joined)
    return None if placed else nouns[0]


def of_two_called(setting: Setting, pair: Pair) -> bool:
    """Days of two happenings of one kind by their names or scores: "Hurricane Ada", "the 13-10 loss"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (_is_dating(one) and _is_dating(other)):
        return False
    scores = set(_SCORE.findall(left.text)), set(_SCORE.findall(right.text))
    nouns = _nouns_above(left, one), _nouns_above(right, other)
    same = {left.lemma[i] for i in nouns[0]} & {right.lemma[i] for i in nouns[1]}
    if same and all(len(each) == 1 for each in scores) and scores[0] != scores[1]:
        return True
    names, names_other = _named_kinds(left), _named_kinds(right)
    return bool(names and names_other) and names.isdisjoint(names_other)


def _nouns_above(wording: Wording, value: Value) -> list[int]:
    """The nouns that a date hangs on below its verb."""
    above = wording.above(top_of(wording, unit_of(value)), _STEPS)
    below = takewhile(lambda index: wording.pos[index] not in _VERBS, above)
    return [index for index in below if wording.pos[index] == "NOUN"]


def _named_kinds(wording: Wording) -> frozenset[str]:
    """The names behind words that need one to be told apart: "ada" of "Hurricane Ada"."""
    return frozenset(
        wording.key[i]
        for i in range(1, len(wording))
        if wording.pos[i] == "PROPN" and wording.word(i - 1)[:1].isupper() and wording.key[i - 1] in _words("kinds")
    )


def of_two_leads(setting: Setting, pair: Pair) -> bool:
    """Figures of two moments of play, told by two leads: "up 3-0, they were five outs away", "with a 6-3 lead"."""
    sides = setting.sides(pair)
    if is_tight(pair) or any(value.quantity is None for _, value in sides):
        return False
    leads = [_lead(*side) for side in sides]
    return None not in leads and leads[0] != leads[1]


def _lead(wording: Wording, value: Value) -> str | None:
    """The one score that a sentence gives beside a figure, where a word next to it tells that the play went on."""
    scores = list(_SCORE.finditer(wording.text))
    if len(scores) != 1:
        return None
    start, end = scores[0].span()
    if wording.start[value.first] < end and start < wording.end[value.end - 1]:
        return None
    beside = (i for i in range(len(wording)) if start - _BESIDE <= wording.start[i] <= end + _BESIDE)
    return scores[0][0] if any(wording.lemma[i] in _words("leading") for i in beside) else None


def of_two_groups(setting: Setting, pair: Pair) -> bool:
    """Days of what befell two groups, counted otherwise and called otherwise: "the 21 were freed", "four men were"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (_is_dating(one) and _is_dating(other)) or is_tight(pair):
        return False
    groups = _group(left, one), _group(right, other)
    if groups[0] is None or groups[1] is None or _any_alike(pair, [groups[0]], [groups[1]]):
        return False
    counts = _count_of(left, groups[0]), _count_of(right, groups[1])
    return None not in counts and counts[0] != counts[1]


def _group(wording: Wording, value: Value) -> int | None:
    """What the act of a date was done to, else who acts."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    parts = {wording.dep[i]: i for i in wording.children[verb] if wording.dep[i] in ("nsubjpass", "dobj", "nsubj")}
    return parts.get("dobj", parts.get("nsubjpass", parts.get("nsubj")))


def _count_of(wording: Wording, noun: int) -> float | None:
    """How many a noun is counted, itself a bare number or not ("the 21", "four leaders")."""
    for index in (noun, *wording.children[noun]):
        value = wording.value_at.get(index)
        if value is not None and value.quantity is not None and value.quantity.kind == "count":
            return value.quantity.value
    return None


HAPPENING_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    of_another_happening,
    told_there_of_another,
    before_it_was_done,
    of_a_year_ahead,
    of_two_doings,
    of_two_objects,
    of_two_called,
    of_two_groups,
    of_two_leads,
    of_two_times,
)
