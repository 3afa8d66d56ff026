# SPDX-License-Identifier: MIT
"""What happens at made-up services."""

from __future__ import annotations

from pathlib import Path

import polars as pl
from markets_for_tests import read

from vermeil.made_up import MadeUp, make_up


def test_nothing_happens_before_a_service_opens_or_after_the_last_day(tmp_path: Path) -> None:
    made = make_up(tmp_path, services=200)
    opened = dict(read(made, "services").select("service", "first_day").iter_rows())
    clean = read(made, "events").filter(~pl.col("from").str.ends_with("-02-30"))
    for service, first in clean.select("service", "from").iter_rows():
        assert service is None or opened[service] <= first
        assert first <= str(made.last_day)


def test_every_kind_of_event_is_there(tmp_path: Path) -> None:
    assert set(read(make_up(tmp_path, services=200), "events")["event"]) == {
        "administration",
        "default_notice",
        "embargo",
        "manager_vacancy",
        "safeguarding_decision",
        "substantiated_concern",
        "unexpected_death",
    }


def test_an_event_is_of_a_service_but_administration_of_a_provider(made: MadeUp) -> None:
    events = read(made, "events")
    of_provider = events.filter(pl.col("service").is_null())
    assert of_provider["event"].to_list() == ["administration"]
    assert of_provider["provider"].null_count() == 0
    assert events.filter(pl.col("service").is_not_null())["provider"].null_count() == events.height - 1


def test_nothing_has_ended_before_it_began_or_after_the_last_day(made: MadeUp) -> None:
    ended = read(made, "events").filter(pl.col("to").is_not_null())
    assert ended.height > 0
    assert ended.filter((pl.col("to") < pl.col("from")) | (pl.col("to") > str(made.last_day))).is_empty()


def test_some_facts_come_of_one_incident_some_are_reviewed_and_some_entered_by_hand(tmp_path: Path) -> None:
    events = read(make_up(tmp_path, services=400), "events")
    of_incidents = events.filter(pl.col("incident").is_not_null())
    assert (of_incidents["incident"].value_counts()["count"] > 1).any()
    assert of_incidents.group_by("incident").agg(pl.col("service").n_unique())["service"].max() == 1
    deaths = events.filter(pl.col("event") == "unexpected_death")
    assert set(deaths["review"]) == {"under review", "upheld", "not upheld"}
    assert deaths.filter((pl.col("review") == "under review") != pl.col("concluded_on").is_null()).is_empty()
    by_hand = events.filter(pl.col("entered_by").is_not_null())
    assert set(by_hand["entered_by"]) == {"contract officer", "quality officer"}
    assert by_hand.filter(pl.col("expires_on").is_null() | pl.col("entered_on").is_null()).is_empty()
