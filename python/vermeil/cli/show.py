# SPDX-License-Identifier: MIT
"""What the command prints: tables for people, one JSON object for scripts."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import track

from vermeil.ratings import Ratings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import polars as pl

    from vermeil.editions import Change, Effect, Move
    from vermeil.frames import Table
    from vermeil.framework import Framework
    from vermeil.linter import Finding
    from vermeil.ratchet import Proposal
    from vermeil.risk import RiskScores

__all__ = [
    "Results",
    "rows_of",
    "show_changes",
    "show_findings",
    "show_proposals",
    "show_results",
    "tracked",
]

MOST_SHOWN = 40
MOST_REASONS = 3
WIDTH_IN_A_PIPE = 160
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


@dataclass(frozen=True)
class Results:
    """What a command made.

    Attributes
    ----------
    outcomes
        The ratings or the risk scores.
    rejects
        The tables of what could not be used.
    files
        What was written.
    framework
        The rules.
    note
        What to say about the evidence, such as that it is made up; empty for nothing.
    """

    outcomes: Ratings | RiskScores
    rejects: list[Table]
    files: list[Path]
    framework: Framework
    note: str = ""

    @cached_property
    def table(self) -> pl.DataFrame:
        """The outcomes, sorted by service."""
        return self.outcomes.to_polars().sort("service")

    @property
    def bands(self) -> pl.Series:
        """The band or the level of each service."""
        return self.table["band" if isinstance(self.outcomes, Ratings) else "level"]

    @property
    def when(self) -> str:
        """The quarter or the day; empty where none is known."""
        return str(self.table.item(0, 1)) if self.table.height > 0 else ""

    def counted(self) -> dict[str, int]:
        """Count the services by band, from the highest score down."""
        counts = Counter(self.bands)
        return {name: counts[name] for name in (*self.framework.bands, "Not rated")}

    def rejected(self, outcome: str) -> int:
        """Count the rejects that were ``left out`` or ``kept``."""
        return sum(int((each.to_polars()["outcome"] == outcome).sum()) for each in self.rejects)


def show_results(results: Results, *, as_json: bool) -> None:
    """Say what came out: the outcomes, how many rows could not be used, and the files."""
    if as_json:
        said: dict[str, Any] = {"framework": results.framework.id, "edition": results.framework.edition}
        said |= {results.table.columns[1]: results.when, "services": results.table.height}
        said |= {f"{results.bands.name}s": results.counted(), "note": results.note}
        said |= {"left_out": results.rejected("left out"), "kept_with_doubt": results.rejected("kept")}
        typer.echo(json.dumps(said | {"files": [str(path) for path in results.files]}, ensure_ascii=False))
        return
    console = Console(soft_wrap=True, highlight=False)
    framework = results.framework
    console.print(
        f"[bold]{escape(framework.title or framework.id)}[/], {escape(framework.edition)}", results.when
    )
    if results.note:
        console.print(f"[bold red]{escape(results.note)}[/]")
    for name, service in zip(results.bands, results.table["service"].head(MOST_SHOWN), strict=False):
        why = _shortened(results.outcomes[service].headline.removeprefix(name))
        console.print(f"  {escape(service)}  [{STYLES.get(name, 'dim')}]{escape(name)}[/]{escape(why)}")
    if results.table.height > MOST_SHOWN:
        console.print(f"  and {results.table.height - MOST_SHOWN} more")
    counted = ", ".join(f"{count} {escape(name)}" for name, count in results.counted().items())
    console.print(f"{results.table.height} services: {counted}")
    if results.table.height == 0:
        console.print("no service was open then: look at the quarter or day, and at first_day and last_day")
    left_out, kept = results.rejected("left out"), results.rejected("kept")
    if left_out or kept:
        rows = "1 row" if left_out == 1 else f"{left_out} rows"
        console.print(f"{rows} left out, {kept} kept with a doubt: see rejects.csv")
    console.print(
        f"written to {results.files[0].parent}: {', '.join(path.name for path in results.files)}",
        markup=False,
    )


def _shortened(headline: str) -> str:
    first, *reasons = headline.split("; ")
    more = f"; and {len(reasons) - MOST_REASONS} more" if len(reasons) > MOST_REASONS else ""
    return "; ".join([first, *reasons[:MOST_REASONS]]) + more


def show_findings(findings: list[Finding], path: Path, *, as_json: bool) -> None:
    """Print what the linter found: what asks for something first, then what is accepted."""
    if as_json:
        listed = [asdict(each) | {"severity": each.severity.value} for each in findings]
        typer.echo(json.dumps({"framework": str(path), "findings": listed}, ensure_ascii=False))
        return
    console = Console(highlight=False)
    console = console if console.is_terminal else Console(highlight=False, width=WIDTH_IN_A_PIPE)
    for each in sorted(findings, key=lambda finding: bool(finding.accepted)):
        console.print(_said_of(each))
    if not findings:
        console.print(f"{path}: nothing to mend", markup=False)
        return
    counts = Counter("accepted" if each.accepted else each.severity.value for each in findings)
    numbers = [
        f"{counts[name]} {name}{'s' if counts[name] > 1 and name != 'accepted' else ''}"
        for name in ("error", "warning", "note", "accepted")
        if counts[name]
    ]
    console.print(f"{path}: {', '.join(numbers)}", markup=False)


def _said_of(finding: Finding) -> Padding:
    """Lay out one finding: the rule and what it found, what shows it, and how to mend it or why it stands."""
    state = "accepted" if finding.accepted else finding.severity.value
    head = f"[{STYLES.get(state, 'dim')}]{state}[/] [bold]{finding.rule}[/]"
    lines = [f"{escape(finding.place)}: {head}: {escape(finding.what)}"]
    lines += [f"  shown by: {escape(finding.witness)}"] if finding.witness else []
    lines.append(
        f"  accepted: {escape(finding.accepted)}"
        if finding.accepted
        else f"  to mend: {escape(finding.mend)}"
    )
    return Padding("\n".join(lines), (0, 0, 1, 0))


def rows_of(rejects: Iterable[Table]) -> list[dict[str, Any]]:
    """List the rows of tables of rejects, each once: two editions may refuse the same."""
    rows = [row for table in rejects for row in table.to_polars().iter_rows(named=True)]
    return [row for place, row in enumerate(rows) if row not in rows[:place]]


def show_changes(
    changes: list[Change],
    moves: list[Move] | None,
    rejected: list[dict[str, Any]],
    alone: list[Effect],
    *,
    as_json: bool,
) -> None:
    """Print what two editions say differently, who moves, and what of the measures could not be used.

    ``moves`` is ``None`` where no measures were given; ``alone`` says who moves under each change alone.
    """
    if as_json:
        said: dict[str, Any] = {"changes": [each._asdict() for each in changes]}
        if moves is not None:
            said |= {"moves": [each._asdict() for each in moves], "rejects": rejected}
            said |= {"alone": [_effect(each) for each in alone]}
        typer.echo(json.dumps(said, ensure_ascii=False))
        return
    console = Console(soft_wrap=True, highlight=False)
    for change in changes:
        parts = (change.old or "nothing", change.new or "nothing")
        console.print(f"{escape(change.where)}: {escape(parts[0])} -> {escape(parts[1])}")
    if not changes:
        console.print("the texts say the same")
    for move in moves or []:
        console.print(f"[bold]{escape(move.service)}[/]: {escape(move.old)} -> {escape(move.why)}")
    if moves is not None:
        console.print("1 service changes band" if len(moves) == 1 else f"{len(moves)} services change band")
    for effect in alone:
        moved = ", ".join(f"{each.service} to {each.new}" for each in effect.moves) or "nobody moves"
        told = f"cannot stand alone: {effect.refused}" if effect.refused else moved
        console.print(f"{effect.change.where} alone: {told}", markup=False)
    for row in rejected:
        place = f"{row['source']}, row {row['row']}, {row['column']} {row['value']!r}"
        console.print(f"{place}: {row['reason']}; {row['outcome']}", markup=False)


def _effect(effect: Effect) -> dict[str, Any]:
    moved = [each._asdict() for each in effect.moves]
    return {"where": effect.change.where, "moves": moved, "refused": effect.refused}


def show_proposals(
    proposals: list[Proposal], out: Path | None, *, as_json: bool, changes: list[Change], moved: list[Move]
) -> None:
    """Print which thresholds would rise and why, and who would move; ``out`` is the file written, if any."""
    if as_json:
        said: dict[str, Any] = {"proposals": [each._asdict() for each in proposals]}
        said |= {"changes": [each._asdict() for each in changes], "moves": [each._asdict() for each in moved]}
        typer.echo(json.dumps(said | {"file": str(out) if out else ""}, ensure_ascii=False))
        return
    console = Console(soft_wrap=True, highlight=False)
    for each in proposals:
        step = f"{each.old:g} stays" if each.new is None else f"{each.old:g} -> {each.new:g}"
        console.print(f"[bold]{escape(each.about)}[/]: {step}; {escape(each.why)}")
        for quarter, reached, services in each.quarters:
            console.print(f"  {quarter}: reached by {reached} of {services}")
    if not proposals:
        console.print("the framework has no [[ratchet]]", markup=False)
    if out is not None:
        show_changes(changes, moved, [], [], as_json=False)
        console.print(f"proposed in {out}; nothing applies before it is approved", markup=False)
