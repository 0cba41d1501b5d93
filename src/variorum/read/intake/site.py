"""Lines that several texts of one folder carry: the site's own, whatever they look like.

A line of the news may stand in several reports too, when they print one wire copy. So a line counts only if the texts
that share it do not share their prose, and prose only where its neighbours are shared lines as well: a blurb between
the links of a footer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from variorum.read.plaintext.furniture import shape_of
from variorum.read.plaintext.plain import split_lines
from variorum.text.fold import fold

LEAST_TEXTS = 3
_MOST_ALIKE = 0.4  # share of the shorter text's prose, by length, that two texts may share without being copies


def find_common_lines(texts: Sequence[str]) -> frozenset[str]:
    """Return the lines, folded, that are furniture because at least three unlike texts have them."""
    lines = [[fold(line) for line in split_lines(text)] for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(lines):
        for line in dict.fromkeys(text):
            holders[line].append(index)
    shared = {line for line, found in holders.items() if line and len(found) >= LEAST_TEXTS}
    if not shared:
        return frozenset()
    prose = {line for text in texts for line in _prose(text)}
    own = [frozenset(line for line in text if line in prose) for text in lines]
    unlike = {line for line in shared if _unlike(holders[line], own)}
    sure = unlike - prose
    return frozenset(sure | _between(lines, unlike & prose, sure))


def _prose(text: str) -> list[str]:
    return [fold(line) for line in split_lines(text) if shape_of(line).kind == "prose"]


def _unlike(found: Sequence[int], own: Sequence[frozenset[str]]) -> bool:
    """Whether three of the texts are no copies of one another; the first of each family of copies is looked for."""
    firsts: list[int] = []
    for index in found:
        if not any(_alike(own[index], own[first]) for first in firsts):
            firsts.append(index)
        if len(firsts) >= LEAST_TEXTS:
            return True
    return False


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(_length(one), _length(other))
    return fewer > 0 and _length(one & other) > _MOST_ALIKE * fewer


def _length(lines: frozenset[str]) -> int:
    return sum(map(len, lines))


def _between(lines: Sequence[Sequence[str]], prose: set[str], sure: set[str]) -> set[str]:
    """Shared prose that stands next to a sure line of furniture, or at the end of its text, wherever it occurs."""
    times: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for text in lines:
        for at, line in enumerate(text):
            if line in prose:
                times[line] += 1
                around = [*text[max(0, at - 1) : at], *text[at + 1 : at + 2]]
                beside[line] += any(other in sure for other in around)
    return {line for line in prose if beside[line] == times[line]}
