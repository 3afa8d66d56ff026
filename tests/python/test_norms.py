# SPDX-License-Identifier: MIT
"""Norms: found, saved, used again, and refused where they do not fit."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import vermeil as vm
from vermeil.files import write_results

TEXT = """
language = 1
id = "waits"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01

[[fact]]
id = "region"

[[measure]]
id = "days"
weight = 1
scale = { min_max = [100, 0], peers = "region" }

[[band]]
name = "Short"
at_least = 50

[[band]]
name = "Long"
"""
TABLE = {"service": ["a", "b", "c", "d"], "region": [1, 1, 1, 2], "days": [1.0, 5.0, 3.0, 40.0]}


@pytest.fixture
def framework() -> vm.Framework:
    """Compare waits within a region."""
    return vm.Framework.parse(TEXT)


def test_services_are_compared_with_those_of_the_table_unless_norms_are_given(
    framework: vm.Framework,
) -> None:
    ratings = framework.rate(pl.DataFrame(TABLE))
    assert framework.is_relative
    assert ratings.to_polars()["score"].to_list() == [100, 0, 50, 50]
    assert len(ratings.norms) == 2
    assert ratings.norms.services == 4
    later = pl.DataFrame({"service": ["e"], "region": [1], "days": [4.0]})
    assert framework.rate(later, norms=ratings.norms).to_polars()["score"].to_list() == [25]
    assert framework.rate(later).to_polars()["score"].to_list() == [50]


def test_one_service_needs_norms(framework: vm.Framework) -> None:
    norms = framework.fit(pl.DataFrame(TABLE))
    assert framework.rate_one({"days": 2.0, "region": 1}, norms=norms).lowest_score == 75
    assert framework.explain_one({"days": 2.0, "region": 1}, norms=norms).band == "Short"
    with pytest.raises(vm.Error, match="give the norms that fit finds for 'days'"):
        framework.rate_one({"days": 2.0, "region": 1})


def test_norms_survive_their_file_and_serve_no_other_framework(
    framework: vm.Framework, tmp_path: Path
) -> None:
    norms = framework.fit(pl.DataFrame(TABLE))
    norms.save(tmp_path / "norms.toml")
    read = vm.Norms.load(tmp_path / "norms.toml")
    assert repr(read) == repr(norms) == "<Norms of waits 1: 2 from 4 services>"
    other = vm.Framework.parse(TEXT.replace('edition = "1"', 'edition = "2"'))
    with pytest.raises(vm.Error, match="norms of 'waits' 1 cannot serve 'waits' 2"):
        other.rate(pl.DataFrame(TABLE), norms=read)
    (tmp_path / "norms.toml").write_text("language = 1\nservices = many", encoding="utf-8")
    with pytest.raises(vm.DefinitionError, match=r"norms\.toml:2"):
        vm.Norms.load(tmp_path / "norms.toml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("min_max = [100, 0]", "min_max = [90, 0]"),
        ("min_max = [100, 0]", "z_score = -1"),
        ("min_max = [100, 0]", "min_max = [100, 0], winsorise = { deviations = 2 }"),
        ('peers = "region"', 'peers = "county"'),
    ],
)
def test_norms_of_a_changed_text_are_refused_even_in_one_edition(
    framework: vm.Framework, tmp_path: Path, old: str, new: str
) -> None:
    framework.fit(pl.DataFrame(TABLE)).save(tmp_path / "norms.toml")
    changed = vm.Framework.parse(TEXT.replace(old, new) + '[[fact]]\nid = "county"\n')
    table = pl.DataFrame(TABLE | {"county": [1, 1, 2, 2]})
    with pytest.raises(vm.Error, match=r"were found for .days. by .min_max .* fit it again"):
        changed.rate(table, norms=vm.Norms.load(tmp_path / "norms.toml"))


def test_an_absolute_framework_has_no_norms() -> None:
    framework = vm.Framework.parse(TEXT.replace('scale = { min_max = [100, 0], peers = "region" }', ""))
    assert not framework.is_relative
    assert len(framework.fit(pl.DataFrame(TABLE).with_columns(days=0.5))) == 0


def test_the_order_of_the_services_does_not_matter(framework: vm.Framework) -> None:
    table = pl.DataFrame(TABLE)
    one = framework.rate(table).to_polars().sort("service")
    other = framework.rate(table.reverse()).to_polars().sort("service")
    assert one.equals(other)


def test_regions_may_have_names_which_the_norms_keep(framework: vm.Framework, tmp_path: Path) -> None:
    named = TABLE | {"region": ["North", "north", "North", 'the "South"']}
    numbered = framework.rate(TABLE).to_polars()
    ratings = framework.rate(named)
    assert ratings.to_polars()["score"].to_list() == numbered["score"].to_list()
    ratings.norms.save(tmp_path / "norms.toml")
    saved = (tmp_path / "norms.toml").read_text(encoding="utf-8")
    assert 'peers = "North"' in saved
    assert 'peers = "the \\"South\\""' in saved
    norms = vm.Norms.load(tmp_path / "norms.toml")
    one = {"region": "NORTH", "days": 3.0}
    assert framework.rate_one(one, norms=norms)[1] == ratings["c"].lowest_score
    assert framework.rate_one({"region": "East", "days": 3.0}, norms=norms)[0] == "Not rated"


def test_a_name_and_a_number_are_not_mixed_up(framework: vm.Framework) -> None:
    mixed = TABLE | {"region": ["1", "1", "North", "North"]}
    norms = framework.rate(mixed).norms
    assert len(norms) == 2


def test_measures_that_are_written_hold_the_names(framework: vm.Framework, tmp_path: Path) -> None:
    named = TABLE | {"region": ["North", "north", None, "South"]}
    ratings = framework.rate(named)
    assert ratings.measures.to_polars()["region"].to_list() == ["North", "North", None, "South"]
    write_results(ratings, [], tmp_path)
    again = framework.rate(framework.read_measures(pl.read_csv(tmp_path / "measures.csv")))
    assert again.to_polars().equals(ratings.to_polars())
