"""How long ago, or before what the story tells, somebody did something new: "moved back 12 weeks ago".

Datings from the day of the report, which need no report to know its own day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from variorum.collate.compare.figures import compare_figures
from variorum.collate.differences import Unit
from variorum.collate.findings.facts.clauses import subject_meant
from variorum.collate.findings.facts.fact import Fact, Relation, Stated, always
from variorum.collate.findings.facts.measures.owners import is_somebody
from variorum.collate.findings.facts.named import is_person, last_word, name_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.tables import load_table, load_words
from variorum.model.annotations import Quantity

_words = partial(load_words, "en", "measures", "ago")
_SPANS = ("day", "week", "month", "year")


def _find(wordings: Sequence[Wording]) -> Iterator[Fact]:
    for number, wording in enumerate(wordings):
        if _words("back").isdisjoint(wording.lemma):
            continue
        for index in range(1, len(wording) - 1):
            count = wording.key[index - 1].removeprefix("#")
            if wording.lemma[index] in _SPANS and wording.lemma[index + 1] in _words("back") and count.isdigit():
                act, who = _act(wording, index)
                # Over years the same is done by several, as it was more than once by one.
                of = who or "?" if wording.lemma[index] == "year" else ""
                if act and of != "?":
                    side = Side(number, Unit(index - 1, index + 1, None))
                    yield Fact(f"{act} {wording.lemma[index]} {of}", side, f"{count} {who}")


def _act(wording: Wording, index: int) -> tuple[str, str]:
    """What was done so long ago, and the last name of who did it; no act for what was not done or is done often."""
    verb = wording.verb_above(index)
    if wording.lemma[index + 1] == "before" and wording.dep[verb] == "advcl":
        verb = wording.head[verb]  # "married three weeks before he was murdered"
    if wording.is_denied(verb) or wording.pos[verb] not in ("VERB", "AUX"):
        return "", ""
    acts = load_table("en", "measures")["acts-ago"]
    act = next((name for name, verbs in acts.items() if wording.lemma[verb] in verbs.split()), "")
    who = _who(wording, verb) if act else None
    return (act, who) if who is not None else ("", "")


def _who(wording: Wording, verb: int) -> str | None:
    """The last name of the one whose act a verb tells, empty for somebody not named; None for what is nobody.

    Of a house that is bought or a film that is released there may be several.
    """
    subject = subject_meant(wording, verb)
    if subject is None or wording.lemma[subject] == "it":
        return None
    name = name_at(wording, subject)
    if name is not None:
        return last_word(wording, name) if is_person(name) else None
    return "" if wording.pos[subject] == "PRON" or is_somebody(wording, subject) else None


def _are_two(one: Stated, other: Stated) -> bool:
    """Whether two spans differ by more than rounding, and not for two persons of two names."""
    (count, _, who), (count_other, _, who_other) = (each.fact.value.partition(" ") for each in (one, other))
    if who and who_other and who != who_other:
        return False
    figures = [Quantity(start=0, end=0, kind="count", value=float(each)) for each in (count, count_other)]
    return compare_figures(*figures).outcome == "differs"


LONG_AGO_RELATIONS: tuple[Relation, ...] = (Relation("how long ago", "figure", _find, _are_two, is_telling=always),)
