# SPDX-License-Identifier: MIT
"""Care packages out of the national client-level data of adult social care (CLD), the table of events.

Followed are the field names of release 1 (mandatory from April 2023) as councils and the analysts of the
collection use them: ``Event Type``, ``Event Reference``, ``LA Person Unique Identifier``, ``Event Start
Date``, ``Delivery Mechanism``, ``Provider CQC Location ID``, ``Unit Cost``, ``Cost Frequency (Unit Type)``
and ``Planned units per week``. Names with underscores instead of blanks and brackets are understood, and so
is the word ``NULL`` that databases write where nothing stands. The names were held against the headings in
public code of councils and of the body that collects the data; the specification itself was not at hand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vermeil.readers.layout import column_of, days_of, read_layout_rows
from vermeil.readers.rounding import hours_half_up
from vermeil.readers.rows import fault

if TYPE_CHECKING:
    import polars as pl

    from vermeil.readers.layout import LayoutFile
    from vermeil.readers.rows import Rows

__all__ = ["read_client_level_data"]

_HOURLY = ("hourly", "per hour", "hour")
_NOT_BOUGHT = ("direct payment",)
#: How the types of event begin: councils add to them, as in "Assessment (short)".
_EVENTS = "^(request|assessment|service|review)"


def read_client_level_data(file: LayoutFile) -> dict[str, Rows]:
    """Read the services that are planned in hours as ``packages``.

    Requests, assessments and reviews are passed over, and so are direct payments, which the council does not
    place. A service that is counted in another unit than hours (a week in a care home, a session) is left
    out and told: its hours a week are not known.

    Raises
    ------
    Error
        When it is not the table of events.
    """
    import polars

    rows = _under_spaced_names(read_layout_rows(file, _heading(file), ("Events", "CLD")))
    rows = replace(rows, frame=rows.frame.with_columns(_without_nulls()))
    event = column_of(rows, "event type").str.to_lowercase()
    mechanism = column_of(rows, "delivery mechanism").str.to_lowercase()
    component = column_of(rows, "service component").str.to_lowercase()
    paid_out = mechanism.is_in(_NOT_BOUGHT) | component.is_in(_NOT_BOUGHT)
    rows = _with_strange_events(rows, event)
    told = rows.row_numbers().is_in(polars.Series([each["row"] for each in rows.faults]).implode())
    wanted = (event.str.starts_with("service") & ~paid_out.fill_null(value=False)).fill_null(value=False)
    rows = rows.only(wanted | told)
    unit = column_of(rows, "cost frequency unit type")
    is_hourly = unit.str.to_lowercase().is_in(_HOURLY).fill_null(value=False)
    frame = polars.DataFrame(
        {
            "package": column_of(rows, "event reference"),
            "person": column_of(rows, "la person unique identifier", "nhs number"),
            "hours_per_week": hours_half_up(column_of(rows, "planned units per week")),
            "from": days_of(column_of(rows, "event start date")),
            "to": days_of(column_of(rows, "event end date")),
            "service": column_of(rows, "provider cqc location id"),
            "hourly_rate": column_of(rows, "unit cost"),
        }
    )
    return {"packages": _left_out(replace(rows, frame=frame, labels=_LABELS), ~is_hourly, unit)}


def _with_strange_events(rows: Rows, event: pl.Series) -> Rows:
    """Tell the rows whose type of event the collection has not, and empty them."""
    import polars

    known = event.str.contains(_EVENTS) | event.is_null()
    places = (~known.fill_null(value=True)).arg_true().to_list()
    if not places:
        return rows
    numbers, given = rows.row_numbers(), column_of(rows, "event type")
    reason = "no type of event of the collection; it is Request, Assessment, Service or Review"
    faults = [fault(rows.source, numbers[at], reason, column="Event Type", value=given[at]) for at in places]
    lost = polars.int_range(polars.len()).is_in(places)
    frame = rows.frame.with_columns(polars.when(~lost).then(polars.all()))
    return replace(rows, frame=frame, faults=(*rows.faults, *faults))


_LABELS = {
    "package": "Event Reference",
    "person": "LA Person Unique Identifier",
    "hours_per_week": "Planned units per week",
    "from": "Event Start Date",
    "to": "Event End Date",
    "service": "Provider CQC Location ID",
    "hourly_rate": "Unit Cost",
}


def _heading(file: LayoutFile) -> str:
    """Say under which name the file has its first column that is needed."""
    from vermeil.readers.csv_file import first_lines

    if file.path.suffix.lower() != ".csv":
        return "Event Type"
    lines = [[cell.strip() for cell in line] for line in first_lines(file.path, 40, file.form)]
    # The first line that has either: below the headings a cell may hold any text.
    return next(
        (name for line in lines for name in ("Event Type", "Event_Type") if name in line), "Event Type"
    )


def _under_spaced_names(rows: Rows) -> Rows:
    """Name the columns in small letters with one blank for anything that is no letter and no digit."""
    names = {name: re.sub(r"[^a-z0-9]+", " ", name.lower()).strip() for name in rows.frame.columns}
    if len(set(names.values())) < len(names):
        return rows
    return replace(rows, frame=rows.frame.rename(names))


def _without_nulls() -> pl.Expr:
    """Empty the cells in which a database wrote that it had nothing."""
    import polars

    texts = polars.col(polars.String)
    return polars.when(texts.str.strip_chars().str.to_uppercase() != "NULL").then(texts)


def _left_out(rows: Rows, mask: pl.Series, unit: pl.Series) -> Rows:
    """Empty the rows whose unit is not hours, and tell each."""
    import polars

    blank = rows.frame.select(polars.all_horizontal(polars.all().is_null()))[:, 0]
    places = (mask & ~blank).arg_true().to_list()
    numbers = rows.row_numbers()
    faults = [
        fault(
            rows.source,
            numbers[place],
            "counted in another unit than hours: the planned hours a week are not known",
            column="Cost Frequency (Unit Type)",
            value=unit[place] or "",
        )
        for place in places
    ]
    lost = polars.int_range(polars.len()).is_in(places)
    frame = rows.frame.with_columns(polars.when(~lost).then(polars.all())) if places else rows.frame
    return replace(rows, frame=frame, faults=(*rows.faults, *faults))
