"""The counts that reports keep: how many were killed, injured, arrested, affected, and how many signed.

A tally is a count with what it counts (whoever it is, or a noun), the act or state that it counts, and the countries
that narrow it ("British", "in the United States"). What is a part, a rate, added to another, of another occasion or of
another year is no tally of the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial

import msgspec

from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.moments import looks_back
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.senses import load_senses
from variorum.lang.tables import load_table, load_words
from variorum.text.gazetteer import find_known

PEOPLE = "people"
# Words between a count and its noun ("143 million American consumers"), and steps up to the act.
_REACH = 5
_STEPS = 6
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "oprd")
_MODIFYING = ("amod", "acl", "relcl")
_BEFORE_TIMES = ("nummod", "compound", "amod")
_ASIDE = ("advcl", "conj", "parataxis")
_COMPLETING = ("acomp", "attr", "oprd", "xcomp", "ccomp", "prep")
# A sentence that names a time so long before the first report tells of something else; of what befalls at once sooner.
_SUDDEN_BACK = timedelta(days=3)
_BACK = timedelta(days=180)
# "The number of those injured rose to 50": how far before the figure the word for the whole may stand.
_WHOLE_BACK = 30
_words = partial(load_words, "en", "tallies", "words")


class Act(msgspec.Struct, frozen=True):
    """What a count counts: the name of a tally of the table, or else a lemma; and the word that says so."""

    name: str
    word: int
    known: bool = True


class Tally(msgspec.Struct, frozen=True):
    """A count of a wording: the act it counts, whom or what (empty where left out), and the countries that narrow it.

    `acted` holds the lemmas of the act's other arguments ("signed a petition"). `known` is true where the act is one of
    the table of tallies. `newer` is true where the words beside it say that it is the later value, `revised` where
    they say that it was put right.
    """

    side: Side
    act: str
    counted: str
    scope: frozenset[str]
    acted: frozenset[str]
    known: bool
    newer: bool
    revised: bool

    @property
    def value(self) -> Value:
        """The count as it was read."""
        if self.side.unit.value is None:
            raise ValueError("a tally has a value")
        return self.side.unit.value


@cache
def _acts() -> Mapping[str, str]:
    table = load_table("en", "tallies")["acts"]
    return {word: act for act, words in table.items() for word in words.split()}


@cache
def _phrases(table: str) -> Mapping[str, str]:
    return {phrase: act for act, phrases in load_table("en", "tallies")[table].items() for phrase in phrases}


def _told_in(phrases: Iterator[str], table: str = "phrases") -> str | None:
    """The first tally that one of some phrases tells."""
    return next((_phrases(table)[phrase] for phrase in phrases if phrase in _phrases(table)), None)


def find_tallies(wordings: Sequence[Wording], since: date | None) -> list[Tally]:
    """Return the tallies of all wordings in their order. `since` is the day of the first report, None if unknown."""
    return [
        tally
        for number, wording in enumerate(wordings)
        for value in wording.values
        if (tally := _tally_of(number, wording, value)) is not None
        and not looks_back(wording, value.first, since, _SUDDEN_BACK if tally.act in _words("sudden") else _BACK)
    ]


def _tally_of(number: int, wording: Wording, value: Value) -> Tally | None:
    quantity = value.quantity
    if quantity is None or quantity.value is None:
        return None
    unit = unit_of(value)
    hub = noun_of(wording, unit)
    if quantity.kind != "count" and not (quantity.kind == "ordinal" and _counts_so_far(wording, unit, hub)):
        return None
    if is_no_whole(wording, unit, hub):
        return None
    act = _act_of(wording, unit, hub)
    if act is not None and hub is not None and _is_added(wording, unit, hub, act):
        return None
    if act is None or (act.name in _words("sudden") and _is_open(wording, act.word)) or _is_age(wording, unit, hub):
        return None
    return Tally(
        side=Side(number, unit),
        act=act.name,
        counted=_counted(wording, hub) if hub is not None else "",
        scope=_scope(wording, unit, hub),
        acted=frozenset(_arguments(wording, act.word, hub if hub is not None else top_of(wording, unit))),
        known=act.known,
        newer=tells_newer(wording, unit, act.word, "newer"),
        revised=tells_newer(wording, unit, act.word, "revised"),
    )


def tells_newer(wording: Wording, unit: Unit, governor: int, how: str) -> bool:
    """Return whether words beside a figure tell that it is the later one ("newer"), or was put right ("revised")."""
    beside = (*range(max(0, unit.first - 3), unit.first), governor)
    return any(wording.lemma[i] in _words(how) for i in beside)


def _counts_so_far(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Whether an ordinal tells how many there are by now: "a fifth pupil has died", "the third person to die"."""
    if hub is None or hub < unit.end or not is_of_people(wording.lemma[hub]):
        return False
    articles = [wording.lemma[i] for i in wording.children[hub] if wording.dep[i] == "det"]
    to_do = (i for i in wording.children[hub] if wording.dep[i] == "relcl" and wording.tag[i] == "VB")
    return articles in (["a"], ["an"]) or (articles == ["the"] and any(to_do))


def act_of(wording: Wording, unit: Unit) -> Act | None:
    """Return what a count counts, and the word that says so; None where nothing does."""
    return _act_of(wording, unit, noun_of(wording, unit))


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


def is_no_whole(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Whether a count is a part, an addition, a rate or compared with: "ten of whom", "an additional 20", "a day"."""
    top = top_of(wording, unit)
    before = [wording.lemma[i] for i in range(max(0, unit.first - 2), unit.first)]
    after = [wording.lemma[i] for i in range(unit.end, min(len(wording), unit.end + 2))]
    if before[-1:] == ["than"] and before[-2:-1] not in (["more"], ["less"], ["few"], ["fewer"]):
        return True
    if _words("added") & set(before) and before != ["more", "than"]:
        return True
    if after[:1] == ["more"] or (after[:1] == ["of"] and bool(_words("those") & set(after[1:]))):
        # "Ten of those who climbed in" are no part of somebody told of before.
        return not (after[1:] == ["those"] and any(wording.dep[i] == "relcl" for i in wording.children[unit.end + 1]))
    end = (hub if hub is not None else unit.end - 1) + 3
    around = {wording.lemma[i] for i in range(max(0, unit.first - 2), min(len(wording), end))}
    if _words("rate") & around or wording.is_denied(top):
        return True
    above = wording.above(hub if hub is not None else top, 2)
    return any(wording.lemma[i] in _words("part") for i in above)


def _is_age(wording: Wording, unit: Unit, hub: int | None) -> bool:
    """Whether a bare number tells how old somebody is: "his wife Zeliha, thirty-nine, was dead", "a woman of 60"."""
    before = unit.first - 1
    if hub is not None or before < 1:
        return False
    if wording.word(before) == "of" and wording.tag[before - 1] == "NN" and is_of_people(wording.lemma[before - 1]):
        return True
    commas = all(i < len(wording) and wording.word(i) == "," for i in (before, unit.end))
    return commas and wording.pos[before - 1] in ("NOUN", "PROPN")


def _is_open(wording: Wording, verb: int) -> bool:
    """Whether an act may have been, or is still to come."""
    return any(
        wording.dep[child] == "aux" and wording.lemma[child] in _words("open") for child in wording.children[verb]
    )


def _act_of(wording: Wording, unit: Unit, hub: int | None) -> Act | None:
    """What a count counts, and the word that says so; None where nothing does."""
    index = hub if hub is not None else top_of(wording, unit)
    if hub is not None and hub in wording.children[wording.head[hub]] and wording.head[wording.head[hub]] in unit.range:
        index = top_of(wording, unit)  # "forty of the passengers were killed"
    # "Seventeen of the injured were still in hospital" counts those who were in hospital.
    beside = [] if hub is None or _is_of_the(wording, unit, hub) else [hub]
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


def _is_added(wording: Wording, unit: Unit, hub: int, act: Act) -> bool:
    """Whether those of one tally now count for another: "two of the wounded have died"."""
    before = tally_named(wording, hub) if _is_of_the(wording, unit, hub) else None
    return before not in (None, act.name) and act.name not in _words("passing")


def _is_of_the(wording: Wording, unit: Unit, hub: int) -> bool:
    """Whether a count is of some of those told of: "seventeen of the injured"."""
    known = any(wording.lemma[i] == "the" for i in wording.children[hub])
    return known and unit.end < hub and wording.word(unit.end) == "of"


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
    """The act of the verb whose subject or object a count is."""
    name = tally_named(wording, verb)
    if wording.pos[verb] == "ADJ" and wording.dep[index] in _SUBJECTS and name is not None:
        return Act(name, verb)  # "left 23 inmates dead"
    if wording.pos[verb] not in ("VERB", "AUX") or _is_doubted(wording, verb):
        return None
    reached = wording.dep[index] == "dobj" and wording.lemma[verb] in _words("reaching")
    whole = wording.subject_of(verb) if wording.dep[index] == "attr" or reached else None
    if whole is not None and wording.lemma[whole] in _words("whole"):
        return _named_by(wording, whole, verb)  # "the death toll is now 36", "has reached 31"
    if whole is not None and not reached and (told := tally_named(wording, whole)) is not None:
        return Act(told, verb)  # "the dead are 21"
    if wording.dep[index] == "attr" and whole is not None and not _may_be_counted(wording, whole):
        return None  # "the time was twenty to nine"
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


def _may_be_counted(wording: Wording, index: int) -> bool:
    """Whether what a word stands for can be so many: people, a tally, or what a pronoun stands for."""
    named = tally_named(wording, index) is not None or is_of_people(wording.lemma[index])
    return named or wording.pos[index] not in ("NOUN", "PROPN")


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
    """The act that a word for the whole is of: "the death toll", "the number of those injured"."""
    for words in (list(_below(wording, whole)), range(whole + 1, verb), range(len(wording))):
        names = {name for i in words if (name := tally_named(wording, i)) is not None}
        if len(names) == 1:
            return Act(names.pop(), verb)
    return Act("dead", verb) if wording.lemma[whole] == "toll" else None


def tally_named(wording: Wording, index: int) -> str | None:
    """Return the tally that a word names, None if it names none."""
    if wording.pos[index] not in ("VERB", "NOUN", "ADJ"):
        return None
    name = _acts().get(wording.lemma[index]) or _acts().get(wording.word(index).casefold())
    # A "rescue crew" is not rescued.
    return None if wording.dep[index] == "compound" and name != "dead" else name


def is_of_people(noun: str) -> bool:
    """Return whether a noun can stand for persons, by its senses."""
    senses = load_senses()
    return not set(senses.word("person").senses).isdisjoint(senses.line(noun))


def _counted(wording: Wording, hub: int) -> str:
    lemma = wording.lemma[hub]
    known = find_known(wording.word(hub))
    is_people = known is not None and known.kind == "people"
    return PEOPLE if is_people or lemma in _words("people") or lemma in _acts() else lemma


def _scope(wording: Wording, unit: Unit, hub: int | None) -> frozenset[str]:
    """The countries of the words around a count and its noun ("British people", "consumers in the United States")."""
    words = set(range(unit.end, (hub if hub is not None else unit.end - 1) + 1))
    for child in wording.children[hub] if hub is not None else ():
        if wording.dep[child] in ("amod", "compound", "nmod", "poss"):
            words.add(child)
        elif wording.dep[child] == "prep":
            words.update(_below(wording, child))
    if hub is not None and hub + 1 < len(wording) and wording.dep[hub + 1] == "prep":
        words.update(_below(wording, hub + 1))
    return frozenset(country for index in words if (country := _country_at(wording, index)) is not None)


def _country_at(wording: Wording, index: int) -> str | None:
    value = wording.value_at.get(index)
    named = value is not None and value.mention is not None
    known = find_known(wording.words(value.first, value.end) if value is not None and named else wording.word(index))
    return known.country if known is not None and known.kind in ("country", "people") else None


def _below(wording: Wording, index: int) -> Iterator[int]:
    level = [index]
    for _ in range(_STEPS):
        level = [child for each in level for child in wording.children[each]]
        yield from level


def _arguments(wording: Wording, verb: int, counted: int) -> Iterator[str]:
    """The lemmas of what else hangs on the act: what was signed, what was cancelled."""
    for child in wording.children[verb]:
        if child != counted and wording.dep[child] in (*_SUBJECTS, *_OBJECTS, "agent") and wording.is_content[child]:
            yield wording.lemma[child]
