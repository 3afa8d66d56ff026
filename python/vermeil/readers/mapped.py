# SPDX-License-Identifier: MIT
"""A file of any layout, made into a table of ours by what a mapping says of it."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.days import next_day_if_before, read_days, usual_formats
from vermeil.readers.rounding import DECIMALS, half_up
from vermeil.readers.rows import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from vermeil.mapping import ColumnRule, TableRule
    from vermeil.readers.rows import Rows
    from vermeil.types import FieldDict

__all__ = ["applied", "chosen", "linked", "without_lost"]

_NUMBERS = ("whole", "number", "money")
#: Of a number that a mapping computes, unless `DECIMALS` says otherwise.
_DECIMALS = 6


def chosen(rule: TableRule, rows: Rows) -> Rows:
    """Give the rows that belong to the table; a row that could not be read stays, so that it is told.

    Raises
    ------
    Error
        When the file lacks a column that says which rows belong.
    """
    import polars

    if not (rule.skip_rows or rule.only or rule.leave_out):
        return rows
    faulty = rows.row_numbers().is_in([each["row"] for each in rows.faults])
    belongs = ~rows.row_numbers().is_in(list(rule.skip_rows))
    for column, words in (*rule.only.items(), *rule.leave_out.items()):
        _refuse_missing(rows, [column])
        listed = _folded(rows.frame[column]).is_in([word.strip().lower() for word in words])
        belongs &= listed.fill_null(value=False) if column in rule.only else ~listed.fill_null(value=False)
    kept: pl.Series = (belongs | faulty).rename("belongs").cast(polars.Boolean)
    return rows.only(kept)


def applied(rule: TableRule, rows: Rows, fields: list[FieldDict]) -> Rows:
    """Give the rows under our names and in our words; columns of which nothing is said stay as they are.

    Raises
    ------
    Error
        When the file lacks a column that the mapping names.
    """
    rows = chosen(rule, rows)
    kinds = {field["name"]: field["kind"] for field in fields}
    own = {name: _same(name) for name in rows.frame.columns if name in kinds and name not in rule.columns}
    used = {column for each in rule.columns.values() for column in each.columns}
    made = [
        _column(rows, ours, column, _formats(rule, column, kinds.get(ours, "")), kinds.get(ours, ""))
        for ours, column in (own | rule.columns).items()
    ]
    made = _on_next_day(made, rule)
    named = {column.name for column in made}
    made += [
        shown
        for column in made
        if (shown := _shown(rows, column, (own | rule.columns)[column.name])) is not None
    ]
    rest = [column for column in rows.frame.iter_columns() if column.name not in named | used]
    labels = {ours: column.label for ours, column in rule.columns.items() if column.label}
    first, *others = [*made, *rest]
    return replace(rows, frame=first.to_frame().hstack(others), labels=labels)


def linked(rows: Rows, ids: dict[str, str]) -> Rows:
    """Give the rows whose service is one of the known ids, under our ids; the others are passed over."""
    import polars

    known = rows.frame["service"].is_in(list(ids)).fill_null(value=False)
    faulty = rows.row_numbers().is_in([each["row"] for each in rows.faults]) & rows.frame["service"].is_null()
    kept = rows.only(known | faulty)
    ours = polars.col("service").replace(ids)
    return replace(kept, frame=kept.frame.with_columns(ours))


def _on_next_day(made: list[pl.Series], rule: TableRule) -> list[pl.Series]:
    """Put a moment that lies before another of its row on the next day, where the mapping says so."""
    by_name = {column.name: column for column in made}
    for ours, column in rule.columns.items():
        if column.next_day_if_before:
            by_name[ours] = next_day_if_before(by_name[ours], by_name[column.next_day_if_before])
    return list(by_name.values())


def without_lost(rows: Rows) -> Rows:
    """Empty the rows that are told as left out, of which a layout kept the service to know whose they are."""
    import polars

    lost = [each["row"] for each in rows.faults if not each["kept"]]
    if not lost or "service" not in rows.frame.columns:
        return rows
    is_lost = rows.row_numbers().is_in(lost).alias("lost")
    rest = polars.all_horizontal(polars.all().exclude("service", "lost").is_null())
    service = polars.when(~(rest & polars.col("lost"))).then(polars.col("service")).alias("service")
    return replace(rows, frame=rows.frame.with_columns(is_lost).with_columns(service).drop("lost"))


def _same(name: str) -> ColumnRule:
    from vermeil.mapping import ColumnRule

    return ColumnRule((name,))


def _folded(column: pl.Series) -> pl.Series:
    import polars

    return column.cast(polars.String).str.strip_chars().str.to_lowercase()


def _refuse_missing(rows: Rows, columns: Iterable[str]) -> None:
    there = rows.frame.columns
    for column in columns:
        if column not in there:
            near = difflib.get_close_matches(column, there, n=1, cutoff=0.6)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            wanted = f"no column '{column}', which the mapping names"
            message = f"{rows.source}: {wanted}; it has {', '.join(there)}{hint}"
            raise _core.Error(message)


def _formats(rule: TableRule, column: ColumnRule, kind: str) -> tuple[str, ...]:
    if column.formats or kind not in ("date", "moment") or rule.day_first is None:
        return column.formats
    return usual_formats(day_first=rule.day_first)


def _column(rows: Rows, ours: str, rule: ColumnRule, formats: tuple[str, ...], kind: str) -> pl.Series:
    import polars

    _refuse_missing(rows, rule.columns)
    filled = polars.any_horizontal(polars.all().is_not_null())
    if rule.constant is not None:
        constant = polars.when(filled).then(polars.lit(rule.constant))
        return rows.frame.select(constant.alias(ours))[ours]
    cells = _joined(rows.frame, rule)
    if not _is_plain(rule, formats):
        cells = cells.cast(polars.String)
        cells = _split(cells, rule)
        cells = _worded(cells, rule)
        cells = _number(cells, rule, DECIMALS.get(ours, _DECIMALS)) if kind in _NUMBERS else cells
        cells = read_days(cells, formats, with_time=kind not in ("date", ""))
    if rule.empty:
        default = polars.when(filled).then(polars.lit(rule.empty))
        cells = rows.frame.select(polars.coalesce(polars.lit(cells), default).alias(ours))[ours]
    return cells.rename(ours)


def _shown(rows: Rows, made: pl.Series, rule: ColumnRule) -> pl.Series | None:
    """Give what the file has in the cells of a column that are something else now; ``None`` where none is."""
    import polars

    if len(rule.columns) != 1:
        return None
    theirs, ours = rows.frame[rule.columns[0]].cast(polars.String), made.cast(polars.String)
    is_other = (theirs.is_not_null() & theirs.ne_missing(ours)).alias("other")
    if not is_other.any():
        return None
    return theirs.set(~is_other, None).alias(SHOWN + made.name)


def _is_plain(rule: ColumnRule, formats: tuple[str, ...]) -> bool:
    return not (rule.split or rule.words or formats or rule.thousands or rule.factor != 1)


def _joined(frame: pl.DataFrame, rule: ColumnRule) -> pl.Series:
    import polars

    first, *others = rule.columns
    if not others:
        return frame[first]
    stripped = [polars.col(each).cast(polars.String).str.strip_chars() for each in rule.columns]
    return frame.select(polars.concat_str(stripped, separator=rule.join).alias(first))[first]


def _split(cells: pl.Series, rule: ColumnRule) -> pl.Series:
    if not rule.split:
        return cells
    return cells.str.split(rule.split).list.get(rule.part - 1, null_on_oob=True).str.strip_chars()


def _worded(cells: pl.Series, rule: ColumnRule) -> pl.Series:
    import polars

    if not rule.words:
        return cells
    ours = {theirs.strip().lower(): word for theirs, word in rule.words.items()}
    folded = _folded(cells)
    others = polars.Series([None], dtype=polars.String) if rule.only_words else cells
    return folded.replace(ours).zip_with(folded.is_in(list(ours)).fill_null(value=False), others)


def _number(cells: pl.Series, rule: ColumnRule, decimals: int) -> pl.Series:
    """Take out what stands between thousands, multiply and round; a cell that is no number stays as it is."""
    import polars

    bare = cells.str.strip_chars()
    if rule.thousands:
        grouped = bare.str.contains(rf"^[-+£]?\d{{1,3}}({_escaped(rule.thousands)}\d{{3}})+(\.\d+)?$")
        bare = bare.zip_with(
            ~grouped.fill_null(value=False), bare.str.replace_all(rule.thousands, "", literal=True)
        )
    if rule.factor == 1:
        return bare
    numbers = bare.cast(polars.Float64, strict=False) * rule.factor
    return half_up(numbers, decimals).zip_with(numbers.is_finite().fill_null(value=False), cells)


def _escaped(text: str) -> str:
    import re

    return re.escape(text)
