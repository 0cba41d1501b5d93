"""Bodies in a role that a story has once: a patient's hospital, who runs or made a thing, the journal of the study.

A report that names the body the other one gives, wherever it does, is no witness against it: the two may belong
together ("Kvam Lines, which belongs to Norsea").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, partial

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.facts.clauses import is_passive, subject_meant
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.findings.facts.persons.holders import Holders
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_keys, load_words
from variorum.model.span import ReportId
from variorum.text.names import title_words

_words = partial(load_words, "en", "bodies", "words")
_DONE = frozenset({"VBD", "VBN", "VBZ"})
_NAMED = "named"


def _find(role: str, wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the bodies that have a role, and where several do, the sentences by which other reports name them."""
    told: dict[str, dict[frozenset[str], set[ReportId]]] = defaultdict(lambda: defaultdict(set))
    for fact in _told(role, wordings):
        yield fact
        wording = wordings[fact.side.wording]
        told[fact.about][_telling_words(_name(fact, wording))] |= wording.reports
    for about, telling in told.items():
        for words, reports in telling.items() if len(telling) > 1 else ():
            for number, wording in enumerate(wordings):
                if words and not wording.reports <= reports and words.issubset(name_words(wording.text)):
                    yield Fact(about, Side(number, Unit(0, 1, None)), _NAMED)


def _told(role: str, wordings: Sequence[Wording]) -> Iterator[Fact]:
    holders = cache(lambda: Holders(wordings))  # few stories tell of any body
    for number, wording in enumerate(wordings):
        for value in wording.values:
            verb = _act(role, wording, value)
            about = _about(role, holders(), number, verb) if verb is not None else None
            if about is not None:
                yield Fact(about, Side(number, unit_of(value)))


def _act(role: str, wording: Wording, value: Value) -> int | None:
    """The verb that tells a named body to have a role, behind its small word or as whose act it is."""
    words = name_words(wording.words(value.first, value.end))
    other = role == "hospital" and (len(words) < 2 or words[-1] not in _words("hospitals"))
    if value.mention is None or other:
        return None
    top = top_of(wording, unit_of(value))
    if wording.dep[top] in ("appos", "compound") and wording.lemma[wording.head[top]] in _words("called"):
        top = wording.head[top]
    verb = wording.head[top]
    if wording.dep[top] == "pobj" and wording.lemma[verb] in load_words("en", "bodies", "tied", role):
        verb = wording.head[verb]
    elif role != "maker" or wording.dep[top] != "nsubj":
        return None
    several = any(wording.dep[i] == "conj" and not value.first <= i < value.end for i in wording.children[top])
    known = wording.lemma[verb] in load_keys("en", "bodies", role) and wording.tag[verb] in _DONE
    return verb if known and not several and not wording.is_denied(verb) else None


def _about(role: str, holders: Holders, number: int, verb: int) -> str | None:
    """The act and whom or what it befalls, in one form for all reports; of a journal the study of the story."""
    wording = holders.wordings[number]
    act = load_keys("en", "bodies", role)[wording.lemma[verb]]
    if role == "journal":
        told = {*wording.lemma, *name_words(wording.text)}
        return act if told & _words("studies") and not told & _words("others") else None
    if wording.dep[verb] == "acl":
        whom: int | None = wording.head[verb]
    elif act == "lie" or is_passive(wording, verb):
        whom = subject_meant(wording, verb)
    else:
        whom = next((i for i in wording.children[verb] if wording.dep[i] == "dobj"), None)
    key = holders.key_of("person" if role == "hospital" else "thing", number, whom)
    return f"{act} {key}" if key is not None else None


def _name(fact: Fact, wording: Wording) -> str:
    return wording.words(fact.side.unit.first, fact.side.unit.end)


def _telling_words(name: str) -> frozenset[str]:
    return frozenset(name_words(name)) - title_words().organisations - _words("plain")


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two bodies share no word that tells, and are no long and short form of one name."""
    if _NAMED in (one.fact.value, other.fact.value):
        return False
    names = [_name(each.fact, each.wording) for each in (one, other)]
    left, right = map(_telling_words, names)
    return bool(left and right) and not left & right and compare_names(*names).outcome == "differs"


BODY_RELATIONS: tuple[Relation, ...] = (
    Relation("hospital", "place", partial(_find, "hospital"), _are_two, is_telling=always),
    Relation("maker", "name", partial(_find, "maker"), _are_two),
    Relation("journal", "name", partial(_find, "journal"), _are_two),
)
