"""The words of a storyline, sentence by sentence, made ready for laying side by side.

A `Wording` is one sentence as some reports print it: the same words in several reports (a wire copy) are one wording
with several homes, so that copied passages are compared once. Each word has a key under which it is compared: its
lemma, the name as written, or for figures their value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from math import log

import msgspec

from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_table, load_words
from variorum.model.annotations import Mention, Quantity, Time
from variorum.model.report import Report
from variorum.model.span import EntityId, ReportId, Span
from variorum.text.fold import fold
from variorum.text.gazetteer import find_known
from variorum.text.tree import Tree

# Longer "sentences" are lists and page furniture; they are compared piece by piece.
LONGEST = 80
# A compound has three words or more with the hyphens between them as words of their own.
_COMPOUND = 5
_HYPHENS = frozenset("-‐‑–")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})

# The parser takes the "n’t" of "didn’t" for a noun where the apostrophe is a curly one.
_NOT = {"n't": "not"}
_DENIALS = frozenset({"no", "never", "not", "without", "non", "neither"})
_MODIFYING = frozenset({"amod", "compound", "nmod"})
# Shorter words are too often part of another by chance.
_LEAST_WHOLE = 6


class Home(msgspec.Struct, frozen=True, order=True):
    """Where a wording stands: a report, and the offset of the wording's first character there."""

    report: ReportId
    start: int


class Value(msgspec.Struct, frozen=True):
    """A typed value inside a wording: its words (first, end exclusive) and what annotating read there."""

    first: int
    end: int
    kind: str
    quantity: Quantity | None = None
    time: Time | None = None
    mention: Mention | None = None


class Wording:
    """One sentence (or a stretch of a long one): its words column by column, offsets from its own first character."""

    def __init__(self, tree: Tree, words: range, layers: _Layers) -> None:
        tokens, base = tree.tokens, tree.tokens.start[words[0]]
        self.text = tree.text[base : tokens.end[words[-1]]]
        self.start = [tokens.start[index] - base for index in words]
        self.end = [tokens.end[index] - base for index in words]
        self.lemma = [_NOT.get(lemma := fold(tokens.lemma[index]), lemma) for index in words]
        self.pos = [tokens.pos[index] for index in words]
        self.tag = [tokens.tag[index] for index in words]
        self.dep = [tokens.dep[index] for index in words]
        first, end = words[0], words[-1] + 1
        self.head = [
            tokens.head[index] - first if first <= tokens.head[index] < end else index - first for index in words
        ]
        self.homes: list[Home] = []
        # What `differences.py` finds of a stretch (its first word and end), kept since a sentence meets many others.
        self.top_at: dict[tuple[int, int], int] = {}
        self.below_at: dict[tuple[int, int], frozenset[int]] = {}
        self.squeezed_at: dict[tuple[int, int], str] = {}
        self._denied_at: dict[int, bool] = {}
        read = tuple(_values_in(tree, words, layers))
        self.values = tuple(sorted((*read, *self._names_unread(read)), key=lambda value: value.first))
        self.value_at: dict[int, Value] = {}
        for value in self.values:
            for index in range(value.first, value.end):
                self.value_at.setdefault(index, value)
        self.key = [self._key(tree, index) for index in range(len(words))]
        self.joined: dict[int, range] = {}
        self._join_compounds()
        self.is_content = [self._is_content(index) for index in range(len(words))]

    def __len__(self) -> int:
        return len(self.key)

    def _names_unread(self, read: Sequence[Value]) -> Iterator[Value]:
        """Capitalised proper nouns that no layer knows, neither first in the sentence nor part of a longer name."""
        known = {index for value in read for index in range(value.first, value.end)}
        index = 1
        while index < len(self.lemma):
            end = index
            while end < len(self.lemma) and end not in known and self.pos[end] == "PROPN" and self._is_capital(end):
                end += 1
            around = {index - 1, end, *self.head[index:end]}
            if end > index and not around & known and not self._is_of_a_people(range(index, end)):
                mention = Mention(start=0, end=0, type="PRODUCT", entity=EntityId(""))
                yield Value(index, end, "name", mention=mention)
            index = max(end, index + 1)

    def _is_of_a_people(self, words: range) -> bool:
        """Whether a word says of which people or faith something is, which is no name: "Sunni district".

        The parser takes it for a proper noun here and for an adjective there.
        """
        above, word = self.head[words[0]], self.word(words[0])
        if len(words) > 1 or self.dep[words[0]] not in _MODIFYING or self.pos[above] != "NOUN":
            return False
        known = find_known(word)
        return (known is not None and known.kind == "people") or fold(word) in load_words("en", "relations", "faiths")

    def _is_capital(self, index: int) -> bool:
        word = self.text[self.start[index] : self.end[index]]
        return len(word) > 1 and word[0].isupper() and word[1:].islower()

    def _join_compounds(self) -> None:
        """Give the words of a compound ("sea-to-surface") the one key of the whole: its parts tell nothing alone."""
        index = 0
        while index + _COMPOUND <= len(self):
            end = index + 1
            while end + 1 < len(self) and self.word(end) in _HYPHENS and self._touches(end):
                end += 2
            if end - index >= _COMPOUND and not any(pos == "NUM" for pos in self.pos[index:end]):
                self._join(range(index, end), "-".join(fold(self.word(i)) for i in range(index, end, 2)))
            elif end - index > 1:
                # "Near-by" differs as a whole too, but its parts keep their keys: "16-year" is near to "sixteen years".
                self.joined.update(dict.fromkeys(range(index, end), range(index, end)))
            index = end

    def join_parts(self, whole: Set[str]) -> None:
        """Give two words that another report writes as one ("air strikes", "cease-fire") the key of the one."""
        for index in range(len(self) - 1):
            other = index + 2 if self.word(index + 1) in _HYPHENS and self._touches(index + 1) else index + 1
            if other < len(self) and self.is_content[index] and (joined := self.key[index] + self.key[other]) in whole:
                self._join(range(index, other + 1), joined)

    def _join(self, part: range, key: str) -> None:
        """Take several words for one: they have one key, and differ from others as a whole."""
        for index in part:
            self.key[index], self.joined[index] = key, part

    def _touches(self, index: int) -> bool:
        """Whether a word stands between two others without a space on either side."""
        if not 0 < index < len(self) - 1:
            return False
        return self.end[index - 1] == self.start[index] and self.end[index] == self.start[index + 1]

    def _key(self, tree: Tree, index: int) -> str:
        value = self.value_at.get(index)
        if value is not None and value.quantity is not None and value.quantity.kind != "ordinal":
            number = value.quantity.value
            if number is not None and self._is_number(index):
                return f"#{number:g}"
        if self.dep[index] == "neg" or self.lemma[index] == "not":
            return "never" if self.lemma[index] == "never" else "not"
        if self.pos[index] == "PROPN" or self.tag[index] in ("NNP", "NNPS"):
            return fold(self.word(index)).removesuffix("'s")
        if self.pos[index] == "NUM":
            word = fold(self.word(index)).replace(",", "")
            return f"#{_number_words().get(word, word)}"
        return self.lemma[index]

    def _is_number(self, index: int) -> bool:
        return self.pos[index] == "NUM" or any(char.isdigit() for char in self.word(index))

    def _is_content(self, index: int) -> bool:
        word = self.key[index]
        return self.pos[index] in _CONTENT and word not in stop_words() and any(char.isalnum() for char in word)

    def word(self, index: int) -> str:
        """Return a word as it stands in the text."""
        return self.text[self.start[index] : self.end[index]]

    def words(self, first: int, end: int) -> str:
        """Return the text from the word `first` to the word before `end`."""
        return self.text[self.start[first] : self.end[end - 1]]

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Where each key stands whose word tells something."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(self.key):
            if self.is_content[index]:
                found[key].append(index)
        return found

    @cached_property
    def is_spelled(self) -> list[bool]:
        """Whether each word has a letter or a figure; the others are marks."""
        return [any(char.isalnum() for char in key) for key in self.key]

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that hang directly on each word."""
        below: list[list[int]] = [[] for _ in self.head]
        for index, head in enumerate(self.head):
            if head != index:
                below[head].append(index)
        return below

    @cached_property
    def reach(self) -> list[range]:
        """From the first to the last word that hangs on each word, itself included."""
        first, last = list(range(len(self))), list(range(len(self)))
        order = [index for index, head in enumerate(self.head) if head == index]
        for index in order:
            order.extend(self.children[index])
        for index in reversed(order):
            above = self.head[index]
            first[above], last[above] = min(first[above], first[index]), max(last[above], last[index])
        return [range(one, other + 1) for one, other in zip(first, last, strict=True)]

    def above(self, index: int, most: int) -> Iterator[int]:
        """Yield the words above a word, the nearest first, at most so many; no further than the top of its sentence."""
        for _ in range(most):
            if self.head[index] == index:
                return
            index = self.head[index]
            yield index

    def verb_above(self, index: int) -> int:
        """Return the verb that governs a word (itself where it is one), or the top of its sentence."""
        return self._verbs[index]

    def with_particle(self, verb: int) -> str:
        """Return the lemma of a verb with its particle, as word tables have it: "go_down"."""
        particles = (self.lemma[i] for i in self.children[verb] if self.dep[i] == "prt")
        return "_".join((self.lemma[verb], *particles))

    @cached_property
    def _verbs(self) -> list[int]:
        return [self._find_verb(index) for index in range(len(self))]

    def _find_verb(self, index: int) -> int:
        for _ in range(8):
            if self.pos[index] in ("VERB", "AUX") or self.head[index] == index:
                return index
            index = self.head[index]
        return index

    def subject_of(self, verb: int) -> int | None:
        """Return the subject of a verb, through conjunctions and open complements."""
        for _ in range(4):
            for child in self.children[verb]:
                if self.dep[child] in ("nsubj", "nsubjpass"):
                    return child
            if self.dep[verb] not in ("conj", "xcomp"):
                return None
            verb = self.head[verb]
        return None

    def is_denied(self, index: int) -> bool:
        """Return whether a word is denied: by a negation on it, or by a word of denying above it ("refused to")."""
        if index not in self._denied_at:
            self._denied_at[index] = self._find_denied(index)
        return self._denied_at[index]

    def _find_denied(self, index: int) -> bool:
        helping = [child for child in self.children[index] if self.dep[child] in ("aux", "auxpass")]
        count = sum(self._denies(child) for above in (index, *helping) for child in self.children[above])
        first = index
        while first >= 2 and self.word(first - 1) in ("-", "‑"):
            first -= 2
            count += self.lemma[first] == "non" and first not in self.children[index]
        above = self.head[index]
        if above != index and self.dep[index] in ("xcomp", "pcomp", "ccomp", "dobj", "pobj"):
            hop = self.head[above] if self.dep[index] in ("pcomp", "pobj") else above
            count += self.lemma[hop] in denying_words() and self.pos[hop] in ("VERB", "ADJ", "ADV")
            count += any(self._denies(child) for child in self.children[hop]) and self.dep[index] == "xcomp"
        count += self._is_denied_state(index) or self._is_yet_to_come(index)
        return count % 2 == 1

    def _is_denied_state(self, index: int) -> bool:
        """Whether a word is what somebody or something is said not to be: "was not safe", "wasn't under attack"."""
        above = self.head[index]
        copula = self.head[above] if self.dep[index] == "pobj" else above
        if self.dep[index] not in ("acomp", "attr", "pobj") or self.lemma[copula] != "be" or self.pos[copula] != "AUX":
            return False
        return any(self._denies(child) for child in self.children[copula])

    def _is_yet_to_come(self, index: int) -> bool:
        """Whether a verb tells what has not happened so far: "had yet to answer"."""
        above = self.head[index]
        if self.dep[index] != "xcomp" or self.lemma[above] not in ("have", "be"):
            return False
        return any(self.lemma[i] == "yet" for i in (*self.children[above], *self.children[index]) if i < index)

    def _denies(self, index: int) -> bool:
        # "So no, he was here" denies something else.
        return self.dep[index] == "neg" or (self.lemma[index] in _DENIALS and self.dep[index] != "intj")

    @cached_property
    def has_verb(self) -> bool:
        """Whether the wording is a sentence at all, not a caption's credit or a list."""
        return any(pos in ("VERB", "AUX") for pos in self.pos)

    def roles(self, value: Value) -> frozenset[str]:
        """Return the nouns that tell what the bearer of a name is: titles before it, appositions beside it."""
        return frozenset(fold(self.lemma[i]) for i in self.role_words(value))

    def role_words(self, value: Value) -> list[int]:
        """Return where the nouns stand that tell what the bearer of a name is."""
        top = next(
            (i for i in range(value.first, value.end) if not value.first <= self.head[i] < value.end), value.first
        )
        near = [i for i in self.children[top] if self.dep[i] in ("compound", "nmod", "appos")]
        if self.dep[top] in ("appos", "compound", "nmod"):
            near.append(self.head[top])
        return [
            i
            for i in near
            if not value.first <= i < value.end and self.pos[i] in ("NOUN", "PROPN") and self.is_content[i]
        ]

    @cached_property
    def reports(self) -> frozenset[ReportId]:
        """The reports that print this wording."""
        return frozenset(home.report for home in self.homes)


class _Layers:
    """The typed layers of one report, in text order, to be taken sentence by sentence."""

    def __init__(self, report: Report) -> None:
        layers = report.layers
        names = [mention for mention in layers.mentions or () if mention.form == "name"]
        self.layers: list[list[Quantity | Time | Mention]] = [
            sorted(layer, key=lambda each: (each.start, each.end))
            for layer in (list(layers.times or ()), list(layers.quantities or ()), names)
        ]
        self.starts = [[each.start for each in layer] for layer in self.layers]

    def within(self, start: int, end: int) -> Iterator[Quantity | Time | Mention]:
        """Yield what lies wholly between two offsets: times, then quantities, then names."""
        for layer, starts in zip(self.layers, self.starts, strict=True):
            for index in range(bisect_left(starts, start), bisect_left(starts, end)):
                if layer[index].end <= end:
                    yield layer[index]


@cache
def _number_words() -> dict[str, str]:
    """What small numbers in words are in figures ("eighteen", "twenty-one" is two words to the parser)."""
    table = load_table("en", "numbers")
    return {word: str(value) for name in ("ones", "teens", "tens") for word, value in table[name].items()}


def stop_words() -> frozenset[str]:
    """Return the lemmas that tell nothing about what a sentence speaks of."""
    return load_words("en", "relations", "stop")


def denying_words() -> frozenset[str]:
    """Return the lemmas that deny what hangs on them: refuse, fail, escape."""
    return load_words("en", "relations", "denying")


def _values_in(tree: Tree, words: range, layers: _Layers) -> Iterator[Value]:
    tokens = tree.tokens
    start, end = tokens.start[words[0]], tokens.end[words[-1]]
    taken: set[int] = set()
    for found in layers.within(start, end):
        inside = [index - words[0] for index in tree.words_in(Span(found.start, found.end)) if index in words]
        if not inside or taken & set(inside):
            continue
        taken.update(inside)
        first, last = inside[0], inside[-1] + 1
        if isinstance(found, Time):
            yield Value(first, last, "duration" if found.type == "DURATION" else "date", time=found)
        elif isinstance(found, Quantity):
            yield Value(first, last, "ordinal" if found.kind == "ordinal" else "figure", quantity=found)
        elif found.type != "GROUP":
            yield Value(first, last, "place" if found.type == "PLACE" else "name", mention=found)


def read_wordings(storyline: Storyline) -> list[Wording]:
    """Return the wordings of a storyline in the order of report ids and text, each once with all its homes."""
    known: dict[str, Wording] = {}
    for report in storyline.reports:
        tree = storyline.trees[report.id]
        if tree is None:
            continue
        layers = _Layers(report)
        for words in _stretches(tree):
            base = tree.tokens.start[words[0]]
            text = tree.text[base : tree.tokens.end[words[-1]]]
            if text not in known:
                known[text] = Wording(tree, words, layers)
            known[text].homes.append(Home(report.id, base))
    wordings = list(known.values())
    whole = {key for wording in wordings for key in wording.key if len(key) >= _LEAST_WHOLE and key.isalpha()}
    for wording in wordings:
        wording.join_parts(whole)
    return wordings


def _stretches(tree: Tree) -> Iterator[range]:
    for sentence in tree.sentences:
        words = tree.words_in(sentence)
        for first in range(words.start, words.stop, LONGEST):
            yield range(first, min(first + LONGEST, words.stop))


class Weights:
    """How much a key tells: high for those of few sentences (inverse document frequency over the wordings)."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.posted: dict[str, list[int]] = defaultdict(list)
        for number, wording in enumerate(wordings):
            for key in {key for key, content in zip(wording.key, wording.is_content, strict=True) if content}:
                self.posted[key].append(number)
        # A key of one sentence tells no more than one of three: what matters is that few others share it.
        total = len(wordings) + 1
        self.weight: Mapping[str, float] = {
            key: _log_share(total, max(3, len(numbers))) for key, numbers in self.posted.items()
        }
        self._along: dict[Wording, list[float]] = {}

    def of(self, key: str) -> float:
        """Return the weight of a key, 0.2 to 1."""
        return self.weight.get(key, 1.0)

    def along(self, wording: Wording) -> list[float]:
        """Return the weight of each word of a wording, 0 where it tells nothing."""
        if wording not in self._along:
            told = zip(wording.key, wording.is_content, strict=True)
            self._along[wording] = [self.of(key) if content else 0.0 for key, content in told]
        return self._along[wording]


def _log_share(total: int, count: int) -> float:
    return max(0.2, log(total / count) / log(max(2.0, total / 3))) if total > 3 else 1.0
