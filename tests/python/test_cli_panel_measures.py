# SPDX-License-Identifier: MIT
"""Which measures a panel holds and what each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import vermeil as vm
from vermeil.cli.panel_measures import Asked, measures_of, period_of, read_number, read_pairs
from vermeil.frames import core_table

if TYPE_CHECKING:
    from vermeil import _core

SHARE, RATE, COUNT, NUMBER = (
    vm.SeriesKind.SHARE, vm.SeriesKind.RATE, vm.SeriesKind.COUNT, vm.SeriesKind.NUMBER
)  # fmt: skip


def table(*columns: str, period: str = "month") -> _core.Table:
    """Make an empty panel with such columns."""
    return core_table({name: ["1"] for name in ("service", period, *columns)}, "panel", as_they_lie=True)


def found(*columns: str, asked: Asked | None = None) -> dict[str, tuple[vm.SeriesKind, str, str]]:
    """Give kind, value and n of the measures of a panel."""
    measures, _ = measures_of(table(*columns), asked or Asked())
    return {each.name: (each.kind, each.columns.value, each.columns.n) for each in measures}


def test_counts_with_an_n_are_shares_whether_or_not_the_value_stands_beside_them() -> None:
    expected = {"late": (SHARE, "late.count", "late.n")}
    assert found("late.count", "late.n") == expected
    assert found("late", "late.n", "late.count") == expected


def test_counts_alone_are_counts_and_all_else_is_a_number() -> None:
    assert found("falls.count", "days") == {
        "falls": (COUNT, "falls.count", ""), "days": (NUMBER, "days", "")
    }  # fmt: skip


def test_a_kind_that_is_asked_for_is_taken() -> None:
    asked = Asked(kinds={"falls": COUNT, "trips": RATE, "late": NUMBER})
    assert found("falls", "trips.count", "trips.n", "late", "late.count", "late.n", asked=asked) == {
        "falls": (COUNT, "falls", ""), "trips": (RATE, "trips.count", "trips.n"), "late": (NUMBER, "late", "")
    }  # fmt: skip


def test_columns_that_say_nothing_are_named() -> None:
    measures, unused = measures_of(table("late", "late.n", "late.state", "falls.n", "late.phase"), Asked())
    assert [each.columns.phase for each in measures] == ["late.phase"]
    assert unused == ["late.n", "late.state", "falls.n"]
    assert measures_of(table("late", "late.count", "late.n"), Asked())[1] == []


def test_rules_follow_what_was_asked() -> None:
    asked = Asked(improves={"a": vm.Improves.UP}, targets={"a": 0.5}, per={"a": 100.0})
    (first, second), _ = measures_of(table("a", "b"), asked)
    assert (first.rules.improves, first.rules.target, first.rules.per) == (vm.Improves.UP, 0.5, 100.0)
    assert second.rules == vm.ChartRules()


def test_events_may_stand_in_the_place_of_months() -> None:
    assert period_of(table("days", period="event")) == "event"
    with pytest.raises(vm.Error, match="a column 'service' and one 'month' or 'quarter'"):
        period_of(table("days", period="year"))


@pytest.mark.parametrize(
    ("columns", "asked", "message"),
    [
        (["falls"], Asked(kinds={"falls": RATE}), "is no rate without the columns falls.count and falls.n"),
        (["falls"], Asked(targets={"fall": 1}), "no measure of panel; the measures are falls"),
        (["falls.n"], Asked(), "no column of a measure"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(columns: list[str], asked: Asked, message: str) -> None:
    with pytest.raises(vm.Error, match=message):
        measures_of(table(*columns), asked)


@pytest.mark.parametrize("given", ["falls", "=2", "falls=nan", "falls=many", "falls="])
def test_pairs_that_cannot_be_read_say_what_may_be_written(given: str) -> None:
    assert read_pairs("--target", ["a=b=2"], read_number, "a number") == {"a=b": 2.0}
    with pytest.raises(vm.Error, match=f"--target '{given}': write a measure and a number"):
        read_pairs("--target", [given], read_number, "a number")
