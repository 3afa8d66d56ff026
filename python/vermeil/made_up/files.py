# SPDX-License-Identifier: MIT
"""The folder of a made-up market, in which every file says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.made_up.columns import series

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.made_up.columns import Columns
    from vermeil.made_up.planted import PlantedRow

__all__ = ["Failing", "MadeUp", "cleared", "readme", "write_table"]

_FIRST_LINE = "MADE UP: nobody and nothing in this folder exists"


@dataclass(frozen=True)
class Failing:
    """A service whose rating falls: the day from which it gets worse, hidden, and that of the rating."""

    service: str
    onset: date
    fall: date


@dataclass(frozen=True)
class MadeUp:
    """What `make_up` wrote.

    Attributes
    ----------
    quarters
        The quarters that have evidence, the oldest first, as ``2024-25 Q3``.
    last_day
        The last day of the last quarter. Nothing happened after it, but news and returns may come later.
    rows
        How many rows each table has, the planted ones included.
    planted
        The rows that are wrong on purpose.
    failing
        The services that fail, where the market was to have some.
    """

    directory: Path
    seed: int
    services: int
    quarters: tuple[str, ...]
    last_day: date
    rows: dict[str, int] = field(repr=False)
    planted: tuple[PlantedRow, ...] = field(repr=False)
    failing: tuple[Failing, ...] = field(default=(), repr=False)


def cleared(folder: Path) -> Path:
    """Make the folder, or empty it of an earlier made-up market; anything else in it stays untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    note = folder / "README.md"
    if not any(folder.iterdir()):
        return folder
    if not note.is_file() or not note.read_text(encoding="utf-8", errors="replace").startswith(_FIRST_LINE):
        message = f"{folder}: holds files that are not made up; give an empty folder"
        raise _core.Error(message)
    schemas = [*_core.evidence_schemas(), *_core.market_schemas()]
    for name in {schema["name"] for schema in schemas}:
        (folder / f"{name}.csv").unlink(missing_ok=True)
    return folder


def write_table(path: Path, columns: Columns, wrong: list[dict[str, str]]) -> int:
    """Write a table with its planted rows at the end, and count the rows."""
    import polars

    frame = polars.DataFrame({name: series(column) for name, column in columns.items()})
    text = frame.with_columns(polars.all().cast(polars.String))
    planted = polars.DataFrame(
        [{name: row.get(name) or None for name in columns} for row in wrong], schema=text.schema
    )
    whole = polars.concat([text, planted])
    whole.write_csv(path)
    return whole.height


def readme(made: MadeUp) -> str:
    """Write the note that says the folder is made up, what it holds, and which rows are wrong."""
    tables = "\n".join(f"| `{name}.csv` | {rows} |" for name, rows in made.rows.items())
    planted = "\n".join(
        f"| `{each.file}` | {each.row} | {each.column} | {each.value} | {each.why} |" for each in made.planted
    )
    span = f"{made.quarters[0]} to {made.quarters[-1]}"
    failing = f"The ratings of {len(made.failing)} services fall, at random.\n\n" if made.failing else ""
    return f"""{_FIRST_LINE}

A market of {made.services} care services over {len(made.quarters)} quarters, {span}, invented by
`vermeil make-up` with the seed {made.seed}, for trials. No figure is fitted to anything real, and
nothing about care can be learnt from it.

{failing}| file | rows |
| --- | --- |
{tables}

Some rows are wrong on purpose, so that rejects can be seen:

| file | line | column | value | what is wrong |
| --- | --- | --- | --- | --- |
{planted}
"""
