# SPDX-License-Identifier: MIT
"""The made-up framework and market that the benchmarks rate, and peers in numpy and pandas that rate it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = [
    "MEASURES",
    "Frames",
    "Market",
    "Outcomes",
    "framework_text",
    "large_framework_text",
    "rate_with_numpy",
    "rate_with_pandas",
    "read_outcomes",
    "rising_shares",
]

MEASURES, DOMAINS = 40, 6
GROUP_WEIGHTS = (None, None, None, 5.0, 6.0, 7.0)
GOLD, SILVER = 60.0, 45.0
CAP_BELOW = 0.05
LEFT_OUT = (3, 4)  # not applicable, not yet live
NO_BAND = 255

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]


def weight(measure: int) -> float:
    """Return the weight of a measure."""
    return 1.0 + measure % 4


def framework_text() -> str:
    """Write the framework: 40 measures in six domains, three bands, three caps."""
    parts = [
        'language = 1\nid = "made-up"\nedition = "1"\n',
        "published_on = 2024-01-01\neffective_from = 2024-04-01\n",
        f'[[band]]\nname = "Gold"\nat_least = {GOLD}\n[[band]]\nname = "Silver"\nat_least = {SILVER}\n',
        '[[band]]\nname = "Bronze"\n',
    ]
    for group, own in enumerate(GROUP_WEIGHTS):
        parts.append(f'[[group]]\nid = "g{group}"\n' + (f"weight = {own}\n" if own else ""))
    for measure in range(MEASURES):
        place = f'id = "m{measure}"\nwithin = "g{measure % DOMAINS}"\nweight = {weight(measure)}\n'
        parts.append(f"[[measure]]\n{place}scale = {{ linear = [[0, 0], [1, 100]] }}\n")
    for measure in range(3):
        when = f'when = {{ measure = "m{measure}", below = {CAP_BELOW} }}\n'
        parts.append(f'[[limiter]]\ncap = "Bronze"\n{when}because = "measure {measure} is very low"\n')
    return "\n".join(parts)


def large_framework_text() -> str:
    """Write a framework of 200 measures in ten groups, with twenty caps of two questions each."""
    parts = [
        'language = 1\nid = "made-up"\nedition = "1"\n',
        "published_on = 2024-01-01\neffective_from = 2024-04-01\n",
        '[[band]]\nname = "Gold"\nat_least = 60\n[[band]]\nname = "Bronze"\n',
    ]
    parts += [f'[[group]]\nid = "g{group}"\nweight = 2\n' for group in range(10)]
    for measure in range(200):
        place = f'id = "m{measure}"\nlabel = "Measure {measure}"\nwithin = "g{measure % 10}"\n'
        rest = f'weight = {weight(measure)}\nleast_n = 10\nstandards = ["cqc-2010:1"]\n'
        parts.append(f"[[measure]]\n{place}{rest}scale = {{ linear = [[0, 0], [0.5, 40], [1, 100]] }}\n")
    for measure in range(20):
        one, two = (f'{{ measure = "m{m}", below = {CAP_BELOW} }}' for m in (measure, measure + 100))
        parts.append(
            f'[[limiter]]\ncap = "Bronze"\nwhen = {{ all = [{one}, {two}] }}\nbecause = "very low"\n'
        )
    return "\n".join(parts)


def _drawn(first: int, count: int) -> NDArray[np.uint64]:
    """Draw by counter, splitmix64."""
    z = np.arange(first + 1, first + count + 1, dtype=np.uint64)
    z *= np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def rising_shares(count: int) -> Floats:
    """Draw shares and put them in rising order."""
    return np.sort((_drawn(0, count) >> np.uint64(11)).astype(np.float64) * 2.0**-53)


@dataclass(frozen=True)
class Market:
    """Values and states, ``(n_measures, n_services)``; the same numbers as the C++ program draws."""

    value: Floats
    state: Bytes

    @classmethod
    def draw(cls, services: int) -> Market:
        """Draw the market."""
        value = np.empty((MEASURES, services))
        state = np.empty((MEASURES, services), dtype=np.uint8)
        for measure in range(MEASURES):
            z = _drawn(measure * services, services)
            reason = z % np.uint64(100)
            value[measure] = (z >> np.uint64(11)).astype(np.float64) * 2.0**-53
            state[measure] = np.where(reason < 85, np.uint64(0), np.uint64(1) + reason % np.uint64(7))
        return cls(value, state)


@dataclass(frozen=True)
class Outcomes:
    """What the rules make of each service."""

    lowest_score: Floats
    highest_score: Floats
    coverage: Floats
    band: Bytes
    lowest: Bytes
    highest: Bytes

    @classmethod
    def empty(cls, services: int) -> Outcomes:
        """Make room for so many services."""
        low, high, coverage = np.empty((3, services))
        band, lowest, highest = np.empty((3, services), dtype=np.uint8)
        return cls(low, high, coverage, band, lowest, highest)

    def differences(self, other: Outcomes) -> int:
        """Count the cells that differ by more than one step of the grid on which scores are compared.

        The peer adds weights in another order, so the last bit of a sum may differ, and a score half-way
        between two steps may fall on either. Bands may not differ at all.
        """
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return sum(
            int(np.count_nonzero(np.abs(np.subtract(a, b, dtype=np.float64)) > 1.5e-9)) for a, b in pairs
        )

    def steps_apart(self, other: Outcomes) -> int:
        """Count the cells that are not the same to the bit."""
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return sum(int(np.count_nonzero(a != b)) for a, b in pairs)


def read_outcomes(path: Path, services: int) -> Outcomes:
    """Read what the C++ program dumped."""
    raw = path.read_bytes()
    scores = np.frombuffer(raw, dtype=np.float64, count=3 * services).reshape(3, services)
    bands = np.frombuffer(raw, dtype=np.uint8, count=3 * services, offset=24 * services).reshape(3, services)
    return Outcomes(*scores, *bands)


def _snapped(score: Floats) -> Floats:
    return np.rint(score * 1e9) / 1e9


def _points_of_domain(market: Market, rows: slice, domain: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Add up one domain: weighted points at the lowest and highest, weight live, weight known."""
    size = rows.stop - rows.start
    low, high, live, known = np.zeros(size), np.zeros(size), np.zeros(size), np.zeros(size)
    term = np.empty(size)
    for measure in range(domain, MEASURES, DOMAINS):
        own = weight(measure)
        state = market.state[measure, rows]
        present = state == 0
        open_ = ~(present | (state == LEFT_OUT[0]) | (state == LEFT_OUT[1]))
        np.clip(market.value[measure, rows], 0.0, 1.0, out=term)
        term *= 100.0
        term *= own
        term *= present
        low += term
        high += term
        known += np.multiply(present, own, out=term)
        live += term
        high += np.multiply(open_, own * 100.0, out=term)
        live += np.multiply(open_, own, out=term)
    return low, high, live, known


def _rate_block(market: Market, rows: slice, made: Outcomes) -> None:
    size = rows.stop - rows.start
    low, high, live, known = np.zeros(size), np.zeros(size), np.zeros(size), np.zeros(size)
    for domain, own in enumerate(GROUP_WEIGHTS):
        of_low, of_high, of_live, of_known = _points_of_domain(market, rows, domain)
        if own is None:
            low, high, live, known = low + of_low, high + of_high, live + of_live, known + of_known
        else:
            counts = of_live > 0
            divisor = np.where(counts, of_live, 1.0)
            low += own * (of_low / divisor)
            high += own * (of_high / divisor)
            known += own * (of_known / divisor)
            live += own * counts
    divisor = np.where(live > 0, live, 1.0)
    lowest_score, highest_score = _snapped(low / divisor), _snapped(high / divisor)
    coverage = _snapped(known / divisor)
    lowest = (lowest_score < GOLD).astype(np.uint8) + (lowest_score < SILVER)
    highest = (highest_score < GOLD).astype(np.uint8) + (highest_score < SILVER)
    for measure in range(3):
        state = market.state[measure, rows]
        present = state == 0
        fires = present & (_snapped(market.value[measure, rows]) < CAP_BELOW)
        unknown = ~(present | (state == LEFT_OUT[0]) | (state == LEFT_OUT[1]))
        lowest[fires | unknown] = 2
        highest[fires] = 2
    stands = (lowest == highest) & (coverage >= 0.6) & (live > 0)
    made.lowest_score[rows], made.highest_score[rows], made.coverage[rows] = (
        lowest_score,
        highest_score,
        coverage,
    )
    made.lowest[rows], made.highest[rows] = lowest, highest
    made.band[rows] = np.where(stands, lowest, NO_BAND)


def rate_with_numpy(market: Market, threads: int, block: int = 16384) -> Outcomes:
    """Rate the market in blocks that stay in the cache, on so many threads."""
    services = market.value.shape[1]
    made = Outcomes.empty(services)
    blocks = [slice(first, min(first + block, services)) for first in range(0, services, block)]
    if threads == 1:
        for rows in blocks:
            _rate_block(market, rows, made)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(_rate_block, repeat(market), blocks, repeat(made)))
    return made


@dataclass(frozen=True)
class Frames:
    """The market as two frames with a row a service: values, and the names of their states as codes."""

    value: pd.DataFrame
    state: pd.DataFrame

    @classmethod
    def of(cls, market: Market) -> Frames:
        """Show the same memory as frames."""
        names = [f"m{measure}" for measure in range(MEASURES)]
        return cls(
            pd.DataFrame(market.value.T, columns=names, copy=False),
            pd.DataFrame(market.state.T, columns=names, copy=False),
        )


def _scores_with_pandas(frames: Frames) -> pd.DataFrame:
    """Give the lowest and the highest score and the coverage, snapped."""
    present = frames.state.eq(0)
    live = ~frames.state.isin(LEFT_OUT)
    weights = pd.Series([weight(measure) for measure in range(MEASURES)], index=frames.value.columns)
    earned = frames.value.clip(0.0, 1.0).mul(100.0).where(present, 0.0).mul(weights)
    most = earned.add((live & ~present).mul(100.0 * weights))
    sums = {"low": earned, "high": most, "live": live.mul(weights), "known": present.mul(weights)}
    whole = pd.DataFrame(0.0, index=frames.value.index, columns=list(sums))
    for domain, own in enumerate(GROUP_WEIGHTS):
        members = [f"m{measure}" for measure in range(domain, MEASURES, DOMAINS)]
        part = pd.DataFrame({name: each[members].sum(axis=1) for name, each in sums.items()})
        if own is not None:
            counts = part["live"].gt(0)
            part = part.div(part["live"].where(counts, 1.0), axis=0).mul(own)
            part["live"] = counts.mul(own)
        whole = whole.add(part)
    divisor = whole["live"].where(whole["live"].gt(0), 1.0)
    scores = whole[["low", "high", "known"]].div(divisor, axis=0).mul(1e9).round().div(1e9)
    return scores.assign(rated=whole["live"].gt(0))


def rate_with_pandas(frames: Frames) -> Outcomes:
    """Rate the market column by column, as an analyst does."""
    scores = _scores_with_pandas(frames)
    bands = {
        name: scores[name].lt(GOLD).astype(np.uint8) + scores[name].lt(SILVER) for name in ("low", "high")
    }
    for measure in (f"m{number}" for number in range(3)):
        present = frames.state[measure].eq(0)
        fires = present & frames.value[measure].mul(1e9).round().div(1e9).lt(CAP_BELOW)
        unknown = ~(present | frames.state[measure].isin(LEFT_OUT))
        bands["low"] = bands["low"].mask(fires | unknown, 2)
        bands["high"] = bands["high"].mask(fires, 2)
    stands = bands["low"].eq(bands["high"]) & scores["known"].ge(0.6) & scores["rated"]
    lowest, highest = (np.asarray(bands[name], dtype=np.uint8) for name in ("low", "high"))
    return Outcomes(
        scores["low"].to_numpy(),
        scores["high"].to_numpy(),
        scores["known"].to_numpy(),
        np.where(stands, lowest, NO_BAND).astype(np.uint8),
        lowest,
        highest,
    )
