# SPDX-License-Identifier: MIT
"""How much memory the measures of many visits fill beside the columns that they look at.

Run as a program, it loads a file of Arrow batches, measures it once and answers with a line of JSON: the
bytes of its columns, those that the process grew by at its peak, the seconds, and those of a plain sum over
the columns.
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyarrow as pa

import vermeil as vm
from vermeil.made_up.visits import NO_TIME, STATUSES, VisitLog, visit_log

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))
from memory_for_tests import peak_of

__all__ = ["plain_sum", "write_batches"]

AT_ONCE = 10_000_000
RULES = {"late_minutes": 15.0, "quantiles": (0.5, 0.9), "continuity": True, "sequence": True}
IDS = ("service", "person", "worker")
TIMES = ("planned_start", "planned_end", "actual_start", "actual_end")


def write_batches(path: Path, visits: int, seed: int = 1) -> None:
    """Write a log of so many visits, part by part, each of other services."""
    writer = None
    above = dict.fromkeys(IDS, 0)
    for begin in range(0, visits, AT_ONCE):
        log = visit_log(min(AT_ONCE, visits - begin), seed=seed + begin // AT_ONCE)
        batch = _batch(log, above)
        above = {name: above[name] + int(getattr(log, name).max()) + 1 for name in IDS}
        writer = writer or pa.ipc.new_file(path, batch.schema)
        writer.write_batch(batch)
    if writer is not None:
        writer.close()


def _batch(log: VisitLog, above: dict[str, int]) -> pa.RecordBatch:
    columns = {name: pa.array((getattr(log, name) + above[name]).astype(np.int32)) for name in IDS}
    for name in TIMES:
        values = getattr(log, name)
        moments = (values * 1_000_000).astype("datetime64[us]")
        missing = values == NO_TIME
        columns[name] = pa.array(moments, pa.timestamp("us", "UTC"), mask=missing if missing.any() else None)
    places = pa.array(log.status.astype(np.uint32))
    columns["status"] = pa.DictionaryArray.from_arrays(places, pa.array(STATUSES))
    return pa.RecordBatch.from_pydict(columns)


def plain_sum(table: pa.Table, threads: int) -> float:
    """Return the seconds of a plain sum over the memory of a table's columns: as fast as it can be read."""
    words = [
        np.frombuffer(buffer, dtype=np.int64, count=buffer.size // 8)
        for column in table.columns
        for chunk in column.chunks
        for buffer in chunk.buffers()[1:2]
    ]
    parts = [part for each in words for part in np.array_split(each, max(1, 2 * threads))]
    with ThreadPoolExecutor(threads) as pool:
        before = time.perf_counter()
        sum(int(part) for part in pool.map(np.add.reduce, parts))
        return time.perf_counter() - before


def main() -> None:
    """Measure the file of the first argument."""
    table = pa.ipc.open_file(pa.OSFile(sys.argv[1])).read_all()
    threads = os.cpu_count() or 1
    rules = vm.VisitRules(**RULES)  # type: ignore[arg-type]
    with peak_of() as peak:
        before = time.perf_counter()
        measured = vm.measure_visits(table, rules, threads=threads)
        seconds = time.perf_counter() - before
    summed = min(plain_sum(table, threads) for _ in range(3))
    answer = {"visits": len(table), "services": len(measured), "columns": table.nbytes, "seconds": seconds}
    print(json.dumps(answer | {"grown": peak.grown * 1024, "sum": summed, "threads": threads}))


if __name__ == "__main__":
    main()
