# SPDX-License-Identifier: MIT
"""The pack of a panel: what is new, what moved, what is overdue, what each source said; nobody is named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from oversight_for_tests import DAY, LADDER, SCHEME, SINCE, evidence_of, market

import vermeil as vm


def made(**changed: dict[str, list[str]]) -> vm.PanelPack:
    rules = vm.RiskScheme.load(SCHEME)
    names = {"S1": "Made-up <b>Care</b> 1"}
    return vm.panel(
        rules,
        evidence_of(**changed),
        DAY,
        SINCE,
        ladder=vm.Ladder.load(LADDER),
        market=market(),
        names=names,
        note="MADE UP: nobody exists",
    )


@pytest.fixture(scope="module")
def pack() -> vm.PanelPack:
    return made()


def test_movers_are_those_whose_level_changed_since_the_panel_before(pack: vm.PanelPack) -> None:
    (mover,) = pack.rows("movers")
    assert mover.pop("points") > 65
    assert mover == {"service": "S1", "before": "Green", "now": "Red", "moved": "worse", "points_before": 0.0}
    assert pack.levels == {"Red": 1, "Amber": 0, "Green": 2, "Not rated": 0}


def test_new_facts_are_those_that_became_known_since(pack: vm.PanelPack) -> None:
    news = pack.rows("news")
    assert {row["source"] for row in news} == {"events", "concerns", "embargoes"}
    assert all("2024-11-30" < row["known_on"] <= "2024-12-31" for row in news)


def test_themes_have_their_base(pack: vm.PanelPack) -> None:
    (theme,) = [row for row in pack.rows("themes") if row["kind"] == "substantiated_concern"]
    assert (theme["facts"], theme["services"], theme["of_services"]) == (2, 2, 3)
    assert pack.rows("themes")[0] == theme


def test_each_source_stands_with_its_latest_word(pack: vm.PanelPack) -> None:
    (cqc,) = [row for row in pack.rows("sources") if row["service"] == "S1" and row["source"] == "cqc"]
    assert (cqc["words"], cqc["facts"], cqc["new_facts"]) == ("Good", 1, 0)


def test_a_service_that_opens_or_closes_is_a_mover() -> None:
    pack = made(
        services={
            "service": ["S1", "S2", "S3"],
            "provider": ["A", "A", "B"],
            "first_day": ["", "2024-12-10", ""],
            "last_day": ["", "", "2024-12-10"],
        }
    )
    moved = {row["service"]: row["moved"] for row in pack.rows("movers")}
    assert moved == {"S1": "worse", "S2": "new", "S3": "closed"}


def test_nobody_is_named_in_any_file(pack: vm.PanelPack, tmp_path: Path) -> None:
    written = pack.write(tmp_path)
    assert {"internal_panel.html", "internal_panel.json", "internal_broker.csv"} <= {
        path.name for path in written
    }
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"PER-7|PER-8|\bW3\b", text), path.name
    assert "(masked) was left alone by (masked)" in (tmp_path / "internal_news.csv").read_text(
        encoding="utf-8"
    )
    assert "(masked) missed (masked)" in (tmp_path / "internal_standings.csv").read_text(encoding="utf-8")


def test_the_page_stands_alone_and_escapes_what_people_wrote(pack: vm.PanelPack) -> None:
    page = pack.to_html()
    assert page.count(vm.INTERNAL) == 2
    assert "<title>INTERNAL: " in page
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "Made-up &lt;b&gt;Care&lt;/b&gt; 1" in page
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import|https?:""", page)
    assert "MADE UP: nobody exists" in page
    assert re.search(r'<td class="n">\d+\.\d</td>', page)
    assert not re.search(r"<td[^>]*>\d+\.\d\d", page)  # points as people read them
    assert '<th scope="col" class="day">Known on</th>' in page


def test_the_json_says_first_that_it_is_internal(pack: vm.PanelPack) -> None:
    said = json.loads(pack.to_json())
    assert next(iter(said.items())) == ("internal", vm.INTERNAL)
    assert said["movers"][0]["service"] == "S1"


def test_a_pack_without_ladder_and_market_says_so() -> None:
    pack = vm.panel(vm.RiskScheme.load(SCHEME), evidence_of(), DAY, SINCE)
    assert "overdue" not in pack.tables
    assert pack.rows("overdue") == []
    assert "No ladder was given." in pack.to_html()


def test_the_panel_before_lies_before() -> None:
    with pytest.raises(vm.Error, match="does not lie before 2024-12-31"):
        vm.panel(vm.RiskScheme.load(SCHEME), evidence_of(), DAY, DAY)
