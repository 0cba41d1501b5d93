"""Lines of JSON in and out.

What comes in is checked against the types and the laws; a line that breaks them is refused by file, line and field, and
the lines after it are still read. Fields that the format does not know are kept and given back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any

import msgspec

from variorum.errors import BrokenLine, Refusal
from variorum.model.laws import broken_report_laws
from variorum.model.report import Report

_KNOWN = frozenset(field.encode_name for field in msgspec.structs.fields(Report)) - {"other"}
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FIELD_PATH = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")


def read_reports(lines: IO[bytes], name: str, refuse: Callable[[Refusal], None]) -> Iterator[Report]:
    """Yield the report of each line of `lines`; blank lines are skipped, broken ones given to `refuse`.

    `name` is what the stream is called in messages ("reports.jsonl", "standard input").
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            yield to_report(decode_json(line), where)
        except BrokenLine as refusal:
            refuse(refusal)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            refuse(BrokenLine(where, f"not a line of JSON ({error})"))


def decode_json(data: bytes) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """Return what some bytes of JSON hold. Raises msgspec.DecodeError or UnicodeDecodeError where they are none.

    Halves of pairs of surrogates ("\\ud83d" alone, of an emoji that was cut) are kept, for `to_report` to mend.
    """
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError:
        if not _HALF.search(data):
            raise
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise msgspec.DecodeError(str(error)) from None


def to_report(value: Report | Mapping[str, Any], where: str) -> Report:
    """Return the report that `value` describes, checked; halves of pairs of surrogates become U+FFFD, in their place.

    Raises BrokenLine naming `where` and the field if it breaks the format or a law of reports.
    """
    report = _whole(value) if isinstance(value, Report) else _convert(mend_halves(value), where)
    broken = broken_report_laws(report)
    if broken:
        raise BrokenLine(where, broken[0])
    return report


def mend_halves(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value of JSON with U+FFFD for each half of a pair of surrogates: such strings can never be written."""
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {mend_halves(key): mend_halves(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(mend_halves, value))
    return value


def _whole(report: Report) -> Report:
    strings = (report.text, report.title or "", report.outlet or "", *report.authors, str(report.id))
    if not any(_SURROGATE.search(each) for each in strings if not each.isascii()):
        return report
    fields = {name: mend_halves(getattr(report, name)) for name in ("id", "text", "title", "outlet", "authors")}
    return msgspec.structs.replace(report, **fields)


def _convert(value: object, where: str) -> Report:
    if not isinstance(value, Mapping):
        raise BrokenLine(where, f"a report is a JSON object, this is {_json_name(value)}")
    known = {key: item for key, item in value.items() if key in _KNOWN}
    other = {key: item for key, item in value.items() if key not in _KNOWN}
    try:
        return msgspec.convert({**known, "other": other}, Report)
    except msgspec.ValidationError as error:
        raise BrokenLine(where, _in_words(str(error))) from None


def _in_words(message: str) -> str:
    path = _FIELD_PATH.search(message)
    if path is None:
        return message
    # The only pattern is that of dates; as it stands it says nothing to people.
    what = "a date such as 2025-10-29 was expected" if "matching regex" in message else message[: path.start()]
    return f"field {path['path'] or 'id'}: {what}"


def _json_name(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    names = {list: "a list", str: "a string", int: "a number", float: "a number", type(None): "null"}
    return names.get(type(value), type(value).__name__)


def encode(value: msgspec.Struct) -> bytes:
    """Return one line of JSON (UTF-8, without the line break) for any value of the model."""
    return _ENCODER.encode(to_fields(value) if isinstance(value, Report) else value)


def to_fields(report: Report) -> dict[str, Any]:
    """Return the fields of a report as they stand on its line: known ones first, then those given back unread."""
    fields = {name: value for name, value in msgspec.structs.asdict(report).items() if value is not msgspec.UNSET}
    other = fields.pop("other")
    for optional in ("updated", "section", "credit", "dateline"):
        if fields[optional] is None:
            del fields[optional]
    return {**fields, **other}


def encode_all(values: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    """Yield a line, with its line break, for each value."""
    for value in values:
        yield encode(value) + b"\n"


_ENCODER = msgspec.json.Encoder(order=None)
