"""What explains a difference, so that it is none: the tables of rules over values and over words.

The first rule over a pair of stretches that holds explains the pair away. The rules stand in the rooms beside this one,
each in that of what it looks at.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.collate.findings.explained.amounts.ages import of_grown_age, of_two_bearers, of_two_peoples
from variorum.collate.findings.explained.amounts.apart import (
    in_another_currency,
    of_part_and_total,
    of_two_givers,
    of_two_orders,
)
from variorum.collate.findings.explained.amounts.contests import CONTEST_RULES
from variorum.collate.findings.explained.amounts.deeds import DEED_RULES, asked_and_offered
from variorum.collate.findings.explained.amounts.listed import LISTED_RULES
from variorum.collate.findings.explained.amounts.rows import ROW_RULES
from variorum.collate.findings.explained.amounts.wholes import WHOLE_RULES
from variorum.collate.findings.explained.amounts.whose import BEARER_RULES
from variorum.collate.findings.explained.bearers.offices import of_two_offices
from variorum.collate.findings.explained.bearers.one_bearer import ONE_BEARER_RULES
from variorum.collate.findings.explained.bearers.strangers import STRANGER_RULES
from variorum.collate.findings.explained.misread import MISREAD_RULES, in_no_sentence
from variorum.collate.findings.explained.moments.again import of_two_within_days
from variorum.collate.findings.explained.moments.dates_apart import DATING_RULES
from variorum.collate.findings.explained.moments.earlier import EARLIER_RULES
from variorum.collate.findings.explained.moments.estimates import ESTIMATE_RULES
from variorum.collate.findings.explained.moments.lengths import LENGTH_RULES
from variorum.collate.findings.explained.moments.moved_on import of_reports_days_apart, of_two_doings, of_two_regions
from variorum.collate.findings.explained.moments.trading import of_two_moments_of_trading
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.told_as_well import TOLD_RULES, one_of_several
from variorum.collate.findings.explained.words.worded import (
    deny_alike,
    is_loose,
    is_spelled_alike,
    is_worded_otherwise,
    of_two_heads,
    of_two_ranks,
    says_the_same,
)
from variorum.collate.findings.pairs import Pair


def explains(setting: Setting, pair: Pair) -> bool:
    """Return whether a rule explains a pair: two values, or stretches of which one at least is none."""
    is_typed = pair.left.unit.value is not None and pair.right.unit.value is not None
    return any(rule(setting, pair) for rule in (_VALUE_RULES if is_typed else _WORD_RULES))


_WORD_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    of_two_moments_of_trading,
    is_worded_otherwise,
    is_loose,
    of_two_heads,
    of_two_ranks,
    of_two_within_days,
    deny_alike,
    is_spelled_alike,
    says_the_same,
)
_VALUE_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    in_no_sentence,
    *EARLIER_RULES,
    of_two_bearers,
    of_two_peoples,
    of_grown_age,
    in_another_currency,
    *LENGTH_RULES,
    of_two_orders,
    of_two_givers,
    *BEARER_RULES,
    of_part_and_total,
    of_two_moments_of_trading,
    one_of_several,
    *ONE_BEARER_RULES,
    *STRANGER_RULES,
    of_two_offices,
    *CONTEST_RULES,
    asked_and_offered,
    *WHOLE_RULES,
    *LISTED_RULES,
    *DEED_RULES,
    *MISREAD_RULES,
    of_reports_days_apart,
    of_two_doings,
    of_two_regions,
    *ESTIMATE_RULES,
    *ROW_RULES,
    *DATING_RULES,
    *TOLD_RULES,
)
