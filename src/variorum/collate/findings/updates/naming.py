"""Somebody whom earlier reports do not name and later ones do: "did not identify the child", then his name.

The name must be new: no report that is not later has it. What ties it to the one who was not named is a noun beside the
name ("the driver, Ana Bell"), a verb of naming ("identified the driver as Ana Bell"), or an act that reports tell of
the nameless one and the later report of the name ("the boy fell", "Tom Reed fell").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, partial

import msgspec

from variorum.collate.compare.words import relation_of_words
from variorum.collate.findings.deciding.moments import Stretch, moment_of
from variorum.collate.findings.written.spots import Spot
from variorum.collate.points import stop_words
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.annotations import Mention
from variorum.model.report import Report
from variorum.model.span import ReportId, Span
from variorum.text.fold import fold
from variorum.text.tree import Tree

_BESIDE = ("compound", "appos", "nmod")
_SUBJECTS = ("nsubj", "nsubjpass")
_words = partial(load_words, "en", "updates", "naming")


class Withheld(msgspec.Struct, frozen=True):
    """A place that says that somebody is not named; `bearer` is the noun for him or her."""

    spot: Spot
    bearer: str


class Named(msgspec.Struct, frozen=True):
    """Somebody whom some places do not name and later ones do."""

    withheld: tuple[Withheld, ...]
    names: tuple[Spot, ...]


def find_named(storyline: Storyline) -> list[Named]:
    """Return who was not named at first and is named by later reports, in the order of reports."""
    moments = {
        report.id: moment
        for report in storyline.reports
        if storyline.roots[report.id] == report.id and (moment := moment_of(report)) is not None
    }
    readers = {
        report.id: _Reader(report, tree)
        for report in storyline.reports
        if report.id in moments and (tree := storyline.trees[report.id]) is not None
    }
    withheld = [each for reader in readers.values() for each in reader.withheld()]
    acts = _acts_of(readers)
    found: dict[str, Named] = {}
    for report, reader in readers.items():
        before = [
            each
            for each in withheld
            if moments[each.spot.report].is_before(moments[report])
            and storyline.story_of(each.spot.report) == storyline.story_of(report)
        ]
        for mention in reader.full_names() if before else ():
            name = fold(reader.report.text[mention.start : mention.end]).split()[-1]
            if name not in found and not _is_known(name, report, readers, moments):
                ties = [each for each in before if reader.is_tied(mention, each.bearer, acts[each.bearer])]
                if ties:
                    found[name] = Named(tuple(ties), (Spot(report, mention.start, mention.end),))
    # A place that several names are tied to is of any of them: "one delegate was not named".
    names = Counter(each for named in found.values() for each in named.withheld)
    return [named for named in found.values() if any(names[each] == 1 for each in named.withheld)]


def _is_known(
    name: str, report: ReportId, readers: Mapping[ReportId, _Reader], moments: Mapping[ReportId, Stretch]
) -> bool:
    """Whether a report that is not later than the one that names somebody has the name already."""
    return any(
        name in reader.words
        for other, reader in readers.items()
        if other != report and not moments[report].is_before(moments[other])
    )


def _acts_of(readers: Mapping[ReportId, _Reader]) -> Mapping[str, frozenset[str]]:
    """The verbs that two reports or more tell of each noun for a person, or of a noun that says the same.

    What an unidentified missile did, somebody may have done too.
    """
    told: dict[str, dict[str, set[ReportId]]] = defaultdict(lambda: defaultdict(set))
    for report, reader in readers.items():
        for noun, verb in reader.acts():
            told[noun][verb].add(report)
    found = {}
    bearers = {each.bearer for reader in readers.values() for each in reader.withheld()}
    for bearer in bearers:
        if relation_of_words(bearer, "person") not in ("same", "wider"):
            found[bearer] = frozenset[str]()
            continue
        reports: dict[str, set[ReportId]] = defaultdict(set)
        for noun, verbs in told.items():
            if is_one(noun, bearer):
                for verb, those in verbs.items():
                    reports[verb] |= those
        found[bearer] = frozenset(verb for verb, those in reports.items() if len(those) > 1)
    return found


def is_one(noun: str, bearer: str) -> bool:
    """Return whether two nouns can stand for one person."""
    return noun == bearer or relation_of_words(noun, bearer) in ("same", "wider")


class _Reader:
    """What one report tells of names that are withheld and given."""

    def __init__(self, report: Report, tree: Tree) -> None:
        self.report, self.tree = report, tree
        self.lemma = [lemma.casefold() for lemma in tree.tokens.lemma]

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the report."""
        return frozenset(fold(self.tree.word(index)).removesuffix("'s") for index in range(len(self.tree)))

    def withheld(self) -> list[Withheld]:
        """Return the places that say that somebody is not named."""
        found = []
        for index, lemma in enumerate(self.lemma):
            bearer = None
            if lemma in _words("unnamed") and self.tree.tokens.dep[index] == "amod":
                bearer = self.tree.tokens.head[index]
            elif self.tree.tokens.pos[index] == "VERB" and self.tree.children_by(index, "neg"):
                objects = self.tree.children_by(index, "dobj", "nsubjpass")
                if objects and lemma in _words("naming"):
                    bearer = objects[0]
                elif objects and lemma in _words("releasing") and self.lemma[objects[0]] in _words("names"):
                    bearer = self._owner(objects[0])
            if bearer is not None and self.tree.tokens.pos[bearer] == "NOUN" and not self._is_of_several(bearer):
                span = self.tree.span(min(bearer, index), max(bearer, index))
                found.append(Withheld(Spot(self.report.id, span.start, span.end), self.lemma[bearer]))
        return found

    def _is_of_several(self, bearer: int) -> bool:
        return any(self.lemma[child] in _words("of_several") for child in self.tree.children[bearer])

    def _owner(self, name: int) -> int | None:
        """Whose name it is: "the child, whose name", "the name of the driver"."""
        for child in self.tree.children[name]:
            if self.tree.tokens.dep[child] == "poss":
                verb = self.tree.tokens.head[name]
                is_relative = self.tree.tokens.tag[child] == "WP$" and self.tree.tokens.dep[verb] == "relcl"
                return self.tree.tokens.head[verb] if is_relative else child
            if self.lemma[child] == "of":
                return next(iter(self.tree.children_by(child, "pobj")), None)
        return None

    def acts(self) -> Iterator[tuple[str, str]]:
        """Yield the nouns that are subjects, each with its verb."""
        for index, label in enumerate(self.tree.tokens.dep):
            verb = self.tree.tokens.head[index]
            if label in _SUBJECTS and self.tree.tokens.pos[index] == "NOUN" and self._is_telling(verb):
                yield self.lemma[index], self.lemma[verb]

    def _is_telling(self, verb: int) -> bool:
        return self.tree.tokens.pos[verb] == "VERB" and self.lemma[verb] not in stop_words()

    def full_names(self) -> Iterator[Mention]:
        """Yield the mentions of persons by more than one word."""
        for mention in self.report.layers.mentions or ():
            words = self.report.text[mention.start : mention.end].split()
            if mention.type == "PERSON" and mention.form == "name" and len(words) > 1:
                yield mention

    def is_tied(self, mention: Mention, bearer: str, acts: frozenset[str]) -> bool:
        """Return whether a name is that of somebody who was told by a noun."""
        words = self.tree.words_in(Span(mention.start, mention.end))
        top = next((word for word in words if self.tree.tokens.head[word] not in words), None)
        if top is None:
            return False
        head, label = self.tree.tokens.head[top], self.tree.tokens.dep[top]
        near = self.tree.children_by(top, *_BESIDE)
        if label in _BESIDE:
            near.append(head)
        if any(self.tree.tokens.pos[each] == "NOUN" and is_one(self.lemma[each], bearer) for each in near):
            return True
        if label in _SUBJECTS and self._is_telling(head) and self.lemma[head] in acts:
            return True
        # "Identified the driver as Ana Bell"; "the driver was named as Ana Bell".
        verb = self.tree.tokens.head[head] if label == "pobj" and self.lemma[head] == "as" else head
        if self.lemma[verb] not in _words("naming"):
            return False
        others = self.tree.children_by(verb, "dobj", "nsubjpass")
        return any(is_one(self.lemma[each], bearer) or self.lemma[each] in _words("anyone") for each in others)
