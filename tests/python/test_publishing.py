# SPDX-License-Identifier: MIT
"""Nothing of risk is published by accident: every result of it is refused, as it is or by detours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from oversight_for_tests import DAY, LADDER, SCHEME, SINCE, WATCH, evidence_of, market, write_tables

import vermeil as vm
from vermeil.cli.run import run
from vermeil.publishing import PUBLISHABLE, mark_internal


def risk() -> vm.RiskScores:
    return vm.RiskScheme.load(SCHEME).score(evidence_of(), DAY)


def stands() -> vm.Escalation:
    return vm.Ladder.load(LADDER).stands(evidence_of(), DAY, risk=risk())


def pack() -> vm.PanelPack:
    rules = vm.RiskScheme.load(SCHEME)
    return vm.panel(rules, evidence_of(), DAY, SINCE, ladder=vm.Ladder.load(LADDER), market=market())


INTERNAL_TABLES: dict[str, Callable[[], vm.Table]] = {
    "risk": risk,
    "standings": lambda: stands().standings,
    "embargoes": lambda: stands().embargoes,
    "overdue": lambda: stands().overdue,
    "broker": lambda: stands().broker(market()),
    "watch": lambda: vm.WatchList(WATCH, evidence_of(), market(), DAY, risk=risk()),
    **{f"panel {name}": lambda name=name: pack().tables[name] for name in pack().tables},
}


@pytest.mark.parametrize("name", INTERNAL_TABLES)
def test_no_internal_result_may_be_published(name: str) -> None:
    table = INTERNAL_TABLES[name]()
    assert isinstance(table, vm.InternalTable)
    for allowed in PUBLISHABLE:
        with pytest.raises(vm.Error, match="is internal: nothing of risk"):
            vm.publishable(table, allowed)


@pytest.mark.parametrize("name", INTERNAL_TABLES)
def test_neither_may_it_be_through_another_library(name: str) -> None:
    frame = INTERNAL_TABLES[name]().to_polars()
    for allowed in PUBLISHABLE:
        with pytest.raises(vm.Error, match="cannot be published with the column"):
            vm.publishable(frame, allowed)


def test_every_result_of_risk_that_the_package_gives_is_internal() -> None:
    assert issubclass(vm.RiskScores, vm.InternalTable)
    assert issubclass(vm.WatchList, vm.InternalTable)
    assert not issubclass(vm.Ratings, vm.InternalTable)


def test_ratings_may_be_published_and_no_other_name_may() -> None:
    rated = {"service": ["S1"], "quarter": ["2024-25 Q3"], "band": ["Gold"], "score": ["81.0"]}
    assert len(vm.publishable(rated, "ratings")) == 1
    with pytest.raises(vm.Error, match="no table 'risk' may be published; those that may are ratings"):
        vm.publishable(rated, "risk")


def test_the_ratings_of_every_shipped_framework_fit(tmp_path: Path) -> None:
    made = vm.make_up(tmp_path / "made", services=4, quarters=1)
    framework = vm.Framework.load(SCHEME.parent / "east_sussex_2011.toml")
    ratings = framework.rate(framework.measure(vm.Evidence.read(made.directory), made.quarters[-1]))
    assert len(vm.publishable(ratings, "ratings")) == 4


COMMANDS = {
    "risk": ["risk", SCHEME, "--as-of", DAY],
    "ladder": ["ladder", LADDER, "--as-of", DAY, "--scheme", SCHEME],
    "watch": ["watch", WATCH, "--as-of", DAY, "--scheme", SCHEME],
    "panel": ["panel", SCHEME, "--as-of", DAY, "--since", SINCE, "--ladder", LADDER],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_folder_of_results_of_risk_is_marked_and_refused(name: str, tmp_path: Path) -> None:
    place, out = write_tables(tmp_path / "evidence"), tmp_path / "out"
    assert run([*map(str, COMMANDS[name]), "--evidence", str(place), "--out", str(out)]) == 0
    assert (out / "INTERNAL.txt").read_text(encoding="utf-8").startswith(vm.INTERNAL)
    with pytest.raises(vm.Error, match="are internal and are not published"):
        vm.refuse_internal_folder(out)
    if name != "risk":
        assert all(path.name.lower().startswith("internal") for path in out.iterdir())
    for path in out.glob("*.csv"):
        if path.name != "rejects.csv":
            with pytest.raises(vm.Error):
                vm.publishable(pl.read_csv(path, infer_schema=False), "ratings")


def test_a_folder_without_internal_results_passes(tmp_path: Path) -> None:
    (tmp_path / "ratings.csv").write_text("service,band\nS1,Gold\n")
    vm.refuse_internal_folder(tmp_path)
    mark_internal(tmp_path / "deep", "a test")
    with pytest.raises(vm.Error, match="internal"):
        vm.refuse_internal_folder(tmp_path)
