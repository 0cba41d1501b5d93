"""Which character set bytes are in that declare none.

The East Asian double-byte sets are told apart by where the first bytes of their letters lie: each set orders its common
letters first, and the Japanese and Korean ones have rows for kana and Hangul that Chinese text hardly uses. uchardet,
which does the rest, takes short Korean and Big5 texts for Western ones.
"""

from __future__ import annotations

import re

import msgspec
from resiliparse.parse.encoding import detect_encoding

_SAMPLE = 65_536  # bytes from the first high one on; more tell nothing new
_LEAST_LETTERS = 4  # double-byte letters below which nothing can be told
_COMMON_SHARE = 0.85  # of the letters that must be common ones of the set; real text has 0.9 and more


class _Set(msgspec.Struct, frozen=True):
    """A double-byte set: the first bytes of its common letters, and those of which some must be there."""

    codec: str
    common: re.Pattern[bytes]
    typical: re.Pattern[bytes]
    typical_share: float


# In the order of trial: the narrower claim first.
_SETS = (
    _Set("euc_jp", re.compile(rb"[\xa1-\xcf][\xa1-\xfe]"), re.compile(rb"[\xa4\xa5][\xa1-\xf6]"), 0.25),
    _Set(
        "cp932", re.compile(rb"[\x81-\x83\x88-\x97][\x40-\xfc]"), re.compile(rb"\x82[\x9f-\xf1]|\x83[\x40-\x96]"), 0.25
    ),
    _Set("cp949", re.compile(rb"[\xa1-\xa3\xb0-\xc8][\xa1-\xfe]"), re.compile(rb"[\xb0-\xc8][\xa1-\xfe]"), 0.6),
    _Set("gb18030", re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]"), re.compile(rb"[\xc9-\xd7][\xa1-\xfe]"), 0.15),
    _Set("big5hkscs", re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]"), re.compile(rb"[\xa4-\xc6][\x40-\x7e]"), 0.15),
)
_LETTER = re.compile(rb"[\x81-\xfe][\x40-\xfe]|[\x80-\xff]")


def sniff(data: bytes) -> str | None:
    """Return the codec that `data`, which is not UTF-8, is most likely in; None where nothing tells."""
    first = re.search(rb"[\x80-\xff]", data)
    if first is None:
        return "utf-8"
    sample = data[first.start() : first.start() + _SAMPLE]
    return _find_east_asian(sample) or detect_encoding(sample)


def _find_east_asian(sample: bytes) -> str | None:
    letters = _LETTER.findall(sample)
    double = [letter for letter in letters if len(letter) == 2]
    # Western text has its high letters one by one between ASCII ones: "ü" and "b" of "über" make a pair as well.
    if len(double) < _LEAST_LETTERS or sum(letter[1] > 0x7F for letter in double) < 0.3 * len(letters):
        return None
    for each in _SETS:
        common = sum(each.common.fullmatch(letter) is not None for letter in double)
        typical = sum(each.typical.fullmatch(letter) is not None for letter in double)
        if common >= _COMMON_SHARE * len(letters) and typical >= each.typical_share * len(letters):
            try:
                sample[: len(sample) // 2 * 2].decode(
                    each.codec, errors="strict" if len(sample) < _SAMPLE else "replace"
                )
            except UnicodeDecodeError:
                continue
            return each.codec
    return None
