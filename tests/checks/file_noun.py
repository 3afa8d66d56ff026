# SPDX-License-Identifier: MIT
"""A header holds one noun: 200 lines, 300 at the very most, under 150 on average."""

from __future__ import annotations

from collections.abc import Iterator

from project import Fault, Project

RULE = "file.noun"
WISHED, MOST, MEAN = 200, 300, 150


def check(project: Project) -> Iterator[Fault]:
    """Yield the headers that are too long."""
    lengths = {path: len(project.lines(path)) for path in project.headers}
    for path, length in lengths.items():
        if length > MOST:
            yield Fault(path, MOST + 1, f"{length} lines, at most {MOST}")
        elif length > WISHED:
            yield Fault(path, WISHED + 1, f"{length} lines, {WISHED} are enough for one noun", warning=True)
    if lengths and sum(lengths.values()) >= MEAN * len(lengths):
        yield Fault(
            "include", 0, f"{sum(lengths.values()) / len(lengths):.0f} lines a header, {MEAN} is the limit"
        )
