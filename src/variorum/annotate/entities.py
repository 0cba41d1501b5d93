"""Which names of one report are one entity, and under which id.

An id is the fullest name as a slug, or the gazetteer's: the same in every report that gives the name in full. Inside a
report a short name stands for the full one that it shortens, the one last named before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from variorum.model.annotations import EntityType
from variorum.model.span import EntityId
from variorum.text.bodies import body_words, is_acronym_of, is_short_name
from variorum.text.gazetteer import Known, find_city, find_known, find_misspelt, find_team, is_of_sport
from variorum.text.names import PersonName, acronyms_of, fold_name, is_acronym, parse_person, slug, title_words
from variorum.text.spelling import given_alike

_HEAD = 6  # letters by which two words of bodies' names are told alike
_ASIDE = re.compile(r"\s*(?:[\"“‘'(][^\"”’')]{1,20}[\"”’')])(?=\s)")


class Named(msgspec.Struct, frozen=True):
    """A name as written in a report; `title` is the word before it where that is one of address or office.

    `running` is false where it stands in a headline, which names in short what the text then names in full.
    `short_for` is the body's name that it stands in brackets behind: "Harbour Front (NFR)".
    """

    name: str
    type: EntityType
    title: str | None = None
    running: bool = True
    short_for: str | None = None


def resolve_names(named: Sequence[Named]) -> list[EntityId]:
    """Return the entity of each name of one report, in the order given, which must be that of the text."""
    persons = _PersonLinker([each for each in named if each.type == "PERSON"])
    bodies = _BodyLinker([each for each in named if each.type != "PERSON"])
    return [persons.link(each) if each.type == "PERSON" else bodies.link(each) for each in named]


class _FullName(msgspec.Struct, frozen=True):
    person: PersonName
    id: EntityId
    men: bool
    women: bool


class _PersonLinker:
    """Links the names of persons to the full ones: before them, or else the first after."""

    def __init__(self, named: Sequence[Named]) -> None:
        self.full: dict[str, list[_FullName]] = defaultdict(list)
        self.ids: dict[str, EntityId] = {}
        self.last_named: dict[str, _FullName] = {}
        for each in named:
            if each.name not in self.ids:
                self._add(each)

    def _add(self, each: Named) -> None:
        known = find_known(f"{each.title} {each.name}") if each.title else None
        known = known or find_known(each.name)
        person = parse_person(_ASIDE.sub("", each.name))
        if known is not None and known.type == "PERSON":
            person = parse_person(known.name) if len(parse_person(known.name).words) > 1 else person
            self._name(each, person, known.id)
        elif len(person.words) > 1:
            self._name(each, person, self._same(person) or _person_id(person))

    def _same(self, person: PersonName) -> EntityId | None:
        """The id of a full name that this one shortens or lengthens, or gives with a pet form."""
        for other in self.full[person.words[-1]]:
            theirs = other.person.words
            if theirs[-1] == person.words[-1] and other.person.generation == person.generation:
                short, long = sorted((set(theirs), set(person.words)), key=len)
                if short <= long or given_alike(theirs[0], person.words[0]):
                    return other.id
        return None

    def _name(self, each: Named, person: PersonName, id: EntityId) -> None:
        words = title_words()
        title = fold_name(each.title) if each.title else ""
        full = _FullName(person, id, title in words.men, title in words.women)
        self.ids[each.name] = id
        for word in {person.words[0], person.words[-1]}:
            self.full[word].append(full)

    def link(self, each: Named) -> EntityId:
        """Return the entity of a name; names must come in the order of the text."""
        id = self.ids.get(each.name)
        if id is not None:
            for word in parse_person(_ASIDE.sub("", each.name)).words:
                for full in self.full.get(word, ()):
                    if full.id == id:
                        self.last_named[word] = full
            return id
        person = parse_person(each.name)
        word = person.last
        best = self._best(word, fold_name(each.title) if each.title else "")
        return best.id if best is not None else EntityId(slug(each.name) or "unnamed")

    def _best(self, word: str, title: str) -> _FullName | None:
        words = title_words()
        fitting = [
            full
            for full in self.full.get(word, ())
            if not (title in words.men and full.women) and not (title in words.women and full.men)
        ]
        if not fitting:
            return None
        recent = self.last_named.get(word)
        by_surname = [full for full in fitting if full.person.words[-1] == word]
        if recent in fitting and (not by_surname or recent in by_surname):
            return recent
        return (by_surname or fitting)[0]


def _person_id(person: PersonName) -> EntityId:
    """A slug without middle initials: reports give them or leave them out."""
    kept = [word for at, word in enumerate(person.words) if len(word) > 1 or at == 0 or len(person.words) > 3]
    return EntityId("-".join(slug(word) for word in (*kept, *([person.generation] if person.generation else ()))))


class _BodyLinker:
    """Links the names of all that is no person: by acronym, by gazetteer, by the longer name in the report."""

    def __init__(self, named: Sequence[Named]) -> None:
        self.distinct = {each.name: each for each in reversed(named)}
        self.first: dict[str, int] = {}
        for at, each in enumerate(named):
            if each.running:
                self.first.setdefault(each.name, at)
        self.acronyms: dict[str, Named] = {}
        self.ends: dict[str, list[Named]] = defaultdict(list)
        for each in self.distinct.values():
            words = body_words(each.name)
            if len(words) > 1:
                for form in acronyms_of(each.name):
                    self.acronyms[form] = each
                for word in {words[0], words[-1]}:
                    self.ends[word].append(each)
        teams = {team.id for each in self.distinct if (team := find_team(each) or _full_team(each))}
        self.on_sport = len(teams) > 1 or any(is_of_sport(each) for each in self.distinct)
        self.ids: dict[str, EntityId] = {}
        self.short_for = {each.name: self.distinct[each.short_for] for each in named if each.short_for in self.distinct}

    def link(self, each: Named) -> EntityId:
        """Return the entity of a name."""
        id = self.ids.get(each.name)
        if id is None:
            id = self.ids[each.name] = self._link(each)
        return id

    def _link(self, each: Named) -> EntityId:
        if is_acronym(each.name):
            full = self.acronyms.get(each.name.replace(".", "").casefold())
            if full is not None and is_acronym_of(each.name, full.name):
                return self._alone(full)
            full = self.short_for.get(each.name)
            if full is not None and find_known(each.name) is None:
                return self._alone(full)
        if find_known(each.name) is None and (full := self._longer(each)) is not None:
            return self._alone(full)
        return self._alone(each)

    def _longer(self, each: Named) -> Named | None:
        """The one longer name of the report that this one shortens, or None where there is none or are several."""
        words = body_words(each.name)
        ends = {*words[:1], *words[-1:]}
        longer = {
            full.name: full
            for end in ends
            for full in self.ends.get(end, ())
            if is_short_name(each.name, each.type, full.name, full.type) and not self._is_later(full, each)
        }
        ids = {self._alone(full) for full in longer.values()}
        return min(longer.values(), key=lambda full: full.name) if len(ids) == 1 else None

    def _is_later(self, full: Named, short: Named) -> bool:
        """Whether running text names the long form only after the short: then it is likelier a part or a product."""
        first = self.first.get(short.name)
        return first is not None and self.first.get(full.name, first) > first

    def _known_in_short(self, each: Named) -> Known | None:
        """What the gazetteer knows the acronym behind a name for, if that is named much alike."""
        known = (find_known(short) for short, full in self.short_for.items() if full.name == each.name)
        return next((body for body in known if body is not None and _are_kin(each.name, body.name)), None)

    def _alone(self, each: Named) -> EntityId:
        known = self._known(each)
        if known is not None:
            return known.id
        return EntityId(slug(" ".join(body_words(each.name))) or slug(each.name) or "unnamed")

    def _known(self, each: Named) -> Known | None:
        known = find_known(each.name) or self._known_in_short(each)
        if known is None and self.on_sport and each.type in {"ORG", "GROUP"}:
            known = find_team(each.name)
        if known is None and each.type == "PLACE":
            known = find_city(each.name) or find_misspelt(each.name)
        return known


def _are_kin(one: str, other: str) -> bool:
    """Whether most words of a name begin as words of another do: "Harbour Democrats", "Harbour Democratic Party"."""
    heads = {word[:_HEAD] for word in body_words(other)}
    alike = [word[:_HEAD] in heads for word in body_words(one)]
    return sum(alike) * 2 > len(alike)


def _full_team(name: str) -> Known | None:
    known = find_known(name)
    return known if known is not None and known.kind == "team" else None
