"""What a count counts: the act or state that a number of people or things is told of ("killed", "without power").

The words that tell a tally, alone or together, are rows of `lang/en/tallies.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

import msgspec

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.points import Value, Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_table, load_words

# Words between a count and its noun ("143 million American consumers"), and steps up to the act.
_REACH = 5
_STEPS = 6
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "oprd")
_MODIFYING = ("amod", "acl", "relcl")
_BEFORE_TIMES = ("nummod", "compound", "amod")
_ASIDE = ("advcl", "conj", "parataxis")
_COMPLETING = ("acomp", "attr", "oprd", "xcomp", "ccomp", "prep")
# "The number of those injured rose to 50": how far before the figure the word for the whole may stand.
_WHOLE_BACK = 30
_words = partial(load_words, "en", "tallies", "words")


class Act(msgspec.Struct, frozen=True):
    """What a count counts: the name of a tally of the table, or else a lemma; and the word that says so."""

    name: str
    word: int
    known: bool = True


@cache
def tally_words() -> Mapping[str, str]:
    """Return the tally that each word of the table names."""
    table = load_table("en", "tallies")["acts"]
    return {word: act for act, words in table.items() for word in words.split()}


@cache
def _phrases(table: str) -> Mapping[str, str]:
    return {phrase: act for act, phrases in load_table("en", "tallies")[table].items() for phrase in phrases}


def _told_in(phrases: Iterator[str], table: str = "phrases") -> str | None:
    """The first tally that one of some phrases tells."""
    return next((_phrases(table)[phrase] for phrase in phrases if phrase in _phrases(table)), None)


def act_of(wording: Wording, unit: Unit) -> Act | None:
    """Return what a count counts, and the word that says so; None where nothing does."""
    hub = noun_of(wording, unit)
    index = hub if hub is not None else top_of(wording, unit)
    if hub is not None and hub in wording.children[wording.head[hub]] and wording.head[wording.head[hub]] in unit.range:
        index = top_of(wording, unit)  # "forty of the passengers were killed"
    # "Seventeen of the injured were still in hospital" counts those who were in hospital.
    beside = [] if hub is None or some_of(wording, unit) == hub else [hub]
    if hub is None and unit.end < len(wording):
        beside.append(unit.end)
    modifying = [i for i in wording.children[index] if wording.dep[i] in _MODIFYING and i not in unit.range]
    # "He treated 20 people, four of whom were hurt" tells that of the four.
    beside += [i for i in modifying if wording.dep[i] != "relcl" or not _counts(wording, i)]
    for word in beside:
        name = tally_named(wording, word)
        if name is not None:
            return Act(name, word)
    for word in (*beside[:1], *modifying) if hub is not None else ():
        name = _told_in(_phrases_at(wording, word))
        if name is not None:
            return Act(name, word)
    return _act_above(wording, index)


def counted_act(wording: Wording, value: Value) -> str | None:
    """Return which tally of the table a count belongs to ("dead", "injured"), None where it is of none."""
    act = act_of(wording, unit_of(value))
    return act.name if act is not None and act.known else None


def noun_of(wording: Wording, unit: Unit) -> int | None:
    """Return the noun that a count stands before, None where it stands alone ("120 were hurt", "rose to nine")."""
    top = top_of(wording, unit)
    head = wording.head[top]
    hub = None
    if wording.dep[top] in ("nummod", "amod", "compound", "quantmod") and 0 < head - top <= _REACH:
        # "400,000 British people's information" counts people.
        owners = [i for i in wording.children[head] if wording.dep[i] == "poss" and unit.end <= i < head]
        hub = owners[0] if owners else head
    else:
        below = next((i for i in wording.children[top] if wording.word(i) == "of" and i > top), None)
        if below is not None:
            hub = next((i for i in wording.children[below] if wording.pos[i] in ("NOUN", "PROPN")), None)
    if hub is None and wording.tag[unit.end : unit.end + 1] == ["NNS"]:
        hub = unit.end  # the parser takes "forty-nine people" apart
    if hub is None or wording.pos[hub] not in ("NOUN", "PROPN"):
        return None
    at = wording.value_at.get(hub)
    return hub if at is None or at.time is None else None


def some_of(wording: Wording, unit: Unit) -> int | None:
    """Return those told of before of whom a count gives some: "the injured" in "seventeen of the injured"."""
    if unit.end >= len(wording) or wording.word(unit.end) != "of":
        return None
    below = (i for i in wording.children[unit.end] if wording.dep[i] == "pobj")
    return next((i for i in below if any(wording.lemma[j] == "the" for j in wording.children[i])), None)


def _counts(wording: Wording, verb: int) -> bool:
    """Whether the subject of a verb is a count of its own: "four of whom were hurt"."""
    subject = wording.subject_of(verb)
    value = wording.value_at.get(subject) if subject is not None else None
    return value is not None and value.quantity is not None


def _act_above(wording: Wording, index: int) -> Act | None:
    """The act that governs a count or its noun."""
    for _ in range(_STEPS):
        head, label = wording.head[index], wording.dep[index]
        if head == index:
            return None
        if label in (*_SUBJECTS, *_OBJECTS):
            return _of_verb(wording, head, index)
        if label == "pobj":
            phrase = f"{wording.lemma[wording.head[head]]} {wording.lemma[index]}"
            if phrase in _phrases("phrases"):
                return Act(_phrases("phrases")[phrase], wording.head[head])
            if not _stands_for_its_owner(wording, head):
                return _of_the_whole(wording, head)
            head = wording.head[head]
        elif not _leads_on(wording, label, head):
            return None
        index = head
    return None


def _stands_for_its_owner(wording: Wording, preposition: int) -> bool:
    """Whether what befalls a noun befalls who hangs on it: "a total of 12", "the lives of 12", "data on 12 users"."""
    governor = wording.lemma[wording.head[preposition]]
    if governor in _words("whole") | _words("lives"):
        return wording.word(preposition) == "of"
    return governor in _words("data")


def _leads_on(wording: Wording, label: str, head: int) -> bool:
    """Whether the act of what a word hangs on is its own: "84 dead and 20 wounded were brought in"."""
    if label in ("conj", "appos"):
        return tally_named(wording, head) is None
    if label == "poss":
        return wording.lemma[head] in _words("data")
    # "Rose to at least six Friday": the parser takes six of them.
    at = wording.value_at.get(head)
    return label in _BEFORE_TIMES and at is not None and at.time is not None


def _of_verb(wording: Wording, verb: int, index: int) -> Act | None:
    """The act of the verb whose subject or object a count is; of an adjective's, in "left 23 inmates dead"."""
    name = tally_named(wording, verb)
    if wording.pos[verb] == "ADJ" and wording.dep[index] in _SUBJECTS and name is not None:
        return Act(name, verb)
    if wording.pos[verb] not in ("VERB", "AUX") or _is_doubted(wording, verb):
        return None
    reached = wording.dep[index] == "dobj" and wording.lemma[verb] in _words("reaching")
    whole = wording.subject_of(verb) if wording.dep[index] == "attr" or reached else None
    if whole is not None and (wording.lemma[whole] in _words("whole") or not _may_be_counted(wording, whole, reached)):
        return _named_by(wording, whole, verb)
    phrase = _told_in(_phrases_at(wording, verb))
    if phrase is None and wording.dep[index] == "nsubjpass":
        phrase = _told_in(iter((wording.lemma[verb], *_phrases_at(wording, verb))), "undergone")
    name = phrase or name
    if name is not None:
        return Act(name, verb)
    if wording.lemma[index] in _words("data") and wording.lemma[verb] in _words("taken"):
        return Act("affected", verb)
    if wording.lemma[verb] in _words("linking"):
        return _completed(wording, verb, index)
    return Act(wording.lemma[verb], verb, known=False) if wording.is_content[verb] else None


def _may_be_counted(wording: Wording, subject: int, reached: bool) -> bool:
    """Whether a number is of the subject itself: "they were twelve", but not "the time was twenty to nine"."""
    return reached or is_kind_of(wording.lemma[subject], "person") or wording.pos[subject] not in ("NOUN", "PROPN")


def _is_doubted(wording: Wording, verb: int) -> bool:
    """Whether what a verb tells is denied, or feared and not known."""
    above = wording.lemma[wording.head[verb]] if wording.dep[verb] in ("ccomp", "xcomp") else ""
    denied = any(wording.dep[child] == "neg" for child in wording.children[verb])
    return denied or bool({wording.lemma[verb], above} & _words("doubted"))


def _completed(wording: Wording, verb: int, index: int) -> Act | None:
    """The act of what a linking verb is completed by: "are dead", "were reported missing"."""
    for child in wording.children[verb]:
        if child != index and wording.dep[child] in _COMPLETING:
            below = wording.children[child] if wording.dep[child] in ("xcomp", "prep") else ()
            names = [name for word in (child, *below) if (name := tally_named(wording, word)) is not None]
            if names:
                return Act(names[0], child)
    return None


def _phrases_at(wording: Wording, verb: int) -> Iterator[str]:
    """A word with each of those that hang on it, with what its prepositions govern, and these with theirs."""
    for child in wording.children[verb]:
        # "Before they left, she told the 12" orders nobody to leave.
        if wording.dep[child] in _ASIDE or (wording.dep[child] == "ccomp" and child < verb):
            continue
        yield f"{wording.lemma[verb]} {wording.lemma[child]}"
        yield f"{wording.lemma[child]} {wording.lemma[verb]}"
        for below in wording.children[child] if wording.dep[child] in ("prep", "agent") else ():
            yield f"{wording.lemma[verb]} {wording.lemma[below]}"
            yield f"{wording.lemma[child]} {wording.lemma[below]}"


def _of_the_whole(wording: Wording, preposition: int) -> Act | None:
    """The act of a new value: "the death toll rose to nine", "bringing the number of injured to 50"."""
    if wording.word(preposition) not in ("to", "at"):
        return None
    wholes = [i for i in range(max(0, preposition - _WHOLE_BACK), preposition) if wording.lemma[i] in _words("whole")]
    # "Bringing to five the number of those killed".
    raised = wording.children[wording.head[preposition]]
    wholes += [i for i in raised if wording.dep[i] == "dobj" and wording.lemma[i] in _words("whole")]
    if not wholes:
        return None
    return _named_by(wording, wholes[-1], wording.head[preposition])


def _named_by(wording: Wording, whole: int, verb: int) -> Act | None:
    """The act that the subject of a value is of: "the death toll", "the number of those injured", "the dead"."""
    own = tally_named(wording, whole)
    if wording.lemma[whole] not in _words("whole"):
        return Act(own, verb) if own is not None else None
    for words in (list(words_below(wording, whole)), range(whole + 1, verb), range(len(wording))):
        names = {name for i in words if (name := tally_named(wording, i)) is not None}
        if len(names) == 1:
            return Act(names.pop(), verb)
    return Act("dead", verb) if wording.lemma[whole] == "toll" else None


def tally_named(wording: Wording, index: int) -> str | None:
    """Return the tally that a word names, None if it names none."""
    if wording.pos[index] not in ("VERB", "NOUN", "ADJ"):
        return None
    name = tally_words().get(wording.lemma[index]) or tally_words().get(wording.word(index).casefold())
    # A "rescue crew" is not rescued.
    return None if wording.dep[index] == "compound" and name != "dead" else name


def words_below(wording: Wording, index: int) -> Iterator[int]:
    """Yield the words that hang on a word, and on these, some levels down."""
    level = [index]
    for _ in range(_STEPS):
        level = [child for each in level for child in wording.children[each]]
        yield from level
