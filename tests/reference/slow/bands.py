# SPDX-License-Identifier: MIT
"""Bands and the limiters over them, and what stands in the end."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from fractions import Fraction

from slow.questions import Asker, Questions, Side, compare
from slow.text import NOUGHT, Table, exact, on_grid
from slow.tree import Counted, has_members

Bands = tuple[int, int]


@dataclass(frozen=True)
class Outcome:
    """What the rules make of one service; scores and coverage lie on the grid."""

    band: str
    lowest: str
    highest: str
    lowest_score: Fraction
    highest_score: Fraction
    coverage: Fraction
    reason: str


class Service(Questions):
    """One service, and what the rules make of it."""

    def group_bands(self, group: Table, before: Counted) -> Bands:
        """Return the lowest and the highest band of a group after its limiters, as positions from the top."""
        bands = group["band"]
        asker = Asker(group["id"], before)
        if before.absent:
            ends = (len(bands) - 1, 0)
        else:
            ends = self._first_met(asker, bands, Side(*before.ends, before.due))
        return self._limited(asker, group, ends)[0]

    def outcome(self) -> Outcome:
        """Rate the service."""
        text = self.rules.text
        node = self.node("")
        low, high = self.score_of_whole(node)
        coverage = on_grid(node.known / node.live) if node.live > 0 else NOUGHT
        cut = self._cut(Side(low, high, node.due > 0))
        (lowest, highest), fired = self._limited(Asker(), text, cut)
        one = lowest == highest
        certain = [limiter for limiter, fires in fired if fires]
        if any("withhold" in limiter for limiter, fires in fired if fires is not False):
            reason = "withheld"
        elif one and any("set" in limiter for limiter in certain):
            reason = "decided"
        elif node.due == 0:
            reason = "nothing_applicable"
        elif not has_members(text, node):
            reason = "members"
        elif coverage < on_grid(exact(text.get("least_coverage", 0.6))):
            reason = "coverage"
        else:
            reason = "decided" if one else "open"
        names = [band["name"] for band in text["band"]]
        if self.unweighed:
            return Outcome("Not rated", names[-1], names[0], low, high, NOUGHT, "weight")
        stands = reason == "decided" or (reason == "open" and text.get("open") == "lowest")
        worse = lowest if text.get("higher_is", "better") == "better" else highest
        band = names[worse] if stands else "Not rated"
        return Outcome(band, names[lowest], names[highest], low, high, coverage, reason)

    def _cut(self, score: Side) -> Bands:
        """Return the bands of the whole; cuts alone band even a score in which nothing counts."""
        bands = self.rules.text["band"]
        if any("when" in band for band in bands):
            return self._first_met(Asker(), bands, score)
        return self._first_met(Asker(), bands, replace(score, applies=True))

    def _first_met(self, asker: Asker, bands: list[Table], score: Side) -> Bands:
        met = []
        for band in bands[:-1]:
            if "when" in band:
                met.append(self.answer(asker, band["when"]))
            else:
                key = "at_least" if "at_least" in band else "above"
                cut = exact(band[key])
                met.append(compare(score, key, Side(cut, cut)))
        lowest = next((i for i, answer in enumerate(met) if answer), len(met))
        highest = next((i for i, answer in enumerate(met) if answer is not False), len(met))
        return lowest, highest

    def _limited(
        self, asker: Asker, node: Table, first: Bands
    ) -> tuple[Bands, list[tuple[Table, bool | None]]]:
        """Apply limiters in every world in which the unknown ones fire or do not."""
        names = [band["name"] for band in node["band"]]
        fired: list[tuple[Table, bool | None]] = []
        ends = first
        for limiter in node.get("limiter", []):
            when = limiter.get("when", {"none": []})
            fired.append((limiter, self.answer(replace(asker, bands=ends), when)))
            worlds = [
                [each for each, fires in zip(fired, world, strict=True) if fires]
                for world in itertools.product(
                    *([True, False] if fires is None else [fires] for _, fires in fired)
                )
            ]
            ends = (
                max(_after(names, [each for each, _ in world], first[0]) for world in worlds),
                min(_after(names, [each for each, _ in world], first[1]) for world in worlds),
            )
        return ends, fired


def _after(names: list[str], limiters: list[Table], first: int) -> int:
    """Return the band after limiters that all fire, one after the other."""
    band = first
    for limiter in limiters:
        if "cap" in limiter:
            band = max(band, names.index(limiter["cap"]))
        elif "set" in limiter:
            band = names.index(limiter["set"])
        elif "floor" in limiter:
            band = min(band, names.index(limiter["floor"]))
        elif "up" in limiter:
            band = max(band - limiter["up"], 0)
        elif "down" in limiter:
            band = min(band + limiter["down"], len(names) - 1)
        elif "at_most_up" in limiter:
            band = max(band, first - limiter["at_most_up"])
    return band
