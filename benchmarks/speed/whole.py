"""The whole way from a cold start: CPU seconds and peak memory of real commands.

python -m benchmarks.speed.whole [RUNS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLES = [str(ROOT / "examples" / name) for name in ("ferry", "steel", "lander")]


class Run(msgspec.Struct, frozen=True):
    """What one process used, children included."""

    cpu_s: float
    peak_mb: float


def measure(words: list[str]) -> Run:
    """Run the command line once and return what the operating system says of it."""
    process = subprocess.Popen([sys.executable, "-m", "variorum.cli.main", *words], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"variorum {' '.join(words)} failed")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    table = Table("command", "CPU s, median", "least", "peak MB")
    commands = {"--help": ["--help"], "collate examples (21 reports)": ["collate", *EXAMPLES, "--format", "json"]}
    if SEEDS.exists():
        commands["collate seeds (5 reports)"] = ["collate", str(SEEDS), "--format", "json"]
    for name, words in commands.items():
        measure(words)
        taken = [measure(words) for _ in range(runs)]
        cpu = [run.cpu_s for run in taken]
        peak = max(run.peak_mb for run in taken)
        table.add_row(name, f"{statistics.median(cpu):.2f}", f"{min(cpu):.2f}", f"{peak:.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
