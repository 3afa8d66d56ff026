# SPDX-License-Identifier: MIT
"""Every mechanism of an absolute framework, in made-up frameworks, against the slow, plain reference."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from made_up_frameworks import Market
from made_up_mechanisms import market, worded_table
from slow_rating import Outcome, rate

import vermeil as vm

BLOCKS, SEEDS_OF_A_BLOCK = 8, 100
MECHANISMS = (
    *(f'aggregate = "{name}"' for name in ("sum", "minimum", "maximum", "geometric", "spread", "count")),
    *(f"{effect} = " for effect in ("cap", "set", "floor", "up", "down", "at_most_up", "withhold")),
    *(f'of = "{aspect}"' for aspect in ("n", "lower", "upper", "late", "quarters_old", "coverage")),
    *(f"{how} = [" for how in ("all", "any", "none")),
    *('half = "up"', 'half = "even"', "to = 0.5", "least_members = ", "required = ", "points = "),
    *("worse_than = ", "better_than = ", "count = ", 'edge = "passed"', "inverse = ", "words = "),
    *("[[limiter]]", "scale = ", "column = ", "otherwise = ", 'higher_is = "worse"', 'policy = "zero"'),
)


def rated(made: Market) -> list[dict[str, object]]:
    """Rate a market by the library, or score it where higher is worse."""
    framework = vm.Framework.parse(made.framework, "made-up.toml")
    if 'higher_is = "better"' in made.framework:
        return list(framework.rate(worded_table(made)).to_arrow().to_pylist())
    scores = vm.RiskScheme(framework).score_measures(worded_table(made), date(2024, 12, 31))
    called = {"level": "band", "lowest_points": "lowest_score", "highest_points": "highest_score"}
    return [
        {called.get(key, key): each for key, each in row.items()} for row in scores.to_arrow().to_pylist()
    ]


def agrees(found: dict[str, object], expected: Outcome) -> bool:
    """Whether a row of ratings says what the reference says."""
    words = all(found[name] == getattr(expected, name) for name in ("band", "lowest", "highest", "reason"))
    if expected.reason in {"nothing_applicable", "weight"}:
        return words and found["lowest_score"] is None and found["highest_score"] is None
    numbers = ("lowest_score", "highest_score", "coverage")
    return words and all(_near(found[name], getattr(expected, name)) for name in numbers)


def _near(found: object, expected: Fraction) -> bool:
    """Whether a number lies on the exact one's place of the grid, or beside it."""
    assert isinstance(found, float)
    return abs(Fraction(found) - expected) < Fraction(11, 10**10)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_made_up_frameworks_are_rated_as_the_slow_reference_says(block: int) -> None:
    for seed in range(block * SEEDS_OF_A_BLOCK, (block + 1) * SEEDS_OF_A_BLOCK):
        made = market(seed)
        for found, row in zip(rated(made), made.rows, strict=True):
            expected = rate(made.framework, row)
            assert agrees(found, expected), f"seed {seed}\n{made.framework}\n{row}\n{found}\n{expected}"


def test_the_frameworks_that_were_tried_have_every_mechanism() -> None:
    texts = [market(seed, services=1).framework for seed in range(BLOCKS * SEEDS_OF_A_BLOCK)]
    assert [each for each in MECHANISMS if sum(each in text for text in texts) < 20] == []


def test_the_services_that_were_tried_are_varied() -> None:
    """The comparison above would mean little if every made-up service came out alike."""
    seen: Counter[object] = Counter()
    for seed in range(SEEDS_OF_A_BLOCK):
        for row in rated(market(seed)):
            seen.update([row["band"], row["reason"]])
    words = {"Gold", "Silver", "Rest", "Not rated"}
    words |= {"decided", "open", "coverage", "members", "withheld"}
    assert {word for word in words if seen[word] < 10} == set()
