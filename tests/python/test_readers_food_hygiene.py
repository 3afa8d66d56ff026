# SPDX-License-Identifier: MIT
"""Food hygiene ratings in made-up files of the agency's layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from memory_for_tests import peak_of
from published_files_for_tests import establishment, write_hygiene

import vermeil as vm
from vermeil.readers.food_hygiene import read_food_hygiene
from vermeil.readers.layout import LayoutFile


def file_of(path: Path) -> LayoutFile:
    return LayoutFile(path, path.name)


def test_ratings_are_inspections_and_what_is_not_rated_is_passed_over(tmp_path: Path) -> None:
    made = [
        establishment(11, "5"),
        establishment(12, "AwaitingInspection", None),
        establishment(13, "0", "2023-12-24T00:00:00"),
        establishment(14, "Pass", scheme="FHIS"),
        establishment(15, "Exempt", None),
    ]
    rows = read_food_hygiene(file_of(write_hygiene(tmp_path / "f.xml", made)))["inspections"]
    assert rows.frame.rows() == [
        ("11", "food_hygiene", "5", "2024-03-01"),
        ("13", "food_hygiene", "0", "2023-12-24"),
    ]
    assert (rows.row_numbers().to_list(), rows.passed_over, rows.faults) == ([1, 3], 3, ())


@pytest.mark.parametrize("word", ["7", "Excellent", ""])
def test_a_word_that_the_scheme_has_not_is_told(word: str, tmp_path: Path) -> None:
    made = [establishment(11, "5"), establishment(12, word), establishment(13, "Awaiting Inspection", None)]
    rows = read_food_hygiene(file_of(write_hygiene(tmp_path / "f.xml", made)))["inspections"]
    (fault,) = rows.faults
    assert (fault["row"], fault["column"], fault["value"], fault["kept"]) == (2, "RatingValue", word, False)
    assert fault["reason"].startswith("no rating of the scheme; it is 5 to 0, or Exempt")
    assert (rows.frame.height, rows.passed_over) == (2, 1)


def test_a_rating_without_a_day_is_told_by_its_place(tmp_path: Path) -> None:
    rows = read_food_hygiene(file_of(write_hygiene(tmp_path / "f.xml", [establishment(11, "4", None)])))
    services = {"service": ["11"], "provider": ["P"]}
    evidence = vm.Evidence(services=services, inspections=vm.Table(rows["inspections"].table()))
    (reject,) = evidence.rejects().to_arrow().to_pylist()
    assert (reject["row"], reject["column"]) == (1, "RatingDate")


def test_a_file_that_holds_less_than_it_says_is_told(tmp_path: Path) -> None:
    rows = read_food_hygiene(file_of(write_hygiene(tmp_path / "f.xml", [establishment(11, "4")], 2)))
    (fault,) = rows["inspections"].faults
    assert fault["reason"] == "its header says 2 establishments and it holds 1"


def test_a_file_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = write_hygiene(tmp_path / "f.xml", [establishment(11, "4"), establishment(12, "4")])
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(vm.Error, match=r"^f\.xml: not whole XML: "):
        read_food_hygiene(file_of(path))


def test_a_file_with_entities_is_refused_before_they_grow(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{lines}]><x>&e11;</x>'
    (tmp_path / "f.xml").write_text(text, encoding="utf-8")
    with pytest.raises(vm.Error, match=r"^f\.xml: holds a document type"):
        read_food_hygiene(file_of(tmp_path / "f.xml"))


def test_other_xml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_text("<rss><item/></rss>", encoding="utf-8")
    with pytest.raises(vm.Error, match=r"^f\.xml: its root is rss, not FHRSEstablishment"):
        read_food_hygiene(file_of(tmp_path / "f.xml"))


def test_a_large_file_is_read_piece_by_piece(tmp_path: Path) -> None:
    path = write_hygiene(tmp_path / "f.xml", [establishment(n, "5") for n in range(40_000)])
    with peak_of() as peak:
        found = read_food_hygiene(file_of(path))["inspections"]
    assert found.frame.height == 40_000
    assert peak.grown < 100_000  # kB; below 0 where memory of an earlier test is given back meanwhile


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=6), max_size=5))
def test_any_rating_is_read_or_passed_over(tmp_path: Path, ratings: list[str]) -> None:
    made = [establishment(n, rating) for n, rating in enumerate(ratings)]
    rows = read_food_hygiene(file_of(write_hygiene(tmp_path / "f.xml", made)))["inspections"]
    assert rows.frame.height + rows.passed_over == len(ratings)
    assert set(rows.frame["rating"].drop_nulls()) <= set("012345")
    assert rows.frame["rating"].null_count() == len(rows.faults)
