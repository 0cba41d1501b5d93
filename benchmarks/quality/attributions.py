"""Who said what, on the development part of PolNeAR (`attribution/` of the public sets): 84 articles.

    python -m benchmarks.quality.attributions              a table of errors by class

The scorer is the set's own: a content counts as found where it shares half of its tokens, an attribution where its
source agrees too.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter, defaultdict
from types import ModuleType
from typing import Any

from benchmarks.quality.measured import BENCH, Measured
from variorum.annotate.order import annotate_batch
from variorum.model.report import Report

FOLDER = BENCH / "attribution"
BATCH = 16


def measure() -> Measured:
    """Annotate the articles and score their attributions."""
    scorer = load_scorer()
    golds = [json.loads(line) for line in (FOLDER / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    predicted = {report.id: _as_spans(report) for report in annotated(golds)}
    result = scorer.score(golds, predicted)
    figures = {
        "attribution f1": result["attribution"]["f1"],
        "content f1": result["content overlap"]["f1"],
        "content exact f1": result["content exact"]["f1"],
        "content tokens f1": result["content tokens"]["f1"],
        "source tokens f1": result["source tokens"]["f1"],
        "cue tokens f1": result["cue tokens"]["f1"],
        "direct content recall": result["direct recall"]["content overlap"],
        "direct attribution recall": result["direct recall"]["attribution"],
        "indirect content recall": result["indirect recall"]["content overlap"],
        "indirect attribution recall": result["indirect recall"]["attribution"],
    }
    cases = {f"{gold['id']}#{n}": case for gold in golds for n, case in enumerate(_cases(scorer, gold, predicted))}
    return Measured(figures, cases)


def load_scorer() -> ModuleType:
    """Return the set's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("attribution_score", FOLDER / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(FOLDER / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(golds: list[dict[str, Any]]) -> list[Report]:
    """Return the articles with all layers."""
    reports = [Report(id=gold["id"], text=gold["text"], language="en") for gold in golds]
    batches = (reports[at : at + BATCH] for at in range(0, len(reports), BATCH))
    return [report for batch in batches for report in annotate_batch(batch) if isinstance(report, Report)]


def _as_spans(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "source": [each.source.start, each.source.end] if each.source else None,
            "cue": [each.cue.start, each.cue.end] if each.cue else None,
            "content": [[part.start, part.end] for part in each.content],
        }
        for each in report.layers.attributions or ()
    ]


def _cases(scorer: ModuleType, gold: dict[str, Any], predicted: dict[str, Any]) -> list[str]:
    """How each gold attribution of an article came out: right, wrong source, or missing."""
    text, tokens = gold["text"], scorer.Tokens(gold["text"])
    sides = [
        [{role: tokens.ids(scorer.tidy(text, scorer.spans(each[role]))) for role in scorer.ROLES} for each in side]
        for side in (gold["attributions"], predicted[gold["id"]])
    ]
    found = {
        i: "right" if scorer.source_agrees(sides[0][i]["source"], sides[1][j]["source"]) else "wrong source"
        for i, j in scorer.match(*sides)
    }
    return [found.get(i, "missing") for i in range(len(sides[0]))]


def main() -> None:
    """Print how the gold attributions came out, by class."""
    scorer = load_scorer()
    golds = [json.loads(line) for line in (FOLDER / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    predicted = {report.id: _as_spans(report) for report in annotated(golds)}
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gold in golds:
        for each, case in zip(gold["attributions"], _cases(scorer, gold, predicted), strict=True):
            for kind in _kinds(scorer, gold["text"], each):
                table[kind][case] += 1
    print("| class | attributions | content found | with the right source |\n| --- | --- | --- | --- |")
    for kind, cases in table.items():
        total = cases.total()
        found, right = total - cases["missing"], cases["right"]
        print(f"| {kind} | {total} | {found / total:.3f} | {right / total:.3f} |")


def _kinds(scorer: ModuleType, text: str, gold: dict[str, Any]) -> list[str]:
    """The classes that one gold attribution belongs to."""
    words = " ".join(text[start:end] for start, end in gold["content"])
    quoted = scorer.QUOTED.search(words)
    whole = quoted and words[0] in '"“' and words.rstrip(".")[-1] in '"”'
    length = len(words.split())
    return [
        "direct (all of it quoted)" if whole else "mixed (parts quoted)" if quoted else "indirect",
        "with a source" if gold["source"] else "without a source",
        "in one part" if len(gold["content"]) == 1 else "in several parts",
        "1 to 5 words"
        if length <= 5
        else "6 to 15 words"
        if length <= 15
        else "16 to 40 words"
        if length <= 40
        else "longer",
    ]


if __name__ == "__main__":
    main()
