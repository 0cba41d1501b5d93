"""What stands beside a name and tells its type: "the Ostland newspaper", "41-year-old Veta Marsh", "shares of Ostland".

The parser types each place of a name for itself and often errs; what the text says of the name is surer. A cue here is
one that hardly ever stands beside a name of another type; most places have none.
"""

from __future__ import annotations

import re
from functools import cache

from variorum.annotate.names_neighbours import is_plain
from variorum.annotate.names_spans import Name, kind_by_head
from variorum.annotate.names_titles import is_title
from variorum.annotate.names_words import Words
from variorum.lang.tables import load_keys, load_table, load_words
from variorum.model.annotations import EntityType
from variorum.text.gazetteer import find_city, find_known, find_team
from variorum.text.names import fold_name, given_names
from variorum.text.tree import Tree

_AGE = re.compile(r"\d\d-year-old")
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# "YouTube", "eBay", but not "McAvoy", "DeShawn": a second capital behind what is no beginning of a surname.
_CAMEL = re.compile(r"(?!Mac|Van|Von|Fitz|Ver|Dell|Della|San|Saint)(?:[A-Z][a-z]{2,}|[a-z])[A-Z]\w*")
_LETTERS = re.compile(r"[A-Z]{3,5}")
_KINDS: dict[str, EntityType] = {"ORG": "ORG", "PLACE": "PLACE", "WORK": "WORK", "GROUP": "GROUP"}


def told_type(tree: Tree, words: Words, name: Name) -> EntityType | None:
    """Return the type that the words beside a name tell, or None where they tell nothing."""
    if is_feast(words.said(name.first, name.last)):
        return "EVENT"
    if name.first == name.last and words.folded[name.first] in load_keys("en", "name_kinds", "directions"):
        return _KINDS[load_keys("en", "name_kinds", "directions")[words.folded[name.first]]]
    if words.headline[name.first]:
        return None
    if name.type == "WORK" and is_title(words, name):
        return "WORK"
    if name.first == name.last and _CAMEL.fullmatch(words.text[name.first]):
        return "ORG" if name.type in {"PERSON", "PLACE", "GROUP"} else None
    behind = _noun_behind(tree, words, name)
    if _is_told_person(tree, words, name, behind):
        return "PERSON"
    return _by_noun(tree, words, name, behind)


def _by_noun(tree: Tree, words: Words, name: Name, behind: str) -> EntityType | None:
    """The type that a noun right beside a name tells: "the village of Vellmark", "the film Sunset Row"."""
    kind = load_keys("en", "name_kinds", "behind").get(behind)
    if kind is None and _is_told_place(tree, words, name):
        return "PLACE"
    if kind is None and _is_told_firm(tree, words, name, behind):
        return "ORG"
    if kind is None and name.first and not words.capital[name.first - 1]:
        kind = load_keys("en", "name_kinds", "before").get(tree.tokens.lemma[name.first - 1])
    return _KINDS[kind] if kind is not None else None


@cache
def _feasts() -> frozenset[str]:
    listed = load_table("en", "name_kinds")["feasts"]["names"].replace("\n", ";").split(";")
    return frozenset(fold_name(feast.strip()) for feast in listed) - {""}


def is_feast(said: str) -> bool:
    """Whether a name is that of a feast or of another day of the year."""
    return fold_name(said) in _feasts()


def _noun_behind(tree: Tree, words: Words, name: Name) -> str:
    """The lemma of the common noun that stands right behind a name and that the name narrows; empty where none does."""
    at = name.last + 1
    if at >= len(words.text) or words.capital[at] or words.sentence[at] != words.sentence[name.last]:
        return ""
    # "The Shia district", "a Kurdish militia" are of a people, and not called so.
    if name.type == "GROUP":
        return ""
    narrows = any(tree.tokens.head[word] == at for word in range(name.first, name.last + 1))
    return tree.tokens.lemma[at].casefold() if narrows and tree.tokens.tag[at] in {"NN", "NNS"} else ""


def _is_told_person(tree: Tree, words: Words, name: Name, behind: str) -> bool:
    if name.last - name.first > 3 or kind_by_head(words, name.first, name.last) is not None:
        return False
    return (
        (not behind and _has_age_before(tree, words, name))
        or _has_kin_behind(words, name)
        or _is_who(tree, words, name)
        or _acts_as_person(tree, name)
        or _is_named_by_noun(tree, words, name)
    )


def _has_age_before(tree: Tree, words: Words, name: Name) -> bool:
    """Whether an age stands before a name of several words, perhaps with a noun: "41-year-old baker V. Marsh"."""
    if name.first == name.last and words.folded[name.first] not in given_names():
        return False
    for at in range(name.first - 1, max(3, name.first - 4), -1):
        if _AGE.fullmatch("".join(words.text[at - 4 : at + 1])):
            # "A 30-year-old Marlox" may be a thing.
            return at < name.first - 1 or words.folded[at - 5 : at - 4] not in {("a",), ("an",)}
        if words.capital[at] or tree.tokens.tag[at] not in {"NN", "JJ"}:
            return False
    return False


def _has_kin_behind(words: Words, name: Name) -> bool:
    at = name.last + 1
    if at + 1 >= len(words.text) or words.text[at] not in _POSSESSIVES:
        return False
    kin = load_words("en", "name_kinds", "persons", "kin")
    singular = words.text[at + 1].removesuffix("s")
    after = words.text[at + 2] if at + 2 < len(words.text) else ""
    return (words.text[at + 1] in kin or singular in kin) and after not in {"city", "company", "ship", "firm", "paper"}


def _is_who(tree: Tree, words: Words, name: Name) -> bool:
    """Whether "who" hangs right behind a name that has no article: not "a Democrat who", "a singer of Marlox, who"."""
    at, before = name.last + 1, name.first - 1
    # "Veta Marsh, D-Ost., who": what stands between commas is told of the one before.
    if name.type == "GROUP" or (before >= 0 and (words.text[before] == "," or words.folded[before] == "the")):
        return False
    if any(tree.children_by(word, "det", "amod") for word in range(name.first, name.last + 1)):
        return False
    if words.text[at : at + 1] == (",",):
        at += 1
    if words.folded[at : at + 1] != ("who",):
        return False
    return all(
        tree.tokens.dep[word] != "pobj" and tree.tokens.tag[word] != "NNPS" for word in range(name.first, name.last + 1)
    )


def _acts_as_person(tree: Tree, name: Name) -> bool:
    acts = load_words("en", "name_kinds", "persons", "acts")
    return any(
        tree.tokens.dep[word] in {"nsubj", "nsubjpass"} and tree.tokens.lemma[tree.tokens.head[word]].casefold() in acts
        for word in range(name.first, name.last + 1)
    )


def _is_named_by_noun(tree: Tree, words: Words, name: Name) -> bool:
    """Whether what somebody is stands right before a name of two or three words: "protester Veta Marsh"."""
    before = name.first - 1
    if before < 0 or words.capital[before] or not 0 < name.last - name.first < 3:
        return False
    plain = all(words.text[at][0].isupper() and not words.text[at].isupper() for at in range(name.first, name.last + 1))
    return plain and words.text[before] in load_words("en", "name_kinds", "persons", "nouns")


def _is_told_place(tree: Tree, words: Words, name: Name) -> bool:
    """Whether a name stands behind "the village of", or "born in"."""
    before = name.first - 1
    if before < 1 or words.sentence[before] != words.sentence[name.first]:
        return False
    if words.folded[before] == "of" and not words.capital[before - 1]:
        return words.text[before - 1] in load_words("en", "name_kinds", "places", "of")
    if words.folded[before] != "in" or tree.tokens.dep[before] != "prep" or name.last > name.first:
        return False
    verb = tree.tokens.lemma[tree.tokens.head[before]].casefold()
    return tree.tokens.head[before] == before - 1 and verb in load_words("en", "name_kinds", "places", "acts")


def _is_told_firm(tree: Tree, words: Words, name: Name, behind: str) -> bool:
    """Whether a name that the parser takes for a person's is a firm's: "the Marlox spokesman", "shares of Marlox"."""
    if has_letters_of_exchange(words, name):
        return True
    if name.type not in {"PERSON", "PRODUCT", "WORK"} or words.folded[name.first] in given_names():
        return False
    if behind in load_words("en", "name_kinds", "bodies", "behind"):
        return True
    before = name.first - 1
    if before < 1 or words.folded[before] not in {"of", "in", "at"}:
        return False
    return tree.tokens.lemma[before - 1].casefold() in load_words("en", "name_kinds", "bodies", "of")


def has_letters_of_exchange(words: Words, name: Name) -> bool:
    """Whether a bracket with an exchange and a firm's letters hangs behind a name: "Marlox (NYSE: MRX)"."""
    exchanges = load_words("en", "name_kinds", "bodies", "exchanges")
    behind = words.text[name.last + 1 : name.last + 3]
    return len(behind) == 2 and behind[0] == "(" and behind[1].rstrip(":") in exchanges


def is_letters(words: Words, name: Name) -> bool:
    """Whether a name is but capitals wherever the report has it, as bodies and no persons are called: "MRX said"."""
    if name.first < name.last or not _LETTERS.fullmatch(words.text[name.first]):
        return False
    folded = words.folded[name.first]
    return folded not in given_names() and all(
        words.text[at].isupper() for at, word in enumerate(words.folded) if word == folded
    )


def is_team(words: Words, name: Name, sport: bool) -> bool:
    """Whether a name is a team's without its city: behind "the" ("the Dodgers"), or in a report on sport."""
    team = words.folded[name.last].endswith("s") and find_team(words.said(name.first, name.last)) is not None
    return team and (sport or words.folded[name.first - 1 : name.first] == ("the",))


def is_given_alone(tree: Tree, words: Words, name: Name, kind: EntityType) -> bool:
    """Whether all that the parser took for a body's name is a given name, which narrows no noun: "Celine"."""
    at = name.first
    if name.last > at or kind != "ORG" or words.text[at].isupper():
        return False
    # "Sam's Club", "Marine commandos".
    small = words.text[at + 1 : at + 2] and words.text[at + 1][0].islower()
    if small and tree.tokens.dep[at] in {"compound", "amod", "nmod"}:
        return False
    if words.text[at + 1 : at + 2] in {("'s",), ("’s",)} and any(words.capital[at + 2 : at + 3]):
        return False
    if words.opening[at] and is_plain(words.folded[at]):
        return False
    return (
        words.folded[at] in given_names() and find_known(words.text[at]) is None and find_city(words.text[at]) is None
    )
