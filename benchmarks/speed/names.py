"""Names: what finding and resolving them costs beside the parse, and a peer in the same run.

    python -m benchmarks.speed.names [--split dev]

The peer takes spaCy's names as they are and joins those of a topic whose rapidfuzz token_set_ratio is 90 or more, as
the public set's README measures it. CPU time of one process.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz
from rich.console import Console
from rich.table import Table

from benchmarks.quality.entities import SET, annotate, load_scorer
from variorum.annotate.mentions import find_mentions
from variorum.annotate.parse import DEFAULT_MODEL, load_parser, parse_tokens
from variorum.collate.entities.resolve import LocalEntity, resolve_entities
from variorum.model.report import Report

NOT_NAMES = {"", "DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", help="dev or train")
    split = parser.parse_args().split
    gold = [json.loads(line) for line in (SET / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = [each for each in gold if each["split"] == split]
    topics = {each["id"]: each["topic"] for each in gold}
    load_parser(DEFAULT_MODEL)
    given = [Report(id=each["id"], text=each["text"], language="en") for each in gold]
    annotate(given[:1])
    reports = annotate(given)
    words = sum(len(report.text.split()) for report in reports)
    table = Table("", "CPU s", "ms per 500 words", "recall", "b-cubed F1", "pairs F1")
    start = time.process_time()
    parse_tokens(reports)
    table.add_row("spaCy's parse", *_cost(start, words), "", "", "")
    start = time.process_time()
    find_mentions(reports)
    table.add_row("find_mentions", *_cost(start, words), "", "", "")
    start = time.process_time()
    ours = _ours(reports, topics)
    table.add_row("resolve_entities", *_cost(start, words), *_scores(gold, ours))
    start = time.process_time()
    peer = _peer(reports, topics)
    table.add_row("peer: spaCy's names, token_set 90", *_cost(start, words), *_scores(gold, peer))
    Console().print(table)


def _cost(start: float, words: int) -> tuple[str, str]:
    spent = time.process_time() - start
    return f"{spent:.2f}", f"{1000 * spent / words * 500:.1f}"


def _scores(gold: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]]) -> tuple[str, str, str]:
    names = load_scorer().score(gold, predicted)["names"]
    values = names["recall"], names["topic"]["b3"]["f1"], names["topic"]["pairs"]["f1"]
    return f"{100 * values[0]:.1f}", f"{100 * values[1]:.1f}", f"{100 * values[2]:.1f}"


def _by_topic(reports: Sequence[Report], topics: dict[str, str]) -> dict[str, list[Report]]:
    members: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        members[topics[report.id]].append(report)
    return members


def _ours(reports: Sequence[Report], topics: dict[str, str]) -> list[dict[str, Any]]:
    lines = []
    for topic, members in _by_topic(reports, topics).items():
        entity_of = resolve_entities(members).entity_of
        for report in members:
            mentions = [
                {"start": m.start, "end": m.end, "entity": f"{topic}/{entity_of[LocalEntity(report.id, m.entity)]}"}
                for m in report.layers.mentions or ()
            ]
            lines.append({"id": report.id, "mentions": mentions})
    return lines


def _peer(reports: Sequence[Report], topics: dict[str, str]) -> list[dict[str, Any]]:
    lines = []
    for topic, members in _by_topic(reports, topics).items():
        heads: list[str] = []
        for report in members:
            mentions = []
            for start, end in _spacy_names(report):
                name = report.text[start:end].casefold()
                head = next((each for each in heads if fuzz.token_set_ratio(name, each) >= 90), None)
                if head is None:
                    head = name
                    heads.append(name)
                mentions.append({"start": start, "end": end, "entity": f"{topic}/{head}"})
            lines.append({"id": report.id, "mentions": mentions})
    return lines


def _spacy_names(report: Report) -> list[tuple[int, int]]:
    tokens = report.layers.tokens
    assert tokens is not None
    spans: list[tuple[int, int]] = []
    for start, end, entity in zip(tokens.start, tokens.end, tokens.ent, strict=True):
        if entity[2:] in NOT_NAMES:
            continue
        if entity.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


if __name__ == "__main__":
    main()
