"""Names across reports: pairs that are one and pairs that are not, and the laws of resolving."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec
import pytest

from variorum.annotate.mentions import find_mentions
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.collate.entities import LocalEntity, resolve_entities
from variorum.model.annotations import Annotations, Mention
from variorum.model.report import Report
from variorum.model.span import ReportId

PAIRS = [tuple(row) for row in tomllib.loads((Path(__file__).parent / "name_pairs.toml").read_text())["pairs"]]


def annotated(texts):
    """Reports of these texts by id, with their mentions; parsed in one batch, since loading costs most."""
    reports = [Report(id=id, text=text, language="en") for id, text in texts.items()]
    for make, layer in ((find_sentences, "sentences"), (parse_tokens, "tokens"), (find_mentions, "mentions")):
        reports = [
            msgspec.structs.replace(report, annotations=msgspec.structs.replace(report.layers, **{layer: value}))
            for report, value in zip(reports, make(reports), strict=True)
        ]
    return {report.id: report for report in reports}


@cache
def pair_reports():
    return annotated({f"{at}{side}": row[4 + n] for at, row in enumerate(PAIRS) for n, side in enumerate("ab")})


def mention_of(report, name):
    start = report.text.index(name)
    end = start + len(name)
    inside = [m for m in report.layers.mentions if m.form == "name" and m.start < end and start < m.end]
    return max(inside, key=lambda m: min(end, m.end) - max(start, m.start)) if inside else None


def are_one(reports, one, other):
    resolved = resolve_entities(reports)
    ids = []
    for report, name in zip(reports, (one, other), strict=True):
        mention = mention_of(report, name)
        assert mention is not None, f"{name!r} was not found"
        ids.append(resolved.entity_of[LocalEntity(report.id, mention.entity)])
    return ids[0] == ids[1]


@pytest.mark.parametrize("at", range(len(PAIRS)), ids=[f"{row[0]}: {row[2]} / {row[3]}" for row in PAIRS])
def test_pairs_of_names(at):
    _, label, one, other, _, _ = PAIRS[at]
    reports = [pair_reports()[f"{at}{side}"] for side in "ab"]
    assert are_one(reports, one, other) == (label == "same")
