"""Words that differ where one report only tells more, tells what may be, or names its source otherwise.

Rules of `alike.py` over stretches of words; words are in `lang/en/bearers.toml`.
"""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz.distance import OSA

from variorum.collate.compare.phrases import Told, say_alike
from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.explained.bearers.whereabouts import is_source
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Wording, denying_words
from variorum.lang.senses import is_kind_of, load_senses
from variorum.lang.tables import load_table, load_words
from variorum.text.fold import fold

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_OPENING = frozenset({"if", "whether"})
# Words of several senses are not called by a general word for one of them: a dog can be a person in slang.
_UNLIKE = {
    "person": ("animal", "group"),
    "act": ("artifact", "person", "group"),
    "building": (),
    "establishment": (),
    "location": (),
}
# Shorter words are near to one another by chance.
_LEAST_SPELLED = 6
# "Not the slightest": words before the least of a kind in which it is denied.
_NOT_REACH = 2
_WIDER = ("same", "wider")
_LINKS = frozenset({"and", "or", "to", "of", "the", "a", "an", "in", "on", "for", "by"})


def tells_more(left: Wording, right: Wording, pair: Pair) -> bool:
    """What one side calls a thing, and the same with more beside it: "firm", "shipping company and its wharves".

    Words that undo what they stand beside ("former", "fake", "non-") are more than that.
    """
    if pair.opposed or pair.left.unit.value is not None or pair.right.unit.value is not None:
        return False
    return _adds_to(left, pair.left.unit, right, pair.right.unit) or _adds_to(
        right, pair.right.unit, left, pair.left.unit
    )


def _adds_to(brief: Wording, short: Unit, full: Wording, long: Unit) -> bool:
    """Whether the second stretch says what the first one says, and more."""
    if not all(wording.pos[top_of(wording, unit)] in _NOMINAL for wording, unit in ((brief, short), (full, long))):
        return False
    words, more = _parts(brief, short), _parts(full, long)
    if not words or (words | more) & _undoing() or len(words) > len(more):
        return False
    if words <= more:
        return True
    told, head = [i for i in short.range if brief.is_content[i]], top_of(full, long)
    if len(told) != 1 or len(more) == 1 or head not in long.range or full.pos[head] != "NOUN":
        return False
    return relation_of_words(brief.lemma[told[0]], full.lemma[head]) in _WIDER or say_alike(
        _told_at(brief, told[0]), _told_at(full, head)
    )


def _parts(wording: Wording, unit: Unit) -> frozenset[str]:
    """The words of a stretch, folded, each part of a compound by itself, without those that only join."""
    words = (fold(wording.word(i)) for i in unit.range)
    return frozenset(part for word in words for part in word.split("-") if part.isalnum() and part not in _LINKS)


def _told_at(wording: Wording, index: int) -> Told:
    words = [fold(wording.word(i)) for i in range(len(wording))]
    return Told(wording.lemma, words, range(index, index + 1), frozenset({index}))


def _undoing() -> frozenset[str]:
    return load_words("en", "bearers", "undoing") | denying_words()


def of_what_may_be(left: Wording, right: Wording, pair: Pair) -> bool:
    """A clause with "if" or "whether", which tells of what may be, and one that tells what is."""
    opens = [_opens_with_if(wording, unit) for wording, unit in ((left, pair.left.unit), (right, pair.right.unit))]
    return opens[0] != opens[1]


def _opens_with_if(wording: Wording, unit: Unit) -> bool:
    return len(unit.range) > 1 and wording.lemma[unit.first] in _OPENING and wording.dep[unit.first] == "mark"


def of_two_sayings(left: Wording, right: Wording, pair: Pair) -> bool:
    """Whom or what something is told by: "according to neighbours", "according to a local tradition"."""
    return is_source(left, pair.left.unit) and is_source(right, pair.right.unit)


def of_none_at_all(left: Wording, right: Wording, pair: Pair) -> bool:
    """None, and not even the least: "there is no chance", "there is not the slightest chance"."""
    sides = ((left, pair.left.unit), (right, pair.right.unit))
    return any(_is_none(*one) and _is_not_the_least(*other) for one, other in (sides, sides[::-1]))


def _is_none(wording: Wording, unit: Unit) -> bool:
    return [wording.lemma[i] for i in unit.range] == ["no"]


def _is_not_the_least(wording: Wording, unit: Unit) -> bool:
    """Whether a stretch is the least of its kind, with "not" in it or right before it."""
    told = {fold(wording.word(i)) for i in unit.range if wording.is_content[i]}
    near = range(max(0, unit.first - _NOT_REACH), unit.end)
    return bool(told) and told <= load_words("en", "bearers", "least") and any(wording.lemma[i] == "not" for i in near)


def of_a_slip(left: Wording, right: Wording, pair: Pair) -> bool:
    """A word and a slip of it: one letter off or out of order, of the same first letter, and no known word."""
    words = []
    for wording, unit in ((left, pair.left.unit), (right, pair.right.unit)):
        told = [i for i in unit.range if wording.is_content[i]]
        if unit.value is not None or len(told) != 1 or wording.pos[told[0]] == "PROPN":
            return False
        words.append((fold(wording.word(told[0])), wording.lemma[told[0]]))
    (one, lemma), (other, lemma_other) = words
    if min(len(one), len(other)) < _LEAST_SPELLED or not (one + other).isalpha() or one[0] != other[0]:
        return False
    near = OSA.distance(one, other) == 1 or sorted(one) == sorted(other)
    return near and _is_known(one, lemma) != _is_known(other, lemma_other)


def _is_known(*forms: str) -> bool:
    return any(load_senses().word(form).senses for form in forms)


def of_a_general_word(left: Wording, right: Wording, pair: Pair) -> bool:
    """What may be called so whatever it is: "man" for a climber, "building" for a hotel, "move" for a merger."""
    if pair.opposed:
        return False
    sides = ((left, pair.left.unit), (right, pair.right.unit))
    return any(_may_be_called(*one, *other) for one, other in (sides, sides[::-1]))


def _may_be_called(wording: Wording, unit: Unit, full: Wording, long: Unit) -> bool:
    """Whether the first stretch is one general word and the second one of its kind, and of no other sex or age."""
    told, head = [i for i in unit.range if wording.is_content[i]], top_of(full, long)
    if len(told) != 1 or full.pos[head] != "NOUN" or wording.is_denied(told[0]) != full.is_denied(head):
        return False
    word, other = wording.lemma[told[0]], full.lemma[head]
    for sex, another in (("male", "female"), ("female", "male")):
        grown = load_words("en", "bearers", "sexes", sex)
        if word in grown and (other in load_words("en", "bearers", "sexes", another) or _is_young(other)):
            return False
    kinds = load_table("en", "bearers")["general"]
    return any(
        word in words.split() and is_kind_of(other, kind) and not any(is_kind_of(other, each) for each in _UNLIKE[kind])
        for kind, words in kinds.items()
    )


def _is_young(word: str) -> bool:
    # A son may be a man, though he is somebody's child.
    return is_kind_of(word, "juvenile") or word in load_words("en", "bearers", "sexes", "young")


RETOLD_RULES: tuple[Callable[[Wording, Wording, Pair], bool], ...] = (
    tells_more,
    of_what_may_be,
    of_two_sayings,
    of_none_at_all,
    of_a_slip,
    of_a_general_word,
)
