# SPDX-License-Identifier: MIT
"""CSV files: every cell as text, bad rows named, and no more of the file in memory than its table.

The file is mapped and looked at once for its shape (rows, cells, quotation marks, lines that are too long),
and then read by polars. Rows are numbered as a spreadsheet shows them.
"""

from __future__ import annotations

import codecs
import csv
import mmap
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.content import refuse_other_content
from vermeil.readers.headings import headed
from vermeil.readers.rows import Rows, fault

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from vermeil.types import CsvShapeDict, FaultDict

__all__ = ["CsvForm", "first_lines", "read_csv"]

#: No row of a table is longer than this many bytes.
LONGEST_ROW = 1 << 20
#: With more ragged rows than one in so many, the file is no table under these headings; a file of few rows is
#: none where no row fits them.
ONE_RAGGED_IN = 10
FEW_ROWS = 20
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class CsvForm:
    """How a CSV file is written, where it is not as usual.

    Attributes
    ----------
    separator
        The one byte between cells.
    encoding
        A name that Python knows, such as ``cp1252``.
    header_row
        The line of the headings, counted from 1; ``None`` for the first line that is not empty.
    """

    separator: str = ","
    encoding: str = "utf-8"
    header_row: int | None = None


def read_csv(path: Path, source: str = "", form: CsvForm | None = None) -> Rows:
    """Read a CSV file; a row with too many or too few cells is left out and told.

    Parameters
    ----------
    path
        The file.
    source
        What messages call it; its name unless given.
    form
        How it is written, where it is not UTF-8 with commas and headings first.

    Raises
    ------
    Error
        When it is empty, not in its encoding, no CSV, or more than a tenth of 20 rows or more are ragged, or
        all of fewer; the message names the line.
    """
    form = form or CsvForm()
    refuse_other_content(path)
    return _CsvFile(path, source or path.name, form).rows()


def first_lines(path: Path, count: int, form: CsvForm | None = None) -> list[list[str]]:
    """Give the cells of the first lines of a file, to find its headings among them."""
    form = form or CsvForm()
    with path.open("rb") as file:
        head = file.read(LONGEST_ROW)
    text = head.removeprefix(_BOM).decode(form.encoding, errors="replace")
    return [next(csv.reader([line], delimiter=form.separator), []) for line in text.splitlines()[:count]]


class _CsvFile:
    """One file while it is read."""

    def __init__(self, path: Path, source: str, form: CsvForm) -> None:
        self.path, self.source, self.form = path, source, form

    def rows(self) -> Rows:
        if self.path.stat().st_size == 0:
            raise self.error("the file is empty; its first line must name the columns")
        if codecs.lookup(self.form.encoding).name not in ("utf-8", "ascii"):
            return self.of_bytes(self.recoded())
        with self.path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return self.of_bytes(data)

    def error(self, reason: str) -> _core.Error:
        return _core.Error(f"{self.source}: {reason}")

    def recoded(self) -> bytes:
        try:
            return self.path.read_bytes().decode(self.form.encoding).encode()
        except UnicodeDecodeError as error:
            message = f"byte {error.start + 1} is not {self.form.encoding}; name another encoding"
            raise self.error(message) from error

    def of_bytes(self, data: mmap.mmap | bytes) -> Rows:
        start, line = self.start(data)
        headings = self.headings(data, start, line)
        with memoryview(data) as whole, whole[start:] as body:
            shape = _core.csv_shape(body, len(headings), self.form.separator, LONGEST_ROW)
        if isinstance(data, mmap.mmap):
            data.madvise(mmap.MADV_DONTNEED)  # what was looked at need not stay in memory beside the table
        if shape["line"]:
            raise self.error(f"line {line + shape['line'] - 1} is not CSV: {shape['reason']}")
        faults = self.ragged(shape, len(headings), line)
        frame = self.frame(data, line, shape)
        if shape["has_quotes"]:
            frame = _without_empty_texts(frame)
        frame = _blanked(frame, [each["row"] - line - 1 for each in faults])
        return Rows(headed(frame, headings, self.source), self.source, line + 1, faults=tuple(faults))

    def start(self, data: mmap.mmap | bytes) -> tuple[int, int]:
        """Give where the headings begin: the byte, and the line from 1."""
        place = 0
        while data[place : place + len(_BOM)] == _BOM:  # programs that join files put it there twice
            place += len(_BOM)
        line, wanted = 1, self.form.header_row
        while place < len(data) and (line < wanted if wanted else data[place] in b" \t\r\n"):
            end = data.find(b"\n", place, place + LONGEST_ROW)
            if end < 0 or (wanted is None and data[place:end].strip()):
                break
            place, line = end + 1, line + 1
        if not data[place : place + LONGEST_ROW].strip():
            raise self.error("the file is empty; its first line must name the columns")
        return place, line

    def headings(self, data: mmap.mmap | bytes, start: int, line: int) -> list[str]:
        head = data[start : start + LONGEST_ROW + 1]
        if b"\n" not in head and len(head) > LONGEST_ROW:
            raise self.error(
                f"line {line} is longer than {LONGEST_ROW} bytes; this is no table with headings"
            )
        text = head.decode("utf-8", errors="replace")
        rows = csv.reader(text.splitlines(keepends=True), delimiter=self.form.separator, strict=True)
        try:
            headings = next(rows, [])
        except csv.Error as error:
            mend = "look for a quotation mark without its partner"
            raise self.error(f"line {line} is not CSV: {error}; {mend}") from error
        if "\r" in text and "\n" not in text:
            raise self.error("its lines end as on an old Macintosh; save it again as CSV")
        _refuse_separators(self.source, headings)
        return headings

    def ragged(self, shape: CsvShapeDict, width: int, line: int) -> list[FaultDict]:
        """Describe the rows with more or fewer cells than headings, or refuse the file for them."""
        told = [(line + row, cells) for row, cells in shape["ragged"]]
        if not told:
            return []
        rows, ragged = shape["rows"] - 1, shape["ragged_rows"]
        if width == 1 or ragged == rows or (rows >= FEW_ROWS and ragged * ONE_RAGGED_IN > rows):
            row, cells = told[0]
            raise self.error(f"row {row} {_said_of(cells, width)}")
        return [fault(self.source, row, _said_of(cells, width)) for row, cells in told]

    def frame(self, data: mmap.mmap | bytes, line: int, shape: CsvShapeDict) -> pl.DataFrame:
        import polars

        from_file = isinstance(data, mmap.mmap)
        try:
            frame = polars.read_csv(
                self.path if from_file else bytes(data),
                infer_schema=False,
                separator=self.form.separator,
                skip_lines=line - 1,
                truncate_ragged_lines=shape["ragged_rows"] > 0,
            )
        except polars.exceptions.PolarsError as error:
            self.refuse_encoding(data)
            raise self.error(f"not a CSV table: {str(error).splitlines()[0]}") from error
        if frame.height < shape["rows"] - 1:
            message = f"{shape['rows'] - 1} rows are in it and {frame.height} can be read"
            raise self.error(f"not a CSV table: {message}; look for a quotation mark without its partner")
        return frame.head(shape["rows"] - 1)

    def refuse_encoding(self, data: mmap.mmap | bytes) -> None:
        """Refuse a file that is not UTF-8, by its first line that is not."""
        decoder, line = codecs.getincrementaldecoder("utf-8")(), 1
        for place in range(0, len(data), LONGEST_ROW):
            part = data[place : place + LONGEST_ROW]
            try:
                decoder.decode(part)
            except UnicodeDecodeError as error:
                line += part[: error.start].count(b"\n")
                mend = "save the file as 'CSV UTF-8 (comma delimited)'"
                raise self.error(f"line {line} is not UTF-8; {mend}") from error
            line += part.count(b"\n")


def _without_empty_texts(frame: pl.DataFrame) -> pl.DataFrame:
    import polars

    return frame.with_columns(polars.all().replace("", None))


def _blanked(frame: pl.DataFrame, places: list[int]) -> pl.DataFrame:
    """Empty the rows at some places."""
    import polars

    if not places:
        return frame
    lost = polars.int_range(polars.len()).is_in(places)
    return frame.with_columns(polars.when(~lost).then(polars.all()))


def _said_of(cells: int, width: int) -> str:
    mend = "put text that holds a comma in quotation marks" if cells > width else "some are missing"
    mend = "the headings come first: delete what stands above them" if width == 1 else mend
    return f"has {cells} cells and there are {width} headings; {mend}"


def _refuse_separators(source: str, headings: list[str]) -> None:
    if len(headings) == 1 and (found := re.search("[;\t|]", headings[0])):
        separator = "a tab" if found.group() == "\t" else f"'{found.group()}'"
        message = f"{source}: looks like a table separated by {separator}; save it with commas"
        raise _core.Error(message)
