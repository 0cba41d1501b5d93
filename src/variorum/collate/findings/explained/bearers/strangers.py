"""Names of two: of people whom nothing joins, of speakers of two sayings.

Rules of `explainer.py` over names.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.collate.differences import Unit, top_of
from variorum.collate.findings.explained.bearers.whereabouts import of_one_first_name, share_company
from variorum.collate.findings.explained.moments.dates_apart import quote_alike, speech_words
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import ONE_SAYING, TIGHT, is_tight
from variorum.collate.findings.explained.words.alike import are_two_venues
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

# Speakers of sentences that share more than this are one, unless they run alike beside the names.
_SURELY_ONE_SAYING = 0.7
_SPEAKING = frozenset({"nsubj", "nsubjpass", "pobj"})


def of_two_strangers(setting: Setting, pair: Pair) -> bool:
    """Two persons, or a person and something else, where nothing but their place in a sentence joins them."""
    (left, one), (right, other) = setting.sides(pair)
    if one.mention is None or other.mention is None:
        return False
    if pair.stated:
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


def of_two_speakers(setting: Setting, pair: Pair) -> bool:
    """Names of who says something, in sentences that do not tell the same saying: two sources, not one misnamed."""
    (left, one), (right, other) = setting.sides(pair)
    if one.mention is None or other.mention is None or pair.shared >= _SURELY_ONE_SAYING or quote_alike(pair):
        return False
    if pair.shared >= ONE_SAYING and is_tight(pair):
        return False
    # A name that is right in part, or the bearer of the same office, can be one speaker with two names.
    alike = pair.verdict is not None and pair.verdict.distance < 1.0
    roles = left.roles(one) & right.roles(other)
    # Many are officers and spokesmen of one body.
    if alike or (roles and not (roles <= load_words("en", "bearers", "many_held") and pair.shared <= ONE_SAYING)):
        return False
    return speaks(left, pair.left.unit) and speaks(right, pair.right.unit)


def speaks(wording: Wording, unit: Unit) -> bool:
    """Return whether a name is that of who says something, or of whose spokesman does."""
    top = top_of(wording, unit)
    for _ in range(2):
        verb = wording.head[top]
        if wording.dep[top] in _SPEAKING and wording.lemma[verb] in speech_words():
            return True
        top = verb
    return False


STRANGER_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (of_two_strangers, of_two_speakers)
