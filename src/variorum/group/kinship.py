"""How near two reports are."""

from __future__ import annotations

from variorum.group.profile import Profile, Weights


def compare_profiles(a: Profile, b: Profile) -> float:
    """Return how surely two reports tell of one happening, 0 to 1."""
    score = 0.5 * cosine(a.head, b.head) + 0.2 * cosine(a.lede, b.lede) + 0.3 * cosine(a.names, b.names)
    if a.day is not None and b.day is not None:
        score *= 0.97 ** max(0, abs(a.day - b.day) - 1)
    return score


def cosine(a: Weights, b: Weights) -> float:
    """Return the cosine of two weighings of length 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)
