"""Which equal values of sentences laid side by side are agreements worth telling, brought together into points.

Two sentences have many names in common: the rarest of those of places and bodies stands for all. Persons are told with
the role that reports give them (`bearers.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import top_of
from variorum.collate.findings.counting.tallies import PEOPLE
from variorum.collate.findings.counting.tally_acts import noun_of
from variorum.collate.findings.deciding.cases import is_tally
from variorum.collate.findings.explained.amounts.apart import are_alike
from variorum.collate.findings.explained.bearers.strangers import speaks
from variorum.collate.findings.explained.moments.dates_apart import acts_of, speech_words
from variorum.collate.findings.explained.tight import ONE_SAYING
from variorum.collate.findings.facts.counts.counted_acts import class_of
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.pairs import SMALL, Pair, Side, gather_points, is_telling, join_amounts, rarity
from variorum.collate.points import Weights, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

# How a name hangs on the verb whose saying it is told.
_TOLD = ("dobj", "dative")


def gather_agreements(pairs: Iterable[Pair], wordings: Sequence[Wording], weights: Weights) -> Iterator[Sequence[Pair]]:
    """Yield groups of the `pairs` that surely are of one point told alike: figures, dates, names, places, then words.

    Within a group those come first whose sentences have most in common.
    """
    ranked = sorted(pairs, key=lambda pair: (-pair.shared, pair.left.place, pair.right.place))
    telling = [
        pair
        for pair in ranked
        if (pair.apart or is_telling(pair, wordings, weights) or _are_of_one_act(pair, wordings))
        and not (_count_two_things(pair, wordings) or _is_vague(pair, wordings))
        and not any(_is_in_saying(wordings[side.wording], side) for side in (pair.left, pair.right))
    ]
    plain = [each for each in telling if not each.stated]
    rarest = {id(pair) for pair in _rarest_names(plain, wordings, weights)}
    kept = [each for each in telling if each.stated or each.aspect not in ("name", "place") or id(each) in rarest]
    yield from join_amounts(gather_points([each for each in kept if each.aspect == "figure"], wordings))
    for aspects in (("date",), ("name",), ("place",), ("status", "description")):
        yield from of_new_sentences(gather_points([each for each in kept if each.aspect in aspects], wordings), [])


def _is_vague(pair: Pair, wordings: Sequence[Wording]) -> bool:
    """Whether a length of time tells nothing: "for years", "the early hours"; "a few weeks", "hours after it" do."""
    if pair.shared >= ONE_SAYING:
        return False
    return any(_is_vague_length(wordings[side.wording], side) for side in (pair.left, pair.right))


def _is_vague_length(wording: Wording, side: Side) -> bool:
    value = side.unit.value
    if value is None or value.time is None or value.kind != "duration" or "X" not in value.time.value:
        return False
    words, after = wording.lemma[value.first : value.end], wording.lemma[value.end : value.end + 1]
    some, anchors = (load_words("en", "apart", "gauged", each) for each in ("some", "anchors"))
    counted = any(wording.pos[i] == "NUM" for i in side.unit.range)
    return not (counted or value.time.value.endswith("DE") or some & {*words} or anchors & {*after})


def of_new_sentences(
    groups: Iterable[Sequence[Pair]], before: Iterable[Sequence[Pair]], share: float = 1.0
) -> Iterator[Sequence[Pair]]:
    """Yield the groups less those of whose sentences one before has this share: "between May and July" is one."""
    told: list[Set[int]] = [_sentences(group) for group in before]
    for group in groups:
        sentences = _sentences(group)
        if not any(len(sentences & each) >= share * len(sentences) for each in told):
            told.append(sentences)
            yield group


def _sentences(group: Iterable[Pair]) -> Set[int]:
    return {side.wording for pair in group for side in (pair.left, pair.right)}


def _is_in_saying(wording: Wording, side: Side) -> bool:
    """Whether a name is only of who says something, or to whom: "an RAIB spokesman said", "told AFP"."""
    value = side.unit.value
    if value is None or value.kind not in ("name", "place"):
        return False
    top = top_of(wording, side.unit)
    told = wording.dep[top] in _TOLD and wording.lemma[wording.head[top]] in speech_words()
    return told or speaks(wording, side.unit)


def _are_of_one_act(pair: Pair, wordings: Sequence[Wording]) -> bool:
    """Whether equal values are told of one act, however little else the sentences share."""
    return _date_one_act(pair, wordings) if pair.aspect == "date" else _count_under_one_act(pair, wordings)


def _date_one_act(pair: Pair, wordings: Sequence[Wording]) -> bool:
    """Whether two equal days or hours are of one verb: "will testify on Tuesday", "scheduled to testify on Tuesday"."""
    value = pair.left.unit.value
    if value is None or value.time is None or not value.time.value[:4].isdigit():
        return False
    left, right = wordings[pair.left.wording], wordings[pair.right.wording]
    acts = {left.key[i] for i in acts_of(left, pair.left.unit) if left.lemma[i] not in speech_words()}
    return any(right.key[i] in acts for i in acts_of(right, pair.right.unit))


def _count_under_one_act(pair: Pair, wordings: Sequence[Wording]) -> bool:
    """Whether two equal small counts are of one noun under one verb: "one suspect had been arrested"."""
    left, right = wordings[pair.left.wording], wordings[pair.right.wording]
    if not all(_is_small_count(side) for side in (pair.left, pair.right)):
        return False
    one, other = noun_of(left, pair.left.unit), noun_of(right, pair.right.unit)
    if one is None or other is None or left.key[one] != right.key[other]:
        return False
    verbs = left.verb_above(one), right.verb_above(other)
    return left.is_content[verbs[0]] and left.key[verbs[0]] == right.key[verbs[1]]


def _count_two_things(pair: Pair, wordings: Sequence[Wording]) -> bool:
    """Whether two equal counts, small ones or far apart, are of two things: "three bodies", "three ferries"."""
    sides = (pair.left, pair.right)
    counts = all(is_tally(side) if pair.apart else _is_small_count(side) for side in sides)
    if pair.shared >= ONE_SAYING or not counts:
        return False
    left, right = wordings[pair.left.wording], wordings[pair.right.wording]
    one, other = noun_of(left, pair.left.unit), noun_of(right, pair.right.unit)
    if one is None or other is None or (_is_of_people(left, one) and _is_of_people(right, other)):
        return False
    return class_of(left, one) != class_of(right, other) and not are_alike(left, one, right, other)


def _is_of_people(wording: Wording, noun: int) -> bool:
    """Whether a noun is of people: what one report calls passengers, another one calls monks or Americans."""
    known = find_known(wording.word(noun))
    if known is not None and known.kind == "people":
        return True
    return class_of(wording, noun) == PEOPLE or relation_of_words(wording.lemma[noun], "person") in ("same", "wider")


def _is_small_count(side: Side) -> bool:
    quantity = side.unit.value.quantity if side.unit.value is not None else None
    return quantity is not None and quantity.kind == "count" and 0 < (quantity.value or 0.0) <= SMALL


def _rarest_names(pairs: Sequence[Pair], wordings: Sequence[Wording], weights: Weights) -> Iterator[Pair]:
    """The rarest name or place, of persons none, that each two sentences share."""
    best: dict[tuple[int, int], tuple[float, Pair]] = {}
    for pair in pairs:
        if pair.aspect in ("name", "place") and not is_person(pair.left.unit.value) and not _is_title(pair, wordings):
            sentences = (pair.left.wording, pair.right.wording)
            # Of two names as rare the longer one.
            rare = rarity(pair, wordings, weights) + len(pair.left.unit.range) / 100
            if sentences not in best or rare > best[sentences][0]:
                best[sentences] = (rare, pair)
    yield from (pair for _, pair in best.values())


def _is_title(pair: Pair, wordings: Sequence[Wording]) -> bool:
    """Whether a name is the title of the person who is named right behind it: "Transport Minister"."""
    return any(is_person(wordings[side.wording].value_at.get(side.unit.end)) for side in (pair.left, pair.right))
