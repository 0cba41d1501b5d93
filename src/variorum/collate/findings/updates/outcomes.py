"""What came about: an act that earlier reports tell to be planned or not done, and later ones to be done.

Acts are one where the verb is one, and who acts and whom they befall, as far as both sentences tell. What is told as
done before another report tells it to come has come about again, and is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from variorum.collate.findings.deciding.moments import Stretch, moment_of
from variorum.collate.findings.facts.conditions.denied_acts import side_of
from variorum.collate.findings.facts.conditions.predications import ANY, Predication, find_predications
from variorum.collate.findings.updates.change import Change
from variorum.collate.findings.updates.own import is_own
from variorum.collate.findings.written.spots import Spot, spot_at
from variorum.collate.points import Wording
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.span import ReportId

_words = partial(load_words, "en", "conditions", "words")


class _Told(msgspec.Struct, frozen=True):
    spot: Spot
    agent: str
    done: bool


def find_outcomes(storyline: Storyline, wordings: Sequence[Wording]) -> list[Change]:
    """Return what came about between the reports of each story, by act and whom or what it is of."""
    moments = {report.id: moment for report in storyline.reports if (moment := moment_of(report)) is not None}
    groups: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for act in find_predications(wordings) if len(moments) > 1 else ():
        of = _bearer(act)
        done = _is_done(act) if of is not None else None
        if of is None or done is None:
            continue
        side = side_of(wordings, act)
        for home in wordings[act.wording].homes:
            spot = spot_at(wordings[act.wording], side.unit, home)
            if home.report in moments and is_own(storyline, spot):
                groups[str(storyline.story_of(home.report)), act.name, of].append(_Told(spot, act.agent, done))
    return [outcome for key in sorted(groups) for outcome in _outcomes_of(groups[key], moments)]


def _bearer(act: Predication) -> str | None:
    """Whom or what an act is of; None where it says too little or is of nobody known."""
    if act.is_state or act.name in _words("saying") | _words("light") | _words("occurring"):
        return None
    of = act.patient or (act.agent if act.thing is None and not act.passive else "")
    return of if of not in ("", ANY) else None


def _is_done(act: Predication) -> bool | None:
    """Whether an act is told as done, or as planned or not done so far; None where neither is told for certain."""
    if act.claim == "affirmed" and act.when == "past":
        return True
    planned = act.claim == "affirmed" and act.when == "ahead"
    return False if planned or (act.claim == "denied" and act.lasting) else None


def _outcomes_of(told: Sequence[_Told], moments: Mapping[ReportId, Stretch]) -> Iterator[Change]:
    ranked = sorted(told, key=lambda each: each.spot)
    early = [each for each in ranked if not each.done]
    late = [each for each in ranked if each.done and any(_are_of_one(each.agent, other.agent) for other in early)]
    ordered = all(moments[one.spot.report].is_before(moments[other.spot.report]) for one in early for other in late)
    if early and late and ordered:
        yield Change(tuple(each.spot for each in early), tuple(each.spot for each in late))


def _are_of_one(one: str, other: str) -> bool:
    return one == other or not {one, other}.isdisjoint(("", ANY))
