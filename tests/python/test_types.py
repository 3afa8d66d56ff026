# SPDX-License-Identifier: MIT
"""The dictionaries that the compiled part makes have the keys that their types say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import vermeil as vm
from vermeil import _core, types

ROOT = Path(__file__).resolve().parent.parent.parent


def framework() -> vm.Framework:
    """Load a framework that is shipped."""
    return vm.Framework.load(ROOT / "examples" / "frameworks" / "east_sussex_2011.toml")


def award() -> dict[str, Any]:
    """Return one place in a lot of a council's arrangement."""
    market = vm.Market.read(ROOT / "examples" / "data" / "rotherham_2024")
    places = [place for lot in market.lots for place in market.awards_on(lot, date(2024, 6, 1))]
    return dict(places[0])


def finding() -> dict[str, Any]:
    """Return one finding of the linter."""
    text = 'language = 1\nid = "a"\nedition = "1"\npublished_on = 2024-01-01\neffective_from = 2024-01-01\n'
    bare = vm.Framework.parse(text + '[[measure]]\nid = "m"\n[[band]]\nname = "All"\n')
    return dict(_core.lint(bare._core)[0])


def shown() -> dict[str, Any]:
    """Return one service that shows a finding."""
    text = 'language = 1\nid = "a"\nedition = "1"\npublished_on = 2024-01-01\neffective_from = 2024-01-01\n'
    text += '[[measure]]\nid = "m"\nweight = 1\n[[band]]\nname = "A"\nat_least = 200\n[[band]]\nname = "B"\n'
    found = _core.lint(vm.Framework.parse(text)._core)
    return dict(next(each for each in found if each["rule"] == "band-unreachable")["inputs"][0])


def cell(given: object) -> dict[str, Any]:
    """Return one cell of a measure table."""
    parts = 'language = 1\nid = "a"\nedition = "1"\npublished_on = 2024-01-01\neffective_from = 2024-01-01\n'
    one = vm.Framework.parse(parts + '[[measure]]\nid = "m"\n[[band]]\nname = "All"\n')
    return dict(one.read_measures(given).cell("S1", "m"))


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        (types.MeasureDict, lambda: framework().measures[0]),
        (types.GroupDict, lambda: framework().groups[0]),
        (types.SchemaDict, lambda: _core.evidence_schemas()[0]),
        (types.FieldDict, lambda: _core.evidence_schemas()[0]["fields"][0]),
        (types.AwardDict, award),
        (types.FindingDict, finding),
        (types.ShownDict, shown),
        (types.CellDict, lambda: cell({"service": ["S1"], "m.n": ["10"], "m.count": ["8"]})),
    ],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_a_dictionary_has_the_keys_of_its_type(kind: type, made: Any) -> None:  # noqa: ANN401
    assert made().keys() == get_type_hints(kind).keys()


def test_a_cell_without_a_base_has_no_interval() -> None:
    seen = cell({"service": ["S1"], "m": ["0.8"]})
    assert seen == {"value": 0.8, "state": "present", "n": 0, "count": 0, "day": None}
