"""`variorum read`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum import pipeline
from variorum.cli.io import Jobs, Out, Paths, Refusals, RefusedTo, engine, given, shown, write_lines
from variorum.cli.traces import explain_paths
from variorum.read.options import FetchOptions, ReadOptions


def read(
    paths: Paths = None,
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what was taken for furniture and which dates were weighed.")
    ] = False,
    fast: Annotated[bool, typer.Option("--fast", help="For archives: many times faster, a little less exact.")] = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch addresses, and the pages of feeds and site maps.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from this machine and local networks too.")
    ] = False,
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep fetched pages here; ask again only for changed ones.")
    ] = None,
    delay: Annotated[float, typer.Option(metavar="S", min=0, help="Seconds between requests to one host.")] = 1.0,
    timeout: Annotated[float, typer.Option(metavar="S", min=0.1, help="Seconds that one page may take.")] = 20.0,
    refused: RefusedTo = None,
    jobs: Jobs = 1,
    output: Out = None,
) -> None:
    """Read pages, texts, mails, PDFs, feeds and archives into reports, one line of JSON each.

    variorum read reports/ > reports.jsonl

    variorum read --explain page.html

    variorum read --fetch https://example.org/news/feed.xml --cache pages/
    """
    fetching = FetchOptions(allow_private=allow_private, cache=str(cache) if cache else None, delay_s=delay)
    options = ReadOptions(fast=fast, timeout_s=timeout, fetch=fetching if fetch else None)
    refusals = Refusals(refused)
    if explain:
        explain_paths(given(paths), options, refusals.add)
    else:
        reports = pipeline.read(given(paths), options=options, engine=engine(jobs), refuse=refusals.add)
        write_lines(shown(reports, "reading"), output)
    refusals.finish()
