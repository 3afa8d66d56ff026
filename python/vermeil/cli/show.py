# SPDX-License-Identifier: MIT
"""What the command prints: tables for people, one JSON object for scripts."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table as Grid

from vermeil._core import Error
from vermeil.ratings import Ratings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from vermeil.frames import Table
    from vermeil.framework import Finding, Framework
    from vermeil.risk import RiskScores

__all__ = ["show_explanation", "show_findings", "show_results", "tracked"]

MOST_SHOWN = 40
STYLES = {
    "Gold": "bold yellow",
    "Silver": "bold white",
    "Bronze": "bold dark_orange3",
    "Red": "bold red",
    "Amber": "bold yellow",
    "Green": "bold green",
    "error": "bold red",
    "warning": "bold yellow",
}


def tracked(doing: str) -> Callable[[list[str]], Iterable[str]]:
    """Give what puts a progress bar around long work; in a pipe there is none."""
    console = Console(stderr=True)
    return lambda services: track(
        services, description=doing, console=console, transient=True, disable=not console.is_terminal
    )


def show_results(
    results: Ratings | RiskScores,
    rejects: list[Table],
    files: list[Path],
    framework: Framework,
    *,
    as_json: bool,
) -> None:
    """Say what came out: the outcomes, how many rows could not be used, and the files."""
    table = results.to_polars().sort("service")
    band = "band" if isinstance(results, Ratings) else "level"
    counts = Counter(table[band].to_list())
    counted = {name: counts[name] for name in (*framework.bands, "Not rated")}
    outcomes = Counter(outcome for each in rejects for outcome in each.to_polars()["outcome"])
    left_out, kept = outcomes["left out"], outcomes["kept"]
    when = table.columns[1]
    moments = table[when].unique().to_list()
    if as_json:
        said: dict[str, Any] = {
            "framework": framework.id,
            "edition": framework.edition,
            when: (moments or [""])[0],
        }
        said |= {"services": table.height, f"{band}s": counted, "left_out": left_out, "kept_with_doubt": kept}
        typer.echo(json.dumps(said | {"files": [str(path) for path in files]}, ensure_ascii=False))
        return
    console = Console(soft_wrap=True, highlight=False)
    console.print(
        f"[bold]{escape(framework.title or framework.id)}[/], edition {escape(framework.edition)}", *moments
    )
    headlines = [(service, results[service].headline) for service in table["service"].head(MOST_SHOWN)]
    names = table[band].head(MOST_SHOWN).to_list()
    for (service, headline), name in zip(headlines, names, strict=True):
        rest = escape(headline.removeprefix(name))
        console.print(f"  {escape(service)}  [{STYLES.get(name, 'dim')}]{escape(name)}[/]{rest}")
    if table.height > MOST_SHOWN:
        console.print(f"  and {table.height - MOST_SHOWN} more")
    console.print(
        f"{table.height} services: " + ", ".join(f"{count} {escape(name)}" for name, count in counted.items())
    )
    if left_out or kept:
        console.print(f"{left_out} rows left out, {kept} kept with a doubt: see rejects.csv")
    console.print(
        "written to " + escape(str(files[0].parent)) + ": " + ", ".join(path.name for path in files)
    )


def show_findings(findings: list[Finding], path: Path, *, as_json: bool) -> None:
    """Print what the linter found."""
    if as_json:
        listed = [
            {
                "severity": each.severity.value,
                "rule": each.rule,
                "place": each.place,
                "what": each.what,
                "mend": each.mend,
            }
            for each in findings
        ]
        typer.echo(json.dumps({"framework": str(path), "findings": listed}, ensure_ascii=False))
        return
    console = Console(highlight=False)
    if not findings:
        console.print(f"{escape(str(path))}: nothing to mend")
        return
    grid = Grid("place", "severity", "what", "how to mend", box=None, pad_edge=False)
    for each in findings:
        severity = f"[{STYLES.get(each.severity.value, 'dim')}]{each.severity.value}[/]"
        grid.add_row(escape(each.place), severity, escape(each.what), escape(each.mend))
    console.print(grid)


def show_explanation(trace: Path, service: str) -> None:
    """Print the steps of one service from a trace.

    Raises
    ------
    Error
        When the trace is not there, is none, or knows no such service; the message names the nearest ids.
    """
    if not trace.is_file():
        message = f"{trace}: no such file; give the folder that 'vermeil rate' or 'vermeil risk' wrote"
        raise Error(message)
    known = []
    with trace.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            step = _step(trace, number, line)
            if step["service"] == service:
                _print_steps(step)
                return
            known.append(step["service"])
    nearest = difflib.get_close_matches(service, known, n=3, cutoff=0.5)
    hint = f"; the nearest are {', '.join(nearest)}" if nearest else f"; it holds {len(known)} services"
    message = f"{trace}: no service '{service}'{hint}"
    raise Error(message)


def _step(trace: Path, number: int, line: str) -> dict[str, Any]:
    try:
        step: dict[str, Any] = json.loads(line)
        return {"service": step["service"], "when": step.get("quarter", step.get("as_of", "")), **step}
    except (ValueError, KeyError, AttributeError) as error:
        message = f"{trace}: line {number} is no step of a trace"
        raise Error(message) from error


def _print_steps(step: dict[str, Any]) -> None:
    console = Console(soft_wrap=True, highlight=False)
    lines = step.get("explanation", [step.get("headline", "")])
    console.print(f"[bold]{escape(step['service'])}[/], {escape(step['when'])}: {escape(lines[-1])}")
    for line in lines[:-1]:
        console.print("  " + escape(line))
