# SPDX-License-Identifier: MIT
"""A measure of one's own beside the library's: hours of training by worker, counted from a table of courses.

The table, the services and the framework are made up.
"""

from __future__ import annotations

from collections import Counter

import vermeil as vm

FRAMEWORK = """
language = 1
id = "own-measure"                    # made up, like all that follows
edition = "2024.1"
published_on = 2024-03-01
effective_from = 2024-04-01
measure = [
    { id = "training_hours", weight = 1, least_n = 10, scale = { linear = [[0, 0], [12, 100]] } },
    { id = "turnover", weight = 1, value = { standard = "turnover" }, direction = "lower" },
]
band = [{ name = "Gold", at_least = 80 }, { name = "Silver", at_least = 60 }, { name = "Bronze" }]
"""
WORKERS = {"P1": 20, "P2": 12, "P3": 6}
COURSES = [("P1", 20, 8), ("P1", 12, 5), ("P2", 6, 16), ("P3", 6, 12)]  # service, workers who came, hours


def training_hours() -> dict[str, list[str | float]]:
    """Count hours of training by worker: any library, or none, may do the counting."""
    hours: Counter[str] = Counter()
    for service, came, length in COURSES:
        hours[service] += came * length
    return {
        "service": list(WORKERS),
        "value": [hours[service] / workers for service, workers in WORKERS.items()],
        "n": list(WORKERS.values()),
    }


def main() -> None:
    """Draw both measures, rate, and show what became of a service with too few workers."""
    evidence = vm.Evidence(
        services={"service": list(WORKERS), "provider": ["A", "A", "B"]},
        workforce={
            "service": list(WORKERS),
            "quarter": ["2024-25 Q3"] * 3,
            "permanent": list(WORKERS.values()),
            "temporary": [0, 0, 0],
            "leavers": [2, 6, 1],
        },
    )
    framework = vm.Framework.parse(FRAMEWORK, "own_measure.py")
    measures = framework.measure(evidence, "2024-25 Q3", own={"training_hours": training_hours()})
    ratings = framework.rate(measures)
    for service in measures.services:
        print(f"{service}: {ratings[service].headline}")
    assert measures.cell("P1", "training_hours")["value"] == 11
    assert measures.cell("P3", "training_hours")["state"] == "too_few"
    assert ratings.to_polars()["band"].to_list() == ["Gold", "Bronze", "Not rated"]


if __name__ == "__main__":
    main()
