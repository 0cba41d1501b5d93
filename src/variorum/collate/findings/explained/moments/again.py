"""Two happenings of one kind within days: what a report tells of the second quake is not told of the first."""

from __future__ import annotations

import re
from functools import partial

from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Wording
from variorum.lang.tables import load_words

_words = partial(load_words, "en", "happenings", "again")
# A month or a year of long ago, which both reports tell of.
_LONG = re.compile(r"(\d{4}|XXXX)(-\d\d)?$")
_TOLD = frozenset({"figure", "date"})


def of_two_within_days(setting: Setting, pair: Pair) -> bool:
    """A figure or a date of a report that tells of the second of its kind in a few days, and one of another report.

    "Monday's quake was the second to hit Voss in 24 hours"; of times long ago both tell alike.
    """
    if pair.aspect not in _TOLD:
        return False
    second = setting.second
    left, right = setting.wordings[pair.left.wording], setting.wordings[pair.right.wording]
    if not second or left.reports.isdisjoint(second) == right.reports.isdisjoint(second):
        return False
    return not (_is_of_long_ago(left) and _is_of_long_ago(right))


def _is_of_long_ago(wording: Wording) -> bool:
    return any(value.time is not None and _LONG.match(value.time.value) for value in wording.values)
