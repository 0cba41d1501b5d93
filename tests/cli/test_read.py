"""`variorum read` as a user meets it."""

import json
import subprocess
import sys

from tests.read.material import SENTENCES

PAGE = "\n\n".join(
    ["The Brayford Post", "Tuesday, 10 March 2026", "Council votes for a new bridge", *SENTENCES, "Trending Now"]
)


def run(*words):
    command = [sys.executable, "-m", "variorum.cli.main", "read", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_explain_shows_fields_dates_and_what_was_taken(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE)
    shown = run("--explain", tmp_path).stdout
    for words in (
        "Council votes for a new bridge",
        "dates weighed",
        "2026-03-10",
        "link: Trending Now",
        "The Brayford Post",
    ):
        assert words in shown
    assert "\x1b[" not in shown


def test_refused_keeps_what_was_not_taken(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(PAGE)
    (tmp_path / "in" / "b.txt").write_text("")
    (tmp_path / "in" / "c.bin").write_bytes(b"\x00\x01\x02" * 100)
    ended = run(tmp_path / "in", "--refused", tmp_path / "refused.jsonl")
    assert ended.returncode == 1
    assert [json.loads(line)["id"] for line in ended.stdout.splitlines()] == ["a.txt"]
    kept = [json.loads(line) for line in (tmp_path / "refused.jsonl").read_text().splitlines()]
    assert [(line["where"], line["reason"]) for line in kept] == [("b.txt", "no text"), ("c.bin", "not readable")]
    assert "2 not taken (1 no text, 1 not readable)" in ended.stderr


def test_what_is_left_out_is_named_and_no_failure(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "README.md").write_text(PAGE)
    ended = run(tmp_path)
    assert ended.returncode == 0
    assert [json.loads(line)["id"] for line in ended.stdout.splitlines()] == ["a.txt"]
    assert "left out: README.md" in ended.stderr
    assert "not taken" not in ended.stderr


def test_addresses_are_wrong_use_without_leave():
    ended = run("https://paper.example/a")
    assert ended.returncode == 2
    assert "--fetch" in ended.stderr
