"""Dates that stand in one place of two sentences and still tell of two things: two acts, a page's own date.

Rules of `explainer.py` over two datings that differ; words are in `lang/en/tellings.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from variorum.collate.compare.words import relation_of_words
from variorum.collate.differences import Unit, top_of, unit_of
from variorum.collate.findings.deciding.steps import are_two_steps
from variorum.collate.findings.explained.moments.happenings import HAPPENING_RULES, joined_acts, tell_of_one
from variorum.collate.findings.explained.setting import Setting
from variorum.collate.findings.explained.tight import ONE_SAYING, SURE_OF_ACT, is_tight
from variorum.collate.findings.facts.occasions.befallen import is_dating
from variorum.collate.findings.facts.occasions.dated_acts import are_of_one_act
from variorum.collate.findings.pairs import Pair
from variorum.collate.points import Value, Wording
from variorum.lang.tables import load_table, load_words

# Governors of a dating that are looked at before its verb.
_STEPS = 5
# Letters that words of one stem share: "resign", "resignation".
_STEM = 6
# Words in a row that two reports of one saying quote.
_LEAST_QUOTED = 5
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_ACTORS = frozenset({"nsubj", "nsubjpass", "dobj", "csubj"})
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_COMPLEMENTS = frozenset({"xcomp", "oprd", "acomp", "attr"})
# What may stand between a label with its colon and a date: the other parts of the date.
_LONGEST_BETWEEN = 45
# What stands behind the date of a page in its line: an hour, a zone, the site; more is a sentence.
_LONGEST_REST = 30
# A date before the label: "23 July 2013 Last updated at 13:42".
_DATED = re.compile(r"^\W*(?:\w+\W+){0,3}\d{4}\W*$")
_YEAR_ENDS = re.compile(r"\d{4}\W*$")
_ONLY_TIME = re.compile(r"(?i)[\W\d]*(?:(?:at|on|mon|tue|wed|thu|fri|sat|sun)\w*[\W\d]*)?$")
_LINE_OPENS = re.compile(r"^\W*$")
# "OSLO, March 5 (Agency) -", "NEW OSLO, Norland, March 5 --"
_PLACE_OPENS = re.compile(r"^\W*[^\W\d_a-z](?:[^\W\d_a-z]|[ .,/'-]){2,}(?:[A-Z][\w.]+, ){0,2}$")
# A moment to the minute with its zone opens a line as pages stamp theirs: "5 March 2013, 18:07 (GMT+01:00) The vote …".
_STAMP = re.compile(
    r"^\W*(?:[A-Z]{2,8} )?(?:\d{1,2} [A-Z]\w+|[A-Z]\w+\.? \d{1,2}),? \d{4}(?:,| at| -)? \d{1,2}[:.]\d\d"
    r" ?(?:[AaPp]\.?[Mm]\.?)? ?\(?(?:GMT|UTC|[A-Z]{1,3}[SD]T)\b"
)
_DASH_FOLLOWS = re.compile(r"^[\s,.]*(?:\d{4})?\s*(?:\([^)]{1,40}\)|[A-Z]{2,12})?\s*(?:[-–—]{1,2}\s|:)")
_QUOTED = re.compile(r"[\"“][^\"”]*(?:[\"”]|$)")
_words = partial(load_words, "en", "tellings")


def of_two_tellings(setting: Setting, pair: Pair) -> bool:
    """Days on which something was said, announced or confirmed: two sayings, unless both tell of one."""
    (left, one), (right, other) = setting.sides(pair)
    if one.kind != "date" or other.kind != "date" or one.time is None or other.time is None:
        return False
    told, told_other = _telling_above(left, one), _telling_above(right, other)
    if told is None or told_other is None:
        return False
    return _tell_two(pair, told, told_other)


def at_the_hour_of_saying(setting: Setting, pair: Pair) -> bool:
    """Hours of which one is that of a saying: "said at 11:30 p.m. that she led", "led with 48 percent at 10 p.m."."""
    (left, one), (right, other) = setting.sides(pair)
    if any(each.kind != "date" or each.time is None or "T" not in each.time.value for each in (one, other)):
        return False
    return (_telling_above(left, one) is None) != (_telling_above(right, other) is None)


def _telling_above(wording: Wording, value: Value) -> int | None:
    """The verb of saying that a date belongs to ("said on Friday", "issued a statement on Friday"); None for others."""
    for index in wording.above(top_of(wording, unit_of(value)), _STEPS):
        if wording.pos[index] in ("VERB", "AUX"):
            return index if _is_telling(wording, index) else None
        # "Rejected the plan in a statement on Friday" is said then; "after a statement on Friday" is of another day.
    return None


def _is_telling(wording: Wording, verb: int) -> bool:
    if any(
        wording.dep[child] in _OBJECTS and wording.lemma[child] in _words("things") for child in wording.children[verb]
    ):
        return wording.lemma[verb] in _words("giving") or wording.lemma[verb] in _telling_words()
    passive = any(wording.dep[child] in ("nsubjpass", "auxpass") for child in wording.children[verb])
    # "The plan was revealed on Friday"; who "was said to be", "was reported missing" did not say it.
    made_known = wording.lemma[verb] in _words("revealing") and not any(
        wording.dep[child] in _COMPLEMENTS for child in wording.children[verb]
    )
    return wording.lemma[verb] in _telling_words() and (not passive or made_known)


def _tell_two(pair: Pair, verb: int, verb_other: int) -> bool:
    """Whether two verbs of saying give two things to know.

    One announcement of a thing is named by that thing ("announced his resignation"). Clauses of one verb can tell what
    was added later ("that 12 were hurt", "that another 3 were hurt"), as those can whose verb the parser did not find:
    there the sentences as wholes decide.
    """
    if pair.difference is None:
        return False
    alignment = pair.difference.alignment
    left, right = alignment.left, alignment.right
    if quote_alike(pair):
        return False
    told, told_other = _contents(left, verb), _contents(right, verb_other)
    alike = [
        (one, other)
        for one in told
        for other in told_other
        if alignment.right_of[one] == other or _mean_alike(left.lemma[one], right.lemma[other])
    ]
    if any(left.pos[one] in _NOMINAL or right.pos[other] in _NOMINAL for one, other in alike):
        return False
    adding = [not _words("adding").isdisjoint(wording.lemma) for wording in (left, right)]
    return bool(told and told_other and not alike) or pair.shared < ONE_SAYING or adding[0] != adding[1]


def quote_alike(pair: Pair) -> bool:
    """Return whether two sentences quote a run of words that nobody says twice by chance: they give one saying."""
    if pair.difference is None:
        return False
    alignment = pair.difference.alignment
    quoted, quoted_other = _quoted(alignment.left), _quoted(alignment.right)
    run, last = 0, -1
    for index, partner in enumerate(alignment.right_of):
        follows = run and partner == last + 1
        run = run + 1 if follows else 1
        if partner < 0 or index not in quoted or partner not in quoted_other:
            run = 0
        last = partner
        if run >= _LEAST_QUOTED:
            return True
    return False


def _quoted(wording: Wording) -> frozenset[int]:
    """The words between quotation marks, up to the end where the last one is not closed."""
    spans = [found.span() for found in _QUOTED.finditer(wording.text)]
    return frozenset(
        i for i in range(len(wording)) if any(start < wording.start[i] and wording.end[i] < end for start, end in spans)
    )


def _mean_alike(one: str, other: str) -> bool:
    return relation_of_words(one, other) in ("same", "wider") or one[:_STEM] == other[:_STEM]


def _contents(wording: Wording, verb: int) -> list[int]:
    """The words that head what a verb of saying tells: a clause, else an object ("confirmed a loss")."""
    # The parser hangs clauses on the month of "today (5 May) that …", on the noun of "in a statement that …".
    beside = [child for child in wording.children[verb] if is_dating(wording, child)]
    beside += [
        noun
        for child in wording.children[verb]
        if wording.dep[child] == "prep"
        for noun in wording.children[child]
        if wording.lemma[noun] in _words("things")
    ]
    clauses = [
        child
        for above in (verb, *beside)
        for child in wording.children[above]
        if wording.dep[child] in _CLAUSES or (above != verb and wording.dep[child] in ("relcl", "acl"))
    ]
    # "The bridge is shut, police said on Friday."
    if wording.dep[verb] in ("parataxis", "ccomp"):
        clauses.append(wording.head[verb])
    if clauses:
        return [_state_told(wording, clause) for clause in clauses]
    objects = [child for child in wording.children[verb] if wording.dep[child] in _OBJECTS]
    return [child for child in objects if not is_dating(wording, child)]


def _state_told(wording: Wording, verb: int) -> int:
    """What is said to be so where a clause has no verb but "is": "open" of "that the pier is open"."""
    states = [child for child in wording.children[verb] if wording.dep[child] in ("acomp", "attr")]
    return states[0] if states and wording.lemma[verb] == "be" else verb


def speech_words() -> frozenset[str]:
    """Return the verbs and prepositions that tell who says something (lemmas)."""
    return load_words("en", "relations", "saying")


@cache
def _telling_words() -> frozenset[str]:
    return speech_words() | _words("verbs")


def of_publication(setting: Setting, pair: Pair) -> bool:
    """The date of a page, not of what it tells: "Posted: 3 June", "Last updated at 11:02", "OSLO, March 5 -"."""
    (left, one), (right, other) = setting.sides(pair)
    if one.time is None or other.time is None:
        return False
    return _is_of_page(left, one) or _is_of_page(right, other)


def _is_of_page(wording: Wording, value: Value) -> bool:
    """Whether a date heads or fills its line as pages and agencies print theirs."""
    start, end = wording.start[value.first], wording.end[value.end - 1]
    opens = wording.text.rfind("\n", 0, start) + 1
    closes = wording.text.find("\n", end)
    before, after = wording.text[opens:start], wording.text[end : closes if closes >= 0 else len(wording.text)]
    # "Northern Wire | Updated: 2026-03-05": bars part the things that a page says of itself.
    before = before[before.rfind("|") + 1 :] or before
    stamp = _STAMP.match(wording.text, opens)
    if stamp is not None and end <= stamp.end():
        return True
    if label := _label().match(before):
        between = before[label.end() :]
        if between.lstrip()[:1] == ":":
            return len(between) <= _LONGEST_BETWEEN
        rest = after.partition("|")[0]
        closed = len(rest.strip()) <= _LONGEST_REST and not _has_verb(wording, value.end, end + len(rest))
        return closed and _ONLY_TIME.match(between) is not None
    if label := _label().match(after):
        return bool(_LINE_OPENS.match(before)) and len(after) - label.end() <= _LONGEST_REST
    if (label := _label().search(before)) and _DATED.search(before[: label.start()]):
        return _ONLY_TIME.match(before[label.end() :]) is not None and len(after.strip()) <= _LONGEST_REST
    if not after.strip(" .\t") and _YEAR_ENDS.search(wording.words(value.first, value.end)):
        return _is_credit(wording)
    return bool(_PLACE_OPENS.match(before) and _DASH_FOLLOWS.match(after))


def _is_credit(wording: Wording) -> bool:
    """Whether a line tells no more than where it was posted: "On behalf of Berg & Lie posted in News on 3 May 2013"."""
    verbs = [i for i in range(len(wording)) if wording.pos[i] in ("VERB", "AUX")]
    return all(
        wording.lemma[verb] in ("post", "publish", "update")
        and not any(wording.dep[child] in _ACTORS for child in wording.children[verb])
        for verb in verbs
    )


def _has_verb(wording: Wording, first: int, closes: int) -> bool:
    """Whether a verb stands among the words from `first` to an offset."""
    words = range(first, len(wording))
    return any(wording.pos[i] in ("VERB", "AUX") and wording.start[i] < closes for i in words)


@cache
def _label() -> re.Pattern[str]:
    """The words that label when a page was published or changed."""
    labels = load_table("en", "furniture")["labels"]
    words = {*labels["published"], *labels["updated"]} - {"date", "created"}
    # The longest first: "published on" before "published".
    either = "|".join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))
    return re.compile(rf"(?i)\W*\b(?:{either})\b(?: at\b| on\b)?")


def of_two_acts(setting: Setting, pair: Pair) -> bool:
    """Datings and lengths of time of two acts that have nothing to do with each other: "left at 6:40", "sank at 7"."""
    (left, one), (right, other) = setting.sides(pair)
    if one.time is None or other.time is None or pair.difference is None or is_tight(pair):
        return False
    if pair.stated:
        return False  # facts, which know whose act they date
    acts, others = acts_of(left, pair.left.unit), acts_of(right, pair.right.unit)
    # One thing is told by many verbs, "held for 444 days", "freed after ten months"; "convicted" and "jailed" are two.
    if (pair.sure or 0.0) >= SURE_OF_ACT and not are_two_steps(
        (left.lemma[i] for i in acts), (right.lemma[i] for i in others)
    ):
        return False
    if not acts or not others or tell_of_one(pair, one, other):
        return False
    if are_of_one_act(left, pair.left.unit, right, pair.right.unit):
        return False
    told = ((left, acts), (right, others))
    if all(any(wording.lemma[i] in _telling_words() for i in words) for wording, words in told):
        return not quote_alike(pair) and not _are_of_one(pair, acts, others)
    return not _are_of_one(pair, acts, others)


def _are_of_one(pair: Pair, acts: list[int], others: list[int]) -> bool:
    """Whether a word for an act on the left is linked with one on the right, or means the same or something wider."""
    if pair.difference is None:
        return True
    alignment = pair.difference.alignment
    return any(
        alignment.right_of[one] == other
        or relation_of_words(alignment.left.with_particle(one), alignment.right.with_particle(other))
        in ("same", "wider")
        for one in acts
        for other in others
    )


def acts_of(wording: Wording, unit: Unit) -> list[int]:
    """Return the words for the acts that a dating can be of; empty where its verb tells of none.

    The noun of a light verb ("made an appearance"); verbs joined by "and" share their day; behind a participle that
    tells more of a noun stands the day of the main verb as well ("the ship crossing the strait on Friday sank").
    """
    verb = wording.verb_above(top_of(wording, unit))
    # "He will testify starting Friday": the participle stands for a preposition.
    if wording.lemma[verb] in _words("opening") and wording.tag[verb] == "VBG" and wording.head[verb] != verb:
        verb = wording.verb_above(wording.head[verb])
    light = wording.lemma[verb] in _words("light")
    nouns = [i for i in wording.children[verb] if wording.dep[i] in _OBJECTS and wording.pos[i] == "NOUN"]
    acts = [i for i in nouns if wording.is_content[i]] if light else []
    tells = wording.is_content[verb] or wording.lemma[verb] in speech_words()
    dated = unit.value is not None and unit.value.kind == "date"
    if not acts and not tells and not (dated and "_" in wording.with_particle(verb)):
        return []
    acts = acts or [verb]
    return acts + joined_acts(wording, verb)


DATING_RULES: tuple[Callable[[Setting, Pair], bool], ...] = (
    of_two_tellings,
    at_the_hour_of_saying,
    of_publication,
    of_two_acts,
    *HAPPENING_RULES,
)
