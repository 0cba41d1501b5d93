"""Whether a sentence can be told alone, and whether it tells of what was before the story."""

from __future__ import annotations

from datetime import date, timedelta

from variorum.collate.likeness import Sentence
from variorum.collate.storyline import Storyline
from variorum.text.tree import Tree

_MIN_WORDS, _MAX_WORDS = 8, 60
_OPENING_MARKS = "“”\"'‘«"
# What is told of a day further back than this is what the story comes from.
_BACKGROUND_DAYS = 60
_DAY = len("2026-03-10")


def is_tellable(storyline: Storyline, sentence: Sentence, *, may_quote: bool = False, may_lean: bool = False) -> bool:
    """Whether a sentence can stand alone: of fit length, with its end, no half quotation, and clear who it is about.

    `may_quote` allows a quotation at its head, `may_lean` a word at its head that points to the sentence before.
    """
    words = storyline.words(sentence.report, sentence.span)
    if not _MIN_WORDS <= len(words.split()) <= _MAX_WORDS or words.rstrip("\"'”’)")[-1:] not in ".!?。":
        return False
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    if words[:1] in _OPENING_MARKS and not may_quote:
        return False
    tree = storyline.trees[sentence.report]
    return tree is None or (_is_whole(tree, sentence) and (may_lean or not _leans(tree, sentence)))


def _leans(tree: Tree, sentence: Sentence) -> bool:
    """Whether a sentence points to the one before: "However, …", "That number …", "… he softened his tone"."""
    words = tree.words_in(sentence.span)
    if not words:
        return False
    pos, first = tree.tokens.pos, words[0]
    if pos[first] in ("PRON", "CCONJ") or tree.tokens.lemma[first].casefold() in ("this", "that", "these", "those"):
        return True
    if pos[first] == "ADV" and len(words) > 1 and tree.word(first + 1) == ",":
        return True
    roots = [word for word in words if tree.tokens.head[word] == word]
    subject = tree.subject_of(roots[0]) if roots else None
    return subject is not None and tree.tokens.tag[subject] == "PRP"


def _is_whole(tree: Tree, sentence: Sentence) -> bool:
    """Whether a finite verb is the top of a sentence: captions have none."""
    words = tree.words_in(sentence.span)
    roots = [word for word in words if tree.tokens.head[word] == word]
    tops = [*roots, *(child for root in roots for child in tree.children_by(root, "aux", "auxpass"))]
    return any(tree.tokens.tag[word] in ("VBD", "VBZ", "VBP", "MD") for word in tops)


def is_background(storyline: Storyline, sentence: Sentence) -> bool:
    """Whether a sentence names a day long before its report and none near it: it tells of what was before the story."""
    report = storyline.by_id[sentence.report]
    if report.published is None or len(report.published) < _DAY:
        return False
    try:
        since = (date.fromisoformat(report.published[:_DAY]) - timedelta(days=_BACKGROUND_DAYS)).isoformat()
    except ValueError:
        return False
    inside = (t for t in report.layers.times or () if sentence.start <= t.start < sentence.end and t.type == "DATE")
    values = [time.value[:_DAY] for time in inside if time.value[:4].isdigit()]
    return any(value < since[: len(value)] for value in values) and not any(value >= since for value in values)
