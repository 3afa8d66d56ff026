# SPDX-License-Identifier: MIT
"""A framework as its text says it, and the cells of a service as exact numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

ABSENT_STATES = (
    "not_submitted",
    "too_few",
    "not_applicable",
    "not_yet_live",
    "not_yet_inspected",
    "suppressed",
    "unknown",
)
LATE, CHASED, QUARTER_OLD = 1, 2, 8
Table = dict[str, Any]
Ends = tuple[Fraction, Fraction]
NOUGHT = Fraction(0)


@dataclass(frozen=True)
class Cell:
    """One measure of one service; ``value`` is exact, and means nothing unless the state is ``present``."""

    state: str = "unknown"
    value: Fraction = Fraction(0)
    n: int | None = None
    count: int | None = None
    flags: int = 0


def exact(number: float) -> Fraction:
    """Return the number that a file says, as a double holds it."""
    return Fraction(float(number))


def on_grid(score: Fraction) -> Fraction:
    """Round to a whole number of 1e-9, halves to even."""
    return Fraction(round(score * 10**9), 10**9)


@dataclass(frozen=True)
class Rules:
    """A framework file, with the facts that only its conditions ask about."""

    text: Table
    facts: list[str] = field(default_factory=list)

    def list_of(self, key: str) -> list[Table]:
        """Return the tables written one after the other under a key."""
        tables: list[Table] = self.text.get(key, [])
        return tables

    def policy(self, state: str) -> str:
        """Return the name of the policy for an absence; one of earlier quarters finds none in a table."""
        default = "leave_out" if state in {"not_applicable", "not_yet_live"} else "bounds"
        given = self.text.get("missing", {}).get(state, default)
        name = str(given["policy"] if isinstance(given, dict) else given)
        return "bounds" if name == "carry_forward" else name

    def measure(self, name: str) -> Table:
        """Return the measure or fact of that id; nothing for one that only conditions ask about."""
        every = self.list_of("measure") + self.list_of("fact")
        return next((each for each in every if each["id"] == name), {})

    def group(self, name: str) -> Table:
        """Return the group of that id."""
        return next(each for each in self.list_of("group") if each["id"] == name)

    def node(self, name: str) -> Table:
        """Return a group, or for no name what the top of the file says of the whole."""
        return self.group(name) if name else self.text

    def members(self, node: str) -> tuple[list[Table], list[Table]]:
        """Return the measures and the groups that stand in a node."""
        measures, groups = (
            [each for each in self.list_of(key) if each.get("within", "") == node]
            for key in ("measure", "group")
        )
        return measures, groups

    def words(self, measure: Table) -> list[str]:
        """Return the words that a measure may hold, the best first; none where it holds numbers."""
        value = measure.get("value", {})
        if "words" in value:
            return list(value["words"])
        if "rating" not in value:
            return []
        read_on = value.get("as", value["rating"])
        return next(list(each["words"]) for each in self.list_of("rating_scale") if each["id"] == read_on)

    def asked(self, when: Table) -> str:
        """Return the measure that holds what a condition asks about; a new fact where there is none."""
        if "measure" in when:
            return str(when["measure"])
        wanted = {key: when[key] for key in ("event", "open", "days", "rating") if key in when}
        for measure in self.list_of("measure") + self.list_of("fact"):
            if measure.get("value") == wanted:
                return str(measure["id"])
        name = str(when.get("event") or when["rating"])
        if name not in self.facts:
            self.facts.append(name)
        return name


def read(text: str) -> Rules:
    """Read a framework, and note the facts that only its weights name and its conditions ask about."""
    rules = Rules(tomllib.loads(text))
    for owner in rules.list_of("measure") + rules.list_of("group"):
        column = owner["weight"]["column"] if isinstance(owner.get("weight"), dict) else ""
        if column and not rules.measure(column) and column not in rules.facts:
            rules.facts.append(column)
    for when in _conditions(rules):
        if "event" in when or "rating" in when:
            rules.asked(when)
    return rules


def _conditions(rules: Rules) -> Iterator[Table]:
    nodes = [*rules.list_of("group"), rules.text]
    stack = [
        each["when"]
        for node in nodes
        for each in [*node.get("band", []), *node.get("limiter", [])]
        if "when" in each
    ]
    while stack:
        when = stack.pop(0)
        yield when
        stack += [part for how in ("all", "any", "none") for part in when.get(how, [])]


def seen(measure: Table, cell: Cell) -> Cell:
    """Return the cell with the state that counts: planned measures and small bases say nothing."""
    if not measure.get("live", True):
        return replace(cell, state="not_yet_live")
    if cell.state == "present" and cell.n is not None and cell.n < measure.get("least_n", 0):
        return replace(cell, state="too_few")
    return cell
