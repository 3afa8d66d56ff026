# SPDX-License-Identifier: MIT
"""A slow and plain reference of how facts become points: fact by fact, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Asked", "Known", "points_of"]


@dataclass(frozen=True)
class Known:
    """One event or rating of a service, with what the evidence says of it."""

    kind: str
    began: date
    ended: date | None = None
    known: date | None = None
    incident: str = ""
    review: str = ""
    concluded: date | None = None
    expires: date | None = None
    entered: date | None = None
    word: int = 0

    def is_usable(self, day: date) -> bool:
        """Whether it was known, entered and not expired on a day."""
        first = max(self.known or self.began, self.entered or date.min)
        return first <= day and (self.expires is None or day <= self.expires)

    def counts(self, day: date) -> bool:
        """Whether it was a fact on that day."""
        found = self.review == "" or (self.review == "upheld" and (self.concluded or self.began) <= day)
        return self.is_usable(day) and found

    def since(self) -> date:
        """Give the day from which it is a finding."""
        return self.concluded if self.review == "upheld" and self.concluded else self.began


@dataclass(frozen=True)
class Asked:
    """One indicator: which facts it asks about and the points of its value."""

    id: str
    kind: str
    points: Callable[[float], float]
    how: str
    days: int = 0
    half_life: int = 0

    def weight(self, since: date, day: date) -> float:
        """Give what a fact still weighs."""
        return 0.5 ** ((day - since).days / self.half_life) if self.half_life else 1.0

    def uses(self, facts: list[Known], day: date) -> list[tuple[Known, float]]:
        """Give the facts that count, and what each weighs."""
        own = [fact for fact in facts if fact.kind == self.kind]
        if self.how == "rating":
            seen = [each for each in own if each.began <= day and (each.known or each.began) <= day]
            latest = max(seen, key=lambda each: (each.began, each.word), default=None)
            return [] if latest is None else [(latest, self.weight(latest.began, day))]
        if self.how == "open":
            stand = [each for each in own if each.counts(day) and each.began <= day <= (each.ended or day)]
            return [(each, self.weight(each.began, day)) for each in stand]
        return [
            (each, self.weight(each.since(), day))
            for each in own
            if each.counts(day) and 0 <= (day - each.since()).days < self.days
        ]

    def alone(self, fact: Known, weight: float) -> float:
        """Give what one fact would earn by itself."""
        if self.how == "count":
            return self.points(weight)
        return weight * self.points(fact.word if self.how == "rating" else 1)

    def earned(self, uses: list[tuple[Known, float]]) -> float:
        """Give the points of those that count."""
        if self.how == "count":
            return self.points(sum(weight for _, weight in uses))
        if not uses:
            return 0.0 if self.how == "rating" else self.points(0)
        return max(self.alone(fact, weight) for fact, weight in uses)


def points_of(indicators: list[Asked], facts: list[Known], day: date) -> float:
    """Give the points of one service on a day: of each incident only the fact that would earn most counts."""
    uses = {asked.id: asked.uses(facts, day) for asked in indicators}
    incidents = {fact.incident for fact in facts if fact.incident}
    for incident in incidents:
        rivals = [
            (round(asked.alone(fact, weight), 9), -place, weight, asked.id, fact)
            for place, asked in enumerate(indicators)
            for fact, weight in uses[asked.id]
            if fact.incident == incident
        ]
        if not rivals:
            continue
        _, _, _, winner, kept = max(rivals, key=lambda rival: rival[:3])
        taken = False
        for asked in indicators:
            left = []
            for fact, weight in uses[asked.id]:
                is_kept = asked.id == winner and fact == kept and not taken
                taken = taken or is_kept
                if fact.incident != incident or is_kept:
                    left.append((fact, weight))
            uses[asked.id] = left
    total = 0.0
    for asked in indicators:
        total += asked.earned(uses[asked.id])
    return total
