# SPDX-License-Identifier: MIT
"""The reference of the framework language: its examples come out as it says, and it leaves no word out."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import vermeil as vm
from vermeil import _core

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = (ROOT / "examples/frameworks/REFERENCE.md").read_text(encoding="utf-8")
#: Columns that come out, where a framework speaks of them.
LEADS_TO = ("fee", "eligible", "rank", "proposed", "oldest_days", "median_days", "age_known")
QUARTER = "2024-25 Q3"
EVIDENCE = ("services", "events", "inspections", "counts", "exposures", "safeguarding", "deaths")
DAY = date(2024, 12, 31)
WITHOUT_EXAMPLE = "The head of a file"
HEAD = 'language = 1\nid = "x"\nedition = "1"\npublished_on = 2024-01-01\neffective_from = 2024-01-01\n'
MEASURE = f'{HEAD}[[measure]]\nid = "a"\n'
RATED = (
    '[[rating_scale]]\nid = "r"\nwords = ["good", "bad"]\n[[measure]]\nid = "a"\nvalue = { rating = "r" }\n'
)
BANDS = 'weight = 1\n[[band]]\nname = "A"\nat_least = 1\n[[band]]\nname = "B"\n'

#: Texts with one mistake; the message lists the words that are allowed there.
MISTAKES = {
    "the head": f"x = 1\n{HEAD}",
    "a measure": f"{MEASURE}x = 1\n",
    "a fact": f"{HEAD}[[fact]]\nx = 1\n",
    "a group": f"{HEAD}[[group]]\nx = 1\n",
    "a band": f"{HEAD}[[band]]\nx = 1\n",
    "a limiter's effect": f"{MEASURE}{BANDS}[[limiter]]\nx = 1\n",
    "a value": f"{MEASURE}value = {{ x = 1 }}\n",
    "a scale": f"{MEASURE}scale = {{ x = 1 }}\n",
    "a direction": f'{MEASURE}direction = "x"\n',
    "an owner": f'{MEASURE}owed_by = "x"\n',
    "states": f"{HEAD}[missing]\nx = 1\n",
    "policies": f'{HEAD}[missing]\nunknown = "x"\n',
    "aggregates": f'{HEAD}aggregate = "x"\n',
    "rounding": f"{HEAD}round = {{ x = 1 }}\n",
    "halves": f'{HEAD}round = {{ half = "x" }}\n',
    "faces": f'{HEAD}higher_is = "x"\n',
    "open": f'{HEAD}open = "x"\n',
    "a condition": f'{MEASURE}[[band]]\nname = "A"\nwhen = {{ x = 1 }}\n',
    "a comparison": f'{MEASURE}[[band]]\nname = "A"\nwhen = {{ measure = "a" }}\n',
    "steady bands": f"{HEAD}[steady]\nx = 1\n",
    "moves": f'{HEAD}[steady]\nquarters = 2\nmoves = "x"\n',
    "a ratchet": f"{MEASURE}{BANDS}[[ratchet]]\nx = 1\n",
    "a ratchet's words": f'{MEASURE}{BANDS}[[ratchet]]\nband = "A"\nx = 1\n',
    "predecessors": f'{MEASURE}predecessors = "x"\n',
    "what a condition asks for": f'{MEASURE}{BANDS}[[limiter]]\ncap = "B"\n'
    'when = { measure = "a", of = "x" }\n',
    "a crosswalk": f"{HEAD}[[crosswalk]]\nx = 1\n",
    "a band of a group": f'{HEAD}[[group]]\nid = "g"\n[[group.band]]\nname = "A"\nx = 1\n',
    "an event": f'{HEAD}[[band]]\nname = "A"\nwhen = {{ event = "e" }}\n',
    "decay": f'{MEASURE}value = {{ event = "e", days = 9, decay = {{ x = 1 }} }}\n',
    "incidents": f'{HEAD}incidents = "x"\n',
    "reviews": f'{MEASURE}value = {{ event = "e", days = 9, review = "x" }}\n',
    "freshness": f"{MEASURE}fresh_for = {{ x = 1 }}\n",
    "a prompt": f"{MEASURE}{BANDS}[[prompt]]\nx = 1\n",
    "words": f'{HEAD}{RATED}scale = {{ words = {{ good = 1, bad = 0 }} }}\n{BANDS}[[limiter]]\ncap = "B"\n'
    'when = { rating = "r" }\n',
}


@dataclass(frozen=True)
class Section:
    """One mechanism: its heading, what it says, and the blocks of its example."""

    heading: str
    body: str

    def blocks(self, kind: str) -> list[str]:
        """Give the fenced blocks of a kind."""
        return re.findall(rf"^```{kind}\n(.*?)^```$", self.body, re.MULTILINE | re.DOTALL)


SECTIONS = [Section(*part.split("\n", 1)) for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]]
MECHANISMS = [section for section in SECTIONS if section.heading != WITHOUT_EXAMPLE]


def columns_of(text: str) -> dict[str, list[str | None]]:
    """Read a table of CSV by columns; an empty cell is absent."""
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows
    return {name: [row[name] or None for row in rows] for name in rows[0]}


def test_every_mechanism_has_a_section() -> None:
    assert len(MECHANISMS) == len(SECTIONS) - 1
    assert len({section.heading for section in MECHANISMS}) >= 33


def drawn(section: Section, framework: vm.Framework, columns: dict[str, list[str | None]]) -> vm.Measures:
    """Read the measures from the table, or draw them where the section has evidence.

    What the table says of drawn measures must be what was drawn.
    """
    tables = {name: section.blocks(f"csv {name}") for name in EVIDENCE}
    evidence = {name: columns_of(texts[0]) for name, texts in tables.items() if texts}
    if not evidence:
        return framework.read_measures(columns, quarter=QUARTER)
    measures = framework.measure(vm.Evidence(**evidence), QUARTER)
    for name in columns.keys() - {"service"}:
        for service, value in zip(columns["service"], columns[name], strict=True):
            assert service is not None
            expected = None if value is None else pytest.approx(float(value), abs=1e-12)
            if name.endswith(".share"):
                shares = dict(zip(measures.services, measures.to_polars()[name], strict=True))
                assert value is None or shares[service] == expected
                continue
            assert measures.cell(service, name)["value"] == expected
    return measures


def check_scheme(
    section: Section,
    scheme: vm.RiskScheme,
    measures: vm.Measures,
    levels: list[str | None],
    points: list[str | None] | None,
) -> None:
    """Score risk in the place of rating, with the prompts that the section tells."""
    scored = scheme.score_measures(measures, DAY)
    table = scored.to_polars()
    assert table["level"].to_list() == levels
    assert len(set(levels)) > 1, "an example that always says the same shows nothing"
    assert points is None or table["points"].to_list() == [
        None if each is None else pytest.approx(float(each)) for each in points
    ]
    for text in section.blocks("csv prompts"):
        prompts = scored.prompts().to_polars()
        assert prompts.select("service", "certain").rows() == list(
            zip(*columns_of(text).values(), strict=True)
        )


@pytest.mark.parametrize("section", MECHANISMS, ids=lambda section: section.heading)
def test_an_example_comes_out_as_the_page_says(section: Section) -> None:
    (framework,), (table,) = section.blocks("toml"), section.blocks("csv")
    columns = columns_of(table)
    bands, scores = columns.pop("band"), columns.pop("score", None)
    leads_to = {name: columns.pop(name) for name in LEADS_TO if name in columns}
    rules = vm.Framework.parse(framework, section.heading)
    measures = drawn(section, rules, columns)
    refused = [columns_of(text) for text in section.blocks("csv rejects")] or [{"value": [], "reason": []}]
    assert measures.rejects().to_polars().select(*refused[0]).to_dict(as_series=False) == refused[0]
    if rules.is_risk_scheme:
        check_scheme(section, vm.RiskScheme(rules), measures, bands, scores)
        return
    history = [columns_of(text) for text in section.blocks("csv history")]
    ratings = rules.rate(measures, history=history or None)
    rated = ratings.to_polars()
    assert rated["service"].to_list() == columns["service"]
    assert rated["band"].to_list() == bands
    assert len(set(bands)) > 1, "an example that always says the same shows nothing"
    if scores is not None:
        assert rated["score"].to_list() == [None if score is None else float(score) for score in scores]
    for name, values in leads_to.items():
        assert ["" if each is None else str(each) for each in rated[name]] == [
            value or "" for value in values
        ]
    for text in section.blocks("csv proposed"):
        proposed = [
            (each.about, f"{each.old:g}", each.new and f"{each.new:g}")
            for each in vm.propose(rules, [ratings])
        ]
        assert proposed == list(zip(*columns_of(text).values(), strict=True))


@pytest.mark.parametrize("section", MECHANISMS, ids=lambda section: section.heading)
def test_a_page_says_what_absence_does_and_who_uses_it(section: Section) -> None:
    assert len(re.findall(r"^\*\*Absent:\*\* \S", section.body, re.MULTILINE)) == 1
    assert len(re.findall(r"^\*\*Used by:\*\* \S", section.body, re.MULTILINE)) == 1


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_no_word_of_the_language_is_left_out(mistake: str) -> None:
    with pytest.raises(_core.DefinitionError) as refused:
        vm.Framework.parse(mistake)
    _, allowed = re.split(r"; allowed: |one of the keys ", str(refused.value), maxsplit=1)
    words = re.findall(r"'(\w+)'", allowed)
    assert len(words) > 1, str(refused.value)
    assert [word for word in words if not re.search(rf"\b{word}\b", TEXT)] == []


def test_states_are_named() -> None:
    assert [state for state in _core.state_names if f"`{state}`" not in TEXT] == []
