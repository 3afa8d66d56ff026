# SPDX-License-Identifier: MIT
"""A value of a TOML text is of its kind, or the error names the line of its key."""

from __future__ import annotations

import datetime as dt
import re

import pytest

import vermeil as vm
from vermeil.readers.toml_text import TomlText

TEXT = TomlText(
    """\
language = 1

[[table]]
name = "a"
[table.columns]
service = "x"
[[table]]
name = "b"
columns.service.column = "y"
columns = {
    "event" = "z" }
[table.only]
'Record type' = "a"
""",
    "m.toml",
)


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (("language",), 1),
        (("table", 0), 3),
        (("table", 0, "columns"), 5),
        (("table", 0, "columns", "service"), 6),
        (("table", 1, "name"), 8),
        (("table", 1, "columns", "service", "column"), 9),
        (("table", 1, "only", "Record type"), 13),
        (("table", 1, "header_row"), 7),
        (("other",), 1),
    ],
)
def test_an_error_has_the_line_of_the_nearest_key(at: tuple[str | int, ...], line: int) -> None:
    assert str(TEXT.error(at, "is wrong")).startswith(f"m.toml:{line}: ")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: TEXT.word(("x",), "evnts", ("events", "counts")),
            "'evnts' is no word; did you mean 'events'?",
        ),
        (lambda: TEXT.word(("x",), "?", ("", "a", "b")), "'?' is no word; allowed are a, b"),
        (
            lambda: TEXT.refuse_unknown((), {"tabel": 1}, ("table",)),
            "'tabel' is no key here; did you mean 'table'?",
        ),
        (lambda: TEXT.table(("x",), 3), "a table of keys is wanted, not 3"),
        (lambda: TEXT.string(("x",), 3), "a text in quotation marks is wanted, not 3"),
        (lambda: TEXT.text_of(("x",), [1]), "one value is wanted, not [1]"),
        (lambda: TEXT.whole(("x",), 0), "a whole number of 1 or more is wanted, not 0"),
        (lambda: TEXT.whole(("x",), True), "a whole number of 1 or more is wanted, not True"),
        (lambda: TEXT.wholes(("x",), 3), "a list of row numbers is wanted, not 3"),
        (lambda: TEXT.number(("x",), 0), "a number other than 0 is wanted, not 0"),
        (lambda: TEXT.truth(("x",), "yes"), "true or false is wanted, not 'yes'"),
        (lambda: TEXT.encoding(("x",), "klingon"), "'klingon' is no encoding; try cp1252 or utf-16"),
        (
            lambda: TEXT.formats(("x",), "%d/%m"),
            "'%d/%m' lacks a day, a month or a year; write it as %d/%m/%Y",
        ),
    ],
)
def test_a_value_of_another_kind_is_refused(call: object, message: str) -> None:
    with pytest.raises(vm.DefinitionError, match=re.escape(message)):
        call()  # type: ignore[operator]


def test_values_of_their_kinds_are_given() -> None:
    assert TEXT.strings(("x",), "a") == ("a",)
    assert TEXT.strings(("x",), ["a", "b"]) == ("a", "b")
    assert TEXT.lists(("x",), {"a": "b"}) == {"a": ("b",)}
    assert TEXT.text_of(("x",), True) == "yes"
    assert TEXT.text_of(("x",), dt.date(2024, 10, 1)) == "2024-10-01"
    assert TEXT.formats(("x",), ["%d/%m/%y", "%d %B %Y"]) == ("%d/%m/%y", "%d %B %Y")
    assert TEXT.whole(("x",), None) is None
