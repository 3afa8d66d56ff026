# SPDX-License-Identifier: MIT
"""Schemes of others that nobody here rates by: the language says them, and plain Python agrees."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from other_schemes import OTHERS, WRONG, Made, Row
from ways import by_command, in_python

FRAMEWORKS = "tests/conformance/frameworks"
CLOSE = 1e-8
PUBLISHED = {"Norway": 0.957, "Niger": 0.394, "Sudan": 0.510}


def written(rows: list[Row], path: Path) -> Path:
    """Write rows as a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path


def apart(made: dict[str, tuple[str, str, str]], expected: Made) -> list[str]:
    """Name the services with another band, or a score further away than the last decimals."""
    assert made.keys() == expected.keys()
    return [
        service
        for service, (band, score) in expected.items()
        if made[service][0] != band
        or (score is not None and abs(float.fromhex(made[service][1]) - score) > CLOSE)
    ]


@pytest.mark.parametrize("name", OTHERS)
def test_the_command_and_the_library_give_what_the_plain_rule_gives(
    name: str, rewritten: Callable[..., str], tmp_path: Path
) -> None:
    rows_of, rule, _ = OTHERS[name]
    rows = rows_of()
    table, framework = written(rows, tmp_path / "made_up.csv"), tmp_path / "framework.toml"
    framework.write_text(rewritten(f"{FRAMEWORKS}/{name}.toml"), encoding="utf-8")
    command = by_command(framework, table, "service")
    expected = rule(rows)
    assert apart(command, expected) == []
    assert len({band for band, _ in expected.values()}) > 1
    assert in_python(framework, table, "service") == command


def test_each_scheme_is_told_wrongly_in_three_ways() -> None:
    assert {len(set(changes)) for _, _, changes in OTHERS.values()} == {3}


@pytest.mark.parametrize(("name", "change"), WRONG)
def test_a_rule_told_wrongly_gives_something_else(
    name: str, change: tuple[str, str], rewritten: Callable[..., str], tmp_path: Path
) -> None:
    rows_of, rule, _ = OTHERS[name]
    rows = rows_of()
    framework = tmp_path / "framework.toml"
    framework.write_text(rewritten(f"{FRAMEWORKS}/{name}.toml", change), encoding="utf-8")
    made = in_python(framework, written(rows, tmp_path / "made_up.csv"), "service")
    assert apart(made, rule(rows)) != []


def test_published_indices_of_human_development(tmp_path: Path) -> None:
    rows = OTHERS["human_development"][0]()
    made = in_python(
        Path(FRAMEWORKS, "human_development.toml").resolve(), written(rows, tmp_path / "t.csv"), "service"
    )
    assert {country: float.fromhex(made[country][1]) for country in PUBLISHED} == PUBLISHED
