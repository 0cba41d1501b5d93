"""The evidence that two stretches in one place tell of one point, and tell it differently, as named numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Protocol

from variorum.collate.align import Alignment, Shares
from variorum.collate.compare.dates import compare_dates
from variorum.collate.compare.figures import compare_figures
from variorum.collate.compare.names import compare_names
from variorum.collate.compare.readings import readings_of
from variorum.collate.compare.verdict import Verdict
from variorum.collate.compare.words import Meaning, compare_words, relation_of_words
from variorum.collate.differences import Difference, Unit, top_of, unit_of
from variorum.collate.points import Value, Wording
from variorum.model.record import Aspect
from variorum.model.span import ReportId

_HEDGES = frozenset(
    [
        "about",
        "around",
        "nearly",
        "almost",
        "some",
        "roughly",
        "over",
        "than",
        "least",
        "most",
        "approximately",
        "just",
        "shortly",
    ]
)

_EXACT = frozenset({"exactly", "precisely"})

# Of the readings of two datings that which speaks most for their agreeing counts.
_OUTCOMES: tuple[str, ...] = ("same", "fits", "unlike", "differs")
_NOMINAL = frozenset({"NOUN", "PROPN"})


class Sentences(Protocol):
    """Two wordings, aligned or not."""

    @property
    def left(self) -> Wording:
        """The one wording."""

    @property
    def right(self) -> Wording:
        """The other."""


class Vocabulary:
    """Which keys each report uses at all, to see whether a value that differs is told by the other report elsewhere."""

    def __init__(self, wordings: list[Wording]) -> None:
        self.wordings = wordings
        self.best: dict[tuple[int, ReportId], float] = {}

    @cached_property
    def of_report(self) -> Mapping[ReportId, frozenset[str]]:
        """The keys of each report."""
        keys: dict[ReportId, set[str]] = {}
        for wording in self.wordings:
            for home in wording.homes:
                keys.setdefault(home.report, set()).update(wording.key)
        return defaultdict(frozenset, {report: frozenset(found) for report, found in keys.items()})

    def learn(self, alignments: Sequence[Alignment]) -> None:
        """Keep how much weight each wording shares at best with any partner in each report."""
        for alignment in alignments:
            weight = alignment.shared.weight
            for one, other in ((alignment.left, alignment.right), (alignment.right, alignment.left)):
                for report in other.reports:
                    key = (id(one), report)
                    self.best[key] = max(self.best.get(key, 0.0), weight)

    def relative(self, alignment: Alignment) -> dict[str, float]:
        """Return how near two wordings come to being each other's best partners (0 to 1)."""
        whole = alignment.shared.weight
        shares = sorted(
            whole / max(self.best.get((id(one), report), 0.0) or whole for report in other.reports) if whole else 0.0
            for one, other in ((alignment.left, alignment.right), (alignment.right, alignment.left))
        )
        return {"best_low": shares[0], "best_high": shares[1]}

    def share_elsewhere(self, wording: Wording, unit: Unit, other: Wording) -> float:
        """Return which share of a unit's telling words the reports of `other` use too (the least over them)."""
        keys = told_keys(wording, unit)
        if not keys:
            return 0.0
        return min(sum(key in self.of_report[report] for key in keys) / len(keys) for report in other.reports)


def told_keys(wording: Wording, unit: Unit) -> list[str]:
    """Return the keys of a unit's words that tell something."""
    return [wording.key[i] for i in unit.range if wording.is_content[i] or wording.key[i].startswith("#")]


def aspect_of(difference: Difference) -> Aspect:
    """Return what kind of value two stretches are."""
    kinds = {unit.value.kind for unit in (difference.left, difference.right) if unit.value is not None}
    if kinds & {"figure", "duration", "ordinal"}:
        return "figure"
    if "date" in kinds:
        return "date"
    if kinds:
        return "place" if "place" in kinds else "name"
    left, right = difference.alignment.left, difference.alignment.right
    verbal = left.pos[top_of(left, difference.left)] in ("VERB", "AUX") or right.pos[
        top_of(right, difference.right)
    ] in ("VERB", "AUX")
    return "status" if verbal or _denied(difference) else "description"


def _denied(difference: Difference) -> bool:
    left, right = difference.alignment.left, difference.alignment.right
    return _is_denied(left, difference.left) != _is_denied(right, difference.right)


def _is_denied(wording: Wording, unit: Unit) -> bool:
    inside = sum(wording.lemma[i] in ("no", "never", "not", "without", "none", "nobody") for i in unit.range)
    return (inside + wording.is_denied(top_of(wording, unit))) % 2 == 1 if not inside else inside % 2 == 1


def compare_values(difference: Difference) -> Verdict | None:
    """Return the verdict on two typed values; None where one side is untyped."""
    return compare_units(difference.alignment, difference.left, difference.right)


def compare_units(alignment: Sentences, one: Unit, other: Unit) -> Verdict | None:
    """Return the verdict on the values of two stretches; None where one of them is untyped or they are of two types."""
    value, partner = one.value, other.value
    if value is None or partner is None:
        return None
    left, right = alignment.left, alignment.right
    if value.quantity is not None and partner.quantity is not None:
        return compare_figures(value.quantity, partner.quantity)
    if value.time is not None and partner.time is not None:
        hedged = _is_hedged(left, value) or _is_hedged(right, partner)
        means, others = _datings(left, value, value.time.value), _datings(right, partner, partner.time.value)
        exact = _is_exact(left, value) or _is_exact(right, partner)
        verdicts = [compare_dates(one, other, hedged=hedged, exact=exact) for one in means for other in others]
        # What may be an hour of any day, and a day without an hour, say nothing about each other.
        return min(verdicts, key=lambda each: _OUTCOMES.index(each.outcome))
    if value.mention is not None and partner.mention is not None:
        return compare_names(left.words(value.first, value.end), right.words(partner.first, partner.end))
    return None


def _datings(wording: Wording, value: Value, resolved: str) -> tuple[str, ...]:
    """The values that a dating can mean, by its words and the few before it."""
    before = wording.words(max(0, value.first - 3), value.first) if value.first else ""
    top = top_of(wording, unit_of(value))
    # "After Tuesday's storm" dates the storm; "after Tuesday" what is told.
    is_limit = wording.dep[top] == "pobj" and wording.head[top] < value.first
    return readings_of(resolved, wording.words(value.first, value.end), before, is_limit=is_limit)


def _is_hedged(wording: Wording, value: Value) -> bool:
    return any(wording.key[i] in _HEDGES for i in range(max(0, value.first - 2), value.end))


def _is_exact(wording: Wording, value: Value) -> bool:
    return any(wording.lemma[i] in _EXACT for i in range(max(0, value.first - 1), value.end))


# Words in sentences that share less than this beside them were never of one point (cross-validation: 10 of 107 lost).
LEAST_BESIDE_WORDS = 0.25
# Words that hardly anything linked stands beside or governs ask for more, and names that nothing linked leads up to or
# governs, in two roles, for something. Of the pairs of the stories judged by hand half are so loose, of those that the
# evidence finds likely 1 %. Figures and dates are left: of those that are likely 7 % would be so loose.
LEAST_BESIDE_LOOSE_WORDS, LEAST_BESIDE_LOOSE_NAMES = 0.35, 0.2
_FEW_BEFORE, _SOME_AFTER = 1, 3


def is_loose(difference: Difference) -> bool:
    """Whether two stretches stand in sentences that share too little to tell that they are of one point."""
    least = _least_beside(difference)
    return least > 0.0 and _shares_beside(difference).low < least


def _least_beside(difference: Difference) -> float:
    """Return how much sentences must share beside two stretches for these to be judged."""
    left, right = difference.left.value, difference.right.value
    if left is None and right is None:
        few = difference.before <= _FEW_BEFORE and difference.after <= _SOME_AFTER and difference.governed < 1.0
        return LEAST_BESIDE_LOOSE_WORDS if few else LEAST_BESIDE_WORDS
    if left is None or right is None or left.mention is None or right.mention is None:
        return 0.0
    held = difference.before or difference.governed or difference.same_role or difference.arguments
    return 0.0 if held else LEAST_BESIDE_LOOSE_NAMES


def _shares_beside(difference: Difference) -> Shares:
    return difference.alignment.shared_without(difference.left.range, difference.right.range)


def gather_evidence(difference: Difference, verdict: Verdict | None, vocabulary: Vocabulary) -> dict[str, float]:
    """Return the evidence by name, each number about 0 to 1; `verdict` is that of `compare_values`."""
    alignment, left, right = difference.alignment, difference.left, difference.right
    shares = _shares_beside(difference)
    meaning = _meaning(difference)
    elsewhere = sorted(
        (
            vocabulary.share_elsewhere(alignment.left, left, alignment.right),
            vocabulary.share_elsewhere(alignment.right, right, alignment.left),
        )
    )
    return {
        "shared_low": shares.low,
        "shared_high": shares.high,
        "shared_weight": min(1.0, shares.weight / 8),
        "before": min(difference.before, 4) / 4,
        "after": min(difference.after, 4) / 4,
        "both_sides": min(difference.before, difference.after, 3) / 3,
        "governed": difference.governed,
        "same_role": float(difference.same_role),
        "governed_role": difference.governed * difference.same_role,
        "governs": min(difference.governs, 3) / 3,
        "arguments": min(difference.arguments, 3) / 3,
        "size": min(len(left.range) + len(right.range), 12) / 12,
        "uneven": abs(len(left.range) - len(right.range)) / max(len(left.range), len(right.range)),
        "elsewhere_low": elsewhere[0],
        "elsewhere_high": elsewhere[1],
        "same": meaning.same,
        "wider": meaning.wider,
        "sibling": meaning.sibling,
        "opposed": meaning.opposed,
        "denied": float(meaning.denied),
        "untyped": (left.value is None) + (right.value is None) / 2,
        "mixed": float((left.value is None) != (right.value is None)),
        "same_tag": float(
            alignment.left.tag[top_of(alignment.left, left)] == alignment.right.tag[top_of(alignment.right, right)]
        ),
        "distance": verdict.distance if verdict else 0.0,
        "verdict_none": float(verdict is None),
        **_surroundings(difference, meaning),
        **vocabulary.relative(alignment),
    }


def _surroundings(difference: Difference, meaning: Meaning) -> dict[str, float]:
    """Evidence from the clauses around: whether verbs, subjects and times are the same or speak of two happenings."""
    alignment = difference.alignment
    left, right = alignment.left, alignment.right
    one, other = top_of(left, difference.left), top_of(right, difference.right)
    verb, partner = left.verb_above(one), right.verb_above(other)
    subject, subject_other = left.subject_of(verb), right.subject_of(partner)
    verbs_linked = alignment.right_of[verb] == partner
    relation = (
        None
        if verbs_linked or verb in difference.left.range
        else relation_of_words(left.lemma[verb], right.lemma[partner])
    )
    telling = left.is_content[verb] and right.is_content[partner]
    rivals = _rivals(alignment, difference)
    return {
        "verb_same": 1.0 if verbs_linked else 0.7 if relation in ("same", "wider") else 0.0,
        "verb_clash": float(
            telling and not verbs_linked and relation not in ("same", "wider") and verb not in difference.left.range
        ),
        "verb_telling": float(telling),
        "rivals": min(rivals, 4) / 4,
        "alone": float(difference.left.value is not None and rivals == 0),
        "heads_clash": float(_heads_clash(alignment, one, other)),
        "modifiers_clash": float(_modifiers_clash(alignment, one, other)),
        "same_type": float(_same_type(difference)),
        "verb_opposed": float(relation == "opposed"),
        "subject_same": float(subject is not None and alignment.right_of[subject] == subject_other),
        "subject_clash": float(
            subject is not None
            and subject_other is not None
            and alignment.right_of[subject] != subject_other
            and left.is_content[subject]
            and right.is_content[subject_other]
            and subject not in difference.left.range
        ),
        "times_clash": float(_times_clash(difference)),
        "telling_words": min(len(told_keys(left, difference.left)), len(told_keys(right, difference.right)), 3) / 3,
    }


def _rivals(alignment: Alignment, difference: Difference) -> int:
    """Count the other values of the same kind, on both sides, that are not linked either: any of them may be meant."""
    one, other = difference.left.value, difference.right.value
    if one is None or other is None:
        return 4
    sides = ((alignment.left, alignment.right_of, one), (alignment.right, alignment.left_of, other))
    return sum(
        each is not value and _kind(each) == _kind(value) and all(link[i] < 0 for i in range(each.first, each.end))
        for wording, link, value in sides
        for each in wording.values
    )


def _kind(value: Value) -> tuple[str, str | None]:
    return value.kind, value.quantity.unit if value.quantity is not None else None


def _heads_clash(alignment: Alignment, one: int, other: int) -> bool:
    """Whether the words that govern two stretches are nouns or names that have nothing to do with each other."""
    head, partner = alignment.left.head[one], alignment.right.head[other]
    if head == one or partner == other or alignment.right_of[head] == partner:
        return False
    nominal = alignment.left.pos[head] in _NOMINAL and alignment.right.pos[partner] in _NOMINAL
    return nominal and relation_of_words(alignment.left.lemma[head], alignment.right.lemma[partner]) not in (
        "same",
        "wider",
    )


def _modifiers_clash(alignment: Alignment, one: int, other: int) -> bool:
    """Whether the nouns that two stretches modify carry other modifiers, none of them shared ("army", "police")."""
    left, right = alignment.left, alignment.right
    head, partner = left.head[one], right.head[other]
    mine = [i for i in left.children[head] if i != one and left.dep[i] in ("compound", "amod") and left.is_content[i]]
    theirs = [
        i
        for i in right.children[partner]
        if i != other and right.dep[i] in ("compound", "amod") and right.is_content[i]
    ]
    return bool(mine and theirs) and not any(alignment.right_of[i] in theirs for i in mine)


def _same_type(difference: Difference) -> bool:
    one, other = difference.left.value, difference.right.value
    if one is None or other is None:
        return one is other
    if one.mention is not None and other.mention is not None:
        return one.mention.type == other.mention.type
    if one.quantity is not None and other.quantity is not None:
        return (one.quantity.kind, one.quantity.unit) == (other.quantity.kind, other.quantity.unit)
    return one.kind == other.kind


def _times_clash(difference: Difference) -> bool:
    """Whether both sentences name days and no two of them agree (outside the stretches themselves)."""
    outcomes = {
        compare_dates(one, other).outcome
        for one in _times_beside(difference.alignment.left, difference.left)
        for other in _times_beside(difference.alignment.right, difference.right)
    }
    return "differs" in outcomes and not {"same", "fits"} & outcomes


def _times_beside(wording: Wording, unit: Unit) -> list[str]:
    return [value.time.value for value in wording.values if value.time is not None and value is not unit.value]


def _meant(wording: Wording, unit: Unit) -> list[str]:
    """The lemmas of a unit, a compound as one word."""
    told = [
        wording.key[i] if wording.key[i].count("-") > 1 else wording.lemma[i]
        for i in unit.range
        if wording.is_content[i]
    ]
    return list(dict.fromkeys(told))


def _meaning(difference: Difference) -> Meaning:
    left, right = difference.alignment.left, difference.alignment.right
    return compare_words(
        _meant(left, difference.left),
        _meant(right, difference.right),
        denied=_denied(difference),
    )
