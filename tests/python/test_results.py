# SPDX-License-Identifier: MIT
"""Results go out as files that read back as the same, and that a spreadsheet may open."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm
from vermeil.files import read_table
from vermeil.results import write_results

RULES = """
language = 1
id = "example"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[measure]]
id = "dignity"
weight = 1
[[measure]]
id = "turnover"
weight = 3
[[band]]
name = "Gold"
at_least = 80
[[band]]
name = "Bronze"
"""


def rated(services: list[str], shares: list[float | None]) -> vm.Ratings:
    """Rate services whose two measures have the same share."""
    framework = vm.Framework.parse(RULES)
    table = {"service": services, "dignity": shares, "turnover": shares}
    return framework.rate(framework.read_measures(pl.DataFrame(table), quarter="2024-25 Q3"))


def test_ratings_are_written_sorted_with_the_agreed_columns_first(tmp_path: Path) -> None:
    written = write_results(rated(["S2", "S10", "S1"], [0.9, 0.1, None]), [], tmp_path / "new" / "folder")
    names = ["ratings.csv", "measures.csv", "trace.jsonl", "rejects.csv", "ratings.xlsx"]
    assert [path.name for path in written] == names
    lines = written[0].read_text().splitlines()
    assert lines[0].startswith("service,quarter,band,score,")
    assert [line.split(",")[:3] for line in lines[1:]] == [
        ["S1", "2024-25 Q3", "Not rated"],
        ["S10", "2024-25 Q3", "Bronze"],
        ["S2", "2024-25 Q3", "Gold"],
    ]
    assert written[3].read_text() == "source,row,column,value,reason,outcome\n"


def test_numbers_read_back_as_the_same_bits(tmp_path: Path) -> None:
    shares = [0.1 + 0.2, 1 / 3, 5e-324, 0.9999999999999999]
    services = [f"S{i}" for i in range(len(shares))]
    write_results(rated(services, list(shares)), [], tmp_path)
    read = pl.read_csv(tmp_path / "measures.csv")["dignity"].to_list()
    assert [struct.pack("d", one) for one in read] == [struct.pack("d", one) for one in shares]


def test_written_measures_are_rated_the_same_again(tmp_path: Path) -> None:
    first = rated(["S2", "S3", "S1"], [1 / 3, 0.1 + 0.7, None])
    write_results(first, [], tmp_path / "first")
    framework = vm.Framework.parse(RULES)
    table = vm.Table(read_table(tmp_path / "first" / "measures.csv"))
    measures = framework.read_measures(table, quarter="2024-25 Q3")
    write_results(framework.rate(measures), [measures.rejects()], tmp_path / "second")
    for name in ("ratings.csv", "trace.jsonl", "measures.csv", "rejects.csv"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_states_are_written_as_words(tmp_path: Path) -> None:
    write_results(rated(["S1", "S2"], [0.5, None]), [], tmp_path)
    assert pl.read_csv(tmp_path / "measures.csv")["dignity.state"].to_list() == ["present", "unknown"]


def test_each_line_of_the_trace_holds_the_steps_and_the_words(tmp_path: Path) -> None:
    ratings = rated(["S2", "S1"], [0.9, 0.1])
    write_results(ratings, [], tmp_path)
    steps = [json.loads(line) for line in (tmp_path / "trace.jsonl").read_text().splitlines()]
    assert [step["service"] for step in steps] == ["S1", "S2"]
    for step in steps:
        assert step.pop("explanation") == ratings[step["service"]].explain().split("\n")
        assert step == json.loads(ratings[step["service"]].json)


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-cmd", "@sum"])
def test_a_text_like_a_formula_is_written_with_an_apostrophe(text: str, tmp_path: Path) -> None:
    rejects = vm.Evidence(services={"service": ["S1"], "provider": ["P1"], "first_day": [text]}).rejects()
    write_results(rated(["S1"], [0.5]), [rejects], tmp_path)
    assert pl.read_csv(tmp_path / "rejects.csv")["value"].to_list() == ["'" + text]


@pytest.mark.parametrize("text", ["-3", "+1.5", "S-1", "1-2"])
def test_a_number_or_an_inner_sign_is_written_as_it_is(text: str, tmp_path: Path) -> None:
    rejects = vm.Evidence(services={"service": ["S1"], "provider": ["P1"], "first_day": [text]}).rejects()
    write_results(rated(["S1"], [0.5]), [rejects], tmp_path)
    assert pl.read_csv(tmp_path / "rejects.csv", infer_schema=False)["value"].to_list() == [text]


def test_the_services_pass_through_what_tracks_them(tmp_path: Path) -> None:
    seen: list[str] = []

    def tracked(services: list[str]) -> list[str]:
        seen.extend(services)
        return services

    write_results(rated(["S2", "S1"], [0.9, 0.1]), [], tmp_path, tracked=tracked)
    assert seen == ["S1", "S2"]


def test_without_a_trace_the_other_files_are_the_same(tmp_path: Path) -> None:
    ratings = rated(["S2", "S1"], [0.9, 0.1])
    whole = write_results(ratings, [], tmp_path / "whole")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "trace.jsonl").write_text("another rating's", encoding="utf-8")
    bare = write_results(ratings, [], tmp_path / "bare", trace=False)
    assert [path.name for path in whole if path.name != "trace.jsonl"] == [path.name for path in bare]
    assert not (tmp_path / "bare" / "trace.jsonl").exists()
    for path in bare:
        if path.suffix == ".csv":
            assert path.read_bytes() == (tmp_path / "whole" / path.name).read_bytes()


def test_the_trace_does_not_depend_on_how_many_explain(tmp_path: Path) -> None:
    count = 1500  # more than are explained at once
    shares = [None if i % 7 == 0 else i / count for i in range(count)]
    ratings = rated([f"S{i}" for i in range(count)], shares)
    for threads in (1, 2, 3):
        write_results(ratings, [], tmp_path / str(threads), threads=threads)
    first = (tmp_path / "1" / "trace.jsonl").read_text(encoding="utf-8")
    assert first.count("\n") == count
    assert all((tmp_path / name / "trace.jsonl").read_text(encoding="utf-8") == first for name in "23")
    one = ratings["S8"]
    line = next(json.loads(each) for each in first.splitlines() if '"service": "S8"' in each)
    assert line == json.loads(one.json) | {"explanation": one.explain().split("\n")}
