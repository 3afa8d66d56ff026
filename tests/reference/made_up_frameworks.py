# SPDX-License-Identifier: MIT
"""Made-up frameworks and measures, drawn by Hypothesis."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from slow_rating import ABSENT_STATES, Cell, measure_ids

__all__ = [
    "DATES",
    "GUARDED_STATES",
    "HEAD",
    "Market",
    "file_of",
    "frameworks",
    "markets",
    "rows_of",
    "table_of",
    "toml",
]

#: The absences against which the guarantee stands: facts of the register and of the framework lie outside.
GUARDED_STATES = tuple(state for state in ABSENT_STATES if state not in {"not_applicable", "not_yet_live"})

HEAD: dict[str, Any] = {"language": 1, "id": "made-up", "edition": "1"}
DATES = "published_on = 2024-01-01\neffective_from = 2024-04-01\n"
BANDS = ("Gold", "Silver", "Bronze", "Tin")
Row = dict[str, Cell]


@dataclass(frozen=True)
class Market:
    """A framework's text and the measures of some services."""

    framework: str
    rows: list[Row]


def toml(value: object) -> str:
    """Write a value as TOML, tables inline."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(each)}' for key, each in value.items())} }}"
    return repr(value)


def file_of(top: dict[str, Any], parts: dict[str, list[dict[str, Any]]]) -> str:
    """Write a framework: the keys at its top, and its tables one after the other."""
    lines = [f"{key} = {toml(each)}" for key, each in top.items() if each != {}]
    lines.append(DATES)
    for key, tables in parts.items():
        for table in tables:
            lines += [f"[[{key}]]", *(f"{name} = {toml(each)}" for name, each in table.items())]
    return "\n".join(lines) + "\n"


_weights = st.sampled_from([1, 2, 3, 4, 0.5, 12, 0.1, 33.3])
_shares = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.7, 0.75, 0.9, 1.0])


@st.composite
def _scales(draw: st.DrawFn, *, monotone: bool) -> dict[str, Any]:
    kind = draw(st.sampled_from(["default", "lower", "linear", "steps"]))
    if kind in {"default", "lower"}:
        return {} if kind == "default" else {"direction": "lower"}
    values = sorted(draw(st.sets(_shares, min_size=2, max_size=4)))
    points = [draw(st.integers(0, 100)) for _ in values]
    below = draw(st.integers(0, 100))
    if monotone:
        below, *points = sorted([below, *points])
    pairs = [list(pair) for pair in zip(values, points, strict=True)]
    return {"scale": {"linear": pairs} if kind == "linear" else {"steps": pairs, "below": below}}


@st.composite
def _measures(draw: st.DrawFn, groups: list[str], *, monotone: bool) -> list[dict[str, Any]]:
    measures = []
    homes = [
        *groups,
        *draw(st.lists(st.sampled_from(["", *groups]), min_size=0 if groups else 1, max_size=3)),
    ]
    for position, within in enumerate(homes):
        measure: dict[str, Any] = {"id": f"m{position}", "weight": draw(_weights)}
        measure |= {"within": within} if within else {}
        measure |= draw(_scales(monotone=monotone))
        measure |= draw(st.sampled_from([{}, {}, {"least_n": 10}, {"owed_by": "provider"}]))
        measure |= {"live": False} if draw(st.integers(0, 9)) == 0 else {}
        measures.append(measure)
    return measures


@st.composite
def _groups(draw: st.DrawFn) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = []
    for position in range(draw(st.integers(0, 3))):
        group: dict[str, Any] = {"id": f"g{position}"}
        group |= {"weight": draw(_weights)} if draw(st.booleans()) else {}
        group |= {"aggregate": "sum"} if draw(st.integers(0, 5)) == 0 else {}
        within = draw(st.sampled_from(["", *(each["id"] for each in groups)]))
        groups.append(group | ({"within": within} if within else {}))
    return groups


@st.composite
def _limiters(
    draw: st.DrawFn, measures: list[dict[str, Any]], bands: list[str], *, caps: bool
) -> list[dict[str, Any]]:
    limiters = []
    for _ in range(draw(st.integers(0, 2))):
        effect = "cap" if caps else draw(st.sampled_from(["cap", "cap", "set"]))
        when: dict[str, Any] = {"event": "notice", "open": True}
        if not caps and draw(st.booleans()):
            compared = draw(st.sampled_from(["below", "at_most", "at_least", "above", "is"]))
            when = {"measure": draw(st.sampled_from(measures))["id"], compared: draw(_shares)}
        limiters.append({effect: draw(st.sampled_from(bands)), "when": when, "because": "made up"})
    return limiters


_policies = st.sampled_from(["bounds", "interval", "leave_out", "renormalise"])


@st.composite
def frameworks(draw: st.DrawFn, *, default_policies: bool = False) -> str:
    """Draw a framework; with `default_policies` one under which the guarantee of absence stands."""
    groups = draw(_groups())
    measures = draw(_measures([group["id"] for group in groups], monotone=default_policies))
    bands = list(BANDS[: draw(st.integers(2, 4))])
    cuts = sorted(draw(st.sets(st.sampled_from([20, 50, 62.5, 65, 74, 80, 85]), min_size=3, max_size=3)))[
        ::-1
    ]
    parts = HEAD | {
        "least_coverage": draw(st.sampled_from([0, 0.3, 0.6, 1])),
        "open": draw(st.sampled_from(["not_rated", "lowest"])),
        "group": groups,
        "measure": measures,
        "band": [
            {"name": name}
            if name == bands[-1]
            else {"name": name, draw(st.sampled_from(["at_least", "above"])): cut}
            for name, cut in zip(bands, [*cuts, 0], strict=False)
        ],
        "limiter": draw(_limiters(measures, bands, caps=default_policies)),
    }
    if not default_policies:
        parts["missing"] = {state: draw(_policies) for state in draw(st.sets(st.sampled_from(ABSENT_STATES)))}
        if draw(st.booleans()):
            parts["missing"]["not_submitted"] = {"policy": "zero", "clause": "12.3"}
    tables = {key: parts.pop(key, []) for key in ("rating_scale", "group", "measure", "band", "limiter")}
    return file_of(parts, tables)


@st.composite
def _cells(draw: st.DrawFn) -> Cell:
    n = draw(st.integers(1, 30))
    count = draw(st.integers(0, n))
    if draw(st.integers(0, 3)) > 0:
        return Cell("present", Fraction(count / n), n, count)
    return Cell(draw(st.sampled_from(ABSENT_STATES)), n=n, count=count, flags=draw(st.sampled_from([0, 2])))


@st.composite
def markets(draw: st.DrawFn, *, default_policies: bool = False, most: int = 12) -> Market:
    """Draw a framework with the measures of some services; a fact is 0, 1 or not known."""
    framework = draw(frameworks(default_policies=default_policies))
    rows = []
    for _ in range(draw(st.integers(1, most))):
        row = {name: draw(_cells()) for name in measure_ids(framework)}
        if "notice" in row:
            row["notice"] = draw(
                st.sampled_from([Cell("present", Fraction(0)), Cell("present", Fraction(1)), Cell("unknown")])
            )
        rows.append(row)
    return Market(framework, rows)


def rows_of(rows: list[Row]) -> list[str]:
    """Name the services of some rows."""
    return [f"S{position:05}" for position in range(len(rows))]


def table_of(rows: list[Row], services: list[str] | None = None) -> dict[str, list[Any]]:
    """Return the measure table of some rows, column by column; shares are divided as doubles."""
    columns: dict[str, list[Any]] = {"service": services or rows_of(rows)}
    for name in rows[0] if rows else ():
        cells = [row[name] for row in rows]
        columns[name] = [float(cell.value) if cell.state == "present" else None for cell in cells]
        columns[f"{name}.state"] = [cell.state for cell in cells]
        if cells[0].n is not None:
            columns[f"{name}.n"] = [cell.n or 0 for cell in cells]
            columns[f"{name}.count"] = [cell.count or 0 for cell in cells]
        columns[f"{name}.flags"] = [cell.flags for cell in cells]
    return columns
