"""What a clause tells: of whom where "who" stands for them, whether it befalls them, and which of two values is so."""

from __future__ import annotations

from variorum.collate.points import Value, Wording

# Words from a value back to the "not" or "but" that it stands behind.
_NEAR = 4
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})
_HEDGING = frozenset({"ADV", "ADJ", "ADP", "DET", "SYM"})


def subject_meant(wording: Wording, verb: int) -> int | None:
    """Return the subject of a verb; of a relative clause the noun that its pronoun stands for; None without one."""
    subject = wording.subject_of(verb)
    if subject is not None and wording.dep[verb] == "relcl" and wording.tag[subject] in _RELATIVE:
        return wording.head[verb]
    return subject


def is_passive(wording: Wording, verb: int) -> bool:
    """Return whether a verb tells what befalls its subject: "was sold", "got hurt"."""
    return any(wording.dep[i] in ("auxpass", "nsubjpass") for i in wording.children[verb])


def is_put_right(wording: Wording, value: Value) -> bool:
    """Return whether a value is what is so instead of one denied before: "did not earn $46 million but $11 million"."""
    before = _before(wording, value)
    if before is None or wording.lemma[before] != "but":
        return False
    denying = [i for i in range(before) if wording.lemma[i] in ("not", "n't", "never")]
    return bool(denying) and wording.lemma[denying[-1] + 1] not in ("only", "just", "merely")


def is_put_aside(wording: Wording, value: Value) -> bool:
    """Return whether a value is denied for another one: "$11 million, not $46 million", "not $46 million but $11"."""
    before = _before(wording, value)
    if before is not None and wording.lemma[before] == "not":
        return True
    verb = wording.verb_above(value.first)
    righted = (each for each in wording.values if each.kind == value.kind and each.first >= value.end)
    return wording.is_denied(verb) and any(is_put_right(wording, each) for each in righted)


def _before(wording: Wording, value: Value) -> int | None:
    """The word before a value that does no more than hedge it: "about", "just"."""
    for index in range(value.first - 1, max(-1, value.first - 1 - _NEAR), -1):
        if wording.pos[index] not in _HEDGING and wording.lemma[index] != "than":
            return index
    return None
