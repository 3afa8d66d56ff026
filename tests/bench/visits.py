# SPDX-License-Identifier: MIT
"""Times the measures of visits against DuckDB and polars, from the same Arrow memory and from files.

Run as a program, it prints the rows without writing them: `visits.py --visits 1000000`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import pyarrow as pa
from pyarrow import feather
from timing import Row, Timer, compared, machine, show, timed
from visits_hundred import hundred_rows
from visits_memory import plain_sum, write_batches
from visits_peers import CONTINUITY, PUNCTUALITY, SEQUENCES

import vermeil as vm
from vermeil.frames import Table
from vermeil.made_up.visits import visit_log

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))
from visits_for_tests import frame_of

__all__ = ["visit_rows"]

ROUNDS = 3
GOAL = 4.0
SEED = 1
PUNCTUAL = {"late_minutes": 15.0, "quantiles": (0.5, 0.9)}
RULES = {
    "punctuality": PUNCTUAL,
    "continuity": {"counts": False, "continuity": True},
    "sequence": {"counts": False, "continuity": True, "sequence": True},
    "all": {**PUNCTUAL, "continuity": True, "sequence": True},
}
COLUMNS = {
    "punctuality": ["delivered", "missed", "logged", "punctual", "late_q0.5", "late_q0.9"],
    "continuity": ["workers", "coc"],
    "sequence": ["secon"],
}


class Polars:
    """Polars in a process of its own, with so many threads."""

    def __init__(self, threads: int, *files: Path) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("visits_peers.py"), *files],
            env={**os.environ, "POLARS_MAX_THREADS": str(threads)}, stdin=pipe, stdout=pipe, text=True,
        )  # fmt: skip
        assert self._process.stdout is not None
        ready = json.loads(self._process.stdout.readline())
        self.version = ready["version"]
        if ready["threads"] != threads:
            sys.exit(f"polars works on {ready['threads']} threads where {threads} are wanted")

    def seconds(self, work: str) -> float:
        """Return the seconds that a piece of work takes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(work + "\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def tables(self, work: str, count: int, folder: Path) -> list[pl.DataFrame]:
        """Return the tables that a piece of work makes."""
        self.seconds(f"{work} > {folder / 'made'}")
        return [pl.read_ipc(folder / f"made.{position}") for position in range(count)]

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def written(frame: pl.DataFrame, path: Path) -> pa.Table:
    """Write a log without compression for those who load it, and give it as one run of Arrow memory."""
    table = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
    feather.write_feather(table, path, compression="uncompressed")
    return feather.read_table(path, memory_map=False).combine_chunks()


def differing(ours: pl.DataFrame, theirs: pl.DataFrame, columns: list[str]) -> list[str]:
    """Name the columns in which two results differ: counts at all, other numbers by more than 1e-9."""
    key = theirs["service"].cast(ours["service"].dtype)
    ours = ours.filter(pl.col("service").is_in(key.implode())).sort(
        pl.col("service").cast(theirs["service"].dtype)
    )
    if len(ours) != len(theirs):
        return columns
    return [name for name in columns if not np.allclose(ours[name], theirs[name], 1e-9, 0, equal_nan=True)]


def in_duckdb(connection: duckdb.DuckDBPyConnection, work: str) -> Callable[[], list[pa.Table]]:
    """Give a work in DuckDB; of two ways of writing it, the faster."""

    def run(*queries: str) -> Callable[[], list[pa.Table]]:
        return lambda: [connection.sql(query).to_arrow_table() for query in queries]

    if work in {"punctuality", "continuity"}:
        return run(PUNCTUALITY if work == "punctuality" else CONTINUITY)
    sequence = min(SEQUENCES, key=lambda query: timed(run(query))())
    return run(sequence) if work == "sequence" else run(PUNCTUALITY, CONTINUITY, sequence)


def as_frames(tables: list[pa.Table]) -> list[pl.DataFrame]:
    """Give the results of DuckDB as those of polars are."""
    frames = [pl.DataFrame(table) for table in tables]
    late = [
        (pl.col("late").list.get(i) / 60).alias(name) for i, name in enumerate(("late_q0.5", "late_q0.9"))
    ]
    return [frame.with_columns(late) if "late" in frame.columns else frame for frame in frames]


@dataclass(frozen=True)
class Memory:
    """A log that lies in memory, and both peers with so many threads."""

    table: pa.Table
    threads: int
    connection: duckdb.DuckDBPyConnection
    polars: Polars
    folder: Path

    def ours(self, work: str) -> Callable[[], Table]:
        """Give a work in this library."""
        rules = vm.VisitRules(**RULES[work])
        return lambda: vm.measure_visits(self.table, rules, threads=self.threads)

    def rows(self, work: str, what: str) -> list[Row]:
        """Compare a work with both peers, once all three give the same."""
        ours, theirs = self.ours(work), in_duckdb(self.connection, work)
        wanted = [name for name in COLUMNS if work in {name, "all"}]
        made = {
            "DuckDB": as_frames(theirs()),
            "polars": self.polars.tables(work, len(wanted), self.folder),
        }
        for peer, tables in made.items():
            for name, table in zip(wanted, tables, strict=True):
                if wrong := differing(ours().to_polars(), table, COLUMNS[name]):
                    sys.exit(f"{what}, {work}: {peer} has other {', '.join(wrong)}; nothing is timed")
        said = f"{what}: {work}, {self.threads} thread{'s' * (self.threads > 1)}"
        peers: dict[str, tuple[Timer, str]] = {
            "DuckDB": (timed(theirs), duckdb.__version__),
            "polars": (lambda: self.polars.seconds(work), self.polars.version),
        }
        return [
            compared(said, timed(ours), run, GOAL, peer, version, ROUNDS)
            for peer, (run, version) in peers.items()
        ]

    def bandwidth(self, what: str) -> Row:
        """Say which share of the speed of reading the columns, all in one call reaches; no goal is set."""
        said = f"{what}: all, {self.threads} thread{'s' * (self.threads > 1)}, share of reading"
        return compared(
            said, timed(self.ours("all")), lambda: plain_sum(self.table, self.threads), 0.0,
            "plain sum", np.__version__, ROUNDS,
        )  # fmt: skip


def from_memory(frame: pl.DataFrame, what: str, works: list[str], threads: int, folder: Path) -> list[Row]:
    """Compare works on a log that lies in memory."""
    file = folder / "visits.arrow"
    table = written(frame, file)
    polars = Polars(threads, file)
    with duckdb.connect(config={"threads": threads}) as connection:
        connection.register("visits", table)
        memory = Memory(table, threads, connection, polars, folder)
        said = f"{len(frame):,} visits, {what}"
        rows = [row for work in works for row in memory.rows(work, said)]
        rows += [memory.bandwidth(said)]
    polars.close()
    return rows


def with_bad_rows(frame: pl.DataFrame, end: str) -> pl.DataFrame:
    """Spoil three rows of a thousand: no start, an end before it, a word that is not allowed."""
    row = pl.int_range(pl.len())
    times = pl.col("planned_start", "planned_end", "actual_start", "actual_end")
    spoilt = frame.unique(maintain_order=True).with_columns(
        planned_start=pl.when(row % 1000 != 1).then(pl.col("planned_start")),
        planned_end=pl.when(row % 1000 == 2).then(pl.col("planned_start")).otherwise(pl.col("planned_end")),
        status=pl.when(row % 1000 == 3).then(pl.lit("perhaps")).otherwise(pl.col("status").cast(pl.String)),
    )
    return spoilt.with_columns(times.dt.strftime("%Y-%m-%dT%H:%M:%SZ")) if end == "csv" else spoilt


def from_file(frame: pl.DataFrame, end: str, polars: Polars, folder: Path) -> Row:
    """Compare the way from a file to measures and rejects; polars reads for both."""
    rules = vm.VisitRules(**RULES["all"])
    file = folder / f"visits.{end}"
    spoilt = with_bad_rows(frame, end)
    spoilt.write_csv(file) if end == "csv" else spoilt.write_parquet(file)

    def ours() -> tuple[pl.DataFrame, pl.DataFrame]:
        read = pl.read_csv(file, infer_schema_length=10_000) if end == "csv" else pl.read_parquet(file)
        visits = vm.Visits(read)
        return visits.rejects().to_polars(), visits.measure(rules).to_polars()

    rejects, made = ours()
    bad, *tables = polars.tables(str(file), 4, folder)
    left_out = rejects.filter(pl.col("outcome") == "left out")["row"].unique().sort()
    if left_out.to_list() != bad["row"].to_list():
        sys.exit(f"{end}: {len(left_out)} rows are left out, and {len(bad)} by polars; nothing is timed")
    for name, table in zip(COLUMNS, tables, strict=True):
        if wrong := differing(made, table, COLUMNS[name]):
            sys.exit(f"{end}: polars has other {', '.join(wrong)}; nothing is timed")
    said = f"{len(spoilt):,} visits from {end}, 0.3 % bad, with rejects: all"
    return compared(
        said, timed(ours), lambda: polars.seconds(str(file)), 1.0, "polars", polars.version, ROUNDS
    )


def beside_columns(visits: int, folder: Path) -> list[Row]:
    """Measure a log in a process of its own: its memory, columns included, is to be 1.5 times the columns."""
    file = folder / "many.arrow"
    write_batches(file, visits, SEED)
    program = [sys.executable, Path(__file__).with_name("visits_memory.py"), file]
    found = json.loads(subprocess.run(program, capture_output=True, check=True, text=True).stdout)
    file.unlink()
    said = f"{visits:,} visits in batches: all, {found['threads']} threads"
    filled, allowed = (found["columns"] + found["grown"]) / 1e6, 1.5 * found["columns"] / 1e6
    share = round(found["sum"] / found["seconds"], 3)
    return [
        Row(f"{said}, memory", filled, "1.5 x its columns", "", allowed, round(allowed / filled, 3), 1.0,
            filled <= allowed, "MB"),
        Row(f"{said}, share of reading", found["seconds"], "plain sum", np.__version__, found["sum"], share,
            0.0, met=True),
    ]  # fmt: skip


def visit_rows(visits: int, folder: Path) -> list[Row]:
    """Make all comparisons of visits, with files in a folder."""
    frame = frame_of(visit_log(visits, seed=SEED)).drop("logged", "edited", "time_critical")
    rows = from_memory(frame, "int ids", list(RULES), 2, folder)
    rows += from_memory(frame, "int ids", list(RULES), 1, folder)
    words = frame.with_columns(
        pl.col(name).cast(pl.String).str.zfill(8) for name in ("service", "person", "worker")
    )
    rows += from_memory(words, "text ids", ["all"], 2, folder)
    del words
    polars = Polars(pl.thread_pool_size())
    rows += [from_file(frame, end, polars, folder) for end in ("csv", "parquet")]
    polars.close()
    return rows + beside_columns(visits, folder)


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description="Time the measures of visits against DuckDB and polars.")
    parser.add_argument("--visits", type=int, default=10_000_000)
    parser.add_argument("--memory", type=int, help="only the memory of so many visits")
    parser.add_argument("--hundred", type=int, help="only so many visits, each tool in a process of its own")
    parser.add_argument("--folder", type=Path, help="where the files of the run may stand meanwhile")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        print(machine())
        place = Path(folder)
        if asked.hundred:
            show(hundred_rows(asked.hundred, place, os.cpu_count() or 1, differing, COLUMNS))
        else:
            show(beside_columns(asked.memory, place) if asked.memory else visit_rows(asked.visits, place))


if __name__ == "__main__":
    main()
