"""Acts that one report tells and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, partial

from variorum.collate.findings.facts.conditions.moods import may_deny
from variorum.collate.findings.facts.conditions.noun_acts import noun_act
from variorum.collate.findings.facts.conditions.predications import Predication, act_name, state_names
from variorum.collate.findings.facts.conditions.same_acts import are_of_one
from variorum.collate.findings.facts.conditions.stretches import side_of
from variorum.collate.findings.facts.fact import Fact, Stated
from variorum.collate.points import Wording
from variorum.lang.senses import load_senses
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "conditions", "words")


def find_acts(wordings: Sequence[Wording], all_told: Sequence[Predication]) -> Iterator[Fact]:
    """Yield what is told of each act that some sentence denies; `about` is one for all that tell of it."""
    by_name: dict[str, list[Predication]] = defaultdict(list)
    for told in all_told:
        # "Had a gun" is read with its states, "is under attack" is an act told by a noun.
        elsewhere = told.name in state_names() if told.noun is not None else _is_under(told.name)
        if told.name not in _words("saying") | _words("occurring") and not elsewhere:
            by_name[told.name].append(told)
    denying = {number for number, wording in enumerate(wordings) if may_deny(wording)}
    for name, alike in sorted(by_name.items()):
        if not any(told.wording in denying and told.claim == "denied" for told in alike):
            continue
        others = [told for other in sorted(_near(name) & by_name.keys() - {name}) for told in by_name[other]]
        firm = [told for told in (*alike, *others) if told.claim != "soft"]
        for group in _groups(wordings, firm, name):
            about = f"act {name} {group[0].wording} {group[0].word}"
            for told in group:
                if (voice := _voice(wordings, firm, group, told)) is not None:
                    yield Fact(about, side_of(wordings, told), f"{told.claim} {told.when} {voice}")


def _is_under(name: str) -> bool:
    return name.startswith("under_") and noun_act(name.removeprefix("under_")) is not None


@cache
def _near(name: str) -> frozenset[str]:
    """The other verbs that have a sense in common with one; of a verb that says little none."""
    if name in _words("light"):
        return frozenset()
    senses = load_senses()
    near = {act_name(word) for number in senses.word(name).senses for word in senses.sense(number).words}
    return frozenset(near - _words("light") - _words("saying"))


def _groups(wordings: Sequence[Wording], told: Sequence[Predication], name: str) -> Iterator[list[Predication]]:
    """The denials of one act, each with all that tell of it; denials of one act stand together."""
    groups: list[list[Predication]] = []
    for denial in (each for each in told if each.claim == "denied" and _is_whole(wordings, each)):
        if denial.name != name:
            continue
        beside = [each for each in told if each is not denial and are_of_one(wordings, denial, each)]
        if not beside:
            continue
        known = next((group for group in groups if denial in group), None)
        if known is None:
            groups.append([denial, *beside])
        else:
            known.extend(each for each in beside if each not in known)
    yield from groups


def _voice(
    wordings: Sequence[Wording], firm: Sequence[Predication], group: Sequence[Predication], told: Predication
) -> str | None:
    """In whose voice an act is told: the report's "own", "said", or "disputed" by somebody whose rivals are told too.

    None where a report tells it as somebody's words beside a denial, be it of whom it may: what it tells is that it is
    denied.
    """
    beside = group if told.way != "soft" else firm
    reports = wordings[told.wording].reports
    rivals = [each for each in beside if each.claim != told.claim and wordings[each.wording].reports & reports]
    if not rivals:
        return "said" if told.said else "own"
    if told.claim == "affirmed":
        return None if told.said and reports <= _reports(wordings, rivals) else "own"
    return "disputed" if told.said else "own"


def _reports(wordings: Sequence[Wording], told: Sequence[Predication]) -> frozenset[str]:
    return frozenset().union(*(wordings[each.wording].reports for each in told))


def _is_whole(wordings: Sequence[Wording], denial: Predication) -> bool:
    """Whether a denial holds for good: "has not been released" is over once it is."""
    if not denial.lasting or denial.name not in _words("coming"):
        return True
    wording = wordings[denial.wording]
    return any(wording.lemma[i] in ("never", "any") for i in range(len(wording)))


def acts_exclude(one: Stated, other: Stated) -> bool:
    """Return whether one of two facts tells an act of one time and the other denies it."""
    (way, when, voice), (way_other, when_other, voice_other) = one.fact.value.split(), other.fact.value.split()
    if {way, way_other} != {"affirmed", "denied"} or {voice, voice_other} == {"said", "disputed"}:
        return False
    # "Is selling it" tells of what is to come too.
    going_on = {when, when_other} == {"now", "ahead"} and _is_going_on(one if when == "now" else other)
    return when == when_other or "ever" in (when, when_other) or going_on


def _is_going_on(told: Stated) -> bool:
    """Whether an act is told in the progressive: "is selling it", "denied that it is being sold"."""
    wording, unit = told.wording, told.fact.side.unit
    last = max((i for i in unit.range if wording.pos[i] == "VERB"), default=unit.range[0])
    return wording.tag[last] == "VBG" or any(wording.word(i) == "being" for i in unit.range)
