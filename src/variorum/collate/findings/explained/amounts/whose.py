"""Whose a figure is, where people are told by pronoun or by role: "he scored six", "the rookie scored four".

Rules of `explainer.py`. Those told by name in both sentences are known to `apart.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.explained.amounts.apart import bearing_words, is_borne, noun_above, type_of
from variorum.collate.findings.explained.moments.earlier import main_verb
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.model.annotations import Mention
from variorum.model.record import Entity
from variorum.model.span import ReportId, Span

_THIS = frozenset({"the", "this", "that"})


def of_two_persons(setting: Setting, pair: Pair) -> bool:
    """Figures of two people of whom neither sentence tells the other's: "he hit 33 homers", "Berg hit 20"."""
    (left, one), (right, other) = setting.sides(pair)
    if not (is_borne(one) and is_borne(other)) or is_tight(pair):
        return False
    persons, others = people_bearing(setting, left, one), people_bearing(setting, right, other)
    if not persons or not others or any(_may_be_one(a, b) for a in persons for b in others):
        return False
    told = [_is_told_in(setting, right, each) for each in persons]
    told += [_is_told_in(setting, left, each) for each in others]
    return not any(told)


def of_one_and_his(setting: Setting, pair: Pair) -> bool:
    """Figures of somebody, and of who is told by that one's name: "Berg served", "the head of the Bergs served"."""
    sides = setting.sides(pair)
    if not all(is_borne(value) for _, value in sides):
        return False
    return any(
        bool(_names(*one) & _names_of_owners(setting, *other)) and not _names(*other)
        for one, other in (sides, sides[::-1])
    )


def _names(wording: Wording, value: Value) -> set[str]:
    """The last words of the names of people who bear a figure."""
    found = (wording.value_at.get(index) for index in bearing_words(wording, value))
    return {wording.key[each.end - 1] for each in found if each is not None and type_of(each) == "PERSON"}


def _names_of_owners(setting: Setting, wording: Wording, value: Value) -> set[str]:
    """The words of what the people who bear a figure are told to be of: "the son of Ole Berg".

    The head of the Berg family can be Berg, unless the sentence before is about somebody else.
    """
    words: set[str] = set()
    belonging, heading = (load_words("en", "wholes", "words", name) for name in ("belonging", "heading"))
    for index in bearing_words(wording, value):
        if wording.pos[index] == "NOUN" and wording.lemma[index] in belonging | heading:
            of = [i for i in wording.children[index] if wording.lemma[i] == "of" and wording.dep[i] == "prep"]
            governed = [i for each in of for i in wording.children[each]]
            told = {wording.key[i] for each in governed for i in (each, *wording.children[each])}
            if wording.lemma[index] in heading:
                before = [each for each in _before(setting, wording) if each is not None and each.type == "PERSON"]
                told = told if before and not any(told & {*name_words(each.name)} for each in before) else set()
            words |= told
    return words


def of_two_goods(setting: Setting, pair: Pair) -> bool:
    """Sales of two things by name: "iron sales hit", "for the Nimbus it is 10 million units"."""
    (left, one), (right, other) = setting.sides(pair)
    if is_tight(pair) or any(each.quantity is None or each.quantity.kind != "count" for each in (one, other)):
        return False
    goods, others = _goods(left, one), _goods(right, other)
    if not goods or not others:
        return False
    return not any(
        compare_names(a, b).outcome != "differs" or {*name_words(a)} & {*name_words(b)} for a in goods for b in others
    )


def _goods(wording: Wording, value: Value) -> list[str]:
    """The names of what is sold in a sentence of a figure: "Nimbus sales", "for the Nimbus"."""
    verb = wording.verb_above(top_of(wording, unit_of(value)))
    subject = wording.subject_of(verb)
    counted = noun_above(wording, value)
    words = [
        index
        for noun in (counted, subject)
        if noun is not None and wording.lemma[noun] in load_words("en", "wholes", "words", "goods")
        for index in wording.children[noun]
        if wording.dep[index] in ("compound", "nmod", "poss")
    ]
    if subject is not None and wording.lemma[subject] == "it":
        tied = [i for i in wording.children[verb] if wording.lemma[i] == "for" and i < subject]
        words += [i for each in tied for i in wording.children[each]]
    names = (wording.value_at.get(index) for index in words)
    return [wording.words(each.first, each.end) for each in names if each is not None and each.mention is not None]


def people_bearing(setting: Setting, wording: Wording, value: Value) -> list[Entity]:
    """Return the people who bear a figure, as the reports of the sentence resolve its names, nouns and pronouns."""
    found: list[Entity | None] = []
    for index in bearing_words(wording, value):
        entity = _entity_at(setting, wording, index)
        found += [entity] if entity is not None else _taken_up(setting, wording, index)
    return [each for each in found if each is not None and each.type == "PERSON"]


def _taken_up(setting: Setting, wording: Wording, index: int) -> list[Entity | None]:
    """Who the sentence before is about, where a role takes that one up: "the rookie"."""
    roles = load_words("en", "bearers", "sporting")
    if wording.lemma[index] not in roles or not any(wording.lemma[i] in _THIS for i in wording.children[index]):
        return []
    return list(_before(setting, wording))


def _before(setting: Setting, wording: Wording) -> Iterator[Entity | None]:
    """Who or what the sentences before a sentence are about, those left out who say so."""
    saying = load_words("en", "relations", "saying")
    for before in setting.order.before(wording):
        verb = main_verb(before)
        if before.lemma[verb] in saying:
            verb = next((i for i in before.children[verb] if before.dep[i] == "ccomp"), verb)
        subject = before.subject_of(verb)
        yield _entity_at(setting, before, subject) if subject is not None else None


def _entity_at(setting: Setting, wording: Wording, index: int) -> Entity | None:
    """The entity across reports that a word stands for; None where the sentence's reports do not agree on one."""
    storyline = setting.storyline
    found = {storyline.entity_of(report, mention.entity) for report, mention in _mentions(setting, wording, index)}
    known = found.pop() if len(found) == 1 else None
    return storyline.entities.get(known) if known is not None else None


def _mentions(setting: Setting, wording: Wording, index: int) -> Iterator[tuple[ReportId, Mention]]:
    for home in wording.homes:
        tree = setting.storyline.trees[home.report]
        words = tree.words_in(Span(home.start + wording.start[index], home.start + wording.end[index])) if tree else ()
        mentions = setting.storyline.mention_at(home.report)
        yield from ((home.report, mentions[word]) for word in words if word in mentions)


def _may_be_one(one: Entity, other: Entity) -> bool:
    if one.id == other.id:
        return True
    names, others = (one.name, *one.aliases), (other.name, *other.aliases)
    return any(compare_names(a, b).outcome != "differs" or _share_last(a, b) for a in names for b in others)


def _share_last(one: str, other: str) -> bool:
    lasts = [name_words(name)[-1:] for name in (one, other)]
    return any(last and last[0] in name_words(name) for last, name in zip(lasts, (other, one), strict=True))


def _is_told_in(setting: Setting, wording: Wording, person: Entity) -> bool:
    """Whether a sentence tells of a person, by the last word of the name or by another word for the same."""
    if name_words(person.name)[-1:] and name_words(person.name)[-1] in wording.key:
        return True
    return any(
        setting.storyline.entity_of(report, mention.entity) == person.id
        for index in range(len(wording))
        for report, mention in _mentions(setting, wording, index)
    )


BEARER_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (of_two_persons, of_one_and_his, of_two_goods)
