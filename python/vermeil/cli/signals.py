# SPDX-License-Identifier: MIT
"""The command `vermeil signals`: charts of every measure of every service, and what is no mere chance."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

import vermeil as vm
from vermeil.chart_plots import plot_delays
from vermeil.cli.commands import AsJson, Out, Threads, app
from vermeil.cli.panel_measures import Asked, PanelMeasure, measures_of, read_number, read_pairs
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
#: So many made-up services say how soon a rise is seen; more would tell no more.
MOST_STUDIED = 500
KINDS = [kind.value for kind in vm.SeriesKind]
#: The charts on which alarms are set; times and cases between events have none.
ALARMED = {
    vm.SeriesKind.SHARE: vm.ChartKind.P,
    vm.SeriesKind.RATE: vm.ChartKind.U,
    vm.SeriesKind.COUNT: vm.ChartKind.C,
    vm.SeriesKind.NUMBER: vm.ChartKind.XMR,
}
PanelFile = Annotated[
    Path,
    typer.Argument(
        help="A table with a row for each service and month or quarter, and a column for each measure; "
        "ID.count and ID.n beside it make a share. ID.phase rises where a measure is rebased.",
        metavar="PANEL",
    ),
]
Improving = Annotated[
    list[str] | None,
    typer.Option("--improves", help="Which way a measure gets better: ID=up or ID=down; else neither."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", help=f"What a measure is, which says its chart: ID={' or '.join(KINDS)}."),
]
Targets = Annotated[
    list[str] | None,
    typer.Option("--target", help="ID=X: will chance alone meet X, in the unit that is plotted?"),
]
Per = Annotated[
    list[str] | None, typer.Option("--per", help="ID=X: show a share or rate per X, such as 100 or 1000.")
]
Visits = Annotated[
    float, typer.Option("--visits", min=0, help="So many services can be visited a period: alarms by that.")
]
Baseline = Annotated[
    int, typer.Option("--baseline", min=3, help="With --visits: the first periods that say what is usual.")
]
Delays = Annotated[bool, typer.Option(help="With --visits: also say how soon such a budget sees a rise.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="With --visits: where chance begins.")]


@dataclass(frozen=True)
class Charted:
    """One measure of the panel, charted."""

    measure: PanelMeasure
    charts: vm.Charts


@app.command()
def signals(
    panel: PanelFile,
    out: Out,
    improves: Improving = None,
    kind: Kinds = None,
    target: Targets = None,
    per: Per = None,
    visits: Visits = 0,
    baseline: Baseline = 24,
    delays: Delays = True,
    seed: Seed = 1,
    threads: Threads = 1,
    as_json: AsJson = False,
) -> None:
    """Chart measures over time; write signals.csv, charts.csv, rejects.csv and, with --visits, alerts.csv.

    With --visits there are delays.csv too, and with the extra `plots` delays.svg: how soon such a budget sees
    a rise in made-up counts, beside the four standard rules. All of it is internal.
    """
    table = read_table(panel)
    measures, unused = measures_of(table, _asked(improves, kind, target, per))
    charted = [_charted(table, each, threads) for each in measures]
    made = _tables(charted)
    title = ""
    if visits > 0:
        rules = vm.AlertRules(visits=visits, baseline=baseline, seed=seed, threads=threads)
        made["alerts"] = _alerts(table, charted, rules)
        if delays:
            made["delays"], title = _delays(made["charts"], rules)
    out.mkdir(parents=True, exist_ok=True)
    files = [out / f"{name}.csv" for name in made]
    for path, frame in zip(files, made.values(), strict=True):
        write_csv(frame, path)
    files += _drawn(made, out, title)
    files.append(mark_internal(out, "charts of services over time, and what is no mere chance"))
    _say(made, files, _notes(made, charted, unused), as_json=as_json)


def _asked(
    improves: list[str] | None, kind: list[str] | None, target: list[str] | None, per: list[str] | None
) -> Asked:
    """Read what is said of each measure."""
    ways = ", ".join(way.value for way in vm.Improves)
    return Asked(
        read_pairs("--kind", kind or [], vm.SeriesKind, f"{', '.join(KINDS)}, as falls=count"),
        read_pairs("--improves", improves or [], vm.Improves, f"{ways}, as falls=down"),
        read_pairs("--target", target or [], read_number, "a number, as content=0.9"),
        read_pairs("--per", per or [], read_number, "a number, as falls=1000"),
    )


def _delays(charts: pl.DataFrame, rules: vm.AlertRules) -> tuple[pl.DataFrame, str]:
    """Ask how soon so many services as these are seen to go wrong.

    Of many, a part at its part of the visits.
    """
    services = max(charts["service"].n_unique(), 1)
    studied = min(services, MOST_STUDIED)
    rules = replace(rules, visits=rules.visits * studied / services, own_up_to=0)
    title = f"How soon a rise is seen: made-up counts of {studied} services, {rules.visits:g} visits a period"
    return vm.detection_study(rules, services=studied).to_polars(), title


def _drawn(made: dict[str, pl.DataFrame], out: Path, title: str) -> list[Path]:
    """Draw how soon a budget sees a rise, where there is one and something to draw with."""
    if "delays" not in made or not (find_spec("altair") and find_spec("vl_convert")):
        return []
    path = out / "delays.svg"
    plot_delays(made["delays"], title).save(path)
    return [path]


def _charted(table: _core.Table, measure: PanelMeasure, threads: int) -> Charted:
    """Chart one measure on the chart that suits its kind."""
    charts = vm.chart_panel(
        Table(table), measure.rules, columns=measure.columns, chosen=measure.kind, threads=threads
    )
    return Charted(measure, charts)


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
        each.measure.name: vm.AlertMeasure(
            Table(table), ALARMED[each.measure.kind], each.measure.rules.improves, each.measure.columns
        )
        for each in charted
        if each.measure.kind in ALARMED
    }
    return vm.alert_budget(measures, rules).to_polars()


def _stacked(charted: list[Charted], part: Callable[[Charted], Table]) -> pl.DataFrame:
    """Put the tables of all measures under each other, sorted by service."""
    import polars

    parts = [
        part(each)
        .to_polars()
        .rename({"series": "service"})
        .insert_column(1, polars.lit(each.measure.name).alias("measure"))
        for each in charted
    ]
    return polars.concat(parts).sort("service", maintain_order=True)


def _notes(made: dict[str, pl.DataFrame], charted: list[Charted], unused: list[str]) -> dict[str, str]:
    """Say what was left out, and what would tell more."""
    notes = {}
    if unused:
        notes["not_charted"] = f"not charted: {', '.join(unused)}"
    neither = [each.measure.name for each in charted if each.measure.rules.improves is vm.Improves.NEITHER]
    speaking = [name for name in neither if name in set(made["signals"]["measure"])]
    if speaking:
        notes["hint"] = (
            f"no signal of {', '.join(speaking)} is called better or worse: say which way it gets better, "
            f"as --improves {speaking[0]}=up or --improves {speaking[0]}=down"
        )
    silent = [each.measure.name for each in charted if each.measure.kind not in ALARMED]
    if "alerts" in made and silent:
        notes["not_judged"] = f"no alarms are set for times or cases between events: {', '.join(silent)}"
    return notes


def _say(made: dict[str, pl.DataFrame], files: list[Path], notes: dict[str, str], *, as_json: bool) -> None:
    counts = {name: frame.height for name, frame in made.items()}
    if as_json:
        said = {"internal": INTERNAL} | counts | {"files": [str(path) for path in files]} | notes
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
    if "alerts" in made:
        _say_alarms(console, made)
    console.print(
        f"{counts['charts']} series charted: {counts['signals']} signals, {worrying.height} concerning; "
        f"{counts['rejects']} rejects"
    )
    for note in notes.values():
        console.print(note, markup=False)
    console.print(f"written to {files[0].parent}: {', '.join(path.name for path in files)}", markup=False)


def _say_alarms(console: Console, made: dict[str, pl.DataFrame]) -> None:
    """Name the services to visit, and say how many could be judged."""
    alerts = made["alerts"]
    for row in alerts.filter(alerts["alarm"] == 1).iter_rows(named=True):
        console.print(f"  [bold red]visit {escape(row['service'])}[/]: {escape(row['words'])}")
    services = made["charts"]["service"].n_unique()
    console.print(
        f"{alerts['alarm'].sum()} alarms; {alerts.height} of {services} services could be judged by what was "
        "usual before"
    )
