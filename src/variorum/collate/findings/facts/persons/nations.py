"""Of what people those are whom a story is of: who has a role ("the Danish pilot"), and a counted group ("23 Somalis").

A group is known by its noun and how many it is; "12 Somali and 11 Yemeni" are the 23 whom other sentences count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from variorum.collate.differences import Unit
from variorum.collate.findings.facts.fact import Fact, Relation, have_other_values
from variorum.collate.findings.facts.persons.told_beside import HYPHENS, number_at
from variorum.collate.findings.pairs import Side
from variorum.collate.points import Wording
from variorum.lang.senses import is_kind_of
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_known

_words = partial(load_words, "en", "persons")
KINGDOM = frozenset({"XE", "XS", "XW", "GB"})
_PREMODIFYING = frozenset({"amod", "compound", "nmod"})
# A count with more people on top of it ("one of 23") is none of a group; bigger ones are of no happening.
_LEAST, _MOST = 2, 999
# Words from a count to the people that it counts: "12 are reported to be Somali".
_REACH = 6


def nation_of(wording: Wording, index: int) -> str:
    """Return the code of the country of whose people a word tells; empty for others, and for a half: "Danish-born"."""
    known = find_known(wording.word(index)) if wording.word(index)[:1].isupper() else None
    if known is None or known.kind != "people" or not known.country:
        return ""
    if any(wording.word(i) in HYPHENS for i in (index - 1, index + 1) if 0 <= i < len(wording)):
        return ""
    return "GB" if known.country in KINGDOM else known.country


def _beside(wording: Wording, noun: int) -> Iterator[int]:
    """The words that can tell of what people a noun is: before it, set beside it, and by "is"."""
    below = wording.children[noun]
    yield from (i for i in below if wording.dep[i] in _PREMODIFYING and i < noun)
    told = [i for i in below if wording.dep[i] == "appos"]
    verb = wording.head[noun]
    if wording.lemma[verb] == "be" and wording.subject_of(verb) == noun and not wording.is_denied(verb):
        told += [i for i in wording.children[verb] if wording.dep[i] in ("attr", "acomp")]
    for index in told:
        yield index
        yield from (i for i in wording.children[index] if wording.dep[i] in _PREMODIFYING)


def _find_of_groups(wordings: Sequence[Wording]) -> Iterator[Fact]:
    """Yield of what peoples the members of a group are, by how many they are and what they are called."""
    groups = _counted(wordings)
    for number, wording in enumerate(wordings):
        parts = list(_parts(wording))
        if len({code for _, _, code in parts}) > 1:
            total = sum(count for _, count, _ in parts)
            unit = Unit(parts[0][0].start, parts[-1][0].stop, None)
            nouns = [noun for noun, counts in groups.items() if counts == {total}]
            codes = "+".join(sorted({code for _, _, code in parts}))
            yield from (Fact(f"{total} {noun}", Side(number, unit), codes) for noun in nouns[:1])
            continue
        for noun in range(len(wording)):
            counts = groups.get(wording.lemma[noun], set()) if wording.tag[noun] == "NNS" else set()
            own = _count_before(wording, noun)
            the = any(wording.lemma[i] == "the" for i in wording.children[noun])
            if len(counts) == 1 and (own is not None or the):
                for unit, codes in _peoples(wording, noun):
                    yield Fact(f"{next(iter(counts))} {wording.lemma[noun]}", Side(number, unit), codes)


def _counted(wordings: Sequence[Wording]) -> Mapping[str, set[int]]:
    """How many the reports count of each noun for persons."""
    groups: dict[str, set[int]] = defaultdict(set)
    for wording in wordings:
        for noun, tag in enumerate(wording.tag):
            count = _count_before(wording, noun) if tag == "NNS" else None
            if count is not None and is_kind_of(wording.lemma[noun], "person"):
                groups[wording.lemma[noun]].add(count)
    return dict(sorted(groups.items()))


def _count_before(wording: Wording, noun: int) -> int | None:
    for index in wording.children[noun]:
        count = number_at(wording, index) if wording.dep[index] == "nummod" else None
        if count is not None and _LEAST <= count <= _MOST:
            return count
    return None


def _parts(wording: Wording) -> Iterator[tuple[range, int, str]]:
    """The peoples of which a sentence counts the members of a group: "12 Somali and 11 Yemeni"."""
    for at in range(len(wording)):
        count = number_at(wording, at)
        if count is None:
            continue
        for index in range(at + 1, min(at + _REACH + 1, len(wording))):
            if number_at(wording, index) is not None or wording.word(index) in (",", ";", "and"):
                break
            if code := nation_of(wording, index):
                yield range(at, index + 1), count, code
                break


def _peoples(wording: Wording, noun: int) -> Iterator[tuple[Unit, str]]:
    """The peoples of a group by an adjective, by "were" and by "from"; none where there are others of them."""
    if not _words("some").isdisjoint(wording.lemma):
        return
    froms = [i for i in wording.children[noun] if wording.lemma[i] == "from"]
    verb = wording.head[noun]
    if wording.lemma[verb] == "be" and wording.subject_of(verb) == noun and not wording.is_denied(verb):
        froms += [i for i in wording.children[verb] if wording.lemma[i] == "from"]
    places = [i for each in froms for i in wording.children[each] if wording.dep[i] == "pobj"]
    for start in (list(_beside(wording, noun)), places):
        joined = list(start)
        for each in joined:  # grows by what is joined to it
            joined += (i for i in wording.children[each] if wording.dep[i] == "conj")
        codes = {i: nation_of(wording, i) or (_land(wording, i) if start is places else "") for i in joined}
        told = {i: code for i, code in codes.items() if code}
        if told:
            yield Unit(min(told), max(told) + 1, None), "+".join(sorted(set(told.values())))
            return


def _land(wording: Wording, index: int) -> str:
    known = find_known(wording.word(index))
    return (known.country or "") if known is not None and known.kind == "country" else ""


NATION_RELATIONS: tuple[Relation, ...] = (
    Relation("nations of a group", "description", _find_of_groups, have_other_values),
)
