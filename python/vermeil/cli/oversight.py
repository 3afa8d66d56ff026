# SPDX-License-Identifier: MIT
"""The commands `vermeil ladder`, `vermeil watch` and `vermeil panel`; all that they write is internal."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

import vermeil as vm
from vermeil.cli.commands import AsJson, MappingFile, Out, Strict, app
from vermeil.cli.inputs import Known, read_day, read_whole_evidence
from vermeil.files import read_table
from vermeil.frames import Frame, Table
from vermeil.mapping import mapping_of
from vermeil.publishing import INTERNAL, mark_internal
from vermeil.results import write_csv

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ladder", "panel", "watch"]

MOST_SHOWN = 20

Evidence = Annotated[
    Path, typer.Option("--evidence", help="A folder of CSV files, or a workbook with a sheet for each table.")
]
AsOf = Annotated[str, typer.Option("--as-of", help="The day up to which facts count, as 2024-12-31.")]
SchemeFile = Annotated[
    Path | None,
    typer.Option(
        "--scheme", help="A risk scheme, which scores the services first, and on the day of each decision."
    ),
]
RiskFile = Annotated[
    Path | None, typer.Option("--risk", help="risk.csv of `vermeil risk`, in the place of a scheme.")
]


@app.command()
def ladder(
    file: Annotated[Path, typer.Argument(help="The ladder, a TOML file.", metavar="LADDER")],
    evidence: Evidence,
    as_of: AsOf,
    out: Out,
    scheme: SchemeFile = None,
    risk: RiskFile = None,
    mapping: MappingFile = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Say where everybody stands on a ladder, what is proposed, what is overdue and who may be called."""
    rules, day = vm.Ladder.load(file), read_day(as_of)
    known = read_whole_evidence(evidence, mapping)
    stands = rules.stands(known.evidence, day, risk=_scored(known, day, scheme, risk))
    tables: dict[str, Table] = {
        "ladder": stands.standings,
        "embargoes": stands.embargoes,
        "overdue": stands.overdue,
        "broker": stands.broker(vm.Market.read(evidence, mapping_of(mapping))),
    }
    rejects = [known.evidence.rejects(), stands.rejects()]
    files = _write(out, f"where everybody stands on the ladder {rules.id} as of {as_of}", tables, rejects)
    rows = stands.standings.to_polars()
    said = {"standing": rows.height, "differ": int(rows["differs"].is_in(["graver", "milder"]).sum())}
    said |= {"decided_otherwise": int(rows["decided"].is_in(["graver", "milder"]).sum())}
    said |= {"embargoes": len(stands.embargoes), "overdue": len(stands.overdue)}
    lines = [
        f"{each['service'] or each['provider']} ({each['of']}): {each['step'] or 'nobody can say'}; "
        f"proposed {each['proposed'] or each['proposed_mildest'] + ' to ' + each['proposed_gravest']}"
        + (f"; when it was decided: {each['proposed_then']}" if each["decided"] else "")
        for each in rows.filter((rows["differs"] != "") | (rows["decided"] != "")).to_dicts()
    ]
    _say(said, lines, files, known.note, as_json=as_json)
    _leave(strict, rejects)


@app.command()
def watch(
    file: Annotated[Path, typer.Argument(help="The order as data, a TOML file.", metavar="WATCH")],
    evidence: Evidence,
    as_of: AsOf,
    out: Out,
    scheme: SchemeFile = None,
    risk: RiskFile = None,
    probabilities: Annotated[
        Path | None, typer.Option("--probabilities", help="A table with service and probability, 0 to 1.")
    ] = None,
    why: Annotated[
        tuple[str, str] | None,
        typer.Option("--why", help="Two services: say why one stands above the other."),
    ] = None,
    visits: Annotated[
        int | None, typer.Option("--visits", min=1, help="How many services can be visited in one round.")
    ] = None,
    mapping: MappingFile = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Put the services in the order in which they should be looked at, and say why."""
    day, known = read_day(as_of), read_whole_evidence(evidence, mapping)
    market = vm.Market.read(evidence, mapping_of(mapping))
    chances = Table(read_table(probabilities)) if probabilities else None
    scored = _scored(known, day, scheme, risk)
    found = vm.WatchList(file, known.evidence, market, day, risk=scored, probabilities=chances, visits=visits)
    rejects = [known.evidence.rejects(), market.rejects(), found.rejects()]
    files = _write(out, f"a watch list as of {as_of}", {"watch": found}, rejects)
    told = found.why(*why) if why else found.line()
    lines, closing = [] if why else _listed(found), str(told).split("\n") if told else []
    said = {"services": len(found), "visits": found.visits, "said": [*lines, *closing]}
    _say(said, lines, files, known.note, closing=closing, as_json=as_json)
    _leave(strict, rejects)


def _listed(found: vm.WatchList) -> list[str]:
    """Say of each service on a watch list its band and what was weighed."""
    rows = found.to_polars()
    weighed = rows.columns[rows.columns.index("band") + 1 :]
    return [
        "; ".join([f"{row['service']}: {row['band']}", *(f"{name} {row[name]}" for name in weighed)])
        for row in rows.iter_rows(named=True)
    ]


@app.command()
def panel(
    scheme: Annotated[Path, typer.Argument(help="The risk scheme, a TOML file.", metavar="SCHEME")],
    evidence: Evidence,
    as_of: AsOf,
    since: Annotated[str, typer.Option("--since", help="The day of the panel before, as 2024-11-30.")],
    out: Out,
    ladder: Annotated[
        Path | None,
        typer.Option("--ladder", help="A ladder: steps, embargoes, what is overdue, who may be called."),
    ] = None,
    mapping: MappingFile = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Write the pack of a panel as a page, CSV files and JSON: all of it internal."""
    rules, known = vm.RiskScheme.load(scheme), read_whole_evidence(evidence, mapping)
    pack = vm.panel(
        rules,
        known.evidence,
        read_day(as_of),
        read_day(since),
        ladder=vm.Ladder.load(ladder) if ladder else None,
        market=vm.Market.read(evidence, mapping_of(mapping)),
        names=known.names,
        note=known.note,
    )
    files = pack.write(out)
    said = {"services": pack.services} | {name: len(pack.tables[name]) for name in pack.tables}
    lines = [f"{level}: {count} of {pack.services}" for level, count in pack.levels.items()]
    lines += [f"{each['service']}: {each['before']} -> {each['now']}" for each in pack.rows("movers")]
    _say(said, lines, files, known.note, as_json=as_json)
    _leave(strict, [pack.tables["rejects"]])


def _scored(known: Known, day: dt.date, scheme: Path | None, risk: Path | None) -> Frame | None:
    if scheme is not None and risk is not None:
        raise typer.BadParameter("give either --scheme or --risk")
    if scheme is not None:
        return vm.RiskScheme.load(scheme).score(known.evidence, day)
    return Table(read_table(risk)) if risk is not None else None


def _write(out: Path, what: str, tables: dict[str, Table], rejects: list[Table]) -> list[Path]:
    import polars

    files = [mark_internal(out, what)]
    whole = polars.concat([each.to_polars() for each in rejects], how="vertical_relaxed")
    for name, frame in [*((name, each.to_polars()) for name, each in tables.items()), ("rejects", whole)]:
        files.append(out / f"internal_{name}.csv")
        write_csv(frame, files[-1])
    return files


def _say(
    said: Mapping[str, object],
    lines: list[str],
    files: list[Path],
    note: str,
    *,
    closing: Sequence[str] = (),
    as_json: bool,
) -> None:
    """Print as one object, or the first lines and those that close them."""
    if as_json:
        whole = {"internal": INTERNAL, "note": note, **said} | {"files": [str(path) for path in files]}
        typer.echo(json.dumps(whole, ensure_ascii=False))
        return
    console = Console(soft_wrap=True, highlight=False)
    console.print(f"[bold red]{INTERNAL}[/]")
    if note:
        console.print(f"[bold]{escape(note)}[/]")
    for line in lines[:MOST_SHOWN]:
        console.print(escape(line))
    if len(lines) > MOST_SHOWN:
        console.print(f"and {len(lines) - MOST_SHOWN} more, in the files")
    for line in closing:
        console.print(escape(line))
    console.print("written: " + escape(", ".join(str(path) for path in files)))


def _leave(strict: bool, rejects: list[Table]) -> None:
    if strict and any(len(table) > 0 for table in rejects):
        raise typer.Exit(1)
