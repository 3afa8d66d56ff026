# SPDX-License-Identifier: MIT
"""The command `vermeil signals`: a panel in, signals and alarms out."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import polars as pl
import pytest

import vermeil as vm
from vermeil.cli.run import run
from vermeil.cli.signals import _delays


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    """Write a made-up panel: 30 services, 28 months, a share and a number; falls of S07 rise at the end."""
    rng = np.random.default_rng(4)
    services, months = 30, 28
    n = rng.integers(15, 40, services * months)
    falls = rng.poisson(4, services * months).astype(float)
    falls[7 * months + 25 : 8 * months] += 20
    frame = pl.DataFrame(
        {
            "service": [f"S{s:02}" for s in range(services) for _ in range(months)],
            "month": [f"{2023 + m // 12}-{m % 12 + 1:02}" for _ in range(services) for m in range(months)],
            "falls": falls,
            "content": 0.8,
            "content.n": n,
            "content.count": rng.binomial(n, 0.8),
        }
    )
    frame.write_csv(tmp_path / "panel.csv")
    return tmp_path / "panel.csv"


def test_signals_and_alarms_are_written_and_said(
    panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["signals", str(panel), "--out", str(tmp_path / "out"), "--improves", "falls=down"]
    assert run([*words, "--improves", "content=up", "--visits", "2", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    signals = pl.read_csv(tmp_path / "out" / "signals.csv")
    assert said["signals"] == signals.height
    loud = signals.filter(
        pl.col("service") == "S07", pl.col("measure") == "falls", pl.col("rule") == "outside"
    )
    assert loud["reading"].to_list() == ["concerning"]
    charts = pl.read_csv(tmp_path / "out" / "charts.csv")
    assert set(charts.select("measure", "chart").iter_rows()) == {("falls", "xmr"), ("content", "p")}
    alerts = pl.read_csv(tmp_path / "out" / "alerts.csv")
    assert alerts["service"][0] == "S07"
    assert alerts["measure"][0] == "falls"
    assert said["alarms"] == alerts["alarm"].sum()
    delays = pl.read_csv(tmp_path / "out" / "delays.csv")
    assert set(delays["way"]) == {"budget", "four_rules"}
    if find_spec("altair") and find_spec("vl_convert"):
        drawn = (tmp_path / "out" / "delays.svg").read_text(encoding="utf-8")
        assert "made-up counts of 30 services, 2 visits a period" in drawn


def test_people_read_the_words(panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["signals", str(panel), "--out", str(tmp_path / "out"), "--improves", "falls=down"]) == 0
    said = capsys.readouterr().out
    assert "S07 falls: " in said
    assert "above the upper limit" in said
    assert not (tmp_path / "out" / "alerts.csv").exists()


def test_a_share_without_its_value_is_charted_and_what_is_not_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    months = [f"{2023 + m // 12}-{m % 12 + 1:02}" for m in range(14)]
    late = [4, 5, 4, 6, 5, 4, 5, 6, 4, 5, 4, 5, 4, 20]
    frame = pl.DataFrame({"service": "A", "month": months, "late.count": late, "late.n": 25, "falls.n": 9})
    frame.write_csv(tmp_path / "panel.csv")
    words = ["signals", str(tmp_path / "panel.csv"), "--out", str(tmp_path / "out")]
    assert run([*words, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["charts"] == 1
    assert said["not_charted"] == "not charted: falls.n"
    assert said["hint"].startswith("no signal of late is called better or worse")
    assert run([*words, "--improves", "late=down"]) == 0
    shown = capsys.readouterr().out
    assert "A late: 0.8 lies above the upper limit" in shown
    assert "--improves" not in shown


def test_a_measure_is_charted_and_judged_by_its_kind(
    panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["signals", str(panel), "--out", str(tmp_path / "out"), "--kind", "falls=count"]
    words += ["--kind", "content=rate", "--per", "content=100", "--target", "content=200"]
    assert run([*words, "--improves", "content=up", "--visits", "2", "--no-delays", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "delays" not in said
    charts = pl.read_csv(tmp_path / "out" / "charts.csv")
    assert set(charts.select("measure", "chart").iter_rows()) == {("falls", "c"), ("content", "u")}
    assert set(charts.filter(pl.col("measure") == "content")["assurance"]) == {"fail"}


def test_times_between_events_are_charted_and_not_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [31, 12, 55, 8, 40, 22, 17, 61, 25, 33, 14, 46, 29, 400]
    pl.DataFrame({"service": "A", "event": range(14), "days": days}).write_csv(tmp_path / "panel.csv")
    words = ["signals", str(tmp_path / "panel.csv"), "--out", str(tmp_path / "out"), "--visits", "1"]
    assert run([*words, "--kind", "days=time_between", "--improves", "days=up", "--no-delays"]) == 0
    assert "no alarms are set for times or cases between events: days" in capsys.readouterr().out
    assert pl.read_csv(tmp_path / "out" / "charts.csv")["chart"].to_list() == ["t"]


@pytest.mark.parametrize("value", [100, 0.1, 33.3, 1e9])
def test_numbers_that_never_move_raise_no_alarm(
    value: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    months = [f"{2022 + m // 12}-{m % 12 + 1:02}" for m in range(36)]
    services = [f"S{s}" for s in range(20)]
    frame = pl.DataFrame(
        {"service": [s for s in services for _ in months], "month": months * 20, "visits": value}
    )
    frame.write_csv(tmp_path / "panel.csv")
    words = ["signals", str(tmp_path / "panel.csv"), "--out", str(tmp_path / "out"), "--no-delays"]
    assert run([*words, "--visits", "2", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["signals"], said["alarms"], said["alerts"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("falls=sideways", "write a measure and up, down, neither, as falls=down"),
        ("trips=down", "names 'trips', which is no measure of"),
    ],
)
def test_a_direction_that_means_nothing_is_refused(
    option: str, message: str, panel: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["signals", str(panel), "--out", str(tmp_path / "out"), "--improves", option]) == 2
    assert message in capsys.readouterr().err


def test_a_table_without_services_or_months_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "panel.csv").write_text("service,falls\nA,1\n", encoding="utf-8")
    assert run(["signals", str(tmp_path / "panel.csv"), "--out", str(tmp_path / "out")]) == 2
    assert "a column 'service' and one 'month' or 'quarter'" in capsys.readouterr().err


def test_delays_of_many_services_are_studied_on_a_part_at_its_part_of_the_visits() -> None:
    charts = pl.DataFrame({"service": [f"S{at}" for at in range(3000)]})
    study, title = _delays(charts, vm.AlertRules(visits=30, baseline=24))
    assert title.endswith("made-up counts of 500 services, 5 visits a period")
    quiet = study.filter(pl.col("way") == "budget", pl.col("rise") == 1)["alarmed"]
    assert 2.5 < sum(quiet.to_list()) / quiet.len() < 7.5
