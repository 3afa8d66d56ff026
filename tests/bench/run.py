# SPDX-License-Identifier: MIT
"""Times the library against its peers: outputs compared first, runs in turn, medians, ratios pair by pair.

``ratio`` is the peer's time over ours, so that more is better; a budget stands as a peer that takes just
so long.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pandas as pd
from market import (
    MEASURES,
    Frames,
    Market,
    Outcomes,
    framework_text,
    large_framework_text,
    rate_with_numpy,
    rate_with_pandas,
    read_outcomes,
    rising_shares,
)
from program import Program
from start_up import compile_time, import_time
from timing import ROUNDS, Row, Timer, compared, machine, show, timed, within

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = (4096, 16384, 65536)


def against_sum(programs: dict[str, Program]) -> list[Row]:
    """Compare the rating with a plain sum over the same buffers."""
    rows = []
    for build, goal in (("portable", 0.25), ("dispatched", 0.4)):
        program = programs[build]
        for threads in (1, 2):
            work = f"rate, {build} build, {threads} thread{'s' * (threads > 1)}"
            rate, total = program.timer("rate", threads), program.timer("sum", threads)
            rows.append(compared(work, rate, total, goal, "plain sum in C++", program.compiler))
    return rows


def against_numpy(program: Program, market: Market) -> list[Row]:
    """Compare the rating with numpy, thread for thread, and two threads with its one."""

    def numpy_at(threads: int) -> Timer:
        best = min(BLOCKS, key=lambda block: timed(lambda: rate_with_numpy(market, threads, block))())
        print(f"numpy, {threads} thread(s): blocks of {best} are the fastest of {BLOCKS}")
        return timed(lambda: rate_with_numpy(market, threads, best))

    one, two = numpy_at(1), numpy_at(2)
    cases = ((1, one, "1 thread", 5.0), (2, two, "2 threads", 5.0), (2, one, "2 threads against 1", 10.0))
    return [
        compared(f"rate, {words}", program.timer("rate", threads), peer, goal, "numpy", np.__version__)
        for threads, peer, words, goal in cases
    ]


def against_pandas(program: Program, market: Market, expected: Outcomes) -> list[Row]:
    """Compare the rating with pandas on one thread, which is what pandas uses."""
    frames = Frames.of(market)
    made = rate_with_pandas(frames)
    if different := made.differences(expected):
        sys.exit(f"pandas: {different} cells differ from numpy's; nothing is timed")
    del made
    peer = timed(lambda: rate_with_pandas(frames))
    return [compared("rate, 1 thread", program.timer("rate"), peer, 5.0, "pandas", pd.__version__, rounds=3)]


def clusters(program: Program, count: int = 1_000_000) -> list[Row]:
    """Time five clusters of a million numbers against a budget, and against kmeans1d."""
    work = "k-means of 1,000,000 values, exact"

    def ours() -> float:
        return float(program.ask("clusters", count).split()[0])

    rows = [within(work, ours, 1.0, rounds=5)]
    try:
        import kmeans1d
    except ImportError:
        print("kmeans1d is not installed here: no row against it")
        return rows
    shares = rising_shares(count)
    starts = [int(each) for each in program.ask("clusters", count).split()[1:]]
    theirs = np.searchsorted(np.asarray(kmeans1d.cluster(shares, 5).clusters), np.arange(5)).tolist()
    if starts != theirs:
        sys.exit(f"clusters begin at {starts}, and those of kmeans1d at {theirs}; nothing is timed")
    version = importlib.metadata.version("kmeans1d")
    peer = timed(lambda: kmeans1d.cluster(shares, 5))
    return [*rows, compared(work, ours, peer, 1.0, "kmeans1d", version, rounds=3)]


def loading(program: Program, folder: Path) -> Row:
    """Time the loading of 200 measures against a budget."""
    file = folder / "made_up_framework_of_200_measures.toml"
    file.write_text(large_framework_text(), encoding="utf-8")
    return within("framework of 200 measures loads", lambda: float(program.ask("load", str(file))), 0.005)


def memory(program: Program, services: int) -> Row:
    """Compare the peak of a batch beyond its input with half of the input: 9 bytes a cell."""
    peak, half = float(program.ask("peak", 1)), 0.5 * 9 * MEASURES * services
    ratio = round(half / peak, 3) if peak else 0.0
    work = "peak memory of a batch beyond its input, with results"
    return Row(work, peak, "half of the input", "", half, ratio, 1.0, 0 < peak <= half, "B")


def check_outputs(programs: dict[str, Program], market: Market, folder: Path) -> Outcomes:
    """Stop unless both builds, on one and two threads, and numpy give the same outcomes; give numpy's."""
    services = market.value.shape[1]
    expected = rate_with_numpy(market, 1)
    apart = 0
    for name, program in programs.items():
        for threads in (1, 2):
            program.ask("rate", threads)
            made = read_outcomes(Path(program.ask("dump", str(folder / name))), services)
            apart = max(apart, made.steps_apart(expected))
            if different := made.differences(expected):
                sys.exit(
                    f"{name}, {threads} thread(s): {different} cells differ from numpy's; nothing is timed"
                )
    rated = {
        int(band): int(count)
        for band, count in zip(*np.unique(expected.band, return_counts=True), strict=True)
    }
    print(f"outputs agree: bands are the same, {apart} of {3 * services} scores are one step of 1e-9 apart")
    print(f"services by band (255: not rated): {rated}")
    return expected


def in_python(market: Market) -> list[Row]:
    """Time one service through Python and the import, where the package is installed."""
    try:
        import vermeil as vm
    except ImportError:
        print("vermeil is not installed here: no rows through Python")
        return []
    framework = vm.Framework.parse(framework_text())
    names = [str(name) for name in vm.state_names]
    service = {
        f"m{m}": float(market.value[m, 0]) if market.state[m, 0] == 0 else names[market.state[m, 0]]
        for m in range(MEASURES)
    }
    if (
        framework.rate_one(service)[1]
        != rate_with_numpy(Market(market.value[:, :1], market.state[:, :1]), 1).lowest_score[0]
    ):
        sys.exit("rate_one gives another score than numpy; nothing is timed")
    calls = 2000
    one = timed(lambda: [framework.rate_one(service) for _ in range(calls)])
    return [
        within("one service through Python, rate_one", lambda: one() / calls, 10e-6),
        within("import vermeil beyond import numpy", import_time, 0.06),
    ]


def of_visits(visits: int, folder: Path) -> list[Row]:
    """Compare the measures of visits, where the package and both peers are installed."""
    try:
        from visits import visit_rows
    except ImportError as missing:
        print(f"{missing}: no rows of visits")
        return []
    return visit_rows(visits, folder)


def of_risk(build: Path, services: int = 150_000) -> list[Row]:
    """Time the risk of a market from columns of facts, and of one fact more, against budgets."""
    scheme = ROOT / "examples" / "frameworks" / "rotherham_early_warning.toml"
    program = Program(build / "bench_risk", scheme, services)
    if program.ask("points", 1) != program.ask("points", 2):
        sys.exit("risk on one and on two threads differs; nothing is timed")
    market = f"risk of {services:,} services"
    rows = [
        within(f"{market}, facts of three years, 1 thread", program.timer("book", 1), 1.0, rounds=5),
        within(f"{market}, one more day, 1 thread", program.timer("day", 1), 1.0, rounds=5),
        within(f"{market}, one more day, 2 threads", program.timer("day", 2), 1.0, rounds=5),
        within("one fact added to one service, scored again", program.timer("live"), 10e-6),
    ]
    program.close()
    return rows


def of_charts(series: int) -> list[Row]:
    """Compare the charts of a panel, where the package is installed."""
    try:
        from charts import chart_rows
    except ImportError as missing:
        print(f"{missing}: no rows of charts")
        return []
    return chart_rows(series)


def main() -> None:
    """Run every comparison and write the results."""
    parser = argparse.ArgumentParser(description="Time the library against its peers.")
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "release" / "tests")
    parser.add_argument("--services", type=int, default=1_000_000)
    parser.add_argument("--visits", type=int, default=10_000_000)
    parser.add_argument("--series", type=int, default=20_000)
    parser.add_argument("--out", type=Path, default=ROOT / "tests" / "bench" / "results.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        framework = folder / "framework.toml"
        framework.write_text(framework_text(), encoding="utf-8")
        files = {"portable": "bench_rate_portable", "dispatched": "bench_rate"}
        programs = {
            key: Program(options.build / file, framework, options.services) for key, file in files.items()
        }
        print(f"{machine()}; {programs['dispatched'].compiler}; numpy {np.__version__}")
        print(f"{options.services} services x {MEASURES} measures, 15 % absent, made up; {ROUNDS} turns")
        market = Market.draw(options.services)
        expected = check_outputs(programs, market, folder)
        dispatched = programs["dispatched"]
        rows = against_sum(programs) + against_numpy(dispatched, market)
        rows += against_pandas(dispatched, market, expected)
        rows.append(within("one service in C++", dispatched.timer("one"), 1e-6))
        rows += [memory(dispatched, options.services), loading(dispatched, folder), *clusters(dispatched)]
        for program in programs.values():
            program.close()
        rows += of_risk(options.build)
        rows += in_python(market) + compile_time(folder) + of_visits(options.visits, folder)
    rows += of_charts(options.series)
    show(rows)
    options.out.write_text(json.dumps([asdict(row) for row in rows], indent=2) + "\n", encoding="utf-8")
    print(f"written: {options.out}")


if __name__ == "__main__":
    main()
