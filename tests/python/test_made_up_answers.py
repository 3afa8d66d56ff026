# SPDX-License-Identifier: MIT
"""What people answer in a made-up survey: forms, which of them come back, and blanks."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from markets_for_tests import read

from vermeil.made_up import MadeUp
from vermeil.made_up.answers import BLANK, ITEMS, Forms, Item, answered_forms
from vermeil.made_up.world import invented


@pytest.fixture(scope="module")
def forms() -> Forms:
    return answered_forms(invented(24, 4, 1, "2024-25 Q1"))


def test_one_quarter_reaches_ten_answers_rarely_and_four_mostly(made: MadeUp) -> None:
    returned = read(made, "survey_base").cast({"returned": pl.Int64})
    returned = returned.filter(pl.col("quarter").is_in(made.quarters))
    in_a_quarter = returned["returned"]
    in_the_year = returned.group_by("service").agg(pl.col("returned").sum())["returned"]
    assert 4 < float(in_a_quarter.mean() or 0) < 8
    assert (in_the_year >= 10).mean() > 0.7
    assert (in_the_year < 10).any()


def test_no_more_forms_come_back_than_were_sent(forms: Forms) -> None:
    assert (forms.came_back.sum(axis=2) <= forms.sent).all()


def test_a_form_that_did_not_come_back_says_nothing(forms: Forms) -> None:
    assert (forms.answers[~forms.came_back] == BLANK).all()
    assert (forms.answers[forms.came_back] != BLANK).any()


def test_nobody_is_asked_before_a_service_opens(forms: Forms) -> None:
    in_care = invented(24, 4, 1, "2024-25 Q1").in_care()
    assert ((forms.sent > 0) == in_care).all()
    assert not in_care.all()


def test_only_who_complained_says_how_it_was_settled(forms: Forms) -> None:
    ids = [item.id for item in ITEMS]
    complained = forms.answers[..., ids.index("complaint")] == 0
    settled = forms.answers[..., ids.index("complaint_settled")] != BLANK
    assert settled.any()
    assert complained[settled].all()


def test_counts_are_of_the_answers_given(forms: Forms) -> None:
    counts = forms.counts()
    assert counts.sum() == (forms.answers != BLANK).sum()
    assert counts[3, 2, 0].tolist() == [list(forms.answers[3, 2, :, 0]).count(k) for k in range(5)]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item.id))
def test_the_cuts_of_an_item_rise_and_leave_room_for_each_answer(item: Item) -> None:
    cuts = np.stack([*item.cuts(np.linspace(0, 1, 11)), np.ones(11)])
    assert len(cuts) == len(item.answers)
    assert (np.diff(cuts, axis=0) > 0).all()
    assert (cuts[0] > 0).all()


def test_better_quality_gives_better_answers_and_fewer_complaints() -> None:
    for item in ITEMS:
        good = item.cuts(np.array([0.2, 0.8]))[len(item.answers) // 2 - 1]
        assert (good[1] > good[0]) == (item.id != "complaint")
