"""The command line as a user meets it: real processes, real files."""

import importlib
import json
import subprocess
import sys

import pytest

from variorum.cli.main import COMMANDS


def python(*words, given=None):
    return subprocess.run(
        [sys.executable, *words], input=given, capture_output=True, text=True, timeout=120, check=False
    )


def run(*words, given=None):
    return python("-m", "variorum.cli.main", *words, given=given)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_of_a_command_what_its_function_says(name):
    function = getattr(importlib.import_module(f"variorum.cli.{name}"), name)
    assert function.__doc__.strip().splitlines()[0] == COMMANDS[name]


def test_help_lists_the_commands_and_loads_no_parser():
    script = (
        "import sys; import variorum.cli.main as m\n"
        "try: m.app(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'trafilatura', 'lxml', 'numpy', 'jinja2', 'onnxruntime'} & set(sys.modules)))"
    )
    shown = python("-c", script).stdout
    assert all(name in shown for name in COMMANDS)
    assert shown.splitlines()[-1] == "[]"


def test_the_verbs_stay_functions_whatever_is_imported_first():
    script = (
        "import variorum.read.intake.sources, variorum, types; print(isinstance(variorum.read, types.FunctionType))"
    )
    assert python("-c", script).stdout == "True\n"


def test_version():
    assert run("--version").stdout.startswith("variorum ")


@pytest.mark.parametrize(
    "words", [("collate", "no/such/folder"), ("collate", "--no-such-option"), ("no-such-command",)]
)
def test_wrong_use_ends_with_2_and_without_a_traceback(words):
    ended = run(*words)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_a_broken_line_is_named_the_rest_is_written_and_the_code_is_1():
    ended = run("read", "-", given='{"id": "a", "text": "Ten people met in Oslo."}\n{"id": 7}\n')
    assert [json.loads(line)["id"] for line in ended.stdout.splitlines()] == ["a"]
    assert "standard input, line 2" in ended.stderr
    assert ended.returncode == 1


def test_the_file_that_is_read_may_be_the_one_that_is_written(tmp_path):
    lines = tmp_path / "reports.jsonl"
    lines.write_text('{"id": "a", "text": "Ten people met in Oslo."}\n', encoding="utf-8")
    assert run("read", str(lines), "-o", str(lines)).returncode == 0
    assert json.loads(lines.read_text(encoding="utf-8"))["id"] == "a"
    assert [path.name for path in tmp_path.iterdir()] == ["reports.jsonl"]


def test_output_that_nobody_reads_is_no_error():
    script = f"{sys.executable} -m variorum.cli.main read - | true; echo ${{PIPESTATUS[0]}}"
    lines = "".join(json.dumps({"id": f"r{n}", "text": "Ten people met in Oslo. " * 400}) + "\n" for n in range(40))
    ended = subprocess.run(
        ["bash", "-c", script], input=lines, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.stdout == "0\n"
    assert "Traceback" not in ended.stderr


def test_a_full_disk_is_told_in_one_line():
    script = f"{sys.executable} -m variorum.cli.main read - > /dev/full"
    line = '{"id": "a", "text": "Ten people met in Oslo."}\n'
    ended = subprocess.run(["bash", "-c", script], input=line, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 2
    assert "standard output: cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_copy_of_a_report_that_is_not_given_is_taken_as_its_own(tmp_path):
    line = {"id": "a", "text": "Ten people met in Oslo on Tuesday.", "copy_of": "zz", "story": "s", "storyline": "l"}
    ended = run("collate", "-", "--format", "json", given=json.dumps(line) + "\n")
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["reports"][0]["copy_of"] is None
