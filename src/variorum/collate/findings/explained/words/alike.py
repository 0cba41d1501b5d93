"""What is told otherwise and is the same: phrases of one meaning, a venue and its town, a team and its college.

Rules over a pair of stretches that seem to differ. Those of `WORDS_ALIKE` are for stretches of words, those of
`VALUES_ALIKE` for typed values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from functools import cache, partial
from itertools import takewhile

from variorum.collate.compare.names import are_one_body, compare_names
from variorum.collate.compare.phrases import Told, say_alike
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.explained.bearers.names_told import LONGEST_NAME, whole_name
from variorum.collate.findings.explained.bearers.whereabouts import WHEREABOUTS_RULES, names_a_place
from variorum.collate.findings.explained.tight import is_tight
from variorum.collate.findings.explained.words.compatible import COMPATIBLE_RULES
from variorum.collate.findings.explained.words.retold import RETOLD_RULES
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_words
from variorum.text.fold import fold
from variorum.text.gazetteer import find_city, find_known, find_team
from variorum.text.names import acronyms_of, is_acronym, title_words

_HYPHENS = frozenset("-‐‑–")
# A phrase of so many words says something of its own, whatever its verb excludes.
_OVERRULING = 3
# Modifiers in a row before the noun of a play.
_MODIFIERS = 5
# Words that a name may have after the part of it that is known.
_FITTING = frozenset({"same", "fits"})
# A road that has a number for a name.
_NUMBERED = re.compile(r"(?i)(?:state |county |u\.?s\.? )?(?:interstate|route|highway|hwy|road|freeway|i|sr)[ -]?\d+$")
_AREAS = frozenset({"country", "state", "region"})
_words = partial(load_words, "en", "bearers")


def say_the_same(left: Wording, right: Wording, pair: Pair) -> bool:
    """Phrases of one meaning, both denied or neither: "was charged with", "faces"; "DWI", "drunk driving".

    Words that exclude each other ("remain", "leave") do not where a phrase of three words has one ("were left behind").
    """
    if _is_denied(left, pair.left.unit) != _is_denied(right, pair.right.unit):
        return False
    least = _OVERRULING if pair.opposed else 1
    return say_alike(_told(left, pair.left.unit), _told(right, pair.right.unit), least=least)


def _told(wording: Wording, unit: Unit) -> Told:
    """A stretch without the clauses in it that tell when or why."""
    words = [fold(wording.word(index)) for index in range(len(wording))]
    top = top_of(wording, unit)
    aside = [i for i in wording.children[top] if i > top and wording.dep[i] == "advcl"]
    for index in aside:  # grows by what hangs on its words
        aside.extend(wording.children[index])
    content = frozenset(i for i in unit.range if wording.is_content[i] and i not in aside)
    return Told(wording.lemma, words, unit.range, content)


def _is_denied(wording: Wording, unit: Unit) -> bool:
    return wording.is_denied(top_of(wording, unit))


def are_courtesies(left: Wording, right: Wording, pair: Pair) -> bool:
    """A form of address on either side ("Mr.", "Dr.", "Ms."): it describes nobody."""
    return any(
        told and all(fold(wording.word(i)).rstrip(".") in _courtesies() for i in told)
        for wording, unit in ((left, pair.left.unit), (right, pair.right.unit))
        for told in [[i for i in unit.range if wording.is_content[i]]]
    )


def are_measures(left: Wording, right: Wording, pair: Pair) -> bool:
    """Modifiers with a number ("41-yard", "one-yard"), which measure and do not describe.

    Of the same unit they differ where sentences run alike on both sides, as figures do; the record that both give a
    team ("9-5") differs wherever it stands.
    """
    if pair.stated and pair.aspect == "figure":
        return False
    if pair.left.unit.value is not None or pair.right.unit.value is not None:
        return False
    units = [_unit_measured(wording, side.unit) for wording, side in ((left, pair.left), (right, pair.right))]
    if units == [None, None]:
        return False
    return units[0] != units[1] or not is_tight(pair)


def _unit_measured(wording: Wording, unit: Unit) -> str | None:
    """What a modifier with a number counts: "yard" of "41-yard"; None where it has no number."""
    for index in unit.range:
        if index + 2 < len(wording) and wording.word(index + 1) in _HYPHENS and _is_number(wording, index):
            return wording.lemma[index + 2]
    return None


def _is_number(wording: Wording, index: int) -> bool:
    return wording.pos[index] == "NUM" or fold(wording.word(index)) in _words("numbers")


def of_two_rounds(left: Wording, right: Wording, pair: Pair) -> bool:
    """The first and the final one of several: "initial offer", "final offer"."""
    return all(
        wording.dep[top] == "amod"
        and wording.lemma[top] in _words("ordering")
        and wording.lemma[wording.head[top]] in _words("rounds")
        for wording, top in ((left, top_of(left, pair.left.unit)), (right, top_of(right, pair.right.unit)))
    )


def of_one_called(left: Wording, right: Wording, pair: Pair, called: Set[tuple[str, str]]) -> bool:
    """A name and what a report says that its bearer is called for short, or two such long names of one body."""
    one, other = _whole_names(left, right, pair)
    if are_one_body(one, other) or _abbreviates(left, right, pair):
        return True
    both = [*called, *(names[::-1] for names in called)]
    return any(
        fold(name) == short and (are_one_body(full, partner) or compare_names(full, partner).outcome in _FITTING)
        for short, full in both
        for name, partner in ((one, other), (other, one))
    )


def _abbreviates(left: Wording, right: Wording, pair: Pair) -> bool:
    """Whether one name is made of the initials of the other, with the capitalised words before that."""
    one, other = pair.left.unit.value, pair.right.unit.value
    if one is None or other is None or one.mention is None or other.mention is None:
        return False
    sides = ((left, one, right, other), (right, other, left, one))
    return any(
        is_acronym(short := _name_of(wording, value)) and fold(short).replace(".", "") in acronyms_of(long)
        for wording, value, partner, whole in sides
        for long in _with_words_before(partner, whole)
    ) or any(_ends_in_initials(*side) for side in sides)


def _ends_in_initials(wording: Wording, value: Value, partner: Wording, whole: Value) -> bool:
    """Whether two names begin or end alike and the one has the initials of the rest: "Kvam ISD", "KNS Berg"."""
    short, long = _name_of(wording, value).split(), _name_of(partner, whole).split()
    # Layers may leave out the last words of a long name, and of one that begins with initials ("KNS Berg").
    more = [partner.word(i) for i in range(whole.end, min(len(partner), whole.end + LONGEST_NAME))]
    forms = [short, whole_name(wording, value).split()]
    return any(_initials_within(form, long + more[:count]) for form in forms for count in range(len(more) + 1))


def _initials_within(short: list[str], long: list[str]) -> bool:
    first = sum(1 for _ in takewhile(_is_one, zip(short, long, strict=False)))
    last = sum(1 for _ in takewhile(_is_one, zip(short[first:][::-1], long[first:][::-1], strict=False)))
    rest, whole = short[first : len(short) - last], long[first : len(long) - last]
    if not first + last or len(rest) != 1 or not is_acronym(rest[0]):
        return False
    return fold(rest[0]).replace(".", "") in acronyms_of(" ".join(whole))


def _is_one(words: tuple[str, str]) -> bool:
    return fold(words[0]) == fold(words[1])


def _with_words_before(wording: Wording, value: Value) -> Iterator[str]:
    """A name without an office at its end, then with one capitalised word before it, with two, and so on."""
    first, end = value.first, value.end
    while end - first > 1 and fold(wording.word(end - 1)) in title_words().honorifics:
        end -= 1
    yield " ".join(wording.words(first, end).split())
    while first > 0 and value.first - first < LONGEST_NAME and wording.word(first - 1)[:1].isupper():
        first -= 1
        yield " ".join(wording.words(first, end).split())


def of_venue_and_town(left: Wording, right: Wording, pair: Pair, placed: Set[tuple[str, str]]) -> bool:
    """A venue and a town: both can be right unless the venue is known to lie elsewhere.

    `placed` holds the pairs of names of which a report says that the first lies in the second.
    """
    names = _whole_names(left, right, pair)
    venues = [_is_venue(name) for name in names]
    if venues[0] == venues[1]:
        return False
    venue, town = names if venues[0] else names[::-1]
    if not names_a_place(town):
        return False
    towns = {inner for name, inner in placed if name == fold(venue) and names_a_place(inner)}
    if towns:
        return fold(town) in towns
    # Letters that stand for a sponsor ("SAP Arena") are no town.
    words = (word for word in venue.split()[:-1] if not word.isupper())
    inside = [known for word in words if (known := find_city(word)) is not None]
    return not inside or any(_can_hold(town, city.name, city.country) for city in inside)


def are_two_venues(left: Wording, right: Wording, pair: Pair) -> bool:
    """Return whether both names are of streets, halls and the like, whatever type a layer gave to their first words."""
    return all(_is_venue(name) for name in _whole_names(left, right, pair))


def _can_hold(town: str, city: str, country: str | None) -> bool:
    known = find_known(town)
    if known is not None and known.kind in _AREAS:
        return known.country in (country, None)
    return fold(town) == fold(city)


def _is_venue(name: str) -> bool:
    words = name.split()
    named = len(words) > 1 and fold(words[-1]).rstrip(".") in _words("venues")
    return named or bool(_NUMBERED.match(name))


def of_team_and_town(left: Wording, right: Wording, pair: Pair) -> bool:
    """A team's nickname and its town or college before one player or coach: "Otters coach", "Kvam State coach"."""
    one, other = pair.left.unit.value, pair.right.unit.value
    if one is None or other is None:
        return False
    persons = _player_after(left, one), _player_after(right, other)
    if not all(persons) or compare_names(*persons).outcome not in _FITTING:
        return False
    names = _name_of(left, one), _name_of(right, other)
    nicknames = [_is_nickname(name) for name in names]
    if nicknames[0] == nicknames[1]:
        return False
    nickname, town = names if nicknames[0] else names[::-1]
    team = find_team(nickname)
    return team is None or find_city(town) is None or fold(town) in fold(team.name)


def _player_after(wording: Wording, value: Value) -> str:
    """The name of the player or coach whose part in a team stands right after a name; empty where none does."""
    index = value.end
    while index < len(wording) and fold(wording.lemma[index]) in _words("sporting"):
        index += 1
    person = wording.value_at.get(index)
    if index == value.end or person is None or person.mention is None or person.mention.type != "PERSON":
        return ""
    return _name_of(wording, person)


def _is_nickname(name: str) -> bool:
    """Whether a name looks like a team's nickname: one capitalised word in the plural that names no place."""
    return " " not in name and name[:1].isupper() and name.endswith("s") and not names_a_place(name)


def of_two_plays(left: Wording, right: Wording, pair: Pair) -> bool:
    """Distances of two plays of a game: "a 41-yard pass", "a one-yard pass"."""
    one, other = pair.left.unit.value, pair.right.unit.value
    if one is None or other is None or one.quantity is None or other.quantity is None or is_tight(pair):
        return False
    return is_play(left, one) and is_play(right, other)


def is_play(wording: Wording, value: Value) -> bool:
    """Whether a measure with a hyphen modifies what a player makes over a distance."""
    if not any(char in _HYPHENS for char in wording.words(value.first, min(value.end + 1, len(wording)))):
        return False
    index = top_of(wording, unit_of(value))
    for _ in range(_MODIFIERS):  # "73-yard game winning drive"
        index = wording.head[index]
        if wording.lemma[index] in _words("plays"):
            return True
        if wording.dep[index] not in ("compound", "amod", "nmod", "npadvmod"):
            return wording.lemma[wording.head[index]] in _words("plays")
    return False


def _whole_names(left: Wording, right: Wording, pair: Pair) -> tuple[str, str]:
    """The names that two stretches are parts of, with the words of a name after them; empty for other values."""
    one, other = pair.left.unit.value, pair.right.unit.value
    if one is None or other is None or one.mention is None or other.mention is None:
        return "", ""
    return whole_name(left, one), whole_name(right, other)


def _name_of(wording: Wording, value: Value) -> str:
    return " ".join(wording.words(value.first, value.end).split())


@cache
def _courtesies() -> frozenset[str]:
    return frozenset(fold(word) for word in load_words("en", "titles", "courtesies"))


Rule = Callable[[Wording, Wording, Pair], bool]
WORDS_ALIKE: tuple[Rule, ...] = (
    say_the_same,
    are_courtesies,
    are_measures,
    of_two_rounds,
    *RETOLD_RULES,
    *COMPATIBLE_RULES,
)
VALUES_ALIKE: tuple[Rule, ...] = (of_team_and_town, of_two_plays, *WHEREABOUTS_RULES)
