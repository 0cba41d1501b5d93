"""What a story is called: a headline of one of its reports, or the clause of a leading sentence, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from variorum.collate.likeness import Likeness, Sentence
from variorum.collate.storyline import Storyline
from variorum.model.report import Report
from variorum.model.span import Span, StoryId
from variorum.text.tree import Tree

_MAX_CHARS = 100
_MIN_CLAUSE_CHARS, _MAX_CLAUSE_CHARS = 20, 90
# Where a leading sentence can be cut: before a comma, dash or semicolon.
_CUT = re.compile(r"\s*[,;:–—]\s")
# Of headlines about as like the others as the likest one, the latest tells where the story has come to.
_ABOUT_AS_LIKE = 0.9
_CORE = ("dobj", "attr", "acomp", "oprd", "dative", "prt", "xcomp", "neg", "agent")


def title_story(storyline: Storyline, story: StoryId, likeness: Likeness) -> str:
    """Return the title of a story; its id where its reports have no words that could be one."""
    members = [report for report in storyline.reports if storyline.story_of(report.id) == story]
    titled = sorted((report for report in members if report.title), key=lambda r: (r.published or "", r.id))
    if titled:
        return _most_like_the_others(titled)
    leads = [sentences[0] for report in members if (sentences := likeness.by_place.get(report.id))]
    if not leads:
        return str(story)
    shared = {lead: round(sum(likeness.between(lead, other) for other in leads), 6) for lead in leads}
    ranked = sorted(leads, key=lambda lead: (-shared[lead], lead.end - lead.start, lead))
    clauses = (find_clause(storyline.trees[lead.report], lead) for lead in ranked)
    found = next(((lead, span) for lead, span in zip(ranked, clauses, strict=True) if span is not None), None)
    if found is not None:
        words = " ".join(storyline.words(found[0].report, found[1]).split())
        return words[:1].upper() + words[1:]
    return _shortened(storyline.words(ranked[0].report, ranked[0].span))


def _most_like_the_others(reports: Sequence[Report]) -> str:
    """The headline that is most like the others; of those about as like, the latest."""
    headlines = [report.title or "" for report in reports]
    alike = [sum(round(fuzz.token_set_ratio(one, other)) for other in headlines) for one in headlines]
    near = [at for at, likes in enumerate(alike) if likes >= _ABOUT_AS_LIKE * max(alike)]
    return headlines[near[-1]]


def find_clause(tree: Tree | None, sentence: Sentence) -> Span | None:
    """Return subject, verb and object of a sentence in one stretch; None where they are none, too short or too long."""
    if tree is None:
        return None
    roots = [word for word in tree.words_in(sentence.span) if tree.tokens.head[word] == word]
    # "The ferry sank, the coastguard said": what is said is the news.
    verbs = [clause for root in roots for clause in tree.children_by(root, "ccomp") if clause < root] + roots
    for verb in verbs:
        subject = next(iter(tree.children_by(verb, "nsubj", "nsubjpass")), None)
        if subject is None or subject > verb or tree.tokens.pos[subject] not in ("NOUN", "PROPN"):
            continue
        span = _clause(tree, subject, verb)
        if span is not None and sentence.start <= span.start and span.end <= sentence.end:
            return span
    return None


def _clause(tree: Tree, subject: int, verb: int) -> Span | None:
    start = tree.phrase(subject).start
    ends = [verb]
    for child in (each for each in tree.children[verb] if each > verb):
        label = tree.tokens.dep[child]
        if label in _CORE:
            ends.append(tree.plain_end(child))
        elif label == "prep" and len(ends) == 1:
            # "Met with the president", "sank in the sound": of a verb without an object the first place is told.
            ends.append(tree.plain_end(child))
    whole = tree.span(subject, max(ends))
    span = Span(start, whole.end)
    words = tree.text[span.start : span.end]
    subject_words = tree.text[start : tree.tokens.end[subject]]
    fits = _MIN_CLAUSE_CHARS <= len(words) <= _MAX_CLAUSE_CHARS and max(ends) > verb
    return span if fits and "\n" not in words and "," not in subject_words else None


def _shortened(sentence: str) -> str:
    """The sentence without its full stop, cut after its last clause that fits (`…` says that it was cut)."""
    whole = " ".join(sentence.split()).rstrip(".")
    if len(whole) <= _MAX_CHARS:
        return whole
    cuts = [match.start() for match in _CUT.finditer(whole) if 30 <= match.start() <= _MAX_CHARS]
    cut = cuts[-1] if cuts else whole.rfind(" ", 0, _MAX_CHARS)
    return whole[: cut if cut > 0 else _MAX_CHARS] + " …"
