"""What the reports say of each entity that one of them knows: its names, offices, company, years and countries.

A profile is the evidence on which `entities.py` decides that two are one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from variorum.lang.tables import load_table
from variorum.model.annotations import EntityType, Mention
from variorum.model.report import Report
from variorum.model.span import EntityId, ReportId, Span
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known, is_shared_place, shared_names
from variorum.text.names import PersonName, fold_name, name_words, parse_person, title_words

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MAX_CONTEXTS = 12
_MAX_COMPANY = 3
# The type of a name of several words tells more than that of one: it counts as so many.
_FULL = 3
# Said of everybody: sharing these tells nothing.
_COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "were",
        "will",
        "would",
        "said",
        "says",
        "after",
        "before",
        "about",
        "their",
        "they",
        "them",
        "which",
        "when",
        "where",
        "there",
        "than",
        "then",
        "also",
        "into",
        "over",
        "under",
        "more",
        "most",
        "some",
        "such",
        "what",
        "while",
        "could",
        "should",
        "just",
        "only",
        "other",
        "years",
        "year",
        "people",
        "told",
        "made",
        "make",
        "take",
        "took",
        "last",
        "first",
        "week",
        "month",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "being",
        "because",
        "during",
        "against",
        "between",
        "through",
        "both",
        "each",
        "very",
        "much",
        "many",
        "well",
        "still",
        "even",
        "back",
        "down",
        "time",
        "according",
    ]
)


class Unit(msgspec.Struct, frozen=True, order=True):
    """What is resolved: an entity id, in one report alone (`report`) where the id may mean others elsewhere."""

    entity: EntityId
    report: ReportId | None = None


class Profile(msgspec.Struct, kw_only=True):
    """The evidence about one unit, gathered while the reports are read.

    `countries` (ISO 3166) are those said right beside its name ("China's Foreign Ministry", "Cambridge, England"),
    `around` those named in the same sentences. `weights` are the types, those of full names counting more. `company`
    are the other entities of its first three reports.
    """

    unit: Unit
    names: Counter[str] = msgspec.field(default_factory=Counter)
    types: Counter[EntityType] = msgspec.field(default_factory=Counter)
    weights: Counter[EntityType] = msgspec.field(default_factory=Counter)
    reports: set[ReportId] = msgspec.field(default_factory=set)
    titles: set[str] = msgspec.field(default_factory=set)
    context: set[str] = msgspec.field(default_factory=set)
    years: set[int] = msgspec.field(default_factory=set)
    countries: set[str] = msgspec.field(default_factory=set)
    around: set[str] = msgspec.field(default_factory=set)
    contexts: int = 0
    pronouns: int = 0
    company: set[EntityId] = msgspec.field(default_factory=set)

    @property
    def type(self) -> EntityType:
        """The type that most of its mentions have; of equals a person, as taggers take more persons for bodies."""
        return min(self.types, key=lambda kind: (-self.types[kind], kind != "PERSON", kind))

    @property
    def name(self) -> str:
        """Its fullest name: the one of several words that is most used, or else the most used."""
        full = [name for name in self.names if len(name_words(name)) > 1] or list(self.names)
        return min(full, key=lambda name: (-self.names[name], -len(name_words(name)), name))

    @property
    def person(self) -> PersonName:
        """Its name as a person's."""
        return parse_person(self.name)


def gather_profiles(reports: Sequence[Report]) -> dict[Unit, Profile]:
    """Return a profile for each unit of `reports`, in the order of the units."""
    profiles: dict[Unit, Profile] = {}
    for report in sorted(reports, key=lambda report: report.id):
        sentences = report.layers.sentences or ()
        starts = [sentence.start for sentence in sentences]
        seen: dict[int, _Context] = {}
        company = {mention.entity for mention in report.layers.mentions or ()}
        for mention in report.layers.mentions or ():
            unit = unit_of(report, mention)
            profile = profiles.setdefault(unit, Profile(unit=unit))
            if report.id not in profile.reports and len(profile.reports) < _MAX_COMPANY:
                profile.company |= company - {mention.entity}
            profile.reports.add(report.id)
            profile.pronouns += mention.form == "pronoun"
            if mention.form != "name":
                continue
            name = report.text[mention.start : mention.end]
            profile.names[name] += 1
            profile.types[mention.type] += 1
            profile.weights[mention.type] += _FULL if len(name_words(name)) > 1 else 1
            profile.titles |= titles_before(report.text, mention.start)
            number = bisect_right(starts, mention.start) - 1
            if number < 0 or profile.contexts >= _MAX_CONTEXTS:
                continue
            if number not in seen:
                seen[number] = _context(report, sentences[number])
            profile.contexts += 1
            own = {form for word in name_words(name) for form in (word, stem(word))}
            profile.context |= seen[number].words - own
            profile.years |= seen[number].years
            profile.around |= seen[number].around(_countries_of(name))
            if may_be_shared(mention.entity):
                profile.countries |= countries_beside(report.text, mention)
    return {unit: profiles[unit] for unit in sorted(profiles, key=lambda u: (u.entity, u.report or ""))}


def unit_of(report: Report, mention: Mention) -> Unit:
    """Return the unit of a mention: persons of one name word, and names that many bodies share, are a report's own."""
    id = mention.entity
    alone = (mention.type == "PERSON" and "-" not in id) or may_be_shared(id)
    return Unit(id, report.id if alone else None)


@cache
def may_be_shared(id: EntityId) -> bool:
    """Whether the id is a name that bodies of many countries, or several large cities, bear."""
    name = id.replace("-", " ")
    return name in shared_names() or is_shared_place(name)


class _Context(msgspec.Struct, frozen=True):
    words: frozenset[str]
    years: frozenset[int]
    countries: Counter[str]

    def around(self, own: frozenset[str]) -> set[str]:
        """The countries named in the sentence beside a name, which itself counts for those of its `own`."""
        return {country for country, count in self.countries.items() if count > (country in own)}


def _context(report: Report, sentence: Span) -> _Context:
    text = report.text[sentence.start : sentence.end]
    words = {stem(word) for word in _CONTENT.findall(fold(text))} - _COMMON
    countries = Counter(country.partition("/")[0] for country in _countries_in(text))
    return _Context(frozenset(words), frozenset(int(year) for year in _YEAR.findall(text)), countries)


def stem(word: str) -> str:
    """Return a folded word without the commonest endings."""
    for ending in ("'s", "ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def countries_beside(text: str, mention: Mention) -> set[str]:
    """Return the countries said right before a mention (a people, a country's possessive) or right behind its comma.

    A state is `US/ohio`.
    """
    before = text[max(0, mention.start - 40) : mention.start]
    after = text[mention.end : mention.end + 40]
    found = set()
    if match := _BEFORE.search(before):
        found |= set(list(_countries_in(match[0]))[-1:])
    if match := _BEHIND.match(after):
        found |= set(list(_countries_in(match[0]))[:1])
    return found


_BEFORE = re.compile(r"(?:[A-Z][\w.]*[ -]){1,3}$|(?:[A-Z][\w.]* ){0,2}[A-Z][\w.]*['’]s (?:\w+ )?$")
_BEHIND = re.compile(r"(?:,| in| of) (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)*")
_CAPITALS = re.compile(r"\b[A-Z][\w.]*(?: [A-Z][\w.]*)*")


def _countries_in(text: str) -> Iterator[str]:
    for match in _CAPITALS.finditer(text):
        words = match[0].split()
        at = 0
        while at < len(words):
            for size in (3, 2, 1):
                known = find_known(" ".join(words[at : at + size])) if at + size <= len(words) else None
                if known is not None and known.country:
                    country = _BRITISH.get(known.country, known.country)
                    yield f"{country}/{known.id}" if known.kind in {"state", "region"} else country
                    at += size - 1
                    break
            at += 1


_BRITISH = {"XE": "GB", "XS": "GB", "XW": "GB", "XN": "GB"}


@cache
def _countries_of(name: str) -> frozenset[str]:
    known = find_known(name)
    return frozenset([known.country]) if known and known.country else frozenset()


@cache
def _offices() -> dict[str, str]:
    rows = load_table("en", "titles")["same_office"].splitlines()
    return {word: line.split()[0] for line in rows if line.strip() for word in line.split()}


def titles_before(text: str, start: int) -> set[str]:
    """Return the titles and offices in the three words before an offset, each in one form."""
    before = fold_name(text[max(0, start - 40) : start]).replace("-", " ").split()[-3:]
    known = title_words()
    titles: set[str] = set()
    for word in reversed(before):
        bare = word.strip(".,")
        if bare in known.honorifics:
            titles.add(_offices().get(bare, bare))
        elif bare not in known.before_titles:
            break
    return titles


def offices_in(words: set[str]) -> set[str]:
    """Return the offices among words of a context, each in one form."""
    return {_offices()[word] for word in words if word in _offices()}
