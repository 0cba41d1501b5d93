"""Parts of speech and lemmas of words, each kind of word worked out once.

spaCy's attribute ruler runs its table of rules over every document with a matcher. Nearly all of its rules look at one
word: its tag, its relation, its lower case. So what they and the lemmatizer make of a word is kept by these three.
Rules over several words are looked at where the first of them fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from variorum.annotate.parser.vectors import OtherShape

_MOST_KEPT = 100_000  # kinds of words kept


class Form(NamedTuple):
    """What the rules ask of a word."""

    text: str
    tag: str
    dep: str


class WordClass(NamedTuple):
    """What they make of it."""

    pos: str
    tag: str
    dep: str
    lemma: str


class _Rule(NamedTuple):
    number: int
    fits: tuple[Callable[[Form], bool], ...]  # one a word
    tags: Callable[[Form], bool]  # what of it the first word's tag decides
    place: int  # of the word that it changes, among them
    changes: Mapping[str, str]

    def fit(self, words: Sequence[Form]) -> bool:
        """Whether the rule fits these words, which may be too few at the end of a document."""
        return len(words) == len(self.fits) and all(fits(word) for fits, word in zip(self.fits, words, strict=True))


class WordClasses:
    """spaCy's components `attribute_ruler` and `lemmatizer`, over the words of one vocabulary."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:  # noqa: ANN401 - spaCy's components are untyped
        if lemmatizer.overwrite or lemmatizer.mode != "rule":
            raise OtherShape("lemmatizer")
        rules = [rule for number, pattern in enumerate(ruler.patterns) for rule in _read(number, pattern)]
        self._single = [rule for rule in rules if len(rule.fits) == 1]
        self._by_tag: dict[str, list[_Rule]] = {}
        self._several = [rule for rule in rules if len(rule.fits) > 1]
        self._lemmatizer = lemmatizer
        self._kept: dict[Form, WordClass] = {}
        self._openers: dict[Form, tuple[_Rule, ...]] = {}
        self._lemmas: dict[tuple[str, str, str], str] = {}
        # The lemmatizer looks for forms in lists of thousands of words: a sixth of the time of a short run.
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for pos in list(index):
            index[pos] = frozenset(index[pos])

    def of(self, forms: Sequence[Form]) -> list[WordClass]:
        """Return the classes of the words of a document, white space among them, in order."""
        kept = self._kept
        if len(kept) > _MOST_KEPT:
            kept.clear()
            self._openers.clear()
            self._lemmas.clear()
        for form in forms:
            if form not in kept:
                self._learn(form)
        classes = [kept[form] for form in forms]
        if not self._openers.keys().isdisjoint(forms):
            self._apply_several(forms, classes)
        return classes

    def _learn(self, form: Form) -> None:
        self._kept[form] = self._made(form, self._hits(form))
        openers = tuple(rule for rule in self._several if rule.fits[0](form))
        if openers:
            self._openers[form] = openers

    def _hits(self, form: Form) -> list[_Rule]:
        if form.tag not in self._by_tag:
            self._by_tag[form.tag] = [rule for rule in self._single if rule.tags(form)]
        return [rule for rule in self._by_tag[form.tag] if rule.fits[0](form)]

    def _apply_several(self, forms: Sequence[Form], classes: list[WordClass]) -> None:
        more: dict[int, list[_Rule]] = {}
        for at, form in enumerate(forms):
            for rule in self._openers.get(form, ()):
                words = forms[at : at + len(rule.fits)]
                if len(words) == len(rule.fits) and all(
                    fits(word) for fits, word in zip(rule.fits, words, strict=True)
                ):
                    more.setdefault(at + rule.place, []).append(rule)
        for at, rules in more.items():
            classes[at] = self._made(forms[at], [*self._hits(forms[at]), *rules])

    def _made(self, form: Form, rules: list[_Rule]) -> WordClass:
        changes = {"POS": "", "TAG": form.tag, "DEP": form.dep, "LEMMA": "", "MORPH": ""}
        for rule in sorted(rules, key=lambda rule: rule.number):  # later rules win
            changes.update(rule.changes)
        lemma = changes["LEMMA"] or self._lemma(form.text, changes["POS"], changes["MORPH"])
        return WordClass(changes["POS"], changes["TAG"], changes["DEP"], lemma)

    def _lemma(self, text: str, pos: str, morph: str) -> str:
        key = text, pos, morph
        if key not in self._lemmas:
            self._lemmas[key] = self._lemmatized(text, pos, morph)
        return self._lemmas[key]

    def _lemmatized(self, text: str, pos: str, morph: str) -> str:
        if not pos or pos == "SPACE":
            return text.lower()
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy is loaded without its command line first (parse.py)

        word = Doc(self._lemmatizer.vocab, words=[text], pos=[pos], morphs=[morph])
        lemma: str = self._lemmatizer(word)[0].lemma_
        return lemma


def _read(number: int, pattern: Mapping[str, Any]) -> list[_Rule]:
    changes = pattern["attrs"]
    if not changes.keys() <= {"POS", "TAG", "DEP", "LEMMA", "MORPH"}:
        raise OtherShape("attribute ruler")
    rules = []
    for words in pattern["patterns"]:
        tags = _fits({name: wanted for name, wanted in words[0].items() if name == "TAG"})
        rules.append(_Rule(number, tuple(_fits(word) for word in words), tags, pattern["index"], changes))
    return rules


_ASKED: Mapping[str, Callable[[Form], str]] = {
    "LOWER": lambda form: form.text.lower(),
    "ORTH": lambda form: form.text,
    "TEXT": lambda form: form.text,
    "TAG": lambda form: form.tag,
    "DEP": lambda form: form.dep,
}


def _fits(word: Mapping[str, Any]) -> Callable[[Form], bool]:
    """The test of one word; raises OtherShape for what we do not know of the matcher's language."""
    tests = [_test(name, wanted) for name, wanted in word.items()]
    return lambda form: all(test(form) for test in tests)


def _test(name: str, wanted: Any) -> Callable[[Form], bool]:  # noqa: ANN401 - as in the model's table
    if name == "IS_SPACE" and isinstance(wanted, bool):
        return lambda form: form.text.isspace() is wanted
    if name not in _ASKED:
        raise OtherShape(f"attribute ruler: {name}")
    asked = _ASKED[name]
    if isinstance(wanted, str):
        return lambda form: asked(form) == wanted
    if not isinstance(wanted, dict) or len(wanted) != 1:
        raise OtherShape(f"attribute ruler: {wanted!r}")
    ((how, values),) = wanted.items()
    if how == "IN":
        return lambda form: asked(form) in values
    if how == "NOT_IN":
        return lambda form: asked(form) not in values
    if how == "REGEX":
        pattern = re.compile(values)
        return lambda form: pattern.search(asked(form)) is not None
    raise OtherShape(f"attribute ruler: {how}")
