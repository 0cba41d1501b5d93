"""What readings of one point have to do with one another: agreement, conflict, update, variant, single.

Sentences of different reports are laid side by side (`align.py`); where one place in both is filled differently and the
judge is sure that they tell of one point, that is a disagreement, and time and scope decide its kind
(`findings/kinds.py`). Where typed values agree, that is an agreement. What sentences tell that do not run alike, each
of the other modules finds in its own way; here all of it becomes findings that rest on readings, ranked.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

import msgspec

from variorum.collate.align import align_wordings
from variorum.collate.compare.words import says_the_same
from variorum.collate.findings.agreements import gather_agreements
from variorum.collate.findings.bearers import find_bearers
from variorum.collate.findings.cases import Case, Kind
from variorum.collate.findings.counterparts import Counterparts
from variorum.collate.findings.descriptions import Exclusion, find_exclusions
from variorum.collate.findings.disagreements import SURE, fill_once, find_disagreements
from variorum.collate.findings.echoes import Echoes
from variorum.collate.findings.evidence import Vocabulary
from variorum.collate.findings.explained.explainer import Explainer
from variorum.collate.findings.explained.tight import ONE_SAYING, is_tight
from variorum.collate.findings.facts.alike import agree_in_facts
from variorum.collate.findings.facts.differ import differ_in_facts, state_facts
from variorum.collate.findings.facts.relations import RELATIONS
from variorum.collate.findings.growth import FELL, fallen
from variorum.collate.findings.kinds import kind_of
from variorum.collate.findings.misquotations import find_misquotations
from variorum.collate.findings.pairs import Pair, Side, find_agreements, gather_points
from variorum.collate.findings.particulars import find_particulars
from variorum.collate.findings.quotes import find_shared_quotations, read_quotations
from variorum.collate.findings.reasons import name_alone, name_topic, say_why
from variorum.collate.findings.singles import find_lone_figures
from variorum.collate.findings.spots import Mouths, Spot, meet, spots_of, value_of
from variorum.collate.findings.sums import fold_sums
from variorum.collate.findings.updates import find_updates, leave_out_updated
from variorum.collate.findings.variants import find_variants
from variorum.collate.points import Weights, read_wordings
from variorum.collate.storyline import Storyline
from variorum.model.record import Aspect, Finding, FindingKind
from variorum.model.span import Reading, ReportId

# Readings of one finding, and agreements of a record: more than these nobody reads.
MOST_READINGS = 12
AGREEMENTS_A_REPORT = 7
MOST_VARIANTS = 6
MOST_QUOTATIONS = 2
LONGEST_TOPIC = 80
# Findings that are of one point, whose every telling is a reading of it.
ECHOED = ("conflict", "update", "agreement")
AGREED = Kind("agreement", "the reports say the same")
SAME_ROLE = Kind("agreement", "the reports give the same name to the bearer of this role")
QUOTED = Kind("agreement", "the reports quote the same words")
SIDE_BY_SIDE = Kind(
    "variant", "amounts of the same for the same name; scope, part and whole, or another moment may explain them"
)
ALONE = Kind("single", "one report alone gives this figure")


def find_findings(storyline: Storyline) -> list[Finding]:
    """Return the findings of a storyline, those that matter most first."""
    if len(storyline.reports) < 2:
        return []
    maker = _Maker(storyline)
    return maker.findings()


class _Maker:
    """Everything that making the findings of one storyline needs, read once."""

    def __init__(self, storyline: Storyline) -> None:
        self.storyline = storyline
        self.wordings = read_wordings(storyline)
        self.weights = Weights(self.wordings)
        self.numbers = {id(wording): number for number, wording in enumerate(self.wordings)}
        self.alignments = list(align_wordings(self.wordings, self.weights))
        self.vocabulary = Vocabulary(self.wordings)
        self.vocabulary.learn(self.alignments)
        self.counterparts = Counterparts(self.wordings, self.weights)
        self.facts = state_facts(self.wordings, RELATIONS)
        self.mouths = Mouths(storyline)
        self.explainer = Explainer(storyline, self.wordings)
        self.echoes = Echoes(self.explainer, self.weights, self.mouths)
        self.quotations = read_quotations(storyline)

    def findings(self) -> list[Finding]:
        """Return all findings, ranked."""
        found = [each for group in gather_points(self._differing(), self.wordings) for each in self._differ(group)]
        found += self._exclusions(found)
        found += self._misquotations(found)
        found += self._variants(found)
        found = self._updated(found)
        found += self._agreements()
        found += self._quotations()
        found += self._singles(found)
        folded = fold_sums(self.storyline, sorted(found, key=self._rank))
        return sorted(filter(None, map(self._witnessed, self._echoed(folded))), key=self._rank)

    def _echoed(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Yield the findings with all places that tell what they rest on, less those that one before then holds."""
        held: dict[tuple[FindingKind, Aspect], list[Set[Spot]]] = defaultdict(list)
        for finding in findings:
            whole = self._with_echoes(finding) if finding.kind in ECHOED else finding
            spots = {Spot(each.report, each.start, each.end) for each in whole.readings}
            before = held[finding.kind, finding.aspect]
            if not any(spots <= each for each in before):
                before.append(spots)
                yield whole

    def _with_echoes(self, finding: Finding) -> Finding:
        readings = self.echoes.add_to(finding.readings, MOST_READINGS)
        kind = Kind(finding.kind, finding.why)
        return self._plain(kind, finding.aspect, finding.topic, sorted(readings, key=_place))

    def _witnessed(self, finding: Finding) -> Finding | None:
        """A finding as it may stand: what one family of copies says alike is no agreement.

        Where a copy says something else, that is worth telling; so is who prints one passage of an agency.
        """
        if finding.kind == "agreement" and finding.independent == 1:
            return None
        if not self._is_of_one_passage(finding):
            return finding
        return msgspec.structs.replace(finding, why=f"{finding.why}, in one passage that all of them print")

    def _is_of_one_passage(self, finding: Finding) -> bool:
        """Whether reports agree only in so far as they print one passage: one witness, though no report is a copy."""
        return finding.kind == "agreement" and self.storyline.count_witnesses(finding.readings) == 1

    def _exclusions(self, found: Sequence[Finding]) -> list[Finding]:
        """Descriptions of one thing that exclude each other, however their sentences are worded."""
        told = [reading for finding in found for reading in finding.readings]
        excluded: dict[tuple[str, str], list[Exclusion]] = defaultdict(list)
        for exclusion in find_exclusions(self.storyline):
            if not says_the_same(exclusion.one, exclusion.other):
                one, other = sorted((exclusion.one, exclusion.other))
                excluded[(one, other)].append(exclusion)
        findings = []
        for (one, other), each in sorted(excluded.items()):
            spots = {
                Spot(phrase.report, phrase.span.start, phrase.span.end): value
                for exclusion in each
                for phrase, value in ((exclusion.left, exclusion.one), (exclusion.right, exclusion.other))
            }
            readings = [self.mouths.reading(spot, spots[spot]) for spot in sorted(spots)][:MOST_READINGS]
            if not any(meet(reading, old) for reading in readings for old in told):
                reason = f"“{one}” and “{other}” describe one thing and exclude each other"
                topic = " ".join(self.storyline.words(readings[0].report, each[0].left.span).split())
                findings.append(self._plain(Kind("conflict", reason), "description", topic, readings))
        return findings

    def _misquotations(self, found: Sequence[Finding]) -> list[Finding]:
        """What one saying is quoted with in words that exclude each other, unless another finding tells of them."""
        told = [reading for finding in found for reading in finding.readings]
        findings = []
        for each in find_misquotations(self.storyline, self.quotations):
            places = sorted(each.places[:MOST_READINGS])
            readings = [self.mouths.reading(spot, words) for spot, words in places]
            if not any(meet(reading, old) for reading in readings for old in told):
                kind = Kind("conflict", each.reason)
                findings.append(self._plain(kind, each.aspect, _shortened(each.topic), readings))
        return findings

    def _updated(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings with what went on between the reports, less what that explains."""
        updates = find_updates(self.storyline, self.wordings)
        told = []
        for update in updates:
            readings = [self.mouths.reading(spot, value) for spot, value in update.spots][:MOST_READINGS]
            told.append(
                self._plain(Kind("update", update.reason), update.aspect, update.topic, sorted(readings, key=_place))
            )
        return leave_out_updated(found, updates, self._own) + told

    def _differing(self) -> list[Pair]:
        """The pairs that differ, less those that something explains."""
        judged = find_disagreements(self.alignments, self.vocabulary, self.counterparts, self.explainer.explains, SURE)
        stated = differ_in_facts(self.facts, self.weights)
        return [
            pair
            for pair in fill_once([*judged, *stated])
            if not (self.explainer.explains(pair) or self._is_of_two_happenings(pair) or self._is_speech_tag(pair))
        ]

    def _is_speech_tag(self, pair: Pair) -> bool:
        """Whether two stretches of words differ only in how their reports say that somebody said something."""
        sides = (pair.left, pair.right)
        if pair.opposed or any(side.unit.value is not None for side in sides):
            return False
        return all(
            any(self.mouths.is_cue(spot) for spot in spots_of(self.wordings[side.wording], side.unit)) for side in sides
        )

    def _is_of_two_happenings(self, pair: Pair) -> bool:
        """Whether two stories tell something each: two happenings, not one told differently.

        They date, place and name things of their own; of what else they tell one thing is only what runs alike in both.
        """
        left, right = (
            {self.storyline.story_of(report) for report in self.wordings[side.wording].reports}
            for side in (pair.left, pair.right)
        )
        if left & right:
            return False
        return pair.aspect in ("date", "place", "name") or not (is_tight(pair) or pair.shared >= ONE_SAYING)

    def _variants(self, found: Sequence[Finding]) -> list[Finding]:
        """Amounts of the same for the same name that differ, unless another finding tells of them."""
        told = [reading for finding in found for reading in finding.readings]
        variants = []
        for sides in find_variants(self.wordings):
            readings = self._readings(sides)
            fresh = not any(meet(one, other) for one in readings for other in told)
            if fresh and len({reading.report for reading in readings}) > 1:
                topic = name_alone(self.wordings[sides[0].wording], sides[0].unit)
                variants.append(self._plain(SIDE_BY_SIDE, "figure", topic, readings))
        return variants[:MOST_VARIANTS]

    def _agreements(self) -> list[Finding]:
        """The agreements that most independent reports tell."""
        found = self._bearers()
        pairs = [
            *find_agreements(self.alignments, self.numbers),
            *find_particulars(self.explainer, self.weights),
            *agree_in_facts(self.facts, self.weights),
        ]
        for group in gather_agreements(pairs, self.wordings, self.weights):
            readings = self._readings_of(group)
            if len({reading.report for reading in readings}) > 1:
                found.append(self._finding(AGREED, group[0].aspect, group, readings))
        found.sort(key=self._rank)
        return found[: AGREEMENTS_A_REPORT * len(set(self.storyline.roots.values()))]

    def _bearers(self) -> list[Finding]:
        """The persons whom several witnesses give the same role, each with the role that most of them give."""
        best: dict[str, tuple[int, Finding]] = {}
        for bearer in find_bearers(self.wordings):
            readings = self._readings(bearer.sides)
            witnesses = self.storyline.count_witnesses(readings)
            if witnesses > 1 and witnesses > best.get(bearer.last, (0, None))[0]:
                topic = f"{bearer.title} {bearer.name}"
                best[bearer.last] = (witnesses, self._plain(SAME_ROLE, "name", topic, readings))
        return [finding for _, finding in best.values()]

    def _quotations(self) -> list[Finding]:
        """The quotations that several witnesses print word for word, the longest first."""
        found = []
        for quotations in find_shared_quotations(self.quotations):
            readings = [self.mouths.reading(each.spot, " ".join(each.words)) for each in quotations][:MOST_READINGS]
            if self.storyline.count_witnesses(readings) > 1:
                words = self.storyline.words(quotations[0].spot.report, quotations[0].spot.span)
                found.append(self._plain(QUOTED, "description", _shortened(words), readings))
        longest = sorted(found, key=lambda each: (-each.independent, -len(str(each.readings[0].value)), each.id))
        return longest[:MOST_QUOTATIONS]

    def _singles(self, found: Sequence[Finding]) -> list[Finding]:
        """Figures that one report alone gives, unless another finding tells of them."""
        told = {(reading.report, reading.start) for finding in found for reading in finding.readings}
        singles = []
        for side in find_lone_figures(self.storyline, self.wordings, self.vocabulary):
            readings = [each for each in self._readings([side]) if (each.report, each.start) not in told]
            if readings:
                topic = name_alone(self.wordings[side.wording], side.unit)
                singles.append(self._plain(ALONE, "figure", topic, readings))
        return singles

    def _own(self, readings: Sequence[Reading]) -> list[Reading]:
        """The readings less those in which a copy repeats its original: no second moment, no second witness."""
        roots = self.storyline.roots
        told = {(each.report, each.value) for each in readings if roots[each.report] == each.report}
        return [
            each
            for each in readings
            if roots[each.report] == each.report or (roots[each.report], each.value) not in told
        ]

    def _rank(self, finding: Finding) -> tuple[int, bool, int, int, list[tuple[ReportId, int, int]]]:
        """By kind, witnesses and readings; what copies repeat changes no rank."""
        order = {"conflict": 0, "update": 1, "variant": 2, "agreement": 3, "single": 4}
        own = [(each.report, each.start, each.end) for each in self._own(finding.readings)]
        return (order[finding.kind], self._is_of_one_passage(finding), -finding.independent, -len(own), own)

    def _differ(self, pairs: Sequence[Pair]) -> Iterator[Finding]:
        """Yield what the pairs of one point come to: a finding, and with a tally that rose where it fell again."""
        readings = self._readings_of(pairs)
        if len({reading.report for reading in readings}) < 2:
            return
        case = Case(self.storyline, self.wordings, pairs, self._own(readings))
        yield self._finding(kind_of(case), pairs[0].aspect, pairs, readings)
        for group in gather_points(list(fallen(case)), self.wordings):
            yield self._finding(FELL, group[0].aspect, group, self._readings_of(group))

    def _readings_of(self, pairs: Sequence[Pair]) -> list[Reading]:
        return self._readings([side for pair in pairs for side in (pair.left, pair.right)])

    def _readings(self, sides: Sequence[Side]) -> list[Reading]:
        """The readings of some stretches: one a place, the shorter of two that overlap, at most `MOST_READINGS`."""
        placed: dict[Spot, str | float] = {}
        for side in sides:
            wording = self.wordings[side.wording]
            for spot in spots_of(wording, side.unit):
                if not any(
                    spot.report == old.report and spot.start < old.end and old.start < spot.end for old in placed
                ):
                    placed[spot] = value_of(wording, side.unit)
        kept = sorted(list(placed)[:MOST_READINGS])
        return [self.mouths.reading(spot, placed[spot]) for spot in kept]

    def _finding(self, kind: Kind, aspect: Aspect, pairs: Sequence[Pair], readings: Sequence[Reading]) -> Finding:
        topic = name_topic(self.wordings, pairs[0])
        return self._plain(Kind(kind.kind, say_why(kind, self.wordings, pairs[0])), aspect, topic, readings)

    def _plain(self, kind: Kind, aspect: Aspect, topic: str, readings: Sequence[Reading]) -> Finding:
        reports = [reading.report for reading in readings]
        return Finding(
            id=_id_of(kind.kind, readings),
            kind=kind.kind,
            aspect=aspect,
            topic=topic,
            why=kind.reason,
            stories=tuple(sorted({self.storyline.story_of(report) for report in reports})),
            independent=self.storyline.count_independent(reports),
            readings=tuple(readings),
        )


def _place(reading: Reading) -> tuple[ReportId, int, int]:
    return reading.report, reading.start, reading.end


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST_TOPIC else plain[: LONGEST_TOPIC - 1].rsplit(" ", 1)[0] + "…"


def _id_of(kind: str, readings: Sequence[Reading]) -> str:
    places = ";".join(f"{reading.report}:{reading.start}:{reading.end}" for reading in readings)
    return "f" + hashlib.sha256(f"{kind} {places}".encode()).hexdigest()[:12]
