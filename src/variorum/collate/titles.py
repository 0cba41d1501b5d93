"""What a story is called: a headline of one of its reports, or the head of a leading sentence, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from variorum.collate.likeness import Likeness
from variorum.collate.storyline import Storyline
from variorum.model.span import StoryId

_MAX_CHARS = 100
# Where a leading sentence can be cut: before a comma, dash or semicolon.
_CUT = re.compile(r"\s*[,;:–—]\s")


def title_story(storyline: Storyline, story: StoryId, likeness: Likeness) -> str:
    """Return the title of a story; its id where its reports have no words that could be one."""
    members = [report for report in storyline.reports if storyline.story_of(report.id) == story]
    headlines = sorted((report.published or "9999", report.id, report.title) for report in members if report.title)
    if headlines:
        return _most_like_the_others([headline for _, _, headline in headlines])
    leads = [sentences[0] for report in members if (sentences := likeness.by_place.get(report.id))]
    if not leads:
        return str(story)
    shared = {lead: round(sum(likeness.between(lead, other) for other in leads), 6) for lead in leads}
    lead = min(leads, key=lambda lead: (-shared[lead], lead.end - lead.start, lead))
    return _shortened(storyline.words(lead.report, lead.span))


def _most_like_the_others(headlines: Sequence[str]) -> str:
    """The headline that is most like the others; of equals the first."""
    return max(headlines, key=lambda one: sum(round(fuzz.token_set_ratio(one, other)) for other in headlines))


def _shortened(sentence: str) -> str:
    """The sentence without its full stop, cut after its last clause that fits (`…` says that it was cut)."""
    whole = " ".join(sentence.split()).rstrip(".")
    if len(whole) <= _MAX_CHARS:
        return whole
    cuts = [match.start() for match in _CUT.finditer(whole) if 30 <= match.start() <= _MAX_CHARS]
    cut = cuts[-1] if cuts else whole.rfind(" ", 0, _MAX_CHARS)
    return whole[: cut if cut > 0 else _MAX_CHARS] + " …"
