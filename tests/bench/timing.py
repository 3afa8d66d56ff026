# SPDX-License-Identifier: MIT
"""What every comparison is made with: timers, runs in turn, and the rows of the table."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROUNDS", "Row", "Timer", "compared", "machine", "show", "timed", "within"]

ROUNDS = 9

Timer = Callable[[], float]


@dataclass(frozen=True)
class Row:
    """One comparison, in seconds, or in the unit that it names."""

    work: str
    ours_s: float
    peer: str
    peer_version: str
    peer_s: float
    ratio: float
    goal: float
    met: bool
    unit: str = "s"


def compared(
    work: str, ours: Timer, peer: Timer, goal: float, peer_name: str, version: str, rounds: int = ROUNDS
) -> Row:
    """Time both in turn; the ratio is the median of the ratios of each turn.

    Each runs twice in its turn and the second time counts: neither pays for the caches that the other
    filled, or for the cores that it left asleep.
    """
    pairs = [(second(ours), second(peer)) for _ in range(rounds)]
    ratio = statistics.median(theirs / own for own, theirs in pairs)
    ours_s, theirs_s = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Row(work, ours_s, peer_name, version, theirs_s, round(ratio, 3), goal, ratio >= goal)


def second(work: Timer) -> float:
    """Return the seconds of the second of two runs."""
    work()
    return work()


def within(work: str, ours: Timer, budget: float, rounds: int = ROUNDS) -> Row:
    """Time ours against a budget in seconds, the second of two runs as `compared` does."""
    taken = statistics.median(second(ours) for _ in range(rounds))
    return Row(work, taken, "budget", "", budget, round(budget / taken, 3), 1.0, taken <= budget)


def timed(work: Callable[[], object]) -> Timer:
    """Return something to call for the seconds that a piece of work takes here."""

    def run() -> float:
        before = time.perf_counter()
        work()
        return time.perf_counter() - before

    return run


def machine() -> str:
    """Describe the machine in a line."""
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    model = next(
        (line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    load = f"{os.getloadavg()[0]:.1f}"
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{model}, {os.cpu_count()} cores, load {load}, {system}"


def show(rows: list[Row]) -> None:
    """Print the table."""
    print(f"\n{'work':52} {'ours':>11} {'peer':>18} {'theirs':>11} {'ratio':>8} {'goal':>6}")
    for row in rows:
        numbers = f"{row.ours_s:9.3g} {row.unit} {row.peer:>18} {row.peer_s:9.3g} {row.unit}"
        numbers += f" {row.ratio:8.3f} {row.goal:6.2f}"
        print(f"{row.work:52} {numbers} {'met' if row.met else 'not met'}")
