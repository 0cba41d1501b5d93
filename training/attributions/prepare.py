"""Make the training set: every report's words in columns, with its roles and links.

    python training/attributions/prepare.py VOCABULARY OUT REPORTS.jsonl ...

Runs where variorum is installed. The words themselves are not written: only numbers of pieces and tags.
"""

import json
import pickle
import sys
from pathlib import Path

import msgspec
import numpy as np

from variorum.annotate.attributions.features import describe_words
from variorum.annotate.attributions.quotes import find_quotes
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.model.report import Report
from variorum.text.split import split_paragraphs
from variorum.text.tree import Tree
from variorum.text.wordpieces import Vocabulary

ROLES = ("source", "cue", "content")


def words_of(spans, starts, ends):
    """The first and last word of each span that holds one, runs of parts that only white space parts joined."""
    found = []
    for start, end in sorted(map(tuple, spans)):
        first, last = int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end)) - 1
        if first > last:
            continue
        if found and found[-1][1] + 1 == first:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def roles_of(gold, starts, ends):
    """Tags (0 none, then B and I of each role) and the attributions as word spans."""
    tags = np.zeros(len(starts), dtype=np.int64)
    events = []
    for event in gold:
        spans = {role: words_of(event[role], starts, ends) for role in ROLES}
        if not spans["cue"] or not spans["content"]:
            continue
        events.append(spans)
        for number, role in enumerate(ROLES):
            for first, last in spans[role]:
                if tags[first : last + 1].any():
                    continue
                tags[first] = 1 + 2 * number
                tags[first + 1 : last + 1] = 2 + 2 * number
    return tags, events


def main():
    """Write the training set."""
    vocabulary = Vocabulary(Path(sys.argv[1]))
    rows = []
    for path in sys.argv[3:]:
        golds = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        for at in range(0, len(golds), 16):
            batch = golds[at : at + 16]
            reports = [Report(id=gold["id"], text=gold["text"]) for gold in batch]
            for report, gold, sentences in zip(reports, batch, find_sentences(reports), strict=True):
                layers = msgspec.structs.replace(report.layers, sentences=sentences)
                [tokens] = parse_tokens([msgspec.structs.replace(report, annotations=layers)])
                quotes = find_quotes(report.text, split_paragraphs(report.text))
                words = describe_words(Tree(report.text, tokens, sentences), quotes, vocabulary)
                starts, ends = np.array(tokens.start), np.array(tokens.end)
                tags, events = roles_of(gold.get("attributions", ()), starts, ends)
                columns = {name: getattr(words, name) for name in words.__struct_fields__}
                rows.append(
                    {"id": report.id, "starts": starts, "ends": ends, **columns, "tags": tags, "events": events}
                )
    with Path(sys.argv[2]).open("wb") as out:
        pickle.dump(rows, out)
    print(
        len(rows),
        "reports",
        sum(len(row["pos"]) for row in rows),
        "words",
        sum(len(p) for r in rows for p in r["pieces"]),
        "pieces",
    )


if __name__ == "__main__":
    main()
