# SPDX-License-Identifier: MIT
"""What must always hold of ratings, tried at random and against a slow, plain reference in fractions."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, find, given, settings
from hypothesis import strategies as st
from made_up_frameworks import DATES, GUARDED_STATES, Market, Row, markets, rows_of, table_of
from slow_rating import Cell, Outcome, rate

import vermeil as vm

modest = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

CASE = (
    'language = 1\nid = "case"\nedition = "1"\n'
    + DATES
    + """
[missing]
{missing}
[[measure]]
id = "a"
least_n = 10
weight = 4
[[measure]]
id = "b"
least_n = 10
weight = 3
[[measure]]
id = "c"
least_n = 10
weight = 3
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Silver"
at_least = 65
[[band]]
name = "Bronze"
"""
)


Rated = dict[str, Any]


def rated(
    framework: str, rows: list[Row], *, threads: int = 1, services: list[str] | None = None
) -> list[Rated]:
    """Rate some rows; each result is a dictionary of the columns of ratings."""
    ratings = vm.Framework.parse(framework, "made-up.toml").rate(table_of(rows, services), threads=threads)
    return list(ratings.to_arrow().to_pylist())


def near(found: float, exact: Fraction) -> bool:
    """Whether a score lies on the exact one's place of the grid, or beside it where that lies between two."""
    return abs(Fraction(found) - exact) < Fraction(11, 10**10)


def agrees(found: Rated, expected: Outcome) -> bool:
    """Whether a row of ratings says what the reference says."""
    words = all(found[name] == getattr(expected, name) for name in ("band", "lowest", "highest", "reason"))
    if expected.reason in {"nothing_applicable", "weight"}:
        return words and found["lowest_score"] is None and found["highest_score"] is None
    numbers = ("lowest_score", "highest_score", "coverage")
    return words and all(near(found[name], getattr(expected, name)) for name in numbers)


def standing(bands: list[str], row: Rated) -> int:
    """Return how good a band is; not being rated is worse than any."""
    return -bands.index(row["band"]) if row["band"] in bands else -len(bands)


def without(row: Row, name: str, state: str) -> Row:
    """Return the row with one cell absent; what is known of its base stays."""
    return row | {name: replace(row[name], state=state, value=Fraction(0))}


def lifts(market: Market, states: tuple[str, ...]) -> list[tuple[Row, str, str]]:
    """Return the cells of a market whose absence lifts the band, with the state that does it."""
    present = [
        (row, name, state)
        for row in market.rows
        for name, cell in row.items()
        for state in states
        if cell.state == "present"
    ]
    if not present:
        return []
    bands = vm.Framework.parse(market.framework).bands
    before = rated(market.framework, [row for row, _, _ in present])
    after = rated(market.framework, [without(*case) for case in present])
    pairs = zip(present, before, after, strict=True)
    return [case for case, old, new in pairs if standing(bands, new) > standing(bands, old)]


@modest
@given(markets())
def test_ratings_are_those_of_the_slow_reference(market: Market) -> None:
    for found, row in zip(rated(market.framework, market.rows), market.rows, strict=True):
        assert agrees(found, rate(market.framework, row)), (found, rate(market.framework, row))


@modest
@given(markets(most=3))
def test_one_service_alone_is_rated_as_in_a_market(market: Market) -> None:
    framework = vm.Framework.parse(market.framework)
    given_as = [
        {
            name: (cell.count, cell.n)
            if cell.n is not None and cell.n > 0
            else float(cell.value)
            if cell.state == "present"
            else cell.state
            for name, cell in row.items()
        }
        for row in market.rows
    ]
    shown = [
        {
            name: Cell("present", Fraction(cell.count / cell.n), cell.n, cell.count) if cell.n else cell
            for name, cell in row.items()
        }
        for row in market.rows
    ]
    for found, row in zip(map(framework.rate_one, given_as), shown, strict=True):
        expected = rated(market.framework, [row])[0]
        assert found == (expected["band"], expected["lowest_score"], expected["highest_score"])


@modest
@given(markets(), st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_the_threads_change_a_bit(
    market: Market, chance: random.Random
) -> None:
    services = rows_of(market.rows)
    order = list(range(len(services)))
    chance.shuffle(order)
    shuffled_rows = [market.rows[place] for place in order]
    shuffled = rated(
        market.framework, shuffled_rows, threads=2, services=[services[place] for place in order]
    )
    assert sorted(shuffled, key=lambda row: row["service"]) == rated(market.framework, market.rows)


def test_a_market_of_many_blocks_is_the_same_on_two_threads() -> None:
    chance = random.Random(1)
    rows = [
        {name: Cell("present", Fraction(chance.random()), n=20, count=1) for name in "abc"}
        for _ in range(2_000)
    ]
    assert rated(CASE.format(missing=""), rows, threads=2) == rated(CASE.format(missing=""), rows)


@settings(modest, max_examples=300)
@given(markets(default_policies=True))
def test_less_evidence_never_lifts_a_band(market: Market) -> None:
    assert not lifts(market, GUARDED_STATES)


def test_less_evidence_never_lifts_a_band_in_any_of_all_small_cases() -> None:
    cells = [Cell("present", Fraction(share), 10, 0) for share in (0.5, 0.75, 1)]
    cells += [Cell(state, n=9, count=9) for state in GUARDED_STATES]
    rows = [dict(zip("abc", each, strict=True)) for each in itertools.product(cells, repeat=3)]
    assert len(rows) == 8**3
    assert not lifts(Market(CASE.format(missing=""), rows), GUARDED_STATES)


def test_under_renormalise_less_evidence_can_lift_a_band() -> None:
    missing = "\n".join(f'{state} = "renormalise"' for state in GUARDED_STATES)
    cells = st.builds(lambda count: Cell("present", Fraction(count / 10), 10, count), st.integers(0, 10))
    rows = st.fixed_dictionaries(dict.fromkeys("abc", cells))
    found = find(
        rows,
        lambda row: bool(lifts(Market(CASE.format(missing=missing), [row]), ("too_few",))),
        settings=settings(modest, max_examples=2_000),
    )
    assert lifts(Market(CASE.format(missing=missing), [found]), ("too_few",))
    assert not lifts(Market(CASE.format(missing=""), [found]), ("too_few",))


@pytest.mark.parametrize(("missing", "band"), [("", "Not rated"), ('too_few = "renormalise"', "Gold")])
def test_the_worst_measure_at_n_9_gives_gold_under_renormalise_alone(missing: str, band: str) -> None:
    framework = vm.Framework.parse(CASE.format(missing=missing))
    assert framework.rate_one({"a": (5, 10), "b": (9, 10), "c": (9, 10)}) == ("Silver", 74.0, 74.0)
    # 4 of 9 is about as bad as 5 of 10, and one answer too few
    assert framework.rate_one({"a": (4, 9), "b": (9, 10), "c": (9, 10)}).band == band


@modest
@given(markets(default_policies=True), st.data())
def test_better_evidence_never_lowers_a_band(market: Market, data: st.DataObject) -> None:
    framework = vm.Framework.parse(market.framework)
    name = data.draw(st.sampled_from([measure["id"] for measure in framework.measures]))
    row = market.rows[0]
    lower_is_better = f'id = "{name}"' in market.framework and 'direction = "lower"' in _section(
        market.framework, name
    )
    assume(name != "notice" and row[name].state == "present")
    best = Fraction(0 if lower_is_better else 1)
    step = data.draw(st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(1)]))
    better = row | {name: replace(row[name], value=row[name].value + step * (best - row[name].value))}
    before, after = rated(market.framework, [row, better])
    # better evidence may open a band that was certain, since more is possible now
    for end in ("lowest", "highest"):
        assert framework.bands.index(after[end]) <= framework.bands.index(before[end])
    if "Not rated" not in (before["band"], after["band"]):
        assert standing(framework.bands, after) >= standing(framework.bands, before)
    for end in ("lowest_score", "highest_score"):
        assert (after[end] is None) == (before[end] is None)  # nothing applies to either
        assert after[end] is None or after[end] >= before[end]


def _section(framework: str, measure: str) -> str:
    return framework.split(f'id = "{measure}"')[1].split("[[")[0]


@modest
@given(markets(default_policies=True))
def test_a_cap_holds(market: Market) -> None:
    framework = vm.Framework.parse(market.framework)
    caps = [line.split('"')[1] for line in market.framework.splitlines() if line.startswith("cap = ")]
    for row, found in zip(market.rows, rated(market.framework, market.rows), strict=True):
        if caps and row["notice"].value == 1 and found["band"] != "Not rated":
            assert framework.bands.index(found["band"]) >= max(framework.bands.index(cap) for cap in caps)


@pytest.mark.parametrize(("cut", "band"), [("at_least", "Gold"), ("above", "Silver")])
@pytest.mark.parametrize("count", range(1, 40, 2))
def test_an_exact_tie_falls_on_the_stated_side(cut: str, band: str, count: int) -> None:
    """Three thirds, sevenths and so on add up to 80 exactly, whatever their doubles do."""
    text = CASE.format(missing="").replace("at_least = 80", f"{cut} = 80").replace("least_n = 10\n", "")
    text = text.replace("weight = 4", "weight = 3")
    n = count * 5
    shares = {"a": (4 * count - count // 2, n), "b": (4 * count, n), "c": (4 * count + count // 2, n)}
    rating = vm.Framework.parse(text).rate_one(shares)
    assert rating.lowest_score == 80.0
    assert rating.band == band


def test_the_thousands_of_services_that_were_tried_are_varied() -> None:
    """The properties above would mean little if every made-up service came out alike."""
    seen: dict[str, int] = {}

    @modest
    @given(markets())
    def collect(market: Market) -> None:
        for row in rated(market.framework, market.rows):
            for name in (row["band"], row["reason"]):
                seen[name] = seen.get(name, 0) + 1

    collect()
    assert {"Gold", "Silver", "Bronze", "Not rated", "decided", "open", "coverage"} <= seen.keys()
    assert min(seen[name] for name in ("Gold", "Silver", "Not rated", "open", "coverage")) >= 20
