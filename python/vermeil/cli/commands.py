# SPDX-License-Identifier: MIT
"""What each command does: it reads, asks the library, writes and says what it wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import vermeil as vm
from vermeil.cli.definitions import show_standard_measures
from vermeil.cli.explained import show_explanation
from vermeil.cli.inputs import (
    Given,
    measured,
    measured_as_of,
    read_day,
    read_framework,
    read_history,
    read_measured,
    scored_as_of,
)
from vermeil.cli.show import (
    Results,
    show_findings,
    show_results,
    tracked,
)
from vermeil.files import write_results
from vermeil.made_up import Decline
from vermeil.starter import write_starter

__all__ = ["app", "leave"]

app = typer.Typer(
    help="Rate care providers Gold, Silver or Bronze, score risk Green, Amber or Red, and say why.",
    add_completion=False,
    pretty_exceptions_enable=False,
)

FrameworkFile = Annotated[Path, typer.Argument(help="The framework, a TOML file.", metavar="FRAMEWORK")]
EvidencePlace = Annotated[
    Path | None,
    typer.Option("--evidence", help="A folder of CSV files, or a workbook with a sheet for each table."),
]
MeasuresFile = Annotated[
    Path | None, typer.Option("--measures", help="A table of measures already computed: a row a service.")
]
Out = Annotated[
    Path, typer.Option("--out", help="The folder for the results; files of the same names are replaced.")
]
Threads = Annotated[
    int, typer.Option("--threads", min=1, max=256, help="How many work at once; results do not change.")
]
WithTrace = Annotated[
    bool,
    typer.Option("--trace/--no-trace", help="Write trace.jsonl: every step of each service."),
]
Unmasked = Annotated[bool, typer.Option("--unmasked", help="Show values that name people in the rejects.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Leave with 1 where a row was rejected or kept with a doubt.")
]
IdColumn = Annotated[str, typer.Option("--id", help="The column of --measures that names the service.")]
NormsFile = Annotated[
    Path | None,
    typer.Option("--norms", help="norms.toml of earlier ratings: compare with those services instead."),
]
AsOf = Annotated[str, typer.Option("--as-of", help="With --measures: the day at which evidence has an age.")]
Contract = Annotated[
    str, typer.Option("--contract", help="With a folder of editions: the contract that is rated.")
]
HistoryPlace = Annotated[
    Path | None,
    typer.Option("--history", help="Earlier ratings, where bands are steady: a table, or a folder."),
]
MappingFile = Annotated[
    Path | None,
    typer.Option("--mapping", help="A mapping file, where files or columns bear other names than ours."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Say it as one JSON object.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vermeil {vm.__version__}")
        raise typer.Exit


@app.callback()
def _every_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None: ...


@app.command()
def init(
    directory: Annotated[Path, typer.Argument(help="The folder to begin in.", metavar="DIR")],
    framework: Annotated[
        Path | None,
        typer.Option(
            "--framework", help="Fit the workbook to this framework instead of a starter framework."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
) -> None:
    """Write an Excel workbook to fill in, and a starter framework."""
    made = write_starter(directory, framework, force=force)
    typer.echo("written: " + ", ".join(str(path) for path in made))
    rules = framework or directory / "framework.toml"
    typer.echo(f"fill in {made[-1]}, beginning with its first sheet, and then run")
    typer.echo(
        f'vermeil rate {rules} --evidence {made[-1]} --quarter "2024-25 Q3" --out {directory / "results"}'
    )


@app.command()
def rate(
    framework: FrameworkFile,
    out: Out,
    evidence: EvidencePlace = None,
    measures: MeasuresFile = None,
    id_column: IdColumn = "service",
    quarter: Annotated[str, typer.Option("--quarter", help='As "2024-25 Q3" or "2024 Q4".')] = "",
    as_of: AsOf = "",
    contract: Contract = "",
    history: HistoryPlace = None,
    norms: NormsFile = None,
    threads: Threads = 1,
    trace: WithTrace = True,
    unmasked: Unmasked = False,
    strict: Strict = False,
    mapping: MappingFile = None,
    as_json: AsJson = False,
) -> None:
    """Rate services and write ratings, measures, the trace and the rejects; leave with 1 where none was open.

    FRAMEWORK may be a folder with the editions of one framework: the one that applies in the quarter rates.
    """
    rules = read_framework(framework, quarter, contract)
    _check_source(evidence, measures)
    if measures is not None:
        given = read_measured(rules, measures, id_column, quarter, as_of, unmasked=unmasked)
    elif evidence is not None:
        given = measured(rules, evidence, quarter, mapping, unmasked=unmasked)
    known, earlier = vm.Norms.load(norms) if norms else None, read_history(history) if history else None
    ratings = rules.rate(given.measures, norms=known, history=earlier, threads=threads)
    rejects = [*given.rejects, *ratings.history_rejects]
    files = write_results(
        ratings,
        rejects,
        out,
        unmasked=unmasked,
        framework=rules,
        names=given.names,
        note=given.note,
        tracked=tracked("Explaining"),
        threads=threads,
        trace=trace,
    )
    _show(Results(ratings, rejects, files, rules, _notes(given, rules, quarter, history)), strict, as_json)


@app.command()
def risk(
    scheme: Annotated[Path, typer.Argument(help="The risk scheme, a TOML file.", metavar="SCHEME")],
    as_of: Annotated[str, typer.Option("--as-of", help="The day up to which facts count, as 2024-12-31.")],
    out: Out,
    evidence: EvidencePlace = None,
    measures: MeasuresFile = None,
    id_column: IdColumn = "service",
    norms: NormsFile = None,
    threads: Threads = 1,
    trace: WithTrace = True,
    unmasked: Unmasked = False,
    strict: Strict = False,
    mapping: MappingFile = None,
    as_json: AsJson = False,
) -> None:
    """Score the risk of every service as of a day."""
    rules = vm.RiskScheme.load(scheme)
    day = read_day(as_of)
    _check_source(evidence, measures)
    if evidence is not None and norms is None:
        scores, given = scored_as_of(rules, evidence, day, mapping, threads=threads, unmasked=unmasked)
    else:
        if measures is not None:
            given = read_measured(rules.framework, measures, id_column, "", as_of, unmasked=unmasked)
        elif evidence is not None:
            given = measured_as_of(rules.framework, evidence, day, mapping, unmasked=unmasked)
        found = vm.Norms.load(norms) if norms else None
        scores = rules.score_measures(given.measures, day, norms=found, threads=threads)
    watched = tracked("Explaining")
    files = write_results(
        scores, given.rejects, out, unmasked=unmasked, tracked=watched, threads=threads, trace=trace
    )
    _show(Results(scores, given.rejects, files, rules.framework, given.note), strict, as_json)


@app.command()
def measures(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Only these; without any, all of them.", metavar="[ID]...")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say how the standard measures are defined: formula, source, unit, base, edges and what can be set."""
    show_standard_measures(ids or [], as_json=as_json)


@app.command()
def lint(
    framework: FrameworkFile,
    editions: Annotated[
        list[Path] | None,
        typer.Argument(help="Other editions, to see whether they overlap.", metavar="[EDITIONS]..."),
    ] = None,
    measures: Annotated[
        Path | None,
        typer.Option("--measures", help="A table of measures, to see which weights never count, and more."),
    ] = None,
    id_column: IdColumn = "service",
    as_json: AsJson = False,
) -> None:
    """Say what in a framework deserves a second look, and show it.

    Leave with 1 where an error or a warning is found that the framework does not accept.
    """
    rules = vm.Framework.load(framework)
    others = [vm.Framework.load(path) for path in editions or []]
    given = read_measured(rules, measures, id_column, "", unmasked=False).measures if measures else None
    findings = vm.lint(rules, given, others)
    show_findings(findings, framework, as_json=as_json)
    leave(any(finding.asks for finding in findings))


@app.command()
def explain(
    directory: Annotated[Path, typer.Argument(help="A folder that rate or risk wrote.", metavar="DIR")],
    service: Annotated[str, typer.Argument(help="The id of a service.", metavar="SERVICE")],
) -> None:
    """Print how one service came by its rating, step by step."""
    show_explanation(directory / "trace.jsonl", service)


@app.command("make-up")
def make_up(
    directory: Annotated[Path, typer.Argument(help="The folder for the evidence files.", metavar="DIR")],
    services: Annotated[int, typer.Option("--services", min=1, help="How many services.")] = 24,
    quarters: Annotated[int, typer.Option("--quarters", min=1, help="How many quarters of evidence.")] = 4,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed makes up the same market.")] = 1,
    decline: Annotated[
        Decline, typer.Option("--decline", help="Whether ratings fall, after warnings or out of the blue.")
    ] = Decline.NONE,
) -> None:
    """Write the evidence files of a made-up market, for trials."""
    vm.make_up(directory, services=services, quarters=quarters, seed=seed, decline=decline)
    typer.echo(f"a made-up market of {services} services is in {directory}")


def _check_source(evidence: Path | None, measures: Path | None) -> None:
    if (evidence is None) == (measures is None):
        raise typer.BadParameter("give either --evidence or --measures")


def _notes(given: Given, rules: vm.Framework, quarter: str, history: Path | None) -> str:
    """Say what stands beside ratings: the evidence's own note, and what time makes of the rules."""
    return "; ".join(filter(None, (given.note, _too_early(rules, quarter), _first(rules, history))))


def _first(framework: vm.Framework, history: Path | None) -> str:
    """Say where bands are steady and no earlier ratings were given; empty where they are not."""
    if history is not None or not framework.is_steady:
        return ""
    return "rated as for the first time: without --history no band stands for more than this quarter"


def _too_early(framework: vm.Framework, quarter: str) -> str:
    """Say where a quarter began before the edition applied; empty where it did not."""
    if not quarter or vm.Quarter(quarter).first_day >= framework.effective_from:
        return ""
    return f"edition {framework.edition} applies from {framework.effective_from}; {quarter} began before that"


def _show(results: Results, strict: bool, as_json: bool) -> None:
    """Say what came out, and leave with 1 where nothing did or, when strict, where a row was rejected."""
    show_results(results, as_json=as_json)
    leave(len(results.outcomes) == 0 or (strict and any(len(table) > 0 for table in results.rejects)))


def leave(needs_a_look: bool) -> None:
    """Leave with 1 where something needs a look."""
    if needs_a_look:
        raise typer.Exit(1)
