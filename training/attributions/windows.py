"""Reports cut into windows of pieces, and windows put into batches."""

import numpy as np
import torch

from variorum.annotate.attributions.link import pair_features

MOST = 256  # pieces in a window, [CLS] and [SEP] included
COLUMNS = ("pos", "dep", "shape", "quote", "place")
FIRST, LAST = 2, 3  # the numbers of [CLS] and [SEP] in the cut vocabulary


def cut(row, rng=None):
    """Ranges of words (first, end) that together cover the report, the first of random size for a fresh cut."""
    counts = np.array([len(pieces) for pieces in row["pieces"]])
    found, at = [], 0
    room = MOST - 2 if rng is None else int(rng.integers(MOST // 4, MOST - 2))
    while at < len(counts):
        end = at + int(np.searchsorted(np.cumsum(counts[at : at + room]), room, side="right"))
        found.append((at, max(end, at + 1)))
        at, room = max(end, at + 1), MOST - 2
    return found


def window_of(row, first, end):
    """One window's arrays, with the links of the events that lie wholly in it."""
    pieces, piece_words = [FIRST], [-1]
    firsts = []
    for word in range(first, end):
        firsts.append(len(pieces))
        pieces += row["pieces"][word]
        piece_words += [word] * len(row["pieces"][word])
    pieces.append(LAST)
    piece_words.append(-1)
    index = np.array(piece_words)
    window = {"pieces": np.array(pieces), "first": np.array(firsts)}
    for name in COLUMNS:
        window[name] = np.where(index < 0, 0, row[name][index])
    head = row["head"][first:end] - first
    window["head"] = np.where((head < 0) | (head >= end - first), np.arange(end - first), head)
    window["tags"] = row["tags"][first:end]
    window["links"] = links_of(row, first, end)
    return window


def links_of(row, first, end):
    """Contents, cues, sources as word spans in the window, the cue of each content and the source of each cue."""
    inside = [
        event
        for event in row["events"]
        if all(first <= span[0] and span[1] < end for spans in event.values() for span in spans)
    ]
    cues = [(event["cue"][0][0] - first, event["cue"][0][1] - first) for event in inside]
    sources, contents, cue_of, source_of = [], [], [], []
    for number, event in enumerate(inside):
        for part in event["content"]:
            contents.append((part[0] - first, part[1] - first))
            cue_of.append(number)
        if event["source"]:
            span = (event["source"][0][0] - first, event["source"][0][1] - first)
            if span not in sources:
                sources.append(span)
            source_of.append(1 + sources.index(span))
        else:
            source_of.append(0)
    sentence = np.cumsum(row["place"][first:end] > 0)
    return {
        "contents": contents,
        "cues": cues,
        "sources": sources,
        "cue_of": cue_of,
        "source_of": source_of,
        "content_cue": _features(contents, cues, sentence),
        "cue_source": _features(cues, sources, sentence),
    }


def _features(lefts, rights, sentence):
    left, right = (np.array(spans, dtype=np.int64).reshape(-1, 2) for spans in (lefts, rights))
    return pair_features(left[:, None], right[None], sentence, np.sort(right[:, 0]))


def collate(windows):
    """Tensors of a batch."""
    size = max(len(window["pieces"]) for window in windows)
    words = max(len(window["first"]) for window in windows)
    batch = {name: torch.from_numpy(np.stack([_pad(w[name], size) for w in windows])) for name in ("pieces", *COLUMNS)}
    batch |= {
        name: torch.from_numpy(np.stack([_pad(w[name], words) for w in windows])) for name in ("first", "head", "tags")
    }
    lengths = torch.tensor([len(window["pieces"]) for window in windows])
    batch["mask"] = torch.where(torch.arange(size)[None] < lengths[:, None], 0.0, -10000.0)
    batch["lengths"] = torch.tensor([len(window["first"]) for window in windows])
    links = [window["links"] for window in windows]
    if all("cues" in link for link in links):
        for name in ("contents", "cues", "sources"):
            most = max(1, *(len(link[name]) for link in links))
            spans = np.zeros((len(links), most, 2), dtype=np.int64)
            for row, link in zip(spans, links, strict=True):
                row[: len(link[name])] = np.array(link[name]).reshape(-1, 2)
            batch[name] = torch.from_numpy(spans)
            batch[name + "_n"] = torch.tensor([len(link[name]) for link in links])
        for name, left, right in (("content_cue", "contents", "cues"), ("cue_source", "cues", "sources")):
            table = np.zeros((len(links), batch[left].shape[1], batch[right].shape[1], 3), dtype=np.int64)
            for row, link in zip(table, links, strict=True):
                row[: link[name].shape[0], : link[name].shape[1]] = link[name]
            batch[name] = torch.from_numpy(table)
        for name, over in (("cue_of", "contents"), ("source_of", "cues")):
            target = np.full((len(links), batch[over].shape[1]), -100, dtype=np.int64)
            for row, link in zip(target, links, strict=True):
                row[: len(link[name])] = link[name]
            batch[name] = torch.from_numpy(target)
    return batch


def _pad(array, size):
    return np.pad(array, (0, size - len(array)))
