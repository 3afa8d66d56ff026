# SPDX-License-Identifier: MIT
"""The shipped early warning: what of a report counts, in whichever table it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import vermeil as vm

SCHEME = Path(__file__).resolve().parent.parent.parent / "examples/frameworks/rotherham_early_warning.toml"
DAY = date(2024, 12, 31)
NOTHING: dict[str, dict[str, list[str]]] = {
    "safeguarding": {"service": [], "opened_on": []},
    "concerns": {"service": [], "raised_on": []},
    "deaths": {"service": [], "on": []},
    "events": {"service": [], "event": [], "from": []},
    "embargoes": {"service": [], "from": [], "role": [], "reason": []},
    "finance": {"service": [], "status": [], "from": []},
    "counts": {"service": [], "quarter": [], "item": []},
}


def points(table: str, **cells: str) -> tuple[float | None, float | None]:
    """Give the fewest and the most points of a service of which one row is known."""
    row = {name: [cell] for name, cell in ({"service": "S1"} | cells).items()}
    register = {"service": ["S1"], "provider": ["A"], "regulators": ["none"]}
    evidence = vm.Evidence(**(NOTHING | {"services": register, table: row}))
    (score,) = vm.RiskScheme.load(SCHEME).score(evidence, DAY).to_polars().to_dicts()
    return score["lowest_points"], score["highest_points"]


@pytest.mark.parametrize(
    ("event", "review", "expected"),
    [
        ("safeguarding_decision", "", 5),  # its name says that it was decided
        ("substantiated_concern", "", 5),
        ("unexpected_death", "", 0),  # nobody has looked into it
        *((event, "under review", 0) for event in ("safeguarding_decision", "unexpected_death")),
        *((event, "not upheld", 0) for event in ("substantiated_concern", "unexpected_death")),
        ("safeguarding_decision", "upheld", 5),
        ("unexpected_death", "upheld", 20),
    ],
)
def test_an_event_counts_as_its_review_says(event: str, review: str, expected: float) -> None:
    found = {"review": review, "concluded_on": str(DAY)} if "upheld" in review else {"review": review}
    assert points("events", event=event, **{"from": str(DAY)}, **found) == (expected, expected)


@pytest.mark.parametrize(
    ("told", "attributable", "expected"),
    [
        ("yes", "yes", 5),
        ("yes", "no", 0),
        ("no", "yes", 0),  # unsubstantiated concerns add nothing
        ("no", "", 0),
        ("yes", "", None),  # concluded, and nobody says whose doing it was: not known, which is no 0
        ("", "yes", None),
    ],
)
def test_a_row_counts_where_it_was_found_to_be_so_and_the_service_answers_for_it(
    told: str, attributable: str, expected: float | None
) -> None:
    ended = {"concluded_on": str(DAY), "attributable": attributable}
    known = (expected, expected)
    concern = points("concerns", raised_on="2024-12-01", substantiated=told, **ended)
    assert concern == ((0, 20) if expected is None else known)
    decision = {"yes": "partly substantiated", "no": "inconclusive", "": ""}[told]
    enquiry = points("safeguarding", opened_on="2024-12-01", decision=decision, **ended)
    assert enquiry == ((0, 25) if expected is None else known)


def test_what_was_not_concluded_counts_for_nothing() -> None:
    assert points("concerns", raised_on="2024-12-01") == (0, 0)
    assert points("safeguarding", opened_on="2024-12-01") == (0, 0)
    assert points("deaths", on="2024-12-01") == (0, 0)
