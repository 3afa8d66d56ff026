# SPDX-License-Identifier: MIT
"""Which edition applies when: from a list, from a folder, for a contract."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import vermeil as vm

ROOT = Path(__file__).resolve().parent.parent.parent
CARE = ROOT / "examples" / "frameworks"
HOMES = ROOT / "tests" / "conformance" / "frameworks"


def test_two_editions_of_east_sussex_each_rate_their_quarters() -> None:
    timetable = vm.Timetable.load(CARE, id="east-sussex-home-care")
    assert [each.edition for each in timetable.editions] == ["2011.1", "2012.1"]
    assert timetable.at("2011-12 Q3", "home-care-framework").edition == "2011.1"
    assert timetable.at("2012-13 Q2").edition == "2011.1"
    assert timetable.at(vm.Quarter("2012 Q4")).edition == "2012.1"
    made_up: dict[str, float | tuple[int, int] | str] = {
        measure["id"]: (83, 100) for measure in timetable.editions[0].measures if measure["live"]
    }
    made_up |= {"turnover": (17, 100), "default_notice": 0}
    bands = [timetable.at(when).rate_one(made_up).band for when in ("2012-13 Q2", "2012-13 Q3")]
    assert bands == ["Gold", "Silver"]


def test_the_editions_of_east_sussex_differ_in_what_their_files_say() -> None:
    texts = [(CARE / f"east_sussex_{year}.toml").read_text(encoding="utf-8") for year in (2011, 2012)]
    said = {change.where: (change.old, change.new) for change in vm.changes(*texts)}
    assert said.pop("band Gold: at_least") == ("80", "85")
    assert {where.split(":")[0] for where in said} == {
        "title",
        "edition",
        "published_on",
        "effective_from",
        "approved_by",
        "order of the ratchets",
        "ratchet 1",
    } - {"title"}


def test_two_editions_of_the_nursing_homes(tmp_path: Path) -> None:
    for year in (2012, 2026):
        shutil.copy(HOMES / f"cms_nursing_home_{year}.toml", tmp_path)
    timetable = vm.Timetable.load(tmp_path)
    assert repr(timetable) == "<Timetable cms-nursing-home: 2012.1, 2026.1>"
    home = {"health_inspection": 2, "staffing": 4, "quality": 3, "special_focus": 0, "abuse_citation": 0}
    stars = []
    for quarter in ("2025 Q4", "2026 Q1"):
        edition = timetable.at(quarter)
        asked = {measure["id"] for measure in edition.measures}
        stars.append(edition.rate_one({name: value for name, value in home.items() if name in asked}).band)
    assert stars == ["3", "2"]  # staffing of 4 adds a star in 2012 and none in 2026


def test_what_does_not_fit_is_told(tmp_path: Path) -> None:
    with pytest.raises(vm.Error, match=r"no framework file \(\*.toml\) is in this folder"):
        vm.Timetable.load(tmp_path)
    with pytest.raises(vm.DefinitionError, match="a timetable needs one edition or more"):
        vm.Timetable([])
    with pytest.raises(vm.DefinitionError, match="a timetable holds the editions of one framework"):
        vm.Timetable.load(CARE)
    timetable = vm.Timetable.load(CARE, id="east-sussex-home-care")
    with pytest.raises(vm.Error, match="no edition of 'east-sussex-home-care' applies in 2010-11 Q1"):
        timetable.at("2010-11 Q1")
    with pytest.raises(vm.Error, match=r"no edition of .* applies to contract 'other'"):
        timetable.at("2012-13 Q3", "other")
