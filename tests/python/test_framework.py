# SPDX-License-Identifier: MIT
"""A framework as Python sees it: its parts, its ratings of one service, its findings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = """
language = 1
id = "two"
edition = "2024.1"
title = "Two measures"
source = "made up"
published_on = 2024-01-01
effective_from = 2024-04-01
least_coverage = 0.6
[[group]]
id = "people"
label = "What people say"
[[measure]]
id = "dignity"
within = "people"
weight = 3
[[measure]]
id = "turnover"
direction = "lower"
owed_by = "provider"
weight = 1
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Silver"
at_least = 65
[[band]]
name = "Bronze"
"""
FRAMEWORK = vm.Framework.parse(TEXT)


def test_a_framework_says_what_it_is() -> None:
    assert (FRAMEWORK.id, FRAMEWORK.edition, FRAMEWORK.title) == ("two", "2024.1", "Two measures")
    assert FRAMEWORK.source == "made up"
    assert FRAMEWORK.bands == ["Gold", "Silver", "Bronze"]
    assert FRAMEWORK.groups == [{"id": "people", "label": "What people say", "within": ""}]
    assert repr(FRAMEWORK) == "<Framework two 2024.1: 2 measures, Gold, Silver, Bronze>"


def test_a_measure_says_what_it_weighs_and_who_owes_it() -> None:
    dignity, turnover = FRAMEWORK.measures
    assert (dignity["weight"], dignity["within"], dignity["owed_by"]) == (3.0, "people", "council")
    assert (turnover["weight"], turnover["within"], turnover["owed_by"]) == (1.0, "", "provider")


def test_a_framework_is_loaded_from_a_path_or_its_text() -> None:
    path = ROOT / "examples" / "frameworks" / "east_sussex_2011.toml"
    assert vm.Framework.load(path).id == vm.Framework.load(str(path)).id == "east-sussex-home-care"


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(vm.DefinitionError, match=r"nowhere\.toml: cannot be read: No such file"):
        vm.Framework.load("nowhere.toml")


def test_one_service_is_rated_from_numbers_counts_and_states() -> None:
    assert FRAMEWORK.rate_one({"dignity": (9, 10), "turnover": 0.2}) == ("Gold", 87.5, 87.5)
    assert FRAMEWORK.rate_one({"dignity": 0.9, "turnover": "not_submitted"}) == ("Not rated", 67.5, 92.5)
    assert FRAMEWORK.rate_one({"dignity": 0.9}) == FRAMEWORK.rate_one({"dignity": 0.9, "turnover": "unknown"})
    assert FRAMEWORK.rate_one({"dignity": 1, "turnover": 0}).band == "Gold"


def test_a_band_with_a_long_name_comes_back_whole() -> None:
    """A name of more than fifteen letters has memory of its own; Python must copy it in time."""
    name = "A band whose name is longer than any short string is"
    framework = vm.Framework.parse(TEXT.replace('"Gold"', f'"{name}"'))
    assert framework.rate_one({"dignity": 1, "turnover": 0}).band == name


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"dignty": 0.9}, "the framework has no measure 'dignty'; it has 'dignity' or 'turnover'"),
        ({"dignity": (11, 10)}, "11 of 10 is no share"),
        ({"dignity": float("nan")}, "measure 'dignity' is not a number; name a state where there is none"),
        (
            {"dignity": "present"},
            "measure 'dignity' is 'present'; a state is one of",
        ),
        ({"dignity": "late"}, "measure 'dignity' is 'late'; a state is one of"),
    ],
)
def test_what_cannot_be_rated_is_refused(
    given: dict[str, float | tuple[int, int] | str], message: str
) -> None:
    with pytest.raises(vm.Error) as caught:
        FRAMEWORK.rate_one(given)
    assert str(caught.value).startswith(message)


def test_one_service_is_explained_in_words() -> None:
    rating = FRAMEWORK.explain_one({"dignity": (9, 10), "turnover": "not_submitted"}, "S1")
    assert (rating.service, rating.band) == ("S1", "Not rated")
    assert rating.lowest_score == 67.5
    assert rating.headline == "Not rated: Silver or Gold; not returned by the provider: turnover"
    assert "dignity: 9 of 10 (90.0 %) -> 90.0 points, weight 3" in rating.explain().splitlines()


def test_a_weight_that_is_not_agreed_stops_the_rating_and_not_the_reading() -> None:
    waiting = vm.Framework.parse(TEXT.replace("weight = 3", ""), "two.toml")
    assert waiting.measures[0]["weight"] is None
    with pytest.raises(vm.DefinitionError, match="measure 'dignity' has no weight yet"):
        waiting.rate_one({"dignity": 0.9})


def test_a_quarter_is_given_as_words_or_as_a_quarter() -> None:
    evidence = vm.Evidence(services={"service": ["S1"], "provider": ["A"]})
    framework = vm.Framework.load(ROOT / "examples" / "frameworks" / "east_sussex_2011.toml")
    assert framework.measure(evidence, vm.Quarter("2024 Q4")).quarter == "2024-25 Q3"
    with pytest.raises(vm.Error, match="'autumn' is not a quarter"):
        framework.measure(evidence, "autumn")


def test_findings_have_a_severity_a_place_and_a_mend() -> None:
    found = {finding.rule: finding for finding in vm.lint(vm.Framework.parse(TEXT, "two.toml"))}
    assert found["no-contract"].severity is vm.Severity.WARNING
    assert found["no-contract"].place.startswith("two.toml")
    assert found["no-contract"].mend
    assert found["not-approved"].severity is vm.Severity.NOTE


def test_the_linter_warns_of_renormalise() -> None:
    text = TEXT.replace("[[group]]", '[missing]\ntoo_few = "renormalise"\n[[group]]', 1)
    found = [finding for finding in vm.lint(vm.Framework.parse(text)) if finding.rule == "absence-helps"]
    assert len(found) == 1
    assert "too_few" in found[0].what


def test_one_service_is_rated_with_the_days_of_its_evidence() -> None:
    text = TEXT + '\n[[limiter]]\ncap = "Bronze"\nbecause = "dignity is old"\n'
    aged = vm.Framework.parse(text + 'when = { measure = "dignity", of = "age", above = 365 }\n')
    given = {"dignity": (95, 100), "turnover": 0.1}
    as_of = date(2024, 12, 31)
    assert aged.rate_one(given, days={"dignity": date(2024, 12, 1)}, as_of=as_of).band == "Gold"
    assert aged.rate_one(given, days={"dignity": date(2023, 12, 1)}, as_of=as_of).band == "Bronze"
    explained = aged.explain_one(given, days={"dignity": date(2023, 12, 1)}, as_of=as_of)
    assert (explained.band, explained.oldest_days, explained.age_known) == ("Bronze", 396, 0.75)
    with pytest.raises(vm.Error, match="say as_of"):
        aged.rate_one(given, days={"dignity": date(2024, 12, 1)})
    with pytest.raises(vm.Error, match="no measure 'dignty'"):
        aged.rate_one(given, days={"dignty": date(2024, 12, 1)}, as_of=as_of)
