"""Two candidates, two groups of voters, two seats: what reports of one contest count apart.

Rules of `explainer.py`; words are in `lang/en/contests.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from variorum.collate.compare.names import name_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.amounts.apart import can_be_one, is_borne, type_of
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import ONE_SAYING, is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

_GROUPED = frozenset({"amod", "compound", "nmod", "nummod", "relcl", "prep"})
_UNITS = frozenset({"percent", "%", "per", "cent"})
_words = partial(load_words, "en", "contests", "words")


def of_two_subjects(setting: Setting, pair: Pair) -> bool:
    """Figures of two people who are named as the subjects of their verbs: "Berg needs 58 percent, Dahl 64".

    Each sentence may well name the other one too, with a figure of their own. In sentences that run alike two names
    may be of one person, one of them wrong, unless both reports know both.
    """
    sides = setting.sides(pair)
    if not all(is_borne(value) for _, value in sides):
        return False
    (left, one), (right, other) = ((wording, _subject(wording, value)) for wording, value in sides)
    if one is None or other is None or can_be_one(setting, (left, one), (right, other)):
        return False
    return not is_tight(pair) or (_is_known(setting, left, right, other) and _is_known(setting, right, left, one))


def _is_known(setting: Setting, wording: Wording, told_in: Wording, name: Value) -> bool:
    """Whether the reports of a sentence name somebody whom another sentence names."""
    last = told_in.key[name.end - 1]
    return any(last in name_words(each) for report in wording.reports for each in setting.named.get(report, ()))


def _subject(wording: Wording, value: Value) -> Value | None:
    """The person who is named as the subject of the verb that a figure is governed by; None of a verb of saying.

    "58 percent for Berg", "Berg had 58 percent and Dahl of the Greens 40": the name beside a share comes first.
    """
    if (beside := _named_beside(wording, value)) is not None:
        return beside
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    subject = wording.subject_of(verb)
    if subject is None or wording.lemma[verb] in load_words("en", "relations", "saying"):
        return None
    named = wording.value_at.get(subject)
    return named if named is not None and type_of(named) == "PERSON" else None


def _named_beside(wording: Wording, value: Value) -> Value | None:
    """The person whom a share is told to be for, or who stands between it and a share before it."""
    if not _is_share(value):
        return None
    unit_end = next((i for i in range(value.end, len(wording)) if wording.lemma[i] not in _UNITS), value.end)
    behind = wording.value_at.get(unit_end + 1)
    if wording.lemma[unit_end : unit_end + 1] == ["for"] and behind is not None and type_of(behind) == "PERSON":
        return behind
    shares = [each for each in wording.values if each.end <= value.first and _is_share(each)]
    first = shares[-1].end if shares else value.first
    between = [each for each in wording.values if first <= each.first < value.first and type_of(each) == "PERSON"]
    if len(between) != 1 or "VERB" in wording.pos[between[0].end : value.first]:
        return None
    return between[0]


def of_two_groups_asked(setting: Setting, pair: Pair) -> bool:
    """Shares of two groups of people who were asked, or of answers about two people, unless sentences are nearly one.

    "52 percent of registered voters", "a third of independents"; "20 percent for Berg", "a Dahl lead of 40 percent".
    """
    sides = setting.sides(pair)
    # "46 percent to 44 percent" runs alike in any two sentences of polls.
    one_sentence = is_tight(pair) and pair.shared >= ONE_SAYING
    if one_sentence or not all(_is_share(value) and _asks(wording) for wording, value in sides):
        return False
    (group, other_group), (people, others) = zip(
        *((_groups(wording), _people(wording)) for wording, _ in sides), strict=True
    )
    return group != other_group or bool(people and others and not people & others)


def _is_share(value: Value) -> bool:
    return value.quantity is not None and value.quantity.kind == "percent"


def _asks(wording: Wording) -> bool:
    return not (_words("asked") | _words("asking")).isdisjoint(wording.lemma)


def _groups(wording: Wording) -> set[str]:
    """The words that tell who of all people was asked: "registered voters", "voters under 45", "Democrats"."""
    asked = [i for i in range(len(wording)) if wording.lemma[i] in _words("asked")]
    narrowed = {wording.lemma[i] for each in asked for i in wording.children[each] if wording.dep[i] in _GROUPED}
    return {lemma for lemma in narrowed if lemma not in _words("loose")} | {
        wording.lemma[i] for i in asked if wording.lemma[i] not in _words("anybody")
    }


def _people(wording: Wording) -> set[str]:
    return {wording.key[each.end - 1] for each in wording.values if type_of(each) == "PERSON"}


def of_two_seats(setting: Setting, pair: Pair) -> bool:
    """Places of which two people hold one kind of office: "the Norland senator", "the senator from Sudmark"."""
    (left, one), (right, other) = setting.sides(pair)
    if one.mention is None or other.mention is None or is_tight(pair):
        return False
    if not all(find_known(w.words(v.first, v.end)) is not None for w, v in ((left, one), (right, other))):
        return False
    offices, others = (frozenset(_offices(wording, value)) for wording, value in ((left, one), (right, other)))
    return bool(offices & others)


def _offices(wording: Wording, place: Value) -> Iterator[str]:
    """The office that a place tells the seat of, by its lemma."""
    above = wording.head[top_of(wording, unit_of(place))]
    if wording.lemma[above] in _words("of_a_place"):
        above = wording.head[above]
    if wording.lemma[above] in _words("offices"):
        yield wording.lemma[above]


CONTEST_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (of_two_subjects, of_two_groups_asked, of_two_seats)
