"""Bytes to text: the character set as declared, else as sniffed, and mojibake repaired.

The declared set is a claim, not a fact: it is taken only where the bytes bear it out. A wrong choice is worse than a
lost accent, since every offset and every comparison after it rests on the words.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import ftfy
from ftfy.badness import is_bad

from variorum.read.characters.sniff import sniff

# What a label stands for on the web (WHATWG Encoding Standard, section 4.2): pages that say Latin-1 are written in
# windows-1252, and the East Asian labels name supersets of the sets they are called after.
_WEB_NAMES = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "johab": "cp949", "shift_jis": "cp932",
    "big5": "big5hkscs",
}  # fmt: skip
_OTHER_LABELS = {
    "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "x-euc-kr": "cp949", "x-sjis": "cp932", "windows-31j": "cp932",
    "x-gbk": "gb18030", "gb_2312-80": "gb18030", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs",
    "unicode-1-1-utf-8": "utf-8", "x-cp1252": "cp1252", "x-cp1251": "cp1251", "utf8mb4": "utf-8", "unicode": "utf-8",
}  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_MARKS = tuple(mark for mark, _ in _BOMS)
_HEAD = 8192  # bytes in which a declaration is looked for; the standard asks for 1024, long heads put it later
_IN_TEXT = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_ISO_2022 = re.compile(rb"\x1b(?:\$[@B]|\([BJ]|\$\)C)")
# Share of characters that may be broken before a set is not believed. A page cut in the middle of a letter, or with one
# stray byte from an advertisement, is still in its set; one decoded by the wrong set breaks far more.
_BROKEN_SHARE = 0.002
# Leading bytes of UTF-8 read as windows-1252 or 1251 and the like, each followed by what a second byte becomes.
_LEADS = "ÃÂâÐÑØÙïРС"
_MOJIBAKE = re.compile(
    "[ÃÂâÐÑØÙ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï»¿|[РС][\u0080-\u00bf‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤][РС]"
)


def decode_bytes(data: bytes, declared: str | None = None) -> str:
    """Return the text of `data`, of whatever character set; what cannot be read stands as U+FFFD.

    `declared` is a character set or a content type ("text/html; charset=euc-kr") from outside the bytes, or None.
    Order of belief: a byte order mark, UTF-8 if the bytes are valid, `declared`, the document's own declaration, what
    it looks like. Words that were once decoded wrongly and saved so ("MÃ¼nchen") are repaired.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    return repair_mojibake(_decode(data, declared))


def names_itself(data: bytes) -> bool:
    """Say whether bytes tell their set by a mark or an escape, so that they may be UTF-8 by form and something else."""
    return data.startswith(_MARKS) or _ISO_2022.search(data, 0, _HEAD) is not None


def repair_mojibake(text: str) -> str:
    """Return `text` with words repaired that were decoded by the wrong set before they reached us."""
    if text.isascii():
        return text
    if not any(_starts_mojibake(text, letter) for letter in _LEADS):
        return text
    lines = text.split("\n")
    return "\n".join(ftfy.fix_encoding(line) if _MOJIBAKE.search(line) and is_bad(line) else line for line in lines)


def _starts_mojibake(text: str, letter: str) -> bool:
    """Say whether `letter` stands before what a second byte becomes; looked up by letter, as a search is slow."""
    place = text.find(letter)
    while place >= 0:
        if _MOJIBAKE.match(text, place):
            return True
        place = text.find(letter, place + 1)
    return False


def _decode(data: bytes, declared: str | None) -> str:
    if _ISO_2022.search(data, 0, _HEAD):
        return data.decode("iso2022_jp_2", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in _names(data, declared):
        text = data.decode(name, errors="replace")
        if text.count("\ufffd") - data.count(b"\xef\xbf\xbd") <= max(2, _BROKEN_SHARE * len(text)):
            return text
    return data.decode("cp1252", errors="replace")


def _names(data: bytes, declared: str | None) -> Iterator[str]:
    """Yield the codecs to try on bytes that are not valid UTF-8, likeliest first."""
    found = _IN_TEXT.search(data, 0, _HEAD)
    inside = (found[1] or found[2]).decode("ascii", "replace") if found else None
    for label in (declared, inside):
        if label and (name := codec_of(label)):
            yield name
    if sniffed := codec_of(sniff(data) or ""):
        yield sniffed
    yield "utf-8"


def codec_of(label: str) -> str | None:
    """Return Python's name for what the web means by `label` (a set, or a content type naming one), or None."""
    if match := _IN_HEADER.search(label):
        label = match[1]
    label = label.strip().strip("\"'").lower()
    if label in _OTHER_LABELS:
        return _OTHER_LABELS[label]
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    # Only codecs from bytes to text: Python also calls "hex" or "zip" a codec.
    return _WEB_NAMES.get(info.name, info.name) if info._is_text_encoding else None
