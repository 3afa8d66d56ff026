# SPDX-License-Identifier: MIT
"""A hundred million visits: this library, DuckDB and polars on one Arrow file, each in a process of its own.

`visits.py --hundred 100000000` makes the log batch by batch, lets each tool load it into Arrow memory and
measure it once, compares what they made and says how long each took and how much memory it filled beside the
columns. A tool that fails, or takes longer than it may, is told as such. Run with the arguments tool, file,
folder and threads, it is one of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
from timing import Row
from visits_memory import RULES, plain_sum, write_batches
from visits_peers import CONTINUITY, PUNCTUALITY, SEQUENCES, polars_works

import vermeil as vm

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))
from memory_for_tests import peak_of

__all__ = ["WORKS", "hundred_rows"]

WORKS = ("punctuality", "continuity", "sequence")
TOOLS = ("ours", "DuckDB", "polars")
#: The seconds that a tool may take for one work.
MOST_SECONDS = 3600


def _ours(table: pa.Table, threads: int) -> list[Callable[[], pl.DataFrame]]:
    rules = vm.VisitRules(**RULES)  # type: ignore[arg-type]
    return [lambda: pl.DataFrame(vm.measure_visits(table, rules, threads=threads))]


def _duckdb(table: pa.Table, threads: int, folder: Path) -> list[Callable[[], pl.DataFrame]]:
    connection = duckdb.connect(config={"threads": threads, "temp_directory": str(folder / "spilled")})
    connection.register("visits", table)
    queries = (PUNCTUALITY, CONTINUITY, SEQUENCES[0])
    return [lambda query=query: pl.DataFrame(connection.sql(query).to_arrow_table()) for query in queries]


def _polars(table: pa.Table) -> list[Callable[[], pl.DataFrame]]:
    frame = pl.from_arrow(table, rechunk=False)
    assert isinstance(frame, pl.DataFrame)
    works = polars_works(frame)
    return [lambda work=work: works[work]()[0] for work in WORKS]


def answer(tool: str, file: Path, folder: Path, threads: int) -> dict[str, float]:
    """Measure the file with one tool; the tables it makes stand in the folder, one for each work."""
    table = pa.ipc.open_file(pa.OSFile(str(file))).read_all()
    works = {
        "ours": lambda: _ours(table, threads),
        "DuckDB": lambda: _duckdb(table, threads, folder),
        "polars": lambda: _polars(table),
    }[tool]()
    seconds, grown = [], []
    for at, work in enumerate(works):
        with peak_of() as peak:
            before = time.perf_counter()
            made = work()
            seconds.append(time.perf_counter() - before)
        grown.append(peak.grown * 1024)
        made.write_ipc(folder / f"{tool}.{at}")
        del made
    columns = table.get_total_buffer_size()
    reading = plain_sum(table, threads) if tool == "ours" else 0.0
    return {"columns": columns, "seconds": sum(seconds), "grown": max(grown), "sum": reading}


def _in_a_process(tool: str, file: Path, folder: Path, threads: int) -> dict[str, float] | str:
    """Run one tool; a text says how it failed."""
    program = [sys.executable, __file__, tool, str(file), str(folder), str(threads)]
    try:
        ran = subprocess.run(
            program, capture_output=True, text=True, timeout=len(WORKS) * MOST_SECONDS,
            env={**os.environ, "POLARS_MAX_THREADS": str(threads)},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"took longer than {len(WORKS) * MOST_SECONDS} s"
    if ran.returncode < 0:
        return f"ended by signal {-ran.returncode}, as where memory ends"
    if ran.returncode != 0:
        return (ran.stderr.strip().splitlines() or [f"ended with {ran.returncode}"])[-1][:200]
    return dict(json.loads(ran.stdout))


def _tables(tool: str, folder: Path) -> list[pl.DataFrame]:
    """Read what a tool made as one table for each work."""
    if tool == "ours":
        return [pl.read_ipc(folder / "ours.0")] * len(WORKS)
    tables = [pl.read_ipc(folder / f"{tool}.{at}") for at in range(len(WORKS))]
    late = [(pl.col("late").list.get(i) / 60).alias(f"late_q{share}") for i, share in enumerate((0.5, 0.9))]
    return [table.with_columns(late) if "late" in table.columns else table for table in tables]


def hundred_rows(
    visits: int,
    folder: Path,
    threads: int,
    differing: Callable[[pl.DataFrame, pl.DataFrame, list[str]], list[str]],
    columns: dict[str, list[str]],
) -> list[Row]:
    """Compare the three on so many visits; the outputs first."""
    file = folder / "hundred.arrow"
    before = time.perf_counter()
    write_batches(file, visits)
    written, size = time.perf_counter() - before, file.stat().st_size / 1e9
    print(f"{visits:,} visits written in {written:.0f} s, {size:.2f} GB", flush=True)
    found = {tool: _in_a_process(tool, file, folder, threads) for tool in TOOLS}
    ours = found["ours"]
    if isinstance(ours, str):
        sys.exit(f"ours: {ours}")
    said = f"{visits:,} visits: all, {threads} threads"
    rows = _alone(ours, said)
    for tool, version in {"DuckDB": duckdb.__version__, "polars": pl.__version__}.items():
        theirs = found[tool]
        if isinstance(theirs, str):
            print(f"{tool} {version}: {theirs}")
            continue
        tables = zip(WORKS, _tables("ours", folder), _tables(tool, folder), strict=True)
        for work, own, other in tables:
            if wrong := differing(own, other, columns[work]):
                sys.exit(f"{said}, {work}: {tool} has other {', '.join(wrong)}; nothing is timed")
        rows += _beside(ours, theirs, said, tool, version)
    return rows


def _alone(ours: dict[str, float], said: str) -> list[Row]:
    """Say how much memory is filled, and which share of the speed of reading is reached."""
    filled, allowed = (ours["columns"] + ours["grown"]) / 1e6, 1.5 * ours["columns"] / 1e6
    return [
        Row(f"{said}, memory", filled, "1.5 x its columns", "", allowed, round(allowed / filled, 3), 1.0,
            filled <= allowed, "MB"),
        Row(f"{said}, share of reading", ours["seconds"], "plain sum", np.__version__, ours["sum"],
            round(ours["sum"] / ours["seconds"], 3), 0.0, met=True),
    ]  # fmt: skip


def _beside(
    ours: dict[str, float], theirs: dict[str, float], said: str, tool: str, version: str
) -> list[Row]:
    """Compare the seconds and the memory filled beside the columns."""
    ratio = round(theirs["seconds"] / ours["seconds"], 3)
    more, own = theirs["grown"] / 1e6, ours["grown"] / 1e6
    return [
        Row(said, ours["seconds"], tool, version, theirs["seconds"], ratio, 1.0, ratio >= 1.0),
        Row(f"{said}, memory beside the columns", own, tool, version, more, round(more / max(own, 1e-9), 3),
            0.0, met=True, unit="MB"),
    ]  # fmt: skip


def main() -> None:
    """Answer for one tool."""
    tool, file, folder, threads = sys.argv[1:]
    # Where memory ends, this process is to end and no other.
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    print(json.dumps(answer(tool, Path(file), Path(folder), int(threads))))


if __name__ == "__main__":
    main()
