# SPDX-License-Identifier: MIT
"""The survey as tables, in each of the layouts."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from vermeil.made_up.answers import BLANK, ITEMS, Forms, answered_forms
from vermeil.made_up.columns import Picked, numbered
from vermeil.made_up.world import when

if TYPE_CHECKING:
    from vermeil.made_up.columns import Columns
    from vermeil.made_up.world import World

__all__ = ["SurveyLayout", "survey_tables"]


class SurveyLayout(Enum):
    """How survey answers are written; the value is the name of the table."""

    COUNTS = "survey_counts"
    WIDE = "survey_wide"
    SHEETS = "survey_sheets"


def survey_tables(world: World, layout: SurveyLayout) -> dict[str, Columns]:
    """Give what people answered, in one of the layouts, and how many were asked."""
    forms = answered_forms(world)
    write = {
        SurveyLayout.COUNTS: _count_rows,
        SurveyLayout.WIDE: _wide_rows,
        SurveyLayout.SHEETS: _sheet_rows,
    }
    s, q = np.nonzero(forms.sent)
    sent, returned = forms.sent[s, q], forms.came_back.sum(axis=2)[s, q]
    base_unknown = world.draws("base unknown", *forms.sent.shape)[s, q] < 0.04
    undelivered = np.minimum(world.draws.whole("undelivered", 0, 1, *forms.sent.shape)[s, q], sent - returned)
    base = {
        **when(world, s, q),
        "sent": np.ma.array(sent, mask=base_unknown),
        "undelivered": np.ma.array(undelivered, mask=base_unknown),
        "returned": returned,
    }
    return {layout.value: write[layout](world, forms), "survey_base": base}


def _count_rows(world: World, forms: Forms) -> Columns:
    """Give a row an answer; one that nobody gave has no row."""
    counts = forms.counts()
    s, q, i, k = np.nonzero(counts)
    words = [item.answers[j] if j < len(item.answers) else None for item in ITEMS for j in range(5)]
    return {
        **when(world, s, q),
        "item": Picked([item.id for item in ITEMS], i),
        "answer": Picked(words, i * 5 + k),
        "count": counts[s, q, i, k],
    }


def _wide_rows(world: World, forms: Forms) -> Columns:
    """Give a row a question, a column an answer; empty where the question does not have it."""
    counts = forms.counts()
    s, q, i = np.nonzero(counts.sum(axis=3))
    columns = {**when(world, s, q), "item": Picked([item.id for item in ITEMS], i)}
    for word in dict.fromkeys(answer for item in ITEMS for answer in item.answers):
        place = np.array([item.answers.index(word) if word in item.answers else BLANK for item in ITEMS])[i]
        columns[word] = np.ma.array(counts[s, q, i, np.maximum(place, 0)], mask=place == BLANK)
    return columns


def _sheet_rows(world: World, forms: Forms) -> Columns:
    """Give a row a form, a column a question."""
    s, q, f = np.nonzero(forms.came_back)
    drawn = world.draws("day of return", *forms.came_back.shape)[s, q, f]
    columns = {
        "sheet": numbered("MU-form-", len(s)),
        **when(world, s, q),
        "returned_on": world.not_before_care(s, world.starts[q] + (drawn * 90).astype(np.int64)),
    }
    for i, item in enumerate(ITEMS):
        columns[item.id] = Picked(
            [*item.answers, None], forms.answers[s, q, f, i].astype(np.int64) % (len(item.answers) + 1)
        )
    return columns
