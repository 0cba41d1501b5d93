"""Reading a large web archive: pages a second, both processors, memory that stays flat.

    python -m benchmarks.speed.archives [--megabytes 1000] [--jobs 2] [--fast] [--plain]

An archive of the asked size is made of the pages of the extraction set, again and again, each under an address of its
own, every tenth record with broken bytes in it. The memory of all processes together is taken every quarter of a
second; flat means that the last quarter of the run holds no more than the second. `--plain` reads plain texts instead:
the same pages flattened to their lines, in a zip.
"""

from __future__ import annotations

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.quality.measured import BENCH
from benchmarks.quality.plain import flatten

_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Run(msgspec.Struct, frozen=True):
    """One run: pages written, seconds, CPU seconds of all processes, and the memory over its course in MB."""

    pages: int
    seconds: float
    cpu_s: float
    memory_mb: tuple[float, ...]


def make_warc(path: Path, size: int) -> None:
    """Write an archive of `size` bytes of pages (unpacked), each record its own gzip member."""
    pages = sorted((BENCH / "extraction" / "pages").glob("*.gz"))
    written = number = 0
    with path.open("wb") as out:
        while written < size:
            body = gzip.decompress(pages[number % len(pages)].read_bytes())
            member = bytearray(gzip.compress(_record(f"https://archive.example/{number}", body), 1))
            if number % 10 == 9:
                member[len(member) // 2 : len(member) // 2 + 32] = bytes(32)
            out.write(member)
            written += len(body)
            number += 1


def _record(url: str, body: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-10T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def make_zip(path: Path, size: int) -> None:
    """Write a zip of `size` bytes of flattened pages."""
    texts = [flatten(page.read_bytes()) for page in sorted((BENCH / "extraction" / "pages").glob("*.gz"))]
    written = number = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        while written < size:
            text = texts[number % len(texts)]
            out.writestr(f"{number:06}.txt", text)
            written += len(text)
            number += 1


def run(path: Path, words: list[str]) -> Run:
    """Read the archive with the command line."""
    started = time.monotonic()
    command = [sys.executable, "-m", "variorum.cli.main", "read", str(path), *words]
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        memory = []
        while process.poll() is None:
            memory.append(_memory_mb(process.pid))
            time.sleep(0.25)
        usage = os.times()
        out.seek(0)
        pages = sum(1 for _ in out)
    return Run(pages, time.monotonic() - started, usage.children_user + usage.children_system, tuple(memory))


def _memory_mb(root: int) -> float:
    """What a process and all below it hold in memory, from /proc."""
    children: dict[int, list[int]] = {}
    pages: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            pages[int(entry.name)] = int(fields[21])
            children.setdefault(int(fields[1]), []).append(int(entry.name))
        except (OSError, IndexError):
            continue
    waiting, total = [root], 0
    while waiting:
        each = waiting.pop()
        total += pages.get(each, 0)
        waiting += children.get(each, [])
    return total * _PAGE_BYTES / 1e6


def main() -> None:
    """Make the archive, read it, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--plain", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("pages.zip" if chosen.plain else "pages.warc.gz")
        (make_zip if chosen.plain else make_warc)(path, chosen.megabytes * 1_000_000)
        before = os.times()
        done = run(path, ["--jobs", str(chosen.jobs), *(["--fast"] if chosen.fast else [])])
        cpu = done.cpu_s - before.children_user - before.children_system
        packed = path.stat().st_size / 1e6
    quarters = [
        max(done.memory_mb[len(done.memory_mb) * at // 4 : len(done.memory_mb) * (at + 1) // 4], default=0.0)
        for at in range(4)
    ]
    table = Table("MB unpacked", "packed", "reports", "s", "CPU s", "processors", "pages/CPU s", "peak MB by quarter")
    table.add_row(
        str(chosen.megabytes), f"{packed:.0f}", str(done.pages), f"{done.seconds:.0f}", f"{cpu:.0f}",
        f"{cpu / done.seconds:.2f}", f"{done.pages / cpu:.1f}", " ".join(f"{quarter:.0f}" for quarter in quarters),
    )  # fmt: skip
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
