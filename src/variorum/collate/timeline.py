"""What happened and when, according to which reports.

An event is a clause with a date that its verb takes. Datings of one happening are one event, with a reading for each
report; datings of one happening that differ stay events of their own (a finding says that they conflict).
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.model.annotations import Time
from variorum.model.record import Event
from variorum.model.report import Report
from variorum.model.span import Place, Span
from variorum.text.tree import Tree

# A point in time that can stand in a timeline: a year, a month, a week, a day, an hour; no season or decade, no
# PRESENT_REF, nothing underspecified.
_POINT = re.compile(r"^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d)?)?)?)?$")
# Two clauses with the same date tell the same happening above this cosine of their sentences; with only a month or a
# year in common they must be more alike.
_ALIKE_SAME_DAY = 0.25
_ALIKE_SAME_MONTH = 0.4
_MIN_WORDS = 4


class Dating(msgspec.Struct, frozen=True, order=True):
    """A clause of one report and the date that it gives."""

    date: str
    sentence: Sentence
    start: int
    end: int


def make_timeline(storyline: Storyline, likeness: Likeness) -> list[Event]:
    """Return the dated events of a storyline in the order of their dates, less exact dates first."""
    datings = sorted({dating for report in storyline.reports for dating in find_datings(storyline, report, likeness)})
    by_date: dict[str, list[Dating]] = defaultdict(list)
    for dating in datings:
        by_date[dating.date].append(dating)
    groups = [group for date in sorted(by_date) for group in _fold_alike(by_date[date], likeness)]
    return [_event(storyline, group, likeness) for group in groups]


def find_datings(storyline: Storyline, report: Report, likeness: Likeness) -> Iterator[Dating]:
    """Yield the dated clauses of a report."""
    tree = storyline.trees[report.id]
    for time in report.layers.times or ():
        sentence = likeness.sentence_at(report.id, time.start)
        if time.type not in ("DATE", "TIME") or not _POINT.match(time.value) or sentence is None:
            continue
        clause = _clause_of(tree, time, sentence) if tree is not None else sentence.span
        if clause is not None and len(report.text[clause.start : clause.end].split()) >= _MIN_WORDS:
            yield Dating(time.value, sentence, clause.start, clause.end)


def _clause_of(tree: Tree, time: Time, sentence: Sentence) -> Span | None:
    """The clause whose verb takes the time, the sentence where it cannot stand alone, None without a verb."""
    verb = verb_of(tree, Span(time.start, time.end))
    if verb is None:
        return None
    label = tree.tokens.dep[verb]
    clause, subject = tree.phrase(verb), tree.subject_of(verb)
    # A relative clause or an infinitive means nothing without the words that it hangs on.
    alone = label in ("advcl", "ccomp", "parataxis") and subject is not None and tree.tokens.head[subject] == verb
    alone = alone and not any(tree.tokens.tag[child] == "TO" for child in tree.children_by(verb, "aux"))
    if not alone or clause.start < sentence.start or clause.end > sentence.end:
        return sentence.span
    return Span(_without_mark(tree, verb, clause), clause.end)


def _without_mark(tree: Tree, verb: int, clause: Span) -> int:
    """Where a clause starts without the conjunction that joins it ("as", "after", "since") and commas."""
    joined = {*tree.children_by(verb, "mark"), *tree.children_by(verb, "punct")}
    return next((tree.tokens.start[word] for word in tree.words_in(clause) if word not in joined), clause.start)


def verb_of(tree: Tree, time: Span) -> int | None:
    """Return the verb that takes a time: none for "the July deal" or "this year's summit", whose time is the noun's."""
    words = tree.words_in(time)
    if not words:
        return None
    top = min(words, key=lambda index: (sum(1 for _ in tree.ancestors(index)), index))
    if tree.tokens.dep[top] in ("poss", "compound", "nmod", "amod", "nummod"):
        return None
    return next((above for above in tree.ancestors(top) if tree.tokens.pos[above] in ("VERB", "AUX")), None)


def _fold_alike(datings: Sequence[Dating], likeness: Likeness) -> list[list[Dating]]:
    """Datings with one date in groups that tell the same happening, each group in text order."""
    least = _ALIKE_SAME_DAY if len(datings[0].date) >= 10 else _ALIKE_SAME_MONTH
    group_of: dict[Sentence, list[Dating]] = {}
    for dating in datings:
        mine = group_of.setdefault(dating.sentence, [])
        mine.append(dating)
        for near in likeness.nearest(dating.sentence, least):
            other = group_of.get(near, mine)
            if other is not mine:
                mine.extend(other)
                group_of.update({each.sentence: mine for each in other})
    return sorted(sorted(group) for group in {id(group): group for group in group_of.values()}.values())


def _event(storyline: Storyline, group: Sequence[Dating], likeness: Likeness) -> Event:
    shown = _most_telling(storyline, group, likeness)
    readings = tuple(Place(report=each.sentence.report, start=each.start, end=each.end) for each in sorted(group))
    text = storyline.words(shown.sentence.report, Span(shown.start, shown.end))
    key = "\n".join(f"{shown.date} {place.report} {place.start}" for place in readings)
    return Event(
        id="event-" + hashlib.sha256(key.encode()).hexdigest()[:10], date=shown.date, text=text, readings=readings
    )


def _most_telling(storyline: Storyline, group: Sequence[Dating], likeness: Likeness) -> Dating:
    """The dating most like the others of its group; of equals the earliest in a report that is no copy."""
    return min(
        group,
        key=lambda each: (
            -round(sum(likeness.between(each.sentence, other.sentence) for other in group), 6),
            storyline.roots[each.sentence.report] != each.sentence.report,
            each.sentence.index,
            each,
        ),
    )
