# SPDX-License-Identifier: MIT
"""Ratings as an Excel workbook: a summary, a row a service with the reasons in words, and the rejects."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vermeil.sheets import new_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    from vermeil.framework import Framework

__all__ = ["Report", "write_ratings_workbook"]

#: A sheet of Excel has 1,048,576 rows; a person reads fewer.
MOST_ROWS = 100_000
FILLS = {"Gold": "#F6DC7C", "Silver": "#DADDE1", "Bronze": "#E3B98F"}


@dataclass(frozen=True)
class Report:
    """What the workbook of ratings shows.

    Attributes
    ----------
    ratings
        The table of ratings, sorted by service.
    headlines
        The outcome of each row in one line.
    rejects
        The rows that could not be used, or were kept with a doubt.
    framework
        The rules; ``None`` where they are not at hand.
    names
        The names of services by id; one without a name is shown by its id.
    note
        A line at the head of the summary; empty for none.
    unmasked
        Whether the rejects show values that name people.
    """

    ratings: pl.DataFrame
    headlines: list[str]
    rejects: pl.DataFrame
    framework: Framework | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    unmasked: bool = False


def write_ratings_workbook(path: Path, report: Report) -> None:
    """Write the workbook with the sheets Summary, Ratings and Rejects.

    A sheet holds at most 100,000 rows; the summary says so where there are more.
    """
    book = new_workbook(path)
    _write_summary(book, report)
    shown = report.ratings.head(MOST_ROWS)
    _write_ratings(book, shown, report)
    widths = {"source": 34, "column": 16, "value": 24, "reason": 70}
    _write_table(book, "Rejects", report.rejects.head(MOST_ROWS), widths)
    book.close()


def _facts(report: Report) -> list[tuple[str, str]]:
    framework, rejects = report.framework, report.rejects
    quarters = report.ratings["quarter"].unique().to_list()
    left_out = int((rejects["outcome"] == "left out").sum())
    facts = [("Quarter", ", ".join(filter(None, quarters)) or "not given")]
    if framework is not None:
        facts += [
            ("Framework", f"{framework.id}, edition {framework.edition}"),
            ("Its source", framework.source),
        ]
    facts += [
        ("Services", str(report.ratings.height)),
        ("Rows of evidence left out", f"{left_out} (see the sheet Rejects)" if left_out else "0"),
        ("Rows kept with a doubt", str(rejects.height - left_out)),
    ]
    if report.unmasked:
        facts.append(("Keep this file safe", "the sheet Rejects shows values that name people"))
    if max(report.ratings.height, rejects.height) > MOST_ROWS:
        facts.append(("Cut short", f"the sheets show the first {MOST_ROWS} rows; the CSV files hold all"))
    return facts


def _measured(report: Report) -> list[tuple[str, str]]:
    """Name each measure, with its weight, who owes it, and whether it counts yet."""
    measures = report.framework.measures if report.framework is not None else []
    lines = []
    for measure in measures:
        if measure["weight"] is not None:
            weight = f"weight {measure['weight']:g}" if measure["live"] else "planned, does not count yet"
            lines.append((measure["id"], f"{measure['label']}: {weight}, owed by {measure['owed_by']}"))
    return lines


def _write_summary(book: Workbook, report: Report) -> None:
    sheet = book.add_worksheet("Summary")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    title = report.framework.title if report.framework is not None else ""
    sheet.write_string(0, 0, title or "Ratings", book.add_format({"bold": True, "font_size": 16}))
    sheet.write_string(1, 0, report.note, book.add_format({"bold": True, "font_color": "#B00020"}))
    row = 3
    for name, value in _facts(report):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, value, wrapped)
        row += 1
    counts = Counter(report.ratings["band"].to_list())
    bands = report.framework.bands if report.framework is not None else sorted(counts)
    for band in dict.fromkeys([*bands, "Not rated"]):
        fill = book.add_format({"bold": True, "bg_color": FILLS[band]}) if band in FILLS else bold
        sheet.write_string(row + 1, 0, band, fill)
        sheet.write_number(row + 1, 1, counts[band], book.add_format({"align": "left"}))
        row += 1
    for line in READING:
        row += 1
        sheet.write_string(row + 1, 1, line, wrapped)
    for name, text in _measured(report):
        row += 1
        sheet.write_string(row + 2, 0, name, bold)
        sheet.write_string(row + 2, 1, text, wrapped)


READING = (
    "The sheet Ratings says for each service why it stands where it does.",
    "Lowest and highest are the bands with every absent answer at its worst and at its best. Where they "
    "differ, the evidence leaves more than one band open.",
    "Coverage is the weight of the measures with data, of all that are live and apply.",
    "The file trace.jsonl, where it was written, holds every step; 'vermeil explain' prints it in words.",
)


def _write_ratings(book: Workbook, ratings: pl.DataFrame, report: Report) -> None:
    import polars

    why = polars.Series("why", report.headlines[: ratings.height], dtype=polars.String)
    shown = ratings.clone().insert_column(ratings.columns.index("score") + 1, why)
    if report.names:
        names = [report.names.get(service, service) for service in ratings["service"]]
        shown.insert_column(1, polars.Series("name", names, dtype=polars.String))
    sheet = _write_table(
        book, "Ratings", shown, {"service": 20, "name": 30, "quarter": 14, "limiter": 34, "why": 90}
    )
    band = shown.columns.index("band")
    for name, fill in FILLS.items():
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{name}"',
            "format": book.add_format({"bg_color": fill}),
        }
        sheet.conditional_format(1, band, max(shown.height, 1), band, rule)


def _write_table(book: Workbook, name: str, frame: pl.DataFrame, widths: dict[str, int]) -> Any:  # noqa: ANN401
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "bottom": 1})
    score, share = book.add_format({"num_format": "0.0"}), book.add_format({"num_format": "0 %"})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(frame.height, 1), max(frame.width - 1, 0))
    for position, column in enumerate(frame.iter_columns()):
        sheet.set_column(position, position, widths.get(column.name, 13))
        sheet.write_string(0, position, column.name, heading)
        number = share if column.name == "coverage" else score if column.dtype.is_float() else None
        for row, value in enumerate(column, start=1):
            if isinstance(value, str) and value:
                sheet.write_string(row, position, value)
            elif isinstance(value, int | float):
                sheet.write_number(row, position, value, number)
    return sheet
