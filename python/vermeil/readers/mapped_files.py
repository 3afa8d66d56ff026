# SPDX-License-Identifier: MIT
"""The files that a mapping names: found by pattern, read, and made into tables of ours."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatch
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from vermeil import _core
from vermeil.readers.csv_file import CsvForm, read_csv
from vermeil.readers.folder import read_file
from vermeil.readers.layout import LayoutFile
from vermeil.readers.layouts import LAYOUTS
from vermeil.readers.mapped import applied, chosen, linked, without_lost

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vermeil.mapping import Mapping, TableRule
    from vermeil.readers.rows import Rows
    from vermeil.types import FieldDict

__all__ = ["is_mapped", "read_mapped", "read_published"]

_Take: TypeAlias = "Callable[[str, tuple[str, ...], Callable[[], list[tuple[str, Rows]]]], None]"


def read_mapped(place: Path, wanted: list[str], mapping: Mapping, take: _Take) -> None:
    """Read the tables whose columns the mapping names, and hand each file's rows to ``take``.

    Raises
    ------
    Error
        When no file fits a pattern.
    """
    from vermeil.mapping import mapped_schemas

    fields = {schema["name"]: schema["fields"] for schema in mapped_schemas()}
    for rule in (each for each in mapping.tables if not each.layout and each.name in wanted):
        for file in _files(place, rule, mapping):
            take(_source(place, file), (rule.name,), partial(_mapped, place, file, rule, fields[rule.name]))


def read_published(
    place: Path, wanted: list[str], mapping: Mapping, take: _Take, found: dict[str, list[Rows]]
) -> None:
    """Read the files of published layouts.

    Where the register of services has the regulator's numbers of locations, or the mapping says which ids are
    which, rows about others are passed over.
    """
    for rule in (each for each in mapping.tables if each.layout):
        for file in _files(place, rule, mapping):
            ids = rule.ids or _locations(found.get("services", []))
            asked = tuple(name for name in _asked(rule) if name in wanted)
            take(_source(place, file), asked, partial(_published, place, file, rule, asked, ids))


def is_mapped(place: Path, file: Path, mapping: Mapping) -> bool:
    """Whether a file of a folder, or in a folder of it, is one that the mapping names."""
    return any(_fits(file, place, rule.file or f"{rule.name}.*") for rule in mapping.tables)


def _mapped(place: Path, file: Path, rule: TableRule, fields: list[FieldDict]) -> list[tuple[str, Rows]]:
    rows = [applied(rule, each, fields) for each in _raw(place, file, rule)]
    has_ids = bool(rule.ids) and any(field["name"] == "service" for field in fields)
    return [(rule.name, linked(each, rule.ids) if has_ids else each) for each in rows]


def _published(
    place: Path, file: Path, rule: TableRule, asked: tuple[str, ...], ids: dict[str, str]
) -> list[tuple[str, Rows]]:
    source = _source(place, file)
    form = CsvForm(rule.separator, rule.encoding)
    tables = LAYOUTS[rule.layout].read(LayoutFile(file, source, rule.sheet, form, partial(chosen, rule)))
    given = {name: rows for name, rows in tables.items() if name in asked}
    if len(tables) > 1:
        given = {name: _called(rows, f"{source}, {name}") for name, rows in given.items()}
    own = {name: linked(rows, ids) if ids and name != "services" else rows for name, rows in given.items()}
    return [(name, without_lost(rows)) for name, rows in own.items()]


def _asked(rule: TableRule) -> tuple[str, ...]:
    return (rule.name,) if rule.name else LAYOUTS[rule.layout].usual


def _called(rows: Rows, source: str) -> Rows:
    faults = tuple({**each, "source": source} for each in rows.faults)
    return replace(rows, source=source, faults=faults)  # type: ignore[arg-type]


def _locations(services: list[Rows]) -> dict[str, str]:
    """Give our ids of services by the regulator's numbers of their locations."""
    ids: dict[str, str] = {}
    for rows in services:
        if {"service", "location_id"} <= set(rows.frame.columns):
            pairs = rows.frame.select("location_id", "service").drop_nulls().iter_rows()
            ids |= {str(location).strip(): str(service).strip() for location, service in pairs}
    return ids


def _source(place: Path, file: Path) -> str:
    return str(file.relative_to(place)) if place.is_dir() else file.name


def _files(place: Path, rule: TableRule, mapping: Mapping) -> list[Path]:
    if not place.is_dir():
        return [place]
    pattern = rule.file or f"{rule.name}.*"
    files = sorted(path for path in place.rglob("*") if path.is_file() and _fits(path, place, pattern))
    if not files:
        there = ", ".join(sorted(path.name for path in place.iterdir())) or "nothing"
        message = f"{mapping.name}: no file fits '{pattern}'; the folder {place} holds {there}"
        raise _core.Error(message)
    return files


def _fits(path: Path, place: Path, pattern: str) -> bool:
    name = str(path.relative_to(place)) if "/" in pattern else path.name
    return fnmatch(name.lower(), pattern.lower()) and not path.name.startswith((".", "~$"))


def _raw(place: Path, file: Path, rule: TableRule) -> list[Rows]:
    """Read a file as it is: of a workbook, each sheet that fits."""
    from vermeil.readers.book_parts import book_parts, needed_columns
    from vermeil.readers.folder import BOOKS
    from vermeil.sheets import workbook_rows

    source = _source(place, file)
    if file.suffix.lower() == ".csv":
        return [read_csv(file, source, CsvForm(rule.separator, rule.encoding, rule.header_row))]
    if file.suffix.lower() not in BOOKS:
        return [read_file(file, source, rule.name)]
    if not rule.sheet:
        needed = [column for each in rule.columns.values() for column in each.columns]
        needed = list(dict.fromkeys(needed)) or needed_columns(rule.name)
        return book_parts(file, source, rule.name, needed, header_row=rule.header_row)
    pattern = rule.sheet.lower()
    rows, sheets = workbook_rows(file, lambda name: fnmatch(name, pattern), rule.header_row, source)
    if not rows:
        message = f"{source}: no sheet with rows fits '{rule.sheet}'; it holds {', '.join(sheets)}"
        raise _core.Error(message)
    return list(rows.values())
