# SPDX-License-Identifier: MIT
"""Locations as the Commission's API gives them, made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from published_files_for_tests import location, write_json

import vermeil as vm
from vermeil.readers.cqc_api import read_cqc_api
from vermeil.readers.layout import LayoutFile


def file_of(path: Path) -> LayoutFile:
    return LayoutFile(path, path.name)


def test_a_location_gives_a_service_and_six_ratings(tmp_path: Path) -> None:
    found = read_cqc_api(file_of(write_json(tmp_path / "l.json", location(7))))
    assert found["services"].frame.row(0, named=True) == {
        "service": "1-7",
        "provider": "1-900",
        "name": "Made-up place 7",
        "kind": "home care",
        "location_id": "1-7",
        "regulators": "cqc",
        "first_day": "2011-01-31",
        "last_day": None,
    }
    assert found["inspections"].frame["source"].to_list() == [
        "cqc",
        "cqc_safe",
        "cqc_well_led",
        "cqc_caring",
        "cqc_responsive",
        "cqc_effective",
    ]
    assert set(found["inspections"].frame["on"]) == {"2024-05-01"}


def test_historic_ratings_come_with_their_days_and_each_once(tmp_path: Path) -> None:
    before = {"reportDate": "2019-02-03", "overall": {"rating": "Inadequate", "keyQuestionRatings": []}}
    now = {"reportDate": "2024-05-01", "overall": {"rating": "Good"}}
    found = read_cqc_api(file_of(write_json(tmp_path / "l.json", location(7, historicRatings=[before, now]))))
    overall = [row for row in found["inspections"].frame.iter_rows() if row[1] == "cqc"]
    assert overall == [("1-7", "cqc", "Good", "2024-05-01"), ("1-7", "cqc", "Inadequate", "2019-02-03")]


@pytest.mark.parametrize("form", ["list", "lines", "page"])
def test_several_locations_come_in_every_form(form: str, tmp_path: Path) -> None:
    made = [location(1), location(2, rating="Not rated")]
    path = tmp_path / "l.json"
    if form == "lines":
        path.write_text("\n".join(json.dumps(each) for each in made), encoding="utf-8")
    else:
        write_json(path, made if form == "list" else {"locations": made, "total": 2})
    found = read_cqc_api(file_of(path))
    assert found["services"].row_numbers().to_list() == [1, 2]
    assert set(found["inspections"].frame["service"]) == {"1-1"}


def test_an_object_without_an_id_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = read_cqc_api(file_of(write_json(tmp_path / "l.json", [location(1), {"name": "nobody"}, 3])))
    assert [fault["row"] for fault in found["services"].faults] == [2, 3]
    evidence = vm.Evidence(services=vm.Table(found["services"].table()))
    assert evidence.services == ["1-1"]
    assert evidence.rejects().to_polars()["reason"].to_list() == ["no location: it has no locationId"] * 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", r"^l\.json: not JSON: "),
        ("[" * 100_000, r"^l\.json: not JSON: "),
        ('{"a": 1}', r"^l\.json: no object in it has a locationId"),
        ("[]", r"^l\.json: no object in it has a locationId"),
    ],
)
def test_what_is_no_location_is_refused(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "l.json").write_text(text, encoding="utf-8")
    with pytest.raises(vm.Error, match=message):
        read_cqc_api(file_of(tmp_path / "l.json"))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
keys = ["currentRatings", "historicRatings", "gacServiceTypes", "registrationDate", "name", "providerId"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(keys), values, max_size=6), min_size=1, max_size=4))
def test_any_value_under_any_key_is_read(tmp_path: Path, made: list[dict[str, object]]) -> None:
    given = [each | {"locationId": f"1-{place}"} for place, each in enumerate(made)]
    found = read_cqc_api(file_of(write_json(tmp_path / "l.json", given)))
    assert found["services"].frame.height == len(given)
    for rows in found.values():
        rows.table()
