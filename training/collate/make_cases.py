"""Plant contradictions in reports of real stories, as cases for `make_rows.py`.

    python training/collate/make_cases.py STORIES.jsonl --out CASES.jsonl [--cases-a-story 12] [--seed 1]

A line of STORIES is {"id", "text", "title", "outlet", "published", "story"}. What two reports of a story tell alike is
found, not read by hand: a value (figure, date, name, place) or a word that both print in sentences which share more
than it. In one report it is changed, and the other reports then contradict it (distant supervision: Mintz et al. 2009).
Cases have the form of the collation set's `mutations_*.jsonl`, so that both kinds of case can be mixed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from variorum.annotate.order import annotate_batch
from variorum.collate.align import Alignment, align_wordings
from variorum.collate.differences import Unit
from variorum.collate.findings.judged.evidence import compare_units
from variorum.collate.findings.judged.judge import VALUED
from variorum.collate.points import Value, Weights, read_wordings
from variorum.collate.storyline import Storyline
from variorum.lang.senses import relation_of
from variorum.lang.tables import load_table
from variorum.model.jsonl import to_report
from variorum.model.report import Report

REPORTS = 6
PLANTS = 4
WEEKDAYS = tuple(day_name)
MONTHS = tuple(month_name)[1:]
# The numbers that are planted where one is spelled; higher ones are planted in figures.
ONES = tuple(load_table("en", "numbers")["ones"]) + tuple(load_table("en", "numbers")["teens"])
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLOCK = re.compile(r"\b(\d{1,2})([:.])(\d\d)\b")
# What a value and the sentences around it must share to be of one point: weight beside it.
LEAST_BESIDE = {"figure": 1.0, "date": 1.5, "name": 1.0, "place": 1.0, "status": 2.0, "description": 2.0}


class Place(msgspec.Struct, frozen=True, order=True):
    """A stretch of a report's text."""

    report: str
    start: int
    end: int


class Anchor(msgspec.Struct, frozen=True):
    """One point that reports tell alike: its kind, and the places of its value with the sentences around them."""

    kind: str
    places: tuple[Place, ...]
    sentences: tuple[Place, ...]
    tag: str = ""
    lemma: str = ""


class Stock(msgspec.Struct):
    """What false values are drawn from: names by type and length, and word forms by tag."""

    names: dict[tuple[str, int], list[str]]
    forms: dict[str, dict[str, str]]


def find_anchors(storyline: Storyline) -> list[Anchor]:
    """Return the points that two reports of a storyline tell alike."""
    wordings = read_wordings(storyline)
    weights = Weights(wordings)
    joined: dict[tuple[str, str], dict[Place, Place]] = defaultdict(dict)
    tags: dict[tuple[str, str], tuple[str, str]] = {}
    for alignment in align_wordings(wordings, weights):
        for kind, key, one, other in _alike(alignment, weights):
            for wording, (first, end) in ((alignment.left, one), (alignment.right, other)):
                for home in wording.homes:
                    place = Place(home.report, home.start + wording.start[first], home.start + wording.end[end - 1])
                    joined[(kind, key)][place] = Place(home.report, home.start, home.start + len(wording.text))
            tags[(kind, key)] = (alignment.left.tag[one[1] - 1], alignment.left.lemma[one[1] - 1])
    found = []
    for (kind, key), places in sorted(joined.items()):
        ordered = sorted(places)
        if len({place.report for place in ordered}) > 1 and len(ordered) <= 12:
            tag, lemma = tags[(kind, key)]
            found.append(Anchor(kind, tuple(ordered), tuple(places[each] for each in ordered), tag, lemma))
    return found


def _alike(alignment: Alignment, weights: Weights) -> Iterator[tuple[str, str, tuple[int, int], tuple[int, int]]]:
    """Yield kind, key and the words of each side of what two sentences tell alike."""
    left, right = alignment.left, alignment.right
    for value in left.values:
        partner = _partner(alignment, value)
        kind = {"duration": "figure"}.get(value.kind, value.kind)
        if partner is None or kind not in LEAST_BESIDE or partner.kind != value.kind:
            continue
        one, other = Unit(value.first, value.end, value), Unit(partner.first, partner.end, partner)
        verdict = compare_units(alignment, one, other)
        beside = alignment.shared_without(one.range, other.range)
        if verdict is None or verdict.outcome != "same" or beside.weight < LEAST_BESIDE[kind]:
            continue
        rare = max(weights.of(left.key[i]) for i in one.range)
        if rare >= 0.5:
            key = " ".join(left.key[i] for i in one.range if left.is_content[i] or left.key[i][0] == "#")
            # A figure stands for many things: those of one number are one point only around the same word.
            about = left.key[left.head[value.end - 1]] if kind == "figure" else ""
            yield kind, f"{key} {about}", (value.first, value.end), (partner.first, partner.end)
    for index, other in enumerate(alignment.right_of):
        if other < 0 or index in alignment.soft or index in left.value_at or other in right.value_at:
            continue
        kind = "status" if left.pos[index] == "VERB" else "description"
        if (
            left.pos[index] not in ("VERB", "ADJ", "NOUN")
            or not left.is_content[index]
            or left.tag[index] != right.tag[other]
        ):
            continue
        beside = alignment.shared_without(range(index, index + 1), range(other, other + 1))
        # A noun that others lean on is what the sentence is about; what describes it hangs below.
        if beside.weight >= LEAST_BESIDE[kind] and beside.low >= 0.25 and left.lemma[index] != "have":
            yield kind, f"{left.key[index]} {left.key[left.head[index]]}", (index, index + 1), (other, other + 1)


def _partner(alignment: Alignment, value: Value) -> Value | None:
    links = [alignment.right_of[i] for i in range(value.first, value.end)]
    at = alignment.right.value_at
    partners = {at[j].first: at[j] for j in links if j in at}
    return next(iter(partners.values())) if len(partners) == 1 else None


def gather_stock(storylines: Sequence[Storyline]) -> Stock:
    """Return names and word forms of all stories."""
    names: dict[tuple[str, int], set[str]] = defaultdict(set)
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for storyline in storylines:
        for report in storyline.reports:
            for mention in report.layers.mentions or ():
                words = report.text[mention.start : mention.end].split()
                if mention.form == "name" and words and all(word[:1].isupper() for word in words):
                    names[(mention.type, min(3, len(words)))].add(" ".join(words))
            tokens = report.layers.tokens
            if tokens is not None:
                for index, tag in enumerate(tokens.tag):
                    word = report.text[tokens.start[index] : tokens.end[index]]
                    if tokens.pos[index] in ("VERB", "ADJ", "NOUN") and word.isalpha() and word.islower():
                        forms[tag].setdefault(tokens.lemma[index].lower(), word)
    return Stock({key: sorted(each) for key, each in names.items()}, dict(forms))


class Maker:
    """Makes the cases of one story."""

    def __init__(self, storyline: Storyline, stock: Stock, rng: random.Random) -> None:
        self.storyline, self.stock, self.rng = storyline, stock, rng
        self.texts = {report.id: report.text for report in storyline.reports}
        self.anchors = find_anchors(storyline)
        self.used: dict[Anchor, int] = defaultdict(int)

    def case(self, name: str) -> dict[str, Any] | None:
        """Return a case: some anchors changed in one report; None where nothing is left to change."""
        # Values come more than once (another false value each time), words once: there are many more of them.
        order = sorted(
            self.anchors,
            key=lambda each: (
                self.used[each] * (1 if each.kind in VALUED else 6),
                each.kind not in VALUED,
                self.rng.random(),
            ),
        )
        if not order:
            return None
        victim = self.rng.choice(sorted({place.report for place in order[0].places}))
        edits: list[tuple[int, int, str, int]] = []
        plants: list[tuple[Anchor, list[Place]]] = []
        kinds: dict[str, int] = defaultdict(int)
        for anchor in order:
            if len(plants) >= PLANTS:
                break
            mine = [place for place in anchor.places if place.report == victim]
            near = {s for place, s in zip(anchor.places, anchor.sentences, strict=True) if place.report == victim}
            taken = any(s.start <= e[0] < s.end for s in near for e in edits)
            others = any(place.report != victim for place in anchor.places)
            if not mine or not others or taken or kinds[anchor.kind] >= 2:
                continue
            changed = self._changes(anchor, victim, mine)
            if not changed or any(_overlap(a, b) for a in changed for b in edits):
                continue
            edits += [(start, end, new, len(plants)) for start, end, new in changed]
            plants.append((anchor, mine))
            kinds[anchor.kind] += 1
            self.used[anchor] += 1
        return self._put_together(name, victim, edits, plants) if plants else None

    def _changes(self, anchor: Anchor, victim: str, mine: Sequence[Place]) -> list[tuple[int, int, str]]:
        text = self.texts[victim]
        olds = [text[place.start : place.end] for place in mine]
        if anchor.kind in ("name", "place"):
            return self._rename(anchor, victim, max(olds, key=len))
        changed = []
        draw = self.rng.random()
        for place, old in zip(mine, olds, strict=True):
            maker = {"figure": self._false_figure, "date": self._false_date}.get(anchor.kind)
            new = maker(old, draw) if maker is not None else self._false_word(anchor, draw)
            if new is None or new == old:
                return []
            changed.append((place.start, place.end, new))
        return changed

    def _rename(self, anchor: Anchor, victim: str, old: str) -> list[tuple[int, int, str]]:
        """Another name of the type wherever the old one stands in the report; a part of a longer one now and then."""
        report = self.storyline.by_id[victim]
        mention = next((m for m in report.layers.mentions or () if report.text[m.start : m.end] == old), None)
        words = old.split()
        stock = self.stock.names.get((mention.type, min(3, len(words))), []) if mention is not None else []
        if not stock:
            return []
        new = self.rng.choice(stock).split()
        if set(new) & set(words):
            return []
        pairs = {old: " ".join(new)}
        if mention is not None and mention.type == "PERSON" and len(words) > 1:
            style = self.rng.random()
            if style < 0.25:
                pairs = {old: " ".join([new[0], *words[1:]])}
            elif style < 0.5:
                pairs = {old: " ".join([*words[:-1], new[-1]]), words[-1]: new[-1]}
            else:
                pairs[words[-1]] = new[-1]
        changed: list[tuple[int, int, str]] = []
        for one, other in pairs.items():
            for found in re.finditer(rf"(?<!\w){re.escape(one)}(?!\w)", report.text):
                if not any(_overlap(found.span(), each) for each in changed):
                    changed.append((found.start(), found.end(), other))
        return changed

    def _false_figure(self, old: str, draw: float) -> str | None:
        found = _NUMBER.search(old)
        if found:
            was = found.group().replace(",", "")
            places = len(was.split(".")[1]) if "." in was else 0
            new = _false_number(float(was), draw, places)
            shown = f"{new:,.{places}f}" if "," in found.group() else f"{new:.{places}f}"
            return old[: found.start()] + shown + old[found.end() :]
        for index, word in enumerate(ONES[1:], 1):
            spelled = re.search(rf"\b{word}\b", old, re.IGNORECASE)
            if spelled:
                new = int(_false_number(float(index), draw, 0))
                shown = ONES[new] if new < len(ONES) else str(new)
                shown = shown.capitalize() if spelled.group()[0].isupper() else shown
                return old[: spelled.start()] + shown + old[spelled.end() :]
        return None

    def _false_date(self, old: str, draw: float) -> str | None:
        clock = _CLOCK.search(old)
        if clock:
            hour = (int(clock[1]) + 1 + int(draw * 4)) % 12 + 1
            return f"{old[: clock.start()]}{hour}{clock[2]}{(int(clock[3]) + 17) % 60:02}{old[clock.end() :]}"
        for names in (WEEKDAYS, MONTHS):
            for index, name in enumerate(names):
                if re.search(rf"\b{name}\b", old):
                    moved = names[(index + 1 + int(draw * (len(names) - 1))) % len(names)]
                    return re.sub(rf"\b{name}\b", moved, old)
        found = _NUMBER.search(old)
        if found and "," not in found.group() and "." not in found.group():
            was = int(found.group())
            step = 1 + int(draw * 9)
            new = was - step if was > 1000 else (was + step - 1) % 28 + 1
            return old[: found.start()] + str(new) + old[found.end() :]
        return None

    def _false_word(self, anchor: Anchor, draw: float) -> str | None:
        forms = self.stock.forms.get(anchor.tag, {})
        lemmas = sorted(forms)
        if anchor.lemma not in forms or len(lemmas) < 50:
            return None
        wanted = ("opposed", "sibling") if draw < 0.8 else (None,)
        for _ in range(400):
            other = self.rng.choice(lemmas)
            if relation_of(anchor.lemma, other) in wanted:
                return forms[other]
        return None

    def _put_together(
        self, name: str, victim: str, edits: list[tuple[int, int, str, int]], plants: list[tuple[Anchor, list[Place]]]
    ) -> dict[str, Any]:
        text, moved, spans = self.texts[victim], 0, defaultdict(list)
        for start, end, new, number in sorted(edits):
            text = text[: start + moved] + new + text[end + moved :]
            spans[number].append([start + moved, start + moved + len(new)])
            moved += len(new) - (end - start)
        keep = {victim}
        for anchor, _ in plants:
            keep.add(self.rng.choice(sorted({place.report for place in anchor.places} - {victim})))
        rest = sorted(set(self.texts) - keep)
        self.rng.shuffle(rest)
        keep.update(rest[: max(0, REPORTS - len(keep))])
        planted = []
        for number, (anchor, mine) in enumerate(plants):
            witnesses = [
                {"report": place.report, "start": place.start, "end": place.end, "sentence": [s.start, s.end]}
                for place, s in zip(anchor.places, anchor.sentences, strict=True)
                if place.report in keep and place.report != victim
            ]
            # A name contradicts wherever the others print the true one; the same number stands for many things.
            named = anchor.kind in ("name", "place")
            old = self.texts[victim][mine[0].start : mine[0].end] if named else ""
            about = {"kind": anchor.kind, "report": victim, "spans": spans[number]}
            planted.append({**about, "original": old, "contradicted_by": witnesses})
        reports = []
        for report in self.storyline.reports:
            if report.id in keep:
                about = {"id": report.id, "outlet": report.outlet, "published": report.published}
                told = (text, None) if report.id == victim else (report.text, report.title)
                reports.append({**about, "text": told[0], "title": told[1]})
        return {"case": name, "event": str(self.storyline.reports[0].story), "reports": reports, "planted": planted}


def _false_number(was: float, draw: float, places: int) -> float:
    """Another number: near the old one or far from it, never one that it could be rounded to."""
    if places == 0 and was <= 12:
        return was + 1 + int(draw * 4) if draw > 0.3 or was < 4 else was - 1 - int(draw * 6)
    factors = (0.3, 0.5, 0.72, 0.85, 1.15, 1.4, 1.8, 2.4)
    new = round(was * factors[int(draw * len(factors))], places)
    return new if new != was else was + 3


def _overlap(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return bool(one[0] < other[1] and other[0] < one[1])


def main() -> None:
    """Make the cases of all stories."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cases-a-story", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    told: dict[str, list[Report]] = defaultdict(list)
    keep = ("id", "text", "title", "outlet", "published")
    for line in chosen.stories.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("story"):
            plain = {**{name: row.get(name) for name in keep}, "story": row["story"], "storyline": row["story"]}
            told[row["story"]].append(to_report({**plain, "copy_of": None}, row["story"]))
    storylines = []
    for _, given in sorted(told.items()):
        reports = [report for report in annotate_batch(given) if isinstance(report, Report)]
        if len(reports) > 1:
            storylines.append(Storyline(reports))
    stock = gather_stock(storylines)
    with chosen.out.open("w", encoding="utf-8") as out:
        for storyline in storylines:
            maker = Maker(storyline, stock, random.Random(f"{chosen.seed} {storyline.reports[0].story}"))
            for number in range(chosen.cases_a_story):
                case = maker.case(f"{storyline.reports[0].story}-{number}")
                if case is not None:
                    out.write(json.dumps(case, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
