"""Time expressions of TempEval-3 news (`times/` of the public sets): spans, types, values, by the set's scorer."""

from __future__ import annotations

import importlib.util
import json
from types import ModuleType
from typing import Any

from benchmarks.quality.measured import BENCH, Measured
from variorum.annotate.times.find import find_times_in

FOLDER = BENCH / "times"


def measure() -> Measured:
    """Find the times of every article, without a parse, and score them; each half of the set too."""
    scorer = load_scorer()
    golds = [json.loads(line) for line in (FOLDER / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    figures, cases = {}, {}
    for name, part in (("", golds), (" half a", golds[::2]), (" half b", golds[1::2])):
        errors: list[dict[str, Any]] = []
        result = scorer.score(
            {gold["id"]: (gold["text"], _spans(gold["times"])) for gold in part}, _predict(part), errors
        )
        for figure in ("strict", "relaxed", "type", "value"):
            figures[f"{figure} f1{name}"] = result[figure]["f1"]
        if not name:
            cases = _cases(golds, errors)
    return Measured(figures, cases)


def _spans(times: list[dict[str, Any]]) -> list[tuple[int, int, str, str]]:
    return [(time["start"], time["end"], time["type"], time["value"]) for time in times]


def _predict(golds: list[dict[str, Any]]) -> dict[str, tuple[None, list[tuple[int, int, str, str]]]]:
    return {
        gold["id"]: (None, [(t.start, t.end, t.type, t.value) for t in find_times_in(gold["text"], gold["published"])])
        for gold in golds
    }


def _cases(golds: list[dict[str, Any]], errors: list[dict[str, Any]]) -> dict[str, str]:
    """How each gold time came out, by document and place: right, missed, or what was wrong with it."""
    wrong = {f"{error['id']}:{error['gold'][0]}": error["error"] for error in errors if "gold" in error}
    keys = [f"{gold['id']}:{time['start']}" for gold in golds for time in gold["times"]]
    return {key: wrong.get(key, "right") for key in keys}


def load_scorer() -> ModuleType:
    """Return the set's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("times_score", FOLDER / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(FOLDER / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
