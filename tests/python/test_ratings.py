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
        ends = (rating.lowest_score, rating.highest_score, rating.coverage)
        of_row = (row["lowest_score"], row["highest_score"], row["coverage"])
        assert [None if end is None else end.hex() for end in ends] == [
            None if end is None else end.hex() for end in of_row
        ]


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


STEADY = """
language = 1
id = "steady"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
steady = { quarters = 2 }
measure = [{ id = "dignity", weight = 1 }]
band = [{ name = "Gold", at_least = 80 }, { name = "Silver", at_least = 60 }, { name = "Bronze" }]
"""


def steadily(history: object, quarter: str = "2024-25 Q3") -> vm.Ratings:
    """Rate one service, which the rules propose as Silver, with earlier ratings."""
    framework = vm.Framework.parse(STEADY)
    measures = framework.read_measures({"service": ["S1"], "dignity": [0.7]}, quarter=quarter)
    return framework.rate(measures, history=history)


def earlier(band: str, quarter: str = "2024-25 Q2") -> dict[str, list[str]]:
    """One earlier rating of the service."""
    return {"service": ["S1"], "quarter": [quarter], "band": [band]}


def test_an_earlier_band_stands_with_the_reason() -> None:
    rating = steadily(earlier("Gold"))["S1"]
    assert (rating.band, rating.proposed) == ("Gold", "Silver")
    assert rating.held == "Gold stands: a move down is proposed for 1 of 2 quarters in a row"
    assert rating.headline == f"{rating.held}; proposed: Silver, score 70.0"
    assert json.loads(rating.json)["band"] == "Gold"
    assert steadily([earlier("Gold", "2024-25 Q1"), earlier("Silver")])["S1"].band == "Silver"
    assert steadily(None)["S1"].band == "Silver"


def test_earlier_ratings_that_do_not_fit_are_rejects() -> None:
    rated = steadily([earlier("Platinum")])
    (rejects,) = rated.history_rejects
    assert "no band of this edition" in rejects.to_polars()["reason"][0]
    assert rated["S1"].band == "Silver"
    with pytest.raises(vm.Error, match="say which quarter is rated"):
        steadily(earlier("Gold"), quarter="")


def test_a_rating_says_the_age_of_what_it_rests_on() -> None:
    table = {"service": ["S1"], "dignity": [0.9], "dignity.day": ["2024-01-01"], "turnover": [0.1]}
    measures = FRAMEWORK.read_measures(table | {"notice": ["0"]}, quarter="2024-25 Q3")
    rated = FRAMEWORK.rate(measures)
    rating = rated["S1"]
    assert (rating.oldest_days, rating.median_days, rating.age_known) == (365, 365, 0.75)
    assert rated.to_polars().select("oldest_days", "age_known").row(0) == (365, 0.75)
    assert "rests on evidence up to 365 days old" in rating.explain()
    assert json.loads(rating.json)["median_days"] == 365


def test_a_cell_that_cannot_be_used_is_shown_with_its_column() -> None:
    table = {"service": ["S1"], "dignity": ["ninety"], "turnover": [0.1], "notice": [0]}
    rating = FRAMEWORK.rate(FRAMEWORK.read_measures(table))["S1"]
    found = "column 'dignity' holds 'ninety': not a number"
    assert f"not usable: {found}" in rating.headline
    assert f"not usable: {found}" in rating.explain().split("\n")
    assert "no value on record" not in rating.headline


def test_what_has_a_label_is_called_by_it() -> None:
    text = 'language = 1\nid = "x"\nedition = "1"\npublished_on = 2024-01-01\neffective_from = 2024-04-01\n'
    text += '[[group]]\nid = "g1"\nlabel = "People"\nweight = 1\n'
    text += '[[measure]]\nid = "m3"\nlabel = "Reliable carers"\nweight = 1\nwithin = "g1"\n'
    text += '[[band]]\nname = "Any"\n'
    lines = vm.Framework.parse(text).explain_one({"m3": 0.5}).explain().split("\n")
    assert lines[0].startswith("Reliable carers (m3): 0.5 -> 50.0 points")
    assert lines[1].startswith("[People (g1)] 50.0")
    assert "Reliable carers (m3)" in vm.Framework.parse(text).explain_one({}).headline
