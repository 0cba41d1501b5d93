"""Figures that stand in one place of two sentences and still tell of two things: two currencies, two givers, two rows.

Rules of `explainer.py` over figures, each told by the words beside them; words are in `lang/en/apart.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product
from math import isclose

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.counting.tally_acts import counted_act
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.annotations import Quantity
from variorum.model.span import Span
from variorum.text.gazetteer import find_known

# Governors of a figure that are looked at, and words behind a noun in which the scope of an ordinal stands.
_STEPS = 4
# Sums nearer than this can be one, converted at two rates.
_RATES = 0.05
_SCOPE_REACH = 5
_TOTAL_REACH = 3
_THIS = frozenset({"this", "the", "a"})
# Of one row the one that is told without its scope lies at most so many times further on.
_FAR_ON = 2
# Words between two counts that "and" joins, of which the second is of others or not.
_JOINED_REACH = 8
_OTHERS_REACH = 20
_RELATIVE = frozenset({"who", "which", "that"})
_ALIKE = ("same", "wider")
_HELD = ("same", "fits")
_BEARING = ("PERSON", "ORG")
_words = partial(load_words, "en", "apart", "words")


def in_another_currency(setting: Setting, pair: Pair) -> bool:
    """A sum that one report tells in two currencies, and the other one in the second of them.

    Where both tell it in two and the first agrees, the second was only converted at another rate.
    """
    (left, one), (right, other) = setting.sides(pair)
    if pair.difference is None or one.quantity is None or other.quantity is None or one.quantity.kind != "money":
        return False
    mine, theirs = renderings(left, one), renderings(right, other)
    if mine and theirs:
        # "30,000 pounds" and "30,000 Egyptian pounds" are of one currency where both came to some $1,680.
        alike = any(isclose(size_of(a), size_of(b)) for a, b in product(mine, theirs))
        return alike and isclose(size_of(one), size_of(other), rel_tol=_RATES)
    alignment = pair.difference.alignment
    ours, others = [unit_of(each) for each in mine], [unit_of(each) for each in theirs]
    pairs = product(ours or [pair.left.unit], others or [pair.right.unit]) if ours or others else ()
    verdicts = (compare_units(alignment, a, b) for a, b in pairs)
    return any(verdict is not None and verdict.outcome in _HELD for verdict in verdicts)


def renderings(wording: Wording, value: Value) -> list[Value]:
    """Return the other values that say an amount once more in another unit, in text order."""
    amount = _amount_of(value.quantity)
    return [each for each in wording.values if each is not value and amount and _amount_of(each.quantity) == amount]


def _amount_of(quantity: Quantity | None) -> Span | None:
    return (quantity.same_as or Span(quantity.start, quantity.end)) if quantity is not None else None


def of_two_orders(setting: Setting, pair: Pair) -> bool:
    """Ordinals of two rows: "the sixth nuclear test", "the 15th missile launch this year"."""
    (left, one), (right, other) = setting.sides(pair)
    if pair.difference is None or one.kind != "ordinal" or other.kind != "ordinal":
        return False
    noun, partner = _ordered(left, one), _ordered(right, other)
    if {left.lemma[noun], right.lemma[partner]} & _words("turns"):
        return False
    if pair.difference.alignment.right_of[noun] != partner and not are_alike(left, noun, right, partner):
        return True
    wholes, wholes_other = list(_wholes(left, noun)), list(_wholes(right, partner))
    if wholes and wholes_other and not any(_may_be_one(a, b) for a in wholes for b in wholes_other):
        return True
    narrowing, narrowing_other = _narrowing(left, noun, one), _narrowing(right, partner, other)
    if (
        narrowing
        and narrowing_other
        and not any(are_alike(left, i, right, j) for i in narrowing for j in narrowing_other)
    ):
        return True
    rows, rows_other = _row_told(left, noun), _row_told(right, partner)
    if rows and rows_other and not any(are_alike(left, i, right, j) for i in rows for j in rows_other):
        return True
    scopes = _scope(left, noun), _scope(right, partner)
    one_starts = _has_start(left, noun) != _has_start(right, partner)
    if is_tight(pair) or (scopes[0] == scopes[1] and not one_starts):
        return False
    low, high = sorted((size_of(one), size_of(other)))
    return all(scopes) or high >= _FAR_ON * low


def _ordered(wording: Wording, value: Value) -> int:
    """The noun that an ordinal counts: the last of "head coach"."""
    noun = noun_above(wording, value)
    for _ in range(_STEPS):
        if wording.dep[noun] != "compound":
            break
        noun = wording.head[noun]
    return noun


def are_alike(left: Wording, one: int, right: Wording, other: int) -> bool:
    """Return whether two words are one, or mean the same or one more than the other."""
    return left.key[one] == right.key[other] or relation_of_words(left.lemma[one], right.lemma[other]) in _ALIKE


def _narrowing(wording: Wording, noun: int, value: Value) -> list[int]:
    """The common nouns and adjectives that say which of the things a noun means."""
    beside = (i for i in wording.children[noun] if wording.dep[i] in ("compound", "amod"))
    typed = wording.value_at.keys() | set(range(value.first, value.end))
    return [i for i in beside if wording.pos[i] in ("NOUN", "ADJ") and wording.is_content[i] and i not in typed]


def _wholes(wording: Wording, noun: int) -> Iterator[str]:
    """The names that say in which row a noun stands: "the third Northern League coach"."""
    for index in wording.children[noun]:
        name = wording.value_at.get(index)
        beside = name is not None and wording.dep[index] in ("compound", "nmod", "poss")
        if name is not None and beside and type_of(name) not in ("", "PERSON"):
            yield wording.words(name.first, name.end)


def _may_be_one(one: str, other: str) -> bool:
    known = find_known(one)
    if known is not None and known == find_known(other):
        return True
    return compare_names(one, other).outcome != "differs" or bool({*name_words(one)} & {*name_words(other)})


def _scope(wording: Wording, noun: int) -> frozenset[str]:
    """The spans of time named right behind a noun: "this year", "of the season"."""
    near = range(noun + 1, min(len(wording), noun + 1 + _SCOPE_REACH))
    return frozenset(wording.lemma[i] for i in near if wording.lemma[i - 1] in _THIS) & _words("scope")


def _has_start(wording: Wording, noun: int) -> bool:
    """Whether it is told since when a row is counted: "since Berg took over", "in four years"."""
    near = range(noun + 1, min(len(wording), noun + 1 + _SCOPE_REACH))
    lengths = (wording.value_at.get(i) for i in near if wording.lemma[i - 1] == "in")
    return "since" in wording.lemma[near.start : near.stop] or any(
        each is not None and each.kind == "duration" for each in lengths
    )


def _row_told(wording: Wording, noun: int) -> list[int]:
    """What those of a row do: "the third woman to head the board"."""
    below = (i for i in wording.children[noun] if wording.dep[i] in ("acl", "relcl") and wording.pos[i] == "VERB")
    return [i for i in below if any(wording.lemma[j] == "to" for j in wording.children[i])]


def of_two_givers(setting: Setting, pair: Pair) -> bool:
    """Figures borne by two: the offers of two clubs, the sentences of two men."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_borne(one) and is_borne(other)):
        return False
    counts = [value.quantity is not None and value.quantity.kind == "count" for value in (one, other)]
    if any(counts) and is_tight(pair):
        return False
    bearers, others = list(_bearers_of(left, one)), list(_bearers_of(right, other))
    alike = {_bearing(left, each) for each in bearers} & {_bearing(right, each) for each in others}
    if not alike:
        return False
    # Of "Holm has an offer from the Otters" the Otters bear what clubs bear elsewhere.
    bearers = [each for each in bearers if _bearing(left, each) in alike]
    others = [each for each in others if _bearing(right, each) in alike]
    told = [_is_told_in(right, left, each) for each in bearers] + [_is_told_in(left, right, each) for each in others]
    if any(told) and not (_serves(left, one) and _serves(right, other)):
        return False
    return not any(can_be_one(setting, (left, a), (right, b)) for a in bearers for b in others)


def _serves(wording: Wording, value: Value) -> bool:
    """Whether a length of time is one of work or life, which nobody else in the sentence shares."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    return value.time is not None and wording.lemma[verb] in _words("serving")


def _is_told_in(wording: Wording, own: Wording, name: Value) -> bool:
    """Whether another sentence has the last word of a name too: both bearers take part in what it tells."""
    return own.key[name.end - 1] in wording.key


def is_borne(value: Value) -> bool:
    """Return whether a value is a figure that somebody bears: no age, no ordinal, no date."""
    if value.time is not None:
        return value.time.type == "DURATION"
    # Of ages `ages.py` knows more.
    return value.quantity is not None and value.kind != "ordinal" and value.quantity.unit != "year"


def type_of(value: Value) -> str:
    """Return the type of the entity that a value names, empty where it names none."""
    return value.mention.type if value.mention is not None else ""


def _bearing(wording: Wording, value: Value) -> str:
    """Whether a name is of a person or of a body: no person is told with "the" ("the Dodgers")."""
    told = type_of(value)
    return "ORG" if told == "PERSON" and value.first and wording.lemma[value.first - 1] == "the" else told


def _bearers_of(wording: Wording, value: Value) -> Iterator[Value]:
    """The named people and bodies whose figure one is."""
    for index in bearing_words(wording, value):
        name = wording.value_at.get(index)
        if name is not None and name is not value and type_of(name) in _BEARING:
            yield name


def bearing_words(wording: Wording, value: Value) -> Iterator[int]:
    """Yield the words that tell whose a figure is: subjects of its verb, owners of its noun, who it comes from."""
    saying = load_words("en", "relations", "saying") | _words("observing")
    index = top_of(wording, unit_of(value))
    for _ in range(_STEPS):
        yield from _with_joined(wording, _owners(wording, index))
        if wording.pos[index] in ("VERB", "AUX"):
            subject = wording.subject_of(index)
            if subject is not None and wording.lemma[subject] in _RELATIVE and wording.dep[index] == "relcl":
                subject = wording.head[index]  # "Berg, who served 12 years"
            # Whoever puts something at a figure judges it; whoever puts up points has them.
            if subject is not None and (wording.lemma[index] not in saying or _has_particle(wording, index)):
                yield from _with_joined(wording, [subject])
            # "Hollis died while serving 12 years": whoever died served.
            if subject is not None or wording.dep[index] not in ("advcl", "pcomp"):
                return
        if wording.head[index] == index:
            return
        above = wording.head[index]
        if wording.lemma[index] == "with" and wording.dep[above] == "dobj":
            # "Berg finished the victory with 25 points".
            yield from _with_joined(wording, _owners(wording, above))
            above = wording.verb_above(above)
        index = above


def _has_particle(wording: Wording, verb: int) -> bool:
    return any(wording.dep[i] == "prt" for i in wording.children[verb])


def _owners(wording: Wording, index: int) -> list[int]:
    """The words that tell whose a thing or an act is: "Acme's offer", "an offer from Acme"."""
    found = [i for i in wording.children[index] if wording.dep[i] == "poss"]
    for child in wording.children[index]:
        if wording.dep[child] == "agent" or (wording.dep[child] == "prep" and wording.lemma[child] in _words("giving")):
            found.extend(i for i in wording.children[child] if wording.dep[i] == "pobj")
    return found


def _with_joined(wording: Wording, words: list[int]) -> Iterator[int]:
    for index in words:  # grows by what "and" joins to its words
        words.extend(child for child in wording.children[index] if wording.dep[child] == "conj")
        yield index


def can_be_one(setting: Setting, left: tuple[Wording, Value], right: tuple[Wording, Value]) -> bool:
    """Return whether two names can be of one bearer; those of two types are of two things."""
    (wording, one), (wording_other, other) = left, right
    if _bearing(wording, one) != _bearing(wording_other, other):
        return False
    names = wording.words(one.first, one.end), wording_other.words(other.first, other.end)
    # "Climber Ann Berg" and "climber Ole Dahl" share no more than what they are.
    lasts = [name_words(name)[-1:] for name in names]
    shared = any(last and last[0] in name_words(name) for last, name in zip(lasts, reversed(names), strict=True))
    if compare_names(*names).outcome != "differs" or shared:
        return True
    known = find_known(names[0])
    if known is not None and known == find_known(names[1]):
        return True
    return bool(setting.entities(wording, one) & setting.entities(wording_other, other))


def of_part_and_total(setting: Setting, pair: Pair) -> bool:
    """A whole and one of the parts that make it up: "a total of 51", "eight gravely and 43 slightly hurt"."""
    sides = setting.sides(pair)
    if any(value.quantity is None or value.quantity.kind != "count" or not value.quantity.value for _, value in sides):
        return False
    part, whole = sorted(sides, key=lambda side: size_of(side[1]))
    others = [size_of(each) for each in _other_parts(*part)]
    if any(isclose(size_of(part[1]) + each, size_of(whole[1])) for each in (*others, sum(others))):
        return True
    return bool(others) and not is_tight(pair) and is_total(*whole) and not is_total(*part)


def noun_above(wording: Wording, value: Value) -> int:
    """Return the word that a value hangs on: of "six boats" the noun."""
    return wording.head[top_of(wording, unit_of(value))]


def is_count(value: Value) -> bool:
    """Return whether a value counts things by a number."""
    return value.quantity is not None and value.quantity.kind == "count" and value.quantity.value is not None


def size_of(value: Value) -> float:
    """Return the number of a figure, 0 where it has none."""
    return (value.quantity.value or 0.0) if value.quantity is not None else 0.0


def _other_parts(wording: Wording, value: Value) -> list[Value]:
    """The counts that "and" joins to a count, or a comma where they count one noun ("seven rifles, two other rifles").

    Those told of two acts ("3 dead and 12 hurt") are no parts of one whole.
    """
    act, noun = counted_act(wording, value), wording.lemma[noun_above(wording, value)]
    found = []
    for each in wording.values:
        if each is value or each.quantity is None or each.quantity.kind != "count":
            continue
        between = range(min(each.end, value.end), max(each.first, value.first))
        links = {wording.lemma[i] for i in between} & {"and", ","}
        reach = _OTHERS_REACH if wording.lemma[between.stop + 1 : between.stop + 2] == ["other"] else _JOINED_REACH
        if len(between) <= reach and ("and" in links or (links and wording.lemma[noun_above(wording, each)] == noun)):
            other = counted_act(wording, each)
            found += [each] if act is None or other is None or act == other else []
    return found


def is_total(wording: Wording, value: Value) -> bool:
    """Return whether a figure is told to be a total: "a total of 51", "51 in all"."""
    near = (*range(max(0, value.first - _TOTAL_REACH), value.first), *range(value.end, value.end + _TOTAL_REACH))
    told = [i for i in near if i < len(wording) and wording.lemma[i] in _words("total")]
    return any(wording.lemma[i] != "all" or wording.lemma[i - 1] == "in" for i in told)
