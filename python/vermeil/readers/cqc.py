# SPDX-License-Identifier: MIT
"""The files of the Care Quality Commission: the directory of active locations and the latest ratings.

Followed are the column names of the files published monthly since 2022 under "Using CQC data": the care
directory with filters, its sheet HSCA_Active_Locations, or Deactivated_Locations in the file of those that
closed; the care directory as CSV; the latest ratings, its sheet Locations. The Commission publishes no formal
specification; names that changed between editions are accepted in each form that is known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vermeil.readers.layout import column_of, days_of, read_layout_rows
from vermeil.readers.rows import fault

if TYPE_CHECKING:
    import polars as pl

    from vermeil.readers.layout import LayoutFile
    from vermeil.readers.rows import Rows

__all__ = [
    "ALLOWED",
    "NO_RATINGS",
    "RATINGS",
    "SCALES",
    "kind_of",
    "rating_scale_of",
    "read_cqc_directory",
    "read_cqc_ratings",
]

#: The rating scale's id for each of the Commission's words for what is rated.
SCALES = {
    "overall": "cqc",
    "safe": "cqc_safe",
    "effective": "cqc_effective",
    "caring": "cqc_caring",
    "responsive": "cqc_responsive",
    "well-led": "cqc_well_led",
}
#: What a rating says.
RATINGS = ("outstanding", "good", "requires improvement", "inadequate")
#: What the Commission writes where there is none; any other word is told.
NO_RATINGS = (
    *("not rated", "inspected but not rated", "insufficient evidence to rate", "no published rating"),
    *("not formally rated", "not applicable", "unrated"),
)
#: What the rejects say is allowed.
ALLOWED = "Outstanding, Good, Requires improvement or Inadequate, or a word for none such as Not rated"

#: The Commission's service types and our kinds, the one that says most first.
_KINDS = {
    "care home service with nursing": "nursing home",
    "care home service without nursing": "care home",
    "supported living service": "supported living",
    "extra care housing services": "extra care",
    "shared lives": "shared lives",
    "domiciliary care service": "home care",
}


#: The shorter words of the simple directory for the same types.
_SHORT = {
    "nursing homes": "care home service with nursing",
    "residential homes": "care home service without nursing",
    "supported living": "supported living service",
    "supported housing": "extra care housing services",
    "homecare agencies": "domiciliary care service",
}


def kind_of(types: list[str]) -> str:
    """Give the kind of a service of these types; one of several types is of the kind that stands first."""
    words = [each.strip().lower() for each in types]
    found = {_SHORT.get(each, each) for each in words}
    return next((kind for name, kind in _KINDS.items() if name in found), "other")


def rating_scale_of(name: str) -> str | None:
    """Give the id of the rating scale for what the Commission rates; ``None`` for another name."""
    return SCALES.get(name.strip().lower().replace(" ", "-").replace("well-led?", "well-led"))


def read_cqc_directory(file: LayoutFile) -> dict[str, Rows]:
    """Read the directory as ``services``, and the overall ratings that stand in it as ``inspections``.

    Raises
    ------
    Error
        When it is none of the Commission's directories.
    """
    import polars

    filters = ("HSCA_Active_Locations", "Active_Locations", "Deactivated_Locations", "Sheet1")
    heading = "CQC Location ID (for office use only)" if _is_simple(file) else "Location ID"
    rows = read_layout_rows(file, heading, filters)
    location = column_of(rows, "Location ID", "CQC Location ID (for office use only)")
    services = polars.DataFrame(
        {
            "service": location,
            "provider": column_of(rows, "Provider ID", "CQC Provider ID (for office use only)"),
            "name": column_of(rows, "Location Name", "Name"),
            "kind": _kinds(rows, location),
            "location_id": location,
            "regulators": _where(location, "cqc"),
            "first_day": days_of(column_of(rows, "Location HSCA start date", "Location HSCA Start Date")),
            "last_day": days_of(column_of(rows, "Location HSCA End Date", "Location HSCA end date")),
        }
    )
    labels = {"service": location.name, "first_day": "Location HSCA start date"}
    found = {"services": replace(rows, frame=services, labels=labels)}
    if "Location Latest Overall Rating" in rows.frame.columns:
        rating = column_of(rows, "Location Latest Overall Rating")
        found["inspections"] = _inspections(rows, _where(rating, "cqc"), rating)
    return found


def read_cqc_ratings(file: LayoutFile) -> dict[str, Rows]:
    """Read the latest ratings as ``inspections``: of whole locations, overall and by key question.

    Ratings of single services within a location, and what is not rated, are passed over; a domain or a rating
    that the Commission has not is a reject. The day is that of publication; the file does not say when the
    inspectors came.

    Raises
    ------
    Error
        When it is not the Commission's file of ratings.
    """
    import polars

    rows = read_layout_rows(file, "Service / Population Group", ("Locations",))
    group = column_of(rows, "Service / Population Group").str.to_lowercase()
    domain = column_of(rows, "Domain", "Key Question", "Key question")
    names = domain.unique().drop_nulls().to_list()
    scales = {name: scale for name in names if (scale := rating_scale_of(name))}
    source = domain.replace_strict(scales, default=None, return_dtype=polars.String)
    whole = (group == "overall") | group.is_null()
    strange = (domain.is_not_null() & source.is_null() & whole).fill_null(value=False)
    reason = f"no domain of the Commission; they are {', '.join(SCALES)}"
    rows = _told(rows, strange, domain, column_of(rows, "Location ID"), reason)
    return {"inspections": _inspections(rows, source, column_of(rows, "Latest Rating"), whole)}


def _inspections(rows: Rows, source: pl.Series, rating: pl.Series, wanted: pl.Series | None = None) -> Rows:
    import polars

    published = days_of(column_of(rows, "Publication Date", "Publication date"))
    frame = polars.DataFrame(
        {
            "service": column_of(rows, "Location ID"),
            "source": source.alias("source"),
            "rating": rating.alias("rating"),
            "on": published,
        }
    )
    labels = {"service": "Location ID", "rating": rating.name, "on": "Publication Date"}
    word = rating.str.to_lowercase()
    asked = wanted.fill_null(value=False) if wanted is not None else rating.is_not_null()
    strange = (asked & word.is_not_null() & ~word.is_in((*RATINGS, *NO_RATINGS))).fill_null(value=False)
    rows = _told(rows, strange, rating, frame["service"], f"no rating of the Commission; it is {ALLOWED}")
    lost = polars.Series([each["row"] for each in rows.faults if not each["kept"]], dtype=polars.UInt32)
    is_lost = rows.row_numbers().is_in(lost.implode())
    rated = word.is_in(RATINGS).fill_null(value=False) & asked
    empty = polars.when(~is_lost).then(polars.all().exclude("service"))
    frame = frame.with_columns(empty)
    return replace(rows, frame=frame, labels=labels).only(rated | is_lost)


def _told(rows: Rows, strange: pl.Series, column: pl.Series, service: pl.Series, reason: str) -> Rows:
    """Tell the rows with a word that the layout does not know, of locations that are named."""
    numbers = rows.row_numbers()
    already = {each["row"] for each in rows.faults}
    faults = [
        fault(rows.source, numbers[at], reason, column=column.name, value=column[at])
        for at in (strange & service.is_not_null()).arg_true().to_list()
        if numbers[at] not in already
    ]
    return replace(rows, faults=(*rows.faults, *faults))


def _is_simple(file: LayoutFile) -> bool:
    from vermeil.readers.csv_file import first_lines

    if file.path.suffix.lower() != ".csv":
        return False
    names = {cell.strip() for line in first_lines(file.path, 40, file.form) for cell in line}
    return "CQC Location ID (for office use only)" in names


def _where(column: pl.Series, word: str) -> pl.Series:
    """Give a word in each row in which a column has something."""
    import polars

    return polars.select(polars.when(column.is_not_null()).then(polars.lit(word))).to_series()


def _kinds(rows: Rows, location: pl.Series) -> pl.Series:
    """Give the kind of each service: from a column of Y for each type, or from a list in one cell."""
    import polars

    if "Service types" in rows.frame.columns:
        types = column_of(rows, "Service types").fill_null("").str.split("|").to_list()
        return polars.Series([kind_of(each) for each in types]).zip_with(
            location.is_not_null(), polars.Series([None] * location.len(), dtype=polars.String)
        )
    kind = polars.lit("other")
    by_type = {name.removeprefix("Service type - ").lower(): name for name in rows.frame.columns}
    for name in reversed(_KINDS):
        if name in by_type:
            is_so = polars.col(by_type[name]).cast(polars.String).str.strip_chars().str.to_uppercase() == "Y"
            kind = polars.when(is_so).then(polars.lit(_KINDS[name])).otherwise(kind)
    column = rows.frame.select(kind.alias("kind"))["kind"]
    return column.zip_with(location.is_not_null(), column.clear(column.len()))
