"""Plain words that are taken for names for their capital alone: what opens a sentence, or is shouted.

"Crew discovered the leak. The crew …": a word of the dictionary that this report shows with a capital only where any
word has one names nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from variorum.annotate.names_neighbours import is_plain
from variorum.annotate.names_spans import Name
from variorum.annotate.names_words import Words
from variorum.lang.senses import load_senses
from variorum.lang.tables import load_words
from variorum.text.gazetteer import find_city, find_known, find_team
from variorum.text.names import given_names
from variorum.text.tree import Tree

_MARKS = frozenset({'"', "“", "”", "‘", "’", "``", "''"})
_NEVER_PLAIN = frozenset({"PLACE", "GROUP"})


def without_openers(tree: Tree, words: Words, found: Sequence[Name]) -> list[Name]:
    """The names without those of one plain word that only ever opens a sentence, or is in capitals throughout."""
    never = load_words("en", "titles", "never_names")
    at_places: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        if name.first == name.last:
            at_places[words.folded[name.first]].append(name)
    small, named = set(), set()
    for at, folded in enumerate(words.folded):
        if folded not in at_places:
            continue
        if words.text[at].islower():
            small.add(folded)
        elif words.capital[at] and not (_opens(words, at) or words.headline[at] or _is_loud(words.text[at])):
            named.add(folded)
    dropped = {
        name
        for folded, names in at_places.items()
        for name in names
        if folded in never
        or (
            folded not in named
            and folded not in given_names()
            and all(_is_plain_here(tree, words, each, folded in small) for each in names)
        )
    }
    return [name for name in found if name not in dropped]


def _opens(words: Words, at: int) -> bool:
    """Whether a word opens a sentence, or what stands behind a dash: "OSLO - Organisers said"."""
    return words.opening[at] or (at > 0 and words.text[at - 1] in {"-", "–", "—", "--"} and not words.glued[at])


def _is_loud(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_plain_here(tree: Tree, words: Words, name: Name, small: bool) -> bool:
    """Whether nothing but its place gives a word its capital; `small`: the report has it in small letters too."""
    at, said = name.first, words.text[name.first]
    if name.type in _NEVER_PLAIN and not small:
        return False
    known = find_known(said) or find_city(said) or find_team(said)
    if known is not None or _is_quoted(words, at):
        return False
    if _is_loud(said):
        return small
    if not _is_in_dictionary(words.folded[at]):
        return False
    if tree.tokens.dep[at] in ("nsubj", "nsubjpass", "poss"):
        # "Target said", "Stone's plane left": a person or firm may well be named after a thing.
        verb = tree.tokens.lemma[tree.tokens.head[at]].casefold()
        # "Authorities say": of many, and so no firm.
        many = (
            tree.tokens.tag[at] in {"NNS", "NNPS"} and said[-1] == "s" and is_plain(words.folded[at].removesuffix("s"))
        )
        return many or (small and verb not in load_words("en", "titles", "firm_verbs"))
    # "Stratus sales fell": a product is named after a rare word rather than a common one.
    return small or tree.tokens.dep[at] != "compound" or is_plain(words.folded[at])


def _is_in_dictionary(folded: str) -> bool:
    senses = load_senses()
    return bool(senses.word(folded).senses or (folded[-1:] == "s" and senses.word(folded[:-1]).senses))


def _is_quoted(words: Words, at: int) -> bool:
    """Whether a word alone stands in quotation marks: a title."""
    behind = at + 2 if words.text[at + 1 : at + 2] in {(",",), (".",), ("!",), ("?",)} else at + 1
    return at > 0 and words.text[at - 1] in _MARKS and not _MARKS.isdisjoint(words.text[behind : behind + 1])
