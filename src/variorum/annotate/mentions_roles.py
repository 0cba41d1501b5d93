"""Nouns and pronouns that stand for a person or body, where it is safe to say for which.

A noun counts for an entity once the report itself has tied the two: as a title ("President Lee"), in apposition ("Lee,
the president") or by a copula ("Lee is president"). A pronoun counts where only one person in reach can be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from variorum.annotate.genders import HE, SHE, Gender, find_genders
from variorum.annotate.names_words import Words
from variorum.lang.senses import load_senses, may_be_of_kind
from variorum.lang.tables import load_words
from variorum.model.annotations import EntityType, Mention
from variorum.model.span import EntityId, Span
from variorum.text.gazetteer import find_known
from variorum.text.names import title_words
from variorum.text.tree import Tree

# A pronoun looks back this many sentences for the one person it can mean.
_REACH = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class _Report(msgspec.Struct, frozen=True):
    tree: Tree
    words: Words
    names: Sequence[Mention]
    at: dict[int, Mention]
    quoted: Sequence[bool]


def find_roles(tree: Tree, words: Words, names: Sequence[Mention]) -> list[Mention]:
    """Return the nouns and pronouns that stand for entities named in `names`, in text order."""
    at = {index: name for name in names for index in tree.words_in(Span(name.start, name.end))}
    report = _Report(tree, words, names, at, _quoted(tree, words))
    nouns = list(_nouns(report))
    return sorted([*nouns, *_pronouns(report, find_genders(tree, names), nouns)], key=lambda mention: mention.start)


def _quoted(tree: Tree, words: Words) -> list[bool]:
    """For each word whether it stands in quotation marks; a paragraph ends them."""
    quoted, inside = [], False
    for index, word in enumerate(words.text):
        if index and "\n" in tree.text[tree.tokens.end[index - 1] : tree.tokens.start[index]]:
            inside = False
        if word in {"“", "``"} or (word == '"' and not inside):
            inside = True
        elif word in {"”", '"', "''"}:
            inside = False
        quoted.append(inside)
    return quoted


def _nouns(report: _Report) -> Iterator[Mention]:
    """Yield nouns tied to an entity, and the later `the …` with the same noun."""
    tied: dict[str, set[EntityId]] = defaultdict(set)
    own: list[tuple[int, EntityId]] = []
    homes: dict[EntityId, set[str]] = defaultdict(set)
    for noun, entity in _ties(report):
        homes[entity] |= _countries_before(report, noun)
        tied[report.tree.tokens.lemma[noun].casefold()].add(entity)
        if noun not in report.at and not report.words.capital[noun] and noun not in {known for known, _ in own[-4:]}:
            own.append((noun, entity))
    types = {name.entity: name.type for name in report.names}
    taken = {noun for noun, _ in own}
    for index in range(len(report.tree)):
        lemma = report.tree.tokens.lemma[index].casefold()
        entities = tied.get(lemma)
        if not entities or len(entities) > 1 or index in taken or index in report.at:
            continue
        (entity,) = entities
        if report.tree.tokens.tag[index] == "NN" and _is_plain_definite(report, index):
            countries = _countries_before(report, index)
            # "The Japanese firm" is not the one that was called a US firm.
            if not countries or not homes[entity] or countries & homes[entity]:
                own.append((index, entity))
    for noun, entity in own:
        span = _noun_phrase(report, noun)
        yield Mention(start=span.start, end=span.end, type=types[entity], entity=entity, form="nominal")


def _ties(report: _Report) -> Iterator[tuple[int, EntityId]]:
    """Yield each noun with the entity of the name that it is put beside by title, apposition or copula."""
    tokens = report.tree.tokens
    for name in report.names:
        if name.type not in {"PERSON", "ORG"}:
            continue
        inside = report.tree.words_in(Span(name.start, name.end))
        head = next((index for index in inside if tokens.head[index] not in inside), inside[-1])
        above = tokens.head[head]
        for child in report.tree.children_by(head, "appos"):
            if _is_role(report, child, name.type):
                yield child, name.entity
        if tokens.dep[head] == "appos" and _is_role(report, above, name.type):
            yield above, name.entity
        if name.type == "PERSON" and inside[0] and _is_title(report, inside[0] - 1):
            yield inside[0] - 1, name.entity
        if tokens.dep[head] == "nsubj" and tokens.lemma[above] == "be":
            for child in report.tree.children_by(above, "attr"):
                if _is_role(report, child, name.type):
                    yield child, name.entity


def _countries_before(report: _Report, noun: int) -> set[str]:
    """The countries whose a noun is said to be: "the Japanese firm", "US firm"."""
    known = (find_known(report.tree.word(child)) for child in report.tree.children_by(noun, "amod", "compound", "nmod"))
    return {each.country for each in known if each is not None and each.country is not None}


def _is_title(report: _Report, index: int) -> bool:
    return report.words.folded[index] in title_words().honorifics and len(report.words.folded[index]) > 3


def _is_role(report: _Report, index: int, type: EntityType) -> bool:
    """Whether a noun may tell what somebody, or some body, is: "the name" and "his village" tell of no person."""
    if report.tree.tokens.tag[index] != "NN" or index in report.at:
        return False
    lemma = report.tree.tokens.lemma[index].casefold()
    if type != "PERSON" or not load_senses().word(lemma).senses:
        return True
    return lemma not in load_words("en", "name_kinds", "persons", "called") and may_be_of_kind(lemma, "person")


def _is_plain_definite(report: _Report, index: int) -> bool:
    """Whether a noun stands as `the president` or `the South Korean president`, with nothing after it to say which."""
    tree = report.tree
    determiners = tree.children_by(index, "det")
    if not determiners or report.words.folded[determiners[0]] != "the":
        return False
    if tree.tokens.dep[index] == "compound":
        return False
    return not tree.children_by(index, "prep", "relcl", "acl", "poss", "appos", "conj")


def _noun_phrase(report: _Report, noun: int) -> Span:
    """The noun with the words right before it that belong to it."""
    first = noun
    while first > 0:
        before = first - 1
        if report.tree.tokens.head[before] not in range(before + 1, noun + 1) or before in report.at:
            break
        if report.tree.tokens.pos[before] not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
            break
        first = before
    return report.tree.span(first, noun)


def _pronouns(report: _Report, genders: dict[EntityId, Gender], nouns: Sequence[Mention]) -> Iterator[Mention]:
    """Yield `he`, `she` and their forms where one person in reach can be meant."""
    persons = [name for name in report.names if name.type == "PERSON"]
    recent: list[tuple[int, int, Mention]] = []
    waiting = iter(persons)
    following = next(waiting, None)
    settled: dict[EntityId, Gender] = dict(genders)
    for index in range(len(report.tree)):
        start = report.tree.tokens.start[index]
        while following is not None and following.end <= start:
            sentence = report.tree.sentence_of(following.start)
            recent.append((sentence if sentence is not None else -1, index, following))
            following = next(waiting, None)
        word = report.words.folded[index]
        if (word not in HE and word not in SHE) or report.words.headline[index]:
            continue
        here = report.tree.sentence_of(start)
        if here is None:
            continue
        man = word in HE
        acting = _acting(report, index)
        reach = [
            each
            for each in recent[-12:]
            if here - _REACH <= each[0]
            and report.quoted[each[1] - 1] == report.quoted[index]
            and each[2].entity != acting
            and _fits(settled.get(each[2].entity, Gender()), man)
        ]
        if word.endswith("self"):
            reach = [each for each in recent[-12:] if each[2].entity == acting]
        meant = _teller(report, index, reach) or _meant(report, reach)
        if meant is not None:
            settled[meant.entity] = Gender(man, not man)
            yield Mention(
                start=start, end=report.tree.tokens.end[index], type="PERSON", entity=meant.entity, form="pronoun"
            )
            recent.append((here, index + 1, meant))


def _acting(report: _Report, index: int) -> EntityId | None:
    """The entity that does something to an object pronoun, and so is not meant by it: "Ann thanked her"."""
    if report.tree.tokens.dep[index] not in {"dobj", "pobj", "dative"}:
        return None
    verb = report.tree.tokens.head[index]
    while report.tree.tokens.pos[verb] == "ADP" and report.tree.tokens.head[verb] != verb:
        verb = report.tree.tokens.head[verb]
    subject = report.tree.subject_of(verb)
    if subject is None and report.tree.tokens.dep[verb] in {"advcl", "acl"}:
        subject = report.tree.subject_of(report.tree.tokens.head[verb])
    named = report.at.get(subject) if subject is not None else None
    return named.entity if named is not None else None


def _teller(report: _Report, index: int, fitting: Sequence[tuple[int, int, Mention]]) -> Mention | None:
    """The one in reach who says the sentence that the pronoun is the subject of: "Ann joked she would come"."""
    tokens = report.tree.tokens
    verb = tokens.head[index]
    if tokens.dep[index] not in _SUBJECTS:
        return None
    subject = report.tree.subject_of(tokens.head[verb]) if tokens.dep[verb] == "ccomp" else None
    # Seen by shape too, since parses of long sentences err: a name, a verb, perhaps "that", and the pronoun.
    before = index - 2 if report.words.folded[index - 1] == "that" else index - 1
    if before > 0 and tokens.tag[before] in {"VBD", "VBZ"} and before - 1 in report.at:
        subject = before - 1
    told = report.at.get(subject) if subject is not None else None
    return next((name for _, _, name in reversed(fitting) if told is not None and name.entity == told.entity), None)


def _meant(report: _Report, fitting: Sequence[tuple[int, int, Mention]]) -> Mention | None:
    """The one person whom a pronoun means, of those in reach; None where several may be meant."""
    if not fitting:
        return None
    if len({name.entity for _, _, name in fitting}) == 1:
        return fitting[-1][2]
    # Several: the one who was the subject last, if everyone else was named in another part.
    nearest = max(sentence for sentence, _, _ in fitting)
    there = [(index, name) for sentence, index, name in fitting if sentence == nearest]
    if len({name.entity for _, name in there}) == 1:
        return there[-1][1]
    subjects = [name for _, name in there if _is_subject(report, name)]
    return subjects[0] if len({name.entity for name in subjects}) == 1 else None


def _is_subject(report: _Report, name: Mention) -> bool:
    """Whether a name is a subject, or joined to one by `and`."""
    dep, head = report.tree.tokens.dep, report.tree.tokens.head
    for index in report.tree.words_in(Span(name.start, name.end)):
        at = index
        while dep[at] == "conj" and head[at] < at:
            at = head[at]
        if dep[at] in _SUBJECTS:
            return True
    return False


def _fits(gender: Gender, man: bool) -> bool:
    return gender.man if man else gender.woman
