"""What reports are called in a record."""

import msgspec
import pytest

from variorum.publish.edition import Edition


@pytest.mark.parametrize(
    ("id", "title", "name"),
    [
        ("day1/courier.html", "Ferry aground", "day1/courier.html"),
        ("r4d37981d4e", "Ferry aground off Skarn", "“Ferry aground off Skarn”"),
        ("r4d37981d4e", "Ferry with 214 people aboard runs onto rocks", "“Ferry with 214 people aboard runs onto…”"),
        ("r4d37981d4e", None, "r4d37981d4e"),
        ("0123456789abcdef0123456789abcdef", None, "Report 1"),
        ("march-2026-ferry", "Ferry aground", "march-2026-ferry"),
    ],
)  # fmt: skip
def test_a_report_of_no_known_outlet_is_called_by_what_tells_most(record, id, title, name):
    report = msgspec.structs.replace(
        record.reports[0], id=id, title=title, outlet=None, url=None, copy_of=None, published="2026-03-01"
    )
    edition = Edition(msgspec.structs.replace(record, reports=(report,)))
    assert edition.witnesses[id].name == name
