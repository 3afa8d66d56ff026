# SPDX-License-Identifier: MIT
"""Nothing of risk is published by accident: every result of it is refused, as it is or by detours."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from oversight_for_tests import DAY, LADDER, SCHEME, SINCE, WATCH, evidence_of, market, write_tables

import vermeil as vm
from vermeil.cli.commands import app
from vermeil.cli.run import run
from vermeil.publishing import PUBLISHABLE, mark_internal


def risk() -> vm.RiskScores:
    return vm.RiskScheme.load(SCHEME).score(evidence_of(), DAY)


def stands() -> vm.Escalation:
    return vm.Ladder.load(LADDER).stands(evidence_of(), DAY, risk=risk())


def pack() -> vm.PanelPack:
    rules = vm.RiskScheme.load(SCHEME)
    return vm.panel(rules, evidence_of(), DAY, SINCE, ladder=vm.Ladder.load(LADDER), market=market())


def charts() -> vm.Charts:
    made = falls()
    return vm.chart_panel(made.panel, columns=made.columns)


def falls() -> vm.AlertMeasure:
    """Return a made-up panel of one service and two years of months."""
    months = [date(2023 + at // 12, at % 12 + 1, 1) for at in range(24)]
    panel = {"service": ["S1"] * 24, "month": months, "value": [float(at % 3) for at in range(23)] + [9.0]}
    columns = vm.PanelColumns("service", "month", "value", every=vm.Every.MONTH)
    return vm.AlertMeasure(panel, vm.ChartKind.XMR, vm.Improves.DOWN, columns)


INTERNAL_TABLES: dict[str, Callable[[], vm.Table]] = {
    "risk": risk,
    "prompts": lambda: risk().prompts(),
    "providers": lambda: risk().providers(),
    "standings": lambda: stands().standings,
    "embargoes": lambda: stands().embargoes,
    "overdue": lambda: stands().overdue,
    "broker": lambda: stands().broker(market()),
    "watch": lambda: vm.WatchList(WATCH, evidence_of(), market(), DAY, risk=risk()),
    **{name: lambda name=name: getattr(charts(), name) for name in ("points", "series", "signals")},
    "alerts": lambda: vm.alert_budget({"falls": falls()}, vm.AlertRules(baseline=12, draws=100)),
    "funnel": lambda: vm.funnel([1, 4], [10, 20]),
    "cusum": lambda: vm.cusum([1.0, 2.0, 3.0], centre=1, sigma=1),
    "ewma": lambda: vm.ewma([1.0, 2.0, 3.0], centre=1, sigma=1),
    **{f"panel {name}": lambda name=name: pack().tables[name] for name in pack().tables},
}


@pytest.mark.parametrize("name", INTERNAL_TABLES)
def test_no_internal_result_may_be_published(name: str) -> None:
    table = INTERNAL_TABLES[name]()
    assert isinstance(table, vm.InternalTable)
    for allowed in PUBLISHABLE:
        with pytest.raises(vm.Error, match="is internal: nothing of risk"):
            vm.publishable(table, allowed)


@pytest.mark.parametrize("name", INTERNAL_TABLES)
def test_neither_may_it_be_through_another_library(name: str) -> None:
    frame = INTERNAL_TABLES[name]().to_polars()
    for allowed in PUBLISHABLE:
        with pytest.raises(vm.Error, match="cannot be published with the column"):
            vm.publishable(frame, allowed)


PACKAGE = Path(vm.__file__).parent
SOURCES = PACKAGE.parents[1] / "src"
#: The units of the extension that bind risk: one, and the parts that it includes.
BINDINGS = (
    "bind_risk.cpp",
    *re.findall(r'#include "(\w+_binding\.hpp)"', (SOURCES / "bind_risk.cpp").read_text("utf-8")),
)
NAMED = re.compile(r"""\(module, "(\w+)"|module\.def\(\s*"(\w+)\"""")
BOUND = frozenset(
    name
    for unit in BINDINGS
    for pair in NAMED.findall((SOURCES / unit).read_text("utf-8"))
    for name in pair
    if name
)


def modules_of_risk() -> list[str]:
    """Find the modules that ask the extension for anything of risk, however new they are."""
    asks = re.compile(rf"_core\.(?:{'|'.join(sorted(BOUND))})\b")
    return [path.stem for path in sorted(PACKAGE.glob("*.py")) if asks.search(path.read_text("utf-8"))]


def published_by_type(source: str) -> list[str]:
    """Name what a module gives or makes that is a table and not an internal one."""
    found = []
    for node in ast.walk(ast.parse(source)):
        said: list[ast.expr | None] = []
        if isinstance(node, ast.FunctionDef):
            said = [node.returns]
        elif isinstance(node, ast.ClassDef):
            said = list(node.bases)
        elif isinstance(node, ast.AnnAssign):
            said = [node.annotation]
        elif isinstance(node, ast.Call):
            said = [node.func]
        names = [name for each in said if each is not None for name in ast.walk(each)]
        if any(isinstance(name, ast.Name) and name.id == "Table" for name in names):
            found.append(f"line {node.lineno}")
    return found


def test_the_modules_of_risk_are_found() -> None:
    assert {"risk", "watch", "ladder", "panel_pack", "charts", "funnels", "alerts", "backtesting"} <= set(
        modules_of_risk()
    )
    assert "ratings" not in modules_of_risk()
    assert {"RiskBook", "WatchList", "Ladder", "news", "backtest", "cusum", "funnel", "Panel"} <= BOUND


@pytest.mark.parametrize("module", modules_of_risk())
def test_whatever_a_module_of_risk_gives_as_a_table_is_internal(module: str) -> None:
    assert published_by_type((PACKAGE / f"{module}.py").read_text("utf-8")) == []


@pytest.mark.parametrize(
    "forgotten",
    ["def f() -> Table: ...", "x: dict[str, Table]", "class F(Table): ...", "y = Table(made)"],
)
def test_one_that_forgets_is_found(forgotten: str) -> None:
    assert published_by_type(forgotten) == ["line 1"]
    assert published_by_type(forgotten.replace("Table", "InternalTable")) == []


@pytest.mark.parametrize(
    "result", [vm.RiskScores, vm.WatchList, vm.AlertBudget, vm.Funnel], ids=lambda each: each.__name__
)
def test_results_that_are_tables_themselves_are_internal_and_ratings_are_not(result: type) -> None:
    assert issubclass(result, vm.InternalTable)
    assert not issubclass(vm.Ratings, vm.InternalTable)


def test_ratings_may_be_published_and_no_other_name_may() -> None:
    rated = {"service": ["S1"], "quarter": ["2024-25 Q3"], "band": ["Gold"], "score": ["81.0"]}
    assert len(vm.publishable(rated, "ratings")) == 1
    with pytest.raises(vm.Error, match="no table 'risk' may be published; those that may are ratings"):
        vm.publishable(rated, "risk")


def test_the_ratings_of_every_shipped_framework_fit(tmp_path: Path) -> None:
    made = vm.make_up(tmp_path / "made", services=4, quarters=1)
    framework = vm.Framework.load(SCHEME.parent / "east_sussex_2011.toml")
    ratings = framework.rate(framework.measure(vm.Evidence.read(made.directory), made.quarters[-1]))
    assert len(vm.publishable(ratings, "ratings")) == 4


SHELL = {path.stem: ast.parse(path.read_text("utf-8")) for path in (PACKAGE / "cli").glob("*.py")}
FUNCTIONS = {
    node.name: node for tree in SHELL.values() for node in tree.body if isinstance(node, ast.FunctionDef)
}
#: What `explain` prints of one service goes to the terminal; it writes no file.
WRITES_NOTHING = {"explain"}


def asks_for_risk(function: str) -> bool:
    """Whether a function of the shell, or one that it calls, asks for anything of a module of risk."""
    of_risk = {name for name, module in vm._MODULE_OF.items() if module in modules_of_risk()}
    of_risk |= {"RiskBook", "RiskScheme", "RiskScore", "RiskScores"}
    met, open_ones = set(), [function]
    while open_ones:
        name = open_ones.pop()
        if name in met or name not in FUNCTIONS:
            continue
        met.add(name)
        for node in ast.walk(ast.Module(FUNCTIONS[name].body, [])):
            if isinstance(node, ast.Attribute) and node.attr in of_risk:
                return True
            if isinstance(node, ast.Name):
                open_ones.append(node.id)
    return False


def test_every_command_that_asks_for_risk_is_tried_below() -> None:
    named = [command.callback.__name__ for command in app.registered_commands if command.callback]
    asking = {name for name in named if asks_for_risk(name)}
    assert asking - WRITES_NOTHING == set(COMMANDS)


COMMANDS = {
    "risk": ["risk", SCHEME, "--as-of", DAY],
    "ladder": ["ladder", LADDER, "--as-of", DAY, "--scheme", SCHEME],
    "watch": ["watch", WATCH, "--as-of", DAY, "--scheme", SCHEME],
    "panel": ["panel", SCHEME, "--as-of", DAY, "--since", SINCE, "--ladder", LADDER],
    "signals": ["signals", "PANEL"],
    "funnel": ["funnel", "PANEL"],
    "backtest": ["backtest", SCHEME, "--from", SINCE, "--to", DAY],
}
#: How a command asks for evidence, where it is not by --evidence.
EVIDENCE = {"signals": [], "funnel": [], "backtest": ["--history"]}


def write_panel(path: Path) -> str:
    """Write a made-up panel of two services and a year of months."""
    rows = [f"S{at},2024-{month:02d}-01,{month % 3 + at},50" for at in (1, 2) for month in range(1, 13)]
    path.write_text("\n".join(["service,month,falls.count,falls.n", *rows]) + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_folder_of_results_of_risk_is_marked_and_refused(name: str, tmp_path: Path) -> None:
    place, out = write_tables(tmp_path / "evidence"), tmp_path / "out"
    panel = write_panel(tmp_path / "panel.csv")
    words = [panel if str(word) == "PANEL" else str(word) for word in COMMANDS[name]]
    words += [word for option in EVIDENCE.get(name, ["--evidence"]) for word in (option, str(place))]
    assert run([*words, "--out", str(out)]) in {0, 1}
    assert (out / "INTERNAL.txt").read_text(encoding="utf-8").startswith(vm.INTERNAL)
    with pytest.raises(vm.Error, match="are internal and are not published"):
        vm.refuse_internal_folder(out)
    if name in {"ladder", "watch", "panel"}:
        assert all(path.name.lower().startswith("internal") for path in out.iterdir())
    for path in out.glob("*.csv"):
        if path.name != "rejects.csv":
            with pytest.raises(vm.Error):
                vm.publishable(pl.read_csv(path, infer_schema=False), "ratings")


def test_a_folder_without_internal_results_passes(tmp_path: Path) -> None:
    (tmp_path / "ratings.csv").write_text("service,band\nS1,Gold\n")
    vm.refuse_internal_folder(tmp_path)
    mark_internal(tmp_path / "deep", "a test")
    with pytest.raises(vm.Error, match="internal"):
        vm.refuse_internal_folder(tmp_path)
