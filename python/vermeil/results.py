# SPDX-License-Identifier: MIT
"""Results as files: tables, the trace, and a workbook."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    import polars as pl

    from vermeil.frames import Table
    from vermeil.framework import Framework
    from vermeil.ratings import Ratings
    from vermeil.risk import RiskScores

__all__ = ["write_csv", "write_results"]


class _Said(NamedTuple):
    headline: str
    since: date | None


def write_results(
    ratings: Ratings | RiskScores,
    rejects: list[Table],
    out: Path,
    *,
    unmasked: bool = False,
    framework: Framework | None = None,
    names: Mapping[str, str] | None = None,
    note: str = "",
    tracked: Callable[[list[str]], Iterable[str]] = iter,
    threads: int = 1,
    trace: bool = True,
) -> list[Path]:
    """Write ratings or risk scores, what they stand on and what could not be used, sorted by service.

    Ratings become ``ratings.csv``, ``measures.csv``, ``trace.jsonl``, ``rejects.csv`` and ``ratings.xlsx``,
    risk scores ``risk.csv``, ``prompts.csv``, ``trace.jsonl``, ``rejects.csv`` and the mark ``INTERNAL.txt``,
    and from evidence ``providers.csv`` and, where the register names groups, ``groups.csv``; and
    ``norms.toml`` stands beside either where services were compared with each other. Numbers are written
    in the shortest form that reads back as the same bits. The CSV files are UTF-8 without a mark, and the
    states of measures are words. A text that a spreadsheet would take for a formula (it begins with ``=``,
    ``+``, ``-``, ``@`` or a control character and is no number) is written with an apostrophe before it; the
    workbook and the trace hold it as it is.

    Parameters
    ----------
    ratings
        What was rated or scored.
    rejects
        The tables of rejects, masked or not by whoever asked for them.
    out
        The folder; it is made where it is not there, and files of these names in it are replaced.
    unmasked
        Whether the rejects show values that name people; the workbook then says so.
    framework
        The rules, for the workbook's summary.
    names
        The names of services by id, for the workbook.
    note
        A line at the head of the workbook's summary, such as that the market is made up.
    tracked
        What to put around the ids while services are explained, such as a progress bar.
    threads
        How many explain at once; the files do not change.
    trace
        Whether ``trace.jsonl`` is written, some kilobytes a service; without it, one of these names in the
        folder is removed, for it would be another rating's.

    Returns
    -------
    list of Path
        The files written.
    """
    import polars

    from vermeil.publishing import mark_internal
    from vermeil.ratings import Ratings

    out.mkdir(parents=True, exist_ok=True)
    steps, refused = out / "trace.jsonl", out / "rejects.csv"
    faults = polars.concat([table.to_polars() for table in rejects]) if rejects else _no_rejects()
    said = _write_trace(ratings, steps if trace else None, tracked, threads)
    traced = [steps] if trace else []
    if not trace:
        steps.unlink(missing_ok=True)
    headlines = [each.headline for each in said]
    write_csv(faults, refused)
    if not isinstance(ratings, Ratings):
        risk, mark = out / "risk.csv", mark_internal(out, "the risk of services")
        since = polars.Series("since", [each.since for each in said], dtype=polars.Date)
        write_csv(ratings.to_polars().sort("service").with_columns(since), risk)
        return [risk, *traced, refused, mark, *_write_risk_tables(ratings, out), *_write_norms(ratings, out)]
    from vermeil.report import Report, write_ratings_workbook

    rated, measured, book = out / "ratings.csv", out / "measures.csv", out / "ratings.xlsx"
    table = ratings.to_polars().sort("service")
    write_csv(table, rated)
    write_csv(_with_state_words(ratings.measures.to_polars().sort("service")), measured)
    write_ratings_workbook(book, Report(table, headlines, faults, framework, names or {}, note, unmasked))
    return [rated, measured, *traced, refused, book, *_write_norms(ratings, out)]


def _write_risk_tables(scores: RiskScores, out: Path) -> list[Path]:
    """Write what to do about services, and their providers and groups; groups only where there are any."""
    tables = {"prompts": scores.prompts()}
    if scores.rolls_up:
        tables |= {"providers": scores.providers(), "groups": scores.groups()}
    written = []
    for name, table in tables.items():
        path = out / f"{name}.csv"
        if name == "groups" and len(table) == 0:
            path.unlink(missing_ok=True)
            continue
        write_csv(table.to_polars(), path)
        written.append(path)
    return written


def _write_norms(ratings: Ratings | RiskScores, out: Path) -> list[Path]:
    written = [out / "norms.toml"] if len(ratings.norms) > 0 else []
    for path in written:
        ratings.norms.save(path)
    return written


def _no_rejects() -> pl.DataFrame:
    import polars

    return polars.DataFrame(
        schema=dict.fromkeys(("source", "row", "column", "value", "reason", "outcome"), polars.String)
    )


def _write_trace(
    ratings: Ratings | RiskScores,
    path: Path | None,
    tracked: Callable[[list[str]], Iterable[str]],
    threads: int,
) -> list[_Said]:
    said = []
    at_once = 512  # services, so that a progress bar moves and memory stays small
    rows = {service: row for row, service in enumerate(ratings.services)}
    services = iter(tracked(sorted(rows)))
    with path.open("w", encoding="utf-8", newline="\n") if path else nullcontext() as file:
        while batch := [rows[service] for service in islice(services, at_once)]:
            for line, headline, since in ratings._trace_lines(batch, threads):
                said.append(_Said(headline, since))
                if file is not None:
                    file.write(f"{line}\n")
    return said


def _with_state_words(measures: pl.DataFrame) -> pl.DataFrame:
    import polars

    words = dict(enumerate(_core.state_names))
    states = [
        name for name, kind in measures.schema.items() if name.endswith(".state") and kind == polars.UInt8
    ]
    return measures.with_columns(polars.col(states).replace_strict(words, return_dtype=polars.String))


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """Write a table as CSV; a text that a spreadsheet would take for a formula gets an apostrophe."""
    _safe(frame).write_csv(path)


def csv_text(frame: pl.DataFrame, *, headings: bool = True) -> str:
    """Give a table as `write_csv` writes it, with or without its headings."""
    return _safe(frame).write_csv(include_header=headings)


def _safe(frame: pl.DataFrame) -> pl.DataFrame:
    import polars

    def written(name: str) -> pl.Expr:
        text = polars.col(name)
        is_formula = text.str.contains(r"^[=+\-@\x00-\x1f]") & ~text.str.contains(r"^[+-]?[0-9.]+$")
        safe = polars.when(is_formula).then(polars.lit("'") + text).otherwise(text)
        return polars.when(text != "").then(safe).alias(name)

    return frame.with_columns(written(name) for name, kind in frame.schema.items() if kind == polars.String)
