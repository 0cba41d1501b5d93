"""Which named body belongs to somebody or something: whom one works for, the hospital, the operator, the journal.

A report that names the body the other one gives, wherever it does, is no witness against it: the two may belong
together. So only bodies that either report leaves out wholly are told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, partial

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import Unit, unit_of
from variorum.collate.findings.facts.clauses import is_passive
from variorum.collate.findings.facts.fact import Fact, Relation, Stated
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.findings.facts.posts.post_reading import Held, known_titles, top_word
from variorum.collate.findings.facts.posts.sibling_names import are_siblings
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_words
from variorum.model.span import ReportId
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known
from variorum.text.names import title_words

_words = partial(load_words, "en", "posts", "words")
TOLD = "told"
EMPLOYER = "employer"
_NAMED = "named"
_SUBJECTS = ("nsubj", "nsubjpass")
_PASSIVE = ("agent", "prep")
_BODIES = frozenset({"ORG", "PRODUCT"})
_JOURNALS = frozenset({"ORG", "PRODUCT", "WORK"})


def find_employers(wordings: Sequence[Wording], persons: Persons, posts: Sequence[Held]) -> Iterator[Fact]:
    """Yield the firm or body of which somebody has a post, where a sentence names one alone."""
    for held in posts:
        wording = wordings[held.wording]
        key = persons.key_of(wording, held.person)
        inside = {id(v): v for i in range(held.post.first, held.post.end) if (v := wording.value_at.get(i)) is not None}
        named = [value for value in inside.values() if value.mention is not None]
        governs = held.post.head in _words("governing")
        if key is None or governs or len(named) != 1 or not _is_body(wording, named[0]):
            continue
        yield Fact(f"{EMPLOYER}:{key} {held.post.head}", Side(held.wording, unit_of(named[0])), TOLD)


def _is_body(wording: Wording, value: Value) -> bool:
    """Whether a name is of a firm or the like, and no title or country that a layer took for one."""
    words = name_words(wording.words(value.first, value.end))
    if value.mention is None or value.mention.type not in _BODIES or find_known(words[-1]) is not None:
        return False
    return not {*words} & known_titles() and not {*words} & _words("official")


def _hospitals(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """The hospital to which one was taken, or where one was treated or died."""
    persons = cache(lambda: persons_of(wordings))  # few stories name a hospital
    for number, wording in enumerate(wordings):
        for value in wording.values:
            patient = _patient(wording, value) if _is_hospital(wording, value) else None
            about = _thing(wording, patient, persons) if patient is not None else None
            if about is not None:
                yield Fact(about, Side(number, unit_of(value)), TOLD)


def _is_hospital(wording: Wording, value: Value) -> bool:
    if value.mention is None or wording.dep[value.end - 1] != "pobj":
        return False
    words = name_words(wording.words(value.first, value.end))
    return len(words) > 1 and (words[-1] in _words("hospitals") or words[-2:] == ("medical", "center"))


def _patient(wording: Wording, value: Value) -> int | None:
    """The word for whom somebody brought to a hospital, or who is in it."""
    top = top_word(wording, value)
    preposition = wording.head[top]
    if wording.dep[top] != "pobj" or wording.lemma[preposition] not in ("to", "at", "in"):
        return None
    verb = wording.verb_above(preposition)
    if wording.lemma[verb] not in _words("treating") or wording.is_denied(verb):
        return None
    patient = wording.subject_of(verb)
    if wording.lemma[verb] not in _words("lying") and not is_passive(wording, verb):
        patient = next((i for i in wording.children[verb] if wording.dep[i] == "dobj"), None)
    return patient


def _thing(wording: Wording, index: int, persons: Callable[[], Persons]) -> str | None:
    """What a noun or name stands for, in one form for all reports; None where it may stand for several."""
    beside = [i for i in wording.children[index] if wording.dep[i] == "appos"]
    values = (wording.value_at.get(i) for i in (index, *beside))  # "the driver, Ann Berg"
    value = next((each for each in values if each is not None and each.mention is not None), None)
    if value is not None and value.mention is not None:
        if is_person(value):
            return persons().key_of(wording, value)
        return " ".join(name_words(wording.words(value.first, value.end)))
    definite = any(wording.lemma[i] in ("the", "this") for i in wording.children[index])
    joined = any(wording.dep[i] in ("conj", "nummod", "poss") for i in wording.children[index])
    if wording.tag[index] != "NN" or not definite or joined or wording.dep[index] == "conj":
        return None
    return wording.lemma[index]


def _makers(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Who owns, runs, founded, built, wrote or directed one thing: "the ferry, operated by Kvam Lines"."""
    persons = cache(lambda: persons_of(wordings))
    for number, wording in enumerate(wordings):
        for value in wording.values:
            if value.mention is not None and value.mention.type in ("ORG", "PERSON", "PRODUCT"):
                about = _made_by(wording, value, persons)
                if about is not None:
                    yield Fact(about, Side(number, unit_of(value)), TOLD)


_making = partial(load_keys, "en", "posts", "making")


def _made_by(wording: Wording, value: Value, persons: Callable[[], Persons]) -> str | None:
    """What somebody made, with the act; None where the name is no maker's or one of several."""
    top = top_word(wording, value)
    verb = _act_of(wording, top)
    inside = range(value.first, value.end)
    several = any(wording.dep[i] == "conj" and i not in inside for i in wording.children[top])
    if verb is None or several or wording.lemma[verb] not in _making() or wording.is_denied(verb):
        return None
    act = _making()[wording.lemma[verb]]
    if wording.dep[top] in _SUBJECTS:
        if act in _words("yearly"):
            return None
        made = next((i for i in wording.children[verb] if wording.dep[i] == "dobj"), None)
    else:
        made = wording.head[verb] if wording.dep[verb] in ("acl", "relcl") else wording.subject_of(verb)
    thing = _thing(wording, made, persons) if made is not None and made != verb else None
    return None if thing is None else f"{act} {thing}"


def _act_of(wording: Wording, top: int) -> int | None:
    """The verb whose act a name did: its subject, told as having been, or behind "by"."""
    verb = wording.head[top]
    if wording.dep[top] == "pobj":
        by = verb
        return wording.head[by] if wording.lemma[by] == "by" and wording.dep[by] in _PASSIVE else None
    helped = any(wording.dep[i] == "aux" and wording.lemma[i] != "have" for i in wording.children[verb])
    told = wording.pos[verb] == "VERB" and wording.tag[verb] in ("VBD", "VBN", "VBZ") and not helped
    return verb if wording.dep[top] == "nsubj" and told else None


def _journals(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """The journal in which the study of the story stands."""
    for number, wording in enumerate(wordings):
        if not {*wording.lemma} & _words("studies"):
            continue
        if {fold(wording.word(i)) for i in range(len(wording))} & _words("others"):
            continue
        for value in wording.values:
            if value.mention is not None and value.mention.type in _JOURNALS and _is_published_in(wording, value):
                # No typed name: entities take a journal and its "Letters" for one.
                yield Fact("", Side(number, Unit(value.first, value.end, None)), TOLD)


def _is_published_in(wording: Wording, value: Value) -> bool:
    index = top_word(wording, value)
    for above in wording.above(index, 3):
        if wording.lemma[above] == "in" and wording.dep[above] == "prep":
            return wording.lemma[wording.head[above]] in _words("publishing")
        if wording.lemma[above] != "journal":
            return False
    return False


def with_all_named(facts: Iterator[Fact], wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the facts, and for what has several bodies all the sentences that name one of them."""
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.value == TOLD:
            told[fact.about].append(fact)
        yield fact
    for about, stated in sorted(told.items()):
        telling: dict[tuple[str, ...], set[ReportId]] = defaultdict(set)
        for fact in stated:
            wording = wordings[fact.side.wording]
            telling[_as_told(wording, fact)] |= wording.reports
        for name, reports in sorted(telling.items()) if len(telling) > 1 else ():
            naming = _naming(wordings, name, reports)
            yield from (Fact(about, Side(number, Unit(0, 1, None)), _NAMED) for number in naming)


def _naming(wordings: Sequence[Wording], name: tuple[str, ...], telling: Set[ReportId]) -> Iterator[int]:
    """The sentences that have the words of a name, one of each report but those that tell the fact with it."""
    seen = set(telling)
    for number, wording in enumerate(wordings):
        if not wording.reports <= seen and {*wording.key}.issuperset(name):
            seen |= wording.reports
            yield number


def _as_told(wording: Wording, fact: Fact) -> tuple[str, ...]:
    """The words by which a report can name a body, or a person by the last name alone."""
    words = name_words(_name(wording, fact))
    value = fact.side.unit.value
    return words[-1:] if is_person(value) else words


def _name(wording: Wording, fact: Fact) -> str:
    return wording.words(fact.side.unit.first, fact.side.unit.end)


def are_two_bodies(one: Stated, other: Stated) -> bool:
    """Return whether two bodies are told of one thing that share no word and are no long and short form of one name.

    Those that differ in one word for another that excludes it are two as well.
    """
    if one.fact.value != TOLD or other.fact.value != TOLD:
        return False
    names = _name(one.wording, one.fact), _name(other.wording, other.fact)
    if are_siblings(*(" ".join(name_words(name)) for name in names)):
        return True
    left, right = ({*name_words(name)} - title_words().organisations - _words("hospitals") for name in names)
    return bool(left and right) and not left & right and compare_names(*names).outcome == "differs"


def _are_two_journals(one: Stated, other: Stated) -> bool:
    """Whether two journals are two: of two names, or of one to which the one adds "Letters" and the like."""
    if are_two_bodies(one, other):
        return True
    short, long = sorted((name_words(_name(each.wording, each.fact)) for each in (one, other)), key=len)
    return len(short) < len(long) and long[: len(short)] == short and {*long[len(short) :]} <= _words("issues")


def find_with_all_named(
    kind: Callable[[Sequence[Wording]], Iterator[Fact]], wordings: Sequence[Wording]
) -> Iterator[Fact]:
    """Yield the facts of one kind, with all the sentences that name one of the bodies that they tell."""
    yield from with_all_named(kind(wordings), wordings)


AFFILIATION_RELATIONS: tuple[Relation, ...] = (
    Relation("hospital", "place", partial(find_with_all_named, _hospitals), are_two_bodies),
    Relation("maker", "name", partial(find_with_all_named, _makers), are_two_bodies),
    Relation("journal", "name", _journals, _are_two_journals),
)
