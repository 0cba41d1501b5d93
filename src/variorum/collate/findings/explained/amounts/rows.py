"""Figures of two rows: floors, versions, plays, parts of one whole.

Rules of `explainer.py`; words are in `lang/en/rows.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from math import isclose

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.counting.tally_acts import counted_act
from variorum.collate.findings.explained.amounts.apart import are_alike, is_count, noun_above, size_of
from variorum.collate.findings.explained.moments.lengths import is_length
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.explained.words.alike import is_play
from variorum.collate.findings.facts.clauses import is_put_aside
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words

_REACH = 3
_LEAST_LISTED = 3
_HYPHENS = frozenset("-‐‑–")
_LISTING = frozenset({",", "and", "or", "&", "through"})
_SINGLE = frozenset({"a", "an", "another", "one"})
_ALIKE = ("same", "wider")
_WHEN = frozenset({"pobj", "npadvmod"})
_words = partial(load_words, "en", "rows", "words")


def of_two_floors(setting: Setting, pair: Pair) -> bool:
    """Floors on which two do two things, periods of play in which two things happen.

    "We hide on the third floor", "he went to the second floor"; "he looked fresh in the fourth round".
    """
    (left, one), (right, other) = setting.sides(pair)
    if one.kind != "ordinal" or other.kind != "ordinal" or is_tight(pair):
        return False
    nouns = left.lemma[noun_above(left, one)], right.lemma[noun_above(right, other)]
    alike = nouns[0] == nouns[1] or relation_of_words(*nouns) in _ALIKE
    if not alike or nouns[0] not in _words("floors") | _words("periods"):
        return False
    verbs = left.verb_above(noun_above(left, one)), right.verb_above(noun_above(right, other))
    light = nouns[0] in _words("periods") and bool({left.lemma[verbs[0]], right.lemma[verbs[1]]} & _words("light"))
    if left.key[verbs[0]] == right.key[verbs[1]] or (not light and are_alike(left, verbs[0], right, verbs[1])):
        return False
    if nouns[0] in _words("periods"):
        told = left.is_content[verbs[0]] and right.is_content[verbs[1]]
        return told and not {left.lemma[verbs[0]], right.lemma[verbs[1]]} <= _words("ending")
    subjects = left.subject_of(verbs[0]), right.subject_of(verbs[1])
    if subjects[0] is None or subjects[1] is None:
        return False
    pronouns = left.lemma[subjects[0]] in _words("us"), right.lemma[subjects[1]] in _words("us")
    named = all(wording.pos[i] == "NOUN" for wording, i in ((left, subjects[0]), (right, subjects[1])))
    return pronouns[0] != pronouns[1] or (named and not are_alike(left, subjects[0], right, subjects[1]))


def of_two_versions(setting: Setting, pair: Pair) -> bool:
    """A number of a list of versions or sizes ("Browser 6, 7 and 8", "11 and 13-inch"), which counts nothing."""
    (left, one), (right, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    rows, sizes = (_row(left, one), _row(right, other)), (_sizes(left, one), _sizes(right, other))
    if any(rows):
        return not all(rows) or len(rows[0] & rows[1]) > 1 or bool({size_of(one), size_of(other)} & (rows[0] ^ rows[1]))
    return bool(sizes[0]) != bool(sizes[1]) and _is_size(left, one) and _is_size(right, other)


def _row(wording: Wording, value: Value) -> frozenset[float]:
    """The bare numbers of a list that a number stands in; empty where it counts something or the list is short."""
    numbers = [each for each in wording.values if each.quantity is not None and each.quantity.kind == "count"]
    at = next((i for i, each in enumerate(numbers) if each is value), None)
    if at is None or value.quantity is None or value.quantity.of is not None:
        return frozenset()
    first = last = at
    while first and _lists(wording, numbers[first - 1], numbers[first]):
        first -= 1
    while last + 1 < len(numbers) and _lists(wording, numbers[last], numbers[last + 1]):
        last += 1
    row = numbers[first : last + 1]
    # Of "6, 7, 8 and 9 and Kvam XP" the parser may take the last for a count of what follows.
    counted = [each.quantity is None or each.quantity.of is not None for each in row]
    bare = not any(counted) or (not any(counted[:-1]) and len(row) > _LEAST_LISTED)
    return frozenset(size_of(each) for each in row) if bare and len(row) >= _LEAST_LISTED else frozenset()


def _lists(wording: Wording, one: Value, other: Value) -> bool:
    between = wording.lemma[one.end : other.first]
    return bool(between) and set(between) <= _LISTING


def _is_size(wording: Wording, value: Value) -> bool:
    """Whether a length modifies a noun by a hyphen: "12-inch"."""
    text = wording.words(value.first, min(len(wording), value.end + 1))
    return is_length(value) and (
        any(char in _HYPHENS for char in text) or " " not in wording.words(value.first, value.end)
    )


def _sizes(wording: Wording, value: Value) -> bool:
    """Whether a size is one of several that a thing comes in: "11 and 13-inch", "the 11-inch", "the larger 13-inch"."""
    if value.first and wording.tag[value.first - 1] == "JJR" and _is_size(wording, value):
        return True
    before = wording.value_at.get(value.first - 2)
    joined = value.first > 1 and wording.lemma[value.first - 1] in ("and", "or", "&")
    if joined and before is not None and before.quantity is not None and _is_size(wording, value):
        return True
    noun = wording.key[noun_above(wording, value)]
    others = (each for each in wording.values if each is not value and _is_size(wording, each))
    return any(wording.key[noun_above(wording, each)] == noun and size_of(each) != size_of(value) for each in others)


def of_listed_parts(setting: Setting, pair: Pair) -> bool:
    """A number and a list that adds up to it: "three people", "killed a woman and wounded two men"."""
    for (wording, part), (_, whole) in (setting.sides(pair), setting.sides(pair)[::-1]):
        if not (is_count(part) and is_count(whole)) or size_of(whole) <= size_of(part):
            continue
        singles = _singles(wording, part)
        if singles and isclose(size_of(part) + singles, size_of(whole)):
            return True
    return False


def _singles(wording: Wording, value: Value) -> int:
    """How many more stand one by one in the row of a count: "a woman", "another in Voss"."""
    noun = noun_above(wording, value)
    row = {noun, *(i for i in wording.children[noun] if wording.dep[i] == "conj")}
    row |= {wording.head[noun]} if wording.dep[noun] == "conj" else set()
    verb = wording.head[noun]
    if wording.pos[verb] == "VERB" and wording.dep[noun] in ("dobj", "nsubjpass"):
        root = wording.head[verb] if wording.dep[verb] == "conj" else verb
        for each in (root, *(i for i in wording.children[root] if wording.dep[i] == "conj")):
            near = (each, *(i for i in wording.children[each] if wording.dep[i] == "conj"))
            row.update(i for v in near for i in wording.children[v] if wording.dep[i] in ("dobj", "nsubjpass"))
    rest = wording.lemma[value.end :]
    if size_of(value) == 1.0 and any(pair == ("and", "another") for pair in pairwise(rest)):
        return 1  # "one inn by the river and another in Spencer"
    people = wording.lemma[noun] in _words("persons")
    return sum(_is_single(wording, each, people=people) for each in row - {noun})


def _is_single(wording: Wording, index: int, *, people: bool) -> bool:
    if wording.lemma[index] == "another":
        return True
    one = any(wording.lemma[i] in _SINGLE for i in wording.children[index] if wording.dep[i] in ("det", "nummod"))
    return one and people and wording.lemma[index] in _words("persons")


def of_two_statistics(setting: Setting, pair: Pair) -> bool:
    """What two ways of playing bring in ("yards rushing", "yards receiving"), or one play and the sum of all."""
    (left, one), (right, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    ways, others = _ways(left, one), _ways(right, other)
    if ways and others and ways.isdisjoint(others):
        return True
    gains = _gain(left, one), _gain(right, other)
    if all(gains) and gains[0] != gains[1] and relation_of_words(*gains) not in _ALIKE:
        return True
    if all(gains) and _of_two_spans(left, one, right, other):
        return True
    if all(gains) and (
        _is_line(left, one) != _is_line(right, other) or _averages(left, one) != _averages(right, other)
    ):
        return True
    plays = is_play(left, one), is_play(right, other)
    sums = [
        is_length(value) and (bool(told) or _is_sum(wording, value))
        for wording, value, told in ((left, one, ways), (right, other, others))
    ]
    return (plays[0] and sums[1] and not plays[1]) or (plays[1] and sums[0] and not plays[0])


def _gain(wording: Wording, value: Value) -> str:
    """What players gain that a figure counts: points, yards, titles; empty for other things."""
    unit = value.quantity.unit if value.quantity is not None else None
    noun = unit or wording.lemma[noun_above(wording, value)]
    # Hooks and jabs may be told as one another.
    return "blow" if noun in _words("blows") else noun if noun in _words("gained") else ""


def _of_two_spans(left: Wording, one: Value, right: Wording, other: Value) -> bool:
    """Whether figures were made in two spans of play, one of them told by its own words ("2,117 career points")."""
    spans, others = _spans_named(left, one), _spans_named(right, other)
    told = [*_told_when(left, one, spans), *_told_when(right, other, others)]
    if not told or not spans or not others:
        return False
    return {left.lemma[i] for i in spans}.isdisjoint(right.lemma[i] for i in others)


def _spans_named(wording: Wording, value: Value) -> list[int]:
    """Where a sentence names a half, a season or a career; not in "the single-season mark"."""
    named = (i for i in range(len(wording)) if wording.lemma[i] in _words("spans"))
    noun = noun_above(wording, value)
    return [i for i in named if wording.dep[i] in _WHEN or (wording.dep[i] == "compound" and wording.head[i] == noun)]


def _told_when(wording: Wording, value: Value, spans: list[int]) -> list[int]:
    """Those of the spans that a sentence names in which its figure was made."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    return [i for i in spans if wording.dep[i] == "compound" or wording.verb_above(i) == verb]


def _is_line(wording: Wording, value: Value) -> bool:
    """Whether a length names a line of the field: "the seven-yard line" tells where, not how far."""
    near = range(value.end, min(len(wording), value.end + _REACH))
    return next((wording.lemma[i] for i in near if wording.lemma[i] not in ("-", "yard")), "") == "line"


def _averages(wording: Wording, value: Value) -> bool:
    """Whether a statistic is what a player makes on average: "averages 30 homers a year"."""
    return wording.lemma[wording.verb_above(top_of(wording, unit_of(value)))] == "average"


def _is_sum(wording: Wording, value: Value) -> bool:
    """Whether a length is all that a player made: "threw for 205 yards"."""
    top = top_of(wording, unit_of(value))
    verb = wording.head[wording.head[top]]
    threw = wording.lemma[verb] in load_words("en", "rows", "ways", "verbs")
    return threw and wording.lemma[wording.head[top]] == "for"


def _ways(wording: Wording, value: Value) -> frozenset[str]:
    """The ways of playing that the words around a statistic, or its verb, tell."""
    table, verbs = (load_table("en", "rows")[name] for name in ("ways", "verbs"))
    around = (*range(max(0, value.first - 1), min(len(wording), value.end + _REACH)), *_behind_row(wording, value))
    near = {wording.word(i).casefold() for i in around}
    act = _playing(wording, value) if _gain(wording, value) else ""
    found = {name for name, words in table.items() if name != "verbs" and near & set(words.split())}
    return frozenset(found | {name for name, words in verbs.items() if act in words.split()})


def _behind_row(wording: Wording, value: Value) -> Iterator[int]:
    """The word behind a row of gains, which tells of all of them: "918 yards and four scores receiving"."""
    if not _gain(wording, value):
        return
    index = value.end
    while index < len(wording) and wording.pos[index] in ("NOUN", "NUM", "CCONJ", "DET", "ADJ"):
        index += 1
    if value.end < index < len(wording) and "and" in wording.lemma[value.end : index]:
        yield index


def _playing(wording: Wording, value: Value) -> str:
    """The verb by which a statistic is made: "returned it 35 yards", "ran for 101 yards"; empty where none is."""
    top = top_of(wording, unit_of(value))
    if value.quantity is not None and value.quantity.unit is None:
        top = wording.head[top]  # the noun that a count stands before
    above = wording.head[top]
    if wording.dep[top] == "pobj" and wording.lemma[above] == "for":
        above = wording.head[above]
    told = wording.dep[top] in ("dobj", "npadvmod", "pobj") and wording.pos[above] == "VERB"
    return wording.lemma[above] if told else ""


def told_there_too(setting: Setting, pair: Pair) -> bool:
    """A figure that the other sentence gives as well, for another one of its row ("48 and 61", "48 and 68")."""
    if pair.difference is None or is_tight(pair):
        return False
    alignment = pair.difference.alignment
    (left, one), (right, other) = setting.sides(pair)
    if one.quantity is None or other.quantity is None or one.kind != "figure":
        return False
    pairs = [
        (unit_of(each), pair.right.unit)
        for each in left.values
        if each is not one and _is_beside(left, one, each) and not _is_of_none(left, each, right)
    ]
    pairs += [
        (pair.left.unit, unit_of(each))
        for each in right.values
        if each is not other and _is_beside(right, other, each) and not _is_of_none(right, each, left)
    ]
    verdicts = (compare_units(alignment, a, b) for a, b in pairs)
    return any(verdict is not None and verdict.outcome == "same" for verdict in verdicts)


def _is_beside(wording: Wording, value: Value, each: Value) -> bool:
    """Whether another figure of a sentence measures or counts the same as one."""
    if value.quantity is None or each.quantity is None:
        return False
    if (value.quantity.kind, value.quantity.unit) != (each.quantity.kind, each.quantity.unit):
        return False
    nouns = wording.lemma[noun_above(wording, value)], wording.lemma[noun_above(wording, each)]
    return value.quantity.kind != "count" or nouns[0] == nouns[1]


def _is_of_none(wording: Wording, value: Value, other: Wording) -> bool:
    """Whether a figure is told as somebody else's, or as wrong: "earned not $46 million but $11 million"."""
    return _is_anothers(wording, value, other) or is_put_aside(wording, value)


def _is_anothers(wording: Wording, value: Value, other: Wording) -> bool:
    """Whether a figure is of people by name whom another sentence does not name.

    "Berg (30 points)", "Berg and Holm for 30 and 20 million, respectively".
    """
    before = range(max(0, value.first - _REACH), value.first)
    in_turn = "respectively" in wording.lemma[value.end :]
    if not in_turn and not any(wording.word(i) == "(" for i in before):
        return False
    named = [each for each in wording.values if each.mention is not None and each.end <= value.first]
    lasts = {wording.key[each.end - 1] for each in (named[-2:] if in_turn else named[-1:])}
    return bool(lasts) and lasts.isdisjoint(other.key)


def of_one_among(setting: Setting, pair: Pair) -> bool:
    """One of several who does something by himself: "one officer put up his hands", "two officers shot him"."""
    sides = setting.sides(pair)
    if not all(is_count(value) for _, value in sides) or is_tight(pair):
        return False
    (wording, single), (wording_other, more) = sorted(sides, key=lambda side: size_of(side[1]))
    noun = noun_above(wording, single)
    verb = wording.head[noun]
    if size_of(single) != 1.0 or wording.dep[noun] != "nsubj" or wording.pos[verb] != "VERB":
        return False
    if wording.lemma[noun] not in _words("persons") or counted_act(wording, single) is not None:
        return False
    partner = wording_other.verb_above(top_of(wording_other, unit_of(more)))
    return not are_alike(wording, verb, wording_other, partner)


ROW_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    told_there_too,
    of_one_among,
    of_two_floors,
    of_two_versions,
    of_listed_parts,
    of_two_statistics,
)
