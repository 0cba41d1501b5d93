"""Makes the pages of docs/ that are made from code: the JSON Schema of each format and the reference of the commands.

`python docs/build.py` writes them; a test holds them equal to the code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
from typer.testing import CliRunner

from variorum.cli.main import COMMANDS, app
from variorum.model.grouping import Grouping
from variorum.model.record import Record
from variorum.model.report import Report

HERE = Path(__file__).parent
FORMATS: dict[str, type[msgspec.Struct]] = {"report": Report, "grouping": Grouping, "record": Record}


def build_pages() -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of each generated page."""
    for name, kind in FORMATS.items():
        yield HERE / "formats" / f"{name}.schema.json", build_schema(kind)
    yield HERE / "commands.md", build_commands()


def build_schema(kind: type[msgspec.Struct]) -> str:
    """Return the JSON Schema (draft 2020-12) of one format."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(kind)}
    report = schema.get("$defs", {}).get("Report")
    if report is not None:
        # Fields we do not know stand beside the others on the line, not under a name of their own.
        report["properties"].pop("other")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def build_commands() -> str:
    """Return the reference of the commands, from their own `--help`."""
    runner = CliRunner(env={"TERM": "dumb", "COLUMNS": "100", "NO_COLOR": "1"})
    parts = ["# Commands\n\nMade from `--help` by `make docs`.\n"]
    for words in ([], *([name] for name in COMMANDS)):
        text = runner.invoke(app, [*words, "--help"], prog_name="variorum").stdout
        body = "\n".join(line.rstrip() for line in text.strip().splitlines())
        parts.append(f"## {' '.join(['variorum', *words])}\n\n```text\n{body}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    for path, text in build_pages():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(HERE.parent))
