"""What two sentences laid side by side tell differently: pairs of stretches that fill the same place in both.

A pair stands in the same place where it lies between linked words, hangs on linked words, or governs linked words. Each
carries its evidence, from which `findings/judged/judge.py` tells how sure it is that the reports differ on one point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from rapidfuzz.distance import OSA

from variorum.collate.align import Alignment
from variorum.collate.compare.words import are_opposed, relation_of_words
from variorum.collate.points import Value, Wording
from variorum.lang.senses import kinship_of
from variorum.text.fold import fold

LONGEST_RUN = 9
# Words are compared only in sentences that share so much; in others nothing tells that they speak of one thing.
LEAST_FOR_WORDS = 0.18
# Linked words on both sides, so many in all, put two stretches in one place whatever their parts of speech.
_TIGHT = 2
# How narrow the common kind of two words must be for them to be set against each other wherever they stand.
_KIN = 0.4
_SPELLED_ALIKE = 0.85
_LEAST_STEM = 3
_SQUEEZED = re.compile(r"[\W_]+")
_DENYING = re.compile(r"un|in|im|il|ir|dis|non")
_NONE = frozenset({"no", "none", "nobody", "not", "never", "zero"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "acomp", "dative", "agent", "xcomp", "ccomp"})
_GROUPS = {
    **dict.fromkeys(("nsubj", "nsubjpass", "csubj", "csubjpass"), "subject"),
    **dict.fromkeys(("dobj", "dative", "attr", "oprd", "acomp", "xcomp", "ccomp"), "object"),
    **dict.fromkeys(("pobj", "pcomp"), "pobj"),
    **dict.fromkeys(("amod", "compound", "nmod", "nummod", "poss", "det", "quantmod", "npadvmod"), "modifier"),
    **dict.fromkeys(("advmod", "prep", "advcl", "neg", "prt", "agent"), "adverbial"),
    **dict.fromkeys(("appos", "relcl", "acl"), "apposition"),
}


class Unit(msgspec.Struct, frozen=True):
    """A stretch of a wording that its partner does not have: `first` to before `end`, typed where it is a value."""

    first: int
    end: int
    value: Value | None

    @property
    def range(self) -> range:
        """The words of the unit."""
        return range(self.first, self.end)


def unit_of(value: Value) -> Unit:
    """Return a typed value as a stretch of its wording."""
    return Unit(value.first, value.end, value)


class Difference(msgspec.Struct, frozen=True):
    """Two stretches in one place. `before` and `after` count the linked words along both, outwards (0 to 5)."""

    alignment: Alignment
    left: Unit
    right: Unit
    before: int
    after: int
    governed: float
    same_role: bool
    governs: int
    arguments: int


class _Told(NamedTuple):
    """A stretch with what decides whom it may meet: its parts of speech, and whether it modifies something."""

    unit: Unit
    parts: frozenset[str]
    modifies: bool


def find_differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield the pairs of stretches that fill one place in both sentences, in text order."""
    words_too = alignment.shared.low >= LEAST_FOR_WORDS
    lefts = list(_told(alignment.left, alignment.right_of, words_too=words_too))
    rights = list(_told(alignment.right, alignment.left_of, words_too=words_too))
    if len(lefts) * len(rights) > 400:
        return
    for one in lefts:
        for other in rights:
            left, right = one.unit, other.unit
            found = _difference(alignment, left, right) if _may_meet(alignment, one, other) else None
            if found is None and left.value is None and right.value is None:
                found = _excluding(alignment, left, right)
            if found is not None and not _are_alike(alignment, left, right):
                yield found
    if words_too:
        yield from _denials(alignment)


def _told(wording: Wording, link: list[int], *, words_too: bool) -> Iterator[_Told]:
    """Yield what a sentence tells that is not linked: its values, and its words where they are asked for."""
    for unit in _units(wording, link):
        if words_too or unit.value is not None:
            top = top_of(wording, unit)
            parts = frozenset((_part(wording, top), _part(wording, unit.end - 1)))
            yield _Told(unit, parts, _role(wording, top) == "modifier")


def _denials(alignment: Alignment) -> Iterator[Difference]:
    """Yield linked verbs, adjectives and nouns of which one side is denied and the other is not."""
    left, right = alignment.left, alignment.right
    for one, other in enumerate(alignment.right_of):
        if other < 0 or not left.is_content[one] or left.pos[one] not in ("VERB", "ADJ", "NOUN"):
            continue
        if left.is_denied(one) != right.is_denied(other):
            first, second = Unit(one, one + 1, None), Unit(other, other + 1, None)
            found = _difference(alignment, first, second)
            yield found or Difference(alignment, first, second, 0, 0, 0.0, True, 0, 0)


def _may_meet(alignment: Alignment, one: _Told, other: _Told) -> bool:
    """Whether two stretches are of one type; a number may also meet a plain 'no'."""
    left, right = one.unit, other.unit
    if left.value is None and right.value is None:
        return (one.modifies and other.modifies) or not one.parts.isdisjoint(other.parts)
    if left.value is not None and right.value is not None:
        return left.value.kind == right.value.kind or {left.value.kind, right.value.kind} <= {"name", "place"}
    value, wording, plain = (
        (left.value, alignment.right, right) if left.value is not None else (right.value, alignment.left, left)
    )
    return value is not None and value.kind == "figure" and any(wording.lemma[i] in _NONE for i in plain.range)


def _excluding(alignment: Alignment, left: Unit, right: Unit) -> Difference | None:
    """Return two stretches that stand in one place as different parts of speech, or wherever they exclude each other.

    "Accidentally" and "on purpose" say how the same was done, "in a coma" and "awake" how the same one was; "north" and
    "south" exclude each other in any two sentences that share enough.
    """
    one, other = top_of(alignment.left, left), top_of(alignment.right, right)
    if len(left.range) == len(right.range) == 1 and _exclude(alignment, one, other):
        return measure(alignment, left, right)
    states = _are_states(alignment, one, other)
    governed = alignment.right_of[alignment.left.head[one]] == alignment.right.head[other]
    if not (states or governed or _run(alignment, left.end, right.end, 1)):
        return None
    found = measure(alignment, left, right)
    tight = found.before and found.after and found.before + found.after > _TIGHT
    beside = found.governed and (found.same_role or states)
    return found if tight or beside or (found.governs and states) else None


def _exclude(alignment: Alignment, one: int, other: int) -> bool:
    """Whether two words are opposites, or in one role and of one narrow kind ("cousin", "brother")."""
    words = alignment.left.lemma[one], alignment.right.lemma[other]
    if are_opposed(*words):
        return True
    if _role(alignment.left, one) != _role(alignment.right, other) or kinship_of(*words) < _KIN:
        return False
    return relation_of_words(*words) == "sibling"


def _are_states(alignment: Alignment, one: int, other: int) -> bool:
    """Whether two words tell what somebody or something is, or what was done to it: "safe", "in a coma", "killed"."""
    return _is_state(alignment.left, one) and _is_state(alignment.right, other)


def _is_state(wording: Wording, index: int) -> bool:
    if wording.tag[index] == "VBN" or wording.dep[index] in ("acomp", "attr", "oprd"):
        return True
    above = wording.head[index]
    if wording.dep[index] == "pobj":
        above = wording.head[above]
    return wording.lemma[above] in ("be", "remain", "become", "stay")


def _is_short_for(wording: Wording, unit: Unit, other: str) -> bool:
    """Whether `other` begins the one word of a unit ("Insp") or is the first letters of its words ("CEO")."""
    words = [fold(wording.word(i)) for i in unit.range if wording.word(i)[:1].isalnum()]
    initials = "".join(word[0] for word in words)
    if len(words) == 1:
        return len(other) >= _LEAST_STEM and words[0].startswith(other)
    return len(words) > 1 and other == initials


def _part(wording: Wording, index: int) -> str:
    part = wording.pos[index]
    return {"PROPN": "NOUN", "AUX": "VERB", "ADJ": "ADJ", "ADV": "ADV"}.get(part, part)


def _are_alike(alignment: Alignment, left: Unit, right: Unit) -> bool:
    """Whether two stretches are the same but for hyphens, spaces, endings and spelling."""
    one, other = _squeezed(alignment.left, left), _squeezed(alignment.right, right)
    if one == other:
        return True
    if left.value is not None or min(len(one), len(other)) < 3:
        return False
    if _is_short_for(alignment.left, left, other) or _is_short_for(alignment.right, right, one):
        return True
    if one in other or other in one:
        # "operation" is left of "co-operation" when only the hyphen parts them; "likely" and "unlikely" stay apart.
        return alignment.left.key[left.first] in other and not _DENYING.match(max(one, other, key=len))
    return OSA.normalized_similarity(one, other) >= _SPELLED_ALIKE


def _squeezed(wording: Wording, unit: Unit) -> str:
    """The letters and figures of a unit, folded."""
    at = unit.first, unit.end
    if at not in wording.squeezed_at:
        wording.squeezed_at[at] = _SQUEEZED.sub("", fold(wording.words(*at)))
    return wording.squeezed_at[at]


def _units(wording: Wording, link: list[int]) -> Iterator[Unit]:
    """Unlinked stretches: typed values that are not wholly linked, and runs of other words with a content word."""
    index, length = 0, len(wording)
    while index < length:
        if link[index] >= 0:
            index += 1
            continue
        end = index
        while end < length and link[end] < 0:
            end += 1
        yield from _split_run(wording, index, end)
        index = end


def _split_run(wording: Wording, first: int, end: int) -> Iterator[Unit]:
    """The values in a run one by one, or the run as a whole where it is short and holds none; and its single words."""
    trimmed_first, trimmed_end = _trimmed(wording, first, end)
    inside = sorted(
        {value.first: value for i in range(first, end) if (value := wording.value_at.get(i)) is not None}.items()
    )
    for _, value in inside:
        a, b = max(first, value.first), min(end, value.end)
        if any(_tells(wording, i) for i in range(a, b)):
            yield Unit(a, b, value)
    told = [i for i in range(trimmed_first, trimmed_end) if wording.is_content[i] or _denies(wording, i)]
    # A run with a value in it ("his Oslo visit") differs by the value or not at all.
    if told and not inside and trimmed_end - trimmed_first <= LONGEST_RUN:
        yield Unit(trimmed_first, trimmed_end, None)
    # Single words of a run can stand in a place of their own: each noun, verb and adjective that heads something.
    if trimmed_end - trimmed_first > 1:
        alone = [i for i in told if wording.is_content[i] and i not in wording.value_at]
        for part in dict.fromkeys(wording.joined.get(i, range(i, i + 1)) for i in alone):
            if part != range(trimmed_first, trimmed_end):
                yield Unit(part.start, part.stop, None)


def _tells(wording: Wording, index: int) -> bool:
    return wording.is_spelled[index] and wording.pos[index] not in ("DET", "ADP", "PART")


def _denies(wording: Wording, index: int) -> bool:
    return wording.dep[index] == "neg" or wording.lemma[index] in ("no", "never", "not", "without")


def _trimmed(wording: Wording, first: int, end: int) -> tuple[int, int]:
    while first < end and not wording.is_spelled[first]:
        first += 1
    while end > first and not wording.is_spelled[end - 1]:
        end -= 1
    return first, end


def _difference(alignment: Alignment, left: Unit, right: Unit) -> Difference | None:
    found = measure(alignment, left, right)
    # Two dates or two names are set against each other wherever they stand; the judge tells whether it is one place.
    valued = left.value is not None and right.value is not None
    together = found.before or found.after or (found.governed and found.same_role) or found.governs
    return found if valued or together else None


def measure(alignment: Alignment, left: Unit, right: Unit) -> Difference:
    """Return two stretches of aligned sentences with how far they stand in one place."""
    before = _run(alignment, left.first - 1, right.first - 1, -1)
    after = _run(alignment, left.end, right.end, 1)
    one, other = top_of(alignment.left, left), top_of(alignment.right, right)
    governed = _linked(alignment, alignment.left.head[one], alignment.right.head[other])
    same_role = _role(alignment.left, one) == _role(alignment.right, other)
    governs = _children_linked(alignment, left, right)
    arguments = _arguments_linked(alignment, one, other)
    return Difference(alignment, left, right, before, after, governed, same_role, governs, arguments)


def _run(alignment: Alignment, one: int, other: int, step: int) -> int:
    """Count linked words along both sentences outwards, up to 4; reaching both ends counts as one more."""
    left, right, right_of = alignment.left.is_spelled, alignment.right.is_spelled, alignment.right_of
    for count in range(4):
        inside_left, inside_right = 0 <= one < len(left), 0 <= other < len(right)
        if not inside_left or not inside_right:
            return count + (not inside_left and not inside_right)
        if right_of[one] != other and (left[one] or right[other]):
            return count
        one, other = one + step, other + step
    return 4


def top_of(wording: Wording, unit: Unit) -> int:
    """Return the word of a unit that hangs on a word outside it (the last content word where several do)."""
    if unit.end - unit.first == 1:
        return unit.first
    at = unit.first, unit.end
    if at not in wording.top_at:
        wording.top_at[at] = _find_top(wording, unit)
    return wording.top_at[at]


def _find_top(wording: Wording, unit: Unit) -> int:
    tops = [i for i in unit.range if wording.head[i] not in unit.range or wording.head[i] == i]
    content = [i for i in tops if wording.is_content[i]]
    return (content or tops or [unit.end - 1])[-1]


def _role(wording: Wording, index: int) -> str:
    dep = wording.dep[index]
    return _GROUPS.get(dep, dep)


def _linked(alignment: Alignment, one: int, other: int) -> float:
    if alignment.right_of[one] != other:
        return 0.0
    return 0.6 if one in alignment.soft else 1.0


def _children_linked(alignment: Alignment, left: Unit, right: Unit) -> int:
    """Count linked pairs of content words that hang on the two units from outside them, at most three steps below."""
    below = _below(alignment.right, right)
    return sum(
        alignment.right_of[child] in below and alignment.left.is_content[child]
        for child in _below(alignment.left, left)
    )


def _below(wording: Wording, unit: Unit) -> frozenset[int]:
    at = unit.first, unit.end
    if at not in wording.below_at:
        wording.below_at[at] = _find_below(wording, unit)
    return wording.below_at[at]


def _find_below(wording: Wording, unit: Unit) -> frozenset[int]:
    found: set[int] = set()
    level = list(unit.range)
    for _ in range(3):
        level = [child for index in level for child in wording.children[index] if child not in unit.range]
        found.update(level)
    return frozenset(found)


def _arguments_linked(alignment: Alignment, one: int, other: int) -> int:
    """Count linked pairs of subjects and objects around the verbs that govern the two words."""
    left, right = alignment.left, alignment.right
    verb, partner = left.verb_above(one), right.verb_above(other)
    count = 0
    for child in left.children[verb]:
        linked = alignment.right_of[child]
        if linked >= 0 and left.dep[child] in _ARGUMENTS and right.head[linked] == partner:
            count += left.is_content[child]
    return count
