"""Words that differ and say the same, or nothing of one thing: of two nouns, both denied, or spelt alike."""

from __future__ import annotations

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import SURE_ALONE, is_tight
from variorum.collate.findings.explained.words.alike import WORDS_ALIKE
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Wording, denying_words
from variorum.text.fold import fold

# Words of two stretches that nothing relates, taken together: of what describes, and of what is done.
_LONGEST_UNRELATED, _LONGEST_UNRELATED_ACT = 4, 8


def is_worded_otherwise(setting: Setting, pair: Pair) -> bool:
    """Other words for the same, or words that describe nothing."""
    left, right = setting.wordings[pair.left.wording], setting.wordings[pair.right.wording]
    return any(rule(left, right, pair) for rule in WORDS_ALIKE)


def is_loose(_: Setting, pair: Pair) -> bool:
    """Words that nothing relates, unless the sentences run alike around them or the network is sure of their place.

    Of phrases only short ones: longer ones are mostly the same said otherwise.
    """
    if pair.related or pair.left.unit.value is not None or pair.right.unit.value is not None:
        return False
    words = len(pair.left.unit.range) + len(pair.right.unit.range)
    short = words <= (_LONGEST_UNRELATED if pair.aspect == "description" else _LONGEST_UNRELATED_ACT)
    return not (short and (is_tight(pair) or (pair.sure or 0.0) >= SURE_ALONE))


def of_two_heads(setting: Setting, pair: Pair) -> bool:
    """Adjectives beside two nouns, or said of two subjects, that have nothing to do with each other."""
    if pair.difference is None or is_tight(pair):
        return False
    left, right = setting.wordings[pair.left.wording], setting.wordings[pair.right.wording]
    one, other = _noun_described(left, pair.left.unit), _noun_described(right, pair.right.unit)
    if one is None or other is None or pair.difference.alignment.right_of[one] == other:
        return False
    return relation_of_words(left.lemma[one], right.lemma[other]) not in ("same", "wider")


def of_two_ranks(setting: Setting, pair: Pair) -> bool:
    """A noun before another noun, and a noun by itself: "in a news release" and "in a statement"."""
    if pair.opposed or is_tight(pair):
        return False
    ranks = [_stands_before_noun(setting.wordings[side.wording], side.unit) for side in (pair.left, pair.right)]
    return ranks[0] != ranks[1]


def deny_alike(setting: Setting, pair: Pair) -> bool:
    """Two ways of denying one thing ("did not", "refused to"), or two things of which neither happened."""
    return not pair.opposed and all(
        _stands_denied(setting.wordings[side.wording], side.unit) for side in (pair.left, pair.right)
    )


def is_spelled_alike(setting: Setting, pair: Pair) -> bool:
    """Parts of one word that is written with a hyphen and without: "e-mail" and "email"."""
    left, right = (_unbroken(setting.wordings[side.wording], side.unit) for side in (pair.left, pair.right))
    return left == right and not pair.opposed


def says_the_same(setting: Setting, pair: Pair) -> bool:
    """Two words of one meaning, both denied or neither."""
    sides = [(setting.wordings[side.wording], side.unit) for side in (pair.left, pair.right)]
    one, other = (_told(wording, unit) for wording, unit in sides)
    if one is None or other is None or one[1] != other[1] or (pair.opposed and _turns(sides)):
        return False
    return relation_of_words(one[0], other[0]) == "same"


def _told(wording: Wording, unit: Unit) -> tuple[str, bool] | None:
    """The one telling word of a stretch, and whether it is denied; None of a stretch with none or several."""
    content = [i for i in unit.range if wording.is_content[i]]
    if len(content) != 1:
        return None
    # "Is not the one who fired": what denies the word need not hang on it.
    return wording.lemma[content[0]], any(wording.dep[i] == "neg" for i in unit.range) or wording.is_denied(content[0])


def _turns(sides: list[tuple[Wording, Unit]]) -> bool:
    """Whether two phrases of one length begin or end with other words: "on duty", "off duty"; "walked in", "out"."""
    (left, one), (right, other) = sides
    if not len(one.range) == len(other.range) > 1:
        return False
    return (left.lemma[one.first], left.lemma[one.end - 1]) != (right.lemma[other.first], right.lemma[other.end - 1])


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
