# SPDX-License-Identifier: MIT
"""vermeil groups: answers by who helped with the form, with small groups withheld."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from vermeil.cli.run import run

STATEMENTS = Path(__file__).resolve().parents[2] / "examples" / "frameworks" / "i_and_we_statements.toml"
#: Of each service, by who helped: how many forms, and how many of them say "always".
FORMS = {
    "S1": {"nobody": (30, 24), "a care worker": (12, 6), "a relative or friend": (4, 1)},
    "S2": {"nobody": (25, 20), "a care worker": (15, 9), "a relative or friend": (20, 10)},
    "S3": {"nobody": (28, 20), "a care worker": (14, 8), "a relative or friend": (22, 12)},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        (f"{service}{helped}{i}", service, "2024-25 Q3", "always" if i < always else "never", helped)
        for service, groups in FORMS.items()
        for helped, (forms, always) in groups.items()
        for i in range(forms)
    ]
    columns = ("sheet", "service", "quarter", "i_am_listened_to", "helped")
    (tmp_path / "evidence").mkdir()
    pl.DataFrame(rows, schema=columns, orient="row").write_csv(tmp_path / "evidence" / "survey_sheets.csv")
    (tmp_path / "evidence" / "services.csv").write_text("service,provider\nS1,A\nS2,A\nS3,B\n")
    return tmp_path


def groups(folder: Path, *more: str) -> int:
    asked = ["--quarter", "2024-25 Q3", "--measure", "i_am_listened_to", "--by", "helped", *more]
    return run(["groups", str(STATEMENTS), "--evidence", str(folder / "evidence"), *asked])


def test_groups_are_shown_with_their_counts_and_small_ones_are_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert groups(folder, "--out", str(folder / "groups.csv")) == 0
    said = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["S1", "nobody", "80%", "24", "of", "30"] in said
    assert ["all", "everybody", "65%", "110", "of", "170"] in said
    assert ["S1", "a", "relative", "or", "friend", "suppressed"] in said
    table = pl.read_csv(folder / "groups.csv")
    hidden = table.filter(pl.col("state") == "suppressed").select("service", "group").rows()
    # The four of S1 would be the whole less the others, and all together less the other services.
    assert {("S1", "a relative or friend"), ("S1", "a care worker"), ("S2", "a relative or friend")} <= set(
        hidden
    )
    assert table.filter(pl.col("state") == "suppressed")["n"].sum() == 0


def test_what_is_hidden_cannot_be_had_by_subtraction(folder: Path) -> None:
    assert groups(folder, "--out", str(folder / "groups.csv")) == 0
    table = pl.read_csv(folder / "groups.csv").with_columns(pl.col("service", "group").fill_null(""))
    n = {(row["service"], row["group"]): row["n"] for row in table.iter_rows(named=True)}
    for service in ("S1", "S2", "S3", ""):
        rest = n[service, ""] - sum(n[service, group] for group in FORMS["S1"])
        assert rest == 0 or rest >= 10, service
    for group in ("", *FORMS["S1"]):
        rest = n["", group] - sum(n[service, group] for service in FORMS)
        assert n["", group] == 0 or rest == 0 or rest >= 10, group


def test_an_item_that_the_survey_lacks_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert groups(folder, "--by", "age") == 2
    assert "survey 'people' has no item 'age'" in capsys.readouterr().err
