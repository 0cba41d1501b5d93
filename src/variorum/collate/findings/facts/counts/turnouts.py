"""Which share of the voters voted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.differences import top_of, unit_of
from variorum.collate.findings.facts.counts.counts import exclude_counts
from variorum.collate.findings.facts.counts.days import day_of_story, other_days
from variorum.collate.findings.facts.fact import Fact, Relation
from variorum.collate.findings.facts.measures.measures import told_again
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known

_words = partial(load_words, "en", "counts", "turnouts")
# Words behind a share among which the voters stand.
_NEAR = 4


def find_turnouts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield the shares of voters who voted, and where a report tells another report's: "first put at 61 percent"."""
    turnouts = list(_turnouts(wordings))
    yield from turnouts
    yield from told_again(wordings, turnouts)


def _turnouts(wordings: Sequence[Wording]) -> Iterator[Fact]:
    story = day_of_story(wordings)
    for number, wording in enumerate(wordings):
        if _is_early(wording):
            continue
        shares = [each for each in wording.values if each.quantity is not None and each.quantity.kind == "percent"]
        whose = _voters_of(wording, shares[0]) if len(shares) == 1 else None
        if whose is not None:
            # "The highest since 1998" tells of now.
            dated = [v for v in wording.values if "since" not in wording.lemma[max(0, v.first - 1) : v.end]]
            yield Fact(f"{whose} {other_days(dated, story)}", Side(number, unit_of(shares[0])))


def _is_early(wording: Wording) -> bool:
    """Whether a sentence tells of a poll, or of a count or a vote that goes on: "by 4 p.m.", "with half counted"."""
    hours = (value.time for value in wording.values if value.time is not None)
    return bool(_words("early") & {*wording.lemma}) or any(time.type == "TIME" and "T" in time.value for time in hours)


def _voters_of(wording: Wording, value: Value) -> str | None:
    """Whose turnout a share is, empty for all voters; None for other shares, and for how much a turnout changed."""
    index = top_of(wording, unit_of(value))
    verb = wording.verb_above(index)
    around = {wording.lemma[verb], *(wording.lemma[i] for i in wording.children[verb])}
    reached = wording.dep[index] == "pobj" and wording.lemma[wording.head[index]] in ("to", "at")
    if around & _words("changing") and not reached:
        return None
    subject = wording.subject_of(verb)
    if subject is not None and wording.lemma[subject] in _words("turnout"):
        return _electorate(wording, subject)
    voters = [
        i
        for i in range(value.end, min(len(wording), value.end + _NEAR))
        if wording.lemma[i] in _words("voters") and wording.pos[i] == "NOUN"
    ]
    acts = {wording.lemma[verb], *(wording.lemma[i] for i in wording.children[verb] if wording.dep[i] == "dobj")}
    return _electorate(wording, voters[0]) if voters and acts & _words("voting") else None


def _electorate(wording: Wording, noun: int) -> str:
    """Who votes, by what narrows a turnout or voters, and by the states that the sentence names."""
    whose = (i for i in wording.children[noun] if wording.dep[i] in ("amod", "compound", "poss"))
    found = {wording.key[i] for i in whose if wording.lemma[i] not in _words("voters") | _words("plain")}
    named = (wording.words(value.first, value.end) for value in wording.values if value.mention is not None)
    found.update(fold(name) for name in named if (known := find_known(name)) is not None and known.kind == "state")
    return " ".join(sorted(found))


TURNOUT_RELATIONS: tuple[Relation, ...] = (Relation("turnouts", "figure", find_turnouts, exclude_counts),)
