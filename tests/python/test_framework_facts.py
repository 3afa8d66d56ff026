# SPDX-License-Identifier: MIT
"""A framework says of itself what its file says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import vermeil as vm

LEAGUE = Path(__file__).resolve().parents[2] / "examples" / "frameworks" / "call_monitoring.toml"


def test_a_file_and_its_text_are_one_framework() -> None:
    read, parsed = vm.Framework.load(LEAGUE), vm.Framework.parse(LEAGUE.read_text(encoding="utf-8"))
    assert type(read) is type(parsed) is vm.Framework
    assert read.measures == parsed.measures


def test_the_facts_are_those_of_the_file() -> None:
    league = vm.Framework.load(LEAGUE)
    assert (league.id, league.edition) == ("call-monitoring-league", "2024.1")
    assert league.title == "Call monitoring of home care: five measures (illustration)"
    assert league.effective_from == dt.date(2024, 4, 1)
    assert league.source.startswith("Central Bedfordshire")
    assert league.bands == ["Gold", "Silver", "Bronze"]
    assert [each["id"] for each in league.measures][:2] == ["punctuality", "length_of_stay"]
    assert league.groups == []
    assert not league.is_relative
    assert not league.is_steady
    assert repr(league) == "<Framework call-monitoring-league 2024.1: 7 measures, Gold, Silver, Bronze>"


def test_a_mistake_is_told_with_its_place() -> None:
    with pytest.raises(vm.DefinitionError, match="framework:1:"):
        vm.Framework.parse("language = 2")
