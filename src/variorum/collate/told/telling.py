"""Whether a sentence can be told alone, and whether it tells of what was before the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from rapidfuzz.distance import OSA

from variorum.collate.furniture import is_furniture, lead_in, speaks_to_reader
from variorum.collate.likeness import Sentence
from variorum.collate.storyline import Storyline
from variorum.lang.tables import load_words
from variorum.model.span import Span
from variorum.text.fold import fold
from variorum.text.tree import Tree

_MIN_WORDS, _MAX_WORDS = 8, 60
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLOSES, _OPENS = re.compile(r"[,.!?]['’](?:\s|$)"), re.compile(r"(?:^|[\s(—])['‘]\w")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Characters after a sentence in which the credit of a picture may stand.
_CREDIT = 80
# Characters in which a phrase stands that opens a sentence.
_OPENING = 30
# Spaces in a headline that no sentence begins with by chance.
_HEADLINE = 3
_OPENING_MARKS = "“”\"'‘«"
# What is told of a day further back than this is what the story comes from.
_BACKGROUND_DAYS = 60
_DAY = len("2026-03-10")
# So alike (0 to 1) are two spellings of one word: "Airways" and "Airlines" are, "Smith" and "Butler" are not.
_SPELT_ALIKE = 0.5


def is_tellable(storyline: Storyline, sentence: Sentence, *, may_quote: bool = False, may_lean: bool = False) -> bool:
    """Whether a sentence can stand alone: of fit length, with its end, no half quotation, and clear who it is about.

    `may_quote` allows a quotation at its head, `may_lean` a word that points to the sentence before, a question, and
    the voice of a columnist.
    """
    place = news_of(storyline, sentence)
    words = storyline.words(sentence.report, place)
    if not _MIN_WORDS <= len(words.split()) <= _MAX_WORDS or words.rstrip("\"'”’)")[-1:] not in ".!?。":
        return False
    if words.count("“") != words.count("”") or words.count('"') % 2 or _is_half_quoted(words):
        return False
    if words[:1] in _OPENING_MARKS and not may_quote:
        return False
    if not may_lean and (speaks_to_reader(words) or words.rstrip("\"'”’)").endswith("?")):
        return False
    tree = storyline.trees[sentence.report]
    if tree is not None and not (is_whole(tree, place) and (may_lean or not _leans(tree, place))):
        return False
    if tree is not None and is_caption(tree, place):
        return False
    return not is_said(storyline, sentence) and not _is_of_page(storyline, sentence)


def is_caption(tree: Tree, place: Span) -> bool:
    """Whether a sentence tells what a picture shows: "A sign of the yard is seen"; not "is seen as a threat"."""
    tokens = tree.tokens
    roots = [word for word in tree.words_in(place) if tokens.head[word] == word]
    if any(_is_of_picture(tree, root) for root in roots):
        return True
    for root in (word for word in roots if tokens.tag[word] == "VBN"):
        below = tree.children[root]
        now = any(tokens.dep[each] == "auxpass" and tokens.tag[each] in ("VBZ", "VBP") for each in below)
        other = any(
            tokens.dep[each] == "xcomp" or tokens.tag[each] == "PRP" or tree.word(each).casefold() == "as"
            for each in below
        )
        if now and not other and tokens.lemma[root] in load_words("en", "tellings", "shown"):
            return True
    return False


def _is_of_picture(tree: Tree, root: int) -> bool:
    """Whether a sentence is of the picture beside it: "This photo released by the yard shows ..."."""
    subject = tree.subject_of(root)
    if subject is None or tree.tokens.lemma[subject].casefold() not in load_words("en", "tellings", "pictures"):
        return False
    return any(tree.word(word).casefold() == "this" for word in tree.children_by(subject, "det"))


def _is_half_quoted(words: str) -> bool:
    """Whether a single mark closes a quotation that was opened before: "… in one year,' Lund wrote."."""
    return _CLOSES.search(words) is not None and _OPENS.search(words) is None


def is_said(storyline: Storyline, sentence: Sentence) -> bool:
    """Whether a sentence lies inside a quotation that begins before it: its speaker is not named in it."""
    return any(
        content.start < sentence.start and sentence.end <= content.end
        for each in storyline.speech_of(sentence.report)
        if each.direct
        for content in each.content
    )


def news_of(storyline: Storyline, sentence: Sentence) -> Span:
    """Return where a sentence stands without what leads it in: a dateline, an agency, a line of capitals before it."""
    return Span(sentence.start + lead_in(storyline.words(sentence.report, sentence.span)), sentence.end)


def _is_of_page(storyline: Storyline, sentence: Sentence) -> bool:
    """Whether a sentence is a label, a teaser or a caption, or its report's headline runs on into it."""
    report = storyline.by_id[sentence.report]
    words = report.text[sentence.start : sentence.end]
    headline = (report.title or "").casefold()
    if headline.count(" ") >= _HEADLINE and words.casefold().startswith(headline) and words[len(headline) :][:1] == " ":
        return True
    return is_furniture(words, report.text[sentence.end : sentence.end + _CREDIT].split("\n")[0])


def _leans(tree: Tree, place: Span) -> bool:
    """Whether a sentence points to the one before: "However, …", "That number …", "The move comes …", "… he said"."""
    words = tree.words_in(place)
    if not words:
        return False
    pos, first = tree.tokens.pos, words[0]
    if pos[first] in ("PRON", "CCONJ") or _points(tree, first, "determiners"):
        return True
    if pos[first] == "ADV" and len(words) > 1 and (tree.word(first + 1) == "," or _points(tree, first, "adverbs")):
        return True
    if _opens_with_phrase(tree.text[place.start : place.end]):
        return True
    roots = [word for word in words if tree.tokens.head[word] == word]
    subject = tree.subject_of(roots[0]) if roots else None
    if subject is None:
        return False
    if _is_part_of_before(tree, subject):
        return True
    return tree.tokens.tag[subject] == "PRP" or _is_of_before(tree, subject)


def _opens_with_phrase(words: str) -> bool:
    """Whether a sentence opens with words that go on from the one before: "As a result, ..."."""
    opening = words[:_OPENING].partition(",")
    return bool(opening[1]) and opening[0].casefold().replace(" ", "_") in load_words(
        "en", "tellings", "pointing", "phrases"
    )


def _is_part_of_before(tree: Tree, subject: int) -> bool:
    """Whether a subject is a part of what was told of before: "half of those", "one of them"."""
    parts = (each for word in tree.children_by(subject, "prep") for each in tree.children_by(word, "pobj"))
    return any(tree.tokens.pos[each] == "PRON" and not tree.children_by(each, "relcl", "acl", "prep") for each in parts)


def _is_of_before(tree: Tree, subject: int) -> bool:
    """Whether a subject is a thing told of before and by nothing but its kind: "the move", not "the move to Skarn"."""
    below = [each for each in tree.children[subject] if tree.tokens.dep[each] != "punct"]
    return [tree.word(each).casefold() for each in below] == ["the"] and _points(tree, subject, "things")


def _points(tree: Tree, word: int, kind: str) -> bool:
    return tree.tokens.lemma[word].casefold() in load_words("en", "tellings", "pointing", kind)


def is_whole(tree: Tree, place: Span) -> bool:
    """Whether a finite verb with its subject is the top of a sentence: captions have none, "Will have two engines."."""
    words = tree.words_in(place)
    roots = [word for word in words if tree.tokens.head[word] == word]
    tops = [*roots, *(child for root in roots for child in tree.children_by(root, "aux", "auxpass"))]
    finite = [word for word in tops if tree.tokens.tag[word] in _FINITE]
    if not finite:
        return False
    # The parser misses some subjects; a name or noun before the verb will be one.
    before = any(tree.tokens.pos[word] in _NOMINAL for word in range(words.start, min(finite)))
    return before or any(tree.subject_of(root) is not None for root in roots)


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


def is_mere_spelling(values: Sequence[str]) -> bool:
    """Whether names differ only in how they are spelt or shortened: "Lund Street", "Lundt St.", "All-Tarn Ferries"."""
    names = [re.findall(r"\w+", fold(value)) for value in values]
    return all(
        any(_are_one_name(one, other) for other in names[:index] + names[index + 1 :])
        for index, one in enumerate(names)
    )


def _are_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    rest = [[word for word in words if word not in set(others)] for words, others in ((one, other), (other, one))]
    if "".join(one) == "".join(other) or not all(rest):
        return True
    return len(rest[0]) == len(rest[1]) and all(
        OSA.normalized_similarity(left, right) >= _SPELT_ALIKE or left.startswith(right) or right.startswith(left)
        for left, right in zip(*rest, strict=True)
    )
