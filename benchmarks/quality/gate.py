"""The quality gate: no figure may fall below its floor, and floors only rise.

    python -m benchmarks.quality.gate [TASK ...]           measure, compare, show which cases flipped
    python -m benchmarks.quality.gate --raise [TASK ...]   lift floors that are beaten and store the run

Floors stand in `floors.toml`, the stored runs in `runs/TASK.json`. Ends with 1 if a figure is below its floor.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tomllib
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.quality.measured import BENCH, Measured

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
RUNS = HERE / "runs"
NO_TASKS = {"__init__", "gate", "measured", "naive", "peers"}


def list_tasks() -> list[str]:
    """Return the names of all tasks: the modules beside this one that have a `measure`."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NO_TASKS)


def load_floors() -> dict[str, dict[str, float]]:
    """Return the floor of each figure, by task."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def store(task: str, measured: Measured) -> None:
    """Lift the floors that `measured` beats, and keep its cases to compare later runs with."""
    floors = load_floors()
    mine = floors.setdefault(task, {})
    for name, value in measured.figures.items():
        mine[name] = max(mine.get(name, 0.0), round(value, 4))
    lines = ["# Floors of the quality gate, made by `python -m benchmarks.quality.gate --raise`. They only rise.\n"]
    for each in sorted(floors):
        lines.append(f"[{each}]\n" + "".join(f'"{name}" = {value}\n' for name, value in sorted(floors[each].items())))
    FLOORS.write_text("\n".join(lines), encoding="utf-8")
    RUNS.mkdir(exist_ok=True)
    run = json.dumps({"figures": measured.figures, "cases": measured.cases}, indent=0, sort_keys=True)
    (RUNS / f"{task}.json").write_text(run + "\n", encoding="utf-8")


def flips(task: str, measured: Measured) -> Counter[str]:
    """Count the cases that came out otherwise than in the stored run, by what they were and are."""
    path = RUNS / f"{task}.json"
    before = json.loads(path.read_text(encoding="utf-8"))["cases"] if path.exists() else {}
    changed = [(case, before[case], now) for case, now in measured.cases.items() if before.get(case, now) != now]
    for case, was, now in changed[:40]:
        print(f"  {case}: {was} -> {now}")
    return Counter(f"{was} -> {now}" for _, was, now in changed)


def main() -> int:
    """Run the gate; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of: {', '.join(list_tasks())}")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors that are beaten, store the run")
    chosen = parser.parse_args()
    if not BENCH.exists():
        print(f"no public sets at {BENCH} (VARIORUM_BENCH names another place): nothing measured")
        return 0
    floors = load_floors()
    table = Table("task", "figure", "floor", "now", "")
    fallen = 0
    for task in chosen.tasks or list_tasks():
        measured: Measured = importlib.import_module(f"benchmarks.quality.{task}").measure()
        for name, value in measured.figures.items():
            floor = floors.get(task, {}).get(name, 0.0)
            fell = round(value, 4) < floor
            fallen += fell
            table.add_row(task, name, f"{floor:.4f}", f"{value:.4f}", "[red]fell[/]" if fell else "")
        print(f"{task}: cases that flipped: {dict(flips(task, measured)) or 'none'}")
        if chosen.lift:
            store(task, measured)
    Console().print(table)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
