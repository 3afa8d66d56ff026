# SPDX-License-Identifier: MIT
"""Findings of one kind are one reason, with its rows counted."""

from __future__ import annotations

import polars as pl

from vermeil.finding_reasons import is_of_the_rest, reasons_of


def findings(*rows: tuple[int, str, str]) -> pl.DataFrame:
    """Return findings of a file and column from rows, values and reasons."""
    told = [("t.csv", row, "n", value, reason, "left out") for row, value, reason in rows]
    names = ["source", "row", "column", "value", "reason", "outcome"]
    return pl.DataFrame(told, schema=names, orient="row")


def test_what_differs_from_row_to_row_does_not_tell_kinds_apart() -> None:
    found = findings(
        (2, "9", "more than the base, 5"), (4, "8", "more than the base, 7"), (5, "x", "no number")
    )
    first, second = sorted(reasons_of(found), key=lambda each: -each.rows)
    assert (first.reason, first.rows, first.first_rows, first.first_value) == (
        "more than the base, …",
        2,
        (2, 4),
        "9",
    )
    assert (second.reason, second.rows) == ("no number", 1)


def test_a_reason_that_all_rows_share_keeps_its_words_and_the_rest_is_counted() -> None:
    found = findings((2, "", "more than the base, 5"), (0, "", "and 40 more rows: more than the base, 5"))
    assert found.filter(is_of_the_rest())["row"].to_list() == [0]
    (reason,) = reasons_of(found)
    assert (reason.reason, reason.rows) == ("more than the base, 5", 41)
