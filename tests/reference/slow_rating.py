# SPDX-License-Identifier: MIT
"""A framework evaluated slowly and plainly, in exact fractions, from its text alone.

It shares no code with the library and follows what the framework language says, one service at a time.
Scores are exact until they are put on the grid of 1e-9 on which scores are compared; what takes a logarithm
or a root is worked in 50 digits. It knows every mechanism of an absolute framework but the age of evidence,
which counts from a day that a table has and a service alone has not.
"""

from __future__ import annotations

from collections.abc import Mapping

from slow.bands import Outcome, Service
from slow.text import ABSENT_STATES, Cell, read

__all__ = ["ABSENT_STATES", "Cell", "Outcome", "measure_ids", "rate"]


def measure_ids(text: str) -> list[str]:
    """Return the ids of the measures, of the facts, and of those facts that only conditions ask about."""
    rules = read(text)
    return [each["id"] for each in rules.list_of("measure") + rules.list_of("fact")] + rules.facts


def rate(text: str, cells: Mapping[str, Cell]) -> Outcome:
    """Rate one service; a measure that is not given is unknown."""
    return Service(read(text), cells).outcome()
