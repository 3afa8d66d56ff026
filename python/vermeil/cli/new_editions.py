# SPDX-License-Identifier: MIT
"""The commands `vermeil diff` and `vermeil ratchet`: what a new edition changes, how the next one rises."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import vermeil as vm
from vermeil.cli.commands import AsJson, FrameworkFile, IdColumn, app, leave
from vermeil.cli.inputs import read_day, read_measured, read_quarters
from vermeil.cli.show import rows_of, show_changes, show_proposals
from vermeil.files import read_table
from vermeil.frames import Table

__all__ = ["diff", "ratchet"]


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The edition before, a TOML file.", metavar="OLD")],
    new: Annotated[Path, typer.Argument(help="The edition after.", metavar="NEW")],
    measures: Annotated[
        Path | None, typer.Option("--measures", help="A table of measures, to see whose band moves.")
    ] = None,
    id_column: IdColumn = "service",
    each: Annotated[
        bool, typer.Option("--each", help="With --measures: say also who moves under each change alone.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say what a new edition says differently, and which services change band under it."""
    rules = [vm.Framework.load(path) for path in (old, new)]
    before_text, after_text = (path.read_text(encoding="utf-8") for path in (old, new))
    said = vm.changes(before_text, after_text)
    moved, rejected, alone = None, [], []
    if measures is not None:
        given = [read_measured(each, measures, id_column, "", unmasked=False) for each in rules]
        before, after = (each.rate(it.measures) for each, it in zip(rules, given, strict=True))
        moved = vm.moves(before, after)
        rejected = rows_of(table for it in given for table in it.rejects)
        table = Table(read_table(measures))
        if each:
            alone = vm.effects(
                before_text, after_text, lambda it: it.rate(it.read_measures(table, id=id_column))
            )
    show_changes(said, moved, rejected, alone, as_json=as_json)


@app.command()
def ratchet(
    framework: FrameworkFile,
    history: Annotated[
        Path, typer.Option("--history", help="The folder with the results of earlier quarters.")
    ],
    out: Annotated[Path, typer.Option("--out", help="The file for the next edition.")],
    edition: Annotated[str, typer.Option("--edition", help="The name of the next edition.")],
    published_on: Annotated[str, typer.Option("--published-on", help="Its day of publication.")],
    effective_from: Annotated[str, typer.Option("--effective-from", help="The day from which it applies.")],
    as_json: AsJson = False,
) -> None:
    """Propose thresholds that rise since most services reach them, and say who would move.

    The framework is left as it is. Its approval becomes a comment in the file for the next edition, which
    somebody has to approve. Leave with 1 where nothing rises; then nothing is written.
    """
    rules = vm.Framework.load(framework)
    text = framework.read_text(encoding="utf-8")
    rated = read_quarters(rules, history)
    proposals = vm.propose(rules, rated)
    rises = any(each.new is not None for each in proposals)
    said: list[vm.Change] = []
    moved: list[vm.Move] = []
    if rises:
        called = vm.NextEdition(edition, read_day(published_on), read_day(effective_from))
        written = vm.next_edition(text, proposals, called)
        proposed = vm.Framework.parse(written, str(out))
        out.write_text(written, encoding="utf-8", newline="\n")
        latest = max(rated, key=lambda each: vm.Quarter(each.measures.quarter))
        said = vm.changes(text, written)
        moved = vm.moves(latest, proposed.rate(latest.measures))
    show_proposals(proposals, out if rises else None, as_json=as_json, changes=said, moved=moved)
    leave(not rises)
