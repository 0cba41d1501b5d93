"""Names in reports and across them: ECB+ topics, and hard pairs of names.

The scorer is the set's own (`entities/score.py`); its main figures are recall of names and, over the documents of a
topic, B-cubed and pairwise F1. Two ways to get ids are measured: `collate`, where the entities of a topic are resolved
across its reports, and `annotate`, where each report gives its ids alone.
"""

from __future__ import annotations

import csv
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

import msgspec

from benchmarks.quality.measured import BENCH, Measured
from variorum.annotate.mentions import find_mentions
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.collate.entities.resolve import LocalEntity, resolve_entities
from variorum.model.annotations import Annotations, Mention
from variorum.model.report import Report
from variorum.model.span import ReportId

SET = BENCH / "entities"
SPLITS = ("dev", "train")
BATCH = 32


def measure() -> Measured:
    """Measure both splits and the pairs; cases are the gold names of `dev`, and the pairs."""
    gold = [json.loads(line) for line in (SET / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = annotate([Report(id=each["id"], text=each["text"], language="en") for each in gold])
    topics = {each["id"]: each["topic"] for each in gold}
    alone = [_line(report, {m.entity: m.entity for m in report.layers.mentions or ()}) for report in reports]
    across = list(_collated(reports, topics))
    scorer = load_scorer()
    figures: dict[str, float] = {}
    for split in SPLITS:
        for way, predicted in (("collate", across), ("annotate", alone)):
            names = scorer.score(gold, predicted, splits=[split])["names"]
            figures[f"{split} {way} b-cubed"] = names["topic"]["b3"]["f1"]
            figures[f"{split} {way} pairs"] = names["topic"]["pairs"]["f1"]
            figures[f"{split} recall"] = names["recall"]
    cases = _cases(scorer, [each for each in gold if each["split"] == "dev"], across)
    pairs = dict(_pair_cases())
    cases.update({id: came for id, (_, came) in pairs.items()})
    for label in ("same", "different"):
        came = [case for given, case in pairs.values() if given == label]
        figures[f"name pairs {label}"] = came.count("right") / len(came)
    figures["name pairs"] = (figures["name pairs same"] + figures["name pairs different"]) / 2
    return Measured(figures, cases)


def annotate(reports: Sequence[Report]) -> list[Report]:
    """Return the reports with sentences, tokens and mentions."""
    done: list[Report] = []
    for at in range(0, len(reports), BATCH):
        batch = list(reports[at : at + BATCH])
        for make, layer in ((find_sentences, "sentences"), (parse_tokens, "tokens"), (find_mentions, "mentions")):
            batch = [
                msgspec.structs.replace(report, annotations=_with(report.layers, layer, value))
                for report, value in zip(batch, make(batch), strict=True)
            ]
        done.extend(batch)
    return done


def _with(layers: Annotations, layer: str, value: Any) -> Annotations:  # noqa: ANN401 - a layer of any type
    return msgspec.structs.replace(layers, **{layer: value})


def load_scorer() -> ModuleType:
    """Return the set's own scorer."""
    spec = importlib.util.spec_from_file_location("entities_score", SET / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _line(report: Report, ids: dict[str, str]) -> dict[str, Any]:
    mentions = [
        {"start": m.start, "end": m.end, "type": m.type, "entity": ids.get(m.entity)}
        for m in report.layers.mentions or ()
    ]
    return {"id": report.id, "mentions": mentions}


def _collated(reports: Sequence[Report], topics: dict[str, str]) -> Iterator[dict[str, Any]]:
    by_topic: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_topic[topics[report.id]].append(report)
    for topic, members in by_topic.items():
        resolved = resolve_entities(members)
        for report in members:
            mentions = report.layers.mentions or ()
            ids = {m.entity: f"{topic}/{resolved.entity_of[LocalEntity(report.id, m.entity)]}" for m in mentions}
            yield _line(report, ids)


def _cases(scorer: ModuleType, gold: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]]) -> dict[str, str]:
    """How each gold name came out: missing, or right if its entity is mostly that of the gold cluster."""
    mentions = {line["id"]: line["mentions"] for line in predicted}
    found: dict[str, tuple[str, str]] = {}
    cases: dict[str, str] = {}
    for each in gold:
        entities = [m for m in each["mentions"] if m.get("scope") == "entity"]
        hits = scorer.match(scorer.Doc(each["text"]), entities, mentions[each["id"]])
        for number, mention in enumerate(entities):
            if mention["form"] != "name":
                continue
            case = f"{each['id']}:{mention['start']}"
            if number in hits:
                found[case] = (f"{each['topic']}/{mention['cluster']}", mentions[each["id"]][hits[number]]["entity"])
            cases[case] = "missing"
    by_cluster: dict[str, Counter[str]] = defaultdict(Counter)
    by_entity: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, entity in found.values():
        by_cluster[cluster][entity] += 1
        by_entity[entity][cluster] += 1
    for case, (cluster, entity) in found.items():
        right = by_cluster[cluster].most_common(1)[0][0] == entity and by_entity[entity].most_common(1)[0][0] == cluster
        cases[case] = "right" if right else "wrong"
    return cases


def _pair_cases() -> Iterator[tuple[str, tuple[str, str]]]:
    with (SET / "name_pairs_dev.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["label"] in {"same", "different"}]
    texts = [Report(id=row["id"] + side, text=row[f"context_{side}"], language="en") for row in rows for side in "ab"]
    reports = {report.id: report for report in annotate(texts)}
    for row in rows:
        two = [reports[ReportId(row["id"] + side)] for side in "ab"]
        resolved = resolve_entities(two)
        ids = []
        for report, name in zip(two, (row["a"], row["b"]), strict=True):
            mention = _mention_of(report, name)
            ids.append(resolved.entity_of.get(LocalEntity(report.id, mention.entity)) if mention else None)
        same = ids[0] is not None and ids[0] == ids[1]
        yield row["id"], (row["label"], "right" if same == (row["label"] == "same") else "wrong")


def _mention_of(report: Report, name: str) -> Mention | None:
    """The mention that shares most with the place of a name in its context."""
    start = report.text.index(name)
    end = start + len(name)
    shared = [
        ((min(end, m.end) - max(start, m.start)) / (max(end, m.end) - min(start, m.start)), m)
        for m in report.layers.mentions or ()
        if m.start < end and start < m.end
    ]
    return max(shared, key=lambda each: each[0])[1] if shared else None
