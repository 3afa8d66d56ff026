# SPDX-License-Identifier: MIT
"""The catalogue of standard measures: what it says, and that a framework can take each of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import vermeil as vm

if TYPE_CHECKING:
    from vermeil.types import StandardMeasureDict

MEASURES = vm.standard_measures()
HEAD = """
language = 1
id = "example"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
[[survey]]
id = "yearly"
[[survey.scale]]
answers = ["agree", "neither"]
points = [1, 0]
items = ["dignity"]
[[band]]
name = "Gold"
[[measure]]
id = "m"
weight = 1
scale = { linear = [[0, 0], [1, 100]] }
"""
WORDS = {"survey": '"yearly"', "item": '"dignity"', "answers": '["agree"]'}
"""What stands for a survey, an item and answers, where they must be set."""


def name_of(measure: StandardMeasureDict) -> str:
    """Return the id of a definition."""
    return measure["id"]


def value_of(measure: StandardMeasureDict, **more: str) -> str:
    """Write the value of a measure that takes one standard measure, with what must be set."""
    set_to = {"standard": f'"{measure["id"]}"'}
    for each in (each for each in measure["parameters"] if each["required"]):
        set_to[each["id"]] = WORDS.get(each["kind"], f"{each['most']:.0f}")
    return ", ".join(f"{name} = {value}" for name, value in (set_to | more).items())


def framework_with(measure: StandardMeasureDict) -> vm.Framework:
    """Return a framework that takes one standard measure."""
    return vm.Framework.parse(f"{HEAD}value = {{ {value_of(measure)} }}")


@pytest.mark.parametrize("measure", MEASURES, ids=name_of)
def test_a_definition_says_everything_and_a_framework_can_take_it(measure: StandardMeasureDict) -> None:
    assert all(measure[part] for part in ("label", "formula", "source", "unit", "denominator", "edges"))
    assert measure["better"] in {"higher", "lower", "neither"}
    assert set(measure["tables"]) <= {schema["name"] for schema in vm._core.evidence_schemas()}
    assert framework_with(measure).measures[0]["id"] == "m"


@pytest.mark.parametrize("measure", MEASURES, ids=name_of)
def test_without_any_evidence_it_is_absent_with_a_reason(measure: StandardMeasureDict) -> None:
    evidence = vm.Evidence(services={"service": ["P1"], "provider": ["A"]})
    cell = framework_with(measure).measure(evidence, "2024-25 Q3").cell("P1", "m")
    assert cell["value"] is None
    assert cell["state"] in {"not_submitted", "unknown"}


@pytest.mark.parametrize("measure", MEASURES, ids=name_of)
def test_a_word_outside_its_list_is_refused_with_the_list(measure: StandardMeasureDict) -> None:
    for parameter in (each for each in measure["parameters"] if each["kind"] == "word"):
        value = value_of(measure, **{parameter["id"]: '"made up"'})
        with pytest.raises(vm.DefinitionError) as caught:
            vm.Framework.parse(f"{HEAD}value = {{ {value} }}")
        assert all(f"'{word}'" in str(caught.value) for word in parameter["allowed"])


def test_parameters_have_fallbacks_of_their_kinds() -> None:
    kinds = {"whole": float, "number": float, "truth": bool, "word": str, "items": list, "answers": list}
    for measure in MEASURES:
        for parameter in measure["parameters"]:
            if not parameter["required"]:
                assert isinstance(parameter["fallback"], kinds[parameter["kind"]]), parameter["id"]


def test_the_scorecard_that_ships_takes_most_of_them() -> None:
    text = (Path(__file__).parents[2] / "examples" / "frameworks" / "home_care_scorecard.toml").read_text()
    taken = [measure["id"] for measure in MEASURES if f'standard = "{measure["id"]}"' in text]
    assert len(taken) >= 20
