# SPDX-License-Identifier: MIT
"""Which measures a panel holds, what each is, and what was asked of it on the command line."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import vermeil as vm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vermeil import _core

__all__ = ["PERIODS", "Asked", "PanelMeasure", "measures_of", "period_of", "read_number", "read_pairs"]

#: The columns that may say when, and what their values are.
PERIODS = {"month": vm.Every.MONTH, "quarter": vm.Every.QUARTER, "event": vm.Every.NUMBER}
#: What a measure's columns may be called after its id, besides its value.
BASED = {vm.SeriesKind.SHARE, vm.SeriesKind.RATE}
COUNTED = BASED | {vm.SeriesKind.COUNT}
#: What may stand beside a measure: where it is rebased, what sets its limits, what is known to be special.
BESIDE = ("phase", "baseline", "counted")

T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """What the command line says of measures, by id."""

    kinds: dict[str, vm.SeriesKind] = field(default_factory=dict)
    improves: dict[str, vm.Improves] = field(default_factory=dict)
    targets: dict[str, float] = field(default_factory=dict)
    per: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class PanelMeasure:
    """One measure of a panel: what kind of number it is, which columns hold it, and how it is drawn."""

    name: str
    kind: vm.SeriesKind
    columns: vm.PanelColumns
    rules: vm.ChartRules


def read_pairs(option: str, given: Iterable[str], read: Callable[[str], T], allowed: str) -> dict[str, T]:
    """Read ``ID=x`` for each measure; ``allowed`` says what x may be, with an example."""
    pairs = {}
    for each in given:
        measure, _, text = each.rpartition("=")
        try:
            if not measure:
                raise ValueError
            pairs[measure] = read(text)
        except ValueError:
            message = f"{option} {each!r}: write a measure and {allowed}"
            raise vm.Error(message) from None
    return pairs


def read_number(text: str) -> float:
    """Read a finite number."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError
    return number


def period_of(table: _core.Table) -> str:
    """Give the column that says when; ask for one of services beside it."""
    period = next((name for name in PERIODS if name in table.columns), None)
    if "service" not in table.columns or period is None:
        message = f"{table.source}: a panel has a column 'service' and one 'month' or 'quarter'"
        raise vm.Error(f"{message}, or for times between events 'event', which counts them")
    return period


def measures_of(table: _core.Table, asked: Asked) -> tuple[list[PanelMeasure], list[str]]:
    """Give the measures of a panel, and the columns that say nothing of any.

    ID is a measure, and so is the ID of ID.count. With ID.count and ID.n it is a share, with ID.count alone a
    count, else a number; ``asked`` may say otherwise.
    """
    period = period_of(table)
    there = table.columns
    names = dict.fromkeys(
        name.removesuffix(".count")
        for name in there
        if (name.endswith(".count") or "." not in name) and name not in {"service", *PERIODS}
    )
    if not names:
        message = f"{table.source}: no column of a measure"
        raise vm.Error(message)
    _refuse_strangers(table.source, asked, list(names))
    measures = [_measure(table, name, period, asked) for name in names]
    used = {"service", period} | {
        column
        for each in measures
        for column in (each.columns.value, each.columns.n, *(f"{each.name}.{part}" for part in BESIDE))
    }
    # The value of a share is beside its counts and is drawn from them.
    used |= {each.name for each in measures if each.columns.n}
    return measures, [name for name in there if name not in used]


def _refuse_strangers(source: str, asked: Asked, names: list[str]) -> None:
    """Refuse what was asked of a measure that is not there."""
    options: list[tuple[str, Iterable[str]]] = [
        ("--kind", asked.kinds),
        ("--improves", asked.improves),
        ("--target", asked.targets),
        ("--per", asked.per),
    ]
    for option, pairs in options:
        for name in pairs:
            if name not in names:
                message = f"{option} names {name!r}, which is no measure of {source}; the measures are "
                raise vm.Error(message + ", ".join(names))


def _measure(table: _core.Table, name: str, period: str, asked: Asked) -> PanelMeasure:
    """Say what one measure is and where it stands."""
    there = set(table.columns)
    count, n = f"{name}.count", f"{name}.n"
    shown = vm.SeriesKind.SHARE if n in there else vm.SeriesKind.COUNT
    kind = asked.kinds.get(name, shown if count in there else vm.SeriesKind.NUMBER)
    if kind in BASED and not {count, n} <= there:
        message = f"{table.source}: {name} is no {kind.value} without the columns {count} and {n}"
        raise vm.Error(message)
    value = count if count in there and (kind in COUNTED or name not in there) else name
    beside = {part: f"{name}.{part}" for part in BESIDE if f"{name}.{part}" in there}
    columns = vm.PanelColumns(
        "service", period, value, n if kind in BASED else "", **beside, every=PERIODS[period]
    )
    rules = vm.ChartRules(
        improves=asked.improves.get(name, vm.Improves.NEITHER),
        target=asked.targets.get(name),
        per=asked.per.get(name, 1.0),
    )
    return PanelMeasure(name, kind, columns, rules)
