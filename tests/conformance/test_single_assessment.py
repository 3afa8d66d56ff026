# SPDX-License-Identifier: MIT
"""34 statements, five key questions and one rating, against the same rule written plainly."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
FRAMEWORK = "examples/frameworks/cqc_single_assessment.toml"
SIZES = {"safe": 8, "effective": 6, "caring": 5, "responsive": 7, "well_led": 8}
INADEQUATE = 'where = { is = "Inadequate" }, '
Scores = dict[str, list[int]]

# The least and the greatest sum of the scores for each rating of a key question, by its number of statements:
# half up to a whole percent, then 38, 62 and 87 as the last percents of the lower three. Worked out by hand.
SUMS = {
    5: {"Inadequate": (5, 7), "Requires improvement": (8, 12), "Good": (13, 17), "Outstanding": (18, 20)},
    6: {"Inadequate": (6, 9), "Requires improvement": (10, 14), "Good": (15, 20), "Outstanding": (21, 24)},
    7: {"Inadequate": (7, 10), "Requires improvement": (11, 17), "Good": (18, 24), "Outstanding": (25, 28)},
    8: {"Inadequate": (8, 12), "Requires improvement": (13, 19), "Good": (20, 27), "Outstanding": (28, 32)},
}


@pytest.fixture(scope="module")
def framework() -> vm.Framework:
    return vm.Framework.load(ROOT / FRAMEWORK)


def statements(framework: vm.Framework) -> dict[str, list[str]]:
    """Give the ids of the statements by key question."""
    return {
        group: [measure["id"] for measure in framework.measures if measure["within"] == group]
        for group in SIZES
    }


def rated(framework: vm.Framework, services: list[Scores]) -> list[str]:
    """Give the overall ratings."""
    table: dict[str, list[str] | list[int]] = {"service": [f"made up {i}" for i in range(len(services))]}
    for group, names in statements(framework).items():
        for place, name in enumerate(names):
            table[name] = [scores[group][place] for scores in services]
    bands: list[str] = framework.rate(table).to_polars()["band"].to_list()
    return bands


def plain_question(scores: list[int]) -> str:
    """Rate a key question by the table of sums, and lower it for a weak statement."""
    ranges = SUMS[len(scores)].items()
    word = next(word for word, (least, most) in ranges if least <= sum(scores) <= most)
    if word == "Outstanding" and min(scores) <= 2:
        return "Good"
    return "Requires improvement" if word == "Good" and min(scores) == 1 else word


def plain_rating(scores: Scores) -> str:
    """Rate a service from its five key questions."""
    words = Counter(plain_question(each) for each in scores.values())
    if words["Inadequate"] >= 2:
        return "Inadequate"
    if words["Inadequate"] == 1 or words["Requires improvement"] >= 2:
        return "Requires improvement"
    return "Outstanding" if words["Outstanding"] >= 2 and not words["Requires improvement"] else "Good"


def made_up(number: int) -> list[Scores]:
    """Make up services near every border: one level for most key questions, another for some."""
    chance = random.Random(34)

    def one_of(levels: list[float]) -> float:
        return levels[int(chance.random() * len(levels))]

    def score(level: float) -> int:
        return min(4, max(1, round(level + 1.5 * (chance.random() + chance.random() - 1))))

    services = []
    for _ in range(number):
        level = one_of([1.5, 2.2, 2.6, 3, 3.6, 3.8])
        levels = {group: one_of([level, level, 1.6, 2, 2.5, 2.8, 3.5, 3.9]) for group in SIZES}
        services.append({group: [score(levels[group]) for _ in range(size)] for group, size in SIZES.items()})
    return services


def test_the_five_questions_have_34_statements(framework: vm.Framework) -> None:
    assert {group: len(names) for group, names in statements(framework).items()} == SIZES
    assert len(framework.measures) == 34


def test_the_file_gives_what_the_plain_rule_gives(framework: vm.Framework) -> None:
    services = made_up(20_000)
    expected = [plain_rating(scores) for scores in services]
    assert rated(framework, services) == expected
    assert min(Counter(expected)[word] for word in framework.bands) > 1_000


@pytest.mark.parametrize(
    ("changes", "differing"),
    [
        pytest.param((('half = "up"', 'half = "even"'),), 812, id="halves to the even percent"),
        pytest.param((('round = { half = "up", decimals = 0 }\n', ""),), 941, id="no rounding"),
        pytest.param(
            (("where = { at_most = 1 }", "where = { below = 1 }"),), 705, id="a weak statement keeps Good"
        ),
        pytest.param(
            (("where = { at_most = 2 }", "where = { at_most = 1 }"),), 53, id="a 2 keeps Outstanding"
        ),
        pytest.param(
            ((INADEQUATE + "at_most = 1", INADEQUATE + "at_most = 0"),),
            4_651,
            id="one suffices",
        ),
    ],
)
def test_a_wrong_rule_disagrees(
    changes: tuple[tuple[str, str], ...],
    differing: int,
    rewritten: Callable[..., str],
    framework: vm.Framework,
) -> None:
    services = made_up(20_000)
    wrong = rated(vm.Framework.parse(rewritten(FRAMEWORK, *changes)), services)
    right = rated(framework, services)
    assert sum(one != other for one, other in zip(wrong, right, strict=True)) == differing


@pytest.mark.parametrize("group", SIZES)
def test_sums_of_a_question_become_its_rating(group: str, framework: vm.Framework) -> None:
    size = SIZES[group]
    other = "caring" if group != "caring" else "effective"  # two of five decide, so another goes along
    same = {"Inadequate": 1, "Requires improvement": 2, "Good": 3, "Outstanding": 4}
    for word, (least, most) in SUMS[size].items():
        for total in range(least, most + 1):
            scores = {name: [3] * number for name, number in SIZES.items()}
            scores[group] = [total // size + (place < total % size) for place in range(size)]
            scores[other] = [same[word]] * SIZES[other]
            assert rated(framework, [scores]) == [word], total
