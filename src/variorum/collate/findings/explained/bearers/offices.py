"""Names of two people who hold, or held, two offices of one title."""

from __future__ import annotations

from variorum.collate.findings.explained.amounts.apart import type_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

# Words before a name that can belong to its title: "the former prime minister of Iceland, ".
_REACH = 6


def of_two_offices(setting: Setting, pair: Pair) -> bool:
    """Names behind one title of two countries, or of which one holds it and the other one held it.

    "British Prime Minister" and "Iceland's prime minister", "President" and "former President".
    """
    (left, one), (right, other) = setting.sides(pair)
    if type_of(one) != "PERSON" or type_of(other) != "PERSON":
        return False
    title, title_other = _title_before(left, one), _title_before(right, other)
    if not _nouns(left, title) & _nouns(right, title_other):
        return False
    lands, others = _countries(left, title), _countries(right, title_other)
    if lands and others and not lands & others:
        return True
    return _is_former(left, title) != _is_former(right, title_other)


def _title_before(wording: Wording, name: Value) -> range:
    """The words right before a name up to a comma, a verb or another name of a person."""
    first = name.first
    while first > max(0, name.first - _REACH):
        index = first - 1
        value = wording.value_at.get(index)
        if not wording.key[index][:1].isalnum() and wording.word(index) not in ("'s", "’s"):
            break
        if wording.pos[index] in ("VERB", "AUX", "CCONJ") or (value is not None and type_of(value) == "PERSON"):
            break
        first = index
    return range(first, name.first)


def _nouns(wording: Wording, title: range) -> set[str]:
    return {wording.lemma[i] for i in title if wording.pos[i] in ("NOUN", "PROPN") and wording.is_content[i]}


def _countries(wording: Wording, title: range) -> set[str]:
    known = (find_known(wording.word(i)) for i in title)
    return {each.country for each in known if each is not None and each.country}


def _is_former(wording: Wording, title: range) -> bool:
    former = load_words("en", "progress", "words", "former")
    return any(wording.lemma[i] in former for i in title)
