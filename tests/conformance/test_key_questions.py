# SPDX-License-Identifier: MIT
"""The overall rating from five key questions, for everything that five ratings can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations_with_replacement, product
from pathlib import Path

import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = ("Outstanding", "Good", "Requires improvement", "Inadequate")
QUESTIONS = ("safe", "effective", "caring", "responsive", "well_led")


@pytest.fixture(scope="module")
def framework() -> vm.Framework:
    return vm.Framework.load(ROOT / "examples/frameworks/cqc_key_questions.toml")


def counted(framework: vm.Framework, rows: Sequence[tuple[str, ...]]) -> dict[str, int]:
    """Rate rows of five words, in columns; count the bands."""
    columns = {name: [row[i] for row in rows] for i, name in enumerate(QUESTIONS)}
    table = {"service": [f"made up {i}" for i in range(len(rows))], **columns}
    return dict(Counter(framework.rate(table).to_polars()["band"]))


def test_all_combinations_of_five_ratings(framework: vm.Framework) -> None:
    rows = list(product(WORDS, repeat=5))
    assert counted(framework, rows) == {
        "Inadequate": 376,
        "Requires improvement": 536,
        "Good": 86,
        "Outstanding": 26,
    }


def test_all_combinations_whatever_their_order(framework: vm.Framework) -> None:
    rows = list(combinations_with_replacement(WORDS, 5))
    assert counted(framework, rows) == {
        "Inadequate": 20,
        "Requires improvement": 25,
        "Good": 7,
        "Outstanding": 4,
    }


@pytest.mark.parametrize(
    ("words", "band"),
    [
        pytest.param("Inadequate Inadequate Good - -", "Inadequate", id="two are enough for the worst"),
        pytest.param("Inadequate Inadequate - - -", "Not rated", id="too few of the five are known"),
        pytest.param("Good Good Good Good -", "Not rated", id="the fifth could be Inadequate"),
        pytest.param("Inadequate Good Good Good -", "Not rated", id="the fifth could be a second Inadequate"),
        pytest.param("Outstanding Outstanding Good Good -", "Not rated", id="the fifth could fall short"),
        pytest.param("- - - - -", "Not rated", id="nothing is known"),
    ],
)
def test_absent_ratings_are_unknown_and_not_good(framework: vm.Framework, words: str, band: str) -> None:
    given = zip(QUESTIONS, words.split(), strict=True)
    position = {word: float(i + 1) for i, word in enumerate(WORDS)}
    known = {name: position[word] for name, word in given if word != "-"}
    assert framework.explain_one(known).band == band


def test_a_rating_in_other_capitals_is_the_same(framework: vm.Framework) -> None:
    row = ("Good", "Good", "good", "GOOD", "Requires Improvement")
    assert counted(framework, [row]) == {"Good": 1}
