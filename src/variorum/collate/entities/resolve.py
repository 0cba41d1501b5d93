"""One entity across the reports of a storyline.

Each report names its entities by itself (`annotate/entities.py`); ids that agree are one entity. Here names that differ
are brought together on evidence: spelling, shortening, pet forms, acronyms, and what the reports say beside them. Pairs
come from indexes, never from all with all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from variorum.collate.entities.bodies import is_short_for, same_body
from variorum.collate.entities.namesakes import fits_person, same_person
from variorum.collate.entities.profiles import Profile, Unit, gather_profiles, may_be_shared, unit_of
from variorum.model.annotations import EntityType
from variorum.model.record import Entity
from variorum.model.report import Report
from variorum.model.span import EntityId, Place, ReportId
from variorum.text.bodies import body_words, is_acronym_of
from variorum.text.gazetteer import find_city, find_known, find_team
from variorum.text.names import acronyms_of, given_names, is_acronym, name_words, title_words
from variorum.text.spelling import family_spellings, sound_keys

# A bucket of an index with more names than this says too little to compare all its pairs.
_MAX_BUCKET = 120
# The share of the places of a name, full ones weighing more, at which their type is sure.
_SURE = 0.75


class LocalEntity(msgspec.Struct, frozen=True, order=True):
    """An entity as one report knows it."""

    report: ReportId
    entity: EntityId


class Resolved(msgspec.Struct, frozen=True):
    """The entities of a storyline, by id, and which of them each report's own entities are.

    `sure_types` are those of which the reports together leave no doubt.
    """

    entities: tuple[Entity, ...]
    entity_of: Mapping[LocalEntity, EntityId]
    sure_types: Mapping[EntityId, EntityType]


class _Groups:
    """Units in groups that only grow; the same whatever the order of joining."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.above = {unit: unit for unit in units}

    def root(self, unit: Unit) -> Unit:
        while self.above[unit] != unit:
            self.above[unit] = self.above[self.above[unit]]
            unit = self.above[unit]
        return unit

    def join(self, one: Unit, other: Unit) -> None:
        left, right = self.root(one), self.root(other)
        if left != right:
            self.above[max(left, right, key=_order)] = min(left, right, key=_order)


def _order(unit: Unit) -> tuple[str, str]:
    return unit.entity, unit.report or ""


def resolve_entities(reports: Sequence[Report]) -> Resolved:
    """Return the entities of `reports`, which must be annotated; the same whatever their order."""
    profiles = {unit: profile for unit, profile in gather_profiles(reports).items() if profile.names}
    groups = _Groups(profiles)
    _join_persons(profiles, groups)
    _join_bodies(profiles, groups)
    _join_same_ids(profiles, groups)
    return _entities(reports, profiles, groups)


def _join_persons(profiles: Mapping[Unit, Profile], groups: _Groups) -> None:
    persons = [profile for profile in profiles.values() if profile.type == "PERSON"]
    full = [profile for profile in persons if len(profile.person.words) > 1]
    for one, other in _pairs(full, _person_keys):
        if groups.root(one.unit) != groups.root(other.unit) and same_person(one, other):
            groups.join(one.unit, other.unit)
    by_word: dict[str, list[Profile]] = defaultdict(list)
    for profile in full:
        for word in set(profile.person.words):
            by_word[word].append(profile)
    counts = _counts(profiles, groups)
    for short in profiles.values():
        if _is_hyphened(short):
            surname = short.person.words
            _join_only(short, [full for full in by_word.get(surname[-1], ()) if _ends_in(full, surname)], groups)
        if len(short.person.words) != 1:
            continue
        candidates: Iterable[Profile] = by_word.get(short.person.last, ())
        if short.type != "PERSON":
            # A surname that its report took for a body's name, having no more than the surname.
            candidates = [full for full in candidates if _may_be_surname(short, full)]
        best = _best_full(short, candidates, groups, counts)
        if best is not None:
            groups.join(short.unit, best.unit)


def _is_hyphened(profile: Profile) -> bool:
    """Whether all that a report has of somebody is a surname with a hyphen, taken for a body's name."""
    return profile.type != "PERSON" and all("-" in name and len(name.split()) == 1 for name in profile.names)


def _ends_in(full: Profile, surname: tuple[str, ...]) -> bool:
    return len(surname) > 1 and full.person.words[:1] != surname[:1] and full.person.words[-len(surname) :] == surname


def _may_be_surname(short: Profile, full: Profile) -> bool:
    word = short.person.last
    known = find_known(short.name) or find_city(short.name)
    ends = {full.person.words[0], full.person.last}
    return known is None and word in ends and not is_acronym(short.name) and len(word) > 2


def _best_full(
    short: Profile, candidates: Iterable[Profile], groups: _Groups, counts: Mapping[Unit, int]
) -> Profile | None:
    """The full name that a name of one word fits best: by fit, then the one that most reports name."""
    fits = [(fits_person(short, full), counts[groups.root(full.unit)], full) for full in candidates]
    fits = [fit for fit in fits if fit[0]]
    return min(fits, key=lambda fit: (-fit[0], -fit[1], _order(fit[2].unit)))[2] if fits else None


def _counts(profiles: Mapping[Unit, Profile], groups: _Groups) -> Mapping[Unit, int]:
    reports: dict[Unit, int] = Counter()
    for unit, profile in profiles.items():
        reports[groups.root(unit)] += sum(profile.names.values())
    return reports


def _person_keys(profile: Profile) -> Iterator[str]:
    words = profile.person.words
    yield " ".join(sorted(words))
    yield "".join(words)
    yield f"last {words[-1]}"
    yield f"first {words[0]}"
    for surname, given in ((words[-1], "".join(words[:-1])), (words[0], "".join(words[1:])), (words[-1], words[0])):
        for sound in sorted(sound_keys(given)):
            for head in sorted({*sound_keys(surname), *family_spellings(surname)}):
                yield f"sound {head} {sound}"


def _pairs(profiles: Sequence[Profile], keys: Callable[[Profile], Iterable[str]]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of profiles that share a key, each once."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for key in set(keys(profile)):
            buckets[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(buckets):
        bucket = buckets[key]
        if len(bucket) > _MAX_BUCKET:
            continue
        for at, left in enumerate(bucket):
            for right in bucket[at + 1 :]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield profiles[left], profiles[right]


def _join_bodies(profiles: Mapping[Unit, Profile], groups: _Groups) -> None:
    bodies = [profile for profile in profiles.values() if profile.type != "PERSON"]
    for one, other in _pairs(bodies, _body_keys):
        if one.unit.entity != other.unit.entity and same_body(one, other):
            groups.join(one.unit, other.unit)
    by_end: dict[str, list[Profile]] = defaultdict(list)
    by_acronym: dict[str, list[Profile]] = defaultdict(list)
    for profile in bodies:
        words = body_words(profile.name)
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                by_end[word].append(profile)
            for acronym in acronyms_of(profile.name):
                by_acronym[acronym].append(profile)
    for short in (*bodies, *_maybe_bodies(profiles.values())):
        words = body_words(short.name)
        near = {full.unit: full for end in {*words[:1], *words[-1:]} for full in by_end.get(end, ())}
        # A report that names both by ids of their own has told them apart.
        longer = [full for full in near.values() if is_short_for(short, full) and not short.reports & full.reports]
        _join_only(short, longer, groups)
        team = find_team(short.name)
        if team is not None and Unit(team.id) in profiles:
            # "Chargers" of a report that names no other team, beside the one that another report names so.
            groups.join(short.unit, Unit(team.id))
        if is_acronym(short.name) and find_known(short.name) is None:
            initials = by_acronym.get(short.name.replace(".", "").casefold(), ())
            _join_only(short, [full for full in initials if _abbreviates(short, full)], groups)


def _abbreviates(short: Profile, full: Profile) -> bool:
    """Whether a name is an acronym of another; one of two or three letters needs something that both stand beside."""
    enough = len(short.name.replace(".", "")) > 3 or short.context & full.context or short.company & full.company
    return bool(enough) and is_acronym_of(short.name, full.name)


def _maybe_bodies(profiles: Iterable[Profile]) -> Iterator[Profile]:
    """Persons whose name has no given name and no title: a report may have taken a body's short name for a person's."""
    for profile in profiles:
        words = profile.person.words
        if profile.type == "PERSON" and len(words) > 1 and words[0] not in given_names() and not profile.titles:
            yield profile


def _join_same_ids(profiles: Mapping[Unit, Profile], groups: _Groups) -> None:
    """Join the units of one id that nothing has set apart: a longer name that fits, or another country."""
    same: dict[EntityId, list[Profile]] = defaultdict(list)
    sizes = Counter(groups.root(unit) for unit in profiles)
    for unit, profile in profiles.items():
        if sizes[groups.root(unit)] == 1 or unit.report is None:
            same[unit.entity].append(profile)
    for units in same.values():
        # Those whose country is known come first: the others then join the one that most reports mean.
        apart: list[list[Profile]] = []
        for profile in sorted(units, key=lambda p: (not p.countries, -sum(p.names.values()), _order(p.unit))):
            home = next((group for group in apart if _may_share(profile, group)), None)
            if home is None:
                apart.append([profile])
            else:
                home.append(profile)
                groups.join(home[0].unit, profile.unit)


def _may_share(profile: Profile, group: Sequence[Profile]) -> bool:
    if not may_be_shared(profile.unit.entity):
        return True
    if any(_meet(one, other) for one in profile.countries for each in group for other in each.countries):
        return True
    if profile.countries and any(each.countries for each in group):
        # Where one report names the other's country as well, the two may speak of one body in two ways; a state of the
        # same country is no such way.
        theirs = {country for each in group for country in each.countries}
        around = {country for each in group for country in each.around}
        return bool(profile.around & theirs or profile.countries & around)
    if profile.type != "PLACE":
        return True
    theirs = {country for each in group for country in each.countries or each.around}
    mine = profile.countries or profile.around
    return not mine or not theirs or any(_meet(one, other) for one in mine for other in theirs)


def _meet(one: str, other: str) -> bool:
    """Whether two countries are one, or one is the country of the other, a state: "US" and "US/ohio"."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _join_only(short: Profile, full: Sequence[Profile], groups: _Groups) -> None:
    """Join a short name to the full one, if all that fit are one group."""
    if full and len({groups.root(each.unit) for each in full}) == 1:
        groups.join(short.unit, full[0].unit)


def _body_keys(profile: Profile) -> Iterator[str]:
    words = body_words(profile.name)
    yield " ".join(words)
    if len(words) > 2:
        yield "start " + " ".join(words[:-1])
    joined = "".join(words)
    yield joined
    if len(joined) >= 5:
        yield from (f"sound {key}" for key in sound_keys(joined))


def _entities(reports: Sequence[Report], profiles: Mapping[Unit, Profile], groups: _Groups) -> Resolved:
    names: dict[Unit, Counter[str]] = defaultdict(Counter)
    types: dict[Unit, Counter[EntityType]] = defaultdict(Counter)
    pronouns: Counter[Unit] = Counter()
    for unit, profile in profiles.items():
        root = groups.root(unit)
        names[root] += profile.names
        types[root] += profile.weights
        pronouns[root] += profile.pronouns
    ids = _ids(profiles, groups)
    places: dict[Unit, list[Place]] = defaultdict(list)
    entity_of: dict[LocalEntity, EntityId] = {}
    for report in sorted(reports, key=lambda report: report.id):
        for mention in report.layers.mentions or ():
            unit = unit_of(report, mention)
            if unit in profiles:
                root = groups.root(unit)
                entity_of[LocalEntity(report.id, mention.entity)] = ids[root]
                places[root].append(Place(report=report.id, start=mention.start, end=mention.end))
    kinds = {root: _kind(names[root], types[root], pronouns[root]) for root in places}
    entities = [_entity(ids[root], names[root], kinds[root].type, places[root]) for root in places]
    sure = {ids[root]: kind.type for root, kind in kinds.items() if kind.sure}
    return Resolved(tuple(sorted(entities, key=lambda entity: entity.id)), entity_of, sure)


def _ids(profiles: Mapping[Unit, Profile], groups: _Groups) -> dict[Unit, EntityId]:
    """An id for each group: that of the full name most used; a number where another group has it already."""
    votes: dict[Unit, Counter[EntityId]] = defaultdict(Counter)
    for unit, profile in profiles.items():
        votes[groups.root(unit)][unit.entity] += sum(profile.names.values())
    taken: Counter[EntityId] = Counter()
    ids: dict[Unit, EntityId] = {}
    for root in sorted(votes, key=lambda root: (-sum(votes[root].values()), _order(root))):
        full = {id: count for id, count in votes[root].items() if "-" in id} or votes[root]
        id = min(full, key=lambda id: (-full[id], id))
        taken[id] += 1
        ids[root] = id if taken[id] == 1 else EntityId(f"{id}-{taken[id]}")
    return ids


class _Kind(msgspec.Struct, frozen=True):
    """The type of an entity, and whether the reports leave no doubt of it."""

    type: EntityType
    sure: bool


def _kind(names: Counter[str], types: Counter[EntityType], pronouns: int) -> _Kind:
    """The type most told, full names counting more; that which the words of the fullest one tell, if told at all."""
    words = min((name_words(name) for name in names), key=lambda words: (-len(words), words))
    told = told_by(words)
    if told is not None and told in types:
        return _Kind(told, sure=True)
    best = min(types, key=lambda each: (-types[each], each))
    # Without a given name or a "she" it takes more to be somebody than what the parsers say.
    clear = best in {"ORG", "PLACE", "WORK"} or (best == "PERSON" and pronouns > 1 and len(words) > 1)
    return _Kind(best, sure=clear and types[best] >= _SURE * sum(types.values()))


def told_by(words: Sequence[str]) -> EntityType | None:
    """The type that a name of several words tells by its last word, or by a given name first."""
    known = title_words()
    if len(words) < 2 or {words[-1]} & known.organisations & known.places:
        return None
    if words[-1] in known.organisations:
        return "ORG"
    if words[-1] in known.places:
        return "PLACE"
    return "PERSON" if words[0] in given_names() and len(words) < 4 else None


def _entity(id: EntityId, names: Counter[str], kind: EntityType, places: Sequence[Place]) -> Entity:
    ranked = sorted(names, key=lambda name: (-names[name], -len(name), name))
    full = [
        name
        for name in ranked
        # A surname with a hyphen is no full name.
        if (
            len(name.split()) > 1
            if kind == "PERSON"
            else len(name_words(name)) > 1 and names[name] * 5 >= names[ranked[0]]
        )
    ]
    known = find_known(ranked[0])
    shown = known.name if known is not None and known.name in names else (full or ranked)[0]
    aliases = tuple(name for name in ranked if name != shown)
    return Entity(id=id, name=shown, type=kind, aliases=aliases, mentions=tuple(places))
