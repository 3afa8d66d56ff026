# SPDX-License-Identifier: MIT
"""The tree of one service, added up."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from slow.points import absent_points, all_points, geometric_mean, points, points_between, rounded
from slow.text import NOUGHT, Cell, Ends, Rules, Table, exact, on_grid, seen


@dataclass
class Part:
    """What one child puts into its node; a child that only counts as due for data has no points."""

    weight: Fraction
    ends: Ends | None = None
    live: Fraction = NOUGHT
    known: Fraction = NOUGHT


@dataclass
class Node:
    """What the members of a node come to, before anything is made of their points."""

    parts: list[Part] = field(default_factory=list)
    with_data: list[str] = field(default_factory=list)

    @property
    def due(self) -> Fraction:
        """The weight that divides."""
        return sum((part.weight for part in self.parts if part.ends is not None), NOUGHT)

    @property
    def live(self) -> Fraction:
        """The weight that is live and applies."""
        return sum((part.live for part in self.parts), NOUGHT)

    @property
    def known(self) -> Fraction:
        """The weight with data."""
        return sum((part.known for part in self.parts), NOUGHT)


@dataclass(frozen=True)
class Counted:
    """What a group is to the node around it, and to questions."""

    ends: Ends
    due: bool
    live: bool
    share_known: Fraction
    with_data: int
    absent: bool = False  # members are missing that it needs


class Tree(ABC):
    """One service under one framework."""

    def __init__(self, rules: Rules, cells: Mapping[str, Cell]) -> None:
        """Keep the framework and the cells; a measure that is not given is unknown."""
        self.rules = rules
        self.cells = cells
        self.unweighed = False  # a weight that matters is not known

    @abstractmethod
    def passing(self, node: str, where: Table) -> Ends:
        """Return how many members of a node pass a test, at the least and at the most."""

    @abstractmethod
    def group_bands(self, group: Table, before: Counted) -> tuple[int, int]:
        """Return the lowest and the highest band of a group, as positions from the top."""

    def cell(self, name: str) -> Cell:
        """Return the cell of a measure with the state that counts."""
        return seen(self.rules.measure(name), self.cells.get(name, Cell()))

    def weight(self, owner: Table, *, live: bool) -> Fraction:
        """Return what a measure or a group weighs; 0 where its column does not say."""
        given = owner.get("weight", 1)
        if not isinstance(given, dict):
            return exact(given)
        cell = self.cell(given["column"])
        if cell.state == "present" and cell.value >= 0:
            return cell.value
        self.unweighed |= live and "otherwise" not in given
        return exact(given.get("otherwise", 0))

    def node(self, name: str) -> Node:
        """Add up the members of a node."""
        adds = self.rules.node(name).get("aggregate", "mean") in {"mean", "sum"}
        made = Node()
        measures, groups = self.rules.members(name)
        for measure in measures:
            made.parts.append(self._leaf(measure))
            if self.cell(measure["id"]).state == "present":
                made.with_data.append(measure["id"])
        for group in groups:
            own = self.node(group["id"])
            counted = self.counted(group, own)
            if counted.share_known > 0:
                made.with_data.append(group["id"])
            if adds and _is_plain(group):
                made.parts += own.parts
                continue
            weight = self.weight(group, live=counted.live)
            made.parts.append(
                Part(
                    weight,
                    counted.ends if counted.due else None,
                    weight * counted.live,
                    weight * counted.live * counted.share_known,
                )
            )
        return made

    def score(self, name: str, node: Node) -> Ends:
        """Return the lowest and the highest score of a node, not rounded; 0 where nothing counts."""
        rule = self.rules.node(name)
        parts = [(part.weight, part.ends) for part in node.parts if part.ends is not None]
        aggregate = rule.get("aggregate", "mean")
        if node.due == 0:
            return NOUGHT, NOUGHT
        if aggregate == "count":
            return self.passing(name, rule["where"])
        if aggregate == "spread":
            return _spread([ends for _, ends in parts])
        weighed = [(weight, ends) for weight, ends in parts if weight > 0]
        low, high = (_joined(aggregate, [(weight, ends[end]) for weight, ends in weighed]) for end in (0, 1))
        return low, high

    def before_bands(self, group: Table, node: Node) -> Counted:
        """Return what a group comes to before its own bands."""
        ends = self.score(group["id"], node)
        if "round" in group:
            ends = rounded(ends[0], group["round"]), rounded(ends[1], group["round"])
        share = node.known / node.live if node.live > 0 else NOUGHT
        due, live, members = node.due > 0, node.live > 0, len(node.with_data)
        if not due:
            return Counted(ends, due, live, share, members)
        if not has_members(group, node):
            policy = self.rules.policy("too_few")
            leaves = policy == "leave_out"
            return Counted(
                all_points(self.rules, group) if "scale" in group else self._reach(group["id"]),
                not leaves and policy != "renormalise",
                live and not leaves,
                NOUGHT,
                members,
                absent=True,
            )
        if "scale" in group:
            low, high = (Fraction(float(on_grid(end))) for end in ends)
            ends = points_between(self.rules, group, low, high)
        return Counted(ends, due, live, share, members)

    def counted(self, group: Table, node: Node) -> Counted:
        """Return what a group counts as: the points of its bands where they have some."""
        made = self.before_bands(group, node)
        if not (_has_points(group) and made.due):
            return made
        lowest, highest = self.group_bands(group, made)
        earned = [exact(band["points"]) for band in group["band"][highest : lowest + 1]]
        ends = min(earned), max(earned)
        return Counted(ends, made.due, made.live, made.share_known, made.with_data, made.absent)

    def _leaf(self, measure: Table) -> Part:
        cell = self.cell(measure["id"])
        policy = "" if cell.state == "present" else self.rules.policy(cell.state)
        weight = self.weight(measure, live=policy != "leave_out")
        if cell.state == "present":
            earned = points(self.rules, measure, cell.value)
            return Part(weight, (earned, earned), weight, weight)
        if policy == "leave_out":
            return Part(weight)
        if policy == "renormalise":
            return Part(weight, None, weight)
        return Part(weight, absent_points(self.rules, measure, cell), weight)

    def _reach(self, name: str) -> Ends:
        """Return what the score of a node can be, whatever its members hold and whichever of them count."""
        measures, groups = self.rules.members(name)
        ends = [(each, all_points(self.rules, each)) for each in measures]
        ends += [(each, self._counted_range(each)) for each in groups]
        aggregate = self.rules.node(name).get("aggregate", "mean")
        if aggregate == "count":
            return NOUGHT, Fraction(len(ends))
        if aggregate == "sum":
            weighed = [(_greatest_weight(each), low, high) for each, (low, high) in ends]
            return (
                sum((min(NOUGHT, weight * low) for weight, low, _ in weighed), NOUGHT),
                sum((max(NOUGHT, weight * high) for weight, _, high in weighed), NOUGHT),
            )
        low, high = min(low for _, (low, _) in ends), max(high for _, (_, high) in ends)
        return (NOUGHT, high - low) if aggregate == "spread" else (low, high)

    def _counted_range(self, group: Table) -> Ends:
        if _has_points(group):
            earned = [exact(band["points"]) for band in group["band"]]
            return min(earned), max(earned)
        return all_points(self.rules, group) if "scale" in group else self._reach(group["id"])


def has_members(rule: Table, node: Node) -> bool:
    """Whether a node has the members that it needs."""
    enough = len(node.with_data) >= rule.get("least_members", 0)
    return enough and set(rule.get("required", [])) <= set(node.with_data)


def _greatest_weight(owner: Table) -> Fraction:
    """Return a weight; the greatest that a file may name where it is that of the service."""
    weight = owner.get("weight", 1)
    return Fraction(10**6) if isinstance(weight, dict) else exact(weight)


def _has_points(group: Table) -> bool:
    return bool(group.get("band")) and "points" in group["band"][0]


def _is_plain(group: Table) -> bool:
    """Whether a group counts as if its members stood in the node around it."""
    own = ("weight", "round", "scale", "least_members", "required")
    return (
        group.get("aggregate", "mean") == "mean"
        and not any(key in group for key in own)
        and not _has_points(group)
    )


def _joined(aggregate: str, parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    if aggregate in {"minimum", "maximum"}:
        earned = [each for _, each in parts]
        return min(earned) if aggregate == "minimum" else max(earned)
    if aggregate == "geometric":
        return geometric_mean(parts)
    total = sum((weight * earned for weight, earned in parts), NOUGHT)
    return total if aggregate == "sum" else total / sum(weight for weight, _ in parts)


def _spread(parts: list[Ends]) -> Ends:
    """Return the least spread, all as close to one point as they can be, and the most between two of them."""
    closest = []
    for point in {end for ends in parts for end in ends}:
        close = [min(max(point, low), high) for low, high in parts]
        closest.append(max(close) - min(close))
    apart = [one[1] - other[0] for i, one in enumerate(parts) for j, other in enumerate(parts) if i != j]
    return min(closest), max([NOUGHT, *apart])
