"""Learn which blocks of a page are its article (`variorum/read/page/blocks.npz`).

    python training/read/blocks.py --folds 4     how it does on sites not seen; halves of the sites too
    python training/read/blocks.py --write       learn on all pages and write the model

Needs lightgbm (dependency group `bench`). Two rounds of trees are learnt: the first from what is measured of a page,
the second from that, trafilatura's opinion, and what the first makes of pages of sites that it was not taught. Labels:
a block that holds a segment of the gold is the article's or not, with weight 1; a block on which four settings of three
extractors agree is taken with `SILVER`, so that the many blocks that no segment names are not free. The weights of a
class name or word are votes of sites, and the rows that the trees learn from are measured with weights that the row's
own site had no vote in: else the trees would trust them too much.
"""

from __future__ import annotations

import argparse
import bisect
import gzip
import json
import logging
import math
import random
import runpy
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html_text
import lightgbm
import numpy as np
import readability
import trafilatura
from benchmarks.quality.measured import BENCH
from numpy.typing import NDArray
from resiliparse.extract.html2text import extract_plain_text

from variorum.read.characters.decode import decode_bytes
from variorum.read.page.blocks import Block, find_blocks
from variorum.read.page.body import ask_trafilatura, find_doubt
from variorum.read.page.features import WORD, WORDS_OF, Lexicon, Measures, find_kept, measure_blocks, squeeze
from variorum.read.page.head import heading_of, read_head
from variorum.read.page.markup import body_of, parse

FOLDER = BENCH / "extraction"
TARGET = Path(__file__).parents[2] / "src" / "variorum" / "read" / "page" / "blocks.npz"
SILVER = 0.02
LEAST_SITES = {"names": 4, "words": 6}
KEPT_NEGATIVES = 0.4  # share of the silver negatives that are learnt from: there are plenty
TREES = 100
PARTS = 3  # of the sites, each judged by first trees grown on the others, for the second to learn from
DOUBTS = (0.05, 0.1, 0.15, 0.2, 0.3)  # from which trafilatura may be asked
LEAST = 0.5  # likelihood from which a block is kept
PARAMETERS = {
    "objective": "binary", "num_leaves": 15, "max_depth": 7, "learning_rate": 0.12, "min_data_in_leaf": 20,
    "min_sum_hessian_in_leaf": 1.0, "feature_fraction": 0.4, "bagging_fraction": 0.8, "bagging_freq": 1,
    "lambda_l2": 5.0, "verbosity": -1, "num_threads": 1, "seed": 0, "deterministic": True,
}  # fmt: skip


class Sample:
    """A page with its blocks, what each extractor kept, and its labels: each block's `answer` (0 or 1) and `weight`."""

    def __init__(self, key: str, item: Mapping[str, Any]) -> None:
        logging.disable(logging.CRITICAL)
        markup = decode_bytes(gzip.decompress((FOLDER / "pages" / f"{key}.html.gz").read_bytes()))
        tree = parse(markup)
        self.site = site_of(item["url"])
        self.blocks = find_blocks(body_of(tree))
        self.squeezed = [squeeze(block.text) for block in self.blocks]
        self.head = heading_of(read_head(tree))
        self.opinion = find_kept(self.squeezed, ask_trafilatura(tree, self.blocks))
        others = [
            trafilatura.extract(markup, include_comments=False) or "",
            trafilatura.extract(markup, include_comments=False, favor_precision=True) or "",
            _ask_readability(markup),
            extract_plain_text(markup, main_content=True, alt_texts=False),
        ]
        agreed = np.sum([find_kept(self.squeezed, text) for text in others], axis=0)
        self.answer, self.weight = label(self.blocks, item, self.opinion)
        silver = (self.weight == 0) & ((agreed == 4) | (agreed == 0))
        self.answer[silver] = agreed[silver] == 4
        self.weight[silver] = np.where(agreed[silver] == 4, SILVER, SILVER / 2)
        self.weight[self.weight < 0] = 0

    def measure(self, lexicon: Lexicon) -> Measures:
        """Return what is measured of the page's blocks."""
        return measure_blocks(self.blocks, self.squeezed, self.head, lexicon)


def _ask_readability(markup: str) -> str:
    try:
        return html_text.extract_text(readability.Document(markup).summary())
    except (readability.readability.Unparseable, ValueError):
        return ""


def site_of(url: str) -> str:
    """Return the last two parts of an address's host; the set writes some with a prefix that is no scheme."""
    host = (
        urlsplit(url.rsplit("hard::", maxsplit=1)[-1].replace("xhttps", "https")).netloc.lower()
        or url.split("/", maxsplit=1)[0]
    )
    return ".".join(host.split(".")[-2:])


def label(blocks: Sequence[Block], item: Mapping[str, Any], kept: Sequence[bool]) -> tuple[NDArray, NDArray]:
    """Return answer and weight of each block by the gold's segments; weight -1 where segments contradict each other."""
    starts, position = [], 0
    texts = [" ".join(block.text.split()) for block in blocks]
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    whole = " ".join(texts)
    answer, weight = np.zeros(len(blocks)), np.zeros(len(blocks))
    clash = np.zeros(len(blocks), dtype=bool)
    for key, value in (("with", 1.0), ("without", 0.0)):
        for segment in filter(None, (" ".join(each.split()) for each in item[key])):
            places = find_all(whole, segment)
            if value and len(places) > 1:
                places = [place for place in places if kept[bisect.bisect_right(starts, place) - 1]] or places
            for place in places:
                first = bisect.bisect_right(starts, place) - 1
                last = bisect.bisect_left(starts, place + len(segment))
                for index in range(first, last):
                    clash[index] |= weight[index] > 0 and answer[index] != value
                    answer[index] = value
                    weight[index] = max(weight[index], 1 / len(places) if value else 1.0)
    weight[clash] = -1
    return answer, weight


def find_all(whole: str, segment: str) -> list[int]:
    """Return where `segment` stands in `whole`, at most 60 places."""
    places: list[int] = []
    start = whole.find(segment)
    while start >= 0 and len(places) < 60:
        places.append(start)
        start = whole.find(segment, start + 1)
    return places


class Votes:
    """How far each site's blocks with a name or word are its articles': every site one vote a word."""

    def __init__(self, samples: Iterable[Sample], kind: str) -> None:
        counts: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
        for sample in samples:
            for block, answer, weight in zip(sample.blocks, sample.answer, sample.weight, strict=True):
                if weight > 0:
                    gold = weight > SILVER
                    said, size = (names_of(block), 0.06 * gold + SILVER * min(len(block.text), 300) / 100)
                    if kind == "words":
                        said, size = set(WORD.findall(block.text[:WORDS_OF].lower())), (2.0 if gold else 0.2)
                    for word in said:
                        counts[word][sample.site][int(answer)] += (
                            size if kind == "words" else (6 * weight if gold else size)
                        )
        self.least = LEAST_SITES[kind]
        self.shares = {
            word: {site: each[1] / sum(each) for site, each in sites.items()}
            for word, sites in counts.items()
            if len(sites) >= self.least
        }
        self.sums = {word: math.fsum(sites.values()) for word, sites in self.shares.items()}
        self.by_site: dict[str, list[str]] = defaultdict(list)
        for word, sites in self.shares.items():
            for site in sites:
                self.by_site[site].append(word)
        self.weights = {word: odds(self.sums[word], len(self.shares[word])) for word in self.shares}

    def without(self, site: str) -> dict[str, float]:
        """Return the weights as they are when `site` has no vote."""
        weights = dict(self.weights)
        for word in self.by_site[site]:
            count = len(self.shares[word]) - 1
            if count < self.least:
                del weights[word]
            else:
                weights[word] = odds(self.sums[word] - self.shares[word][site], count)
        return weights


def names_of(block: Block) -> set[str]:
    """Return the class words of a block and of all elements around it."""
    names = set(block.names)
    node: Any = block.node
    while node is not None:
        names.update(node.tokens)
        node = node.parent
    return names


def odds(votes: float, voters: int) -> float:
    """Return the log odds of `votes` of `voters`, drawn to 0 where few vote."""
    return round(math.log((votes + 1) / (voters - votes + 1)), 3)


class Learnt:
    """Trees of both rounds with the weights of words that they were taught with."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        names, words = Votes(samples, "names"), Votes(samples, "words")
        self.lexicon = Lexicon(names.weights, words.weights)
        own = {each.site: Lexicon(names.without(each.site), words.without(each.site)) for each in samples}
        measures = [sample.measure(own[sample.site]) for sample in samples]
        alone = [each.rows([np.zeros(len(each.blocks))]) for each in measures]
        self.first = grow(samples, alone)
        likely = judge_apart(samples, alone)
        told = [
            each.rows([sample.opinion, before]) for each, sample, before in zip(measures, samples, likely, strict=True)
        ]
        self.second = grow(samples, told)

    def judge(self, sample: Sample) -> tuple[NDArray, NDArray]:
        """Return what each round makes of a page's blocks."""
        measures = sample.measure(self.lexicon)
        first = self.first.predict(measures.rows([np.zeros(len(sample.blocks))]))
        return first, self.second.predict(measures.rows([sample.opinion, first]))


def judge_apart(samples: Sequence[Sample], rows: Sequence[NDArray]) -> list[NDArray]:
    """Return what first trees make of each page, grown without the pages of its site and of a third of all others."""
    sites = sorted({sample.site for sample in samples})
    random.Random(2).shuffle(sites)
    part = {site: index % PARTS for index, site in enumerate(sites)}
    likely: list[NDArray] = [np.zeros(0)] * len(samples)
    for number in range(PARTS):
        chosen = [index for index, sample in enumerate(samples) if part[sample.site] != number]
        trees = grow([samples[index] for index in chosen], [rows[index] for index in chosen])
        for index, sample in enumerate(samples):
            if part[sample.site] == number:
                likely[index] = trees.predict(rows[index])
    return likely


def grow(samples: Sequence[Sample], rows: Sequence[NDArray]) -> lightgbm.Booster:
    """Return trees learnt from the rows of `samples`."""
    answer = np.concatenate([sample.answer for sample in samples])
    weight = np.concatenate([sample.weight for sample in samples])
    drawn = np.random.default_rng(0).random(len(weight)) < KEPT_NEGATIVES
    used = (weight > 0) & ((weight > SILVER) | (answer > 0) | drawn)
    data = lightgbm.Dataset(np.concatenate(rows)[used], answer[used], weight=weight[used])
    return lightgbm.train(PARAMETERS, data, TREES)


def write(learnt: Learnt) -> None:
    """Write the model as plain arrays."""
    arrays = {**as_arrays(learnt.first, "first"), **as_arrays(learnt.second, "second")}
    lexicon = learnt.lexicon
    for kind in ("names", "words"):
        weights = sorted(getattr(lexicon, kind).items())
        arrays[kind] = np.frombuffer("\n".join(word for word, _ in weights).encode(), dtype=np.uint8)
        arrays[f"{kind}_weight"] = np.array([weight for _, weight in weights], dtype=np.float16)
    np.savez_compressed(TARGET, **arrays)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(lexicon.names)} names, {len(lexicon.words)} words")


def as_arrays(trees: lightgbm.Booster, which: str) -> dict[str, NDArray]:
    """Return trees as arrays of one row a tree, as `variorum.read.page.model` reads them."""
    flat = [flatten(tree["tree_structure"]) for tree in trees.dump_model()["tree_info"]]
    table = np.zeros((len(flat), max(len(nodes) for nodes in flat), 5))
    for index, nodes in enumerate(flat):
        table[index, : len(nodes)] = nodes
    types = {"feature": np.int16, "threshold": np.float32, "left": np.int16, "right": np.int16, "value": np.float32}
    return {f"{which}_{name}": table[:, :, place].astype(kind) for place, (name, kind) in enumerate(types.items())}


def flatten(root: Mapping[str, Any]) -> list[tuple[float, ...]]:
    """Return the nodes of a tree as (feature, threshold, left, right, value), the root first, a leaf its own child."""
    nodes: list[tuple[float, ...]] = []
    waiting = [(root, -1, 0)]
    while waiting:
        node, parent, side = waiting.pop(0)
        place = len(nodes)
        if parent >= 0:
            above = list(nodes[parent])
            above[2 + side] = place
            nodes[parent] = tuple(above)
        if "leaf_value" in node:
            nodes.append((0, 0.0, place, place, node["leaf_value"]))
        else:
            nodes.append((node["split_feature"], node["threshold"], 0, 0, 0.0))
            waiting += [(node["left_child"], place, 0), (node["right_child"], place, 1)]
    return nodes


def cross_validate(samples: Mapping[str, Sample], gold: Mapping[str, Any], folds: int) -> None:
    """Print how the model does on sites that it was not taught, for all pages and for both halves of the sites."""
    score = runpy.run_path(str(FOLDER / "score.py"))
    sites = sorted({sample.site for sample in samples.values()})
    random.Random(1).shuffle(sites)
    fold = {site: index % folds for index, site in enumerate(sites)}
    likely: dict[str, dict[str, NDArray]] = {"first": {}, "second": {}}
    for number in range(folds):
        learnt = Learnt([sample for sample in samples.values() if fold[sample.site] != number])
        for key, sample in samples.items():
            if fold[sample.site] == number:
                likely["first"][key], likely["second"][key] = learnt.judge(sample)
        print(f"fold {number} done", flush=True)
    doubts = {key: find_doubt(likely["first"][key], sample.blocks) for key, sample in samples.items()}
    for most in DOUBTS:
        likely[f"doubt {most}"] = {key: likely["second" if doubts[key] > most else "first"][key] for key in samples}
        print(
            f"doubt {most}: trafilatura asked on {np.mean([each > most for each in doubts.values()]):.2f} of the pages"
        )
    halves = {"all": set(sites), "one half": set(sites[::2]), "other half": set(sites[1::2])}
    for way, judged in likely.items():
        for name, half in halves.items():
            counts = np.zeros(4)
            for key, sample in samples.items():
                if sample.site in half:
                    text = "\n".join(b.text for b, p in zip(sample.blocks, judged[key], strict=True) if p >= LEAST)
                    counts += score["page"](gold[key], text)
            rates = score["rates"](*counts)
            print(f"{way}, {name}: " + ", ".join(f"{key} {value:.4f}" for key, value in rates.items()))


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    gold = json.loads((FOLDER / "segments.json").read_text(encoding="utf-8"))
    made = {key: Sample(key, gold[key]) for key in sorted(gold)}
    samples = {key: sample for key, sample in made.items() if sample.blocks}
    if chosen.folds:
        cross_validate(samples, gold, chosen.folds)
    if chosen.write:
        write(Learnt(list(samples.values())))


if __name__ == "__main__":
    main()
