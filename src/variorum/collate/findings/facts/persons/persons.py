"""Which named people of a story are one: a last name by itself is whoever the report, or the story, names in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from variorum.collate.compare.names import compare_names, name_words
from variorum.collate.points import Value, Wording
from variorum.model.span import ReportId
from variorum.text.names import title_words


class Persons:
    """The people whom the sentences of a story name, told apart by last name and, where there are several, by first."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.by_last: dict[str, list[str]] = defaultdict(list)
        self.in_report: dict[tuple[ReportId, str], set[int]] = defaultdict(set)
        told = [
            (wording, name, words)
            for wording in wordings
            for value in wording.values
            if value.mention is not None and value.mention.type == "PERSON"
            for name in [wording.words(value.first, value.end)]
            for words in [words_of(name)]
            if len(words) > 1
        ]
        for name, last in sorted({(name, words[-1]) for _, name, words in told}):
            if self._number(last, name) is None:
                self.by_last[last].append(name)
        for wording, name, words in told:
            number = self._number(words[-1], name)
            for report in wording.reports if number is not None else ():
                self.in_report[report, words[-1]].add(number or 0)

    def _number(self, last: str, name: str) -> int | None:
        known = self.by_last.get(last, [])
        return next((i for i, each in enumerate(known) if compare_names(each, name).outcome in ("same", "fits")), None)

    def key(self, wording: Wording, value: Value) -> str | None:
        """Return who is named, in a form that is the same in every report; None where it can be one of several."""
        name = wording.words(value.first, value.end)
        words = words_of(name)
        if not words:
            return None
        last = words[-1]
        if len(words) > 1:
            return f"{last} {self._number(last, name) or 0}"
        found = {number for report in wording.reports for number in self.in_report.get((report, last), ())}
        numbers = found or set(range(len(self.by_last[last]))) if last in self.by_last else {0}
        return f"{last} {numbers.pop()}" if len(numbers) == 1 else None


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a person's name as names are compared, without "Jr." and the like."""
    words = name_words(name)
    while len(words) > 1 and words[-1] in title_words().generations:
        words = words[:-1]
    return words
