# SPDX-License-Identifier: MIT
"""The command `vermeil funnel`: all services side by side in one period."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

import vermeil as vm
from vermeil.chart_plots import plot_funnel
from vermeil.cli.commands import AsJson, Out, app
from vermeil.cli.panel_measures import PERIODS
from vermeil.files import read_table
from vermeil.frames import Table
from vermeil.publishing import INTERNAL, mark_internal
from vermeil.results import write_csv

if TYPE_CHECKING:
    import polars as pl

    from vermeil import _core

__all__ = ["funnel"]

#: A terminal shows the first; the file holds every one.
MOST_SHOWN = 40
#: On which chart a count and a base may stand that such a funnel compares.
READ_AS = {
    vm.FunnelKind.SHARE: vm.ChartKind.P,
    vm.FunnelKind.RATE: vm.ChartKind.U,
    vm.FunnelKind.RATIO: vm.ChartKind.U,
}
FunnelFile = Annotated[
    Path,
    typer.Argument(
        help="A table with a row for each service, with ID.count and ID.n; with a month or quarter too, "
        "one of them is compared.",
        metavar="FILE",
    ),
]
Measure = Annotated[str, typer.Option("--measure", help="The ID, where the table has several.")]
Period = Annotated[
    str, typer.Option("--period", help="The month or quarter, as the table writes it; else the last.")
]
Kind = Annotated[
    vm.FunnelKind,
    typer.Option("--kind", help="ID.n is the n of a share, the exposure of a rate, or what was expected."),
]
Widened = Annotated[
    vm.Widening, typer.Option("--widening", help="Widen the limits for what chance does not explain.")
]
Target = Annotated[
    float | None, typer.Option("--target", help="What the funnel stands about; else all services together.")
]


@app.command()
def funnel(
    panel: FunnelFile,
    out: Out,
    measure: Measure = "",
    period: Period = "",
    kind: Kind = vm.FunnelKind.SHARE,
    widening: Widened = vm.Widening.NONE,
    target: Target = None,
    as_json: AsJson = False,
) -> None:
    """Compare services in one period; write funnel.csv, rejects.csv and, with the extra `plots`, funnel.svg.

    Limits at 95 % and 99.8 % are exact for each base (Spiegelhalter 2005) unless they are widened. Services
    beyond the far limits are asked about, not judged. All of it is internal.
    """
    table = read_table(panel)
    name = _measure(table, measure)
    rows, rejects = _rows(table, name, period, READ_AS[kind])
    found = vm.funnel(
        rows["count"].to_numpy(),
        rows["n"].to_numpy(),
        vm.FunnelRules(kind=kind, widening=widening, target=target),
    )
    made = _marked(rows, found)
    out.mkdir(parents=True, exist_ok=True)
    files = [out / "funnel.csv", out / "rejects.csv"]
    write_csv(made, files[0])
    write_csv(rejects, files[1])
    if find_spec("altair") and find_spec("vl_convert") and made.height > 0:
        files.append(out / "funnel.svg")
        plot_funnel(found, made["n"].to_list(), made["service"].to_list()).save(files[-1])
    files.append(mark_internal(out, "services side by side, and which differ by more than chance"))
    said = {
        "measure": name,
        "period": rows["period"][0] if rows.height > 0 else "",
        "services": made.height,
        "target": found.target,
        "phi": found.phi,
        "tau_squared": found.tau_squared,
        "beyond_far": made.filter(made["beyond"].is_in(["far_lower", "far_upper"])).height,
        "rejects": rejects.height,
    }
    _say(made, said, files, as_json=as_json)


def _measure(table: _core.Table, asked: str) -> str:
    """Find the measure to compare: one that has a count and a base."""
    there = set(table.columns)
    names = [name.removesuffix(".count") for name in table.columns if name.endswith(".count")]
    based = [name for name in names if f"{name}.n" in there]
    if "service" not in there or not based:
        message = f"{table.source}: a funnel needs a column 'service' and ID.count with ID.n"
        raise vm.Error(message)
    if asked not in ({*based, ""} if len(based) == 1 else based):
        told = f"--measure {asked!r}" if asked else "--measure is not given"
        message = f"{told}: the measures of {table.source} that have a count and an n are {', '.join(based)}"
        raise vm.Error(message)
    return asked or based[0]


def _rows(table: _core.Table, name: str, asked: str, kind: vm.ChartKind) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give service, period, count and n of the services that can be compared, and what was refused."""
    import polars

    frame = Table(table).to_polars()
    when = next((column for column in PERIODS if column in frame.columns), "event")
    if when not in frame.columns:
        frame = frame.with_columns(polars.lit(1).alias(when))
    parts = {}
    for part, value, n, read_as in (
        ("value", f"{name}.count", f"{name}.n", kind),
        ("count", f"{name}.count", "", vm.ChartKind.C),
        ("n", f"{name}.n", "", vm.ChartKind.XMR),
    ):
        columns = vm.PanelColumns("service", when, value, n, every=PERIODS[when])
        rules = vm.ChartRules(kind=read_as)
        parts[part] = vm.chart_panel(frame, rules, columns=columns, source=table.source)
    wanted = ["series", "period", "value"]
    usable, counts, bases = (
        each.points.to_polars().select(wanted).drop_nulls().rename({"value": part})
        for part, each in parts.items()
    )
    joined = usable.join(counts, on=wanted[:2]).join(bases, on=wanted[:2]).rename({"series": "service"})
    periods = joined["period"].unique().sort().to_list()
    if asked and periods and asked not in periods:
        message = f"--period {asked!r}: {table.source} has those from {periods[0]} to {periods[-1]}"
        raise vm.Error(message)
    chosen = asked or (periods[-1] if periods else "")
    kept = joined.filter(joined["period"] == chosen).select("service", "period", "count", "n").sort("service")
    return kept, parts["value"].rejects().to_polars()


def _marked(rows: pl.DataFrame, found: vm.Funnel) -> pl.DataFrame:
    """Put the services beside their limits, and say beyond which of them they lie; the farthest first."""
    import polars

    made = polars.concat([rows, found.to_polars()], how="horizontal")
    value = polars.col("value")
    beyond = (
        polars.when(value > polars.col("far_upper")).then(polars.lit("far_upper"))
        .when(value < polars.col("far_lower")).then(polars.lit("far_lower"))
        .when(value > polars.col("upper")).then(polars.lit("upper"))
        .when(value < polars.col("lower")).then(polars.lit("lower"))
        .otherwise(polars.lit(""))
    )  # fmt: skip
    return made.with_columns(beyond=beyond)


def _say(made: pl.DataFrame, said: dict[str, object], files: list[Path], *, as_json: bool) -> None:
    if as_json:
        typer.echo(
            json.dumps(
                {"internal": INTERNAL} | said | {"files": [str(each) for each in files]}, ensure_ascii=False
            )
        )
        return
    console = Console(soft_wrap=True, highlight=False)
    console.print(f"[bold red]{INTERNAL}[/]")
    far = made.filter(made["beyond"].is_in(["far_lower", "far_upper"]))
    for row in far.head(MOST_SHOWN).iter_rows(named=True):
        side = "above" if row["beyond"] == "far_upper" else "below"
        limit = row[row["beyond"]]
        console.print(
            f"  [bold]{escape(row['service'])}[/]: {row['count']:g} of {row['n']:g}, {row['value']:.4g}, "
            f"lies {side} the 99.8 % limit {limit:.4g}"
        )
    if far.height > MOST_SHOWN:
        console.print(f"  and {far.height - MOST_SHOWN} more")
    about = "" if said["target"] is None else f" about {said['target']:.4g}"
    spread = (
        "" if said["phi"] is None else f"; z-scores squared average {said['phi']:.3g} where chance gives 1"
    )
    console.print(
        f"{said['services']} services compared in {said['period'] or 'no period'}{about}: "
        f"{far.height} beyond the 99.8 % limits{spread}; {said['rejects']} rejects",
        markup=False,
    )
    console.print(f"written to {files[0].parent}: {', '.join(path.name for path in files)}", markup=False)
