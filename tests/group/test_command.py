import msgspec
import pytest
from tests.group.stories_told import all_reports
from typer.testing import CliRunner

from variorum.cli.main import app
from variorum.model.jsonl import encode_all


@pytest.fixture
def lines(tmp_path):
    reports = all_reports()
    for name, some in (("day1.jsonl", reports[::2]), ("day2.jsonl", reports[1::2]), ("all.jsonl", reports)):
        (tmp_path / name).write_bytes(b"".join(encode_all(some)))
    return tmp_path


def run(*words):
    result = CliRunner().invoke(app, ["group", *map(str, words)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_two_days_with_a_state_give_the_stories_of_one_run(lines):
    state = lines / "archive.db"
    run(lines / "day1.jsonl", "--state", state)
    run(lines / "day2.jsonl", "--state", state)
    again = [msgspec.json.decode(line) for line in run(lines / "all.jsonl", "--state", state).splitlines()]
    once = [msgspec.json.decode(line) for line in run(lines / "all.jsonl").splitlines()]

    def parted(rows):
        return {
            frozenset(row["id"] for row in rows if row["story"] == story) for story in {row["story"] for row in rows}
        }

    assert parted(again) == parted(once)


def test_explaining_from_a_state_needs_no_reports(lines):
    state = lines / "archive.db"
    run(lines / "all.jsonl", "--state", state)
    told = run("--state", state, "--explain", "quake-a")
    assert "told together with" in told
    assert "quake-b" in told
