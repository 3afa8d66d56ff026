# SPDX-License-Identifier: MIT
"""What `vermeil init` lays down."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbooks_for_tests import rows_of

import vermeil as vm
from vermeil.starter import words_of, write_starter

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples" / "frameworks"


def test_the_starter_framework_has_nothing_to_mend(tmp_path: Path) -> None:
    rules, _ = write_starter(tmp_path)
    assert vm.lint(vm.Framework.load(rules)) == []


def test_the_weights_and_cuts_of_the_starter_say_that_they_are_illustrations(tmp_path: Path) -> None:
    lines = write_starter(tmp_path)[0].read_text(encoding="utf-8").splitlines()
    figures = [line for line in lines if line.startswith(("weight", "at_least", "least_coverage"))]
    assert len(figures) > 6
    assert all("# illustration" in line for line in figures)


def test_words_come_from_measures_and_limiters() -> None:
    words = words_of((EXAMPLES / "rotherham_early_warning.toml").read_text(encoding="utf-8"))
    assert words.ratings["food_hygiene"] == ["5", "4", "3", "2", "1", "0"]
    assert words.events[:2] == ["safeguarding_decision", "unexpected_death"]
    assert len(words.events) == len(set(words.events))
    assert (words.answers, words.counts) == ({}, [])


def test_each_item_has_the_answers_of_its_own_scale() -> None:
    words = words_of((EXAMPLES / "east_sussex_2011.toml").read_text(encoding="utf-8"))
    assert words.answers["satisfaction"][0] == "very satisfied"
    assert words.answers["complaint"] == ["yes", "no"]
    assert words.counts == ["qualified_staff", "continuity", "leavers", "rttm_submissions"]


@pytest.mark.parametrize("there", ["framework.toml", "evidence.xlsx"])
def test_what_is_there_is_not_replaced(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    with pytest.raises(vm.Error, match=rf"{there}: is there already; --force replaces it"):
        write_starter(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "mine"


def test_force_replaces_it(tmp_path: Path) -> None:
    (tmp_path / "framework.toml").write_text("mine", encoding="utf-8")
    write_starter(tmp_path, force=True)
    assert vm.Framework.load(tmp_path / "framework.toml").id == "starter-home-care"


def test_a_framework_that_is_given_stays_and_gives_the_workbook_its_words(tmp_path: Path) -> None:
    made = write_starter(tmp_path, EXAMPLES / "rotherham_early_warning.toml")
    assert [path.name for path in made] == ["evidence.xlsx"]
    assert "embargo" in {cell for row in rows_of(made[0], "Words") for cell in row}


def test_the_workbook_has_the_sheets_that_the_framework_asks_for_and_no_others(tmp_path: Path) -> None:
    (starter,) = write_starter(tmp_path / "a")[1:]
    (scorecard,) = write_starter(tmp_path / "b", EXAMPLES / "home_care_scorecard.toml")
    usual = [row[0] for row in rows_of(starter, "Read me first")]
    asked = [row[0] for row in rows_of(scorecard, "Read me first")]
    assert "events" in usual
    assert not {"workforce", "complaints", "packages"} & set(usual)
    assert {"workforce", "complaints", "packages", "referrals", "finance"} < set(asked)
    assert not {"recommendations", "direct_payments"} & set(asked)


def test_a_framework_with_a_mistake_stops_it_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("language = 1\nid = 3\n", encoding="utf-8")
    with pytest.raises(vm.DefinitionError, match=r"mine\.toml:2:"):
        write_starter(tmp_path / "new", tmp_path / "mine.toml")
    assert not (tmp_path / "new").exists()
