# SPDX-License-Identifier: MIT
"""The command `vermeil check`: the report of a folder, on the terminal and as files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

import vermeil as vm
from vermeil.cli.commands import AsJson, MappingFile, Unmasked, app
from vermeil.cli.inputs import read_day
from vermeil.results import write_csv

__all__ = ["check"]

#: A terminal shows the most frequent reasons; the files hold every row.
MOST_REASONS = 40
COUNTS = ("rows", "kept", "flagged", "left_out", "blank", "passed_over")


@app.command()
def check(
    place: Annotated[Path, typer.Argument(help="A folder of evidence, or a workbook.", metavar="DIR")],
    mapping: MappingFile = None,
    as_of: Annotated[
        str, typer.Option("--as-of", help="The day of the check, as 2024-12-31: days after it are flagged.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", help="A folder for check.csv, rejects.csv and check.json.")
    ] = None,
    unmasked: Unmasked = False,
    as_json: AsJson = False,
) -> None:
    """Check every row of every file, and the files against each other.

    Leave with 1 where a file cannot be read or a row is left out or in doubt.
    """
    found = vm.check(place, mapping=mapping, as_of=read_day(as_of) if as_of else None)
    report = _report(place, found, as_of, unmasked=unmasked)
    if out is not None:
        _write(found, report, out, unmasked=unmasked)
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False))
    else:
        _print(found, report, out)
    if not found.is_clean:
        raise typer.Exit(1)


def _report(place: Path, found: vm.Check, as_of: str, *, unmasked: bool) -> dict[str, Any]:
    files = [asdict(each) for each in found.files]
    return {
        "checked": str(place),
        "as_of": as_of,
        "totals": {name: sum(each[name] for each in files) for name in COUNTS},
        "files": files,
        "unread": [{"source": source, "reason": reason} for source, reason in found.unread],
        "reasons": [each._asdict() for each in found.reasons(unmasked=unmasked)],
    }


def _write(found: vm.Check, report: dict[str, Any], out: Path, *, unmasked: bool) -> None:
    import polars

    out.mkdir(parents=True, exist_ok=True)
    columns = ("table", "source", *COUNTS)
    write_csv(polars.DataFrame(report["files"], schema=list(columns), orient="row"), out / "check.csv")
    found.write_findings(out / "rejects.csv", unmasked=unmasked)
    text = json.dumps(report, ensure_ascii=False, indent=1)
    (out / "check.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _print(found: vm.Check, report: dict[str, Any], out: Path | None) -> None:
    console = Console(soft_wrap=True, highlight=False)
    grid = Grid(box=None, pad_edge=False)
    grid.add_column("file")
    grid.add_column("table")
    for name in COUNTS:
        grid.add_column(name.replace("_", " "), justify="right")
    for each in report["files"]:
        grid.add_row(escape(each["source"]), each["table"], *(str(each[name]) for name in COUNTS))
    if len(report["files"]) > 1:
        grid.add_row("all files", "", *(str(report["totals"][name]) for name in COUNTS), style="bold")
    Console(highlight=False, width=max(console.width, 100)).print(grid)
    for reason in found.reasons()[:MOST_REASONS]:
        console.print(_said_of(reason))
    hidden = len(report["reasons"]) - MOST_REASONS
    if hidden > 0:
        console.print(f"and {hidden} more reasons: write them with --out")
    if not report["as_of"]:
        console.print("days in the future were not looked for: give the day of the check with --as-of")
    if found.is_clean:
        console.print("nothing is wrong or in doubt")
    if out is not None:
        console.print(f"written to {out}: check.csv, rejects.csv, check.json", markup=False)


def _said_of(reason: Any) -> str:  # noqa: ANN401
    if not reason.first_rows or reason.first_rows == (0,):
        if reason.reason.startswith(reason.source):  # a file that cannot be read names itself
            return f"{escape(reason.reason)}; {reason.outcome}"
        return f"[bold]{escape(reason.source)}[/]: {escape(reason.reason)}; {reason.outcome}"
    rows = ", ".join(str(row) for row in reason.first_rows)
    rows += " …" if reason.rows > len(reason.first_rows) else ""
    count = "1 row" if reason.rows == 1 else f"{reason.rows} rows"
    value = f" {escape(repr(reason.first_value))}" if reason.first_value else ""
    return (
        f"[bold]{escape(reason.source)}[/], {escape(reason.column)}{value}: {escape(reason.reason)}; "
        f"{count} {reason.outcome}: {rows}"
    )
