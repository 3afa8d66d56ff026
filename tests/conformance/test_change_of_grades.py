# SPDX-License-Identifier: MIT
"""Grades in Scotland against the month before: every published word of seven columns comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
FRAMEWORK = "tests/conformance/frameworks/scotland_change.toml"
MONTHS = ("care_inspectorate_scotland_2024-02-29.csv", "care_inspectorate_scotland_2024-03-31.csv")
Ways = Callable[[Path, Path, str], list[dict[str, tuple[str, str, str]]]]

#: Of each grade: its column of changes, and how many services the data call better, the same and worse.
CHANGES = {
    "MinGrade": ("MinGrade_change", 72, 9_858, 89),
    "KQ_Support_Wellbeing": ("KQ_Wellbeing_change", 45, 3_812, 38),
    "KQ_Care_and_Support_Planning": ("KQ_Planning_change", 33, 3_787, 26),
    "KQ_Setting": ("KQ_Setting_change", 47, 7_738, 58),
    "KQ_Staff_Team": ("KQ_Staff_change", 53, 8_186, 59),
    "KQ_Leadership": ("KQ_Leadership_change", 75, 9_847, 88),
    "KQ_Care_Play_and_Learning": ("KQ_CPL_change", 21, 6_053, 49),
}

#: Ways of getting the rule wrong, and how many words of the lowest grade they change.
WRONG = {
    "the wrong way round": (("now", "above"), ("now", "below"), 161),
    "no decline": (("now", "is"), ("now", "at_most"), 89),
    "the same is better": (("now", "above"), ("now", "at_least"), 9_858),
}


def two_months(grade: str, oracle: Callable[[str], Path]) -> pl.DataFrame:
    """Put the grade of March beside that of February, with the published word."""
    february, march = (pl.read_csv(oracle(name), infer_schema=False) for name in MONTHS)
    before = february.select("CSNumber", before=grade)
    now = march.select("CSNumber", now=grade, word=CHANGES[grade][0])
    return now.join(before, on="CSNumber", how="left")


@pytest.mark.parametrize("grade", CHANGES)
def test_every_published_change_comes_out(
    grade: str, oracle: Callable[[str], Path], three_ways: Ways, tmp_path: Path
) -> None:
    table = two_months(grade, oracle)
    file = tmp_path / "two_months.csv"
    table.drop("word").write_csv(file)
    in_python, by_command, in_cpp = three_ways(ROOT / FRAMEWORK, file, "CSNumber")
    assert in_python == by_command == in_cpp
    words = {service: word or "Not rated" for service, word in table.select("CSNumber", "word").rows()}
    assert {service: made[0] for service, made in in_python.items()} == words
    counted = [sum(word == each for word in words.values()) for each in ("Improve", "Same", "Decline")]
    assert counted == list(CHANGES[grade][1:])


@pytest.mark.parametrize(("right", "wrong", "words"), WRONG.values(), ids=WRONG)
def test_a_rule_told_wrongly_changes_words(
    right: tuple[str, str],
    wrong: tuple[str, str],
    words: int,
    oracle: Callable[[str], Path],
    rewritten: Callable[..., str],
) -> None:
    said, mistold = (f'measure = "{measure}", {word} =' for measure, word in (right, wrong))
    rules = vm.Framework.parse(rewritten(FRAMEWORK, (said, mistold)))
    table = two_months("MinGrade", oracle)
    bands = rules.rate(rules.read_measures(table, id="CSNumber")).to_polars()["band"]
    assert (bands != table["word"].fill_null("Not rated")).sum() == words
