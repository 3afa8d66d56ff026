# SPDX-License-Identifier: MIT
"""Every example in Python runs without a warning, the demo's claims hold, and the figures are the paper's."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = sorted((ROOT / "examples" / "python").glob("*.py"))
COUNTY = ROOT / "examples" / "data" / "east_sussex_2011"
RULES = ROOT / "examples" / "frameworks" / "east_sussex_2011.toml"
PUBLISHED = ROOT / "tests" / "data" / "east_sussex_2011_published.csv"
SURVEYED = "2010-11 Q4"


def run(example: Path, folder: Path) -> str:
    command = [sys.executable, "-W", "error", str(example)]
    asked = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    return asked.stdout


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("demo")
    return run(ROOT / "examples" / "python" / "demo.py", folder), folder / "build" / "demo"


@pytest.fixture(scope="module")
def evidence() -> vm.Evidence:
    return vm.Evidence.read(COUNTY)


@pytest.fixture(scope="module")
def every_item(evidence: vm.Evidence) -> vm.Measures:
    """Every question as a measure of its positive answers, written here apart from the example."""
    text = RULES.read_text(encoding="utf-8")
    surveys = text[text.index("[[survey]]") : text.index("[[group]]")]
    head = (
        'language = 1\nid = "items"\nedition = "1"\npublished_on = 2011-09-08\neffective_from = 2011-09-08\n'
    )
    positive = {
        "satisfaction": '["very satisfied", "satisfied"]',
        "complaint": '["yes"]',
        "complaint_settled": '["yes"]',
    }
    agreed = '["strongly agree", "agree"]'
    items = dict.fromkeys(row["item"] for row in rows_of(COUNTY / "survey_counts.csv"))
    measures = [
        f'[[measure]]\nid = "{item}"\n'
        f'value = {{ survey = "home-care", item = "{item}", positive = {positive.get(item, agreed)} }}\n'
        for item in items
    ]
    framework = vm.Framework.parse(head + surveys + "".join(measures) + '[[band]]\nname = "all"\n')
    drawn = framework.measure(evidence, SURVEYED)
    assert len(drawn.rejects()) == 0
    return drawn


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_example_runs(example: Path, tmp_path: Path) -> None:
    assert run(example, tmp_path).strip()


def test_there_are_examples() -> None:
    assert {example.name for example in EXAMPLES} >= {"demo.py", "published_percentages.py"}


def test_the_county_has_no_rejects(evidence: vm.Evidence) -> None:
    assert len(evidence.rejects()) == 0
    assert len(vm.Framework.load(RULES).measure(evidence, SURVEYED).rejects()) == 0


@pytest.mark.parametrize("row", rows_of(PUBLISHED), ids=lambda row: row["item"])
def test_a_share_and_its_interval_are_those_of_the_paper(
    every_item: vm.Measures, row: dict[str, str]
) -> None:
    cell = every_item.cell("county", row["item"])
    value = cell["value"]
    assert value is not None
    assert (cell["count"], cell["n"]) == (int(row["positive"]), int(row["n"]))
    found = [100 * each for each in (value, *cell["interval"])]
    printed = [float(row[name]) for name in ("percent", "lower", "upper")]
    assert found == pytest.approx(printed, abs=float(row["tolerance"]) + 1e-9)


def test_the_lost_cell_is_unknown_and_never_0(every_item: vm.Measures) -> None:
    cell = every_item.cell("county", "choice")
    assert cell["value"] is None
    assert cell["state"] == "unknown"


def test_a_routed_question_has_the_base_of_those_who_answered_it(every_item: vm.Measures) -> None:
    cell = every_item.cell("county", "complaint_settled")
    assert (cell["count"], cell["n"]) == (28, 44)


def test_the_response_rate_is_34_percent(evidence: vm.Evidence) -> None:
    assert evidence.response_rates() == [("county", SURVEYED, 0.34)]


def test_every_printed_cell_is_its_count_over_its_items_base() -> None:
    counts = [row for row in rows_of(COUNTY / "survey_counts.csv") if row["item"] != "choice"]
    printed = {
        (row["item"], row["answer"]): row["percent"] for row in rows_of(COUNTY / "published_percentages.csv")
    }
    base = {row["item"]: 0 for row in counts}
    for row in counts:
        base[row["item"]] += int(row["count"])
    for row in counts:
        share = 100 * int(row["count"]) / base[row["item"]]
        assert share == pytest.approx(float(printed[row["item"], row["answer"]]), abs=0.05 + 1e-9), row
    assert len(counts) == 99


def test_the_county_is_not_rated_because_four_measures_are_not_published(evidence: vm.Evidence) -> None:
    framework = vm.Framework.load(RULES)
    rating = framework.rate(framework.measure(evidence, SURVEYED))["county"]
    assert rating.band == "Not rated"
    trace = json.loads(rating.json)
    assert (trace["lowest"], trace["highest"]) == ("Bronze", "Gold")
    assert [round(group["lowest_score"], 1) for group in trace["groups"][:3]] == [81.2, 73.0, 82.6]
    unknown = [each["measure"] for each in trace["measures"] if each["state"] == "unknown"]
    assert unknown == ["qualifications", "continuity", "turnover", "rttm_compliance"]


def test_the_demo_reproduces_every_printed_percentage(demo: tuple[str, Path]) -> None:
    said = demo[0]
    found = re.findall(r"(\d+) of (\d+) printed percentages of answers reproduced to 0.1", said)
    assert found == [("101", "101")]
    assert "Counts that would reproduce all 4: [16]" in said
    assert "Forms returned: 34.0 % of those sent; printed: 34 %" in said


def test_the_demo_lists_where_adding_rounded_percentages_goes_astray(demo: tuple[str, Path]) -> None:
    astray = re.findall(r"^  (\w+) +([\d.]+) from counts, ([\d.]+) by adding", demo[0], re.MULTILINE)
    assert astray == [
        ("control", "54.5", "54.6"),
        ("independence", "83.9", "84.0"),
        ("activities", "56.5", "56.4"),
        ("discretion", "89.9", "89.8"),
    ]


def test_the_demo_shows_every_outcome_and_says_made_up(demo: tuple[str, Path]) -> None:
    said, out = demo
    rated = pl.read_csv(out / "ratings.csv")
    assert rated.columns[:4] == ["service", "quarter", "band", "score"]
    assert set(rated["band"]) == {"Gold", "Silver", "Bronze", "Not rated"}
    for service, band in rated.select("service", "band").iter_rows():
        assert re.search(rf"^  {service} +{band} ", said, re.MULTILINE)
    assert "a contract default notice is open" in said
    assert said.count("MADE UP: ") == 3


def test_the_demo_sets_services_side_by_side_by_their_visits(demo: tuple[str, Path]) -> None:
    said, out = demo
    league = pl.read_csv(out / "league" / "ratings.csv").sort("score", descending=True, nulls_last=True)
    shown = re.findall(r"^  (MU-\d+) +(\w+) +([\d.]+) +\d+% ", said, re.MULTILINE)
    best_and_worst = [*league.head(3).rows(), *league.drop_nulls("score").tail(3).rows()]
    assert shown == [(row[0], row[2], f"{row[3]:.1f}") for row in best_and_worst]
    assert {"Gold", "Silver", "Bronze"} <= set(league["band"])


def test_the_demo_scores_risk(demo: tuple[str, Path]) -> None:
    said, out = demo
    scored = pl.read_csv(out / "risk" / "risk.csv")
    assert scored.columns[:4] == ["service", "as_of", "level", "points"]
    assert {"Green", "Amber", "Red"} <= set(scored["level"]) <= {"Green", "Amber", "Red", "Not rated"}
    assert "straight to Red: new placements are embargoed" in said


def test_the_demo_writes_what_it_names(demo: tuple[str, Path]) -> None:
    said, out = demo
    named = re.findall(r"^  build/demo/(\S+)$", said, re.MULTILINE)
    assert {"ratings.csv", "measures.csv", "trace.jsonl", "rejects.csv", "risk/risk.csv"} <= set(named)
    assert all((out / name).stat().st_size > 0 for name in named)
    assert pl.read_csv(out / "rejects.csv").height == 14
    traces = [json.loads(line) for line in (out / "trace.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(traces) == 24


def test_two_editions_of_east_sussex_are_shown_at_work(tmp_path: Path) -> None:
    said = run(ROOT / "examples" / "python" / "two_editions.py", tmp_path).splitlines()
    assert said == [
        "2012-13 Q2: edition 2011.1",
        "2012-13 Q3: edition 2012.1",
        "band Gold: 80 -> 85; 51.0 % of the services or more reached it in 4 quarters in a row",
        "P3: Gold -> Silver, score 82.0",
    ]
