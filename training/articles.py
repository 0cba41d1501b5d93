"""The articles of the public sets, and what was judged by hand in them (training/judged).

Used by the scripts in the folders beside this file: PYTHONPATH=src:training.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

# Words of an article that were read: judgements point into texts that are cut here.
MOST_WORDS = 520


def read_articles(paths: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """Return the articles by id, each text cut to what was read.

    A file is JSON lines of articles with "id" and "text", or the anchors of the collation set.
    """
    articles = {}
    for path in paths:
        if path.suffix == ".jsonl":
            given = read_lines(path)
        else:
            events = json.loads(path.read_text(encoding="utf-8"))["events"]
            given = [report for event in events.values() for report in event["reports"]]
        for each in given:
            text = " ".join(each["text"].split(" ")[:MOST_WORDS])
            articles[str(each["id"])] = {**each, "id": str(each["id"]), "text": text}
    return articles


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def by_story(judged: Sequence[Mapping[str, Any]], articles: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the judgements of each story, by name; those whose reports are not all there are left out."""
    stories: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for each in judged:
        if all(report in articles for report, _, _ in places_of(each)):
            stories[each["story"]].append(each)
    return dict(sorted(stories.items()))


def reports_of(judged: Sequence[Mapping[str, Any]], articles: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the reports that judgements point into, by id.

    Outlets were not shown to those who judged; nothing that is told of them may count, and reports come without.
    """
    ids = sorted({report for each in judged for report, _, _ in places_of(each)})
    return [{**articles[id], "outlet": None} for id in ids]


def places_of(judged: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """Return the places (report, start, end) of a pair or a finding that was judged."""
    places = judged["readings"] if "readings" in judged else (judged["left"], judged["right"])
    return [(str(report), start, end) for report, start, end in places]
