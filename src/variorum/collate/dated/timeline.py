"""What happened and when, according to which reports.

An event is a clause with a date that its verb takes. Datings of one happening are one event, with a reading for each
report; where reports date one happening differently, the event stands under the date of most witnesses and each reading
keeps its own. A date that the tense of its clause gainsays is a wrong reading, and dates nothing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from variorum.collate.compare.words import relation_of_words
from variorum.collate.dated.datings import Dating, find_datings
from variorum.collate.findings.deciding.steps import are_two_steps
from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.lang.senses import near_words
from variorum.lang.tables import load_words
from variorum.model.record import Event, EventReading
from variorum.model.span import EntityId, ReportId, Span, StoryId

_Key = TypeVar("_Key")
# Two clauses with the same date tell the same happening above this cosine of their sentences, if their verbs can say
# the same; with only a month or a year in common, or with other verbs, they must be more alike.
_ALIKE_SAME_DAY = 0.25
_ALIKE_SAME_MONTH = 0.4
_ALIKE_OTHER_VERB = 0.35
# Two clauses of one verb and one party, or of one minute, share enough already.
_ALIKE_SAME_ACT = 0.1
# Verbs that tell of no happening by themselves.
_EMPTY = frozenset({"be", "have", "say", "tell"})
_OPENING = 12  # characters: no clause that is shown has fewer
_DAY = len("2026-03-10")
_YEAR = len("2026")


def make_timeline(storyline: Storyline, likeness: Likeness) -> list[Event]:
    """Return the dated events of a storyline in the order of their dates, less exact dates first."""
    found = {dating for report in storyline.reports for dating in find_datings(storyline, report, likeness)}
    datings = sorted(_on_told_days(storyline, sorted(found), likeness))
    by_date: dict[str, list[Dating]] = defaultdict(list)
    for dating in datings:
        by_date[dating.date].append(dating)
    groups = [group for date in sorted(by_date) for group in _fold_alike(storyline, by_date[date], likeness)]
    events = [_event(storyline, group, likeness) for group in _fold_happenings(storyline, groups, likeness)]
    return sorted(events, key=lambda event: (event.date, _first(event)))


def _on_told_days(storyline: Storyline, datings: Sequence[Dating], likeness: Likeness) -> Iterator[Dating]:
    """The datings, those that tell the hour alone on the day that others of the same hour tell, where it is one day."""
    told: dict[str, list[Dating]] = defaultdict(list)
    for dating in datings:
        if dating.tells_day and len(dating.date) > _DAY:
            told[dating.date[_DAY:]].append(dating)
    for dating in datings:
        hour = dating.date[_DAY:]
        if dating.tells_day or hour not in told:
            yield dating
            continue
        # A full hour is told of much, a minute of one thing.
        least = _ALIKE_SAME_DAY if hour.endswith(":00") else _ALIKE_SAME_ACT
        days = {
            other.date[:_DAY]
            for other in told[hour]
            if storyline.story_of(other.sentence.report) == storyline.story_of(dating.sentence.report)
            and likeness.between(dating.sentence, other.sentence) >= least
        }
        yield msgspec.structs.replace(dating, date=days.pop() + hour) if len(days) == 1 else dating


def _first(event: Event) -> tuple[ReportId, int, int]:
    return min((each.report, each.start, each.end) for each in event.readings)


def _fold_alike(storyline: Storyline, datings: Sequence[Dating], likeness: Likeness) -> list[list[Dating]]:
    """Datings with one date in groups that tell the same happening, each group in text order."""
    exact = len(datings[0].date)
    least = _ALIKE_SAME_MONTH if exact < _DAY else _ALIKE_SAME_DAY if exact == _DAY else _ALIKE_SAME_ACT
    verbs = _verbs_of(datings)
    group_of: dict[Sentence, list[Dating]] = {}
    first: dict[tuple[ReportId, str], Sentence] = {}
    for dating in datings:
        # A sentence that a report prints twice, as a caption does, tells no second happening.
        same = first.setdefault(
            (dating.sentence.report, storyline.words(dating.sentence.report, dating.sentence.span)), dating.sentence
        )
        mine = group_of.setdefault(dating.sentence, group_of.get(same, []))
        mine.append(dating)
        for near in likeness.nearest(dating.sentence, least):
            other = group_of.get(near, mine)
            if other is not mine and (exact > _DAY or _say_the_same(verbs, dating.sentence, near, likeness)):
                mine.extend(other)
                group_of.update({each.sentence: mine for each in other})
    groups = {id(group): group for group in group_of.values()}.values()
    return sorted(sorted(group) for group in (_fold_acts(storyline, groups) if exact >= _DAY else groups))


def _fold_acts(storyline: Storyline, groups: Iterable[list[Dating]]) -> list[list[Dating]]:
    """The groups of one day, those put together that tell one act, though in other words or twice in one report."""
    folded: list[list[Dating]] = []
    by_party: dict[EntityId | str, list[list[Dating]]] = defaultdict(list)
    for group in sorted(sorted(group) for group in groups):
        keys = sorted({key for each in group for key in (*each.parties, *each.around, _opening(storyline, each))})
        near = [other for key in keys for other in by_party[key]]
        home = next((other for other in near if _tell_one_act(storyline, other, group)), None)
        if home is None:
            home = []
            folded.append(home)
        home.extend(group)
        _file(home, keys, by_party)
    return folded


def _file(home: list[Dating], keys: Iterable[_Key], by_key: Mapping[_Key, list[list[Dating]]]) -> None:
    """Let a group be found under some keys, once under each; what is told of it later is in it."""
    for key in keys:
        if not any(home is other for other in by_key[key]):
            by_key[key].append(home)


def _opening(storyline: Storyline, dating: Dating) -> str:
    """The first characters of a clause: two of which one is the beginning of the other have them in common."""
    return storyline.words(dating.sentence.report, Span(dating.start, min(dating.end, dating.start + _OPENING)))


def _tell_one_act(storyline: Storyline, group: Sequence[Dating], others: Sequence[Dating]) -> bool:
    return any(_are_one_act(storyline, one, other) for one in group for other in others)


def _are_one_act(storyline: Storyline, one: Dating, other: Dating) -> bool:
    """Whether two clauses of one day tell one act: verbs that can say the same, of the same, with nothing beside it.

    "Reached Washington" and "he arrived in Washington" do; "met Lund" and "met Berg" do not, nor "met" and "did not".
    """
    if _begin_alike(storyline, one, other):
        return True
    if one.is_denied or other.is_denied or not _are_verbs_of_one(one.verb, other.verb):
        return False
    named, others = ({*each.parties, *each.around} & storyline.entities.keys() for each in (one, other))
    things, further = ({*each.parties} - storyline.entities.keys() for each in (one, other))
    if things and further and things.isdisjoint(further):
        return False
    if not named or not others:
        return one.verb == other.verb and bool(things & further) and (things <= further or further <= things)
    return bool(named & others) and (named <= others or others <= named)


def _begin_alike(storyline: Storyline, one: Dating, other: Dating) -> bool:
    """Whether one clause is the beginning of the other, word for word."""
    words, others = (
        storyline.words(each.sentence.report, Span(each.start, each.end)).rstrip(".,;: ") for each in (one, other)
    )
    return words.startswith(others) or others.startswith(words)


def _are_verbs_of_one(one: str, other: str) -> bool:
    """Whether two verbs can say that one thing was done: they are one, or near, and no two steps or acts of telling."""
    if {one, other} & (_EMPTY | load_words("en", "relations", "saying")) or are_two_steps({one}, {other}):
        return False
    return one == other or relation_of_words(one, other) in ("same", "wider")


def _verbs_of(datings: Iterable[Dating]) -> Mapping[Sentence, set[str]]:
    """The verbs of what the datings of each sentence tell."""
    verbs: dict[Sentence, set[str]] = defaultdict(set)
    for dating in datings:
        verbs[dating.sentence].update({dating.verb, *dating.verbs} - _EMPTY)
    return verbs


def _say_the_same(verbs: Mapping[Sentence, set[str]], one: Sentence, other: Sentence, likeness: Likeness) -> bool:
    """Whether two like sentences with one date tell one happening: by verbs that can say the same, or by all the rest.

    "Was ahead on Sunday" and "was elected on Sunday" are of one vote and are not one happening, nor are "charged" and
    "convicted in May".
    """
    if likeness.between(one, other) >= _ALIKE_OTHER_VERB and not are_two_steps(verbs[one], verbs[other]):
        return True
    # The word table takes a third of a second to load: most say the same in the same verb.
    return bool(verbs[one] & verbs[other]) or any(verbs[other] & near_words(verb) for verb in sorted(verbs[one]))


def _fold_happenings(storyline: Storyline, groups: Iterable[list[Dating]], likeness: Likeness) -> list[list[Dating]]:
    """The groups, those put together that tell one happening and date it more or less exactly, or differently."""
    folded: list[list[Dating]] = []
    by_act: dict[tuple[StoryId, str, EntityId | str], list[list[Dating]]] = defaultdict(list)
    by_sentence: dict[Sentence, list[list[Dating]]] = defaultdict(list)
    for group in groups:
        keys = sorted(
            {(storyline.story_of(each.sentence.report), each.verb, party) for each in group for party in each.parties}
        )
        near = [other for key in keys for other in by_act[key]]
        like = [
            other
            for each in group
            for sentence in likeness.nearest(each.sentence, _ALIKE_SAME_MONTH)
            for other in by_sentence[sentence]
        ]
        home = next((other for other in near if _is_one_happening(storyline, other, group, likeness)), None)
        if home is None:
            home = next((other for other in like if _is_within(other, group, likeness)), None)
        if home is None:
            home = []
            folded.append(home)
        home.extend(group)
        _file(home, keys, by_act)
        _file(home, (each.sentence for each in group), by_sentence)
    return folded


def _tells_both(one: Sequence[Dating], other: Sequence[Dating]) -> bool:
    return bool({each.sentence.report for each in one} & {each.sentence.report for each in other})


def _is_within(one: Sequence[Dating], other: Sequence[Dating], likeness: Likeness) -> bool:
    """Whether two groups of datings tell one happening much alike, and one dates it within what the other says."""
    if _tells_both(one, other):
        return False
    if not all(_is_part(left.date, right.date) for left in one for right in other):
        return False
    return any(
        likeness.between(left.sentence, right.sentence) >= _ALIKE_SAME_MONTH
        and _say_the_same(_verbs_of((left, right)), left.sentence, right.sentence, likeness)
        for left in one
        for right in other
    )


def _is_part(one: str, other: str) -> bool:
    """Whether one of two dates lies in the other: a day in its month, an hour on its day."""
    return "/" not in one + other and (one.startswith(other) or other.startswith(one))


def _is_one_happening(storyline: Storyline, one: Sequence[Dating], other: Sequence[Dating], likeness: Likeness) -> bool:
    """Whether two groups of datings tell one happening: no report tells both, and all could have told either date."""
    if _tells_both(one, other):
        return False
    if not all(_could_tell(storyline, left, right) for left in one for right in other):
        return False
    return any(
        left.verb == right.verb
        and set(left.parties) & set(right.parties)
        and left.verb not in _EMPTY
        and _may_be_one(left, right, likeness.between(left.sentence, right.sentence))
        for left in one
        for right in other
    )


def _may_be_one(one: Dating, other: Dating, alike: float) -> bool:
    """Whether two so like datings of one verb and party can be of one happening, though they may date it differently.

    "Performed in 2001" and "performed in 2004" are two; who "died" on two days died once.
    """
    if _is_part(one.date, other.date) or not (one.tells_day and other.tells_day):
        return alike >= _ALIKE_SAME_ACT
    is_once = one.verb in load_words("en", "occasions", "once")
    is_near = abs(int(one.date[:_YEAR]) - int(other.date[:_YEAR])) <= 1
    if alike < _ALIKE_SAME_DAY:
        return is_once and is_near and alike >= _ALIKE_SAME_ACT
    return is_once or is_near


def _could_tell(storyline: Storyline, one: Dating, other: Dating) -> bool:
    """Whether two datings can be of one happening: neither report was written before what the other dates.

    What one report tells of Monday and the next day's of Tuesday may have happened twice.
    """
    written = [storyline.by_id[each.sentence.report].published or "9999" for each in (one, other)]
    length = min(len(one.date), len(other.date))
    if one.date[:length] == other.date[:length] or not (one.tells_day and other.tells_day):
        return True
    latest = max(one.date, other.date)
    return all(latest[: len(day)] <= day[: len(latest)] for day in written)


def _event(storyline: Storyline, group: Sequence[Dating], likeness: Likeness) -> Event:
    group = [_on_day_of(each, group) for each in group]
    date = _date_of_most(storyline, group)
    shown = _most_telling(storyline, [each for each in group if each.date == date], likeness)
    readings = tuple(
        EventReading(report=each.sentence.report, start=each.start, end=each.end, date=each.date)
        for each in sorted(group, key=lambda each: (each.sentence, each.start, each.date))
    )
    text = storyline.words(shown.sentence.report, Span(shown.start, shown.end))
    key = "\n".join(f"{date} {place.report} {place.start}" for place in readings)
    return Event(id="event-" + hashlib.sha256(key.encode()).hexdigest()[:10], date=date, text=text, readings=readings)


def _on_day_of(dating: Dating, group: Sequence[Dating]) -> Dating:
    """A dating that tells the hour alone, on the day that the others of its group tell."""
    days = sorted({each.date[:_DAY] for each in group if each.tells_day and len(each.date) >= _DAY})
    if dating.tells_day or len(days) != 1:
        return dating
    return msgspec.structs.replace(dating, date=days[0] + dating.date[_DAY:])


def _date_of_most(storyline: Storyline, group: Sequence[Dating]) -> str:
    """The date that most witnesses give, where those who are less exact speak for all that they include."""
    dates = sorted({each.date for each in group})
    places: Mapping[str, list[Sentence]] = {
        date: [each.sentence for each in group if date.startswith(each.date)] for date in dates
    }
    return min(dates, key=lambda date: (-storyline.count_witnesses(places[date]), -len(date), date))


def _figures(storyline: Storyline, dating: Dating) -> int:
    """How many counts and amounts a clause gives."""
    quantities = storyline.by_id[dating.sentence.report].layers.quantities or ()
    return sum(dating.start <= each.start < dating.end and each.kind != "ordinal" for each in quantities)


def _most_telling(storyline: Storyline, group: Sequence[Dating], likeness: Likeness) -> Dating:
    """The dating most like the others of its group that can stand alone; of equals the earliest in no copy.

    What copies repeat counts once.
    """
    roots = storyline.roots
    own = [each.sentence for each in group if roots[each.sentence.report] == each.sentence.report]
    return min(
        group,
        key=lambda each: (
            # What happened stands for what was planned.
            each.is_ahead,
            each.is_leaning,
            # Who did it is told, and not only what is known of a thing: "the missile fired on Tuesday".
            storyline.entities.keys().isdisjoint(each.parties),
            # A toll that one of them gives is not what all of them say of the day.
            _figures(storyline, each) if len(group) > 1 else 0,
            -round(sum(likeness.between(each.sentence, other) for other in own), 6),
            roots[each.sentence.report] != each.sentence.report,
            each.sentence.index,
            each,
        ),
    )
