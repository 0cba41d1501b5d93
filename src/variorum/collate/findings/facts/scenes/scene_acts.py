"""Acts that have one place, and whom or what they befall: "was arrested", "the ship sank", "the fire"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.findings.facts.named import is_person
from variorum.collate.findings.facts.persons.persons import Persons, persons_of
from variorum.collate.findings.facts.posts.post_reading import top_word
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_table, load_words

_words = partial(load_words, "en", "scenes", "words")
# Before somebody unnamed of whom was told before: "the driver".
THE = "the "
# Steps up from a verb to the one that has its subject.
_STEPS = 3
_TABLES = ("befalling", "taking", "undergoing")


class Act(NamedTuple):
    """An act of a sentence: its name, whom it befalls (a noun), and the words on which its places hang."""

    name: str
    theme: int
    roots: tuple[int, ...]


class Cast(NamedTuple):
    """Who is meant by each name of a person, the sentence before each one, and who is told by an age alone.

    The sentence before is that of a report that prints both; `aged` gives by sentence the words that tell somebody by
    an age alone, each with the name of the one person who is so old.
    """

    people: Mapping[str, str]
    before: Mapping[int, Wording]
    aged: Mapping[int, Mapping[int, str]]


def cast_of(wordings: Sequence[Wording]) -> Cast:
    """Return what tells for whom the names and pronouns of a story stand."""
    people, persons = _people(wordings), persons_of(wordings)
    before = {at: wordings[number] for at, number in persons.before.items()}
    return Cast(people, before, _aged(persons, people))


def _aged(persons: Persons, people: Mapping[str, str]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for told in persons.aged:
        key = persons.of_age.get(int(told.years)) or ""
        # Reports may never print the last name alone.
        full = {person for name, person in people.items() if key and name.split()[-1] == key.split()[-1]}
        person = people.get(key, full.pop() if len(full) == 1 else "")
        if person:
            found[told.number][told.noun] = f"@{person}"
    return found


def acts_of(wording: Wording) -> Iterator[Act]:
    """Yield the acts that a sentence tells as having been, in the order of its words."""
    nominal = _verbs("nominal")
    told, events = _told(), load_words("en", "scenes", "events", "words")
    for index, lemma in enumerate(wording.lemma):
        if lemma in told and wording.pos[index] == "VERB" and not _is_open(wording, index):
            yield from _act_of_verb(wording, index, lemma)
        elif wording.pos[index] == "NOUN":
            if lemma in events:
                yield Act("happen", index, (index,))
            if lemma in nominal:
                yield from (Act(nominal[lemma], theme, (index, theme)) for theme in _owners(wording, index))


def befallen(number: int, wording: Wording, act: Act, cast: Cast) -> str:
    """Return whom or what an act befalls, in a form that is the same in all reports; empty where that is not known."""
    value = wording.value_at.get(act.theme)
    if value is not None:
        return _named(wording, value, cast)
    if wording.pos[act.theme] == "PRON":
        return _stood_for(number, wording, act.theme, cast)
    apposed = [wording.value_at[i] for i in wording.children[act.theme] if _is_apposed(wording, i)]
    of_age = cast.aged.get(number, {}).get(act.theme, "")
    if apposed or of_age:
        return of_age or _named(wording, apposed[0], cast)
    lemma, before = wording.lemma[act.theme], [i for i in wording.children[act.theme] if i < act.theme]
    counts = [at for i in before if (at := wording.value_at.get(i)) is not None and at.kind == "figure"]
    others = {wording.lemma[i] for i in before} - ({"other"} if counts else set())  # "seven other workers" are seven
    if _words("others") & others or wording.pos[act.theme] != "NOUN":
        return ""
    if counts:
        number_told = counts[0].quantity.value if counts[0].quantity is not None else None
        return f"{number_told:g} people" if number_told and lemma in _words("numbers") else ""
    if wording.tag[act.theme] == "NN":
        known = any(wording.lemma[i] == "the" for i in before)
        of_person = f"{THE}{lemma}" if known else lemma
        return of_person if lemma in _words("people") else _things().get(lemma, "")
    return ""


def _is_apposed(wording: Wording, index: int) -> bool:
    """Whether a word names the person of whom the noun before it tells: "another climber, Ida Berg"."""
    value = wording.value_at.get(index)
    return value is not None and wording.dep[index] == "appos" and is_person(value)


_verbs = partial(load_keys, "en", "scenes")


@cache
def _told() -> frozenset[str]:
    return _words("hiding").union(*(_verbs(table) for table in _TABLES))


@cache
def _things() -> Mapping[str, str]:
    rows = (row.split() for row in load_table("en", "scenes")["things"]["rows"])
    return {word: row[0] for row in rows for word in row}


def _act_of_verb(wording: Wording, verb: int, lemma: str) -> Iterator[Act]:
    objects = [i for i in wording.children[verb] if wording.dep[i] == "dobj"]
    subject = _subject(wording, verb)
    undergoing = _verbs("undergoing").get(lemma)
    if undergoing is not None and subject is not None and wording.dep[subject] in ("nsubj", "nsubjpass"):
        broken_out = lemma != "break" or any(wording.lemma[i] == "out" for i in wording.children[verb])
        if broken_out and (lemma not in _verbs("befalling") or not objects):
            # "Berg, at a news conference, said"; "died of heart disease in a motel".
            beside = [subject] if undergoing == "say" else [*_causes(wording, verb), *_lengths(wording, verb)]
            yield Act(undergoing, _antecedent(wording, verb, subject), (verb, *beside))
    if subject is not None and any(wording.lemma[i] in _words("themselves") for i in objects):
        if lemma in _words("hiding"):
            yield Act("hide", _antecedent(wording, verb, subject), (verb, *objects))
        return
    befalling = _verbs("befalling").get(lemma) or _verbs("taking").get(lemma)
    if befalling is None or (lemma == "pick" and not any(wording.lemma[i] == "up" for i in wording.children[verb])):
        return
    hidden = [i for i in wording.children[verb] if wording.lemma[i] in _words("found")]
    befalling = "arrest" if befalling == "find" and hidden else befalling
    passive = _of_passive(wording, verb)
    passive = _of_clause(wording, verb) if passive is None else passive
    for theme in _befallen_together(wording, objects, passive):
        yield Act(befalling, theme, (verb, *objects, *hidden))


def _causes(wording: Wording, verb: int) -> list[int]:
    """What somebody dies of or falls from: the parser takes the place behind it for its own."""
    prepositions = [i for i in wording.children[verb] if wording.lemma[i] in ("of", "from")]
    return [i for each in prepositions for i in wording.children[each] if wording.pos[i] == "NOUN"]


def _lengths(wording: Wording, verb: int) -> list[int]:
    """How far somebody falls: the parser takes the place behind it for its own ("fell 60 metres from a ridge")."""
    values = ((i, wording.value_at.get(i)) for i in wording.children[verb] if i > verb)
    return [i for i, value in values if value is not None and value.quantity is not None]


def _of_clause(wording: Wording, verb: int) -> int | None:
    """What a clause without a pronoun tells of: "the gun he had hidden in the attic"."""
    head = wording.head[verb]
    has_own = any(
        wording.dep[i] in ("nsubj", "dobj") and wording.tag[i] in ("WP", "WDT") for i in wording.children[verb]
    )
    is_clause = wording.dep[verb] == "relcl" and wording.pos[head] == "NOUN" and wording.subject_of(verb) is not None
    return head if is_clause and not has_own else None


def _subject(wording: Wording, verb: int) -> int | None:
    """The subject of a verb, or of the one that it tells more of: "Berg died after falling from a ridge"."""
    subject = wording.subject_of(verb)
    for _ in range(_STEPS):
        if subject is not None or wording.dep[verb] not in ("pcomp", "conj", "advcl"):
            break
        verb = wording.verb_above(wording.head[verb])
        subject = wording.subject_of(verb)
    return subject


def _owners(wording: Wording, noun: int) -> Iterator[int]:
    """Whom a noun for an act is of: "the arrest of Berg", "Berg's arrest"."""
    for index in wording.children[noun]:
        if wording.dep[index] == "poss":
            yield index
        elif wording.lemma[index] == "of":
            yield from (below for below in wording.children[index] if wording.dep[below] == "pobj")


def _befallen_together(wording: Wording, objects: Sequence[int], passive: int | None) -> Iterator[int]:
    """The objects of a verb, or the subject of its passive, with what "and" joins to them."""
    theme = objects[0] if objects else passive
    while theme is not None:
        yield theme
        theme = next((i for i in wording.children[theme] if wording.dep[i] == "conj"), None)


def _of_passive(wording: Wording, verb: int) -> int | None:
    """What the passive of a verb befalls: its subject, or the noun that it stands behind ("the body found in …")."""
    if wording.tag[verb] != "VBN":
        return None
    if wording.dep[verb] == "acl":
        return wording.head[verb]
    for at in (verb, *wording.above(verb, 2)):
        passive = [i for i in wording.children[at] if wording.dep[i] == "nsubjpass"]
        if passive:
            return _antecedent(wording, at, passive[0])
        if wording.dep[at] not in ("conj", "oprd"):  # "was kept hidden"
            return None
    return None


def scene_of(wording: Wording, verb: int) -> int | None:
    """Return the noun of which a clause tells what happened there: "the bank where the shooting took place"."""
    top = verb
    for _ in range(_STEPS):
        if wording.dep[top] not in ("xcomp", "ccomp", "conj"):
            break
        top = wording.head[top]
    where = any(wording.lemma[i] == "where" for i in (*wording.children[verb], *wording.children[top]))
    return wording.head[top] if where and wording.dep[top] == "relcl" else None


def _antecedent(wording: Wording, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for: "Berg, who died in …"."""
    is_relative = wording.tag[subject] in ("WP", "WDT") and wording.dep[verb] == "relcl"
    return wording.head[verb] if is_relative else subject


def _is_open(wording: Wording, verb: int) -> bool:
    """Whether what a verb tells is denied, or may not have been."""
    beside = (i for i in wording.children[verb] if wording.dep[i] in ("aux", "mark"))
    if any(wording.lemma[i] in _words("open") or wording.tag[i] == "TO" for i in beside):
        return True
    return "?" in wording.text[-2:] or wording.is_denied(verb)


def _people(wordings: Sequence[Wording]) -> dict[str, str]:
    """The longest name by which each person is named, under every name that can be the same person's and no other's."""
    full: dict[str, set[str]] = defaultdict(set)
    for wording in wordings:
        for value in wording.values:
            if is_person(value):
                words = name_words(wording.words(value.first, value.end))
                full[words[-1]].add(" ".join(words))
    found: dict[str, str] = {}
    relatives = _relatives(wordings)
    for last, names in full.items():
        ordered = sorted(names, key=lambda name: (-len(name.split()), name))
        longest: list[str] = []
        for name in ordered:
            same = [each for each in longest if compare_names(each, name).outcome != "differs"]
            if not same:
                longest.append(name)
            found[name] = (same or [name])[0] if len(same) <= 1 else ""
        others = [each for each in longest if each not in relatives]
        if last in found and len(others) == 1:
            found[last] = others[0]  # "Berg" by itself is not "Berg's mother, Eva Berg"
    return found


def _relatives(wordings: Sequence[Wording]) -> frozenset[str]:
    """The full names, as names are compared, of those who are told to be somebody's kin: "Berg's mother, Eva Berg"."""
    kin = load_keys("en", "persons", "kin").keys()
    found: set[str] = set()
    for wording in wordings:
        if kin.isdisjoint(wording.lemma):
            continue
        for value in wording.values:
            top = top_word(wording, value)
            near = [i for i in wording.children[top] if wording.dep[i] == "appos" or i == value.first - 1]
            near += [wording.head[top]] if wording.dep[top] == "appos" else []
            owned = any(
                wording.dep[k] == "poss" or wording.lemma[k] == "of"
                for i in near
                if wording.lemma[i] in kin
                for k in (*wording.children[i], *wording.children[top])
            )
            if owned and is_person(value):
                found.add(" ".join(name_words(wording.words(value.first, value.end))))
    return frozenset(found)


def _named(wording: Wording, value: Value, cast: Cast) -> str:
    if value.mention is None:
        return ""
    words = name_words(wording.words(value.first, value.end))
    if not is_person(value):
        return f"%{' '.join(words)}"
    person = cast.people.get(" ".join(words), "")
    return f"@{person}" if person else ""


def _stood_for(number: int, wording: Wording, pronoun: int, cast: Cast) -> str:
    """The person for whom "he" or "she" stands: the only one named before it in its sentence, or in the one before."""
    if wording.lemma[pronoun] not in _words("pronouns"):
        return ""
    here = [(wording, value) for value in wording.values if value.end <= pronoun]
    aged = {person for at, person in cast.aged.get(number, {}).items() if at < pronoun}
    if len(aged) == 1 and not any(is_person(value) for _, value in here):
        return aged.pop()
    earlier = cast.before.get(number)
    for told in (here, [(earlier, value) for value in earlier.values] if earlier is not None else []):
        named = {_named(text, value, cast) for text, value in told if is_person(value)}
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""
