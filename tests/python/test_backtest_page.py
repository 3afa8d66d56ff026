# SPDX-License-Identifier: MIT
"""The page of a back-test: internal, whole in one file, and careful with words from files."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

import vermeil as vm
from vermeil import backtest_page
from vermeil.backtest_page import page

DAYS = [date(2024, 1, 31)] * 30
RANKED = {
    "service": [f"S{i:02d}" for i in range(30)],
    "day": DAYS,
    "scheme": [30.0 - i for i in range(30)],
    "rival": [float(i % 3) for i in range(30)],
    "level": ["Red"] * 10 + ["Green"] * 20,
}
HARM = {"service": [f"S{i:02d}" for i in range(12)], "on": [date(2024, 2, 15)] * 12}


def said(rival: str = "A rival", harm: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:  # noqa: ANN401
    given = HARM if harm is None else harm
    rules = {"scheme": "The scheme", "rival": rival}
    settings: dict[str, Any] = {
        "label": "that later fell",
        "last": date(2024, 12, 31),
        "levels": ["Red", "Green"],
    }
    return vm.backtest_ranked(RANKED, given, rules, horizon_months=3, **(settings | options)).to_dict()


def test_the_page_says_what_the_committee_needs() -> None:
    text = page(said())
    assert "Internal: not for publication" in text
    assert "The scheme ranks better than every naive rule that was tried" in text
    assert (
        "Of 12 services that later fell, 12 (100 %; 95 % interval 76 % to 100 %) were in the top 20" in text
    )
    assert "How often harm came within 3 months" in text
    assert '<th scope="rowgroup" rowspan="3">A rival</th>' in text
    assert '<th scope="row">Red</th><td class="n">10 of 10, 100 % (72 % to 100 %)</td>' in text


def test_the_page_needs_no_other_file() -> None:
    text = page(said())
    assert "<svg" in text
    assert "<script" not in text
    links = re.findall(r'(?:href|src)="([^"#]+)"|url\(([^)#]+)\)', text)
    assert links == []
    assert "http" not in re.sub(r'xmlns(?::\w+)?="[^"]+"', "", text)


def test_words_from_files_are_words() -> None:
    text = page(said(rival="<script>alert(1)</script>", title="<b>x</b>", note="MADE UP: <i>all</i>"))
    assert "<script>" not in text
    assert "&lt;b&gt;x&lt;/b&gt;" in text
    assert "MADE UP: &lt;i&gt;all&lt;/i&gt;" in text


def test_without_figures_there_are_dashes_and_no_charts_of_them() -> None:
    text = page(said(harm={"service": [], "on": []}))
    assert "No service had the outcome in the history." in text
    assert '<td class="n">\N{EN DASH}</td>' in text


def test_without_the_extra_for_charts_there_are_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backtest_page, "find_spec", lambda _: None)
    text = page(said())
    assert "<svg" not in text
    assert "How well each rule ranks" in text
