"""The reports of one storyline, with what every part of the record asks of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from variorum.collate.entities.resolve import LocalEntity, Resolved, resolve_entities
from variorum.collate.entities.settle import with_one_type
from variorum.collate.said.speakers import Said, find_speakers
from variorum.collate.witnesses import Placed, Witnesses
from variorum.model.annotations import Attribution, Mention
from variorum.model.laws import root_of_each
from variorum.model.record import Entity
from variorum.model.report import Report
from variorum.model.span import EntityId, ReportId, Span, StoryId
from variorum.text.gazetteer import find_known
from variorum.text.posts import find_posts
from variorum.text.tree import Tree, tree_of


class Storyline:
    """Annotated and grouped reports, ordered by id, with their entities resolved across reports.

    A pure view: everything in it follows from the reports alone, whatever order they are given in. `resolved` are the
    entities across the reports; their mentions have the type that these have.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        ordered = tuple(sorted(reports, key=lambda report: report.id))
        self.resolved: Resolved = resolve_entities(ordered)
        self.reports = with_one_type(ordered, self.resolved)
        self.by_id: Mapping[ReportId, Report] = {report.id: report for report in self.reports}

    @cached_property
    def roots(self) -> Mapping[ReportId, ReportId]:
        """For each report the one at the root of its family of copies: reports of one root are one witness."""
        return root_of_each(
            {report.id: report.copy_of if isinstance(report.copy_of, str) else None for report in self.reports}
        )

    def count_independent(self, reports: Sequence[ReportId]) -> int:
        """Count the witnesses among `reports`: copies of one report are one."""
        return len({self.roots[report] for report in reports})

    @cached_property
    def _witnesses(self) -> Witnesses:
        return Witnesses(self.reports, self.roots)

    def count_witnesses(self, places: Sequence[Placed], told: Sequence[object] | None = None) -> int:
        """Count the witnesses behind places: copies are one, and so are those that print one shared passage.

        `told` gives what each place tells, where two that tell different things are not to be taken for one.
        """
        return self._witnesses.count(places, told)

    def story_of(self, report: ReportId) -> StoryId:
        """Return the story that a report tells."""
        return StoryId(str(self.by_id[report].story))

    @cached_property
    def entities(self) -> Mapping[EntityId, Entity]:
        """The entities across the reports, by id."""
        return {entity.id: entity for entity in self.resolved.entities}

    def entity_of(self, report: ReportId, entity: EntityId | None) -> EntityId | None:
        """Return the id across reports of an entity that `report` calls `entity`; None where there is none."""
        return None if entity is None else self.resolved.entity_of.get(LocalEntity(report, entity))

    @cached_property
    def _speakers(self) -> Mapping[Said, EntityId]:
        return find_speakers(self.reports, self.entity_of)

    def speaker_of(self, report: ReportId, attribution: Attribution) -> EntityId | None:
        """Return the entity across reports that says an attribution, by this report or others that print the words."""
        start = attribution.content[0].start if attribution.content else 0
        other = self._speakers.get(Said(report, start)) if attribution.direct else None
        return other or self.entity_of(report, attribution.speaker)

    @cached_property
    def _states(self) -> Mapping[EntityId, EntityId]:
        """The country behind each capital and people, where the reports name the country too."""
        known = {entity.id: find_known(entity.name) for entity in self.entities.values()}
        countries = {each.country: id for id, each in known.items() if each is not None and each.kind == "country"}
        return {
            id: countries[each.country]
            for id, each in known.items()
            if each is not None and each.kind in ("capital", "people") and each.country in countries
        }

    def state_of(self, entity: EntityId) -> EntityId:
        """Return the country that an entity acts for: "Seoul agreed" is South Korea's doing. Others are themselves."""
        return self._states.get(entity, entity)

    def speech_of(self, report: ReportId) -> tuple[Attribution, ...]:
        """Return the attributions of a report that are somebody's words: quoted, or a clause with a verb.

        The posts that a page embeds are their owner's. "Lee presented the medal" and "Seoul agreed to the package" are
        acts, and the acts of nobody's mouth.
        """
        return self._speech[report]

    @cached_property
    def _speech(self) -> Mapping[ReportId, tuple[Attribution, ...]]:
        return {
            report.id: (
                *(each for each in report.layers.attributions or () if self._is_speech(report.id, each)),
                *_posts(report),
            )
            for report in self.reports
        }

    def _is_speech(self, report: ReportId, attribution: Attribution) -> bool:
        tree = self.trees[report]
        if attribution.direct or tree is None:
            return True
        words = [word for part in attribution.content for word in tree.words_in(part)]
        # An infinitive is what somebody means or declines to do ("to comment").
        means = bool(words) and tree.tokens.tag[words[0]] == "TO"
        return not means and any(tree.tokens.pos[word] in ("VERB", "AUX") for word in words)

    @cached_property
    def trees(self) -> Mapping[ReportId, Tree | None]:
        """The parse of each report, None where it has none (another language)."""
        return {report.id: tree_of(report.text, report.layers) for report in self.reports}

    def mention_at(self, report: ReportId) -> Mapping[int, Mention]:
        """Return the mention that each word of a report's parse is of, by the word's number; of several the first."""
        return self._mention_at[report]

    @cached_property
    def _mention_at(self) -> Mapping[ReportId, Mapping[int, Mention]]:
        return {report.id: _mention_at(self.trees[report.id], report.layers.mentions or ()) for report in self.reports}

    def words(self, report: ReportId, span: Span) -> str:
        """Return the words of a place."""
        return self.by_id[report].text[span.start : span.end]


def _posts(report: Report) -> Iterator[Attribution]:
    """The posts that a report embeds, as what somebody said whom it names."""
    names = {mention.start: mention.entity for mention in report.layers.mentions or () if mention.form == "name"}
    for post in find_posts(report.text):
        speaker = names.get(post.name.start)
        yield Attribution(source=post.name, cue=post.dash, content=(post.words,), direct=True, speaker=speaker)


def _mention_at(tree: Tree | None, mentions: Sequence[Mention]) -> dict[int, Mention]:
    at: dict[int, Mention] = {}
    if tree is None:
        return at
    for mention in mentions:
        for word in tree.words_in(Span(mention.start, mention.end)):
            at.setdefault(word, mention)
    return at
