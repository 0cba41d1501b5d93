"""What explains a difference, so that it is none: a place in the other, a past year's figure, two bearers of an age.

A table of named rules over a pair of stretches; the first that holds explains the pair away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.evidence import compare_units
from variorum.collate.findings.explained.again import of_two_within_days
from variorum.collate.findings.explained.ages import of_anothers_kin, of_grown_age, of_two_bearers, of_two_peoples
from variorum.collate.findings.explained.alike import (
    VALUES_ALIKE,
    WORDS_ALIKE,
    are_two_venues,
    of_one_called,
    of_venue_and_town,
    told_in_apposition,
)
from variorum.collate.findings.explained.apart import (
    in_another_currency,
    of_a_grade,
    of_part_and_total,
    of_two_dimensions,
    of_two_givers,
    of_two_orders,
)
from variorum.collate.findings.explained.dates_apart import DATING_RULES, quote_alike, speech_words
from variorum.collate.findings.explained.deeds import DEED_RULES
from variorum.collate.findings.explained.earlier import EARLIER_RULES, Order
from variorum.collate.findings.explained.estimates import ESTIMATE_RULES
from variorum.collate.findings.explained.listed import LISTED_RULES
from variorum.collate.findings.explained.misread import MISREAD_RULES
from variorum.collate.findings.explained.moved_on import of_reports_days_apart, of_two_regions
from variorum.collate.findings.explained.offices import of_two_offices
from variorum.collate.findings.explained.rows import ROW_RULES
from variorum.collate.findings.explained.tight import TIGHT, is_tight
from variorum.collate.findings.explained.told_as_well import TOLD_RULES
from variorum.collate.findings.explained.trading import of_two_moments_of_trading
from variorum.collate.findings.explained.whereabouts import (
    of_one_first_name,
    of_other_middle_names,
    of_two_on_one_page,
    people_named,
    share_company,
)
from variorum.collate.findings.explained.wholes import WHOLE_RULES
from variorum.collate.findings.explained.whose import BEARER_RULES
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording, denying_words
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.span import EntityId, ReportId
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known

LONGEST_UNRELATED = 4
LONGEST_UNRELATED_ACT = 8
# Two counts of one thing that differ more than so many times are of two things, or of two times far apart.
_ANOTHER_ORDER = 20.0
# Words are taken for one place of two sentences by the network alone where it is as sure as this.
SURE_ALONE = 0.8
# Speakers are told apart by what they say: sentences that share less than this tell of two people speaking.
ONE_SAYING = 0.5
SURELY_ONE_SAYING = 0.7
# Governors of a stretch that are looked at.
_STEPS = 4
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SPEAKING = frozenset({"nsubj", "nsubjpass", "pobj"})
_JOINING = frozenset({"or", "and", "to", "/"})
_TOLD_BEFORE = frozenset({"those", "they", "them", "these", "whom", "which", "the"})
_WHOM = frozenset({"whom", "which", "these", "those", "them"})
_OWNING = frozenset({"'s", "’s"})
_PLACED_IN = re.compile(r",? ?(?:in |near )?(?:the )?(?:south|north|east|west|central)?(?:ern)? ?$")


class Explainer:
    """Tells which differences of one storyline are none."""

    def __init__(self, storyline: Storyline, wordings: Sequence[Wording]) -> None:
        self.storyline, self.wordings = storyline, wordings
        self.published: Mapping[ReportId, str | None] = {report.id: report.published for report in storyline.reports}

    def explains(self, pair: Pair) -> bool:
        """Return whether a rule explains a pair."""
        if pair.left.unit.value is None or pair.right.unit.value is None:
            if of_two_moments_of_trading(self, pair) or self._is_worded_otherwise(pair):
                return True
            loose = _is_loose(pair) or self._of_two_heads(pair) or self._of_two_ranks(pair)
            loose = loose or of_two_within_days(self, pair)
            return loose or self._deny_alike(pair) or self._is_spelled_alike(pair) or self._says_the_same(pair)
        return any(rule(self, pair) for rule in RULES)

    def sides(self, pair: Pair) -> tuple[tuple[Wording, Value], tuple[Wording, Value]]:
        """Return the wordings and the values of a pair of typed values."""
        one, other = pair.left.unit.value, pair.right.unit.value
        if one is None or other is None:
            raise ValueError("a pair of words has no values")
        return (self.wordings[pair.left.wording], one), (self.wordings[pair.right.wording], other)

    def _deny_alike(self, pair: Pair) -> bool:
        """Two ways of denying one thing ("did not", "refused to"), or two things of which neither happened."""
        return not pair.opposed and all(
            _stands_denied(self.wordings[side.wording], side.unit) for side in (pair.left, pair.right)
        )

    def _is_worded_otherwise(self, pair: Pair) -> bool:
        """Other words for the same, or words that describe nothing."""
        left, right = self.wordings[pair.left.wording], self.wordings[pair.right.wording]
        return any(rule(left, right, pair) for rule in WORDS_ALIKE)

    def _says_the_same(self, pair: Pair) -> bool:
        """Two words of one meaning, both denied or neither."""
        told = []
        for side in (pair.left, pair.right):
            wording = self.wordings[side.wording]
            content = [i for i in side.unit.range if wording.is_content[i]]
            # "Is not the one who fired": what denies the word need not hang on it.
            denies = any(wording.dep[i] == "neg" for i in side.unit.range)
            told.append(
                (wording.lemma[content[0]], denies or wording.is_denied(content[0])) if len(content) == 1 else None
            )
        if told[0] is None or told[1] is None or told[0][1] != told[1][1]:
            return False
        first, other = (self.wordings[side.wording].lemma[side.unit.first] for side in (pair.left, pair.right))
        last, end = (self.wordings[side.wording].lemma[side.unit.end - 1] for side in (pair.left, pair.right))
        if (
            pair.opposed
            and len(pair.left.unit.range) == len(pair.right.unit.range) > 1
            and (first, last) != (other, end)
        ):
            return False  # "on duty", "off duty"; "walked in", "walked out"
        return relation_of_words(told[0][0], told[1][0]) == "same"

    def _of_two_heads(self, pair: Pair) -> bool:
        """Adjectives beside two nouns, or said of two subjects, that have nothing to do with each other."""
        if pair.difference is None or is_tight(pair):
            return False
        left, right = self.wordings[pair.left.wording], self.wordings[pair.right.wording]
        one, other = _noun_described(left, pair.left.unit), _noun_described(right, pair.right.unit)
        if one is None or other is None or pair.difference.alignment.right_of[one] == other:
            return False
        return relation_of_words(left.lemma[one], right.lemma[other]) not in ("same", "wider")

    def _of_two_ranks(self, pair: Pair) -> bool:
        """A noun before another noun, and a noun by itself: "in a news release" and "in a statement"."""
        if pair.opposed or is_tight(pair):
            return False
        ranks = [_stands_before_noun(self.wordings[side.wording], side.unit) for side in (pair.left, pair.right)]
        return ranks[0] != ranks[1]

    def _is_spelled_alike(self, pair: Pair) -> bool:
        """Parts of one word that is written with a hyphen and without: "e-mail" and "email"."""
        left, right = (_unbroken(self.wordings[side.wording], side.unit) for side in (pair.left, pair.right))
        return left == right and not pair.opposed

    @cached_property
    def within(self) -> frozenset[tuple[str, str]]:
        """The pairs of places of which the reports say that one lies in the other ("Voss, western Norway")."""
        found = set()
        for wording in self.wordings:
            values = [value for value in wording.values if value.mention is not None]
            for one, other in pairwise(values):
                between = wording.text[wording.end[one.end - 1] : wording.start[other.first]]
                names = fold(wording.words(one.first, one.end)), fold(wording.words(other.first, other.end))
                if between.strip() and _PLACED_IN.match(between):
                    found.add(names)
                elif between.strip() in _OWNING and one.kind == other.kind == "place":
                    found.add(names[::-1])  # "Solheim's East Quay"
        return frozenset(found)

    @cached_property
    def called(self) -> frozenset[tuple[str, str]]:
        """The pairs of names, folded, of which a report says that one is short for the other."""
        return told_in_apposition(self.wordings)

    @cached_property
    def order(self) -> Order:
        """Which sentence stands before which."""
        return Order(self.wordings)

    @cached_property
    def named(self) -> Mapping[ReportId, Set[str]]:
        """The people whom each report names, as names are compared."""
        return people_named(self.wordings)

    def entities(self, wording: Wording, value: Value) -> frozenset[EntityId]:
        """Return the entities across reports that a name in a wording stands for, one for each report at most."""
        entity = value.mention.entity if value.mention is not None else None
        found = {self.storyline.entity_of(report, entity) for report in wording.reports}
        return frozenset(each for each in found if each is not None)


def _is_loose(pair: Pair) -> bool:
    """Words that nothing relates, unless the sentences run alike around them or the network is sure of their place.

    Of phrases only short ones: longer ones are mostly the same said otherwise.
    """
    if pair.related or pair.left.unit.value is not None or pair.right.unit.value is not None:
        return False
    words = len(pair.left.unit.range) + len(pair.right.unit.range)
    short = words <= (LONGEST_UNRELATED if pair.aspect == "description" else LONGEST_UNRELATED_ACT)
    return not (short and (is_tight(pair) or (pair.sure or 0.0) >= SURE_ALONE))


def _noun_described(wording: Wording, unit: Unit) -> int | None:
    """The common noun that an adjective stands beside, or that it is said of; None for other words."""
    top = top_of(wording, unit)
    if wording.pos[top] != "ADJ":
        return None
    noun = wording.head[top] if wording.dep[top] == "amod" else None
    if wording.dep[top] in ("acomp", "oprd"):
        noun = wording.subject_of(wording.head[top])
    return noun if noun is not None and wording.pos[noun] == "NOUN" and noun not in unit.range else None


def _stands_denied(wording: Wording, unit: Unit) -> bool:
    """Whether a stretch denies what stands outside it, or is denied itself or with the noun that it modifies."""
    top = top_of(wording, unit)
    told = (top, wording.head[top]) if wording.dep[top] == "amod" else (top,)
    return _denies(wording, unit) or any(wording.is_denied(index) for index in told)


def _stands_before_noun(wording: Wording, unit: Unit) -> bool:
    """Whether a stretch is a noun that modifies the noun after it."""
    top = top_of(wording, unit)
    return wording.pos[top] == "NOUN" and wording.dep[top] == "compound" and wording.head[top] >= unit.end


def _unbroken(wording: Wording, unit: Unit) -> str:
    """The letters and digits of a stretch with what touches it, up to the next white space on both sides."""
    first, end = wording.start[unit.first], wording.end[unit.end - 1]
    before, after = wording.text[:first].split(), wording.text[end:].split()
    opens = before[-1] if before and not wording.text[first - 1].isspace() else ""
    closes = after[0] if after and not wording.text[end].isspace() else ""
    return "".join(char for char in fold(f"{opens}{wording.text[first:end]}{closes}") if char.isalnum())


def _denies(wording: Wording, unit: Unit) -> bool:
    """Whether a stretch does no more than deny what stands outside it."""
    told = [i for i in unit.range if wording.is_content[i] or wording.dep[i] == "neg"]
    return bool(told) and all(wording.dep[i] == "neg" or wording.lemma[i] in denying_words() for i in told)


def in_no_sentence(explainer: Explainer, pair: Pair) -> bool:
    """A credit or a caption without a verb tells nothing."""
    (left, _), (right, _) = explainer.sides(pair)
    return not (left.has_verb and right.has_verb)


def one_of_several(explainer: Explainer, pair: Pair) -> bool:
    """A value that is joined to another one ("2017 or 2018") which agrees with the other side."""
    if pair.difference is None:
        return False
    alignment = pair.difference.alignment
    (left, one), (right, other) = explainer.sides(pair)
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


def of_one_entity(explainer: Explainer, pair: Pair) -> bool:
    """Two names of one bearer: "Chris" and "Christine", "Mo." and "Missouri"."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    known = find_known(left.words(one.first, one.end))
    if known is not None and known == find_known(right.words(other.first, other.end)):
        return True
    entities = explainer.entities(left, one)
    if of_other_middle_names(left, right, pair):
        return False
    return bool(entities) and entities == explainer.entities(right, other)


def told_otherwise(explainer: Explainer, pair: Pair) -> bool:
    """Two names that can be right of one thing: a short one and what it stands for, a venue and its town."""
    (left, _), (right, _) = explainer.sides(pair)
    if of_one_called(left, right, pair, explainer.called) or of_venue_and_town(left, right, pair, explainer.within):
        return True
    if of_two_on_one_page(left, right, pair, explainer.named):
        return True
    return any(rule(left, right, pair) for rule in VALUES_ALIKE)


def in_the_other(explainer: Explainer, pair: Pair) -> bool:
    """A place in the other, by the reports' own words; a country or state beside a town is the wider one.

    Unless the reports put the town into another state.
    """
    (left, one), (right, other) = explainer.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    names = fold(left.words(one.first, one.end)), fold(right.words(other.first, other.end))
    lies_within = names in explainer.within or names[::-1] in explainer.within
    if lies_within:
        return True
    if _is_country(names[0]) != _is_country(names[1]):
        return not _lies_elsewhere(explainer.within, *sorted(names, key=_is_country))
    # Of a city that is known and a place that is not, the one is mostly a street or a square of the other.
    return not is_tight(pair) and _is_city(names[0]) != _is_city(names[1])


def _lies_elsewhere(within: Set[tuple[str, str]], place: str, area: str) -> bool:
    """Whether the reports put a place into areas of the same kind as this one, and never into it."""
    known = find_known(area)
    around = [found for inner, outer in within if inner == place and (found := find_known(outer)) is not None]
    return known is not None and known not in around and any(found.kind == known.kind for found in around)


def _is_country(name: str) -> bool:
    known = find_known(name)
    return known is not None and known.kind in ("country", "state")


def _is_city(name: str) -> bool:
    known = find_known(name)
    return known is not None and known.kind in ("city", "capital")


def of_two_things(explainer: Explainer, pair: Pair) -> bool:
    """Names that part two things which are counted apart: "700,000 UK consumers" and "182,000 US consumers"."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.mention is None or other.mention is None or pair.difference is None:
        return False
    counts, others = _counts_beside(left, pair.left.unit), _counts_beside(right, pair.right.unit)
    if not counts or not others:
        return False
    alignment = pair.difference.alignment
    return not any(
        (verdict := compare_units(alignment, a, b)) is not None and verdict.outcome != "differs"
        for a in counts
        for b in others
    )


def _counts_beside(wording: Wording, unit: Unit) -> list[Unit]:
    """The figures that hang on the noun which a name modifies."""
    above = wording.head[top_of(wording, unit)]
    found = {value.first: value for i in wording.children[above] if (value := wording.value_at.get(i)) is not None}
    return [unit_of(each) for each in found.values() if each.quantity is not None]


def of_two_strangers(explainer: Explainer, pair: Pair) -> bool:
    """Two persons, or a person and something else, where nothing but their place in a sentence joins them."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    if pair.apart and pair.opposed:
        return False  # facts of one thing, whose values exclude each other
    types = {one.mention.type, other.mention.type}
    strangers = pair.verdict is not None and pair.verdict.distance >= 1.0 and types == {"PERSON"}
    placed = pair.difference is not None and (pair.difference.governs or pair.difference.before >= TIGHT)
    full = min(one.end - one.first, other.end - other.first) > 1
    alike = pair.verdict is not None and pair.verdict.distance < 1.0
    if "PERSON" in types and len(types) > 1 and not is_tight(pair) and not alike:
        return not are_two_venues(left, right, pair)
    if types == {"PERSON"} and of_one_first_name(left, right, pair):
        # Their first name links them, and nothing else does.
        return pair.shared < ONE_SAYING / 2 and not (is_tight(pair) or share_company(left, right, pair))
    return strangers and full and not (is_tight(pair) or placed)


def of_two_speakers(explainer: Explainer, pair: Pair) -> bool:
    """Names of who says something, in sentences that do not tell the same saying: two sources, not one misnamed."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.mention is None or other.mention is None or pair.shared >= SURELY_ONE_SAYING or quote_alike(pair):
        return False
    if pair.shared >= ONE_SAYING and is_tight(pair):
        return False
    # A name that is right in part, or the bearer of the same office, can be one speaker with two names.
    alike = pair.verdict is not None and pair.verdict.distance < 1.0
    roles = left.roles(one) & right.roles(other)
    # Many are officers and spokesmen of one body.
    if alike or (roles and not (roles <= load_words("en", "bearers", "many_held") and pair.shared <= ONE_SAYING)):
        return False
    return _speaks(left, pair.left.unit) and _speaks(right, pair.right.unit)


def _speaks(wording: Wording, unit: Unit) -> bool:
    top = top_of(wording, unit)
    for _ in range(2):
        verb = wording.head[top]
        if wording.dep[top] in _SPEAKING and wording.lemma[verb] in speech_words():
            return True
        top = verb
    return False


def asked_and_offered(explainer: Explainer, pair: Pair) -> bool:
    """What one side asks and what the other side offers."""
    (left, _), (right, _) = explainer.sides(pair)
    acts, others = _acts_above(left, pair.left.unit), _acts_above(right, pair.right.unit)
    asking, offering = (load_words("en", "relations", way) for way in ("asking", "offering"))
    return bool((acts & asking and others & offering) or (acts & offering and others & asking))


def _acts_above(wording: Wording, unit: Unit) -> set[str]:
    """The lemmas of the verbs and nouns that govern a stretch, up to its sentence's main verb."""
    acts: set[str] = set()
    index = top_of(wording, unit)
    while wording.head[index] != index and len(acts) < _STEPS:
        index = wording.head[index]
        acts.add(wording.lemma[index])
    return acts


def of_another_order(explainer: Explainer, pair: Pair) -> bool:
    """Figures of another order: a billion views in all, and 34 million of the first month."""
    (_, one), (_, other) = explainer.sides(pair)
    if one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    figures = sorted(abs(each.value or 0.0) for each in (one.quantity, other.quantity))
    return figures[0] > 0 and figures[1] / figures[0] >= _ANOTHER_ORDER


def of_part_and_whole(explainer: Explainer, pair: Pair) -> bool:
    """A part ("20 of those injured") and the whole, or what is not told as a part ("51 were taken to hospital")."""
    (left, one), (right, other) = explainer.sides(pair)
    if one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    if {one.quantity.kind, other.quantity.kind} != {"count"}:
        return False
    parts = _is_part(left, one), _is_part(right, other)
    # No part is more than its whole: where the place is sure, "41 of the boarders" and "27 pupils" are one figure.
    apart = (one.quantity.value or 0.0) - (other.quantity.value or 0.0)
    if (pair.sure or 0.0) >= SURE_ALONE and (apart < 0) != parts[0]:
        return False
    return parts[0] != parts[1]


def _is_part(wording: Wording, value: Value) -> bool:
    """Whether a figure is of something that was told before: "of them", "of those", "of the injured", "of whom 20"."""
    if any(
        wording.lemma[i] in _WHOM and wording.lemma[i - 1] == "of" for i in range(max(1, value.first - 2), value.first)
    ):
        return True
    # "20 of those injured", "twelve people of those injured".
    for at in (value.end, value.end + 1):
        if at + 1 < len(wording) and wording.lemma[at] == "of":
            return wording.lemma[at + 1] in _TOLD_BEFORE
    return False


RULES: tuple[Callable[[Explainer, Pair], bool], ...] = (
    in_no_sentence,
    *EARLIER_RULES,
    of_two_bearers,
    of_two_peoples,
    of_grown_age,
    of_anothers_kin,
    in_another_currency,
    of_two_dimensions,
    of_a_grade,
    of_two_orders,
    of_two_givers,
    *BEARER_RULES,
    of_part_and_total,
    of_two_moments_of_trading,
    one_of_several,
    of_one_entity,
    told_otherwise,
    in_the_other,
    of_two_things,
    of_two_strangers,
    of_two_speakers,
    of_two_offices,
    asked_and_offered,
    of_another_order,
    of_part_and_whole,
    *WHOLE_RULES,
    *LISTED_RULES,
    *DEED_RULES,
    *MISREAD_RULES,
    of_reports_days_apart,
    of_two_regions,
    *ESTIMATE_RULES,
    *ROW_RULES,
    *DATING_RULES,
    *TOLD_RULES,
)
