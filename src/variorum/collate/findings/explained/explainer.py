"""What explains a difference, so that it is none: the table of rules over values, and the rules over words.

The first rule over a pair of stretches that holds explains the pair away. Rules over values stand in the rooms beside
this one, each in that of what it looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from functools import cached_property

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.explained.again import of_two_within_days, reports_of_second
from variorum.collate.findings.explained.ages import of_grown_age, of_two_bearers, of_two_peoples
from variorum.collate.findings.explained.alike import WORDS_ALIKE, told_in_apposition
from variorum.collate.findings.explained.apart import (
    in_another_currency,
    of_part_and_total,
    of_two_givers,
    of_two_orders,
)
from variorum.collate.findings.explained.contests import CONTEST_RULES
from variorum.collate.findings.explained.dates_apart import DATING_RULES
from variorum.collate.findings.explained.deeds import DEED_RULES, asked_and_offered
from variorum.collate.findings.explained.earlier import EARLIER_RULES, Order
from variorum.collate.findings.explained.estimates import ESTIMATE_RULES
from variorum.collate.findings.explained.lengths import LENGTH_RULES
from variorum.collate.findings.explained.listed import LISTED_RULES
from variorum.collate.findings.explained.misread import MISREAD_RULES, in_no_sentence
from variorum.collate.findings.explained.moved_on import of_reports_days_apart, of_two_doings, of_two_regions
from variorum.collate.findings.explained.offices import of_two_offices
from variorum.collate.findings.explained.one_bearer import ONE_BEARER_RULES, told_within
from variorum.collate.findings.explained.rows import ROW_RULES
from variorum.collate.findings.explained.strangers import STRANGER_RULES
from variorum.collate.findings.explained.tight import SURE_ALONE, is_tight
from variorum.collate.findings.explained.told_as_well import TOLD_RULES, one_of_several
from variorum.collate.findings.explained.trading import of_two_moments_of_trading
from variorum.collate.findings.explained.whereabouts import people_named
from variorum.collate.findings.explained.wholes import WHOLE_RULES
from variorum.collate.findings.explained.whose import BEARER_RULES
from variorum.collate.findings.moments import Stretch, moment_of
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording, denying_words
from variorum.collate.storyline import Storyline
from variorum.model.span import EntityId, ReportId
from variorum.text.fold import fold

# Words of two stretches that nothing relates, taken together: of what describes, and of what is done.
_LONGEST_UNRELATED, _LONGEST_UNRELATED_ACT = 4, 8


class Explainer:
    """Tells which differences of one storyline are none."""

    def __init__(self, storyline: Storyline, wordings: Sequence[Wording]) -> None:
        self.storyline, self.wordings = storyline, wordings
        self.published: Mapping[ReportId, str | None] = {report.id: report.published for report in storyline.reports}

    def explains(self, pair: Pair) -> bool:
        """Return whether a rule explains a pair."""
        if pair.left.unit.value is None or pair.right.unit.value is None:
            return (
                of_two_moments_of_trading(self, pair)
                or self._is_worded_otherwise(pair)
                or _is_loose(pair)
                or self._of_two_heads(pair)
                or self._of_two_ranks(pair)
                or of_two_within_days(self, pair)
                or self._deny_alike(pair)
                or self._is_spelled_alike(pair)
                or self._says_the_same(pair)
            )
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
        return told_within(self.wordings)

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

    @cached_property
    def second(self) -> Set[ReportId]:
        """The reports that tell that their own happening is the second of its kind within days."""
        return reports_of_second(self.wordings)

    def moments(self, wording: Wording) -> list[Stretch]:
        """Return when the reports that print a sentence were published, as far as they tell."""
        reports = (self.storyline.by_id[report] for report in sorted(wording.reports))
        return [moment for report in reports if (moment := moment_of(report)) is not None]

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
    short = words <= (_LONGEST_UNRELATED if pair.aspect == "description" else _LONGEST_UNRELATED_ACT)
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


RULES: tuple[Callable[[Explainer, Pair], bool], ...] = (
    in_no_sentence,
    *EARLIER_RULES,
    of_two_bearers,
    of_two_peoples,
    of_grown_age,
    in_another_currency,
    *LENGTH_RULES,
    of_two_orders,
    of_two_givers,
    *BEARER_RULES,
    of_part_and_total,
    of_two_moments_of_trading,
    one_of_several,
    *ONE_BEARER_RULES,
    *STRANGER_RULES,
    of_two_offices,
    *CONTEST_RULES,
    asked_and_offered,
    *WHOLE_RULES,
    *LISTED_RULES,
    *DEED_RULES,
    *MISREAD_RULES,
    of_reports_days_apart,
    of_two_doings,
    of_two_regions,
    *ESTIMATE_RULES,
    *ROW_RULES,
    *DATING_RULES,
    *TOLD_RULES,
)
