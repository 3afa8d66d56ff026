# SPDX-License-Identifier: MIT
"""The ASEM index, step by step: what the language says of peers gives the published tables."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
FRAMEWORK = "tests/conformance/frameworks/asem_composite.toml"
#: Ways of getting the rule wrong.
WRONG = {
    "no winsorising": (", winsorise = { skewness = 2, kurtosis = 3.5, most = 5 }", ""),
    "one value less winsorised": ("most = 5", "most = 2"),
    "the mean of all countries": (', peers = "Group_EurAsia"', ""),
    "each continent by itself": ("min_max = [0, 100]", 'min_max = [0, 100], peers = "Group_EurAsia"'),
    "not divided": (', over = "Den_GDP"', ""),
    "a geometric mean": ('id = "Conn"\n', 'id = "Conn"\naggregate = "geometric"\n'),
}


def published(oracle: Callable[[str], Path], name: str) -> dict[str, dict[str, Any]]:
    """Read one of the published tables by country."""
    table = pl.read_csv(oracle(f"asem/{name}.csv"), infer_schema_length=None)
    return {row["UnitCode"]: row for row in table.iter_rows(named=True)}


def raw(oracle: Callable[[str], Path]) -> pl.DataFrame:
    """Read the indicators as they were collected, beside what some of them are divided by."""
    table, divisors = (
        pl.read_csv(oracle(f"asem/{name}.csv"), infer_schema_length=None) for name in ("Raw", "Denominators")
    )
    return table.join(divisors.select("UnitCode", pl.col("^Den_.*$")), on="UnitCode", validate="1:1")


def rated(text: str, oracle: Callable[[str], Path], step: str = "Raw") -> vm.Ratings:
    """Rate the 51 countries from the table of a step, of which all but the first are divided already."""
    if step == "Raw":
        rules = vm.Framework.parse(text)
        return rules.rate(rules.read_measures(raw(oracle), id="UnitCode"))
    rules = vm.Framework.parse(re.sub(r', over = "\w+"', "", text))
    table = pl.read_csv(oracle(f"asem/{step}.csv"), infer_schema_length=None)
    return rules.rate(rules.read_measures(table, id="UnitCode"))


@pytest.fixture(scope="session")
def ratings(oracle: Callable[[str], Path]) -> vm.Ratings:
    """Rate by the framework as it is."""
    return rated((ROOT / FRAMEWORK).read_text(encoding="utf-8"), oracle)


def test_every_indicator_is_divided_as_published(oracle: Callable[[str], Path]) -> None:
    denominated = published(oracle, "Denominated")
    rules = vm.Framework.load(ROOT / FRAMEWORK)
    measures = rules.read_measures(raw(oracle), id="UnitCode")
    names = [measure["id"] for measure in rules.measures if measure["id"] != "Group_EurAsia"]
    pairs = [
        (measures.cell(country, name)["value"], row[name])
        for country, row in denominated.items()
        for name in names
    ]
    assert len(pairs) == 51 * 49
    assert [one is None for one, _ in pairs] == [other is None for _, other in pairs]
    assert sum(one != other for one, other in pairs) == 0


def test_every_indicator_is_normalised_as_published(
    ratings: vm.Ratings, oracle: Callable[[str], Path]
) -> None:
    normalised = published(oracle, "Normalised")
    found = {
        (rating.service, step["measure"]): step["lowest_points"]
        for rating in ratings
        for step in json.loads(rating.json)["measures"]
    }
    assert len(found) == 51 * 49
    assert max(abs(points - normalised[country][name]) for (country, name), points in found.items()) < 1e-9


def points_of(ratings: vm.Ratings) -> dict[tuple[str, str], float]:
    """Give the points of every indicator of every country."""
    return {
        (rating.service, step["measure"]): step["lowest_points"]
        for rating in ratings
        for step in json.loads(rating.json)["measures"]
    }


# One step less is left to the rules each time: what the table before it lacks, they make themselves.
@pytest.mark.parametrize(
    ("step", "changes"),
    [
        ("Denominated", ()),
        ("Imputed", (('missing = { unknown = { policy = "peer_mean", peers = "Group_EurAsia" } }\n', ""),)),
        (
            "Treated",
            (
                ('missing = { unknown = { policy = "peer_mean", peers = "Group_EurAsia" } }\n', ""),
                (", winsorise = { skewness = 2, kurtosis = 3.5, most = 5 }", ""),
            ),
        ),
    ],
)
def test_the_table_of_each_step_leads_to_the_same_points(
    step: str,
    changes: tuple[tuple[str, str], ...],
    ratings: vm.Ratings,
    rewritten: Callable[..., str],
    oracle: Callable[[str], Path],
) -> None:
    fewer = points_of(rated(rewritten(FRAMEWORK, *changes), oracle, step))
    all_steps = points_of(ratings)
    assert fewer.keys() == all_steps.keys()
    assert max(abs(fewer[cell] - points) for cell, points in all_steps.items()) < 1e-9


def test_what_is_absent_takes_the_published_mean_of_its_continent(oracle: Callable[[str], Path]) -> None:
    before, after = published(oracle, "Denominated"), published(oracle, "Imputed")
    filled = [
        (country, name)
        for country, row in before.items()
        for name, value in row.items()
        if value is None and after[country][name] is not None
    ]
    assert len(filled) == 65
    for country, name in filled:
        peers = [row for row in before.values() if row["Group_EurAsia"] == before[country]["Group_EurAsia"]]
        known = [row[name] for row in peers if row[name] is not None]
        assert after[country][name] == pytest.approx(sum(known) / len(known), rel=1e-12)


def test_every_level_of_the_tree_is_as_published(ratings: vm.Ratings, oracle: Callable[[str], Path]) -> None:
    aggregated = published(oracle, "Aggregated")
    groups = {
        (rating.service, step["group"]): step["lowest_score"]
        for rating in ratings
        for step in json.loads(rating.json)["groups"]
    }
    assert len(groups) == 51 * 10
    assert max(abs(score - aggregated[country][name]) for (country, name), score in groups.items()) < 1e-8
    scores = dict(ratings.to_polars().select("service", "score").iter_rows())
    assert max(abs(score - aggregated[country]["Index"]) for country, score in scores.items()) < 1e-8


def test_the_countries_stand_in_the_published_order(
    ratings: vm.Ratings, oracle: Callable[[str], Path]
) -> None:
    ranks = published(oracle, "Results_rank")
    order = ratings.to_polars().sort("score", descending=True)["service"].to_list()
    assert order == sorted(ranks, key=lambda country: ranks[country]["Index"])


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_rule_told_wrongly_gives_another_index(
    change: tuple[str, str], rewritten: Callable[..., str], oracle: Callable[[str], Path]
) -> None:
    aggregated = published(oracle, "Aggregated")
    scores = dict(
        rated(rewritten(FRAMEWORK, change), oracle).to_polars().select("service", "score").iter_rows()
    )
    off = sum(abs(score - aggregated[country]["Index"]) > 1e-6 for country, score in scores.items())
    assert off > 10


def test_python_the_command_and_cpp_give_the_same_bits(
    three_ways: Callable[[Path, Path, str], list[dict[str, tuple[str, str, str]]]],
    oracle: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    table = tmp_path / "raw.csv"
    raw(oracle).write_csv(table)
    in_python, by_command, in_cpp = three_ways(ROOT / FRAMEWORK, table, "UnitCode")
    assert len(in_python) == 51
    assert in_python == by_command == in_cpp


def test_saved_norms_rate_one_country_alone_as_among_all(
    ratings: vm.Ratings, oracle: Callable[[str], Path], tmp_path: Path
) -> None:
    ratings.norms.save(tmp_path / "norms.toml")
    norms = vm.Norms.load(tmp_path / "norms.toml")
    rules = vm.Framework.load(ROOT / FRAMEWORK)
    assert 'peers = "Asia"' in (tmp_path / "norms.toml").read_text(encoding="utf-8")
    laos = raw(oracle).filter(pl.col("UnitCode") == "LAO")
    one = rules.rate(rules.read_measures(laos, id="UnitCode"), norms=norms)
    assert one["LAO"].lowest_score == ratings["LAO"].lowest_score
