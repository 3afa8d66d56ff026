# SPDX-License-Identifier: MIT
"""The command `vermeil signals`: charts of every measure of every service, and what is no mere chance."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

import vermeil as vm
from vermeil.chart_plots import plot_delays
from vermeil.cli.commands import AsJson, Out, Threads, app
from vermeil.files import read_table
from vermeil.frames import Table
from vermeil.publishing import INTERNAL, mark_internal
from vermeil.results import write_csv

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

    from vermeil import _core

__all__ = ["signals"]

#: A terminal shows the first; the files hold every one.
MOST_SHOWN = 40
PERIODS = {"month": vm.Every.MONTH, "quarter": vm.Every.QUARTER}


@dataclass(frozen=True)
class Charted:
    """One measure of the panel, charted."""

    measure: str
    improves: vm.Improves
    charts: vm.Charts
    columns: vm.PanelColumns
    is_share: bool


@app.command()
def signals(
    panel: Annotated[
        Path,
        typer.Argument(
            help="A table with a row for each service and month or quarter, and a column for each measure; "
            "ID.count and ID.n beside it make a share.",
            metavar="PANEL",
        ),
    ],
    out: Out,
    improves: Annotated[
        list[str] | None,
        typer.Option("--improves", help="Which way a measure gets better: ID=up or ID=down; else neither."),
    ] = None,
    visits: Annotated[
        float,
        typer.Option("--visits", min=0, help="So many services can be visited a period: alarms by that."),
    ] = 0,
    baseline: Annotated[
        int,
        typer.Option("--baseline", min=3, help="With --visits: the first periods that say what is usual."),
    ] = 24,
    seed: Annotated[int, typer.Option("--seed", min=0, help="With --visits: where chance begins.")] = 1,
    threads: Threads = 1,
    as_json: AsJson = False,
) -> None:
    """Chart measures over time; write signals.csv, charts.csv, rejects.csv and, with --visits, alerts.csv.

    With --visits there are delays.csv too, and with the extra `plots` delays.svg: how soon such a budget sees
    a rise in made-up counts, beside the four standard rules. All of it is internal.
    """
    table = read_table(panel)
    charted = _charted(table, _directions(improves or []), threads)
    made = _tables(charted)
    if visits > 0:
        rules = vm.AlertRules(visits=visits, baseline=baseline, seed=seed, threads=threads)
        made["alerts"] = _alerts(table, charted, rules)
        made["delays"] = _delays(made["charts"], rules)
    out.mkdir(parents=True, exist_ok=True)
    files = [out / f"{name}.csv" for name in made]
    for path, frame in zip(files, made.values(), strict=True):
        write_csv(frame, path)
    files += _drawn(made, out, f"{visits:g} visits a period")
    files.append(mark_internal(out, "charts of services over time, and what is no mere chance"))
    _say(made, files, as_json=as_json)


def _delays(charts: pl.DataFrame, rules: vm.AlertRules) -> pl.DataFrame:
    """Ask how soon as many services as these are seen to go wrong."""
    services = max(charts["service"].n_unique(), 1)
    return vm.detection_study(rules, services=services).to_polars()


def _drawn(made: dict[str, pl.DataFrame], out: Path, budget: str) -> list[Path]:
    """Draw how soon a budget sees a rise, where there is one and something to draw with."""
    if "delays" not in made or not (find_spec("altair") and find_spec("vl_convert")):
        return []
    path = out / "delays.svg"
    plot_delays(made["delays"], f"How soon a rise is seen: made-up counts, {budget}").save(path)
    return [path]


def _directions(given: list[str]) -> dict[str, vm.Improves]:
    """Read ``ID=up``."""
    ways = {way.value: way for way in vm.Improves}
    read = {}
    for each in given:
        measure, _, way = each.rpartition("=")
        if not measure or way not in ways:
            message = f"--improves {each!r}: write a measure and {', '.join(ways)}, as falls=down"
            raise vm.Error(message)
        read[measure] = ways[way]
    return read


def _charted(table: _core.Table, directions: dict[str, vm.Improves], threads: int) -> list[Charted]:
    """Chart each measure of the table."""
    there = table.columns
    period = next((name for name in PERIODS if name in there), None)
    if "service" not in there or period is None:
        message = f"{table.source}: a panel has a column 'service' and one 'month' or 'quarter'"
        raise vm.Error(message)
    measures = [name for name in there if "." not in name and name not in {"service", *PERIODS}]
    if unknown := [name for name in directions if name not in measures]:
        message = f"--improves names {unknown[0]!r}, which is no measure of {table.source}"
        raise vm.Error(message)
    if not measures:
        message = f"{table.source}: no column of a measure"
        raise vm.Error(message)
    charted = []
    for name in measures:
        is_share = {f"{name}.count", f"{name}.n"} <= set(there)
        value, n = (f"{name}.count", f"{name}.n") if is_share else (name, "")
        columns = vm.PanelColumns("service", period, value, n, every=PERIODS[period])
        way = directions.get(name, vm.Improves.NEITHER)
        kind = vm.SeriesKind.SHARE if is_share else vm.SeriesKind.NUMBER
        rules = vm.ChartRules(improves=way)
        charts = vm.chart_panel(Table(table), rules, columns=columns, chosen=kind, threads=threads)
        charted.append(Charted(name, way, charts, columns, is_share))
    return charted


def _tables(charted: list[Charted]) -> dict[str, pl.DataFrame]:
    """Put what was found of all measures together."""
    import polars

    return {
        "signals": _stacked(charted, lambda each: each.charts.signals),
        "charts": _stacked(charted, lambda each: each.charts.series),
        "rejects": polars.concat([each.charts.rejects().to_polars() for each in charted]),
    }


def _alerts(table: _core.Table, charted: list[Charted], rules: vm.AlertRules) -> pl.DataFrame:
    """Set alarms over all measures together."""
    measures = {
        each.measure: vm.AlertMeasure(
            Table(table), vm.ChartKind.P if each.is_share else vm.ChartKind.XMR, each.improves, each.columns
        )
        for each in charted
    }
    return vm.alert_budget(measures, rules).to_polars()


def _stacked(charted: list[Charted], part: Callable[[Charted], Table]) -> pl.DataFrame:
    """Put the tables of all measures under each other, sorted by service."""
    import polars

    parts = [
        part(each)
        .to_polars()
        .rename({"series": "service"})
        .insert_column(1, polars.lit(each.measure).alias("measure"))
        for each in charted
    ]
    return polars.concat(parts).sort("service", maintain_order=True)


def _say(made: dict[str, pl.DataFrame], files: list[Path], *, as_json: bool) -> None:
    counts = {name: frame.height for name, frame in made.items()}
    if as_json:
        said = {"internal": INTERNAL} | counts | {"files": [str(path) for path in files]}
        if "alerts" in made:
            said["alarms"] = int(made["alerts"]["alarm"].sum())
        typer.echo(json.dumps(said, ensure_ascii=False))
        return
    console = Console(soft_wrap=True, highlight=False)
    console.print(f"[bold red]{INTERNAL}[/]")
    worrying = made["signals"].filter(made["signals"]["reading"] == "concerning")
    for row in worrying.head(MOST_SHOWN).iter_rows(named=True):
        console.print(f"  [bold]{escape(row['service'])}[/] {escape(row['measure'])}: {escape(row['words'])}")
    if worrying.height > MOST_SHOWN:
        console.print(f"  and {worrying.height - MOST_SHOWN} more")
    for row in (
        made["alerts"].filter(made["alerts"]["alarm"] == 1).iter_rows(named=True) if "alerts" in made else ()
    ):
        console.print(f"  [bold red]visit {escape(row['service'])}[/]: {escape(row['words'])}")
    console.print(
        f"{counts['charts']} series charted: {counts['signals']} signals, {worrying.height} concerning; "
        f"{counts['rejects']} rejects"
    )
    console.print(f"written to {files[0].parent}: {', '.join(path.name for path in files)}", markup=False)
