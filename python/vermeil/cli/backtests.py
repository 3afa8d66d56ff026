# SPDX-License-Identifier: MIT
"""The command `vermeil backtest`: was a risk scheme worth it, as figures and as a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

import vermeil as vm
from vermeil.backtesting import ALREADY
from vermeil.cli.commands import AsJson, MappingFile, Unmasked, app
from vermeil.cli.inputs import read_day, read_whole_evidence
from vermeil.results import write_csv

__all__ = ["backtest"]

Scheme = Annotated[Path, typer.Argument(help="The risk scheme, a TOML file.", metavar="SCHEME")]
History = Annotated[Path, typer.Option("--history", help="A folder of evidence, or a workbook.")]
Out = Annotated[
    Path, typer.Option("--out", help="The folder for backtest.json, backtest.html and rejects.csv.")
]
Outcomes = Annotated[
    list[str] | None,
    typer.Option(
        "--outcome",
        help="What should have been foreseen; may be repeated: rating:SOURCE, rating:SOURCE=WORD, "
        "event:ID, exit, exit:KIND, closure.",
    ),
]
EveryDay = Annotated[
    vm.Every, typer.Option("--every", help="On which days there is a list: month or quarter.")
]
First = Annotated[str, typer.Option("--from", help="The first day of the history.")]
Last = Annotated[str, typer.Option("--to", help="The last day of the history.")]
Horizon = Annotated[
    int, typer.Option("--horizon", min=1, max=1200, help="Months for which a service is followed.")
]
Visits = Annotated[
    list[int] | None,
    typer.Option(
        "--visits", min=1, help="How many can be visited; may be repeated; 5, 10 and 20 unless set."
    ),
]
LeastEvents = Annotated[
    int, typer.Option("--least-events", min=2, help="Harmed services below which no verdict is given.")
]
Already = Annotated[
    list[str] | None,
    typer.Option("--already", help="An event whose being open says that somebody visits; may be repeated."),
]


@app.command()
def backtest(
    scheme: Scheme,
    history: History,
    out: Out,
    outcome: Outcomes = None,
    every: EveryDay = vm.Every.MONTH,
    first: First = "",
    last: Last = "",
    horizon: Horizon = 12,
    visits: Visits = None,
    least_events: LeastEvents = 10,
    already: Already = None,
    mapping: MappingFile = None,
    unmasked: Unmasked = False,
    as_json: AsJson = False,
) -> None:
    """Walk a risk scheme forward through history and try it against naive rules.

    Leave with 1 where the scheme does not beat them all, or that cannot be told.
    """
    known = read_whole_evidence(history, mapping)
    test = vm.backtest(
        vm.RiskScheme.load(scheme),
        known.evidence,
        outcomes=outcome or (),
        every=every,
        first=read_day(first) if first else None,
        last=read_day(last) if last else None,
        horizon_months=horizon,
        visits=visits or (5, 10, 20),
        least_events=least_events,
        already=already or ALREADY,
        note=known.note,
    )
    files = [*test.write(out), out / "rejects.csv"]
    write_csv(known.evidence.rejects(unmasked=unmasked).to_polars(), files[-1])
    _show_json(test, files) if as_json else _show(test, files)
    if test.verdict != "better":
        raise typer.Exit(1)


def _show_json(test: vm.Backtest, files: list[Path]) -> None:
    said = {key: test.to_dict()[key] for key in ("scheme", "edition", "note", "status")}
    keys = ("outcome", "verdict", "sentences", "notes")
    said["reports"] = [{key: each[key] for key in keys} for each in test.reports]
    said["files"] = [str(path) for path in files]
    typer.echo(json.dumps(said, ensure_ascii=False))


def _show(test: vm.Backtest, files: list[Path]) -> None:
    said = test.to_dict()
    console = Console(soft_wrap=True, highlight=False)
    console.print(f"[bold]{escape(said['scheme'])}[/], {escape(said['edition'])}: back-test, internal")
    if said["note"]:
        console.print(f"[bold red]{escape(said['note'])}[/]")
    for report in test.reports:
        console.print(f"[bold]services {escape(report['label'])}[/]")
        for sentence in (*report["sentences"], *report["notes"]):
            console.print("  " + escape(sentence))
    console.print(f"written to {files[0].parent}: {', '.join(path.name for path in files)}", markup=False)
