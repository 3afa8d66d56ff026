# SPDX-License-Identifier: MIT
"""Each command: the files that it writes, what it says and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm
from vermeil.cli.run import run

FRAMEWORKS = Path(__file__).resolve().parent.parent.parent / "examples" / "frameworks"
RULES = FRAMEWORKS / "east_sussex_2011.toml"
SCHEME = FRAMEWORKS / "rotherham_early_warning.toml"
QUARTER = "2024-25 Q4"
LAST_DAY = "2025-03-31"


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make up a market; some of its rows are wrong on purpose."""
    folder = tmp_path_factory.mktemp("market")
    assert run(["make-up", str(folder), "--services", "12", "--quarters", "4", "--seed", "3"]) == 0
    return folder


def rate(*arguments: str | Path) -> int:
    return run(["rate", str(RULES), *map(str, arguments)])


def test_rate_writes_what_the_library_finds(market: Path, tmp_path: Path) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path) == 0
    framework = vm.Framework.load(RULES)
    ratings = framework.rate(framework.measure(vm.Evidence.read(market), QUARTER)).to_polars()
    written = pl.read_csv(tmp_path / "ratings.csv")
    assert written.columns[:4] == ["service", "quarter", "band", "score"]
    for column in ("service", "band", "score", "lowest_score", "highest_score", "coverage"):
        assert written[column].to_list() == ratings[column].to_list()


def test_rate_tells_rejects_from_evidence_and_from_the_framework(market: Path, tmp_path: Path) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path) == 0
    rejects = pl.read_csv(tmp_path / "rejects.csv")
    assert rejects.columns == ["source", "row", "column", "value", "reason", "outcome"]
    assert {"counts.csv", "survey_counts.csv"} <= set(rejects["source"])


def test_strict_leaves_with_1_where_rows_were_rejected(market: Path, tmp_path: Path) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path, "--strict") == 1
    assert (tmp_path / "ratings.xlsx").is_file()


def test_strict_leaves_with_0_where_nothing_was_rejected(market: Path, tmp_path: Path) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path / "a") == 0
    again = ("--measures", tmp_path / "a" / "measures.csv", "--quarter", QUARTER, "--out", tmp_path / "b")
    assert rate(*again, "--strict") == 0


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_measures_from_a_file_are_rated_as_those_from_evidence(
    market: Path, tmp_path: Path, ending: str
) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path / "a") == 0
    frame = pl.read_csv(tmp_path / "a" / "measures.csv").rename({"service": "branch"})
    path = tmp_path / f"figures{ending}"
    {".csv": frame.write_csv, ".parquet": frame.write_parquet}[ending](path)
    given = ("--measures", path, "--id", "branch", "--quarter", QUARTER, "--out", tmp_path / "b")
    assert rate(*given, "--threads", "2") == 0
    assert (tmp_path / "a" / "ratings.csv").read_bytes() == (tmp_path / "b" / "ratings.csv").read_bytes()


def test_measures_from_a_workbook_are_rated_as_far_as_its_digits_go(market: Path, tmp_path: Path) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path / "a") == 0
    pl.read_csv(tmp_path / "a" / "measures.csv").write_excel(tmp_path / "figures.xlsx")
    given = ("--measures", tmp_path / "figures.xlsx", "--quarter", QUARTER, "--out", tmp_path / "b")
    assert rate(*given) == 0
    first, second = (pl.read_csv(tmp_path / folder / "ratings.csv") for folder in ("a", "b"))
    assert first["band"].to_list() == second["band"].to_list()
    # The writer of this workbook keeps 16 digits of each share.
    assert second["highest_score"].to_list() == pytest.approx(first["highest_score"].to_list(), abs=1e-12)


def test_the_order_of_rows_does_not_matter(market: Path, tmp_path: Path) -> None:
    shuffled = tmp_path / "shuffled"
    shuffled.mkdir()
    for file in market.glob("*.csv"):
        pl.read_csv(file, infer_schema=False).sample(fraction=1, shuffle=True, seed=4).write_csv(
            shuffled / file.name
        )
    for number, place in enumerate((market, shuffled)):
        assert rate("--evidence", place, "--quarter", QUARTER, "--out", tmp_path / str(number)) == 0
    for name in ("ratings.csv", "measures.csv", "trace.jsonl"):
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes()


def test_rate_of_a_quarter_without_services_needs_a_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "services.csv").write_text("service,provider,first_day\nS1,P1,2024-05-01\n")
    assert rate("--evidence", tmp_path, "--quarter", "2023-24 Q4", "--out", tmp_path / "out") == 1
    assert "no service was open then" in capsys.readouterr().out


@pytest.mark.parametrize(("extra", "shown"), [((), "(masked)"), (("--unmasked",), "Form of a person")])
def test_values_that_name_people_are_masked_unless_asked(
    tmp_path: Path, extra: tuple[str, ...], shown: str
) -> None:
    (tmp_path / "services.csv").write_text("service,provider\nS1,P1\n")
    row = f"Form of a person,S1,{QUARTER},agree\n"
    (tmp_path / "survey_sheets.csv").write_text("sheet,service,quarter,dignity\n" + row + row)
    assert rate("--evidence", tmp_path, "--quarter", QUARTER, "--out", tmp_path / "out", *extra) == 0
    assert pl.read_csv(tmp_path / "out" / "rejects.csv")["value"].to_list() == [shown]
    everything = b"".join(path.read_bytes() for path in (tmp_path / "out").glob("*.[cj]s*"))
    assert (b"Form of a person" in everything) is bool(extra)


def test_evidence_without_services_names_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "events.csv").write_text("service,event,from\n")
    assert rate("--evidence", tmp_path, "--quarter", QUARTER, "--out", tmp_path / "out") == 2
    assert f"vermeil: {tmp_path}: there is no services table" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_risk_writes_levels_and_points(market: Path, tmp_path: Path) -> None:
    given = ["--evidence", str(market), "--as-of", LAST_DAY, "--out", str(tmp_path)]
    assert run(["risk", str(SCHEME), *given]) == 0
    risk = pl.read_csv(tmp_path / "risk.csv")
    assert risk.columns[:4] == ["service", "as_of", "level", "points"]
    assert set(risk["as_of"]) == {LAST_DAY}
    assert len(set(risk["level"])) > 1
    written = sorted(path.name for path in tmp_path.iterdir())
    tables = ["groups.csv", "prompts.csv", "providers.csv", "rejects.csv", "risk.csv"]
    assert written == ["INTERNAL.txt", *tables, "trace.jsonl"]


def test_risk_says_its_counts_as_json(
    market: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--evidence", str(market), "--as-of", LAST_DAY, "--out", str(tmp_path), "--json"]
    assert run(["risk", str(SCHEME), *given]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["as_of"] == LAST_DAY
    assert list(said["levels"]) == ["Red", "Amber", "Green", "Not rated"]


@pytest.mark.parametrize("day", ["2025-02-30", "31/03/2025", "2025-3-31 "])
def test_risk_refuses_what_is_no_day(market: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["risk", str(SCHEME), "--evidence", str(market), "--as-of", day, "--out", "x"]) == 2
    assert f"'{day.strip()}" in capsys.readouterr().err


def test_a_framework_is_no_risk_scheme(market: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--evidence", str(market), "--as-of", LAST_DAY, "--out", "x"]
    assert run(["risk", str(RULES), *given]) == 2
    assert "is no risk scheme" in capsys.readouterr().err


def test_explain_prints_the_steps_of_one_service(
    market: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path) == 0
    capsys.readouterr()
    framework = vm.Framework.load(RULES)
    rating = framework.rate(framework.measure(vm.Evidence.read(market), QUARTER))["MU-003"]
    assert run(["explain", str(tmp_path), "MU-003"]) == 0
    *steps, headline = rating.explain().split("\n")
    said = capsys.readouterr().out.splitlines()
    assert said == [f"MU-003, {QUARTER}: {headline}", *(f"  {step}" for step in steps)]


def test_lint_leaves_with_0_where_nothing_is_to_be_mended() -> None:
    assert run(["lint", str(RULES)]) == 0


def test_lint_leaves_with_1_where_something_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(RULES.read_text().replace("least_coverage = 0.6", "least_coverage = 0.0"))
    assert run(["lint", str(rules), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [finding["rule"] for finding in said["findings"]] == ["no-coverage"]


ACCEPTED = """
[[accepted]]
rule = "no-coverage"
because = "a made-up reason"
"""


def test_lint_leaves_with_0_where_the_framework_accepts_what_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(RULES.read_text().replace("least_coverage = 0.6", "least_coverage = 0.0") + ACCEPTED)
    assert run(["lint", str(rules)]) == 0
    said = capsys.readouterr().out
    assert "accepted: a made-up reason" in said
    assert f"{rules}: 1 accepted" in said


def test_lint_says_the_witness_and_what_a_market_and_other_editions_show(
    market: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rate("--evidence", market, "--quarter", QUARTER, "--out", tmp_path) == 0
    rules = tmp_path / "rules.toml"
    rules.write_text(RULES.read_text().replace("least_n = 10", "least_n = 5000", 1))
    capsys.readouterr()
    given = ["lint", str(rules), str(RULES), "--measures", str(tmp_path / "measures.csv")]
    assert run([*given, "--json"]) == 1
    found = {each["rule"]: each for each in json.loads(capsys.readouterr().out)["findings"]}
    assert found["edition-overlaps"]["witness"].startswith("both are edition '2011.1'")
    assert found["weight-never-counts"]["of"] == "dignity"
    framework = vm.Framework.load(rules)
    table = framework.read_measures(pl.read_csv(tmp_path / "measures.csv"))
    assert [each.witness for each in vm.lint(framework, table, [vm.Framework.load(RULES)])] == [
        each["witness"] for each in found.values()
    ]
    assert run(given) == 1
    assert "shown by: of 12 services the largest base is" in capsys.readouterr().out


def test_init_fits_the_workbook_to_a_framework_that_is_given(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path), "--framework", str(RULES)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["evidence.xlsx"]


def test_a_quarter_before_the_edition_applies_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    county = FRAMEWORKS.parent / "data" / "east_sussex_2011"
    for quarter, told in (("2010-11 Q4", True), ("2011-12 Q3", False)):
        rate("--evidence", county, "--quarter", quarter, "--out", tmp_path)
        said = capsys.readouterr().out
        assert ("edition 2011.1 applies from 2011-10-01; 2010-11 Q4 began before that" in said) is told
