# SPDX-License-Identifier: MIT
"""Mapping files: what a council calls its files, columns and words, said in TOML instead of in code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vermeil import _core
from vermeil.readers.toml_text import TomlText

if TYPE_CHECKING:
    from vermeil.types import SchemaDict

__all__ = [
    "OPEN_TABLES",
    "SHARES",
    "ColumnRule",
    "Mapping",
    "TableRule",
    "mapped_schemas",
    "mapping_of",
]

LANGUAGE = 1
#: Tables whose columns are the answers or the questions of a survey.
OPEN_TABLES = ("survey_wide", "survey_sheets")
_COLUMN_KEYS = (
    *("column", "constant", "words", "only_words", "format", "join", "split", "part"),
    *("multiply_by", "divide_by", "thousands", "empty", "next_day_if_before"),
)
#: Columns that a check compares with counts, beyond those of any schema.
SHARES = ("share", "percent", "percentage")


@dataclass(frozen=True)
class ColumnRule:
    """Where a column of ours comes from.

    Attributes
    ----------
    columns
        What the file calls it; the cells of several are joined with ``join`` between them.
    constant
        What stands in every row instead.
    words
        Their words with ours; capitals and outer blanks do not matter.
    only_words
        Whether a word that is not listed is left away; otherwise it stays as it is.
    formats
        How their days are written, as ``%d/%m/%Y``; a day as 2024-10-01 is always understood.
    join, split, part
        What is put between cells that are joined; where a cell is split, and which part counts, from 1.
    factor
        By what a number is multiplied: 1/60 makes hours of minutes.
    thousands
        What stands between thousands in their numbers; empty for nothing.
    empty
        What an empty cell means; empty for nothing.
    next_day_if_before
        Our name of a moment of the same row: a moment before it is one of the next day; empty for none.
    """

    columns: tuple[str, ...] = ()
    constant: str | None = None
    words: dict[str, str] = field(default_factory=dict)
    only_words: bool = False
    formats: tuple[str, ...] = ()
    join: str = " "
    split: str = ""
    part: int = 1
    factor: float = 1.0
    thousands: str = ""
    empty: str = ""
    next_day_if_before: str = ""

    @property
    def label(self) -> str:
        """What messages call the column."""
        return " + ".join(self.columns)


@dataclass(frozen=True)
class TableRule:
    """Where a table of ours comes from.

    Attributes
    ----------
    name
        The table; empty where a published layout says which tables it holds.
    layout
        The name of a published layout; empty for any other.
    file, sheet
        Patterns such as ``visits*.csv``; empty for any sheet, and for the workbook that is read.
    header_row
        The row of the headings, from 1; ``None`` where they are the first row with two cells.
    skip_rows
        Rows that hold no data, as a spreadsheet numbers them.
    only, leave_out
        By column: the words with which a row belongs to the table, and those with which it does not.
    separator, encoding
        Of CSV files.
    day_first
        Whether 1/10/2024 is the first of October; ``None`` where such days are refused.
    columns
        By our name, where each comes from; a column that bears our name already needs no line.
    ids
        Their ids of services with ours.
    """

    name: str = ""
    layout: str = ""
    file: str = ""
    sheet: str = ""
    header_row: int | None = None
    skip_rows: tuple[int, ...] = ()
    only: dict[str, tuple[str, ...]] = field(default_factory=dict)
    leave_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    separator: str = ","
    encoding: str = "utf-8"
    day_first: bool | None = None
    columns: dict[str, ColumnRule] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapping:
    """Every table that comes from files of another layout.

    Examples
    --------
    >>> import vermeil as vm
    >>> text = '''
    ... language = 1
    ... [[table]]
    ... name = "events"
    ... file = "notices*.csv"
    ... day_first = true
    ... columns = { service = "Branch", event = "Notice", from = "Served on" }
    ... '''
    >>> vm.Mapping.parse(text).tables[0].columns["from"].label
    'Served on'
    """

    tables: tuple[TableRule, ...]
    name: str = "mapping"

    @classmethod
    def read(cls, path: str | Path) -> Mapping:
        """Read a mapping file.

        Raises
        ------
        DefinitionError
            At the first mistake, with the line, what was found and what is allowed.
        """
        place = Path(path)
        try:
            text = place.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"{place.name}: not UTF-8"
            raise _core.DefinitionError(message) from error
        return cls.parse(text, place.name, place.parent)

    @classmethod
    def parse(cls, text: str, name: str = "mapping", folder: Path | None = None) -> Mapping:
        """Read a mapping from a text; ``folder`` is where a file of ids is looked for."""
        lines = TomlText(text, name)
        try:
            found = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            message = f"{name}: not TOML: {error}"
            raise _core.DefinitionError(message) from error
        if found.get("language") != LANGUAGE:
            raise lines.error(("language",), f"says {found.get('language')!r}; write language = {LANGUAGE}")
        lines.refuse_unknown((), found, ("language", "table"))
        tables = found.get("table", [])
        if not isinstance(tables, list) or not tables:
            raise lines.error(("table",), "there is no [[table]]")
        reader = _Reader(lines, folder or Path())
        return cls(tuple(reader.table(place, each) for place, each in enumerate(tables)), name)


def mapped_schemas() -> list[SchemaDict]:
    """Describe the tables that a mapping can name: all that are checked; of visits, times are moments."""
    schemas = {schema["name"]: schema for schema in (*_core.checked_schemas(), _core.visits_schema())}
    for each in schemas["visits"]["fields"]:
        each["kind"] = "moment" if each["name"].endswith(("_start", "_end", "_at")) else each["kind"]
    return list(schemas.values())


def mapping_of(given: Mapping | str | Path | None) -> Mapping | None:
    """Read a mapping where its file is given; anything else is given back."""
    return Mapping.read(given) if isinstance(given, str | Path) else given


class _Reader:
    """Reads the tables of a mapping; every mistake has its line."""

    def __init__(self, text: TomlText, folder: Path) -> None:
        self.text, self.folder = text, folder
        self.schemas = {schema["name"]: schema for schema in mapped_schemas()}

    def table(self, place: int, found: object) -> TableRule:
        from vermeil.readers.layouts import LAYOUTS

        at = ("table", place)
        table = self.text.table(at, found)
        self.text.refuse_unknown(at, table, tuple(TableRule.__dataclass_fields__))
        take = self.text
        rule = TableRule(
            name=take.word((*at, "name"), table.get("name", ""), ("", *self.schemas)),
            layout=take.word((*at, "layout"), table.get("layout", ""), ("", *LAYOUTS)),
            file=take.string((*at, "file"), table.get("file", "")),
            sheet=take.string((*at, "sheet"), table.get("sheet", "")),
            header_row=take.whole((*at, "header_row"), table.get("header_row")),
            skip_rows=take.wholes((*at, "skip_rows"), table.get("skip_rows", [])),
            only=take.lists((*at, "only"), table.get("only", {})),
            leave_out=take.lists((*at, "leave_out"), table.get("leave_out", {})),
            separator=take.string((*at, "separator"), table.get("separator", ",")),
            encoding=take.encoding((*at, "encoding"), table.get("encoding", "utf-8")),
            day_first=take.truth((*at, "day_first"), table.get("day_first")),
            columns=self.columns((*at, "columns"), table.get("columns", {}), table.get("name", "")),
            ids=self.ids((*at, "ids"), table.get("ids", {})),
        )
        if not rule.name and not rule.layout:
            raise take.error(at, "has neither a name nor a layout")
        if rule.layout and rule.columns:
            raise take.error((*at, "columns"), f"the layout '{rule.layout}' says itself what its columns are")
        if len(rule.separator.encode()) != 1:
            raise take.error((*at, "separator"), f"'{rule.separator}' is not one byte")
        return rule

    def columns(self, at: tuple[str | int, ...], found: object, name: str) -> dict[str, ColumnRule]:
        fields = (
            {field["name"]: field for field in self.schemas[name]["fields"]} if name in self.schemas else {}
        )
        columns = {}
        for ours, theirs in self.text.table(at, found).items():
            here = (*at, ours)
            if name in self.schemas and name not in OPEN_TABLES:
                self.text.word(here, ours, (*fields, *SHARES), what=f"column of {name}")
            columns[ours] = self.column(here, theirs)
            allowed = fields[ours]["allowed"] if ours in fields else []
            for word in columns[ours].words.values() if allowed else ():
                self.text.word((*here, "words"), word, tuple(allowed))
        for ours, column in columns.items():
            if column.next_day_if_before:
                self.text.word((*at, ours, "next_day_if_before"), column.next_day_if_before, tuple(columns))
        return columns

    def column(self, at: tuple[str | int, ...], found: object) -> ColumnRule:
        take = self.text
        if isinstance(found, str):
            return ColumnRule((found,))
        rule = take.table(at, found)
        take.refuse_unknown(at, rule, _COLUMN_KEYS)
        if ("column" in rule) == ("constant" in rule):
            raise take.error(at, "give either column or constant")
        words = take.table((*at, "words"), rule.get("words", {}))
        times = take.number((*at, "multiply_by"), rule.get("multiply_by", 1))
        over = take.number((*at, "divide_by"), rule.get("divide_by", 1))
        return ColumnRule(
            columns=take.strings((*at, "column"), rule.get("column", [])),
            constant=take.text_of((*at, "constant"), rule["constant"]) if "constant" in rule else None,
            words={theirs: take.text_of((*at, "words"), ours) for theirs, ours in words.items()},
            only_words=take.truth((*at, "only_words"), rule.get("only_words")) or False,
            formats=take.formats((*at, "format"), rule.get("format", [])),
            join=take.string((*at, "join"), rule.get("join", " ")),
            split=take.string((*at, "split"), rule.get("split", "")),
            part=take.whole((*at, "part"), rule.get("part")) or 1,
            factor=times / over,
            thousands=take.string((*at, "thousands"), rule.get("thousands", "")),
            empty=take.text_of((*at, "empty"), rule.get("empty", "")),
            next_day_if_before=take.string((*at, "next_day_if_before"), rule.get("next_day_if_before", "")),
        )

    def ids(self, at: tuple[str | int, ...], found: object) -> dict[str, str]:
        """Give their ids with ours: from a table, or from a CSV file with the columns id and service."""
        if not isinstance(found, str):
            table: dict[str, Any] = self.text.table(at, found)
            return {theirs: self.text.text_of(at, ours) for theirs, ours in table.items()}
        from vermeil.readers.csv_file import read_csv

        path = self.folder / found
        if not path.is_file():
            raise self.text.error(at, f"there is no file '{path}'")
        frame = read_csv(path).frame
        if not {"id", "service"} <= set(frame.columns):
            raise self.text.error(at, f"the file '{path.name}' lacks a column id or service")
        pairs = frame.select("id", "service").drop_nulls().iter_rows()
        return {theirs.strip(): ours.strip() for theirs, ours in pairs}
