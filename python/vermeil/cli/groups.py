# SPDX-License-Identifier: MIT
"""The command `vermeil groups`: what people answered by group, with small groups withheld."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

import vermeil as vm
from vermeil.cli.commands import FrameworkFile, MappingFile, app
from vermeil.cli.inputs import read_whole_evidence
from vermeil.results import write_csv

__all__ = ["groups"]


@app.command()
def groups(
    framework: FrameworkFile,
    evidence: Annotated[Path, typer.Option("--evidence", help="A folder of evidence, or a workbook.")],
    quarter: Annotated[str, typer.Option("--quarter", help="The last quarter that counts, as 2024-25 Q3.")],
    measure: Annotated[
        str, typer.Option("--measure", help="A measure that is a share of a survey's answers.")
    ],
    by: Annotated[
        str,
        typer.Option("--by", help="The item whose answers make the groups: who helped, a characteristic."),
    ],
    least_n: Annotated[
        int, typer.Option("--least-n", min=1, help="The fewest answers of a group that is shown.")
    ] = 10,
    quarters: Annotated[int, typer.Option("--quarters", min=1, help="How many quarters are pooled.")] = 1,
    mapping: MappingFile = None,
    out: Annotated[Path | None, typer.Option("--out", help="A CSV file to write as well.")] = None,
) -> None:
    """Give a survey's answers by group, such as by who helped with the form.

    Small groups are withheld, and so is what they could be reckoned from.
    """
    known = read_whole_evidence(evidence, mapping)
    rules = vm.Framework.load(framework)
    table = rules.survey_groups(
        known.evidence, quarter, measure, by, least_n=least_n, quarters=quarters
    ).to_polars()
    grid = Grid(box=None, pad_edge=False)
    for name in ("service", "group", "share", "answers"):
        grid.add_column(name, justify="right" if name in {"share", "answers"} else "left")
    for row in table.iter_rows(named=True):
        shown = row["state"] == "present"
        share = f"{row['share']:.0%}" if shown else row["state"].replace("_", " ")
        answers = f"{row['count']} of {row['n']}" if shown else ""
        grid.add_row(escape(row["service"] or "all"), escape(row["group"] or "everybody"), share, answers)
    console = Console(highlight=False)
    console.width = max(console.width, 100)
    console.print(grid)
    if out is not None:
        write_csv(table, out)
        console.print(f"written to {out}", markup=False)
