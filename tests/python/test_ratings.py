# SPDX-License-Identifier: MIT
"""Ratings as a table, their explanations, and how they show themselves."""

from __future__ import annotations

import json

import pytest

import vermeil as vm

FRAMEWORK = vm.Framework.parse(
    """
language = 1
id = "two"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "dignity"
weight = 3
[[measure]]
id = "turnover"
direction = "lower"
weight = 1
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Silver"
at_least = 65
[[band]]
name = "Bronze"
[[limiter]]
cap = "Bronze"
when = { event = "notice", open = true }
because = "a notice is open"
"""
)
TABLE = {
    "service": ["S3", "S1", "S2", "<b>"],
    "dignity": ["0.9", "0.9", "0.7", "0.9"],
    "turnover": ["0.1", "0.1", "0.1", ""],
    "notice": ["0", "1", "0", "0"],
}


@pytest.fixture
def ratings() -> vm.Ratings:
    """Rate four services."""
    return FRAMEWORK.rate(FRAMEWORK.read_measures(TABLE, quarter="2024-25 Q3"))


def test_ratings_keep_the_order_of_their_measures(ratings: vm.Ratings) -> None:
    assert ratings.services == TABLE["service"]
    assert ratings.columns[:4] == ["service", "quarter", "band", "score"]
    assert ratings.to_polars()["band"].to_list() == ["Gold", "Bronze", "Silver", "Not rated"]
    assert ratings.to_polars()["quarter"].to_list() == ["2024-25 Q3"] * 4


def test_a_score_is_null_where_it_is_open_and_its_ends_are_there(ratings: vm.Ratings) -> None:
    row = ratings.to_arrow().to_pylist()[3]
    assert row["score"] is None
    assert (row["lowest_score"], row["highest_score"]) == (67.5, 92.5)
    assert (row["lowest"], row["highest"], row["reason"]) == ("Silver", "Gold", "open")


def test_the_limiter_that_changed_a_band_is_named(ratings: vm.Ratings) -> None:
    assert [row["limiter"] for row in ratings.to_arrow().to_pylist()] == ["", "a notice is open", "", ""]


def test_an_explanation_has_the_bits_of_the_batch(ratings: vm.Ratings) -> None:
    for row in ratings.to_arrow().to_pylist():
        rating = ratings[row["service"]]
        assert rating.band == row["band"]
        assert rating.lowest_score.hex() == row["lowest_score"].hex()
        assert rating.highest_score.hex() == row["highest_score"].hex()
        assert rating.coverage.hex() == row["coverage"].hex()


def test_every_service_is_explained_in_turn(ratings: vm.Ratings) -> None:
    assert [rating.service for rating in ratings] == TABLE["service"]


def test_an_explanation_names_the_limiter_and_every_measure(ratings: vm.Ratings) -> None:
    words = ratings["S1"].explain()
    assert "a notice is open" in words
    assert "dignity" in words
    assert "turnover" in words


def test_a_trace_is_one_json_object_with_every_step(ratings: vm.Ratings) -> None:
    trace = json.loads(ratings["S1"].json)
    assert (trace["service"], trace["band"], trace["quarter"]) == ("S1", "Bronze", "2024-25 Q3")
    assert [step["measure"] for step in trace["measures"]] == ["dignity", "turnover"]
    assert trace["limiters"][0]["fires"] == "yes"


def test_a_service_that_was_not_rated_is_named(ratings: vm.Ratings) -> None:
    with pytest.raises(vm.Error, match="no service 'S9' among the 4 measured"):
        ratings["S9"]


def test_a_rating_cannot_be_changed(ratings: vm.Ratings) -> None:
    with pytest.raises(AttributeError):
        ratings["S1"].band = "Gold"  # type: ignore[misc]


def test_ratings_show_their_counts(ratings: vm.Ratings) -> None:
    assert repr(ratings) == "<Ratings of 4 services: 1 Gold, 1 Bronze, 1 Silver, 1 Not rated>"


def test_a_notebook_shows_medals_and_escapes_what_people_typed(ratings: vm.Ratings) -> None:
    page = ratings._repr_html_()
    assert "\N{FIRST PLACE MEDAL} Gold" in page
    assert "&lt;b&gt;" in page
    assert "<td><b></td>" not in page


def test_a_risk_scheme_rates_nobody() -> None:
    text = 'language = 1\nid = "risk"\nedition = "1"\nhigher_is = "worse"\npublished_on = 2024-01-01\n'
    scheme = vm.Framework.parse(
        text + 'effective_from = 2024-01-01\n[[measure]]\nid = "m"\nweight = 1\n[[band]]\nname = "Green"\n'
    )
    with pytest.raises(vm.Error, match="'risk' is a risk scheme: higher is worse; score it with score_risk"):
        scheme.rate({"service": ["S1"], "m": ["1"]})


def test_a_missing_column_of_a_live_measure_stops_the_rating() -> None:
    with pytest.raises(vm.Error, match="no column 'turnover'"):
        FRAMEWORK.rate({"service": ["S1"], "dignity": ["1"], "notice": ["0"]})
