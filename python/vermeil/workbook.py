# SPDX-License-Identifier: MIT
"""The Excel workbook that people fill in: a sheet for each table of evidence, and one to read first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vermeil import _core
from vermeil.sheets import NOTHING_TO_REPORT, READ_ME, WORDS, new_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    from vermeil.types import FieldDict, SchemaDict

__all__ = ["Words", "write_workbook"]

#: The rows with drop-downs and formats; rows beyond them are read just the same.
LAST_ROW = 5_000
#: The sheets of which an empty one may mean that nothing happened, which only a person can say.
MAY_BE_EMPTY = (
    "events",
    "inspections",
    "package_changes",
    "complaints",
    "safeguarding",
    "deaths",
    "concerns",
    "finance",
    "recommendations",
    "referrals",
    "hand_backs",
    "exits",
    "decisions",
    "embargoes",
    "actions",
)

STEPS = (
    "1. Fill in the sheet services first, a row for each service. The other sheets offer its ids.",
    "2. Put the survey into ONE of survey_counts, survey_wide or survey_sheets, whichever is nearest to what "
    "you have.",
    "3. Leave a sheet empty that you have nothing for. If a sheet such as events is empty because "
    "there is nothing to report, say yes below: otherwise nobody knows, and a rating that hangs on it stays "
    "open.",
    "4. Leave the names of the sheets and the headings as they are. Dark headings must be filled in every "
    "row, light ones may stay empty. Pass the mouse over a heading, or look below, for what goes in.",
    "5. Save, then run: vermeil rate framework.toml --evidence evidence.xlsx "
    '--quarter "2024-25 Q3" --out results',
)


@dataclass(frozen=True)
class Words:
    """The words of a framework that evidence uses, for the drop-downs.

    Attributes
    ----------
    answers
        The answers to each item of the surveys, best first.
    counts, events
        The items of quarterly returns, and the events that are asked about.
    ratings
        The words of each rating scale, best first.
    tables
        The tables that its standard measures rest on; of those, only these have sheets beside the usual ones.
    """

    answers: dict[str, list[str]]
    counts: list[str]
    events: list[str]
    ratings: dict[str, list[str]]
    tables: list[str]

    @property
    def every_answer(self) -> list[str]:
        """Each answer once."""
        return _once(answer for answers in self.answers.values() for answer in answers)

    @property
    def every_rating(self) -> list[str]:
        """Each word of a rating once."""
        return _once(word for words in self.ratings.values() for word in words)


def write_workbook(path: Path, words: Words) -> None:
    """Write the workbook, replacing what is at the path.

    Headings stay in view and carry their help. Ids and quarters are text, so that leading zeros stay; days
    are dates; words have drop-downs, and services those of the sheet ``services``.
    """
    book = new_workbook(path)
    schemas = [_widened(schema, words) for schema in _asked_for(words)]
    lists = _lists(schemas, words)
    _write_read_me(book, schemas, lists)
    for schema in schemas:
        _write_sheet(book, schema, lists)
    sheet = book.add_worksheet(WORDS)
    for column, (name, entries) in enumerate(lists.items()):
        sheet.set_column(column, column, 24)
        sheet.write_string(0, column, name, book.add_format({"bold": True}))
        for row, entry in enumerate(entries, start=1):
            sheet.write_string(row, column, entry)
    book.close()


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _asked_for(words: Words) -> list[SchemaDict]:
    """Give the usual tables, and of those that only standard measures need the ones that are asked for."""
    needed = {table for each in _core.standard_measures() for table in each["tables"]} - {"survey_sheets"}
    return [
        schema
        for schema in _core.evidence_schemas()
        if schema["name"] not in needed or schema["name"] in words.tables
    ]


def _widened(schema: SchemaDict, words: Words) -> SchemaDict:
    """Add the columns that bear answers or items."""
    fields = list(schema["fields"])
    if schema["name"] == "survey_wide":
        fields += [
            _field(answer, "whole", f"How many answered: {answer}. Write 0 for nobody")
            for answer in words.every_answer
        ]
    if schema["name"] == "survey_sheets":
        fields += [_field(item, "text", f"The answer to the question {item}") for item in words.answers]
    return {"name": schema["name"], "help": schema["help"], "fields": fields}


def _field(name: str, kind: str, text: str) -> FieldDict:
    return {"name": name, "kind": kind, "help": text, "required": False, "allowed": [], "personal": False}


def _lists(schemas: list[SchemaDict], words: Words) -> dict[str, list[str]]:
    """Give the entries of each drop-down, by sheet and column; a column without entries is left out."""
    lists = {
        f"{schema['name']}.{field['name']}": field["allowed"]
        for schema in schemas
        for field in schema["fields"]
    }
    lists |= {"survey_counts.item": list(words.answers), "survey_wide.item": list(words.answers)}
    lists |= {f"survey_sheets.{item}": answers for item, answers in words.answers.items()}
    lists |= {
        "survey_counts.answer": words.every_answer,
        "counts.item": words.counts,
        "events.event": words.events,
    }
    lists |= {"inspections.source": list(words.ratings), "inspections.rating": words.every_rating}
    return {name: entries for name, entries in lists.items() if entries}


def _write_read_me(book: Workbook, schemas: list[SchemaDict], lists: dict[str, list[str]]) -> None:
    sheet = book.add_worksheet(READ_ME)
    bold, wrapped = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for column, width in enumerate((18, 22, 70, 20, 60)):
        sheet.set_column(column, column, width)
    sheet.write_string(
        0, 0, "Evidence for rating care providers", book.add_format({"bold": True, "font_size": 16})
    )
    for row, step in enumerate(STEPS, start=2):
        sheet.merge_range(row, 0, row, 4, step, wrapped)
        sheet.set_row(row, 32)
    first = 3 + len(STEPS)
    sheet.write_row(first, 0, ("Sheet", NOTHING_TO_REPORT, "What it holds"), bold)
    for row, schema in enumerate(schemas, start=first + 1):
        sheet.write_url(row, 0, f"internal:'{schema['name']}'!A1", string=schema["name"])
        if schema["name"] in MAY_BE_EMPTY:
            sheet.write_blank(row, 1, None, book.add_format({"bg_color": "#FFF7DC", "border": 1}))
            sheet.data_validation(
                row, 1, row, 1, {"validate": "list", "source": ["yes"], "ignore_blank": True}
            )
        sheet.write_string(row, 2, schema["help"], wrapped)
    row += 2
    sheet.write_row(
        row, 0, ("Sheet", "Column", "What goes in", "In every row?", "Words to choose from"), bold
    )
    for schema in schemas:
        for field in schema["fields"]:
            row += 1
            entries = lists.get(f"{schema['name']}.{field['name']}", [])
            cells = (
                schema["name"],
                field["name"],
                field["help"],
                "yes" if field["required"] else "may stay empty",
            )
            for column, cell in enumerate((*cells, ", ".join(entries))):
                sheet.write_string(row, column, cell, wrapped)


def _write_sheet(book: Workbook, schema: SchemaDict, lists: dict[str, list[str]]) -> None:
    sheet = book.add_worksheet(schema["name"])
    sheet.freeze_panes(1, 0)
    dark = book.add_format({"bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "num_format": "@"})
    light = book.add_format({"bold": True, "bg_color": "#D5E5EA", "num_format": "@"})
    formats = {"date": "yyyy-mm-dd", "whole": "0"}
    for column, field in enumerate(schema["fields"]):
        cells = book.add_format({"num_format": formats.get(field["kind"], "@")})
        sheet.set_column(column, column, max(14, len(field["name"]) + 4), cells)
        sheet.write_string(0, column, field["name"], dark if field["required"] else light)
        sheet.write_comment(0, column, field["help"], {"x_scale": 2, "author": ""})
        rule = _rule(field, f"{schema['name']}.{field['name']}", column, lists)
        note = {"input_title": field["name"][:32], "input_message": field["help"][:255], "ignore_blank": True}
        sheet.data_validation(1, column, LAST_ROW - 1, column, rule | note)


def _rule(field: FieldDict, name: str, column: int, lists: dict[str, list[str]]) -> dict[str, Any]:
    """Give what a cell may hold; a word of a framework that is not on the list is questioned, not refused."""
    letter = _letters(column)
    if (
        name != "services.service"
        and field["name"] in ("service", "provider")
        and not name.startswith("services.")
    ):
        ids = "A" if field["name"] == "service" else "B"
        known = f"=OFFSET(services!${ids}$2,0,0,MAX(1,COUNTA(services!${ids}$2:${ids}${LAST_ROW})),1)"
        return {"validate": "list", "source": known} | _doubt("the sheet services has no such id")
    if name in lists:
        position = _letters(list(lists).index(name))
        source = f"={WORDS}!${position}$2:${position}${len(lists[name]) + 1}"
        doubt = (
            _refusal("choose one of the list")
            if field["allowed"]
            else _doubt("the framework has no such word")
        )
        return {"validate": "list", "source": source} | doubt
    if field["kind"] == "whole":
        return {"validate": "integer", "criteria": ">=", "value": 0} | _refusal(
            "write a whole number of 0 or more"
        )
    if field["kind"] == "date":
        days = {"minimum": dt.date(1900, 1, 1), "maximum": dt.date(2199, 12, 31)}
        return (
            {"validate": "date", "criteria": "between"} | days | _refusal("write a date such as 2024-10-01")
        )
    if field["kind"] == "quarter":
        cell = f"{letter}2"
        financial = f'AND(LEN({cell})=10,MID({cell},5,1)="-",MID({cell},8,2)=" Q")'
        calendar = f'AND(LEN({cell})=7,MID({cell},5,2)=" Q")'
        return {"validate": "custom", "value": f"=OR({financial},{calendar})"} | _refusal(field["help"])
    return {"validate": "any"}


def _letters(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

    return str(xl_col_to_name(column))


def _refusal(message: str) -> dict[str, Any]:
    return {"error_type": "stop", "error_title": "This cannot be", "error_message": message}


def _doubt(message: str) -> dict[str, Any]:
    return {"error_type": "warning", "error_title": "Is this right?", "error_message": message}
