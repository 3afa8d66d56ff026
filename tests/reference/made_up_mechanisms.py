# SPDX-License-Identifier: MIT
"""Made-up frameworks with every mechanism of an absolute framework, each the same for one seed."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from made_up_frameworks import BANDS, HEAD, Market, file_of, table_of
from slow_rating import ABSENT_STATES, Cell, measure_ids

__all__ = ["market", "worded_table"]

Table = dict[str, Any]
COMPARISONS = ("below", "at_most", "at_least", "above", "is")
AGGREGATES = ("mean", "mean", "mean", "sum", "minimum", "maximum", "geometric", "spread", "count")
WORDS = ("Good", "Fair", "Poor")
WORD_SCALE = {"id": "words", "words": list(WORDS)}


def market(seed: int, services: int = 6) -> Market:
    """Make up a framework and the measures of some services."""
    maker = Maker(random.Random(seed))
    text = maker.framework()
    return Market(text, [{name: maker.cell(name) for name in measure_ids(text)} for _ in range(services)])


def worded_table(made: Market) -> dict[str, list[Any]]:
    """Return the measure table of a market, in which ratings stand as words."""
    columns = table_of(made.rows)
    for measure in tomllib.loads(made.framework)["measure"]:
        if "value" in measure:
            cells = columns[measure["id"]]
            columns[measure["id"]] = [None if cell is None else WORDS[int(cell) - 1] for cell in cells]
    return columns


class Maker:
    """Draws the parts of one framework, and cells that its scales know."""

    def __init__(self, chance: random.Random) -> None:
        """Draw from that source of chance alone."""
        self.chance = chance
        self.groups: list[Table] = []
        self.measures: list[Table] = []
        self.facts: list[Table] = []
        self.bands: list[Table] = []
        self.top: Table = {}

    def framework(self) -> str:
        """Return the text of a framework."""
        self._tree()
        self.bands = self._bands()
        for group in self.groups:
            if "band" in group:
                self._conditions_for_cuts(group["band"], group)
                group["limiter"] = self._limiters(group, group["band"], most=2)
        self._conditions_for_cuts(self.bands, None)
        for node, name in ((self.top, ""), *((group, group["id"]) for group in self.groups)):
            if node.get("aggregate") == "count":
                node["where"] = self._test(name)
        limiters = self._limiters(None, self.bands, most=4)
        top = HEAD | self.top | {"missing": self._missing()}
        top["least_coverage"] = self.chance.choice([0, 0.3, 0.6, 1])
        top["higher_is"] = self.chance.choice(["better", "better", "worse"])
        top["open"] = self.chance.choice(["not_rated", "lowest"])
        parts = {"rating_scale": [WORD_SCALE], "group": self.groups, "measure": self.measures}
        return file_of(top, parts | {"fact": self.facts, "band": self.bands, "limiter": limiters})

    def cell(self, name: str) -> Cell:
        """Return a cell for a measure or a fact."""
        measure = next((each for each in self.measures if each["id"] == name), {})
        n = self.chance.choice([0, 5, 9, 10, 12, 30])
        count = self.chance.randint(0, n)
        flags = self.chance.choice([0, 0, 1, 2, 3, 8, 16])
        if self.chance.random() < 0.25:
            return Cell(self.chance.choice(ABSENT_STATES), n=n, count=count, flags=flags)
        return Cell("present", self._value(measure, n, count), n, count, flags & ~2)

    def _value(self, measure: Table, n: int, count: int) -> Fraction:
        if "value" in measure:
            return Fraction(self.chance.randint(1, len(WORDS)))
        scale = measure.get("scale", {})
        knots = [value for value, _ in scale.get("linear") or scale.get("steps") or []]
        if n and self.chance.random() < 0.5:
            return Fraction(count / n)
        return Fraction(float(self.chance.choice([*knots, 0, 1, 0.5, round(self.chance.random(), 3)])))

    def _tree(self) -> None:
        for position in range(self.chance.randint(0, 4)):
            within = self.chance.choice(["", *(each["id"] for each in self.groups)])
            group: Table = {"id": f"g{position}"} | ({"within": within} if within else {})
            self.groups.append(group | self._node() | self._maybe(0.5, weight=self._own_weight()))
        homes = [each["id"] for each in self.groups]
        homes += [self.chance.choice(["", *homes]) for _ in range(self.chance.randint(1, 4))]
        for position, within in enumerate(homes):
            measure: Table = {"id": f"m{position}", "weight": self._own_weight()}
            measure |= {"within": within} if within else {}
            self.measures.append(measure | self._measure())
        for position in range(self.chance.randint(0, 2)):
            self.facts.append({"id": f"f{position}"} | self._maybe(0.3, least_n=10))
        self.top = self._node()
        nodes = [self.top, *self.groups]
        no_negative = any(node.get("aggregate") == "geometric" for node in nodes)
        for group in self.groups:
            group |= self._maybe(0.2, scale=self._steps_or_line(rising=True))
            if self.chance.random() < 0.4:
                group["band"] = self._bands(points=self.chance.random() < 0.5)
        for node, name in ((self.top, ""), *((group, group["id"]) for group in self.groups)):
            node |= self._presence(name)
        if no_negative:
            _lift([*self.groups, *self.measures])

    def _node(self) -> Table:
        aggregate = self.chance.choice(AGGREGATES)
        half = self.chance.choice(["up", "even"])
        to = self.chance.choice([{"decimals": 0}, {"decimals": 1}, {"to": 0.5}, {"to": 5}])
        return {"aggregate": aggregate} | self._maybe(0.25, round={"half": half} | to)

    def _presence(self, node: str) -> Table:
        members = self._members(node)
        least = self.chance.randint(1, len(members))
        return self._maybe(0.2, least_members=least) | self._maybe(
            0.2, required=[self.chance.choice(members)]
        )

    def _measure(self) -> Table:
        made: Table = self._maybe(0.3, least_n=10) | self._maybe(0.3, owed_by="provider")
        made |= self._maybe(0.08, live=False)
        kind = self.chance.choice(["higher", "lower", "words", "inverse", "scale", "scale"])
        if kind in {"higher", "lower"}:
            return made | {"direction": kind}
        if kind == "words":
            points = {word: self._points() for word in WORDS}
            return made | {"value": {"rating": "words"}, "scale": {"words": points}}
        if kind == "inverse":
            return made | {"scale": {"inverse": [self.chance.choice([0.2, 0.5, 1]), abs(self._points())]}}
        return made | {"scale": self._steps_or_line(rising=False)}

    def _steps_or_line(self, *, rising: bool) -> Table:
        most = 100 if rising else 1
        values = sorted(self.chance.sample([0, 0.1, 0.25, 0.333, 0.5, 0.7, 0.75, 0.9, 1], 3))
        points = [self._points() for _ in values]
        pairs = [[most * value, earned] for value, earned in zip(values, points, strict=True)]
        if self.chance.random() < 0.5:
            return {"linear": pairs}
        return {"steps": pairs, "below": self._points()} | self._maybe(0.4, edge="passed")

    def _bands(self, *, points: bool = False) -> list[Table]:
        cuts = sorted(self.chance.sample([0, 1, 2, 20, 50, 62.5, 65, 74, 80], self.chance.randint(1, 3)))[
            ::-1
        ]
        bands: list[Table] = [
            {"name": name, self.chance.choice(["at_least", "above"]): cut}
            for name, cut in zip(BANDS, cuts, strict=False)
        ]
        bands.append({"name": "Rest"})
        return [band | {"points": self._points()} for band in bands] if points else bands

    def _conditions_for_cuts(self, bands: list[Table], group: Table | None) -> None:
        for band in bands[:-1]:
            if self.chance.random() < 0.15:
                band.pop("at_least", None)
                band.pop("above", None)
                band["when"] = self._condition(group, banded=False)

    def _limiters(self, group: Table | None, bands: list[Table], most: int) -> list[Table]:
        made = []
        for _ in range(self.chance.randint(0, most)):
            effect = self.chance.choice(
                ["cap", "cap", "set", "floor", "up", "down", "at_most_up", "withhold"]
            )
            if effect == "withhold" and (group is not None or self.chance.random() < 0.6):
                effect = "cap"
            named = self.chance.choice(bands)["name"]
            value = (
                named
                if effect in {"cap", "set", "floor"}
                else effect == "withhold" or self.chance.randint(1, 2)
            )
            always = effect == "at_most_up" and self.chance.random() < 0.5
            when = {} if always else {"when": self._condition(group, banded=True)}
            made.append({effect: value} | when | {"because": "made up"})
        return made

    def _condition(self, group: Table | None, *, banded: bool, depth: int = 0) -> Table:
        roll = self.chance.random()
        if depth < 2 and roll < 0.3:
            how = self.chance.choice(["all", "any", "none"])
            count = self.chance.randint(1, 3)
            return {how: [self._condition(group, banded=banded, depth=depth + 1) for _ in range(count)]}
        if roll < 0.4:
            return {"event": "notice", "open": True}
        node = self.chance.choice(self._nodes(group))
        if roll < 0.55:
            number = {self.chance.choice(COMPARISONS): self.chance.randint(0, 3)}
            return {"count": node or "whole", "where": self._test(node)} | number
        if roll < 0.75:
            return self._about_node(node, own=node == ("" if group is None else group["id"]), banded=banded)
        return self._about_measure(self._nodes(group))

    def _about_node(self, node: str, *, own: bool, banded: bool) -> Table:
        subject: Table = {"group": node or "whole"}
        bands = self.bands if not node else self._find(node).get("band", [])
        if bands and (banded or not own) and self.chance.random() < 0.5:
            return subject | self._word([band["name"] for band in bands])
        subject |= self._maybe(0.4, of=self.chance.choice(["n", "coverage"]))
        number = self._threshold() if "of" not in subject else self.chance.choice([0, 0.5, 1, 2])
        return subject | {self.chance.choice(COMPARISONS): number}

    def _about_measure(self, nodes: Sequence[str]) -> Table:
        measure = self.chance.choice([*self.measures, *self.facts])
        subject: Table = {"measure": measure["id"]}
        if "value" in measure and self.chance.random() < 0.5:
            return subject | self._word(list(WORDS))
        subject |= self._maybe(0.4, of=self.chance.choice(["n", "lower", "upper", "late", "quarters_old"]))
        other: Any = self._threshold()
        if self.chance.random() < 0.3:
            other = self.chance.choice(
                [
                    {"measure": self.chance.choice(self.measures)["id"]},
                    {"group": self.chance.choice(nodes) or "whole"},
                ]
            )
        elif subject.get("of") == "n":
            other = self.chance.choice([9, 10, 12])
        return subject | {self.chance.choice(COMPARISONS): other}

    def _word(self, words: list[str]) -> Table:
        """Compare with a word that leaves something to be worse or better."""
        if len(words) < 3:
            return {"is": self.chance.choice(words)}
        return self.chance.choice([{"is": words[0]}, {"worse_than": words[1]}, {"better_than": words[1]}])

    def _test(self, node: str) -> Table:
        members = [each for each in [*self.measures, *self.groups] if each.get("within", "") == node]
        if all("value" in each for each in members):
            return self._word(list(WORDS))
        if self.chance.random() < 0.2:
            return {"of": "n", self.chance.choice(COMPARISONS): self.chance.choice([0, 1, 2, 10])}
        return {self.chance.choice(COMPARISONS): self._threshold()}

    def _missing(self) -> Table:
        policies = ["bounds", "interval", "leave_out", "renormalise"]
        states = [state for state in ABSENT_STATES if self.chance.random() < 0.4]
        made: Table = {state: self.chance.choice(policies) for state in states}
        return made | self._maybe(0.3, not_submitted={"policy": "zero", "clause": "12.3"})

    def _nodes(self, group: Table | None) -> list[str]:
        """Return the nodes that a group's rules may ask about, or those of the whole."""
        if group is None:
            return ["", *(each["id"] for each in self.groups)]
        inside = [group["id"]]
        inside += [each["id"] for each in self.groups if each.get("within") in inside]
        return inside

    def _members(self, node: str) -> list[str]:
        return [each["id"] for each in [*self.measures, *self.groups] if each.get("within", "") == node]

    def _find(self, name: str) -> Table:
        return next(each for each in self.groups if each["id"] == name)

    def _points(self) -> float:
        return self.chance.choice([0, 100, 50, 80, 65, 33.3, 0.1, 1, 2, -20])

    def _weight(self) -> float:
        return self.chance.choice([1, 2, 3, 4, 0.5, 12, 0.1, 33.3])

    def _own_weight(self) -> float | Table:
        """Return a number, or now and then a column of the services' own weights."""
        column = {"column": "beds"} | self._maybe(0.5, otherwise=self.chance.choice([0, 1, 2]))
        return column if self.chance.random() < 0.08 else self._weight()

    def _threshold(self) -> float:
        return self.chance.choice([0, 0.5, 0.75, 1, 2, 50, 65, 80, 33.3])

    def _maybe(self, probability: float, **entries: object) -> Table:
        return entries if self.chance.random() < probability else {}


def _lift(nodes: list[Table]) -> None:
    """Turn points below 0 round, of which a geometric mean has none."""
    for node in nodes:
        scale = node.get("scale", {})
        for pair in [*scale.get("linear", []), *scale.get("steps", [])]:
            pair[1] = abs(pair[1])
        scale |= {"below": abs(scale["below"])} if "below" in scale else {}
        for word, points in scale.get("words", {}).items():
            scale["words"][word] = abs(points)
        for band in node.get("band", []):
            band |= {"points": abs(band["points"])} if "points" in band else {}
