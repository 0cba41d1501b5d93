"""What a verb tells through its clause: of whom it is where "who" stands for them, and whether it befalls them."""

from __future__ import annotations

from variorum.collate.points import Wording


def subject_meant(wording: Wording, verb: int) -> int | None:
    """Return the subject of a verb; of a relative clause the noun that its pronoun stands for; None without one."""
    subject = wording.subject_of(verb)
    if subject is not None and wording.dep[verb] == "relcl" and wording.pos[subject] == "PRON":
        return wording.head[verb]
    return subject


def is_passive(wording: Wording, verb: int) -> bool:
    """Return whether a verb tells what befalls its subject: "was sold", "got hurt"."""
    return any(wording.dep[i] in ("auxpass", "nsubjpass") for i in wording.children[verb])
