# SPDX-License-Identifier: MIT
"""What the commands are given: evidence with what to say about it, days, and measures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from vermeil._core import Error
from vermeil.evidence import Evidence
from vermeil.files import names_not_read, read_table, read_tables
from vermeil.frames import Table
from vermeil.framework import Framework
from vermeil.mapping import Mapping
from vermeil.timetable import Timetable

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from vermeil.frames import Frame
    from vermeil.measures import Measures
    from vermeil.ratings import Ratings
    from vermeil.risk import RiskScheme, RiskScores

__all__ = [
    "Given",
    "Known",
    "measured",
    "measured_as_of",
    "read_day",
    "read_evidence",
    "read_framework",
    "read_history",
    "read_measured",
    "read_quarters",
    "read_whole_evidence",
    "scored_as_of",
]


@dataclass(frozen=True)
class Known:
    """Evidence, and what the results say about it.

    Attributes
    ----------
    evidence
        The evidence.
    names
        The names of the services by id, where the services table has them.
    note
        What its reader must know: that it is made up, that a table may bear a wrong name; else empty.
    """

    evidence: Evidence
    names: dict[str, str]
    note: str


@dataclass(frozen=True)
class Given:
    """Measures to be rated, and what the results say about them.

    Attributes
    ----------
    measures
        The measures.
    rejects
        The tables of what could not be used.
    names, note
        As `Known` has them.
    """

    measures: Measures
    rejects: list[Table]
    names: dict[str, str]
    note: str


def measured(
    rules: Framework, place: Path, quarter: str, mapping: Path | None = None, *, unmasked: bool
) -> Given:
    """Read a folder or a workbook of evidence and draw the measures from it."""
    if not quarter:
        raise typer.BadParameter('give the --quarter to rate, as "2024-25 Q3" or "2024 Q4"')
    known = read_evidence(place, mapping)
    table = rules.measure(known.evidence, quarter)
    rejects = [known.evidence.rejects(unmasked=unmasked), table.rejects(unmasked=unmasked)]
    return Given(table, rejects, known.names, known.note)


def measured_as_of(
    rules: Framework, place: Path, day: dt.date, mapping: Path | None = None, *, unmasked: bool
) -> Given:
    """Read a folder or a workbook of evidence and draw the measures with what was known on a day."""
    known = read_evidence(place, mapping)
    table = rules.measure_as_of(known.evidence, day)
    rejects = [known.evidence.rejects(unmasked=unmasked), table.rejects(unmasked=unmasked)]
    return Given(table, rejects, known.names, known.note)


def scored_as_of(
    rules: RiskScheme,
    place: Path,
    day: dt.date,
    mapping: Path | None = None,
    *,
    threads: int,
    unmasked: bool,
) -> tuple[RiskScores, Given]:
    """Read a folder or a workbook of evidence and score it with what was known on a day."""
    known = read_evidence(place, mapping)
    scores = rules.score(known.evidence, day, threads=threads)
    rejects = [known.evidence.rejects(unmasked=unmasked), scores.measures.rejects(unmasked=unmasked)]
    return scores, Given(scores.measures, rejects, known.names, known.note)


def read_measured(
    rules: Framework, path: Path, id_column: str, quarter: str, as_of: str = "", *, unmasked: bool
) -> Given:
    """Read measures that were computed elsewhere."""
    day = read_day(as_of) if as_of else None
    table = rules.read_measures(Table(read_table(path)), id=id_column, quarter=quarter, as_of=day)
    return Given(table, [table.rejects(unmasked=unmasked)], {}, "")


def read_framework(place: Path, quarter: str, contract: str) -> Framework:
    """Read a framework file, or of a folder with the editions of one framework the one that applies.

    Raises
    ------
    Error
        When the file or folder cannot be read, or no edition applies in the quarter.
    """
    if not place.is_dir():
        return Framework.load(place)
    if not quarter:
        message = f"{place} is a folder of editions; give the --quarter, which says which of them applies"
        raise Error(message)
    return Timetable.load(place).at(quarter, contract)


def read_history(place: Path) -> list[Frame]:
    """Read earlier ratings: one table, or every ``ratings.csv`` in a folder and the folders in it.

    Raises
    ------
    Error
        When there is nothing at the place, or nothing that can be read.
    """
    return [Table(read_table(path)) for path in _files_in(place, "ratings.csv")]


def read_quarters(rules: Framework, place: Path) -> list[Ratings]:
    """Rate the measures of every quarter in a folder: each ``measures.csv`` in it and the folders in it.

    Raises
    ------
    Error
        When there is none, a row has no quarter, or it cannot be read as measures of the framework.
    """
    import polars

    rated = []
    for path in _files_in(place, "measures.csv"):
        frame = polars.DataFrame(Table(read_table(path)))
        if "quarter" not in frame.columns or frame["quarter"].null_count() > 0:
            message = f"{path}: a row has no quarter; rate with --quarter, so that the measures name it"
            raise Error(message)
        for quarter, rows in sorted(frame.partition_by("quarter", as_dict=True).items()):
            rated.append(rules.rate(rules.read_measures(rows, quarter=str(quarter[0]), source=path.name)))
    return rated


def _files_in(place: Path, name: str) -> list[Path]:
    files = [place] if place.is_file() else sorted(place.rglob(name))
    if not files:
        message = f"{place}: no {name} is in this folder or in a folder in it"
        raise Error(message)
    return files


def read_evidence(place: Path, mapping: Path | None = None) -> Known:
    """Read a folder or a workbook, with a mapping file where its files have another layout.

    Raises
    ------
    Error
        When it has no services that can be read; the message names the file or the place.
    """
    said = Mapping.read(mapping) if mapping is not None else None
    try:
        evidence = Evidence.read(place, said)
    except Error as error:
        if place.name in str(error) or ".csv" in str(error):
            raise
        message = f"{place}: {error}"
        raise Error(message) from error
    return Known(evidence, _names(place, said), _note(place, said, evidence.unread))


def read_whole_evidence(place: Path, mapping: Path | None = None) -> Known:
    """Read the same where a table that cannot be read is no reason to go on without it.

    Raises
    ------
    Error
        As `read_evidence` does, and when a table cannot be read.
    """
    import polars

    known = read_evidence(place, mapping)
    if known.evidence.unread:
        rejects = known.evidence.rejects().to_polars()
        of_tables = rejects.filter(polars.col("row") == 0, polars.col("outcome") == "left out")
        first = of_tables.row(0, named=True)
        message = f"{first['source']}: {first['reason']}"
        raise Error(message)
    return known


def read_day(text: str) -> dt.date:
    """Read a day written as 2024-12-31.

    Raises
    ------
    Error
        When the text is not one.
    """
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        message = f"'{text}' is not a date; write it as 2024-12-31"
        raise Error(message) from error


def _names(place: Path, mapping: Mapping | None) -> dict[str, str]:
    import polars

    services: pl.DataFrame = polars.DataFrame(read_tables(place, ["services"], mapping)["services"])
    if "name" not in services.columns:
        return {}
    return {
        row["service"]: row["name"]
        for row in services.iter_rows(named=True)
        if row["service"] and row["name"]
    }


def _note(place: Path, mapping: Mapping | None, unread: list[str]) -> str:
    about = place / "README.md"
    first = about.read_text(encoding="utf-8", errors="replace").split("\n", 1)[0] if about.is_file() else ""
    notes = [first] if first.startswith("MADE UP") else []
    if unread:
        notes.append(f"could not be read, so that what rests on it is unknown: {', '.join(unread)}")
    return "; ".join([*notes, *names_not_read(place, mapping).values()])
