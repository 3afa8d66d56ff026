# SPDX-License-Identifier: MIT
"""vermeil backtest: its files, what it prints, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vermeil.cli.run import run
from vermeil.made_up import Decline, make_up

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEME = ROOT / "examples" / "frameworks" / "rotherham_early_warning.toml"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("history")
    return make_up(place, services=200, quarters=12, seed=1, decline=Decline.PLANTED).directory


def backtest(*arguments: str | Path) -> int:
    return run(["backtest", str(SCHEME), *map(str, arguments)])


def test_a_scheme_that_wins_leaves_with_0_and_its_files(
    history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        backtest(
            "--history", history, "--out", tmp_path, "--outcome", "rating:cqc", "--outcome", "rating:pamms"
        )
        == 0
    )
    said = capsys.readouterr().out
    assert "MADE UP" in said
    assert "The scheme ranks better than every naive rule" in said
    assert "backtest.json, backtest.html, INTERNAL.txt, rejects.csv" in said
    figures = json.loads((tmp_path / "backtest.json").read_text(encoding="utf-8"))
    rules = figures["reports"][0]["rules"]
    assert [each["capacity"] for each in rules[0]["lists"]] == [5, 10, 20]
    assert {"recall", "precision", "lead_days"} <= set(rules[0]["lists"][0])
    assert all(rule["area_under_curve"] is not None and rule["interval"] for rule in rules)
    assert "MADE UP" in (tmp_path / "backtest.html").read_text(encoding="utf-8")
    assert "figures.csv" not in (tmp_path / "rejects.csv").read_text(encoding="utf-8")


def test_what_cannot_be_told_leaves_with_1(
    history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--history", history, "--out", tmp_path, "--outcome", "event:flood", "--every", "quarter"]
    assert backtest(*given, "--visits", "3", "--visits", "6", "--horizon", "6", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["reports"][0]["verdict"] == "cannot_tell"
    assert said["reports"][0]["notes"] == ["No service had the outcome in the history."]
    figures = json.loads((tmp_path / "backtest.json").read_text(encoding="utf-8"))
    assert (figures["walk"]["every"], figures["walk"]["horizon_months"]) == ("quarter", 6)
    assert figures["walk"]["capacities"] == [3, 6]


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        (["--outcome", "flood"], "'flood' is no outcome; write rating:SOURCE"),
        (["--from", "soon"], "'soon' is not a date"),
        (["--from", "2025-01-01", "--to", "2024-01-01"], "cannot end on 2024-01-01, before it begins"),
        (["--visits", "6", "--visits", "3"], "must be whole numbers from 1, each above the one before"),
        (["--every", "day"], "'day' is not one of"),
    ],
)
def test_what_cannot_be_run_leaves_with_2_and_one_line(
    extra: list[str], message: str, history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert backtest("--history", history, "--out", tmp_path, *extra) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


def test_a_market_in_which_services_fail_is_made_up_on_request(tmp_path: Path) -> None:
    assert run(["make-up", str(tmp_path), "--services", "30", "--quarters", "8", "--decline", "planted"]) == 0
    assert "services fall, at random" in (tmp_path / "README.md").read_text(encoding="utf-8")
