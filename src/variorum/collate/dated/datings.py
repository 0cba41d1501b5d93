"""The dated clauses of a report: which words tell a happening, which verb and parties, and when it was.

A time dates the verb that takes it. What is a noun's own ("the July deal"), a bound ("since 1998") or a comparison, the
stamp of a page ("Last updated at 12:42"), or gainsaid by the tense of its clause ("will open" of a day gone by) dates
nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date as date_type
from datetime import timedelta
from functools import partial

import msgspec

from variorum.collate.dated.clauses import clause_of
from variorum.collate.dated.stamps import is_stamp
from variorum.collate.furniture import lead_in, speaks_to_reader
from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.collate.told.telling import is_caption, is_said
from variorum.lang.tables import load_table, load_words
from variorum.model.annotations import Time
from variorum.model.report import Report
from variorum.model.span import EntityId, Span
from variorum.text.tree import Tree

# A point in time that can stand in a timeline: a year, a month, a week, a day, an hour; no season or decade, no
# PRESENT_REF, nothing underspecified.
_POINT = re.compile(r"^\d{4}(-\d\d(-\d\d(T[01]\d|T2[0-3])?(:\d\d)?)?)?$")
_MIN_WORDS = 4
_DAY, _YEAR = len("2026-03-10"), len("2026")
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "to"})
_MODAL = frozenset({"would", "could", "should", "may", "might", "can", "must"})
# "Was expected on Friday" looks ahead, past as it is.
_PLANNED = frozenset({"expect", "schedule", "plan", "slate", "set", "due"})
# Words that point at a day told elsewhere, and are read as the day of the report.
_POINTING = frozenset({"day", "time", "moment", "night", "hour", "date"})
_UNITS = frozenset({"year", "month", "week"})
_PAST_UNIT = len(("the", "past", "year"))
_TOLD_WITH = ("conj", "advcl", "ccomp")
_CORE = ("nsubj", "nsubjpass", "dobj", "agent")
_QUOTE = re.compile("[\"“”]|''")
_words = partial(load_words, "en", "datings")


class Dating(msgspec.Struct, frozen=True, order=True):
    """A clause of one report and the date that it gives.

    `verb` is the lemma of what happened, `verbs` are those of all that the clause tells with it, `parties` its subject
    and object (entities across reports, else lemmas of nouns), `around` the entities that hang on the verb in other
    ways ("arrived in Washington"). `is_leaning` where the clause opens with a word that means nothing without the
    sentence before, `is_ahead` where it tells a plan, `is_denied` where it tells what was not; `tells_day` is false
    where only the hour is told and the day is taken from elsewhere.
    """

    date: str
    sentence: Sentence
    start: int
    end: int
    verb: str = ""
    verbs: tuple[str, ...] = ()
    parties: tuple[EntityId | str, ...] = ()
    is_leaning: bool = False
    tells_day: bool = True
    around: tuple[EntityId, ...] = ()
    is_ahead: bool = False
    is_denied: bool = False


def find_datings(storyline: Storyline, report: Report, likeness: Likeness) -> Iterator[Dating]:
    """Yield the dated clauses of a report."""
    tree = storyline.trees[report.id]
    times = [each for each in report.layers.times or () if each.type in ("DATE", "TIME") and _POINT.match(each.value)]
    if tree is None:
        for time in times:
            sentence = likeness.sentence_at(report.id, time.start)
            if sentence is not None and _is_long(report, sentence.span):
                yield Dating(time.value, sentence, sentence.start, sentence.end)
        return
    reader = _Reader(storyline, report, tree, times)
    by_act: dict[tuple[Sentence, str], list[_Told]] = defaultdict(list)
    for time, date in _joined(tree, times):
        sentence = likeness.sentence_at(report.id, time.start)
        made = None if sentence is None else reader.read(time, date, sentence)
        if made is not None and _is_long(report, Span(made.start, made.end)):
            by_act[made.sentence, made.verb].append(_Told(made, _is_aside(report, time, made.sentence)))
    for told in by_act.values():
        yield from (each.dating for each in told if not _is_told_better(each, told))


class _Told(msgspec.Struct, frozen=True):
    """A dating and whether its time stands in brackets."""

    dating: Dating
    is_aside: bool


def _is_aside(report: Report, time: Time, sentence: Sentence) -> bool:
    before = report.text[sentence.start : time.start]
    return before.count("(") > before.count(")")


def _is_told_better(one: _Told, told: Sequence[_Told]) -> bool:
    """Whether its sentence dates one act more exactly ("on 7 February at 8:34"), or by the clock of another zone.

    Of "9 a.m. Sunday (7:30 p.m. ET Saturday)" the first is meant.
    """
    date = one.dating.date
    if any(
        each.dating.date != date and each.dating.date.startswith(date) and "/" not in each.dating.date for each in told
    ):
        return True
    clocks = [each for each in told if len(each.dating.date) > _DAY and "/" not in each.dating.date]
    return one.is_aside and one in clocks and one is not clocks[0]


def _is_long(report: Report, span: Span) -> bool:
    return len(report.text[span.start : span.end].split()) >= _MIN_WORDS


def _names_day(report: Report, time: Time) -> bool:
    """Whether the words of a time name its day ("late on Tuesday", "this morning") and not only the hour ("6 a.m.")."""
    words = re.findall(r"[^\W\d_]{4,}", report.text[time.start : time.end])
    return "T" not in time.value or any(
        word[0].isupper() or "day" in word or "night" in word or word == "this" for word in words
    )


def _is_at_odds(report: Report, time: Time) -> bool:
    """Whether a time names another weekday than that of its date ("Saturday, Dec. 31, 2017"): one of them is wrong."""
    if len(time.value) < _DAY or time.value[_DAY : _DAY + 1] not in ("", "T"):
        return False
    names = load_table("en", "times")["valued"]["weekday"]
    told = [
        names[word] for word in re.findall(r"[a-z]+", report.text[time.start : time.end].casefold()) if word in names
    ]
    return bool(told) and date_type.fromisoformat(time.value[:_DAY]).isoweekday() != told[0]


def _joined(tree: Tree, times: Sequence[Time]) -> Iterator[tuple[Time, str]]:
    """The times with their dates; two that "between" or "from … to" joins are one, dated from the one to the other."""
    at = 0
    while at < len(times):
        time, following = times[at], times[at + 1] if at + 1 < len(times) else None
        if following is not None and _is_stretch(tree, time, following):
            yield time, f"{time.value}/{following.value}"
            at += 2
            continue
        yield time, time.value
        at += 1


def _is_stretch(tree: Tree, one: Time, other: Time) -> bool:
    words, further = (tree.words_in(Span(time.start, time.end)) for time in (one, other))
    if not words or not further or words[0] == 0 or further[0] - words[-1] != 2:
        return False
    pair = (tree.word(words[0] - 1).casefold(), tree.word(words[-1] + 1).casefold())
    return pair in {("between", "and"), ("from", "to")} and one.value < other.value


class _Reader:
    """Reads what the times of one report date."""

    def __init__(self, storyline: Storyline, report: Report, tree: Tree, times: Sequence[Time]) -> None:
        self.storyline = storyline
        self.report = report
        self.tree = tree
        self.times = times
        self.published = (report.published or "")[:_DAY]
        self.mention_at = storyline.mention_at(report.id)

    def read(self, time: Time, date: str, sentence: Sentence) -> Dating | None:
        """Return what a time dates; None where it dates nothing."""
        verb = (
            None
            if self._is_pointing(time) or _is_at_odds(self.report, time)
            else self.tree.verb_over(Span(time.start, time.end))
        )
        if verb is None or self._is_apart(time, verb) or not self._is_sentence(sentence):
            return None
        if is_caption(self.tree, sentence.span) or self._is_of_speaker(sentence) or self._is_refusal(verb):
            return None
        if is_stamp(self.report.text, time, sentence.span) or self._is_of_saying(verb, sentence):
            return None
        if self._is_gainsaid(verb, date, self._latest(time, date)):
            return None
        tells_day = _names_day(self.report, time) or date[:_DAY] in self._days_of(sentence)
        if not tells_day and not self._is_day_near(sentence, date[:_DAY]):
            return None
        clause = self._clause(verb, time, sentence)
        if not any(self.tree.tokens.pos[word] in ("VERB", "AUX") for word in self.tree.words_in(clause)):
            return None
        return Dating(
            date=date,
            sentence=sentence,
            start=clause.start,
            end=clause.end,
            verb=self.tree.tokens.lemma[verb].casefold(),
            verbs=tuple(sorted(set(self._verbs(verb, time)))),
            parties=tuple(sorted(set(self._parties(verb)))),
            is_leaning=self._is_leaning(clause),
            tells_day=tells_day,
            around=tuple(sorted(set(self._around(verb)))),
            is_ahead=self._is_ahead(verb, time),
            is_denied=self._is_denied(verb),
        )

    def _days_of(self, sentence: Sentence) -> set[str]:
        """The days that a sentence names."""
        inside = (time for time in self.report.layers.times or () if sentence.start <= time.start < sentence.end)
        return {time.value[:_DAY] for time in inside if len(time.value) >= _DAY and _names_day(self.report, time)}

    def _is_day_near(self, sentence: Sentence, day: str) -> bool:
        """Whether an hour without a day can be of `day`: that of the report, or one that the paragraph names before."""
        start = self.report.text.rfind("\n", 0, sentence.start) + 1
        times = self.report.layers.times or ()
        before = (time.value[:_DAY] for time in times if start <= time.start < sentence.start)
        return day == self.published or day in before

    def _is_pointing(self, time: Time) -> bool:
        """Whether a time is "the day", "that night", of a day told elsewhere, or "the past year", of no one date.

        "Earlier this year" dates nothing either: it says that something was not long ago.
        """
        words = self.tree.words_in(Span(time.start, time.end))
        told = [self.tree.word(word).casefold() for word in words]
        if len(time.value) == _YEAR and told[-2:] == ["this", "year"]:
            return True
        if len(told) == _PAST_UNIT and told[0] == "the" and told[1] in ("last", "past") and told[2] in _UNITS:
            return True
        rest = [word for word in words if self.tree.tokens.pos[word] != "DET"]
        return len(rest) == 1 and len(words) > 1 and self.tree.tokens.lemma[rest[0]].casefold() in _POINTING

    def _is_apart(self, time: Time, verb: int) -> bool:
        """Whether a time is not that of `verb`: a bound ("since 1998"), a noun's own ("of the year"), or compared with.

        "The worst accident since 2009, when 23 people died" tells of 2009 as well.
        """
        words = self.tree.words_in(Span(time.start, time.end))
        heads = [self.tree.tokens.head[word] for word in words if self.tree.tokens.head[word] not in words]
        if self._is_nowadays(words, verb) or self._is_of_far_noun(words, verb):
            return True
        told = any(self.tree.children_by(word, "relcl") for word in words)
        bounds = _words("bounding") if "T" in time.value else _words("bounding") | _words("limiting")
        for head in heads:
            if self.tree.tokens.pos[head] not in ("ADP", "SCONJ"):
                continue
            above = self.tree.tokens.pos[self.tree.tokens.head[head]]
            if self.tree.word(head).casefold() in bounds and not told:
                return True
            if above in ("NOUN", "ADJ", "PROPN") and self.tree.word(head).casefold() in _words("owning"):
                return True
        return not told and self._is_compared(words, verb)

    def _is_of_far_noun(self, words: Sequence[int], verb: int) -> bool:
        """Whether a time hangs on a noun, and other verbs stand between it and the one that the parse gives it.

        "The tour matters to a house that was built after a war and its declaration last December" tells nothing else
        of December.
        """
        tokens = self.tree.tokens
        top = min(words, key=lambda word: (sum(1 for _ in self.tree.ancestors(word)), word))
        between = range(verb + 1, words[0])
        return tokens.pos[tokens.head[top]] == "NOUN" and any(tokens.pos[word] == "VERB" for word in between)

    def _is_of_speaker(self, sentence: Sentence) -> bool:
        """Whether a sentence is somebody's, who is named before it, and says "we" or "I"."""
        words = self.report.text[sentence.start : sentence.end]
        return speaks_to_reader(words) and is_said(self.storyline, sentence)

    def _is_refusal(self, verb: int) -> bool:
        """Whether a clause tells that somebody gave no answer: "could not be reached on Sunday"."""
        return self._is_denied(verb) and self.tree.tokens.lemma[verb].casefold() in _words("answering")

    def _is_nowadays(self, words: Sequence[int], verb: int) -> bool:
        """Whether "today" tells what is so these days: "the port is today the country's biggest"."""
        tokens = self.tree.tokens
        if [self.tree.word(word).casefold() for word in words] != ["today"] or tokens.dep[words[0]].startswith("nsubj"):
            return False
        is_state = tokens.lemma[verb].casefold() == "be" and bool(self.tree.children_by(verb, "attr", "acomp"))
        return is_state and tokens.tag[verb] in ("VBZ", "VBP")

    def _is_compared(self, words: Sequence[int], verb: int) -> bool:
        """Whether what a time belongs to is compared with something: "rose compared to 2015", "up from 70 in May"."""
        for word in [*self._between(words, verb), verb]:
            lemma, label = self.tree.tokens.lemma[word].casefold(), self.tree.tokens.dep[word]
            if lemma in _words("comparing") and (word != verb or label in ("prep", "advcl", "acl", "amod")):
                return True
            moved = word > 0 and self.tree.word(word - 1).casefold() in _words("moved")
            if word != verb and moved and lemma == "from":
                return True
        return False

    def _is_of_saying(self, verb: int, sentence: Sentence) -> bool:
        """Whether a time dates who said it, and not what happened: "The ferry sank, the owner said on Wednesday"."""
        if self.tree.tokens.lemma[verb].casefold() not in load_words("en", "relations", "saying"):
            return False
        for word in self.tree.children_by(verb, "ccomp"):
            is_quoted = _QUOTE.search(self.report.text, sentence.start, self.tree.tokens.start[word]) is not None
            is_state = self.tree.tokens.lemma[word].casefold() in ("be", "have")
            heads = (word, *self.tree.children_by(word, "aux", "auxpass"))
            if (
                word < verb
                and not is_quoted
                and not is_state
                and any(self.tree.tokens.tag[each] == "VBD" for each in heads)
            ):
                return True
        return False

    def _between(self, words: Sequence[int], verb: int) -> Iterator[int]:
        """The words over a time below its verb."""
        for word in self.tree.ancestors(words[0]):
            if word == verb:
                return
            yield word

    def _is_sentence(self, sentence: Sentence) -> bool:
        """Whether a sentence is one: a caption or a head line without a finite verb dates nothing."""
        tags = (self.tree.tokens.tag[word] for word in self.tree.words_in(sentence.span))
        return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)

    def _latest(self, time: Time, date: str) -> str:
        """The last day of which a report can tell in the past: the morrow of its date, where it has begun elsewhere.

        "Tomorrow" is no such day, nor does a stretch of time begin on it.
        """
        words = self.report.text[time.start : time.end].casefold()
        if len(self.published) < _DAY or len(date) < _DAY or "/" in date or "tomorrow" in words:
            return self.published
        return (date_type.fromisoformat(self.published) + timedelta(days=1)).isoformat()

    def _is_gainsaid(self, verb: int, date: str, latest: str) -> bool:
        """Whether the tense of the clause cannot be of that date, seen from the day of the report."""
        ends = [each[: len(self.published)] for each in date.split("/")]
        if not self.published:
            return False
        aux = [word for word in self.tree.children[verb] if self.tree.tokens.dep[word] in ("aux", "auxpass")]
        marks = {self.tree.word(word).casefold() for word in aux}
        if marks & _AHEAD:
            return ends[-1] < self.published[: len(ends[-1])] and "have" not in marks
        if marks & _MODAL or self.tree.tokens.lemma[verb].casefold() in _PLANNED:
            return False
        if any(self.tree.tokens.tag[word] == "VBD" for word in (verb, *aux)):
            return ends[0][:_DAY] > latest[: len(ends[0])]
        # "Talks begin on Thursday": what is told in the present of a day lies ahead; "a shot is fired" is a caption.
        shown = any(self.tree.tokens.tag[word] in ("VBZ", "VBP") for word in self.tree.children_by(verb, "auxpass"))
        is_present = self.tree.tokens.pos[verb] == "VERB" and (
            shown or self.tree.tokens.tag[verb] in ("VBZ", "VBP", "VB")
        )
        return is_present and len(ends[-1]) == _DAY and ends[-1] < self.published

    def _clause(self, verb: int, time: Time, sentence: Sentence) -> Span:
        """The words of a sentence that tell what its time dates."""
        inside = [each for each in self.times if sentence.start <= each.start < sentence.end and each is not time]
        others = [Span(each.start, each.end) for each in inside if each.value != time.value]
        found = clause_of(self.tree, verb, Span(time.start, time.end), sentence.span, others)
        # "LOS ANGELES (Reuters) - " is no part of what happened.
        news = found.start + lead_in(self.report.text[found.start : found.end])
        return Span(news, found.end) if news <= time.start else found

    def _verbs(self, verb: int, time: Time) -> Iterator[str]:
        """The lemma of a verb and of those joined to it: "people died after the ferry had capsized and sunk"."""
        tokens = self.tree.tokens
        above = tokens.head[verb] if tokens.dep[verb] in _TOLD_WITH else verb
        joined = [*self.tree.children_by(verb, *_TOLD_WITH), *self.tree.children_by(above, *_TOLD_WITH)]
        plans = [*self._told_of(time)]
        meant = [each for plan in plans for each in self.tree.children_by(plan, "xcomp")]
        for word in (verb, above, *joined, *plans, *meant):
            for each in (word, *self.tree.children_by(word, "conj")):
                if tokens.pos[each] == "VERB":
                    yield tokens.lemma[each].casefold()

    def _told_of(self, time: Time) -> Iterator[int]:
        """The verbs of clauses that hang on a time: "on Wednesday, where he is set to meet the king"."""
        for word in self.tree.words_in(Span(time.start, time.end)):
            yield from self.tree.children_by(word, "relcl")

    def _is_ahead(self, verb: int, time: Time) -> bool:
        """Whether a clause tells what is planned: "will open", "is set to open", "flies on Monday, when she is to"."""
        tokens = self.tree.tokens
        for word in (verb, *self._told_of(time)):
            helping = {self.tree.word(each).casefold() for each in self.tree.children_by(word, "aux", "auxpass")}
            if helping & _AHEAD or tokens.lemma[word].casefold() in _PLANNED:
                return True
        return False

    def _is_denied(self, verb: int) -> bool:
        """Whether a clause tells what was not: "did not fire", "did not try to fire"."""
        above = verb
        while self.tree.tokens.dep[above] == "xcomp":
            above = self.tree.tokens.head[above]
        return any(self.tree.children_by(word, "neg") for word in (verb, above))

    def _around(self, verb: int) -> Iterator[EntityId]:
        """The entities that hang on a verb by a preposition."""
        for preposition in self.tree.children_by(verb, "prep"):
            for word in self.tree.children_by(preposition, "pobj"):
                mention = self.mention_at.get(word)
                entity = None if mention is None else self.storyline.entity_of(self.report.id, mention.entity)
                if entity is not None:
                    yield entity

    def _parties(self, verb: int) -> Iterator[EntityId | str]:
        words = self.tree.children_by(verb, *_CORE)
        subject = self.tree.subject_of(verb)
        if self.tree.tokens.dep[verb] in ("relcl", "acl") and (
            subject is None or self.tree.tokens.pos[subject] == "PRON"
        ):
            subject = self.tree.tokens.head[verb]  # "the girls who were freed", "the girls freed"
        for word in [*words, *([subject] if subject is not None and subject not in words else [])]:
            if self.tree.tokens.dep[word] == "agent":
                words += self.tree.children_by(word, "pobj")
                continue
            mention = self.mention_at.get(word)
            entity = None if mention is None else self.storyline.entity_of(self.report.id, mention.entity)
            if entity is not None:
                yield entity
            elif self.tree.tokens.pos[word] == "NOUN":
                yield self.tree.tokens.lemma[word].casefold()

    def _is_leaning(self, clause: Span) -> bool:
        words = self.tree.words_in(clause)
        return bool(words) and self.tree.tokens.pos[words[0]] in ("PRON", "CCONJ", "SCONJ")
